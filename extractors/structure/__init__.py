"""The report as one flow of lines and tables, parted into sections by its headings and numbering."""

"""The pages of a PDF: read by pdfium or pdfplumber, or as pictures, their furniture taken off."""

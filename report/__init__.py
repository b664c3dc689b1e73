"""The provincial report of a quarter as Word and PDF, made from one published snapshot."""

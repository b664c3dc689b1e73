"""The Python API of the published numbers: pandas tables out of the newest snapshot."""

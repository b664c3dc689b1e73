"""Reports as office programs set them, with their truth: flat OpenDocument files that LibreOffice prints.

Where `benchmarks.variants` draws its pages itself, here a word processor breaks lines and pages, merges cells and
writes the PDF, so that its habits are measured too. `python -m benchmarks.office OUT --seed N --count K`.
"""

"""Synthetic quarterly reports in layouts of our own, each with its truth file.

`python -m benchmarks.variants OUT --seed N --count K` writes NAME.pdf, NAME.truth.json and manifest.csv.
The line: `features` says what a variant looks like, `story` what happened in the quarter, `errors` what the
clerk got wrong, `truth` what a careful reader would write down, `parts`, `recaps`, `front` and `appendix` how it
is typed, `grid` and `paper` where it lands on the pages, `degrade` what the scanner did to it.
"""

"""Reading a report: from the bytes of a PDF to typed records, each with its place on a page.

Pure functions of (bytes, vocabulary, settings): no database, no Prefect, no clock.
The line is pages -> identify -> extract -> normalise -> check; `extractors.line` runs it.
"""

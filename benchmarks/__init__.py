"""How right and how fast, beside other tools, measured in one run: `make bench`."""

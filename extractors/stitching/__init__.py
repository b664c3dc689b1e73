"""Tables over pages made one: cut rows, halves side by side, rests under no heading, headings left above."""

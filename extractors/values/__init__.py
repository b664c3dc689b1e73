"""What a text says: numbers, dates, channels, themes."""

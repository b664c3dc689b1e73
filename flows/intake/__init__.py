"""The intake folder and the quarantine: from dropped files to originals in the archive."""

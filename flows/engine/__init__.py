"""Prefect's surroundings: its server, its records, what its pages show."""

"""The care of a data folder: examine, back up, restore, rebuild."""

"""What runs where: the command line, the pass, the service. Thin; the work is in `extractors` and `warehouse`."""

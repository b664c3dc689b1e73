"""One pass of the line: the Prefect flow, its steps, what it works with."""

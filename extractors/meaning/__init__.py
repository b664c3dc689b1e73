"""What a table means: the columns, labels and figures that its cells name, told before it is stitched or read."""

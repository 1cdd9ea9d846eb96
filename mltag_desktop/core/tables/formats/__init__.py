"""One module per file format, and the writers."""

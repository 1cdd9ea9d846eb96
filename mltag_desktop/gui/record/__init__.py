"""Detail panel of one record."""

"""The map of a table's texts."""

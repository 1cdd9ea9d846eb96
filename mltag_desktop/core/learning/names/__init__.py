"""Tags that are known by their names and guidelines only."""

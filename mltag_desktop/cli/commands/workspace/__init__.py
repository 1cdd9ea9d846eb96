"""Commands for what a workspace holds besides the main tags."""

"""Import of a file into a workspace, and what was found in it."""

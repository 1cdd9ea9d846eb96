"""Layout, tab order and placement of windows."""

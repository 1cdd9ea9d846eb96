"""Filter pane, filter bar, chips, saved filters."""

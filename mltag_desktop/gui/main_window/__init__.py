"""Window, pages, bars and the two controllers of the table page."""

"""Review thresholds, and review after a promotion."""

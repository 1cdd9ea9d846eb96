"""Train, promote, model list, thresholds, slices, production."""

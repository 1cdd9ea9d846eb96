"""Training, promotion, model list, thresholds, slices and production metrics."""

"""Drift detection: does a stream of texts still look like the training data."""

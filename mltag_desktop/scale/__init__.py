"""Batch prediction on a Ray cluster (extra `ray`)."""

"""Batches on a Ray cluster (extra `ray`)."""

"""Texts as points: search by meaning, near-duplicates, the map of a table, what a tag means to a model."""

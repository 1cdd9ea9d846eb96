"""Comparison and choice of recipes by cross-validation."""

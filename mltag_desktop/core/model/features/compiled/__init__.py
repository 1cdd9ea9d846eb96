"""Extraction of features by compiled code, where it was built; numpy gives the same results without it."""

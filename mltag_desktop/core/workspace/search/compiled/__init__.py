"""Cells and searches by compiled code, where it was built; Python gives the same results."""

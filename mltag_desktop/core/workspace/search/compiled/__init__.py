"""Cells of a column by compiled code, where it was built; numpy and Python give the same ranks without it."""

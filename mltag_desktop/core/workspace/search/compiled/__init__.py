"""Cells and searches by compiled code, where it was built; numpy and Python give the same results."""

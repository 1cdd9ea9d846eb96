"""Builds the frozen program and its packages; not part of the program."""

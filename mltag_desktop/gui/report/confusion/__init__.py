"""Confusions of a model: the matrix, and the pairs of tags that are confused most."""

"""Tagging whole files: pieces, workers, checkpoints; what the command line and the cluster share."""

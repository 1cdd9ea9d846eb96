"""Predict whole files: chunks, workers and checkpoints, shared by the command line and the Ray engine."""

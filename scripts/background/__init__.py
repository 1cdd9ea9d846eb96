"""Builds the background of the off-topic filter."""

"""The production metrics."""

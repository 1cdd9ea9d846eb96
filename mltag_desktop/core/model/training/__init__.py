"""Fitting, calibration, adaptation to a table."""

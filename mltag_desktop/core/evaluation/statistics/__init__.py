"""Metrics, confidence intervals and paired tests."""

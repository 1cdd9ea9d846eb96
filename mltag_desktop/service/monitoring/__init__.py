"""Monitoring of the service: accuracy, drift, and metrics for Prometheus."""

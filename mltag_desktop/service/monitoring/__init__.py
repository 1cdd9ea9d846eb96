"""What the service measures: its accuracy, drift, and metrics for Prometheus."""

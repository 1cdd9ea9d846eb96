"""Commands that run the service and use its data."""

"""Commands about which records are reviewed."""

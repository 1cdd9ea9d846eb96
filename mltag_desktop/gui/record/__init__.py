"""The detail panel of one record."""

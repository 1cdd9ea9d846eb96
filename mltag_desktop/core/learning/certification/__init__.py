"""Certify that at most a given share of the records that nobody reviews is tagged wrong."""

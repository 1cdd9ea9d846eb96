"""Delimited text: encoding, dialect, header, records in, records out byte for byte."""

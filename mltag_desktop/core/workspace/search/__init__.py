"""Query language, full-text search, column sort and scans of all records."""

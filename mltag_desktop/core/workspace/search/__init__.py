"""Query language, full-text search, column sort, scan of all records."""

"""The document: one SQLite file with table, predictions, decisions and models."""

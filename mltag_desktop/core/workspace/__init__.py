"""The workspace: one SQLite file with a table, predictions, decisions and models."""

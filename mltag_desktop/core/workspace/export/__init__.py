"""Export of tables, corrections and decisions to files."""

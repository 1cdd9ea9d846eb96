"""Reading and writing table files: encoding, dialect, records, quarantined records, row streams."""

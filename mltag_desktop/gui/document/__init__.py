"""Opening, watching, journal, backups, sharing."""

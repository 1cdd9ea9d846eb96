"""SQLite file: schema, connections, checksums, lock, journal."""

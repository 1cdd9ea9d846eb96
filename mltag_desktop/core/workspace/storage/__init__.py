"""The SQLite file: schema, connections, checksums, lock and journal."""

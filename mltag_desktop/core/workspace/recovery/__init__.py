"""Backups, and salvage of damaged files."""

"""The records to show, their counts and previews, computed from an open workspace."""

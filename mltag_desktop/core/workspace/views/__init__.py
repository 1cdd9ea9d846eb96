"""Which records are shown, counts, previews (on an open workspace)."""

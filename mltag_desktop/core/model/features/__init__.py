"""Text -> numbers."""

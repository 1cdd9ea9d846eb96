"""Preview before import, import report, export, paste."""

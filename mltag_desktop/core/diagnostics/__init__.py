"""Log file, crash reports, facts for a bug report, update check."""

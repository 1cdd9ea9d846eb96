"""Guide, settings, about, updates, diagnostics, crash dialog."""

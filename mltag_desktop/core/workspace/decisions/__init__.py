"""Decisions, undo, tag set, thresholds."""

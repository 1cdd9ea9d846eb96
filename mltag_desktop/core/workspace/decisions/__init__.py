"""Decisions, undo, tag set and review thresholds."""

"""Deciding, focus view, palette, tag set editor, onboarding."""

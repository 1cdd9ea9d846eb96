"""Updaters that keep actions, pages and status bar in sync with the open workspace."""

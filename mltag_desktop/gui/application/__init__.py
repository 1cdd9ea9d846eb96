"""Composition root, start-up, controllers that open dialogs."""

"""Texts that are alike."""

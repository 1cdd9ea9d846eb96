"""Candidates: training on decisions, checks before it, and evaluation after it."""

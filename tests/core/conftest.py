"""Fixtures for what learns from decisions."""

from .learning_fixtures import make_workspace, tiny_model, workspace

__all__ = ["make_workspace", "tiny_model", "workspace"]

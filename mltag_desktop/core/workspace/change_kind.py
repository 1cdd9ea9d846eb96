"""The kinds of changes; without numpy, which waits until the first window is painted."""

from enum import Flag, auto


class ChangeKind(Flag):
    """Parts of the workspace that a change concerns; `ChangeKind(0)` when nothing changed."""

    RECORDS = auto()
    PREDICTIONS = auto()
    DECISIONS = auto()
    MAPPING = auto()
    TAGS = auto()
    REVIEW = auto()
    """The review thresholds."""
    MODELS = auto()

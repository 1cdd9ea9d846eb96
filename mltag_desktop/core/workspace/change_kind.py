"""The kinds of changes; without numpy, which waits until the first window is painted."""

from enum import Flag, auto


class ChangeKind(Flag):
    """What a change is about; `ChangeKind(0)` when nothing changed."""

    RECORDS = auto()
    PREDICTIONS = auto()
    DECISIONS = auto()
    MAPPING = auto()
    TAGS = auto()
    REVIEW = auto()
    """The review thresholds."""
    MODELS = auto()

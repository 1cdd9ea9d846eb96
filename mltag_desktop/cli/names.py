"""The words after `mltag`, known without loading a parser, so that `mltag FILE` opens at once."""

from typing import Final

COMMANDS: Final = (
    "predict",
    "explain",
    "check",
    "train",
    "evaluate",
    "compare",
    "simulate",
    "import",
    "export",
    "decide",
    "journal",
    "undo",
    "redo",
    "retrain",
    "models",
    "promote",
    "rollback",
    "selftest",
    "tour",
)

"""The saved filters of a workspace: lines of the query language, oldest first."""

import json
from collections.abc import Sequence
from typing import Final

from mltag_desktop.core.workspace.workspace import Workspace

MOST: Final = 20
"""Maximum number of saved filters; the oldest goes when another one is saved."""
_KEY: Final = "saved filters"


def saved_filters(workspace: Workspace) -> tuple[str, ...]:
    """Return the saved filters, oldest first."""
    stored = workspace.preference(_KEY)
    try:
        lines = json.loads(stored) if isinstance(stored, str) else []
    except ValueError:
        lines = []
    return tuple(line for line in lines if isinstance(line, str)) if isinstance(lines, list) else ()


def store_filters(workspace: Workspace, lines: Sequence[str]) -> None:
    """Replace the saved filters."""
    workspace.set_preference(_KEY, json.dumps([*lines]))


def with_filter(lines: Sequence[str], line: str) -> tuple[str, ...]:
    """Return the filters with `line` as the newest one."""
    return (*(each for each in lines if each != line), line)[-MOST:]

"""Guidelines of the tags, with decided records as examples."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import RecordView, RowId, States, Status, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace

EXAMPLES: Final = 3


@dataclass(frozen=True)
class TagGuideline:
    """A tag with its number of decided records and some examples."""

    tag: TagInfo
    decided: int
    examples: tuple[tuple[RowId, str], ...]
    """Records and their titles; those that the model predicted wrongly first, because they show the border.
    """


def tag_guidelines(progress: Progress, workspace: Workspace) -> tuple[TagGuideline, ...]:
    """Return the guideline of each tag, in the order of the keys."""
    states = workspace.states()
    codes = {name: code for code, name in enumerate(states.tag_names)}
    found = []
    for number, tag in enumerate(workspace.tag_set.tags):
        progress.report(number / len(workspace.tag_set.tags), "Looking for examples")
        rows, decided = _examples(states, codes.get(tag.name, -1))
        titles = tuple((record.row, _title(workspace, record)) for record in workspace.table.records(rows))
        found.append(TagGuideline(tag, decided, titles))
    return tuple(found)


def _title(workspace: Workspace, record: RecordView) -> str:
    """Return the first input cell that is not empty."""
    cells = (record.cells[column] for column in workspace.table.mapping.text if column < len(record.cells))
    return next((cell for cell in cells if cell.strip()), record.text)


def _examples(states: States, code: int) -> tuple[list[RowId], int]:
    if code < 0:
        return [], 0
    rows = np.flatnonzero(states.decided == code)
    corrected = rows[states.status[rows] == Status.CORRECTED]
    accepted = rows[states.status[rows] == Status.ACCEPTED]
    surest = accepted[np.argsort(-np.nan_to_num(states.confidence[accepted]), kind="stable")]
    chosen = np.concatenate([corrected[-(EXAMPLES - 1) :][::-1], surest])[:EXAMPLES]
    return chosen.tolist(), len(rows)

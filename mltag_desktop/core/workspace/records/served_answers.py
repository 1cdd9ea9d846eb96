"""The answers of a service in a workspace that was made to review them, one record per text.

They are source columns, so that they are shown, searched, sorted, counted and exported like any others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.workspace.records.table import WorkspaceTable
from mltag_desktop.core.workspace.types import RowArray, RowId

COLUMNS: Final = (
    "text",
    "reason",
    "served_tag",
    "served_confidence",
    "served_version",
    "served_at",
    "sampling_probability",
)
SAMPLE: Final = "sample"
"""The reason of a text that was drawn at random."""


@dataclass(frozen=True)
class ServedAnswer:
    """Answer of a service to a text, and the reason why the text was sent to review."""

    text: str
    reason: str
    """"unsure", "sample" (drawn at random), "differs", "feedback", or a drift check such as "coverage"."""
    tag: str
    confidence: float
    version: str
    time: str = ""
    probability: float = 0.0
    """The probability with which the text was drawn; 0 if it was not drawn at random."""


def prepare(table: WorkspaceTable) -> None:
    """Give an empty workspace the columns of served answers."""
    table.set_columns(COLUMNS, ColumnMapping(text=(0,), date=COLUMNS.index("served_at")))


def is_prepared(table: WorkspaceTable) -> bool:
    """Return whether a workspace has the columns of served answers."""
    return table.columns == COLUMNS


def cells_of(answer: ServedAnswer) -> tuple[str, ...]:
    """Return the record of an answer."""
    return (
        answer.text,
        answer.reason,
        answer.tag,
        f"{answer.confidence:.6f}",
        answer.version,
        answer.time,
        f"{answer.probability:g}" if answer.probability else "",
    )


def served_answers(table: WorkspaceTable, rows: Sequence[RowId] | RowArray) -> dict[RowId, ServedAnswer]:
    """Return the served answers of `rows`; records without one, such as pasted texts, are missing."""
    if not is_prepared(table):
        return {}
    found = {}
    for record in table.records(rows):
        if len(record.cells) == len(COLUMNS) and record.cells[2]:
            _, reason, tag, confidence, version, time, probability = record.cells
            found[record.row] = ServedAnswer(
                record.text, reason, tag, _number(confidence), version, time, _number(probability)
            )
    return found


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return 0.0

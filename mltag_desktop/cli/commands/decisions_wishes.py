"""Decisions asked for on the command line or in a table, and those that cannot be met."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.row_streams import open_rows
from mltag_desktop.core.workspace.types import RowId
from mltag_desktop.core.workspace.workspace import Workspace

_PAGE: Final = 5_000
_LONGEST: Final = 18
"""Digits of a record number; Python reads no number of some thousands."""


@dataclass(frozen=True)
class Wish:
    """That the record at `row` should carry `tag`; `line` is where it was asked for."""

    line: int
    row: RowId
    tag: str
    note: str


@dataclass(frozen=True)
class Conflict:
    """A wish that cannot be met, and why."""

    line: int
    record: str
    tag: str
    reason: str


def single_wish(record: int, tag: str, note: str, document: Workspace) -> tuple[list[Wish], list[Conflict]]:
    """Return the one wish; raises `MltagError` when there is no such record or tag."""
    if record > document.count:
        raise MltagError(f"There is no record {record}.", f"The last record is {document.count}.")
    names = [info.name for info in document.tags]
    if names and tag not in names:
        raise MltagError(f"The workspace has no tag {tag}.", f"Use one of: {', '.join(names)}.")
    return [Wish(0, record - 1, tag, note)], []


def wishes_in(source: Path, document: Workspace, *, note: str) -> tuple[list[Wish], list[Conflict]]:
    """Read wishes from a table with a column `tag` and a column `record` (from 1) or the workspace's id."""
    rows = open_rows(source)
    names = [column.strip().lower() for column in rows.columns]
    if "tag" not in names:
        raise MltagError(f"{source} has no column tag.", f"Its columns are: {', '.join(rows.columns)}.")
    place, find = _finder(source, names, document)
    tag_at = names.index("tag")
    note_at = names.index("note") if "note" in names else None
    every = (cells for chunk in rows.chunks(_PAGE) for cells in chunk)
    asked = (
        (
            line,
            cells[place].strip(),
            cells[tag_at].strip(),
            note if note_at is None else cells[note_at] or note,
        )
        for line, cells in enumerate(every, 2)
    )
    return _sort(asked, find, {info.name for info in document.tags})


def _sort(
    asked: Iterable[tuple[int, str, str, str]], find: Callable[[str], RowId | str], tags: set[str]
) -> tuple[list[Wish], list[Conflict]]:
    """Part the wishes that can be met from the others; a record asked for twice must get the same tag."""
    wishes: dict[RowId, Wish] = {}
    conflicts: list[Conflict] = []
    for line, record, tag, note in asked:
        row = find(record)
        if isinstance(row, str):
            reason = row
        elif not tag:
            reason = "the tag is missing"
        elif tags and tag not in tags:
            reason = f"the workspace has no tag {tag}"
        elif row in wishes and wishes[row].tag != tag:
            reason = f"line {wishes[row].line} has the tag {wishes[row].tag}"
        else:
            wishes.setdefault(row, Wish(line, row, tag, note))
            continue
        conflicts.append(Conflict(line, record, tag, reason))
    return list(wishes.values()), conflicts


def _finder(source: Path, names: list[str], document: Workspace) -> tuple[int, Callable[[str], RowId | str]]:
    """Return the column that names the record, and how it is found: a row, or why there is none."""
    if "record" in names:
        return names.index("record"), partial(_by_number, document.count)
    id_at = document.mapping.id
    id_name = None if id_at is None else document.columns[id_at].strip().lower()
    for name in ("id", id_name):
        if name is not None and name in names and id_at is not None:
            return names.index(name), partial(_by_id, _ids(document, id_at))
    raise MltagError(
        f"{source} has no column that identifies the records.", "Add a column record (1 is the first) or id."
    )


def _by_number(count: int, number: str) -> RowId | str:
    if not (number.isascii() and number.isdigit() and len(number) <= _LONGEST):
        return f"{number[:_LONGEST] or 'nothing'} is not a record number"
    return int(number) - 1 if 1 <= int(number) <= count else f"there is no record {number}"


def _by_id(known: dict[str, list[RowId]], value: str) -> RowId | str:
    rows = known.get(value, [])
    if len(rows) == 1:
        return rows[0]
    return f"{len(rows)} records have the id {value}" if rows else f"no record has the id {value}"


def _ids(document: Workspace, column: int) -> dict[str, list[RowId]]:
    known: dict[str, list[RowId]] = {}
    for start in range(0, document.count, _PAGE):
        for record in document.records(np.arange(start, min(start + _PAGE, document.count))):
            known.setdefault(record.cells[column].strip(), []).append(record.row)
    return known

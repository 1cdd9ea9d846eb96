"""Read the decisions in a write-ahead log whose workspace file is missing.

A log contains whole pages. Each row has a checksum (see `row_checksums`), so any intact row is recognised on
any page. Rows with a note too long for their page are not found.
"""

import json
import struct
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.filesystem.files import read_error
from mltag_desktop.core.workspace.storage.row_checksums import sum_of
from mltag_desktop.core.workspace.types import REVERSALS, Action, JournalEntry

_MAGIC: Final = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_HEADER: Final = 32
_FRAME: Final = 24
_LEAF: Final = 0x0D
_INTEGERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Size of an integer in bytes, by its serial type."""
_REAL: Final = 7
_STEP, _DECISION = 9, 10
"""Number of columns of the two tables; see `schema.TABLES`."""
_CONFIDENCE: Final = 7


def is_log(path: Path) -> bool:
    """Return whether the first bytes of a file are those of a write-ahead log."""
    try:
        with path.open("rb") as file:
            return file.read(4) in _MAGIC
    except OSError:
        return False


def logged_decisions(path: Path) -> list[JournalEntry]:
    """Return the decisions in a log, by step, including older ones that share a page with new ones.

    A decision counts as undone if the log says so. Raises `MltagError` if the log cannot be read.
    """
    steps: dict[int, tuple[Any, ...]] = {}
    decisions: dict[int, tuple[Any, ...]] = {}
    try:
        for page in _pages(path):
            for row, values in _rows(page):
                if len(values) == _STEP and sum_of((row, *values[1:-1])) == values[-1]:
                    steps[row] = values
                elif len(values) == _DECISION:
                    if type(values[_CONFIDENCE]) is int:  # SQLite stores a whole number as an integer
                        values = (*values[:_CONFIDENCE], float(values[_CONFIDENCE]), *values[8:])
                    if sum_of(values[1:-1]) == values[-1]:
                        decisions[row] = values
    except OSError as error:
        raise read_error(path, error, "Check who owns the file and try again.") from error
    undone = _undone(steps)
    found = []
    for row in sorted(decisions):
        step, record, kind, tag, version, predicted, confidence, note = decisions[row][1:-1]
        curator, time = steps[step][4:6] if step in steps else ("", "")
        found.append(
            JournalEntry(
                step,
                record,
                kind,
                tag,
                curator,
                time,
                version,
                predicted,
                confidence,
                note,
                step in undone,
            )
        )
    return found


def _undone(steps: Mapping[int, tuple[Any, ...]]) -> set[int]:
    """Return the undone steps, judging by these steps alone; the journal may contain more."""
    undone: set[int] = set()
    for step in sorted(steps):
        action, target = steps[step][1:3]
        if action in REVERSALS and target in steps and steps[target][1] == Action.RETURN:
            side = -3 if action == Action.UNDO else -2
            undone = _others(steps, target, steps[target][side])
        elif action == Action.UNDO:
            undone.add(target)
        elif action == Action.REDO:
            undone.discard(target)
        elif action == Action.RETURN:
            undone = _others(steps, step, steps[step][-2])
    return undone


def _others(steps: Iterable[int], before: int, kept: str) -> set[int]:
    """Return the steps before a step that are not among those kept in effect, a list as JSON."""
    return {step for step in steps if step < before}.difference(json.loads(kept))


def _pages(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        size = int.from_bytes(file.read(_HEADER)[8:12], "big")
        if not 512 <= size <= 65536:
            return
        while len(file.read(_FRAME)) == _FRAME and len(page := file.read(size)) == size:
            yield page


def _rows(page: bytes) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield row number and values of each complete table row on this page."""
    if page[0] != _LEAF:
        return
    for number in range(min(int.from_bytes(page[3:5], "big"), len(page) // 4)):
        try:
            at = int.from_bytes(page[8 + 2 * number : 10 + 2 * number], "big")
            length, at = _varint(page, at)
            row, at = _varint(page, at)
            if at + length <= len(page):
                yield row, _values(page[at : at + length])
        except (IndexError, ValueError, struct.error):
            continue


def _values(record: bytes) -> tuple[Any, ...]:
    head, at = _varint(record, 0)
    body = head
    values: list[Any] = []
    while at < head:
        kind, at = _varint(record, at)
        size = (kind - 12) // 2 if kind >= 12 else 8 if kind == _REAL else _INTEGERS.get(kind, 0)
        data = record[body : body + size]
        if len(data) < size or kind in (10, 11):
            raise ValueError("no record")
        body += size
        if kind >= 12:
            values.append(data.decode() if kind % 2 else data)
        elif kind == _REAL:
            values.append(*struct.unpack(">d", data))
        else:
            values.append(
                None if not kind else kind - 8 if kind > 7 else int.from_bytes(data, "big", signed=True)
            )
    return tuple(values)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        byte = data[at + place]
        if place == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + place + 1
    raise AssertionError

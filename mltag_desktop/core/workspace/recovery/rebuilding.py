"""Rebuild what a file lacks: steps, metadata and records.

Steps and decisions come back from the decision log, metadata from the journal, and records from the source
file; those that are lost become empty ones.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import scratch_folder
from mltag_desktop.core.messages import Message, message, message_plural, sentences
from mltag_desktop.core.tables.dialect import column_names
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.record_parser import Record
from mltag_desktop.core.tables.table_file import parse_cells, parse_many
from mltag_desktop.core.workspace.records.import_reading import encoded_texts
from mltag_desktop.core.workspace.records.text_store import SPAN, digests_of
from mltag_desktop.core.workspace.storage.decision_log import DecisionLogContent, LoggedStep
from mltag_desktop.core.workspace.storage.journal import SEVERAL, add_step, folded, now, values_of
from mltag_desktop.core.workspace.storage.metadata import (
    dialect_json,
    dialect_of,
    first_values,
    mapping_of,
    tag_infos,
    tags_json,
)
from mltag_desktop.core.workspace.storage.row_checksums import FILLED, packed, stretch_of, sum_of, summed
from mltag_desktop.core.workspace.storage.schema import read_meta, write_meta
from mltag_desktop.core.workspace.types import REVERSALS, Action

_OPTIONAL: Final = (SEVERAL, "review_below")
"""Values that steps set and only some workspaces have."""
_BY_STEPS: Final = frozenset({Action.DECISIONS, Action.TAGS, Action.TAG_MODE, Action.REVIEW})
"""Actions that a step and the values in it describe completely; others also changed texts or models."""
_TAGS: Final = "SELECT tag FROM decisions WHERE tag IS NOT NULL GROUP BY tag ORDER BY MIN(id)"
_ORIGINAL: Final = "SELECT data FROM originals WHERE edition = 0 ORDER BY piece"
_FIRST: Final = (
    "SELECT first, ends, raws FROM blocks WHERE NOT pasted AND length(raws) ORDER BY first LIMIT 1"
)


class BroughtBack(NamedTuple):
    """What came back from a decision log."""

    steps: int
    decisions: int
    lost: int
    """Number of steps that could not be brought back, because more than the log is needed for them."""

    def words(self, document: Path, *, is_log_damaged: bool, has_copy: bool) -> Message:
        """Return a note for the curator; `has_copy` tells whether the decision log is that of the file."""
        parts = []
        if is_log_damaged:
            parts.append(message("The log of the last changes of {name} is damaged.", name=document.name))
        if self.steps:
            parts.append(
                message_plural(
                    "{n:,} decision that was missing came back from {name}-decisions.",
                    "{n:,} decisions that were missing came back from {name}-decisions.",
                    self.decisions,
                    name=document.name,
                )
            )
        if self.lost:
            parts.append(
                message_plural(
                    "{n:,} other step is lost.",
                    "{n:,} other steps are lost.",
                    self.lost,
                )
            )
        if is_log_damaged and has_copy:
            parts.append(message("Predictions and settings of the last minutes may be missing, too."))
        elif is_log_damaged:
            parts.append(
                message(
                    "Decisions of the last minutes may be missing: their copy {name}-decisions does not "
                    "exist or belongs to another file.",
                    name=document.name,
                )
            )
        return sentences(*parts)


def lost_steps(
    connection: sqlite3.Connection, noted: DecisionLogContent | None, token: bytes
) -> list[LoggedStep]:
    """Return the steps that the decision log has and its file lacks; none for the log of another file."""
    if noted is None or not noted.belongs_to(token) or not noted.agrees_with(connection):
        return []
    return noted.missing_in(connection)


def bring_back(
    connection: sqlite3.Connection, found: Iterable[LoggedStep], records: int | None = None
) -> BroughtBack:
    """Add these steps to a file, and the values that they set; the caller commits.

    `records` is the number of records that decisions can be about; by default those of the file. A step that
    needs more than the log, such as a merge or a promotion, becomes a step without content, so that the
    others keep their numbers and their order.
    """
    logged = {step.number: step for step in found}
    if records is None:
        query = "SELECT coalesce(MAX(row + length(ends) / 4 - 1), 0) FROM blocks WHERE row >= 0"
        (records,) = connection.execute(query).fetchone()
    actions: dict[int, str] = dict(connection.execute("SELECT step, action FROM steps").fetchall())
    used = [step for (step,) in connection.execute("SELECT DISTINCT step FROM decisions")]
    is_simple = {*actions.values(), *(step.values[1] for step in logged.values())} <= _BY_STEPS | REVERSALS
    last = max([0, *actions, *logged, *used])
    steps = decisions = lost = 0
    placed = set[int]()
    for number in sorted(set(range(1, last + 1)) - actions.keys()):
        step = logged.get(number)
        if step is None or not _stands_alone(step, actions, placed, is_simple=is_simple):
            time = now().isoformat(timespec="milliseconds")
            step = LoggedStep((number, Action.DECISIONS, None, FILLED, "", time, "null", "null"), ())
            placed.add(number)
            lost += number in logged or number not in used
        else:
            kept = tuple(row for row in step.decisions if 0 <= row[1] < records)
            step = step._replace(decisions=kept)
            connection.execute("DELETE FROM decisions WHERE step = ?", (number,))
            steps, decisions = steps + 1, decisions + len(kept)
            actions[number] = step.values[1]
        add_step(connection, step)
    _put_in_order(connection)
    if steps:
        values = journal_values(connection)
        write_meta(connection, {key: values[key] for key in ("tags", *_OPTIONAL) if key in values})
    return BroughtBack(steps, decisions, lost)


def _stands_alone(step: LoggedStep, actions: Mapping[int, str], placed: set[int], *, is_simple: bool) -> bool:
    """Return whether a step can be brought back from the log alone."""
    action, target = step.values[1:3]
    if action in REVERSALS:
        return target in placed or actions.get(target) in _BY_STEPS
    return action in _BY_STEPS or (action == Action.RETURN and is_simple)


def _put_in_order(connection: sqlite3.Connection) -> None:
    """Number the decisions in the order of their steps, which is the order in which they count."""
    query = "SELECT 1 FROM decisions a JOIN decisions b ON b.id = a.id + 1 WHERE b.step < a.step LIMIT 1"
    if connection.execute(query).fetchone() is None:
        return
    rows = connection.execute("SELECT * FROM decisions ORDER BY step, id").fetchall()
    connection.execute("DELETE FROM decisions")
    numbered = ((number, *row[1:]) for number, row in enumerate(rows, 1))
    connection.executemany("INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", numbered)


def recollect(connection: sqlite3.Connection) -> bool:
    """Rebuild missing metadata from the journal and the records; return whether any was missing.

    Values that cannot be recovered get their defaults.
    """
    known, first = read_meta(connection), first_values((), "")
    missing = {*first, *_OPTIONAL} - known.keys()
    found: dict[str, Any] = first | journal_values(connection) | known
    missing -= {key for key in _OPTIONAL if found.get(key) is None}
    if not missing:
        return False
    if "tags" in missing and not found["tags"]:
        found["tags"] = tags_json(tag_infos([tag for (tag,) in connection.execute(_TAGS)]))
    if missing & {"dialect", "columns", "head"}:
        _detect_layout(connection, found, missing)
    width = len(found["columns"])
    if "mapping" in missing and not all(0 <= column < width for column in found["mapping"]["text"]):
        found["mapping"] = first["mapping"]
    write_meta(connection, {key: found[key] for key in missing})
    return True


def journal_values(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return the values that the steps in effect set, or that were there before, if all are undone."""
    steps, active_steps = folded(connection)
    found: dict[str, Any] = {}
    for step in reversed(steps):
        found |= values_of(step.action, step.before)
    for step in active_steps:
        found |= values_of(step.action, step.after)
    return found


def _detect_layout(connection: sqlite3.Connection, found: dict[str, Any], missing: set[str]) -> None:
    """Detect the dialect and the columns from the remaining source."""
    row = connection.execute(_FIRST).fetchone()
    raws = b"" if row is None else b"".join(stretch_of(row).values())
    whole = b"".join(data for (data,) in connection.execute(_ORIGINAL))
    head = b"" if "head" in missing else found["head"]
    found["head"] = head  # the header may be lost, and no record must be taken for it
    with scratch_folder() as folder:
        path = folder / f"source{Path(found['source_path']).suffix}"
        path.write_bytes(whole or head + raws)
        try:
            table = open_table(path, None if "dialect" in missing else dialect_of(found["dialect"]))
        except MltagError:
            columns: Sequence[str] = parse_cells(raws, dialect_of(found["dialect"])) or ("",)
        else:
            found["dialect"] = dialect_json(table.dialect)
            columns = table.columns
    if "columns" in missing:
        known = bool(whole or head)
        found["columns"] = [*columns] if known else column_names([""] * len(columns))


_ADD: Final = "INSERT OR IGNORE INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?)"
_EMPTY_AT_ONCE: Final = 5_000
_DIGEST: Final = 16
_MOST_ROWS: Final = (
    "SELECT coalesce(MAX(n), 0) FROM (SELECT row + length(ends) / 4 - 1 AS n FROM blocks WHERE row >= 0"
    " UNION ALL SELECT record + 1 FROM decisions) WHERE n <= ?"
)
_MOST_SLOTS: Final = (
    "SELECT coalesce(MAX(n), 0) FROM (SELECT first + length(ends) / 4 - 1 AS n FROM blocks"
    " UNION ALL SELECT key % ? + length(digests) / 16 FROM digests) WHERE n <= ?"
)


class RecordRecovery:
    """Completes the records of a workspace that has the intact ones of a damaged file."""

    def __init__(self, connection: sqlite3.Connection, most: int) -> None:
        """Use a limit of `most` for the number of records that the damaged file can have had."""
        self._connection = connection
        self._most = most
        self._meta = read_meta(connection)
        self._dialect = dialect_of(self._meta["dialect"])
        self._mapping = mapping_of(self._meta["mapping"])
        self._first_key = int(self._meta["generation"]) * SPAN
        self._plain = connection.execute("SELECT 1 FROM editions").fetchone() is None

    def recover(self) -> int:
        """Add the missing records; return the number of those that were read from the source file again."""
        rows, slots = self._least_counts()
        found = self._read_source(max(rows, slots)) if self._plain else 0
        self._fill_gaps(rows, slots)
        self._write_texts()
        return found

    def _least_counts(self) -> tuple[int, int]:
        """Return lower bounds for the numbers of records and slots, from all references to them."""
        rows = [*self._connection.execute(_MOST_ROWS, (self._most,)).fetchone()]
        slots = [*self._connection.execute(_MOST_SLOTS, (SPAN, self._most)).fetchone()]
        for (blob,) in self._connection.execute("SELECT rows FROM predictions"):
            rows += [row + 1 for row in [int(np.frombuffer(blob, "<i8").max(initial=-1))] if row < self._most]
        for row_blob, moved in self._connection.execute("SELECT rows, moved FROM editions"):
            rows += (unpacked(row_blob, 2 * self._most)[-1:] + 1).tolist()
            slots += (unpacked(moved, 2 * self._most).reshape(2, -1)[1] + 1).tolist()
        return max(rows), max(slots)

    def _digests(self) -> dict[int, bytes]:
        """Return the digests of the texts that are known, by slot."""
        found: dict[int, bytes] = {}
        query = "SELECT key, digests FROM digests WHERE key >= ? AND key < ?"
        for first, digests in self._connection.execute(query, (self._first_key, self._first_key + SPAN)):
            for place in range(min(len(digests) // _DIGEST, self._most)):
                at = place * _DIGEST
                found[first - self._first_key + place] = digests[at : at + _DIGEST]
        return found

    def _read_source(self, most: int) -> int:
        """Add missing records from the source file, if it has all those that are known, in their places.

        There were at least `most` records; more in the file may have been added to it later. Return how many
        were added.
        """
        known = {slot: raw for first, raws in self._blocks() for slot, raw in enumerate(raws, first)}
        if len(known) >= most:
            return 0
        try:
            table = open_table(Path(self._meta["source_path"] or ""), self._dialect)
            read = [item for item in table.records() if isinstance(item, Record)]
        except (MltagError, OSError):
            return 0
        pasted = "SELECT coalesce(MIN(first), ?) FROM blocks WHERE pasted"
        (stop,) = self._connection.execute(pasted, (len(read),)).fetchone()
        read = read[: min(stop, most)]
        missing = [slot for slot in range(len(read)) if slot not in known]
        texts = encoded_texts([read[slot].cells for slot in missing], self._mapping)
        digests, own = self._digests(), digests_of(texts)
        for place, slot in enumerate(missing):
            digest = own[place * _DIGEST : (place + 1) * _DIGEST]
            if digests.get(slot, digest if known else None) != digest:
                return 0
        if any(read[slot].raw != raw for slot, raw in known.items() if slot < len(read)):
            return 0
        for start, last in ranges(missing):
            self._add(start, start, [record.raw for record in read[start : last + 1]])
        return len(missing)

    def _fill_gaps(self, rows: int, slots: int) -> None:
        """Add empty records in place of missing ones."""
        query = "SELECT first, length(ends) / 4 - 1, row FROM blocks ORDER BY first"
        slot = row = 0
        for first, length, its_row in self._connection.execute(query).fetchall():
            new = first - slot if its_row < 0 else max(0, min(first - slot, its_row - row))
            self._add_empty(slot, row, new)
            self._add_empty(slot + new, -1, first - slot - new)
            row = max(row + new, its_row + length)
            slot = first + length
        new = max(0, min(rows, self._most) - row)
        if self._plain:
            new = max(new, min(slots, self._most) - slot)
        self._add_empty(slot, row, new)
        self._add_empty(slot + new, -1, min(slots, self._most) - slot - new)

    def _add_empty(self, slot: int, row: int, count: int) -> None:
        for start in range(0, count, _EMPTY_AT_ONCE):
            empty = [b""] * min(_EMPTY_AT_ONCE, count - start)
            self._add(slot + start, row if row < 0 else row + start, empty)

    def _add(self, slot: int, row: int, raws: Sequence[bytes]) -> None:
        """Add records in the slots from `slot` on, the rows from `row` on or (-1) newer bytes of others."""
        for first, ends, joined in packed(slot, raws):
            head = (first, row if row < 0 else row + first - slot, 0, 0, ends)
            self._connection.execute(_ADD, (*head, joined, sum_of(head)))

    def _write_texts(self) -> None:
        """Write the texts of all records."""
        connection = self._connection
        for table in ("texts", "digests", "generations"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of tables
        columns = json.dumps(list(self._mapping.text))
        connection.execute(
            "INSERT INTO generations VALUES (?, ?, ?)", summed(self._meta["generation"], columns)
        )
        for first, raws in self._blocks():
            key, texts = self._first_key + first, [b""] * len(raws)
            if any(raws):
                texts = encoded_texts(parse_many(raws, self._dialect), self._mapping)
            lines = ((at, ends, joined, sum_of((at, ends))) for at, ends, joined in packed(key, texts))
            connection.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", lines)
            connection.execute("INSERT INTO digests VALUES (?, ?, ?)", summed(key, digests_of(texts)))

    def _blocks(self) -> Iterator[tuple[int, list[bytes]]]:
        for row in self._connection.execute("SELECT first, ends, raws FROM blocks ORDER BY first"):
            yield row[0], stretch_of(row).values()


def unpacked(blob: bytes, most: int) -> NDArray[np.int64]:
    """Return the numbers in a blob of a revision; raises `ValueError` if there are more than `most`."""
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(blob, 8 * most + 1)
    except zlib.error as error:
        raise ValueError("the blob is damaged") from error
    if len(data) > 8 * most or len(data) % 8:
        raise ValueError("the blob is too long")
    return np.frombuffer(data, "<i8")


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as ranges with inclusive ends."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found

"""Bring steps and decisions back from the decision log, and metadata back from the journal."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import scratch_folder
from mltag_desktop.core.messages import Message, message, message_plural, sentences
from mltag_desktop.core.tables.dialect import column_names
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.table_file import parse_cells
from mltag_desktop.core.workspace.storage.decision_log import DecisionLogContent, LoggedStep
from mltag_desktop.core.workspace.storage.journal import SEVERAL, add_step, folded, now, values_of
from mltag_desktop.core.workspace.storage.metadata import (
    dialect_json,
    dialect_of,
    first_values,
    tag_infos,
    tags_json,
)
from mltag_desktop.core.workspace.storage.row_checksums import FILLED, stretch_of, summed
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

    def words(self, document: Path, *, is_log_damaged: bool) -> Message:
        """Return a note for the curator."""
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
        if is_log_damaged:
            parts.append(message("Predictions and settings of the last minutes may be missing, too."))
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
            values = (number, Action.DECISIONS, None, FILLED, "", _time(), "null", "null")
            step = LoggedStep(values, ())
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
        set_from_journal(connection, ("tags", *_OPTIONAL))
    return BroughtBack(steps, decisions, lost)


def _stands_alone(step: LoggedStep, actions: Mapping[int, str], placed: set[int], *, is_simple: bool) -> bool:
    """Return whether a step can be brought back from the log alone."""
    action, target = step.values[1:3]
    if action in REVERSALS:
        return target in placed or actions.get(target) in _BY_STEPS
    return action in _BY_STEPS or (action == Action.RETURN and is_simple)


def _time() -> str:
    return now().isoformat(timespec="milliseconds")


def _put_in_order(connection: sqlite3.Connection) -> None:
    """Number the decisions in the order of their steps, which is the order in which they count."""
    query = "SELECT 1 FROM decisions a JOIN decisions b ON b.id = a.id + 1 WHERE b.step < a.step LIMIT 1"
    if connection.execute(query).fetchone() is None:
        return
    rows = connection.execute("SELECT * FROM decisions ORDER BY step, id").fetchall()
    connection.execute("DELETE FROM decisions")
    numbered = ((number, *row[1:]) for number, row in enumerate(rows, 1))
    connection.executemany("INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", numbered)


def set_from_journal(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Set values to what the steps in effect say, where any step changed them."""
    values = journal_values(connection)
    lines = [summed(key, json.dumps(values[key])) for key in keys if key in values]
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?, ?)", lines)


def recollect(connection: sqlite3.Connection) -> bool:
    """Rebuild missing metadata from the journal and the records; return whether any was missing.

    Values that cannot be recovered get their defaults.
    """
    rows = connection.execute("SELECT key, value FROM meta").fetchall()
    known = {key: value if isinstance(value, bytes) else json.loads(value) for key, value in rows}
    first = first_values((), "")
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
    values = ((key, found[key]) for key in sorted(missing))
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?, ?)",
        (summed(key, value if isinstance(value, bytes) else json.dumps(value)) for key, value in values),
    )
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

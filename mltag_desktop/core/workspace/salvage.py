"""What can still be read of a damaged document, as a new one: nothing is made up, what is missing is told."""

import contextlib
import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.reader import parse_cells
from mltag_desktop.core.workspace.intake import encoded_texts
from mltag_desktop.core.workspace.journal import now
from mltag_desktop.core.workspace.meta import dialect_of, first_values, mapping_of
from mltag_desktop.core.workspace.migrations import migrate
from mltag_desktop.core.workspace.schema import APPLICATION_ID, check_mark, version_of
from mltag_desktop.core.workspace.stretches import packed, stretch_of
from mltag_desktop.core.workspace.texts import SPAN, digests_of

_SELECT: Final = "SELECT"
_INSERT: Final = "INSERT OR IGNORE INTO"
_DELETE: Final = "DELETE FROM"
_KEYS: Final = {"meta": "key"}
"""By which column broken places of a table are stepped over, where it is not the row id."""
_STEPS: Final = 64
_CHUNK: Final = 2_000


@dataclass(frozen=True)
class Salvaged:
    """What was saved."""

    path: Path
    rows: dict[str, int]
    """Lines saved of each table of the file."""
    damaged: tuple[str, ...]
    """Tables of which something is missing."""
    lost: int
    """Records that stand empty, since they could not be read."""

    @property
    def words(self) -> str:
        """What was saved, for the curator."""
        saved = f"Saved {self.rows.get('steps', 0):,} steps with {self.rows.get('decisions', 0):,} decisions"
        missing = f"; something is missing of: {', '.join(self.damaged)}" if self.damaged else ""
        return f"{saved}; {self.lost:,} records could not be read and stand empty{missing}."


def salvage(progress: Progress, path: Path, target: Path) -> Salvaged:
    """Write what can be read of the document at `path` to a new one at `target`.

    Records that cannot be read stand there empty, so that decisions stay with theirs. Texts are made again.
    Raises `MltagError` when nothing can be read.
    """
    check_mark(path)
    if target.exists():
        raise MltagError(f"{target} exists already.", "Choose another name.")
    rows: dict[str, int] = {}
    damaged: list[str] = []
    try:
        with (
            contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as old,
            contextlib.closing(sqlite3.connect(target, isolation_level=None)) as new,
        ):
            tables = _like(old, new, path)
            new.execute("BEGIN")
            for number, table in enumerate(tables):
                progress.report(number / len(tables), f"Saving {table}")
                rows[table], whole = _copy(old, new, table)
                damaged += [] if whole else [table]
            new.execute("COMMIT")
            migrate(new)
            new.execute("BEGIN")
            lost = _mend(new)
            new.execute("COMMIT")
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return Salvaged(target, rows, tuple(damaged), lost)


def _like(old: sqlite3.Connection, new: sqlite3.Connection, path: Path) -> list[str]:
    """Make the tables that the old file has."""
    try:
        made = old.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
        ).fetchall()
        version = version_of(old)
    except sqlite3.DatabaseError as error:
        raise MltagError(f"Nothing of {path} can be read ({error}).", "Restore it from a backup.") from error
    new.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for _, statement in made:
        new.execute(statement)
    new.execute(f"PRAGMA user_version = {version}")
    return [name for name, statement in made if statement.startswith("CREATE TABLE")]


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> tuple[int, bool]:
    """Copy the lines of a table that can be read; returns how many, and whether that is all."""
    key = _KEYS.get(table, "rowid")
    width = len(new.execute(f"PRAGMA table_info({table})").fetchall())
    put = f"{_INSERT} {table} VALUES ({', '.join('?' * width)})"
    get = f"{_SELECT} {key}, * FROM {table} WHERE {key} > ? ORDER BY {key}"
    last: Any = "" if table in _KEYS else -(2**62)
    count, whole, jump = 0, True, 0
    while jump < _STEPS:
        start = last if isinstance(last, str) or not jump else last + 2**jump
        try:
            for row in old.execute(get, (start,)):
                last, jump = row[0], 0
                if _is_sound(table, row[1:]):
                    new.execute(put, row[1:])
                    count += 1
                else:
                    whole = False
        except (sqlite3.DatabaseError, OverflowError, UnicodeDecodeError):
            whole = False
            jump = _STEPS if isinstance(last, str) else jump + 1
            continue
        return count, whole
    return count, whole


def _is_sound(table: str, row: tuple[Any, ...]) -> bool:
    """Tell whether a stretch of records is as it was written; other lines are taken as they are."""
    if table != "blocks":
        return True
    try:
        stretch_of((row[0], row[-2], row[-1]))
    except (MltagError, TypeError, ValueError):
        return False
    return True


def _mend(new: sqlite3.Connection) -> int:
    """Make what was saved consistent; returns how many records stand empty."""
    values = {
        key: value if isinstance(value, bytes) else json.dumps(value)
        for key, value in first_values((), "").items()
    }
    new.executemany("INSERT OR IGNORE INTO meta VALUES (?, ?)", values.items())
    lost = _fill_holes(new)
    _fill_journal(new)
    meta = dict(new.execute("SELECT key, value FROM meta").fetchall())
    mapping, dialect = mapping_of(json.loads(meta["mapping"])), dialect_of(json.loads(meta["dialect"]))
    generation = int(json.loads(meta["generation"]))
    for table in ("texts", "digests"):
        new.execute(f"{_DELETE} {table}")
    new.execute(
        "INSERT OR REPLACE INTO generations VALUES (?, ?)", (generation, json.dumps(list(mapping.text)))
    )
    query = "SELECT first, ends, raws FROM blocks WHERE first > ? ORDER BY first LIMIT 1"
    last = -1
    while (row := new.execute(query, (last,)).fetchone()) is not None:
        last, key = row[0], generation * SPAN + row[0]
        texts = encoded_texts([parse_cells(raw, dialect) for raw in stretch_of(row).values()], mapping)
        new.executemany("INSERT INTO texts VALUES (?, ?, ?)", packed(key, texts))
        new.execute("INSERT INTO digests VALUES (?, ?)", (key, digests_of(texts)))
    return lost


def _fill_holes(new: sqlite3.Connection) -> int:
    """Put empty records where some are missing, as far as any decision reaches."""
    heads = new.execute("SELECT first, length(ends) / 4 - 1, row FROM blocks ORDER BY first").fetchall()
    (furthest,) = new.execute("SELECT coalesce(MAX(record), -1) FROM decisions").fetchone()
    lost = slot = row = 0
    for first, length, its_row in [*heads, (None, 0, furthest + 1)]:
        missing = max(0, its_row - row) if first is None else first - slot
        if missing:
            stretches = packed(slot, [b""] * missing)
            new.executemany(
                "INSERT INTO blocks VALUES (?, ?, 0, 0, ?, ?)",
                ((key, row + key - slot, ends, joined) for key, ends, joined in stretches),
            )
            lost += missing
            row += missing
        if first is not None:
            slot, row = first + length, max(row, its_row + length if its_row >= 0 else row)
    return lost


def _fill_journal(new: sqlite3.Connection) -> None:
    """Put a step where one is missing, so that its decisions count."""
    known = {step for (step,) in new.execute("SELECT step FROM steps")}
    (last,) = new.execute("SELECT coalesce(MAX(step), 0) FROM decisions").fetchone()
    for step in sorted(set(range(1, max([last, *known], default=0) + 1)) - known):
        new.execute(
            "INSERT INTO steps VALUES"
            " (?, 'decisions', NULL, 'Saved from a damaged file', '', ?, 'null', 'null')",
            (step, now().isoformat(timespec="milliseconds")),
        )

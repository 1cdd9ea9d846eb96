"""What can still be read of a damaged document, as a new one: nothing is made up, what is missing is told."""

import contextlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.files import sync_folder
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.reader import parse_cells
from mltag_desktop.core.workspace.intake import encoded_texts
from mltag_desktop.core.workspace.journal import is_sense, now
from mltag_desktop.core.workspace.meta import dialect_of, mapping_of
from mltag_desktop.core.workspace.migrations import before_sums, migrate
from mltag_desktop.core.workspace.recollecting import recollect
from mltag_desktop.core.workspace.schema import APPLICATION_ID, TABLES, VERSION, check_mark, version_of
from mltag_desktop.core.workspace.store import explained
from mltag_desktop.core.workspace.stretches import packed, stretch_of
from mltag_desktop.core.workspace.sums import COLUMNS, STRETCHES, fill_sums, is_whole, sum_of
from mltag_desktop.core.workspace.texts import SPAN, digests_of

_SELECT: Final = "SELECT"
_INSERT: Final = "INSERT OR IGNORE INTO"
_DELETE: Final = "DELETE FROM"
_KEYS: Final = {"meta": "key"}
"""By which column broken places of a table are stepped over, where it is not the row id."""
_STEPS: Final = 64
_MADE: Final = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
_PUT: Final = "UPDATE sqlite_master SET type = ?, sql = ? WHERE name = ?"
_IN_STRETCHES: Final = 2
"""The format from which records lie in stretches."""
_WITH_SUMS: Final = 3
"""The format from which lines have checksums."""
_KEPT: Final = frozenset({"quarantined", "originals", "model_files"})
_WORDS: Final = {
    "meta": "what it says of itself",
    "blocks": "the records",
    "quarantined": "the lines set aside",
    "editions": "earlier states of the source",
    "originals": "the source file",
    "steps": "the journal",
    "decisions": "the decisions",
    "models": "the models",
    "model_files": "the models' files",
    "predictions": "the predictions",
}
"""What a table holds; of others nothing is lost that cannot be made again."""
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
        damaged = ", ".join(_WORDS[table] for table in self.damaged if table in _WORDS)
        missing = f"; something is missing of: {damaged}" if damaged else ""
        if not self.lost:
            return f"{saved}, and every record{missing}."
        if self.lost == 1:
            return f"{saved}; 1 record could not be read and stands empty{missing}."
        return f"{saved}; {self.lost:,} records could not be read and stand empty{missing}."


def salvage(progress: Progress, path: Path, target: Path) -> Salvaged:
    """Write what can be read of the document at `path` to a new one at `target`.

    Records that cannot be read stand there empty, so that decisions stay with theirs. Texts are made again.
    Raises `MltagError` when nothing can be read.
    """
    check_mark(path)
    if target.exists():
        raise MltagError(f"{target} exists already.", "Choose another name.")
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with (
            explained(target),
            tempfile.TemporaryDirectory() as folder,
            contextlib.closing(_opened(path, Path(folder))) as old,
            contextlib.closing(sqlite3.connect(part, isolation_level=None)) as new,
        ):
            saved = _save(progress, old, new, target)
        part.rename(target)
        sync_folder(target.parent)
    except (sqlite3.Error, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
        raise MltagError(f"Nothing of {path} can be read ({error}).", "Restore it from a backup.") from error
    except OSError as error:
        raise MltagError(
            f"{target} could not be written: {error.strerror}.", "Choose another name."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return saved


def _opened(path: Path, folder: Path) -> sqlite3.Connection:
    """Open a damaged file; where SQLite cannot read its list of tables, a copy in `folder` gets ours."""
    found = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    with contextlib.suppress(sqlite3.DatabaseError):
        found.execute(_MADE).fetchall()
        return found
    with contextlib.closing(found):
        version = version_of(found)
    if version < _IN_STRETCHES:
        raise ValueError("its list of tables is damaged")
    copy = folder / "copy"
    for ending in ("", "-wal"):
        if Path(f"{path}{ending}").exists():
            shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as mended:
        mended.execute("PRAGMA writable_schema = ON")
        for statement in TABLES if version >= _WITH_SUMS else map(before_sums, TABLES):
            _, kind, name, *_ = statement.split()
            mended.execute(_PUT, (kind.lower(), statement, name))
    return sqlite3.connect(copy)


def _save(progress: Progress, old: sqlite3.Connection, new: sqlite3.Connection, target: Path) -> Salvaged:
    rows: dict[str, int] = {}
    damaged: list[str] = []
    tables = _like(old, new)
    new.execute("BEGIN")
    for number, table in enumerate(tables):
        progress.report(number / len(tables), f"Saving {table}")
        rows[table], whole = _copy(old, new, table)
        damaged += [] if whole else [table]
    new.execute("COMMIT")
    migrate(new)
    new.execute("BEGIN")
    lost = _mend(new)
    fill_sums(new, COLUMNS)
    new.execute("COMMIT")
    return Salvaged(target, rows, tuple(damaged), lost)


def _like(old: sqlite3.Connection, new: sqlite3.Connection) -> list[str]:
    """Make the tables that the old file has; which format it is, they tell better than one number."""
    made = [sql for (sql,) in old.execute(_MADE)]
    version = version_of(old)
    if any("sum INTEGER" in sql for sql in made) and not _WITH_SUMS <= version <= VERSION:
        version = VERSION
    statements = [*(TABLES if version >= _WITH_SUMS else map(before_sums, TABLES))]
    if version < _IN_STRETCHES:
        statements = made
    new.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in statements:
        new.execute(statement)
    new.execute(f"PRAGMA user_version = {version}")
    return [words[2] for words in map(str.split, statements) if words[1] == "TABLE"]


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> tuple[int, bool]:
    """Copy the lines of a table that can be read; returns how many, and whether that is all."""
    names = [column[1] for column in new.execute(f"PRAGMA table_info({table})")]
    put = f"{_INSERT} {table} VALUES ({', '.join('?' * len(names))})"
    count, whole = 0, True
    for row in _readable(old, table):
        sound = row if row is not None and _is_sound(table, names, row) else None
        whole = whole and sound is not None
        kept = sound if row is None or sound is not None else _repaired(table, row)
        if kept is not None:
            count += new.execute(put, kept).rowcount
    return count, whole


def _readable(old: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...] | None]:
    """Yield the lines that can be read, and None for a place that is stepped over."""
    key = _KEYS.get(table, "rowid")
    get = f"{_SELECT} {key}, * FROM {table} WHERE {key} > ? ORDER BY {key}"
    last: Any = "" if table in _KEYS else -(2**62)
    jump = 0
    while jump < _STEPS:
        start = last if isinstance(last, str) or not jump else last + 2**jump
        try:
            for row in old.execute(get, (start,)):
                last, jump = row[0], 0
                yield row[1:]
        except (sqlite3.DatabaseError, OverflowError, UnicodeDecodeError):
            jump = _STEPS if isinstance(last, str) else jump + 1
            yield None
        else:
            return


def _is_sound(table: str, names: Sequence[str], row: tuple[Any, ...]) -> bool:
    """Tell whether a line is as it was written, as far as its format lets one tell."""
    if len(row) != len(names):
        return False
    line = dict(zip(names, row, strict=True))
    if line.get("sum") is not None and sum_of(map(line.get, COLUMNS[table].split(","))) != line["sum"]:
        return False
    if table in STRETCHES and "ends" in line:  # format 1 has one line a text
        return is_whole(tuple(map(line.get, STRETCHES[table].split(","))))
    if table == "steps":
        return is_sense(tuple(map(line.get, COLUMNS[table].split(","))))
    return table != "meta" or _is_json(line["value"])


def _repaired(table: str, row: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Return what is kept of a line that is not as it was written, None where nothing may be.

    What is looked at with its own eyes on use stays: bytes of the source, files of models.
    """
    if table == "models":
        return (*row[:3], None, *row[4:])
    return row if table in _KEPT else None


def _is_json(value: Any) -> bool:
    try:
        _ = value if isinstance(value, bytes) else json.loads(value)
    except (ValueError, TypeError, RecursionError):
        return False
    return True


def _mend(new: sqlite3.Connection) -> int:
    """Make what was saved consistent; returns how many records stand empty."""
    lost = _fill_holes(new)
    _fill_journal(new)
    recollect(new)
    meta = dict(new.execute("SELECT key, value FROM meta").fetchall())
    mapping, dialect = mapping_of(json.loads(meta["mapping"])), dialect_of(json.loads(meta["dialect"]))
    generation = int(json.loads(meta["generation"]))
    for table in ("texts", "digests"):
        new.execute(f"{_DELETE} {table}")
    new.execute(
        "INSERT OR REPLACE INTO generations VALUES (?, ?, NULL)", (generation, json.dumps(list(mapping.text)))
    )
    query = "SELECT first, ends, raws FROM blocks WHERE first > ? ORDER BY first LIMIT 1"
    last = -1
    while (row := new.execute(query, (last,)).fetchone()) is not None:
        last, key = row[0], generation * SPAN + row[0]
        texts = encoded_texts([parse_cells(raw, dialect) for raw in stretch_of(row).values()], mapping)
        new.executemany("INSERT INTO texts VALUES (?, ?, ?, NULL)", packed(key, texts))
        new.execute("INSERT INTO digests VALUES (?, ?, NULL)", (key, digests_of(texts)))
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
                "INSERT INTO blocks VALUES (?, ?, 0, 0, ?, ?, NULL)",
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
            " (?, 'decisions', NULL, 'Saved from a damaged file', '', ?, 'null', 'null', NULL)",
            (step, now().isoformat(timespec="milliseconds")),
        )

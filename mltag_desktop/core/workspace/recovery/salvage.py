"""Salvage the readable part of a damaged workspace as a new one. Nothing is invented, losses are reported."""

import contextlib
import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import (
    create_empty,
    delete_abandoned_parts,
    delete_part,
    part_of,
    permissions_of,
    refuse_links,
    sync_folder,
    write_error,
)
from mltag_desktop.core.filesystem.scratch_folder import scratch_folder
from mltag_desktop.core.messages import join, message, message_plural, sentences
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.tables.header import column_names
from mltag_desktop.core.tables.opening import open_table
from mltag_desktop.core.tables.table_file import parse_cells
from mltag_desktop.core.workspace.records.text_store import SPAN
from mltag_desktop.core.workspace.recovery.loose_records import loose_records
from mltag_desktop.core.workspace.recovery.page_file import PageFile, Row, Shape, open_pages
from mltag_desktop.core.workspace.recovery.record_recovery import (
    Block,
    RecordRecovery,
    Recovery,
    count_of,
    unpacked,
)
from mltag_desktop.core.workspace.storage.connection_pool import explained
from mltag_desktop.core.workspace.storage.journal import STORED_LABEL, JournalStep, folded, is_sense, now
from mltag_desktop.core.workspace.storage.lock_file import placing
from mltag_desktop.core.workspace.storage.metadata import (
    dialect_json,
    dialect_of,
    first_values,
    tag_infos,
    tags_json,
)
from mltag_desktop.core.workspace.storage.migrations import before_sums, migrate
from mltag_desktop.core.workspace.storage.packed_blobs import stretch_of
from mltag_desktop.core.workspace.storage.row_checksums import (
    COLUMNS,
    FILLED,
    STRETCHES,
    UNPLACED,
    fill_sums,
    is_whole,
    sum_of,
    summed,
)
from mltag_desktop.core.workspace.storage.schema import (
    APPLICATION_ID,
    MODEL_TABLES,
    MODEL_TABLES_BEFORE,
    SOURCE_TABLES,
    TABLES,
    VERSION,
    has_own_tables,
)
from mltag_desktop.core.workspace.storage.write_ahead_log import FIRST_VERSION, renew_token
from mltag_desktop.core.workspace.types import Action

_INSERT: Final = "INSERT OR IGNORE INTO"
_IN_BLOCKS: Final = 2
"""The first format that stores records in blocks."""
_SHARED_CONTENTS: Final = 7
"""The first format that stores equal files of models once."""
_WITH_SUMS: Final = 3
"""The first format with a checksum in each row."""
_FIRST_TABLES: Final = (
    "CREATE TABLE records (row INTEGER PRIMARY KEY, line INTEGER NOT NULL, raw BLOB NOT NULL)",
    "CREATE TABLE quarantined (id INTEGER PRIMARY KEY, before INTEGER NOT NULL, line INTEGER NOT NULL,"
    " raw BLOB NOT NULL, reason TEXT NOT NULL)",
    "CREATE TABLE texts (key INTEGER PRIMARY KEY, text TEXT NOT NULL)",
)
"""Tables of format 1 that later formats changed or removed."""
_SCHEMA: Final = (
    "CREATE TABLE sqlite_master (type TEXT NOT NULL, name TEXT NOT NULL, tbl_name TEXT NOT NULL,"
    " rootpage INTEGER NOT NULL, sql TEXT)"
)
_SEARCHED: Final = frozenset({"blocks", "decisions", "steps", "quarantined", "editions"})
"""Tables whose rows are never changed or deleted: a row found anywhere in the file belongs to them."""
_COUNTED: Final = frozenset({"decisions", "quarantined"})
"""Tables with consecutive row numbers; the checksum does not cover the number."""
_NUMBERED: Final = {"decisions": "id", "quarantined": "id", "steps": "step"}
"""Columns without gaps."""
_REBUILT: Final = frozenset({"texts", "generations", "sqlite_master"})
_KEPT_DAMAGED: Final = frozenset({"quarantined", "originals", "model_files", "model_contents"})
"""Tables whose damaged rows are kept: the program verifies these bytes again before it uses them."""
_DESCRIPTIONS: Final = {
    "meta": message("the metadata"),
    "blocks": message("the records"),
    "quarantined": message("the unreadable lines"),
    "editions": message("earlier states of the source"),
    "originals": message("the source file"),
    "steps": message("the journal"),
    "decisions": message("the decisions"),
    "models": message("the models"),
    "model_files": message("the models' files"),
    "model_contents": message("the models' files"),
    "predictions": message("the predictions"),
}
"""Descriptions of the tables; the content of other tables can be created again."""
_BYTES_A_RECORD: Final = 24
"""Minimum size of a record in the file: its end, the end of its text and the text's digest."""
_CUT_AT_MOST: Final = 1_000
"""Largest assumed ratio of the size of the original file to that of its remains."""
_ROWS_A_REPORT: Final = 500
_SET_BY: Final[Mapping[str, tuple[Action, ...]]] = {
    "mapping": (Action.MAPPING,),
    "tags": (Action.TAGS,),
    "promotions": (Action.PROMOTE, Action.ROLLBACK),
    "edition": (Action.MERGE,),
    "source_path": (Action.MERGE,),
    "head": (Action.MERGE,),
    "several_tags": (Action.TAG_MODE,),
    "review_below": (Action.REVIEW,),
}
"""The actions of steps that set a value."""
_OPTIONAL: Final = ("several_tags", "review_below")
"""The values among them that only some workspaces have."""
_TAGS: Final = "SELECT tag FROM decisions WHERE tag IS NOT NULL GROUP BY tag ORDER BY MIN(id)"
_ORIGINAL: Final = "SELECT data FROM originals WHERE edition = 0 ORDER BY piece"
_FIRST: Final = (
    "SELECT first, ends, raws FROM blocks WHERE NOT pasted AND length(raws) ORDER BY first LIMIT 1"
)


@dataclass(frozen=True)
class SalvageResult:
    """A salvaged workspace, and how much of the damaged one it contains."""

    path: Path
    rows: dict[str, int]
    """Number of rows saved from each table of the file."""
    damaged: tuple[str, ...]
    """Tables with missing content."""
    records: int
    """Number of records in the table: the sum of the three states below."""
    whole: int
    """Number of intact records."""
    doubtful: tuple[tuple[int, int], ...]
    """Ranges (first and last row) of records that are kept but not verified by a checksum."""
    empty: tuple[tuple[int, int], ...]
    """Ranges (first and last row) of unreadable records, which are empty."""
    missing_bytes: int
    """Number of bytes missing at the end of the file."""
    unreadable_pages: int
    """Number of pages with unreadable content."""
    missing: dict[str, int]
    """Number of steps, decisions and quarantined records known to be lost."""
    unused_log: Path | None = None
    """The log next to the file, if nothing shows that it belongs to the file."""
    unplaced: int = 0
    """Number of intact records whose position is lost; they are kept among the unreadable rows."""

    @property
    def lost(self) -> int:
        """Number of empty records."""
        return _size(self.empty)

    @property
    def is_complete(self) -> bool:
        """Whether the whole table is known to be intact."""
        return self.whole == self.records and not self.missing_bytes and not self.unreadable_pages

    @property
    def words(self) -> str:
        """Return a summary for the curator."""
        parts = [self._counts]
        if self.unplaced:
            parts.append(
                message_plural(
                    "{n:,} more record lost its place in the table; find it in the unreadable rows.",
                    "{n:,} more records lost their place in the table; find them in the unreadable rows.",
                    self.unplaced,
                )
            )
        if self.unused_log is not None:
            parts.append(message("Changes in {log} were not used.", log=self.unused_log.name))
        return sentences(*parts)

    @property
    def _counts(self) -> str:
        saved = message(
            "Salvaged {steps} with {decisions}",
            steps=message_plural("{n:,} step", "{n:,} steps", self.rows.get("steps", 0)),
            decisions=message_plural("{n:,} decision", "{n:,} decisions", self.rows.get("decisions", 0)),
        )
        damaged = join(", ", (_DESCRIPTIONS[table] for table in self.damaged if table in _DESCRIPTIONS))
        missing = message("; incomplete: {damaged}", damaged=damaged) if damaged else ""
        if self.is_complete:
            return message("{saved} and all records{missing}.", saved=saved, missing=missing)
        whole, doubtful, lost = self.whole, _size(self.doubtful), self.lost
        counts = message(
            "{whole:,} whole, {doubtful:,} doubtful, {lost:,} lost", whole=whole, doubtful=doubtful, lost=lost
        )
        if not self.missing_bytes:
            return message(
                "{saved}; of {records:,} records: {counts}{missing}.",
                saved=saved,
                records=self.records,
                counts=counts,
                missing=missing,
            )
        return message(
            "{saved}; of at least {records:,} records: {counts}{missing}. The file lost its end and may have "
            "had more.",
            saved=saved,
            records=self.records,
            counts=counts,
            missing=missing,
        )


def salvage(progress: Progress, path: Path, target: Path) -> SalvageResult:
    """Write the readable content of the workspace at `path` to a new one at `target`.

    Unreadable records are left empty, so that decisions stay with their records. Raises `MltagError` if
    nothing can be read, or if the new workspace cannot be written.
    """
    refuse_links(path)
    with open_pages(path) as pages:
        format_ = _format_of(pages, path)
        if target.exists():
            raise MltagError(message("{target} already exists.", target=target), "Choose another name.")
        delete_abandoned_parts(target.parent)
        part = part_of(target)
        try:
            create_empty(part, permissions_of(path, 0o600))
            with (
                explained(target),
                contextlib.closing(sqlite3.connect(part, isolation_level=None)) as new,
            ):
                saved = _Salvage(pages, path, new, format_).run(progress, target)
            renew_token(part)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            with placing(target):
                part.rename(target)
            sync_folder(target.parent)
        except OSError as error:
            raise write_error(target, error, "Choose another name.") from error
        finally:
            delete_part(part)
    return saved


class _Salvage:
    """Copies readable content from the pages of a damaged file to a new workspace."""

    def __init__(self, pages: PageFile, path: Path, new: sqlite3.Connection, format_: int) -> None:
        self._pages = pages
        self._path = path
        self._new = new
        self._format = format_
        claimed = min(pages.claimed, pages.present * _CUT_AT_MOST) * pages.size
        self._most = claimed // _BYTES_A_RECORD
        """Upper bound for the number of records, and of steps, in the file."""
        self._damaged: set[str] = set()
        self._broken: list[Block] = []
        self._later: list[Row] = []
        self._record_rows = self._slots = 0

    def run(self, progress: Progress, target: Path) -> SalvageResult:
        """Salvage everything; the connection holds the result."""
        new = self._new
        for pragma in ("page_size = 8192", "journal_mode = OFF", "synchronous = OFF"):
            new.execute(f"PRAGMA {pragma}")
        tables = self._make_tables()
        new.execute("BEGIN")
        self._copy(SubProgress(progress, 0.0, 0.7), tables)
        if self._format < _IN_BLOCKS:
            self._fill_rows()
        new.execute("COMMIT")
        found = {table: self._count(table) for table in tables if table not in _REBUILT}
        migrate(new)
        new.execute("BEGIN")
        missing = self._missing()
        self._fill_journal()
        self._drop_lost_files()
        self._damaged |= {"meta"} if recollect(new) else set()
        progress.report(0.7, "Recovering records")
        recovery = RecordRecovery(new, self._most).recover(self._broken, *self._least_counts())
        self._replace_editions()
        unplaced = self._add_unplaced(_total(recovery))
        if self._format < _WITH_SUMS:
            fill_sums(new, COLUMNS)
        new.execute("COMMIT")
        progress.report(1.0, "")
        self._damaged |= self._pages.damaged
        self._damaged |= {"blocks"} if recovery.whole < _total(recovery) else set()
        saved_records = _total(recovery) - len(recovery.lost)
        saved = saved_records or found["steps"] or found["decisions"] or unplaced
        if not saved and self._is_damaged():
            raise MltagError(
                message("Nothing of {path} can be read.", path=self._path),
                "Restore the workspace from a backup.",
            )
        return SalvageResult(
            path=target,
            rows=found,
            damaged=tuple(table for table in found if table in self._damaged),
            records=_total(recovery),
            whole=recovery.whole,
            doubtful=_ranges(recovery.doubtful.tolist()),
            empty=_ranges(recovery.lost.tolist()),
            missing_bytes=self._pages.cut,
            unreadable_pages=self._pages.unreadable,
            missing=missing,
            unused_log=self._pages.unused_log,
            unplaced=unplaced,
        )

    def _is_damaged(self) -> bool:
        return bool(self._pages.cut or self._pages.unreadable or self._damaged)

    def _make_tables(self) -> list[str]:
        """Create the tables of the file's format; return their names."""
        new = self._new
        statements: tuple[str, ...] = TABLES
        if self._format < _SHARED_CONTENTS:
            statements = tuple(each for each in TABLES if each not in MODEL_TABLES) + MODEL_TABLES_BEFORE
        if self._format < _WITH_SUMS:
            statements = tuple(map(before_sums, statements))
        if self._format < _IN_BLOCKS:
            source = set(map(before_sums, SOURCE_TABLES))
            statements = (*(each for each in statements if each not in source), *_FIRST_TABLES)
        new.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for statement in statements:
            new.execute(statement)
        # the migration adds the table that ties a log to its file
        new.execute(f"PRAGMA user_version = {min(self._format, FIRST_VERSION - 1)}")
        return [words[2] for words in map(str.split, statements) if words[1] == "TABLE"]

    def _copy(self, progress: Progress, tables: Sequence[str]) -> None:
        """Copy the readable rows of all tables."""
        shapes = [_shape(self._new, table, table == "meta") for table in tables]
        put = {
            shape.table: f"{_INSERT} {shape.table} VALUES ({', '.join('?' * len(shape.kinds))})"
            for shape in shapes
        }
        with contextlib.closing(sqlite3.connect(":memory:")) as memory:
            memory.execute(_SCHEMA.replace("sqlite_master", "schema_lines"))
            schema = _shape(memory, "schema_lines", by_key=False)._replace(table="sqlite_master")
        searched = _SEARCHED if self._format >= _WITH_SUMS else frozenset({"blocks"})
        pages = self._pages
        for number, row in enumerate(pages.rows([*shapes, schema], self._is_proven, searched, _COUNTED)):
            if number % _ROWS_A_REPORT == 0:
                progress.report(min(1.0, pages.position / pages.present), "Reading the damaged workspace")
            kept = self._row_to_write(row)
            if kept is not None:
                self._new.execute(put[row.shape.table], kept)
        for row in self._later:
            table = row.shape.table
            if not self._new.execute(put[table], row.values).rowcount and table in _COUNTED:
                self._add_again(table, row.values)

    def _add_again(self, table: str, values: tuple[Any, ...]) -> None:
        """Add a row whose number is taken, unless the same row is already there."""
        columns = [column[1] for column in self._new.execute(f"PRAGMA table_info({table})")][1:]
        same = " AND ".join(f"{column} IS ?" for column in columns)
        if self._new.execute(f"SELECT 1 FROM {table} WHERE {same}", values[1:]).fetchone() is None:  # noqa: S608
            self._new.execute(f"{_INSERT} {table} VALUES (NULL{', ?' * len(columns)})", values[1:])

    def _is_proven(self, row: Row) -> bool:
        """Return whether a row is intact, as far as the file's format can tell."""
        if row.cut:
            return False
        table = row.shape.table
        line: dict[str, Any] = dict(zip(row.shape.names, row.values, strict=True))
        expected = line.get("sum")
        if expected is not None and sum_of(map(line.get, COLUMNS[table].split(","))) != expected:
            return False
        if table in STRETCHES and "ends" in line:  # format 1 has one row per text
            return is_whole(tuple(map(line.get, STRETCHES[table].split(","))))
        if any(
            isinstance(value, bytes) and kind == "TEXT"
            for value, kind in zip(row.values, row.shape.kinds, strict=True)
        ):
            return False  # invalid UTF-8
        match table:
            case "steps":
                return is_sense(tuple(map(line.get, COLUMNS[table].split(","))))
            case "meta":
                return (expected is not None or self._format < _WITH_SUMS) and _is_json(line["value"])
            case "model_files" | "model_contents" if "data" in line:
                return bool(hashlib.sha256(line["data"]).hexdigest() == line["sha256"])
            case "sqlite_master":
                return True
        return expected is not None or self._format < _WITH_SUMS or table == "originals"

    def _row_to_write(self, row: Row) -> tuple[Any, ...] | None:
        """Return the values to write now, or None; rows that depend on others are collected for later."""
        table, values = row.shape.table, row.values
        self._count_references(table, values)
        if table in _REBUILT or (table == "digests" and not row.listed):
            return None
        if self._is_proven(row):
            if table == "predictions":
                self._count_predicted(values[3])
            if not self._is_possible(table, values):
                self._damaged.add(table)
                return None
            if row.listed:
                return values
            self._later.append(row)
            return None
        self._damaged.add(table)
        if table == "blocks":
            head = values if len(values) == 7 else (*values, None)
            block = Block(*head)
            if row.cut:  # the checksum is in the missing part
                block = block._replace(sum=sum_of(block[:5]))
            self._broken.append(block)
            return None
        if table == "models" and all(isinstance(value, str) for value in values[:3]):
            return (*values[:3], None, *values[4:])
        return values if table in _KEPT_DAMAGED and not row.cut else None

    def _count_references(self, table: str, values: tuple[Any, ...]) -> None:
        """Record the number of records that a row refers to."""
        rows = slots = 0
        match table:
            case "blocks":
                slots = values[0] + count_of(values[4])
                rows = values[1] + count_of(values[4]) if values[1] >= 0 else 0
            case "digests":
                slots = values[0] % SPAN + len(values[1]) // 16
            case "texts" if isinstance(values[1], bytes):
                slots = values[0] % SPAN + count_of(values[1])
            case "decisions":
                rows = values[2] + 1
        if rows <= self._most and slots <= self._most:
            self._record_rows = max(self._record_rows, rows)
            self._slots = max(self._slots, slots)

    def _count_predicted(self, rows: bytes) -> None:
        """Record the number of records that an intact row of predictions refers to."""
        if len(rows) % 8 == 0:
            last = int(np.frombuffer(rows, "<i8").max(initial=-1)) + 1
            self._record_rows = max(self._record_rows, last if last <= self._most else 0)

    def _is_possible(self, table: str, values: Sequence[Any]) -> bool:
        """Return whether the numbers in an intact row are possible for this file, which may be forged."""
        most = self._most
        match table:
            case "decisions":
                return bool(0 < values[0] <= most and 0 < values[1] <= most and 0 <= values[2] < most)
            case "steps":
                return bool(0 < values[0] <= most) and _is_step(values[1], values[6:8], most)
            case "blocks":
                return bool(0 <= values[0] < most and -1 <= values[1] < most)
            case "editions":
                try:
                    rows, moved, changed = (unpacked(blob, 2 * most) for blob in values[3:6])
                except ValueError:
                    return False
                return len(moved) % 2 == 0 and all(
                    not len(each) or (each.min() >= 0 and each.max() < most)
                    for each in (rows, moved, changed)
                )
            case "records":
                return bool(0 <= values[0] < most)
        return True

    def _drop_lost_files(self) -> None:
        """Delete the entries of model files whose content is lost."""
        query = "DELETE FROM model_files WHERE sha256 NOT IN (SELECT sha256 FROM model_contents)"
        if self._new.execute(query).rowcount:
            self._damaged.add("model_files")

    def _fill_rows(self) -> None:
        """Add an empty record for each missing one in format 1, whose migration numbers them."""
        known = {row for (row,) in self._new.execute("SELECT row FROM records")}
        (furthest,) = self._new.execute("SELECT coalesce(MAX(record), -1) FROM decisions").fetchone()
        missing = set(range(max([furthest, *known], default=-1) + 1)) - known
        lines = ((row, 1, b"") for row in sorted(missing))
        self._new.executemany("INSERT INTO records VALUES (?, ?, ?)", lines)

    def _count(self, table: str) -> int:
        count: int = self._new.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]  # noqa: S608
        return count

    def _missing(self) -> dict[str, int]:
        """Count the gaps in numbered rows, if the file is damaged."""
        missing = {}
        for table, key in _NUMBERED.items():
            query = f"SELECT coalesce(MAX({key}), 0) - COUNT(*) FROM {table}"  # noqa: S608
            (gaps,) = self._new.execute(query).fetchone()
            missing[table] = gaps if self._is_damaged() or self._pages.damaged else 0
            self._damaged |= {table} if missing[table] else set()
        return missing

    def _fill_journal(self) -> None:
        """Add a placeholder for each missing step, so that its decisions stay in effect."""
        known = {step for (step,) in self._new.execute("SELECT step FROM steps")}
        needed = {step for (step,) in self._new.execute("SELECT DISTINCT step FROM decisions")}
        time = now().isoformat(timespec="milliseconds")
        for step in sorted(set(range(1, max(known | needed, default=0) + 1)) - known):
            self._damaged.add("steps")
            values = (step, "decisions", None, FILLED, "", time, "null", "null")
            self._new.execute("INSERT INTO steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", summed(*values))

    def _replace_editions(self) -> None:
        """Add a revision of all records for each lost revision that the journal refers to."""
        new = self._new
        known = {edition for (edition,) in new.execute("SELECT edition FROM editions")} | {0}
        heads: dict[int, tuple[bytes, str]] = {}
        query = "SELECT after FROM steps WHERE action = ?"
        for (after,) in new.execute(query, (Action.MERGE,)):
            value = json.loads(after)
            heads[int(value["edition"])] = bytes.fromhex(value["head"]), value["source_path"]
        lines = new.execute("SELECT key, value FROM meta").fetchall()
        meta: dict[str, Any] = {
            key: value if isinstance(value, bytes) else json.loads(value) for key, value in lines
        }
        heads.setdefault(int(meta["edition"]), (meta["head"], meta["source_path"]))
        query = "SELECT row, length(ends) / 4 - 1 FROM blocks WHERE row >= 0 AND NOT pasted"
        rows = sorted(row for first, count in new.execute(query) for row in range(first, first + count))
        for edition, (head, path) in heads.items():
            if edition not in known:
                self._damaged.add("editions")
                blobs = (zlib.compress(np.array(each, "<i8").tobytes()) for each in (rows, (), ()))
                values = summed(edition, head, path, *blobs)
                new.execute("INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def _add_unplaced(self, records: int) -> int:
        """Quarantine intact records whose block is lost, behind all others; return how many."""
        new = self._new
        meta = dict(new.execute("SELECT key, value FROM meta WHERE key != 'head'").fetchall())
        dialect, columns = dialect_of(json.loads(meta["dialect"])), len(json.loads(meta["columns"]))
        found: dict[bytes, None] = {}
        for content in self._pages.loose_chains():
            found |= dict.fromkeys(loose_records(content, dialect, columns))
        if not found:
            return 0
        for row in new.execute("SELECT first, ends, raws FROM blocks"):
            for raw in stretch_of(row).values():
                found.pop(raw, None)
        for (raw,) in new.execute("SELECT raw FROM quarantined"):
            found.pop(raw, None)
        (line,) = new.execute("SELECT coalesce(MAX(line), 0) FROM quarantined").fetchone()
        line = max(line, records + 1)
        rows = (
            summed(json.loads(meta["edition"]), records, line + number, raw, UNPLACED)
            for number, raw in enumerate(found, 1)
        )
        new.executemany(
            "INSERT INTO quarantined (edition, before, line, raw, reason, sum) VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )
        return len(found)

    def _least_counts(self) -> tuple[int, int]:
        """Return lower bounds for the numbers of records and slots."""
        rows, slots = self._record_rows, self._slots
        for row_blob, moved in self._new.execute("SELECT rows, moved FROM editions"):
            rows = max([rows, *(unpacked(row_blob, 2 * self._most)[-1:] + 1).tolist()])
            places = unpacked(moved, 2 * self._most).reshape(2, -1)[1]
            slots = max([slots, *((places.max(initial=-1) + 1,))])
        return int(rows), int(slots)


def _format_of(pages: PageFile, path: Path) -> int:
    """Return the format of a file by its tables, because the number in the header may be damaged."""
    first = pages.page(1)
    schema = [b"CREATE TABLE", APPLICATION_ID.to_bytes(4, "big"), b"SQLite format 3"]
    if sum(mark in first for mark in schema) < 2 and not has_own_tables(first):
        raise MltagError(
            message("{path} is not an MLTag workspace.", path=path),
            "Choose a .mltag file, or open a table (CSV) to create a workspace.",
        )
    if pages.format > VERSION and not all(statement.encode() in first for statement in TABLES):
        raise MltagError(
            message(
                "{path} was written by a newer MLTag Desktop (format {format}, not {version}).",
                path=path,
                format=pages.format,
                version=VERSION,
            ),
            "Install the newer version to save what can be read of it.",
        )
    if b"sum INTEGER" in first or b"CREATE TABLE" not in first:
        found = pages.format if _WITH_SUMS <= pages.format <= VERSION else VERSION
        if b"CREATE TABLE model_contents" in first:
            return max(found, _SHARED_CONTENTS)
        return min(found, _SHARED_CONTENTS - 1) if b"CREATE TABLE model_files" in first else found
    return _IN_BLOCKS if b"CREATE TABLE blocks" in first else 1


def _shape(connection: sqlite3.Connection, table: str, by_key: bool) -> Shape:
    """Return the columns of a table; in a table without row numbers, key columns come first."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    keys = [place for place, *_, key in columns if key]
    alias = keys[0] if len(keys) == 1 and not by_key and columns[keys[0]][2] == "INTEGER" else None
    return Shape(
        table,
        tuple(column[1] for column in columns),
        tuple(column[2] for column in columns),
        tuple(bool(column[3] or column[5]) and column[0] != alias for column in columns),
        alias,
        by_key,
    )


def _is_step(action: str, sides: Iterable[str], most: int) -> bool:
    """Return whether a step's values before and after it are valid for its action."""
    values = [json.loads(side) for side in sides]
    if action == Action.RETURN:
        return all(
            isinstance(numbers, list)
            and all(isinstance(number, int) and 0 < number <= most for number in numbers)
            for numbers in values
        )
    if action == Action.MERGE:
        try:
            return all(
                0 <= value["edition"] <= most
                and isinstance(bytes.fromhex(value["head"]), bytes)
                and isinstance(value["source_path"], str)
                for value in values
            )
        except (LookupError, TypeError, ValueError):
            return False
    return True


def _is_json(value: Any) -> bool:
    try:
        _ = value if isinstance(value, bytes) else json.loads(value)
    except (ValueError, TypeError, RecursionError):
        return False
    return True


def _total(recovery: Recovery) -> int:
    return recovery.whole + len(recovery.doubtful) + len(recovery.lost)


def _size(ranges: Iterable[tuple[int, int]]) -> int:
    return sum(last - first + 1 for first, last in ranges)


def _ranges(rows: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return ascending numbers as ranges with inclusive ends."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return tuple(found)


def recollect(connection: sqlite3.Connection) -> bool:
    """Rebuild missing metadata from the journal and the records; return whether any was missing.

    Values that cannot be recovered get their defaults.
    """
    rows = connection.execute("SELECT key, value FROM meta").fetchall()
    known = {key: value if isinstance(value, bytes) else json.loads(value) for key, value in rows}
    first = first_values((), "")
    missing = {*first, *_OPTIONAL} - known.keys()
    found: dict[str, Any] = {**first, **known}
    steps, active_steps = folded(connection)
    for key in missing & _SET_BY.keys():
        found[key] = _journal_value(key, steps, active_steps, found.get(key))
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


def _journal_value(
    key: str, steps: Sequence[JournalStep], active_steps: Sequence[JournalStep], otherwise: Any
) -> Any:
    """Return the value according to the journal; `otherwise` if no step changed it."""
    last = next((step for step in reversed(active_steps) if step.action in _SET_BY[key]), None)
    first = next((step for step in steps if step.action in _SET_BY[key]), None)
    if last is None and first is None:
        return otherwise
    value = last.after if last is not None else first.before if first is not None else otherwise
    if Action.MERGE in _SET_BY[key]:
        return bytes.fromhex(value[key]) if key == "head" else value[key]
    if key == "review_below" and isinstance(value, dict):
        return {name: each for name, each in value.items() if name != STORED_LABEL}
    return value


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

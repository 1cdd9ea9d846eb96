"""Salvage a damaged workspace as a new one: what SQLite can read, the newest backup, and the decision log.

Nothing is invented, and losses are reported.
"""

import contextlib
import json
import shutil
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import (
    permissions_of,
    refuse_links,
    scratch_folder,
    write_error,
)
from mltag_desktop.core.messages import Message, join, message, message_plural, sentences, template
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.recovery.backups import Backups
from mltag_desktop.core.workspace.recovery.rebuilding import (
    RecordRecovery,
    bring_back,
    ranges,
    recollect,
    unpacked,
)
from mltag_desktop.core.workspace.recovery.verification import verify_file
from mltag_desktop.core.workspace.storage.connection_pool import explained
from mltag_desktop.core.workspace.storage.decision_log import (
    DecisionLogContent,
    LoggedStep,
    decisions_path,
    read_decisions,
)
from mltag_desktop.core.workspace.storage.journal import parsed_step, values_of
from mltag_desktop.core.workspace.storage.migrations import migrate
from mltag_desktop.core.workspace.storage.row_checksums import (
    FILLED,
    ROWS,
    UNREADABLE,
    DamageIgnored,
    Fault,
    any_text,
    is_damage,
    is_sound,
    summed,
    title_of,
)
from mltag_desktop.core.workspace.storage.schema import (
    PAGE,
    TABLES,
    VERSION,
    DamagedError,
    check_kinds,
    check_mark,
    create_file,
    fill,
    has_own_tables,
    is_of_earlier_format,
    read_meta,
    version_of,
)
from mltag_desktop.core.workspace.storage.side_files import (
    Verdict,
    has_log,
    log_ownership,
    log_path,
    loses_changes,
    new_file,
    real_path,
)
from mltag_desktop.core.workspace.types import Action
from mltag_desktop.core.workspace.workspace import Workspace

_MADE_AGAIN: Final = frozenset({"texts", "generations"})
"""Tables whose content is made again from the records."""
_NUMBERED: Final = {"decisions": "id", "quarantined": "id", "steps": "step"}
"""Columns without gaps."""
_NOT_MISSED: Final = _MADE_AGAIN | {"digests"}
"""Tables that are of no use without the records."""
_BYTES_A_RECORD: Final = 24
"""Minimum size of a record in the file: its end, the end of its text and the text's digest."""
_CUT_AT_MOST: Final = 1_000
"""Largest assumed ratio of the size of the original file to that of its remains."""
_SELECT: Final = "SELECT"
_PUT: Final = "INSERT OR IGNORE INTO"
_LOST_FILES: Final = "DELETE FROM model_files WHERE sha256 NOT IN (SELECT sha256 FROM model_contents)"
_LAST_SLOT: Final = (
    "SELECT first + length(ends) / 4 - 1 FROM blocks WHERE first <= ? ORDER BY first DESC LIMIT 1"
)


@dataclass(frozen=True)
class SalvageResult:
    """A salvaged workspace, and how much of the damaged one it contains."""

    path: Path
    rows: dict[str, int]
    """Number of rows of each table."""
    damaged: tuple[str, ...]
    """Tables with missing content."""
    records: int
    """Number of records in the table."""
    empty: tuple[tuple[int, int], ...]
    """Ranges (first and last row) of unreadable records, which are empty."""
    missing_bytes: int
    """Number of bytes missing at the end of the file."""
    missing: dict[str, int]
    """Number of steps, decisions and quarantined records known to be lost."""
    unused_log: Path | None = None
    """The log next to the file, if nothing shows that it belongs to the file."""
    backup: Path | None = None
    """The backup that filled in what the file lacks."""
    from_source: int = 0
    """Number of records that were read from the source file again."""
    from_log: int = 0
    """Number of decisions that came from the decision log."""

    @property
    def lost(self) -> int:
        """Number of empty records."""
        return sum(last - first + 1 for first, last in self.empty)

    @property
    def whole(self) -> int:
        """Number of intact records."""
        return self.records - self.lost

    @property
    def is_complete(self) -> bool:
        """Whether the whole table is known to be intact."""
        return not self.lost and not self.missing_bytes

    @property
    def words(self) -> str:
        """Return a summary for the curator."""
        steps, decisions = self.rows.get("steps", 0), self.rows.get("decisions", 0)
        saved = message(
            "Salvaged {steps} with {decisions}",
            steps=message_plural("{n:,} step", "{n:,} steps", steps),
            decisions=message_plural("{n:,} decision", "{n:,} decisions", decisions),
        )
        counts = {"records": self.records, "whole": self.whole, "lost": self.lost}
        if self.is_complete:
            parts = [message("{saved} and all records.", saved=saved)]
        elif not self.missing_bytes:
            words = template("{saved}; of {records:,} records: {whole:,} whole, {lost:,} lost.")
            parts = [Message(words, {"saved": saved, **counts})]
        else:
            words = template("{saved}; of at least {records:,} records: {whole:,} whole, {lost:,} lost.")
            end = message("The file lost its end and may have had more records.")
            parts = [Message(words, {"saved": saved, **counts}), end]
        if incomplete := [title_of(table) for table in self.damaged if table not in _NOT_MISSED]:
            parts.append(message("Incomplete: {parts}.", parts=join(", ", dict.fromkeys(incomplete))))
        if self.backup is not None:
            parts.append(message("Missing content came from the backup {name}.", name=self.backup.name))
        if self.from_source:
            parts.append(
                message_plural(
                    "{n:,} record came from the source file.",
                    "{n:,} records came from the source file.",
                    self.from_source,
                )
            )
        if self.from_log:
            parts.append(
                message_plural(
                    "{n:,} decision came from the log of decisions.",
                    "{n:,} decisions came from the log of decisions.",
                    self.from_log,
                )
            )
        if self.unused_log is not None:
            parts.append(message("Changes in {log} were not used.", log=self.unused_log.name))
        return sentences(*parts)


def salvage(progress: Progress, path: Path, target: Path, backups: Path | None = None) -> SalvageResult:
    """Write the readable content of the workspace at `path` to a new one at `target`.

    What the file lacks comes from its newest intact backup in the folder `backups`, from its decision log and
    from its source file. Unreadable records are left empty, so that decisions stay with their records. Raises
    `MltagError` if nothing can be read, or if the new workspace cannot be written.
    """
    path = real_path(path)
    _check_likely(path)
    if target.exists():
        raise MltagError(message("{target} already exists.", target=target), "Choose another name.")
    try:
        with (
            new_file(target, permissions_of(path, 0o600)) as part,
            scratch_folder() as folder,
            explained(target),
            contextlib.closing(sqlite3.connect(part, isolation_level=None)) as new,
        ):
            saved = _Salvage(path, folder, new).run(progress, part, backups)
    except DamagedError as error:
        raise _nothing_in(path) from error
    except OSError as error:
        raise write_error(target, error, "Choose another name.") from error
    except (LookupError, TypeError, ValueError, OverflowError, RecursionError) as error:  # a forged file
        raise _nothing_in(path) from error
    return replace(saved, path=target)


def _nothing_in(path: Path) -> MltagError:
    return MltagError(
        message("Nothing of {path} can be read.", path=path), "Restore the workspace from a backup."
    )


def _check_likely(path: Path) -> None:
    """Raise `MltagError` unless the file is a workspace, or the remains of one."""
    try:
        check_mark(path)
    except MltagError:
        refuse_links(path)
        if not path.is_file():
            raise
        with contextlib.suppress(OSError), path.open("rb") as file:
            # a flipped bit in the number of the format is no newer version
            if has_own_tables(file.read(PAGE)) or decisions_path(path).exists():
                return
        raise


class _Salvage:
    """Copies readable content of a damaged file, and what completes it, to a new workspace."""

    def __init__(self, path: Path, folder: Path, new: sqlite3.Connection) -> None:
        self._path = path
        self._new = new
        self._copy = folder / "damaged.mltag"
        shutil.copyfile(path, self._copy)
        size = _restore_size(self._copy)
        self._cut = size - path.stat().st_size
        self._most = size // _BYTES_A_RECORD
        """Upper bound for the number of records, and of steps, in the file."""
        self._noted = read_decisions(decisions_path(path))
        self._unused_log = self._take_log()
        self._damaged: set[str] = set()

    def run(self, progress: Progress, part: Path, backups: Path | None) -> SalvageResult:
        """Salvage everything; the connection, to the file `part`, holds the result."""
        new = self._new
        for pragma in (f"page_size = {PAGE}", "journal_mode = OFF", "synchronous = OFF"):
            new.execute(f"PRAGMA {pragma}")
        fill(new, {})
        progress.report(0.0, "Reading the damaged workspace")
        new.execute("BEGIN")
        new.execute("DELETE FROM generations")
        self._read_file()
        backup = self._fill_from(backups)
        progress.report(0.5, "Recovering records")
        missing = self._missing()
        known = self._count("decisions")
        noted = self._noted if self._noted is not None and self._noted.agrees_with(new) else None
        back = bring_back(new, [] if noted is None else self._incomplete_steps(noted), self._most)
        found = {table: self._count(table) for table in ROWS if table not in _MADE_AGAIN}
        found["steps"] -= self._count("steps", f"WHERE label = '{FILLED}'")
        if new.execute(_LOST_FILES).rowcount:
            self._damaged.add("model_files")
        self._damaged |= {"meta"} if recollect(new) else set()
        from_source = RecordRecovery(new, self._most).recover()
        self._replace_editions()
        new.execute("COMMIT")
        with Workspace.open(part, "", write=False) as workspace:
            records, lost = workspace.table.count, workspace.table.lost.tolist()
        progress.report(1.0, "")
        if noted is not None and not noted.damaged:  # it has all decisions that were acknowledged
            missing |= {"steps": back.lost, "decisions": 0}
            self._damaged -= {"decisions"} | (set() if back.lost else {"steps"})
        self._damaged -= {"blocks"}
        self._damaged |= {"blocks"} if lost or self._cut else set()
        if not (records > len(lost) or found["steps"] or found["decisions"]) and (self._cut or self._damaged):
            raise _nothing_in(self._path)
        return SalvageResult(
            path=part,
            rows=found,
            damaged=tuple(table for table in found if table in self._damaged),
            records=records,
            empty=tuple(ranges(lost)),
            missing_bytes=self._cut,
            missing=missing,
            unused_log=self._unused_log,
            backup=backup,
            from_source=from_source,
            from_log=max(0, found["decisions"] - known),
        )

    def _take_log(self) -> Path | None:
        """Copy the log if it belongs to the file; else return its path."""
        for source, copy in ((log_path, log_path(self._copy)), (decisions_path, decisions_path(self._copy))):
            if source(self._path).exists():
                shutil.copyfile(source(self._path), copy)
        if log_ownership(self._copy) is not Verdict.FOREIGN:
            return None
        log_path(self._copy).unlink()
        return log_path(self._path) if has_log(self._path) else None

    def _read_file(self) -> None:
        """Copy all rows that SQLite can read and that match their checksums.

        If anything is damaged, it is read a second time with the first page of a new workspace, since tables
        are in the same places in all that were not migrated.
        """
        self._damaged = self._read_copy()
        if self._damaged:
            _replace_first_page(self._copy)
            self._damaged &= self._read_copy()

    def _read_copy(self) -> set[str]:
        """Copy the readable rows; return the tables that are damaged."""
        damaged = set(ROWS)
        with contextlib.closing(sqlite3.connect(self._copy, isolation_level=None)) as old, any_text(old):
            faults: list[Fault] = []
            try:
                check_kinds(old, self._path)
                if version_of(old) < VERSION and is_of_earlier_format(old):
                    faults = migrate(old)
                tables = _tables_in(old)
                is_cut = loses_changes(self._copy, old)
            except DamagedError:
                return damaged
            except (*UNREADABLE, TypeError, ValueError, LookupError) as error:
                if isinstance(error, sqlite3.DatabaseError) and not is_damage(error):
                    raise
                return damaged
            damaged = set(ROWS) - tables | {fault.table for fault in faults}
            damaged |= {"steps", "decisions"} if is_cut else set()
            for table in tables:
                if self._take_rows(old, table) or _has_damaged_pages(old, table):
                    damaged.add(table)
            with contextlib.suppress(sqlite3.DatabaseError):
                old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return damaged

    def _take_rows(self, connection: sqlite3.Connection, table: str) -> bool:
        """Copy the sound rows of a table that are not known yet; return whether others were found."""
        columns = [column[1] for column in self._new.execute(f"PRAGMA table_info({table})")]
        put = f"{_PUT} {table} VALUES ({', '.join('?' * len(columns))})"
        is_damaged = False
        for values in _readable(connection, table, columns):
            is_kept = (
                values is not None
                and is_sound(table, dict(zip(columns, values, strict=True)))
                and self._is_possible(table, values)
            )
            is_damaged |= not is_kept
            if values is not None and is_kept and table not in _MADE_AGAIN:
                self._new.execute(put, values)
        return is_damaged

    def _fill_from(self, folder: Path | None) -> Path | None:
        """Add what damaged tables lack from the newest intact backup of this workspace; return its path."""
        lacking = self._damaged - _NOT_MISSED
        for backup in Backups(folder, self._path).all() if folder is not None and lacking else ():
            try:
                is_intact = not verify_file(backup.path).damage
            except MltagError:
                continue
            uri = f"{backup.path.resolve().as_uri()}?immutable=1"
            with contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
                if is_intact and version_of(connection) == VERSION and self._is_same_history(connection):
                    before = self._new.total_changes
                    for table in self._damaged & ROWS.keys():
                        self._take_rows(connection, table)
                    return backup.path if self._new.total_changes > before else None
        return None

    def _is_same_history(self, backup: sqlite3.Connection) -> bool:
        """Return whether a backup is an earlier state of this file: both share something, nothing differs."""
        shared = 0
        for query in (
            "SELECT step, sum FROM steps",
            "SELECT first, substr(ends, -4) FROM blocks",
            "SELECT key, value FROM meta WHERE key = 'created'",
        ):
            ours = dict(self._new.execute(query).fetchall())
            for key, value in backup.execute(query):
                if ours.get(key, value) != value:
                    return False
                shared += key in ours
        return shared > 0

    def _incomplete_steps(self, noted: DecisionLogContent) -> list[LoggedStep]:
        """Return the steps that have to come from the log; their rows are deleted."""
        query = "SELECT step, COUNT(*) FROM decisions GROUP BY step"
        decisions = dict(self._new.execute(query).fetchall())
        known = {step for (step,) in self._new.execute("SELECT step FROM steps")}
        found = []
        for number in sorted(noted.lines):
            step = noted.step(number)
            if number not in known or len(step.decisions) != decisions.get(number, 0):
                found.append(step)
        self._new.executemany("DELETE FROM steps WHERE step = ?", ((step.number,) for step in found))
        return found

    def _is_possible(self, table: str, values: Sequence[Any]) -> bool:
        """Return whether an intact row, which may be forged, is possible for this file, and not known yet."""
        most = self._most
        try:
            match table:
                case "steps":
                    parsed_step(values[:-1])
                case "meta":
                    return isinstance(values[1], bytes) or json.loads(values[1]) is not NotImplemented
                case "editions":
                    rows, moved, changed = (unpacked(blob, 2 * most) for blob in values[3:6])
                    numbers = np.concatenate([rows, moved, changed])
                    return len(moved) % 2 == 0 and bool(((numbers >= 0) & (numbers < most)).all())
                case "blocks":
                    before = self._new.execute(_LAST_SLOT, (values[0] + len(values[4]) // 4 - 2,)).fetchone()
                    if before is not None and before[0] > values[0]:
                        return False
        except (TypeError, ValueError, RecursionError):
            return False
        numbered = table in ("decisions", "steps", "blocks")
        return not numbered or all(-1 <= value < most for value in values[:-1] if type(value) is int)

    def _count(self, table: str, where: str = "") -> int:
        return int(self._new.execute(f"{_SELECT} COUNT(*) FROM {table} {where}").fetchone()[0])

    def _missing(self) -> dict[str, int]:
        """Count the gaps in numbered rows, if the file is damaged."""
        missing = {}
        for table, key in _NUMBERED.items():
            query = f"{_SELECT} coalesce(MAX({key}), 0) - COUNT(*) FROM {table}"
            (gaps,) = self._new.execute(query).fetchone()
            missing[table] = gaps if self._cut or self._damaged else 0
            self._damaged |= {table} if missing[table] else set()
        return missing

    def _replace_editions(self) -> None:
        """Add a revision of all records for each lost revision that the journal refers to."""
        new, meta = self._new, read_meta(self._new)
        known = {edition for (edition,) in new.execute("SELECT edition FROM editions")} | {0}
        merges = new.execute("SELECT after FROM steps WHERE action = ?", (Action.MERGE,)).fetchall()
        query = "SELECT row, length(ends) / 4 - 1 FROM blocks WHERE row >= 0 AND NOT pasted"
        rows = sorted(row for first, count in new.execute(query) for row in range(first, first + count))
        for value in (meta, *(values_of(Action.MERGE, json.loads(after)) for (after,) in merges)):
            if value["edition"] not in known:
                known.add(value["edition"])
                self._damaged.add("editions")
                blobs = (zlib.compress(np.array(each, "<i8").tobytes()) for each in (rows, (), ()))
                values = summed(value["edition"], value["head"], value["source_path"], *blobs)
                new.execute("INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def _restore_size(path: Path) -> int:
    """Fill up a file that lost its end with zeros, since SQLite refuses a shorter one; return its size."""
    with path.open("r+b") as file:
        header = file.read(100)
        page = int.from_bytes(header[16:18], "big")
        size = path.stat().st_size
        claimed = int.from_bytes(header[28:32], "big") * (65536 if page == 1 else page)
        if size < claimed < size * _CUT_AT_MOST:
            file.truncate(claimed)
            return claimed
    return size


def _replace_first_page(path: Path) -> None:
    """Give a file the header and the list of tables of a new workspace."""
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    new = path.with_name("new.mltag")
    create_file(new, {})
    first = bytearray(new.read_bytes()[:PAGE])
    count = path.stat().st_size // PAGE
    first[28:40] = count.to_bytes(4, "big") + bytes(8)
    with path.open("r+b") as file:
        file.write(first)


def _tables_in(connection: sqlite3.Connection) -> set[str]:
    """Return the tables of a file that are as in a new one; views and others are never read."""
    query = "SELECT name, CAST(sql AS BLOB) FROM sqlite_master WHERE type = 'table' AND rootpage > 1"
    known = {sql.encode() for sql in TABLES}
    return {name for name, sql in connection.execute(query) if sql in known and name in ROWS}


def _has_damaged_pages(connection: sqlite3.Connection, table: str) -> bool:
    """Return whether the structure of a table is damaged, apart from its indexes."""
    try:
        found = connection.execute(f"PRAGMA integrity_check({table})").fetchall()
    except UNREADABLE:
        return True
    return any(words != "ok" and " index " not in words for (words,) in found)


def _readable(
    connection: sqlite3.Connection, table: str, columns: Sequence[str]
) -> Iterator[tuple[Any, ...] | None]:
    """Yield the rows of a table that SQLite can read, and None for what it cannot."""
    names = ", ".join(columns)
    if table == "meta":
        for order in ("ASC", "DESC"):
            with DamageIgnored():
                yield from connection.execute(f"{_SELECT} {names} FROM {table} ORDER BY key {order}")
                return
            yield None
        return
    query = f"{_SELECT} rowid, {names} FROM {table} WHERE rowid >= ? ORDER BY rowid"
    low: int | None = 0
    while low is not None:
        for limit in ("", " LIMIT 1"):  # sqlite3 reads a row ahead, so the one before damage is read alone
            with DamageIgnored():
                for rowid, *values in connection.execute(query + limit, (low,)):
                    if rowid < low:
                        return  # pages that refer to each other
                    low = rowid + 1
                    yield tuple(values)
                if not limit:
                    return
        yield None
        low = _next_readable(connection, f"{query} LIMIT 1", low)


def _next_readable(connection: sqlite3.Connection, query: str, unreadable: int) -> int | None:
    """Return the next row number from which SQLite can read; None at the end of the table."""

    def is_readable(row: int) -> bool:
        with DamageIgnored():
            connection.execute(query, (row,)).fetchone()
            return True
        return False

    low, high = unreadable, unreadable + 1
    while not is_readable(high):
        low, high = high, unreadable + 2 * (high - unreadable)
        if high >= 1 << 62:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_readable(middle) else (middle, high)
    return high

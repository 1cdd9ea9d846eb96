"""Find, create and open the workspace of a table, and import the table.

Reads a table in another process while the window writes it.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import WORKSPACE_SUFFIX, atomic_write, free_place
from mltag_desktop.core.messages import listed
from mltag_desktop.core.processes.heap import trim_heap
from mltag_desktop.core.processes.pool import ProcessPool, WorkerEndedError, WorkerStartError
from mltag_desktop.core.progress import MonotonicProgress, Progress
from mltag_desktop.core.tables.columns import ColumnMapping, guess_mapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.record_parser import Record
from mltag_desktop.core.tables.table_file import PastedTable
from mltag_desktop.core.tables.table_source import TableSource
from mltag_desktop.core.workspace.decisions.note_drafts import finish_drafts
from mltag_desktop.core.workspace.records.import_reading import (
    ImportRequest,
    ReadChunk,
    TablePart,
    read_chunks,
    read_request,
)
from mltag_desktop.core.workspace.recovery.backups import restore
from mltag_desktop.core.workspace.storage.decision_log import decisions_path
from mltag_desktop.core.workspace.types import Change, ChangeKind, RowArray
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import format_number, tr, tr_plural, translate_core_message

STAMP: Final = "source_stamp"
"""Preference of a workspace: the `stamp_of` its source when that was last read."""
_OF_THE_READING: Final = frozenset({STAMP, "findings", "place", "note_drafts"})
"""Preferences about the records as they were read, which do not outlive another reading of the table."""
_LONGEST: Final = 180
"""Number of bytes of a table's name in that of its workspace, beside which SQLite and others add suffixes."""
_SAMPLE_ROWS: Final = 200


@dataclass(frozen=True)
class PendingImport:
    """A table that is still to be imported, and how.

    `stamp` is the `stamp_of` its file before it was opened.
    """

    table: TableSource
    mapping: ColumnMapping
    stamp: str


@dataclass(frozen=True, eq=False)
class OpenedSource:
    """An open workspace and the table it comes from.

    `pending` is the rest of the table, not imported yet; `resumed` says that the workspace existed already;
    `note` is a message for the user, such as an unusual location.
    """

    workspace: Workspace
    path: Path | None
    pending: PendingImport | None = None
    resumed: bool = False
    evidence: str = ""
    note: str = ""


@dataclass(frozen=True)
class UncertainTable:
    """A table of which it is not certain how it is written; a person is asked before it is opened."""

    path: Path
    dialect: Dialect


def open_source(
    progress: Progress,
    path: Path,
    curator: str,
    tags: Sequence[str],
    data_folder: Path,
    dialect: Dialect | None = None,
    mapping: ColumnMapping | None = None,
) -> OpenedSource | UncertainTable:
    """Open a workspace, or the workspace of a table, which is created if it does not exist.

    A given `dialect` imports the table again: into a new workspace if the old one has decisions.
    Raises `MltagError` when the file is no good table or workspace.
    """
    progress.report(0.0, tr("opening"))
    if path.suffix.lower() == WORKSPACE_SUFFIX:
        workspace = Workspace.open(path, curator)
        return _resumed(workspace, workspace.table.source_path)
    path = path.absolute()
    stamp = stamp_of(path)
    table = open_table(path, dialect)
    place, note = workspace_place(path, data_folder)
    preferences: dict[str, Any] = {}
    kept = _opened(place, curator)
    if kept is not None and _is_of_another(kept, path):
        kept.close()
        place = place.with_name(f"{place.stem}{path.suffix}{WORKSPACE_SUFFIX}")
        kept = _opened(place, curator)
    if kept is not None:
        with _closed_on_error(kept):
            if dialect is None or kept.table.dialect == dialect:
                if mapping is not None and mapping != kept.table.mapping and not kept.read_only:
                    kept.table.set_mapping(mapping, progress)
                return _resumed(kept, path)
            _finish_notes(kept)
            has_decisions = bool(kept.journal.entries())
            preferences = kept.preferences()
        kept.close()
        if has_decisions:
            note = tr("The decisions made so far stay in {name}.", name=place.name)
            place = free_place(place)
        else:
            _remove(place)
    if table.sniffed is not None and not table.sniffed.sure:
        return UncertainTable(path, table.dialect)
    if mapping is None:
        rows = [item.cells for item in islice(table.records(), _SAMPLE_ROWS) if isinstance(item, Record)]
        mapping = guess_mapping(table.columns, rows, tags)
    workspace = Workspace.create(place, curator, tags)
    with _closed_on_error(workspace):
        for name, value in preferences.items():
            if name not in _OF_THE_READING:
                workspace.set_preference(name, value)
    evidence = table.sniffed.evidence if table.sniffed else ""
    return OpenedSource(workspace, path, PendingImport(table, mapping, stamp), evidence=evidence, note=note)


def stamp_of(path: Path | None) -> str:
    """Return the size and modification time of a file as text; empty if the file does not exist."""
    try:
        found = path.stat() if path is not None else None
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}" if found else ""


def pasted_source(
    progress: Progress, texts: Sequence[str], curator: str, tags: Sequence[str], data_folder: Path
) -> OpenedSource:
    """Make a workspace of pasted texts in the user's data folder."""
    progress.report(0.0)
    folder = _workspaces(data_folder)
    place = free_place(folder / f"pasted{WORKSPACE_SUFFIX}")
    workspace = Workspace.create(place, curator, tags)
    with _closed_on_error(workspace):
        workspace.table.add_texts(texts)
        workspace.table.adapt_audit_set()
    return OpenedSource(workspace, None, note=tr("The texts are saved in {place}.", place=place))


def pasted_table(
    progress: Progress,
    table: PastedTable,
    mapping: ColumnMapping,
    curator: str,
    tags: Sequence[str],
    folder: Path,
) -> OpenedSource:
    """Keep a pasted table as a file in the user's data folder, and make a workspace for it."""
    progress.report(0.0, tr("saving the table"))
    place = free_place(_workspaces(folder) / f"pasted{WORKSPACE_SUFFIX}")
    path = place.with_suffix(".csv")
    with atomic_write(path, replace=True) as file:
        file.write(table.content)
    pending = PendingImport(open_table(path, table.dialect), mapping, stamp_of(path))
    workspace = Workspace.create(place, curator, tags)
    return OpenedSource(workspace, path, pending, note=tr("The table is saved in {path}.", path=path))


def restored_source(
    progress: Progress, backup: Path, place: Path, curator: str, stamp: str, damaged: bool
) -> OpenedSource:
    """Replace a workspace by a backup; the workspace is kept in the folder under another name."""
    progress.report(0.0, tr("restoring"))
    kept = restore(backup, place, stamp, damaged=damaged)
    workspace = Workspace.open(place, curator)
    return replace(
        _resumed(workspace, workspace.table.source_path),
        note=tr("The previous file was kept as {name}.", name=kept.name),
    )


def salvaged_source(progress: Progress, path: Path, curator: str, backups: Path) -> OpenedSource:
    """Salvage a damaged workspace into a new one in the same folder, with the help of its `backups`."""
    from mltag_desktop.core.workspace.recovery.salvage import salvage

    place = free_place(path.with_name(f"{path.stem}-saved{WORKSPACE_SUFFIX}"))
    saved = salvage(progress, path, place, backups)
    workspace = Workspace.open(place, curator)
    return replace(
        _resumed(workspace, workspace.table.source_path),
        note=tr("{words} File: {name}.", words=translate_core_message(saved.words), name=place.name),
    )


def own_copy(path: Path, data_folder: Path) -> Path:
    """Copy one of the program's own files to the user's data folder unless it is there; return its path."""
    copy = _workspaces(data_folder) / path.name
    if not copy.exists():
        with atomic_write(copy) as file:
            file.write(path.read_bytes())
    return copy


def workspace_place(path: Path, data_folder: Path) -> tuple[Path, str]:
    """Return the path of the workspace of a table, and a note if it is in another folder."""
    stem = path.stem
    if len(os.fsencode(stem)) > _LONGEST:
        stem = f"{os.fsencode(stem)[:_LONGEST].decode(errors='ignore')}-{_digest_of(path)}"
    in_folder = path.with_name(f"{stem}{WORKSPACE_SUFFIX}")
    if in_folder.exists() or can_write(path.parent):
        return in_folder, ""
    folder = _workspaces(data_folder, tr("Copy the table to another folder."))
    place = folder / f"{stem}-{_digest_of(path)}{WORKSPACE_SUFFIX}"
    return place, tr(
        "{parent} is read-only; the workspace is saved in {place}.", parent=path.parent, place=place
    )


def _digest_of(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:8]


def can_write(folder: Path) -> bool:
    """Return whether a file can be made in `folder`, by trying: permission bits are not always right."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _resumed(workspace: Workspace, path: Path | None) -> OpenedSource:
    """Go on where the import ended, when the table is still there."""
    with _closed_on_error(workspace):
        recovered = translate_core_message(workspace.recovery_note)
        note = " ".join(filter(None, (recovered, _other_computer(workspace), _finish_notes(workspace))))
        pending = None
        if workspace.read_only:
            pass
        elif workspace.table.complete:
            workspace.table.adapt_audit_set()  # of an earlier version
        elif path is None or not path.exists():
            missing = tr(
                "The import did not finish, and its table is no longer there: {path}. The workspace has "
                "{count} records so far.",
                path=path or "",
                count=format_number(workspace.table.count),
            )
            note = f"{missing} {note}".strip()
        else:
            stamp = stamp_of(path)
            try:
                table = open_table(path, workspace.table.dialect)
                pending = PendingImport(table, workspace.table.mapping, stamp)
            except MltagError as error:  # the records imported before are still there
                note = f"{translate_core_message(error.message)} {note}".strip()
        return OpenedSource(workspace, path, pending, note=note, resumed=True)


def _other_computer(workspace: Workspace) -> str:
    """Return what to say of a lock that another computer left; empty without one."""
    if not workspace.taken_over:
        return ""
    who = translate_core_message(workspace.taken_over)
    return tr("This workspace was open for {who}. If it still is, close it there.", who=who)


def _finish_notes(workspace: Workspace) -> str:
    """Save the notes that were being typed when the program was killed; returns what to say of them."""
    try:
        rows = finish_drafts(workspace)
    except MltagError as error:  # the drafts are still there, and so is the table
        return translate_core_message(error.message)
    if not rows:
        return ""
    return tr_plural(
        "Saved the unfinished note on record {records}.",
        "Saved {n:,} unfinished notes, on records {records}.",
        len(rows),
        records=translate_core_message(listed([format_number(row + 1) for row in rows], quoted=False)),
    )


def _opened(place: Path, curator: str) -> Workspace | None:
    return Workspace.open(place, curator) if place.exists() else None


@contextmanager
def _closed_on_error(workspace: Workspace) -> Iterator[None]:
    """Close the workspace after an error; left open, it could only be opened read-only again."""
    try:
        yield
    except BaseException:
        workspace.close()
        raise


def _is_of_another(workspace: Workspace, path: Path) -> bool:
    """Return whether the workspace belongs to another table of the folder, with the same stem."""
    other = path.with_name(workspace.table.source_name or path.name)
    endings_differ = other.suffix.lower() != path.suffix.lower()
    return endings_differ and other.stem == path.stem and other.exists()


def _remove(place: Path) -> None:
    for path in (place, Path(f"{place}-wal"), Path(f"{place}-shm"), decisions_path(place)):
        path.unlink(missing_ok=True)


def _workspaces(data_folder: Path, advice: str = "") -> Path:
    """Return the folder for workspaces in the user's data folder, created if it does not exist."""
    folder = data_folder / "workspaces"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        raise MltagError(
            tr("Nothing can be saved in {folder}: {strerror}.", folder=folder, strerror=error.strerror),
            advice or tr("Check the permissions of this folder and the free space on the disk."),
        ) from error


_SMALL: Final = 4 << 20
"""Size in bytes up to which a table is read in the window: that takes less time than to start a process."""
_COMPRESSED: Final = 8
"""Size of the text of a workbook or a Parquet file relative to the file, roughly."""


def read_source(
    process: ProcessPool,
    progress: Progress,
    table: TableSource,
    mapping: ColumnMapping,
    part: TablePart,
    *,
    small: int = _SMALL,
) -> Generator[ReadChunk]:
    """Read the records of `table` after `part`, those of a table of more than `small` bytes in a process.

    The table is read here if the process cannot be started. If it ends, a new one goes on after the chunks
    that have arrived.
    """
    size = table.size if table.dialect.is_text else _COMPRESSED * table.size
    if size <= small:
        yield from read_chunks(progress, table, mapping, part)
        return
    request = ImportRequest(table.path, table.dialect, table.head, mapping, part)
    for is_last in (False, True):
        try:
            for read in process.stream(progress, read_request, request):
                request = request._replace(part=read.part)
                yield read
        except WorkerStartError:
            yield from read_request(progress, request)
        except WorkerEndedError:
            if is_last:
                raise
            continue
        return


_NICENESS: Final = 5
"""Of the process that reads the table: its priority is below the window's, so that a key gets a core first,
and above the worker's, since somebody waits for the table."""
_TELL_EVERY: Final = 0.25
"""Seconds between two changes of a large import; for each one, the window counts and paints the table."""


def import_source(
    progress: Progress,
    source: OpenedSource,
    pending: PendingImport,
    arrived: Callable[[OpenedSource, Change], object],
) -> OpenedSource:
    """Import the rest of the source; call `arrived` with the first records at once, then with many.

    The first records are read in this process: they should appear before another one has started.
    """
    if source.workspace.preference(STAMP) is None:
        source.workspace.set_preference(STAMP, pending.stamp)
    table = source.workspace.table
    arrivals = _Arrivals(lambda change: arrived(source, change))
    if table.source_path is None:
        arrivals.add(table.import_start(pending.table, pending.mapping))
    # not in the worker process, where training and predicting would make the import slow
    with closing(ProcessPool(niceness=_NICENESS)) as process, closing(arrivals):
        read = partial(read_source, process)
        table.import_table(MonotonicProgress(progress), pending.table, pending.mapping, arrivals.add, read)
    table.adapt_audit_set()
    trim_heap()  # an import leaves free pages between used ones
    return source


class _Arrivals:
    """Collects the records that are written, and passes them on at most every `_TELL_EVERY` seconds."""

    def __init__(self, tell: Callable[[Change], object]) -> None:
        self._tell = tell
        self._rows: list[RowArray] = []
        self._told_at = -_TELL_EVERY

    def add(self, change: Change) -> None:
        """Add the records of one chunk."""
        if change.rows is not None:
            self._rows.append(change.rows)
        if time.monotonic() - self._told_at >= _TELL_EVERY:
            self.close()

    def close(self) -> None:
        """Pass on the records that are left."""
        if self._rows:
            self._tell(Change(np.concatenate(self._rows), ChangeKind.RECORDS))
            self._rows = []
            self._told_at = time.monotonic()

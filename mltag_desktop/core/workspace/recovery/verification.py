"""Find all damage in a workspace file, whether it can be opened or not."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import scratch_folder
from mltag_desktop.core.messages import message, message_plural
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.recovery.backups import copy_document
from mltag_desktop.core.workspace.recovery.rebuilding import lost_steps
from mltag_desktop.core.workspace.storage.connection_pool import store_to_read
from mltag_desktop.core.workspace.storage.decision_log import (
    DecisionLogContent,
    decisions_path,
    read_decisions,
)
from mltag_desktop.core.workspace.storage.migrations import migrate
from mltag_desktop.core.workspace.storage.row_checksums import (
    LOGS,
    UNREADABLE,
    Damage,
    DamageIgnored,
    Fault,
    damage_of,
    empty_values,
)
from mltag_desktop.core.workspace.storage.schema import (
    all_faults,
    check_kinds,
    check_mark,
    is_of_earlier_format,
)
from mltag_desktop.core.workspace.storage.side_files import loses_changes, real_path, token_of

_UNFINISHED: Final = (
    "SELECT value FROM meta WHERE key = 'source_path'"
    " AND EXISTS (SELECT 1 FROM meta WHERE key = 'complete' AND value = 'false')"
)


class VerificationResult(NamedTuple):
    """The content of a file, and its damage."""

    records: int | None
    """None if it cannot be determined."""
    steps: int | None
    faults: list[Fault]
    unfinished: Path | None = None
    """The table whose import did not finish."""
    lost: int = 0
    """Number of records that a salvage could not read, and left empty."""

    @property
    def damage(self) -> list[Damage]:
        """The faults by part of the file."""
        return damage_of(self.faults)

    @property
    def only_logs(self) -> bool:
        """Whether only logs are damaged, so that opening the workspace for writing repairs it."""
        return bool(self.faults) and all(fault.table == LOGS for fault in self.faults)

    @property
    def only_models(self) -> bool:
        """Whether only models' files are damaged, so that the workspace can be opened."""
        return bool(self.faults) and all(fault.model for fault in self.faults)


def verify_file(path: Path) -> VerificationResult:
    """Read and verify every byte of the workspace at `path`, without opening or changing it.

    A file of an earlier format is migrated in a temporary copy. Raises `MltagError` if the file is not a
    workspace, is truncated or cannot be read at all.
    """
    path = real_path(path)
    check_mark(path)
    noted = read_decisions(decisions_path(path))  # before the file, which others may write
    with contextlib.ExitStack() as stack:
        store = store_to_read(path, stack, message("it is checked"))
        with store.read() as connection:
            check_kinds(connection, path)
            is_earlier = False
            with DamageIgnored():
                is_earlier = is_of_earlier_format(connection)
            if not is_earlier:
                found = _verified(connection)
                if found.steps is not None:
                    found.faults.extend(_log_faults(path, connection, store.place, noted))
                return found
            with scratch_folder() as folder:
                copy = folder / "copy.mltag"
                copy_document(SILENT, connection, path, copy, replace=False)
                with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as newer:
                    faults = migrate(newer)
                    found = _verified(newer)
                    return found._replace(faults=[*faults, *found.faults])


def _log_faults(
    path: Path, connection: sqlite3.Connection, copy: Path | None, noted: DecisionLogContent | None
) -> Iterator[Fault]:
    """Yield what is damaged in SQLite's log and the decision log, and what the file lacks of the latter."""
    if copy is not None:
        with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as writable:
            if loses_changes(copy, writable):
                yield Fault(LOGS, message("the log of its last changes"))
    lost = lost_steps(connection, noted, token_of(path))
    if lost:
        yield Fault(
            LOGS,
            message_plural(
                "{n:,} decision that is only in {name}",
                "{n:,} decisions that are only in {name}",
                sum(len(step.decisions) for step in lost),
                name=decisions_path(path).name,
            ),
        )
    if noted is not None and noted.damaged:
        yield Fault(LOGS, message("{name}, the second copy of its decisions", name=decisions_path(path).name))


def _verified(connection: sqlite3.Connection) -> VerificationResult:
    faults = all_faults(connection)
    try:
        query = "SELECT coalesce(MAX(row + length(ends) / 4 - 1), 0) FROM blocks WHERE row >= 0"
        (records,) = connection.execute(query).fetchone()
        (steps,) = connection.execute("SELECT COUNT(*) FROM steps").fetchone()
        unfinished = connection.execute(_UNFINISHED).fetchone()
        lost = sum(len(empty_values(ends)) for (ends,) in connection.execute("SELECT ends FROM blocks"))
        source = None if unfinished is None else Path(json.loads(unfinished[0]))
    except (*UNREADABLE, ValueError, TypeError):
        if not faults:
            raise
        return VerificationResult(None, None, faults)
    return VerificationResult(records, steps, faults, source, lost)


def source_path_of(path: Path) -> Path | None:
    """Return the path of the imported table, without opening the workspace; None if unknown."""
    try:
        with (
            contextlib.ExitStack() as stack,
            store_to_read(path, stack, message("its source is looked up")).read() as connection,
        ):
            check_kinds(connection, path)
            query = "SELECT value FROM meta WHERE key = 'source_path'"
            return Path(json.loads(connection.execute(query).fetchone()[0]) or "")
    except (MltagError, sqlite3.Error, TypeError, ValueError):
        return None

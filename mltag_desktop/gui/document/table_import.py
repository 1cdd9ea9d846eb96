"""Import the table of an open source; runs in a job."""

import time
from collections.abc import Callable
from contextlib import closing
from typing import Final

import numpy as np

from mltag_desktop.core.processes.heap import trim_heap
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import MonotonicProgress, Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import Change, RowArray
from mltag_desktop.gui.document.import_reader import ImportReader
from mltag_desktop.gui.document.workspace_files import STAMP, OpenedSource, PendingImport

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
        reader = ImportReader(process)
        table.import_table(
            MonotonicProgress(progress), pending.table, pending.mapping, arrivals.add, reader.read
        )
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

"""Saved filters, completion, and the columns with few values of the open table."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.search.column_values import ColumnValues, few_values
from mltag_desktop.core.workspace.search.query import Completion, completions
from mltag_desktop.core.workspace.search.table_order import saved_filters, store_filters, with_filter
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.gui.runtime.operations import Lane, Operation, Operations, Priority, Writer
from mltag_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

IN_WINDOW_AT_MOST: Final = 20_000
"""Records whose columns are read in a thread of the window; more of them hold the GIL for too long."""


class SavedFilters(QObject):
    """Stores the saved filters in the workspace and finds the columns to filter by.

    Signals: `columns_found(columns)`; `saved_changed(lines)`; `failed(error)`.
    """

    columns_found = Signal(object)
    saved_changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        jobs: Operations,
        writer: Writer,
        in_window_at_most: int = IN_WINDOW_AT_MOST,
    ) -> None:
        """Read the columns of a table with more than `in_window_at_most` records in the worker process."""
        super().__init__()
        self._in_window_at_most = in_window_at_most
        self._session = session
        self._jobs = jobs
        self._writer = writer
        self._job = Lane(self, jobs)
        self.columns: tuple[ColumnValues, ...] = ()
        self.saved: tuple[str, ...] = ()
        session.opened.connect(self._open)
        session.closed.connect(self._close)
        session.changed.connect(self._handle_change)

    def offer(self, line: str, cursor: int) -> list[Completion]:
        """Return the completions at the cursor of the search field."""
        workspace = self._session.workspace
        if workspace is None:
            return []
        values = {each.name: [value for value, _ in each.values] for each in self.columns}
        return completions(line, cursor, workspace.tag_set.tags, workspace.table.columns, values)

    def toggle(self, line: str) -> None:
        """Save a filter as search text, or remove it if it is saved."""
        others = tuple(saved for saved in self.saved if saved != line)
        self.saved = others if line in self.saved else with_filter(others, line)
        self.saved_changed.emit(self.saved)
        workspace = self._session.workspace
        if workspace is not None and not workspace.read_only:
            self._writer.write(partial(store_filters, workspace, self.saved))

    @Slot()
    def find(self) -> None:
        """Start a job that finds the columns with few values."""
        workspace = self._session.workspace
        if workspace is None or not workspace.table.complete:
            return
        is_large = workspace.table.count > self._in_window_at_most
        Operation(_few_values, workspace, self._jobs.worker if is_large else None).success(
            self._set_columns
        ).failure(self.failed).run(self._job, Priority.SHORT_ANALYSIS if is_large else Priority.IDLE)

    @Slot(object)
    def _open(self, workspace: "Workspace") -> None:
        self.saved = saved_filters(workspace)
        self.saved_changed.emit(self.saved)

    @Slot()
    def _close(self) -> None:
        self._job.cancel()
        self.columns, self.saved = (), ()
        self.columns_found.emit(())
        self.saved_changed.emit(())

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if ChangeKind.MAPPING in change.kinds or (ChangeKind.RECORDS in change.kinds and change.rows is None):
            self.find()

    @Slot(object)
    def _set_columns(self, result: "tuple[Workspace, tuple[ColumnValues, ...]]") -> None:
        workspace, columns = result
        if workspace is self._session.workspace:
            self.columns = columns
            self.columns_found.emit(self.columns)


def _few_values(
    progress: Progress, workspace: "Workspace", worker: ProcessPool | None
) -> "tuple[Workspace, tuple[ColumnValues, ...]]":
    if worker is None:
        columns = few_values(progress, workspace)
    else:
        columns = worker.short_call(progress, few_values, workspace)
    return workspace, columns

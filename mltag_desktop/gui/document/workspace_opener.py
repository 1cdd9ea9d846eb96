"""Opens, imports, resumes and closes workspaces."""

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.filesystem import WORKSPACE_SUFFIX
from mltag_desktop.core.processes.heap import trim_heap
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.table_file import PastedTable
from mltag_desktop.core.workspace.search.column_values import forget_columns
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.document.workspace_files import (
    OpenedSource,
    UncertainTable,
    import_source,
    open_source,
    pasted_source,
    pasted_table,
)
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.operations import Operation, Operations, Writer
from mltag_desktop.gui.state.session import Session

_RELEASE_AFTER: Final = 1_000
"""Milliseconds after a table was closed, until what used it is done."""


class WorkspaceOpener(QObject):
    """Opens and closes the session's workspace; one workspace at a time.

    Signals: `started(name)`; `doubtful(doubt)` when the curator has to confirm the dialect, answered with
    `open_as` or `cancel_opening`; `found(source)` when the workspace is open (the import may continue);
    `progressed(share)` of the import, 0 to 1; `complete(source)` after the import; `failed(error)`;
    `leaving()` before the open workspace is left; `left()` when no workspace is open any more.
    """

    started = Signal(str)
    doubtful = Signal(object)
    found = Signal(object)
    progressed = Signal(float)
    complete = Signal(object)
    failed = Signal(object)
    left = Signal()
    leaving = Signal()
    _arrived = Signal(object, object)

    def __init__(
        self,
        session: Session,
        jobs: Operations,
        writer: Writer,
        data_folder: Path,
        confirm: Callable[[Callable[[], None]], None] = lambda leave: leave(),
    ) -> None:
        """`confirm(leave)` calls `leave` when the open workspace may be left, perhaps after a question."""
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._writer = writer
        self._data_folder = data_folder
        self._confirm = confirm
        self._source: OpenedSource | None = None
        self._job: Operation | None = None
        self._retired: Workspace | None = None
        self._unclaimed: list[Workspace] = []
        self._before: Path | None = None
        self._then: Callable[[], None] | None = None
        self._is_ready = False
        self._when_ready: Callable[[], None] | None = None
        self._arrived.connect(self._apply_chunk)
        jobs.idle.connect(self._go_on)
        self._releasing = QTimer(self, singleShot=True, interval=_RELEASE_AFTER)
        self._releasing.timeout.connect(self._release_memory)

    @property
    def is_importing(self) -> bool:
        """Whether an import is running."""
        return self._job is not None

    @property
    def source(self) -> OpenedSource | None:
        """The open workspace with its source."""
        return self._source

    def has_open(self, path: Path) -> bool:
        """Return whether a table or workspace is the open one, and can be written to.

        The table of a copied workspace is not, if its own workspace is beside it.
        """
        workspace, source = self._session.workspace, self._source
        if workspace is None or workspace.read_only:
            return False
        try:
            if path.samefile(workspace.path):
                return True
            if source is None or source.path is None or not path.samefile(source.path):
                return False
            if workspace.path.name == path.name + WORKSPACE_SUFFIX:
                return True
            beside = path.with_suffix(WORKSPACE_SUFFIX)
            return not beside.exists() or beside.samefile(workspace.path)
        except OSError:
            return False

    @Slot()
    def set_ready(self) -> None:
        """Start the pending opening, now that the base model with the default tags has loaded or failed."""
        self._is_ready = True
        then, self._when_ready = self._when_ready, None
        if then is not None:
            then()

    def open_path(self, path: Path) -> None:
        """Close the open workspace and open a table or a workspace."""
        self._begin(path.name, lambda: self._find(path))

    def take(self, source: OpenedSource) -> None:
        """Continue with a source that was opened at start-up; no workspace may be open."""
        self.started.emit((source.path or source.workspace.path).name)
        self._apply_source(source)

    def read_again(self, dialect: Dialect) -> None:
        """Import the open table in another dialect; existing decisions stay in the previous workspace."""
        if self._source is not None and self._source.path is not None:
            path = self._source.path
            self._begin(path.name, lambda: self._find(path, dialect))

    def open_as(self, path: Path, dialect: Dialect, mapping: ColumnMapping) -> None:
        """Open a table with a dialect and a mapping that the curator confirmed."""
        self._begin(path.name, lambda: self._find(path, dialect, mapping))

    def cancel_opening(self) -> None:
        """Cancel the opening and reopen the previous workspace."""
        before, self._before = self._before, None
        if before is not None and before.exists():
            self.open_path(before)
        else:
            self.close()

    def open_with(self, name: str, make: Callable[..., OpenedSource], *arguments: object) -> None:
        """Open the result of `make(progress, *arguments)` after the open workspace is closed."""
        self._begin(name, lambda: self._make(make, *arguments))

    def open_pasted(self, table: PastedTable, mapping: ColumnMapping) -> None:
        """Save a pasted table as a file and open it."""
        self._begin(tr("pasted table"), lambda: self._make(pasted_table, table, mapping, *self._defaults()))

    def add_texts(self, texts: Sequence[str]) -> None:
        """Append pasted texts to the open table, or create a workspace for them."""
        workspace = self._session.workspace
        if workspace is not None:
            self._writer.write(lambda: workspace.table.add_texts(texts))
        else:
            self._begin(tr("pasted text"), lambda: self._make(pasted_source, texts, *self._defaults()))

    def set_mapping(self, mapping: ColumnMapping) -> None:
        """Change which columns the model reads."""
        workspace = self._session.workspace
        if workspace is not None:
            Operation(lambda progress: workspace.table.set_mapping(mapping, progress)).success(
                self._session.publish
            ).failure(self.failed).run(self._jobs)

    def close(self) -> None:
        """Close the open workspace."""
        self._confirm(self._close_confirmed)

    def _close_confirmed(self) -> None:
        self._leave(self.left.emit)
        self._before = None

    def close_now(self) -> None:
        """Close the workspace on exit, after all jobs have stopped."""
        workspace = self._session.workspace or self._retired
        self._releasing.stop()
        self._source = None  # chunks that still arrive are dropped
        self._session.clear_workspace()
        self._retired = None
        if workspace is not None:
            workspace.close()

    def _defaults(self) -> tuple[str, tuple[str, ...], Path]:
        """Return curator, tags and data folder for a new workspace."""
        model = self._session.base
        return self._session.curator, model.tags if model is not None else (), self._data_folder

    def _begin(self, name: str, start: Callable[[], None]) -> None:
        """Leave the open workspace, then call `start`, as soon as the tags of a new workspace are known."""
        self._confirm(lambda: self._begin_confirmed(name, start))

    def _begin_confirmed(self, name: str, start: Callable[[], None]) -> None:
        self.started.emit(name)
        if self._is_ready:
            self._leave(start)
        else:
            self._when_ready = lambda: self._leave(start)

    def _leave(self, then: Callable[[], None]) -> None:
        """Close the open workspace after its jobs have ended, then call `then`."""
        self.leaving.emit()
        self._writer.close()
        self._when_ready = None
        self._then = then
        workspace = self._session.workspace
        if workspace is not None:
            self._retired = workspace
            self._before = workspace.path
        self._source = None
        self._session.clear_workspace()
        if self._retired is not None or self._job is not None:
            self._jobs.cancel_all()
        if not self._jobs.running or (self._retired is None and self._job is None):
            self._go_on()

    @Slot()
    def _release_memory(self) -> None:
        """Return the memory of a closed table to the system; collecting takes about 15 ms."""
        gc.collect()
        if self._session.workspace is None:
            self._jobs.worker.end()  # it keeps vectors of the table
        Operation(release_memory).run(self._jobs)

    @Slot()
    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        if self._retired is not None:
            self._retired.close()
            self._retired = None
            self._releasing.start()
        self._job = None
        then()

    def _find(self, path: Path, dialect: Dialect | None = None, mapping: ColumnMapping | None = None) -> None:
        self._make(open_source, path, *self._defaults(), dialect, mapping)

    def _make(self, make: Callable[..., OpenedSource | UncertainTable], *arguments: object) -> None:
        job = Operation(self._make_tracked, make, *arguments).success(self._apply_source)
        self._run(job)

    def _make_tracked(
        self, progress: Progress, make: Callable[..., OpenedSource | UncertainTable], *arguments: object
    ) -> OpenedSource | UncertainTable:
        """Call `make` in the worker and record its workspace.

        The result of a cancelled job is dropped, but its workspace still has to be closed.
        """
        source = make(progress, *arguments)
        if isinstance(source, OpenedSource):
            self._unclaimed.append(source.workspace)
        return source

    def _run(self, job: Operation) -> None:
        self._job = job.failure(self._handle_failure).ended(self._handle_end)
        job.run(self._jobs)

    @Slot(object)
    def _apply_source(self, source: OpenedSource | UncertainTable) -> None:
        if isinstance(source, UncertainTable):
            self.doubtful.emit(source)
            return
        self._unclaimed.clear()
        if source.pending is None:
            self._show_complete(source)
            return
        self._source = source
        if source.workspace.table.count:
            self._session.set_workspace(source.workspace)
            self.found.emit(source)
        else:
            self._retired = (
                source.workspace
            )  # closed if another one is opened before the first records arrive
        job = (
            Operation(import_source, source, source.pending, self._arrived.emit)
            .progress(self.progressed)
            .success(self._show_complete)
        )
        self._run(job)

    @Slot(object, object)
    def _apply_chunk(self, source: OpenedSource, change: Change) -> None:
        if source is not self._source:
            return
        if self._session.workspace is None:
            self._retired = None
            self._session.set_workspace(source.workspace)
            self.found.emit(source)
        self._session.publish(change, source.workspace)

    @Slot(object)
    def _show_complete(self, source: OpenedSource) -> None:
        self._source = source
        if self._session.workspace is not source.workspace:
            self._retired = None
            self._session.set_workspace(source.workspace)
            self.found.emit(source)
        self.complete.emit(source)

    @Slot(object)
    def _handle_failure(self, error: Exception) -> None:
        if self._session.workspace is None and self._retired is not None:
            self._retired.close()
            self._retired = None
        self.failed.emit(error)

    @Slot()
    def _handle_end(self) -> None:
        while self._unclaimed:
            self._unclaimed.pop().close()
        if self._job is not None and self._job.is_over:
            self._job = None


def release_memory(_progress: Progress) -> None:
    """Forget the columns of closed tables, and return all free pages to the system."""
    forget_columns()
    trim_heap()

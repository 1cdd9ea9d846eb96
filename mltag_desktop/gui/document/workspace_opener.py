"""Opens, imports, resumes and closes workspaces."""

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.filesystem import WORKSPACE_SUFFIX
from mltag_desktop.core.model.bundle import bundled_index
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

    An operation opens a table or a workspace and imports what is missing; it starts when the jobs of the
    workspace before have ended.

    Signals: `started(name)`; `doubtful(doubt)` when the curator has to confirm the dialect, answered with
    `open_path` or `cancel_opening`; `found(source)` when the workspace is open (the import may continue);
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
        self._held: set[Workspace] = set()
        """What operations have opened, also those that were cancelled, and nobody has closed yet."""
        self._before: Path | None = None
        self._then: Callable[[], None] | None = None
        self._arrived.connect(self._apply_chunk)
        jobs.idle.connect(self._go_on)
        self._releasing = QTimer(self, singleShot=True, interval=_RELEASE_AFTER)
        self._releasing.timeout.connect(self._release_memory)

    @property
    def is_importing(self) -> bool:
        """Whether a table is being opened or imported."""
        return self._job is not None and not self._job.is_over

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

    def open_path(
        self, path: Path, dialect: Dialect | None = None, mapping: ColumnMapping | None = None
    ) -> None:
        """Open a table or a workspace; a table perhaps with a dialect and a mapping that were confirmed."""
        self.open_with(path.name, open_source, path, *self._defaults(), dialect, mapping)

    def cancel_opening(self) -> None:
        """Cancel the opening and reopen the previous workspace."""
        before, self._before = self._before, None
        if before is not None and before.exists():
            self.open_path(before)
        else:
            self.close()

    def open_pasted(self, table: PastedTable, mapping: ColumnMapping) -> None:
        """Save a pasted table as a file and open it."""
        self.open_with(tr("pasted table"), pasted_table, table, mapping, *self._defaults())

    def add_texts(self, texts: Sequence[str]) -> None:
        """Append pasted texts to the open table, or create a workspace for them."""
        workspace = self._session.workspace
        if workspace is not None:
            self._writer.write(lambda: workspace.table.add_texts(texts))
        else:
            self.open_with(tr("pasted text"), pasted_source, texts, *self._defaults())

    def set_mapping(self, mapping: ColumnMapping) -> None:
        """Change which columns the model reads."""
        workspace = self._session.workspace
        if workspace is not None:
            Operation(lambda progress: workspace.table.set_mapping(mapping, progress)).success(
                self._session.publish
            ).failure(self.failed).run(self._jobs)

    def open_with(
        self, name: str, make: Callable[..., OpenedSource | UncertainTable], *arguments: object
    ) -> None:
        """Open the result of `make(progress, *arguments)` after the open workspace is closed."""

        def leave() -> None:
            self.started.emit(name)
            self._leave(lambda: self._start(make, *arguments))

        self._confirm(leave)

    def take(self, source: OpenedSource) -> None:
        """Continue with a source that was opened at start-up; no workspace may be open."""
        self.started.emit((source.path or source.workspace.path).name)
        self._held.add(source.workspace)
        self._adopt(source)
        self._start(lambda _progress: source)

    def _start(self, make: Callable[..., OpenedSource | UncertainTable], *arguments: object) -> None:
        self._job = (
            Operation(self._open, make, *arguments)
            .progress(self._show_progress)
            .success(self._show_complete)
            .failure(self._handle_failure)
            .run(self._jobs)
        )

    def close(self) -> None:
        """Close the open workspace."""

        def leave() -> None:
            self._leave(self.left.emit)
            self._before = None

        self._confirm(leave)

    def close_now(self) -> None:
        """Close the workspace on exit, after all jobs have stopped."""
        self._keep_open_one()
        self._close_held()
        self._releasing.stop()

    def _defaults(self) -> tuple[str, tuple[str, ...], Path]:
        """Return curator, tags and data folder for a new workspace."""
        return self._session.curator, bundled_index().manifest.tags, self._data_folder

    def _leave(self, then: Callable[[], None]) -> None:
        """Close the open workspace after its jobs have ended, then call `then`."""
        self.leaving.emit()
        self._writer.close()
        self._then = then
        workspace = self._session.workspace
        self._keep_open_one()
        if workspace is not None:
            self._before = workspace.path
        is_busy = bool(self._held) or self.is_importing
        if is_busy:
            self._jobs.cancel_all()
        if not (is_busy and self._jobs.running):
            self._go_on()

    def _keep_open_one(self) -> None:
        """Let the session have no workspace; the one that it had is still to be closed."""
        if self._session.workspace is not None:
            self._held.add(self._session.workspace)
        self._source = None
        self._session.clear_workspace()

    @Slot()
    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            self._close_held()
            then()

    def _close_held(self) -> None:
        while self._held:
            self._held.pop().close()
            self._releasing.start()

    @Slot()
    def _release_memory(self) -> None:
        """Return the memory of a closed table to the system; collecting takes about 15 ms."""
        gc.collect()
        if self._session.workspace is None:
            self._jobs.worker.end()  # it keeps vectors of the table
        Operation(release_memory).run(self._jobs)

    def _open(
        self, progress: Progress, make: Callable[..., OpenedSource | UncertainTable], *arguments: object
    ) -> OpenedSource | UncertainTable:
        """Call `make` and import what is missing, in the thread of the operation."""
        source = make(progress, *arguments)
        if isinstance(source, OpenedSource):
            self._held.add(source.workspace)
            if source.workspace.table.count:
                self._arrived.emit(source, None)
            if source.pending is not None:
                import_source(progress, source, source.pending, self._arrived.emit)
        return source

    @Slot(float)
    def _show_progress(self, share: float) -> None:
        if self._source is not None:
            self.progressed.emit(share)

    @Slot(object, object)
    def _apply_chunk(self, source: OpenedSource, change: Change | None) -> None:
        """Show what was imported, unless its workspace is about to be left, or closed already."""
        if self._then is None and source.workspace in self._held:
            self._adopt(source)
            if change is not None:
                self._session.publish(change, source.workspace)

    def _adopt(self, source: OpenedSource) -> None:
        self._source = source
        if self._session.workspace is not source.workspace:
            self._session.set_workspace(source.workspace)
            self.found.emit(source)

    @Slot(object)
    def _show_complete(self, source: OpenedSource | UncertainTable) -> None:
        if isinstance(source, UncertainTable):
            self.doubtful.emit(source)
        else:
            self._adopt(source)
            self.complete.emit(source)

    @Slot(object)
    def _handle_failure(self, error: Exception) -> None:
        if self._session.workspace is None:
            self._close_held()
        self.failed.emit(error)


def release_memory(_progress: Progress) -> None:
    """Forget the columns of closed tables, and return all free pages to the system."""
    forget_columns()
    trim_heap()

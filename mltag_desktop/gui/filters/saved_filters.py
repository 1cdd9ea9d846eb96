"""Columns with few values, completion and saved filters of the open table."""

import json
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.search.query import Completion, completions
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.views.column_values import ColumnValues, few_values
from mltag_desktop.gui.runtime.decision_writer import DecisionWriter
from mltag_desktop.gui.runtime.jobs import Job, JobRunner
from mltag_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

_KEY: Final = "saved filters"
_SAVED_AT_MOST: Final = 20


class SavedFilters(QObject):
    """Signals: `columns_found(columns)`; `saved_changed(lines)`; `failed(error)`."""

    columns_found = Signal(object)
    saved_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: JobRunner, writer: DecisionWriter) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._writer = writer
        self._job: Job | None = None
        self.columns: tuple[ColumnValues, ...] = ()
        self.saved: tuple[str, ...] = ()
        session.opened.connect(self._open)
        session.closed.connect(self._close)
        session.changed.connect(self._note)

    def offer(self, line: str, cursor: int) -> list[Completion]:
        """What could stand at the cursor of the search line."""
        workspace = self._session.workspace
        if workspace is None:
            return []
        values = {each.name: [value for value, _ in each.values] for each in self.columns}
        return completions(line, cursor, workspace.tag_set.tags, workspace.table.columns, values)

    def toggle(self, line: str) -> None:
        """Save a filter as a search line, or forget it."""
        others = tuple(each for each in self.saved if each != line)
        self.saved = others if line in self.saved else (*others, line)[-_SAVED_AT_MOST:]
        self.saved_changed.emit(self.saved)
        workspace = self._session.workspace
        if workspace is not None and not workspace.read_only:
            self._writer.write(partial(_note, workspace, json.dumps(self.saved)))

    @Slot()
    def find(self) -> None:
        """Look for columns with few values."""
        workspace = self._session.workspace
        if workspace is None or not workspace.table.complete:
            return
        if self._job is not None:
            self._job.cancel()
        job = Job(_few_values, workspace)
        job.succeeded.connect(self._keep)
        job.failed.connect(self.failed)
        self._job = job
        self._jobs.run_deferred_job(job)

    @Slot(object)
    def _open(self, workspace: "Workspace") -> None:
        kept = workspace.preference(_KEY)
        try:
            lines = json.loads(kept) if isinstance(kept, str) else []
        except ValueError:
            lines = []
        self.saved = tuple(line for line in lines if isinstance(line, str))
        self.saved_changed.emit(self.saved)

    @Slot()
    def _close(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self.columns, self.saved = (), ()
        self.columns_found.emit(())
        self.saved_changed.emit(())

    @Slot(object)
    def _note(self, change: Change) -> None:
        if ChangeKind.MAPPING in change.kinds or (ChangeKind.RECORDS in change.kinds and change.rows is None):
            self.find()

    @Slot(object)
    def _keep(self, found: "tuple[Workspace, tuple[ColumnValues, ...]]") -> None:
        if found[0] is self._session.workspace:
            self.columns = found[1]
            self.columns_found.emit(self.columns)


def _few_values(progress: Progress, workspace: "Workspace") -> "tuple[Workspace, tuple[ColumnValues, ...]]":
    from mltag_desktop.core.workspace.search.full_text import make_ready  # not with the window

    found = few_values(progress, workspace)
    make_ready()
    return workspace, found


def _note(workspace: "Workspace", content: str) -> None:
    workspace.set_preference(_KEY, content)

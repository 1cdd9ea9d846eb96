"""Loads the pages of records that the table is about to show, off the GUI thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import RecordView
from mltag_desktop.gui.runtime.operations import Lane, Operation, Operations
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.table_model import PageRequest, TableModel

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

Page = tuple[PageRequest, list[RecordView]]


class PageLoader(QObject):
    """Loads pages in one job at a time, the most recently requested first.

    Signals: `failed(error)`.
    """

    failed = Signal(object)

    def __init__(self, session: Session, jobs: Operations, model: TableModel) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._model = model
        self._job = Lane(self, jobs)
        self._job.ended.connect(self._start)
        # queued, so that all pages that a scroll or a paint requests are loaded by one job
        model.pages_requested.connect(self._start, Qt.ConnectionType.QueuedConnection)
        session.closed.connect(self._job.cancel)

    @Slot()
    def _start(self) -> None:
        workspace = self._session.workspace
        if self._job.is_running or workspace is None:
            return
        requests = self._model.take_requests()
        if requests:
            Operation(_fetch, workspace, requests).success(self._put_pages).failure(self.failed).run(
                self._job
            )

    @Slot(object)
    def _put_pages(self, pages: list[Page]) -> None:
        for request, records in pages:
            self._model.put_page(request, records)
        self._jobs.yield_to_paint()  # then pages around the screen are loaded


def _fetch(progress: Progress, workspace: "Workspace", requests: list[PageRequest]) -> list[Page]:
    pages = []
    for request in requests:
        progress.report(0.0)
        pages.append((request, workspace.table.records(request.rows)))
    return pages

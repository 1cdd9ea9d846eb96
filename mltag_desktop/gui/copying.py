"""Selected records as text for the clipboard."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import RowArray
from mltag_desktop.gui.jobs import Job, Jobs
from mltag_desktop.gui.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.document import Workspace

MOST: Final = 10_000


class Copying(QObject):
    """Signals: `copied(records)` with how many; `failed(error)`."""

    copied = Signal(int)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs

    def copy(self, rows: RowArray) -> None:
        """Put these records on the clipboard, tab-separated, with their tags."""
        workspace = self._session.workspace
        if workspace is None or not len(rows):
            return
        job = Job(_as_lines, workspace, rows[:MOST])
        job.succeeded.connect(self._put)
        job.failed.connect(self.failed)
        self._jobs.run(job)

    @Slot(object)
    def _put(self, lines: list[str]) -> None:
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copied.emit(len(lines) - 1)


def _as_lines(progress: Progress, workspace: "Workspace", rows: RowArray) -> list[str]:
    lines = ["\t".join((*workspace.columns, "tag", "confidence"))]
    for record in workspace.records(rows):
        tag = record.decided or record.predicted or ""
        confidence = "" if record.confidence is None else f"{record.confidence:.4f}"
        cells = (" ".join(cell.split()) for cell in (*record.cells, tag, confidence))
        lines.append("\t".join(cells))
    return lines

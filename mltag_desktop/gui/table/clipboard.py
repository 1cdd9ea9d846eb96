"""Copies selected records to the clipboard."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import RowArray
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.runtime.operations import Lane, Operation, Operations
from mltag_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

MOST: Final = 50_000
"""Maximum number of records on the clipboard, which keeps them in memory; an export has no limit."""
_PIECE: Final = 2_000


class ClipboardCopier(QObject):
    """Copies records in a job.

    Signals: `copied(records, selected)` with the number of copied and of selected records; `failed(error)`.
    """

    copied = Signal(int, int)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Operations) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._job = Lane(self, jobs)
        self._selected = 0

    def copy(self, rows: RowArray) -> None:
        """Copy these records with their tags, tab-separated."""
        workspace = self._session.workspace
        if workspace is None or not len(rows):
            return
        self._selected = len(rows)
        Operation(_as_lines, workspace, rows[:MOST]).success(self._set_clipboard).failure(self.failed).run(
            self._job
        )

    @Slot(object)
    def _set_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(min(self._selected, MOST), self._selected)


def _as_lines(progress: Progress, workspace: "Workspace", rows: RowArray) -> str:
    lines = ["\t".join((*workspace.table.columns, "tag", "confidence"))]
    for start in range(0, len(rows), _PIECE):
        progress.report(start / len(rows), tr("copying"))
        for record in workspace.table.records(rows[start : start + _PIECE]):
            tag = record.decided or record.predicted or ""
            confidence = "" if record.confidence is None else f"{record.confidence:.4f}"
            cells = (" ".join(cell.split()) for cell in (*record.cells, tag, confidence))
            lines.append("\t".join(cells))
    return "\n".join(lines)

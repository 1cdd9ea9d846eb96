"""The window that holds the report panel."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mltag_desktop.core.evaluation.priority import Priority
from mltag_desktop.core.evaluation.report import Report
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.types import ModelInfo
from mltag_desktop.gui.panels.asking import AskPath
from mltag_desktop.gui.panels.report import ReportPanel
from mltag_desktop.gui.panels.windows import bring_up, fit_screen
from mltag_desktop.gui.theme import Theme
from mltag_desktop.gui.words import tr


class ReportWindow(QDialog):
    """A window of its own for the report panel, so that table and report stand side by side."""

    def __init__(self, theme: Theme, ask_path: AskPath, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Report"))
        self.panel = ReportPanel(theme, ask_path)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)
        fit_screen(self, QSize(1240, 740))

    def show_report(self, report: Report, workspace: Workspace, model: ModelInfo) -> None:
        """Show `report` on `model` of `workspace`."""

        def texts(rows: Sequence[int]) -> list[str]:
            return [record.text for record in workspace.records(rows)]

        self.setWindowTitle(tr("Report on model {version}", version=model.version))
        free = not model.promoted and not workspace.read_only
        discard = free and model.candidate
        priority = Priority.from_json(workspace.preference("priority"))
        self.panel.show_report(
            report, workspace.tags, texts, priority=priority, promote=free, discard=discard
        )
        if model.promoted:
            self.panel.set_decided(tr("In force"))
        bring_up(self)

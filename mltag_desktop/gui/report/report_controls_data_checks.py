"""The report's look at the data that its figures rest on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mltag_desktop.core.evaluation.report import DataCheck
from mltag_desktop.gui.i18n.translation import said, tr
from mltag_desktop.gui.report.findings_view import GuardsView, Line
from mltag_desktop.gui.widgets.common import heading
from mltag_desktop.gui.widgets.theme import GAP, Theme


class DataChecks(QWidget):
    """A line for each check; `records_requested(rows, words)` when one is followed to its records."""

    records_requested = Signal(object, str)

    def __init__(self, theme: Theme, checks: Sequence[DataCheck], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        view = GuardsView(theme, tr("Data checks"))
        view.show_lines([_line(check) for check in checks])
        view.records_requested.connect(self.records_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(heading(tr("Data checks")))
        layout.addWidget(view)


def _line(check: DataCheck) -> Line:
    words = said(check.words)
    return Line(words, check.records, words.rstrip("."), warns=check.warns)

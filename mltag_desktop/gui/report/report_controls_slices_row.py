"""Leads from the figures of a report to slices of one's own, on whichever rows they can be judged."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mltag_desktop.core.evaluation.report import Report
from mltag_desktop.gui.i18n.translation import literal, said, tr
from mltag_desktop.gui.widgets.common import MutedLabel
from mltag_desktop.gui.widgets.theme import GAP, Theme


class SlicesRow(QWidget):
    """The button that defines slices; where the rows are none of the table's, with the way to those that are.

    Signals: `slices_requested()` to define some; `rows_requested(place)` to look at other rows.
    """

    slices_requested = Signal()
    rows_requested = Signal(int)

    def __init__(self, theme: Theme, report: Report, places: Sequence[int]) -> None:
        """Stand below the figures of `report`; `places` is `places_of_slices` of it."""
        super().__init__()
        define = QPushButton(tr("Define &slices…"))
        define.setToolTip(tr("Evaluate part of the table separately, defined by any filter or search"))
        define.clicked.connect(self.slices_requested)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(define)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        if not report.records:
            whole.addWidget(MutedLabel(theme, _where_they_are(report, places)))
            ways = QButtonGroup(self)
            for place in places:
                name = said(report.others[place - 1].name)
                button = QPushButton(literal(name[:1].upper() + name[1:]))
                button.setAccessibleName(tr("Show the metrics for {name}", name=name))
                ways.addButton(button, place)
                row.addWidget(button)
            ways.idClicked.connect(self.rows_requested)
        row.addStretch(1)
        whole.addLayout(row)


def places_of_slices(report: Report) -> list[int]:
    """Return where a reader finds slices of the table: 0 for the report's own rows, then its `others`."""
    reports: tuple[Report, ...] = (report, *report.others)
    return [place for place, each in enumerate(reports) if each.records]


def _where_they_are(report: Report, places: Sequence[int]) -> str:
    names = list(report.others[places[0] - 1].models[-1].slices)
    if not names:
        return tr("These rows are not from your table. Slices are evaluated on records of your table:")
    return tr(
        "These rows are not from your table. Your slices ({names}) are evaluated on records of your table:",
        names=", ".join(names),
    )

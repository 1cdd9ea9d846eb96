"""The page one works on: filter pane, mapping bar and table, detail panel."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mltag_desktop.gui.curating.around import Around
from mltag_desktop.gui.curating.chips import ChipBar
from mltag_desktop.gui.curating.focus import FocusView
from mltag_desktop.gui.curating.readings import Readings
from mltag_desktop.gui.detail_panel import DetailPanel
from mltag_desktop.gui.facets import FacetsPane
from mltag_desktop.gui.jobs import Jobs
from mltag_desktop.gui.mapping_bar import MappingBar
from mltag_desktop.gui.session import Session
from mltag_desktop.gui.table_model import TableModel
from mltag_desktop.gui.table_view import TableView
from mltag_desktop.gui.theme import UNIT, Theme

_FACETS_WIDTH = 51 * UNIT
_TABLE_WIDTH = 183 * UNIT
_DETAIL_WIDTH = 86 * UNIT


class WorkPage(QWidget):
    """Lays the panes out and gives them to whoever wires them."""

    def __init__(self, session: Session, jobs: Jobs, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = TableModel(self)
        self.facets = FacetsPane(theme, self)
        self.mapping = MappingBar(theme, self)
        self.table = TableView(self.model, theme, lambda: session.review_below, self)
        self.chips = ChipBar(theme, self)
        self.readings = Readings(session, jobs, self)
        self.around = Around(session, jobs, self)
        self.detail = DetailPanel(session, self.readings, self.around, theme, self)
        self.focus = FocusView(self.readings, theme, self)
        self.splitter = Splitter(theme, self)
        self.middle = QWidget(self)
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.mapping.setFixedHeight(10 * UNIT)
        column.addWidget(self.mapping)
        column.addWidget(self.chips)
        column.addWidget(self.table, 1)
        for number, pane in enumerate((self.facets, self.middle, self.detail)):
            pane.setAutoFillBackground(True)
            self.splitter.addWidget(pane)
            self.splitter.setCollapsible(number, number != 1)
            self.splitter.setStretchFactor(number, (0, 3, 1)[number])
        self.facets.setMinimumWidth(51 * UNIT)
        self.detail.setMinimumWidth(64 * UNIT)
        self.splitter.setSizes([_FACETS_WIDTH, _TABLE_WIDTH, _DETAIL_WIDTH])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        self.modes = QStackedWidget(self)
        self.modes.addWidget(self.splitter)
        self.modes.addWidget(self.focus)
        page.addWidget(self.modes)

    def on_screen(self) -> list[int]:
        """The records on the screen, a little more than fit."""
        first, _ = self.table.on_screen()
        return [int(row) for row in self.model.order[first : first + 60]]


class Splitter(QSplitter):
    """A splitter whose handles are a thin line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colours.line)

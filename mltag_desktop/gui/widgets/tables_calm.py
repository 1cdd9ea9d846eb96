"""How every small table of the panels looks: no grid, rows of one height, a quiet selection."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QHeaderView, QTableView, QWidget

from mltag_desktop.gui.i18n.text_direction import mirrored
from mltag_desktop.gui.widgets.theme import Colours, Theme, row_height

_MARK: Final = 3
"""Pixels that the mark of the current line is wide."""


def calm(view: QTableView, theme: Theme, stretched: int = 0) -> None:
    """Set up `view`, whose column `stretched` takes the room that is left."""
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    vertical = view.verticalHeader()
    vertical.hide()
    vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    vertical.setDefaultSectionSize(row_height(view.fontMetrics()))
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    quiet_selection(view, theme)
    show_focus(view, theme)


def show_focus(area: QAbstractScrollArea, theme: Theme) -> None:
    """Frame `area` while it has the focus: an empty table and a text without cursor would not show it."""
    _Frame(area, theme)


def quiet_selection(view: QAbstractItemView, theme: Theme) -> None:
    """Show the selection of `view` in a colour on which signs and chips stay readable."""
    _Selection(view, theme)


def draw_current(painter: QPainter, line: QRect, colours: Colours) -> None:
    """Draw the ground of the current line of a list."""
    painter.fillRect(line, colours.selection)
    draw_mark(painter, line, colours)


def draw_mark(painter: QPainter, line: QRect, colours: Colours) -> None:
    """Draw the accent at the side of a line from which one reads."""
    mark = QRect(line.topLeft(), QSize(_MARK, line.height()))
    painter.fillRect(mirrored(painter, line, mark), colours.accent)


def fit_height(view: QTableView, rows: int) -> None:
    """Make `view` as high as its header and `rows` rows."""
    frame = 2 * view.frameWidth()
    view.setFixedHeight(
        view.horizontalHeader().sizeHint().height() + row_height(view.fontMetrics()) * rows + frame
    )


class _Frame(QWidget):
    """Lies over the edge of an area while that has the focus."""

    def __init__(self, area: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(area)
        self._area = area
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        area.installEventFilter(self)
        area.verticalScrollBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Show and watched is not self._area:
            QTimer.singleShot(0, self, self.raise_)  # the area puts its bar on top after it has shown it
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Resize):
            self.setGeometry(self._area.rect())
            self.setVisible(self._area.hasFocus())
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.colours.accent, 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class _Selection(QObject):
    """Keeps the selection's colour that of the theme, on which signs and chips stay readable."""

    def __init__(self, view: QAbstractItemView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._follow()
        theme.changed.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        palette = QPalette(self._view.palette())
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.colours.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.colours.text)
        self._view.setPalette(palette)

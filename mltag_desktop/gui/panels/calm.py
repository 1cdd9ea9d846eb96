"""How every small table of the panels looks: no grid, rows of one height, a quiet selection."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from mltag_desktop.gui.theme import Theme, row_height


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


def quiet_selection(view: QAbstractItemView, theme: Theme) -> None:
    """Show the selection of `view` in a colour on which signs and chips stay readable."""
    _Selection(view, theme)


def fit_height(view: QTableView, rows: int) -> None:
    """Make `view` as high as its header and `rows` rows."""
    frame = 2 * view.frameWidth()
    view.setFixedHeight(
        view.horizontalHeader().sizeHint().height() + row_height(view.fontMetrics()) * rows + frame
    )


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

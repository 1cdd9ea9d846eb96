"""The confusions of a model: the matrix, or with many tags the most confused pairs and a matrix on demand."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from mltag_desktop.core.evaluation.statistics.metrics import Figures
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import format_number, tr
from mltag_desktop.gui.report.confusion.confusion_matrix import ConfusionView, confused_pairs
from mltag_desktop.gui.report.confusion.confusion_table import ConfusionTable
from mltag_desktop.gui.widgets.common import MutedLabel
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine, fit_height
from mltag_desktop.gui.widgets.layout.boxes import hbox, vbox
from mltag_desktop.gui.widgets.theme import GAP, Theme

MOST_AT_ONCE: Final = 12
"""Number of tags up to which the matrix is shown without being asked for."""
_MOST_PAIRS: Final = 30
_PAIRS_ON_SCREEN: Final = 10
_NAME: Final = "a-rather-long-name"
_PAIRS: Final = (
    ColumnHeading(tr("True tag")),
    ColumnHeading(tr("Predicted tag"), _NAME),
    ColumnHeading(tr("Rows"), "00,000", right=True),
    ColumnHeading(tr("Share"), "100.0%", right=True),
)


class ConfusionPanel(QWidget):
    """The confusions of one model.

    Signals: `clicked(true, answered)` with the tag indices of a cell or pair, when it is clickable.
    """

    clicked = Signal(int, int)

    def __init__(self, theme: Theme, tags: Sequence[TagInfo]) -> None:
        """Show the confusions of `tags`, in their order."""
        super().__init__()
        self._tags = tuple(tags)
        self._is_clickable = False
        self.has_many = len(self._tags) > MOST_AT_ONCE
        """Whether the pairs come first and the matrix is shown on demand, which takes the width of a page."""
        column = vbox(parent=self, margins=0, spacing=GAP)
        if not self.has_many:
            self.matrix = ConfusionView(theme, tags)
            self.matrix.clicked.connect(self.clicked)
            column.addWidget(self.matrix)
            return
        self.pairs = LineTable(theme, tr("Most frequent confusions"), _PAIRS)
        self.pairs.opened.connect(self._open)
        self.pairs.clicked.connect(self._click)
        self.whole = QPushButton(tr("Whole matrix"), self)
        self.whole.setCheckable(True)
        self.whole.setAutoDefault(False)
        self.table = ConfusionTable(theme, tags)
        self.table.opened.connect(self._open)
        self.tag_filter = QLineEdit(self)
        self.tag_filter.setPlaceholderText(tr("Find a tag"))
        self.tag_filter.setAccessibleName(tr("Tags of the matrix"))
        self.tag_filter.setToolTip(tr("Show these tags, then the tags that are confused with them"))
        self.tag_filter.setClearButtonEnabled(True)
        self.tag_filter.textChanged.connect(self._show_matching)
        self.legend = MutedLabel(theme)
        top = hbox(self.whole, self.tag_filter, (self.legend, 1), spacing=GAP)
        column.addWidget(self.pairs)
        column.addLayout(top)
        column.addWidget(self.table)
        for part in (self.tag_filter, self.legend, self.table):
            part.hide()
            self.whole.toggled.connect(part.setVisible)

    def show_model(self, name: str, figures: Figures) -> None:
        """Show the confusions of `figures`, the metrics of the model `name`."""
        if not self.has_many:
            self.matrix.show_model(name, figures)
            return
        self.table.show_model(name, figures)
        self._show_matching()
        lines = []
        for count, true, predicted in confused_pairs(figures.confusion)[:_MOST_PAIRS]:
            share = count / max(1, sum(figures.confusion[true]))
            names = self._tags[true].name, self._tags[predicted].name
            cells = (*names, format_number(count), format_number(share, ".0%"))
            lines.append(TableLine(cells, (true, predicted)))
        self.pairs.show_lines(lines)
        fit_height(self.pairs, min(len(lines), _PAIRS_ON_SCREEN))

    def set_clickable(self, on: bool) -> None:
        """Set whether a click on a cell or pair requests its rows."""
        self._is_clickable = on
        if not self.has_many:
            self.matrix.set_clickable(on)

    @Slot()
    def _show_matching(self) -> None:
        self.table.show_matching(self.tag_filter.text())
        shown, every = self.table.model().columnCount(), len(self._tags)
        words = tr("Lines: true tags. Columns: predicted tags.")
        if shown < every:
            count = tr("{shown} of {count} tags", shown=format_number(shown), count=format_number(every))
            words = f"{count}. {words}"
        self.legend.setText(words)

    @Slot(object)
    def _open(self, pair: tuple[int, int]) -> None:
        if self._is_clickable:
            self.clicked.emit(*pair)

    @Slot()
    def _click(self) -> None:
        if self.pairs.current is not None:
            self._open(self.pairs.current)

"""Review thresholds, in general and per tag, with their review effort and their certificate."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, Qt, Signal, Slot
from PySide6.QtGui import QFont, QValidator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QPushButton,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mltag_desktop.core.learning.production_metrics import ProductionMetrics, ThresholdEffort
from mltag_desktop.core.workspace.decisions.review_thresholds import EVERYTHING, ReviewThresholds
from mltag_desktop.core.workspace.views.certificates import Certificate
from mltag_desktop.gui.i18n.translation import format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.widgets.accessibility import SpokenLabel
from mltag_desktop.gui.widgets.dialog_tables import NO_PARENT, HeadingTableModel, Index, PaddedDelegate, calm
from mltag_desktop.gui.widgets.inputs.decimal_spin_box import DecimalSpinBox
from mltag_desktop.gui.widgets.layout.boxes import vbox
from mltag_desktop.gui.widgets.layout.flow_layout import flowing
from mltag_desktop.gui.widgets.theme import GAP, ROW, Theme, tabular

_LIMIT: Final = 1


class ThresholdsModel(HeadingTableModel):
    """Adapts the thresholds; row 0 is for all tags.

    Signals: `changed(tag, limit)`, with tag "" for all tags.
    """

    changed = Signal(str, float)

    HEADINGS = (
        tr("Tag"),
        tr("Threshold"),
        tr("To review"),
        tr("Error above it"),
    )
    FIGURES = range(1, 3)

    def __init__(self) -> None:
        super().__init__()
        self._efforts: tuple[ThresholdEffort, ...] = ()
        self._certificate: Certificate | None = None
        self._below: ReviewThresholds | None = None
        self._font = tabular(QApplication.font())
        self._bold = QFont(self._font)
        self._bold.setBold(True)

    def show(self, found: ProductionMetrics, below: ReviewThresholds) -> None:
        """Show the current thresholds."""
        self.beginResetModel()
        self._below, self._certificate = below, found.certificate
        self._efforts = (found.as_set, *found.limits)
        self.endResetModel()

    def tag(self, row: int) -> str:
        """Return the tag of a row, "" for all tags."""
        return self._efforts[row].tag

    def effort(self, row: int) -> ThresholdEffort:
        """Return the review work under the current threshold."""
        return self._efforts[row]

    def limit(self, row: int) -> float:
        """Return the current threshold."""
        return self._below.of(self.tag(row) or None) if self._below is not None else 0.0

    def has_own(self, row: int) -> bool:
        """Return whether a tag has its own threshold."""
        return row > 0 and self._below is not None and self.tag(row) in self._below.tags

    @property
    def certificate(self) -> Certificate | None:
        """The certificate for these thresholds."""
        return self._certificate

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._efforts)

    def can_edit(self, column: int) -> bool:
        return column == _LIMIT

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.EditRole and column == _LIMIT:
            return self.limit(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(column)
        if role == Qt.ItemDataRole.FontRole:
            own = column == _LIMIT and (row == 0 or self.has_own(row))
            return self._bold if own or (row == 0 and column == 0) else self._font
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != _LIMIT:
            return False
        if abs(float(value) - self.limit(index.row())) >= 0.005:  # the display has two decimals
            self.changed.emit(self.tag(index.row()), float(value))
        return True

    def _text(self, row: int, column: int) -> str:
        return (
            self.tag(row) or tr("All tags"),
            limit_words(self.limit(row)),
            format_number(self._efforts[row].to_review),
            self._error(row),
        )[column]

    def _error(self, row: int) -> str:
        if self._certificate is None:
            return tr("unverified")
        return tr("at most {allowed:.0%}", allowed=self._certificate.allowed) if row == 0 else "–"


class ThresholdPanel(QWidget):
    """Table of thresholds, explanation of the selected row, and buttons.

    Signals: `wanted(default, tags)` to set thresholds, None for the general one; `records_requested(tag)` for
    records below the threshold, "" for all tags; `certify_requested()`.
    """

    certify_requested = Signal()
    wanted = Signal(object, object)
    records_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = ThresholdsModel()
        self.table = QTableView()
        self.model.setParent(self.table)
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Review thresholds"))
        calm(self.table, theme)
        self.table.setItemDelegate(PaddedDelegate(theme, self.table))
        self.table.setItemDelegateForColumn(_LIMIT, _ThresholdDelegate(theme, self.table))
        keys = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(keys.DoubleClicked | keys.EditKeyPressed | keys.AnyKeyPressed)
        self.words = SpokenLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(tr("Effect of the review threshold"))
        self.certify = QPushButton(tr("Cer&tify…"))
        self.drop = QPushButton(tr("Reset to the &general threshold"))
        self.show_them = QPushButton(tr("Show &records"))
        self._free = True
        self._lay_out()
        self.model.changed.connect(self._set)
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        self.certify.clicked.connect(self.certify_requested)
        self.drop.clicked.connect(self._drop)
        self.show_them.clicked.connect(self._ask)

    def show_limits(self, found: ProductionMetrics, below: ReviewThresholds, *, free: bool = True) -> None:
        """Show the current thresholds, which can be changed if `free`."""
        tag = self.model.tag(self._row) if self.model.rowCount() else ""
        self._free = free
        self.model.show(found, below)
        rows = [row for row in range(self.model.rowCount()) if self.model.tag(row) == tag]
        self.table.selectRow(rows[0] if rows else 0)
        self._show_line()

    @property
    def _row(self) -> int:
        return max(0, self.table.currentIndex().row())

    @Slot()
    def _show_line(self) -> None:
        row, model = self._row, self.model
        if row >= model.rowCount():
            return
        self.words.setText(effort_words(model.effort(row), model.limit(row), model.certificate))
        self.drop.setEnabled(self._free and model.has_own(row))
        self.show_them.setEnabled(model.effort(row).to_review > 0)

    @Slot(str, float)
    def _set(self, tag: str, limit: float) -> None:
        if self._free:
            self.wanted.emit(None if tag else limit, {tag: limit} if tag else {})

    @Slot()
    def _drop(self) -> None:
        self.wanted.emit(None, {self.model.tag(self._row): None})

    @Slot()
    def _ask(self) -> None:
        self.records_requested.emit(self.model.tag(self._row))

    def _lay_out(self) -> None:
        measure = self.table.fontMetrics()
        for column, head in enumerate(ThresholdsModel.HEADINGS[1:], start=1):
            sample = max(measure.horizontalAdvance(head), measure.horizontalAdvance(tr("unverified")))
            self.table.setColumnWidth(column, sample + 4 * GAP)
        self.table.setMinimumHeight(self.table.horizontalHeader().sizeHint().height() + 5 * ROW + 2)
        layout = vbox((self.table, 1), self.words, parent=self, margins=0, spacing=GAP)
        ways = (self.certify, self.drop, self.show_them)
        for button in ways:
            button.setAutoDefault(False)
        layout.addWidget(flowing(*ways))


class _ThresholdSpinBox(DecimalSpinBox):
    """A confidence; one step above 1 means all records."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        word = text.strip().casefold()
        if word and limit_words(EVERYTHING).casefold().startswith(word):
            complete = word == limit_words(EVERYTHING).casefold()
            state = QValidator.State.Acceptable if complete else QValidator.State.Intermediate
            return state, text, place
        return super().validate(text, place)

    def textFromValue(self, value: float) -> str:
        return limit_words(value)

    def valueFromText(self, text: str) -> float:
        word = text.strip().casefold()
        return EVERYTHING if word == limit_words(EVERYTHING).casefold() else super().valueFromText(text)


class _ThresholdDelegate(PaddedDelegate):
    """Edits a threshold in its cell."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = _ThresholdSpinBox(parent)
        box.setRange(0.0, EVERYTHING)
        box.setSingleStep(0.01)
        box.setDecimals(2)
        box.setFrame(False)
        box.setAccessibleName(tr("Review threshold"))
        return box

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, DecimalSpinBox):
            editor.interpretText()
            model.setData(index, editor.value())


def limit_words(limit: float) -> str:
    """Format a threshold; above 1, all records are reviewed."""
    return tr("all") if limit > 1 else format_number(limit, ".2f")


def effort_words(effort: ThresholdEffort, limit: float, certificate: Certificate | None) -> str:
    """Return what the current threshold means."""
    records = tr_plural("{n:,} record to review", "{n:,} records to review", effort.to_review)
    if effort.confidence is not None and limit > 1:
        return tr("All records are reviewed: {records}.", records=records)
    head = tr("Current setting") if effort.confidence is None else tr("At {limit:.2f}", limit=limit)
    first = tr("{head}: {records}.", head=head, records=records)
    if certificate is None:
        return tr(
            "{first} The error above the threshold is unverified; random checks can certify it.",
            first=first,
        )
    return f"{first} {translate_core_message(certificate.sentence)}"


def chosen_words(default: float | None, tags: Mapping[str, float | None], shorts: Mapping[str, str]) -> str:
    """Return what was set, for a notification."""
    if default is not None:
        return tr("Review threshold set: {default:.2f}.", default=default)
    limits: Sequence[str] = [
        tr("{tag}: general threshold", tag=shorts.get(tag, tag))
        if limit is None
        else f"{shorts.get(tag, tag)} {limit_words(limit)}"
        for tag, limit in list(tags.items())[:4]
    ]
    more = tr(" and others") if len(tags) > len(limits) else ""
    return tr("Review thresholds set: {limits}{more}.", limits=", ".join(limits), more=more)

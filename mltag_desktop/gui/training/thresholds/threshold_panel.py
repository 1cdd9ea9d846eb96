"""Review thresholds, in general and per tag: error rate, review effort and measured values."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QValidator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QPushButton,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.core.learning.production_metrics import ProductionMetrics, ThresholdCost
from mltag_desktop.core.workspace.decisions.review_thresholds import EVERYTHING, ReviewThresholds
from mltag_desktop.gui.i18n.translation import format_number, localise_numbers, tr, tr_plural
from mltag_desktop.gui.widgets.common import button_row
from mltag_desktop.gui.widgets.dialog_tables import NO_PARENT, HeadingTableModel, Index, PaddedDelegate, calm
from mltag_desktop.gui.widgets.inputs.decimal_spin_box import DecimalSpinBox
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
        tr("Error rate"),
        tr("95% int."),
        tr("Checked"),
        tr("To review"),
        tr("Measured"),
    )
    FIGURES = range(1, 7)

    def __init__(self) -> None:
        super().__init__()
        self._costs: tuple[ThresholdCost, ...] = ()
        self._measured: tuple[ThresholdCost, ...] = ()
        self._below: ReviewThresholds | None = None
        self._font = tabular(QApplication.font())
        self._bold = QFont(self._font)
        self._bold.setBold(True)

    def show(self, found: ProductionMetrics, below: ReviewThresholds) -> None:
        """Show the measured and the current thresholds; tags without any data are left out."""
        shown = [
            place
            for place, (cost, measured) in enumerate(zip(found.limits, found.thresholds, strict=True))
            if cost.to_review or cost.evaluated or measured.evaluated or cost.tag in below.tags
        ]
        self.beginResetModel()
        self._below = below
        self._costs = (found.as_set, *(found.limits[place] for place in shown))
        self._measured = (found.overall, *(found.thresholds[place] for place in shown))
        self.endResetModel()

    def tag(self, row: int) -> str:
        """Return the tag of a row, "" for all tags."""
        return self._costs[row].tag

    def cost(self, row: int) -> ThresholdCost:
        """Return what the current threshold costs."""
        return self._costs[row]

    def limit(self, row: int) -> float:
        """Return the current threshold."""
        return self._below.of(self.tag(row) or None) if self._below is not None else 0.0

    def has_own(self, row: int) -> bool:
        """Return whether a tag has its own threshold."""
        return row > 0 and self._below is not None and self.tag(row) in self._below.tags

    def measured(self, row: int) -> float | None:
        """Return the lowest threshold with the allowed error rate; None if too few records were checked."""
        return self._measured[row].confidence

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._costs)

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
        cost, measured = self._costs[row], self.measured(row)
        low, high = cost.interval
        return (
            self.tag(row) or tr("All tags"),
            limit_words(self.limit(row)),
            format_number(cost.wrong, ".0%") if cost.evaluated else "–",
            localise_numbers(f"{low:.0%}–{high:.0%}") if cost.evaluated else "–",
            format_number(cost.evaluated),
            format_number(cost.to_review),
            tr("too few") if measured is None else format_number(measured, ".2f"),
        )[column]


class ThresholdPanel(QWidget):
    """Table of thresholds, explanation of the selected row, and buttons.

    Signals: `wanted(default, tags)` to set thresholds, None for the general one; `records_requested(tag)` for
    records below the threshold, "" for all tags.
    """

    wanted = Signal(object, object)
    records_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(tr("Effect of the review threshold"))
        self.use = QPushButton(tr("&Use measured threshold"))
        self.use_all = QPushButton(tr("Use &all measured thresholds"))
        self.drop = QPushButton(tr("&Reset to the general threshold"))
        self.show_them = QPushButton(tr("Show &records"))
        self._free = True
        self._lay_out()
        self.model.changed.connect(self._set)
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        self.use.clicked.connect(self._use)
        self.use_all.clicked.connect(self._use_all)
        self.drop.clicked.connect(self._drop)
        self.show_them.clicked.connect(self._ask)

    def show_limits(self, found: ProductionMetrics, below: ReviewThresholds, *, free: bool = True) -> None:
        """Show the measured and the current thresholds, which can be changed if `free`."""
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
        self.words.setText(cost_words(model.cost(row), model.limit(row)))
        measured = model.measured(row)
        differs = measured is not None and abs(measured - model.limit(row)) >= 1e-6
        self.use.setEnabled(self._free and differs)
        self.use.setText(
            tr("&Use measured threshold")
            if measured is None
            else tr("&Use {measured:.2f}", measured=measured)
        )
        rows = range(1, model.rowCount())
        self.use_all.setEnabled(self._free and any(model.measured(other) is not None for other in rows))
        self.drop.setEnabled(self._free and model.has_own(row))
        self.show_them.setEnabled(model.cost(row).to_review > 0)

    @Slot(str, float)
    def _set(self, tag: str, limit: float) -> None:
        if self._free:
            self.wanted.emit(None if tag else limit, {tag: limit} if tag else {})

    @Slot()
    def _use(self) -> None:
        measured = self.model.measured(self._row)
        if measured is not None:
            self._set(self.model.tag(self._row), measured)

    @Slot()
    def _use_all(self) -> None:
        found: Mapping[str, float | None] = {
            self.model.tag(row): limit
            for row in range(1, self.model.rowCount())
            if (limit := self.model.measured(row)) is not None
        }
        self.wanted.emit(None, found)

    @Slot()
    def _drop(self) -> None:
        self.wanted.emit(None, {self.model.tag(self._row): None})

    @Slot()
    def _ask(self) -> None:
        self.records_requested.emit(self.model.tag(self._row))

    def _lay_out(self) -> None:
        measure = self.table.fontMetrics()
        for column, head in enumerate(ThresholdsModel.HEADINGS[1:], start=1):
            sample = max(measure.horizontalAdvance(head), measure.horizontalAdvance("100%–100%"))
            self.table.setColumnWidth(column, sample + 4 * GAP)
        self.table.setMinimumHeight(self.table.horizontalHeader().sizeHint().height() + 5 * ROW + 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        layout.addLayout(button_row(left=(self.use, self.use_all, self.drop, self.show_them)))


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


def cost_words(cost: ThresholdCost, limit: float) -> str:
    """Return what the current threshold means."""
    records = tr_plural("{n:,} record to review", "{n:,} records to review", cost.to_review)
    if cost.confidence is not None and limit > 1:
        return tr("All records are reviewed: {records}.", records=records)
    head = tr("Current setting") if cost.confidence is None else tr("At {limit:.2f}", limit=limit)
    if not cost.evaluated:
        return tr(
            "{head}: error rate unknown, no record above the threshold has been checked; {records}.",
            head=head,
            records=records,
        )
    low, high = cost.interval
    return tr(
        "{head}: error rate {wrong:.0%} among unreviewed records ({low:.0%}–{high:.0%}, from {evaluated:,} "
        "checked); {records}.",
        head=head,
        wrong=cost.wrong,
        low=low,
        high=high,
        evaluated=cost.evaluated,
        records=records,
    )


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

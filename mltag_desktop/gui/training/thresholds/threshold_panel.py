"""Review thresholds, in general and per tag, with their review effort and their certificate."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, Qt, Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPushButton,
    QStyleOptionViewItem,
    QWidget,
)

from mltag_desktop.core.learning.production_metrics import ProductionMetrics, ThresholdEffort
from mltag_desktop.core.workspace.decisions.review_thresholds import EVERYTHING, ReviewThresholds
from mltag_desktop.core.workspace.views.certificates import Certificate
from mltag_desktop.gui.i18n.translation import format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.widgets.accessibility import SpokenLabel
from mltag_desktop.gui.widgets.dialog_tables import (
    ColumnHeading,
    Index,
    LineTable,
    PaddedDelegate,
    TableLine,
)
from mltag_desktop.gui.widgets.inputs.decimal_spin_box import DecimalSpinBox
from mltag_desktop.gui.widgets.layout.boxes import vbox
from mltag_desktop.gui.widgets.layout.flow_layout import flowing
from mltag_desktop.gui.widgets.theme import GAP, ROW, Theme

_LIMIT: Final = 1


_UNVERIFIED: Final = tr("unverified")
_HEADINGS: Final = (
    ColumnHeading(tr("Tag")),
    ColumnHeading(tr("Threshold"), _UNVERIFIED, right=True),
    ColumnHeading(tr("To review"), _UNVERIFIED, right=True),
    ColumnHeading(tr("Error above it"), _UNVERIFIED),
)


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
        self._certificate: Certificate | None = None
        self._below = ReviewThresholds(0.0)
        self.table = LineTable(theme, tr("Review thresholds"), _HEADINGS)
        self.table.setItemDelegateForColumn(_LIMIT, _ThresholdDelegate(theme, self.table))
        self.table.setEditTriggers(self.table.editTriggers() | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.words = SpokenLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(tr("Effect of the review threshold"))
        self.certify = QPushButton(tr("Cer&tify…"))
        self.drop = QPushButton(tr("Reset to the &general threshold"))
        self.show_them = QPushButton(tr("Show &records"))
        self._free = True
        self._lay_out()
        self.table.edited.connect(self._set)
        self.table.chosen.connect(self._show_line)
        self.certify.clicked.connect(self.certify_requested)
        self.drop.clicked.connect(self._drop)
        self.show_them.clicked.connect(self._ask)

    def show_limits(self, found: ProductionMetrics, below: ReviewThresholds, *, free: bool = True) -> None:
        """Show the current thresholds, which can be changed if `free`."""
        self._free, self._below, self._certificate = free, below, found.certificate
        self.table.show_lines([self._line(effort) for effort in (found.as_set, *found.limits)])

    def _line(self, effort: ThresholdEffort) -> TableLine:
        limit = self._limit(effort)
        error = _UNVERIFIED if self._certificate is None else "–"
        if self._certificate is not None and not effort.tag:
            error = tr("at most {allowed:.0%}", allowed=self._certificate.allowed)
        cells = (effort.tag or tr("All tags"), limit_words(limit), format_number(effort.to_review), error)
        is_own = not effort.tag or effort.tag in self._below.tags
        return TableLine(cells, effort, bold=is_own, edits=(None, limit))

    def _limit(self, effort: ThresholdEffort) -> float:
        return self._below.of(effort.tag or None)

    @Slot(object)
    def _show_line(self, effort: ThresholdEffort | None) -> None:
        if effort is not None:
            self.words.setText(effort_words(effort, self._limit(effort), self._certificate))
            self.drop.setEnabled(self._free and effort.tag in self._below.tags)
            self.show_them.setEnabled(effort.to_review > 0)

    @Slot(int, int, object)
    def _set(self, row: int, _column: int, limit: float) -> None:
        effort: ThresholdEffort = self.table.lines.lines[row].thing
        changed = abs(float(limit) - self._limit(effort)) >= 0.005  # the display has two decimals
        if self._free and changed:
            self.wanted.emit(None if effort.tag else limit, {effort.tag: limit} if effort.tag else {})

    @Slot()
    def _drop(self) -> None:
        self.wanted.emit(None, {self.table.current.tag: None})

    @Slot()
    def _ask(self) -> None:
        self.records_requested.emit(self.table.current.tag)

    def _lay_out(self) -> None:
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

"""The priorities dialog: deciding metric, costs of errors, floors, and protected tags and slices."""

from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QListWidget, QWidget

from mltag_desktop.core.evaluation.promotion_gate import Floor, PromotionPolicy
from mltag_desktop.gui.i18n import format_number, tr, translate_core_message
from mltag_desktop.gui.widgets.common import MutedLabel, button_row, heading, text_button
from mltag_desktop.gui.widgets.dialogs import Dialog, keep_on_screen
from mltag_desktop.gui.widgets.inputs import CheckableComboBox, DecimalSpinBox
from mltag_desktop.gui.widgets.layout import STRETCH, dialog_column, hbox, vbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme

_KINDS: Final = (
    ("f1", tr("F1")),
    ("precision", tr("Precision")),
    ("recall", tr("Recall")),
    ("f_beta", tr("F-beta")),
    ("cost", tr("Cost of errors")),
)
_MEANINGS: Final = {
    "f1": tr("F1 balances precision and recall."),
    "precision": tr("Precision: how many of the predicted tags are right."),
    "recall": tr("Recall: how many of the records with a tag are found."),
    "f_beta": tr("With β above 1, recall counts more than precision; with β below 1, less."),
}
_FLOOR_KINDS: Final = ("precision", "recall", "f1")


Entry = TypeVar("Entry")


class _EditableList(QWidget, Generic[Entry]):
    """A list with a row of inputs to add an entry, and a button to remove the selected one."""

    def __init__(
        self,
        name: str,
        inputs: Sequence[QWidget],
        entries: Sequence[Entry],
        entered: Callable[[], Entry],
        key: Callable[[Entry], object],
        words: Callable[[Entry], str],
    ) -> None:
        """Show `entries` in `words`; `entered` returns a new one, which replaces one with the same `key`."""
        super().__init__()
        self.entries = tuple(entries)
        self._entered, self._key, self._words = entered, key, words
        self._list = QListWidget()
        self._list.setAccessibleName(name)
        self._list.setMaximumHeight(16 * UNIT)
        self.add = text_button(tr("Add"), self._add)
        self.add.setAccessibleName(tr("Add to {name}", name=name))
        self._remove = text_button(tr("Remove"), self._remove_selected)
        self._remove.setAccessibleName(tr("Remove from {name}", name=name))
        self._list.currentRowChanged.connect(self._update_controls)
        row = button_row(self._remove, left=(*inputs, self.add))
        vbox(row, self._list, parent=self, margins=0, spacing=GAP)
        self._show()

    @Slot()
    def _add(self) -> None:
        new = self._entered()
        self.entries = (*(each for each in self.entries if self._key(each) != self._key(new)), new)
        self._show()

    @Slot()
    def _remove_selected(self) -> None:
        place = self._list.currentRow()
        self.entries = (*self.entries[:place], *self.entries[place + 1 :])
        self._show()

    def _show(self) -> None:
        """Show the entries; an empty list is hidden."""
        self._list.clear()
        self._list.addItems([self._words(entry) for entry in self.entries])
        for part in (self._list, self._remove):
            part.setVisible(bool(self.entries))
        self._update_controls()

    @Slot()
    def _update_controls(self) -> None:
        self._remove.setEnabled(self._list.currentRow() >= 0)


class PrioritiesDialog(Dialog):
    """Edits a promotion policy.

    Signals: `chosen(PromotionPolicy)` when changes were accepted.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        policy: PromotionPolicy,
        tags: Sequence[str],
        slices: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Priorities"))
        self._before = policy
        self._kind = QComboBox()
        self._kind.setAccessibleName(tr("Deciding metric"))
        for kind, words in _KINDS:
            self._kind.addItem(words, kind)
        self._tag = _tag_box(tr("Tag of the deciding metric"), tags, policy.tag, whole=True)
        self._beta = DecimalSpinBox()
        self._beta.setAccessibleName(tr("Beta: weight of recall"))
        self._beta.setRange(0.1, 10.0)
        self._beta.setSingleStep(0.5)
        self._beta.setDecimals(1)
        self._beta.setPrefix("β ")
        self._meaning = MutedLabel(theme)
        self._true = _tag_box(tr("True tag"), tags, "", whole=False)
        self._given = _tag_box(tr("Predicted tag"), tags, "", whole=False)
        self._cost = DecimalSpinBox()
        self._cost.setAccessibleName(tr("Cost"))
        self._cost.setRange(0.0, 10_000.0)
        self._cost.setValue(5.0)
        self._costs = _EditableList(
            tr("costs of errors"),
            (self._true, QLabel("→"), self._given, self._cost),
            policy.costs,
            lambda: (self._true.currentData(), self._given.currentData(), self._cost.value()),
            lambda cost: cost[:2],
            _cost_in_words,
        )
        floor_kind = QComboBox()
        floor_kind.setAccessibleName(tr("Metric of the floor"))
        for kind, words in _KINDS:
            if kind in _FLOOR_KINDS:
                floor_kind.addItem(words, kind)
        floor_kind.setCurrentIndex(1)
        floor_tag = _tag_box(tr("Tag of the floor"), tags, "", whole=True)
        least = DecimalSpinBox()
        least.setAccessibleName(tr("Lowest value"))
        least.setRange(0.01, 1.0)
        least.setSingleStep(0.01)
        least.setValue(0.95)
        self._floors = _EditableList(
            tr("floors"),
            (floor_kind, floor_tag, QLabel("≥"), least),
            policy.floors,
            lambda: Floor(floor_kind.currentData(), floor_tag.currentData(), least.value()),
            lambda floor: (floor.kind, floor.tag),
            _floor_in_words,
        )
        self._protected = NamesBox(tr("Protected tags"), tags, policy.protected)
        self._slices = NamesBox(tr("Protected slices"), slices, policy.protected_slices)
        self._no_slices = MutedLabel(
            theme,
            tr(
                "This report has no slices to protect. Define some with “Define slices…” below the metrics "
                "of a report on records of the table."
            ),
        )
        if self._slices.isEnabled():
            self._no_slices.hide()
        self._slices.setToolTip(self._no_slices.text() if not self._slices.isEnabled() else "")
        self._lay_out(theme)
        self._kind.setCurrentIndex(self._kind.findData(policy.kind))
        self._beta.setValue(policy.beta if policy.kind == "f_beta" else 2.0)
        self._given.setCurrentIndex(min(1, self._given.count() - 1))
        for box in (self._kind, self._true, self._given):
            box.currentIndexChanged.connect(self._update_controls)
        self._update_controls()
        self.resize(self.sizeHint())  # in its font
        keep_on_screen(self)

    @property
    def policy(self) -> PromotionPolicy:
        """The policy with the changes."""
        kind = str(self._kind.currentData())
        return PromotionPolicy(
            kind,
            "" if kind == "cost" else str(self._tag.currentData()),
            protected=self._protected.chosen,
            beta=self._beta.value() if kind == "f_beta" else 1.0,
            costs=self._costs.entries,
            floors=self._floors.entries,
            protected_slices=self._slices.chosen,
        )

    @Slot()
    def _update_controls(self) -> None:
        kind = self._kind.currentData()
        self._beta.setVisible(kind == "f_beta")
        self._tag.setEnabled(kind != "cost")
        self._cost_part.setVisible(kind == "cost")
        self._meaning.setText(_MEANINGS.get(kind, ""))
        self._meaning.setVisible(kind in _MEANINGS)
        self._costs.add.setEnabled(self._true.currentData() != self._given.currentData())

    @Slot()
    def _accept_policy(self) -> None:
        if self.policy != self._before:
            self.chosen.emit(self.policy)
        self.accept()

    def _lay_out(self, theme: Theme) -> None:
        metric = hbox(self._kind, self._tag, self._beta, STRETCH, spacing=GAP)
        self._cost_part = QWidget()
        vbox(
            MutedLabel(theme, tr("True tag → predicted tag. Errors that are not listed cost 1.")),
            self._costs,
            parent=self._cost_part,
            margins=0,
            spacing=GAP,
        )
        protected = hbox(self._protected, self._slices, STRETCH, spacing=GAP)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._accept_policy)
        buttons.rejected.connect(self.reject)
        dialog_column(
            self,
            heading(tr("Deciding metric")),
            metric,
            self._meaning,
            self._cost_part,
            GAP,
            heading(tr("Floors")),
            MutedLabel(theme, tr("Minimum values. A candidate below one is promoted only on confirmation.")),
            self._floors,
            GAP,
            heading(tr("Protection")),
            MutedLabel(theme, tr("F1 of these tags and slices must not get worse.")),
            protected,
            self._no_slices,
            STRETCH,
            GAP,
            buttons,
        )


def _tag_box(name: str, tags: Sequence[str], chosen: str, *, whole: bool) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    if whole:
        box.addItem(tr("All tags"), "")
    for tag in dict.fromkeys([*tags, *([chosen] if chosen else [])]):
        box.addItem(tag, tag)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


class NamesBox(CheckableComboBox):
    """A choice of names, which says how many are chosen."""

    def __init__(self, name: str, names: Sequence[str], chosen: Sequence[str]) -> None:
        super().__init__()
        self._names = list(dict.fromkeys([*names, *chosen]))
        self.setAccessibleName(name)
        self.setEnabled(bool(self._names))
        self.show_items(self._names, [place for place, each in enumerate(self._names) if each in chosen])
        self.changed.connect(self._say_count)
        self._say_count()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen names."""
        return tuple(self._names[place] for place in sorted(self.checked))

    @Slot()
    def _say_count(self) -> None:
        self.say(f"{self.accessibleName()}: {format_number(len(self.checked))}")


def _cost_in_words(cost: tuple[str, str, float]) -> str:
    true, given, each = cost
    return tr(
        "{true} tagged as {predicted} costs {cost}", true=true, predicted=given, cost=format_number(each, "g")
    )


def _floor_in_words(floor: Floor) -> str:
    metric = translate_core_message(floor.metric.words)
    return tr(
        "{metric}: never below {least}",
        metric=metric[:1].upper() + metric[1:],
        least=format_number(floor.least, ".2f"),
    )

"""What the curator puts first in this workspace, and on which rows the report looks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from mltag_desktop.core.evaluation.promotion_gate import Priority
from mltag_desktop.gui.i18n.translation import literal, said, tr
from mltag_desktop.gui.widgets.checkable_combo_box import MenuBox
from mltag_desktop.gui.widgets.theme import GAP

_MOST_TAGS: Final = 30


class FirstChoice(QWidget):
    """The metric that decides headline and gate, and the tags that are protected; `chosen(Priority)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._priority = Priority()
        self._metric = QComboBox()
        self._metric.setAccessibleName(tr("Deciding metric"))
        self._metric.setToolTip(tr("Used for the headline and for the check before promotion"))
        self._metric.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._protect = MenuBox()
        self._protect.setToolTip(tr("Ask before promotion if the F1 of these tags got worse"))
        self._menu = self._protect.menu
        words = QLabel(tr("De&ciding metric"))
        words.setBuddy(self._metric)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for part in (words, self._metric, self._protect):
            row.addWidget(part)
        self._metric.activated.connect(self._take_metric)
        self._menu.triggered.connect(self._take_protected)

    def show_priority(self, priority: Priority, tags: Sequence[str]) -> None:
        """Show what is put first, to be chosen among the figures of `tags`."""
        self._priority = priority
        named = list(dict.fromkeys([*tags[:_MOST_TAGS], *([priority.tag] if priority.tag else [])]))
        choices = [Priority(), *(Priority(kind, tag) for kind in ("recall", "precision") for tag in named)]
        self._metric.clear()
        for choice in choices:
            words = said(choice.words)
            self._metric.addItem(words[:1].upper() + words[1:], (choice.kind, choice.tag))
        place = [(choice.kind, choice.tag) for choice in choices].index((priority.kind, priority.tag))
        self._metric.setCurrentIndex(place)
        self._menu.clear()
        for tag in dict.fromkeys([*named, *priority.protected]):
            action = QAction(literal(tag), self._menu)
            action.setCheckable(True)
            action.setChecked(tag in priority.protected)
            action.setData(tag)
            self._menu.addAction(action)
        count = len(priority.protected)
        self._protect.say(tr("{count} protected", count=count) if count else tr("Protect tags"))
        self._protect.setAccessibleName(self._protect.words)

    @Slot(int)
    def _take_metric(self, place: int) -> None:
        kind, tag = self._metric.itemData(place)
        self.chosen.emit(Priority(kind, tag, self._priority.protected))

    @Slot(QAction)
    def _take_protected(self, _action: QAction) -> None:
        kept = tuple(action.data() for action in self._menu.actions() if action.isChecked())
        self.chosen.emit(Priority(self._priority.kind, self._priority.tag, kept))


class RowSets(QWidget):
    """Buttons for the rows that models were judged on, kept apart; `chosen(place)` when one is pressed."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._group.idClicked.connect(self.chosen)

    def show_sets(self, names: Sequence[str]) -> None:
        """Show a button for each; none where there is one set alone."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        self.setVisible(len(names) > 1)
        for place, name in enumerate(names):
            button = QToolButton()
            button.setText(literal(said(name)[:1].upper() + said(name)[1:]))
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setAccessibleName(tr("Show the metrics for {name}", name=said(name)))
            button.setChecked(place == 0)
            self._group.addButton(button, place)
            self._row.addWidget(button)

    def show_place(self, place: int) -> None:
        """Mark the rows that are looked at, without telling of it."""
        button = self._group.button(place)
        if button is not None:
            button.setChecked(True)

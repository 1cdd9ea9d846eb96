"""Base of popups in which one types a part of a name and Return takes the first match."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from mltag_desktop.gui.widgets.accessibility import announce
from mltag_desktop.gui.widgets.common import MutedLabel
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, Theme, widened

ID_ROLE: Final = Qt.ItemDataRole.UserRole
"""Role of an item's id."""
RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""The keys that take an item."""
_STEPS: Final = {
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_Down): 1,
    int(Qt.Key.Key_PageUp): -10,
    int(Qt.Key.Key_PageDown): 10,
}


class SearchListDialog(Dialog):
    """A line and the list of its matches; keys typed in the line also move in the list.

    A subclass adds the matching items, each with its id as `ID_ROLE`, in `add_matches`.

    Signals: `chosen(id)`, or `also_chosen(id)` with Shift.
    """

    chosen = Signal(str)
    also_chosen = Signal(str)

    def __init__(self, theme: Theme, size: QSize, none_words: str, parent: QWidget) -> None:
        """Make a popup of this size; `none_words` are shown when nothing matches."""
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.line = QLineEdit(self)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.none = MutedLabel(theme, none_words)
        self._column = vbox(parent=self, margins=GAP, spacing=GAP)
        for part in (self.line, self.none, self.list):
            self._column.addWidget(part)
        self.line.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._choose_clicked)
        self.list.currentItemChanged.connect(self._announce)
        self.line.installEventFilter(self)
        room = parent.window().size() - QSize(2 * EDGE, 2 * EDGE)
        wide = QSize(*(widened(side, self.fontMetrics()) for side in size.toTuple()))
        self.resize(wide.boundedTo(room))

    @property
    def shown(self) -> list[str]:
        """Ids of the matches, best match first."""
        return [str(self.list.item(row).data(ID_ROLE)) for row in range(self.list.count())]

    def add_matches(self, typed: str) -> None:
        """Add an item for each match to the empty list, the best one first."""
        raise NotImplementedError

    def takes_first(self) -> bool:
        """Return whether Return takes the first item; otherwise one has to go to it."""
        return True

    @Slot(str)
    def _fill(self, typed: str) -> None:
        self.list.clear()
        self.add_matches(typed)
        self.list.setCurrentRow(0 if self.takes_first() else -1)
        self.none.setVisible(not self.list.count())
        if not self.list.count():
            announce(self.line, self.none.text())

    @Slot(QListWidgetItem, QListWidgetItem)
    def _announce(self, item: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        """Tell a screen reader what Return takes, since the focus stays in the line."""
        if item is not None:
            announce(self.line, str(item.data(Qt.ItemDataRole.AccessibleTextRole) or item.text()))

    @Slot(QListWidgetItem)
    def _choose_clicked(self, item: QListWidgetItem) -> None:
        self.choose(item, also=False)

    def choose(self, item: QListWidgetItem | None, *, also: bool) -> None:
        """Close with this item."""
        if item is not None:  # stay open without a match: in the table, the next keys would decide records
            found = str(item.data(ID_ROLE))
            self.accept()
            self.emit_choice(item, found, also=also)

    def emit_choice(self, item: QListWidgetItem, found: str, *, also: bool) -> None:
        """Emit the signal for a chosen item with this id."""
        (self.also_chosen if also else self.chosen).emit(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _STEPS:
            row = self.list.currentRow() + _STEPS[event.key()]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            return True
        if event.key() in RETURN:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.choose(self.list.currentItem(), also=shift)
            return True
        return super().eventFilter(watched, event)

"""The base of all dialogs and popups, file dialogs, and where windows open.

File dialogs and showing a folder, as functions that tests can replace.

Size and placement of dialogs and secondary windows.

Base of popups in which one types a part of a name and Return takes the first match.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.gui.widgets.common import MutedLabel, announce, hairline
from mltag_desktop.gui.widgets.layout import flowing, vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, Theme, widened


class Dialog(QDialog):
    """A dialog in which Return presses the focused button, default or not.

    QDialog presses the default button instead if the focused one is not auto-default: Return on Cancel would
    export. Auto-default buttons are no way out, since one of them would react to Return in every text field.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self.focusWidget()
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        keypad = Qt.KeyboardModifier.KeypadModifier
        if is_return and not event.modifiers() & ~keypad and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)


AskPath = Callable[[QWidget, str, str, str], str]
"""Called with parent, title, suggested path and filter; returns the chosen path, empty if cancelled."""
OpenFolder = Callable[[Path], object]
"""Opens the folder of a file."""


def ask_to_open(parent: QWidget, title: str, folder: str, file_filter: str) -> str:
    """Ask with the system's dialog for a file to open."""
    return QFileDialog.getOpenFileName(parent, title, folder, file_filter)[0]


def ask_to_save(parent: QWidget, title: str, suggested: str, file_filter: str) -> str:
    """Ask with the system's dialog, which confirms before a file is replaced."""
    return QFileDialog.getSaveFileName(parent, title, suggested, file_filter)[0]


def show_folder(path: Path) -> None:
    """Open the folder of `path` in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


_AROUND: Final = QSize(16, 48)
"""Estimated size of the window frame and the system's bars, in pixels."""
_SCROLLS: Final = "mltag_scrolls"
"""Property of a dialog whose content scrolls."""


def bring_up(window: QWidget, *, activate: bool = True) -> None:
    """Show `window` in front of the others, no larger than its screen.

    Without `activate`, the active window keeps the keyboard.
    """
    if isinstance(window, QDialog):
        keep_on_screen(window)
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=not activate)
    window.show()
    window.raise_()
    if activate:
        window.activateWindow()


def fit_screen(window: QWidget, size: QSize) -> None:
    """Resize `window` to this size or the screen's size; Qt itself limits it to two thirds of the screen."""
    window.resize(in_font(window, size).boundedTo(window.screen().availableSize() - _AROUND))


def in_font(window: QWidget, size: QSize) -> QSize:
    """Scale a size that was designed for the default font to the window's font."""
    metrics = window.fontMetrics()
    return QSize(widened(size.width(), metrics), widened(size.height(), metrics))


def keep_on_screen(dialog: QDialog) -> bool:
    """Limit a dialog to the size of its screen, and make its content scroll if it does not fit.

    Parts that are too wide side by side are stacked first. The buttons in the last row stay below the
    scrolled content. Returns whether the dialog scrolls. Call it again when the content grows.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # show the first focus, too
    above = dialog.parentWidget()
    screen = above.screen() if above is not None and dialog.isHidden() else dialog.screen()
    room, layout = screen.availableSize() - _AROUND, dialog.layout()
    if layout is not None and not dialog.property(_SCROLLS):
        layout.activate()
        if dialog.minimumSizeHint().width() > room.width():
            _stack_wide_rows(layout, room.width())
        least = dialog.minimumSizeHint()
        width, height = min(max(least.width(), dialog.width()), room.width()), least.height()
        if layout.hasHeightForWidth():  # wrapped texts, which the minimum size ignores
            height = max(height, layout.totalMinimumHeightForWidth(width))
        if height > room.height() or least.width() > room.width():
            _make_scrollable(dialog, layout, room.width())
            bar = dialog.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            dialog.resize(width + bar, room.height())
        else:
            dialog.resize(dialog.size().expandedTo(QSize(width, height)))
    dialog.resize(dialog.size().boundedTo(room))
    return bool(dialog.property(_SCROLLS))


def _stack_wide_rows(layout: QLayout, width: int) -> None:
    """Put parts side by side above one another if their row is wider than `width`; buttons stay in a row."""
    margins = layout.contentsMargins()
    room = width - margins.left() - margins.right()
    for number in range(layout.count() - 1):
        _stack_wide_row(layout.itemAt(number), room)
    layout.activate()


def _stack_wide_row(item: QLayoutItem | None, room: int) -> None:
    """Put the parts of `item`, or of the rows in its widget, above one another if they are too wide."""
    widget, row = (item.widget(), item.layout()) if item is not None else (None, None)
    inner = widget.layout() if widget is not None else None
    if isinstance(row, QHBoxLayout) and row.minimumSize().width() > room:
        row.setDirection(QBoxLayout.Direction.TopToBottom)
    elif isinstance(inner, QVBoxLayout):
        for number in range(inner.count()):
            _stack_wide_row(inner.itemAt(number), room)
        inner.activate()


def _make_scrollable(dialog: QDialog, layout: QLayout, width: int) -> None:
    dialog.setProperty(_SCROLLS, True)
    margins, focused = layout.contentsMargins(), dialog.focusWidget()
    below = _pop_buttons(layout)
    inner = QWidget(dialog)
    inner.setLayout(layout)
    area = QScrollArea(dialog)
    area.setAccessibleName(dialog.windowTitle())
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    around = vbox((area, 1), parent=dialog, margins=0, spacing=0)
    if below is not None:
        layout.setContentsMargins(margins.left(), margins.top(), margins.right(), GAP)
        row = vbox(margins=(margins.left(), GAP, margins.right(), margins.bottom()))
        if below.minimumSize().width() > width - margins.left() - margins.right():
            row.addWidget(_wrapped(below))
        else:
            row.addItem(below)
        around.addWidget(hairline())
        around.addLayout(row)
    around.activate()  # drops the minimum size of the whole content
    if focused is not None:
        focused.setFocus()  # its new parent took the focus away


def _pop_buttons(layout: QLayout) -> QLayoutItem | None:
    """Take the last row out of `layout` and return it if it is a row of buttons."""
    last = layout.itemAt(layout.count() - 1) if isinstance(layout, QVBoxLayout) else None
    row = last.layout() if last is not None else None
    if isinstance(row, QHBoxLayout) and any(_has_button(row.itemAt(n)) for n in range(row.count())):
        return layout.takeAt(layout.count() - 1)
    widget = last.widget() if last is not None else None
    if isinstance(widget, QDialogButtonBox):
        return layout.takeAt(layout.count() - 1)
    return None


def _wrapped(row: QLayoutItem) -> QWidget:
    """Move the widgets of a row that is wider than the screen into lines, one line each for a button box."""
    box, layout = row.widget(), row.layout()
    if isinstance(box, QDialogButtonBox):
        box.setOrientation(Qt.Orientation.Vertical)
        return box
    items = [layout.takeAt(0) for _ in range(layout.count())] if layout is not None else []
    return flowing(*(widget for item in items if item is not None and (widget := item.widget()) is not None))


def _has_button(item: QLayoutItem | None) -> bool:
    widget = item.widget() if item is not None else None
    return isinstance(widget, QPushButton | QDialogButtonBox)


class DialogOwner(QObject):
    """Base class of controllers that open dialogs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: QDialog | None = None
        """The dialog that was opened last."""

    def show_modal(self, dialog: QDialog) -> None:
        """Show a modal dialog."""
        self._remember(dialog)
        dialog.open()

    def show_modeless(self, dialog: QDialog, *, replaces: bool = False) -> None:
        """Show a modeless dialog, which perhaps `replaces` the open one of its class."""
        if replaces:
            self.close_open(type(dialog))
        self._remember(dialog)
        dialog.show()

    def bring_up_open(self, kind: type[QDialog]) -> bool:
        """Show the open dialog of this class in front of the others; return False if it is not open."""
        for dialog in self._open(kind):
            self.shown = dialog
            bring_up(dialog)
            return True
        return False

    def close_open(self, kind: type[QDialog]) -> None:
        """Close the open dialog of this class, to show newer content in another one."""
        for dialog in self._open(kind):
            dialog.reject()

    def _open(self, kind: type[QDialog]) -> list[QDialog]:
        owner = self.parent()
        return [] if owner is None else [each for each in owner.findChildren(kind) if each.isVisible()]

    def _remember(self, dialog: QDialog) -> None:
        self.shown = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        keep_on_screen(dialog)

    @Slot()
    def _forget(self) -> None:
        if self.sender() is self.shown:
            self.shown = None


Match = TypeVar("Match")


def best_matches(typed: str, things: Iterable[tuple[Match, str, str]]) -> list[Match]:
    """Return the things that match `typed`, best first; equal matches keep their order.

    Each thing has a name and more words. A match is the start of the name, the starts of its words, a part
    of it or the starts of more words, or letters of the name in this order.
    """
    wanted = typed.casefold().strip()
    ranks = [(_rank(wanted, name.casefold(), more.casefold()), thing) for thing, name, more in things]
    return [thing for rank, thing in sorted(ranks, key=lambda each: each[0]) if rank < _NO_MATCH]


def _rank(wanted: str, name: str, more: str) -> int:
    if name.startswith(wanted):
        return 0
    parts = _words(wanted)
    for rank, text in ((1, name), (2, f"{name} {more}")):
        words = _words(text)
        if parts and all(any(word.startswith(part) for word in words) for part in parts):
            return rank
    if wanted in name:
        return 2
    letters = iter(name)
    return 3 if all(letter in letters for letter in wanted if not letter.isspace()) else _NO_MATCH


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\W_]+", text) if word]


_NO_MATCH: Final = 4
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

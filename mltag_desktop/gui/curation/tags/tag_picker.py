"""Popup to choose a tag by typing part of its name; Return takes the first."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import confidence_words, tr
from mltag_desktop.gui.state.shortcuts import RETURN
from mltag_desktop.gui.state.tag_keys import TagKeys
from mltag_desktop.gui.widgets.common import MutedLabel
from mltag_desktop.gui.widgets.dialog_tables import quiet_selection
from mltag_desktop.gui.widgets.tag_chip import sign_icon
from mltag_desktop.gui.widgets.theme import EDGE, GAP, UNIT, Theme, row_height, widened

_SIZE: Final = QSize(110 * UNIT, 90 * UNIT)
_ROLE: Final = Qt.ItemDataRole.UserRole


class TagPicker(QDialog):
    """Lists the tags, the likeliest of the record first, then those that were used last.

    Signals: `chosen(tag)`, and `also_chosen(tag)` with Shift for an additional tag.
    """

    chosen = Signal(str)
    also_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        tags: Sequence[TagInfo],
        keys: TagKeys,
        probabilities: Mapping[str, float] | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags = keys.order(tags, probabilities)
        self._keys = keys.shown(tags, probabilities)
        self._probabilities = probabilities or {}
        self.setWindowTitle(tr("Choose a tag"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Part of a tag's name"))
        self.line.setAccessibleName(tr("Part of a tag's name"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Matching tags"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        quiet_selection(self.list, theme)
        self.hint = MutedLabel(theme, tr("Return sets the tag, Shift+Return adds it as an additional tag."))
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for part in (self.line, self.list, self.hint):
            column.addWidget(part)
        self.line.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._take)
        self.line.installEventFilter(self)
        room = parent.window().size() - QSize(2 * EDGE, 2 * EDGE)
        wide = QSize(*(widened(side, self.fontMetrics()) for side in _SIZE.toTuple()))
        self.resize(wide.boundedTo(room))
        self._fill("")

    @property
    def shown(self) -> list[str]:
        """Names of the matching tags, best match first."""
        return [str(self.list.item(row).data(_ROLE)) for row in range(self.list.count())]

    @Slot(str)
    def _fill(self, typed: str) -> None:
        side = widened(16, self.list.fontMetrics())
        self.list.clear()
        self.list.setIconSize(QSize(side, side))
        for tag in matching_tags(typed, self._tags):
            key = self._keys.get(tag.name, "")
            probability = self._probabilities.get(tag.name)
            words = [tag.name, f"[{key}]" if key else ""]
            words += [confidence_words(probability)] if probability is not None else []
            item = QListWidgetItem("  ".join(word for word in words if word))
            item.setIcon(sign_icon(tag, self._theme.colours, side))
            item.setData(_ROLE, tag.name)
            item.setToolTip("\n".join(text for text in (tag.name, tag.description) if text))
            item.setSizeHint(QSize(0, row_height(self.list.fontMetrics())))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    @Slot()
    def _take(self, *_: object, also: bool = False) -> None:
        item = self.list.currentItem()
        if item is not None:  # stay open without a match: in the table, the next keys would decide records
            self.accept()
            (self.also_chosen if also else self.chosen).emit(str(item.data(_ROLE)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        steps = {
            int(Qt.Key.Key_Up): -1,
            int(Qt.Key.Key_Down): 1,
            int(Qt.Key.Key_PageUp): -10,
            int(Qt.Key.Key_PageDown): 10,
        }
        if event.key() in steps:
            row = self.list.currentRow() + steps[event.key()]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            return True
        if event.key() in RETURN:
            self._take(also=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        return super().eventFilter(watched, event)


def matching_tags(typed: str, tags: Sequence[TagInfo]) -> list[TagInfo]:
    """Return the tags that match `typed`, best first; equal matches keep their order.

    A match is the start of the name, the starts of words in it, a part of it, or its letters in this order.
    """
    wanted = typed.casefold().strip()
    ranked = []
    for place, tag in enumerate(tags):
        rank = min(
            (rank for name in (tag.name, tag.short) if (rank := _rank(wanted, name.casefold())) is not None),
            default=None,
        )
        if rank is not None:
            ranked.append((rank, place))
    return [tags[place] for _, place in sorted(ranked)]


def _rank(wanted: str, name: str) -> int | None:
    if not name:
        return None
    if name.startswith(wanted):
        return 0
    words = [word for word in re.split(r"[\W_]+", name) if word]
    parts = [part for part in re.split(r"[\W_]+", wanted) if part]
    if parts and all(any(word.startswith(part) for word in words) for part in parts):
        return 1
    if wanted in name:
        return 2
    letters = iter(name)
    return 3 if all(letter in letters for letter in wanted if not letter.isspace()) else None

"""Popup to choose a tag by typing part of its name, or to add one; Return takes the first match."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mltag_desktop.core.tables.tag_cells import spelling_key
from mltag_desktop.core.workspace.decisions.tag_lists import LONGEST_NAME, indented
from mltag_desktop.core.workspace.decisions.tag_set import all_names
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import confidence_words, tr
from mltag_desktop.gui.state.session import TagKeys
from mltag_desktop.gui.widgets.common import MutedLabel, announce
from mltag_desktop.gui.widgets.dialog_tables import quiet_selection
from mltag_desktop.gui.widgets.dialogs import ID_ROLE, RETURN, SearchListDialog, best_matches
from mltag_desktop.gui.widgets.icons import icon
from mltag_desktop.gui.widgets.tag_chip import elided_name, sign_icon
from mltag_desktop.gui.widgets.theme import UNIT, Theme, icon_side, row_height

NAME_ROLE: Final = Qt.ItemDataRole.UserRole + 7
"""The part of an item's text that is the name of a tag."""


class TagNameDelegate(QStyledItemDelegate):
    """Shortens only the name in a text that is too long: of a tag in a group, the last part stays longest."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        name = str(index.data(NAME_ROLE) or "")
        before, _, after = option.text.partition(name) if name else (option.text, "", "")
        style = option.widget.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, option.widget) + 1
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        room = place.width() - 2 * margin - option.fontMetrics.horizontalAdvance(before + after)
        option.text = f"{before}{elided_name(name, option.fontMetrics, room)}{after}"


_SIZE: Final = QSize(110 * UNIT, 90 * UNIT)


class TagPicker(SearchListDialog):
    """Lists the tags, the likeliest of the record first, then those that were used last.

    What was typed can be added as a new tag: with Ctrl+Return, so that no slip of the finger adds one, or
    with Return while there are no tags.

    Signals: `chosen(tag)`, and `also_chosen(tag)` with Shift for an additional tag; `added(name, also)` for a
    new tag.
    """

    added = Signal(str, bool)

    def __init__(
        self,
        theme: Theme,
        tags: Sequence[TagInfo],
        keys: TagKeys,
        probabilities: Mapping[str, float] | None,
        parent: QWidget,
    ) -> None:
        none = tr("There are no tags yet. Type the name of the first one.")
        super().__init__(
            theme, _SIZE, tr("No tag matches. Try a part of its name.") if tags else none, parent
        )
        self._theme = theme
        self._new: QListWidgetItem | None = None
        self._tags = keys.order(tags, probabilities)
        self._keys = keys.shown(tags, probabilities)
        self._probabilities = probabilities or {}
        self.setWindowTitle(tr("Choose a tag"))
        asked = tr("Part of a tag's name") if tags else tr("Name of the new tag")
        self.line.setPlaceholderText(asked)
        self.line.setAccessibleName(asked)
        self.list.setAccessibleName(tr("Matching tags"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setItemDelegate(TagNameDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        quiet_selection(self.list, theme)
        self.hint = MutedLabel(theme, tr("Return sets the tag, Shift+Return adds it as an additional tag."))
        self._column.addWidget(self.hint)
        theme.changed.connect(self._recolour)
        self._fill("")

    def add_matches(self, typed: str) -> None:
        """Add the tags that match."""
        side = icon_side(self.list.fontMetrics())
        self.list.setIconSize(QSize(side, side))
        matches = matching_tags(typed, self._tags)
        for tag, line in zip(matches, indented([tag.name for tag in matches]), strict=True):
            key = self._keys.get(tag.name, "")
            probability = self._probabilities.get(tag.name)
            words = [f"[{key}]" if key else ""]
            words += [confidence_words(probability)] if probability is not None else []
            item = QListWidgetItem("  ".join(word for word in (line, *words) if word))
            spoken = "  ".join(word for word in (tag.name, *words) if word)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setData(ID_ROLE, tag.name)
            item.setData(NAME_ROLE, line.strip())
            item.setToolTip("\n".join(text for text in (tag.name, tag.description) if text))
            item.setSizeHint(QSize(0, row_height(self.list.fontMetrics())))
            self.list.addItem(item)
        self._add_new(" ".join(typed.split()))
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        colours, side = self._theme.colours, self.list.iconSize().width()
        infos = {tag.name: tag for tag in self._tags}
        icons: dict[tuple[str, int], QIcon] = {}  # hundreds of tags share a few dozen symbols
        for row in range(self.list.count()):
            item = self.list.item(row)
            tag = infos.get(str(item.data(ID_ROLE)))
            if tag is None:  # the new one
                item.setIcon(icon("also", colours, size=side))
                continue
            sign = tag.sign, tag.colour
            if sign not in icons:
                icons[sign] = sign_icon(tag, colours, side)
            item.setIcon(icons[sign])

    def _add_new(self, name: str) -> None:
        """Add an item for a new tag of this name, unless it is known in some spelling."""
        self._new = None
        if not name or len(name) > LONGEST_NAME or spelling_key(name) in self._known:
            return
        words = tr("New tag “{name}”", name=name)
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self._new = QListWidgetItem(f"{words}  [{keys}]" if self._tags else words)
        self._new.setData(ID_ROLE, name)
        self._new.setData(NAME_ROLE, name)
        self._new.setToolTip(words)
        self._new.setSizeHint(QSize(0, row_height(self.list.fontMetrics())))
        self.list.addItem(self._new)
        if self._tags and self.list.count() == 1:
            announce(self.line, self._new.text())

    @cached_property
    def _known(self) -> frozenset[str]:
        """The spelling keys of all tags, kept because thousands of them take longer than a key may."""
        return frozenset(map(spelling_key, all_names(self._tags)))

    def takes_first(self) -> bool:
        """Return whether the first item is a tag, or there are no tags."""
        return not self._tags or self.list.item(0) is not self._new

    def emit_choice(self, item: QListWidgetItem, found: str, *, also: bool) -> None:
        """Emit the signal for a chosen tag or a new one."""
        if item is self._new:
            self.added.emit(found, also)
        else:
            super().emit_choice(item, found, also=also)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in RETURN:
            held = event.modifiers()
            if held & Qt.KeyboardModifier.ControlModifier:
                self.choose(self._new, also=bool(held & Qt.KeyboardModifier.ShiftModifier))
                return True
        return super().eventFilter(watched, event)


def matching_tags(typed: str, tags: Sequence[TagInfo]) -> list[TagInfo]:
    """Return the tags whose name or short name matches `typed`, best first."""
    return best_matches(typed, ((tag, tag.name, tag.short) for tag in tags))

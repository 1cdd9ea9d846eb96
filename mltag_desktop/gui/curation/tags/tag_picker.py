"""Popup to choose a tag by typing part of its name; Return takes the first."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidgetItem, QWidget

from mltag_desktop.core.workspace.decisions.tag_groups import indented
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import confidence_words, tr
from mltag_desktop.gui.state.tag_keys import TagKeys
from mltag_desktop.gui.widgets.common import MutedLabel
from mltag_desktop.gui.widgets.dialog_tables import quiet_selection
from mltag_desktop.gui.widgets.inputs.search_list_dialog import ID_ROLE, SearchListDialog
from mltag_desktop.gui.widgets.tag_chip import sign_icon
from mltag_desktop.gui.widgets.theme import UNIT, Theme, row_height, widened

_SIZE: Final = QSize(110 * UNIT, 90 * UNIT)


class TagPicker(SearchListDialog):
    """Lists the tags, the likeliest of the record first, then those that were used last.

    Signals: `chosen(tag)`, and `also_chosen(tag)` with Shift for an additional tag.
    """

    def __init__(
        self,
        theme: Theme,
        tags: Sequence[TagInfo],
        keys: TagKeys,
        probabilities: Mapping[str, float] | None,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, _SIZE, tr("No tag matches. Try a part of its name."), parent)
        self._theme = theme
        self._tags = keys.order(tags, probabilities)
        self._keys = keys.shown(tags, probabilities)
        self._probabilities = probabilities or {}
        self.setWindowTitle(tr("Choose a tag"))
        self.line.setPlaceholderText(tr("Part of a tag's name"))
        self.line.setAccessibleName(tr("Part of a tag's name"))
        self.list.setAccessibleName(tr("Matching tags"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        quiet_selection(self.list, theme)
        self.hint = MutedLabel(theme, tr("Return sets the tag, Shift+Return adds it as an additional tag."))
        self._column.addWidget(self.hint)
        self._fill("")

    def add_matches(self, typed: str) -> None:
        """Add the tags that match."""
        side = widened(16, self.list.fontMetrics())
        self.list.setIconSize(QSize(side, side))
        matches = matching_tags(typed, self._tags)
        icons: dict[tuple[str, int], QIcon] = {}  # hundreds of tags share a few dozen symbols
        for tag, line in zip(matches, indented([tag.name for tag in matches]), strict=True):
            key = self._keys.get(tag.name, "")
            probability = self._probabilities.get(tag.name)
            words = [f"[{key}]" if key else ""]
            words += [confidence_words(probability)] if probability is not None else []
            item = QListWidgetItem("  ".join(word for word in (line, *words) if word))
            spoken = "  ".join(word for word in (tag.name, *words) if word)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            sign = tag.sign, tag.colour
            if sign not in icons:
                icons[sign] = sign_icon(tag, self._theme.colours, side)
            item.setIcon(icons[sign])
            item.setData(ID_ROLE, tag.name)
            item.setToolTip("\n".join(text for text in (tag.name, tag.description) if text))
            item.setSizeHint(QSize(0, row_height(self.list.fontMetrics())))
            self.list.addItem(item)


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

"""Paints list items that contain a tag name."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mltag_desktop.gui.widgets.tag_chip import elided_name

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

"""Names in a list of tags that is too narrow for them."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem

from mltag_desktop.gui.curation.tag_picker import NAME_ROLE, TagNameDelegate


@pytest.mark.parametrize("width", [60, 160, 400])
def test_the_last_part_of_a_name_and_the_text_around_it_stay(qtbot, width: int) -> None:
    view = QListWidget()
    qtbot.addWidget(view)
    delegate = TagNameDelegate(view)
    view.setItemDelegate(delegate)
    name = "customer-service/complaints/waiting"
    item = QListWidgetItem(f"1 {name}  0.93")
    item.setData(NAME_ROLE, name)
    view.addItem(item)
    view.addItem("no tag")
    shown = []
    for row in range(2):
        option = QStyleOptionViewItem()
        option.initFrom(view)
        option.widget, option.rect = view, QRect(0, 0, width, 20)
        delegate.initStyleOption(option, view.model().index(row, 0))
        shown.append(option.text)
    assert shown[1] == "no tag"
    assert shown[0].startswith("1 ")
    assert shown[0].endswith("  0.93")
    if width == 160:
        assert shown[0].endswith("/waiting  0.93")
        assert "…" in shown[0]
    elif width == 400:
        assert shown[0] == item.text()

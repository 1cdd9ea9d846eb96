"""Tabs with too little room."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.widgets.layout import TabBar


def _text_of(bar: TabBar, tab: int) -> QImage:
    """Return the part of a tab that its text covers."""
    text, whole = bar.fontMetrics().horizontalAdvance(bar.tabText(tab)), bar.tabRect(tab)
    left = whole.left() + (whole.width() - text) // 2
    return bar.grab(QRect(left, whole.top() + 6, text, whole.height() - 12)).toImage()


def test_tabs_give_up_space_and_no_letters(qtbot: QtBot) -> None:
    bar = TabBar()
    qtbot.addWidget(bar)
    bar.setExpanding(False)
    for name in ("Similaires", "Historique", "Note ✎", "Consigne"):
        bar.addTab(name)
    bar.resize(1000, 30)
    bar.show()
    wide, texts = [bar.tabRect(tab).width() for tab in range(4)], [_text_of(bar, tab) for tab in range(4)]
    bar.resize(sum(wide) - 40, 30)
    assert bar.tabRect(3).right() < bar.width(), "no tab is behind the scroll buttons"
    assert [_text_of(bar, tab) for tab in range(4)] == texts
    bar.resize(sum(wide) // 2, 30)
    assert [bar.tabRect(tab).width() for tab in range(4)] == wide, "tabs are scrolled, but not cut"

"""Tabs with a little too little room."""

from pytestqt.qtbot import QtBot

from mltag_desktop.gui.widgets.layout.tab_bar import TabBar


def test_tabs_give_up_a_few_pixels_and_no_letters(qtbot: QtBot) -> None:
    bar = TabBar()
    qtbot.addWidget(bar)
    bar.setExpanding(False)
    for name in ("Similaires", "Historique", "Note ✎", "Consigne"):
        bar.addTab(name)
    bar.resize(1000, 30)
    bar.show()
    wide = [bar.tabRect(tab).width() for tab in range(4)]
    bar.resize(sum(wide) - 6, 30)
    assert bar.tabRect(3).right() < bar.width(), "no tab is behind the scroll buttons"
    bar.resize(sum(wide) - 30, 30)
    assert [bar.tabRect(tab).width() for tab in range(4)] == wide, "tabs are scrolled, but not cut"

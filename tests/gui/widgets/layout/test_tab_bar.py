"""Tabs in a font of any size."""

import pytest
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.widgets.inputs import TabBar


@pytest.mark.parametrize("points", [9, 14, 24])
def test_tabs_show_their_whole_texts_and_little_space(qtbot: QtBot, points: int) -> None:
    bar = TabBar()
    qtbot.addWidget(bar)
    font = bar.font()
    font.setPointSize(points)
    bar.setFont(font)
    for name in ("Ähnliche", "Historique", "Note ✎"):
        bar.addTab(name)
    bar.show()
    for tab in range(bar.count()):
        spare = bar.tabRect(tab).width() - bar.fontMetrics().horizontalAdvance(bar.tabText(tab))
        assert 6 <= spare <= 20
        assert bar.tabRect(tab).height() >= bar.fontMetrics().height() + 4

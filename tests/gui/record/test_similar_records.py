"""The list of similar decided records."""

from pytestqt.qtbot import QtBot

from mltag_desktop.gui.record.detail_tabs import UNLIKE, SimilarRecordsList
from mltag_desktop.gui.record.record_loader import RecordContext
from mltag_desktop.gui.widgets.theme import Theme


def test_an_empty_list_says_whether_records_were_compared(qtbot: QtBot, theme: Theme) -> None:
    shown = SimilarRecordsList(theme, None)
    qtbot.addWidget(shown)
    shown.show_found(RecordContext(0, ()), {})
    assert shown.words == "Similar records are shown after some records have been decided."
    shown.show_found(RecordContext(0, (), compared=2), {}, unlike=True)
    assert shown.words == f"No decided record is similar.\n{UNLIKE}"

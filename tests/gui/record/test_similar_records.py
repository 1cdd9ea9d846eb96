"""The list of similar decided records."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.types import RecordView, Status
from mltag_desktop.gui.record.detail_tabs import UNLIKE, SimilarRecordsList
from mltag_desktop.gui.record.record_loader import RecordContext, SimilarRecord
from mltag_desktop.gui.widgets.theme import Theme


def test_an_empty_list_says_whether_records_were_compared(qtbot: QtBot, theme: Theme) -> None:
    shown = SimilarRecordsList(theme, None)
    qtbot.addWidget(shown)
    shown.show_found(RecordContext(0, ()), {})
    assert shown.words == "Similar records are shown after some records have been decided."
    shown.show_found(RecordContext(0, (), compared=2), {}, unlike=True)
    assert shown.words == f"No decided record is similar.\n{UNLIKE}"


def test_records_are_reached_by_tab_only_where_there_are_some(qtbot: QtBot, theme: Theme) -> None:
    shown = SimilarRecordsList(theme, None)
    qtbot.addWidget(shown)
    assert shown.table.focusPolicy() == Qt.FocusPolicy.NoFocus
    near = RecordView(7, ("Boats",), "Boats", None, None, None, None, False, Status.ACCEPTED, "sea", (), "")
    shown.show_found(RecordContext(0, (SimilarRecord(near, 0.5, "Boats"),), compared=1), {})
    assert shown.table.focusPolicy() == Qt.FocusPolicy.TabFocus
    shown.table.setCurrentIndex(shown.table.model().index(0, 0))
    assert shown.table.selectionModel().isRowSelected(0)
    with qtbot.waitSignal(shown.record_requested) as asked:
        qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert asked.args == [7]

"""What a tag means to the model: from the filter pane, the command and the report."""

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.report.tag_meaning_dialog import TagMeaningDialog
from mltag_desktop.gui.widgets.dialog_tables import LineTable
from tests.gui.helpers import facet, find, label, settle, workspace_of


def opened_dialog(program: Application, qtbot: QtBot) -> TagMeaningDialog:
    dialog = program.model_dialogs.shown
    assert isinstance(dialog, TagMeaningDialog)
    qtbot.waitUntil(lambda: "this tag" in label(dialog, "State"))
    return dialog


def first_cells(dialog: TagMeaningDialog, name: str) -> list[str]:
    return [line.cells[0] for line in find(dialog, LineTable, name).lines.lines]


def test_the_menu_of_a_tag_opens_its_words_and_records(opened: Application, qtbot: QtBot) -> None:
    opened.record_order.text_analysis.uses_encoder = bool
    opened.page.table.go_to(2)
    opened.decision_controller.decide("mlops")
    settle(opened, qtbot)
    [action] = facet(opened, "tag:computer-vision").actions()
    action.trigger()
    dialog = opened_dialog(opened, qtbot)
    assert find(dialog, QComboBox, "Tag").currentText() == "computer-vision"
    assert "image" in first_cells(dialog, "Words for the tag")
    assert "text" in first_cells(dialog, "Words against the tag")
    nearest = find(dialog, LineTable, "Most typical records")
    row = nearest.lines.lines[1].thing.row
    nearest.selectRow(1)
    nearest.activated.emit(nearest.model().index(1, 0))
    assert opened.page.model.row_at(opened.page.table.current_place()) == row
    opened.actions["tag_meaning"].trigger()
    assert opened.model_dialogs.shown is dialog
    dialog.close()
    assert opened.model_dialogs.shown is None


def test_confusions_have_examples_and_a_closed_table_closes_the_dialog(
    opened: Application, qtbot: QtBot
) -> None:
    opened.record_order.text_analysis.uses_encoder = bool
    states = workspace_of(opened).states()
    predicted = states.tag_names[states.predicted[0]]
    assert predicted != "mlops"
    opened.page.table.go_to(0)
    opened.decision_controller.decide("mlops")
    settle(opened, qtbot)
    opened.model_dialogs.open_meaning("mlops")
    dialog = opened_dialog(opened, qtbot)
    assert [line.cells for line in find(dialog, LineTable, "Confused tags").lines.lines] == [
        ("mlops", predicted, "1")
    ]
    assert find(dialog, LineTable, "Examples").current == 0
    opened.actions["close_table"].trigger()
    qtbot.waitUntil(lambda: opened.model_dialogs.shown is None)

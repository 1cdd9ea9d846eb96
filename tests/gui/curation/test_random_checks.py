"""Random checks in the real window: the prediction is hidden until the record is decided."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.record.tag_buttons import TagButton
from tests.gui.helpers import label, press, wait_read, workspace_of

HIDDEN = "Random check: the prediction is hidden until you choose a tag"


def row(program: Application) -> int:
    return program.page.model.row_at(program.page.table.current_place())


def cells(program: Application, record: int) -> list[str]:
    """What the table shows and speaks of the tag and the confidence of a record."""
    model = program.page.model
    titles = [column.title for column in model.columns]
    place = model.place_of(record)
    return [str(model.index(place, titles.index(title)).data() or "") for title in ("Tag", "Confidence")]


def probabilities(pane: QWidget) -> list[str]:
    """The spoken words of the tag buttons that tell a prediction."""
    buttons = pane.findChildren(TagButton)
    words = [button.accessibleName() for button in buttons if button.isVisibleTo(button.window())]
    return [each for each in words if "predicted" in each or "0." in each or "suggested" in each]


@pytest.fixture
def checked(focused: Application, qtbot: QtBot) -> Application:
    """The program at a random check of its queue."""
    focused.question_queue.draw = lambda: 0.0
    qtbot.waitUntil(lambda: focused.question_queue.line is not None)
    QTest.keySequence(focused.page.table, "J")
    assert workspace_of(focused).table.audited([row(focused)])[0]
    qtbot.waitUntil(lambda: label(focused.page.detail, "Prediction and decision").startswith(HIDDEN))
    return focused


def test_a_random_check_shows_its_prediction_only_after_the_answer(
    checked: Application, qtbot: QtBot
) -> None:
    record, page = row(checked), checked.page
    assert cells(checked, record) == ["random check", ""]
    assert not probabilities(page.detail)
    assert label(page.detail, "Prediction and decision").count("\n") == 1  # no rule that names a tag
    press(checked, qtbot, "2")
    assert row(checked) != record
    tag = workspace_of(checked).tag_set.tags[1].name
    assert cells(checked, record)[0] == tag
    assert cells(checked, record)[1].startswith(("0", "1"))
    page.table.go_to(page.model.place_of(record))
    qtbot.waitUntil(lambda: label(page.detail, "Prediction and decision").startswith("Predicted "))
    assert probabilities(page.detail)
    press(checked, qtbot, "Ctrl+Z")  # without its answer it is a random check again
    qtbot.waitUntil(lambda: label(page.detail, "Prediction and decision").startswith(HIDDEN))


def test_a_prediction_that_is_hidden_is_not_accepted(checked: Application, qtbot: QtBot) -> None:
    record = row(checked)
    press(checked, qtbot, "Return")
    assert row(checked) == record
    assert workspace_of(checked).states().decided[record] < 0
    shown = [each.text() for each in checked.parent_window.findChildren(QLabel)]
    assert "The prediction of 1 random check is hidden. Choose its tag by its key." in shown
    checked.page.table.selectAll()
    press(checked, qtbot, "Return")
    states = workspace_of(checked).states()
    assert [int(each) for each in (states.decided < 0).nonzero()[0]] == [record]


def test_the_focus_view_hides_it_too(checked: Application, qtbot: QtBot) -> None:
    record, focus = row(checked), checked.page.focus
    checked.actions["show_focus"].trigger()
    wait_read(checked, qtbot, record)
    assert HIDDEN in label(focus, "Prediction and decision")
    assert not probabilities(focus)
    QTest.keyClick(focus, Qt.Key.Key_Escape)


def test_the_setting_shows_predictions_at_once(checked: Application, qtbot: QtBot) -> None:
    checked.settings_store.change(hide_checks=False)
    qtbot.waitUntil(lambda: label(checked.page.detail, "Prediction and decision").startswith("Predicted "))
    assert cells(checked, row(checked))[0] != "random check"


def test_a_list_of_random_checks_shows_no_predictions(opened: Application, qtbot: QtBot) -> None:
    model = opened.page.model
    assert cells(opened, 0)[0] != "random check"
    opened.filter_bar.setText("is:random-check")
    qtbot.waitUntil(lambda: len(model.order) < 24)
    listed = model.order.tolist()
    assert listed
    assert all(cells(opened, record) == ["random check", ""] for record in listed)
    opened.filter_controller.clear()
    qtbot.waitUntil(lambda: len(model.order) == 24)
    assert all(cells(opened, record)[0] != "random check" for record in listed)

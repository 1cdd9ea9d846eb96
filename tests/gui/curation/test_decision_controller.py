"""Decisions, marks and navigation by keys and clicks in the real window."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.types import DecisionKind, Mark, Status
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.document.journal import words_of
from mltag_desktop.gui.record.tag_buttons import TagButton
from mltag_desktop.gui.table.table_model import ColumnContent
from tests.gui.helpers import label, press, settle, workspace_of


def status(program: Application, row: int) -> Status:
    return Status(int(workspace_of(program).states().status[row]))


def place(program: Application) -> int:
    return program.page.table.current_place()


def test_a_digit_key_sets_the_tag_and_moves_on(focused: Application, qtbot: QtBot) -> None:
    tags = [tag.name for tag in workspace_of(focused).tag_set.tags]
    press(focused, qtbot, "2")
    states = workspace_of(focused).states()
    assert states.tag_names[states.decided[0]] == tags[1]
    assert place(focused) == 1


def test_return_accepts_the_predicted_tag(focused: Application, qtbot: QtBot) -> None:
    press(focused, qtbot, "Return")
    states = workspace_of(focused).states()
    assert status(focused, 0) is Status.ACCEPTED
    assert states.decided[0] == states.predicted[0]
    assert place(focused) == 1


def marks(program: Application, row: int) -> Mark:
    return workspace_of(program).table.records([row])[0].marks


def test_marks_toggle_and_only_skip_moves_on(focused: Application, qtbot: QtBot) -> None:
    for key, mark in (("F", Mark.FLAGGED), ("U", Mark.UNSURE)):
        press(focused, qtbot, key)
        assert marks(focused, 0) == mark
        assert place(focused) == 0
        press(focused, qtbot, key)
        assert marks(focused, 0) == Mark(0)
    press(focused, qtbot, "S")
    assert (marks(focused, 0), place(focused)) == (Mark.SKIPPED, 1)
    focused.page.table.go_to(0)
    press(focused, qtbot, "S")
    assert (marks(focused, 0), place(focused)) == (Mark(0), 0)
    said = [words_of(entry) for entry in workspace_of(focused).journal.entries()]
    assert said == [
        *("flagged", "flag removed", "unsure", "unsure mark removed", "skipped", "skip mark removed"),
    ]


def test_marks_keep_decisions_and_clear_keeps_marks(focused: Application, qtbot: QtBot) -> None:
    press(focused, qtbot, "3")
    wanted = workspace_of(focused).tag_set.tags[2].name
    for key in "FUS":
        focused.page.table.go_to(0)
        press(focused, qtbot, key)
        assert workspace_of(focused).table.records([0])[0].decided == wanted
    focused.page.table.go_to(0)
    press(focused, qtbot, "2")
    assert workspace_of(focused).table.records([0])[0].decided == workspace_of(focused).tag_set.tags[1].name
    assert marks(focused, 0) == Mark.FLAGGED | Mark.UNSURE
    focused.page.table.go_to(0)
    press(focused, qtbot, "Backspace")
    assert status(focused, 0) is Status.TO_REVIEW
    assert marks(focused, 0) == Mark.FLAGGED | Mark.UNSURE
    assert place(focused) == 0


def test_a_flag_and_then_a_note_are_on_one_record(focused: Application, qtbot: QtBot) -> None:
    press(focused, qtbot, "F")
    press(focused, qtbot, "N")
    edit = focused.page.detail.tabs.note.edit
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "look")
    press(focused, qtbot, "Ctrl+Return", to=edit)
    record, other = workspace_of(focused).table.records([0, 1])
    assert (record.marks, record.note) == (Mark.FLAGGED | Mark.NOTED, "look")
    assert (other.marks, other.note) == (Mark(0), "")


def test_a_flag_on_several_records_flags_the_unflagged_ones(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    focused.session.publish(workspace.decisions.mark([1], DecisionKind.FLAG))
    focused.page.table.selectAll()
    press(focused, qtbot, "F")
    assert workspace.states().marked(Mark.FLAGGED).all()
    press(focused, qtbot, "F")
    assert not workspace.states().marked(Mark.FLAGGED).any()


def test_the_queue_skips_unsure_records_and_not_flagged_ones(focused: Application, qtbot: QtBot) -> None:
    focused.session.set_review_default(1.01)
    focused.session.publish(workspace_of(focused).decisions.mark([1], DecisionKind.UNSURE))
    focused.session.publish(workspace_of(focused).decisions.mark([2], DecisionKind.FLAG))
    press(focused, qtbot, "Return")
    assert place(focused) == 2


def test_marks_are_shown_next_to_the_tag(focused: Application, qtbot: QtBot) -> None:
    press(focused, qtbot, "2")
    focused.page.table.go_to(0)
    press(focused, qtbot, "F")
    focused.session.publish(workspace_of(focused).decisions.note(0, "look here"))
    settle(focused, qtbot)
    model = focused.page.model
    parts = [column.part for column in model.columns]
    tag, state = (model.index(0, parts.index(part)) for part in (ColumnContent.TAG, ColumnContent.STATUS))
    assert tag.data() == workspace_of(focused).tag_set.tags[1].name
    assert model.row_state(0).marks == Mark.FLAGGED | Mark.NOTED
    assert tag.data(Qt.ItemDataRole.ToolTipRole) == "Flagged\nNote: look here"
    assert state.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", flagged, with a note")
    button = focused.page.detail.tags.findChildren(TagButton)[1]
    qtbot.waitUntil(lambda: "with a note" in button.accessibleName())
    assert "flagged" in button.accessibleName()
    QApplication.sendEvent(button, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert button.toolTip().startswith("Flagged\nNote: look here\n")
    assert "flagged" in label(focused.page.detail, "Prediction and decision")


def test_undo_and_redo(focused: Application, qtbot: QtBot) -> None:
    press(focused, qtbot, "Return")
    qtbot.waitUntil(focused.actions["undo"].isEnabled)
    press(focused, qtbot, "Ctrl+Z")
    assert status(focused, 0) is Status.TO_REVIEW
    assert place(focused) == 0
    qtbot.waitUntil(focused.actions["redo"].isEnabled)
    press(focused, qtbot, "Ctrl+Shift+Z")
    assert status(focused, 0) is Status.ACCEPTED


def test_several_rows_are_one_step_and_the_notice_offers_undo(focused: Application, qtbot: QtBot) -> None:
    focused.page.table.selectAll()
    press(focused, qtbot, "1")
    states = workspace_of(focused).states()
    assert (states.decided == 0).all() or len(set(states.decided.tolist())) == 1
    assert focused.notifications.current.action.text == "Undo"
    focused.notifications.current.action.run()
    settle(focused, qtbot)
    assert (workspace_of(focused).states().status == int(Status.TO_REVIEW)).all()


def test_keys_held_down_decide_once(focused: Application, qtbot: QtBot) -> None:
    table = focused.page.table
    for repeats in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_1.value, Qt.KeyboardModifier.NoModifier, "1", repeats
        )
        QApplication.sendEvent(table, event)
    settle(focused, qtbot)
    decided = workspace_of(focused).states().status != int(Status.TO_REVIEW)
    assert decided.sum() <= 1


def test_letters_and_return_in_the_search_field_decide_nothing(focused: Application, qtbot: QtBot) -> None:
    line = focused.filter_bar
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    for key in (Qt.Key.Key_F, Qt.Key.Key_U, Qt.Key.Key_1, Qt.Key.Key_J):
        qtbot.keyClick(line, key)
    settle(focused, qtbot)
    assert line.text() == "fu1j"
    line.show_text("")
    press(focused, qtbot, "Return", to=line)
    assert (workspace_of(focused).states().status == int(Status.TO_REVIEW)).all()


def test_a_click_on_a_tag_decides(focused: Application, qtbot: QtBot) -> None:
    button = focused.page.detail.tags.findChildren(TagButton)[3]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(focused, qtbot)
    states = workspace_of(focused).states()
    assert states.tag_names[states.decided[0]] == workspace_of(focused).tag_set.tags[3].name


def test_next_skips_decided_records_and_wraps_around(focused: Application, qtbot: QtBot) -> None:
    focused.session.set_review_default(1.01)  # every undecided record needs review
    focused.page.table.go_to(22)
    press(focused, qtbot, "Return")
    assert place(focused) == 23
    press(focused, qtbot, "Return")
    assert place(focused) == 0
    press(focused, qtbot, "K")
    assert place(focused) == 0
    focused.page.table.go_to(23)
    press(focused, qtbot, "K")
    assert place(focused) == 21


def test_the_table_stays_where_it_is_after_a_decision(focused: Application, qtbot: QtBot) -> None:
    focused.actions["queue_order"].trigger()
    qtbot.waitUntil(lambda: not focused.record_order.is_running)
    order = focused.page.model.order.tolist()
    confidence = workspace_of(focused).states().confidence
    assert focused.record_order.sort == "confidence"
    assert order != sorted(order)
    assert (confidence[order][:-1] <= confidence[order][1:]).all(), "as the header says"
    press(focused, qtbot, "1")
    assert focused.page.model.order.tolist() == order


def test_a_notification_says_that_nothing_is_left(focused: Application, qtbot: QtBot) -> None:
    focused.page.table.selectAll()
    press(focused, qtbot, "Return")
    qtbot.waitUntil(lambda: (focused.page.model.states.status != int(Status.TO_REVIEW)).all())
    with qtbot.waitSignal(focused.decision_controller.nothing_left):
        press(focused, qtbot, "J")
    assert "Nothing left" in focused.notifications.current.text
    assert focused.notifications.current.action.text == "Train…"


def test_a_next_step_is_offered_after_the_last_question(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    focused.session.publish(workspace.decisions.mark([3, 4], DecisionKind.SKIP))
    focused.session.publish(workspace.decisions.decide(range(5, 24), "other"))
    focused.filter_bar.setText("is:skipped")
    qtbot.waitUntil(lambda: len(focused.page.model.order) == 2)
    press(focused, qtbot, "J")
    focused.notifications.current.action.run()
    qtbot.waitUntil(lambda: len(focused.page.model.order) == 24)
    focused.session.publish(workspace.decisions.decide([0, 1, 2], "other"))
    qtbot.waitUntil(lambda: (counts := focused.record_order.counts) is not None and counts.postponed == 2)
    press(focused, qtbot, "J")
    assert "2 records are skipped or unsure" in focused.notifications.current.hint
    focused.notifications.current.action.run()
    qtbot.waitUntil(lambda: sorted(focused.page.model.order.tolist()) == [3, 4])
    qtbot.waitUntil(focused.page.table.hasFocus)


def test_a_chosen_query_strategy_is_described(focused: Application) -> None:
    focused.actions["order_table"].trigger()
    assert focused.notifications.current.text == "Records to review in table order"
    assert focused.actions["order_table"].isChecked()


def test_the_detail_panel_follows(focused: Application, qtbot: QtBot) -> None:
    detail = focused.page.detail
    focused.page.table.go_to(4)
    qtbot.waitUntil(lambda: detail.record is not None and detail.record.row == 4)
    assert "Detecting boats" in detail.reading.toPlainText()
    predicted = [
        button for button in detail.tags.findChildren(TagButton) if button.choice and button.choice.predicted
    ]
    assert len(predicted) == 1
    press(focused, qtbot, "Return")
    focused.page.table.go_to(4)
    qtbot.waitUntil(lambda: detail.record.row == 4 and detail.record.decided is not None)
    qtbot.waitUntil(lambda: "accepted" in label(detail, "History of the record"))


def test_copied_rows_carry_their_tags(focused: Application, qtbot: QtBot) -> None:
    with qtbot.waitSignal(focused.clipboard_copier.copied) as copied:
        focused.actions["copy"].trigger()
    assert copied.args == [1, 1]
    assert focused.notifications.current.text == "1 record copied."
    head, line = QApplication.clipboard().text().split("\n")
    assert head.split("\t")[-2:] == ["tag", "confidence"]
    assert line.split("\t")[1] == "Segmenting street scenes 0"


def test_a_truncated_copy_is_reported(
    focused: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mltag_desktop.gui.table.table_commands.MOST", 20)
    monkeypatch.setattr("mltag_desktop.gui.table.table_commands._PIECE", 7)
    focused.page.table.selectAll()
    with qtbot.waitSignal(focused.clipboard_copier.copied):
        focused.actions["copy"].trigger()
    assert len(QApplication.clipboard().text().split("\n")) == 21
    assert "first 20 of 24 records" in focused.notifications.current.text
    assert focused.notifications.current.action.text == "Export…"


def test_a_decision_made_right_before_the_close_is_kept(opened: Application, qtbot: QtBot) -> None:
    path = workspace_of(opened).path
    for _ in range(5):
        opened.decision_controller.accept()
    opened.parent_window.close()
    with Workspace.open(path, "ana") as again:
        assert len(again.journal.entries()) == 5


def test_return_on_a_record_without_a_tag_says_why_and_stays(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    states = workspace.states()
    first = states.tag_names[states.predicted[0]]
    focused.writer.write(
        lambda: workspace.tag_set.set([tag for tag in workspace.tag_set.tags if tag.name != first])
    )
    settle(focused, qtbot)
    model = focused.page.model
    assert model.row_state(0).untagged
    tag_column = next(n for n, column in enumerate(model.columns) if column.part is ColumnContent.TAG)
    assert model.index(0, tag_column).data() == ""
    qtbot.waitUntil(lambda: "No prediction for" in label(focused.page.detail, "Prediction and decision"))
    press(focused, qtbot, "Return")
    assert place(focused) == 0
    assert status(focused, 0) is Status.TO_REVIEW
    notice = focused.notifications.current
    assert notice is not None
    assert "Choose one by its key" in notice.text
    focused.decision_controller.decide(first)
    settle(focused, qtbot)
    assert place(focused) == 0
    assert focused.notifications.current is not None
    assert f"{first} is not in the tag set." in focused.notifications.current.text
    press(focused, qtbot, "1")
    assert status(focused, 0) is Status.CORRECTED
    assert place(focused) == 1


def test_a_decision_that_cannot_be_written_returns_to_its_record(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    second = workspace.tag_set.tags[1]
    kept = [tag for tag in workspace.tag_set.tags if tag != second]
    focused.writer.write(lambda: workspace.tag_set.set(kept))  # written before the decision
    focused.decision_controller.decide(second.name)
    settle(focused, qtbot)
    assert status(focused, 0) is Status.TO_REVIEW
    assert place(focused) == 0
    notice = focused.notifications.current
    assert notice is not None
    assert "is not a tag" in notice.text

"""Tags, additional tags, notes and bulk decisions by keys and clicks in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.types import Status
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.curation.command_palette import CommandPalette
from mltag_desktop.gui.filters.filter_chips import ChipButton
from mltag_desktop.gui.filters.filter_panel import FacetButton
from mltag_desktop.gui.record.detail_tabs import entry_words
from mltag_desktop.gui.record.tag_buttons import TagButton
from tests.gui.helpers import label, press, settle, wait_read, workspace_of


def test_one_key_decides_and_another_one_undoes_it(focused: Application, qtbot: QtBot) -> None:
    focused.actions["show_focus"].trigger()
    view = focused.page.focus
    wait_read(focused, qtbot, 0)
    qtbot.waitUntil(lambda: "Summaries" in label(view, "The next record"))
    press(focused, qtbot, "2", to=view.pane)
    wait_read(focused, qtbot, 1)
    second = workspace_of(focused).tag_set.tags[1].label
    assert label(view, "Last action").startswith(
        f"Tagged as {second}: "
    )  # the short name, to fit half a line
    assert "1 decided" in label(view, "Session progress")
    press(focused, qtbot, "Z", to=view.pane)
    wait_read(focused, qtbot, 0)
    assert workspace_of(focused).states().status[0] == Status.TO_REVIEW
    assert label(view, "Last action") == ""


def test_a_decision_redraws_its_record_alone(focused: Application, qtbot: QtBot) -> None:
    settle(focused, qtbot)
    focused.page.table.go_to(3)
    with qtbot.waitSignal(focused.page.model.dataChanged) as redrawn:
        QTest.keySequence(focused.page.table, "Return")
    first, last = redrawn.args[:2]
    assert (first.row(), last.row()) == (3, 3)
    assert focused.page.model.row_state(3).status == Status.ACCEPTED
    settle(focused, qtbot)


def test_different_predictions_are_accepted_in_one_step(focused: Application, qtbot: QtBot) -> None:
    focused.page.table.selectAll()
    press(focused, qtbot, "Return")
    states = workspace_of(focused).states()
    assert (states.decided == states.predicted).all()
    assert len(workspace_of(focused).journal.steps()) == 1
    press(focused, qtbot, "Z")
    assert (workspace_of(focused).states().status == int(Status.TO_REVIEW)).all()


def test_several_records_show_what_a_tag_would_change(focused: Application, qtbot: QtBot) -> None:
    focused.page.table.selectAll()
    detail = focused.page.detail
    qtbot.waitUntil(lambda: "24 records selected" in detail.reading.toPlainText())
    words = [button.choice.words for button in detail.tags.findChildren(TagButton) if button.choice]
    assert any("change" in each for each in words)
    focused.page.table.go_to(2)
    qtbot.waitUntil(lambda: detail.record is not None and detail.record.row == 2)


def test_the_history_says_from_whom_a_decision_was_imported(opened: Application) -> None:
    workspace = workspace_of(opened)
    tag = workspace.tag_set.tags[0].name
    origins = {0: "Bea, of the team, 2026-11-29T10:00:00+00:00"}
    workspace.decisions.decide_each({0: (tag, "")}, (), "Import", origins=origins)
    assert [entry_words(entry).partition("ann  ")[2] for entry in workspace.journal.entries(0)][-1] == (
        "imported from Bea, of the team"
    )
    assert workspace.table.records([0])[0].note == ""


def test_an_additional_tag_is_removed_by_key_click_and_palette(focused: Application, qtbot: QtBot) -> None:
    workspace, page = workspace_of(focused), focused.page
    first, second = (tag.name for tag in workspace.tag_set.tags[:2])
    shift = Qt.KeyboardModifier.ShiftModifier
    page.table.go_to(2)
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_2, shift)
        settle(focused, qtbot)
        qtbot.waitUntil(
            lambda: page.detail.additional_tags.names == list(workspace.decisions.additional_tags(2))
        )
    assert workspace.decisions.additional_tags(2) == ()
    for name in (first, second):
        focused.decision_controller.also(name)
    settle(focused, qtbot)
    qtbot.waitUntil(lambda: page.detail.additional_tags.names == [first, second])
    chips = [chip for chip in page.detail.additional_tags.findChildren(ChipButton) if chip.isVisible()]
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workspace.decisions.additional_tags(2) == (second,))
    focused.actions["palette"].trigger()
    palette = focused.parent_window.findChild(CommandPalette)
    qtbot.keyClicks(palette.line, "Remove")
    assert palette.shown[0] == f"also:{second}"
    press(focused, qtbot, "Return", to=palette.line)
    assert workspace.decisions.additional_tags(2) == ()
    focused.actions["undo"].trigger()
    settle(focused, qtbot)
    assert workspace.decisions.additional_tags(2) == (second,)


def test_a_held_modifier_does_not_extend_the_selection(focused: Application, qtbot: QtBot) -> None:
    """Ctrl is held while the program moves to another record; only that record is selected."""
    focused.page.table.go_to(3)
    qtbot.keyPress(focused.page.table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    focused.page.table.go_to(7)
    rows = {index.row() for index in focused.page.table.selectionModel().selectedRows()}
    qtbot.keyRelease(focused.page.table, Qt.Key.Key_Control)
    assert rows == {7}


def test_identical_texts_get_the_same_tag_with_one_key(focused: Application, qtbot: QtBot) -> None:
    focused.workspace_opener.add_texts(["just the same", "just the same", "just the same"])
    qtbot.waitUntil(lambda: workspace_of(focused).table.count == 27)
    qtbot.waitUntil(lambda: not focused.prediction_runner.is_running)
    qtbot.waitUntil(lambda: len(focused.page.model.order) == 27)
    qtbot.waitUntil(lambda: bool((workspace_of(focused).states().predicted >= 0).all()))
    focused.page.table.go_to(24)
    focused.actions["tag_1"].trigger()
    qtbot.waitUntil(lambda: focused.identical_texts.offer is not None)
    assert "to all 3" in focused.notifications.current.action.text
    focused.actions["same_for_all"].trigger()
    settle(focused, qtbot)
    assert len(set(workspace_of(focused).states().decided[24:27].tolist())) == 1
    assert (workspace_of(focused).states().decided[24:27] >= 0).all()


def test_similar_decided_records_are_shown(focused: Application, qtbot: QtBot) -> None:
    for row in (4, 10):
        focused.page.table.go_to(row)
        focused.decision_controller.accept()
    settle(focused, qtbot)
    focused.page.table.go_to(16)
    similar = focused.page.detail.tabs.similar
    qtbot.waitUntil(lambda: {line.thing for line in similar.table.lines.lines} == {4, 10})
    first = similar.table.visualRect(similar.table.model().index(0, 1)).center()
    qtbot.mouseClick(similar.table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert focused.page.table.current_place() in (4, 10)


def test_an_offer_for_identical_texts_ends_with_the_next_decision(focused: Application, qtbot: QtBot) -> None:
    """The search for the first record may end after the second decision; its result must not be offered."""
    focused.workspace_opener.add_texts(["just the same", "just the same", "another text"])
    qtbot.waitUntil(lambda: len(focused.page.model.order) == 27)
    name = workspace_of(focused).tag_set.tags[0].name
    for row in (24, 26):
        focused.session.publish(change := workspace_of(focused).decisions.decide([row], name))
        focused.identical_texts.after(change)
    qtbot.waitUntil(lambda: not focused.jobs.running)
    assert focused.identical_texts.offer is None


def test_a_withdrawn_offer_for_identical_texts_leaves_no_button(focused: Application, qtbot: QtBot) -> None:
    focused.workspace_opener.add_texts(["just the same", "just the same", "another text"])
    qtbot.waitUntil(lambda: len(focused.page.model.order) == 27)
    notifications = focused.notifications
    focused.page.table.go_to(24)
    focused.actions["tag_1"].trigger()
    qtbot.waitUntil(lambda: focused.identical_texts.offer is not None)
    offer = notifications.current
    assert "to all 2" in offer.action.text
    focused.actions["undo"].trigger()
    qtbot.waitUntil(lambda: offer not in notifications.pending)
    assert focused.identical_texts.offer is None


def test_values_of_columns_are_found_again_when_the_import_ends(focused: Application, qtbot: QtBot) -> None:
    """The import can end after the prediction; the search then starts again."""
    facets = focused.page.filter_panel
    facets.show_columns(())
    focused.workspace_opener.complete.emit(focused.workspace_opener.source)
    qtbot.waitUntil(lambda: bool(facets.findChildren(FacetButton, "value:source=blog")))


def test_the_preview_of_a_bulk_decision_follows_changes(focused: Application, qtbot: QtBot) -> None:
    detail, name = focused.page.detail, workspace_of(focused).tag_set.tags[0].name
    focused.page.table.selectAll()
    qtbot.waitUntil(lambda: "24 records selected" in detail.reading.toPlainText())
    press(focused, qtbot, "1")
    qtbot.waitUntil(lambda: f"Their tags: 24 {name}." in detail.reading.toPlainText())
    qtbot.waitUntil(lambda: "24 of them are already decided" in detail.reading.toPlainText())


def test_keys_decide_the_displayed_record(focused: Application, qtbot: QtBot) -> None:
    """Ctrl with an arrow key moves the current record only; End moves to the last record."""
    table, states = focused.page.table, workspace_of(focused).states
    table.go_to(3)
    QTest.keySequence(table, "Ctrl+Down")
    assert table.current_place() == 4
    press(focused, qtbot, "1", to=table)
    assert (states().decided[[3, 4]] >= 0).tolist() == [False, True]
    for keys, place in ((Qt.Key.Key_End, 23), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(table, keys, Qt.KeyboardModifier.ControlModifier)
        assert (table.current_place(), table.selected_rows().tolist()) == (place, [place])
        assert table.horizontalScrollBar().value() == 0
    QTest.keySequence(table, "Shift+End")
    assert len(table.selected_rows()) == 24


def test_a_record_displayed_after_a_selection_is_not_decided_with_it(
    focused: Application, qtbot: QtBot
) -> None:
    """Ctrl with an arrow key keeps the selection and makes an unselected record current."""
    table, detail = focused.page.table, focused.page.detail
    table.go_to(0)
    for _ in range(2):
        QTest.keySequence(table, "Shift+Down")
    qtbot.waitUntil(lambda: "3 records selected" in detail.reading.toPlainText())
    press(focused, qtbot, "Ctrl+Down", to=table)
    qtbot.waitUntil(lambda: "3 records selected" in detail.reading.toPlainText())
    focused.actions["show_focus"].trigger()
    wait_read(focused, qtbot, 3)
    press(focused, qtbot, "1", to=focused.page.focus.pane)
    assert (workspace_of(focused).states().decided >= 0).nonzero()[0].tolist() == [3]


def test_undo_in_a_notification_undoes_its_own_step(focused: Application, qtbot: QtBot) -> None:
    table, notifications = focused.page.table, focused.notifications
    table.selectAll()
    press(focused, qtbot, "1", to=table)
    qtbot.waitUntil(lambda: notifications.current is not None and "24" in notifications.current.text)
    told = notifications.current
    table.go_to(2)
    press(focused, qtbot, "2", to=table)
    assert told not in notifications.pending

"""The curation tools in the real window, by keys and clicks."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.workspace.decisions.decision_statistics import SessionSummary, daily_progress
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.application.preferences_controller import SettingsDialog
from mltag_desktop.gui.curation.command_palette import CommandPalette, fitting
from mltag_desktop.gui.curation.curation_session import SessionStats, SessionSummaryDialog, gain_sentence
from mltag_desktop.gui.curation.keymap_dialog import KeyMapDialog
from mltag_desktop.gui.curation.tag_set_editor import TagSetEditor
from mltag_desktop.gui.main_window.onboarding import STEPS
from mltag_desktop.gui.record.guideline import GuidelinePane
from mltag_desktop.gui.state.actions import read_keys, refusal
from mltag_desktop.gui.state.commands import BY_ID, COMMANDS
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.notifications import Notification
from mltag_desktop.gui.widgets.theme import GAP
from tests.core.helpers import predict_all
from tests.gui.helpers import TAGS, find, press, settle, wait_read, wait_tagged, workspace_of


def dialog(program: Application, kind: type):
    return program.parent_window.findChild(kind)


def test_switching_views_keeps_the_current_record(focused: Application, qtbot: QtBot) -> None:
    focused.page.table.go_to(4)
    focused.actions["show_focus"].trigger()
    wait_read(focused, qtbot, 4)
    assert "Detecting boats" in focused.page.focus.pane.toPlainText()
    assert focused.actions["show_focus"].isChecked()
    QTest.keySequence(focused.page.focus.pane, "Esc")
    assert not focused.focus_controller.is_on
    assert focused.page.table.current_place() == 4
    assert focused.page.table.hasFocus()


def test_reopening_continues_at_the_last_record(
    make_program: Callable[..., Application], make_table: Callable[..., Path], qtbot: QtBot
) -> None:
    path = make_table()
    first = make_program(path)
    wait_tagged(first, qtbot, 24)
    first.page.table.go_to(7)
    first.parent_window.close()
    again = make_program(path)
    wait_tagged(again, qtbot, 24)
    qtbot.waitUntil(lambda: again.page.table.current_place() == 7)
    assert not workspace_of(again).journal.steps(), "where one is, is no step"
    again.page.table.go_to(3)
    again.workspace_opener.close()
    qtbot.waitUntil(lambda: again.session.workspace is None)
    again.workspace_opener.open_path(path)
    wait_tagged(again, qtbot, 24)
    qtbot.waitUntil(lambda: again.page.table.current_place() == 3)


def test_hovering_over_a_tag_marks_its_words(focused: Application, qtbot: QtBot) -> None:
    record_loader = focused.page.record_loader
    qtbot.waitUntil(lambda: focused.page.detail.record is not None)
    with qtbot.waitSignal(record_loader.marks_changed):
        focused.page.detail.tags.looked_at.emit(workspace_of(focused).tag_set.tags[1].name)
    with qtbot.waitSignal(record_loader.marks_changed):
        focused.page.detail.tags.looked_at.emit("")


def test_the_palette_stays_open_without_a_match(focused: Application, qtbot: QtBot) -> None:
    """In the table, the next keys would flag and skip records."""
    focused.actions["palette"].trigger()
    palette = dialog(focused, CommandPalette)
    qtbot.waitUntil(palette.line.hasFocus)
    qtbot.keyClicks(palette.line, "zq((")
    assert (palette.shown, palette.none.isVisible()) == ([], True)
    QTest.keySequence(palette.line, "Return")
    QTest.keySequence(palette.line, "Down")
    qtbot.keyClicks(palette.line, "fsu")
    assert palette.isVisible()
    palette.line.clear()
    assert palette.shown
    assert not palette.none.isVisible()
    palette.reject()


def test_the_palette_finds_and_runs_a_command(focused: Application, qtbot: QtBot) -> None:
    focused.actions["palette"].trigger()
    palette = dialog(focused, CommandPalette)
    qtbot.waitUntil(palette.line.hasFocus)
    qtbot.keyClicks(palette.line, "foc")
    assert palette.shown[0] == "show_focus"
    QTest.keySequence(palette.line, "Return")
    assert focused.focus_controller.is_on
    wait_read(focused, qtbot, 0)


def test_commands_match_by_prefixes_and_by_letters() -> None:
    pairs = [(command, command.name) for command in COMMANDS]
    assert fitting("export", pairs)[0][0].id == "export"
    assert fitting("clear fil", pairs)[0][0].id == "clear_filters"
    assert len(fitting("", pairs)) == len(COMMANDS)
    for word, command in (("label", "edit_tags"), ("import", "open"), ("model", "train"), ("csv", "open")):
        assert command in [match.id for match, _ in fitting(word, pairs)]
    assert fitting("zzzz", pairs) == []


def test_keys_are_changed_stored_and_rejected_on_conflict(focused: Application, qtbot: QtBot) -> None:
    focused.actions["show_keys"].trigger()
    keys = dialog(focused, KeyMapDialog)
    rows = [line.cells[0] for line in keys.list.lines.lines]
    for tag in workspace_of(focused).tag_set.tags:
        assert any(tag.name in row for row in rows)
    keys.search.setText("nothing is called like this")
    assert keys.none.isVisible()
    keys.search.setText("unsure")
    assert not keys.none.isVisible()
    keys.choose("unsure")
    keys.edit.setKeySequence(QKeySequence("F"))
    assert "Flag" in keys.problem.text()
    assert not keys.use.isEnabled()
    keys.edit.setKeySequence(QKeySequence("Y"))
    keys.use.click()
    assert focused.actions["unsure"].shortcut().toString() == "Y"
    assert focused.settings_store.settings.keys == ("unsure Y",)
    keys.reset.click()
    assert focused.actions["unsure"].shortcut().toString() == "U"
    assert focused.settings_store.settings.keys == ()
    keys.accept()
    assert "typing" in refusal(BY_ID["export"], "X", {})
    assert "navigation" in refusal(BY_ID["skip"], "Down", {})
    assert not refusal(BY_ID["skip"], "Ctrl+Down", {})
    assert read_keys(["unsure Y", "nothing Q", "renew F7"]) == {"unsure": "Y", "refresh": "F7"}


def test_the_session_summary_shows_the_decisions(focused: Application, qtbot: QtBot) -> None:
    focused.decision_controller.accept()
    focused.decision_controller.accept()
    settle(focused, qtbot)
    focused.actions["session"].trigger()
    made = dialog(focused, SessionSummaryDialog)
    assert made.lines[0] == "2 records decided"
    assert made.go_on.isHidden() == (not focused.session_stats.left)
    made.accept()


def test_decisions_before_any_prediction_do_not_count_against_the_model(
    app_context: AppContext, make_workspace: Callable[[int], Workspace], tiny_model: LinearModel, qtbot: QtBot
) -> None:
    workspace, session = make_workspace(2), app_context.session
    stats = SessionStats(session)
    session.set_workspace(workspace)
    stats.count(workspace.decisions.decide([0], TAGS[0]))
    predict_all(workspace, tiny_model)
    made = stats.summary(4.0)
    assert made is not None
    shown = SessionSummaryDialog(app_context.theme, made, app_context.window)
    assert shown.lines[0] == "1 record decided"
    assert not [line for line in shown.lines if "right" in line]
    assert [line.cells for line in shown.tags.lines.lines] == [(TAGS[0], "1", "–")]
    shown.show_days(daily_progress(workspace.journal.entries()))
    assert shown.days.lines.lines[0].cells[1:5] == ("1", "0", "0", "–")
    shown.show()
    header = shown.days.horizontalHeader()
    for column in range(header.count()):
        wanted = header.fontMetrics().horizontalAdvance(shown.days.lines.headings[column].name) + GAP
        assert header.sectionSize(column) >= wanted, "no heading is cut"
    shown.close()
    right = workspace.states().tag_names[workspace.states().predicted[1]]
    stats.count(workspace.decisions.decide([1], right))
    again = stats.summary(4.0)
    assert again is not None
    assert again.right == 1


def test_a_session_without_decisions_leads_to_the_first_question(focused: Application, qtbot: QtBot) -> None:
    window = focused.parent_window
    none = SessionSummary(
        decided=0, accepted=0, corrected=0, flagged=0, skipped=0, right=None, tags=(), minutes=0.0, left=7,
        minutes_left=1.0,
    )  # fmt: skip
    long = SessionSummaryDialog(window.theme, replace(none, left=10_656, minutes_left=710.0), window)
    assert "10,656 records left to review, about 12 h at the average pace." in long.lines
    made = SessionSummaryDialog(window.theme, none, window)
    made.show()
    assert made.lines[0] == "No decisions in this session yet"
    assert "7 records left to review, about 1 min at the average pace." in made.lines
    with qtbot.waitSignal(made.go_on_requested):
        made.go_on.click()
    assert not made.isVisible()


def test_the_tour_can_be_left_and_resumed(focused: Application, qtbot: QtBot) -> None:
    focused.actions["start_tour"].trigger()
    card = focused.onboarding.card
    assert card.isVisible()
    last = len(STEPS) - 1
    for number in range(last):
        assert card.step == number
        card.next.click()
    assert card.leave.isHidden()  # in the last step, Done ends the tour
    card.back.click()
    card.leave.click()
    assert not card.isVisible()
    assert "Help" in focused.notifications.current.text
    focused.actions["start_tour"].trigger()
    assert card.step == last - 1, "found again where it was left"
    card.next.click()
    card.next.click()
    assert not card.isVisible()
    focused.actions["start_tour"].trigger()
    assert card.step == 0
    card.leave.click()


def test_the_tour_names_tags_and_keys_and_points_at_what_it_means(focused: Application, qtbot: QtBot) -> None:
    focused.parent_window.resize(1280, 800)
    focused.actions["undo_key"].setShortcut("X")
    card, page = focused.onboarding.card, focused.page
    card.leave.setText("A longer button, as in other languages")
    focused.actions["start_tour"].trigger()
    targets = (page.table, page.detail.tags, page.detail.reading, page.filter_panel)
    texts = []
    for number, _ in enumerate(STEPS):
        texts.append(card.accessibleDescription())
        if number < len(targets):
            target = QRect(targets[number].mapTo(page, QPoint()), targets[number].size())
            target.setHeight(target.height() if number else 5 * page.table.rowHeight(0))
            assert not card.geometry().intersects(target), number
        assert page.rect().contains(card.geometry())
        assert card.width() >= card.minimumSizeHint().width()
        card.next.click()
    assert all(tag.name in texts[0] for tag in workspace_of(focused).tag_set.tags)
    assert "X undoes" in texts[1]
    assert "Tag menu" in texts[4]
    assert "Export (Ctrl+E)" in texts[5]
    assert "{" not in "".join(texts)


def test_return_advances_the_tour_without_accepting_a_record(focused: Application, qtbot: QtBot) -> None:
    """Except in the step in which the table's keys are tried."""
    focused.filter_bar.setText("nosuchword")
    qtbot.waitUntil(lambda: not focused.page.model.rowCount())
    focused.actions["start_tour"].trigger()
    card = focused.onboarding.card
    qtbot.waitUntil(lambda: focused.page.model.rowCount() == 24)
    qtbot.waitUntil(card.next.hasFocus)
    QTest.keySequence(card.next, "Return")
    assert card.step == 1
    qtbot.waitUntil(focused.page.table.hasFocus)
    press(focused, qtbot, "Return")
    assert len(workspace_of(focused).journal.steps()) == 1
    card.next.click()
    qtbot.waitUntil(card.next.hasFocus)
    QTest.keySequence(card.next, "Return")
    assert card.step == 3
    QTest.keySequence(card.next, "Esc")
    assert not card.isVisible()
    assert len(workspace_of(focused).journal.steps()) == 1


def test_hints_can_be_turned_off(focused: Application) -> None:
    assert focused.actions["show_hints"].isChecked()
    focused.actions["show_hints"].trigger()
    assert find(focused.page.focus, QLabel, "Keys").isHidden()
    assert not focused.settings_store.settings.hints


def test_a_doubled_font_size_keeps_the_layout(
    focused: Application, qtbot: QtBot, enlarge: Callable[..., QFont]
) -> None:
    enlarge()
    focused.parent_window.resize(1280, 800)
    bar = focused.page.mapping_bar
    boxes = [box for box in bar.findChildren(QComboBox) if box.isVisible()]
    assert boxes  # wrapped, none squeezed
    qtbot.waitUntil(lambda: all(box.height() >= box.minimumSizeHint().height() for box in boxes))
    assert all(box.width() >= box.minimumSizeHint().width() for box in boxes)
    qtbot.waitUntil(lambda: bar.height() >= bar.heightForWidth(bar.width()))
    focused.actions["show_focus"].trigger()
    wait_read(focused, qtbot, 0)
    view = focused.page.focus
    assert find(view, QWidget, "column").width() <= view.width()
    assert view.tags.height() >= 4 * 28 or view.tags.verticalScrollBar().maximum() > 0
    assert (
        find(view, QWidget, "texts").minimumHeight() >= 3 * view.pane.fontMetrics().lineSpacing()
    )  # the tags scroll


def test_the_guideline_opens_by_key_and_links_to_records_and_the_tag_set(
    focused: Application, qtbot: QtBot
) -> None:
    workspace, page = workspace_of(focused), focused.page
    first = workspace.tag_set.tags[0]
    described = replace(first, description="Pictures & video < 5 minutes")
    others = [replace(tag, description="") for tag in workspace.tag_set.tags[1:]]
    workspace.tag_set.set((described, *others))
    focused.decision_controller.decide(first.name)
    settle(focused, qtbot)
    QTest.keySequence(page.table, "G")
    pane = page.detail.findChild(GuidelinePane)
    qtbot.waitUntil(lambda: "1 record with this tag" in pane.toPlainText())
    assert pane.hasFocus()
    text = pane.toPlainText()
    assert "Pictures & video < 5 minutes" in text
    assert all(tag.name in text and tag.sign in text for tag in workspace.tag_set.tags)
    assert "There is no guideline yet." in text
    pane.anchorClicked.emit(QUrl("0"))
    assert page.table.current_place() == page.model.place_of(0)
    pane.anchorClicked.emit(QUrl("edit"))
    dialog(focused, TagSetEditor).close()
    focused.parent_window.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    QTest.keySequence(pane, "G")
    assert page.table.hasFocus()
    focused.actions["show_focus"].trigger()
    wait_read(focused, qtbot, 0)
    QTest.keySequence(page.focus.pane, "G")
    pane = page.focus.findChild(GuidelinePane)
    qtbot.waitUntil(lambda: pane.isVisible() and "with this tag" in pane.toPlainText())
    QTest.keySequence(pane, "Esc")
    assert not pane.isVisible()
    assert page.focus.pane.hasFocus()


def test_the_start_page_starts_the_tour_with_the_sample(
    make_program: Callable[..., Application], qtbot: QtBot
) -> None:
    program = make_program()
    button = program.start_page.findChild(QPushButton, "start_tour")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.session.workspace is not None)
    card = program.onboarding.card
    qtbot.waitUntil(card.isVisible)
    assert program.session.workspace is not None
    assert program.session.workspace.table.source_name == "sample.csv"
    qtbot.waitUntil(card.next.hasFocus)  # Return advances the tour and accepts nothing
    qtbot.waitUntil(lambda: "are computer-vision, mlops, " in card.accessibleDescription())
    top = program.page.table.mapTo(program.page, QPoint(0, program.page.table.rowHeight(0))).y()
    assert card.y() > top, "the card leaves the first rows free"
    qtbot.mouseClick(card.leave, Qt.MouseButton.LeftButton)
    assert not card.isVisible()


def test_the_curator_name_is_shown_once(
    make_program: Callable[..., Application], make_table: Callable[..., Path], qtbot: QtBot
) -> None:
    program = make_program(make_table(), curator="")
    wait_tagged(program, qtbot, 24)
    before, shown = program.session.curator, list[Notification]()
    program.notifications.shown.connect(shown.append)
    program.decision_controller.accept()
    qtbot.waitUntil(lambda: any("signed" in notice.text for notice in shown))
    (notice,) = (notice for notice in shown if "signed" in notice.text)
    assert notice.action is not None
    assert before in notice.text
    assert program.settings_store.settings.curator == before  # kept unless the curator changes it
    notice.action.run()
    settings = dialog(program, SettingsDialog)
    field = settings.controls["curator"]
    assert isinstance(field, QLineEdit)
    assert field.text() == before
    field.setText("Ada Lovelace")
    field.editingFinished.emit()
    settings.close()
    program.notifications.clear()
    program.decision_controller.accept()
    qtbot.waitUntil(lambda: len(workspace_of(program).journal.entries()) == 2)
    qtbot.waitUntil(lambda: not program.writer.running)
    assert [entry.curator for entry in workspace_of(program).journal.entries()] == [
        before,
        "Ada Lovelace",
    ]
    assert sum("signed" in notice.text for notice in shown) == 1


def test_the_message_about_the_curator_name_closes_after_ten_more_decisions(
    make_program: Callable[..., Application], make_table: Callable[..., Path], qtbot: QtBot
) -> None:
    program = make_program(make_table(), curator="")
    wait_tagged(program, qtbot, 24)

    def is_shown() -> bool:
        return any("signed" in notice.text for notice in program.notifications.pending)

    def accept(step: int) -> None:
        program.page.table.go_to(step)
        qtbot.waitUntil(lambda: program.page.detail.record.row == step)
        program.decision_controller.accept()
        qtbot.waitUntil(lambda: len(workspace_of(program).journal.entries()) == step + 1)
        settle(program, qtbot)

    for step in range(11):
        accept(step)
        assert is_shown() == (step < 10)


def test_hidden_panes_stay_hidden_after_a_restart(
    make_program: Callable[..., Application], make_table: Callable[..., Path], qtbot: QtBot
) -> None:
    first = make_program(make_table())
    wait_tagged(first, qtbot, 24)
    first.actions["show_facets"].trigger()
    first.actions["show_detail"].trigger()
    first.parent_window.close()
    second = make_program()
    assert second.settings_store.settings.hidden_panes == ("facets", "detail")
    assert second.page.filter_panel.isHidden()
    assert second.page.detail.isHidden()
    second.page.detail.show()  # the menu is disabled without a table
    second.parent_window.close()
    assert not make_program().page.detail.isHidden()


def test_the_guideline_shows_that_it_has_the_focus(focused: Application, qtbot: QtBot) -> None:
    focused.actions["guideline"].trigger()
    pane = focused.parent_window.findChild(GuidelinePane)
    assert pane is not None
    qtbot.waitUntil(pane.hasFocus)
    accent = focused.parent_window.theme.colours.accent
    assert pane.grab().toImage().pixelColor(1, pane.height() // 2) == accent
    focused.page.table.setFocus()
    assert pane.grab().toImage().pixelColor(1, pane.height() // 2) != accent


def test_the_session_shows_the_progress_by_day_and_estimates_only_with_enough_decisions(
    focused: Application, qtbot: QtBot
) -> None:
    for _ in range(3):
        focused.decision_controller.accept()
    settle(focused, qtbot)
    focused.actions["session"].trigger()
    made = dialog(focused, SessionSummaryDialog)
    qtbot.waitUntil(made.days.isVisible)
    (line,) = made.days.lines.lines
    assert line.cells[1:5] == ("3", "3", "0", "100%")
    qtbot.mouseClick(made.gain, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "60 decisions" in made.gain_words.text())
    words = made.gain_words.text()
    made.show_simulating(0.4, "")
    assert made.gain_words.text() == words, "a late report replaces no result"
    made.gain.setEnabled(False)
    made.show_simulating(0.4, "")
    assert "40%" in made.gain_words.text()
    made.accept()
    assert "This is an estimate" in gain_sentence(50, 0.021, 0.01, 0.032, 120)
    assert "not clear" in gain_sentence(50, 0.001, -0.01, 0.012, 120)

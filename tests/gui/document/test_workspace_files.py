"""Uncertain files, changed sources, quarantined records, backups and damage in the window."""

import contextlib
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.bundle import save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.search.conditions import REVIEW, IsTerm
from mltag_desktop.core.workspace.storage.side_files import log_path
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.document.journal import JournalDialog
from mltag_desktop.gui.document.recovery_dialogs import BackupsDialog, UnsavedDialog
from mltag_desktop.gui.document.source_dialogs import QuarantineDialog, SourceMergeDialog
from mltag_desktop.gui.document.workspace_files import OpenedSource, stamp_of
from mltag_desktop.gui.import_export.import_report import ImportReportDialog
from mltag_desktop.gui.import_export.paste_dialog import PasteDialog
from mltag_desktop.gui.import_export.preview_dialog import PreviewDialog
from mltag_desktop.gui.main_window.start_page import RecentMenu, is_there
from mltag_desktop.gui.record.detail_panel import decision_text
from mltag_desktop.gui.widgets.notifications import Notification
from tests.gui.helpers import dialog_of, facet, find, label, settle, wait_tagged, workspace_of


@pytest.fixture
def unsure(tmp_path: Path) -> Path:
    path = tmp_path / "old.csv"
    path.write_bytes("id,title\n1,Škoda\n2,A network that labels pixels of images\n".encode("cp1250"))
    return path


def test_an_uncertain_file_is_previewed_before_the_import(make_program, unsure, qtbot: QtBot) -> None:
    program = make_program(unsure)
    dialog = dialog_of(program, PreviewDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert not unsure.with_suffix(".mltag").exists()
    find(dialog, QPushButton, "Open").click()
    wait_tagged(program, qtbot, 2)
    assert unsure.with_suffix(".mltag").exists()
    program.workspace_opener.open_path(unsure)
    wait_tagged(program, qtbot, 2)


def test_cancelling_the_preview_opens_nothing(make_program, unsure, qtbot: QtBot) -> None:
    program = make_program(unsure)
    dialog = dialog_of(program, PreviewDialog, qtbot)
    with qtbot.waitSignal(program.workspace_opener.left):
        dialog.reject()
    assert program.parent_window.pages.currentWidget() is program.start_page
    assert not unsure.with_suffix(".mltag").exists()


def test_cancelling_the_preview_reopens_the_previous_workspace(
    opened: Application, unsure, qtbot: QtBot
) -> None:
    opened.workspace_opener.open_path(unsure)
    dialog = dialog_of(opened, PreviewDialog, qtbot)
    dialog.reject()
    wait_tagged(opened, qtbot, 24)
    assert workspace_of(opened).table.source_name == "table.csv"


def test_a_certain_file_opens_at_once_and_can_be_read_differently(opened: Application, qtbot: QtBot) -> None:
    assert opened.dialogs.shown is None
    button = find(opened.page.mapping_bar, QPushButton, "Import settings")
    assert button.text() == "Read as UTF-8, comma…"
    button.click()
    dialog = dialog_of(opened, PreviewDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    dialog.controls.header.click()
    qtbot.waitUntil(lambda: dialog.preview is not None and dialog.preview.columns[0] == "column 1")
    for place, column in enumerate(dialog.columns.texts.menu.actions()):
        column.setChecked(place in (1, 2))
    find(dialog, QPushButton, "Open").click()
    wait_tagged(opened, qtbot, 25)
    assert not workspace_of(opened).table.dialect.header


def test_a_changed_source_is_reported_and_merged(
    opened: Application, make_table: Callable[..., Path], qtbot: QtBot
) -> None:
    opened.decision_controller.accept()
    opened.page.table.go_to(3)
    opened.decision_controller.accept()
    opened.page.table.go_to(3)
    opened.decision_controller.accept()
    settle(opened, qtbot)
    path = workspace_of(opened).table.source_path
    assert path is not None
    qtbot.waitUntil(lambda: bool(workspace_of(opened).preference("source_stamp")))
    lines = path.read_text().splitlines(keepends=True)
    lines[4] = lines[4].replace("Forecasting", "Predicting")
    path.write_text(
        "".join([lines[0], *lines[3:], "99,A new record,About object detection in images,blog\n"])
    )
    opened.notifications.clear()
    opened.workspace_opener.open_path(path)
    qtbot.waitUntil(
        lambda: opened.notifications.current is not None and "1 added" in opened.notifications.current.text
    )
    find(opened.notifications, QPushButton, "action").click()
    dialog = dialog_of(opened, SourceMergeDialog, qtbot)
    with qtbot.waitSignal(dialog.applied):
        dialog.apply.click()
    qtbot.waitUntil(lambda: len(opened.page.model.order) == 23)
    assert 0 not in opened.page.model.order
    again = opened.page.model.row_state(opened.page.model.place_of(3))
    assert again.again
    assert "review again" in decision_text(workspace_of(opened).table.records([3])[0])
    qtbot.waitUntil(lambda: workspace_of(opened).states().predicted[24] >= 0)
    with qtbot.waitSignal(opened.session.changed):
        opened.actions["undo"].trigger()
    qtbot.waitUntil(lambda: len(opened.page.model.order) == 24)
    assert workspace_of(opened).states().status[0] == 1


def test_a_source_saved_while_it_is_open_is_reported_once_on_return(
    opened: Application, qtbot: QtBot, qapp: QApplication
) -> None:
    path = workspace_of(opened).table.source_path
    assert path is not None
    shown: list[str] = []
    opened.notifications.shown.connect(lambda each: shown.append(each.text))

    def switch(state: Qt.ApplicationState) -> int:
        """Return how often the change was reported after a switch between programs."""
        opened.notifications.clear()
        qapp.applicationStateChanged.emit(state)
        qtbot.waitUntil(lambda: opened.jobs.running == 0)
        return sum("1 added" in text for text in shown)

    assert switch(Qt.ApplicationState.ApplicationActive) == 0
    with path.open("a") as file:
        file.write("99,A new record,About object detection in images,blog\n")
    assert switch(Qt.ApplicationState.ApplicationInactive) == 0
    assert switch(Qt.ApplicationState.ApplicationActive) == 1
    assert switch(Qt.ApplicationState.ApplicationActive) == 1, "each saved file once"
    path.touch()
    assert switch(Qt.ApplicationState.ApplicationActive) == 2


def test_an_unchanged_source_is_reported(opened: Application, qtbot: QtBot) -> None:
    opened.actions["compare_source"].trigger()
    qtbot.waitUntil(
        lambda: (
            "has not changed" in (opened.notifications.current.text if opened.notifications.current else "")
        )
    )


def test_quarantined_records_are_counted_in_the_filter_panel_and_repaired(
    make_program, make_table, qtbot: QtBot
) -> None:
    path = make_table()
    with path.open("a") as file:
        file.write("77,broken\n")
    program = make_program(path)
    wait_tagged(program, qtbot, 24)
    line = facet(program, "quarantined")
    qtbot.waitUntil(line.isVisible)
    line.click()
    dialog = dialog_of(program, QuarantineDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.list.current is not None)
    dialog.editor.setPlainText("77,Repaired,A language model writes summaries of text,blog")
    dialog.read_again.click()
    wait_tagged(program, qtbot, 25)
    qtbot.waitUntil(line.isHidden)
    dialog.close()
    program.actions["undo"].trigger()
    qtbot.waitUntil(lambda: len(program.page.model.order) == 24)
    qtbot.waitUntil(line.isVisible)


def test_import_findings_are_counted_in_the_filter_panel(opened: Application, qtbot: QtBot) -> None:
    line = facet(opened, "findings")
    qtbot.waitUntil(line.isVisible)
    line.click()
    dialog = dialog_of(opened, ImportReportDialog, qtbot)
    assert dialog.groups.lines.lines
    dialog.show_them.click()
    qtbot.waitUntil(lambda: 0 < len(opened.page.model.order) < 24)
    dialog.close()


def test_import_findings_are_still_counted_when_a_workspace_is_opened_again(
    opened: Application, make_program, tmp_path: Path, qtbot: QtBot
) -> None:
    line = facet(opened, "findings")
    qtbot.waitUntil(line.isVisible)
    qtbot.waitUntil(lambda: workspace_of(opened).preference("findings") is not None)
    path = tmp_path / "again.mltag"
    workspace_of(opened).save_copy(SILENT, path)
    again = facet(make_program(path), "findings")
    qtbot.waitUntil(again.isVisible)
    assert again.count == line.count


def test_the_journal_opens_records(opened: Application, qtbot: QtBot) -> None:
    opened.decision_controller.accept()
    settle(opened, qtbot)
    opened.actions["journal"].trigger()
    dialog = dialog_of(opened, JournalDialog, qtbot)
    qtbot.waitUntil(lambda: len(dialog.list.lines.lines) == 2)
    dialog.record_requested.emit(5)
    assert opened.page.table.current_place() == 5
    opened.filter_controller.show_line("boats")
    qtbot.waitUntil(lambda: len(opened.page.model.order) == 4)
    dialog.record_requested.emit(5)
    qtbot.waitUntil(lambda: opened.page.table.current_place() == 5)
    assert len(opened.page.model.order) == 24
    dialog.close()


def test_a_workspace_opens_at_the_record_decided_before_a_crash(
    opened: Application, make_program, tmp_path: Path, qtbot: QtBot
) -> None:
    closed, crashed = tmp_path / "closed.mltag", tmp_path / "crashed.mltag"
    opened.page.table.go_to(5)
    qtbot.waitUntil(lambda: opened.page.detail.record is not None and opened.page.detail.record.row == 5)
    opened.decision_controller.accept()
    settle(opened, qtbot)
    workspace_of(opened).save_copy(SILENT, crashed)
    opened.page.table.go_to(9)
    qtbot.waitUntil(lambda: opened.page.detail.record.row == 9)
    opened.decision_controller.accept()
    left_at = opened.page.table.current_place()
    assert left_at != 9
    opened.workspace_opener.leaving.emit()  # the decision may not be written yet
    settle(opened, qtbot)
    workspace_of(opened).save_copy(SILENT, closed)
    with Workspace.open(closed, "Berta") as workspace:  # as `mltag decide` does
        workspace.decisions.decide([3], "mlops")

    def opens_at(path: Path, place: int) -> None:
        program = make_program(path)
        wait_tagged(program, qtbot, 24)
        qtbot.waitUntil(lambda: program.page.table.current_place() == place)

    opens_at(crashed, 5)
    opens_at(closed, left_at)


def test_a_workspace_closed_while_no_record_is_shown_opens_at_the_one_decided_last(
    opened: Application, make_program, tmp_path: Path, qtbot: QtBot
) -> None:
    opened.page.table.go_to(5)
    qtbot.waitUntil(lambda: opened.page.detail.record is not None and opened.page.detail.record.row == 5)
    opened.decision_controller.accept()
    settle(opened, qtbot)
    opened.filter_controller.show_line("not in any record")
    qtbot.waitUntil(lambda: not len(opened.page.model.order))
    opened.workspace_opener.leaving.emit()
    settle(opened, qtbot)
    closed = tmp_path / "closed.mltag"
    workspace_of(opened).save_copy(SILENT, closed)
    with Workspace.open(closed, "Berta") as workspace:  # as `mltag decide` does
        workspace.decisions.decide([3], "mlops")
    program = make_program(closed)
    wait_tagged(program, qtbot, 24)
    qtbot.waitUntil(lambda: program.page.table.current_place() == 5)


def test_damage_found_later_is_reported_with_a_salvage_action(opened: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    qtbot.waitUntil(lambda: not opened.prediction_runner.is_running)
    opened.session.publish(workspace.decisions.decide([0, 1], "mlops"))
    with contextlib.closing(sqlite3.connect(workspace.path)) as connection, connection:
        connection.execute("UPDATE decisions SET tag = 'mlopz' WHERE id = 1")
    with qtbot.waitSignal(
        opened.notifications.shown, check_params_cb=lambda each: "in step 1" in each.text
    ) as told:
        opened.source_watcher.back_up()
    told.args[0].action.run()
    dialog = dialog_of(opened, BackupsDialog, qtbot)
    qtbot.waitUntil(dialog.salvage.isVisible)
    dialog.salvage.click()
    qtbot.waitUntil(lambda: workspace_of(opened).path.name.endswith("-saved.mltag"))
    assert [entry.record for entry in workspace_of(opened).journal.entries()] == [0, 1]
    settle(opened, qtbot)


def test_review_shows_the_records_to_review(opened: Application, qtbot: QtBot) -> None:
    opened.navigator.review()
    qtbot.waitUntil(
        lambda: (
            opened.record_order.filter.terms == (IsTerm(value=REVIEW),)
            and opened.record_order.sort == "confidence"
        )
    )
    header = opened.page.table.horizontalHeader()
    assert opened.page.model.columns[header.sortIndicatorSection()].sort == "confidence"
    assert header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder


def test_a_backup_is_made_and_restored(opened: Application, qtbot: QtBot) -> None:
    opened.actions["backups"].trigger()
    dialog = dialog_of(opened, BackupsDialog, qtbot)
    dialog.now.click()
    qtbot.waitUntil(lambda: dialog.list.current is not None and dialog.list.current.why == "asked")
    opened.decision_controller.accept()
    settle(opened, qtbot)
    place = workspace_of(opened).path
    dialog.list.selectRow(0)
    dialog.restore.click()
    next(each for each in dialog.question.findChildren(QPushButton) if "estore" in each.text()).click()
    wait_tagged(opened, qtbot, 24)
    assert workspace_of(opened).path == place
    assert not workspace_of(opened).journal.entries()
    kept = list(place.parent.glob("table before *.mltag"))
    assert len(kept) == 1
    assert kept[0].name in opened.notifications.current.text


def test_a_log_of_another_workspace_is_kept_and_shown(
    opened: Application, make_program, qtbot: QtBot
) -> None:
    """An older copy replaces the workspace file of a killed program."""
    place = workspace_of(opened).path
    opened.parent_window.close()
    copy = place.read_bytes()
    with Workspace.open(place, "Kim") as workspace:
        workspace.decisions.decide([3], workspace.tag_set.tags[0].name, "a mistake")
        workspace.history.undo()
        workspace.decisions.decide([2], workspace.tag_set.tags[0].name, "unsaved")
        log = log_path(place).read_bytes()
    place.write_bytes(copy)
    log_path(place).write_bytes(log)
    program = make_program(place)
    wait_tagged(program, qtbot, 24)
    notice = program.notifications.current
    assert notice is not None
    assert "not applied" in notice.text
    kept, decisions = workspace_of(program).unsaved
    assert decisions.name in notice.hint
    assert kept.read_bytes() == log
    assert not workspace_of(program).journal.entries()
    assert notice.action is not None
    notice.action.run()
    dialog = dialog_of(program, UnsavedDialog, qtbot)
    qtbot.waitUntil(lambda: bool(dialog.list.model().rowCount()))
    assert dialog.list.model().rowCount() == 1
    assert "unsaved" in [dialog.list.model().index(0, column).data() for column in range(5)]
    assert "1 that was undone is not listed." in dialog.words.text()


def test_a_damaged_workspace_offers_restore_and_salvage(
    opened: Application, make_program, qtbot: QtBot
) -> None:
    opened.decision_controller.accept()
    settle(opened, qtbot)
    place = workspace_of(opened).path
    opened.parent_window.close()
    content = bytearray(place.read_bytes())
    content[-4096:] = b"\xff" * 4096
    place.write_bytes(content[: len(content) - 5000])
    program = make_program(place)
    with qtbot.waitSignal(program.workspace_opener.failed):
        pass
    empty = program.page.table.empty_state
    assert "damaged" in empty.accessibleName()
    assert empty.findChild(QPushButton).text() == "Restore or salvage…"
    empty.findChild(QPushButton).click()
    dialog = dialog_of(program, BackupsDialog, qtbot)
    qtbot.waitUntil(lambda: bool(label(dialog, "words")))
    assert "was not changed" in label(dialog, "words")
    assert dialog.salvage.isVisible()
    dialog.salvage.click()
    qtbot.waitUntil(lambda: program.session.workspace is not None)
    assert workspace_of(program).path.name == "table-saved.mltag"


def test_spreadsheet_cells_are_opened_with_their_columns(make_program, qtbot: QtBot) -> None:
    program = make_program()
    qtbot.waitUntil(lambda: program.session.base is not None)
    program.actions["paste_text"].trigger()
    dialog = program.parent_window.findChild(PasteDialog)
    dialog.set_text("id\ttitle\n007\tObject detection in images\n1e5\tSummaries of long reports\n")
    qtbot.waitUntil(lambda: dialog.shown_records == 2)
    assert find(dialog, QRadioButton, "Table with columns").isChecked()
    find(dialog, QPushButton, "Open as a new table").click()
    wait_tagged(program, qtbot, 2)
    assert workspace_of(program).table.columns == ("id", "title")
    assert workspace_of(program).table.records([0, 1])[1].cells == ("1e5", "Summaries of long reports")
    assert workspace_of(program).table.records([0])[0].cells[0] == "007"


def test_a_text_with_a_tab_is_not_read_as_a_table(make_program, qtbot: QtBot) -> None:
    program = make_program()
    qtbot.waitUntil(lambda: program.session.base is not None)
    program.actions["paste_text"].trigger()
    dialog = program.parent_window.findChild(PasteDialog)
    dialog.set_text("One text\twith a tab\nanother without\n")
    qtbot.waitUntil(lambda: dialog.shown_records == 2)
    assert find(dialog, QRadioButton, "Table with columns").isHidden()
    dialog.set_text("a\tb\nc\td\n")
    qtbot.waitUntil(lambda: not find(dialog, QRadioButton, "Table with columns").isHidden())
    find(dialog, QRadioButton, "One record per line").setChecked(True)
    qtbot.waitUntil(lambda: dialog.shown_records == 2)
    dialog.close()


def test_a_notification_cannot_undo_a_step_of_a_closed_table(opened: Application, qtbot: QtBot) -> None:
    opened.page.table.selectAll()
    opened.decision_controller.accept()
    shown: list[Notification] = []
    opened.notifications.shown.connect(shown.append)
    opened.workspace_opener.close()
    settle(opened, qtbot)
    assert shown == []


def test_keys_of_many_tags_do_not_keep_the_names_of_another_table(opened: Application, qtbot: QtBot) -> None:
    before = opened.actions["tag_1"].text()
    workspace = workspace_of(opened)
    assert before == workspace.tag_set.tags[0].name
    opened.session.publish(workspace.tag_set.set([*workspace.tag_set.tags, *(f"more {n}" for n in range(9))]))
    assert opened.actions["tag_1"].text() != before
    assert before not in opened.actions["also_1"].text()
    assert opened.actions["tag_9"].isVisible()


def test_a_recent_file_with_an_invalid_path_is_not_offered(opened: Application, qtbot: QtBot) -> None:
    opened.settings_store.add_recent(Path(f"/{'x' * 300}.csv"))
    menu = next(menu for menu in opened.parent_window.findChildren(QMenu) if "recen" in menu.title())
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: not menu.actions()[0].isEnabled())
    assert menu.actions()[1].isEnabled()


def test_recent_files_are_listed_while_a_drive_is_unresponsive(opened: Application, qtbot: QtBot) -> None:
    opened.settings_store.add_recent(Path("/far/away.csv"))
    answered = threading.Event()

    def exists(path: Path) -> bool:
        return answered.wait(10) and is_there(path)

    menu = RecentMenu(opened.settings_store, opened.parent_window, exists)
    menu.fill()
    assert [action.text() for action in menu.actions()] == ["&1 away.csv", "&2 table.csv"]
    assert all(action.isEnabled() for action in menu.actions())
    answered.set()
    qtbot.waitUntil(lambda: [action.isEnabled() for action in menu.actions()] == [False, True])


def test_a_workspace_with_a_model_of_its_own_never_uses_the_bundled_one(
    opened: Application, make_program, qtbot: QtBot, tmp_path: Path, tiny_model: LinearModel
) -> None:
    """While it was loaded, tags that only it knows were estimated from their names."""
    save_bundle(tmp_path / "model", tiny_model)
    workspace = workspace_of(opened)
    workspace.models.add(tmp_path / "model", None, "5 decisions")
    workspace.tag_set.set(list(tiny_model.tags))
    workspace.models.promote(tiny_model.version)
    place = workspace.path
    opened.parent_window.close()
    program = make_program(place)
    used: list[str | None] = []
    session = program.session
    session.opened.connect(lambda _: used.append(session.model.version if session.model else None))
    session.model_changed.connect(lambda model: used.append(model.version))
    program.workspace_opener.found.connect(
        lambda *_: used.append(label(program.parent_window.statusBar(), "Model"))
    )
    qtbot.waitUntil(lambda: tiny_model.version in used)
    opening = used[used.index(None) : used.index(tiny_model.version)]
    assert set(opening) <= {None, "loading the model"}
    assert used[-1] == tiny_model.version


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE model_contents SET data = x'7b'", "the file manifest.json of model trained123"),
        ("UPDATE models SET trained_on = '6 decisions'", "entry of model trained123"),
    ],
)
def test_a_workspace_with_a_damaged_model_opens_and_suggests_a_rollback(
    opened: Application, make_program, qtbot: QtBot, tmp_path: Path, sql: str, words: str
) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "manifest.json").write_text('{"version": "trained123"}')
    workspace = workspace_of(opened)
    workspace.models.add(tmp_path / "model", None, "5 decisions")
    workspace.models.promote("trained123")
    place = workspace.path
    opened.parent_window.close()
    with contextlib.closing(sqlite3.connect(place)) as connection, connection:
        connection.execute(sql)
    program = make_program(place)
    with qtbot.waitSignal(program.notifications.failed):
        pass
    assert f"damaged model: {words}" in program.notifications.current.text
    assert "earlier model" in program.notifications.current.hint
    assert workspace_of(program).table.count == 24
    program.decision_controller.accept()
    settle(program, qtbot)
    assert len(workspace_of(program).journal.entries()) == 2
    program.model_dialogs.controller.roll_back()
    qtbot.waitUntil(lambda: workspace_of(program).models.active != "trained123")


def test_rows_written_while_the_source_was_imported_are_offered(opened: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    path = workspace.table.source_path
    assert path is not None
    assert workspace.preference("source_stamp") == stamp_of(path)
    with path.open("a") as file:
        file.write("99,A new record,About object detection in images,blog\n")
    opened.notifications.clear()
    opened.workspace_opener.complete.emit(OpenedSource(workspace, path))  # as if the import ended now
    qtbot.waitUntil(
        lambda: opened.notifications.current is not None and "1 added" in opened.notifications.current.text
    )
    settle(opened, qtbot)

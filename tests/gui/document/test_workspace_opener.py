"""From a file to predicted rows, and the messages on failure."""

import contextlib
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.workspace.search.filtering import Counts
from mltag_desktop.core.workspace.search.table_order import saved_filters, store_filters
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.document.workspace_files import (
    OpenedSource,
    open_source,
    own_copy,
    pasted_source,
    workspace_place,
)
from mltag_desktop.gui.filters.filter_panel import FacetButton
from mltag_desktop.gui.i18n import strip_mnemonic
from mltag_desktop.gui.widgets.dialog_tables import APART
from mltag_desktop.gui.widgets.inputs import CheckableComboBox
from tests.gui.helpers import TAGS, find, settle, wait_tagged, workspace_of
from tests.progress import CancelAbove


def test_the_start_page_is_shown_when_nothing_is_open(make_program, qtbot: QtBot) -> None:
    program = make_program()
    assert program.parent_window.pages.currentWidget() is program.start_page
    for name in ("export", "slices", "show_report"):
        assert not program.actions[name].isEnabled(), name
    assert not program.filter_bar.isEnabled()


def test_a_table_is_imported_and_predicted_next_to_its_source(make_program, make_table, qtbot: QtBot) -> None:
    path = make_table()
    program = make_program(asked=[str(path)])
    program.actions["open"].trigger()
    wait_tagged(program, qtbot, 24)
    assert path.with_suffix(".mltag").exists()
    assert program.parent_window.windowTitle().startswith("table.csv")
    assert program.settings_store.settings.recent_files[0] == str(path)
    tags = {program.page.model.row_state(place).predicted.name for place in range(24)}
    assert "computer-vision" in tags


def test_opening_again_resumes_with_the_decisions(make_program, make_table, qtbot: QtBot) -> None:
    path = make_table()
    program = make_program(path)
    wait_tagged(program, qtbot, 24)
    program.decision_controller.accept()
    settle(program, qtbot)
    program.workspace_opener.open_path(path)
    wait_tagged(program, qtbot, 24)
    assert workspace_of(program).states().status[0] == 1


# Qt 6.12 requires another constructor, which earlier versions do not have
@pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")
def test_no_count_is_final_before_earlier_answers_are_learned(make_program, make_table, qtbot: QtBot) -> None:
    path = make_table()
    program = make_program(path)
    wait_tagged(program, qtbot, 24)
    workspace = workspace_of(program)
    for row in range(12):
        workspace.decisions.decide([row], workspace.tag_set.tags[row % 2].name)
    program.parent_window.close_at_once()
    program = make_program(path)
    had_learned: list[bool] = []

    def note(counts: Counts, _faceted: Counts) -> None:
        if counts.is_final:
            had_learned.append(program.question_queue.line is not None)

    program.record_order.counted.connect(note)
    qtbot.waitUntil(lambda: bool(had_learned))
    assert all(had_learned)
    assert program.record_order.counts.is_final


def test_a_dropped_file_is_opened(make_program, make_table, qtbot: QtBot) -> None:
    program = make_program()
    path = make_table()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    enter = QDragEnterEvent(QPointF(50, 50).toPoint(), offered, mime, left, shift)
    drop = QDropEvent(QPointF(50, 50), offered, mime, left, shift)
    for event in (enter, drop):
        event.setDropAction(Qt.DropAction.MoveAction)
        QApplication.sendEvent(program.parent_window, event)
        assert event.isAccepted()
        assert event.dropAction() == Qt.DropAction.CopyAction, "whoever moves a file deletes it"
    wait_tagged(program, qtbot, 24)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "empty"),
        ("picture.csv", bytes(range(256)) * 64, ""),
        ("head.csv", b"id,title\n", ""),
        ("numbers.csv", b"a,b\n1,2\n3,4\n", "text"),
    ],
)
def test_an_unreadable_file_gives_a_hint_and_creates_nothing(
    make_program, tmp_path: Path, qtbot: QtBot, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    program = make_program(path)
    with qtbot.waitSignal(program.workspace_opener.failed):
        pass
    empty = program.page.table.empty_state
    assert empty.isVisible()
    assert words in empty.accessibleName()
    assert not path.with_suffix(".mltag").exists()
    assert program.session.workspace is None


def test_return_activates_the_focused_button_on_the_start_page(
    make_program, make_table, qtbot: QtBot
) -> None:
    path = make_table()
    program = make_program(asked=[str(path)])
    program.parent_window.activateWindow()
    qtbot.waitUntil(program.parent_window.isActiveWindow)
    button = program.start_page.findChild(QPushButton, "open")
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keySequence(button, "Return")
    wait_tagged(program, qtbot, 24)


def test_the_reason_is_in_view_after_scrolling(make_program, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "long.csv"
    path.write_text("text\n" + "".join(f"Segmenting image {number}\n" for number in range(300)))
    program = make_program(path)
    wait_tagged(program, qtbot, 300)
    table = program.page.table
    table.go_to(200)
    qtbot.waitUntil(lambda: table.verticalScrollBar().value() > 0)
    with qtbot.waitSignal(program.workspace_opener.failed):
        program.workspace_opener.open_path(tmp_path / "gone.csv")
    qtbot.waitUntil(lambda: table.verticalScrollBar().value() == 0)
    assert table.empty_state.isVisible()
    assert table.empty_state.mapTo(table, QPoint()) == table.viewport().pos()
    assert "gone.csv" in table.empty_state.accessibleName()


def test_importing_again_keeps_decisions_in_the_previous_workspace(
    make_program, make_table, qtbot: QtBot
) -> None:
    path = make_table()
    program = make_program(path)
    wait_tagged(program, qtbot, 24)
    program.decision_controller.accept()
    settle(program, qtbot)
    program.workspace_opener.open_path(path, replace(workspace_of(program).table.dialect, encoding="cp1252"))
    qtbot.waitUntil(
        lambda: (
            program.session.workspace is not None and workspace_of(program).table.dialect.encoding == "cp1252"
        ),
    )
    wait_tagged(program, qtbot, 24)
    assert workspace_of(program).path == path.with_name("table-2.mltag")
    assert "table.mltag" in program.notifications.current.text
    with Workspace.open(path.with_suffix(".mltag"), "ana") as old:
        assert len(old.journal.entries()) == 1


def test_importing_again_keeps_what_belongs_to_the_workspace(make_table, tmp_path: Path) -> None:
    """Without decisions the workspace is replaced, but not its saved filters, tests and priorities."""
    path = make_table()
    first = open_source(SILENT, path, "Ann", TAGS, tmp_path)
    assert isinstance(first, OpenedSource)
    with first.workspace as workspace:
        store_filters(workspace, ["is:flagged"])
        for name in ("behaviour_tests", "slices", "priority"):
            workspace.set_preference(name, {"of": name})
        dialect = replace(workspace.table.dialect, encoding="cp1252")
    second = open_source(SILENT, path, "Ann", TAGS, tmp_path, dialect)
    assert isinstance(second, OpenedSource)
    with second.workspace as workspace:
        assert workspace.path == path.with_suffix(".mltag")
        assert saved_filters(workspace) == ("is:flagged",)
        assert all(
            workspace.preference(name) == {"of": name} for name in ("behaviour_tests", "slices", "priority")
        )


def test_a_table_whose_name_is_as_long_as_can_be_is_imported(tmp_path: Path) -> None:
    path = tmp_path / f"{'ä' * 125}.csv"
    path.write_text("id,title\n1,a text\n")
    for again in (False, True):
        opened = open_source(SILENT, path, "Ann", TAGS, tmp_path)
        assert isinstance(opened, OpenedSource)
        assert opened.resumed == again
        with opened.workspace as workspace:
            if opened.pending is not None:
                workspace.table.import_table(SILENT, opened.pending.table, opened.pending.mapping)
            workspace.decisions.decide([0], TAGS[0])


def test_a_workspace_in_use_elsewhere_says_who_has_it_and_what_to_do(
    make_program, make_table, qtbot: QtBot
) -> None:
    path = make_table()
    with Workspace.create(path.with_suffix(".mltag"), "Kim", TAGS) as other:
        other.table.import_table(SILENT, open_table(path), ColumnMapping((1,), 0))
        program = make_program(path)
        qtbot.waitUntil(lambda: program.notifications.current is not None)
        notice = program.notifications.current
        assert "in use by Kim" in notice.text
        assert notice.hint == "Close it there, then open the table here again."


def test_another_text_column_repeats_the_prediction(opened: Application, qtbot: QtBot) -> None:
    before = workspace_of(opened).table.records([0])[0].text
    opened.page.mapping_bar.mapping_requested.emit(replace(workspace_of(opened).table.mapping, text=(1,)))
    qtbot.waitUntil(lambda: workspace_of(opened).table.mapping.text == (1,))
    wait_tagged(opened, qtbot, 24)
    assert workspace_of(opened).table.records([0])[0].text != before
    qtbot.waitUntil(lambda: [column.title for column in opened.page.model.columns][1:3] == ["Title", "Tag"])


@pytest.mark.skipif(
    not Path("/proc/version").exists(), reason="there is no folder that root may not write to"
)
def test_a_table_in_a_read_only_folder_has_its_workspace_in_the_data_folder(tmp_path: Path) -> None:
    place, note = workspace_place(Path("/proc/version"), tmp_path)
    assert place.parent == tmp_path / "workspaces"
    assert place.name.startswith("version-")
    assert "/proc is read-only" in note
    assert workspace_place(Path("/proc/version"), tmp_path)[0] == place
    assert workspace_place(tmp_path / "a.csv", tmp_path) == (tmp_path / "a.mltag", "")


@pytest.mark.skipif(
    not Path("/proc/version").exists(), reason="there is no folder that root may not write to"
)
@pytest.mark.parametrize("folder", ["/proc/none", "/proc/self"])
def test_the_advice_fits_when_the_data_folder_cannot_be_written(folder: str) -> None:
    with pytest.raises(MltagError, match=folder) as sample:
        own_copy(resource("sample.csv"), Path(folder))
    assert "permissions of this folder" in sample.value.hint
    with pytest.raises(MltagError, match=folder) as pasted:
        pasted_source(SILENT, ("text",), "me", TAGS, Path(folder))
    assert "permissions of this folder" in pasted.value.hint
    with pytest.raises(MltagError, match=folder) as table:
        workspace_place(Path("/proc/version"), Path(folder))
    assert "Copy the table" in table.value.hint


def test_an_unusual_workspace_location_is_shown(
    make_program, make_table, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mltag_desktop.gui.document.workspace_files.can_write", lambda folder: False)
    path = make_table()
    program = make_program(path)
    wait_tagged(program, qtbot, 24)
    assert "read-only" in program.notifications.current.text
    assert workspace_of(program).path.parent != path.parent


def test_a_workspace_that_is_free_again_is_opened_for_writing(
    opened: Application, make_program, qapp, qtbot: QtBot
) -> None:
    other = make_program(workspace_of(opened).path)
    wait_tagged(other, qtbot, 24)
    assert workspace_of(other).read_only
    assert not other.actions["accept"].isEnabled()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: not other.jobs.running)
    assert "read-only" in other.notifications.current.text, "it is still in use"
    opened.parent_window.close()
    before = workspace_of(other)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: "no longer open" in other.notifications.current.text)
    assert len(other.notifications.pending) == 1
    other.notifications.dismiss()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: not other.jobs.running)
    assert not other.notifications.pending, "a closed offer does not come back by itself"
    other.decision_controller.read_only.emit()
    qtbot.waitUntil(lambda: "no longer open" in other.notifications.current.text)
    find(other.notifications, QPushButton, "action").click()
    qtbot.waitUntil(lambda: other.session.workspace not in (None, before))
    assert not workspace_of(other).read_only
    assert not other.notifications.pending


def test_the_window_can_close_during_an_import(make_program, make_table, qtbot: QtBot) -> None:
    path = make_table(30_000)
    program = make_program(path)
    qtbot.waitUntil(lambda: program.session.workspace is not None)
    program.parent_window.close()
    assert program.jobs.running == 0
    again = make_program(path)
    wait_tagged(again, qtbot, 30_000)


def test_pasted_texts_create_a_table_and_are_added_to_it(make_program, qtbot: QtBot) -> None:
    program = make_program()
    qtbot.waitUntil(lambda: program.session.base is not None)
    program.workspace_opener.add_texts(["A text about images.", "A text about words."])
    wait_tagged(program, qtbot, 2)
    program.workspace_opener.add_texts(["And one about deployment."])
    wait_tagged(program, qtbot, 3)


def test_closing_a_table_shows_it_on_the_start_page(opened: Application, qtbot: QtBot) -> None:
    name = workspace_of(opened).table.source_name
    with qtbot.waitSignal(opened.workspace_opener.left):
        opened.actions["close_table"].trigger()
    assert opened.parent_window.pages.currentWidget() is opened.start_page
    assert opened.session.workspace is None
    assert recent_files(opened)[0][0] == name


def test_the_start_page_says_which_recent_file_is_missing(
    opened: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    gone = tmp_path / "gone.csv"
    opened.settings_store.add_recent(gone)
    with qtbot.waitSignal(opened.workspace_opener.left):
        opened.actions["close_table"].trigger()
    qtbot.waitUntil(lambda: recent_files(opened)[0] == ("gone.csv", f"not found in {tmp_path}"))
    assert recent_files(opened)[1] == ("table.csv", str(tmp_path))
    gone.write_text("id,title\n1,One\n", encoding="utf-8")
    opened.start_page.hide()
    opened.start_page.show()
    qtbot.waitUntil(lambda: recent_files(opened)[0] == ("gone.csv", str(tmp_path)))


def recent_files(program: Application) -> list[tuple[str, str]]:
    """Return what the start page says of the recent files."""
    shown = find(program.start_page, QListWidget, "Recent")
    parts = (shown.item(number).text().partition(APART) for number in range(shown.count()))
    return [(name, where) for name, _, where in parts]


def test_the_last_of_two_tables_opened_at_once_is_shown(make_program, make_table, qtbot: QtBot) -> None:
    program = make_program(make_table(30_000))
    qtbot.waitUntil(lambda: program.session.workspace is not None)
    program.workspace_opener.open_path(make_table(12, "second.csv"))  # during an import
    program.workspace_opener.open_path(make_table(18, "third.csv"))
    wait_tagged(program, qtbot, 18)
    qtbot.waitUntil(lambda: program.jobs.running == 0)
    program.workspace_opener.open_path(make_table(6, "fourth.csv"))
    program.workspace_opener.open_path(make_table(9, "fifth.csv"))
    wait_tagged(program, qtbot, 9)
    assert program.parent_window.windowTitle().startswith("fifth.csv")


def test_two_tables_with_one_name_have_separate_workspaces(
    make_program, make_table, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_table(24)
    other = tmp_path / "table.tsv"
    other.write_text("title\tdescription\nBoats\tObject detection in images of harbours.\n", encoding="utf-8")
    program = make_program(path)
    wait_tagged(program, qtbot, 24)
    program.workspace_opener.open_path(other)
    wait_tagged(program, qtbot, 1)
    assert workspace_of(program).table.source_name == "table.tsv"
    program.workspace_opener.open_path(path)
    wait_tagged(program, qtbot, 24)
    program.workspace_opener.open_path(other)
    wait_tagged(program, qtbot, 1)
    assert workspace_of(program).path.name == "table.tsv.mltag"


def test_the_workspace_of_a_cancelled_opening_is_closed(
    make_program, make_table, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first job has opened its workspace but not delivered it when another file is opened."""
    outrun = threading.Event()

    def slow(*arguments: Any) -> object:
        source = open_source(*arguments)
        outrun.wait(10)
        return source

    first = make_table(24)
    program = make_program()
    qtbot.waitUntil(lambda: program.session.base is not None)
    with monkeypatch.context() as patched:
        patched.setattr("mltag_desktop.gui.document.workspace_opener.open_source", slow)
        program.workspace_opener.open_path(first)
        qtbot.waitUntil(first.with_suffix(".mltag").exists)
    program.workspace_opener.open_path(make_table(12, "second.csv"))
    outrun.set()
    wait_tagged(program, qtbot, 12)
    with Workspace.open(first.with_suffix(".mltag"), "ana") as free:
        assert not free.read_only


def test_an_incomplete_workspace_opens_when_its_table_is_unreadable(
    make_program, make_table, qtbot: QtBot
) -> None:
    path = make_table(200_000)
    program = make_program(path)
    qtbot.waitUntil(lambda: program.session.workspace is not None)
    program.parent_window.close()
    path.write_bytes(b"")
    again = make_program(path.with_suffix(".mltag"))
    with qtbot.waitSignal(again.workspace_opener.complete):
        pass
    assert workspace_of(again).table.count
    qtbot.waitUntil(lambda: again.notifications.current is not None)
    assert path.name in again.notifications.current.text
    again.parent_window.close()
    with Workspace.open(path.with_suffix(".mltag"), "ana") as free:
        assert not free.read_only


def test_an_unreadable_file_leaves_no_tags_of_the_table_before(
    opened: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    def lines() -> list[FacetButton]:
        found = opened.page.filter_panel.findChildren(FacetButton)
        return [line for line in found if line.objectName().startswith("tag:")]

    tag = opened.actions["tag_1"]
    assert len(lines()) == len(workspace_of(opened).tag_set.tags)
    assert tag.text() == "computer-vision"
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"")
    with qtbot.waitSignal(opened.workspace_opener.failed):
        opened.workspace_opener.open_path(bad)
    qtbot.waitUntil(lambda: not lines())
    assert opened.page.table.empty_state.isVisible()
    assert opened.page.model.rowCount() == 0
    assert not find(opened.page.filter_panel, FacetButton, "choose-tags").isVisible()
    assert tag.text() == "Set tag &1"
    assert not tag.isEnabled()
    opened.workspace_opener.open_path(tmp_path / "table.csv")
    qtbot.waitUntil(lambda: tag.text() == "computer-vision")
    assert len(lines()) == len(workspace_of(opened).tag_set.tags)


def test_the_sample_is_opened_as_a_copy_in_the_data_folder(make_program, qtbot: QtBot) -> None:
    program = make_program()
    qtbot.waitUntil(lambda: program.session.base is not None)
    program.actions["open_sample"].trigger()
    qtbot.waitUntil(
        lambda: program.session.workspace is not None and not program.workspace_opener.is_importing
    )
    wait_tagged(program, qtbot, workspace_of(program).table.count)
    assert not resource("sample.csv").with_suffix(".mltag").exists()
    assert workspace_of(program).path.name == "sample.mltag"


def test_a_workbook_offers_no_encodings(make_program, tmp_path: Path, qtbot: QtBot) -> None:
    book = openpyxl.Workbook()
    for row in (("title", "description"), ("Boats", "Object detection in images of harbours.")):
        book.active.append(row)
    path = tmp_path / "book.xlsx"
    book.save(path)
    program = make_program(path)
    wait_tagged(program, qtbot, 1)
    assert find(program.page.mapping_bar, QPushButton, "Import settings").text() == "Preview…"
    assert find(program.page.mapping_bar, QComboBox, "ID column").isEnabled()


def test_an_ampersand_in_a_name_is_shown_and_not_a_mnemonic(
    make_program, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "Q&A.csv").write_text("id,R&D notes,S&P\n1,A text about images.,x&y\n2,About words.,x&y\n")
    program = make_program(tmp_path / "Q&A.csv")
    wait_tagged(program, qtbot, 2)
    mapping = workspace_of(program).table.mapping
    program.page.mapping_bar.mapping_requested.emit(replace(mapping, text=(1,)))
    qtbot.waitUntil(lambda: program.page.mapping_bar.findChild(CheckableComboBox).words == "R&D notes")
    window = program.parent_window
    named = [each.text() for each in window.findChildren(QAbstractButton)]
    named += [each.text() for each in program.page.mapping_bar.findChild(CheckableComboBox).menu.actions()]
    program.actions["close_table"].trigger()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is program.start_page)
    assert recent_files(program)[0][0] == "Q&A.csv"
    assert {"R&&D notes", "S&&P"} <= set(named)
    assert [words for words in named if QKeySequence.mnemonic(words).toString() in ("Alt+D", "Alt+A")] == []
    assert strip_mnemonic("&Undo: R&&D") == "Undo: R&D"


def test_an_import_that_cannot_be_resumed_is_reported(make_program, tmp_path: Path, qtbot: QtBot) -> None:
    table, place = tmp_path / "gone.csv", tmp_path / "gone.mltag"
    table.write_text("id,title\n" + "".join(f"{number},words {number}\n" for number in range(12_000)))
    with Workspace.create(place, "Ann", ("a", "b")) as workspace, contextlib.suppress(Cancelled):
        workspace.table.import_table(CancelAbove(0.1), open_table(table), ColumnMapping((1,)))
        pytest.fail("the import ended")
    table.unlink()
    program = make_program(place)
    qtbot.waitUntil(lambda: program.session.workspace is not None)
    qtbot.waitUntil(lambda: program.notifications.current is not None)
    told = program.notifications.current.text
    assert "The import did not finish" in told
    assert str(table) in told

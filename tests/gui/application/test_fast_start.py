"""The first page is shown before the program is loaded, and the program continues with it."""

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mltag_desktop.core.diagnostics.log_file import NAME
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import user_folder
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.settings import Settings, store
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui import i18n
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.application.fast_start import first_look
from mltag_desktop.gui.application.startup import Startup
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.table.table_model import PAGE
from mltag_desktop.gui.widgets.theme import Theme
from tests.gui.helpers import settle, wait_tagged, workspace_of

MakeTable = Callable[..., Path]
MakeStart = Callable[[Path | None], Startup]


@pytest.fixture
def make_start(qapp: QApplication) -> Iterator[MakeStart]:
    """Start the program as `startup.run` does."""
    windows: list[MainWindow] = []
    interval, threshold = sys.getswitchinterval(), gc.get_threshold()

    def make(file: Path | None) -> Startup:
        window = MainWindow(Theme(qapp))
        start = Startup(window, file)
        window.painted.connect(start.build)
        window.show()
        windows.append(window)
        return start

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    sys.setswitchinterval(interval)
    gc.set_threshold(*threshold)
    gc.unfreeze()


def program_of(start: Startup, qtbot: QtBot) -> Application:
    qtbot.waitUntil(lambda: start.program is not None)
    assert start.program is not None
    return start.program


def test_only_the_first_page_is_read_and_predicted(make_table: MakeTable, tmp_path: Path) -> None:
    found = first_look(make_table(3_000), 0.8, "ada", tmp_path)
    assert found is not None
    with found.source.workspace as workspace:
        assert PAGE <= workspace.table.count < 3_000
        assert not workspace.table.complete
        answers = bundled().predict([record.text for record in found.records])
        best = [answers.tags[place] for place in answers.probabilities.argmax(axis=1)]
        assert [record.predicted for record in found.records] == best
        assert (workspace.states().predicted[:PAGE] >= 0).all()


def test_the_program_continues_with_the_shown_table(
    make_start: MakeStart, make_table: MakeTable, qtbot: QtBot
) -> None:
    start = make_start(make_table(3_000))
    program = program_of(start, qtbot)
    wait_tagged(program, qtbot, 3_000)
    assert workspace_of(program).table.complete
    assert start.fast_start is not None
    assert start.fast_start.found is None, "a table that is closed later would stay in memory"
    assert program.page.table.current_place() == 0
    assert program.page.detail.record is not None
    assert program.page.filter_panel.isVisible()
    program.actions["tag_1"].trigger()
    settle(program, qtbot)
    assert workspace_of(program).history.undo_label


def test_the_selected_record_stays_selected(
    make_start: MakeStart, make_table: MakeTable, qtbot: QtBot
) -> None:
    start = make_start(make_table(24))
    qtbot.waitUntil(lambda: start.fast_start is not None)
    assert start.fast_start is not None
    table = start.fast_start.page.table
    qtbot.waitUntil(lambda: start.fast_start is not None and start.fast_start.page.model.rowCount() == 24)
    table.go_to(5)
    program = program_of(start, qtbot)
    wait_tagged(program, qtbot, 24)
    assert program.page.table.current_place() == 5
    assert program.page.detail.record is not None
    assert program.page.detail.record.row == 5


def test_a_workspace_is_resumed(make_start: MakeStart, make_table: MakeTable, qtbot: QtBot) -> None:
    table = make_table(24)
    with Workspace.create(table.with_suffix(".mltag"), "ada", bundled().tags) as workspace:
        workspace.table.import_table(SILENT, open_table(table), ColumnMapping((1, 2), 0, None, None))
        workspace.decisions.decide([3], "mlops")
    program = program_of(make_start(table), qtbot)
    wait_tagged(program, qtbot, 24)
    assert program.page.model.row_state(3).decided is not None


def test_the_program_reports_an_unreadable_file(make_start: MakeStart, tmp_path: Path, qtbot: QtBot) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"")
    with pytest.raises(MltagError, match="empty"):
        first_look(bad, 0.8, "ada", tmp_path)
    program = program_of(make_start(bad), qtbot)
    qtbot.waitUntil(lambda: "empty" in program.page.table.empty_state.accessibleName())
    assert program.session.workspace is None


def test_the_program_asks_about_an_uncertain_file(
    make_start: MakeStart, tmp_path: Path, qtbot: QtBot
) -> None:
    doubtful = tmp_path / "doubtful.csv"
    doubtful.write_bytes("title,text\nna\xefve,caf\xe9\n".encode("cp1252") * 3)
    found = first_look(doubtful, 0.8, "ada", tmp_path)
    if found is not None:
        found.source.workspace.close()
        pytest.skip("the encoding of so short a file is certain by now")
    program = program_of(make_start(doubtful), qtbot)
    qtbot.waitUntil(lambda: program.dialogs.shown is not None)
    assert program.dialogs.shown is not None
    program.dialogs.shown.reject()


def test_closing_the_window_at_once_closes_the_table(
    make_start: MakeStart, make_table: MakeTable, tmp_path: Path, qtbot: QtBot
) -> None:
    table = make_table(24)
    start = make_start(table)
    qtbot.waitUntil(lambda: start.fast_start is not None)
    start.window.close()
    assert start.program is None
    with Workspace.open(table.with_suffix(".mltag"), "ada") as workspace:
        assert not workspace.read_only


def test_log_and_settings_apply_with_and_without_fast_start(
    make_start: MakeStart, make_table: MakeTable, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = user_folder("config")
    folder.mkdir(parents=True, exist_ok=True)
    store(folder / "settings.json", Settings(backups_kept=3))
    program = program_of(make_start(make_table(40)), qtbot)
    wait_tagged(program, qtbot, 40)
    assert program.settings_store.settings.backups_kept == 3
    qtbot.waitUntil(lambda: (program.activity_log.folder / NAME).exists())


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    i18n.set_language(None)
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_numbers_follow_the_language_of_the_window(
    make_start: MakeStart, english_again: None, tmp_path: Path, qtbot: QtBot
) -> None:
    """The window is created before the language is known."""
    settings = user_folder("config") / "settings.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    store(settings, Settings(language="fr"))
    program = program_of(make_start(None), qtbot)
    assert program.page.filter_panel.histogram.high.text() == "1,00"


def test_no_page_of_texts_about_something_else_is_tagged(tmp_path: Path) -> None:
    path = tmp_path / "bank.csv"
    texts = [f"I lost my card number {n}, please block it" for n in range(60)]
    path.write_text(
        "id,text\n" + "".join(f'{n},"{text}"\n' for n, text in enumerate(texts)), encoding="utf-8"
    )
    found = first_look(path, 0.6, "kim", tmp_path / "data")
    assert found is not None
    assert {record.predicted for record in found.records} == {None}
    found.source.workspace.close()

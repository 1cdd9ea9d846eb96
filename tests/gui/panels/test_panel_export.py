from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton

from mltag_desktop.gui.notices import NoticeKind
from mltag_desktop.gui.panels.export import ExportDialog, suggested, unreviewed

from .conftest import TAGS, find, predict_all


@pytest.fixture
def workspace(desk, make_workspace, tiny_model):
    """Thirty records, two decided; whatever the model says of the others is below the threshold."""
    made = make_workspace(10)
    predict_all(made, tiny_model)
    made.decide([0], TAGS[1])
    made.decide([1], TAGS[0])
    desk.session.review_below = 1.01
    desk.session.set_workspace(made)
    return made


@pytest.fixture
def folders():
    return []


@pytest.fixture
def dialog(qtbot, desk, workspace, tmp_path, folders):
    made = ExportDialog(
        desk.theme,
        desk.session,
        desk.jobs,
        desk.notices,
        ask_path=lambda *_: str(tmp_path / "out.csv"),
        open_folder=folders.append,
    )
    qtbot.addWidget(made)
    desk.window.show()
    made.show()
    return made


def press(dialog: ExportDialog, text: str) -> None:
    find(dialog, QPushButton, text).click()


def test_the_table_is_written_and_its_folder_offered(qtbot, desk, dialog, tmp_path, folders):
    dialog.set_fill(False)
    with qtbot.waitSignal(desk.notices.shown):
        press(dialog, "Export…")
    lines = (tmp_path / "out.csv").read_text().splitlines()
    assert lines[0] == "id,text,tag,tagged_by,confidence"
    assert lines[1].endswith(f",{TAGS[1]},kim,")
    assert lines[3].endswith(",,,")
    notice = desk.notices.current
    assert (notice.kind, notice.text) == (NoticeKind.SUCCESS, "30 records written to out.csv.")
    notice.action.run()
    assert folders == [tmp_path / "out.csv"]
    assert not dialog.isVisible()


def test_filling_asks_with_the_count_first(qtbot, desk, dialog, workspace, tmp_path):
    dialog.set_fill(True)
    press(dialog, "Export…")
    assert "28 records below 1.01" in dialog._question.words
    assert not (tmp_path / "out.csv").exists()
    press(dialog, "Not now")
    assert not dialog._question.isVisible()
    press(dialog, "Export…")
    with qtbot.waitSignal(desk.notices.shown):
        press(dialog, "Export anyway…")
    lines = (tmp_path / "out.csv").read_text().splitlines()
    assert all(line.split(",")[2] in TAGS for line in lines[1:])


def test_nothing_is_asked_when_all_is_sure(qtbot, desk, dialog):
    desk.session.review_below = 0.0
    dialog.set_fill(True)
    with qtbot.waitSignal(desk.notices.shown):
        press(dialog, "Export…")


def test_corrections_and_original(qtbot, desk, dialog, workspace, tmp_path):
    dialog.choose("original")
    assert not dialog.findChild(QCheckBox).isEnabled()
    with qtbot.waitSignal(desk.notices.shown):
        press(dialog, "Export…")
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "records.csv").read_bytes()


def test_a_folder_that_is_not_there_is_told_and_nothing_lost(qtbot, desk, workspace, tmp_path):
    dialog = ExportDialog(
        desk.theme,
        desk.session,
        desk.jobs,
        desk.notices,
        ask_path=lambda *_: str(tmp_path / "no" / "out.csv"),
    )
    qtbot.addWidget(dialog)
    dialog.set_fill(False)
    with qtbot.waitSignal(desk.notices.shown):
        press(dialog, "Export…")
    assert desk.notices.current.kind is NoticeKind.ERROR
    assert "could not be written" in desk.notices.current.text


def test_no_name_writes_nothing(qtbot, desk, workspace, tmp_path):
    dialog = ExportDialog(desk.theme, desk.session, desk.jobs, desk.notices, ask_path=lambda *_: "")
    qtbot.addWidget(dialog)
    dialog.set_fill(False)
    press(dialog, "Export…")
    assert desk.jobs.running == 0
    assert find(dialog, QPushButton, "Export…").isEnabled()


def test_without_a_table_there_is_nothing_to_export(qtbot, desk):
    dialog = ExportDialog(desk.theme, desk.session, desk.jobs, desk.notices)
    qtbot.addWidget(dialog)
    assert not find(dialog, QPushButton, "Export…").isEnabled()


def test_closing_in_the_middle_leaves_no_half_file(qtbot, desk, dialog, tmp_path):
    dialog.set_fill(False)
    press(dialog, "Export…")
    if desk.jobs.running:
        with qtbot.waitSignal(desk.jobs.idle):
            dialog.reject()
    assert not list(tmp_path.glob(".out.csv*"))


def test_names_lie_beside_the_source(workspace):
    assert suggested(workspace, "table") == Path(workspace.source_path).with_name("records-tagged.csv")
    assert suggested(workspace, "corrections").name == "records-corrections.csv"


def test_unreviewed_counts_the_unsure_ones_only(workspace):
    assert unreviewed(workspace.states(), 1.01) == 28
    assert unreviewed(workspace.states(), 0.0) == 0

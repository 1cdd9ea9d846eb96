"""Shared decisions, copies and backups."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QTabWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.workspace.export.shared_decisions import export_decisions
from mltag_desktop.core.workspace.recovery.backups import Backups
from mltag_desktop.core.workspace.types import Mark
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.document.recovery_dialogs import BackupsDialog
from mltag_desktop.gui.document.sharing import SharedDecisionsDialog, save_copy, send_decisions
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.dialogs import bring_up
from tests.gui.helpers import TAGS, TEXT, find, label


def decisions_of_ana(folder: Path, rows: str, decided: Mapping[str, Sequence[int]]) -> Path:
    """Return the file of a colleague who decided records of the same table; `decided` is by tag."""
    source, shared = folder / "other.csv", folder / "ana.jsonl"
    source.write_text(rows)
    with Workspace.create(folder / "other.mltag", "ana", list(dict.fromkeys([*TAGS, *decided]))) as theirs:
        theirs.table.import_table(SILENT, open_table(source), TEXT)
        for tag, records in decided.items():
            theirs.decisions.decide(records, tag)
        export_decisions(SILENT, theirs, shared)
    return shared


@pytest.fixture
def compare(
    qtbot: QtBot, app_context: AppContext, open_rows: Callable[..., Workspace], tmp_path: Path
) -> Callable[..., tuple[Workspace, SharedDecisionsDialog]]:
    """Return a function that opens a table and shows its decisions beside those of a colleague."""

    def show(
        count: int,
        decided: Mapping[str, Sequence[int]],
        ours: Mapping[str, Sequence[int]] = MappingProxyType({}),
        text: str = "text number {n} of rye",
    ) -> tuple[Workspace, SharedDecisionsDialog]:
        rows = "id,text\n" + "".join(f"{n},{text.format(n=n)}\n" for n in range(count))
        workspace = open_rows(rows, TEXT)
        for tag, records in ours.items():
            workspace.decisions.decide(records, tag)
        dialog = SharedDecisionsDialog(app_context, decisions_of_ana(tmp_path, rows, decided))
        qtbot.addWidget(dialog)
        bring_up(dialog)
        qtbot.waitUntil(lambda: dialog.plan is not None)
        return workspace, dialog

    return show


def test_many_new_tags_with_long_names_do_not_widen_the_dialog(compare) -> None:
    names = [
        f"Technology / Computing / Internet / Moderation of long discussions in forums {n:02d}"
        for n in range(11)
    ]
    _, dialog = compare(11, {name: [n] for n, name in enumerate(names)})
    assert dialog.add.text() == "&Add 11 new tags"
    assert names[0] in dialog.facts.text()
    assert dialog.minimumSizeHint().width() <= 1280
    assert dialog.apply.geometry().right() < dialog.width()


def test_a_colleagues_decisions_are_compared_and_imported(compare, notified) -> None:
    decided = {"baking": [0], "other": [1, 2], "garden": [4]}
    workspace, dialog = compare(6, decided, {"baking": [0, 1], "sailing": [2]})
    assert len(dialog.conflicts.lines.lines) == 2
    assert "ana: 1 new decision, 1 identical, 2 conflicts" in label(dialog, "heading")
    assert "kappa" in dialog.facts.text()
    dialog.conflicts.setFixedWidth(700)  # as on a small screen; the text keeps a third of it
    assert dialog.conflicts.columnWidth(1) >= dialog.conflicts.viewport().width() // 3
    dialog.conflicts.setFixedWidth(1_200)
    assert dialog.conflicts.columnWidth(2) >= dialog.fontMetrics().horizontalAdvance(
        "natural-language-processing"
    )
    assert not dialog.apply.isEnabled()
    dialog.add.setChecked(True)
    dialog.conflicts.selectRow(0)
    dialog.theirs.click()
    assert [line.cells[4] for line in dialog.conflicts.lines.lines] == ["other", "sailing"]
    dialog.rule.setCurrentIndex(3)
    assert [line.cells[4] for line in dialog.conflicts.lines.lines] == ["other", "sailing, flagged"]
    told = notified(dialog.apply.click)
    assert told.text == "Decisions imported: 3 records changed.", "flagged records are no decisions"
    states = workspace.states()
    named = [states.tag_names[code] if code >= 0 else "" for code in states.decided]
    assert (named[0], named[1], named[4]) == ("baking", "other", "garden")
    assert states.marked(Mark.FLAGGED).nonzero()[0].tolist() == [2]
    assert named[2] == "sailing"


def test_the_text_of_a_conflict_never_covers_the_table(qtbot, enlarge, compare) -> None:
    text = "a long text about the baking of rye " * 60
    _, dialog = compare(6, {"other": range(6)}, {"baking": range(6)}, f"{text}{{n}}")
    enlarge(dialog)
    dialog.resize(700, 600)
    dialog.conflicts.selectRow(1)
    area = next(area for area in dialog.findChildren(QScrollArea) if area.widget() is dialog.text)
    parts = itertools.pairwise((dialog.conflicts, area, dialog.detail, dialog.keys, dialog.ours))
    places = [(above.geometry, below.geometry) for above, below in parts]
    qtbot.waitUntil(lambda: all(above().bottom() < below().top() for above, below in places))
    assert dialog.keys.height() >= dialog.keys.heightForWidth(dialog.keys.width())
    assert dialog.height() < 900, "a long text is scrolled"
    least = dialog.layout().totalMinimumHeightForWidth(1264)
    assert least <= 720, "the conflict's buttons are in view on a screen of 1366 by 768 pixels"


def test_conflicts_are_adjudicated_by_keys(qtbot, compare, notified) -> None:
    workspace, dialog = compare(3, {"other": [0, 1, 2]}, {"baking": [0, 1, 2]})
    qtbot.waitUntil(dialog.conflicts.hasFocus)

    def outcomes() -> list[str]:
        return [line.cells[4] for line in dialog.conflicts.lines.lines]

    dialog.conflicts.selectRow(0)
    assert label(dialog, "Text of the record") == "text number 0 of rye"
    QTest.keySequence(dialog.conflicts, "2")
    assert label(dialog, "Text of the record") == "text number 1 of rye"
    QTest.keySequence(dialog.conflicts, "1")
    QTest.keySequence(dialog.conflicts, "2")
    assert outcomes() == ["other", "baking", "other"]
    QTest.keySequence(dialog.conflicts, "Backspace")
    assert outcomes() == ["other", "baking", "baking"]
    notified(dialog.apply.click)
    states = workspace.states()
    assert [states.tag_names[code] for code in states.decided] == ["other", "baking", "baking"]


@pytest.mark.parametrize(
    ("ours", "tab", "words"),
    [
        ((), "Conflicts", "There are no records that you both decided yet."),
        ((0, 1), "Agreement", ""),  # kappa is undefined for one tag
    ],
)
def test_without_conflicts_the_agreement_is_shown_if_there_is_any(compare, ours, tab, words) -> None:
    _, dialog = compare(3, {"baking": [0, 1, 2]}, {"baking": ours})
    assert dialog.apply.isEnabled()
    tabs = find(dialog, QTabWidget, "")
    assert tabs.tabText(tabs.currentIndex()) == tab
    assert tabs.isTabEnabled(1) == bool(ours)
    assert dialog.facts.text() == words


def test_a_file_without_decisions_is_reported(qtbot, app_context, open_rows, tmp_path):
    open_rows("id,text\n1,rye\n", TEXT)
    (tmp_path / "no.jsonl").write_text("{}\n")
    dialog = SharedDecisionsDialog(app_context, tmp_path / "no.jsonl")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "no decisions" in label(dialog, "heading"))
    assert not dialog.apply.isEnabled()


def test_decisions_and_copies_are_written_and_their_folder_offered(
    app_context, open_rows, tmp_path, notified
):
    workspace = open_rows("id,text\n1,rye\n2,mast\n", TEXT)
    workspace.decisions.decide([0], "baking")
    folders: list[Path] = []

    def run(function: Callable[..., None], name: str) -> None:
        notified(function, app_context, lambda *_: str(tmp_path / name), folders.append)

    run(send_decisions, "mine.jsonl")
    assert "1 decision exported" in app_context.notifications.current.text
    assert (tmp_path / "mine.jsonl").read_text().count("\n") == 2
    run(save_copy, "copy.mltag")
    app_context.notifications.current.action.run()
    assert folders == [tmp_path / "copy.mltag"]
    with Workspace.open(tmp_path / "copy.mltag", "ana") as copy:
        assert copy.table.count == 2
        assert not copy.read_only
    run(save_copy, "v1.2")
    assert "v1.2.mltag" in app_context.notifications.current.text
    before = (tmp_path / "copy.mltag").read_bytes()
    workspace.decisions.decide([1], "baking")
    run(save_copy, "copy")
    assert "already exists" in app_context.notifications.current.text
    assert (tmp_path / "copy.mltag").read_bytes() == before
    assert not (tmp_path / "copy").exists()


def test_a_copy_is_completed_when_the_program_closes_meanwhile(qtbot, app_context, open_rows, tmp_path):
    open_rows("id,text\n1,rye\n2,mast\n", TEXT)
    save_copy(app_context, lambda *_: str(tmp_path / "copy.mltag"))
    send_decisions(app_context, lambda *_: str(tmp_path / "mine.jsonl"))
    app_context.jobs.end()
    assert (tmp_path / "copy.mltag").is_file()
    assert (tmp_path / "mine.jsonl").is_file()


@pytest.fixture
def backups_of(
    qtbot: QtBot, app_context: AppContext, tmp_path: Path
) -> Iterator[Callable[[Workspace], BackupsDialog]]:
    """Return a function that shows the backups of a workspace, which are in the folder `backups`."""
    opener = WorkspaceOpener(app_context.session, app_context.jobs, app_context.writer, tmp_path / "data")

    def show(workspace: Workspace) -> BackupsDialog:
        dialog = BackupsDialog(app_context, opener, tmp_path / "backups", workspace.path)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: bool(label(dialog, "words")))
        return dialog

    yield show
    opener.close_now()


def test_a_manual_backup_is_made(qtbot, open_rows, backups_of, tmp_path) -> None:
    workspace = open_rows("id,text\n1,rye\n", TEXT)
    dialog = backups_of(workspace)
    assert "no backup" in label(dialog, "words")
    assert not dialog.restore.isEnabled()
    dialog.now.click()
    qtbot.waitUntil(lambda: len(dialog.list.lines.lines) == 1)
    assert Backups(tmp_path / "backups", workspace.path).all()[0].why == "asked"
    assert dialog.restore.isEnabled()
    dialog.restore.click()
    assert "kept in a separate file" in dialog.question.words
    assert dialog.now.isVisible()
    open_rows("id,text\n1,mast\n", TEXT, name="other.csv")
    assert not dialog.now.isVisible(), "it is about another workspace"


def test_the_confirmed_backup_is_restored(qtbot, app_context, open_rows, backups_of, tmp_path) -> None:
    workspace = open_rows("id,text\n1,rye\n", TEXT)
    folder = tmp_path / "backups"
    first = workspace.backup(SILENT, folder, "asked", kept=None)
    workspace.decisions.decide([0], "baking")
    workspace.backup(SILENT, folder, "asked", kept=None)
    dialog = backups_of(workspace)
    qtbot.waitUntil(lambda: len(dialog.list.lines.lines) == 2)
    dialog.list.selectRow(1)
    assert dialog.list.current.path == first.path
    dialog.restore.click()
    dialog.list.selectRow(0)
    find(dialog.question, QPushButton, "Restore").click()
    qtbot.waitUntil(lambda: app_context.session.workspace not in (None, workspace))
    assert (app_context.session.workspace.states().decided < 0).all()


def test_a_curator_with_special_characters_can_export_decisions(qtbot, app_context, open_rows):
    workspace = open_rows("id,text\n1,rye\n", TEXT)
    workspace.sign_as("Ana/QA: a*")
    offered: list[Path] = []

    def ask(_parent, _title: str, place: str, _kinds: str) -> str:
        offered.append(Path(place))
        return ""

    send_decisions(app_context, ask)
    assert offered == [workspace.path.with_name("table-decisions-Ana-QA- a-.jsonl")]

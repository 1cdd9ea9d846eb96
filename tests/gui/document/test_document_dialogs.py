"""Quarantine, merge, journal and import report on real workspaces."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.learning.tag_checks import KnownTagFindings
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.training.training_checks import DoubtfulDecision
from mltag_desktop.core.workspace.export.shared_decisions import export_decisions
from mltag_desktop.core.workspace.import_findings import inspect
from mltag_desktop.core.workspace.types import Change, ChangeKind, LivePredictions, Status
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.document.journal import PAGE, JournalDialog
from mltag_desktop.gui.document.sharing import SharedDecisionsDialog
from mltag_desktop.gui.document.source_dialogs import QuarantineDialog, SourceMergeDialog, headline
from mltag_desktop.gui.i18n import confidence_words
from mltag_desktop.gui.import_export.import_report import (
    GroupedFindings,
    ImportReportDialog,
    find_and_group,
    grouped_findings,
)
from mltag_desktop.gui.operations import Operation
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTableModel, TableLine
from mltag_desktop.gui.widgets.theme import GAP, Theme
from tests.core.helpers import predict_all
from tests.gui.helpers import TAGS, TEXT, find, label


def test_the_line_model_passes_the_model_tester(qtbot, theme):
    model = LineTableModel(theme, (ColumnHeading("One"), ColumnHeading("Two", "00", right=True)))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([TableLine(("a\nb", "1")), TableLine(("c",), muted=True)])
    assert model.index(0, 0).data() == "a b"
    assert model.index(1, 1).data() == ""
    model.append([TableLine(("d", "2"))])
    model.replace(0, TableLine(("z", "9"), bold=True))
    assert [model.index(row, 0).data() for row in range(3)] == ["z", "c", "d"]


def test_cells_that_can_be_edited_and_check_boxes_ask_for_a_change(qtbot: QtBot, theme: Theme) -> None:
    model = LineTableModel(theme, (ColumnHeading("One"), ColumnHeading("Two")))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([TableLine(("a", "1"), tips={1: "a tip"}, edits=("a",), checked=True), TableLine(("b", "2"))])
    asked: list[tuple[int, int, object]] = []
    model.edited.connect(lambda *change: asked.append(change))
    assert model.setData(model.index(0, 0), "z")
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not model.setData(model.index(0, 1), "z")
    assert not model.setData(model.index(1, 0), "z")
    assert asked == [(0, 0, "z"), (0, 0, False)]
    assert model.index(0, 0).data() == "a", "whoever is asked shows the new line"
    assert "a tip" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_a_cell_of_several_megabytes_is_drawn_truncated(qtbot, theme):
    model = LineTableModel(theme, (ColumnHeading("One"),))
    model.show([TableLine(("word " * 1_000_000,))])
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        assert len(model.index(0, 0).data(role)) <= 1_000


BROKEN = "id,text,more\n1,rye loaf,x\n2,mast\n3,oven and yeast,y\n4,a,b,c\n"


def test_a_quarantined_record_is_repaired_and_the_repair_undone(qtbot, app_context, open_rows):
    workspace = open_rows(BROKEN, TEXT)
    dialog = QuarantineDialog(app_context)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.list.lines.lines) == 2)
    assert dialog.list.current.line == 3
    assert dialog.editor.toPlainText() == "2,mast"
    assert "Line 3" in dialog.why.text()
    dialog.read_again.click()
    qtbot.waitUntil(lambda: "Edit the record again" in dialog.why.text())
    dialog.editor.setPlainText("2,mast and keel,z")
    with qtbot.waitSignal(app_context.session.changed):
        dialog.read_again.click()
    qtbot.waitUntil(lambda: len(dialog.list.lines.lines) == 1)
    assert workspace.table.records([workspace.table.count - 1])[0].cells == ("2", "mast and keel", "z")
    workspace.history.undo()
    assert len(workspace.table.quarantined) == 2


def test_an_empty_quarantine_is_reported(qtbot, app_context, open_rows):
    open_rows("id,text\n1,rye\n", TEXT)
    dialog = QuarantineDialog(app_context)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "Every line" in label(dialog, "facts"))
    assert not dialog.read_again.isEnabled()


def test_another_order_alone_is_said(app_context, open_rows, tmp_path):
    workspace = open_rows("id,text\n1,rye loaf\n2,mast\n", TEXT)
    (tmp_path / "table.csv").write_text("id,text\n2,mast\n1,rye loaf\n")
    plan = workspace.source_merge.plan(SILENT, open_table(tmp_path / "table.csv", workspace.table.dialect))
    assert headline(plan) == "table.csv: the order of the records has changed, 2 unchanged"


def test_source_changes_are_previewed_and_merged(qtbot, app_context, open_rows, tmp_path):
    workspace = open_rows("id,text\n1,rye loaf\n2,mast\n3,oven\n", TEXT)
    workspace.decisions.decide([1], "sailing")
    (tmp_path / "table.csv").write_text("id,text\n1,rye loaf and crust\n3,oven\n4,keel\n")
    plan = workspace.source_merge.plan(SILENT, open_table(tmp_path / "table.csv", workspace.table.dialect))
    dialog = SourceMergeDialog(app_context, plan)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.list.lines.lines) == 3)
    shown = [line.cells for line in dialog.list.lines.lines]
    assert shown[0] == ("+ added", "", "keel")
    assert shown[1] == ("≠ changed", "rye loaf", "rye loaf and crust")
    assert shown[2] == ("− removed", "mast", "")
    assert "1 removed record will be hidden, with its decision" in label(dialog, "facts")
    with qtbot.waitSignal(dialog.applied):
        dialog.apply.click()
    assert workspace.states().gone.tolist() == [False, True, False, False]
    assert "merged" in app_context.notifications.current.text
    workspace.history.undo()
    assert workspace.states().gone.tolist() == [False, False, False, True]


@pytest.fixture
def journal(qtbot, app_context, make_workspace, tiny_model):
    workspace = make_workspace(4)
    predict_all(workspace, tiny_model)
    app_context.session.set_workspace(workspace)
    workspace.decisions.decide([0], TAGS[0])
    workspace.decisions.decide([1, 2], TAGS[1])
    workspace.history.undo()
    dialog = JournalDialog(app_context)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.list.lines.lines) == 4)
    return dialog


def test_the_journal_lists_steps_and_their_changes(qtbot, app_context, journal):
    lines = [line.cells for line in journal.list.lines.lines]
    assert lines[0][3] == "Undo step 2"
    assert lines[1][5] == "undone"
    assert lines[2][2] == "kim"
    assert lines[3][3].startswith("Start")
    journal.list.selectRow(1)
    qtbot.waitUntil(lambda: len(journal.entries.lines.lines) == 2)
    entry = journal.entries.lines.lines[0].cells
    assert entry[0] == "2"
    assert TAGS[1] in entry[2]
    assert entry[4] in TAGS
    confidences = [line.cells[5] for line in journal.entries.lines.lines]
    states = app_context.session.workspace.states()
    assert confidences == [confidence_words(float(states.confidence[row])) for row in (1, 2)]
    assert entry[6]
    qtbot.waitUntil(lambda: len(journal.differences.lines.lines) == 2)
    with qtbot.waitSignal(journal.record_requested) as asked:
        journal.entries.opened.emit(1)
    assert asked.args == [1]


def test_the_journal_names_estimates_and_new_answers(qtbot, app_context, journal):
    workspace = app_context.session.workspace
    undecided = np.arange(3, workspace.table.count)
    even = np.full((len(undecided), len(TAGS)), 1 / len(TAGS), np.float32)
    versions = ("names-1a2b", "tag names"), ("5d64ceb85e+2", "5d64ceb85e and 2 answers")
    for row, (version, words) in enumerate(versions, 3):
        live = LivePredictions.of(version, TAGS, undecided, even, answers=2, by_names=True)
        app_context.session.publish(workspace.predictions.show_live(live), workspace)
        app_context.session.publish(workspace.decisions.decide([row], TAGS[0]), workspace)
        qtbot.waitUntil(lambda words=words: _model_of_newest(journal) == words)


def _model_of_newest(journal):
    journal.list.selectRow(0)
    return next((line.cells[6] for line in journal.entries.lines.lines), "")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda workspace: workspace.decisions.note(2, "ask Bob\nabout it"),
            [("3", "note", "ask Bob about it")],
        ),
        (
            lambda workspace: workspace.decisions.decide_each(
                {3: (TAGS[0], "sure")}, (), "Import", origins={3: "Bea, 2026-11-29T10:00:00+00:00"}
            ),
            [("4", TAGS[0], "sure"), ("4", "imported from Bea", "")],
        ),
        (lambda workspace: workspace.tag_set.set((*TAGS, "new")), [("", "tag set changed", "")]),
    ],
    ids=["note", "import", "tags"],
)
def test_the_journal_shows_what_a_step_changed(
    qtbot: QtBot,
    app_context: AppContext,
    journal: JournalDialog,
    change: Callable[[Workspace], Change],
    expected: list[tuple[str, str, str]],
) -> None:
    """Without repeating a step or the colleague of an imported decision as a note."""
    app_context.session.publish(change(app_context.session.open_workspace))
    qtbot.waitUntil(lambda: len(journal.list.lines.lines) == 5)
    journal.list.selectRow(0)

    def is_shown() -> bool:
        cells = [line.cells for line in journal.entries.lines.lines]
        fit = (
            each[0] == row and words in each[2] and each[3] == note
            for each, (row, words, note) in zip(cells, expected, strict=False)
        )
        return len(cells) == len(expected) and all(fit)

    qtbot.waitUntil(is_shown)


def test_the_journal_shows_whole_times(journal):
    steps = journal.list
    steps.setFixedWidth(100 * steps.fontMetrics().averageCharWidth())
    assert steps.columnWidth(1) > steps.fontMetrics().horizontalAdvance("2026-11-28 20:31") + 2 * GAP


def test_returning_to_a_past_state_can_be_undone(qtbot, app_context, journal):
    workspace = app_context.session.workspace
    journal.list.selectRow(1)
    qtbot.waitUntil(lambda: journal.back.isEnabled())
    with qtbot.waitSignal(app_context.session.changed):
        journal.back.click()
    assert (workspace.states().decided >= 0).sum() == 3
    assert "Returned to step 2" in app_context.notifications.current.text
    qtbot.waitUntil(lambda: "Return to step 2" in journal.list.lines.lines[0].cells[3])
    workspace.history.undo()
    assert (workspace.states().decided >= 0).sum() == 1


def test_the_selected_step_stays_selected_when_steps_are_added(qtbot, app_context, make_workspace):
    workspace = make_workspace(4)
    app_context.session.set_workspace(workspace)
    for number in range(PAGE + 5):
        workspace.decisions.decide([number % 12], TAGS[number % 3])
    dialog = JournalDialog(app_context)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: len(dialog.list.lines.lines) == PAGE)
    dialog.load_older()
    qtbot.waitUntil(lambda: len(dialog.list.lines.lines) == PAGE + 6)
    assert dialog.list.lines.lines[-1].thing == 0, "older steps are loaded page by page"
    for chosen in (PAGE - 1, 3):
        row = next(n for n, line in enumerate(dialog.list.lines.lines) if line.thing == chosen)
        dialog.list.selectRow(row)
        before = len(dialog.list.lines.lines)
        app_context.session.publish(workspace.decisions.decide([0], TAGS[chosen % 2]))
        qtbot.waitUntil(lambda before=before: len(dialog.list.lines.lines) == before + 1)
        assert dialog.list.current == chosen


def test_a_return_that_failed_can_be_tried_again(qtbot, app_context, journal):
    app_context.session.workspace.close()
    journal.list.selectRow(1)
    journal.back.click()
    assert not journal.back.isEnabled()
    qtbot.waitUntil(journal.back.isEnabled)


REPORT = (
    "id,text,label\n1,rye loaf in the oven with flour,baking\n2,rye loaf in the oven with flour,baking\n"
    "3,,boats\n4,mast and keel in the harbour wind,boats\n5,letter about a garden and a lamp,other\n"
)


LABELLED = ColumnMapping(text=(1,), id=0, tag=2)


@pytest.fixture
def report_of(
    qtbot: QtBot, app_context: AppContext, open_rows: Callable[..., Workspace], tiny_model: LinearModel
) -> Callable[..., ImportReportDialog]:
    """Return a function that opens a table and shows its report, perhaps on a sample."""

    def show(rows: str = REPORT, at_most: int | None = None, **other: Any) -> ImportReportDialog:
        workspace = open_rows(rows, LABELLED)
        app_context.session.set_base(tiny_model)
        found = grouped_findings(workspace, inspect(SILENT, workspace, tiny_model, at_most))
        dialog = ImportReportDialog(app_context, replace(found, **other))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


@pytest.fixture
def report(report_of: Callable[..., ImportReportDialog]) -> ImportReportDialog:
    return report_of()


def test_what_was_checked_has_the_whole_width(report_of):
    dialog = report_of(covered="2 of 5 records were checked. " * 5)
    dialog.resize(480, 400)
    QApplication.processEvents()
    assert dialog.covered.isVisible()
    assert dialog.covered.width() > 400, "beside the buttons it would need a line for each word"


def test_the_report_lists_records_by_finding(qtbot, app_context, report, tiny_model):
    workspace = app_context.session.workspace
    found = grouped_findings(workspace, inspect(SILENT, workspace, tiny_model))
    assert found.headline.startswith("Found in the table: duplicate texts (1), ")
    assert "empty texts (1)" in found.headline
    assert "known tags that are not in the tag set (1)" in found.headline
    assert report.groups.lines.lines[0].cells == ("Duplicate texts", "1")
    assert report.findings.lines.lines[0].cells[0] == "2"
    with qtbot.waitSignal(report.records_requested) as asked:
        report.show_them.click()
    assert asked.args[0] == (1,)


def test_the_groups_have_room_on_a_small_screen(report_of):
    """A table of known tags of a fixed height squeezed them to one and a half rows, with cut names."""
    tags = "".join(f"{n},mast and keel number {n},tag {n}\n" for n in range(10, 30))
    dialog = report_of(REPORT + tags)
    dialog.resize(683, 384)
    QApplication.processEvents()
    groups, measure = dialog.groups, dialog.groups.fontMetrics()
    assert groups.viewport().height() >= 3 * groups.rowHeight(0)
    names = [line.cells[0] for line in groups.lines.lines]
    assert groups.columnWidth(0) > max(map(measure.horizontalAdvance, names))
    assert dialog.tags.viewport().height() >= 3 * dialog.tags.rowHeight(0)
    assert (dialog.width(), dialog.height()) == (683, 384)


def test_contradicting_and_doubtful_tags_of_a_column_are_listed(qtbot, app_context, open_rows, tiny_model):
    table = REPORT.replace(
        "2,rye loaf in the oven with flour,baking", "2,rye loaf in the oven with flour,boats"
    )
    workspace = open_rows(table, LABELLED)
    found = find_and_group(SILENT, app_context.jobs.worker, workspace, tiny_model)
    [group] = [each for each in found.groups if each.name == "Contradicting tags"]
    assert [(line.thing, line.cells[2]) for line in group.lines] == [
        (0, "baking; record 2 is boats"),
        (1, "boats; record 1 is baking"),
    ]
    assert "contradicting tags (2)" in found.headline
    doubt = DoubtfulDecision(3, "boats", "sailing", 0.9)
    found = grouped_findings(
        workspace,
        inspect(SILENT, workspace, tiny_model),
        KnownTagFindings(doubts=(doubt,), searched=3, tagged=4, most=3),
    )
    [group] = [each for each in found.groups if each.name == "Doubtful tags"]
    assert [(line.thing, line.cells[2]) for line in group.lines] == [(3, "boats, looks like sailing (90%)")]
    searched = "3 of 4 tagged records were searched for wrong tags (random sample)."
    assert group.words.endswith(searched)
    assert found.covered == searched, "all records can be checked"
    assert "doubtful tags (1)" in found.headline


def test_a_long_finding_is_shown_in_full(report_of):
    rows = "".join(f"{n},{'rye loaf oven' if n % 4 else 'mast sail'} {n * n},{'bread' if n % 4 else 'boats'},"
                   f"{'newsletter' if n % 4 == 0 and n % 3 else 'forum'}\n" for n in range(240))  # fmt: skip
    dialog = report_of(f"id,text,tag,source\n{rows}")
    names = [line.cells[0] for line in dialog.groups.lines.lines]
    dialog.resize(1_000, 600)
    dialog.groups.selectRow(names.index("Uneven sampling"))
    words = dialog.findings.lines.lines[0].cells[2]
    assert words == "bread: 90% with source forum, 0% otherwise"
    assert dialog.findings.columnWidth(2) > dialog.findings.fontMetrics().horizontalAdvance(words)


def test_an_unknown_tag_is_mapped_as_one_step(app_context, report, notified):
    workspace = app_context.session.workspace
    assert report.tags.current == "boats"
    report.target.setCurrentText("sailing")
    notified(report.map.click)
    states = workspace.states()
    assert [states.tag_names[code] if code >= 0 else "" for code in states.decided] == [
        "", "", "sailing", "sailing", "",
    ]  # fmt: skip
    assert find(report, QWidget, "known_tags").isHidden()
    workspace.history.undo()
    assert (workspace.states().status == Status.TO_REVIEW).all()


def test_an_unknown_tag_is_added(app_context, report, notified):
    notified(report.add.click)
    assert [tag.name for tag in app_context.session.workspace.tag_set.tags][-1] == "boats"


def test_a_report_on_a_sample_says_so_and_can_inspect_all_records(qtbot, app_context, report_of):
    dialog = report_of(at_most=3)
    assert dialog.covered.text().startswith("3 of 5 records were checked")
    dialog.all.click()
    assert dialog.all.text() == "S&top"
    with qtbot.waitSignal(app_context.jobs.idle):
        dialog.all.click()
    assert dialog.all.text() == "&Check all records"
    with qtbot.waitSignal(dialog.rescanned) as rescanned:  # starts a process
        dialog.all.click()
    assert rescanned.args[0].covered == ""
    assert dialog.all.isHidden()


def test_a_report_that_is_being_made_shows_its_progress(qtbot, app_context, open_rows, tiny_model):
    workspace = open_rows(REPORT, LABELLED)
    found = grouped_findings(workspace, inspect(SILENT, workspace, tiny_model))
    dialog = ImportReportDialog(app_context, GroupedFindings(workspace))
    qtbot.addWidget(dialog)
    dialog.show()
    go_on = threading.Event()

    def made(progress):
        progress.report(0.5)
        go_on.wait(5)
        return found

    job = Operation(made)
    dialog.follow(job)
    assert dialog.covered.text() == "Checking the records: 0%"
    assert "No findings." not in [each.text() for each in dialog.findChildren(QLabel)]
    with qtbot.waitSignal(job.progressed):
        job.run(app_context.jobs)
    assert dialog.covered.text() == "Checking the records: 50%"
    with qtbot.waitSignal(job.finished):
        go_on.set()
    assert dialog.covered.isHidden()
    assert dialog.groups.lines.lines[0].cells == ("Duplicate texts", "1")


def test_results_are_reported_after_the_dialog_is_closed(qtbot, app_context, open_rows, tmp_path, tiny_model):
    workspace = open_rows(REPORT, LABELLED)
    app_context.session.set_base(tiny_model)
    changes = []
    app_context.session.changed.connect(changes.append)

    def asked(dialog: QDialog, button: QPushButton) -> None:
        """Click `button` and close the dialog before the result arrives."""
        with qtbot.waitSignal(app_context.jobs.idle):
            button.click()
            shiboken6.delete(dialog)

    report = ImportReportDialog(
        app_context, grouped_findings(workspace, inspect(SILENT, workspace, tiny_model))
    )
    asked(report, report.map)
    assert [change.kinds for change in changes] == [ChangeKind.DECISIONS]
    journal = JournalDialog(app_context)
    qtbot.waitUntil(lambda: len(journal.list.lines.lines) == 2)
    journal.list.selectRow(1)
    qtbot.waitUntil(journal.back.isEnabled)
    asked(journal, journal.back)
    assert len(changes) == 2
    export_decisions(SILENT, workspace, tmp_path / "mine.jsonl")
    source = tmp_path / "other.csv"
    source.write_text(REPORT)
    with Workspace.create(tmp_path / "other.mltag", "ana", [*TAGS, "garden"]) as theirs:
        theirs.table.import_table(SILENT, open_table(source), LABELLED)
        theirs.decisions.decide([0], "garden")
        export_decisions(SILENT, theirs, tmp_path / "ana.jsonl")
    colleagues = SharedDecisionsDialog(app_context, tmp_path / "ana.jsonl")
    qtbot.waitUntil(lambda: colleagues.plan is not None)
    colleagues.add.setChecked(True)
    asked(colleagues, colleagues.apply)
    assert [change.kinds for change in changes[2:]] == [ChangeKind.TAGS, ChangeKind.DECISIONS]
    (tmp_path / "table.csv").write_text(REPORT.rsplit("\n", 2)[0] + "\n")
    plan = workspace.source_merge.plan(SILENT, open_table(tmp_path / "table.csv", workspace.table.dialect))
    merge = SourceMergeDialog(app_context, plan)
    asked(merge, merge.apply)
    assert len(changes) == 5


def test_mapping_a_known_tag_of_decided_records_reports_no_changes(app_context, report, notified):
    app_context.session.workspace.decisions.decide(range(5), "baking")
    notified(report.map.click)
    assert app_context.notifications.current.text.startswith("0 records with the known tag boats")

"""The page "What are the tags?": labelled columns, lists, and groups of records."""

import csv
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.tag_cells import SINGLE
from mltag_desktop.core.training.retraining import make_plan
from mltag_desktop.core.workspace.decisions.known_tags import MANY_RECORDS, TagColumn
from mltag_desktop.core.workspace.types import Status
from mltag_desktop.gui.application import tag_sources_controller
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.curation import tag_sources_dialog
from mltag_desktop.gui.curation.tag_sources_dialog import TagSourcesDialog, column_words
from tests.gui.helpers import facet, settle, workspace_of

BANK = (
    ("card_lost", "I lost my card on the train, please block it"),
    ("card_lost", "My bank card is gone, what should I do now"),
    ("refund", "The shop owes me money back, when does the refund arrive"),
    ("refund", "I want my money back for a payment I cancelled"),
    ("exchange_rate", "The exchange rate for my payment in Spain was wrong"),
    ("exchange_rate", "Which rate do you use for dollars when I travel"),
    ("top_up", "My top up by cheque has not arrived yet"),
    ("top_up", "Can I top up my account with cash at the post office"),
)


def bank_table(folder: Path, rows: int, *, labelled: bool) -> Path:
    path = folder / "bank.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "text", *(("intent",) if labelled else ())))
        for number in range(rows):
            tag, text = BANK[number % len(BANK)]
            label = "" if number % 10 == 9 else tag
            writer.writerow((number, f"{text} {number}", *((label,) if labelled else ())))
    return path


def shows_tags(program: Application) -> bool:
    workspace = workspace_of(program)
    return bool(workspace.tag_set.tags) and bool((workspace.states().predicted >= 0).any())


def dialog_of(program: Application) -> TagSourcesDialog:
    return program.parent_window.findChildren(TagSourcesDialog)[-1]


def test_a_labelled_table_is_known_without_a_click(make_program, tmp_path: Path, qtbot: QtBot) -> None:
    program = make_program(bank_table(tmp_path, 80, labelled=True))
    qtbot.waitUntil(lambda: program.session.workspace is not None)
    workspace = workspace_of(program)
    qtbot.waitUntil(lambda: len(workspace.journal.steps()) == 2)
    assert {tag.name for tag in workspace.tag_set.tags} == {tag for tag, _ in BANK}
    states = workspace.states()
    assert int((states.status == Status.KNOWN).sum()) == 72
    qtbot.waitUntil(lambda: program.notifications.current is not None)
    notice = program.notifications.current
    assert "4 tags of the column intent are known on 72 records." in notice.text
    assert "card_lost (1" in notice.hint
    qtbot.waitUntil(lambda: facet(program, "status:KNOWN").isVisible())
    program.page.table.go_to(0)
    program.decision_controller.decide("refund")
    settle(program, qtbot)
    assert workspace.table.records([0])[0].status is Status.CORRECTED
    examples = workspace.scan.examples()
    assert len(examples.rows) > 45, "a third is the audit set"
    plan = make_plan(SILENT, workspace, bundled(), checked=False)
    assert plan.known == len(examples.rows) - (0 in examples.rows), "the correction is a decision"


def test_texts_about_something_else_get_no_tag_and_one_question(
    make_program, tmp_path: Path, qtbot: QtBot
) -> None:
    program = make_program(bank_table(tmp_path, 160, labelled=False))
    has_foreign_tags = []
    program.session.changed.connect(lambda _change: has_foreign_tags.append(shows_tags(program)))
    qtbot.waitUntil(lambda: program.session.workspace is not None)
    workspace = workspace_of(program)
    qtbot.waitUntil(lambda: not workspace.tag_set.tags)
    qtbot.waitUntil(lambda: not program.prediction_runner.is_running)
    assert not any(has_foreign_tags)
    qtbot.waitUntil(lambda: bool((workspace.states().predicted == -1).all()))
    qtbot.waitUntil(lambda: program.page.table.cell_painter.waiting_words == "no tag")
    question = "These texts are not about machine learning. Which tags do you want?"
    qtbot.waitUntil(lambda: any(each.text == question for each in program.notifications.pending))
    [notice] = [each for each in program.notifications.pending if each.text == question]
    program.writer.write(partial(workspace.tag_set.set, ("tag of a library model",)))
    qtbot.waitUntil(lambda: notice not in program.notifications.pending)
    notice.action.run()
    dialog = dialog_of(program)
    qtbot.waitUntil(lambda: "No column" in dialog.found.text())
    dialog.list.set_text("refund\ncard lost\nexchange rate\ntop up")
    dialog.take_list.click()
    settle(program, qtbot)
    assert [tag.name for tag in workspace.tag_set.tags] == ["refund", "card lost", "exchange rate", "top up"]


def test_texts_about_something_else_are_not_searched_for_some(
    make_program, tmp_path: Path, qtbot: QtBot
) -> None:
    program = make_program()
    program.workspace_opener.complete.disconnect(program.tag_sources.consider)
    program.drift_notice.noticed.disconnect(program.tag_sources.ask_for_tags_of_unlike_texts)
    program.open_path(bank_table(tmp_path, 60, labelled=False))
    qtbot.waitUntil(lambda: program.prediction_runner.is_held)
    with qtbot.waitSignal(program.jobs.idle):  # as if the import had taken longer
        program.workspace_opener.complete.emit(program.workspace_opener.source)
    assert workspace_of(program).off_topic.basis is None, "all would be off topic for tags that nobody chose"


def test_forming_groups_can_be_cancelled(focused: Application, qtbot: QtBot) -> None:
    focused.actions["tag_sources"].trigger()
    dialog = dialog_of(focused)
    dialog.ways.button(3).click()
    dialog.group.click()
    assert dialog.group.text() == "Cancel"
    dialog.group.click()
    qtbot.waitUntil(lambda: dialog.group.text() == "Group the records")
    assert not dialog.table.lines.lines
    assert dialog.state.text() == "Cancelled."
    assert not dialog.take_groups.isEnabled()
    dialog.close()


def test_groups_become_tags(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    focused.actions["tag_sources"].trigger()
    dialog = dialog_of(focused)
    qtbot.waitUntil(lambda: dialog.column.count() == len(workspace.table.columns))
    dialog.ways.button(3).click()
    dialog.count.setValue(4)
    dialog.group.click()
    qtbot.waitUntil(lambda: len(dialog.table.lines.lines) == 4)
    for row in (0, 1):
        dialog.table.model().setData(dialog.table.model().index(row, 0), "mine")
    dialog.take_groups.click()
    settle(focused, qtbot)
    tags = workspace.tag_set.tags
    assert tags[0].name == "mine"
    assert len(tags) == 3, "groups of one name are one tag"
    assert all(tag.keywords and tag.examples for tag in tags)
    focused.decision_controller.undo()
    settle(focused, qtbot)
    assert len(workspace.tag_set.tags) == 4


@pytest.mark.parametrize("many", [MANY_RECORDS, 20], ids=["thread", "worker process"])
def test_a_column_is_chosen_and_its_cells_split(
    focused: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(tag_sources_dialog, "MANY_RECORDS", many)
    monkeypatch.setattr(tag_sources_controller, "MANY_RECORDS", many)
    workspace = workspace_of(focused)
    focused.actions["tag_sources"].trigger()
    dialog = dialog_of(focused)
    qtbot.waitUntil(lambda: dialog.take_column.isEnabled())
    assert dialog.ways.checkedId() == 1, "a source is hardly a tag, so the list stays in front"
    dialog.ways.button(0).click()
    assert dialog.column.currentText() == "source"
    assert "2 different tags on 24 of 24 records: blog (12), paper (12)" in dialog.found.text()
    assert dialog.take_column.isDefault(), "Return uses the tags"
    dialog.take_column.click()
    qtbot.waitUntil(lambda: [tag.name for tag in workspace.tag_set.tags] == ["blog", "paper"])
    qtbot.waitUntil(lambda: bool((workspace.states().status == Status.KNOWN).all()))
    qtbot.waitUntil(lambda: focused.notifications.current is not None)


def test_columns_that_cannot_be_tags_say_why() -> None:
    values = tuple((f"code {number}", 1) for number in range(2_000))
    words = column_words(TagColumn(1, "code", SINGLE, values, 9_000, 9_000, left_out=7_000))
    assert "code 11 (1) and 8,988 more. A tag set has at most 2,000 tags. Choose another column." in words
    long = (("x" * 300, 2), ("y", 2))
    assert "These are too long" in column_words(TagColumn(1, "code", SINGLE, long, 4, 4))


def test_other_spellings_of_tags_are_mentioned() -> None:
    column = TagColumn(
        1, "kind", SINGLE, (("game", 3), ("mail", 2)), 5, 6, (("Game", "game"), ("MAIL", "mail"))
    )
    words = column_words(column)
    assert words.endswith("2 other spellings count as the same tags, such as Game for game.")
    near = (("Rechnungen", 3), ("games", 3), ("game", 2), ("Rechnung", 1), ("v1", 2), ("v12", 2), ("text", 1))
    words = column_words(TagColumn(1, "kind", SINGLE, near, 14, 14))
    assert (
        "2 pairs of names are nearly the same, such as game and games. If they are one tag, merge them"
        in words
    )


def test_a_long_question_does_not_widen_the_dialog(focused: Application) -> None:
    dialog = TagSourcesDialog(focused.context, "These texts are about something else. " * 5)
    short = TagSourcesDialog(focused.context, "Which tags?")
    assert dialog.minimumSizeHint().width() == short.minimumSizeHint().width()
    dialog.close()
    short.close()


def test_a_column_that_is_found_does_not_interrupt_typing(focused: Application, qtbot: QtBot) -> None:
    focused.actions["tag_sources"].trigger()
    dialog = dialog_of(focused)
    qtbot.keyClicks(dialog.list.edit, "refund")
    qtbot.waitUntil(lambda: dialog.take_column.isEnabled())
    assert dialog.ways.checkedId() == 1
    assert dialog.take_list.isDefault(), "Return uses what was typed"
    dialog.reject()
    focused.actions["tag_sources"].trigger()
    again = dialog_of(focused)
    again.ways.button(3).click()
    qtbot.waitUntil(lambda: again.take_column.isEnabled())
    assert again.ways.checkedId() == 3


@pytest.mark.parametrize(
    ("name", "is_mapped", "way"),
    [("Agent", False, 1), ("status", False, 1), ("status", True, 0), ("kind", False, 0)],
)
def test_only_a_column_that_looks_like_tags_or_was_chosen_for_them_is_offered_first(
    make_program, tmp_path: Path, qtbot: QtBot, name: str, is_mapped: bool, way: int
) -> None:
    path = tmp_path / "bank.csv"
    rows = [f"{number},{text},{'ab'[number % 2]}" for number, (_, text) in enumerate(BANK) if "," not in text]
    path.write_text("\n".join([f"id,text,{name}", *rows]), "utf-8")
    program = make_program(path)
    qtbot.waitUntil(lambda: program.session.workspace is not None)
    qtbot.waitUntil(lambda: not program.workspace_opener.is_importing)
    if is_mapped:
        table = workspace_of(program).table
        program.writer.write(lambda: table.set_mapping(replace(table.mapping, tag=2)))
        settle(program, qtbot)
    program.actions["tag_sources"].trigger()
    dialog = dialog_of(program)
    qtbot.waitUntil(lambda: dialog.take_column.isEnabled())
    assert (dialog.column.currentText(), dialog.ways.checkedId()) == (name, way)
    dialog.close()


def test_the_ways_are_chosen_by_keys(make_program, tmp_path: Path, qtbot: QtBot) -> None:
    program = make_program(bank_table(tmp_path, 40, labelled=False))
    qtbot.waitUntil(lambda: program.session.workspace is not None)
    program.actions["tag_sources"].trigger()
    dialog = dialog_of(program)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.ways.checkedButton().hasFocus())
    QTest.keySequence(QApplication.focusWidget(), "Down")
    assert dialog.ways.checkedId() == 2
    QTest.keySequence(dialog, "Alt+T")
    qtbot.waitUntil(lambda: dialog.ways.checkedId() == 1)
    QTest.keySequence(QApplication.focusWidget(), "Tab")
    QTest.keyClicks(QApplication.focusWidget(), "lost, found")
    QTest.keySequence(QApplication.focusWidget(), "Tab")
    assert QApplication.focusWidget() is dialog.take_list
    dialog.close()

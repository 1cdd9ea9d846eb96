"""Records that may be off topic in the real window: facet, keys, undo, and what they teach."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.workspace.types import Mark
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.curation.question_queue_controller import OffTopicController
from mltag_desktop.gui.record.detail_panel import decision_text
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.table.table_model import ColumnContent
from mltag_desktop.gui.widgets.notifications import Notification
from tests.core.model.test_off_topic import MESSAGES
from tests.gui.conftest import TEXTS
from tests.gui.helpers import facet, press, wait_tagged, workspace_of

FIRST = len(TEXTS)


@pytest.fixture
def mixed(make_program: Callable[..., Application], tmp_path: Path, qtbot: QtBot) -> Application:
    """The program with six texts on topic and eight others, the first of these current."""
    path = tmp_path / "mixed.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("title", "description"), *TEXTS, *((text, "") for text in MESSAGES)])
    program = make_program(path)
    wait_tagged(program, qtbot, FIRST + len(MESSAGES))
    line = facet(program, "mark:OFF_TOPIC")
    qtbot.waitUntil(lambda: program.off_topic.is_idle and line.count == 8)
    program.parent_window.activateWindow()
    program.page.table.setFocus()
    program.page.table.go_to(FIRST)
    wait_shown(program, qtbot, FIRST)
    return program


def test_a_failed_search_is_a_message(
    app_context: AppContext,
    make_workspace: Callable[[int], Workspace],
    notified: Callable[..., Notification],
    tiny_model: LinearModel,
) -> None:
    workspace = make_workspace(2)
    app_context.session.set_workspace(workspace)
    app_context.session.set_model(tiny_model)
    off_topic = OffTopicController(app_context.session, app_context.jobs)
    moved = workspace.path.rename(workspace.path.with_suffix(".moved"))
    notice = notified(off_topic.refresh)
    assert f"{workspace.path.name} does not exist" in notice.text
    moved.rename(workspace.path)


def test_the_number_to_review_is_shown_once_it_is_known(
    make_program: Callable[..., Application], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mixed.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("title", "description"), *TEXTS, *((text, "") for text in MESSAGES)])
    program = make_program(path)
    line, shown = facet(program, "review"), set[int | None]()
    program.record_order.counted.connect(lambda *_: shown.add(line.count))
    qtbot.waitUntil(lambda: facet(program, "mark:OFF_TOPIC").count == len(MESSAGES))
    qtbot.waitUntil(lambda: program.off_topic.is_idle and line.count is not None)
    assert shown == {None, line.count}


def wait_shown(program: Application, qtbot: QtBot, row: int) -> None:
    detail = program.page.detail
    qtbot.waitUntil(lambda: detail.record is not None and detail.record.row == row)


def test_keys_confirm_and_reject_and_z_takes_back(mixed: Application, qtbot: QtBot) -> None:
    workspace, table = workspace_of(mixed), mixed.page.table
    record = workspace.table.records([FIRST])[0]
    assert record.suspected
    assert "perhaps off topic" in decision_text(record)
    labels = mixed.page.detail.findChildren(QLabel)
    qtbot.waitUntil(lambda: any("Unlike" in label.text() for label in labels))
    press(mixed, qtbot, "O", to=table)
    assert workspace.table.records([FIRST])[0].marks == Mark.OFF_TOPIC
    wait_shown(mixed, qtbot, FIRST + 1)  # it moves on, as after a tag
    press(mixed, qtbot, "Shift+O", to=table)
    assert workspace.table.records([FIRST + 1])[0].marks == Mark.ON_TOPIC
    line = facet(mixed, "mark:OFF_TOPIC")
    qtbot.waitUntil(lambda: line.count == 7 and mixed.off_topic.is_idle)
    press(mixed, qtbot, "Z", to=table)
    press(mixed, qtbot, "Z", to=table)
    assert not workspace.states().marked(Mark.OFF_TOPIC | Mark.ON_TOPIC).any()


def test_the_facet_and_the_search_show_them(mixed: Application, qtbot: QtBot) -> None:
    facet(mixed, "mark:OFF_TOPIC").click()
    qtbot.waitUntil(lambda: mixed.page.model.rowCount() == 8)
    model = mixed.page.model
    said = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert "To review, perhaps off topic" in said
    tag = next(n for n, column in enumerate(model.columns) if column.part is ColumnContent.TAG)
    tooltip = model.data(model.index(0, tag), Qt.ItemDataRole.ToolTipRole)
    assert "Perhaps off topic" in tooltip.splitlines(), "where its sign, or “+1” for it, is"
    mixed.page.table.selectAll()
    press(mixed, qtbot, "O")
    assert workspace_of(mixed).states().marked(Mark.OFF_TOPIC).sum() == 8
    assert len(workspace_of(mixed).journal.steps()) == 1
    qtbot.waitUntil(lambda: facet(mixed, "review").count == 0)
    qtbot.waitUntil(lambda: mixed.off_topic.is_idle)

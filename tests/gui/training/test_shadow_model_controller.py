"""The shadow model in the real window."""

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.types import Status
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.table.table_model import ColumnContent
from mltag_desktop.gui.training.model_list import ModelListTable
from tests.gui.helpers import label, settle, wait_tagged, workspace_of


def columns(program: Application) -> list[ColumnContent]:
    return [column.part for column in program.page.model.columns]


def button(program: Application, words: str) -> QPushButton:
    dialog = program.model_dialogs.models.dialog
    return next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words)


def model_states(program: Application) -> list[str]:
    """The states in the list of models, newest model first."""
    listed = program.model_dialogs.models.dialog.findChild(ModelListTable).model()
    return [listed.index(row, 1).data() for row in range(listed.rowCount())]


def test_candidate_runs_as_shadow_model(make_program, make_table, qtbot: QtBot) -> None:
    program = make_program(make_table(60))
    wait_tagged(program, qtbot, 60)
    workspace = workspace_of(program)
    tags = [tag.name for tag in workspace.tag_set.tags]
    for row in range(24):  # against the active model, so that the candidate disagrees
        now = workspace.states()
        wrong = tags[(tags.index(now.tag_names[now.predicted[row]]) + 1) % len(tags)]
        workspace.decisions.decide([row], wrong)
    program.model_dialogs.open_training()
    app_context = program.model_dialogs.models
    with qtbot.waitSignal(app_context.candidate_made) as made:
        app_context.start()
    app_context.report_window.close()
    assert ColumnContent.SHADOW not in columns(program)
    with qtbot.waitSignal(program.shadow_model.scored) as scored:
        button(program, "Run as shadow").click()
    assert scored.args[0].startswith("No decisions since")
    assert columns(program).count(ColumnContent.SHADOW) == 1
    assert program.page.table.current_place() == 0, "the reader stays where she was"
    assert program.shadow_model.shadow.version == made.args[0].version
    assert model_states(program) == ["Candidate, shadow", "✓ Active"]
    assert workspace.models.active == program.session.base.version
    app_context.dialog.hide()
    states = workspace.states()
    differ = [
        row
        for row in range(24, 60)
        if program.shadow_model.shadow.tag(row) != states.tag_names[states.predicted[row]]
        and states.status[row] == int(Status.TO_REVIEW)
    ]
    if differ:
        qtbot.waitUntil(lambda: bool(program.question_queue.first_rows))
        program.decision_controller.next()
        row = program.page.model.row_at(program.page.table.current_place())
        assert row in differ
        assert "candidate model" in label(program.page.detail, "Reason for the question")
        with qtbot.waitSignal(program.shadow_model.scored) as scored:
            program.decision_controller.decide(program.shadow_model.shadow.tag(row))
            settle(program, qtbot)
        assert scored.args[0].startswith("Shadow model, 1 decision: better on 1, worse on 0")
    with qtbot.waitSignal(program.shadow_model.changed) as changed:
        button(program, "Stop shadow").click()
    assert changed.args == [None]
    assert model_states(program) == ["Candidate", "✓ Active"]
    assert ColumnContent.SHADOW not in columns(program)
    for window in QApplication.topLevelWidgets():
        window.close()

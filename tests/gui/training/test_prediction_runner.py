"""Predicting a table: the first records here, the others in the worker process."""

import threading
from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.workspace.pending_predictions import predict_places
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.operations import Operation, Operations, Priority
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.training import prediction_runner
from mltag_desktop.gui.training.prediction_runner import PredictionRunner, predict_pending
from tests.gui.helpers import refuse_processes


def run(
    jobs: Operations, qtbot: QtBot, workspace: Workspace, model: LinearModel, first: list[int]
) -> list[Change]:
    """Predict all records; return the changes."""
    changes: list[Change] = []
    job = Operation(
        predict_pending, jobs.worker, workspace, model, lambda change, _: changes.append(change), first
    )
    with qtbot.waitSignal(job.succeeded):
        job.run(jobs)
    return changes


def test_large_table_is_predicted_in_the_worker_as_here(
    app_context: AppContext, qtbot: QtBot, make_workspace: Callable[..., Workspace], tiny_model: LinearModel
) -> None:
    workspace = make_workspace(1_000)
    changes = run(app_context.jobs, qtbot, workspace, tiny_model, [7, 5])
    assert app_context.jobs.worker.process_id is not None
    states = workspace.states()
    rows = np.arange(states.count)
    expected = tiny_model.predict(workspace.table.texts(rows))
    assert [states.tag_names[code] for code in states.predicted] == [
        expected.tags[code] for code in expected.best
    ]
    np.testing.assert_array_equal(states.confidence, expected.confidence)
    assert changes[0].rows is not None
    assert changes[0].rows.tolist() == [5, 7]


def test_small_table_needs_no_worker(
    app_context: AppContext, qtbot: QtBot, make_workspace: Callable[..., Workspace], tiny_model: LinearModel
) -> None:
    workspace = make_workspace(10)
    app_context.jobs.worker.end()
    qtbot.waitUntil(lambda: app_context.jobs.worker.process_id is None)
    run(app_context.jobs, qtbot, workspace, tiny_model, [])
    assert app_context.jobs.worker.process_id is None
    assert (workspace.states().predicted >= 0).all()


def test_large_table_is_predicted_here_if_the_system_refuses_the_worker(
    app_context: AppContext,
    qtbot: QtBot,
    make_workspace: Callable[..., Workspace],
    tiny_model: LinearModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace = make_workspace(1_000)
    refuse_processes(app_context.jobs, qtbot, monkeypatch)
    run(app_context.jobs, qtbot, workspace, tiny_model, [])
    assert app_context.jobs.worker.process_id is None
    states = workspace.states()
    expected = tiny_model.predict(workspace.table.texts(np.arange(states.count)))
    np.testing.assert_array_equal(states.confidence, expected.confidence)


def test_text_that_changes_meanwhile_is_not_shown(
    app_context: AppContext, qtbot: QtBot, make_workspace: Callable[..., Workspace], tiny_model: LinearModel
) -> None:
    """The predictions of the texts that were read stay in the store; the changed record waits for its own."""
    workspace = make_workspace(10)
    workspace.models.set_base(tiny_model.version)
    rows, places = next(workspace.pending_predictions.places(tiny_model.version, sizes=[100]))
    found = predict_places(SILENT, tiny_model, places)
    digests = found.digests.copy()
    digests[3] = digests[4]  # the text that was read is not the present one
    workspace.pending_predictions.put(rows, found.predictions, digests)
    states = workspace.states()
    assert states.predicted[3] == -1
    assert (np.delete(states.predicted, 3) >= 0).all()


def test_runner_predicts_the_open_table_and_stops_with_it(
    app_context: AppContext, qtbot: QtBot, make_workspace: Callable[..., Workspace], tiny_model: LinearModel
) -> None:
    app_context.session.set_base(tiny_model)
    runner = PredictionRunner(app_context.session, app_context.jobs, lambda: [0])
    workspace = make_workspace(1_000)
    with qtbot.waitSignal(runner.ended):
        app_context.session.set_workspace(workspace)
    assert (workspace.states().predicted >= 0).all()
    app_context.session.clear_workspace()
    assert not runner.is_running


def nothing(progress: Progress) -> None:
    """Do nothing, as a job."""


def test_analyses_wait_until_the_table_is_predicted(
    app_context: AppContext, qtbot: QtBot, make_workspace: Callable[..., Workspace], tiny_model: LinearModel
) -> None:
    app_context.session.set_base(tiny_model)
    runner = PredictionRunner(app_context.session, app_context.jobs, lambda: [0])
    workspace, analysis = make_workspace(1_000), Operation(nothing)
    predicted: list[bool] = []
    analysis.succeeded.connect(lambda _: predicted.append(bool((workspace.states().predicted >= 0).all())))
    app_context.session.set_workspace(workspace)
    assert runner.is_running
    with qtbot.waitSignal(analysis.finished):
        analysis.run(app_context.jobs, Priority.ANALYSIS)
    assert predicted == [True]


def test_more_calls_than_run_at_once_predict_every_record(
    app_context: AppContext,
    qtbot: QtBot,
    make_workspace: Callable[..., Workspace],
    tiny_model: LinearModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(prediction_runner, "CHUNK", 200)
    workspace, shares = make_workspace(3_000), Shares()

    def predicted(progress: Progress) -> None:
        predict_pending(shares, app_context.jobs.worker, workspace, tiny_model, lambda *_: None, [])

    job = Operation(predicted)
    with qtbot.waitSignal(job.succeeded):
        job.run(app_context.jobs)
    assert (workspace.states().predicted >= 0).all()
    assert shares.stored == 1.0
    assert not shares.outdated, "the progress bar went back"


class Shares:
    """Progress that notes what the calls report, each in its thread, of less than what is stored by then."""

    def __init__(self) -> None:
        self.stored = 0.0
        self.outdated: list[float] = []
        self._known = threading.local()

    def report(self, fraction: float, step: str = "") -> None:
        if not threading.current_thread().name.startswith("mltag predictions"):
            self.stored = fraction
            return
        if fraction < getattr(self._known, "stored", 0.0):
            self.outdated.append(fraction)
        self._known.stored = self.stored


def test_a_table_about_something_else_waits_until_somebody_uses_the_tags(
    app_context: AppContext, qtbot: QtBot, open_rows: Callable[..., Workspace]
) -> None:
    session = app_context.session
    session.set_base(bundled())
    session.set_model(bundled())
    runner = PredictionRunner(session, app_context.jobs, lambda: [0])
    table = "id,text\n" + "".join(f"{n},I lost my bank card {n} on the train\n" for n in range(60))
    workspace = open_rows(table, ColumnMapping(text=(1,), id=0, date=None, tag=None), bundled().tags)
    qtbot.waitUntil(lambda: not runner.is_running)
    assert runner.is_held
    assert (workspace.states().predicted == -1).all()
    with qtbot.waitSignal(runner.ended):
        session.publish(workspace.decisions.decide([3], bundled().tags[0]), workspace)
    assert (workspace.states().predicted >= 0).all()


def test_tags_of_another_task_stop_the_predictions(
    app_context: AppContext, qtbot: QtBot, make_workspace: Callable[..., Workspace], tiny_model: LinearModel
) -> None:
    """They would never be shown."""
    session = app_context.session
    session.set_model(tiny_model)
    runner = PredictionRunner(session, app_context.jobs, list)
    workspace = make_workspace(10)
    session.set_workspace(workspace)
    assert runner.is_running
    with qtbot.waitSignal(runner.held):
        session.publish(workspace.tag_set.set(("cars", "planes")), workspace)
    assert runner.is_held
    qtbot.waitUntil(lambda: not app_context.jobs.running)  # the first job may still have been writing
    predicted = int((workspace.states().predicted >= 0).sum())
    session.publish(workspace.decisions.decide([3], "cars"), workspace)
    assert not runner.is_running, "no decision starts a job that finds nothing to do"
    assert int((workspace.states().predicted >= 0).sum()) == predicted
    with qtbot.waitSignal(runner.ended):
        session.publish(workspace.tag_set.set(("cars", *tiny_model.tags)), workspace)
    assert (workspace.states().predicted >= 0).any()

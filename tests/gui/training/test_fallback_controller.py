"""Records of a first model of own tags in review, while the window is open."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.training.fallback_controller import FallbackController
from tests.core.workspace.decisions.test_threshold_fallback import TRUTH, first_model


def test_a_released_model_is_held_back_again_when_decisions_contradict_it(
    app_context: AppContext, tmp_path: Path, qtbot: QtBot
) -> None:
    with first_model(tmp_path, wrong=2, wrong_others=25) as (workspace, others):
        controller = FallbackController(app_context.session, app_context.jobs)
        with qtbot.waitSignal(controller.updated):
            app_context.session.set_workspace(workspace)
            controller.renew()
        assert app_context.session.fallback is None
        for row in others[:25].tolist():
            change = workspace.decisions.decide([row], TRUTH[row])
            app_context.session.publish(change, workspace)
        qtbot.waitUntil(lambda: app_context.session.fallback is not None)
        assert all(app_context.session.review_below.keeps(int(row)) for row in others[25:])
        app_context.session.clear_workspace()

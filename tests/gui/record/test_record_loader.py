"""The loader of records for the detail panel."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.record.record_loader import RecordLoader
from mltag_desktop.gui.state.session import AppContext
from tests.gui.helpers import TAGS


@pytest.fixture
def loader(
    app_context: AppContext, make_workspace: Callable[..., Workspace], tiny_model: LinearModel
) -> RecordLoader:
    app_context.session.set_base(tiny_model)
    app_context.session.set_model(tiny_model)
    app_context.session.set_workspace(make_workspace(2))
    return RecordLoader(app_context.session, app_context.jobs)


def test_a_record_that_could_not_be_read_is_read_again(
    qtbot: QtBot, app_context: AppContext, loader: RecordLoader
) -> None:
    for _ in range(2):
        with qtbot.waitSignal(app_context.jobs.unhandled):
            loader.request(10_000)


def test_a_tag_that_cannot_be_explained_is_reported(
    qtbot: QtBot, app_context: AppContext, loader: RecordLoader
) -> None:
    with qtbot.waitSignal(loader.ready) as shown:
        loader.request(0)
    reading = shown.args[0]
    with qtbot.waitSignal(loader.marks_changed):
        loader.explain_tag(reading, TAGS[1])
    wrong = reading.record._replace(text=None)
    with qtbot.waitSignal(app_context.jobs.unhandled):
        loader.explain_tag(type(reading)(wrong, (), (), (), ""), TAGS[1])

"""Helpers of the tests in `gui`."""

import errno
import os
import sys
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.filters.filter_panel import FacetButton
from mltag_desktop.gui.operations import Operations
from mltag_desktop.gui.state.session import AppContext
from tests.core.helpers import predict_all

W = TypeVar("W", bound=QWidget)
TAGS = ("baking", "sailing", "other")
WORDS = {
    "baking": ["dough", "flour", "oven", "crust", "yeast", "loaf", "rye", "knead", "sugar", "butter"],
    "sailing": ["mast", "keel", "sail", "harbour", "knot", "tide", "rudder", "jib", "crew", "wind"],
    "other": ["letter", "garden", "piano", "bicycle", "winter", "market", "lamp", "story", "paint", "clock"],
}
TEXT = ColumnMapping(text=(1,), id=0)


class PaintedAreas(QObject):
    """Records the areas of a widget that are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.found.append(event.rect())
        return False


def wait_tagged(program: Application, qtbot: QtBot, rows: int) -> None:
    """Wait until `rows` records are shown and predicted, and the first is in the detail panel."""

    def tagged() -> bool:
        states = program.page.model.states
        return (
            states is not None
            and len(program.page.model.order) == rows
            and states.count == rows
            and bool((states.predicted >= 0).all())
            and not program.prediction_runner.is_running
            and not program.workspace_opener.is_importing
            and program.page.detail.record is not None
        )

    qtbot.waitUntil(tagged)


def workspace_of(program: Application) -> Workspace:
    """The open workspace, of which there is one."""
    assert program.session.workspace is not None
    return program.session.workspace


def settle(program: Application, qtbot: QtBot) -> None:
    """Wait until every decision is written, reported and shown in the table."""
    qtbot.waitUntil(lambda: program.writer.running == 0)
    program.record_order.apply_pending()  # it would collect changes for a moment


def press(program: Application, qtbot: QtBot, keys: str, to: QWidget | None = None) -> None:
    """Press a key, such as "Ctrl+Z", in the table or another widget, and wait until it is done."""
    QTest.keySequence(to or program.page.table, keys)
    settle(program, qtbot)


def dialog_of(program: Application, kind: type, qtbot: QtBot):
    qtbot.waitUntil(lambda: isinstance(program.dialogs.shown, kind))
    return program.dialogs.shown


def open_dialogs() -> list[str]:
    """Return the titles of the dialogs that are open."""
    shown = QApplication.topLevelWidgets()
    return [one.windowTitle() for one in shown if isinstance(one, QDialog) and one.isVisible()]


def wait_read(program: Application, qtbot: QtBot, row: int) -> None:
    focus = program.page.focus
    qtbot.waitUntil(lambda: focus.reading is not None and focus.reading.record.row == row)


def sentences(tag: str, count: int, seed: int) -> list[str]:
    """Write `count` texts out of a tag's words and a few of all."""
    generator = np.random.default_rng(seed)
    everything = [word for words in WORDS.values() for word in words]
    return [
        " ".join([*generator.choice(WORDS[tag], 5), *generator.choice(everything, 2), f"part{seed}{n}"])
        for n in range(count)
    ]


def partly_decided(context: AppContext, workspace: Workspace, model: LinearModel, each: int) -> Workspace:
    """Tag `workspace`, decide the first `each` records of a tag as they are, and open it in `context`."""
    context.session.set_base(model)
    predict_all(workspace, model)
    count = workspace.table.count // len(TAGS)
    for number, tag in enumerate(TAGS):
        workspace.decisions.decide(list(range(number * count, number * count + each)), tag)
    context.session.set_workspace(workspace)
    return workspace


def find(parent: QWidget, kind: type[W], name: str) -> W:
    """Return the only widget inside `parent` with this object name, accessible name or text."""
    found = [one for one in parent.findChildren(kind) if name in _names(one)]
    assert len(found) == 1, f"{len(found)} widgets are called {name}"
    return found[0]


def _names(widget: QWidget) -> tuple[str, ...]:
    text = getattr(widget, "text", str)
    return widget.objectName(), widget.accessibleName(), text().replace("&", "").strip()


def label(parent: QWidget, name: str) -> str:
    """Return the text of the label with this object name or accessible name."""
    return find(parent, QLabel, name).text()


def facet(program: Application, name: str) -> FacetButton:
    """Return a line of the filter panel by its object name, such as `tag:other` or `status:ACCEPTED`."""
    lines = program.page.filter_panel.findChildren(FacetButton, name)
    assert lines, f"no line is called {name}"
    return lines[-1]  # earlier ones are about to be deleted


def refuse_processes(jobs: Operations, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """End the worker process; from now on, the system refuses to start a process."""

    def refuse(*_: object) -> int:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    jobs.worker.end()
    qtbot.waitUntil(lambda: jobs.worker.process_id is None)
    start = "_winapi.CreateProcess" if sys.platform == "win32" else "multiprocessing.util.spawnv_passfds"
    monkeypatch.setattr(start, refuse)

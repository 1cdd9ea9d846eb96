"""The real program in an offscreen window; a test fails on a window, timer or thread left behind."""

import csv
import gc
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Program
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.state.preferences import Remembered
from mltag_desktop.gui.widgets.theme import Theme

TEXTS = (
    ("Segmenting street scenes", "A convolutional network labels each pixel of an image."),
    ("Summaries of long reports", "A language model writes an abstract of a text document."),
    ("Rolling out models", "Deploy, monitor and version machine learning models in production."),
    ("Forecasting sales", "Time series with gradient boosting on tabular data."),
    ("Detecting boats", "Object detection in satellite images with little data."),
    ("Names in letters", "Named entity recognition for handwritten letters after transcription."),
)


@pytest.fixture(autouse=True)
def rubbish_is_collected_here() -> Iterator[None]:
    """Collect on this thread alone: a collection in a worker would destroy windows and timers there."""
    gc.disable()
    gc.freeze()  # what is there by now stays, and need not be looked through after each test
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    before = {id(timer) for timer in _running_timers()}
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shown = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for widget in shown:
        widget.close()
    assert not shown, f"left open: {shown}"
    timers = [timer for timer in _running_timers() if id(timer) not in before]
    assert not timers, f"left running: {[(timer.parent(), timer.interval()) for timer in timers]}"
    threads = [
        each.name for each in threading.enumerate() if each.name.startswith("mltag") and each.is_alive()
    ]
    assert not threads, f"left running: {threads}"


def _running_timers() -> list[QTimer]:
    found = [thing for thing in gc.get_objects() if type(thing) is QTimer]
    return [timer for timer in found if shiboken6.isValid(timer) and timer.isActive()]


@pytest.fixture
def make_table(tmp_path: Path) -> Callable[..., Path]:
    def make(rows: int = 24, name: str = "table.csv", delimiter: str = ",", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=delimiter)
            writer.writerow(("id", "title", "description", "source"))
            for number in range(rows):
                title, text = TEXTS[number % len(TEXTS)]
                writer.writerow((number, f"{title} {number}", text, "blog" if number % 2 else "paper"))
        return path

    return make


@pytest.fixture
def make_program(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start the program; `asked` are the answers to the file dialog, in turn. It knows who decides."""
    made: list[tuple[MainWindow, Program]] = []

    def make(file: Path | None = None, asked: Sequence[str] = (), curator: str = "ann") -> Program:
        theme = Theme(qapp)
        answers = iter(asked)
        window = MainWindow(theme)
        remembered = Remembered(tmp_path / "settings" / "settings.json", theme)
        if curator and not remembered.settings.curator:
            remembered.choose_curator(curator)
        program = Program(window, remembered, file, lambda parent, folder: next(answers))
        window.show()
        made.append((window, program))
        return program

    yield make
    for window, _ in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def opened(make_program: Callable[..., Program], make_table: Callable[..., Path], qtbot: QtBot) -> Program:
    """The program with a table of 24 records, all of them tagged, the first one current."""
    program = make_program(make_table())
    wait_tagged(program, qtbot, 24)
    return program


def wait_tagged(program: Program, qtbot: QtBot, rows: int) -> None:
    """Wait until `rows` records are shown and predicted, and the first is in the detail panel."""

    def tagged() -> bool:
        states = program.page.model.states
        return (
            states is not None
            and len(program.page.model.order) == rows
            and states.count == rows
            and bool((states.predicted >= 0).all())
            and not program.predicting.is_running
            and not program.opening.is_importing
            and program.page.detail.record is not None
        )

    qtbot.waitUntil(tagged, timeout=20_000)


def workspace_of(program: Program) -> Workspace:
    """The open workspace, of which there is one."""
    assert program.session.workspace is not None
    return program.session.workspace


def settle(program: Program, qtbot: QtBot) -> None:
    """Wait until every decision is written and told of."""
    qtbot.waitUntil(lambda: program.writer.under_way == 0, timeout=10_000)


def dialog_of(program: Program, kind: type, qtbot: QtBot):
    qtbot.waitUntil(lambda: isinstance(program.document.shown, kind), timeout=10_000)
    return program.document.shown

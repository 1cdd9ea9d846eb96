"""The real program in an offscreen window; a test fails on a window, timer or thread left behind."""

import csv
import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.tokenization import WordPieces
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.training.training import Examples, labelled_features, train
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui import operations
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.operations import Operations
from mltag_desktop.gui.report.report_window import ReportPanel
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.state.session import AppContext, Session
from mltag_desktop.gui.widgets.notifications import Notification, Notifications
from mltag_desktop.gui.widgets.theme import Theme
from tests.gui.helpers import TAGS, open_dialogs, sentences, wait_tagged
from tests.gui.shared_worker import SharedWorker
from tests.threads import KEPT_NAMES, still_running

_LONGEST_WAIT = 240_000 if sys.platform == "win32" else 60_000
"""Milliseconds after which a test fails; a busy machine takes long for what is quick otherwise.

Under Wine, a process takes four times as long to start.
"""


class PatientQtBot(QtBot):
    """Waits longer than pytest-qt's 5 s before it gives up."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _LONGEST_WAIT) -> None:
        try:
            super().waitUntil(callback, timeout=timeout)
        except TimeoutError as error:
            error.add_note(f"Open dialogs: {open_dialogs()}")
            raise

    def waitSignal(self, signal: Any, *, timeout: int = _LONGEST_WAIT, **options: Any) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["mltag", "-style", "fusion"]


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientQtBot(request)


TEXTS = (
    ("Segmenting street scenes", "A convolutional network labels each pixel of an image."),
    ("Summaries of long reports", "A language model writes an abstract of a text document."),
    ("Rolling out models", "Deploy, monitor and version machine learning models in production."),
    ("Forecasting sales", "Time series with gradient boosting on tabular data."),
    ("Detecting boats", "Object detection in satellite images with little data."),
    ("Names in letters", "Named entity recognition for handwritten letters after transcription."),
)


@pytest.fixture
def enlarge(qapp: QApplication) -> Iterator[Callable[..., QFont]]:
    """Return a function that enlarges the font of a widget, or of the program until the end of the test."""
    usual = qapp.font()

    def enlarge(part: QWidget | QApplication = qapp, factor: float = 2) -> QFont:
        large = part.font()
        large.setPointSizeF(factor * large.pointSizeF())
        part.setFont(large)
        return large

    yield enlarge
    if qapp.font() != usual:
        qapp.setFont(usual)


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
    threads = [thread.name for thread in still_running() if thread.name.startswith("mltag")]
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


@pytest.fixture(scope="session")
def session_worker() -> Iterator[SharedWorker]:
    worker = SharedWorker()
    KEPT_NAMES.add("mltag worker")
    yield worker
    ProcessPool.close(worker)


@pytest.fixture
def shared_worker(
    session_worker: SharedWorker, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> SharedWorker:
    """The worker process of every `Operations` that the test makes; a test may end it."""
    session_worker.prepare()
    monkeypatch.setattr(operations, "ProcessPool", lambda: session_worker)
    return session_worker


@pytest.fixture
def make_program(
    qapp: QApplication, tmp_path: Path, shared_worker: ProcessPool
) -> Iterator[Callable[..., Application]]:
    """Start the program; `asked` are the answers to the file dialog, in turn. It knows who decides."""
    made: list[tuple[MainWindow, Application]] = []

    def make(file: Path | None = None, asked: Sequence[str] = (), curator: str = "ann") -> Application:
        theme = Theme(qapp)
        answers = iter(asked)
        window = MainWindow(theme)
        settings_store = SettingsStore(tmp_path / "settings" / "settings.json", theme)
        if curator and not settings_store.settings.curator:
            settings_store.change(curator=curator)
        program = Application(window, settings_store, file, lambda parent, folder: next(answers))
        window.show()
        made.append((window, program))
        return program

    yield make
    for window, _ in made:
        window.close_at_once()
        window.deleteLater()


@pytest.fixture
def opened(
    make_program: Callable[..., Application], make_table: Callable[..., Path], qtbot: QtBot
) -> Application:
    """The program with a table of 24 records, all of them tagged, the first one current."""
    program = make_program(make_table())
    wait_tagged(program, qtbot, 24)
    return program


@pytest.fixture
def focused(opened: Application, qtbot: QtBot) -> Application:
    opened.parent_window.activateWindow()
    opened.page.table.setFocus()
    qtbot.waitUntil(lambda: opened.page.table.hasFocus())
    return opened


def examples(count: int, seed: int, tags: Sequence[str] = TAGS) -> Examples:
    texts = [(text, tag) for number, tag in enumerate(tags) for text in sentences(tag, count, seed + number)]
    return Examples(tuple(text for text, _ in texts), tuple(tag for _, tag in texts))


@pytest.fixture(scope="session")
def tiny_model() -> LinearModel:
    """A trained model of three tags with 24 holdout rows, made in a fraction of a second."""
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    pieces = [*letters, *(f"##{letter}" for letter in letters)]
    generator = np.random.default_rng(0)
    vectors = StaticVectors(
        np.zeros(0, np.uint64),
        np.zeros(0, np.uint64),
        WordPieces.of(pieces),
        generator.integers(-100, 100, (len(pieces), 8)).astype(np.int8),
        np.full(len(pieces), 0.01, np.float16),
    )
    trained = train(SILENT, examples(20, 1), vectors=vectors)
    held = labelled_features(examples(8, 100), vectors, trained.tags)
    held = type(held)(
        held.tags,
        held.labels,
        held.weights,
        held.features,
        held.digests,
        {"short_text": np.arange(len(held)) % 3 == 0},
        np.tile(np.array([0.5, 0.3, 0.2], np.float32), (len(held), 1)),
    )
    return LinearModel(trained.manifest, vectors, trained.head, trained.base, held).versioned()


@pytest.fixture
def theme(qapp) -> Theme:
    return Theme(qapp)


@pytest.fixture
def app_context(qtbot: QtBot, theme: Theme, shared_worker: ProcessPool) -> Iterator[AppContext]:
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    runner = Operations()
    yield AppContext(theme, Session("kim"), runner, runner.writer, Notifications(theme, window), window)
    runner.end()


@pytest.fixture
def notified(qtbot: QtBot, app_context: AppContext) -> Callable[..., Notification]:
    """Call a function, and return the notification about its result."""

    def call(function: Callable[..., object], *args: object) -> Notification:
        before = open_dialogs()
        told: list[Notification] = []

        def is_told() -> bool:
            opened = [dialog for dialog in open_dialogs() if dialog not in before]
            if opened and not told:
                pytest.fail(f"Instead of a notification, a dialog was opened: {opened}")
            return bool(told)

        app_context.notifications.shown.connect(told.append)
        function(*args)
        qtbot.waitUntil(is_told)
        return told[0]

    return call


@pytest.fixture
def make_workspace(tmp_path: Path) -> Iterator[Callable[[int], Workspace]]:
    """Make a workspace of n records for each tag, all predicted by nobody."""
    opened: list[Workspace] = []

    def make(count: int = 10, tags: Sequence[str] = TAGS) -> Workspace:
        source = tmp_path / "records.csv"
        rows = examples(count, 500)
        lines = [f"{number},{text}" for number, text in enumerate(rows.texts)]
        source.write_text("id,text\n" + "\n".join(lines) + "\n", encoding="utf-8")
        workspace = Workspace.create(tmp_path / "records.mltag", "kim", tags)
        workspace.table.import_table(
            SILENT, TableFile(source), ColumnMapping(text=(1,), id=0, date=None, tag=None)
        )
        opened.append(workspace)
        return workspace

    yield make
    for workspace in opened:
        workspace.close()


@pytest.fixture
def open_rows(tmp_path, app_context):
    """Import rows of a table into a workspace that is the session's open one."""
    made = []

    def make(text: str, mapping: ColumnMapping, tags=TAGS, name: str = "table.csv") -> Workspace:
        path = tmp_path / name
        path.write_bytes(text.encode())
        workspace = Workspace.create(path.with_suffix(".mltag"), "kim", tags)
        workspace.table.import_table(SILENT, open_table(path), mapping)
        app_context.session.set_workspace(workspace)
        made.append(workspace)
        return workspace

    yield make
    app_context.session.clear_workspace()
    app_context.jobs.end()
    for workspace in made:
        workspace.close()


@pytest.fixture
def panel(qtbot, theme, tmp_path):
    made = ReportPanel(theme, lambda parent, title, suggested, kinds: str(tmp_path / suggested))
    made.resize(1240, 740)
    qtbot.addWidget(made)
    made.show()
    return made

"""The whole program in an offscreen window, for the tour and the self-test of an installed copy."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QPoint,
    QRect,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.report.report_window import ReportWindow
from mltag_desktop.gui.state.preferences import SCHEMES, SettingsStore
from mltag_desktop.gui.widgets.theme import Theme, new_application

_BREATH: Final = 0.002
_SIZE: Final = QSize(1280, 800)
_COLOURS: Final = 24
"""A window with texts, symbols and bars has more colours than this."""
PATIENCE: Final = 180.0
"""Seconds until a wait fails."""


class OffscreenWindow:
    """A context manager for the program and its window; settings are stored in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.app = _application()
        self.theme = Theme(self.app)
        self.window = MainWindow(self.theme)
        self.window.show()
        settings_store = SettingsStore(folder / "settings.json", self.theme)
        settings_store.change(curator="Ada")  # a known curator is not asked for a name
        self.program = Application(self.window, settings_store)
        self._failures: list[BaseException] = []
        self.program.jobs.crashed.connect(self._failures.append)
        self.program.writer.crashed.connect(self._failures.append)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.window.close_at_once()
        self.theme.choose(SCHEMES["system"])
        self.settle()
        self.window.deleteLater()
        self.settle()

    def settle(self) -> None:
        """Process all pending events, including paint events."""
        for _ in range(3):
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Run the program until a condition holds; raises `MltagError` after `PATIENCE` seconds."""
        deadline = time.monotonic() + PATIENCE
        while not until():
            self._process_events()
            if self._failures:
                raise self._failures[0]
            notice = self.program.notifications.current
            if time.monotonic() > deadline:
                notice_text = f" The window says: {notice.text} {notice.hint}" if notice else ""
                raise MltagError(
                    f"Timed out waiting for {what}.{notice_text}", "Report this with your version number."
                )
        self.settle()

    def run_for(self, seconds: float) -> None:
        """Run the program for a while."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self._process_events()

    def _process_events(self) -> None:
        """Process pending events, then release the GIL for the workers.

        Qt does not wait for events within a time limit.
        """
        self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(_BREATH)

    def open(self, path: Path) -> None:
        """Open a table and wait until all its records are predicted."""
        program = self.program
        program.workspace_opener.open_path(path)
        self.wait(self.is_tagged, "the tags of the table")

    @property
    def workspace(self) -> Workspace:
        """The open workspace; raises `MltagError` when nothing is open."""
        workspace = self.program.session.workspace
        if workspace is None:
            raise MltagError("The window has no open table.", "Report this with your version number.")
        return workspace

    def is_tagged(self) -> bool:
        """Return whether every record is predicted by the active model."""
        program, workspace = self.program, self.program.session.workspace
        if workspace is None or program.workspace_opener.is_importing or program.prediction_runner.is_running:
            return False
        states = workspace.states()
        return bool(states.count and (states.predicted >= 0).all() and not states.stale.any())

    def prepare(self, size: QSize, scheme: str, in_front: QWidget | None = None) -> None:
        """Set window size and scheme ("light" or "dark"); a separate window in front gets the size, too."""
        self.theme.choose(SCHEMES[scheme])
        self.window.resize(size)
        if in_front is not None and _is_separate_window(in_front):
            in_front.resize(size)
        if isinstance(in_front, ReportWindow) and in_front.panel.body is not None:
            in_front.panel.body.build_all()  # the new scheme rebuilds the report, section by section
        self.settle()

    def picture(self, in_front: QWidget | None = None, popup: QWidget | None = None) -> QPixmap:
        """Take a screenshot of the window with a dialog or popup in front, or of a separate window alone."""
        self.settle()
        if in_front is not None and _is_separate_window(in_front):
            return in_front.grab()
        image = self.window.grab()
        if popup is not None:
            self._paste_popup(image, popup, self.window.mapFromGlobal(popup.mapToGlobal(QPoint())))
        if in_front is not None:
            room = self.window.size() - in_front.size()
            self._paste_popup(image, in_front, QPoint(room.width() // 2, room.height() // 2))
        return image

    def _paste_popup(self, image: QPixmap, in_front: QWidget, corner: QPoint) -> None:
        painter = QPainter(image)
        painter.drawPixmap(corner, in_front.grab())
        painter.setPen(self.theme.colours.faint)
        painter.drawRect(QRect(corner, in_front.size()).adjusted(-1, -1, 0, 0))
        painter.end()


def selftest_window(folder: Path) -> str:
    """Open the sample in an offscreen window, with files in `folder`; return a short summary.

    Raises `MltagError` when the records are not predicted or the window stays blank.
    """
    table = folder / "window.csv"
    shutil.copyfile(resource("sample.csv"), table)
    with OffscreenWindow(folder) as stage:
        stage.open(table)
        workspace = stage.program.session.workspace
        if workspace is None:
            raise MltagError("Self-test: the window lost its table.", "Install MLTag Desktop again.")
        count = workspace.table.count
        stage.program.navigator.show_record(workspace.table.records([0])[0].row)
        stage.program.actions["accept"].trigger()
        stage.wait(lambda: int((workspace.states().decided >= 0).sum()) == 1, "the decision")
        stage.prepare(_SIZE, "light")
        image = stage.picture().toImage()
    seen = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    if len(seen) < _COLOURS:
        raise MltagError("Self-test: the window is blank.", "Install MLTag Desktop again.")
    return f"{count} records tagged, one accepted, and painted at {_SIZE.width()} × {_SIZE.height()}"


def _is_separate_window(shown: QWidget) -> bool:
    return isinstance(shown, ReportWindow) or not isinstance(shown, QDialog)


def _write_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Write Qt's messages to stderr, except what an offscreen window cannot do."""
    if not text.startswith("This plugin does not support "):
        sys.stderr.write(f"{text}\n")


def _application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_write_message)
    app = new_application()
    app.setApplicationName("mltag-desktop")
    return app

"""The whole program offscreen: the tour with pictures, and the window part of the self-test.

The tour: the main workflow from table to better model, offscreen, with screenshots.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
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
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.import_export.export_dialog import ExportDialog
from mltag_desktop.gui.import_export.paste_dialog import SIZE as PASTE_SIZE
from mltag_desktop.gui.import_export.paste_dialog import PasteDialog
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.report.report_window import ReportWindow
from mltag_desktop.gui.state.preferences import SCHEMES as COLOUR_SCHEMES
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.training.model_controller import ModelController
from mltag_desktop.gui.training.training_dialog import SIZE as TRAINING_SIZE
from mltag_desktop.gui.widgets.dialogs import fit_screen
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
        self.theme.choose(COLOUR_SCHEMES["system"])
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
        self.theme.choose(COLOUR_SCHEMES[scheme])
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
        workspace = stage.workspace
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


SIZES: Final = ((1280, 800), (1920, 1080))
SCHEMES: Final = ("light", "dark")
PAUSE: Final = 0.25
"""Seconds without work after which a screen is considered complete."""
PARTS: Final = 4
"""The report is scrolled in this many steps."""
EXPORTED: Final = "sample-tagged.csv"

_OTHER: Final = "other"
_MLOPS: Final = "mlops"
_NLP: Final = "natural-language-processing"
_VISION: Final = "computer-vision"
_RIGHT: Final = {
    "60": _OTHER,
    "45": _OTHER,
    "37": _OTHER,
    "19": _OTHER,
    "54": _OTHER,
    "33": _OTHER,
    "51": _OTHER,
    "25": _MLOPS,
    "44": _MLOPS,
    "48": _MLOPS,
    "6": _MLOPS,
    "52": _VISION,
    "49": _NLP,
    "55": _NLP,
}
"""A curator's corrections of the least certain records, by id."""
_PASTED: Final = (
    "Counting seals on aerial photographs\n"
    "A glossary extracted from 300 board meetings\n"
    "Rollouts of a model behind a feature flag\n"
    "Bayesian optimisation of a bread recipe"
)


@dataclass
class TourScreen:
    """One screen of the tour, and its screenshots."""

    name: str
    words: str
    pictures: list[Path] = field(default_factory=list)


@dataclass(frozen=True)
class TourOptions:
    """The screenshots that a tour takes."""

    sizes: Sequence[tuple[int, int]] = SIZES
    schemes: Sequence[str] = SCHEMES
    pause: float = PAUSE
    """Seconds before a screenshot; with a shorter pause, screenshots may miss late changes."""


def tour(out: Path) -> list[Path]:
    """Take the tour and return all screenshots and the exported table, in order."""
    return [picture for step in take(out) for picture in step.pictures]


def take(out: Path, options: TourOptions = TourOptions()) -> list[TourScreen]:
    """Run the main workflow, and save screenshots in `out`.

    Raises `MltagError` when a step does not work.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MltagError(
            f"The folder {out} could not be created: {error.strerror}.", "Choose another folder."
        ) from error
    with tempfile.TemporaryDirectory(prefix="mltag-tour-") as folder, OffscreenWindow(Path(folder)) as stage:
        return Tour(stage, Path(folder), out, options).take()


class Tour:
    """The steps of the tour; each uses the real program and takes screenshots."""

    def __init__(
        self,
        stage: OffscreenWindow,
        folder: Path,
        out: Path,
        options: TourOptions,
    ) -> None:
        self.options = options
        self.stage = stage
        self._program = stage.program
        self.folder = folder
        self._out = out
        self.steps: list[TourScreen] = []

    def take(self) -> list[TourScreen]:
        """Run all steps."""
        self.open()
        self.correct()
        self.train()
        self.report()
        self.promote()
        return self.steps

    def open(self) -> None:
        """Start, and open the sample."""
        self.stage.wait(lambda: self._program.session.base is not None, "the bundled model")
        self.show("start", "The window as it opens")
        table = self.folder / "sample.csv"
        shutil.copyfile(resource("sample.csv"), table)
        self.stage.open(table)
        self.stage.wait(lambda: self._program.page.detail.record is not None, "the first record")
        self.stage.run_for(2 * self.options.pause)
        self.stage.wait(lambda: self._program.jobs.running == 0, "the counts")
        self.show("tagged", "The sample table, tagged")

    def correct(self) -> None:
        """Tag pasted text, and decide some records."""
        program = self._program
        dialog = PasteDialog(
            program.context, program.workspace_opener.add_texts, program.workspace_opener.open_pasted
        )
        fit_screen(dialog, PASTE_SIZE)
        dialog.show()
        dialog.set_text(_PASTED)
        self.stage.wait(lambda: dialog.shown_records == _PASTED.count("\n") + 1, "the tags of pasted text")
        self.show("paste", "Pasted text, tagged while typing", dialog)
        dialog.close()
        dialog.deleteLater()
        self.stage.settle()
        workspace = self.stage.workspace
        column = workspace.table.mapping.id
        records = workspace.table.records(range(workspace.table.count))
        rows = {record.cells[column]: record for record in records} if column is not None else {}
        for name, tag in _RIGHT.items():
            record = rows[name]
            self._program.navigator.show_record(record.row)
            key = [info.name for info in workspace.tag_set.tags].index(tag) + 1
            self._program.actions["accept" if record.predicted == tag else f"tag_{key}"].trigger()
            self.stage.settle()
        self.stage.wait(lambda: int((workspace.states().decided >= 0).sum()) == len(_RIGHT), "the decisions")
        self._program.navigator.show_record(rows["52"].row)
        self.stage.run_for(0.5)  # counts and similar records start after a delay
        self.stage.wait(lambda: self._program.jobs.running == 0, "the counts")
        self.show("corrected", f"{len(_RIGHT)} records decided")

    def train(self) -> None:
        """Start the training of a candidate."""
        self._program.actions["train"].trigger()
        controller = self._model_controller
        jobs = self._program.jobs
        self.stage.wait(lambda: controller.dialog.can_start and jobs.running == 0, "the training checks")
        fit_screen(controller.dialog, TRAINING_SIZE)
        self.show("train", "The training data of a candidate", controller.dialog)
        controller.start()

    def report(self) -> None:
        """Show the report on the candidate."""
        controller = self._model_controller
        self.stage.wait(lambda: not controller.is_training and controller.shows_report, "the candidate")
        report = controller.report_window
        self.show("report", "The report on the candidate", report)
        page = report.panel.findChild(QScrollArea)
        self.show("report-below", "The report, scrolled to its end", report, scrolled=page, part=PARTS)

    def promote(self) -> None:
        """Promote the candidate, and export the table."""
        controller = self._model_controller
        version = controller.report_window.panel.report_version
        controller.report_window.panel.requests.promote.emit(version)
        workspace, session = self.stage.workspace, self._program.session
        self.stage.wait(lambda: workspace.models.active == version, "the promotion")
        self.stage.wait(
            lambda: session.model is not None and session.model.version == version, "the promoted model"
        )
        self.stage.wait(self.stage.is_tagged, "the tags of the promoted model")
        self.stage.run_for(0.5)  # counts start after a delay
        self.stage.wait(lambda: self._program.jobs.running == 0, "the counts")
        controller.report_window.hide()
        controller.dialog.hide()
        self.show("promoted", "The table, tagged by the promoted model")
        program = self._program
        target = self._out / EXPORTED
        dialog = ExportDialog(program.context, program.navigator.review, {}, ask_path=lambda *_: str(target))
        dialog.form.fill.setChecked(True)
        dialog.show()
        self.stage.settle()
        dialog.start()
        self.stage.settle()
        self.show("export", "The export asks about unreviewed records", dialog)
        dialog.start_anyway()
        self.stage.wait(lambda: not dialog.isVisible(), "the exported table")
        self.show("exported", "The table is written")
        self.steps[-1].pictures.append(target)
        dialog.deleteLater()

    @property
    def _model_controller(self) -> ModelController:
        controller = self.stage.window.findChild(ModelController)
        if not isinstance(controller, ModelController):
            raise MltagError("The training dialog did not open.", "Report this with your version number.")
        return controller

    def show(
        self,
        name: str,
        words: str,
        in_front: QWidget | None = None,
        scrolled: QScrollArea | None = None,
        part: int = 0,
        popup: QWidget | None = None,
    ) -> None:
        """Take the screenshots of one screen in each scheme and size.

        `scrolled` is scrolled to `part` of `PARTS`.
        """
        step = TourScreen(name, words)
        number = len(self.steps) + 1
        for width, height in self.options.sizes:
            for scheme in self.options.schemes:
                self.stage.prepare(QSize(width, height), scheme, in_front)
                if scrolled is not None:
                    bar = scrolled.verticalScrollBar()
                    bar.setValue(bar.maximum() * part // PARTS)
                image = self.stage.picture(in_front, popup)
                path = self._out / f"{number:02d}-{name}-{scheme}-{width}x{height}.png"
                if not image.save(str(path)):
                    raise MltagError(f"{path} could not be written.", "Choose another folder.")
                step.pictures.append(path)
        self.steps.append(step)

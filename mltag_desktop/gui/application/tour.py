"""The tour: the main workflow from table to better model, offscreen, with screenshots."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.gui.application.offscreen_window import OffscreenWindow
from mltag_desktop.gui.import_export.export_dialog import ExportDialog
from mltag_desktop.gui.import_export.paste_dialog import SIZE as PASTE_SIZE
from mltag_desktop.gui.import_export.paste_dialog import PasteDialog
from mltag_desktop.gui.training.model_controller import ModelController
from mltag_desktop.gui.training.training_dialog import SIZE as TRAINING_SIZE
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen

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
        dialog = PasteDialog(program.context, program.workspace_opener.add_texts)
        fit_screen(dialog, PASTE_SIZE)
        dialog.show()
        dialog.set_text(_PASTED)
        self.stage.wait(lambda: dialog.shown_records == _PASTED.count("\n") + 1, "the tags of pasted text")
        self.show("paste", "Pasted text, tagged while typing", dialog)
        self._close(dialog)
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
        controller.report_window.panel.promote_requested.emit(version)
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
        dialog = ExportDialog(program.context, ask_path=lambda *_: str(target))
        dialog.set_fill(True)
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

    def _close(self, dialog: QWidget) -> None:
        dialog.close()
        dialog.deleteLater()
        self.stage.settle()

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

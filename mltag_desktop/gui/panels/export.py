"""The export dialog: what to write, a question when unreviewed tags would be written, where to."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.export import Exported, What, export
from mltag_desktop.core.workspace.types import Status
from mltag_desktop.gui.jobs import Job, Jobs
from mltag_desktop.gui.notices import NoticeAction, Notices
from mltag_desktop.gui.panels.asking import AskPath, ask_to_save
from mltag_desktop.gui.panels.parts import MutedLabel, PrimaryButton, counted, heading
from mltag_desktop.gui.panels.question import Question
from mltag_desktop.gui.session import Session
from mltag_desktop.gui.theme import EDGE, GAP, GROUP, Theme

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.types import States

Open = Callable[[Path], object]

WHATS: Final[tuple[What, ...]] = ("table", "corrections", "original")
_WORDS: Final = (
    ("The &table, tagged", "Every column as it was; only the tags that were decided are new."),
    ("&Corrections only", "A line for each wrong prediction: text, tag, prediction, who and when."),
    ("The &original", "The file as it was opened, byte for byte."),
)
_FILTER: Final = "Tables (*.csv *.tsv *.txt);;All files (*)"


def show_folder(path: Path) -> None:
    """Open the folder of `path` in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


class ExportDialog(QDialog):
    """Exports the session's open workspace."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        jobs: Jobs,
        notices: Notices,
        parent: QWidget | None = None,
        *,
        ask_path: AskPath = ask_to_save,
        open_folder: Open = show_folder,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self._session = session
        self._jobs = jobs
        self._notices = notices
        self._ask_path = ask_path
        self._open_folder = open_folder
        self._job: Job | None = None
        self._path: Path | None = None
        self._choice = QButtonGroup(self)
        self._fill = QCheckBox("&Fill undecided records with the predicted tag")
        self._facts = MutedLabel(theme)
        self._question = Question("Export &anyway…")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(6)
        self._bar.setAccessibleName("Progress of the export")
        self._export = PrimaryButton(theme, "&Export…")
        self._cancel = QPushButton("&Cancel")
        self._lay_out(theme)
        self._export.clicked.connect(self.start)
        self._cancel.clicked.connect(self.reject)
        self._question.yes.clicked.connect(self.start_anyway)
        self._question.no.clicked.connect(self._let_be)
        self._choice.idClicked.connect(self._follow)
        self._fill.toggled.connect(self._let_be)
        self._start_fresh()

    @property
    def what(self) -> What:
        """What is chosen: `table`, `corrections` or `original`."""
        return WHATS[max(0, self._choice.checkedId())]

    def choose(self, what: What) -> None:
        """Choose `what`."""
        self._choice.button(WHATS.index(what)).setChecked(True)
        self._follow()

    def set_fill(self, fill: bool) -> None:
        """Choose whether undecided records get the predicted tag."""
        self._fill.setChecked(fill)

    @Slot()
    def start(self) -> None:
        """Ask about unreviewed records when their tags would be written, else for a name, and export."""
        workspace = self._session.workspace
        if workspace is None:
            return
        below = self._session.review_below
        unsure = (
            unreviewed(workspace.states(), below) if self.what == "table" and self._fill.isChecked() else 0
        )
        if not unsure:
            self.start_anyway()
            return
        have = "has" if unsure == 1 else "have"
        self._question.ask(
            f"{counted(unsure, 'record')} below {below:.2f} confidence {have} not been reviewed. "
            "The predicted tags would be written all the same."
        )
        self._export.setEnabled(False)
        self.adjustSize()

    @Slot()
    def start_anyway(self) -> None:
        """Ask for a name, and export."""
        workspace = self._session.workspace
        if workspace is None:
            return
        chosen = self._ask_path(self, "Export", str(suggested(workspace, self.what)), _FILTER)
        if chosen:
            self._run(workspace, Path(chosen))
        else:
            self._let_be()

    def _start_fresh(self) -> None:
        workspace = self._session.workspace
        self._bar.hide()
        self._question.hide()
        self._choice.button(0).setChecked(True)
        self._export.setEnabled(workspace is not None)
        if workspace is None:
            self._facts.setText("No table is open.")
            return
        states = workspace.states()
        decided = int((states.decided >= 0).sum())
        self._facts.setText(f"{counted(states.count, 'record')}, {decided:,} decided")
        self._fill.setChecked(workspace.mapping.tag is None)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Filling makes sense for the table alone."""
        self._fill.setEnabled(self.what == "table")
        self._let_be()

    @Slot()
    def _let_be(self) -> None:
        self._question.hide()
        self._export.setEnabled(self._session.workspace is not None and self._job is None)

    def _run(self, workspace: Workspace, path: Path) -> None:
        self._path = path
        fill = self._fill.isChecked() if self.what == "table" else False
        job = Job(export, workspace, path, self.what, fill=fill, replace=True)
        job.progressed.connect(self._show_progress)
        job.succeeded.connect(self._finish)
        job.failed.connect(self._notices.failure)
        job.failed.connect(self._fail)
        self._job = job
        self._question.hide()
        self._bar.setValue(0)
        self._bar.show()
        self._export.setEnabled(False)
        self._jobs.run(job)

    @Slot(float, str)
    def _show_progress(self, share: float, step: str) -> None:
        self._bar.setValue(round(share * 1000))

    @Slot(object)
    def _finish(self, done: Exported) -> None:
        self._job = None
        path = self._path
        if path is None:
            return
        words = f"{counted(done.rows, 'record')} written to {path.name}."
        action = NoticeAction("Show in folder", lambda: self._open_folder(path))
        self._notices.success(words, "", action)
        self.accept()

    @Slot()
    def _fail(self) -> None:
        self._job = None
        self._bar.hide()
        self.reject()

    def _lay_out(self, theme: Theme) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, GROUP)
        layout.setSpacing(GAP)
        layout.addWidget(heading("What to write"))
        layout.addWidget(self._facts)
        for place, (label, words) in enumerate(_WORDS):
            button = QRadioButton(label)
            button.setAccessibleDescription(words)
            self._choice.addButton(button, place)
            layout.addSpacing(GAP)
            layout.addWidget(button)
            layout.addWidget(self._indented(MutedLabel(theme, words)))
            if place == 0:
                layout.addWidget(self._indented(self._fill))
        layout.addSpacing(GAP)
        layout.addWidget(self._question)
        layout.addWidget(self._bar)
        layout.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addStretch(1)
        below.addWidget(self._cancel)
        below.addWidget(self._export)
        layout.addSpacing(GAP)
        layout.addLayout(below)
        self._export.setDefault(True)
        self._cancel.setAutoDefault(False)
        self.setMinimumWidth(520)

    def _indented(self, widget: QWidget) -> QWidget:
        """Put `widget` under the words of the radio button above it."""
        style, metric = self.style(), QStyle.PixelMetric
        box = QWidget()
        row = QHBoxLayout(box)
        indent = style.pixelMetric(metric.PM_ExclusiveIndicatorWidth)
        indent += style.pixelMetric(metric.PM_RadioButtonLabelSpacing)
        row.setContentsMargins(indent, 0, 0, 0)
        row.addWidget(widget)
        return box

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        super().done(result)


def unreviewed(states: "States", below: float) -> int:
    """Count the records that nobody reviewed and whose confidence is below the threshold."""
    waiting = states.status == Status.TO_REVIEW
    return int((waiting & (states.confidence < below)).sum())


def suggested(workspace: Workspace, what: What) -> Path:
    """Return a name beside the source, that is not the source's own."""
    source = workspace.source_path or workspace.path
    suffix = source.suffix if workspace.source_path else ".csv"
    ending = "-tagged" if what == "table" else f"-{what}"
    return source.with_name(f"{source.stem}{ending}{suffix}")

"""A record that flips: its text twice, with the words that spoke for either model's tag marked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mltag_desktop.core.evaluation.prediction_changes import Flip
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n.translation import confidence_words, tr
from mltag_desktop.gui.record.text_view import Mark, ReadingPane, marked_words
from mltag_desktop.gui.runtime.jobs import Job, Jobs
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.theme import EDGE, GAP, ROW, Theme

_HEIGHT: Final = 5 * ROW
Explained = tuple[int, str, tuple[tuple[Mark, ...], ...]]


class FlipExplainer(QObject):
    """Asks both models of a report why, away from the window; each is loaded once.

    Signals: `explained(row, text, marks)` with the marks of both models.
    """

    explained = Signal(int, str, object)

    def __init__(
        self, session: Session, jobs: Jobs, versions: Sequence[str], parent: QObject | None = None
    ) -> None:
        """Explain the answers of the model before, and of the one after."""
        super().__init__(parent)
        self._session, self._jobs, self._versions = session, jobs, tuple(versions)
        self._models: dict[str, LinearModel] = {}
        self._job: Job | None = None

    def ask(self, flip: Flip) -> None:
        """Explain a record of the table; what was asked before is dropped."""
        workspace = self._session.workspace
        if workspace is None:
            return
        if self._job is not None:
            self._job.cancel()
        known = (self._session.base, self._session.model)
        job = Job(_explain, workspace, flip, self._versions, known, self._models)
        job.succeeded.connect(self._take)
        self._job = job
        self._jobs.run(job)

    @Slot(object)
    def _take(self, found: Explained) -> None:
        self.explained.emit(*found)


Ask = Callable[[Flip], None]


class FlipDetail(QWidget):
    """Both explanations side by side; empty until a flip is chosen."""

    def __init__(self, theme: Theme, tags: Mapping[str, TagInfo], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = tags
        self._row = -1
        self._heads = (QLabel(), QLabel())
        self._panes = (ReadingPane(theme, self, 1.0), ReadingPane(theme, self, 1.0))
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(EDGE)
        for head, pane, name in zip(
            self._heads,
            self._panes,
            (tr("Words for the current tag"), tr("Words for the new tag")),
            strict=True,
        ):
            head.setTextFormat(Qt.TextFormat.PlainText)
            pane.setFixedHeight(_HEIGHT)
            pane.viewport().setAutoFillBackground(False)
            pane.setAccessibleName(name)
            side = QVBoxLayout()
            side.setSpacing(GAP // 2)
            side.addWidget(head)
            side.addWidget(pane)
            sides.addLayout(side, 1)
        self.hide()

    def show_flip(self, flip: Flip) -> None:
        """Say what flips; texts and marks come later."""
        self._row = flip.row
        answers = ((flip.before, flip.confidence_before), (flip.after, flip.confidence_after))
        for head, (tag, confidence), when in zip(
            self._heads, answers, (tr("Current"), tr("Candidate")), strict=True
        ):
            drawn = self._tags.get(tag)
            name = f"{drawn.sign} {drawn.short}" if drawn is not None else tag
            head.setText(f"{when}: {name}  {confidence_words(confidence)}")
        for pane in self._panes:
            pane.show_parts(())
        self.show()

    @Slot(int, str, object)
    def show_explained(self, row: int, text: str, marks: Sequence[Sequence[Mark]]) -> None:
        """Show the text with the words that spoke for either tag; what came too late is left out."""
        if row != self._row:
            return
        for pane, own in zip(self._panes, marks, strict=True):
            pane.show_parts((text,))
            pane.show_marks(own)


def _explain(
    progress: Progress,
    workspace: Workspace,
    flip: Flip,
    versions: Sequence[str],
    known: Sequence[LinearModel | None],
    loaded: dict[str, LinearModel],
) -> Explained:
    text = workspace.texts([flip.row])[0]
    marks = []
    for version, tag in zip(versions, (flip.before, flip.after), strict=True):
        progress.report(0.0)
        model = next((each for each in known if each and each.manifest.version == version), None)
        if model is None and version not in loaded:
            loaded[version] = load_bundle(workspace.bundle_path(version))
        own = (model or loaded[version]).own
        marks.append(marked_words(text, own.explain(text, tag).pieces))
    return flip.row, text, tuple(marks)

"""The prediction changes section of a report: number, filter by direction, table, and explanations."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from mltag_desktop.core.evaluation.model_figures import PredictionChange, PredictionChanges
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import confidence_words, format_number, in_sentence, tr, tr_plural
from mltag_desktop.gui.operations import Lane, Operation, Operations, classifier_for
from mltag_desktop.gui.record.text_view import MarkedWord, TextView, marked_words
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.common import MutedLabel, section
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine, fit_height
from mltag_desktop.gui.widgets.layout import hbox, vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, ROW, UNIT, Theme, widened

Texts = Callable[[Sequence[int]], Sequence[str]]

_HEIGHT: Final = 5 * ROW
_NARROWEST_CHOICE: Final = 40 * UNIT
Explained = tuple[int, str, tuple[tuple[MarkedWord, ...], ...]]


class PredictionChangesTable(LineTable):
    """Shows prediction changes.

    Signals: `record_requested(row)` when a record of the table was clicked or activated.
    """

    record_requested = Signal(int)

    def __init__(
        self,
        theme: Theme,
        changes: PredictionChanges,
        tags: Mapping[str, TagInfo],
        models: Sequence[str],
        texts: Texts | None = None,
        *,
        clickable: bool,
    ) -> None:
        """Show `changes` between two `models`, by their names.

        `texts` returns the record texts for row ids; None if there are no texts.
        """
        has_truth = any(change.truth is not None for change in changes.shown)
        tag = "m" * 8
        columns = (
            ColumnHeading(tr("Record")),
            *(ColumnHeading(name, tag) for name in models),
            *((ColumnHeading(tr("True tag"), tag),) if has_truth else ()),
            ColumnHeading(tr("Confidence"), "0.00", right=True),
        )
        super().__init__(theme, "", columns)
        self._all = changes.shown
        self._tags = tags
        self._has_truth = has_truth
        self._texts = texts
        self.show_direction()
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(self._ask)
            self.activated.connect(self._ask)

    def show_direction(self, before: str = "", after: str = "") -> None:
        """Show only the changes from one tag to another; without tags show all."""
        shown = [each for each in self._all if not before or (each.before, each.after) == (before, after)]
        texts = self._texts([change.row for change in shown]) if self._texts else [""] * len(shown)
        self.lines.show([self._line(*each) for each in zip(shown, texts, strict=True)])

    def _line(self, change: PredictionChange, text: str) -> TableLine:
        given = (change.before, change.after, *((change.truth or "",) if self._has_truth else ()))
        words = tr(
            "Record {reference}: {before} ({confidence_before}) changes to {after} ({confidence_after})",
            reference=change.reference,
            before=change.before,
            confidence_before=confidence_words(change.confidence_before),
            after=change.after,
            confidence_after=confidence_words(change.confidence_after),
        )
        if change.truth:
            words = tr("{words}; true tag: {truth}", words=words, truth=change.truth)
        names = [self._tags[tag].label if tag in self._tags else tag for tag in given]
        judged = [
            f"{name} {_judged(change, tag)}".rstrip() for name, tag in zip(names[:2], given, strict=False)
        ]
        return TableLine(
            (
                text or change.reference,
                *judged,
                *names[2:],
                confidence_words(change.confidence_after),
            ),
            change,
            tags=(None, *map(self._tags.get, given)),
            words=f"{words}. {text[:400]}".strip(),
        )

    @Slot(QModelIndex)
    def _ask(self, index: QModelIndex) -> None:
        self.record_requested.emit(self.lines.lines[index.row()].thing.row)


def _judged(change: PredictionChange, answer: str) -> str:
    """Mark a model's prediction as right or wrong, if the true tag is known."""
    if change.truth is None:
        return ""
    return "✓" if answer == change.truth else "✗"


class PredictionChangeExplainer(QObject):
    """Explains predictions with both models of a report, in a job; each model is loaded once.

    Signals: `explained(row, text, marks)` with the marked words of both models; `failed(error)`.
    """

    explained = Signal(int, str, object)
    failed = Signal(object)

    def __init__(
        self, session: Session, jobs: Operations, versions: Sequence[str], parent: QObject | None = None
    ) -> None:
        """Explain the predictions of both `versions`, the earlier model first."""
        super().__init__(parent)
        self._session, self._jobs, self._versions = session, jobs, tuple(versions)
        self._models: dict[str, LinearModel] = {}
        self._job = Lane(self, jobs)

    def ask(self, change: PredictionChange | None) -> None:
        """Explain a record of the table, and cancel the previous request."""
        workspace = self._session.workspace
        if workspace is None or change is None:
            return
        known = (self._session.base, self._session.model)
        Operation(
            _explain, self._jobs.worker, workspace, change, self._versions, known, self._models
        ).success(self._emit_explained).failure(self.failed).run(self._job)

    @Slot(object)
    def _emit_explained(self, found: Explained) -> None:
        self.explained.emit(*found)


Ask = Callable[[PredictionChange], None]


class PredictionChangeDetail(QWidget):
    """Shows both explanations side by side; empty until a prediction change is chosen."""

    def __init__(self, theme: Theme, tags: Mapping[str, TagInfo], models: Sequence[str]) -> None:
        super().__init__()
        self._tags = tags
        self._models = models
        self._row = -1
        self._heads = (QLabel(), QLabel())
        self._panes = (TextView(theme, self, 1.0), TextView(theme, self, 1.0))
        sides = hbox(parent=self, margins=0, spacing=EDGE)
        for head, pane, name in zip(self._heads, self._panes, models, strict=True):
            head.setTextFormat(Qt.TextFormat.PlainText)
            pane.setFixedHeight(_HEIGHT)
            pane.viewport().setAutoFillBackground(False)
            pane.setAccessibleName(tr("Words for the tag, {model}", model=in_sentence(name)))
            side = vbox(head, pane, spacing=GAP // 2)
            sides.addLayout(side, 1)
        self.hide()

    def show_change(self, change: PredictionChange | None) -> None:
        """Show both tags; text and marks follow later."""
        if change is None:
            return
        self._row = change.row
        answers = ((change.before, change.confidence_before), (change.after, change.confidence_after))
        for head, (tag, confidence), name in zip(self._heads, answers, self._models, strict=True):
            drawn = self._tags.get(tag)
            words = f"{drawn.sign} {drawn.label}" if drawn is not None else tag
            head.setText(f"{name}: {words}  {confidence_words(confidence)}")
        for pane in self._panes:
            pane.show_parts(())
            pane.clear()  # a record is selected, its text is about to come
        self.show()

    @Slot(int, str, object)
    def show_explained(self, row: int, text: str, marks: Sequence[Sequence[MarkedWord]]) -> None:
        """Show the text with the words that explain each tag; a result for another record is ignored."""
        if row != self._row:
            return
        for pane, own in zip(self._panes, marks, strict=True):
            pane.show_parts((text,), own)


def _explain(
    progress: Progress,
    worker: ProcessPool,
    workspace: Workspace,
    change: PredictionChange,
    versions: Sequence[str],
    known: Sequence[LinearModel | None],
    loaded: dict[str, LinearModel],
) -> Explained:
    text = workspace.table.texts([change.row])[0]
    marks = []
    for version, tag in zip(versions, (change.before, change.after), strict=True):
        progress.report(0.0)
        model = next((model for model in known if model and model.manifest.version == version), None)
        if model is None and version not in loaded:
            loaded[version] = load_bundle(workspace.models.bundle_path(version))
        own = (model or loaded[version]).own
        marks.append(marked_words(text, classifier_for(progress, worker, own).explain(text, tag).pieces))
    return change.row, text, tuple(marks)


class PredictionChangesSection(QWidget):
    """Prediction changes below a heading.

    Signals: `record_requested(row)` when a record of the table was clicked.
    """

    record_requested = Signal(int)

    def __init__(
        self,
        theme: Theme,
        changes: PredictionChanges,
        tags: Mapping[str, TagInfo],
        models: Sequence[str],
        title: str,
        texts: Texts | None = None,
        explainer: PredictionChangeExplainer | None = None,
        *,
        clickable: bool = False,
    ) -> None:
        """Show `changes` between two `models`, by their names, with links to records if `clickable`.

        Other rows are not part of the table.
        """
        super().__init__()
        self._theme = theme
        self._tags = tags
        self._models = models
        box, inside = section(title)
        vbox(box, parent=self, margins=0)
        inside.addWidget(MutedLabel(theme, _counted(changes, clickable=clickable)))
        if changes.shown:
            table = PredictionChangesTable(theme, changes, tags, models, texts, clickable=clickable)
            table.setAccessibleName(title)
            fit_height(table, min(8, len(changes.shown)))
            table.record_requested.connect(self.record_requested)
            if len(changes.counts) > 1:
                inside.addWidget(self._directions(changes, table))
            inside.addWidget(table)
            if explainer is not None:
                inside.addWidget(self._detail_of(table, explainer))
        inside.addStretch(1)

    def _directions(self, changes: PredictionChanges, table: PredictionChangesTable) -> QComboBox:
        """Return a combo box with all changes and each direction from one tag to another."""
        choice = QComboBox()
        choice.setAccessibleName(tr("Direction of the prediction changes"))
        choice.addItem(tr("All changes ({total:,})", total=changes.total), ("", ""))
        for count in changes.counts:
            names = [
                self._tags[tag].label if tag in self._tags else tag for tag in (count.before, count.after)
            ]
            words = f"{names[0]} → {names[1]} ({format_number(count.rows)})"
            choice.addItem(words, (count.before, count.after))
        choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        choice.setMinimumWidth(widened(_NARROWEST_CHOICE, self.fontMetrics()))  # long names are cut
        choice.activated.connect(lambda place: table.show_direction(*choice.itemData(place)))
        return choice

    def _detail_of(
        self, table: PredictionChangesTable, explainer: PredictionChangeExplainer
    ) -> PredictionChangeDetail:
        """Return the view of both explanations for the current prediction change."""
        detail = PredictionChangeDetail(self._theme, self._tags, self._models)
        table.chosen.connect(detail.show_change)
        table.chosen.connect(explainer.ask)
        explainer.explained.connect(detail.show_explained)
        return detail


def _counted(changes: PredictionChanges, *, clickable: bool) -> str:
    """Return how many predictions change, which are listed, and what a click does."""
    if not changes.rows:
        return tr("There is no undecided record to compare.")
    words = [
        tr_plural(
            "{total:,} of {n:,} prediction changes.",
            "{total:,} of {n:,} predictions change.",
            changes.rows,
            total=changes.total,
        )
    ]
    if changes.drawn_from:
        words.append(
            tr(
                "The {rows:,} records were drawn at random from {all:,}.",
                rows=changes.rows,
                all=changes.drawn_from,
            )
        )
    if len(changes.shown) < changes.total:
        words.append(
            tr_plural(
                "{n:,} change is listed, the one with the highest confidence.",
                "{n:,} changes are listed, those with the highest confidence.",
                len(changes.shown),
            )
        )
    if clickable and changes.total:
        words.append(tr("Click a record to show it in the table."))
    return " ".join(words)

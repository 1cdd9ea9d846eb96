"""The prediction changes section of a report: number, filter by direction, table, and explanations."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from mltag_desktop.core.evaluation.model_figures import PredictionChange, PredictionChanges
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import confidence_words, format_number, in_sentence, tr, tr_plural
from mltag_desktop.gui.operations import classifier_for
from mltag_desktop.gui.record.text_view import MarkedWord, TextView, marked_words
from mltag_desktop.gui.widgets.common import MutedLabel, section
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine, fit_height
from mltag_desktop.gui.widgets.layout import hbox, vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, ROW, UNIT, Theme, widened

Texts = Callable[[Sequence[int]], Sequence[str]]
"""Returns the texts of table records."""

_HEIGHT: Final = 5 * ROW
_NARROWEST_CHOICE: Final = 40 * UNIT
Explained = tuple[int, str, tuple[tuple[MarkedWord, ...], ...]]
"""A row, its text, and the marked words of both models."""
Explain = Callable[[PredictionChange, Callable[[Explained], object]], object]
"""Explains a prediction change, and passes the explanation on."""


class PredictionChangesTable(LineTable):
    """Shows prediction changes."""

    def __init__(
        self,
        theme: Theme,
        changes: PredictionChanges,
        tags: Mapping[str, TagInfo],
        models: Sequence[str],
        texts: Texts | None = None,
        show_record: Callable[[int], object] | None = None,
    ) -> None:
        """Show `changes` between two `models`, by their names; a click shows the record, if it can be."""
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
        if show_record is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            for signal in (self.clicked, self.activated):
                signal.connect(lambda index: show_record(self.lines.lines[index.row()].thing.row))

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


def _judged(change: PredictionChange, answer: str) -> str:
    """Mark a model's prediction as right or wrong, if the true tag is known."""
    if change.truth is None:
        return ""
    return "✓" if answer == change.truth else "✗"


class PredictionChangeDetail(QWidget):
    """Shows both explanations side by side; empty until a prediction change is chosen."""

    def __init__(
        self, theme: Theme, tags: Mapping[str, TagInfo], models: Sequence[str], explain: Explain
    ) -> None:
        super().__init__()
        self._tags, self._explain = tags, explain
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
        """Show both tags, and ask for text and marks."""
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
        self._explain(change, self.show_explained)

    @Slot(object)
    def show_explained(self, explained: Explained) -> None:
        """Show the text with the words that explain each tag; a result for another record is ignored."""
        row, text, marks = explained
        if row == self._row:
            for pane, own in zip(self._panes, marks, strict=True):
                pane.show_parts((text,), own)


def explain(
    progress: Progress,
    worker: ProcessPool,
    workspace: Workspace,
    change: PredictionChange,
    versions: Sequence[str],
    known: Sequence[LinearModel | None],
    loaded: dict[str, LinearModel],
) -> Explained:
    """Explain a change with the `known` models of these `versions`, or with models that are `loaded` once."""
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


def prediction_changes_section(
    theme: Theme,
    changes: PredictionChanges,
    tags: Mapping[str, TagInfo],
    models: Sequence[str],
    title: str,
    texts: Texts | None = None,
    explain: Explain | None = None,
    show_record: Callable[[int], object] | None = None,
) -> QWidget:
    """Return a section with `changes` between two `models`, by their names.

    Without `show_record`, the rows are not part of the table.
    """
    box, inside = section(title)
    inside.addWidget(MutedLabel(theme, _counted(changes, clickable=show_record is not None)))
    if changes.shown:
        table = PredictionChangesTable(theme, changes, tags, models, texts, show_record)
        table.setAccessibleName(title)
        fit_height(table, min(8, len(changes.shown)))
        if len(changes.counts) > 1:
            inside.addWidget(_directions(changes, table, tags))
        inside.addWidget(table)
        if explain is not None:
            detail = PredictionChangeDetail(theme, tags, models, explain)
            table.chosen.connect(detail.show_change)
            inside.addWidget(detail)
    inside.addStretch(1)
    return box


def _directions(
    changes: PredictionChanges, table: PredictionChangesTable, tags: Mapping[str, TagInfo]
) -> QComboBox:
    """Return a combo box with all changes and each direction from one tag to another."""
    choice = QComboBox()
    choice.setAccessibleName(tr("Direction of the prediction changes"))
    choice.addItem(tr("All changes ({total:,})", total=changes.total), ("", ""))
    for count in changes.counts:
        before, after = (tags[tag].label if tag in tags else tag for tag in (count.before, count.after))
        choice.addItem(f"{before} → {after} ({format_number(count.rows)})", (count.before, count.after))
    choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    choice.setMinimumWidth(widened(_NARROWEST_CHOICE, table.fontMetrics()))  # long names are cut
    choice.activated.connect(lambda place: table.show_direction(*choice.itemData(place)))
    return choice


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

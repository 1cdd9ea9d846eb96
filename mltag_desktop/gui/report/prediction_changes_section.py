"""The prediction changes section of a report: number, filter by direction, table, and explanations."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSizePolicy, QTableView, QWidget

from mltag_desktop.core.evaluation.prediction_changes import PredictionChange, PredictionChanges
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n.translation import confidence_words, format_number, in_sentence, tr, tr_plural
from mltag_desktop.gui.record.text_view import MarkedWord, TextView, marked_words
from mltag_desktop.gui.runtime.operations import Lane, Operation, Operations
from mltag_desktop.gui.runtime.worker_classifier import classifier_for
from mltag_desktop.gui.runtime.worker_process import WorkerProcess
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.common import MutedLabel, section, tip
from mltag_desktop.gui.widgets.dialog_tables import NO_PARENT, Index, calm, fit_height
from mltag_desktop.gui.widgets.layout.boxes import hbox, vbox
from mltag_desktop.gui.widgets.tag_chip import sign_icon
from mltag_desktop.gui.widgets.theme import EDGE, GAP, ROW, UNIT, Theme, icon_side, tabular, widened

Texts = Callable[[Sequence[int]], Sequence[str]]

_PAGE: Final = 32
_HEIGHT: Final = 5 * ROW
_NARROWEST_CHOICE: Final = 40 * UNIT
Explained = tuple[int, str, tuple[tuple[MarkedWord, ...], ...]]


class PredictionChangesModel(QAbstractTableModel):
    """Adapts prediction changes; the texts of a page are loaded when it is shown."""

    def __init__(
        self,
        theme: Theme,
        changes: PredictionChanges,
        tags: Mapping[str, TagInfo],
        models: Sequence[str],
        texts: Texts | None = None,
    ) -> None:
        """Show `changes` between two `models`, by their names.

        `texts` returns the record texts for row ids; None if there are no texts.
        """
        super().__init__()
        self._theme = theme
        self._all = self._shown = changes.shown
        self._tags = tags
        self._models = models
        self._texts = texts
        self._pages: dict[int, Sequence[str]] = {}
        self._has_truth = any(change.truth is not None for change in changes.shown)
        self._figures = tabular(QApplication.font())
        self._icons: dict[str, QIcon] = {}
        theme.changed.connect(self._icons.clear)

    @property
    def headings(self) -> tuple[str, ...]:
        """The column names."""
        return (
            tr("Record"),
            *self._models,
            *((tr("True tag"),) if self._has_truth else ()),
            tr("Conf."),
        )

    def show_direction(self, before: str = "", after: str = "") -> None:
        """Show only the changes from one tag to another; without tags show all."""
        self.beginResetModel()
        self._shown = tuple(
            change for change in self._all if not before or (change.before, change.after) == (before, after)
        )
        self._pages.clear()
        self.endResetModel()

    def change(self, row: int) -> PredictionChange:
        """Return the prediction change in `row`."""
        return self._shown[row]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        change, column = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), change, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(self._tag_of(change, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return self._figures
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._in_words(index.row(), change, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._in_words(index.row(), change, column)
        return None

    def _text(self, row: int, change: PredictionChange, column: int) -> str:
        if column == 0:
            return " ".join(self._record_text(row).split()) or change.reference
        if column == len(self.headings) - 1:
            return confidence_words(change.confidence_after)
        name = self._tag_of(change, column) or ""
        short = self._tags[name].label if name in self._tags else name
        return f"{short} {_judged(change, name)}".rstrip() if column < 3 else short

    def _tag_of(self, change: PredictionChange, column: int) -> str | None:
        """Return the tag in a column, or None if it has no tag."""
        return {1: change.before, 2: change.after, 3: change.truth}.get(column)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        last = column == len(self.headings) - 1
        side = Qt.AlignmentFlag.AlignRight if last else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _icon(self, name: str | None) -> QIcon | None:
        if name is None or name not in self._tags:
            return None
        if name not in self._icons:
            side = icon_side(QFontMetrics(self._figures))
            self._icons[name] = sign_icon(self._tags[name], self._theme.colours, side)
        return self._icons[name]

    def _record_text(self, row: int) -> str:
        if self._texts is None:
            return ""
        page, place = divmod(row, _PAGE)
        if page not in self._pages:
            part = self._shown[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = self._texts([change.row for change in part])
        return self._pages[page][place]

    def _in_words(self, row: int, change: PredictionChange, column: int) -> str:
        if column == 0:
            return tr(
                "Record {reference}. {text}",
                reference=change.reference,
                text=self._record_text(row)[:400],
            ).strip()
        words = tr(
            "Record {reference}: {before} ({confidence_before}) changes to {after} ({confidence_after})",
            reference=change.reference,
            before=change.before,
            confidence_before=confidence_words(change.confidence_before),
            after=change.after,
            confidence_after=confidence_words(change.confidence_after),
        )
        return tr("{words}; true tag: {truth}", words=words, truth=change.truth) if change.truth else words


class PredictionChangesTable(QTableView):
    """Shows prediction changes.

    Signals: `record_requested(row)` when a record of the table was clicked or activated;
    `chosen(PredictionChange)` for the current one.
    """

    record_requested = Signal(int)
    chosen = Signal(object)

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
        super().__init__()
        self._changes = PredictionChangesModel(theme, changes, tags, models, texts)
        self._changes.setParent(self)
        self.setModel(self._changes)
        calm(self, theme)
        self._set_widths(tags)
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(self._ask)
            self.activated.connect(self._ask)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def show_direction(self, before: str = "", after: str = "") -> None:
        """Show only the changes from one tag to another; without tags show all."""
        self._changes.show_direction(before, after)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._changes.change(index.row()))

    def _set_widths(self, tags: Mapping[str, TagInfo]) -> None:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(tag.label) for tag in tags.values()), default=60)
        tag_width = min(132, widest + metrics.horizontalAdvance(" ✓") + 16 + 2 * GAP)
        last = self._changes.columnCount() - 1
        for column in range(1, last):
            heading = metrics.horizontalAdvance(self._changes.headings[column]) + 3 * GAP
            self.setColumnWidth(column, max(tag_width, heading))
        self.setColumnWidth(last, metrics.horizontalAdvance(tr("Conf.")) + 3 * GAP)

    @Slot(QModelIndex)
    def _ask(self, index: QModelIndex) -> None:
        self.record_requested.emit(self._changes.change(index.row()).row)


def _judged(change: PredictionChange, answer: str) -> str:
    """Mark a model's prediction as right or wrong, if the true tag is known."""
    if change.truth is None:
        return ""
    return "✓" if answer == change.truth else "✗"


class PredictionChangeExplainer(QObject):
    """Explains predictions with both models of a report, in a job; each model is loaded once.

    Signals: `explained(row, text, marks)` with the marked words of both models.
    """

    explained = Signal(int, str, object)

    def __init__(
        self, session: Session, jobs: Operations, versions: Sequence[str], parent: QObject | None = None
    ) -> None:
        """Explain the predictions of both `versions`, the earlier model first."""
        super().__init__(parent)
        self._session, self._jobs, self._versions = session, jobs, tuple(versions)
        self._models: dict[str, LinearModel] = {}
        self._job = Lane(self, jobs)

    def ask(self, change: PredictionChange) -> None:
        """Explain a record of the table, and cancel the previous request."""
        workspace = self._session.workspace
        if workspace is None:
            return
        known = (self._session.base, self._session.model)
        Operation(
            _explain, self._jobs.worker, workspace, change, self._versions, known, self._models
        ).success(self._emit_explained).run(self._job)

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

    def show_change(self, change: PredictionChange) -> None:
        """Show both tags; text and marks follow later."""
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
    worker: WorkerProcess,
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

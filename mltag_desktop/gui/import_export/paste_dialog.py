"""Splits pasted text into records and tags them; no Qt.

The paste dialog: tags text while it is typed, with one record per line or per paragraph.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.types import Classifier, Predictions
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.columns import ColumnMapping, guess_mapping, record_text
from mltag_desktop.core.tables.record_parser import Record
from mltag_desktop.core.tables.table_file import PastedTable
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.tag_set import by_present_names, present_names
from mltag_desktop.core.workspace.types import Change, TagInfo
from mltag_desktop.gui.i18n import confidence_words, mirrored, tr, tr_plural, translate_core_message
from mltag_desktop.gui.operations import Lane, Operation, classifier_for
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, infos_of
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, Index, LineTable, TableLine
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen
from mltag_desktop.gui.widgets.inputs import RadioButton
from mltag_desktop.gui.widgets.layout import hbox, vbox
from mltag_desktop.gui.widgets.tag_bars import TagBars, probability_bars
from mltag_desktop.gui.widgets.tag_chip import ChipState, draw_chip
from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, Theme, reading

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel

_CHUNK: Final = 1000
_LOOKED_AT: Final = 20_000
_LINES: Final = 20


@dataclass(frozen=True)
class PastedRecord:
    """A record and the index of its first line, from 0."""

    line: int
    text: str


def split(text: str, *, paragraphs: bool) -> list[PastedRecord]:
    """Split `text` into records: one per non-empty line, or one per paragraph separated by empty lines.

    The lines of a paragraph are joined with spaces.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"))]
    if not paragraphs:
        return [PastedRecord(number, line) for number, line in lines if line]
    runs = (list(run) for filled, run in groupby(lines, key=lambda line: bool(line[1])) if filled)
    return [PastedRecord(run[0][0], " ".join(line for _, line in run)) for run in runs]


def record_at(records: Sequence[PastedRecord], line: int) -> int | None:
    """Return the index of the record at `line` or of the nearest one above; None without one."""
    place = bisect_right([record.line for record in records], line) - 1
    return place if place >= 0 else None


@dataclass(frozen=True)
class PastedPredictions:
    """Texts with the predicted probabilities of all tags."""

    texts: tuple[str, ...]
    tags: tuple[str, ...]
    probabilities: tuple[Predictions, ...]
    """Predictions in chunks of 1,000 texts."""

    def of(self, place: int) -> dict[str, float]:
        """Return the probability of each tag for text number `place`."""
        chunk, row = divmod(place, _CHUNK)
        values = self.probabilities[chunk].probabilities[row]
        return dict(zip(self.tags, values.tolist(), strict=True))

    def best(self, place: int) -> tuple[str, float]:
        """Return the predicted tag and its confidence for text number `place`."""
        chunk, row = divmod(place, _CHUNK)
        predictions = self.probabilities[chunk]
        return self.tags[int(predictions.best[row])], float(predictions.confidence[row])


def tag_texts(
    progress: Progress, model: Classifier, texts: tuple[str, ...], tags: Sequence[TagInfo] = ()
) -> PastedPredictions:
    """Tag `texts` in chunks, so that the job can be cancelled in between.

    `tags` is the tag set with the current names of the model's tags.
    """
    names = tuple(dict.fromkeys(present_names(tags, model.tags)))
    chunks = []
    for start in range(0, len(texts), _CHUNK):
        progress.report(start / len(texts), tr("tagging"))
        chunks.append(by_present_names(model.predict(texts[start : start + _CHUNK]), tags))
    return PastedPredictions(texts, names, tuple(chunks))


@dataclass(frozen=True, eq=False)
class PastedRows:
    """A pasted table with its column mapping, records, predictions, and a summary in `words`."""

    table: PastedTable
    mapping: ColumnMapping
    records: tuple[PastedRecord, ...]
    tagged: PastedPredictions
    words: str


def looks_like_table(text: str) -> bool:
    """Return whether `text` looks copied from a spreadsheet: several lines, each with a tab."""
    lines = [line for line in text[:_LOOKED_AT].split("\n")[:_LINES] if line.strip()]
    return len(lines) > 1 and all("\t" in line for line in lines)


def tag_table(progress: Progress, model: Classifier, text: str, tags: Sequence[TagInfo] = ()) -> PastedRows:
    """Read `text` as a table and tag its records.

    `tags` is the tag set with the current names of the model's tags. Raises `MltagError` if the table has no
    readable records or no text column.
    """
    table = PastedTable(text)
    items = list(table.records())
    rows = [item for item in items if isinstance(item, Record)]
    if not rows:
        raise MltagError(tr("The table has no readable records."), tr("Copy the rows again."))
    known = {*model.tags, *present_names(tags, model.tags)}
    mapping = guess_mapping(table.columns, [row.cells for row in rows[:200]], sorted(known))
    records = tuple(PastedRecord(row.line - 1, record_text(row.cells, mapping)) for row in rows)
    tagged = tag_texts(progress, model, tuple(record.text for record in records), tags)
    names = " + ".join(table.columns[place] for place in mapping.text)
    quarantined = len(items) - len(rows)
    left = (
        tr_plural("; {n:,} line is unreadable", "; {n:,} lines are unreadable", quarantined)
        if quarantined
        else ""
    )
    words = tr(
        "{records}, {columns}; text columns: {names}{left}",
        records=tr_plural("{n:,} record", "{n:,} records", len(records)),
        columns=tr_plural("{n:,} column", "{n:,} columns", len(table.columns)),
        names=names,
        left=left,
    )
    return PastedRows(table, mapping, records, tagged, words)


Add = Callable[[Sequence[str]], object]
OpenTable = Callable[[PastedTable, ColumnMapping], object]

SIZE: Final = QSize(960, 560)
PAUSE: Final = 150
"""Milliseconds without a key press before the text is tagged."""


class PasteDialog(Dialog):
    """Tags pasted text and adds the records to the table with `add(texts)`. The dialog is not modal.

    Cells copied from a spreadsheet can be opened as a new table with `open_table(table, mapping)`.
    """

    def __init__(self, context: AppContext, add: Add, *, open_table: OpenTable | None = None) -> None:
        super().__init__(context.window)
        self.setWindowTitle(tr("Paste text"))
        self._session = context.session
        self._jobs = context.jobs
        self._add_texts = add
        self._records: list[PastedRecord] = []
        self._job = Lane(self, context.jobs)
        self._tagged: PastedPredictions | None = None
        self._open_table = open_table
        self._rows: PastedRows | None = None
        self._was_table = False
        self._editor = QPlainTextEdit()
        self._editor.setAccessibleName(tr("Text to tag"))
        self._editor.setPlaceholderText(tr("Type or paste text. It is tagged as you type."))
        self._editor.setTabChangesFocus(True)
        self._editor.setFont(reading(self._editor.font()))
        self._lines = RadioButton(tr("One record per &line"))
        self._paragraphs = RadioButton(tr("One record per &paragraph"))
        self._as_table = RadioButton(tr("&Table with columns"))
        self._as_table.setToolTip(tr("Cells copied from a spreadsheet, separated by tabs"))
        self._lines.setChecked(True)
        self._results = PasteResultsTable(context.theme)
        self._which = MutedLabel(context.theme)
        self._which.setObjectName("shown_record")
        self._bars = TagBars(context.theme, tr("Probabilities"))
        self._status = MutedLabel(context.theme)
        self._add = PrimaryButton(context.theme, tr("&Add to table"))
        self._new_table = QPushButton(tr("&Open as a new table"))
        self._new_table.hide()
        self._close = QPushButton(tr("&Close"))
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._lay_out()
        self._connect()
        self._read()
        fit_screen(self, SIZE)

    @property
    def shown_records(self) -> int:
        """Number of records shown with predicted tags."""
        return len(self._tagged.texts) if self._tagged is not None else 0

    def set_text(self, text: str) -> None:
        """Replace the editor's text."""
        self._editor.setPlainText(text)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._tag)
        self._editor.textChanged.connect(self._read)
        self._editor.cursorPositionChanged.connect(self._follow_cursor)
        self._paragraphs.toggled.connect(self._read)
        self._as_table.toggled.connect(self._read)
        self._new_table.clicked.connect(self._open_it)
        self._results.chosen.connect(self._show_row)
        self._session.model_changed.connect(self._tag)
        self._session.changed.connect(self._apply_names)
        self._add.clicked.connect(self._hand_over)
        self._close.clicked.connect(self.reject)

    @Slot()
    def _read(self) -> None:
        """Split the text into records and start the timer after which they are tagged."""
        text = self._editor.toPlainText()
        is_table = looks_like_table(text)
        if is_table != self._was_table:
            self._was_table = is_table
            self._as_table.setVisible(is_table)
            (self._as_table if is_table else self._lines).setChecked(True)
        self._rows = None
        self._new_table.setVisible(self._as_table.isChecked() and self._open_table is not None)
        self._new_table.setEnabled(False)
        if self._as_table.isChecked():
            self._add.setEnabled(False)
            self._pause.start()
            return
        self._records = split(text, paragraphs=self._paragraphs.isChecked())
        self._status.setText(
            tr_plural("{n:,} record", "{n:,} records", len(self._records)) if self._records else ""
        )
        self._add.setEnabled(bool(self._records))
        self._pause.start()

    @Slot()
    def _tag(self) -> None:
        self._job.cancel()
        model = self._session.model
        if self._as_table.isChecked() and model is not None:
            Operation(
                _tag_table, self._jobs.worker, model, self._editor.toPlainText(), self._infos()
            ).success(self._show_rows).failure(self._refuse).run(self._job)
            return
        texts = tuple(record.text for record in self._records)
        if not texts or model is None:
            self._show(None)
            self._which.setText(tr("The model is still loading.") if texts else "")
            return
        Operation(_tag_texts, self._jobs.worker, model, texts, self._infos()).success(self._show).run(
            self._job
        )

    @Slot(object)
    def _show_rows(self, rows: PastedRows) -> None:
        self._rows = rows
        self._records = list(rows.records)
        self._status.setText(rows.words)
        self._add.setEnabled(True)
        self._new_table.setEnabled(True)
        self._show(rows.tagged)

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if isinstance(error, MltagError):
            self._status.setText(
                f"{translate_core_message(error.message)} {translate_core_message(error.hint)}"
            )

    @Slot()
    def _open_it(self) -> None:
        """Open the pasted table with its columns; it replaces the open table, which is saved."""
        if self._rows is not None and self._open_table is not None:
            rows, open_table = self._rows, self._open_table
            self.accept()
            open_table(rows.table, rows.mapping)

    @Slot(object)
    def _show(self, tagged: PastedPredictions | None) -> None:
        self._tagged = tagged
        self._results.show_tagged(tagged, self._infos())
        self._bars.setVisible(tagged is not None)
        self._follow_cursor()

    @Slot()
    def _follow_cursor(self) -> None:
        """Select the record at the cursor."""
        place = record_at(self._records, self._editor.textCursor().blockNumber())
        if self._tagged is not None and len(self._tagged.texts):
            self._results.select(min(place or 0, len(self._tagged.texts) - 1))

    @Slot(object)
    def _show_row(self, row: int | None) -> None:
        if self._tagged is None or row is None or not 0 <= row < len(self._tagged.texts):
            return
        self._which.setText(tr("Probabilities of record {row:,}", row=row + 1))
        self._bars.show_bars(probability_bars(self._tagged.of(row), self._infos()))

    @Slot(object)
    def _apply_names(self, change: Change) -> None:
        if ChangeKind.TAGS in change.kinds:
            self._tag()

    def _infos(self) -> Sequence[TagInfo]:
        return self._session.workspace.tag_set.tags if self._session.workspace is not None else ()

    @Slot()
    def _hand_over(self) -> None:
        """Add the records to the table; the text stays selected, so that typing replaces it."""
        self._add_texts([record.text for record in self._records])
        self._status.setText(
            tr_plural(
                "{n:,} record added to the table", "{n:,} records added to the table", len(self._records)
            )
        )
        self._editor.selectAll()
        self._editor.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._editor.setFocus()  # ready for typing or pasting

    def _lay_out(self) -> None:
        how = hbox(self._lines, self._paragraphs, self._as_table, spacing=GROUP)
        self._as_table.hide()
        how.addStretch(1)
        right = QWidget()
        vbox((self._results, 1), self._which, self._bars, parent=right, margins=(GAP, 0, 0, 0), spacing=GAP)
        halves = QSplitter()
        halves.addWidget(self._editor)
        halves.addWidget(right)
        halves.setChildrenCollapsible(False)
        halves.setSizes([460, 460])
        below = hbox((self._status, 1), self._new_table, self._add, self._close, spacing=GAP)
        for button in (self._add, self._new_table, self._close):
            button.setAutoDefault(False)
        vbox(how, (halves, 1), GAP, below, parent=self, margins=(EDGE, GROUP, EDGE, GROUP), spacing=GAP)

    def done(self, result: int) -> None:
        self._pause.stop()
        self._job.cancel()
        super().done(result)


class PasteResultsTable(LineTable):
    """Table of tagged texts."""

    def __init__(self, theme: Theme) -> None:
        columns = (
            ColumnHeading(tr("Record")),
            ColumnHeading(tr("Tag"), "m" * 10),
            ColumnHeading(tr("Confidence"), "0.00", right=True),
        )
        super().__init__(theme, tr("Tags of the records"), columns)
        self._chips = ChipDelegate(theme, self)
        self.setItemDelegateForColumn(1, self._chips)

    def show_tagged(self, tagged: PastedPredictions | None, tags: Sequence[TagInfo]) -> None:
        """Show `tagged`; `tags` provide the symbols and colours."""
        self._chips.tags = infos_of(tagged.tags if tagged else (), tags)
        lines = []
        for row, text in enumerate(tagged.texts if tagged else ()):
            tag, confidence = tagged.best(row) if tagged else ("", 0.0)
            lines.append(TableLine((text, tag, confidence_words(confidence)), row))
        self.lines.show(lines)

    def select(self, row: int) -> None:
        """Select a row and emit `chosen`, also if the row was already selected."""
        self.selectRow(row)
        self.chosen.emit(row)


class ChipDelegate(QStyledItemDelegate):
    """Draws a predicted tag as an outlined chip."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tags = infos_of((), ())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tag = self.tags.get(str(index.data()))
        if tag is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        whole = QRectF(option.rect)
        place = mirrored(painter, whole, whole.adjusted(GAP // 2, 0, -GAP, 0))
        draw_chip(painter, place, tag, ChipState.PREDICTED, self._theme.colours)


def _tag_texts(
    progress: Progress,
    worker: ProcessPool,
    model: "LinearModel",
    texts: tuple[str, ...],
    tags: Sequence[TagInfo],
) -> PastedPredictions:
    return tag_texts(progress, classifier_for(progress, worker, model), texts, tags)


def _tag_table(
    progress: Progress, worker: ProcessPool, model: "LinearModel", text: str, tags: Sequence[TagInfo]
) -> PastedRows:
    return tag_table(progress, classifier_for(progress, worker, model), text, tags)

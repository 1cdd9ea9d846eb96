"""The paste dialog: tags text while it is typed, with one record per line or per paragraph."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence, Sized
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QWidget,
)

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.columns import ColumnMapping, guess_mapping, record_text
from mltag_desktop.core.tables.record_parser import Record
from mltag_desktop.core.tables.table_file import PastedTable
from mltag_desktop.core.workspace.decisions.tag_set import by_present_names, present_names
from mltag_desktop.core.workspace.types import Change, ChangeKind, TagInfo
from mltag_desktop.gui.i18n import (
    confidence_words,
    error_words,
    tr,
    tr_plural,
)
from mltag_desktop.gui.operations import Lane, Operation, classifier_for
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, infos_of
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.inputs import RadioButton
from mltag_desktop.gui.widgets.layout import STRETCH, hbox, vbox
from mltag_desktop.gui.widgets.tag_bars import TagBars, probability_bars
from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, reading

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel


AddTexts = Callable[[Sequence[str]], object]
OpenTable = Callable[[PastedTable, ColumnMapping], object]

SIZE: Final = QSize(960, 560)
PAUSE: Final = 150
"""Milliseconds without a key press before the text is tagged."""
_CHUNK: Final = 1000
_LOOKED_AT: Final = 20_000
_LINES: Final = 20
_RESULTS: Final = (
    ColumnHeading(tr("Record")),
    ColumnHeading(tr("Tag"), "m" * 12),
    ColumnHeading(tr("Confidence"), "0.00", right=True),
)


class PastedRecord(NamedTuple):
    """A record and the index of its first line, from 0."""

    line: int
    text: str


class PastedTexts(NamedTuple):
    """Pasted records with the predicted probabilities of all tags; and their table, if they came from one."""

    records: Sequence[PastedRecord]
    tags: tuple[str, ...]
    predictions: list[Predictions]
    """In chunks of 1,000 texts."""
    table: PastedTable | None = None
    mapping: ColumnMapping | None = None
    words: str = ""
    """Describes the table."""

    def shares(self, place: int) -> dict[str, float]:
        """Return the probability of each tag for record number `place`."""
        values = self.predictions[place // _CHUNK].probabilities[place % _CHUNK]
        return dict(zip(self.tags, values.tolist(), strict=True))

    def best(self, place: int) -> tuple[str, float]:
        """Return the predicted tag and its confidence for record number `place`."""
        found, row = self.predictions[place // _CHUNK], place % _CHUNK
        return self.tags[int(found.best[row])], float(found.confidence[row])


class PasteDialog(ContextDialog):
    """Tags pasted text and adds the records to the table with `add(texts)`. The dialog is not modal.

    Cells copied from a spreadsheet can be opened as a new table with `open_table(table, mapping)`.
    """

    def __init__(self, context: AppContext, add: AddTexts, open_table: OpenTable) -> None:
        super().__init__(context, tr("Paste text"), SIZE)
        self._worker = context.jobs.worker
        self._add_texts = add
        self._open_table = open_table
        self._records: Sequence[PastedRecord] = ()
        self._job = Lane(self, context.jobs)
        self._tagged: PastedTexts | None = None
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
        self._results = LineTable(context.theme, tr("Tags of the records"), _RESULTS)
        self._which = MutedLabel(context.theme)
        self._which.setObjectName("shown_record")
        self._bars = TagBars(context.theme, tr("Probabilities"))
        self._status = MutedLabel(context.theme)
        self._add = PrimaryButton(context.theme, tr("&Add to table"))
        self._new_table = QPushButton(tr("&Open as a new table"))
        self._close = self.close_button()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._lay_out()
        self._connect()
        self._read()

    @property
    def shown_records(self) -> int:
        """Number of records shown with predicted tags."""
        return len(self._tagged.records) if self._tagged is not None else 0

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

    @Slot()
    def _read(self) -> None:
        """Split the text into records and start the timer after which they are tagged."""
        text, was_hidden = self._editor.toPlainText(), self._as_table.isHidden()
        if looks_like_table(text) == was_hidden:
            self._as_table.setVisible(was_hidden)
            (self._as_table if was_hidden else self._lines).setChecked(True)
        is_table = self._as_table.isChecked()
        self._records = () if is_table else split(text, paragraphs=self._paragraphs.isChecked())
        self._status.setText(_counted(self._records) if self._records else "")
        self._add.setEnabled(bool(self._records))
        self._new_table.setVisible(is_table)
        self._new_table.setEnabled(False)
        self._pause.start()

    @Slot()
    def _tag(self) -> None:
        self._job.cancel()
        model, is_table = self._session.model, self._as_table.isChecked()
        text = self._editor.toPlainText() if is_table else ""
        if model is not None and (is_table or self._records):
            Operation(tag_pasted, self._worker, model, text or self._records, self._infos()).success(
                self._show
            ).failure(self._show_error).run(self._job)
            return
        self._show(None)
        self._which.setText(tr("The model is still loading.") if self._records else "")

    @Slot(object)
    def _show(self, tagged: PastedTexts | None) -> None:
        self._tagged = tagged
        lines = []
        if tagged is not None:
            drawn = infos_of(tagged.tags, self._infos())
            for row, record in enumerate(tagged.records):
                tag, confidence = tagged.best(row)
                cells = (record.text, tag, confidence_words(confidence))
                lines.append(TableLine(cells, row, tags=(None, drawn[tag])))
            if tagged.table is not None:
                self._records = tagged.records
                self._status.setText(tagged.words)
                self._add.setEnabled(True)
                self._new_table.setEnabled(True)
        self._results.show_lines(lines)
        self._bars.setVisible(tagged is not None)
        self._follow_cursor()

    @Slot(object)
    def _show_error(self, error: Exception) -> None:
        self._status.setText(error_words(error))

    @Slot()
    def _open_it(self) -> None:
        """Open the pasted table with its columns; it replaces the open table, which is saved."""
        tagged = self._tagged
        if tagged is not None and tagged.table is not None and tagged.mapping is not None:
            self.accept()
            self._open_table(tagged.table, tagged.mapping)

    @Slot()
    def _follow_cursor(self) -> None:
        """Select the record at the cursor."""
        place = record_at(self._records, self._editor.textCursor().blockNumber())
        self._results.selectRow(min(place, self.shown_records - 1))

    @Slot(object)
    def _show_row(self, row: int | None) -> None:
        if self._tagged is not None and row is not None:
            self._which.setText(tr("Probabilities of record {row:,}", row=row + 1))
            self._bars.show_bars(probability_bars(self._tagged.shares(row), self._infos()))

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
        how = hbox(self._lines, self._paragraphs, self._as_table, STRETCH, spacing=GROUP)
        self._as_table.hide()
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


def split(text: str, *, paragraphs: bool) -> list[PastedRecord]:
    """Split `text` into records: one per non-empty line, or one per paragraph separated by empty lines.

    The lines of a paragraph are joined with spaces.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"))]
    if not paragraphs:
        return [PastedRecord(number, line) for number, line in lines if line]
    runs = (list(run) for filled, run in groupby(lines, key=lambda line: bool(line[1])) if filled)
    return [PastedRecord(run[0][0], " ".join(line for _, line in run)) for run in runs]


def record_at(records: Sequence[PastedRecord], line: int) -> int:
    """Return the index of the record at `line` or of the nearest one above; 0 without one."""
    return max(0, bisect_right([record.line for record in records], line) - 1)


def looks_like_table(text: str) -> bool:
    """Return whether `text` looks copied from a spreadsheet: several lines, each with a tab."""
    lines = [line for line in text[:_LOOKED_AT].split("\n")[:_LINES] if line.strip()]
    return len(lines) > 1 and all("\t" in line for line in lines)


def tag_pasted(
    progress: Progress,
    worker: ProcessPool,
    model: "LinearModel",
    pasted: str | Sequence[PastedRecord],
    tags: Sequence[TagInfo],
) -> PastedTexts:
    """Tag records, or those of a table in a text.

    `tags` is the tag set with the current names of the model's tags. Raises `MltagError` if a table has no
    readable records or no text column.
    """
    names = tuple(dict.fromkeys(present_names(tags, model.tags)))
    found = (
        _read_table(pasted, {*model.tags, *names}) if isinstance(pasted, str) else PastedTexts(pasted, (), [])
    )
    classifier, predictions = classifier_for(progress, worker, model), []
    texts = [record.text for record in found.records]
    for start in range(0, len(texts), _CHUNK):  # the operation can be cancelled in between
        progress.report(start / len(texts), tr("tagging"))
        predictions.append(by_present_names(classifier.predict(texts[start : start + _CHUNK]), tags))
    return found._replace(tags=names, predictions=predictions)


def _read_table(text: str, tags: Collection[str]) -> PastedTexts:
    table = PastedTable(text)
    items = list(table.records())
    rows = [item for item in items if isinstance(item, Record)]
    if not rows:
        raise MltagError(tr("The table has no readable records."), tr("Copy the rows again."))
    mapping = guess_mapping(table.columns, [row.cells for row in rows[:200]], sorted(tags))
    quarantined = len(items) - len(rows)
    unreadable = tr_plural("; {n:,} line is unreadable", "; {n:,} lines are unreadable", quarantined)
    words = tr(
        "{records}, {columns}; text columns: {names}{left}",
        records=_counted(rows),
        columns=tr_plural("{n:,} column", "{n:,} columns", len(table.columns)),
        names=" + ".join(table.columns[place] for place in mapping.text),
        left=unreadable if quarantined else "",
    )
    records = [PastedRecord(row.line - 1, record_text(row.cells, mapping)) for row in rows]
    return PastedTexts(records, (), [], table, mapping, words)


def _counted(records: Sized) -> str:
    return tr_plural("{n:,} record", "{n:,} records", len(records))

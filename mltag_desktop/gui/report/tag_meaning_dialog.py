"""What a tag means to the model: its words, typical and untypical records, and confusions."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.tag_meaning import Confusion, TagMeaning, TagWord, TypicalRecord
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import error_words, format_number, tr, tr_plural
from mltag_desktop.gui.widgets.common import MutedLabel, button_row, text_button
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen
from mltag_desktop.gui.widgets.inputs import TabWidget, TagBox
from mltag_desktop.gui.widgets.layout import dialog_column, hbox, vbox
from mltag_desktop.gui.widgets.theme import GAP, GROUP, Theme

_SIZE: Final = QSize(860, 520)


class TagMeaningDialog(Dialog):
    """Shows one tag at a time.

    Signals: `tag_chosen(name)`; `record_requested(row)` for a record that was opened.
    """

    tag_chosen = Signal(str)
    record_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What the tags mean to the model"))
        self.tags = TagBox(theme, tr("Tag"))
        self.tags.activated.connect(self._choose)
        self.state = MutedLabel(theme)
        self.state.setAccessibleName(tr("State"))
        word = (ColumnHeading(tr("Word")), ColumnHeading(tr("Weight"), "+00.00", right=True))
        records = ColumnHeading(tr("Records"), "10,000", right=True)
        self.words = LineTable(theme, tr("Words for the tag"), (*word, records))
        self.against = LineTable(theme, tr("Words against the tag"), (*word, records))
        record = (ColumnHeading(tr("Similarity"), "0.00", right=True), ColumnHeading(tr("Text")))
        self.nearest = LineTable(theme, tr("Most typical records"), record)
        self.farthest = LineTable(theme, tr("Least typical records"), record)
        pair = (ColumnHeading(tr("Tag")), ColumnHeading(tr("Predicted"), "m" * 11))
        self.confusions = LineTable(theme, tr("Confused tags"), (*pair, records))
        self.examples = LineTable(theme, tr("Examples"), (ColumnHeading(tr("Text")),))
        self.confusions.chosen.connect(self._show_examples)
        for table in (self.nearest, self.farthest, self.examples):
            table.opened.connect(self._open)
        self._words_note, self._records_note, self._pairs_note = (MutedLabel(theme) for _ in range(3))
        self._pages = TabWidget()
        self._boxes: list[QWidget] = []
        self._pages.setAccessibleName(tr("Parts"))
        for title, tables, note in (
            (tr("&Words"), (self.words, self.against), self._words_note),
            (tr("&Records"), (self.nearest, self.farthest), self._records_note),
            (tr("C&onfusions"), (self.confusions, self.examples), self._pairs_note),
        ):
            page, boxes = _page(tables, note)
            self._pages.addTab(page, title)
            self._boxes += boxes
        self._against_box = self._boxes[1]
        top = hbox(self.tags, (self.state, 1), spacing=GAP)
        dialog_column(
            self, top, (self._pages, 1), button_row(text_button(tr("&Close"), self.close)), spacing=GROUP
        )
        fit_screen(self, _SIZE)
        self.tags.setFocus()

    def show_tags(self, tags: Sequence[TagInfo], chosen: str) -> None:
        """Offer these tags, and show that `chosen` is being looked at."""
        self.tags.show_tags(tags)
        self.tags.setCurrentIndex(max(0, self.tags.findData(chosen)))
        self.show_waiting()

    def show_waiting(self, share: float = 0.0) -> None:
        """Show that the tag is being looked at."""
        self.state.setText(tr("Comparing the texts… {share:.0%}", share=share))

    def show_failure(self, error: MltagError) -> None:
        """Show why there is nothing to show, and what to do."""
        self.state.setText(error_words(error))
        for table in (self.words, self.against, self.nearest, self.farthest, self.confusions):
            table.show_lines(())

    def show_meaning(self, found: TagMeaning) -> None:
        """Show what a tag means."""
        self.state.setText(
            tr_plural("{n:,} record has this tag.", "{n:,} records have this tag.", found.records)
        )
        self.words.show_lines(_word_lines(found.words))
        self.against.show_lines(_word_lines(found.against))
        self._against_box.setVisible(found.by_model)
        self._words_note.setText(
            tr("How much a text with only this word speaks for the tag, compared with the other tags.")
            if found.by_model
            else tr("The model does not know this tag: these words are more frequent in its records.")
        )
        self.nearest.show_lines(_record_lines(found.nearest))
        self.farthest.show_lines(_record_lines(found.farthest))
        by = tr("by similar meaning") if found.by_encoder else tr("by similar words")
        self._records_note.setText(
            tr("Compared with the mean of the tag, {by}. The least typical ones may have a wrong tag.", by=by)
        )
        self.confusions.show_lines(
            [
                TableLine((each.true, each.predicted, format_number(each.count)), each)
                for each in found.confusions
            ]
        )
        self._pairs_note.setText(_pairs_words(found))

    @Slot()
    def _choose(self) -> None:
        self.show_waiting()
        self.tag_chosen.emit(self.tags.currentData())

    @Slot(object)
    def _show_examples(self, pair: Confusion | None) -> None:
        examples = pair.examples if pair is not None else ()
        self.examples.show_lines([TableLine((text,), row) for row, text in examples])

    @Slot(object)
    def _open(self, thing: object) -> None:
        row = thing.row if isinstance(thing, TypicalRecord) else thing
        if isinstance(row, int):
            self.record_requested.emit(row)


def _page(tables: Sequence[LineTable], note: QLabel) -> tuple[QWidget, list[QWidget]]:
    """Return a page with tables side by side, each in a box below its name, and the boxes."""
    page, row, boxes = QWidget(), QHBoxLayout(), list[QWidget]()
    row.setSpacing(GROUP)
    for table in tables:
        box = QWidget()
        column = vbox(parent=box, margins=0, spacing=GAP // 2)
        name = QLabel(table.accessibleName(), textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        column.addWidget(name)
        column.addWidget(table, 1)
        row.addWidget(box, 1)
        boxes.append(box)
    vbox(note, (row, 1), parent=page, margins=GAP, spacing=GAP)
    return page, boxes


def _word_lines(words: Sequence[TagWord]) -> list[TableLine]:
    return [
        TableLine((each.word, format_number(each.weight, "+.2f"), format_number(each.records)), each)
        for each in words
    ]


def _record_lines(records: Sequence[TypicalRecord]) -> list[TableLine]:
    return [TableLine((format_number(each.similarity, ".2f"), each.text), each) for each in records]


def _pairs_words(found: TagMeaning) -> str:
    if not found.confusions:
        return tr("No decided record with this tag has another prediction.")
    if found.unseen:
        return tr("From the report of the model, on records that it was not trained on.")
    return tr("From the tagged records; the model may have been trained on some of them.")

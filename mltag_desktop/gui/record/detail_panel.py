"""The detail panel: text, tags, prediction and decision of the current record, and tabs with its context."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from mltag_desktop.core.workspace.decisions.decision_statistics import BulkPreview
from mltag_desktop.core.workspace.types import Change, Origin, RecordView, RowId, Status, TagInfo
from mltag_desktop.core.workspace.types import Mark as RecordMark
from mltag_desktop.gui.i18n import confidence_words, format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.record.detail_tabs import DetailTabs, NotePane, QuickLabel
from mltag_desktop.gui.record.record_loader import (
    LoadedRecord,
    RecordContext,
    RecordContextLoader,
    RecordLoader,
)
from mltag_desktop.gui.record.tag_buttons import AdditionalTags, TagButtonList, choices
from mltag_desktop.gui.record.text_view import MarkedWord, TextView
from mltag_desktop.gui.state.commands import MOST_TAG_KEYS
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.table_model import STATUS_WORDS, words_of
from mltag_desktop.gui.widgets.layout import vbox
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, Theme, row_height, tint, widened

_DECISION_LINES: Final = 3
_WHY_LINES: Final = 1
_LOW: Final = 100 * UNIT
"""Height below which the line with prediction and decision is hidden."""
_HIGH: Final = 152 * UNIT
"""Height without the tag list from which the tabs get half of the spare space."""
_TAG_ROWS: Final = 4
"""Tags that stay visible before the prediction line does."""
_TEXT_SHARE: Final = 0.3
_TEXT_SHARE_OF_MANY: Final = 0.2
"""Least share of the panel's height for the text, with up to nine visible tags and with more."""


class RecordPane(QWidget):
    """A record with its tags and a note: the base of the detail panel and of the focus view.

    Signals: `tag_chosen(name)` and `also_chosen(name)` when a tag was clicked; `noted(row, text)`,
    `flagged(text)`; `left()` when the table should get the focus.
    """

    tag_chosen = Signal(str)
    also_chosen = Signal(str)
    noted = Signal(int, str)
    flagged = Signal(str)
    left = Signal()

    def __init__(self, record_loader: RecordLoader, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._record_loader, self._theme = record_loader, theme
        self._reading: LoadedRecord | None = None
        self._tag_key = ""
        """The key that adds the first tag; empty if none does."""
        self.tags = TagButtonList(theme, self)
        self.additional_tags = AdditionalTags(theme, self)
        self.tags.chosen.connect(self.tag_chosen)
        self.tags.also_chosen.connect(self.also_chosen)
        self.tags.looked_at.connect(self._show_tag)
        self.additional_tags.taken_off.connect(self.also_chosen)
        record_loader.marks_changed.connect(self._update_marks)

    def _wire_note(self, note: NotePane) -> None:
        note.saved.connect(self.noted)
        note.flagged.connect(self.flagged)

    def _text(self) -> TextView:
        """Return the text of the record."""
        raise NotImplementedError

    def _words(self, record: RecordView, reading: LoadedRecord, tags: Sequence[TagInfo]) -> str:
        """Return prediction and decision, or how to add the first tag."""
        return (
            decision_text(record, reading.rules, reading.language) if tags else no_tags_words(self._tag_key)
        )

    @Slot(int, object)
    def _update_marks(self, row: RowId, marks: tuple[MarkedWord, ...]) -> None:
        if self._reading is not None and self._reading.record.row == row:
            self._text().show_marks(marks)

    @Slot(str)
    def _show_tag(self, tag: str) -> None:
        if self._reading is not None and self.isVisible():
            self._record_loader.explain_tag(self._reading, tag)


class DetailPanel(RecordPane):
    """Shows the current record, or a summary of several selected records.

    Signals: those of `RecordPane`; `record_requested(row)` for a similar record.
    """

    record_requested = Signal(int)

    def __init__(
        self,
        session: Session,
        record_loader: RecordLoader,
        around: RecordContextLoader,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(record_loader, theme, parent)
        self._session = session
        self._around = around
        self._unseen: LoadedRecord | None = None
        """A record that was loaded while the panel was hidden, for example by the focus view."""
        self._row: RowId | None = None
        self._context: RecordContext | None = None
        self._needed = (0, 0, 0)
        """The heights for the tags and the prediction for which the panel's height is divided."""
        self._several = False
        self.reading = TextView(theme, self)
        self._decision_label = self._label(tr("Prediction and decision"), _DECISION_LINES)
        self._why = self._label(tr("Reason for the question"), _WHY_LINES)
        self._why.hide()
        self.tabs = DetailTabs(theme, self)
        self._history = self.tabs.history
        self._wire()
        self._lay_out()
        session.past_changed.connect(self._show_past)
        tint(theme, "muted", self._history, self._why)
        self._show(None)

    @property
    def record(self) -> RecordView | None:
        """The displayed record."""
        return self._reading.record if self._reading else None

    def show_row(self, row: RowId | None) -> None:
        """Load and show a record; None shows that no record is selected.

        The old record stays until the new one is loaded.
        """
        is_empty = self._reading is None and self._row is None and not self._several
        self._row = row
        self._several = False
        self._unseen = None
        workspace = self._session.workspace
        if row is None or workspace is None:
            self._record_loader.request(None)
            self._around.request(None)
            if not is_empty:
                self._show(None)
            return
        self._record_loader.request(row)
        self._around.request(row if self._is_in_view() else None)

    def show_several(
        self, preview: BulkPreview, tags: tuple[TagInfo, ...], current: RecordView | None = None
    ) -> None:
        """Show a summary of several selected records, and what each tag would change.

        The keys are those of the `current` record.
        """
        self._several = True
        self._record_loader.request(None)
        self._around.request(None)
        self._reading = None
        self.tabs.setEnabled(False)
        self.reading.show_parts(
            (
                tr_plural("{n:,} record selected", "{n:,} records selected", preview.records),
                several_words(preview),
            )
        )
        self.tags.show()
        words = {tag.name: change_words(preview, tag.name) for tag in tags}
        self.tags.show_choices(choices(tags, current, self._session.tag_keys, words))
        self.additional_tags.show_record(None, ())
        self._decision_label.setText(tr("One step for all records; Ctrl+Z undoes it."))
        self.show_why("")
        self.tabs.show_history(())
        self.tabs.similar.show_found(None, {})
        self.tabs.note.show_note(-1, "")

    def show_why(self, words: str) -> None:
        """Show why the queue asks about the record; empty when it does not."""
        shown = translate_core_message(words)
        if shown != self._why.text():
            self._why.setText(shown)
            self._why.setToolTip(shown)
            self._why.setVisible(bool(shown))
            self._share_room()

    @Slot()
    def renew(self) -> None:
        """Load the record again."""
        self._record_loader.renew()

    def refresh(self, change: Change) -> None:
        """Load the record again if `change` affects it."""
        self._record_loader.refresh(change)

    @Slot(object)
    def _show_loaded(self, reading: LoadedRecord) -> None:
        if self._several or reading.record.row != self._row:
            return
        if not self._is_in_view():
            self._unseen = reading
            return
        self._show(reading)
        self.reading.show_marks(reading.marks)
        self.tabs.show_history(reading.history)
        if self._context is not None:  # its words depend on what predicted the record
            self._show_around(self._context)

    def _text(self) -> TextView:
        return self.reading

    @Slot()
    def _show_past(self) -> None:
        self._show(self._reading)

    @Slot(object)
    def _show_around(self, found: RecordContext) -> None:
        if found.row == self._row and not self._several:
            self._context = found
            record, tags = self.record, self._tags()
            judged = RecordMark.OFF_TOPIC | RecordMark.ON_TOPIC  # the curator knows better
            unlike = record is not None and record.doubtful and not record.marks & judged
            if unlike and record is not None:  # the model knows nothing of other tags
                unlike = record.origin is Origin.MODEL and bool(tags)
            self.tabs.similar.show_found(found, tags, unlike=unlike)

    def _is_in_view(self) -> bool:
        return self.isVisibleTo(self.window())

    def _tags(self) -> dict[str, TagInfo]:
        workspace = self._session.workspace
        return {tag.name: tag for tag in workspace.tag_set.tags} if workspace else {}

    def _show(self, reading: LoadedRecord | None) -> None:
        before, self._reading = self._reading, reading
        record = self._session.as_shown(reading.record) if reading else None
        workspace = self._session.workspace
        self.tags.setVisible(record is not None)
        self.tabs.setEnabled(record is not None)
        known = workspace.tag_set.tags if workspace else ()
        self.tags.show_choices(choices(known, record, self._session.tag_keys))
        self.additional_tags.show_record(record, known)
        if (
            before is None
            or reading is None
            or before.parts != reading.parts
            or before.record.row != reading.record.row
        ):
            parts, marks = (reading.parts, reading.marks) if reading else ((), ())
            self.reading.show_parts(parts, marks)
            self.tabs.similar.show_found(None, {})
        self._decision_label.setText(self._words(record, reading, known) if record and reading else "")
        if self._heights() != self._needed:
            self._share_room()
        self.tabs.note.show_note(record.row if record else -1, record.note if record else "")
        if record is None:
            self._history.setText("")

    def show_tag_key(self, key: str) -> None:
        """Set the key that adds the first tag; empty in a read-only workspace."""
        self._tag_key = key

    def _label(self, name: str, lines: int) -> QLabel:
        """Create a label with room for `lines` lines, so that the widgets above it do not move."""
        label = QuickLabel(self, name)
        label.setAutoFillBackground(True)  # the panel below need not be painted with each record
        label.setMinimumHeight(lines * label.fontMetrics().lineSpacing())
        return label

    def _wire(self) -> None:
        self._wire_note(self.tabs.note)
        self.tabs.note.left.connect(self.left)
        self.tabs.record_requested.connect(self.record_requested)
        self.tabs.turned.connect(self._share_room)
        self._record_loader.ready.connect(self._show_loaded)
        self._around.found.connect(self._show_around)

    def _lay_out(self) -> None:
        vbox(
            (self.reading, 1),
            self.additional_tags,
            self.tags,
            UNIT,
            self._why,
            self._decision_label,
            self.tabs,
            parent=self,
            margins=(GROUP, GROUP, GROUP, GAP),
            spacing=GAP,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the record that was loaded while the panel was hidden."""
        super().showEvent(event)
        unseen, self._unseen = self._unseen, None
        if unseen is not None:
            self._show_loaded(unseen)
        if not self._several:
            self._around.request(self._row)

    def minimumSizeHint(self) -> QSize:
        """Return the least size for text, tags and tabs; the other parts hide in a low panel."""
        hint, parts = super().minimumSizeHint(), (self.reading, self.tags, self.tabs)
        least = sum(part.minimumSizeHint().height() for part in parts) + 6 * GAP
        return QSize(hint.width(), min(hint.height(), least))

    @Slot()
    def _share_room(self) -> None:
        """Divide the height: first the least height of the text, then all tags with a key, then the tabs.

        The tabs get half of the spare space of a high panel. The prediction line is hidden in a low one, and
        if it does not fit beside a note or additional tags: the tag list shows prediction and decision, too.
        """
        self._needed = all_tags, decision, chips = self._heights()
        height, metrics = self.height(), self.fontMetrics()
        spare = height - all_tags - widened(_HIGH, metrics)
        self.tabs.set_spare_height(max(0, spare) // 2)
        row, is_low = row_height(metrics), height < widened(_LOW, metrics)
        is_many = all_tags > MOST_TAG_KEYS * row and not is_low
        text = int(height * (_TEXT_SHARE_OF_MANY if is_many else _TEXT_SHARE))
        tabs = self.tabs.minimumSizeHint().height() if is_low else self.tabs.least_height()
        self.tabs.setMinimumHeight(tabs)
        left = height - text - chips - self._height_of(self._why) - tabs - 8 * GAP
        tags = min(all_tags, _TAG_ROWS * row)
        is_tight = left - decision < tags and tabs > self.tabs.minimumSizeHint().height()
        hides_decision = is_low or is_tight or left - decision < row
        self._decision_label.setHidden(hides_decision)
        left -= 0 if hides_decision else decision
        given = min(text // 2, max(0, row - left))
        self.reading.setMinimumHeight(text - given)
        left += given
        self.tags.setMinimumHeight(max(0, min(left, all_tags)))

    def _heights(self) -> tuple[int, int, int]:
        """Return the heights that all tags with a key, the prediction line and the additional tags need."""
        also = self.additional_tags
        chips = 0 if also.isHidden() else also.heightForWidth(self.width() - 2 * GROUP)
        return self.tags.sizeHint().height(), self._height_of(self._decision_label), chips

    def _height_of(self, label: QLabel) -> int:
        """Return the height that a label needs in the present width of the panel."""
        width = self.width() - 2 * GROUP
        return max(label.minimumHeight(), label.heightForWidth(width) if label.text() else 0)


_ORIGIN_WORDS: Final = {
    Origin.MODEL: "",
    Origin.NAMES: tr(", estimated from tag names"),
    Origin.ANSWERS: tr(", updated since the last training"),
}


def no_tags_words(key: str) -> str:
    """Return the message for a table without tags, with the key that adds the first one, if there is one."""
    words = tr("This table has no tags yet.")
    return f"{words} {tr('{key} adds the first one.', key=key)}" if key else words


def decision_text(record: RecordView, rules: str = "", language: str = "") -> str:
    """Return known tag, prediction and decision of a record, one line each."""
    if record.blind:
        predicted = tr("Random check: the prediction is hidden until you choose a tag")
    elif record.decided is not None and record.predicted is None:
        predicted = ""
    elif record.predicted is None and record.probabilities is not None:
        predicted = tr("No prediction for your tags yet")
    elif record.predicted is None or record.confidence is None:
        predicted = tr("Not predicted yet")
    else:
        by = tr(" by an earlier model") if record.stale else _ORIGIN_WORDS[record.origin]
        predicted = tr(
            "Predicted {predicted}, {confidence}{by}",
            predicted=record.predicted,
            confidence=confidence_words(record.confidence),
            by=by,
        )
    if language and predicted:
        predicted = tr("{predicted} · text in {language}", predicted=predicted, language=language)
    decided = STATUS_WORDS[record.status]
    if RecordMark.OFF_TOPIC in record.marks:
        return "\n".join(line for line in (predicted, tr("Off topic"), rules) if line)
    if record.decided is not None:
        if record.status != Status.CORRECTED:
            decided = tr("{decided} as {tag}", decided=decided, tag=record.decided)
        elif record.decided == record.predicted:  # it was corrected before, and is predicted now
            decided = tr("Confirmed as {tag}", tag=record.decided)
        else:
            decided = tr("Corrected to {tag}", tag=record.decided)
    also = tr(", also {also}", also=", ".join(record.also)) if record.also else ""
    if record.suggested:
        predicted += tr(", suggested: {tags}", tags=", ".join(record.suggested))
    marks = words_of(record.marks & ~RecordMark.NOTED)
    marks_suffix = f", {marks}" if marks else ""
    if record.again:
        decided = tr("{decided} before the text changed. Please review again.", decided=decided)
    known = ""
    if record.known_tag and record.known_tag != record.decided:
        known = tr("Known tag in the table: {known_tag}", known_tag=record.known_tag)
    if record.suspected:
        decided = tr("{decided}, perhaps off topic", decided=decided)
    elif record.doubtful:
        decided = tr("{decided}, unusual for the model", decided=decided)
    return "\n".join(line for line in (predicted, f"{decided}{also}{marks_suffix}", known, rules) if line)


def several_words(preview: BulkPreview) -> str:
    """Return a summary of several records."""
    shown = ", ".join(f"{format_number(count)} {tag}" for tag, count in list(preview.shown.items())[:6])
    decided, missing = preview.decided, preview.unpredicted
    parts = (
        (shown, tr("Their tags: {shown}.", shown=shown)),
        (
            decided,
            tr_plural("{n:,} of them is already decided.", "{n:,} of them are already decided.", decided),
        ),
        (missing, tr_plural("{n:,} has no prediction.", "{n:,} have no prediction.", missing)),
    )
    return " ".join(words for is_said, words in parts if is_said)


def change_words(preview: BulkPreview, tag: str) -> str:
    """Return what a tag would change on several records."""
    changed, overruled = preview.changed[tag], preview.overruled[tag]
    if not changed:
        return tr("confirms all")
    return tr_plural("{n:,} changes", "{n:,} change", changed) + (
        tr_plural(", {n:,} decided", ", {n:,} decided", overruled) if overruled else ""
    )

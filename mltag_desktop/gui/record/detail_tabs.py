"""The tabs below the tags of a record: similar records, history, note, guideline."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QDateTime, QEvent, QLocale, QModelIndex, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from mltag_desktop.core.workspace.types import JournalEntry, RowId, TagInfo, unknown_tag
from mltag_desktop.gui.document.journal import note_of, words_of
from mltag_desktop.gui.i18n import confidence_words, tr
from mltag_desktop.gui.record.record_loader import RecordContext, SimilarRecord
from mltag_desktop.gui.widgets.common import SpokenLabel
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.inputs import TabBar
from mltag_desktop.gui.widgets.layout import STRETCH, PageStack, hbox, vbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, row_height

UNLIKE: Final = tr("Unlike the training data. The confidence may be wrong.")
ROWS: Final = 4
"""Number of similar records that are shown."""
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class SimilarRecordsList(QWidget):
    """The most similar decided records: tag, title and similarity.

    Signals: `record_requested(row)` for a click or Return on a record.
    """

    record_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        name = tr("Similar decided records")
        self.setAccessibleName(name)
        self._words = muted_label(self, tr("Similarity to the training data"))
        headings = (ColumnHeading(tr("Tag"), "m" * 6), ColumnHeading(tr("Text")))
        similarity = ColumnHeading("", "0.00", right=True)
        self.table = LineTable(theme, name, (*headings, similarity))
        self.table.horizontalHeader().hide()
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.viewport().setAutoFillBackground(False)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for signal in (self.table.clicked, self.table.activated):
            signal.connect(self._ask)
        self.table.selectionModel().currentRowChanged.connect(self._mark)
        vbox(self.table, self._words, STRETCH, parent=self, margins=0, spacing=0)
        self.show_found(None, {})

    @property
    def words(self) -> str:
        """The message below the records."""
        return self._words.text()

    def show_found(
        self, found: RecordContext | None, tags: dict[str, TagInfo], *, unlike: bool = False
    ) -> None:
        """Show the context of a record; None while it is computed."""
        lines = [_similar_line(each, tags) for each in found.neighbours] if found else []
        if lines or self.table.lines.lines:
            self.table.lines.show(lines)
        # while it is empty there is nothing to reach with Tab; a click leaves the focus on the table
        self.table.setFocusPolicy(Qt.FocusPolicy.TabFocus if lines else Qt.FocusPolicy.NoFocus)
        if lines and self.table.hasFocus():
            self.table.selectRow(0)
        self.table.setFixedHeight(row_height(self.fontMetrics()) * len(lines))
        words = []
        if found is not None and not lines:
            none_yet = tr("Similar records are shown after some records have been decided.")
            words.append(tr("No decided record is similar.") if found.compared else none_yet)
        if unlike:
            words.append(UNLIKE)
        self._words.setText("\n".join(words))

    @Slot(QModelIndex)
    def _mark(self, current: QModelIndex) -> None:
        """Select the row that the keyboard reached; Qt makes the first one current without a mark."""
        if current.isValid():
            self.table.selectRow(current.row())

    @Slot()
    def _ask(self) -> None:
        if self.table.current is not None:
            self.record_requested.emit(self.table.current)


def _similar_line(found: SimilarRecord, tags: dict[str, TagInfo]) -> TableLine:
    record, likeness = found.record, confidence_words(found.likeness)
    name = record.decided or ""
    tag = tags.get(name) or unknown_tag(name)
    words = tr(
        "{name}, similarity {confidence}: {text}", name=name, confidence=likeness, text=found.title[:120]
    )
    tip = tr("{text}\nShow this record", text=record.text[:300])
    cells = (tag.label, found.title, likeness)
    return TableLine(cells, record.row, tags=(tag,), words=words, tips=dict.fromkeys(range(3), tip))


def muted_label(parent: QWidget, name: str) -> QLabel:
    """Create a label for secondary text that wraps and can be selected."""
    label = _muted(SpokenLabel(parent), name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class QuickLabel(SpokenLabel):
    """A label for secondary text that wraps, and can be selected while the mouse is over it.

    Qt lays out a selectable text as a document, which takes three times as long. Use `muted_label` for texts
    that people wrote, whose lines may be right-to-left.
    """

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        _muted(self, name)

    def setText(self, text: str) -> None:
        if not self.underMouse():
            self._set_selectable(on=False)
        super().setText(text)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._set_selectable(on=True)
        super().enterEvent(event)

    def _set_selectable(self, *, on: bool) -> None:
        flags = Qt.TextInteractionFlag
        wanted = flags.TextSelectableByMouse if on else flags.NoTextInteraction
        if self.textInteractionFlags() != wanted:
            self.setTextInteractionFlags(wanted)


def _muted(label: SpokenLabel, name: str) -> SpokenLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setAccessibleName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


NAMES: Final = (tr("Similar"), tr("History"), tr("Note"), tr("Guideline"))
_NOTE: Final = 2
_NOTE_LINES: Final = 2
_DRAFT_EVERY: Final = 500
"""Milliseconds between two drafts of a note that is being typed."""


class DetailTabs(QWidget):
    """The tabs of the detail panel.

    Signals: `record_requested(row)` from a similar record; `guideline_requested()` when the guideline tab is
    shown; `turned()` when another tab is shown.
    """

    record_requested = Signal(int)
    guideline_requested = Signal()
    turned = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.similar = SimilarRecordsList(theme, self)
        self.history = muted_label(self, tr("History of the record"))
        self.note = NotePane(self)
        self.guideline = QWidget(self)
        """Container for the guideline, which is created on first use."""
        self._bar = TabBar(self)
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(True)
        self._bar.setAccessibleName(tr("Similar records, history, note, guideline"))
        self._pages = _Pages(self)
        pages = (_scrolled(self.similar, self), _scrolled(self.history, self), self.note, self.guideline)
        for name, page in zip(NAMES, pages, strict=True):
            self._bar.addTab(name)
            self._pages.addWidget(page)
        self._bar.currentChanged.connect(self._show_page)
        self.note.filled.connect(self._mark_note)
        self.similar.record_requested.connect(self.record_requested)
        vbox(self._bar, self._pages, parent=self, margins=0, spacing=UNIT)

    def show_history(self, entries: Sequence[JournalEntry]) -> None:
        """Show what was done with the record, newest first."""
        self.history.setText(
            "\n".join(entry_words(entry) for entry in entries) or tr("No decisions on this record yet.")
        )

    def set_spare_height(self, spare: int) -> None:
        """Make the pages `spare` pixels higher than they need to be."""
        self._pages.set_spare_height(spare)

    def least_height(self) -> int:
        """Return the height that the shown tab needs at least: a note is no use without room to write."""
        is_note = self._pages.currentWidget() is self.note
        more = self.note.minimumSizeHint().height() - self._pages.minimumSizeHint().height()
        return self.minimumSizeHint().height() + (max(0, more) if is_note else 0)

    def turn_to(self, number: int) -> None:
        """Show the tab with this index of `NAMES`."""
        self._bar.setCurrentIndex(number)

    def show_guideline(self) -> None:
        """Show the guideline tab."""
        self.turn_to(len(NAMES) - 1)

    @Slot(int)
    def _show_page(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self.turned.emit()
        if self._pages.currentWidget() is self.guideline:
            self.guideline_requested.emit()

    @Slot(bool)
    def _mark_note(self, has_note: bool) -> None:
        """Show in the tab title whether the record has a note."""
        title = tr("Note ✎") if has_note else NAMES[_NOTE]
        if title != self._bar.tabText(_NOTE):  # the bar would lay itself out again
            self._bar.setTabText(_NOTE, title)
            self._bar.setTabToolTip(_NOTE, tr("This record has a note") if has_note else "")

    def write_note(self) -> None:
        """Show the note and focus it."""
        self._bar.setCurrentIndex(_NOTE)
        self.note.edit.setFocus()


class _Pages(PageStack):
    """A stack of pages of one fixed height, which shrinks in a low window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spare = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_spare_height(self, spare: int) -> None:
        """Be `spare` pixels higher than four similar records need."""
        if spare != self._spare:
            self._spare = spare
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Return False, because the tags above would move with the height of the page."""
        return False

    def sizeHint(self) -> QSize:
        return QSize(60 * UNIT, row_height(self.fontMetrics()) * (ROWS + 1) + self._spare)

    def minimumSizeHint(self) -> QSize:
        return QSize(40 * UNIT, row_height(self.fontMetrics()))


class NotePane(QWidget):
    """The note editor, which saves an unfinished note when it loses the focus.

    Signals: `typed(row, text)` with the unfinished note, twice a second while it is typed, and with an empty
    text when the draft is obsolete; `saved(row, text)`, `flagged(text)`; `left()` when the table should get
    the focus; `filled(has_note)` when a record is shown.
    """

    filled = Signal(bool)
    typed = Signal(int, str)
    saved = Signal(int, str)
    flagged = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = -1
        self._is_ahead = False
        self.edit = QPlainTextEdit(self, placeholderText=tr("Write a note on this record"))
        self.edit.setAccessibleName(tr("Note on the record"))
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(_NOTE_LINES * self.edit.fontMetrics().lineSpacing() + 2 * GAP)
        self.edit.installEventFilter(self)
        self._draft = QTimer(self, singleShot=True, interval=_DRAFT_EVERY)
        self._draft.timeout.connect(self._emit_typed)
        self.edit.textChanged.connect(self._begin_draft)
        self._save = QPushButton(tr("Save note"), self)
        self._save.setToolTip("Ctrl+Return")
        self._flag = QPushButton(tr("Flag with this note"), self)
        self._flag.setToolTip(tr("Flag the record and save the note (Ctrl+Shift+Return)"))
        self._save.clicked.connect(self._report_saved)
        self._flag.clicked.connect(self._report_flagged)
        for button in (self._save, self._flag):
            button.installEventFilter(self)
        row = hbox(self._save, self._flag, STRETCH, spacing=GAP)
        vbox((self.edit, 1), row, parent=self, margins=(0, UNIT, 0, 0), spacing=UNIT)

    def show_note(self, row: RowId, note: str) -> None:
        """Show a record's note, unless its note is being edited.

        An unfinished note on another record is saved.
        """
        if row == self._row and self.edit.document().isModified():
            if self._is_ahead and note:
                QTextCursor(self.edit.document()).insertText(
                    f"{note}\n"
                )  # at the start, before what is typed
            self._is_ahead = False
            return
        self.finish()
        before, self._row, self._is_ahead = self._row, row, False
        document = self.edit.document()
        if note or not document.isEmpty() or document.isUndoAvailable() or document.isRedoAvailable():
            self.edit.setPlainText(note)
        self._mark_saved()
        self.filled.emit(bool(note))
        if before >= 0 and row != before and self._has_focus():
            self.left.emit()  # further key presses are not meant for the new record

    def begin(self, row: RowId) -> None:
        """Let what is typed from now on belong to `row`, which is still being loaded."""
        if row != self._row:
            self.finish()
            self._row, self._is_ahead = row, True
            self.edit.clear()
            self._mark_saved()

    def set_writable(self, *, on: bool) -> None:
        """Make the note editable, or read-only for a past state or a read-only workspace."""
        self.edit.setReadOnly(not on)
        for button in (self._save, self._flag):
            button.setEnabled(on)

    @Slot()
    def finish(self) -> None:
        """Save the unfinished note, wherever the focus is."""
        if self.edit.hasFocus():
            QGuiApplication.inputMethod().commit()
        if self.edit.document().isModified():
            self._mark_saved()
            self.saved.emit(self._row, self.edit.toPlainText().strip())

    @Slot()
    def _report_saved(self) -> None:
        if not self.edit.isReadOnly():
            self._mark_saved()
            self.saved.emit(self._row, self.edit.toPlainText().strip())
        self.left.emit()

    @Slot()
    def _report_flagged(self) -> None:
        if not self.edit.isReadOnly():
            self._mark_saved()
            self.flagged.emit(self.edit.toPlainText().strip())
            self.typed.emit(self._row, "")
        self.left.emit()

    @Slot()
    def _begin_draft(self) -> None:
        if self.edit.document().isModified() and not self._draft.isActive():
            self._draft.start()

    @Slot()
    def _emit_typed(self) -> None:
        if self.edit.document().isModified():
            self.typed.emit(self._row, self.edit.toPlainText())

    def _mark_saved(self) -> None:
        """Mark the text as saved, and stop the draft timer."""
        self._draft.stop()
        self.edit.document().setModified(False)

    def _has_focus(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)

    def _is_left(self, reason: Qt.FocusReason) -> bool:
        """Return whether the focus moved elsewhere in this program.

        Another program or a popup only interrupts.
        """
        if reason == Qt.FocusReason.ActiveWindowFocusReason:
            active = QApplication.activeWindow()
            return active is not None and active != self.window()
        return reason != Qt.FocusReason.PopupFocusReason and not self._has_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and self._is_left(event.reason()):
            self.finish()
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and (watched is self.edit or event.key() == Qt.Key.Key_Escape)
        ):
            control = Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & control:
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                (self._report_flagged if shift else self._report_saved)()
                return True
        return False


def _scrolled(inner: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(inner.accessibleName())
    area.setWidget(inner)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    return area


def entry_words(entry: JournalEntry) -> str:
    """Return one line of a record's history."""
    try:
        at = _time_text(datetime.fromisoformat(entry.time))
    except ValueError:
        at = entry.time
    what = words_of(entry)
    undone = tr(" (undone)") if entry.undone else ""
    note = note_of(entry)
    return f"{at}  {entry.curator}  {what}{undone}{f' – {note}' if note else ''}"


def _time_text(at: datetime) -> str:
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(local, "dd MMM HH:mm")

"""The focus view: one record at a time in large type, with the controls needed to decide it.

The keys that decide are commands of the window, as in the table: `gui/state/commands.py` declares them and
`gui/application/curation_controller.py` handles them. `keyPressEvent` handles Esc only.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mltag_desktop.core.workspace.search.conditions import SearchHits
from mltag_desktop.core.workspace.types import RowId, TagInfo
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.record.detail_panel import RecordPane
from mltag_desktop.gui.record.detail_tabs import NotePane
from mltag_desktop.gui.record.record_loader import LoadedRecord, RecordLoader
from mltag_desktop.gui.record.tag_buttons import choices
from mltag_desktop.gui.record.text_view import TextView
from mltag_desktop.gui.state.session import TagKeys
from mltag_desktop.gui.widgets.common import (
    ElidedLabel,
    FlatButton,
    SpokenLabel,
    ThinProgressBar,
    hairline,
)
from mltag_desktop.gui.widgets.layout import STRETCH, PageStack, hbox, vbox
from mltag_desktop.gui.widgets.theme import (
    EDGE,
    GAP,
    GROUP,
    READING_SCALE,
    UNIT,
    Theme,
    row_height,
    tabular,
    tint,
    widened,
)

SCALE: Final = READING_SCALE * 1.25
_BETWEEN_HINTS: Final = "   "
_LEAST_WIDTH: Final = 120 * UNIT
_WIDEST: Final = 4_000
_TALLEST: Final = 220 * UNIT
_NOTE: Final = 34 * UNIT
_TEXT_LINES: Final = 8
"""Minimum height of the text in lines; a long tag list scrolls instead of shrinking the text."""
_NOTE_LEAST: Final = 18 * UNIT
_LOW: Final = 100 * UNIT
"""Window height in pixels below which shortcut hints and prediction are hidden."""
_LOW_WITH_NOTE: Final = 160 * UNIT
"""The same height while the note or the guideline is open."""
_TOP: Final = 12 * UNIT
"""Free space at the top for a notification, so that a one-line notification does not move the text."""


class FocusView(RecordPane):
    """Shows the table's current record; the next one is laid out in a hidden pane, to appear at once.

    Signals: those of `RecordPane`; `undo_requested()`.
    """

    undo_requested = Signal()

    def __init__(
        self, record_loader: RecordLoader, theme: Theme, parent: QWidget, tag_keys: TagKeys | None = None
    ) -> None:
        super().__init__(record_loader, theme, parent)
        self._tag_keys = tag_keys or TagKeys()
        self._tag_set: tuple[TagInfo, ...] = ()
        self._behind: tuple[RowId, tuple[str, ...]] | None = None
        self._panes = tuple(TextView(theme, self, SCALE) for _ in range(2))
        self._stack = PageStack(self)
        self._stack.setObjectName("texts")
        for pane in self._panes:
            pane.setCursorWidth(0)
            self._stack.addWidget(pane)
        self.note = NotePane(self)
        self.guideline = QWidget(self)
        """Container of the tag guideline; empty until the guideline is opened."""
        self.guideline.hide()
        self._progress_label = self._label(tr("Session progress"), ElidedLabel(self))
        self._place = self._label(tr("Position in the list"))
        self._bar = ThinProgressBar(theme, self)
        self._decision_label = self._label(tr("Prediction and decision"))
        self._decision_label.setWordWrap(True)
        self._hints = self._label(tr("Keys"))
        self._hints.setWordWrap(True)
        self._wants_hints = True
        self._done = self._label(tr("Last action"), ElidedLabel(self))
        self._undo = FlatButton(theme, tr("Undo"), self)
        self._undo.setObjectName("undo")
        keeps_place = self._undo.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self._undo.setSizePolicy(keeps_place)  # so that the first decision does not shift the layout
        self._next = self._label(tr("The next record"), ElidedLabel(self))
        self._next.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self._wire()
        self.show_done("")
        self.note.hide()
        self.setAccessibleName(tr("One record at a time"))

    def enlarge(self, factor: float) -> None:
        """Scale the text to `factor` times its default size."""
        for pane in self._panes:
            pane.enlarge(factor)
        self._place_body()

    def show_hits(self, hits: SearchHits) -> None:
        """Mark the words of a search."""
        for pane in self._panes:
            pane.show_hits(hits)

    @property
    def pane(self) -> TextView:
        """The visible text pane."""
        return self._panes[self._stack.currentIndex()]

    @property
    def reading(self) -> LoadedRecord | None:
        """The displayed record."""
        return self._reading

    def show_tags(self, tags: tuple[TagInfo, ...]) -> None:
        """Show the tags that can be chosen."""
        self._tag_set = tags
        record = self._reading.record if self._reading else None
        self.tags.show_choices(choices(tags, record, self._tag_keys))

    def show_reading(self, reading: LoadedRecord | None) -> None:
        """Show a record; switch to the hidden pane if the record is laid out there."""
        before, self._reading = self._reading, reading
        same = (
            before and reading and before.record.row == reading.record.row and before.parts == reading.parts
        )
        if reading is not None and not same and self._behind == (reading.record.row, reading.parts):
            self._stack.setCurrentIndex(1 - self._stack.currentIndex())
            self.pane.verticalScrollBar().setValue(0)
        elif not same:
            parts, marks = (reading.parts, reading.marks) if reading else ((), ())
            self.pane.show_parts(parts, marks)
        if not same:
            self._behind = None
            self.note.setHidden(self.note.isHidden() or not self.note.edit.hasFocus())
        if reading is not None:
            self.pane.show_marks(reading.marks)
        record = reading.record if reading else None
        self._spare_room()
        self.tags.show_choices(choices(self._tag_set, record, self._tag_keys))
        self.additional_tags.show_record(record, self._tag_set)
        said = self._words(reading.record, reading, self._tag_set) if reading else ""
        lines = [said.replace("\n", "  ·  ")]
        lines += [tr("Note: {note}", note=" ".join(record.note.split()))] if record and record.note else []
        self._decision_label.setText("  ·  ".join(lines))
        self.note.show_note(record.row if record else -1, record.note if record else "")

    def lay_out_next(self, reading: LoadedRecord | None) -> None:
        """Lay out the next record in the hidden pane."""
        title = " ".join(" ".join(reading.parts[:1]).split()) if reading else ""
        self._next.setText(tr("Next: {parts}", parts=title or tr("no text")) if reading else "")
        if reading is None or self._behind == (reading.record.row, reading.parts):
            return
        behind = self._panes[1 - self._stack.currentIndex()]
        behind.resize(self._stack.size())
        behind.show_parts(reading.parts, reading.marks)
        behind.document().size()
        self._behind = reading.record.row, reading.parts

    def show_session(self, words: str, share: float) -> None:
        """Show the session's progress as text, and the decided share of the list (0 to 1)."""
        self._progress_label.setText(words)
        self._bar.show_share(share)

    def show_place(self, words: str) -> None:
        """Show the record's position in the list."""
        self._place.setText(words)

    def show_hints(self, *, on: bool) -> None:
        """Show or hide the shortcut hints below the tags."""
        self._wants_hints = on
        self._spare_room()

    def show_keys(self, hints: Sequence[tuple[str, str]], undo: str, first_tag: str) -> None:
        """Show the current keys: pairs of key and what it does, that of Undo, and that of the first tag."""
        self._tag_key = first_tag
        self._hints.setText(joined_hints([f"{key} {words}" for key, words in hints if key]))
        self._undo.setText(tr("Undo ({key})", key=undo) if undo else tr("Undo"))

    def show_done(self, words: str) -> None:
        """Show the last action with an Undo button; an empty text hides both."""
        self._done.setText(words)
        self._done.setToolTip(words)
        self._undo.setVisible(bool(words))

    def write_note(self) -> None:
        """Open the note and close the guideline; both together would leave too little room for the text."""
        self.guideline.hide()
        self.note.show()
        self._spare_room()
        self.note.edit.setFocus()

    def show_guideline(self) -> None:
        """Open the guideline and close the note."""
        self.note.hide()
        self.guideline.show()
        self._spare_room()

    def hide_guideline(self) -> None:
        """Close the guideline."""
        self.guideline.hide()
        self._spare_room()

    def _spare_room(self) -> None:
        """Hide or shrink the other parts when the view is low, so that the text keeps its room."""
        metrics = self.fontMetrics()
        low = self.height() < widened(_LOW, metrics)
        extra_open = not self.note.isHidden() or not self.guideline.isHidden()
        tight = low or (extra_open and self.height() < widened(_LOW_WITH_NOTE, metrics))
        self.tags.setVisible(self._reading is not None)
        self._hints.setVisible(self._wants_hints and not tight)
        self._decision_label.setHidden(tight)
        note_height = min(_NOTE, max(_NOTE_LEAST, self.height() // 4))
        self.note.setFixedHeight(note_height)
        self.guideline.setFixedHeight(max(note_height, self.height() // 4))
        self.tags.setMinimumHeight(2 * row_height(metrics) if tight else 0)
        spacing = self.pane.fontMetrics().lineSpacing()
        lines = min(_TEXT_LINES, max(1, self.height() // (4 * spacing))) if tight else _TEXT_LINES
        self._stack.setMinimumHeight(lines * spacing)
        if not tight and self._missing_height() > 0:
            self._hints.hide()
            self._decision_label.setHidden(self._missing_height() > 0)
        self._shrink_text(4 * spacing)
        if extra_open:
            self.tags.setHidden(self.tags.isHidden() or self._missing_height() > 0)
        self._shrink_text(2 * spacing)

    def _shrink_text(self, least: int) -> None:
        """Let the text give the height that is missing, down to `least` pixels."""
        missing, height = self._missing_height(), self._stack.minimumHeight()
        self._stack.setMinimumHeight(max(min(least, height), height - max(0, missing)))

    def _missing_height(self) -> int:
        """Return how much higher the view would have to be for its parts."""
        layout = self._body.layout()
        needed = layout.totalMinimumHeightForWidth(self._body.width()) if layout is not None else 0
        return needed - (self.height() - GROUP - self._body.y())

    def _text(self) -> TextView:
        return self.pane

    @Slot()
    def _close_note(self) -> None:
        self.note.hide()
        self._spare_room()
        self.pane.setFocus()

    def _label(self, name: str, label: SpokenLabel | None = None) -> SpokenLabel:
        label = label or SpokenLabel(self)
        label.setFont(tabular(label.font()))
        label.setAccessibleName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        tint(self._theme, "muted", label)
        return label

    def _wire(self) -> None:
        self._wire_note(self.note)
        self._undo.clicked.connect(self.undo_requested)
        self.note.left.connect(self._close_note)
        self._theme.changed.connect(self.update)

    def _lay_out(self) -> None:
        head = hbox((self._progress_label, 1), self._place)
        foot = hbox(self._done, self._undo, STRETCH, self._next, spacing=GAP)
        self._body = QWidget(self)
        self._body.setObjectName("column")
        vbox(
            head,
            self._bar,
            EDGE,
            (self._stack, 1),
            self.note,
            self.guideline,
            self._decision_label,
            self.additional_tags,
            self.tags,
            self._hints,
            hairline(),
            foot,
            parent=self._body,
            margins=0,
            spacing=GAP,
        )
        self._bar.setMinimumWidth(0)
        self._bar.setMaximumWidth(_WIDEST)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_room()
        self._place_body()
        self._spare_room()  # the place of the parts is known now

    def _place_body(self) -> None:
        """Place everything in one column as wide as the longest line of text."""
        width = min(max(_LEAST_WIDTH, self.pane.longest_line + GAP), self.width() - 2 * EDGE)
        left = (self.width() - width) // 2
        reserved = _TOP if not self._decision_label.isHidden() else GAP
        top = max(reserved, self.contentsMargins().top() + GAP)
        room = self.height() - reserved - GROUP
        height = min(_TALLEST, room)
        above = max(top, reserved + (room - height) // 3)
        self._body.setGeometry(left, above, width, min(height, self.height() - GROUP - above))
        self._behind = None

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colours.window)

    def minimumSizeHint(self) -> QSize:
        return QSize(80 * UNIT, 40 * UNIT)


def joined_hints(parts: Sequence[str]) -> str:
    """Join hints with no-break spaces inside each hint, so that lines break only between hints."""
    return _BETWEEN_HINTS.join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)

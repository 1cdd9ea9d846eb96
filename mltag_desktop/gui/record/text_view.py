"""The text of a record, with the words highlighted that explain its tag."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from mltag_desktop.core.model.types import WeightedSpan
from mltag_desktop.core.workspace.search.conditions import SearchHits
from mltag_desktop.gui.i18n import tr, tr_plural
from mltag_desktop.gui.table.cell_painter import hit_format
from mltag_desktop.gui.widgets.theme import (
    GAP,
    READING_CHARACTERS,
    READING_LINE,
    READING_SCALE,
    Theme,
    scaled,
)

_WORD: Final = re.compile(r"\w+")
_LEAST: Final = 0.2
"""Minimum weight of a highlighted word, relative to the largest weight."""
_MOST: Final = 24
_STRONG: Final = 0.5
"""Relative weight from which a word has a solid underline."""
LONGEST: Final = 20_000
"""Number of characters that are laid out; of a longer text only the start is shown."""


@dataclass(frozen=True)
class MarkedWord:
    """A word at `start:end` and its weight relative to the largest weight, above 0 and at most 1."""

    start: int
    end: int
    strength: float


def marked_words(text: str, pieces: Sequence[WeightedSpan]) -> tuple[MarkedWord, ...]:
    """Return the words that added most to the score, in text order; overlapping pieces are summed."""
    weight = np.zeros(len(text) + 1)
    for piece in pieces:
        start, end = max(0, piece.start), min(len(text), piece.end)
        if start < end:
            weight[start:end] += piece.weight / (end - start)
    spans = [match.span() for match in _WORD.finditer(text)]
    sums = [float(weight[start:end].sum()) for start, end in spans]
    top = max(sums, default=0.0)
    if top <= 0:
        return ()
    least = sorted(sums, reverse=True)[:_MOST][-1]
    return tuple(
        MarkedWord(start, end, total / top)
        for (start, end), total in zip(spans, sums, strict=True)
        if total >= max(least, _LEAST * top)
    )


class TextView(QTextEdit):
    """Shows the parts of a record's text (title, description, …) as paragraphs.

    A sentence about a missing text is part of the document: Qt cuts off the second line of a placeholder.
    """

    def __init__(self, theme: Theme, parent: QWidget, scale: float = READING_SCALE) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[str, ...] = ()
        self._marks: tuple[MarkedWord, ...] = ()
        self._hits = SearchHits()
        self._is_framed = False
        self._meant = scale
        self._scale = scale
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Record text"))
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self.setViewportMargins(0, 0, GAP, 0)
        theme.changed.connect(self._apply_theme)
        self._recolour()
        self._set_formats()

    def show_parts(self, parts: Sequence[str], marks: Sequence[MarkedWord] = ()) -> None:
        """Show these parts, which the model reads joined by a space, and highlight `marks` in them.

        Without parts, no record is selected.
        """
        self._parts = tuple(parts)
        self._marks = tuple(marks)
        self._draw()

    def show_marks(self, marks: Sequence[MarkedWord]) -> None:
        """Highlight words; positions count from the start of the first part, with one space between parts."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self._highlight()

    def show_hits(self, hits: SearchHits) -> None:
        """Mark the words of a search in this text and in those that are shown later."""
        self._hits = hits
        self._highlight()

    def _highlight(self) -> None:
        """Highlight the words of `_marks` and of the search; the layout of the text stays."""
        if not (self._marks or self._hits or self.extraSelections()):
            return
        text = " ".join(self._parts)[:LONGEST]
        places, hit = _document_places(text), hit_format(self._theme.colours)
        words = [(mark.start, mark.end, self._mark_format(mark)) for mark in self._marks]
        words += [(start, end, hit) for start, end in self._hits.in_text(text)]
        found = []
        for start, end, look in words:
            if end < len(places):
                part = QTextEdit.ExtraSelection()
                part.cursor = QTextCursor(self.document())
                part.cursor.setPosition(places[start])
                part.cursor.setPosition(places[end], QTextCursor.MoveMode.KeepAnchor)
                part.format = look
                found.append(part)
        self.setExtraSelections(found)

    def enlarge(self, factor: float) -> None:
        """Show the text `factor` times its default size."""
        scale = self._meant * factor
        if scale != self._scale:
            self._scale = scale
            self._set_formats()
            self._draw()

    @property
    def longest_line(self) -> int:
        """Width of a line of 75 characters in pixels."""
        return self._longest_line

    @Slot()
    def _apply_theme(self) -> None:
        self._recolour()
        self._set_formats()
        self._draw()

    def _draw(self) -> None:
        self._fit()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # one layout for all changes: an empty text would hide the scroll bar
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        left = LONGEST
        if not any(self._parts):
            words = tr("This record has no text.") if self._parts else tr("No record is selected.")
            cursor.setBlockFormat(self._block_formats[False])
            cursor.insertText(words, self._quiet_format())
        for number, part in enumerate(self._parts if any(self._parts) else ()):
            if number:
                cursor.insertBlock()
            is_title = number == 0 and len(self._parts) > 1
            cursor.setBlockFormat(self._block_formats[is_title])
            cursor.block().layout().setCacheEnabled(True)
            # a line end would start a block; a line separator keeps all positions
            shown = part[: max(0, left)].replace("\r", " ").replace("\n", "\u2028")
            cursor.insertText(shown, self._char_formats[is_title])
            left -= len(part) + 1
        if left < 0:
            cursor.insertBlock()
            cursor.insertText(
                tr_plural("… and {n:,} more character", "… and {n:,} more characters", -left),
                self._quiet_format(),
            )
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)  # screen readers speak the line of the cursor
        self.verticalScrollBar().setValue(0)
        self._highlight()

    def _set_formats(self) -> None:
        """Make the formats for the present font, size and colours; each text is drawn with them."""
        self._block_formats = [self._block_format(is_title=is_title) for is_title in (False, True)]
        self._char_formats = [self._char_format(is_title=is_title) for is_title in (False, True)]
        metrics = QFontMetricsF(scaled(self.font(), self._scale))
        self._longest_line = int(metrics.averageCharWidth() * READING_CHARACTERS)
        self._fit()

    def _block_format(self, *, is_title: bool) -> QTextBlockFormat:
        block = QTextBlockFormat()
        line = 1.25 if is_title else READING_LINE
        block.setLineHeight(line * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setBottomMargin(GAP)
        return block

    def _char_format(self, *, is_title: bool) -> QTextCharFormat:
        words = QTextCharFormat()
        font = scaled(self.font(), self._scale * (1.15 if is_title else 1.0), bold=is_title)
        words.setFont(font)
        words.setForeground(self._theme.colours.text)
        return words

    def _quiet_format(self) -> QTextCharFormat:
        words = QTextCharFormat()
        words.setFont(self.font())
        words.setForeground(self._theme.colours.muted)
        return words

    def _mark_format(self, mark: MarkedWord) -> QTextCharFormat:
        """Return a highlight's format: a background and an underline, which is solid for strong words."""
        ground = QColor(self._theme.colours.mark)
        ground.setAlphaF(0.25 + 0.75 * mark.strength)
        marked, line = QTextCharFormat(), QTextCharFormat.UnderlineStyle
        marked.setBackground(ground)
        marked.setUnderlineStyle(line.SingleUnderline if mark.strength >= _STRONG else line.DotLine)
        marked.setUnderlineColor(self._theme.colours.text)
        return marked

    def _recolour(self) -> None:
        shades = self.palette()
        shades.setColor(QPalette.ColorRole.Base, self._theme.colours.window)
        self.setPalette(shades)

    def _fit(self) -> None:
        """Limit lines to 75 characters, however wide the pane is."""
        width = min(self.viewport().width(), self._longest_line)
        if width != self.lineWrapColumnOrWidth():  # else the text would be laid out again
            self.setLineWrapColumnOrWidth(width)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a focus frame if the focus came by Tab."""
        super().focusInEvent(event)
        reason = Qt.FocusReason
        self._is_framed = event.reason() in (reason.TabFocusReason, reason.BacktabFocusReason)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_framed = False
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a page, or to an end; QTextEdit would move its invisible cursor instead."""
        bar = self.verticalScrollBar()
        page = max(1, self.viewport().height() - self.fontMetrics().lineSpacing())  # repeats a line
        target = {
            int(Qt.Key.Key_PageUp): bar.value() - page,
            int(Qt.Key.Key_PageDown): bar.value() + page,
            int(Qt.Key.Key_Home): bar.minimum(),
            int(Qt.Key.Key_End): bar.maximum(),
        }.get(event.key())
        if target is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            bar.setValue(target)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_framed:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.colours.accent, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_formats()
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _document_places(text: str) -> Sequence[int]:
    """Return the position of each character, and of the end, in Qt's document, which counts UTF-16 units."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return range(len(text) + 1)
    return list(accumulate((2 if character > "\uffff" else 1 for character in text), initial=0))

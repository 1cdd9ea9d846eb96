"""The list of similar decided records in the detail panel."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from mltag_desktop.core.workspace.types import TagInfo, unknown_tag
from mltag_desktop.gui.i18n.text_direction import draw_record_text, mirrored
from mltag_desktop.gui.i18n.translation import confidence_words, tr
from mltag_desktop.gui.record.record_context import RecordContext, SimilarRecord
from mltag_desktop.gui.widgets.accessibility import SpokenLabel
from mltag_desktop.gui.widgets.layout.boxes import vbox
from mltag_desktop.gui.widgets.tag_chip import ChipState, chip_width, draw_chip
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, row_height, tabular

UNLIKE: Final = tr("Unlike the training data. The confidence may be wrong.")
ROWS: Final = 4
"""Number of similar records that are shown."""
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class SimilarRecordsList(QWidget):
    """The most similar decided records.

    Signals: `record_requested(row)`.
    """

    record_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Similar decided records"))
        self._words = muted_label(self, tr("Similarity to the training data"))
        self._lines = [SimilarRecordButton(theme, self) for _ in range(ROWS)]
        column = vbox(parent=self, margins=0, spacing=0)
        for line in self._lines:
            line.requested.connect(self.record_requested)
            column.addWidget(line)
        column.addWidget(self._words)
        column.addStretch(1)
        self._is_empty = False
        self.show_found(None, {})

    @property
    def words(self) -> str:
        """The message below the records."""
        return self._words.text()

    @property
    def rows(self) -> list[int]:
        """Rows of the displayed records."""
        return [line.neighbour.record.row for line in self._lines if line.neighbour and not line.isHidden()]

    def show_found(self, found: RecordContext | None, tags: dict[str, TagInfo]) -> None:
        """Show the context of a record; None while it is computed."""
        if found is None and self._is_empty:
            return
        self._is_empty = found is None
        neighbours = found.neighbours if found else ()
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(neighbours))
            if number < len(neighbours):
                line.show_neighbour(neighbours[number], tags)
        widest = max((line.chip for line in self._lines[: len(neighbours)]), default=0)
        for line in self._lines:
            line.start_text_after(widest)
        words = []
        if found is not None and not neighbours:
            none_yet = tr("Similar records are shown after some records have been decided.")
            words.append(tr("No decided record is similar.") if found.compared else none_yet)
        if found is not None and found.unlike:
            words.append(UNLIKE)
        self._words.setText("\n".join(words))


class SimilarRecordButton(QAbstractButton):
    """A similar record: tag, title and similarity.

    Signals: `requested(row)`.
    """

    requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tag: TagInfo | None = None
        self._before_text = 0
        self.neighbour: SimilarRecord | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the table
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(tr("Similar record"))
        self.clicked.connect(self._ask)

    def show_neighbour(self, neighbour: SimilarRecord, tags: dict[str, TagInfo]) -> None:
        """Show this record."""
        self.neighbour = neighbour
        name = neighbour.record.decided or ""
        self._tag = tags.get(name) or unknown_tag(name)
        self.setToolTip(tr("{text}\nShow this record", text=neighbour.record.text[:300]))
        self.setAccessibleName(
            tr(
                "{name}, similarity {confidence}: {text}",
                name=name,
                confidence=confidence_words(neighbour.likeness),
                text=neighbour.title[:120],
            )
        )
        self.update()

    @property
    def chip(self) -> int:
        """Width of the chip in pixels."""
        return chip_width(self._tag, self.fontMetrics()) if self._tag is not None else 0

    def start_text_after(self, width: int) -> None:
        """Reserve `width` pixels for the chip, so that the texts of all lines are aligned."""
        self._before_text = width
        self.update()

    @Slot()
    def _ask(self) -> None:
        if self.neighbour is not None:
            self.requested.emit(self.neighbour.record.row)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.neighbour is None or self._tag is None:
            return
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(body, UNIT, UNIT)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body, UNIT, UNIT)
        line = self.rect().adjusted(UNIT, 0, -UNIT, 0)
        chip = min(self.chip, line.width() // 3)
        place = mirrored(painter, line, QRectF(line.left(), 0, chip, self.height()))
        draw_chip(painter, place, self._tag, ChipState.DECIDED, colours)
        painter.setFont(tabular(self.font()))
        figure = confidence_words(self.neighbour.likeness)
        painter.setPen(colours.muted)
        painter.drawText(line, _RIGHT, figure)
        before = min(self._before_text, line.width() // 3)
        used_width = before + GAP + painter.fontMetrics().horizontalAdvance(figure) + 2 * GAP
        room = QRect(line.left() + before + GAP, 0, line.width() - used_width, self.height())
        painter.setFont(self.font())
        painter.setPen(colours.text)
        text = self.neighbour.title[:200]
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        draw_record_text(painter, mirrored(painter, line, room), _LEFT, shown)

    def sizeHint(self) -> QSize:
        return QSize(60 * UNIT, row_height(self.fontMetrics()))


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

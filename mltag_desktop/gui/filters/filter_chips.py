"""The bar above the table with the filter's conditions as removable chips."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from mltag_desktop.core.workspace.search.conditions import QueryTerm
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import escape_mnemonic, mirrored, tr, translate_core_message
from mltag_desktop.gui.widgets.common import FlatButton, MutedLabel, SpokenLabel
from mltag_desktop.gui.widgets.icons import draw as draw_icon
from mltag_desktop.gui.widgets.layout import FlowLayout
from mltag_desktop.gui.widgets.tag_chip import draw_sign
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, tint, widened

_HEIGHT: Final = 6 * UNIT
_REMOVE_KEYS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_WIDEST: Final = 90 * UNIT
_CROSS: Final = 14
_SIGN: Final = 10


@dataclass(frozen=True)
class FilterChip:
    """A removable condition of the filter panel or of the search line; without one, the chosen records."""

    words: str
    term: QueryTerm | None = None
    is_facet: bool = False


def chips_of(
    facets: Iterable[QueryTerm], terms: Iterable[QueryTerm], tags: Iterable[TagInfo]
) -> list[FilterChip]:
    """Return a chip for each condition of the filter panel and of the search line."""
    labels = {tag.name: tag.label for tag in tags}
    return [
        *(FilterChip(translate_core_message(term.label(labels)), term, True) for term in facets),
        *(FilterChip(term.words, term) for term in terms),
    ]


class FilterChipBar(QWidget):
    """Shows the filter's conditions as chips, and an error in the search text.

    Signals: `taken_off(chip)`; `save_requested()`; `clear_requested()`.
    """

    taken_off = Signal(object)
    save_requested = Signal()
    clear_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[ChipButton] = []
        self.setAccessibleName(tr("Filter conditions"))
        self._flow = FlowLayout(self)
        self.problem = SpokenLabel(self)
        self.problem.setAccessibleName(tr("Search error"))
        self.problem.setMinimumHeight(_HEIGHT)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.note = MutedLabel(theme, "", self)
        self.note.setAccessibleName(tr("Order of the records"))
        self.note.setWordWrap(False)
        self.note.setMinimumHeight(_HEIGHT)
        self.save = self._button(tr("Save this filter"), tr("Keep this filter in the filter pane"))
        self.clear = self._button(tr("Clear filters"), tr("Show all records"))
        self.save.clicked.connect(self.save_requested)
        self.clear.clicked.connect(self.clear_requested)
        tint(theme, "warning", self.problem)
        self.show_chips((), "", saved=False)

    @property
    def words(self) -> list[str]:
        """The texts of the shown conditions."""
        return [button.chip.words for button in self._chips]

    def show_chips(self, chips: Sequence[FilterChip], problem: str, *, saved: bool) -> None:
        """Show the conditions and the error `problem`; `saved` tells whether this filter is a saved one."""
        focused = next((place for place, button in enumerate(self._chips) if button.hasFocus()), None)
        for button in self._chips:
            button.deleteLater()
        self._chips = []
        self._flow.empty()
        for chip in chips:
            button = ChipButton(self._theme, chip, self)
            button.taken_off.connect(self.taken_off)
            button.show()
            self._chips.append(button)
            self._flow.addWidget(button)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.save.setText(tr("Remove saved filter") if saved else tr("Save this filter"))
        for part in (self.note, self.save, self.clear, self.problem):
            self._flow.addWidget(part)
        for part in (self.save, self.clear):
            part.setVisible(bool(chips))
        self._wrap_problem()
        self.setVisible(bool(chips or problem))
        self._lay_out()
        if focused is not None and self._chips:
            self._chips[min(focused, len(self._chips) - 1)].setFocus()

    def show_note(self, words: str, hint: str = "") -> None:
        """Say after the conditions how the records are sorted; `hint` is its tooltip."""
        self.note.setText(words)
        self.note.setToolTip(hint)
        self.note.setVisible(bool(words))
        self._lay_out()

    def _lay_out(self) -> None:
        self._flow.invalidate()
        self._flow.setGeometry(self.rect())
        self.updateGeometry()

    def _wrap_problem(self) -> None:
        """Wrap the error message if it does not fit in one line."""
        width = self.problem.fontMetrics().horizontalAdvance(self.problem.text())
        self.problem.setWordWrap(width > self.width() - 2 * GAP)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = FlatButton(self._theme, text, self)
        button.setFixedHeight(max(_HEIGHT, button.fontMetrics().height() + UNIT))
        button.setToolTip(tip)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap_problem()


class ChipButton(QAbstractButton):
    """A condition with a cross; a click, Space, Delete or Backspace removes it.

    Signals: `taken_off(chip)`.
    """

    taken_off = Signal(object)

    def __init__(self, theme: Theme, chip: FilterChip, parent: QWidget, tag: TagInfo | None = None) -> None:
        """Show `chip`; with a `tag`, also show its symbol in its colour."""
        super().__init__(parent)
        self._theme = theme
        self._tag = tag
        self.chip = chip
        self.setText(escape_mnemonic(chip.words))
        self.setAccessibleName(tr("Remove condition: {words}", words=chip.words))
        self.setToolTip(tr("Remove: {words}", words=chip.words))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the table
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._emit_removed)

    @Slot()
    def _emit_removed(self) -> None:
        self.taken_off.emit(self.chip)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in _REMOVE_KEYS
        ):
            event.accept()  # otherwise Backspace would clear the decision on the current record
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVE_KEYS:
            self._emit_removed()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colours.accent, 2 if self.hasFocus() else 1))
        painter.setBrush(colours.hover if self.underMouse() else colours.selection)
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        side = widened(_CROSS, self.fontMetrics())
        room = self.rect().adjusted(GAP + 2, 0, -side - GAP - 2, 0)
        if self._tag is not None:
            size = widened(_SIGN, self.fontMetrics())
            sign = QRectF(room.left(), (self.height() - size) / 2, size, size)
            place = mirrored(painter, QRectF(self.rect()), sign)
            draw_sign(painter, place, self._tag.sign, colours.tag(self._tag.colour))
            room.setLeft(room.left() + size + UNIT)
        painter.setPen(colours.text)
        words = painter.fontMetrics().elidedText(self.chip.words, Qt.TextElideMode.ElideRight, room.width())
        room = mirrored(painter, self.rect(), room)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        cross = QRectF(self.width() - side - GAP, (self.height() - side) / 2, side, side)
        draw_icon(painter, mirrored(painter, QRectF(self.rect()), cross), "close", colours.muted)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.chip.words)
        wide += widened(_CROSS, self.fontMetrics()) + 2 * GAP + 6
        wide += widened(_SIGN, self.fontMetrics()) + UNIT if self._tag is not None else 0
        return QSize(min(_WIDEST, wide), max(_HEIGHT, self.fontMetrics().height() + UNIT))

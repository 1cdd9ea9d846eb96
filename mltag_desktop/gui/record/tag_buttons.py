"""The tags of a record, predicted and additional, as buttons.

The tags of a record with keys and probabilities, to decide by a click, and its additional tags.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from mltag_desktop.core.messages import probability_words
from mltag_desktop.core.workspace.types import NO_MARKS, Mark, Origin, RecordView, TagInfo, unknown_tag
from mltag_desktop.gui.filters.filter_chips import ChipButton, FilterChip
from mltag_desktop.gui.i18n import confidence_words, is_mirrored, mirrored, tr
from mltag_desktop.gui.state.commands import MOST_TAG_KEYS
from mltag_desktop.gui.state.session import TagKeys
from mltag_desktop.gui.table.table_model import icons_of, tooltip_of, words_of
from mltag_desktop.gui.widgets.common import draw_button
from mltag_desktop.gui.widgets.icons import draw as draw_icon
from mltag_desktop.gui.widgets.layout import STRETCH, FlowLayout, vbox
from mltag_desktop.gui.widgets.tag_chip import ChipState, draw_bar, draw_sign, elided_name, outline, sign_side
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, row_height, tabular, widened

_SHOWN_AT_MOST = 60
_ALL_VISIBLE = 15
"""Number of tags up to which all are visible where there is room; of more, those with a digit."""
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class TagChoice:
    """One line of the list: a tag, its digit (0 for none) and the record's values for it."""

    tag: TagInfo
    key: int
    probability: float | None
    """In hundredths, as shown, so that a button is drawn again only if it looks different."""
    predicted: bool
    decided: bool
    also: bool = False
    """Whether the tag is an additional tag of the record."""
    suggested: bool = False
    """Whether the tag is a suggested additional tag of the record."""
    marks: Mark = NO_MARKS
    """Marks of the record, shown at its current tag."""
    note: str = ""
    words: str = ""
    """Text that replaces bar and probability, for example what the tag would change on several records."""
    live: bool = False
    """Whether the prediction is a live one."""
    has_letters: bool = False
    """Whether any tag of the list has a letter as its key, so that all lines leave room for it."""

    @property
    def keys(self) -> str:
        """The tag's keys as text: digit, letter or both."""
        return f"{self.key or ''} {self.tag.key.upper()}".strip()


def choices(
    tags: Sequence[TagInfo],
    record: RecordView | None,
    keys: TagKeys | None = None,
    words: Mapping[str, str] | None = None,
) -> list[TagChoice]:
    """Return the lines to show for `record`, with the keys that `keys` gives.

    With `words` by tag, for several records, these replace the record's own values.
    """
    keys = keys or TagKeys()
    probabilities = record.probabilities if record else None
    shown = keys.order(tags, probabilities)[:_SHOWN_AT_MOST]
    has_digits = probabilities is not None or not keys.follows_record(tags)
    one = record if words is None else None
    if one is not None:
        missing = {one.decided, *one.also}.difference(tag.name for tag in shown)
        shown = [*shown, *(tag for tag in tags if tag.name in missing)]
        if not has_digits:  # nothing else puts the tag of the record in view
            shown.sort(key=lambda tag: tag.name != one.decided)
    known = (one.probabilities if one else None) or {}
    marked = one.decided or one.predicted if one else None
    has_letters = any(tag.key for tag in tags)
    return [
        TagChoice(
            tag,
            number if has_digits and number <= MOST_TAG_KEYS else 0,
            _hundredths(known.get(tag.name)),
            one is not None and one.predicted == tag.name,
            one is not None and one.decided == tag.name,
            one is not None and tag.name in one.also,
            one is not None and tag.name in one.suggested,
            one.marks if one is not None and tag.name == marked else NO_MARKS,
            one.note if one is not None and tag.name == marked else "",
            words.get(tag.name, "") if words is not None else "",
            one is not None and one.origin is not Origin.MODEL,
            has_letters,
        )
        for number, tag in enumerate(shown, start=1)
    ]


def _hundredths(probability: float | None) -> float | None:
    return float(probability_words(probability) or 0) if probability is not None else None


class TagButtonList(QScrollArea):
    """The list of tags.

    Signals: `chosen(tag)` on a click, `also_chosen(tag)` on Shift+click; `looked_at(tag)` when a tag is
    hovered or focused, with an empty name when it no longer is.
    """

    chosen = Signal(str)
    also_chosen = Signal(str)
    looked_at = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[TagButton] = []
        self._shown = 0
        """Number of tags that are shown, by the first buttons."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons take the focus
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(tr("Tags"))
        body = QWidget(self)
        self._column = vbox(STRETCH, parent=body, margins=0, spacing=0)
        self.setWidget(body)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)

    def show_choices(self, shown: Sequence[TagChoice]) -> None:
        """Show these tags, and reuse the buttons."""
        while len(self._buttons) < len(shown):
            button = TagButton(self._theme, self)
            button.chosen.connect(self.chosen)
            button.also_chosen.connect(self.also_chosen)
            button.looked_at.connect(self.looked_at)
            self._column.insertWidget(len(self._buttons), button)
            self._buttons.append(button)
        for button, choice in zip(self._buttons, shown, strict=False):
            button.show_choice(choice)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(shown))
        if len(shown) != self._shown:
            self._shown = len(shown)
            self.updateGeometry()

    def tag_at(self, key: int) -> str | None:
        """Return the name of the tag for key 1 to 9, or None."""
        shown = [button.choice for button in self._buttons[: self._shown]]
        return next((choice.tag.name for choice in shown if choice and choice.key == key), None)

    def sizeHint(self) -> QSize:
        rows = self._shown if self._shown <= _ALL_VISIBLE else MOST_TAG_KEYS
        return QSize(60 * UNIT, row_height(self.fontMetrics()) * rows)

    def minimumSizeHint(self) -> QSize:
        return QSize(48 * UNIT, row_height(self.fontMetrics()) * min(self._shown, 4))


class TagButton(QAbstractButton):
    """One tag: key, symbol, name, bar and probability.

    Signals: those of `TagButtonList`.
    """

    chosen = Signal(str)
    also_chosen = Signal(str)
    looked_at = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choice: TagChoice | None = None
        self._figures = 0
        """Left edge of bar and probability; they are painted alone if nothing else changes."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the table
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)  # what is below need not be painted with each record
        self._measure()
        self.clicked.connect(self._choose)
        theme.changed.connect(self.update)

    def show_choice(self, choice: TagChoice) -> None:
        """Show this tag."""
        before = self.choice
        if choice == before:
            return
        self.choice = choice
        words = [choice.keys, choice.tag.name]
        words += [confidence_words(choice.probability)] if choice.probability is not None else []
        words += [tr("predicted")] * choice.predicted + [tr("decided")] * choice.decided
        words += [tr("also")] * choice.also + [tr("suggested")] * choice.suggested
        words += [words_of(choice.marks), choice.words]
        self.setAccessibleName(" ".join(word for word in words if word))
        if (
            before is not None
            and before.probability is not None
            and choice.probability is not None
            and vars(choice) == vars(before) | {"probability": choice.probability}
        ):
            self.update(self._figures, 0, self.width() - self._figures, self.height())
            return
        self.setAccessibleDescription(choice.tag.description or " ")  # not the tooltip, for each of the tags
        if self.underMouse():
            self.setToolTip(tooltip(choice))
        self.update()

    def _choose(self) -> None:
        if self.choice is not None:
            shift = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.also_chosen if shift else self.chosen).emit(self.choice.tag.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        choice = self.choice
        if choice is None:
            return
        colours = self._theme.colours
        painter = QPainter(self)
        body = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        strong = choice.decided or self.isDown()
        fill = colours.selection if strong else colours.hover if self.underMouse() else None
        draw_button(painter, body, fill, colours, focused=self.hasFocus())
        if choice.predicted:  # outlined like the chip of a predicted tag
            state = ChipState.LIVE if choice.live else ChipState.PREDICTED
            painter.setPen(outline(colours.tag(choice.tag.colour), state))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body, UNIT, UNIT)
        self._paint_line(painter, choice, self.rect().adjusted(GAP, 0, -GAP, 0), event.rect().left())

    def _measure(self) -> None:
        """Store the font of the numbers and the width of one, which are the same for each record."""
        self._font = tabular(self.font())
        self._metrics = QFontMetrics(self._font)
        self._number_width = self._metrics.horizontalAdvance("0.00")

    def _sign_area(self, choice: TagChoice, line: QRect) -> QRectF:
        """Return where the symbol is painted in a line from left to right."""
        side = sign_side(self._metrics) + 1
        widest = "0 M" if choice.has_letters else "0"
        left = line.left() + self._metrics.horizontalAdvance(widest) + GAP
        return QRectF(left, line.center().y() - (side - 1) / 2, side, side)

    def _paint_line(self, painter: QPainter, choice: TagChoice, line: QRect, start: int) -> None:
        """Paint the line; what is left of `start` need not be painted."""
        colours, metrics, number = self._theme.colours, self._metrics, self._number_width
        painter.setFont(self._font)
        bar = min(24 * UNIT, max(10 * UNIT, line.width() - 70 * UNIT))
        if line.width() - number - bar < widened(40 * UNIT, metrics):  # the name matters more than the bar
            bar = 0
        right = line.right() - number - bar - GAP
        if choice.probability is None:
            right = line.right() - GAP
        if choice.words:
            painter.setPen(colours.muted)
            sign = self._sign_area(choice, line)
            words = fitted_words(choice, metrics, line.right() - round(sign.right()) - 6)
            right = line.right() - metrics.horizontalAdvance(words) - GAP
            painter.drawText(line, _RIGHT, words)
        elif choice.probability is not None:
            ink = colours.text if choice.predicted else colours.muted
            painter.setPen(ink)
            painter.drawText(line, _RIGHT, confidence_words(choice.probability))
            room = QRect(line.right() - number - bar - UNIT, line.top(), bar, line.height())
            draw_bar(painter, mirrored(painter, line, room), choice.probability, ink, colours.line)
            self._figures = 0 if is_mirrored(painter) else right
            if 0 < self._figures <= start:
                return
        sign = self._sign_area(choice, line)
        painter.setPen(colours.muted)
        painter.drawText(line, _LEFT, choice.keys)
        draw_sign(painter, mirrored(painter, line, sign), choice.tag.sign, colours.tag(choice.tag.colour))
        right -= UNIT if choice.marks else 0
        for icon in reversed(icons_of(choice.marks)):
            side = widened(14, metrics)
            right -= side + UNIT
            place = QRectF(right + UNIT, line.center().y() - side / 2, side, side)
            draw_icon(painter, mirrored(painter, line, place), icon, colours.text)
        if choice.decided or choice.also or choice.suggested:
            mark = widened(14, metrics)
            right -= mark + 6
            place = QRectF(right + UNIT, line.center().y() - mark / 2, mark, mark)
            place = mirrored(painter, line, place)
            ink = colours.faint if choice.suggested else colours.good
            draw_icon(painter, place, "accepted" if choice.decided else "also", ink)
        painter.setFont(self.font())
        painter.setPen(colours.text)
        left = round(sign.right()) + 6
        name = fitted_name(choice, painter.fontMetrics(), right - left - UNIT)
        room = QRect(left, line.top(), right - left, line.height())
        painter.drawText(mirrored(painter, line, room), _LEFT, name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        if self.choice is not None:
            self.setToolTip(tooltip(self.choice))
        self.looked_at.emit(self.choice.tag.name if self.choice else "")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.looked_at.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit(self.choice.tag.name if self.choice else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.looked_at.emit("")

    def sizeHint(self) -> QSize:
        return QSize(60 * UNIT, row_height(self.fontMetrics()))

    def minimumSizeHint(self) -> QSize:
        return QSize(40 * UNIT, row_height(self.fontMetrics()))


def tooltip(choice: TagChoice) -> str:
    """Return what a button says while the mouse is over it."""
    guideline = f"\n{choice.tag.description}" if choice.tag.description else ""
    above = [words for words in (tooltip_of(choice.marks, choice.note), choice.words) if words]
    return "".join(f"{words}\n" for words in above) + tr(
        "{name}: click to set the tag, Shift+click to add or remove it as an additional tag{guideline}",
        name=choice.tag.name,
        guideline=guideline,
    )


def fitted_name(choice: TagChoice, metrics: QFontMetrics, room: int) -> str:
    """Return the tag's name, or its short name if a text next to it leaves too little, elided to `room`."""
    name = choice.tag.name
    if choice.words and metrics.horizontalAdvance(name) > room:
        name = choice.tag.label
    return elided_name(name, metrics, room)


def fitted_words(choice: TagChoice, metrics: QFontMetrics, room: int) -> str:
    """Return the text next to the name, elided so that the short name keeps its space in `room`."""
    short = metrics.horizontalAdvance(min(choice.tag.label, choice.tag.name, key=len))
    return metrics.elidedText(choice.words, Qt.TextElideMode.ElideRight, room - short - GAP - 2 * UNIT)


class AdditionalTags(QWidget):
    """Shows the additional tags; hidden if the record has no additional tag.

    Signals: `taken_off(tag)`.
    """

    taken_off = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[TagInfo, ...] = ()
        self._buttons: list[ChipButton] = []
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, UNIT)
        self._label = QLabel(tr("Also"), self)
        self._label.setMinimumHeight(max(6 * UNIT, self.fontMetrics().height() + UNIT))
        self._flow.addWidget(self._label)
        self.setAccessibleName(tr("Additional tags"))
        self.hide()

    @property
    def names(self) -> list[str]:
        """Names of the displayed tags."""
        return [tag.name for tag in self._tags]

    def show_record(self, record: RecordView | None, tags: Sequence[TagInfo]) -> None:
        """Show the additional tags of a record, or the suggested ones."""
        names = (record.also or record.suggested) if record is not None else ()
        if not names and not self._tags:
            return
        known = {tag.name: tag for tag in tags}
        is_suggested = record is not None and not record.also
        self._label.setText(tr("Suggested") if is_suggested else tr("Also"))
        self._label.setToolTip(
            tr("Accepting the predicted tag adds these tags; remove those that are wrong first.")
            if is_suggested
            else ""
        )
        wanted = tuple(known.get(name) or unknown_tag(name) for name in names)
        if wanted != self._tags:
            self._tags = wanted
            self._fill()

    def _fill(self) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for tag in self._tags:
            button = ChipButton(self._theme, FilterChip(tag.name), self, tag)
            button.setAccessibleName(tr("Remove additional tag {name}", name=tag.name))
            button.setToolTip(tr("Remove the additional tag {name}", name=tag.name))
            button.taken_off.connect(self._remove_tag)
            self._flow.addWidget(button)
            self._buttons.append(button)
            button.show()
        self.setVisible(bool(self._tags))
        self._flow.invalidate()
        self.updateGeometry()

    @Slot(object)
    def _remove_tag(self, chip: FilterChip) -> None:
        for tag, button in zip(self._tags, self._buttons, strict=True):
            if button.chip is chip:
                self.taken_off.emit(tag.name)

"""Small pieces that the panels share: headings, muted text, the one primary button, nouns that count."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Final

from PySide6 import QtGui
from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Colours, Theme, scaled

_ROUND: Final = 2.0


def heading(text: str, factor: float = 1.15) -> QLabel:
    """Return a bold line above a group."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)  # names of files and tags stand in it
    label.setFont(scaled(label.font(), factor, bold=True))
    return label


def section(title: str, beside: QWidget | None = None) -> tuple[QWidget, QVBoxLayout]:
    """Return a box with a heading, and the layout to fill it."""
    box = QWidget()
    inside = QVBoxLayout(box)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(GAP)
    line = QHBoxLayout()
    named = heading(title)
    named.setMinimumHeight(named.fontMetrics().height() + GAP)  # as one that has a box beside it
    line.addWidget(named, 1)
    if beside is not None:
        line.addWidget(beside)
    inside.addLayout(line)
    return box, inside


class MutedLabel(QLabel):
    """Secondary text in the theme's muted colour; wraps, and can be selected."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)  # names and texts of records stand in it
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._follow()
        theme.changed.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        palette = QPalette(self.palette())
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(role, self._theme.colours.muted)
        self.setPalette(palette)


class PrimaryButton(QPushButton):
    """The one button of a panel that is filled with the accent.

    It paints itself: Fusion lightens a coloured button until its text is hard to read, and hides the focus.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._fill() if self.isEnabled() else colours.line))
        painter.setBrush(self._fill())
        painter.drawRoundedRect(body, _ROUND, _ROUND)
        if self.hasFocus():
            painter.setPen(QPen(colours.on_accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(2, 2, -2, -2), _ROUND, _ROUND)
        label = QStyleOptionButton()
        self.initStyleOption(label)
        ink = colours.on_accent if self.isEnabled() else colours.faint
        label.palette.setColor(QPalette.ColorRole.ButtonText, ink)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonLabel, label, painter, self)
        painter.end()

    def _fill(self) -> QColor:
        colours = self._theme.colours
        if not self.isEnabled():
            return colours.window
        if self.isDown():
            return colours.accent.darker(125)
        return colours.accent.darker(110) if self.underMouse() else colours.accent


class FlatButton(QPushButton):
    """A button without a frame, but while it has the focus: Fusion draws none then either."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they were

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colours.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)


def button_row(*right: QPushButton, left: Sequence[QWidget] = ()) -> QHBoxLayout:
    """Return buttons side by side, of which Return in a field presses none."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for each in left:
        row.addWidget(each)
    row.addStretch(1)
    for button in right:
        row.addWidget(button)
    for each in (*left, *right):
        if isinstance(each, QPushButton):
            each.setAutoDefault(False)
    return row


def hairline() -> QFrame:
    """Return a thin horizontal line between groups."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    line.setFixedHeight(1)
    return line


def infos_of(order: Sequence[str], known: Sequence[TagInfo]) -> Mapping[str, TagInfo]:
    """Return how each tag of `order` is drawn, those of `known` as there."""
    return {tag.name: tag for tag in tag_infos([*known, *order])}


def tip(text: str) -> str:
    """Return `text` so that a tip shows it as it stands, where Qt would take it for markup."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'


def local_time(iso: str) -> str:
    """Write an ISO 8601 time as the day and minute on this machine's clock."""
    try:
        return datetime.fromisoformat(iso).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return iso


def draw_button(
    painter: QPainter, body: QRectF, fill: QColor | None, colours: Colours, *, focused: bool
) -> None:
    """Fill a flat button with rounded corners, None for no fill, and frame the one with the focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(body, UNIT, UNIT)
    if focused:
        painter.setPen(QPen(colours.accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, UNIT, UNIT)

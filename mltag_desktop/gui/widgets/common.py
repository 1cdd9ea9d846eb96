"""Small widgets and helpers that dialogs and panels share: headings, labels, buttons, tooltips, times."""

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
from mltag_desktop.gui.widgets.accessibility import SpokenLabel
from mltag_desktop.gui.widgets.layout.boxes import hbox, vbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Colours, Theme, scaled

_ROUND: Final = 2.0


def heading(text: str, factor: float = 1.15) -> QLabel:
    """Return a bold heading."""
    label = QLabel(text)
    label.setObjectName("heading")
    label.setTextFormat(Qt.TextFormat.PlainText)  # headings contain file and tag names
    label.setFont(scaled(label.font(), factor, bold=True))
    return label


def section(title: str, trailing: QWidget | None = None) -> tuple[QWidget, QVBoxLayout]:
    """Return a box with a heading, optionally with `trailing` at its end, and the layout for its contents."""
    box = QWidget()
    inside = vbox(parent=box, margins=0, spacing=GAP)
    line = QHBoxLayout()
    title_label = heading(title)
    # as high as a heading with a combo box
    title_label.setMinimumHeight(title_label.fontMetrics().height() + GAP)
    line.addWidget(title_label, 1)
    if trailing is not None:
        line.addWidget(trailing)
    inside.addLayout(line)
    return box, inside


class MutedLabel(SpokenLabel):
    """Secondary text in the theme's muted colour; it wraps and can be selected."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)  # labels contain names and record texts
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._apply_theme()
        theme.changed.connect(self._apply_theme)

    @Slot()
    def _apply_theme(self) -> None:
        palette = QPalette(self.palette())
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(role, self._theme.colours.muted)
        self.setPalette(palette)


class PrimaryButton(QPushButton):
    """The main button of a panel, filled with the accent colour.

    It paints itself, because Fusion lightens a coloured button until its text is hard to read, and hides the
    focus.
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
    """A flat button that shows a frame when focused, which Fusion does not draw for flat buttons."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click keeps the focus where it is

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colours.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)


def button_row(*right: QPushButton, left: Sequence[QWidget] = ()) -> QHBoxLayout:
    """Return a row of buttons; none of them is a dialog's default button."""
    row = hbox(spacing=GAP)
    for widget in left:
        row.addWidget(widget)
    row.addStretch(1)
    for button in right:
        row.addWidget(button)
    for widget in (*left, *right):
        if isinstance(widget, QPushButton):
            widget.setAutoDefault(False)
    return row


def hairline() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    line.setFixedHeight(1)
    return line


def infos_of(order: Sequence[str], known: Sequence[TagInfo]) -> Mapping[str, TagInfo]:
    """Return how each tag of `order` is drawn; tags in `known` keep their look."""
    return {tag.name: tag for tag in tag_infos([*known, *order])}


def tip(text: str) -> str:
    """Return `text` for a tooltip, escaped if Qt would interpret it as markup."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'


def local_time(iso: str) -> str:
    """Format an ISO 8601 time as date and minute in local time."""
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

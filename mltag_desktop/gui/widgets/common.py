"""Small widgets and functions that dialogs and panels share.

Output for screen readers besides the names of widgets.

Small widgets and helpers that dialogs and panels share: headings, labels, buttons, tooltips, times.

A thin progress bar.

Qt's own repaints itself immediately with every value, in the middle of other work.

The message that an empty table shows: why it is empty and what to do.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Final

from PySide6 import QtGui
from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import mirrored, tr
from mltag_desktop.gui.widgets.layout import hbox, vbox
from mltag_desktop.gui.widgets.theme import (
    EDGE,
    GAP,
    UNIT,
    Colours,
    Theme,
    scaled,
    tint,
    widened,
)

_KERNING: Final = 3


class SpokenLabel(QLabel):
    """A label with an accessible name, whose text is its accessible description.

    Screen readers speak the name in place of the text: "Save state", but not "Saved".
    """

    def setText(self, text: str) -> None:
        if text != self.text():  # the same text would be laid out again
            super().setText(text)
        if self.accessibleName():
            self.setAccessibleDescription(text)


class ElidedLabel(SpokenLabel):
    """A label that shows the beginning of its text if it is too narrow for all of it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            area,
            self.alignment().value,
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
        painter.end()


class _KeyLabel(QLabel):
    """A label with an underlined letter, which has no kerning; Qt's size hints have."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(widened(_KERNING, self.fontMetrics()), 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(widened(_KERNING, self.fontMetrics()), 0)


def label_of(part: QWidget, text: str, parent: QWidget | None = None) -> QLabel:
    """Return a label whose mnemonic leads to `part`.

    Screen readers keep the text that a label had before its buddy was set, with the ampersand.
    """
    label = _KeyLabel(parent)
    label.setBuddy(part)
    label.setText(text)
    return label


def announce(source: QWidget, words: str) -> None:
    """Let a screen reader speak `words`, for what happens away from the focus."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))


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
        self.setTextFormat(Qt.TextFormat.PlainText)  # labels contain names and record texts
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        tint(theme, "muted", self)


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
        style = self.style()
        style.drawControl(style.ControlElement.CE_PushButtonLabel, label, painter, self)
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


def text_button(text: str, run: Callable[[], object], hint: str = "") -> QPushButton:
    """Return a button that calls `run` and is no default button; `hint` is its tooltip."""
    made = QPushButton(text, autoDefault=False)
    made.setToolTip(hint)
    made.clicked.connect(lambda: run())
    return made


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


_HEIGHT = 6


class ThinProgressBar(QWidget):
    """Shows progress from 0 to 1."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(tr("Progress"))
        theme.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Set the progress, from 0 to 1."""
        if round(share * self.width()) != round(self._share * self.width()):
            self.update()
        self._share = min(1.0, max(0.0, share))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colours.line)
        full = QRect(0, 0, round(self.width() * self._share), self.height())
        painter.fillRect(mirrored(painter, self.rect(), full), self._theme.colours.accent)

    def sizeHint(self) -> QSize:
        return QSize(24 * UNIT, _HEIGHT)


class EmptyState(QWidget):
    """A message with a button, centred in its parent.

    Signals: `shown_changed(shown)` when the message is shown or hidden.
    """

    shown_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._run: Callable[[], object] | None = None
        self._title = QLabel(self)
        self._title.setFont(scaled(self.font(), 1.15, bold=True))
        self._words = QLabel(self)
        self._button = QPushButton(self)
        column = vbox((None, 2), parent=self, margins=EDGE, spacing=GAP)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(GAP)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._button.clicked.connect(self._run_action)
        tint(theme, "muted", self._words)
        self.hide()

    def say(
        self, title: str, words: str = "", button: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a message, perhaps with a button, which calls `run`.

        While something is loading, there is no animation, which would suggest progress.
        """
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setAccessibleName(f"{title} {words}".strip())
        self.show()
        self.raise_()
        self._button.setVisible(bool(button))
        self._button.setText(button)
        self._run = run
        focus = QApplication.focusWidget()
        if button and (focus is None or focus.isAncestorOf(self)):  # nobody is typing elsewhere
            self._button.setFocus()

    @Slot()
    def _run_action(self) -> None:
        table = self.parentWidget()
        if table is not None and self._button.hasFocus():
            table.setFocus()
        if self._run is not None:
            self._run()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown_changed.emit(False)

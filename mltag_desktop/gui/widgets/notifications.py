"""Notifications: a bar at the edge of a page with a message and an optional action."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.gui.i18n import mirrored, tr, tr_plural, translate_core_message
from mltag_desktop.gui.widgets.common import announce
from mltag_desktop.gui.widgets.icons import SIZE, icon
from mltag_desktop.gui.widgets.layout import hbox
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, Theme, widened

_DURATION: Final = 8000
"""Milliseconds until a notification that needs no action closes by itself."""
_IN_USE: Final = 1000
"""Milliseconds until it closes once it is no longer hovered or focused."""
_LINES: Final = 2
"""Number of lines of a text above which the rest is shown on demand."""
_NARROW: Final = 40
"""Average characters of text beside the buttons below which the buttons move below the text."""


class NotificationKind(StrEnum):
    """Determines how a notification looks, and whether it closes by itself."""

    INFO = "info"
    SUCCESS = "success"
    ERROR = "error"
    OFFER = "offer"


_LASTING: Final = frozenset({NotificationKind.ERROR, NotificationKind.OFFER})


@dataclass(frozen=True)
class NotificationAction:
    """The button of a notification: its text and function."""

    text: str
    run: Callable[[], object]


@dataclass(frozen=True)
class Notification:
    """One message; `hint` says what to do."""

    text: str
    hint: str = ""
    kind: NotificationKind = NotificationKind.INFO
    action: NotificationAction | None = None


class Notifications(QWidget):
    """Shows notifications in a reserved area at the lower edge of its parent, so that it covers nothing.

    The parent's contents margin makes room for it; it can also be placed at the top. A button shows the rest
    of a long text. In a narrow bar, the buttons are below the text. The newest notification is shown. Errors
    and offers stay until they are closed; others close after a few seconds and reveal the ones below. With
    several notifications, a button shows the next one.

    Signals: `shown(Notification)`; `failed(error)` with each `MltagError`.
    """

    shown = Signal(object)
    failed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._host = parent
        self._on_top = False
        self._stack: list[Notification] = []
        self._timed: Notification | None = None
        """The notification whose time is running."""
        self._pointer = QPoint()
        """Where the pointer was when it was shown."""
        self._sign = QLabel(self)
        self._text = QLabel(self, wordWrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QToolButton(self, autoRaise=True)
        self._details.setCheckable(True)
        self._details.setText(tr("Details"))
        self._details.setObjectName("details")
        self._details.setToolTip(tr("Show the whole message"))
        self._next = QToolButton(self, autoRaise=True)
        self._next.setToolTip(tr("Show the next message; this one stays"))
        self._button = QPushButton(self)
        self._button.setObjectName("action")
        self._close = QToolButton(self, autoRaise=True)
        self._close.setAccessibleName(tr("Close this message"))
        self._close.setToolTip(tr("Close this message"))
        self._timer = QTimer(self, singleShot=True)
        self._lay_out()
        self._timer.timeout.connect(self._expire)
        self._close.clicked.connect(self.dismiss)
        self._button.clicked.connect(self._run_action)
        self._next.clicked.connect(self.turn)
        self._details.toggled.connect(self._place)
        for button in (self._details, self._button, self._next, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click keeps the focus where it is
        parent.installEventFilter(self)
        theme.changed.connect(self._recolour)
        self.hide()

    def show_in(self, host: QWidget, *, on_top: bool = False) -> None:
        """Move the bar to the lower or upper edge of another widget."""
        if host is self._host:
            return
        self._host.removeEventFilter(self)
        self._host.setContentsMargins(0, 0, 0, 0)
        self._host, self._on_top = host, on_top
        self.setParent(host)
        host.installEventFilter(self)
        self._render()

    @property
    def current(self) -> Notification | None:
        """The displayed notification."""
        return self._stack[-1] if self._stack else None

    @property
    def pending(self) -> tuple[Notification, ...]:
        """All notifications that are not closed; the displayed one is the last."""
        return tuple(self._stack)

    def info(self, text: str, hint: str = "", action: NotificationAction | None = None) -> None:
        """Show information that needs no answer."""
        self.show_notice(Notification(text, hint, NotificationKind.INFO, action))

    def success(self, text: str, hint: str = "", action: NotificationAction | None = None) -> None:
        """Show that a user command succeeded."""
        self.show_notice(Notification(text, hint, NotificationKind.SUCCESS, action))

    def error(self, text: str, hint: str = "", action: NotificationAction | None = None) -> None:
        """Show what went wrong and what to do; stays until it is closed."""
        self.show_notice(Notification(text, hint, NotificationKind.ERROR, action))

    def offer(self, text: str, hint: str, action: NotificationAction) -> None:
        """Offer an action with its reason; stays until it is used or closed."""
        self.show_notice(Notification(text, hint, NotificationKind.OFFER, action))

    @Slot(object)
    def failure(self, error: Exception) -> None:
        """Show an `MltagError`; for `Operation.failed`. The crash boundary handles all other errors."""
        if isinstance(error, MltagError):
            self.failed.emit(error)
            self.error(translate_core_message(error.message), translate_core_message(error.hint))

    def show_notice(self, notice: Notification) -> None:
        """Show `notice` now."""
        self._stack = [n for n in self._stack if n.kind in _LASTING and n != notice]
        self._stack.append(notice)
        self._render()
        announce(self, self._shown_text)
        self.shown.emit(notice)

    def wait(self, notice: Notification) -> None:
        """Show a lasting `notice` after the current one, so that no button changes under the pointer."""
        if not self._stack:
            self.show_notice(notice)
            return
        self._stack = [n for n in self._stack if n != notice]
        self._stack.insert(max(0, len(self._stack) - 1), notice)
        self._render()
        self.shown.emit(notice)

    @Slot()
    def turn(self) -> None:
        """Show the next notification, and move the current one to the end."""
        if self._stack:
            self._stack.insert(0, self._stack.pop())
            self._render()

    @Slot()
    def dismiss(self) -> None:
        """Close the displayed notification."""
        if self._stack:
            self._stack.pop()
        self._render()

    @Slot()
    def _expire(self) -> None:
        """Close an expired notification, unless it is in use: a click or key would hit what is below.

        A pointer that rested where the bar appeared does not use it.
        """
        focus = QApplication.focusWidget()
        is_hovered = self.underMouse() and QCursor.pos() != self._pointer
        if is_hovered or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start(_IN_USE)
        else:
            self.dismiss()

    def withdraw(self, notice: Notification | None) -> None:
        """Remove a notification that is no longer true, if there is one."""
        if notice in self._stack:
            self._stack.remove(notice)
            self._render()

    def replace(self, notice: Notification, by: Notification) -> None:
        """Update a notification whose figures have changed, where it is; nothing if it was closed.

        Two that become equal become one.
        """
        if notice != by and by in self._stack:
            self.withdraw(notice)
        elif notice != by and notice in self._stack:
            self._stack[self._stack.index(notice)] = by
            if self.current is by:  # another one keeps its time and its details
                self._render()

    def leave_table(self) -> None:
        """Close the notifications about a table that was closed; errors stay."""
        self._stack = [notice for notice in self._stack if notice.kind is NotificationKind.ERROR]
        self._render()

    def clear(self) -> None:
        """Close all notifications."""
        self._stack.clear()
        self._render()

    def _lay_out(self) -> None:
        self._buttons = QWidget(self)
        # a part that appears moves none to its right
        hbox(
            self._next, self._details, self._button, self._close, parent=self._buttons, margins=0, spacing=GAP
        )
        self._line = hbox(self._sign, (self._text, 1), spacing=GAP)
        self._column = hbox((self._line, 1), self._buttons, parent=self, margins=(GROUP, UNIT, GAP, UNIT))

    def _render(self) -> None:
        notice = self.current
        if notice is not self._timed:
            self._timed, self._pointer = notice, QCursor.pos()
            self._timer.stop()
            if notice is not None and notice.kind not in _LASTING:
                self._timer.start(_DURATION)
        self.setVisible(notice is not None)
        if notice is None:
            self._host.setContentsMargins(0, 0, 0, 0)
            return
        self._recolour()
        self.setAccessibleName(self._shown_text)
        if self._details.isChecked():
            self._details.setChecked(False)
        self._button.setVisible(notice.action is not None)
        if notice.action is not None:
            self._button.setText(notice.action.text)
            self._button.setAccessibleName(notice.action.text)
        more = len(self._stack) - 1
        self._next.setVisible(more > 0)
        self._next.setText(tr_plural("{n} more", "{n} more", more))
        self._next.setAccessibleName(tr("Show the next message; this one stays"))
        self._place()
        self.raise_()

    @Slot()
    def _run_action(self) -> None:
        notice = self.current
        self.dismiss()
        if notice is not None and notice.action is not None:
            notice.action.run()

    @property
    def _shown_text(self) -> str:
        notice = self.current
        return f"{notice.text} {notice.hint}".strip() if notice else ""

    @Slot()
    def _place(self) -> None:
        """Take the height of the shown text at the edge of the host; the edge of the buttons stays there."""
        if self.current is None:
            return
        words, width = " ".join(self._shown_text.split()), self._host.width()
        self._details.show()
        character, beside = self._text.fontMetrics().averageCharWidth(), self._buttons.sizeHint().width()
        is_narrow = width < _NARROW * character + beside
        room = int((_LINES - 0.4) * (width if is_narrow else width - beside) / character)  # words are whole
        is_long, is_whole = len(words) > room, self._details.isChecked()
        self._details.setVisible(is_long)
        self._text.setText(self._shown_text if is_whole or not is_long else f"{words[:room].rstrip()}…")
        direction = QBoxLayout.Direction
        self._column.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        edge = Qt.AlignmentFlag.AlignTop if self._on_top else Qt.AlignmentFlag.AlignBottom
        self._line.setAlignment(self._sign, edge)
        self._column.setAlignment(self._buttons, edge | Qt.AlignmentFlag.AlignRight)
        self._buttons.updateGeometry()  # Qt would tell their new size later
        line = max(8 * UNIT, self._buttons.sizeHint().height())
        self._sign.setFixedHeight(line)
        self._buttons.setFixedHeight(line)
        height = max(10 * UNIT, self.heightForWidth(width))
        self.setGeometry(0, 0 if self._on_top else self._host.height() - height, width, height)
        self._host.setContentsMargins(0, height if self._on_top else 0, 0, 0 if self._on_top else height)

    @Slot()
    def _recolour(self) -> None:
        kind = self.current.kind if self.current else NotificationKind.INFO
        shown = NotificationKind.INFO if kind is NotificationKind.OFFER else kind
        colours, side = self._theme.colours, widened(SIZE, self.fontMetrics())
        self._sign.setFixedWidth(side + UNIT)
        self._sign.setPixmap(icon(shown.value, colours, self._accent(), side).pixmap(side, side))
        self._close.setIconSize(QSize(side, side))
        self._close.setIcon(icon("close", colours, size=side))
        self.update()

    def _accent(self) -> QColor:
        colours = self._theme.colours
        kind = self.current.kind if self.current else NotificationKind.INFO
        return {
            NotificationKind.INFO: colours.accent,
            NotificationKind.OFFER: colours.accent,
            NotificationKind.SUCCESS: colours.good,
            NotificationKind.ERROR: colours.warning,
        }[kind]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colours.base)
        edge = mirrored(painter, self.rect(), QRect(0, 0, UNIT, self.height()))
        painter.fillRect(edge, self._accent())
        line = self.height() - 1 if self._on_top else 0
        painter.fillRect(0, line, self.width(), 1, self._theme.colours.line)

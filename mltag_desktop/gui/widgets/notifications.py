"""A quiet bar at the edge of the page that tells of an outcome and offers one way on."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QPushButton, QToolButton, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.gui.i18n.text_direction import mirrored
from mltag_desktop.gui.i18n.translation import tr, tr_plural, translate_core_message
from mltag_desktop.gui.widgets.icons import SIZE, icon
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, Theme, widened

_READ_FOR: Final = 8000
"""Milliseconds that a notice stays when nothing has to be done about it."""


_BESIDE: Final = 90 * UNIT
"""Width that a text has at least, with its signs, beside the button."""


class NotificationKind(StrEnum):
    """How a notice looks, and whether it goes by itself."""

    INFO = "info"
    SUCCESS = "success"
    ERROR = "error"
    OFFER = "offer"


_LASTING: Final = frozenset({NotificationKind.ERROR, NotificationKind.OFFER})


@dataclass(frozen=True)
class NotificationAction:
    """The button of a notice: its text, and what it does."""

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
    """Takes its own room at the lower edge of its parent: it hides nothing, and nothing above it moves.

    Its parent's layout ends above it; where the place below is taken, it can stand at the top.
    The newest notice is shown. An error or an offer stays until it is closed; others go after some seconds,
    and what they hid comes back. Where several stay, one can turn to the next.

    Signals: `shown(Notice)`; `failed(error)` with each user's error.
    """

    shown = Signal(object)
    failed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._host = parent
        self._on_top = False
        self._stack: list[Notification] = []
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._next = QToolButton(self)
        self._next.setAutoRaise(True)
        self._next.setToolTip(tr("Show the next message; this one stays"))
        self._button = QPushButton(self)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(tr("Close this message"))
        self._close.setToolTip(tr("Close this message"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._lay_out()
        self._timer.timeout.connect(self._let_go)
        self._close.clicked.connect(self.dismiss)
        self._button.clicked.connect(self._act)
        self._next.clicked.connect(self.turn)
        for button in (self._button, self._next, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they were
        parent.installEventFilter(self)
        theme.changed.connect(self._recolour)
        self.hide()

    def stand_in(self, host: QWidget, *, on_top: bool = False) -> None:
        """Stand at the lower edge of another widget from now on, or at its upper one."""
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
        """The notice that is shown."""
        return self._stack[-1] if self._stack else None

    def info(self, text: str, hint: str = "", action: NotificationAction | None = None) -> None:
        """Tell of something that needs no answer."""
        self.show_notice(Notification(text, hint, NotificationKind.INFO, action))

    def success(self, text: str, hint: str = "", action: NotificationAction | None = None) -> None:
        """Tell that what the curator asked for is done."""
        self.show_notice(Notification(text, hint, NotificationKind.SUCCESS, action))

    def error(self, text: str, hint: str = "", action: NotificationAction | None = None) -> None:
        """Tell what went wrong and what to do; stays until it is closed."""
        self.show_notice(Notification(text, hint, NotificationKind.ERROR, action))

    def offer(self, text: str, hint: str, action: NotificationAction) -> None:
        """Offer something with its evidence; stays until it is taken or closed."""
        self.show_notice(Notification(text, hint, NotificationKind.OFFER, action))

    @Slot(object)
    def failure(self, error: Exception) -> None:
        """Show a user's error; for `Job.failed`. Anything else is the crash boundary's."""
        if isinstance(error, MltagError):
            self.failed.emit(error)
            self.error(translate_core_message(error.message), translate_core_message(error.hint))

    def show_notice(self, notice: Notification) -> None:
        """Show `notice` now."""
        self._stack = [n for n in self._stack if n.kind in _LASTING and n != notice]
        self._stack.append(notice)
        self._render()
        self.shown.emit(notice)

    def wait(self, notice: Notification) -> None:
        """Show `notice`, one that stays, after what is shown now: that is not taken from under a hand."""
        if not self._stack:
            self.show_notice(notice)
            return
        self._stack = [n for n in self._stack if n != notice]
        self._stack.insert(max(0, len(self._stack) - 1), notice)
        self._render()
        self.shown.emit(notice)

    @Slot()
    def turn(self) -> None:
        """Show the notice below; the one that is shown comes after all others."""
        if self._stack:
            self._stack.insert(0, self._stack.pop())
            self._render()

    @Slot()
    def dismiss(self) -> None:
        """Close the notice that is shown."""
        if self._stack:
            self._stack.pop()
        self._render()

    @Slot()
    def _let_go(self) -> None:
        """Close what had its time, but not under pointer or keys: the click would hit what is below."""
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start()
        else:
            self.dismiss()

    def withdraw(self, notice: Notification) -> None:
        """Take away a notice that is no longer true, where it is still shown."""
        if notice in self._stack:
            self._stack.remove(notice)
            self._render()

    def leave_table(self) -> None:
        """Close what was told of a table that is closed; errors stay."""
        self._stack = [notice for notice in self._stack if notice.kind is NotificationKind.ERROR]
        self._render()

    def clear(self) -> None:
        """Close all notices."""
        self._stack.clear()
        self._render()

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GROUP, UNIT, GAP, UNIT)
        self._grid.setSpacing(GAP)
        self._grid.addWidget(self._sign, 0, 0)
        self._grid.addWidget(self._text, 0, 1)
        self._grid.addWidget(self._button, 0, 2)
        self._grid.addWidget(self._next, 0, 3)
        self._grid.addWidget(self._close, 0, 4)
        self._grid.setColumnStretch(1, 1)

    def _put_button(self, width: int) -> None:
        """Put the button beside the text, or below it where the text would have too little room."""
        beside = width - self._button.sizeHint().width() >= widened(_BESIDE, self.fontMetrics())
        place = (0, 2) if beside else (1, 1)
        if self._grid.itemAtPosition(*place) is None:
            self._grid.removeWidget(self._button)
            self._grid.addWidget(self._button, *place, Qt.AlignmentFlag.AlignLeft)

    def _render(self) -> None:
        notice = self.current
        self._timer.stop()
        self.setVisible(notice is not None)
        if notice is None:
            self._host.setContentsMargins(0, 0, 0, 0)
            return
        self._recolour()
        self._text.setText(f"{notice.text} {notice.hint}".strip())
        self.setAccessibleName(self._text.text())
        self._button.setVisible(notice.action is not None)
        if notice.action is not None:
            self._button.setText(notice.action.text)
            self._button.setAccessibleName(notice.action.text)
        more = len(self._stack) - 1
        self._next.setVisible(more > 0)
        self._next.setText(tr_plural("{n} more", "{n} more", more))
        self._next.setAccessibleName(tr("Show the next message; this one stays"))
        if notice.kind not in _LASTING:
            self._timer.start(_READ_FOR)
        self._place()
        self.raise_()

    @Slot()
    def _act(self) -> None:
        notice = self.current
        self.dismiss()
        if notice is not None and notice.action is not None:
            notice.action.run()

    def _place(self) -> None:
        width = self._host.width()
        self._put_button(width)
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

"""Recently opened files: their menu, and which of them exist.

Files are looked for in the background, so that a network drive that does not answer blocks nothing.

The start page: open a table, paste text, try the sample, take the tour, or open a recent file.
"""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QMenu,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.gui.i18n import escape_mnemonic, mirrored, tr
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.widgets.common import PrimaryButton, draw_button
from mltag_desktop.gui.widgets.icons import SIZE, icon
from mltag_desktop.gui.widgets.icons import draw as draw_icon
from mltag_desktop.gui.widgets.layout import flowing, vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, UNIT, Theme, row_height, scaled, widened

_CHECK_EVERY: Final = 30
"""Milliseconds between two `found` signals while the files are checked."""


def is_there(path: Path) -> bool:
    """Return whether the file exists; False if its folder cannot be read."""
    try:
        return path.exists()
    except OSError:
        return False


class FileAvailability(QObject):
    """Checks whether files exist, in a daemon thread.

    Signals: `found()` repeatedly while the check runs, and once when it ends.
    """

    found = Signal()

    def __init__(self, parent: QObject, exists: Callable[[Path], bool] = is_there) -> None:
        super().__init__(parent)
        self._exists = exists
        self._known: dict[str, bool] = {}
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self, interval=_CHECK_EVERY)
        self._timer.timeout.connect(self._emit_found)

    def check(self, names: Sequence[str]) -> None:
        """Check these files, unless the previous check is still running."""
        if not names:
            return
        if self._thread is None or not self._thread.is_alive():
            arguments = (names, self._exists, self._known)
            self._thread = threading.Thread(target=_check, args=arguments, name="recent files", daemon=True)
            self._thread.start()
        self._timer.start()

    def is_missing(self, name: str) -> bool:
        """Return whether the file is known to be missing."""
        return not self._known.get(name, True)

    @Slot()
    def stop(self) -> None:
        """Emit no more signals until the next check."""
        self._timer.stop()

    @Slot()
    def _emit_found(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._timer.stop()
        self.found.emit()


def _check(names: Sequence[str], exists: Callable[[Path], bool], known: dict[str, bool]) -> None:
    for name in names:
        known[name] = exists(Path(name))


class RecentMenu(QMenu):
    """Lists the recent files each time it is shown, and disables missing ones as they are found.

    Signals: `requested(path)`.
    """

    requested = Signal(object)

    def __init__(
        self, settings_store: SettingsStore, parent: QWidget, exists: Callable[[Path], bool] = is_there
    ) -> None:
        super().__init__(tr("Open recen&t"), parent)
        self._settings_store = settings_store
        self._file_availability = FileAvailability(self, exists)
        self._file_availability.found.connect(self._show_missing)
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.aboutToHide.connect(self._file_availability.stop)

    def put_before(self, bar: QMenuBar, action: QAction) -> None:
        """Insert this menu before `action`, in the menu that contains it."""
        for title in bar.actions():
            menu = title.menu()
            if isinstance(menu, QMenu) and action in menu.actions():
                menu.insertMenu(action, self)

    @Slot()
    def fill(self) -> None:
        """List the recent files; files that are known to be missing are disabled."""
        self.clear()
        names = self._settings_store.settings.recent_files
        for number, name in enumerate(names, 1):
            path = Path(name)
            action = self.addAction(f"&{number} {escape_mnemonic(path.name)}")
            action.setToolTip(name)
            action.setData(name)
            action.triggered.connect(partial(self.requested.emit, path))
        if not names:
            self.addAction(tr("No recent files")).setEnabled(False)
            return
        self._file_availability.check(names)
        self._show_missing()

    @Slot()
    def _show_missing(self) -> None:
        for action in self.actions():
            action.setEnabled(not self._file_availability.is_missing(action.data()))


_RECENT_SHOWN: Final = 6
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class StartPage(QWidget):
    """The first page of the window.

    Signals: `open_requested()`, `paste_requested()`, `sample_requested()`, `tour_requested()`,
    `recent_requested(path)`.
    """

    open_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()
    tour_requested = Signal()
    recent_requested = Signal(object)

    def __init__(self, theme: Theme, recent: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._recent_lines: list[RecentButton] = []
        self._file_availability = FileAvailability(self)
        self._file_availability.found.connect(self._show_missing)
        title = QLabel(tr("Sort content by topic"), self)
        title.setFont(scaled(self.font(), 1.8, bold=True))
        title.setWordWrap(True)
        self._words = QLabel(
            tr(
                "Open a table, and each row gets a tag and a calibrated confidence. Correct wrong tags; "
                "the model learns from your corrections. Your data stays on this computer."
            ),
            self,
        )
        self._words.setWordWrap(True)
        self._words.setFont(scaled(self.font(), 1.1))
        self._buttons = [
            self._button(PrimaryButton(theme, "", self), tr("Open a table…"), "open", self.open_requested),
            self._button(QPushButton(self), tr("Paste text…"), "paste_text", self.paste_requested),
            self._button(QPushButton(self), tr("Try the sample"), "open_sample", self.sample_requested),
            self._button(QPushButton(self), tr("Take the tour"), "start_tour", self.tour_requested),
        ]
        self.setFocusProxy(self._buttons[0])
        self._hint = QLabel(tr("or drop a table anywhere in this window: CSV, a workbook, JSON lines"), self)
        self._hint.setWordWrap(True)
        self._heading = QLabel(tr("Recent"), self)
        self._heading.setFont(scaled(self.font(), 1.0, bold=True))
        self._column = QVBoxLayout()
        self._recent_column = vbox(spacing=0)
        self._lay_out(title)
        self.show_recent(recent)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_recent(self, recent: Sequence[str]) -> None:
        """Show the recent files, newest first."""
        for line in self._recent_lines:
            self._recent_column.removeWidget(line)
            line.deleteLater()
        self._recent_lines = []
        for name in recent[:_RECENT_SHOWN]:
            line = RecentButton(self._theme, Path(name), self)
            line.requested.connect(self.recent_requested)
            self._recent_column.addWidget(line)
            self._recent_lines.append(line)
        self._heading.setVisible(bool(self._recent_lines))
        if self.isVisible():
            self._check_files()

    def _check_files(self) -> None:
        self._file_availability.check([str(line.path) for line in self._recent_lines])

    @Slot()
    def _show_missing(self) -> None:
        for line in self._recent_lines:
            line.show_missing(missing=self._file_availability.is_missing(str(line.path)))

    def _button(self, button: QPushButton, text: str, name: str, signal: SignalInstance) -> QPushButton:
        button.setText(f" {text}")  # Fusion leaves no space between icon and text
        button.setAccessibleName(text)
        button.setObjectName(name)
        button.setMinimumHeight(9 * UNIT)
        button.clicked.connect(signal)
        return button

    def _lay_out(self, title: QLabel) -> None:
        column = self._column
        column.setSpacing(GAP)
        column.addWidget(title)
        column.addWidget(self._words)
        column.addSpacing(GROUP)
        column.addWidget(flowing(*self._buttons))
        column.addWidget(self._hint)
        column.addSpacing(EDGE)
        column.addWidget(self._heading)
        column.addLayout(self._recent_column)
        column.addStretch(1)
        body = QWidget(self)
        body.setLayout(column)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the buttons take the focus
        area.setWidgetResizable(True)
        area.setWidget(body)
        vbox(area, parent=self, margins=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(EDGE, (self.width() - widened(150 * UNIT, self.fontMetrics())) // 2)
        self._column.setContentsMargins(side, max(EDGE, self.height() // 6), side, EDGE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._check_files()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._file_availability.stop()

    @Slot()
    def _recolour(self) -> None:
        colours = self._theme.colours
        for label in (self._words, self._hint, self._heading):
            shade = label.palette()
            shade.setColor(label.foregroundRole(), colours.muted)
            label.setPalette(shade)
        for button in self._buttons:
            ink = colours.on_accent if isinstance(button, PrimaryButton) else colours.text
            side = widened(SIZE, button.fontMetrics())
            button.setIconSize(QSize(side, side))
            button.setIcon(icon(button.objectName(), colours, ink, side))


class RecentButton(QAbstractButton):
    """A recent file: its name and folder, and whether it is missing.

    A missing file can still be opened, because its drive may be back. Signals: `requested(path)`.
    """

    requested = Signal(object)

    def __init__(self, theme: Theme, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.path = path
        self._is_missing = False
        self.setText(escape_mnemonic(path.name))
        self.setToolTip(str(path))
        self.setAccessibleName(tr("Open {name} in {parent}", name=path.name, parent=path.parent))
        self.setFixedHeight(max(10 * UNIT, row_height(self.fontMetrics())))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._ask)

    def show_missing(self, *, missing: bool) -> None:
        """Show whether the file is missing."""
        if missing != self._is_missing:
            self._is_missing = missing
            self.setAccessibleDescription(self._where() if missing else "")
            self.update()

    def _where(self) -> str:
        folder = str(self.path.parent)
        return tr("not found in {folder}", folder=folder) if self._is_missing else folder

    def _ask(self) -> None:
        self.requested.emit(self.path)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = colours.selection if self.underMouse() or self.isDown() else None
        draw_button(painter, body, fill, colours, focused=self.hasFocus())
        line = self.rect().adjusted(GAP, 0, -GAP, 0)
        side = widened(SIZE, self.fontMetrics())
        sign = QRectF(line.left(), line.center().y() - (side - 1) / 2, side, side)
        draw_icon(painter, mirrored(painter, line, sign), "recent", colours.muted)
        painter.setPen(colours.muted if self._is_missing else colours.text)
        metrics = painter.fontMetrics()
        left = line.left() + side + GAP
        name = metrics.elidedText(self.path.name, Qt.TextElideMode.ElideMiddle, line.width() // 2)
        room = QRect(left, line.top(), line.right() - left, line.height())
        painter.drawText(mirrored(painter, line, room), _LEFT, name)
        left += metrics.horizontalAdvance(name) + GROUP
        painter.setPen(colours.muted)
        folder = metrics.elidedText(self._where(), Qt.TextElideMode.ElideMiddle, line.right() - left)
        room = QRect(left, line.top(), line.right() - left, line.height())
        painter.drawText(mirrored(painter, line, room), _LEFT, folder)

    def sizeHint(self) -> QSize:
        return QSize(120 * UNIT, 10 * UNIT)

"""The start page, where a table is opened or pasted, and the menu of recently opened files."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.gui.i18n import escape_mnemonic, tr
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.widgets.common import PrimaryButton
from mltag_desktop.gui.widgets.dialog_tables import APART, TwoSidedDelegate
from mltag_desktop.gui.widgets.icons import SIZE, icon
from mltag_desktop.gui.widgets.layout import flowing, vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, UNIT, Theme, row_height, scaled, tint, widened


def is_there(path: Path) -> bool:
    """Return whether the file exists; False if its folder cannot be read."""
    try:
        return path.exists()
    except OSError:
        return False


class FileAvailability(QObject):
    """Checks whether files exist, in a daemon thread: a drive that does not answer blocks nothing.

    Signals: `found(name, exists)` for each file.
    """

    found = Signal(str, bool)

    def __init__(self, parent: QObject, exists: Callable[[Path], bool] = is_there) -> None:
        super().__init__(parent)
        self._exists = exists
        self._thread: threading.Thread | None = None

    def check(self, names: Sequence[str]) -> None:
        """Check these files, unless the previous check is still running."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(
                target=self._check, args=(names,), name="recent files", daemon=True
            )
            self._thread.start()

    def _check(self, names: Sequence[str]) -> None:
        with suppress(RuntimeError):  # the window was closed meanwhile
            for name in names:
                self.found.emit(name, self._exists(Path(name)))


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

    def put_before(self, bar: QMenuBar, action: QAction) -> None:
        """Insert this menu before `action`, in the menu that contains it."""
        for title in bar.actions():
            menu = title.menu()
            if isinstance(menu, QMenu) and action in menu.actions():
                menu.insertMenu(action, self)

    @Slot()
    def fill(self) -> None:
        """List the recent files."""
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

    @Slot(str, bool)
    def _show_missing(self, name: str, exists: bool) -> None:
        for action in self.actions():
            if action.data() == name:
                action.setEnabled(exists)


_RECENT_SHOWN: Final = 6
_PATH: Final = Qt.ItemDataRole.UserRole


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
        self._file_availability = FileAvailability(self)
        self._file_availability.found.connect(self._show_file)
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
        self._recent = QListWidget(self)
        self._recent.setAccessibleName(tr("Recent"))
        self._recent.setFrameShape(QFrame.Shape.NoFrame)
        self._recent.viewport().setAutoFillBackground(False)
        self._recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._recent.itemClicked.connect(self._open_recent)
        self._recent.itemActivated.connect(self._open_recent)
        self._recent.setItemDelegate(TwoSidedDelegate(theme, self._recent))
        self._lay_out(title)
        self.show_recent(recent)
        tint(theme, "muted", self._words, self._hint, self._heading)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_recent(self, recent: Sequence[str]) -> None:
        """Show the recent files, newest first; a missing one can still be opened: its drive may be back."""
        self._recent.clear()
        for path in map(Path, recent[:_RECENT_SHOWN]):
            item = QListWidgetItem(self._recent)
            item.setData(_PATH, str(path))
            item.setToolTip(str(path))
            item.setSizeHint(QSize(0, max(10 * UNIT, row_height(self.fontMetrics()))))
            self._show_file(str(path), exists=True)
        self._recent.setFixedHeight(sum(self._recent.sizeHintForRow(n) for n in range(self._recent.count())))
        self._heading.setVisible(self._recent.count() > 0)
        if self.isVisible():
            self._check_files()

    def _items(self) -> list[QListWidgetItem]:
        return [self._recent.item(number) for number in range(self._recent.count())]

    def _check_files(self) -> None:
        self._file_availability.check([item.data(_PATH) for item in self._items()])

    @Slot(str, bool)
    def _show_file(self, name: str, exists: bool) -> None:
        path = Path(name)
        folder = str(path.parent)
        where = folder if exists else tr("not found in {folder}", folder=folder)
        for item in self._items():
            if item.data(_PATH) == name:
                item.setText(f"{path.name}{APART}{where}")

    @Slot(QListWidgetItem)
    def _open_recent(self, item: QListWidgetItem) -> None:
        self.recent_requested.emit(Path(item.data(_PATH)))

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
        column.addWidget(self._recent)
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

    @Slot()
    def _recolour(self) -> None:
        colours, side = self._theme.colours, widened(SIZE, self.fontMetrics())
        for button in self._buttons:
            ink = colours.on_accent if isinstance(button, PrimaryButton) else colours.text
            button.setIconSize(QSize(side, side))
            button.setIcon(icon(button.objectName(), colours, ink, side))

"""The main window: menus, toolbar, one page at a time and the status bar."""

from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QToolBar, QWidget

from mltag_desktop.gui.widgets.layout import PageStack
from mltag_desktop.gui.widgets.theme import UNIT, Theme

TITLE = "MLTag Desktop"
_AROUND_WORDS = 5
"""Pixels of padding above and below the text of the menu bar and of the status bar."""
_TOOLBAR = 9 * UNIT
_USUAL = QSize(1280, 800)
_FRAME = QSize(UNIT, 10 * UNIT)
"""Estimated size of the window frame, which is unknown until the window is shown."""


class MainWindow(QMainWindow):
    """The main window, shown empty at first; its contents are added after the first paint.

    Signals: `painted()` once, after the first paint; `close_requested(event)`, whose event can be ignored to
    keep the window open; `closing()` before it closes; `dropped(path)` with a dropped file.
    """

    painted = Signal()
    close_requested = Signal(object)
    closing = Signal()
    dropped = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.pages = PageStack(self)
        self._is_painted = False
        self._asks = True
        self.setWindowTitle(TITLE)
        self.setCentralWidget(self.pages)
        self.setAcceptDrops(True)
        self.resize(_USUAL)

    def fit_screen(self) -> None:
        """Limit the size to the screen, including the window frame; call it before the window is shown."""
        self.resize(_USUAL.boundedTo(self.screen().availableSize() - _FRAME))

    def show_page(self, page: QWidget) -> None:
        """Show `page`, and add it first if it is new; it gets the focus if the page before it had it."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        before, focused = self.pages.currentWidget(), self.focusWidget()
        if focused is None or before is None or before is page or not before.isAncestorOf(focused):
            self.pages.setCurrentWidget(page)
            return
        focused.clearFocus()  # Qt would step through all widgets of the window when it hides this one
        self.pages.setCurrentWidget(page)
        page.setFocus()

    def keep_room(self, *, for_bars: bool) -> None:
        """Reserve the space of menu bar, toolbar and status bar, or give it to the page."""
        line = self.fontMetrics().height() + _AROUND_WORDS
        self.pages.setContentsMargins(0, line + _TOOLBAR if for_bars else 0, 0, line if for_bars else 0)

    def show_file(self, name: str) -> None:
        """Show the name of the open table in the title; an empty name shows none."""
        self.setWindowTitle(f"{name} – {TITLE}" if name else TITLE)

    def focusNextPrevChild(self, next: bool) -> bool:
        from mltag_desktop.gui.widgets.layout import step_focus

        page = self.pages.currentWidget()
        panes = getattr(page, "panes", None) or [self.pages]
        return step_focus(self, [*self.findChildren(QToolBar), *panes], forward=next)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._emit_painted)

    @Slot()
    def _emit_painted(self) -> None:
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press the focused button, also on the start page and in the toolbar."""
        from mltag_desktop.gui.state.shortcuts import press

        if not press(QApplication.focusWidget(), event):
            super().keyPressEvent(event)

    @Slot()
    def close_at_once(self) -> None:
        """Close the window without a question."""
        self._asks = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._asks:
            self.close_requested.emit(event)
        if event.isAccepted():
            self.closing.emit()
            super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            _copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            _copy(event)
            self.dropped.emit(path)


def _copy(event: QDropEvent) -> None:
    """Accept the drop as a copy, because the source may delete the file after a move."""
    from PySide6.QtCore import Qt  # not before the first paint, see `Theme`

    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    is_bundle = len(paths) == 1 and (paths[0] / "manifest.json").is_file()
    return paths[0] if len(paths) == 1 and (paths[0].is_file() or is_bundle) else None

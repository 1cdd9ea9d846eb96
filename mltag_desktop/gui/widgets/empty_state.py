"""The message that an empty table shows: why it is empty and what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from mltag_desktop.gui.widgets.layout.boxes import vbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP, Theme, scaled


class EmptyState(QWidget):
    """A message with a button, centred in its parent.

    Signals: `shown_changed(shown)` when the message is shown or hidden.
    """

    shown_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
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
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def say(
        self, title: str, words: str = "", button: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a message; `run` is called when the button is pressed."""
        self._show(title, words)
        self._button.setVisible(bool(button))
        self._button.setText(button)
        self._run = run
        focus = QApplication.focusWidget()
        if button and (focus is None or focus.isAncestorOf(self)):  # nobody is typing elsewhere
            self._button.setFocus()

    def wait(self, title: str, words: str = "") -> None:
        """Show that something is loading, without an animation that would suggest progress."""
        self._show(title, words)
        self._button.hide()

    def _show(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setAccessibleName(f"{title} {words}".strip())
        self.show()
        self.raise_()

    @Slot()
    def _run_action(self) -> None:
        table = self.parentWidget()
        if table is not None and self._button.hasFocus():
            table.setFocus()
        if self._run is not None:
            self._run()

    @Slot()
    def _recolour(self) -> None:
        shade = self._words.palette()
        shade.setColor(self._words.foregroundRole(), self._theme.colours.muted)
        self._words.setPalette(shade)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown_changed.emit(False)

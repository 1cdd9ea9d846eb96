"""A question asked in place, with the safe answer in focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QWidget

from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.widgets.common import button_row
from mltag_desktop.gui.widgets.theme import EDGE, GAP


class Question(QFrame):
    """Hidden until something is asked; `yes` and `no` are its buttons."""

    def __init__(
        self, yes: str, no: str = tr("&Not now"), *, wide: bool = False, parent: QWidget | None = None
    ) -> None:
        """Ask with the buttons below the words, or beside them when there is a `wide` place."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.yes = QPushButton(yes)
        self.no = QPushButton(no)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        whole = QBoxLayout(direction, self)
        whole.setContentsMargins(EDGE if wide else 2 * GAP, GAP, EDGE if wide else 2 * GAP, GAP)
        whole.setSpacing(2 * GAP if wide else GAP)
        whole.addWidget(self._words, 1)
        whole.addLayout(button_row(self.no, self.yes))
        self.hide()

    @property
    def words(self) -> str:
        """What is asked."""
        return self._words.text()

    def ask(self, words: str) -> None:
        """Show the question."""
        self._words.setText(f"⚠  {words}")
        self.setAccessibleName(words)
        self.show()
        self.no.setFocus()

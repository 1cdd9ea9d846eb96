"""A question with several answers, asked in place; the safe answer has the focus."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.widgets.common import button_row
from mltag_desktop.gui.widgets.theme import EDGE, GAP

Answer = tuple[str, Callable[[], object]]


class InlineQuestion(QFrame):
    """Hidden until something is asked; an answer hides it and runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)  # on a plain ground, where Fusion's boxes can be seen
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.keep = QCheckBox()
        """A box below the words, such as "Do not ask again"; shown where it has words."""
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        whole.setSpacing(GAP)
        whole.addWidget(self._words)
        whole.addWidget(self.keep)
        whole.addLayout(self._row)
        self.hide()

    @property
    def words(self) -> str:
        """What is asked."""
        return self._words.text()

    def ask(self, words: str, answers: Sequence[Answer], keep: str = "") -> None:
        """Show the question; the first answer is the safe one."""
        self._words.setText(f"⚠  {words}")
        self.setAccessibleName(words)
        self.keep.setText(keep)
        self.keep.setChecked(False)
        self.keep.setVisible(bool(keep))
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(*answer) for answer in answers]
        self.show()
        self._buttons[0].setFocus()

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)

        def answer() -> None:
            self.hide()
            run()

        button.clicked.connect(answer)
        self._row.addWidget(button)
        return button


class InlineConfirmation(QFrame):
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

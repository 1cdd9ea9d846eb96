"""Questions that are shown in place; the safe answer has the focus."""

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
    """A question with several answers; hidden until `ask`, and after an answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # on a plain background, on which Fusion's check boxes are visible
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.keep = QCheckBox()
        """An optional check box below the question, such as "Do not ask again"."""
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self._words)
        layout.addWidget(self.keep)
        layout.addLayout(self._row)
        self.hide()

    @property
    def words(self) -> str:
        """The question."""
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
    """A yes/no question; hidden until `ask`."""

    def __init__(
        self, yes: str, no: str = tr("&Not now"), *, wide: bool = False, parent: QWidget | None = None
    ) -> None:
        """Place the buttons next to the question if `wide`, otherwise below it."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.yes = QPushButton(yes)
        self.no = QPushButton(no)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(EDGE if wide else 2 * GAP, GAP, EDGE if wide else 2 * GAP, GAP)
        layout.setSpacing(2 * GAP if wide else GAP)
        layout.addWidget(self._words, 1)
        layout.addLayout(button_row(self.no, self.yes))
        self.hide()

    @property
    def words(self) -> str:
        """The question."""
        return self._words.text()

    def ask(self, words: str) -> None:
        """Show the question."""
        self._words.setText(f"⚠  {words}")
        self.setAccessibleName(words)
        self.show()
        self.no.setFocus()

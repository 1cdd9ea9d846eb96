"""Questions that are shown in place; the safe answer has the focus."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton

from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.widgets.inputs.check_box import CheckBox
from mltag_desktop.gui.widgets.layout.boxes import STRETCH, hbox
from mltag_desktop.gui.widgets.theme import EDGE, GAP

Answer = tuple[str, Callable[[], object]]


class InlineQuestion(QFrame):
    """A question with several answers; hidden until `ask`, and after an answer."""

    def __init__(self, *, wide: bool = False) -> None:
        """Show the buttons below the words, or beside them in a `wide` place, which has no frame then."""
        super().__init__()
        if wide:
            self.setAutoFillBackground(True)
            self.setBackgroundRole(QPalette.ColorRole.Base)
        else:
            self.setFrameShape(QFrame.Shape.StyledPanel)  # plain, so that check boxes are visible
        self.setAccessibleName(tr("Question"))  # screen readers add the words
        self._words = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.keep = CheckBox()
        """An optional check box below the question, such as "Do not ask again"."""
        self.keep.hide()
        self._buttons: list[QPushButton] = []
        self._row = hbox(STRETCH, spacing=GAP)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(EDGE if wide else 2 * GAP, GAP, EDGE if wide else 2 * GAP, GAP)
        layout.setSpacing(2 * GAP if wide else GAP)
        layout.addWidget(self._words, 1 if wide else 0)
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
        self.keep.setText(keep)
        self.keep.setChecked(False)
        self.keep.setVisible(bool(keep))
        for button in self._buttons:
            self._row.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self._buttons = [self._button(*answer) for answer in answers]
        self.show()
        self._buttons[0].setFocus()

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, autoDefault=False)

        def answer() -> None:
            self.hide()
            run()

        button.clicked.connect(answer)
        self._row.addWidget(button)
        return button

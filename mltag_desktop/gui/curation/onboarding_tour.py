"""The onboarding tour: five steps next to the table that can be left and resumed at any time."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, UNIT, Theme, scaled, widened


@dataclass(frozen=True)
class OnboardingStep:
    """Title and text of one step."""

    title: str
    words: str


STEPS: Final = (
    OnboardingStep(
        tr("Each row has a tag and a confidence"),
        tr(
            "An outlined tag is a prediction, a filled tag is a decision. Rows with low confidence are "
            "highlighted."
        ),
    ),
    OnboardingStep(
        tr("Accept or correct with one key"),
        tr("Return accepts the predicted tag, a digit sets another tag, Z undoes the last step. Try it."),
    ),
    OnboardingStep(
        tr("See the explanation"),
        tr(
            "The right pane marks the words that support the tag. Point at another tag to see its words. "
            "Similar lists decided records with similar texts."
        ),
    ),
    OnboardingStep(
        tr("Filter the table"),
        tr(
            "Click a tag or drag over the histogram on the left, or type tag:mlops confidence<0.6 at the "
            "top. Each condition is shown as a chip; click a chip to remove it."
        ),
    ),
    OnboardingStep(
        tr("Read in the focus view, then train"),
        tr(
            "Ctrl+2 shows one text at a time. After some corrections, Train creates a candidate model and "
            "shows where it is better before anything changes. Ctrl+K finds any command."
        ),
    ),
)
_TRIED: Final = 1
"""Index of the step in which the keys are tried on the table."""
_WIDTH: Final = 96 * UNIT
_ABOVE: Final = 16 * UNIT
"""Distance from the bottom of the page in pixels, which leaves room for a notification."""


class OnboardingCard(QWidget):
    """Card in the bottom left corner of its parent that shows one step and has the keyboard focus.

    Signals: `left()` when it closes; `put_off()` when it closes before the last step; `try_requested()` when
    the table should take the focus.
    """

    left = Signal()
    put_off = Signal()
    try_requested = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self.step = 0
        self._title = QLabel(self)
        self._title.setFont(scaled(self.font(), 1.15, bold=True))
        self._title.setWordWrap(True)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._count = QLabel(self)
        self.back = QPushButton(tr("Back"), self)
        self.next = QPushButton(tr("Next"), self)
        self.leave = QPushButton(tr("End the tour"), self)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self.leave, self.back, self.next):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP, GROUP, GROUP, GROUP)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(row)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.leave.clicked.connect(self._leave)
        host.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()

    def start(self) -> None:
        """Show the card at the step where it was left."""
        self._render()
        self.show()
        self.raise_()
        self.take_keys()

    def take_keys(self) -> None:
        """Focus the Next button, or hand the focus to the table in the step that tries its keys."""
        if self.step == _TRIED:
            self.try_requested.emit()
        else:
            self.next.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _go_on(self) -> None:
        if self.step + 1 == len(STEPS):
            self.step = 0
            self.hide()
            self.left.emit()
        else:
            self.step += 1
            self._render()
            self.take_keys()

    @Slot()
    def _go_back(self) -> None:
        self.step = max(0, self.step - 1)
        self._render()
        self.take_keys()

    @Slot()
    def _leave(self) -> None:
        self.hide()
        self.left.emit()
        self.put_off.emit()

    def _render(self) -> None:
        step = STEPS[self.step]
        self._title.setText(step.title)
        self._words.setText(step.words)
        self._count.setText(tr("{step} of {count}", step=self.step + 1, count=len(STEPS)))
        self.back.setEnabled(self.step > 0)
        is_last = self.step + 1 == len(STEPS)
        self.next.setText(tr("Done") if is_last else tr("Next"))
        self.leave.setHidden(is_last)  # in the last step, Done does the same
        self.setAccessibleName(
            tr(
                "Tour, step {step} of {count}: {title}",
                step=self.step + 1,
                count=len(STEPS),
                title=step.title,
            )
        )
        self.setAccessibleDescription(step.words)
        self._place()

    def _place(self) -> None:
        width = min(widened(_WIDTH, self.fontMetrics()), self._host.width() - 2 * EDGE)
        height = self.heightForWidth(width)
        self.setGeometry(EDGE, self._host.height() - height - _ABOVE, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent, 1))
        painter.setBrush(colours.base)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), GAP, GAP)

"""The toolbar and the status bar.

The toolbar: the most frequent commands, and the filter bar at the right.

The status bar: save state, decisions, model, progress and the number of records to review.
"""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolBar, QWidget

from mltag_desktop.gui.i18n import duration_words, format_number, tr, tr_plural
from mltag_desktop.gui.state.actions import Actions, add_groups
from mltag_desktop.gui.widgets.common import ElidedLabel, ThinProgressBar
from mltag_desktop.gui.widgets.icons import SIZE, icon
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, Theme, tabular, tint, widened


class ToolBar(QToolBar):
    """Shows actions of the command table."""

    def __init__(self, actions: Actions, filter_bar: QWidget, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Toolbar"), parent)
        self._theme = theme
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        add_groups(self, actions, lambda command: command.toolbar)
        self._shown = [action for action in self.actions() if not action.isSeparator()]
        self.addWidget(_stretch(self))
        self.addWidget(filter_bar)
        self._with_words = 0
        theme.changed.connect(self._recolour)
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        side = widened(SIZE, self.fontMetrics())
        self.setIconSize(QSize(side, side))
        for action in self._shown:
            action.setIcon(icon(action.objectName(), self._theme.colours, size=side))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._recolour()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a plain background with a thin line.

        Fusion's two light edges are too bright in the dark scheme.
        """
        colours = self._theme.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.window)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the button texts when they would leave no space for the filter bar."""
        super().resizeEvent(event)
        style, words = Qt.ToolButtonStyle, self.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
        if words:
            self._with_words = self.sizeHint().width()
        fits = self.width() >= self._with_words
        if fits != words:
            self.setToolButtonStyle(style.ToolButtonTextBesideIcon if fits else style.ToolButtonIconOnly)


def _stretch(parent: QWidget) -> QWidget:
    spring = QWidget(parent)
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring


_LEAST: Final = 80 * UNIT
_LEAST_ELIDED: Final = 24 * UNIT
"""Width from which the beginning of a text is worth showing."""


class Step(Enum):
    """What may be running, the most important one first."""

    IMPORT = auto()
    PREDICTION = auto()
    TRAINING = auto()
    ESTIMATION = auto()
    EMBEDDING = auto()


_STEPS: Final = {
    Step.IMPORT: tr("reading"),
    Step.PREDICTION: tr("predicting"),
    Step.TRAINING: tr("training"),
    Step.ESTIMATION: tr("estimating tags"),
    Step.EMBEDDING: tr("reading texts"),
}


class StatusBar(QStatusBar):
    """Shows the state of the workspace in one line; a narrow one hides the labels that matter least."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._running: dict[Step, float] = {}
        """The progress of each running step, from 0 to 1."""
        self.setSizeGripEnabled(False)
        self.setContentsMargins(GAP, 0, GAP, 0)
        self._saved = self._label(tr("Save state"))
        self._decisions = self._label(tr("Decisions"), ElidedLabel(self))
        self._model = self._label(tr("Model"))
        self._certificate = self._label(tr("Certificate"), ElidedLabel(self))
        self._doing = self._label(tr("Current activity"))
        self._bar = ThinProgressBar(theme, self)
        self._left = self._label(tr("Records left to review"))
        for part in (*self._of_workspace, self._doing, self._bar):
            self.addWidget(part)
        self.addPermanentWidget(self._left)
        self.clear_all()
        tint(theme, "muted", *self._of_workspace, self._doing, self._left)

    def clear_all(self) -> None:
        """Clear all labels, for when no workspace is open."""
        for part in (*self._of_workspace, self._left):
            part.setText("")
            part.hide()
        self._running.clear()
        self._show_running()

    def show_saved(self, words: str) -> None:
        """Show the save state."""
        self._set_text(self._saved, words)

    def show_decisions(self, accepted: int, corrected: int, audited: int) -> None:
        """Show the number of accepted and corrected tags, and how many of them are in the audit set."""
        decided = accepted + corrected
        words = tr_plural(
            "{n:,} decision ({corrected:,} corrected, {accepted:,} accepted)",
            "{n:,} decisions ({corrected:,} corrected, {accepted:,} accepted)",
            decided,
            corrected=corrected,
            accepted=accepted,
        )
        if audited:
            words = tr("{decisions}, {audited:,} of them in the audit set", decisions=words, audited=audited)
        why = tr("The audit set measures accuracy. No model is trained on it.") if audited else ""
        self._decisions.setToolTip(why)
        self._set_text(self._decisions, words)

    def show_model(self, words: str, hint: str = "") -> None:
        """Show the active model, with an explanation as its tooltip."""
        self._model.setToolTip(hint)
        self._set_text(self._model, words)

    @Slot(str, str)
    def show_certificate(self, words: str, reason: str) -> None:
        """Show the state of the certification, with a sentence as its tooltip."""
        self._certificate.setToolTip(reason)
        self._set_text(self._certificate, words)

    def show_progress(self, step: Step, share: float, *_: object) -> None:
        """Show the progress of a step from 0 to 1, unless a more important one is running."""
        self._running[step] = share
        self._show_running()

    def end_progress(self, step: Step) -> None:
        """Show that a step has ended; less important ones are shown again when they go on."""
        more_important = list(Step)[: list(Step).index(step)]
        self._running = {each: share for each, share in self._running.items() if each in more_important}
        self._show_running()

    def _show_running(self) -> None:
        step = next((each for each in Step if each in self._running), None)
        share = None if step is None else self._running[step]
        words = self._doing.text()
        if step is not None and share is not None:
            words = f"{_STEPS[step]} {format_number(share, '.0%')}"
            self._bar.show_share(share)
        if words == self._doing.text() and self._bar.isHidden() == (share is None):
            return  # progress comes more often than it changes by a percent
        self._doing.setText(words)
        self._doing.setAccessibleDescription(words)
        self._doing.setVisible(share is not None)
        self._bar.setVisible(share is not None)
        self._fit()

    def show_left(self, records: int | None, seconds_each: float, why: str = "") -> None:
        """Show how many records are left to review and the estimated time; None while unknown.

        `why` is a tooltip that explains why records are in review.
        """
        self._left.setToolTip(why)
        if records is None:
            self._set_text(self._left, tr("counting the records to review…"))
            return
        if not records:
            self._set_text(self._left, tr("Nothing left to review"))
            return
        about = duration_words(records * seconds_each / 60)
        self._set_text(self._left, tr("{records:,} to review, about {about}", records=records, about=about))

    @property
    def _of_workspace(self) -> tuple[QLabel, ...]:
        """The labels about the workspace, in their order."""
        return self._saved, self._decisions, self._model, self._certificate

    def _label(self, name: str, label: QLabel | None = None) -> QLabel:
        label = label or QLabel(self)
        label.setFont(tabular(label.font()))
        label.setAccessibleName(name)
        label.setContentsMargins(0, 0, GROUP - GAP, 0)
        return label

    def _set_text(self, label: QLabel, words: str) -> None:
        if words != label.text():
            label.setText(words)
            self._fit()
        label.setAccessibleDescription(" ".join(part for part in (words, label.toolTip()) if part))

    def _fit(self) -> None:
        """Show the labels that fit, the most important ones first."""
        room = self.contentsRect().width()
        if not self._bar.isHidden():
            room -= self._doing.sizeHint().width() + self._bar.sizeHint().width() + 2 * GAP
        for label in (
            self._saved, self._left, self._decisions, self._model, self._certificate,
        ):  # fmt: skip
            needed = label.sizeHint().width() + GAP if label.text() else 0
            if isinstance(label, ElidedLabel) and needed > room >= widened(_LEAST_ELIDED, self.fontMetrics()):
                needed = room
            room -= needed
            label.setVisible(bool(label.text()) and room >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a width that fits small screens with a large font; the labels give way."""
        return QSize(_LEAST, super().minimumSizeHint().height())

"""Summary of a session."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mltag_desktop.core.workspace.decisions.session_summary import SessionSummary
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import format_number, tr, tr_plural
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, heading, infos_of
from mltag_desktop.gui.widgets.tag_chip import sign_icon
from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, UNIT, Theme, tabular

_SIZE: Final = QSize(120 * UNIT, 80 * UNIT)
_SIGN: Final = 16


class SessionSummaryDialog(QDialog):
    """Shows the number of decisions, the pace, the model's accuracy by tag, and the estimated time left.

    Signals: `go_on_requested()` when the curator wants the next question.
    """

    go_on_requested = Signal()

    def __init__(
        self, theme: Theme, made: SessionSummary, parent: QWidget, tags: Sequence[TagInfo] = ()
    ) -> None:
        """Show the summary `made`; `tags` provide the symbols and colours."""
        super().__init__(parent)
        self._theme = theme
        self._tags = infos_of([counts.tag for counts in made.tags], tags)
        self.setWindowTitle(tr("Session"))
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, GROUP)
        column.setSpacing(GAP)
        self.lines = summary_lines(made)
        column.addWidget(heading(self.lines[0], 1.3))
        for line in self.lines[1:]:
            column.addWidget(MutedLabel(theme, line))
        if made.tags:
            column.addSpacing(GROUP)
            column.addLayout(self._by_tag(made))
        column.addSpacing(GROUP)
        column.addStretch(1)
        close = QPushButton(tr("Close"), self)
        close.clicked.connect(self.accept)
        self.go_on = PrimaryButton(
            theme, tr("Continue reviewing") if made.decided else tr("Start reviewing"), self
        )
        self.go_on.setVisible(made.left > 0)
        self.go_on.clicked.connect(self.accept)
        self.go_on.clicked.connect(self.go_on_requested)
        column.addLayout(button_row(close, self.go_on))
        (self.go_on if made.left else close).setDefault(True)
        self.resize(_SIZE if made.tags else QSize(_SIZE.width(), 0))

    def _by_tag(self, made: SessionSummary) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GROUP)
        rows = [(tr("Tag"), tr("Decided"), tr("Model right"))]
        rows += [
            (counts.tag, format_number(counts.records), format_number(counts.right)) for counts in made.tags
        ]
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                label = QLabel(text, self) if number else MutedLabel(self._theme, text, self)
                label.setWordWrap(False)
                label.setFont(tabular(label.font()))
                side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
                grid.addWidget(label, number, place + 1, side)
        for number, counts in enumerate(made.tags, start=1):
            sign = QLabel(self)
            sign.setPixmap(sign_icon(self._tags[counts.tag], self._theme.colours).pixmap(_SIGN, _SIGN))
            grid.addWidget(sign, number, 0)
        grid.setColumnStretch(1, 1)
        return grid


def summary_lines(made: SessionSummary) -> list[str]:
    """Return a headline and a few sentences about a session."""
    if not (made.decided or made.flagged or made.skipped):
        lines = [tr("No decisions in this session yet")]
    else:
        lines = [tr_plural("{n:,} record decided", "{n:,} records decided", made.decided)]
        others = [
            tr_plural("{n:,} accepted", "{n:,} accepted", made.accepted),
            tr_plural("{n:,} corrected", "{n:,} corrected", made.corrected),
        ]
        others += [tr_plural("{n:,} flagged", "{n:,} flagged", made.flagged)] if made.flagged else []
        others += [tr_plural("{n:,} skipped", "{n:,} skipped", made.skipped)] if made.skipped else []
        lines.append(", ".join(others) + ".")
        if made.right is not None:
            lines.append(tr("The model was right {right:.0%} of the time.", right=made.right))
        if made.minutes >= 1:
            lines.append(
                tr(
                    "{minutes:.0f} minutes of reading, {per_hour:,.0f} decisions per hour.",
                    minutes=made.minutes,
                    per_hour=made.per_hour,
                )
            )
    if made.left:
        lines.append(_left_words(made))
    else:
        lines.append(tr("Nothing left to review."))
    return lines


def _left_words(made: SessionSummary) -> str:
    """Return the estimated time left; before the first decision it is based on the average pace."""
    minutes = max(1, round(made.minutes_left))
    if not made.decided:
        return tr_plural(
            "{n:,} record left to review, about {minutes:,} min at the average pace.",
            "{n:,} records left to review, about {minutes:,} min at the average pace.",
            made.left,
            minutes=minutes,
        )
    return tr_plural(
        "{n:,} record left to review, about {minutes:,} min at this pace.",
        "{n:,} records left to review, about {minutes:,} min at this pace.",
        made.left,
        minutes=minutes,
    )

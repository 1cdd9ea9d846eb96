"""A sitting in figures, to look at when one is done."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mltag_desktop.core.workspace.sitting import Summary
from mltag_desktop.gui.panels.parts import MutedLabel, counted, heading
from mltag_desktop.gui.theme import EDGE, GAP, GROUP, UNIT, Theme, tabular

_SIZE: Final = QSize(120 * UNIT, 80 * UNIT)


class SittingDialog(QDialog):
    """How many, how fast, how often the model was right, by tag, and how long the rest may take."""

    def __init__(self, theme: Theme, made: Summary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("This sitting")
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
        column.addStretch(1)
        close = QPushButton("Close", self)
        close.clicked.connect(self.accept)
        column.addWidget(close)
        self.resize(_SIZE)

    def _by_tag(self, made: Summary) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GROUP)
        rows = [("Tag", "Decided", "Model right")]
        rows += [(each.tag, f"{each.records:,}", f"{each.right:,}") for each in made.tags]
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                label = QLabel(text, self)
                label.setFont(tabular(label.font()))
                grid.addWidget(label, number, place)
        grid.setColumnStretch(0, 1)
        return grid


def summary_lines(made: Summary) -> list[str]:
    """Say a sitting in a headline and a few sentences."""
    if not (made.decided or made.flagged or made.skipped):
        lines = ["Nothing decided in this sitting yet"]
    else:
        lines = [f"{counted(made.decided, 'record')} decided"]
        others = [f"{made.accepted:,} accepted", f"{made.corrected:,} corrected"]
        others += [f"{made.flagged:,} flagged"] if made.flagged else []
        others += [f"{made.skipped:,} skipped"] if made.skipped else []
        lines.append(", ".join(others) + ".")
        if made.right is not None:
            lines.append(f"The model was right {made.right:.0%} of the time.")
        if made.minutes >= 1:
            lines.append(f"{made.minutes:.0f} minutes of reading, {made.per_hour:,.0f} decisions an hour.")
    if made.left:
        minutes = max(1, round(made.minutes_left))
        lines.append(
            f"{counted(made.left, 'record')} left to review, about {minutes:,} minutes at this pace."
        )
    else:
        lines.append("Nothing is left to review.")
    return lines

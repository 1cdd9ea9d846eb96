"""The body of the report: what got worse, figures, confusion and reliability, flips, behaviour, notes."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.core.evaluation.flips import Flips
from mltag_desktop.core.evaluation.report import Loss, ModelFigures, Report
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.panels.behaviour import behaviour_section
from mltag_desktop.gui.panels.calm import fit_height
from mltag_desktop.gui.panels.confusion import ConfusionView
from mltag_desktop.gui.panels.figures_rows import rows_of
from mltag_desktop.gui.panels.figures_table import FiguresTable
from mltag_desktop.gui.panels.flips import FlipsTable, Texts
from mltag_desktop.gui.panels.parts import MutedLabel, counted, heading, infos_of
from mltag_desktop.gui.panels.reliability import ReliabilityView, calibration_in_words
from mltag_desktop.gui.panels.report_head import loss_in_words
from mltag_desktop.gui.theme import EDGE, GAP, Theme

_MOST_LOSSES: Final = 6
_NAMES: Final = {"rules": "Rules", "current": "Current", "candidate": "Candidate"}


class ReportBody(QWidget):
    """Everything below the headline, for one report; `record_requested(row)` when a flip is clicked."""

    record_requested = Signal(int)

    def __init__(
        self, theme: Theme, report: Report, tags: Sequence[TagInfo], texts: Texts | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._report = report
        self._texts = texts
        order = report.models[0].tag_order if report.models else ()
        self._tags = infos_of(order, tags)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(EDGE, GAP * 2, EDGE, EDGE)
        self._layout.setSpacing(EDGE)
        self._add_losses()
        if report.models:
            self._layout.addWidget(
                FiguresTable(
                    theme, rows_of(report.models, self._tags), [model_name(m) for m in report.models]
                )
            )
            self._add_pair(self._confusion(), self._reliability())
        self._add_flips()
        if any(model.behaviour for model in report.models):
            self._layout.addWidget(behaviour_section(theme, report.models, self._tags))
        self._layout.addWidget(MutedLabel(theme, "\n".join(report.notes)))
        self._layout.addStretch(1)

    def _add_pair(self, left: QWidget, right: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(EDGE * 2)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        self._layout.addLayout(row)

    def _add_losses(self) -> None:
        if self._report.paired is None:
            return
        losses = self._report.losses
        if not losses:
            self._layout.addWidget(
                MutedLabel(self._theme, "Nothing got worse: no tag, no slice, no behaviour case.")
            )
            return
        box, inside = section("What got worse")
        lines = QLabel("<br>".join(_loss_line(loss) for loss in losses[:_MOST_LOSSES]))
        lines.setTextFormat(Qt.TextFormat.RichText)
        lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(lines)
        if len(losses) > _MOST_LOSSES:
            more = counted(len(losses) - _MOST_LOSSES, "more figure")
            inside.addWidget(MutedLabel(self._theme, f"and {more}, marked ▼ below"))
        self._layout.addWidget(box)

    def _confusion(self) -> QWidget:
        models = self._report.models
        self._matrix = ConfusionView(self._theme, [self._tags[tag] for tag in models[0].tag_order])
        self._choice = ModelChoice([model_name(model) for model in models])
        self._choice.chosen.connect(self._show_confusion)
        box, inside = section("Confusion", self._choice)
        inside.addWidget(self._matrix)
        inside.addStretch(1)
        self._show_confusion(len(models) - 1)
        return box

    @Slot(int)
    def _show_confusion(self, place: int) -> None:
        model = self._report.models[place]
        self._matrix.show_model(model_name(model), model)

    def _reliability(self) -> QWidget:
        judged = [model for model in self._report.models if model.role != "rules"] or list(
            self._report.models
        )
        shown = [(model_name(model), model) for model in judged[-2:]]
        plot = ReliabilityView(self._theme)
        plot.show_models(shown)
        box, inside = section("Reliability")
        inside.addWidget(plot)
        signs = ("○", "◆")[-len(shown) :]
        words = [f"{sign} {calibration_in_words(*one)}" for sign, one in zip(signs, shown, strict=True)]
        inside.addWidget(MutedLabel(self._theme, "\n".join(words)))
        inside.addStretch(1)
        return box

    def _add_flips(self) -> None:
        boxes = [
            self._flips(flips, "Records of your table that change", "record", clickable=True)
            if flips is self._report.table_flips
            else self._flips(flips, f"Rows of the {self._report.name} that change", "row", clickable=False)
            for flips in (self._report.table_flips, self._report.flips)
            if flips is not None
        ]
        if len(boxes) == 2:
            self._add_pair(*boxes)
        elif boxes:
            self._layout.addWidget(boxes[0])

    def _flips(self, flips: Flips, title: str, noun: str, *, clickable: bool) -> QWidget:
        box, inside = section(title)
        of = f"{flips.total:,} of {counted(flips.rows, noun)}"
        more = f", the {len(flips.shown):,} surest shown" if len(flips.shown) < flips.total else ""
        hint = ". Click one to see it in the table." if clickable and flips.total else ""
        inside.addWidget(MutedLabel(self._theme, f"{of}{more}{hint}"))
        if flips.shown:
            table = FlipsTable(
                self._theme, flips, self._tags, self._texts if clickable else None, clickable=clickable
            )
            table.setAccessibleName(title)
            fit_height(table, min(8, len(flips.shown)))
            table.record_requested.connect(self.record_requested)
            inside.addWidget(table)
        inside.addStretch(1)
        return box


class ModelChoice(QWidget):
    """A row of buttons, one of them down; `chosen(place)` when another is pressed."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for place, name in enumerate(names):
            button = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setAccessibleName(f"Show {name}")
            button.setChecked(place == len(names) - 1)
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(self.chosen)


def section(title: str, beside: QWidget | None = None) -> tuple[QWidget, QVBoxLayout]:
    """Return a box with a heading, and the layout to fill it."""
    box = QWidget()
    inside = QVBoxLayout(box)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(GAP)
    line = QHBoxLayout()
    line.addWidget(heading(title), 1)
    if beside is not None:
        line.addWidget(beside)
    inside.addLayout(line)
    return box, inside


def model_name(model: ModelFigures) -> str:
    """Call a model by its part in the loop, or by its version."""
    return _NAMES.get(model.role, model.version)


def _loss_line(loss: Loss) -> str:
    """Write a loss as HTML, in bold when noise is unlikely to explain it."""
    words = loss_in_words(loss)
    on = "" if loss.kind == "behaviour" else f" ({counted(loss.rows, 'row')})"
    line = escape(f"▼  {words[:1].upper()}{words[1:]}{on}")
    return f"<b>{line}</b>" if loss.likely else line

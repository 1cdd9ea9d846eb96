"""The reliability chart: accuracy by confidence bin.

pyqtgraph is imported with this module, and this module only with a report.
"""

from collections.abc import Sequence
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QWidget

from mltag_desktop.core.evaluation.statistics.metrics import ConfidenceBin, Figures
from mltag_desktop.gui.i18n.translation import format_number, tr
from mltag_desktop.gui.report.charts import FixedPlot
from mltag_desktop.gui.widgets.layout.boxes import vbox
from mltag_desktop.gui.widgets.theme import Theme, widened

_SYMBOLS: Final = ("o", "d")


class ReliabilityView(QWidget):
    """Plots one or two models: the earlier one as grey circles, the last as accented diamonds.

    Signals: `clicked(low, high)` with the confidence range of a bin of the last model.
    """

    clicked = Signal(float, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._models: tuple[tuple[str, Figures], ...] = ()
        self._filled: list[ConfidenceBin] = []
        self._plot = FixedPlot()
        self._plot.setRange(xRange=(0.0, 1.0), yRange=(0.0, 1.0), padding=0.04)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        vbox(self._plot, parent=self, margins=0)
        theme.changed.connect(self._redraw)

    def show_models(self, models: Sequence[tuple[str, Figures]]) -> None:
        """Plot `models` by name, the most important one last."""
        self._models = tuple(models)
        self.setAccessibleName(tr("Reliability of {models}", models=", ".join(name for name, _ in models)))
        self.setAccessibleDescription(" ".join(calibration_in_words(name, one) for name, one in models))
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        colours = self._theme.colours
        self._plot.clear()
        self._plot.setBackground(colours.base)
        for side, text in (("bottom", tr("confidence")), ("left", tr("share correct"))):
            axis = self._plot.getAxis(side)
            axis.setPen(colours.line)
            axis.setTextPen(colours.muted)
            axis.setStyle(tickFont=self.font(), tickLength=-4)
            axis.setLabel(
                text, color=colours.muted.name(), **{"font-size": f"{self.font().pointSizeF():g}pt"}
            )
            axis.setTicks([[(tick / 5, format_number(tick / 5, ".1f")) for tick in range(6)]])
        levels = [tick / 5 for tick in range(1, 5)]
        grid = pg.mkPen(colours.line, width=1)
        across = [side for _ in levels for side in (-0.1, 1.1)]
        along = [level for level in levels for _ in range(2)]
        self._plot.plot(
            across + along, along + across, pen=grid, connect="pairs"
        )  # a single item, because each costs 2 ms
        ideal = pg.mkPen(colours.faint, width=1, style=Qt.PenStyle.DashLine)
        self._plot.plot([0.0, 1.0], [0.0, 1.0], pen=ideal)
        for place, (_, figures) in enumerate(self._models):
            last = place == len(self._models) - 1
            self._draw(figures.reliability, last, colours.accent if last else colours.muted)

    def _draw(self, bins: Sequence[ConfidenceBin], last: bool, colour: QColor) -> None:
        """Draw the bins that contain rows; the point size grows with the number of rows."""
        filled = [one for one in bins if one.rows]
        if not filled:
            return
        most = max(one.rows for one in filled)
        data: dict[str, Any] = {
            "x": [one.confidence for one in filled],
            "y": [one.accuracy for one in filled],
        }
        pen = pg.mkPen(colour, width=2 if last else 1)
        at = [one.confidence for one in filled for _ in range(2)]
        ends = [end for one in filled for end in one.interval]
        self._plot.plot(at, ends, pen=pg.mkPen(colour, width=1), connect="pairs")
        drawn = self._plot.plot(
            **data,
            pen=pen,
            symbol=_SYMBOLS[last],
            symbolSize=[6 + 8 * (one.rows / most) ** 0.5 for one in filled],
            symbolBrush=colour if last else self._theme.colours.base,
            symbolPen=pg.mkPen(colour, width=1.5),
            antialias=True,
        )
        if last:
            self._filled = filled
            drawn.sigPointsClicked.connect(self._emit_clicked)

    @Slot(object, object, object)
    def _emit_clicked(self, _item: object, points: Sequence[Any], _event: object) -> None:
        for point in points[:1]:
            at = min(self._filled, key=lambda one: abs(one.confidence - float(point.pos().x())))
            self.clicked.emit(at.low, at.high)

    def sizeHint(self) -> QSize:
        return QSize(440, widened(240, self.fontMetrics()))  # as many labels as with a small font


def calibration_in_words(name: str, figures: Figures) -> str:
    """Return calibration error and log loss with intervals, and the error that is expected by chance."""
    if figures.log_loss is None or "log_loss" not in figures.intervals:  # a report of an earlier version
        return tr(
            "{name}: ECE {ece:.3f}; a perfectly calibrated model has about {ece_by_chance:.3f} on so few "
            "rows.",
            name=name,
            ece=figures.ece,
            ece_by_chance=figures.ece_by_chance,
        )
    (low, high), (least, most) = figures.intervals["ece"], figures.intervals["log_loss"]
    return tr(
        "{name}: ECE {ece:.3f} ({low:.3f} to {high:.3f}), expected by chance {ece_by_chance:.3f}; log "
        "loss {log_loss:.3f} ({least:.3f} to {most:.3f}).",
        name=name,
        ece=figures.ece,
        low=low,
        high=high,
        ece_by_chance=figures.ece_by_chance,
        log_loss=figures.log_loss,
        least=least,
        most=most,
    )

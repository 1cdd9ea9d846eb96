"""Draws the charts of a report with pyqtgraph.

pyqtgraph is imported with this module, and this module only with a report.
"""

from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from mltag_desktop.core.evaluation.report_charts import Chart, Series, Style
from mltag_desktop.gui.i18n import format_number, translate_core_message
from mltag_desktop.gui.widgets.common import MutedLabel
from mltag_desktop.gui.widgets.layout import vbox
from mltag_desktop.gui.widgets.theme import GAP, Theme, widened

_PAD: Final = 0.04
_USUAL_FONT: Final = 16
"""Font height in pixels of which half a label fits above the topmost tick."""
_FAR: Final = 1_000.0


class FixedPlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A plot that neither zooms nor moves, so that the wheel scrolls the page around it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the axes of pyqtgraph would accept it


class ChartView(QWidget):
    """Draws one chart at a time in the theme's colours, above its description.

    Signals: `clicked(thing)` with what the nearest point of the main series stands for.
    """

    clicked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chart: Chart | None = None
        self._plot = FixedPlot()
        self._plot.setFixedHeight(widened(230, self.fontMetrics()))  # as many labels as with a small font
        self._plot.setMinimumWidth(0)
        self._words = MutedLabel(theme)
        vbox(self._plot, self._words, parent=self, margins=0, spacing=GAP)
        theme.changed.connect(self._redraw)

    def show_chart(self, chart: Chart, words: str = "") -> None:
        """Draw `chart`; `words` replace its description below it."""
        self._chart = chart
        self.setAccessibleName(translate_core_message(chart.name))
        self.setAccessibleDescription(translate_core_message(chart.words))
        self._words.setText(words or translate_core_message(chart.words))
        last = len(chart.labels)
        across = (-0.5, last - 0.5) if last else (0.0, 1.0)
        self._plot.setRange(xRange=across, yRange=(chart.low, 1.0), padding=_PAD)
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        """Clear the plot and draw axes, grid and series in the current colours."""
        colours, chart = self._theme.colours, self._chart
        self._plot.clear()
        self._plot.setBackground(colours.base)
        if chart is None:
            return
        above = max(1, (self.fontMetrics().height() - _USUAL_FONT) // 2)  # for half of the topmost label
        self._plot.getPlotItem().layout.setContentsMargins(1, above, 1, 1)
        step = 0.2 if chart.low < 0.2 else 0.1 if chart.low < 0.6 else 0.05
        levels = [level / 20 for level in range(20, int(chart.low * 20) - 1, -round(step * 20))]
        ticks = {"left": [(level, format_number(level, ".2f" if chart.low else ".1f")) for level in levels]}
        ticks["bottom"] = [(place, label) for place, label in enumerate(chart.labels)] or [
            (tick / 5, format_number(tick / 5, ".1f")) for tick in range(6)
        ]
        for side, text in (("bottom", chart.across), ("left", chart.up)):
            axis = self._plot.getAxis(side)
            axis.setPen(colours.line)
            axis.setTextPen(colours.muted)
            axis.setStyle(tickFont=self.font(), tickLength=-4)
            size = f"{self.font().pointSizeF():g}pt"
            axis.setLabel(translate_core_message(text), color=colours.muted.name(), **{"font-size": size})
            axis.setTicks([ticks[side]])
        ends = [end for _ in levels for end in (-_FAR, _FAR)]  # a single item, because each costs 2 ms
        pen = pg.mkPen(colours.line, width=1)
        self._plot.plot(ends, [level for level in levels for _ in range(2)], pen=pen, connect="pairs")
        if chart.has_diagonal:
            ideal = pg.mkPen(colours.faint, width=1, style=Qt.PenStyle.DashLine)
            self._plot.plot([0.0, 1.0], [0.0, 1.0], pen=ideal)
        for series in chart.series:
            self._draw(series)

    def _draw(self, series: Series) -> None:
        colours, style, points = self._theme.colours, series.style, series.points
        if not points:
            return
        colour = colours.muted if style in (Style.EARLIER, Style.DASHED) else colours.accent
        at = [point.x for point in points for _ in range(2) if point.interval is not None]
        ends = [end for point in points if point.interval is not None for end in point.interval]
        self._plot.plot(at, ends, pen=pg.mkPen(colour, width=1), connect="pairs")
        line = Qt.PenStyle.DashLine if style is Style.DASHED else Qt.PenStyle.SolidLine
        width = {Style.EARLIER: 1.0, Style.DASHED: 1.5}.get(style, 2.0)
        marks: dict[str, Any] = {}
        if style in (Style.MAIN, Style.EARLIER, Style.MARK):
            is_main, is_mark = style is Style.MAIN, style is Style.MARK
            marks = {
                "symbol": "d" if is_main else "o",
                "symbolSize": [13 if is_mark else 6 + 8 * point.weight for point in points],
                "symbolBrush": colour if is_main else colours.base,
                "symbolPen": pg.mkPen(colour, width=3 if is_mark else 1.5),
                "pen": None if is_mark else pg.mkPen(colour, width=width),
            }
        drawn = self._plot.plot(
            [point.x for point in points],
            [point.y for point in points],
            **{"pen": pg.mkPen(colour, width=width, style=line), "antialias": True} | marks,
        )
        if any(point.thing is not None for point in points):
            drawn.sigPointsClicked.connect(self._emit_clicked)

    @Slot(object, object, object)
    def _emit_clicked(self, _item: object, clicked: list[Any], _event: object) -> None:
        series = self._chart.series if self._chart is not None else ()
        points = [point for each in series for point in each.points if point.thing is not None]
        for at in clicked[:1]:
            place = at.pos()
            nearest = min(points, key=lambda point: abs(point.x - place.x()) + abs(point.y - place.y()))
            self.clicked.emit(nearest.thing)

"""Precision and recall by threshold, and F1 from version to version, drawn with pyqtgraph."""

from collections.abc import Sequence
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mltag_desktop.core.evaluation.model_figures import ModelFigures
from mltag_desktop.core.evaluation.statistics.metrics import CurvePoint, working_point
from mltag_desktop.gui.i18n.translation import format_number, tr
from mltag_desktop.gui.widgets.layout.boxes import vbox
from mltag_desktop.gui.widgets.theme import Theme, widened

_PAD: Final = 0.04
_USUAL_FONT: Final = 16
"""Font height in pixels of which half a label fits above the topmost tick."""


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


class Plot(QWidget):
    """A fixed plot in the theme's colours; subclasses fill it in `draw`."""

    def __init__(self, theme: Theme, bottom: str, left: str) -> None:
        super().__init__()
        self._theme = theme
        self._names = {"bottom": bottom, "left": left}
        self.plot = FixedPlot()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        vbox(self.plot, parent=self, margins=0)
        theme.changed.connect(self.redraw)

    @Slot()
    def redraw(self) -> None:
        """Clear the plot and draw axes and contents in the current colours."""
        colours = self._theme.colours
        self.plot.clear()
        self.plot.setBackground(colours.base)
        above = max(1, (self.fontMetrics().height() - _USUAL_FONT) // 2)  # for half of the topmost label
        self.plot.getPlotItem().layout.setContentsMargins(1, above, 1, 1)
        for side, text in self._names.items():
            axis = self.plot.getAxis(side)
            axis.setPen(colours.line)
            axis.setTextPen(colours.muted)
            axis.setStyle(tickFont=self.font(), tickLength=-4)
            size = f"{self.font().pointSizeF():g}pt"
            axis.setLabel(text, color=colours.muted.name(), **{"font-size": size})
        self.draw()

    def draw(self) -> None:
        """Draw the contents; the axes are already drawn."""

    def show_shares(self) -> None:
        """Let both axes go from 0 to 1."""
        self.plot.setRange(xRange=(0.0, 1.0), yRange=(0.0, 1.0), padding=_PAD)
        ticks = [[(tick / 5, format_number(tick / 5, ".1f")) for tick in range(6)]]
        for side in ("bottom", "left"):
            self.plot.getAxis(side).setTicks(ticks)

    def grid(self, values: Sequence[float]) -> None:
        """Draw thin horizontal grid lines."""
        pen = pg.mkPen(self._theme.colours.line, width=1)
        ends = [end for _ in values for end in (-1_000.0, 1_000.0)]
        self.plot.plot(ends, [value for value in values for _ in range(2)], pen=pen, connect="pairs")

    def sizeHint(self) -> QSize:
        return QSize(440, widened(220, self.fontMetrics()))  # as many labels as with a small font


class ThresholdView(Plot):
    """Precision (with marks) and recall (dashed) for predictions at or above each confidence threshold.

    Signals: `clicked(threshold)` when a point of the precision curve was clicked.
    """

    clicked = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("confidence threshold"), tr("share"))
        self._points: tuple[CurvePoint, ...] = ()
        self.show_shares()

    def show_curve(self, name: str, points: Sequence[CurvePoint]) -> None:
        """Draw the curves of a tag, or of all tags."""
        self._points = tuple(points)
        self.setAccessibleName(tr("Precision and recall by threshold of {name}", name=name))
        self.setAccessibleDescription(threshold_words(self._points))
        self.redraw()

    def draw(self) -> None:
        """Draw both curves."""
        colours = self._theme.colours
        self.grid([tick / 5 for tick in range(1, 5)])
        if not self._points:
            return
        at = [point.threshold for point in self._points]
        recall = pg.mkPen(colours.muted, width=1.5, style=Qt.PenStyle.DashLine)
        self.plot.plot(at, [point.recall for point in self._points], pen=recall, antialias=True)
        drawn = self.plot.plot(
            at,
            [point.precision for point in self._points],
            pen=pg.mkPen(colours.accent, width=2),
            antialias=True,
            symbol="d",
            symbolSize=8,
            symbolBrush=colours.accent,
            symbolPen=pg.mkPen(colours.accent, width=1),
        )
        drawn.sigPointsClicked.connect(self._emit_clicked)

    @Slot(object, object, object)
    def _emit_clicked(self, _item: object, points: Sequence[Any], _event: object) -> None:
        if len(points):
            self.clicked.emit(float(points[0].pos().x()))


class PrecisionRecallView(Plot):
    """Precision against recall, with a mark at the review threshold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("recall"), tr("precision"))
        self._points: tuple[CurvePoint, ...] = ()
        self._threshold = 0.0
        self.show_shares()

    def show_curve(self, name: str, points: Sequence[CurvePoint], threshold: float) -> None:
        """Draw the curve of a tag, or of all tags, with the working point at `threshold`."""
        self._points, self._threshold = tuple(points), threshold
        self.setAccessibleName(tr("Precision and recall of {name}", name=name))
        self.setAccessibleDescription(working_point_words(self._points, threshold))
        self.redraw()

    def draw(self) -> None:
        """Draw the curve and the working point."""
        colours = self._theme.colours
        self.grid([tick / 5 for tick in range(1, 5)])
        if not self._points:
            return
        self.plot.plot(
            [point.recall for point in self._points],
            [point.precision for point in self._points],
            pen=pg.mkPen(colours.accent, width=2),
            antialias=True,
        )
        at = working_point(self._points, self._threshold)
        if at is not None:
            self.plot.plot(
                [at.recall],
                [at.precision],
                pen=None,
                symbol="o",
                symbolSize=13,
                symbolBrush=colours.base,
                symbolPen=pg.mkPen(colours.accent, width=3),
            )


class VersionsView(Plot):
    """F1 with its confidence interval for each model version.

    Signals: `clicked(place)` when a point was clicked.
    """

    clicked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("version, oldest first"), "F1")
        self._models: tuple[tuple[str, ModelFigures], ...] = ()

    def show_models(self, models: Sequence[tuple[str, ModelFigures]]) -> None:
        """Draw `models` by name, oldest first."""
        self._models = tuple(models)
        self.setAccessibleName(tr("F1 by version"))
        self.setAccessibleDescription(
            ", ".join(tr("F1 {f1:.3f} of {name}", f1=one.f1, name=name) for name, one in models)
        )
        self.redraw()

    def draw(self) -> None:
        """Draw intervals and points."""
        colours = self._theme.colours
        if not self._models:
            return
        low = min(one.intervals["f1"][0] for _, one in self._models)
        floor = max(0.0, int(low * 20) / 20 - 0.05)
        self.plot.setRange(xRange=(-0.5, len(self._models) - 0.5), yRange=(floor, 1.0), padding=_PAD)
        self.plot.getAxis("bottom").setTicks([[(n, name) for n, (name, _) in enumerate(self._models)]])
        lowest = int(floor * 20)
        named = [step / 20 for step in range(20, lowest - 1, -max(1, (20 - lowest) // 6))]
        self.plot.getAxis("left").setTicks([[(share, format_number(share, ".2f")) for share in named]])
        self.grid([step / 20 for step in range(lowest + 1, 20)])
        at = [place for place in range(len(self._models)) for _ in range(2)]
        ends = [end for _, one in self._models for end in one.intervals["f1"]]
        self.plot.plot(at, ends, pen=pg.mkPen(colours.muted, width=1.5), connect="pairs")
        last = len(self._models) - 1
        drawn = self.plot.plot(
            list(range(len(self._models))),
            [one.f1 for _, one in self._models],
            pen=pg.mkPen(colours.muted, width=1),
            symbol=["d" if place == last else "o" for place in range(len(self._models))],
            symbolSize=9,
            symbolBrush=[colours.accent if n == last else colours.base for n in range(len(self._models))],
            symbolPen=pg.mkPen(colours.accent, width=1.5),
        )
        drawn.sigPointsClicked.connect(self._emit_clicked)

    @Slot(object, object, object)
    def _emit_clicked(self, _item: object, points: Sequence[Any], _event: object) -> None:
        if len(points):
            self.clicked.emit(round(points[0].pos().x()))


def threshold_words(points: Sequence[CurvePoint]) -> str:
    """Return the overall precision, and the lowest threshold with a precision of at least 95%."""
    if not points:
        return tr("No row was predicted with this tag.")
    every = points[0]
    summary = tr("All {rows:,} answers: {precision:.0%} correct.", rows=every.rows, precision=every.precision)
    good = next((point for point in points if point.precision >= 0.95), None)
    if good is None or good is every:
        return summary
    part = good.rows / every.rows
    return tr(
        "{summary} At {threshold:.2f} or above: {precision:.0%} correct, {part:.0%} of all answers.",
        summary=summary,
        threshold=good.threshold,
        precision=good.precision,
        part=part,
    )


def working_point_words(points: Sequence[CurvePoint], threshold: float) -> str:
    """Return precision and recall at the review threshold."""
    at = working_point(points, threshold)
    if at is None:
        return tr("No answer reaches the review threshold of {threshold:.2f}.", threshold=threshold)
    return tr(
        "At the review threshold of {threshold:.2f}: precision {precision:.3f}, recall {recall:.3f}.",
        threshold=threshold,
        precision=at.precision,
        recall=at.recall,
    )

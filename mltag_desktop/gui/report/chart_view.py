"""Shows the charts of a report, as drawn for its HTML page, in the colours and font of the window."""

import re
from typing import Any, Final

from PySide6.QtCore import QByteArray, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontInfo, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from mltag_desktop.core.evaluation.html_report import ENGLISH, PageLanguage, draw_chart
from mltag_desktop.core.evaluation.report_charts import Chart
from mltag_desktop.core.filesystem import resource
from mltag_desktop.gui.i18n import language_code, localise_numbers, translate_core_message
from mltag_desktop.gui.widgets.common import MutedLabel
from mltag_desktop.gui.widgets.layout import vbox
from mltag_desktop.gui.widgets.theme import GAP, Theme, widened

_HEIGHT: Final = 230
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that a name may hold and an SVG may not."""
_NEAR: Final = 12
"""How far from a point, in pixels, a click still counts as a click on it."""


def page_language() -> PageLanguage:
    """Return the language of the window for charts and exported reports."""
    if language_code() == "en":
        return ENGLISH
    return PageLanguage(language_code(), translate_core_message, localise_numbers)


class ChartView(QWidget):
    """Shows one chart at a time, above its description.

    Signals: `clicked(thing)` with what the clicked point stands for.
    """

    clicked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.drawing = ChartDrawing(theme)
        self.drawing.clicked.connect(self.clicked)
        self._words = MutedLabel(theme)
        vbox(self.drawing, self._words, parent=self, margins=0, spacing=GAP)

    def show_chart(self, chart: Chart, words: str = "") -> None:
        """Draw `chart`; `words` replace its description below it."""
        self.setAccessibleName(translate_core_message(chart.name))
        self.setAccessibleDescription(translate_core_message(chart.words))
        self._words.setText(words or translate_core_message(chart.words))
        self.drawing.show_chart(chart)


class ChartDrawing(QWidget):
    """Draws a chart without its description.

    Signals: `clicked(thing)` with what the clicked point stands for.
    """

    clicked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chart: Chart | None = None
        self._svg = QSvgRenderer(self)
        self._points: list[tuple[float, float, Any]] = []
        self._style = resource("report/chart.css").read_text(encoding="utf-8")
        self.setFixedHeight(widened(_HEIGHT, self.fontMetrics()))  # as many labels as with a small font
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._draw)

    def show_chart(self, chart: Chart) -> None:
        """Draw `chart`."""
        self._chart = chart
        self._draw()

    @property
    def points(self) -> list[tuple[float, float, Any]]:
        """The places of the points that can be clicked, with what they stand for."""
        return self._points

    @Slot()
    def _draw(self) -> None:
        if self._chart is None or not self.width():
            return
        colours, font, style = self._theme.colours, QFontInfo(self.font()), self._style
        for name, colour in (
            ("paper", colours.base),
            ("quiet", colours.muted),
            ("line", colours.line),
            ("hit", colours.accent),
        ):
            style = style.replace(f"var(--{name})", colour.name())
        svg, self._points = draw_chart(
            self._chart, page_language(), self.width(), self.height(), font.pixelSize()
        )
        start = svg.index(">") + 1
        family = f'<g font-family="{font.family()}">'
        styled = f"{svg[:start]}<style>{style}</style>{family}{svg[start : -len('</svg>')]}</g></svg>"
        self._svg.load(QByteArray(_NOT_IN_XML.sub("", styled).encode()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._svg.render(QPainter(self), QRectF(self.rect()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        near = [
            (distance, thing)
            for x, y, thing in self._points
            if (distance := abs(x - at.x()) + abs(y - at.y())) <= _NEAR
        ]
        if near and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(min(near, key=lambda found: found[0])[1])

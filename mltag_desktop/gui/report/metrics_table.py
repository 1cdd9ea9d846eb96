"""The metrics table of a report: column groups per model, F1 with intervals as whiskers, change in F1."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from mltag_desktop.core.evaluation.metrics import Interval
from mltag_desktop.core.evaluation.report_tables import F1, Cell, Column, Estimate, Table, written
from mltag_desktop.core.messages import Message
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import format_number, localise_numbers, tr, tr_plural, translate_core_message
from mltag_desktop.gui.widgets.dialog_tables import (
    ColumnHeading,
    Index,
    LineTable,
    TableLine,
    fit_height,
)
from mltag_desktop.gui.widgets.tag_chip import elided_name
from mltag_desktop.gui.widgets.theme import GAP, Colours, Theme, widened

_TAG_KEYS: Final = frozenset({"tag", "predicted_tag", "expected", "answered"})
"""Columns with the name of a tag."""
_NAME: Final = 1
"""The place of the name in the rows of a table; the number of rows follows."""
_FIXED: Final = 2
"""The number of columns before the figures, and the place of the number of rows in the rows of a table."""
_LEAST_NAME: Final = 128
_MOST_NAME: Final = 300
_LEAST_WHISKERS: Final = 124
_MARKS: Final = {-1: "◆", -2: "•"}
"""Marks of the last models in headings; others have a stroke, as drawn by `draw_mark`."""
_PAD: Final = 3
"""Fusion's horizontal text margin in a cell, in pixels."""


@dataclass(frozen=True)
class _Figures:
    """What the table draws of a row, and what it is sorted by."""

    f1: tuple[Estimate | None, ...] = ()
    """F1 of each model; None where it has no rows."""
    values: tuple[Any, ...] = ()
    """What each column is sorted by; None for a missing figure."""
    sorts: bool = False
    """Whether the row is a tag, which is sorted; the other rows stay in their places."""


@dataclass(frozen=True)
class _Column:
    """A column of figures: its place in the rows of the tables, and whether it has the interval of F1."""

    place: int
    column: Column
    is_interval: bool = False

    def text(self, cell: Cell) -> str:
        """Return the text of a cell."""
        if not self.is_interval or not isinstance(cell, Estimate):
            return written(cell, self.column.spec, format_number)
        low, high = _interval(cell)
        return localise_numbers(f"{low:.2f}–{high:.2f}")

    def value(self, cell: Cell) -> float | None:
        """Return what a cell is sorted by: the figure, or the width of its interval."""
        if not isinstance(cell, Estimate):
            return None
        low, high = _interval(cell)
        return high - low if self.is_interval else cell.value


def signed(change: float) -> str:
    """Format a difference with an arrow and a sign, so that it does not depend on colour."""
    if abs(change) < 0.0005:
        return localise_numbers("= 0.000")
    return localise_numbers(f"▲ +{change:.3f}" if change > 0 else f"▼ −{-change:.3f}")


def _interval(cell: Estimate) -> Interval:
    return cell.interval or (cell.value, cell.value)


class MetricsTable(LineTable):
    """Shows all rows at full height; the surrounding page scrolls.

    Columns: name, rows, F1 of each baseline, all metrics and the interval of F1 of each model, F1 intervals,
    change in F1. A click on a heading sorts the tags.
    """

    def __init__(self, theme: Theme, tables: Sequence[Table], tags: Mapping[str, TagInfo]) -> None:
        """Show tables with the same models, oldest first; baselines have F1 only."""
        self._models = tables[0].models
        self._names = [translate_core_message(model.label) for model in self._models]
        self._columns = list(_columns(tables[0]))
        self.whisker_column = _FIXED + len(self._columns)
        """Column in which the intervals are drawn."""
        self.has_change = sum(not model.is_baseline for model in self._models) > 1
        """Whether the last column is the change in F1."""
        self._given = [line for table in tables for line in self._lines(table, tags, table is tables[0])]
        lows = [cell.interval[0] for line in self._given for cell in line.thing.f1 if cell and cell.interval]
        low = min(0.9, int(min(lows, default=0.0) * 10) / 10)
        headings = [ColumnHeading(""), _heading(translate_core_message(tables[0].columns[_FIXED].heading))]
        for each in self._columns:
            model, name = each.column.model, self._names[each.column.model]
            heading = tr("95% interval") if each.is_interval else translate_core_message(each.column.heading)
            is_last = each.is_interval or self._models[model].is_baseline
            mark = _MARKS.get(model - len(self._models), "|")
            headings.append(_heading(heading, f"{name}, {heading}", f"{mark} {name}" if is_last else ""))
        headings.append(_heading(tr("F1, {scale_start:.1f} to 1", scale_start=low)))
        headings += [_heading(tr("Change"))] * self.has_change
        super().__init__(theme, tr("Metrics of {models}", models=", ".join(self._names)), headings)
        self.setItemDelegate(MetricsDelegate(theme, low, self))
        header = self.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideNone)  # its texts have two lines
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sort_tags)
        header.setToolTip(tr("Click to sort the tags"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.show(self._given)
        self._fit_columns()

    def _lines(self, table: Table, tags: Mapping[str, TagInfo], is_first: bool) -> Iterator[TableLine]:
        """Return the rows of a table below its title, which the first one has not."""
        if table.rows and not is_first:
            yield TableLine((translate_core_message(table.title),), _Figures(), bold=True)
        of_tags = any(column.key == "tag" for column in table.columns)
        of_f1 = [place for place, column in enumerate(table.columns) if column.key == F1.key]
        for row in table.rows:
            part, count = row[_NAME], row[_FIXED]
            name = translate_core_message(part) if isinstance(part, Message) else str(part)
            f1 = tuple(cell if isinstance(cell := row[place], Estimate) else None for place in of_f1)
            after, before = (*reversed(f1), None, None)[:2]
            change = None if after is None or before is None else after.value - before.value
            words = [f"{own}: {self._model_in_words(row, place)}" for place, own in enumerate(self._names)]
            cells = [name, written(count, ",", format_number)]
            cells += [each.text(row[each.place]) for each in self._columns]
            values = [name.casefold(), count, *(each.value(row[each.place]) for each in self._columns)]
            values += [None if f1[-1] is None else f1[-1].value, change]
            tips = {1: tr_plural("{n:,} row", "{n:,} rows", count if isinstance(count, int) else 0)}
            tips |= {place: words[each.column.model] for place, each in enumerate(self._columns, _FIXED)}
            tips[self.whisker_column] = "\n".join(words)
            if change is not None:
                tips[self.whisker_column + 1] = tr(
                    "F1 of {model} compared with {other}: {change}",
                    model=self._names[-1],
                    other=self._names[-2],
                    change=signed(change),
                )
            yield TableLine(
                (*cells, "", "" if change is None else signed(change)),
                _Figures(f1, tuple(values), of_tags),
                bold=is_first,
                tags=(tags.get(name) if of_tags else None,),
                tips=tips,
            )

    def _model_in_words(self, row: Sequence[Cell], model: int) -> str:
        """Return all metrics of a model in a row as one line."""
        parts = []
        for each in self._columns:
            cell, column = row[each.place], each.column
            if column.model != model or each.is_interval:
                continue
            if not isinstance(cell, Estimate):
                return tr("no rows for evaluation")
            figure = f"{translate_core_message(column.heading)} {format_number(cell.value, column.spec)}"
            if column.key == F1.key:
                low, high = _interval(cell)
                interval = tr("95% interval {low:.3f} to {high:.3f}", low=low, high=high)
                figure = f"{figure} ({interval})"
            parts.append(figure)
        return ", ".join(parts)

    @Slot(int, Qt.SortOrder)
    def _sort_tags(self, column: int, order: Qt.SortOrder) -> None:
        """Sort the tags by a column, those without a figure last; -1 for their given order."""
        lines = list(self._given)
        places = [place for place, line in enumerate(lines) if line.thing.sorts and column >= 0]
        tags = [lines[place] for place in places]
        known = [line for line in tags if line.thing.values[column] is not None]
        missing = [line for line in tags if line.thing.values[column] is None]
        known.sort(key=lambda line: line.thing.values[column], reverse=order == Qt.SortOrder.DescendingOrder)
        for place, line in zip(places, [*known, *missing], strict=True):
            lines[place] = line
        self.lines.show(lines)

    def _fit_columns(self) -> None:
        """Give the names their space and the rest to the intervals, which are hidden if it is too small.

        With a large font the metrics can be wider than the window and scroll.
        """
        drawn, widths = self.whisker_column, dict[int, int]()
        arrow = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize)
        for column, one in enumerate(self.lines.headings):
            heading = self.fontMetrics().size(0, one.shown).width() + arrow
            if column not in (0, drawn):
                widths[column] = max(self.sizeHintForColumn(column), heading) + 2
        room, least = self.viewport().width() - sum(widths.values()), widened(_LEAST_NAME, self.fontMetrics())
        is_hidden = room < least + _LEAST_WHISKERS
        self.setColumnHidden(drawn, is_hidden)
        widths[0] = max(least, room) if is_hidden else min(_MOST_NAME, room - _LEAST_WHISKERS)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        scrolls, policy = is_hidden and room < least, Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff)
        fit_height(self, len(self._given))
        if scrolls:
            self.setFixedHeight(self.height() + self.horizontalScrollBar().sizeHint().height())


def _heading(heading: str, name: str = "", above: str = "") -> ColumnHeading:
    """Return the heading of figures, with the name of their model `above` it."""
    return ColumnHeading(name or heading, right=True, shown=f"{above} \n{heading}")


def _columns(table: Table) -> Iterator[_Column]:
    """Return the columns of figures that people see; F1 of a model is followed by its interval."""
    for place, column in enumerate(table.columns):
        if column.model >= 0 and column.heading:
            yield _Column(place, column)
            if column.key == F1.key and not table.models[column.model].is_baseline:
                yield _Column(place, column, is_interval=True)


class MetricsDelegate(QStyledItemDelegate):
    """Draws intervals as whiskers on a common scale, and lines between the groups of rows."""

    def __init__(self, theme: Theme, low: float, table: MetricsTable) -> None:
        """Draw F1 from `low` to 1."""
        super().__init__(table)
        self._theme, self._low, self._table = theme, low, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        line = self._table.lines.lines[index.row()]
        rect: QRect = option.rect
        painter.save()
        if line.bold:
            painter.setPen(self._theme.colours.line)
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == self._table.whisker_column and line.thing.f1:
            self._draw_whiskers(painter, QRectF(rect).adjusted(GAP, 3, -GAP, -3), line.thing.f1)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if not option.icon.isNull():
            side = option.decorationSize.width()
            option.text = elided_name(option.text, option.fontMetrics, option.rect.width() - side - 4 * _PAD)

    def _x(self, area: QRectF, value: float) -> float:
        return scale_x(area, value, self._low)

    def _draw_whiskers(self, painter: QPainter, area: QRectF, f1: Sequence[Estimate | None]) -> None:
        painter.setPen(self._theme.colours.line)
        for tenth in range(round(self._low * 10), 11):
            x = round(self._x(area, tenth / 10)) + 0.5
            painter.drawLine(QPointF(x, area.top() - 3), QPointF(x, area.bottom() + 3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = area.height() / max(1, len(f1))
        colours = self._theme.colours
        for place, cell in enumerate(f1):
            if cell is not None:
                y, from_end = area.top() + step * (place + 0.5), place - len(f1)
                low, high = _interval(cell)
                newest = from_end == -1
                painter.setPen(QPen(colours.accent if newest else colours.muted, 1.5 if newest else 1.0))
                painter.drawLine(QPointF(self._x(area, low), y), QPointF(self._x(area, high), y))
                draw_mark(painter, QPointF(self._x(area, cell.value), y), from_end, colours)


def scale_x(area: QRectF, value: float, low: float) -> float:
    """Return the x coordinate of a value between `low` and 1 in an area, in pixels."""
    return area.left() + (max(value, low) - low) / (1 - low) * area.width()


def draw_mark(painter: QPainter, at: QPointF, from_end: int, colours: Colours) -> None:
    """Draw a model's mark: a diamond for the last (-1), a dot for the one before, otherwise a stroke."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = colours.accent if from_end == -1 else colours.muted
    painter.setPen(QPen(colour, 1.0))
    painter.setBrush(colour)
    painter.translate(at)
    factor = widened(100, painter.fontMetrics()) / 100
    painter.scale(factor, factor)
    if from_end == -1:
        offsets = ((0.0, -3.5), (3.5, 0.0), (0.0, 3.5), (-3.5, 0.0))
        painter.drawPolygon(QPolygonF([QPointF(dx, dy) for dx, dy in offsets]))
    elif from_end == -2:
        painter.drawEllipse(QPointF(), 2.0, 2.0)
    else:
        painter.drawLine(QPointF(0, -2.5), QPointF(0, 2.5))
    painter.restore()


class ReportTable(LineTable):
    """A table of a report in which no models are side by side.

    The objects of its rows are the rows of the table.
    """

    def __init__(self, theme: Theme, table: Table, tags: Mapping[str, TagInfo], *, stretched: str) -> None:
        """Show `table` with the symbols of `tags`; the column with the key `stretched` has the most room."""
        headings = []
        for column in table.without().columns:
            sample = "" if column.key == stretched else "100,000" if column.spec else "m" * 11
            name = translate_core_message(column.heading)
            headings.append(ColumnHeading(name, sample, right=bool(column.spec)))
        super().__init__(theme, translate_core_message(table.title), headings)
        self._tags = tags
        self.show_table(table)

    def show_table(self, table: Table) -> None:
        """Show a table with the same columns."""
        shown = table.without()
        lines = []
        for row in shown.rows:
            texts, tags = [], []
            for column, cell in zip(shown.columns, row, strict=True):
                tag = self._tags.get(str(cell)) if column.key in _TAG_KEYS else None
                text = translate_core_message(cell) if isinstance(cell, Message) else None
                texts.append(written(cell, column.spec, format_number) if text is None else text)
                tags.append(tag)
            lines.append(TableLine(tuple(texts), row, tags=tuple(tags)))
        self.lines.show(lines)

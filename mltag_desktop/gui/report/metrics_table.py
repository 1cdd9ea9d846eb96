"""The metrics table of a report: column groups per model, F1 with intervals as whiskers, change in F1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from mltag_desktop.core.evaluation.metrics import Interval
from mltag_desktop.core.evaluation.report_tables import F1, Cell, Column, Estimate, Table, written
from mltag_desktop.core.messages import Message
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import format_number, localise_numbers, tr, tr_plural, translate_core_message
from mltag_desktop.gui.widgets.dialog_tables import (
    NO_PARENT,
    ColumnHeading,
    Index,
    LineTable,
    TableLine,
    calm,
    fit_height,
)
from mltag_desktop.gui.widgets.tag_chip import elided_name, sign_icon
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Colours, Theme, icon_side, tabular, widened

HEADING: Final = "heading"
OVERALL: Final = "overall"
PART: Final = "part"
_TAG_KEYS: Final = frozenset({"tag", "predicted_tag", "expected", "answered"})
"""Columns with the name of a tag."""
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_NAME: Final = 1
"""The place of the name in the rows of a table; the number of rows follows."""
_FIXED: Final = 2
_LEAST_NAME: Final = 128
_MOST_NAME: Final = 300
_LEAST_WHISKERS: Final = 124
_PAD: Final = 3
"""Fusion's horizontal text margin in a cell, in pixels."""


@dataclass(frozen=True)
class MetricsRow:
    """A row of the table; headings have no cells."""

    kind: str
    name: str
    cells: tuple[Cell, ...] = ()
    f1: tuple[Estimate | None, ...] = ()
    """F1 of each model; None where it has no rows."""
    tag: TagInfo | None = None
    sorts: bool = False

    @property
    def change(self) -> float | None:
        """F1 of the last model minus F1 of the one before; None if either is missing."""
        after, before = (*reversed(self.f1), None, None)[:2]
        return None if after is None or before is None else after.value - before.value


def rows_of(tables: Sequence[Table], tags: Mapping[str, TagInfo]) -> list[MetricsRow]:
    """Return the rows of tables with the same models; the first one has no heading."""
    rows = []
    for table in tables:
        is_first, of_tags = table is tables[0], any(column.key == "tag" for column in table.columns)
        if table.rows and not is_first:
            rows.append(MetricsRow(HEADING, translate_core_message(table.title)))
        of_f1 = [place for place, column in enumerate(table.columns) if column.key == F1.key]
        for cells in table.rows:
            name = str(cells[_NAME])
            rows.append(
                MetricsRow(
                    OVERALL if is_first else PART,
                    translate_core_message(cells[_NAME]) if isinstance(cells[_NAME], Message) else name,
                    cells,
                    tuple(cell if isinstance(cell := cells[n], Estimate) else None for n in of_f1),
                    tags.get(name) if of_tags else None,
                    sorts=of_tags,
                )
            )
    return rows


class MetricsModel(QAbstractTableModel):
    """Rows of metrics.

    Columns: name, rows, F1 of each baseline, all metrics and the interval of F1 of each model, F1 intervals,
    change in F1.
    """

    def __init__(self, tables: Sequence[Table], tags: Mapping[str, TagInfo], font: QFont) -> None:
        """Show tables with the same models and columns."""
        super().__init__()
        self._models = tables[0].models
        self._names = [translate_core_message(model.label) for model in self._models]
        self._columns: list[tuple[int, Column, bool]] = []
        """Place in the rows, and whether it is the interval, of each column of metrics."""
        for place, column in enumerate(tables[0].columns):
            if column.model >= 0 and column.heading:
                self._columns.append((place, column, False))
                if column.key == F1.key and not self._models[column.model].is_baseline:
                    self._columns.append((place, column, True))
        self._figure_font, self._bold = tabular(font), tabular(font)
        self._bold.setBold(True)
        self._has_change = sum(not model.is_baseline for model in self._models) > 1
        self._given = self._rows = tuple(rows_of(tables, tags))
        self.sorted_by: tuple[int, bool] | None = None
        """The column by which the tags are sorted, and whether descending; None for their given order."""

    @property
    def scale_start(self) -> float:
        """F1 at the left end of the interval scale; the right end is 1."""
        lows = [cell.interval[0] for row in self._rows for cell in row.f1 if cell and cell.interval]
        return min(0.9, int(min(lows, default=0.0) * 10) / 10)

    @property
    def whisker_column(self) -> int:
        """Column in which the intervals are drawn."""
        return _FIXED + len(self._columns)

    @property
    def change_column(self) -> int | None:
        """Column of the change in F1; None for a single model."""
        return self.whisker_column + 1 if self._has_change else None

    def sort_tags(self, column: int) -> None:
        """Sort the tags by a column: names ascending, numbers descending; again the other way, then as given.

        The other rows stay in their places.
        """
        first = column != 0
        steps = (None, (column, first), (column, not first))
        at = steps.index(self.sorted_by) if self.sorted_by in steps else 0
        self.sorted_by = steps[(at + 1) % len(steps)]
        rows = list(self._given)
        if self.sorted_by is not None:
            places = [place for place, row in enumerate(rows) if row.sorts]
            tags = [rows[place] for place in places]
            known = [row for row in tags if self._value(row, column) is not None]
            known.sort(key=lambda row: self._value(row, column), reverse=self.sorted_by[1])
            missing = [row for row in tags if self._value(row, column) is None]
            for place, row in zip(places, [*known, *missing], strict=True):
                rows[place] = row
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def groups(self) -> list[tuple[int, int, str]]:
        """Return first column, last column and name of each model's group."""
        columns = [
            [n for n, (_, column, _) in enumerate(self._columns, _FIXED) if column.model == place]
            for place in range(len(self._models))
        ]
        return [(each[0], each[-1], name) for each, name in zip(columns, self._names, strict=True)]

    def is_interval(self, column: int) -> bool:
        """Return whether a column has the 95% intervals of F1 as text."""
        return _FIXED <= column < self.whisker_column and self._columns[column - _FIXED][2]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self.whisker_column + 1 + self._has_change

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].kind == HEADING:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.DisplayRole:
            mark = ""
            if self.sorted_by is not None and self.sorted_by[0] == section:
                mark = "▾" if self.sorted_by[1] else "▴"
            return f"{self._heading(section)} {mark}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("Click to sort the tags")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if not _FIXED <= section < self.whisker_column:
                return self._heading(section)
            return f"{self._names[self._columns[section - _FIXED][1].model]}, {self._heading(section)}"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if row.kind in (HEADING, OVERALL) else self._figure_font
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._in_words(row, column)
        return row if role == ROW_ROLE else None

    def _heading(self, section: int) -> str:
        if section < _FIXED:
            return tr("Rows") if section else ""
        if section < self.whisker_column:
            _, column, is_interval = self._columns[section - _FIXED]
            return tr("95% interval") if is_interval else translate_core_message(column.heading)
        return (
            tr("F1, {scale_start:.1f} to 1", scale_start=self.scale_start)
            if section == self.whisker_column
            else tr("Change")
        )

    def _value(self, row: MetricsRow, column: int) -> Any:
        """Return what a row is sorted by; None for a missing metric."""
        if column == 0:
            return row.name.casefold()
        if column == 1:
            return row.cells[_FIXED]
        if column == self.change_column:
            return row.change
        if column == self.whisker_column:
            last = row.f1[-1]
            return None if last is None else last.value
        place, _, is_interval = self._columns[column - _FIXED]
        cell = row.cells[place]
        if not isinstance(cell, Estimate):
            return None
        low, high = _interval(cell)
        return high - low if is_interval else cell.value

    def _text(self, row: MetricsRow, column: int) -> str:
        if column == 0:
            return row.name
        if row.kind == HEADING or column == self.whisker_column:
            return ""
        if column == 1:
            return written(row.cells[_FIXED], ",", format_number)
        if column == self.change_column:
            return "" if row.change is None else signed(row.change)
        place, spec, is_interval = self._columns[column - _FIXED]
        cell = row.cells[place]
        if is_interval and isinstance(cell, Estimate):
            low, high = _interval(cell)
            return localise_numbers(f"{low:.2f}–{high:.2f}")
        return written(cell, spec.spec, format_number)

    def _in_words(self, row: MetricsRow, column: int) -> str | None:
        if row.kind == HEADING or column == 0:
            return row.name
        if column == 1:
            rows = row.cells[_FIXED]
            return tr_plural("{n:,} row", "{n:,} rows", rows if isinstance(rows, int) else 0)
        if column == self.change_column:
            if row.change is None:
                return None
            return tr(
                "F1 of {model} compared with {other}: {change}",
                model=self._names[-1],
                other=self._names[-2],
                change=signed(row.change),
            )
        places = range(len(self._models))
        if column < self.whisker_column:
            places = range(at := self._columns[column - _FIXED][1].model, at + 1)
        return "\n".join(f"{self._names[place]}: {self._model_in_words(row, place)}" for place in places)

    def _model_in_words(self, row: MetricsRow, model: int) -> str:
        """Return all metrics of a model in a row as one line."""
        parts = []
        for place, column, is_interval in self._columns:
            cell = row.cells[place]
            if column.model != model or is_interval:
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


def signed(change: float) -> str:
    """Format a difference with an arrow and a sign, so that it does not depend on colour."""
    if abs(change) < 0.0005:
        return localise_numbers("= 0.000")
    return localise_numbers(f"▲ +{change:.3f}" if change > 0 else f"▼ −{-change:.3f}")


def _interval(cell: Estimate) -> Interval:
    return cell.interval or (cell.value, cell.value)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


class MetricsTable(QTableView):
    """Shows all rows at full height; the surrounding page scrolls."""

    def __init__(self, theme: Theme, tables: Sequence[Table], tags: Mapping[str, TagInfo]) -> None:
        """Show tables with the same models, oldest first; baselines have F1 only."""
        super().__init__()
        self._figures = MetricsModel(tables, tags, self.font())
        self._figures.setParent(self)
        self.setModel(self._figures)
        names = ", ".join(name for _, _, name in self._figures.groups())
        self.setAccessibleName(tr("Metrics of {models}", models=names))
        scale = (self._figures.whisker_column, self._figures.scale_start)
        header = GroupHeader(theme, self._figures.groups(), scale, self)
        self.setHorizontalHeader(header)
        header.sectionClicked.connect(self._figures.sort_tags)
        self._delegate = MetricsDelegate(theme, self._figures.scale_start, self)
        self.setItemDelegate(self._delegate)
        calm(self, theme, stretched=self._figures.whisker_column)
        header.setSectionsClickable(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_widths()
        fit_height(self, self._figures.rowCount())
        self._high = self.height()

    def _set_widths(self) -> None:
        bold = tabular(self.font())
        bold.setBold(True)
        measure, plain = QFontMetrics(bold), self.fontMetrics()
        self.horizontalHeader().setMinimumSectionSize(40)
        self.setColumnWidth(1, measure.horizontalAdvance("0,000") + GAP + UNIT)
        across = Qt.Orientation.Horizontal
        for first, last, name in self._figures.groups():
            for column in range(first, last + 1):
                text = "0.00–0.00" if self._figures.is_interval(column) else "0.000"
                heading = plain.horizontalAdvance(str(self._figures.headerData(column, across)))
                self.setColumnWidth(column, max(measure.horizontalAdvance(text) + UNIT, heading) + GAP)
            if first == last:
                wide = measure.horizontalAdvance(name) + 4 * GAP
                self.setColumnWidth(first, max(self.columnWidth(first), wide))
        if self._figures.change_column is not None:
            self.setColumnWidth(self._figures.change_column, measure.horizontalAdvance("▼ −0.000") + 2 * GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names their space and the rest to the intervals, which are hidden if it is too small."""
        drawn = self._figures.whisker_column
        others = (column for column in range(1, self._figures.columnCount()) if column != drawn)
        room = self.viewport().width() - sum(self.columnWidth(column) for column in others)
        least = widened(_LEAST_NAME, self.fontMetrics())
        self.setColumnHidden(drawn, room < least + _LEAST_WHISKERS)
        if self.isColumnHidden(drawn):
            self.setColumnWidth(0, max(least, room))
        else:
            self.setColumnWidth(0, min(_MOST_NAME, room - _LEAST_WHISKERS))
        self._scroll_sideways(on=self.isColumnHidden(drawn) and room < least)
        super().resizeEvent(event)

    def _scroll_sideways(self, *, on: bool) -> None:
        """Turn horizontal scrolling on or off; with a large font the metrics can be wider than the window."""
        bar = self.horizontalScrollBar().sizeHint().height() if on else 0
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOn if on else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(self._high + bar)


class GroupHeader(QHeaderView):
    """A flat header of two lines: model names above, metric names below."""

    def __init__(
        self,
        theme: Theme,
        groups: Sequence[tuple[int, int, str]],
        scale: tuple[int, float],
        parent: QWidget | None = None,
    ) -> None:
        """`groups` are first column, last column and name; `scale` is the interval column and its start."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._groups = tuple(groups)
        self._drawn, self._low = scale
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * (self.fontMetrics().height() + 6))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours = self._theme.colours
        painter.fillRect(rect, colours.base)
        lower = rect.adjusted(_PAD, rect.height() // 2, -_PAD, 0)
        model = self.model()
        alignment = model.headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        painter.setPen(colours.muted)
        if section == self._drawn:
            self._paint_scale(painter, rect, lower)
        else:
            painter.drawText(lower, int(alignment), str(model.headerData(section, self.orientation())))
        painter.setPen(colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_scale(self, painter: QPainter, rect: QRect, lower: QRect) -> None:
        """Draw the F1 label and the scale: both ends, and each tenth between them that has space."""
        upper = QRect(lower.left(), rect.top(), lower.width(), rect.height() // 2)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, "F1")
        area = QRectF(lower).adjusted(GAP - _PAD, 0, _PAD - GAP, 0)
        wide = painter.fontMetrics().horizontalAdvance("0.0") + UNIT
        for tenth, left in scale_labels(area, QRectF(lower), self._low, wide):
            where = QRectF(left, lower.top(), wide, lower.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, format_number(tenth / 10, ".1f"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        colours = self._theme.colours
        for place, (first, last, name) in enumerate(self._groups):
            ends = [(self.sectionViewportPosition(n), self.sectionSize(n)) for n in (first, last)]
            left, right = min(at for at, _ in ends), max(at + size for at, size in ends)
            area = QRect(left + GAP, 0, right - left - GAP - _PAD, self.height() // 2)
            painter.setPen(colours.text)
            text = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, area.width() - 2 * GAP)
            width = QFontMetrics(font).horizontalAdvance(text)
            mark = QPointF(area.right() - width - widened(GAP, painter.fontMetrics()), area.center().y() + 1)
            draw_mark(painter, mark, place - len(self._groups), colours)
            painter.setPen(colours.text)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            painter.setPen(colours.line)
            painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
        painter.end()


class MetricsDelegate(QStyledItemDelegate):
    """Draws intervals as whiskers on a common scale, and lines between the groups of rows."""

    def __init__(self, theme: Theme, low: float, parent: QWidget) -> None:
        """Draw F1 from `low` to 1."""
        super().__init__(parent)
        self._theme = theme
        self._low = low

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row: MetricsRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        colours = self._theme.colours
        painter.save()
        if row.kind in (OVERALL, HEADING):
            painter.setPen(colours.line)
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        model = index.model()
        if isinstance(model, MetricsModel) and index.column() == model.whisker_column and row.kind != HEADING:
            self._draw_whiskers(painter, QRectF(rect).adjusted(GAP, 3, -GAP, -3), row)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        row: MetricsRow = index.data(ROW_ROLE)
        if index.column() == 0 and row.tag is not None:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            side = icon_side(option.fontMetrics)
            option.icon = sign_icon(row.tag, self._theme.colours, side)
            option.decorationSize = QSize(side, side)
            room = option.rect.width() - side - 4 * _PAD
            option.text = elided_name(option.text, option.fontMetrics, room)

    def _x(self, area: QRectF, value: float) -> float:
        return scale_x(area, value, self._low)

    def _draw_whiskers(self, painter: QPainter, area: QRectF, row: MetricsRow) -> None:
        painter.setPen(self._theme.colours.line)
        for tenth in range(round(self._low * 10), 11):
            x = round(self._x(area, tenth / 10)) + 0.5
            painter.drawLine(QPointF(x, area.top() - 3), QPointF(x, area.bottom() + 3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = area.height() / max(1, len(row.f1))
        colours = self._theme.colours
        for place, cell in enumerate(row.f1):
            if cell is not None:
                y, from_end = area.top() + step * (place + 0.5), place - len(row.f1)
                low, high = _interval(cell)
                newest = from_end == -1
                painter.setPen(QPen(colours.accent if newest else colours.muted, 1.5 if newest else 1.0))
                painter.drawLine(QPointF(self._x(area, low), y), QPointF(self._x(area, high), y))
                draw_mark(painter, QPointF(self._x(area, cell.value), y), from_end, colours)


def scale_labels(area: QRectF, room: QRectF, low: float, wide: float) -> list[tuple[int, float]]:
    """Return the labelled tenths of the scale with their left edges; labels are `wide` and do not overlap.

    The labels of both ends are moved into `room`.
    """
    first, last = round(low * 10), room.right() - wide
    labels = [(first, max(scale_x(area, first / 10, low) - wide / 2, room.left()))]
    for tenth in range(first + 1, 10):
        left = scale_x(area, tenth / 10, low) - wide / 2
        if labels[-1][1] + wide <= left <= last - wide:
            labels.append((tenth, left))
    return [*labels, (10, min(scale_x(area, 1.0, low) - wide / 2, last))]


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

"""The Qt model of the figures table; it stores nothing but the rows it is given."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from mltag_desktop.gui.i18n.translation import figures, tr, tr_n
from mltag_desktop.gui.report.metrics_table_figures_rows import HEADING, OVERALL, Cell, Row
from mltag_desktop.gui.widgets.theme import tabular

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
FIXED: Final = ("", tr("Rows"))
PER_MODEL: Final = (tr("Prec."), tr("Recall"), "F1", tr("95% int."))
LONG_NAMES: Final = (tr("precision"), tr("recall"), "F1", tr("95% interval of F1"))
_NO_PARENT: Final = QModelIndex()


class FiguresModel(QAbstractTableModel):
    """Rows of figures; columns: name, rows, four for each model, F1 with intervals drawn, change."""

    def __init__(self, rows: Sequence[Row], models: Sequence[str], font: QFont) -> None:
        """Show `rows` for `models`, called by these names in words."""
        super().__init__()
        self._rows = tuple(rows)
        self._models = tuple(models)
        self._figure_font = tabular(font)
        self._bold = tabular(font)
        self._bold.setBold(True)
        self._has_change = len(self._models) > 1

    @property
    def scale_start(self) -> float:
        """The F1 at the left end of the drawn intervals; the right end is 1."""
        lowest = min((cell.low for row in self._rows for cell in row.cells if cell is not None), default=0.0)
        return min(0.9, int(lowest * 10) / 10)

    @property
    def whisker_column(self) -> int:
        """The column in which the intervals are drawn."""
        return len(FIXED) + len(PER_MODEL) * len(self._models)

    @property
    def change_column(self) -> int | None:
        """The column of the change in F1, when there is something to compare."""
        return self.whisker_column + 1 if self._has_change else None

    def groups(self) -> list[tuple[int, int, str]]:
        """Return first column, last column and name of each model's group."""
        width = len(PER_MODEL)
        starts = range(len(FIXED), self.whisker_column, width)
        return [(at, at + width - 1, name) for at, name in zip(starts, self._models, strict=True)]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
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
            return self._heading(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            part = section - len(FIXED)
            if 0 <= part < self.whisker_column - len(FIXED):
                model, figure = divmod(part, len(PER_MODEL))
                return f"{self._models[model]}, {LONG_NAMES[figure]}"
            return self._heading(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if row.kind in (HEADING, OVERALL) else self._figure_font
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._in_words(row, column)
        if role == ROW_ROLE:
            return row
        return None

    def _heading(self, section: int) -> str:
        if section < len(FIXED):
            return FIXED[section]
        if section < self.whisker_column:
            return PER_MODEL[(section - len(FIXED)) % len(PER_MODEL)]
        return (
            tr("F1, {scale_start:.1f} to 1", scale_start=self.scale_start)
            if section == self.whisker_column
            else tr("Change")
        )

    def _text(self, row: Row, column: int) -> str:
        if column == 0:
            return row.name
        if column == 1:
            return "" if row.support is None else figures(f"{row.support:,}")
        if column < self.whisker_column:
            model, figure = divmod(column - len(FIXED), len(PER_MODEL))
            return _figure(row.cells[model], figure, row.kind)
        if column == self.change_column and row.change is not None:
            return signed(row.change)
        return ""

    def _in_words(self, row: Row, column: int) -> str | None:
        if row.kind == HEADING or column == 0:
            return row.name
        if column == 1:
            return tr_n("{n:,} row", "{n:,} rows", row.support or 0)
        if column < self.whisker_column:
            model = (column - len(FIXED)) // len(PER_MODEL)
            return f"{self._models[model]}: {cell_in_words(row.cells[model])}"
        if column == self.whisker_column:
            pairs = zip(self._models, row.cells, strict=True)
            return "\n".join(f"{name}: {cell_in_words(cell)}" for name, cell in pairs)
        if row.change is None:
            return None
        return tr(
            "F1 of {model} compared with {other}: {change}",
            model=self._models[-1],
            other=self._models[-2],
            change=signed(row.change),
        )


def signed(change: float) -> str:
    """Write a difference with an arrow beside its sign, so that it is not told by colour."""
    if abs(change) < 0.0005:
        return figures("= 0.000")
    return figures(f"▲ +{change:.3f}" if change > 0 else f"▼ −{-change:.3f}")


def cell_in_words(cell: Cell | None) -> str:
    """Write all of a cell's figures in one line."""
    if cell is None:
        return tr("no rows for evaluation")
    return tr(
        "precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} (95% interval {low:.3f} to {high:.3f})",
        precision=cell.precision,
        recall=cell.recall,
        f1=cell.f1,
        low=cell.low,
        high=cell.high,
    )


def _figure(cell: Cell | None, figure: int, kind: str) -> str:
    if cell is None:
        return "" if kind == HEADING else "–"
    if figure == 3:
        return figures(f"{cell.low:.2f}–{cell.high:.2f}")
    return figures(f"{(cell.precision, cell.recall, cell.f1)[figure]:.3f}")


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter

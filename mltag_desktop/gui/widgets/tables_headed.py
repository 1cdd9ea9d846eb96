"""What the tables of panels have in common: headings that stay, words to the left, figures to the right."""

from collections.abc import Container
from typing import Any, ClassVar, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()


class HeadedModel(QAbstractTableModel):
    """Knows its headings and the side that each column stands at; a subclass knows the rows."""

    HEADINGS: ClassVar[tuple[str, ...]]
    FIGURES: ClassVar[Container[int]]
    """The columns that stand at the right."""

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Return how a column is aligned."""
        side = Qt.AlignmentFlag.AlignRight if column in self.FIGURES else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def can_edit(self, column: int) -> bool:
        """Tell whether the cells of a column can be written to."""
        return False

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:  # with the room that the cells have
            name = self.HEADINGS[section]
            return f"{name} " if section in self.FIGURES else f" {name}"
        return self.side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        return (
            plain | Qt.ItemFlag.ItemIsEditable if index.isValid() and self.can_edit(index.column()) else plain
        )

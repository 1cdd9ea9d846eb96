from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


class OnePaint(QWidget):
    """Widget that appends to `told` when it is painted."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._told.append("painted")

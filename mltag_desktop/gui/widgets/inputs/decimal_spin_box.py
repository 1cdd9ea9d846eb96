"""A spin box that accepts a decimal point and a decimal comma."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox


class DecimalSpinBox(QDoubleSpinBox):
    """Reads 0.5 and 0,5 as the same number; Qt drops the separator of other languages and reads 05.

    Thousands are never grouped.
    """

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        point = self.locale().decimalPoint()
        written = text.replace("." if point == "," else ",", point)
        state, written, position = super().validate(written, position)
        return state, written, position

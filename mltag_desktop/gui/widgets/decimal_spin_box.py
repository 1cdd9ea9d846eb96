"""A box for a share or a factor that takes both signs of decimals."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox


class DecimalSpinBox(QDoubleSpinBox):
    """Reads 0.5 and 0,5 alike: Qt leaves out the sign that the language does not have, and keeps 05.

    Thousands are never grouped in it.
    """

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        sign = self.locale().decimalPoint()
        written = text.replace("." if sign == "," else ",", sign)
        state, written, position = super().validate(written, position)
        return state, written, position

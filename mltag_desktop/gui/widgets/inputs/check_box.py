"""Check boxes and radio buttons whose marks grow with the font; Fusion draws them in one size."""

from typing import Any, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QStyle

_SHARE: Final = 0.8
"""Height of the mark relative to the height of the text."""


class CheckBox(QCheckBox):
    """A check box with a square as high as its text."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        _enlarge_mark(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            _enlarge_mark(self)


class RadioButton(QRadioButton):
    """A radio button with a circle as high as its text."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        _enlarge_mark(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            _enlarge_mark(self)


def _enlarge_mark(button: QAbstractButton) -> None:
    """Let Qt draw the mark larger, if the font is larger than usual."""
    usual = button.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
    side = round(_SHARE * button.fontMetrics().height())
    kind = "QCheckBox" if isinstance(button, QCheckBox) else "QRadioButton"
    sheet = f"{kind}::indicator {{ width: {side}px; height: {side}px; }}" if side > usual else ""
    if sheet != button.styleSheet():
        button.setStyleSheet(sheet)

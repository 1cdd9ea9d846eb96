"""Check boxes and radio buttons whose marks grow with the font; Fusion draws them in one size."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFocusRect,
)

from mltag_desktop.gui.widgets.theme import UNIT

_SHARE: Final = 0.8
"""Height of the mark relative to the height of the text."""


class CheckBox(QCheckBox):
    """A check box with a square as high as its text."""

    def sizeHint(self) -> QSize:
        return _enlarged(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return _enlarged(self, super().minimumSizeHint())

    def hitButton(self, position: QPoint) -> bool:
        return super().hitButton(position) or super().hitButton(_moved(self, position))

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.PrimitiveElement.PE_IndicatorCheckBox
        _paint(self, option, element, QStyle.ControlElement.CE_CheckBoxLabel)


class RadioButton(QRadioButton):
    """A radio button with a circle as high as its text."""

    def sizeHint(self) -> QSize:
        return _enlarged(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return _enlarged(self, super().minimumSizeHint())

    def hitButton(self, position: QPoint) -> bool:
        return super().hitButton(position) or super().hitButton(_moved(self, position))

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.PrimitiveElement.PE_IndicatorRadioButton
        _paint(self, option, element, QStyle.ControlElement.CE_RadioButtonLabel)


def _drawn_by_fusion(button: QAbstractButton) -> int:
    return button.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, button)


def _side(button: QAbstractButton) -> int:
    """Return width and height of the mark in pixels."""
    return max(_drawn_by_fusion(button), round(_SHARE * button.fontMetrics().height()))


def _enlarged(button: QAbstractButton, hint: QSize) -> QSize:
    side = _side(button)
    return QSize(hint.width() + side - _drawn_by_fusion(button), max(hint.height(), side + UNIT))


def _moved(button: QAbstractButton, position: QPoint) -> QPoint:
    """Return where Fusion would draw what is at `position`."""
    more = _side(button) - _drawn_by_fusion(button)
    right_to_left = button.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return position + QPoint(more if right_to_left else -more, 0)


def _paint(
    button: QAbstractButton,
    option: QStyleOptionButton,
    mark: QStyle.PrimitiveElement,
    text: QStyle.ControlElement,
) -> None:
    """Paint a mark, and its text next to it."""
    style, whole, side = button.style(), button.rect(), _side(button)
    painter = QPainter(button)
    option.rect = style.visualRect(
        button.layoutDirection(), whole, QRect(0, (whole.height() - side) // 2, side, side)
    )
    style.drawPrimitive(mark, option, painter, button)
    start = side + style.pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing, option, button)
    option.rect = style.visualRect(button.layoutDirection(), whole, whole.adjusted(start, 0, 0, 0))
    style.drawControl(text, option, painter, button)
    if button.hasFocus():
        frame = QStyleOptionFocusRect()
        frame.initFrom(button)
        width = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, button.text()).width()
        around = QRect(start - 2, 0, width + UNIT, whole.height())
        if not button.text():
            around = QRect(0, 0, side, whole.height())
        frame.rect = style.visualRect(button.layoutDirection(), whole, around)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame, painter, button)
    painter.end()

"""A combo box with a menu in which several items can be checked."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QMenu, QWidget


class CheckableComboBox(QComboBox):
    """Looks like a combo box and opens a menu; its owner sets the displayed text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(self)
        """Opens in place of the list; its actions are the checkable items."""
        self.menu.aboutToHide.connect(self.hidePopup)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem("")

    @property
    def words(self) -> str:
        """The displayed text."""
        return self.currentText()

    def say(self, words: str) -> None:
        """Set the displayed text."""
        self.setItemText(0, words)
        self.updateGeometry()

    def showPopup(self) -> None:
        corner = QPoint(0, self.height())
        if self.isRightToLeft():
            corner.setX(self.width() - self.menu.sizeHint().width())
        self.menu.popup(self.mapToGlobal(corner))

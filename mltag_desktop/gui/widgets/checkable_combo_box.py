"""A box like those in which one of several is chosen, with a menu in which several are ticked."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QMenu, QWidget


class CheckableComboBox(QComboBox):
    """Looks and opens as its neighbours do; what is chosen in the menu is for the owner to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(self)
        """Opens in place of the list; its actions are what can be ticked."""
        self.menu.aboutToHide.connect(self.hidePopup)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem("")

    @property
    def words(self) -> str:
        """What the box says."""
        return self.currentText()

    def say(self, words: str) -> None:
        """Say what is chosen, as the box of its neighbours does."""
        self.setItemText(0, words)
        self.updateGeometry()

    def showPopup(self) -> None:
        corner = QPoint(0, self.height())
        if self.isRightToLeft():
            corner.setX(self.width() - self.menu.sizeHint().width())
        self.menu.popup(self.mapToGlobal(corner))

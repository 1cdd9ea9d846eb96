"""Desks open dialogs: no larger than the screen, known while they are shown, gone when they are closed."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from mltag_desktop.gui.widgets.window_placement import keep_on_screen


class DialogDesk(QObject):
    """What each desk does with the dialogs that it opens."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: QDialog | None = None
        """The dialog that was opened last."""

    def ask_with(self, dialog: QDialog) -> None:
        """Show a dialog that wants an answer before one goes on."""
        self._remember(dialog)
        dialog.open()

    def show_beside(self, dialog: QDialog) -> None:
        """Show a dialog beside which one goes on working."""
        self._remember(dialog)
        dialog.show()

    def _remember(self, dialog: QDialog) -> None:
        self.shown = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        keep_on_screen(dialog)

    @Slot()
    def _forget(self) -> None:
        if self.sender() is self.shown:
            self.shown = None

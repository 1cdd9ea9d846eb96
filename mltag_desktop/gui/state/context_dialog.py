"""The base of dialogs that work on the open workspace."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen


class ContextDialog(Dialog):
    """A dialog over the window with the parts that it needs of the program."""

    def __init__(self, context: AppContext, title: str, size: QSize, parent: QWidget | None = None) -> None:
        """Make a dialog over `parent`, by default the window."""
        super().__init__(parent or context.window)
        self.setWindowTitle(title)
        self._context, self._theme, self._session = context, context.theme, context.session
        self._jobs, self._notifications = context.jobs, context.notifications
        fit_screen(self, size)

    @property
    def _workspace(self) -> Workspace:
        """The open workspace, for dialogs that are shown only while there is one."""
        return self._session.open_workspace

    def close_button(self, text: str = tr("&Close")) -> QPushButton:
        """Return a button that closes the dialog."""
        button = QPushButton(text)
        button.clicked.connect(self.reject)
        return button

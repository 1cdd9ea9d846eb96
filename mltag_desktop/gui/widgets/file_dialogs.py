"""File dialogs, as functions that tests can replace."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

AskPath = Callable[[QWidget, str, str, str], str]
"""Called with parent, title, suggested path and filter; returns the chosen path, empty if cancelled."""


def ask_to_save(parent: QWidget, title: str, suggested: str, file_filter: str) -> str:
    """Ask with the system's dialog, which confirms before a file is replaced."""
    return QFileDialog.getSaveFileName(parent, title, suggested, file_filter)[0]

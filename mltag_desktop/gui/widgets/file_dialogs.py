"""Asking for a file name, at the edge of the program."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

AskPath = Callable[[QWidget, str, str, str], str]
"""Parent, title, suggested path and filter to a chosen path, empty when none was chosen."""


def ask_to_save(parent: QWidget, title: str, suggested: str, file_filter: str) -> str:
    """Ask with the system's dialog, which asks itself before a file is replaced."""
    return QFileDialog.getSaveFileName(parent, title, suggested, file_filter)[0]

"""File dialogs and showing a folder, as functions that tests can replace."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

AskPath = Callable[[QWidget, str, str, str], str]
"""Called with parent, title, suggested path and filter; returns the chosen path, empty if cancelled."""
OpenFolder = Callable[[Path], object]
"""Opens the folder of a file."""


def ask_to_open(parent: QWidget, title: str, folder: str, file_filter: str) -> str:
    """Ask with the system's dialog for a file to open."""
    return QFileDialog.getOpenFileName(parent, title, folder, file_filter)[0]


def ask_to_save(parent: QWidget, title: str, suggested: str, file_filter: str) -> str:
    """Ask with the system's dialog, which confirms before a file is replaced."""
    return QFileDialog.getSaveFileName(parent, title, suggested, file_filter)[0]


def show_folder(path: Path) -> None:
    """Open the folder of `path` in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

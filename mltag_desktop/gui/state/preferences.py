"""Stores settings and window layout between runs."""

import base64
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import user_folder
from mltag_desktop.core.settings import Settings, quarantined, read, store
from mltag_desktop.gui.widgets.theme import Theme

SCHEMES: Final = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}

_PANES: Final = {"facets": 0, "detail": 2}
"""Panes that can be hidden, by their index in the splitter."""


def own_folder() -> Path:
    """Return the folder of workspaces that have no place of their own: the sample, pasted texts."""
    return user_folder("data") / "workspaces"


class SettingsStore(QObject):
    """Holds the settings, and stores them whenever they change.

    Signals: `failed(error)` when they could not be stored; `changed(settings)`.
    """

    failed = Signal(object)
    changed = Signal(object)

    def __init__(self, path: Path, theme: Theme) -> None:
        super().__init__()
        self.path = path
        self._run: Callable[[Callable[[], None]], None] | None = None
        self._theme = theme
        loaded = read(path)
        self.settings: Settings = loaded.settings
        self.damaged = quarantined(path) if loaded.damaged else None
        """Path of the copy of an unreadable settings file, or None."""
        if self.settings.colour_scheme != "system":
            theme.choose(SCHEMES[self.settings.colour_scheme])

    def store_with(self, run: Callable[[Callable[[], None]], None] | None) -> None:
        """Store through `run`, which calls its argument in another thread; None stores at once."""
        self._run = run

    def choose(self, settings: Settings) -> None:
        """Use and store these settings."""
        if settings.colour_scheme != self.settings.colour_scheme:
            self._theme.choose(SCHEMES[settings.colour_scheme])
        self._store(settings)

    def change(self, **values: Any) -> None:
        """Change some settings, and store them."""
        self.choose(replace(self.settings, **values))

    def add_recent(self, path: Path) -> None:
        """Add a file to the top of the recent files; the next one is looked for in its folder.

        The folder of the sample and of pasted texts, which nobody chose, is not offered.
        """
        settings = self.settings.with_recent(path)
        if path.parent != own_folder():
            settings = replace(settings, last_folder=str(path.parent))
        self._store(settings)

    def restore(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Restore the window geometry, the widths of the panes and which panes are hidden."""
        if self.settings.window_geometry:
            window.restoreGeometry(_bytes(self.settings.window_geometry))
        if self.settings.window_state:
            splitter.restoreState(_bytes(self.settings.window_state))
        for name, pane in _panes(splitter).items():
            if name in self.settings.hidden_panes:
                pane.hide()

    def keep(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Store the window geometry, the widths of the panes and which panes are hidden."""
        settings = replace(
            self.settings,
            window_geometry=_text(window.saveGeometry()),
            window_state=_text(splitter.saveState()),
            hidden_panes=tuple(name for name, pane in _panes(splitter).items() if pane.isHidden()),
        )
        self._store(settings)

    def _store(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        self.changed.emit(settings)
        if self._run is not None:
            self._run(partial(store, self.path, settings))
            return
        try:
            store(self.path, settings)
        except MltagError as error:
            self.failed.emit(error)


def _panes(splitter: QSplitter) -> dict[str, QWidget]:
    """Return the panes that can be hidden and exist."""
    found = {name: splitter.widget(number) for name, number in _PANES.items()}
    return {name: pane for name, pane in found.items() if pane is not None}


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))


def _text(data: QByteArray) -> str:
    return base64.b64encode(data.data()).decode("ascii")

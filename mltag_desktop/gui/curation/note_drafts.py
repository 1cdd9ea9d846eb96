"""Saves notes while they are being typed and finishes them before the workspace closes."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.workspace.decisions.note_drafts import keep_draft

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application


class NoteDrafts(QObject):
    """Connects the note fields of the detail panel and the focus view to the open workspace.

    Drafts go through the decision writer, so that a draft cannot overwrite a finished note.
    """

    def __init__(self, program: "Application") -> None:
        super().__init__(program)
        self._session = program.session
        self._writer = program.writer
        self._panes = (program.page.detail.tabs.note, program.page.focus.note)
        for pane in self._panes:
            pane.typed.connect(self._keep)
            program.opening.leaving.connect(pane.finish)
        program.session.opened.connect(self._show_writable)
        program.session.past_changed.connect(self._show_writable)

    @Slot(int, str)
    def _keep(self, row: int, text: str) -> None:
        workspace = self._session.workspace
        if workspace is not None and not workspace.read_only and 0 <= row < workspace.count:
            self._writer.write(partial(keep_draft, workspace, row, text))

    @Slot()
    def _show_writable(self) -> None:
        workspace = self._session.workspace
        on = workspace is not None and not workspace.read_only and self._session.past is None
        for pane in self._panes:
            pane.set_writable(on=on)

"""Saves notes while they are being typed and finishes them before the workspace closes."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.workspace.decisions.note_drafts import keep_draft
from mltag_desktop.gui.record.detail_tabs import NotePane
from mltag_desktop.gui.runtime.operations import Writer
from mltag_desktop.gui.state.session import Session


class NoteDrafts(QObject):
    """Connects the note fields of the detail panel and the focus view to the open workspace.

    Drafts go through the decision writer, so that a draft cannot overwrite a finished note.
    """

    def __init__(self, session: Session, writer: Writer, panes: Sequence[NotePane]) -> None:
        super().__init__()
        self._session = session
        self._writer = writer
        self._panes = tuple(panes)
        for pane in self._panes:
            pane.typed.connect(self._save_draft)
        session.opened.connect(self._show_writable)
        session.past_changed.connect(self._show_writable)

    @Slot()
    def finish(self) -> None:
        """Store the finished note before the table is left."""
        for pane in self._panes:
            pane.finish()

    @Slot(int, str)
    def _save_draft(self, row: int, text: str) -> None:
        workspace = self._session.workspace
        if workspace is not None and not workspace.read_only and 0 <= row < workspace.table.count:
            self._writer.write(partial(keep_draft, workspace, row, text))

    @Slot()
    def _show_writable(self) -> None:
        workspace = self._session.workspace
        on = workspace is not None and not workspace.read_only and self._session.past is None
        for pane in self._panes:
            pane.set_writable(on=on)

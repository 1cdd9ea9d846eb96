"""Saves a copy of the workspace, and exports decisions for a colleague.

No dialog is open while these files are written, so closing a window does not cancel the job.
"""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from mltag_desktop.core.filesystem.files import WORKSPACE_SUFFIX
from mltag_desktop.core.workspace.export.shared_decisions import export_decisions
from mltag_desktop.gui.i18n.translation import tr, tr_plural
from mltag_desktop.gui.runtime.operations import Operation
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.widgets.file_dialogs import AskPath, OpenFolder, ask_to_open, ask_to_save, show_folder
from mltag_desktop.gui.widgets.notifications import NotificationAction

_NO_NAME: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
"""Characters that are not allowed in file names on at least one operating system."""
_DECISIONS: Final = tr("Decisions (*.jsonl);;All files (*)")


def ask_for_decisions(parent: QWidget) -> str:
    """Ask for a colleague's file; return an empty string if the dialog was cancelled."""
    return ask_to_open(parent, tr("Import a colleague's decisions"), "", _DECISIONS)


class SharingController(QObject):
    """Asks for a file name and writes the file; deletes itself when the job has ended."""

    def __init__(
        self,
        context: AppContext,
        *,
        ask_path: AskPath = ask_to_save,
        open_folder: OpenFolder = show_folder,
    ) -> None:
        super().__init__(context.window)
        self._session = context.session
        self._jobs = context.jobs
        self._notifications = context.notifications
        self._window = context.window
        self._ask_path = ask_path
        self._open_folder = open_folder
        self._path = Path()

    def save_copy(self) -> None:
        """Write a copy of the workspace in its current state."""
        workspace = self._session.workspace
        if workspace is None:
            return
        place = workspace.path.with_name(f"{workspace.path.stem}-copy.mltag")
        if self._choose_path(tr("Save a copy as"), place, tr("Workspaces (*.mltag)")):
            chosen, self._path = self._path, _as_workspace(self._path)
            replace = chosen == self._path  # the file dialog asked about overwriting the typed name only
            self._run(Operation(workspace.save_copy, self._path, replace=replace), self._report_copied)

    def send(self) -> None:
        """Export the decisions for a colleague."""
        workspace = self._session.workspace
        if workspace is None:
            return
        whose = _NO_NAME.sub("-", workspace.curator)
        place = workspace.path.with_name(f"{workspace.path.stem}-decisions-{whose}.jsonl")
        if self._choose_path(tr("Export decisions"), place, _DECISIONS):
            self._run(Operation(export_decisions, workspace, self._path, replace=True), self._report_sent)

    def _choose_path(self, title: str, place: Path, kinds: str) -> bool:
        chosen = self._ask_path(self._window, title, str(place), kinds)
        self._path = Path(chosen)
        if not chosen:
            self.deleteLater()
        return bool(chosen)

    def _run(self, job: Operation, show_result: Callable[[Any], None]) -> None:
        job.success(show_result).failure(self._notifications.failure).ended(self.deleteLater)
        job.run(self._jobs.writer)

    @Slot(object)
    def _report_copied(self, _nothing: object) -> None:
        self._report_written(
            tr("The workspace was copied to {name}.", name=self._path.name),
            tr("The original workspace stays open."),
        )

    @Slot(object)
    def _report_sent(self, count: int) -> None:
        hint = tr("A colleague with the same records can import them.")
        self._report_written(
            tr_plural(
                "{n:,} decision exported to {name}.",
                "{n:,} decisions exported to {name}.",
                count,
                name=self._path.name,
            ),
            hint,
        )

    def _report_written(self, words: str, hint: str) -> None:
        show = partial(self._open_folder, self._path)
        self._notifications.success(words, hint, NotificationAction(tr("Show in folder"), show))


def _as_workspace(chosen: Path) -> Path:
    """Append the workspace suffix if it is missing."""
    return (
        chosen
        if chosen.suffix.casefold() == WORKSPACE_SUFFIX
        else chosen.with_name(f"{chosen.name}{WORKSPACE_SUFFIX}")
    )

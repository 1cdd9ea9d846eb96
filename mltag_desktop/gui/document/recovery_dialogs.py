"""Dialogs that bring work back: backups, and decisions in the log of another file.

Dialog that lists the backups of a workspace, makes one, or restores one.

Dialog that lists decisions from a write-ahead log of another workspace with the same name.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QPushButton

from mltag_desktop.core.messages import listed
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.recovery.backups import Backup, Backups
from mltag_desktop.core.workspace.storage.decision_log import is_decision_log
from mltag_desktop.core.workspace.storage.journal import logged_decisions
from mltag_desktop.core.workspace.storage.schema import DamagedError
from mltag_desktop.core.workspace.types import JournalEntry
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.document.workspace_files import restored_source, salvaged_source
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.i18n import error_words, format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.operations import Operation
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, heading
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.dialogs import show_folder
from mltag_desktop.gui.widgets.inputs import InlineQuestion
from mltag_desktop.gui.widgets.layout import dialog_column
from mltag_desktop.gui.widgets.theme import GAP

SIZE: Final = QSize(760, 460)
_HEADINGS: Final = (
    ColumnHeading(tr("When"), "2026-00-00 00:00:00", keeps=True),
    ColumnHeading(tr("Reason")),
    ColumnHeading(tr("Size"), "0,000.0 MB", right=True),
)
_WHY: Final = {
    "day": tr("daily backup"),
    "decisions": tr("after many decisions"),
    "migration": tr("before a format upgrade"),
    "asked": tr("manual backup"),
}


class BackupsDialog(ContextDialog):
    """Backups of the open workspace, or of a damaged one that cannot be opened."""

    def __init__(
        self,
        context: AppContext,
        workspace_opener: WorkspaceOpener,
        folder: Path,
        document: Path,
        *,
        damaged: bool = False,
    ) -> None:
        super().__init__(context, tr("Backups"), SIZE)
        self._workspace_opener = workspace_opener
        self._folder = folder
        self._document = document
        self._damaged = damaged
        self._salvages = damaged
        self._title = heading(tr("Backups of {name}", name=document.name))
        self._words = MutedLabel(context.theme)
        self._words.setObjectName("words")
        self.list = LineTable(context.theme, tr("Backups, newest first"), _HEADINGS)
        self.question = InlineQuestion()
        self.now = QPushButton(tr("Back up &now"))
        self.salvage = QPushButton(tr("&Salvage readable data"))
        self._show = QPushButton(tr("Show &folder"))
        self.restore = PrimaryButton(context.theme, tr("&Restore…"))
        self._close = self.close_button()
        self._lay_out()
        self.now.clicked.connect(self._back_up)
        self.salvage.clicked.connect(self._salvage)
        self._show.clicked.connect(lambda: show_folder(self._folder / "backups"))
        self.restore.clicked.connect(self._ask)
        self.list.chosen.connect(self._enable)
        context.session.opened.connect(self._enable)
        context.session.closed.connect(self._enable)
        self._read()

    def offer_salvage(self) -> None:
        """Show the Salvage button; used when the open workspace turns out to be damaged."""
        self._salvages = True
        self._enable()

    def _read(self) -> None:
        Operation(_list_backups, self._folder, self._document).success(self._show_all).failure(
            self._show_error
        ).run(self._jobs)

    @Slot(object)
    def _show_all(self, backups: list[Backup]) -> None:
        self._words.setText(self._explanation(bool(backups)))
        self.list.show_lines(
            [
                TableLine(
                    (
                        backup.time.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
                        _WHY.get(backup.why, backup.why),
                        tr("{size:,.1f} MB", size=backup.size / 1e6),
                    ),
                    backup,
                )
                for backup in backups
            ]
        )

    def _explanation(self, has_backups: bool) -> str:
        if self._damaged and has_backups:
            return tr(
                "The file is damaged and was not changed. Restore the newest backup, or salvage the readable "
                "data to a new workspace in the same folder. If you do both, you can compare them."
            )
        if self._damaged:
            return tr(
                "The file is damaged and was not changed. It has no backups. Salvage the readable data to a "
                "new workspace in the same folder."
            )
        if has_backups:
            return tr(
                "Backups are made once a day and after many decisions. Folder: {folder}. The oldest are "
                "deleted.",
                folder=self._folder,
            )
        return tr(
            "There are no backups of this workspace yet. They will be saved in {folder}.",
            folder=self._folder,
        )

    @Slot()
    def _enable(self) -> None:
        workspace = self._session.workspace
        is_open = self._is_open(workspace)
        is_read_only = is_open and workspace is not None and workspace.read_only
        self.restore.setEnabled(self.list.current is not None and not is_read_only)
        self.now.setVisible(is_open)
        self.salvage.setVisible(self._salvages)

    def _is_open(self, workspace: Workspace | None) -> bool:
        """Return whether the dialog's workspace is open; another one may have been opened since."""
        return workspace is not None and workspace.path == self._document

    @Slot()
    def _back_up(self) -> None:
        workspace = self._session.workspace
        if workspace is None or not self._is_open(workspace):
            return
        Operation(_back_up, workspace, self._folder).success(self._read).failure(self._show_error).run(
            self._jobs
        )

    @Slot(object)
    def _show_error(self, error: Exception) -> None:
        self._words.setText(error_words(error))
        if isinstance(error, DamagedError):
            self.offer_salvage()

    @Slot()
    def _ask(self) -> None:
        backup: Backup | None = self.list.current
        if backup is not None:
            when = backup.time.astimezone().strftime("%Y-%m-%d %H:%M")
            self.question.ask(
                tr(
                    "The workspace is restored to its state of {when}. The current state is kept in a "
                    "separate file in the same folder.",
                    when=when,
                ),
                (
                    (tr("&Not now"), self.list.setFocus),
                    (tr("R&estore"), partial(self._restore, backup)),
                ),
            )

    def _restore(self, backup: Backup) -> None:
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
        self.accept()
        self._workspace_opener.open_with(
            self._document.name,
            restored_source,
            backup.path,
            self._document,
            self._session.curator,
            stamp,
            self._damaged,
        )

    @Slot()
    def _salvage(self) -> None:
        self.accept()
        self._workspace_opener.open_with(
            self._document.name,
            salvaged_source,
            self._document,
            self._session.curator,
            self._folder / "backups",
        )

    def _lay_out(self) -> None:
        dialog_column(
            self,
            self._title,
            self._words,
            (self.list, 1),
            self.question,
            GAP,
            button_row(self.restore, self._close, left=(self.now, self.salvage, self._show)),
        )


def _list_backups(progress: Progress, folder: Path, document: Path) -> list[Backup]:
    progress.report(0.0, tr("Looking for backups"))
    return Backups(folder, document).all()


def _back_up(progress: Progress, workspace: Workspace, folder: Path) -> Backup | None:
    return workspace.backup(progress, folder, "asked", kept=None)


UNSAVED_SIZE: Final = QSize(960, 600)
_DECISIONS: Final = (
    ColumnHeading(tr("Record"), "00,000,000", right=True),
    ColumnHeading(tr("Tag"), "a longer name of a tag"),
    ColumnHeading(tr("Curator"), "A. Longer-Name"),
    ColumnHeading(tr("Time"), "2026-11-27 05:00", keeps=True),
    ColumnHeading(tr("Note")),
)


class UnsavedDialog(ContextDialog):
    """Lists the decisions that can be read from logs without their workspace file."""

    def __init__(self, context: AppContext, logs: Sequence[Path]) -> None:
        super().__init__(context, tr("Unsaved decisions"), UNSAVED_SIZE)
        self._logs = logs
        self.words = MutedLabel(context.theme)
        self.list = LineTable(context.theme, tr("Unsaved decisions"), _DECISIONS)
        self._folder = QPushButton(tr("&Show in folder"))
        self._close = self.close_button()
        dialog_column(self, self.words, (self.list, 1), button_row(self._folder, self._close))
        self._folder.clicked.connect(self._show_folder)
        Operation(_read, logs).success(self._show).failure(self._show_error).run(context.jobs)

    @Slot(object)
    def _show(self, found: list[JournalEntry]) -> None:
        entries = [entry for entry in found if not entry.undone]
        self.list.show_lines(
            [
                TableLine(
                    (
                        "" if entry.record is None else format_number(entry.record + 1),
                        entry.tag or "",
                        entry.curator,
                        _local(entry.time),
                        entry.note,
                    )
                )
                for entry in entries
            ]
        )
        count = tr_plural("{n:,} decision found.", "{n:,} decisions found.", len(entries))
        undone = len(found) - len(entries)
        if undone:
            count += " " + tr_plural(
                "{n:,} that was undone is not listed.", "{n:,} that were undone are not listed.", undone
            )
        names = translate_core_message(listed([path.name for path in self._logs], quoted=False))
        self.words.setText(
            count
            + " "
            + tr_plural(
                "They belong to another version of this workspace; some may be in it already. "
                "They are kept in {names}; delete the file when you no longer need it.",
                "They belong to another version of this workspace; some may be in it already. "
                "They are kept in {names}; delete the files when you no longer need them.",
                len(self._logs),
                names=names,
            )
        )

    @Slot(object)
    def _show_error(self, error: Exception) -> None:
        self.words.setText(translate_core_message(str(error)))

    @Slot()
    def _show_folder(self) -> None:
        show_folder(self._logs[0])


def _local(time: str) -> str:
    return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M") if time else ""


def _read(progress: Progress, logs: Sequence[Path]) -> list[JournalEntry]:
    return [entry for log in logs if is_decision_log(log) for entry in logged_decisions(log)]

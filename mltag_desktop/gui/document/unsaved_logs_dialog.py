"""Dialog that lists decisions from a write-ahead log of another workspace with the same name."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QPushButton

from mltag_desktop.core.messages import listed
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.storage.decision_log import is_decision_log
from mltag_desktop.core.workspace.storage.journal import logged_decisions
from mltag_desktop.core.workspace.types import JournalEntry
from mltag_desktop.gui.i18n.translation import format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.runtime.operations import Operation
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.widgets.common import MutedLabel, button_row
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.file_dialogs import show_folder
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import dialog_column
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen

SIZE: Final = QSize(960, 600)
_HEADINGS: Final = (
    ColumnHeading(tr("Record"), "00,000,000", right=True),
    ColumnHeading(tr("Tag"), "a longer name of a tag"),
    ColumnHeading(tr("Curator"), "A. Longer-Name"),
    ColumnHeading(tr("Time"), "2026-11-27 05:00", keeps=True),
    ColumnHeading(tr("Note")),
)


class UnsavedDialog(Dialog):
    """Lists the decisions that can be read from logs without their workspace file."""

    def __init__(self, context: AppContext, logs: Sequence[Path]) -> None:
        super().__init__(context.window)
        self.setWindowTitle(tr("Unsaved decisions"))
        self._logs = logs
        self.words = MutedLabel(context.theme)
        self.list = LineTable(context.theme, tr("Unsaved decisions"), _HEADINGS)
        self._folder = QPushButton(tr("&Show in folder"))
        self._close = QPushButton(tr("&Close"))
        dialog_column(self, self.words, (self.list, 1), button_row(self._folder, self._close))
        self._folder.clicked.connect(self._show_folder)
        self._close.clicked.connect(self.reject)
        fit_screen(self, SIZE)
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

"""The document's own commands: how it is read, what was set aside, journal, copies, colleagues, reports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mltag_desktop.core.tables.text.dialect import Dialect
from mltag_desktop.gui.document.source_watcher import SourceWatcher
from mltag_desktop.gui.document.workspace_files import UncertainTable
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.runtime.jobs import JobRunner
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.notifications import Notifications
from mltag_desktop.gui.widgets.theme import Theme
from mltag_desktop.gui.widgets.window_placement import DialogOwner

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.records.source_merge import MergePlan
    from mltag_desktop.gui.import_export.import_findings import GroupedFindings

WITH_TABLE: Final = (
    "save_copy", "read_as", "set_aside", "journal", "compare_source", "import_report",
    "export_decisions", "import_decisions", "backups",
)  # fmt: skip
"""Commands that need an open table."""


@dataclass(frozen=True)
class DialogContext:
    """What the desk is given of the program."""

    theme: Theme
    session: Session
    jobs: JobRunner
    notices: Notifications
    opening: WorkspaceOpener
    backups: Path
    """The folder of the rolling backups."""
    show_record: Callable[[int], None]
    show_records: Callable[[Sequence[int], str], None]
    """Shows some records alone, and says which they are."""
    review: Callable[[], None]
    """Shows the records that nobody reviewed yet."""
    window: QWidget


class WorkspaceDialogs(DialogOwner):
    """Opens the dialogs beside the table that are about the document; each is loaded when asked for first.

    Signals: `past_wanted(step)` when the table is to be shown as it was after a step.
    """

    past_wanted = Signal(int)

    def __init__(self, around: DialogContext) -> None:
        super().__init__(around.window)
        self._around = around
        self.watching = SourceWatcher(
            around.session, around.jobs, around.opening, around.notices, around.backups
        )
        self.watching.merge_wanted.connect(self.show_merge)
        self.watching.report_wanted.connect(self.show_report)
        self.watching.aside_wanted.connect(self.show_aside)
        self.watching.rescue_wanted.connect(self._show_rescue)
        self.watching.unsaved_wanted.connect(self._show_unsaved)
        around.opening.doubtful.connect(self._ask_how)
        around.session.closed.connect(self._let_go)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each command calls."""
        return {
            "export": self.export,
            "read_as": self.read_as,
            "set_aside": self.show_aside,
            "journal": self.show_journal,
            "compare_source": self.watching.compare,
            "import_report": self.watching.inspect,
            "export_decisions": self.export_decisions,
            "import_decisions": self.import_decisions,
            "save_copy": self.save_copy,
            "backups": self.show_backups,
        }

    def export(self) -> None:
        """Write the table or the corrections."""
        from mltag_desktop.gui.import_export.export_dialog import ExportDialog

        around = self._around
        self.ask_with(
            ExportDialog(
                around.theme,
                around.session,
                around.jobs,
                around.notices,
                around.window,
                review=around.review,
            )
        )

    def read_as(self) -> None:
        """Show how the open table is read, and read it otherwise."""
        source, workspace = self._around.opening.source, self._around.session.workspace
        if workspace is None or source is None or source.path is None or not source.path.exists():
            self._around.notices.info(
                tr("There is no file to read again."),
                tr("The records were pasted, or the file no longer exists."),
            )
            return
        self._preview(source.path, workspace.table.dialect, unsure=False)

    def show_aside(self) -> None:
        """List the records that could not be read."""
        from mltag_desktop.gui.document.quarantine_dialog import QuarantineDialog

        around = self._around
        self.show_beside(QuarantineDialog(around.theme, around.session, around.jobs, around.window))

    def show_journal(self) -> None:
        """Show who did what, and when."""
        from mltag_desktop.gui.document.journal_dialog import JournalDialog

        around = self._around
        dialog = JournalDialog(around.theme, around.session, around.jobs, around.notices, around.window)
        dialog.record_asked.connect(around.show_record)
        dialog.past_asked.connect(self.past_wanted)
        self.show_beside(dialog)

    @Slot(object)
    def show_merge(self, plan: "MergePlan") -> None:
        """Show what changed in the source."""
        from mltag_desktop.gui.document.source_merge_dialog import SourceMergeDialog

        around = self._around
        dialog = SourceMergeDialog(
            around.theme, around.session, around.jobs, around.notices, plan, around.window
        )
        dialog.applied.connect(self.watching.note_source)
        self.show_beside(dialog)

    @Slot(object)
    def show_report(self, found: "GroupedFindings") -> None:
        """Show what is remarkable about the records."""
        from mltag_desktop.gui.import_export.import_report_dialog import ImportReportDialog

        around = self._around
        dialog = ImportReportDialog(
            around.theme, around.session, around.jobs, around.notices, found, around.window
        )
        dialog.record_asked.connect(around.show_record)
        dialog.records_asked.connect(around.show_records)
        dialog.found_anew.connect(self.watching.keep)
        self.show_beside(dialog)

    def export_decisions(self) -> None:
        """Write the decisions for a colleague."""
        from mltag_desktop.gui.document.sharing import SharingController

        around = self._around
        SharingController(around.session, around.jobs, around.notices, around.window).send()

    def import_decisions(self) -> None:
        """Bring in the decisions of a colleague."""
        from mltag_desktop.gui.document.shared_decisions_dialog import SharedDecisionsDialog
        from mltag_desktop.gui.document.sharing import ask_for_decisions

        around = self._around
        chosen = ask_for_decisions(around.window)
        if chosen:
            dialog = SharedDecisionsDialog(
                around.theme, around.session, around.jobs, around.notices, Path(chosen), around.window
            )
            dialog.record_asked.connect(around.show_record)
            self.show_beside(dialog)

    def save_copy(self) -> None:
        """Write a copy of the whole document."""
        from mltag_desktop.gui.document.sharing import SharingController

        around = self._around
        SharingController(around.session, around.jobs, around.notices, around.window).save_copy()

    def show_backups(self) -> None:
        """Show the rolling copies of the open document."""
        workspace = self._around.session.workspace
        if workspace is not None:
            self.show_backups_of(workspace.path)

    def show_backups_of(self, document: Path, *, damaged: bool = False) -> None:
        """Show the rolling copies of a document, which may be one that cannot be opened."""
        from mltag_desktop.gui.document.backups_dialog import BackupsDialog

        around = self._around
        self.show_beside(
            BackupsDialog(
                around.theme, around.session, around.jobs, around.opening, around.backups, document,
                around.window, damaged=damaged,
            )
        )  # fmt: skip

    @Slot(object)
    def _show_rescue(self, document: Path) -> None:
        from mltag_desktop.gui.document.backups_dialog import BackupsDialog

        self.show_backups_of(document)
        if isinstance(self.shown, BackupsDialog):
            self.shown.offer_salvage()

    @Slot(object)
    def _show_unsaved(self, logs: Sequence[Path]) -> None:
        from mltag_desktop.gui.document.unsaved_logs_dialog import UnsavedDialog

        around = self._around
        self.show_beside(UnsavedDialog(around.theme, around.jobs, logs, around.window))

    @Slot(object)
    def _ask_how(self, doubt: UncertainTable) -> None:
        self._preview(doubt.path, doubt.dialect, unsure=True)

    def _preview(self, path: Path, dialect: Dialect, *, unsure: bool) -> None:
        from mltag_desktop.gui.import_export.preview_dialog import PreviewDialog

        around = self._around
        workspace, base = around.session.workspace, around.session.base
        tags = [tag.name for tag in workspace.tag_set.tags] if workspace else list(base.tags if base else ())
        dialog = PreviewDialog(
            around.theme, around.jobs, path, tags, around.window, dialect=dialect, unsure=unsure
        )
        dialog.settled.connect(lambda dialect, mapping: around.opening.open_as(path, dialect, mapping))
        if unsure:
            dialog.rejected.connect(around.opening.turn_down)
        self.ask_with(dialog)

    @Slot()
    def _let_go(self) -> None:
        self.watching.stop()

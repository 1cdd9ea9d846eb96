"""Opens the dialogs of the workspace: import settings, quarantine, journal, backups, sharing, reports."""

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
    """The parts that the workspace dialogs need."""

    theme: Theme
    session: Session
    jobs: JobRunner
    notices: Notifications
    opening: WorkspaceOpener
    backups: Path
    """Folder of the backups."""
    show_record: Callable[[int], None]
    show_records: Callable[[Sequence[int], str], None]
    """Shows only these records, with a description."""
    review: Callable[[], None]
    """Shows the unreviewed records."""
    window: QWidget


class WorkspaceDialogs(DialogOwner):
    """Opens the dialogs of the open workspace; each is imported on first use.

    Signals: `past_wanted(step)` to show the table's state after a step.
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
        """Return the handlers of the workspace commands."""
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
        """Open the export dialog."""
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
        """Open the import settings of the open table."""
        source, workspace = self._around.opening.source, self._around.session.workspace
        if workspace is None or source is None or source.path is None or not source.path.exists():
            self._around.notices.info(
                tr("There is no file to read again."),
                tr("The records were pasted, or the file no longer exists."),
            )
            return
        self._preview(source.path, workspace.dialect, unsure=False)

    def show_aside(self) -> None:
        """Open the list of quarantined records."""
        from mltag_desktop.gui.document.quarantine_dialog import QuarantineDialog

        around = self._around
        self.show_beside(QuarantineDialog(around.theme, around.session, around.jobs, around.window))

    def show_journal(self) -> None:
        """Open the journal."""
        from mltag_desktop.gui.document.journal_dialog import JournalDialog

        around = self._around
        dialog = JournalDialog(around.theme, around.session, around.jobs, around.notices, around.window)
        dialog.record_asked.connect(around.show_record)
        dialog.past_asked.connect(self.past_wanted)
        self.show_beside(dialog)

    @Slot(object)
    def show_merge(self, plan: "MergePlan") -> None:
        """Open the preview of the source changes."""
        from mltag_desktop.gui.document.source_merge_dialog import SourceMergeDialog

        around = self._around
        dialog = SourceMergeDialog(
            around.theme, around.session, around.jobs, around.notices, plan, around.window
        )
        dialog.applied.connect(self.watching.note_source)
        self.show_beside(dialog)

    @Slot(object)
    def show_report(self, found: "GroupedFindings") -> None:
        """Open the import report."""
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
        """Export the decisions for a colleague."""
        from mltag_desktop.gui.document.sharing import SharingController

        around = self._around
        SharingController(around.session, around.jobs, around.notices, around.window).send()

    def import_decisions(self) -> None:
        """Import the decisions of a colleague."""
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
        """Save a copy of the workspace."""
        from mltag_desktop.gui.document.sharing import SharingController

        around = self._around
        SharingController(around.session, around.jobs, around.notices, around.window).save_copy()

    def show_backups(self) -> None:
        """Open the backups of the open workspace."""
        workspace = self._around.session.workspace
        if workspace is not None:
            self.show_backups_of(workspace.path)

    def show_backups_of(self, document: Path, *, damaged: bool = False) -> None:
        """Open the backups of a workspace, which may be damaged."""
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
        tags = [tag.name for tag in workspace.tags] if workspace else list(base.tags if base else ())
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

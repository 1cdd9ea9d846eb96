"""Opens the dialogs of the workspace: import settings, quarantine, journal, backups, sharing, reports."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.gui.document.source_watcher import SourceWatcher
from mltag_desktop.gui.document.workspace_files import UncertainTable
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.state.context import AppContext, RecordNavigator
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.widgets.layout.window_placement import DialogOwner

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.records.source_merge import MergePlan
    from mltag_desktop.gui.import_export.finding_groups import GroupedFindings
    from mltag_desktop.gui.import_export.import_report_dialog import ImportReportDialog
    from mltag_desktop.gui.runtime.operations import Operation


class WorkspaceDialogs(DialogOwner):
    """Opens the dialogs of the open workspace; each is imported on first use.

    Signals: `past_requested(step)` when the table is to be shown as it was after a step;
    `quarantine_changed(count)` and `findings_changed(count)` with how many records are affected.
    """

    past_requested = Signal(int)
    quarantine_changed = Signal(object)
    findings_changed = Signal(object)

    def __init__(
        self,
        context: AppContext,
        navigator: RecordNavigator,
        workspace_opener: WorkspaceOpener,
        settings_store: SettingsStore,
        backups: Path,
    ) -> None:
        """`backups` is the folder of the rolling backups."""
        super().__init__(context.window)
        self._context = context
        self._navigator = navigator
        self._workspace_opener = workspace_opener
        self._backups = backups
        self.source_watcher = SourceWatcher(context, workspace_opener, backups, settings_store)
        self.source_watcher.quarantine_counted.connect(self.quarantine_changed)
        self.source_watcher.findings_counted.connect(self.findings_changed)
        self.source_watcher.merge_requested.connect(self.show_merge)
        self.source_watcher.report_requested.connect(self.show_report)
        self.source_watcher.inspection_requested.connect(self.show_inspection)
        self.source_watcher.quarantine_requested.connect(self.show_quarantined)
        self.source_watcher.rescue_requested.connect(self._show_rescue)
        self.source_watcher.unsaved_requested.connect(self._show_unsaved)
        workspace_opener.doubtful.connect(self._ask_how)
        context.session.closed.connect(self._handle_closed)

    def paste(self) -> None:
        """Open the paste dialog."""
        from mltag_desktop.gui.import_export.paste_dialog import PasteDialog

        opener = self._workspace_opener
        self.show_modal(PasteDialog(self._context, opener.add_texts, open_table=opener.open_pasted))

    def export(self) -> None:
        """Open the export dialog."""
        from mltag_desktop.gui.import_export.export_dialog import ExportDialog

        navigator = self._navigator
        self.show_modal(
            ExportDialog(self._context, review=navigator.review, groups=navigator.record_groups())
        )

    def read_as(self) -> None:
        """Open the import settings of the open table."""
        source, workspace = self._workspace_opener.source, self._context.session.workspace
        if workspace is None or source is None or source.path is None or not source.path.exists():
            self._context.notifications.info(
                tr("There is no file to read again."),
                tr("The records were pasted, or the file no longer exists."),
            )
            return
        self._preview(source.path, workspace.table.dialect, unsure=False)

    def show_quarantined(self) -> None:
        """Open the list of quarantined records."""
        from mltag_desktop.gui.document.quarantine_dialog import QuarantineDialog

        if not self.bring_up_open(QuarantineDialog):
            self.show_modeless(QuarantineDialog(self._context))

    def show_journal(self) -> None:
        """Open the journal."""
        from mltag_desktop.gui.document.journal_dialog import JournalDialog

        if self.bring_up_open(JournalDialog):
            return
        dialog = JournalDialog(self._context)
        dialog.record_requested.connect(self._navigator.show_record)
        dialog.past_requested.connect(self.past_requested)
        self.show_modeless(dialog)

    @Slot(object)
    def show_merge(self, plan: "MergePlan") -> None:
        """Open the preview of the source changes."""
        from mltag_desktop.gui.document.source_merge_dialog import SourceMergeDialog

        self.close_open(SourceMergeDialog)
        dialog = SourceMergeDialog(self._context, plan)
        dialog.applied.connect(self.source_watcher.note_source)
        self.show_modeless(dialog)

    @Slot()
    def show_import_report(self) -> None:
        """Show the import report that was made last, or make one."""
        self.source_watcher.show_report()

    @Slot(object, object)
    def show_inspection(self, found: "GroupedFindings", job: "Operation") -> None:
        """Open the import report with the findings so far; it shows those of `job` when that has ended."""
        self.show_report(found).follow(job)

    @Slot(object)
    def show_report(self, found: "GroupedFindings") -> "ImportReportDialog":
        """Open the import report."""
        from mltag_desktop.gui.import_export.import_report_dialog import ImportReportDialog

        self.close_open(ImportReportDialog)
        dialog = ImportReportDialog(self._context, found)
        dialog.record_requested.connect(self._navigator.show_record)
        dialog.records_requested.connect(self._navigator.show_records)
        dialog.rescanned.connect(self.source_watcher.keep)
        self.show_modeless(dialog)
        return dialog

    def export_decisions(self) -> None:
        """Export the decisions for a colleague."""
        from mltag_desktop.gui.document.sharing import SharingController

        SharingController(self._context).send()

    def import_decisions(self) -> None:
        """Import the decisions of a colleague."""
        from mltag_desktop.gui.document.shared_decisions_dialog import SharedDecisionsDialog
        from mltag_desktop.gui.document.sharing import ask_for_decisions

        context = self._context
        chosen = ask_for_decisions(context.window)
        if chosen:
            dialog = SharedDecisionsDialog(context, Path(chosen))
            dialog.record_requested.connect(self._navigator.show_record)
            self.show_modeless(dialog)

    def save_copy(self) -> None:
        """Save a copy of the workspace."""
        from mltag_desktop.gui.document.sharing import SharingController

        SharingController(self._context).save_copy()

    def show_backups(self) -> None:
        """Open the backups of the open workspace."""
        workspace = self._context.session.workspace
        if workspace is not None:
            self.show_backups_of(workspace.path)

    @Slot(object)
    def show_damaged(self, document: Path) -> None:
        """Show the rolling copies of a document that cannot be opened."""
        self.show_backups_of(document, damaged=True)

    def show_backups_of(self, document: Path, *, damaged: bool = False) -> None:
        """Open the backups of a workspace, which may be damaged."""
        from mltag_desktop.gui.document.backups_dialog import BackupsDialog

        self.close_open(BackupsDialog)
        self.show_modeless(
            BackupsDialog(self._context, self._workspace_opener, self._backups, document, damaged=damaged)
        )

    @Slot(object)
    def _show_rescue(self, document: Path) -> None:
        from mltag_desktop.gui.document.backups_dialog import BackupsDialog

        self.show_backups_of(document)
        if isinstance(self.shown, BackupsDialog):
            self.shown.offer_salvage()

    @Slot(object)
    def _show_unsaved(self, logs: Sequence[Path]) -> None:
        from mltag_desktop.gui.document.unsaved_logs_dialog import UnsavedDialog

        self.close_open(UnsavedDialog)
        self.show_modeless(UnsavedDialog(self._context, logs))

    @Slot(object)
    def _ask_how(self, doubt: UncertainTable) -> None:
        self._preview(doubt.path, doubt.dialect, unsure=True)

    def _preview(self, path: Path, dialect: Dialect, *, unsure: bool) -> None:
        from mltag_desktop.gui.import_export.preview_dialog import PreviewDialog

        context = self._context
        workspace, base = context.session.workspace, context.session.base
        tags = [tag.name for tag in workspace.tag_set.tags] if workspace else list(base.tags if base else ())
        dialog = PreviewDialog(context, path, tags, dialect=dialect, unsure=unsure)
        dialog.settled.connect(
            lambda dialect, mapping: self._workspace_opener.open_as(path, dialect, mapping)
        )
        if unsure:
            dialog.rejected.connect(self._workspace_opener.cancel_opening)
        self.show_modal(dialog)

    @Slot()
    def _handle_closed(self) -> None:
        self.source_watcher.stop()

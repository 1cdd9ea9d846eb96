"""Background work on the open workspace: source changes, import findings, quarantine and backups."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.workspace.file_import import is_sample
from mltag_desktop.core.workspace.storage.schema import DamagedError
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.gui.document.workspace_files import STAMP, OpenedSource, stamp_of
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.i18n import tr, tr_plural, translate_core_message
from mltag_desktop.gui.import_export.import_report import GroupedFindings, find_and_group
from mltag_desktop.gui.operations import Operation, Priority, without_progress
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.notifications import NotificationAction

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.records.source_merge import MergePlan
    from mltag_desktop.core.workspace.workspace import Workspace


_FIRST: Final = 60_000
"""Milliseconds from opening to the first check whether a backup is due."""
_EVERY: Final = 5 * 60_000
"""Milliseconds between checks whether a backup is due."""
_REST: Final = 3_000
"""Milliseconds without a change before the write-ahead log is merged into the workspace file."""
_INSPECTED: Final = 20_000
"""Maximum number of records inspected after an import; a larger table is sampled at random."""
_FINDINGS: Final = "findings"
"""Preference of a workspace: the number of findings when it was last inspected."""


class SourceWatcher(QObject):
    """Watches the open workspace and reports in notifications and in the filter panel.

    Signals: `merge_requested(plan)`, `report_requested(found)`, `inspection_requested(found, job)` with what
    was found before and the job that inspects the records again, `quarantine_requested()`,
    `rescue_requested(path)` of a damaged workspace and `unsaved_requested(paths)` of logs of another file
    with this name, when the curator asks to see them; `findings_counted(count)` and
    `quarantine_counted(count)` with the numbers of import findings and of quarantined records.
    """

    merge_requested = Signal(object)
    report_requested = Signal(object)
    inspection_requested = Signal(object, object)
    quarantine_requested = Signal()
    rescue_requested = Signal(object)
    unsaved_requested = Signal(object)
    findings_counted = Signal(object)
    quarantine_counted = Signal(object)

    def __init__(
        self,
        context: AppContext,
        workspace_opener: WorkspaceOpener,
        backups: Path,
        settings_store: SettingsStore,
    ) -> None:
        super().__init__()
        self._session = context.session
        self._jobs = context.jobs
        self._workspace_opener = workspace_opener
        self._notifications = context.notifications
        self._backups = backups
        self._settings_store = settings_store
        self._waits_for_model = False
        self._compared = ""
        """Stamp of the source when it was last found to be changed; each saved file is reported once."""
        self._found: GroupedFindings | None = None
        self._inspecting: Operation | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.back_up)
        workspace_opener.complete.connect(self._begin)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._notice_return)
        context.session.model_changed.connect(self._inspect_late)
        context.session.changed.connect(self._handle_change)
        self._resting = QTimer(self, interval=_REST, singleShot=True)
        self._resting.timeout.connect(self._settle)

    def _run(self, job: Operation) -> None:
        """Run a job that can wait, and report its failure."""
        job.run(self._jobs)

    def compare(self) -> None:
        """Compare the source with the imported records and report the result even if nothing changed."""
        self._run(Operation(_plan, self._session.open_workspace).success(self._show_plan))

    def inspect(self) -> None:
        """Inspect the records, and show the import report meanwhile."""
        self._inspect(asked=True)

    def show_report(self) -> None:
        """Show the latest import report, or create one."""
        if self._found is not None:
            self.report_requested.emit(self._found)
        else:
            self._inspect(asked=True)

    def back_up(self) -> None:
        """Make a backup if one is due."""
        self._timer.setInterval(_EVERY)
        workspace, kept = self._session.workspace, self._settings_store.settings.backups_kept
        if workspace is not None and not workspace.read_only:
            Operation(workspace.backup, self._backups, kept=kept).failure(self._report_failure).run(
                self._jobs
            )

    @Slot(object)
    def _report_failure(self, error: Exception) -> None:
        if not isinstance(error, DamagedError):
            self._notifications.failure(error)
            return
        self._timer.stop()  # report the damage only once
        action = NotificationAction(
            tr("Restore or salvage…"), partial(self.rescue_requested.emit, error.path)
        )
        self._notifications.error(
            translate_core_message(error.message), translate_core_message(error.hint), action
        )

    @Slot()
    def note_source(self) -> None:
        """Record the source's current size and time as those of the last import."""
        workspace = self._session.workspace
        if workspace is not None and not workspace.read_only:
            self._run(Operation(_note, workspace))

    def stop(self) -> None:
        """Stop watching and reset the counts."""
        self._timer.stop()
        self._resting.stop()
        self._waits_for_model = False
        self._found = None
        self._compared = ""
        if self._inspecting is not None:
            self._inspecting.cancel()
        self.findings_counted.emit(0)
        self.quarantine_counted.emit(0)

    @Slot()
    def _settle(self) -> None:
        workspace = self._session.workspace
        if workspace is not None and not self._workspace_opener.is_importing:
            self._run(Operation(without_progress(workspace.settle)))

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        self._resting.start()
        is_whole = change.rows is None and ChangeKind.RECORDS in change.kinds
        if is_whole and not self._workspace_opener.is_importing:
            self._run(self._count_quarantined())

    def _count_quarantined(self) -> Operation:
        workspace = self._session.open_workspace
        return Operation(lambda _: len(workspace.table.quarantined)).success(self.quarantine_counted)

    @Slot(object)
    def _report_quarantined(self, count: int) -> None:
        if count:
            lines = tr_plural(
                "{n:,} line could not be read. It is kept byte for byte.",
                "{n:,} lines could not be read. They are kept byte for byte.",
                count,
            )
            action = NotificationAction(tr("Show…"), self.quarantine_requested.emit)
            self._notifications.info(lines, action=action)

    @Slot(object)
    def _begin(self, source: OpenedSource) -> None:
        workspace, counting = source.workspace, self._count_quarantined()
        if source.resumed:  # a new import is inspected below
            self.findings_counted.emit(workspace.preference(_FINDINGS) or 0)
        else:
            counting.success(self._report_quarantined)
        self._run(counting)
        logs = workspace.unsaved
        if logs:
            action = NotificationAction(tr("Show decisions…"), partial(self.unsaved_requested.emit, logs))
            self._notifications.offer(
                tr("Unsaved changes of another version of this workspace were found. They were not applied."),
                tr("They are kept in {name}.", name=logs[-1].name),
                action,
            )
        if workspace.models.damage is not None:
            self._notifications.failure(workspace.models.damage)
        if workspace.read_only:
            return
        self._timer.start(_FIRST)
        self._compare_if_changed(workspace)  # also if it was written while it was imported
        if not source.resumed:
            self._inspect(asked=False)

    @Slot(Qt.ApplicationState)
    def _notice_return(self, state: Qt.ApplicationState) -> None:
        """Look for changes when the curator comes back from another program."""
        workspace = self._session.workspace
        if (
            state == Qt.ApplicationState.ApplicationActive
            and workspace is not None
            and not workspace.read_only
            and not self._workspace_opener.is_importing
        ):
            self._compare_if_changed(workspace)

    def _compare_if_changed(self, workspace: "Workspace") -> None:
        self._run(Operation(_changed_stamp, workspace).success(self._compare_once))

    @Slot(object)
    def _compare_once(self, stamp: str) -> None:
        if stamp and stamp != self._compared:
            self._compared = stamp
            self._run(Operation(_plan, self._session.open_workspace).success(self._report_plan))

    @Slot(object)
    def _show_plan(self, plan: "MergePlan") -> None:
        if plan.is_empty:
            self.note_source()
            self._notifications.success(tr("The source has not changed since the last import."))
        else:
            self.merge_requested.emit(plan)

    @Slot(object)
    def _report_plan(self, plan: "MergePlan") -> None:
        if plan.is_empty:
            self.note_source()
            return
        words = tr(
            "{name} has changed since the last import: {changes}.",
            name=plan.table.path.name,
            changes=counted_changes(plan),
        )
        action = NotificationAction(tr("Show…"), partial(self.merge_requested.emit, plan))
        self._notifications.info(words, tr("Nothing is imported until you confirm."), action)

    def _inspect(self, *, asked: bool) -> None:
        workspace, model = self._session.open_workspace, self._session.base
        if model is None:
            self._waits_for_model = True
            return
        job = Operation(find_and_group, self._jobs.worker, workspace, model, _INSPECTED).success(self.keep)
        if self._inspecting is not None:
            self._inspecting.cancel()  # two at once would take twice as long
        self._inspecting = job
        if asked:
            self.inspection_requested.emit(self._found or GroupedFindings(workspace), job)
            job.run(self._jobs)
        else:
            job.success(self._report_found).run(self._jobs, Priority.ANALYSIS)

    @Slot()
    def _inspect_late(self) -> None:
        if self._waits_for_model and self._session.base is not None:
            self._waits_for_model = False
            self._inspect(asked=False)

    @Slot(object)
    def keep(self, found: GroupedFindings) -> None:
        """Store an import report if it belongs to the open workspace."""
        workspace = found.workspace
        if workspace is self._session.workspace:
            self._found = found
            count = sum(len(group.rows) for group in found.groups) + len(found.unknown_tags)
            self.findings_counted.emit(count)
            if not workspace.read_only:
                self._run(Operation(without_progress(workspace.set_preference), _FINDINGS, count))

    @Slot(object)
    def _report_found(self, found: GroupedFindings) -> None:
        """Show a notification unless another one is visible; the filter panel shows the count anyway."""
        is_open = found.workspace is self._session.workspace
        is_own = is_sample(found.workspace.table.source_path)
        if is_open and not is_own and found.headline and self._notifications.current is None:
            action = NotificationAction(tr("Show…"), partial(self.report_requested.emit, found))
            self._notifications.info(found.headline, "", action)


def counted_changes(plan: "MergePlan") -> str:
    """Return the numbers of added, changed and removed records that are not 0, or that the order changed."""
    parts = (
        (plan.added, tr_plural("{n:,} added", "{n:,} added", plan.added)),
        (plan.changed, tr_plural("{n:,} with changed text", "{n:,} with changed text", plan.changed)),
        (plan.revised, tr_plural("{n:,} with changed cells", "{n:,} with changed cells", plan.revised)),
        (plan.gone, tr_plural("{n:,} removed", "{n:,} removed", plan.gone)),
    )
    counted = ", ".join(words for count, words in parts if count)
    return counted or tr("the order of the records has changed")


def _changed_stamp(progress: Progress, workspace: "Workspace") -> str:
    """Return the stamp of a source that has changed since the import; empty if unchanged or gone."""
    stamp = stamp_of(workspace.table.source_path)
    return "" if stamp == workspace.preference(STAMP) else stamp


def _note(progress: Progress, workspace: "Workspace") -> None:
    stamp = stamp_of(workspace.table.source_path)
    if stamp and stamp != workspace.preference(STAMP):
        workspace.set_preference(STAMP, stamp)


def _plan(progress: Progress, workspace: "Workspace") -> "MergePlan":
    path = workspace.table.source_path
    if path is None or not path.exists():
        raise MltagError(
            tr("There is no source to compare with."), tr("The records were pasted, or the file was moved.")
        )
    return workspace.source_merge.plan(progress, open_table(path, workspace.table.dialect))

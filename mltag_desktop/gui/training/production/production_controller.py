"""Computes production metrics in a job, and handles the requests of their dialog."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from mltag_desktop.core.learning.misclassifications import (
    ImportedMisclassifications,
    import_misclassifications,
    write_misclassifications,
)
from mltag_desktop.core.learning.production_metrics import (
    ProductionMetrics,
    production_metrics,
    undecided_below,
    with_efforts_of,
    wrong_rows,
)
from mltag_desktop.core.model.unsure_policy import UnsurePolicy
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n.translation import tr, tr_plural
from mltag_desktop.gui.runtime.operations import Lane, Operation, without_progress
from mltag_desktop.gui.state.context import AppContext, RecordNavigator
from mltag_desktop.gui.training.production.production_dialog import ProductionDialog
from mltag_desktop.gui.training.thresholds.fallback_controller import fallback_words
from mltag_desktop.gui.training.thresholds.threshold_panel import chosen_words
from mltag_desktop.gui.widgets.file_dialogs import AskPath, ask_to_open, ask_to_save
from mltag_desktop.gui.widgets.layout.window_placement import bring_up
from mltag_desktop.gui.widgets.notifications import Notifications

_SETTLED = 300
_KINDS = tr("Misclassifications (*.jsonl)")


class ProductionController(QObject):
    """Shows production metrics, and the records behind them."""

    def __init__(
        self,
        context: AppContext,
        navigator: RecordNavigator,
        certify: Callable[[], object],
        save: AskPath = ask_to_save,
        choose: AskPath = ask_to_open,
    ) -> None:
        session, notifications = context.session, context.notifications
        super().__init__(context.window)
        self._session = session
        self._jobs = context.jobs
        self._writer = context.writer
        self._notifications = notifications
        self._navigator = navigator
        self._window = context.window
        self._save, self._choose = save, choose
        self._version = ""
        self._job = Lane(self, context.jobs)
        self.dialog = ProductionDialog(context.theme, context.window)
        self.dialog.notifications.failed.connect(notifications.failed)
        self._settled = QTimer(self, interval=_SETTLED, singleShot=True)
        self._settled.timeout.connect(self._count)
        session.changed.connect(self._handle_change)
        self.dialog.certify_requested.connect(certify)
        self.dialog.version_chosen.connect(self._apply_version)
        self.dialog.records_requested.connect(self._show_below)
        self.dialog.wrong_requested.connect(self._show_wrong)
        self.dialog.limits_requested.connect(self._set_thresholds)
        self.dialog.policy_chosen.connect(self._use_policy)
        self.dialog.export_requested.connect(self.export)
        self.dialog.import_requested.connect(self.import_misclassifications)

    @Slot()
    def open(self) -> None:
        """Show the dialog for the active model."""
        self._version = ""
        bring_up(self.dialog)
        self._count()

    @Slot()
    def export(self) -> None:
        """Ask for a path and write the misclassifications to a file."""
        workspace = self._session.workspace
        if workspace is None:
            return
        name = f"{workspace.path.stem}-misclassifications.jsonl"
        chosen = self._save(self._window, tr("Export misclassifications"), name, _KINDS)
        if chosen:
            path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.jsonl")
            Operation(write_misclassifications, workspace, path).success(
                _ExportNotice(self, path.name).written
            ).failure(self._report_failure).run(self._jobs)

    @Slot()
    def import_misclassifications(self) -> None:
        """Flag the records that another curator's misclassification file lists."""
        workspace = self._session.workspace
        if workspace is None:
            return
        if workspace.read_only:
            self._near.info(tr("This workspace is read-only."), tr("Open the workspace for writing first."))
            return
        chosen = self._choose(self._window, tr("Import misclassifications"), "", _KINDS)
        if chosen:
            Operation(import_misclassifications, workspace, Path(chosen)).success(
                partial(self._finish_import, workspace)
            ).failure(self._report_failure).run(self._jobs)

    @property
    def _near(self) -> Notifications:
        """Notifications of the dialog if it is open, otherwise of the window, which the dialog may cover."""
        return self.dialog.notifications if self.dialog.isVisible() else self._notifications

    @Slot(object)
    def _report_failure(self, error: Exception) -> None:
        self._near.failure(error)

    def notify_written(self, count: int, name: str) -> None:
        """Notify that `count` misclassifications were written."""
        self._near.success(
            tr_plural(
                "{n:,} misclassification exported to {name}.",
                "{n:,} misclassifications exported to {name}.",
                count,
                name=name,
            )
        )

    def _finish_import(self, workspace: Workspace, taken: ImportedMisclassifications) -> None:
        if taken.added:
            self._session.publish(Change(None, ChangeKind.RECORDS), workspace)
        self._session.publish(taken.change, workspace)
        rows = taken.change.rows if taken.change.rows is not None else ()
        words = tr_plural(
            "{n:,} record flagged, {added:,} of them added to the table.",
            "{n:,} records flagged, {added:,} of them added to the table.",
            len(rows),
            added=taken.added,
        )
        self._near.success(words, tr("The flags can be undone."))

    @Slot()
    def _count(self) -> None:
        workspace = self._session.workspace
        if workspace is None or not self.dialog.isVisible():
            return
        version, limits = self._version or None, self._session.review_below
        Operation(production_metrics, workspace, version, limits).in_worker(short=True).success(
            self._count_live
        ).failure(self._report_failure).run(self._job)

    @Slot(object)
    def _count_live(self, found: ProductionMetrics) -> None:
        """Count the records to review again: the worker process has no live predictions."""
        workspace = self._session.workspace
        if workspace is None:
            return
        limits = self._session.review_below
        Operation(lambda _: with_efforts_of(found, workspace.states(), limits)).success(self._show).failure(
            self._report_failure
        ).run(self._job)

    @Slot(object)
    def _show(self, found: ProductionMetrics) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            below, free = self._session.review_below, not workspace.read_only
            fallback_text = (
                fallback_words(self._session.fallback) if found.version == workspace.models.active else ""
            )
            self.dialog.show_in_use(found, below, workspace.thresholds.unsure, free=free, stays=fallback_text)

    @Slot(str)
    def _apply_version(self, version: str) -> None:
        self._version = version
        self._count()

    @Slot(str)
    def _show_below(self, tag: str) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            Operation(
                without_progress(undecided_below), workspace, self._session.review_below, tag or None
            ).success(partial(self._emit_rows, words=tr("to review"))).failure(self._report_failure).run(
                self._jobs
            )

    @Slot()
    def _show_wrong(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            Operation(without_progress(wrong_rows), workspace).success(
                partial(self._emit_rows, words=tr("decision differs from prediction"))
            ).failure(self._report_failure).run(self._jobs)

    def _emit_rows(self, rows: Sequence[int], words: str) -> None:
        self._navigator.show_records(rows, words)

    @Slot(object, object)
    def _set_thresholds(self, default: float | None, tags: Mapping[str, float | None]) -> None:
        workspace = self._session.workspace
        if workspace is not None and not workspace.read_only:
            shorts = {tag.name: tag.label for tag in workspace.tag_set.tags}
            self._writer.write(partial(workspace.thresholds.set, default, tags))
            self._near.success(chosen_words(default, tags, shorts), tr("This can be undone."))

    @Slot(str)
    def _use_policy(self, policy: str) -> None:
        workspace = self._session.workspace
        if workspace is not None and not workspace.read_only:
            self._writer.write(partial(workspace.thresholds.set_unsure, UnsurePolicy(policy)))

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if self.dialog.isVisible() and not self._settled.isActive():
            self._settled.start()

    def close(self) -> None:
        """Stop the work and delete the dialog, because the workspace is closed."""
        self._job.cancel()
        self._settled.stop()
        self.deleteLater()
        self.dialog.hide()
        self.dialog.deleteLater()


class _ExportNotice(QObject):
    """Passes the number of written records on, with the name of the file."""

    def __init__(self, controller: ProductionController, name: str) -> None:
        super().__init__(controller)
        self._controller, self._name = controller, name

    @Slot(object)
    def written(self, count: int) -> None:
        """Show the notification."""
        self._controller.notify_written(count, self._name)
        self.deleteLater()

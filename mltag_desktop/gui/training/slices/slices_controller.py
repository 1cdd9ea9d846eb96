"""Opens the slices dialog, and evaluates the displayed report on the stored slices."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.learning.query_slices import sliced, stored_slices
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.runtime.operations import Operation
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.training.slices.slices_dialog import PresentFilter, SlicesDialog

if TYPE_CHECKING:  # it brings the plots
    from mltag_desktop.gui.report.report_window import ReportPanel


class SlicesController(QObject):
    """Opens the slices dialog, and updates the displayed report when slices change."""

    def __init__(
        self,
        context: AppContext,
        panel: "Callable[[], ReportPanel | None]",
        present_filter: PresentFilter,
    ) -> None:
        """`panel` returns the visible report panel, or None."""
        super().__init__(context.window)
        self._context = context
        self._session, self._jobs, self._notifications = context.session, context.jobs, context.notifications
        self._panel = panel
        self._present_filter = present_filter
        self._job: Operation | None = None
        self._again = False
        """Whether the slices have changed since the job started."""

    @Slot()
    def open(self) -> None:
        """Show the slices dialog."""
        if self._session.workspace is None:
            self._notifications.info(tr("There are no records for a slice yet."), tr("Open a table first."))
            return
        panel = self._panel()
        over = self._context.window if panel is None else panel.window()
        dialog = SlicesDialog(self._context, self._present_filter, over)
        dialog.stored.connect(self.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def evaluate_stored_slices(self) -> None:
        """Evaluate the opened report, if the workspace has slices."""
        if self._session.workspace is not None and stored_slices(self._session.workspace):
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Evaluate the displayed report on the stored slices."""
        workspace, panel = self._session.workspace, self._panel()
        if workspace is None or panel is None or panel.report is None:
            return
        if self._job is not None:  # two at once could end in any order
            self._again = True
            return
        self._job = (
            Operation(sliced, workspace, panel.report)
            .in_worker(short=True)
            .success(self._show)
            .failure(self._notifications.failure)
            .ended(self._handle_end)
        )
        panel.hold_promotion(True)
        self._job.run(self._jobs)

    @Slot()
    def _handle_end(self) -> None:
        self._job = None
        panel = self._panel()
        if panel is not None:
            panel.hold_promotion(False)
        if self._again:
            self._again = False
            self.refresh()

    @Slot(object)
    def _show(self, report: Report) -> None:
        panel = self._panel()
        if panel is not None and panel.report is not None and panel.report.name == report.name:
            shown, evaluated = ([model.version for model in one.models] for one in (panel.report, report))
            if shown == evaluated:
                panel.renew(report)

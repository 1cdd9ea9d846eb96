"""The window that contains the report panel."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.model_figures import ModelRole
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy
from mltag_desktop.core.workspace.types import ModelInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.report.prediction_changes import PredictionChangeExplainer
from mltag_desktop.gui.report.report_panel import ReportPanel
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import vbox
from mltag_desktop.gui.widgets.layout.window_placement import bring_up, fit_screen


class ReportWindow(Dialog):
    """A separate window for the report panel, so that table and report can be seen together."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.window, Qt.WindowType.Window)
        self._session, self._jobs = context.session, context.jobs
        self._explainer: PredictionChangeExplainer | None = None
        self._decides = False
        self.setWindowTitle(tr("Report"))
        self.panel = ReportPanel(context.theme)
        vbox(self.panel, parent=self, margins=0)
        fit_screen(self, QSize(1240, 740))

    def show_report(
        self,
        report: Report,
        workspace: Workspace,
        model: ModelInfo,
        *,
        compared: bool = False,
        activate: bool = True,
    ) -> None:
        """Show `report` on `model` of `workspace`.

        A report on two `compared` models has no decision buttons. One that nobody just asked for does not
        `activate` its window.
        """

        def texts(rows: Sequence[int]) -> list[str]:
            return [record.text for record in workspace.table.records(rows)]

        if self._session.certificate:
            report = replace(report, notes=(self._session.certificate, *report.notes))
        title = tr("Report on model {version}", version=model.version)
        if compared:
            first = report.models[0].version
            title = tr("Model {second} compared with {first}", second=model.version, first=first)
        self.setWindowTitle(title)
        self._decides = not compared
        explainer = self._explainer_of(report, workspace)
        if not compared:
            report = report.now(workspace.models.all())
        policy = PromotionPolicy.from_json(workspace.preference("priority"))
        self.panel.show_report(
            report,
            workspace.tag_set.tags,
            texts,
            policy=policy,
            explainer=explainer,
        )
        self._set_actions(workspace, model)
        bring_up(self, activate=activate)

    def update_actions(self, workspace: Workspace) -> None:
        """Update the buttons to the state of the report's model; a deleted model has no buttons."""
        version = self.panel.report_version
        model = next((info for info in workspace.models.all() if info.version == version), None)
        report = self.panel.report
        if report is not None and version and self._decides:
            self._set_actions(workspace, model)
            now = report.now(workspace.models.all())
            if now != report:
                self.panel.renew(now)

    def _set_actions(self, workspace: Workspace, model: ModelInfo | None) -> None:
        free = self._decides and model is not None and not model.active and not workspace.read_only
        self.panel.set_actions(promote=free, discard=free and model is not None and model.candidate)
        if self._decides and model is not None and model.active:
            self.panel.set_decided(tr("Active"), saves=not model.bundled)

    def _delete_explainer(self) -> None:
        if self._explainer is not None:
            self._explainer.deleteLater()
            self._explainer = None

    def _explainer_of(self, report: Report, workspace: Workspace) -> PredictionChangeExplainer | None:
        """Return an explainer that compares the last model with the one before it."""
        self._delete_explainer()
        if report.table_prediction_changes is None or not report.models:
            return None
        evaluated = [
            model for model in report.models[:-1] if model.role in (ModelRole.ACTIVE, ModelRole.MODEL)
        ]
        before = evaluated[-1].version if evaluated else workspace.models.active
        if before is None:
            return None
        self._explainer = PredictionChangeExplainer(
            self._session, self._jobs, (before, report.models[-1].version), self
        )
        return self._explainer

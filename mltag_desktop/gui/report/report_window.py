"""The window that contains the report panel."""

import contextlib
import json
import weakref
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.html_report import to_html, to_summary
from mltag_desktop.core.evaluation.model_figures import ModelRole, PredictionChange
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy, to_json
from mltag_desktop.core.filesystem import atomic_write, scratch_folder
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.workspace.types import ModelInfo, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.import_export.pdf_page import PDF_FILTER, pdf_page
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.report.chart_view import page_language
from mltag_desktop.gui.report.prediction_changes import Explain, Explained, Texts, explain
from mltag_desktop.gui.report.report_body import ReportBody, places_of_slices
from mltag_desktop.gui.report.report_header import ReportHeader, ReportRequests
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.dialogs import AskPath, Dialog, ask_to_save, bring_up, fit_screen
from mltag_desktop.gui.widgets.layout import vbox
from mltag_desktop.gui.widgets.notifications import Notifications
from mltag_desktop.gui.widgets.theme import Theme

_F1: Final = PromotionPolicy()
_LEAST_WIDTH: Final = 640
"""Below 1000 pixels the metrics of three models scroll, and sections are stacked."""
FILTERS: Final = {"html": tr("Web page (*.html)"), "pdf": PDF_FILTER, "json": tr("JSON (*.json)")}


class ReportPanel(QWidget):
    """Shows one report at a time."""

    def __init__(self, theme: Theme, ask_path: AskPath = ask_to_save) -> None:
        super().__init__()
        self._theme = theme
        self._ask_path = ask_path
        self._report: Report | None = None
        self._tags: Sequence[TagInfo] = ()
        self.texts: Texts | None = None
        self._explain: Explain | None = None
        self._policy = PromotionPolicy()
        self._place = 0
        self._defining_slices = False
        """Whether slices are being defined while the displayed rows are not in the table."""
        self._scroll_to = 0
        self._forget_page: Callable[[], object] = lambda: None
        """Deletes the page that was written for printing, at the latest when the program ends."""
        self.requests = ReportRequests(self)
        self.header = ReportHeader(theme, self.requests)
        self._page = QScrollArea(widgetResizable=True)
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setAccessibleName(tr("Report"))
        self.notifications = Notifications(theme, self)
        vbox(self.header, (self._page, 1), parent=self, margins=0, spacing=0)
        self.setMinimumWidth(_LEAST_WIDTH)
        theme.changed.connect(self._fill)
        self.requests.export.connect(self.export)
        self.requests.rows.connect(self.show_rows)
        self.requests.policy.connect(self._set_policy)
        self.requests.slices.connect(self._note_slices)

    @property
    def report(self) -> Report | None:
        """The displayed report."""
        return self._report

    @property
    def report_version(self) -> str:
        """Version of the evaluated model; empty without a report."""
        return self._report.models[-1].version if self._report and self._report.models else ""

    def show_report(
        self,
        report: Report,
        tags: Sequence[TagInfo],
        texts: Texts | None = None,
        *,
        policy: PromotionPolicy = _F1,
        promote: bool = False,
        discard: bool = False,
        explain: Explain | None = None,
    ) -> None:
        """Show `report`; `texts` returns the texts of table rows, `explain` explains prediction changes.

        `policy` decides headline and gate. `promote` and `discard` say which buttons are shown for the last
        model.
        """
        self._report, self._tags, self.texts = report, tags, texts
        self._explain = explain
        self._policy, self._place, self._defining_slices = policy, report.reading_order()[0], False
        self.header.show_report(report, policy, self._place)
        self.header.set_actions(promote=promote, discard=discard)
        self._page.verticalScrollBar().setValue(0)
        self._fill()
        self._page.setFocus()

    def hold_promotion(self, held: bool) -> None:
        """Wait with a promotion while slices are measured, if some are protected."""
        self.header.hold_promotion(held and bool(self._policy.protected_slices))

    def renew(self, report: Report) -> None:
        """Show the same report with updated slice metrics, and keep the scroll position.

        If slices were defined on an evaluation set that cannot have any, show the first one that can.
        """
        self._report = report
        self.header.show_report(report, self._policy, self._place)  # slices may be protected
        places = places_of_slices(report)
        if self._defining_slices and self._place == 0 and places:
            self.show_rows(places[0])
        else:
            self._fill()

    @property
    def body(self) -> ReportBody | None:
        """The part below the headline."""
        body = self._page.widget()
        return body if isinstance(body, ReportBody) else None

    @Slot(int)
    def show_rows(self, place: int) -> None:
        """Show the metrics of another evaluation set: 0 for the report itself, then its `others`."""
        if self._report is not None and 0 <= place <= len(self._report.others):
            self._place, self._defining_slices = place, False
            self.header.show_report(self._report, self._policy, place)
            self._page.verticalScrollBar().setValue(0)
            self._fill()

    @Slot(object)
    def _set_policy(self, policy: PromotionPolicy) -> None:
        self._policy = policy
        if self._report is not None:
            self.header.show_report(self._report, policy, self._place)

    def clear(self) -> None:
        """Remove the report and everything that it references."""
        self._report, self._tags, self.texts, self._explain = None, (), None, None
        self._forget_page()
        if body := self._page.takeWidget():
            body.deleteLater()

    @Slot(str)
    def export(self, kind: str) -> None:
        """Ask for a path and write the report as `html`, `pdf` or `json`, or print it."""
        if self._report is None:
            return
        if kind == "print":
            self._print()
            return
        name = f"report-{self.report_version or 'empty'}.{kind}"
        chosen = self._ask_path(self, tr("Export the report"), name, FILTERS[kind])
        if not chosen:
            return
        path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.{kind}")
        try:
            write_report(self._report, path, kind, self._policy)
        except MltagError as error:
            self.notifications.failure(error)
            return
        self.notifications.success(tr("The report was exported to {name}.", name=path.name))

    def _print(self) -> None:
        """Write the page to a temporary folder and open it in a browser, which can print it."""
        if self._report is None:
            return
        name = f"report-{self.report_version or 'empty'}.html"
        self._forget_page()
        stack = contextlib.ExitStack()
        path = stack.enter_context(scratch_folder()) / name
        self._forget_page = weakref.finalize(self, stack.close)
        try:
            write_report(self._report, path, "html", self._policy)
        except MltagError as error:
            self.notifications.failure(error)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.notifications.info(
                tr("No browser could be opened for printing."),
                tr("Print {path} from another program.", path=path),
            )

    @Slot()
    def _fill(self) -> None:
        """Build the body in the current colours."""
        if self._report is None:
            return
        at = self._page.verticalScrollBar().value()
        shown = self._report.on_rows(self._place)
        body = ReportBody(self._theme, shown, self._tags, self.requests, self.texts, self._explain)
        self._page.setWidget(body)
        body.fit(self._page.width())
        self._scroll_to = at
        body.built.connect(self._scroll_back, Qt.ConnectionType.QueuedConnection)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.body is not None:
            self.body.fit(event.size().width())

    @Slot()
    def _note_slices(self) -> None:
        report = self._report
        self._defining_slices = report is not None and not report.on_rows(self._place).records

    @Slot()
    def _scroll_back(self) -> None:
        """Restore the scroll position once the body is complete."""
        if self._scroll_to:
            self._page.verticalScrollBar().setValue(self._scroll_to)


def write_report(report: Report, path: Path, kind: str, policy: PromotionPolicy = _F1) -> None:
    """Write `report` for a promotion policy to `path` as `html`, `pdf` or `json`.

    HTML and PDF are in the language of the window.

    Raises `MltagError` when it cannot be written.
    """
    if kind == "pdf":
        content = pdf_page(to_summary(report, policy, page_language()), path.stem)
    elif kind == "html":
        content = to_html(report, policy, page_language()).encode("utf-8")
    else:
        content = json.dumps(to_json(report, policy), ensure_ascii=False, indent=2).encode("utf-8") + b"\n"
    with atomic_write(path, replace=True) as file:
        file.write(content)


class ReportWindow(Dialog):
    """A separate window for the report panel, so that table and report can be seen together."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.window, Qt.WindowType.Window)
        self._session, self._jobs = context.session, context.jobs
        self._explaining = Lane(self, context.jobs)
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
        explainer = self.explainer_of(report, workspace)
        if not compared:
            report = report.now(workspace.models.all())
        policy = PromotionPolicy.from_json(workspace.preference("priority"))
        self.panel.show_report(report, workspace.tag_set.tags, texts, policy=policy, explain=explainer)
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
        self.panel.header.set_actions(promote=free, discard=free and model is not None and model.candidate)
        if self._decides and model is not None and model.active:
            self.panel.header.set_decided(tr("Active"), saves=not model.bundled)

    def explainer_of(self, report: Report, workspace: Workspace) -> Explain | None:
        """Return a function that explains with the last model and the one before it, if there are two."""
        if report.table_prediction_changes is None or not report.models:
            return None
        roles = (ModelRole.ACTIVE, ModelRole.MODEL)
        evaluated = [model.version for model in report.models[:-1] if model.role in roles]
        before = evaluated[-1] if evaluated else workspace.models.active
        if before is None:
            return None
        versions, loaded = (before, report.models[-1].version), dict[str, LinearModel]()

        def ask(change: PredictionChange, show: Callable[[Explained], object]) -> None:
            known = (self._session.base, self._session.model)
            Operation(explain, self._jobs.worker, workspace, change, versions, known, loaded).success(
                show
            ).failure(self.panel.notifications.failure).run(self._explaining)

        return ask

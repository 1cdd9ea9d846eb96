"""Opens what shows the models and what they read in the texts; each is imported on first use."""

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMessageBox

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.model_library import LibraryModel, default_library
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.search.filtering import rows_shown_as, shown_tags
from mltag_desktop.gui.application.workbench import Workbench
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.training.library import LibraryController
from mltag_desktop.gui.widgets.dialogs import DialogOwner, bring_up

if TYPE_CHECKING:
    from mltag_desktop.core.learning.tag_meaning import TagMeaning
    from mltag_desktop.gui.report.tag_meaning_dialog import TagMeaningDialog
    from mltag_desktop.gui.table.map_controller import MapController
    from mltag_desktop.gui.training.model_controller import ModelController
    from mltag_desktop.gui.training.production import ProductionDialog


class ModelDialogs(DialogOwner):
    """Opens training, report, production metrics, slices, the map, and what the tags mean to the model.

    Signals: `training_progressed(share)` and `training_ended()`.
    """

    training_progressed = Signal(float)
    training_ended = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench.parent_window)
        self._bench, self._context, self._navigator = bench, bench.context, bench.navigator
        self._page, self._actions = bench.page, bench.actions
        self.models: ModelController | None = None
        self._is_warm = False
        self._production: ProductionDialog | None = None
        self._library = default_library()
        self.library = LibraryController(bench.context, self._library, self.use_library_model)
        """Opens the model library and suggests its models."""
        bench.question_queue.trained.connect(self._warm)
        bench.session.closed.connect(self._leave)
        self.map: MapController | None = None
        """The map, once it was shown."""
        self._dialog: TagMeaningDialog | None = None
        self._job = Lane(self, bench.jobs)
        bench.embeddings.ended.connect(self._renew_map)
        bench.page.filter_panel.meaning_requested.connect(self.open_meaning)

    @property
    def seconds_of_training(self) -> float:
        """How long the running training has taken so far; 0 when none is running."""
        return self.models.seconds_of_training if self.models is not None else 0.0

    @Slot()
    def _warm(self) -> None:
        """Import the training dialogs in a job; on first use the import would block the window for 124 ms."""
        if not self._is_warm:
            self._is_warm = True
            Operation(load_code, "mltag_desktop.gui.training.model_controller").run(self._context.jobs)

    def open_production(self) -> None:
        """Show the production metrics of the active model."""
        if self._production is None:
            from mltag_desktop.gui.training.production import ProductionDialog

            self._production = ProductionDialog(
                self._context, self._navigator, self._bench.certification.open
            )
        self._production.show_active_model()

    def use_library_model(self, model: LibraryModel) -> None:
        """Make a model of the library the active one of the open table."""
        self.controller.use_library_model(self._library, model)

    @Slot()
    def _leave(self) -> None:
        """Delete the windows of the closed workspace: the next one starts with new windows."""
        if self.models is not None:
            self.models.close()
        if self._production is not None:
            self._production.leave()
        self.models = self._production = None
        if self.map is not None:
            self.map.set_visible(visible=False)
        self._actions["show_map"].setChecked(False)
        if self._dialog is not None:
            self._dialog.close()

    @property
    def controller(self) -> "ModelController":
        """Opens training, report and slices; made on first use."""
        if self.models is None:
            from mltag_desktop.gui.training.model_controller import ModelController

            made = ModelController(self._context, present_filter=self._bench.filter_controller.present)
            made.record_requested.connect(self._navigator.show_record)
            made.records_requested.connect(self._navigator.show_records)
            made.meaning_requested.connect(self.open_meaning)
            made.training_progressed.connect(self.training_progressed)
            made.training_ended.connect(self.training_ended)
            made.save_requested.connect(self.library.save)
            self.models = made
            # importing the report after the training would block the window for 0.2 s
            report = "mltag_desktop.gui.report.report_window"
            Operation(load_code, "scipy.sparse", report).run(self._context.jobs)
        return self.models

    def toggle_map(self) -> None:
        """Show or hide the map above the table."""
        if self.map is None:
            self.map = self._made_map()
        is_shown = self.map.panel.isHidden()
        if is_shown:
            self._actions["show_table"].trigger()
        self.map.set_visible(is_shown)
        self._actions["show_map"].setChecked(is_shown)
        if is_shown:
            self.map.panel.view.setFocus()
        else:
            self._page.table.setFocus()

    @Slot()
    def _renew_map(self) -> None:
        """Compare the texts by their meaning, now that the sentence encoder has read them."""
        if self.map is not None:
            self.map.renew()

    @Slot()
    @Slot(str)
    def open_meaning(self, tag: str = "") -> None:
        """Show what a tag means to the active model; without one, the tag of the current record."""
        from mltag_desktop.gui.report.tag_meaning_dialog import TagMeaningDialog

        workspace = self._context.session.workspace
        if workspace is None:
            return
        tags = workspace.tag_set.tags
        if len(tags) == 0:
            self._context.notifications.info(tr("There are no tags yet."), tr("Add some in Tag › Tag set…."))
            return
        if self._dialog is None:
            dialog = TagMeaningDialog(self._context.theme, self._context.window)
            dialog.tag_chosen.connect(self._compare)
            dialog.record_requested.connect(self._navigator.show_record)
            dialog.finished.connect(self._forget_meaning)
            self._dialog = dialog
            self.show_modeless(dialog)
        chosen = tag or self._current_tag() or tags[0].name
        self._dialog.show_tags(tags, chosen)
        bring_up(self._dialog)
        self._compare(chosen)

    def _current_tag(self) -> str:
        states, row = self._context.session.states, self._page.current_row()
        if states is None or row is None:
            return ""
        code = int(shown_tags(states)[row])
        return states.tag_names[code] if code >= 0 else ""

    @Slot(str)
    def _compare(self, tag: str) -> None:
        from mltag_desktop.core.learning.tag_meaning import tag_meaning

        workspace, model = self._context.session.workspace, self._context.session.model
        if workspace is None or model is None:
            return
        uses_encoder = self._bench.record_order.text_analysis.uses_encoder()
        rows = rows_shown_as(workspace.states(), tag)  # the worker may number the tags in another order
        Operation(tag_meaning, workspace, model, tag, rows, uses_encoder=uses_encoder).in_worker(
            short=True
        ).progress(self._show_progress).success(self._show_meaning).failure(self._show_failure).run(self._job)

    @Slot(float, str)
    def _show_progress(self, share: float, _step: str) -> None:
        if self._dialog is not None:
            self._dialog.show_waiting(share)

    @Slot(object)
    def _show_meaning(self, found: "TagMeaning") -> None:
        if self._dialog is not None:
            self._dialog.show_meaning(found)

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        if self._dialog is not None and isinstance(error, MltagError):
            self._dialog.show_failure(error)

    @Slot()
    def _forget_meaning(self) -> None:
        self._job.cancel()
        self._dialog = None

    def _made_map(self) -> "MapController":
        from mltag_desktop.gui.table.map_controller import MapController

        made = MapController(self._context, self._page.table, self._page.model, self._bench.record_order)
        self._page.put_above_table(made.panel)
        made.meaning_requested.connect(self._bench.embeddings.request)
        made.record_chosen.connect(self._navigator.show_record)
        made.records_chosen.connect(self._bench.filter_controller.show_rows)
        made.facet_chosen.connect(self._bench.filter_controller.toggle_facets)
        made.left.connect(self._page.table.setFocus)
        return made


def load_code(progress: Progress, *modules: str) -> None:
    """Import modules that a later use would have to wait for; a job cannot be cancelled during an import."""
    for name in modules:
        importlib.import_module(name)


_LONG: Final = 10.0
"""Seconds of training from which its loss is worth a question."""


class UnfinishedTraining(QObject):
    """Asks before the window closes, or another table is opened, during a long training.

    The question goes away when the training ends; nothing is closed then.
    """

    def __init__(self, window: MainWindow, model_dialogs: ModelDialogs) -> None:
        super().__init__(window)
        self._window = window
        self._model_dialogs = model_dialogs
        self.question: QMessageBox | None = None
        """The question that is shown."""
        window.close_requested.connect(self._hold_window)
        model_dialogs.training_ended.connect(self._withdraw)

    def confirm(self, proceed: Callable[[], object]) -> None:
        """Call `proceed` now, or once the user has agreed to discard a long training."""
        if self._model_dialogs.seconds_of_training < _LONG:
            proceed()
            return
        self._withdraw()
        icon, title = QMessageBox.Icon.Warning, tr("Training")
        box = self.question = QMessageBox(icon, title, tr("A model is being trained."), parent=self._window)
        box.setInformativeText(tr("Closing the table discards the training."))
        keep = box.addButton(tr("Keep training"), QMessageBox.ButtonRole.RejectRole)
        discard = box.addButton(tr("Close and discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)

        def end() -> None:
            self.question = None
            box.deleteLater()
            if box.clickedButton() is discard:
                proceed()

        box.finished.connect(end)
        box.open()

    @Slot(object)
    def _hold_window(self, event: QCloseEvent) -> None:
        if self._model_dialogs.seconds_of_training >= _LONG:
            event.ignore()
            self.confirm(self._window.close_at_once)

    @Slot()
    def _withdraw(self) -> None:
        if self.question is not None:
            self.question.reject()

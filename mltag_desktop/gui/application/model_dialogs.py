"""Opens the dialogs for training, report, production metrics and paste; each is imported on first use.

The question before a long training is discarded.

Opens the map of the texts, and what the tags mean to the model; both are imported on first use.
"""

import importlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QAbstractButton, QMessageBox

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.model_library import LibraryModel, ModelLibrary
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.search.filtering import rows_shown_as, shown_tags
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.state.actions import Actions, Handler
from mltag_desktop.gui.state.session import AppContext, RecordNavigator
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.training.library import LibraryController, export_notebook
from mltag_desktop.gui.widgets.dialogs import DialogOwner, bring_up

if TYPE_CHECKING:
    from mltag_desktop.core.learning.tag_meaning import TagMeaning
    from mltag_desktop.gui.report.tag_meaning_dialog import TagMeaningDialog
    from mltag_desktop.gui.table.map_controller import MapController
    from mltag_desktop.gui.training.model_controller import ModelController
    from mltag_desktop.gui.training.production import ProductionDialog


class ModelDialogs(DialogOwner):
    """Opens training, report, production metrics and slices.

    Signals: `meaning_requested()` when the report asks what the tags mean; `training_progressed(share)` and
    `training_ended()`.
    """

    meaning_requested = Signal()
    training_progressed = Signal(float)
    training_ended = Signal()

    def __init__(
        self,
        context: AppContext,
        navigator: RecordNavigator,
        filter_controller: FilterController,
        library: ModelLibrary,
        certify: Handler,
    ) -> None:
        super().__init__(context.window)
        self._context = context
        self._navigator = navigator
        self._filter_controller = filter_controller
        self.models: ModelController | None = None
        self._is_warm = False
        self._production: ProductionDialog | None = None
        self.library = LibraryController(context, library, self.use_library_model)
        """Opens the model library and suggests its models."""
        self._library, self._certify = library, certify
        context.session.closed.connect(self._leave)

    @property
    def seconds_of_training(self) -> float:
        """How long the running training has taken so far; 0 when none is running."""
        return self.models.seconds_of_training if self.models is not None else 0.0

    @Slot()
    def warm(self) -> None:
        """Import the training dialogs in a job; on first use the import would block the window for 124 ms."""
        if not self._is_warm:
            self._is_warm = True
            Operation(load_model_code).run(self._context.jobs)

    def open_training(self) -> None:
        """Open the training dialog."""
        self._model_controller().open_training()

    def open_report(self) -> None:
        """Open the evaluation report."""
        self._model_controller().open_report()

    def open_production(self) -> None:
        """Show the production metrics of the active model."""
        if self._production is None:
            from mltag_desktop.gui.training.production import ProductionDialog

            self._production = ProductionDialog(self._context, self._navigator, self._certify)
        self._production.show_active_model()

    def export_notebook(self) -> None:
        """Export the active model for notebooks."""
        export_notebook(self._context)

    def open_slices(self) -> None:
        """Open the slices dialog."""
        self._model_controller().slices.open()

    def roll_back(self) -> None:
        """Roll back to the previous model."""
        self._model_controller().roll_back()

    def use_library_model(self, model: LibraryModel) -> None:
        """Make a model of the library the active one of the open table."""
        self._model_controller().use_library_model(self._library, model)

    @Slot()
    def _leave(self) -> None:
        """Delete the windows of the closed workspace: the next one starts with new windows."""
        if self.models is not None:
            self.models.close()
        if self._production is not None:
            self._production.leave()
        self.models = self._production = None

    def _model_controller(self) -> "ModelController":
        if self.models is None:
            from mltag_desktop.gui.training.model_controller import ModelController

            made = ModelController(self._context, present_filter=self._filter_controller.present)
            made.record_requested.connect(self._navigator.show_record)
            made.records_requested.connect(self._navigator.show_records)
            made.meaning_requested.connect(self.meaning_requested)
            made.training_progressed.connect(self.training_progressed)
            made.training_ended.connect(self.training_ended)
            made.save_requested.connect(self.library.save)
            self.models = made
            Operation(load_report_code).run(self._context.jobs)
        return self.models


def load_model_code(progress: Progress) -> None:
    """Import the training dialog and its dependencies."""
    importlib.import_module("mltag_desktop.gui.training.model_controller")


def load_report_code(progress: Progress) -> None:
    """Import the report window before training; importing it later would block the window for 0.2 s.

    SciPy is imported, too, because a job cannot be cancelled during an import.
    """
    importlib.import_module("scipy.sparse")
    importlib.import_module("mltag_desktop.gui.report.report_window")


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
        self._question: QMessageBox | None = None
        self._discard: QAbstractButton | None = None
        self._proceed: Callable[[], object] | None = None
        window.close_requested.connect(self._hold_window)
        model_dialogs.training_ended.connect(self._withdraw)

    @property
    def question(self) -> QMessageBox | None:
        """The question that is shown."""
        return self._question

    def confirm(self, proceed: Callable[[], object]) -> None:
        """Call `proceed` now, or once the user has agreed to discard a long training."""
        if self._model_dialogs.seconds_of_training < _LONG:
            proceed()
            return
        self._proceed = proceed
        if self._question is None:
            self._ask()

    def _ask(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            tr("Training"),
            tr("A model is being trained."),
            parent=self._window,
        )
        box.setInformativeText(tr("Closing the table discards the training."))
        keep = box.addButton(tr("Keep training"), QMessageBox.ButtonRole.RejectRole)
        self._discard = box.addButton(tr("Close and discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.finished.connect(self._end)
        self._question = box
        box.open()

    @Slot(object)
    def _hold_window(self, event: QCloseEvent) -> None:
        if self._model_dialogs.seconds_of_training >= _LONG:
            event.ignore()
            self.confirm(self._window.close_at_once)

    @Slot()
    def _withdraw(self) -> None:
        if self._question is not None:
            self._question.reject()

    @Slot()
    def _end(self) -> None:
        box, proceed = self._question, self._proceed
        self._question = self._proceed = None
        if box is None:
            return
        box.deleteLater()
        if proceed is not None and box.clickedButton() is self._discard:
            proceed()


class TextViews(DialogOwner):
    """Opens the views of all texts.

    Signals: `meaning_requested()` when the texts are to be compared by their meaning.
    """

    meaning_requested = Signal()

    def __init__(
        self,
        context: AppContext,
        page: TablePage,
        record_order: RecordOrder,
        filter_controller: FilterController,
        navigator: RecordNavigator,
        actions: Actions,
    ) -> None:
        super().__init__(context.window)
        self._context, self._page, self._order = context, page, record_order
        self._filters, self._navigator, self._actions = filter_controller, navigator, actions
        self.map: MapController | None = None
        """The map, once it was shown."""
        self._dialog: TagMeaningDialog | None = None
        self._job = Lane(self, context.jobs)
        context.session.closed.connect(self._hide_map)
        context.session.closed.connect(self._close_meaning)

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
    def renew(self) -> None:
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
        uses_encoder = self._order.text_analysis.uses_encoder()
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

    @Slot()
    def _close_meaning(self) -> None:
        if self._dialog is not None:
            self._dialog.close()

    def _made_map(self) -> "MapController":
        from mltag_desktop.gui.table.map_controller import MapController

        made = MapController(self._context, self._page.table, self._page.model, self._order)
        self._page.put_above_table(made.panel)
        made.meaning_requested.connect(self.meaning_requested)
        made.record_chosen.connect(self._navigator.show_record)
        made.records_chosen.connect(self._show_rows)
        made.facet_chosen.connect(self._filters.toggle_facets)
        made.left.connect(self._page.table.setFocus)
        return made

    @Slot(object)
    def _show_rows(self, rows: Sequence[int]) -> None:
        self._filters.show_rows(rows)

    @Slot()
    def _hide_map(self) -> None:
        if self.map is not None:
            self.map.set_visible(visible=False)
        self._actions["show_map"].setChecked(False)

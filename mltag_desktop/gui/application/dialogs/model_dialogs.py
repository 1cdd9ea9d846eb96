"""Opens the dialogs for training, report, production metrics and paste; each is imported on first use."""

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from mltag_desktop.core.model.library.model_library import LibraryModel, ModelLibrary
from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.runtime.operations import Operation, Priority
from mltag_desktop.gui.state.actions import Handler
from mltag_desktop.gui.state.context import AppContext, RecordNavigator
from mltag_desktop.gui.training.library.library_controller import LibraryController
from mltag_desktop.gui.training.library.notebook_export_controller import NotebookExportController
from mltag_desktop.gui.widgets.layout.window_placement import DialogOwner

if TYPE_CHECKING:
    from mltag_desktop.gui.training.model_controller import ModelController
    from mltag_desktop.gui.training.production.production_controller import ProductionController


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
        self._production: ProductionController | None = None
        self.library = LibraryController(context, library, self.use_library_model)
        """Opens the model library and suggests its models."""
        self.notebook_export = NotebookExportController(context)
        """Exports the active model for notebooks."""
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
            Operation(load_model_code).run(self._context.jobs, Priority.IDLE)

    def open_training(self) -> None:
        """Open the training dialog."""
        self._model_controller().open_training()

    def open_report(self) -> None:
        """Open the evaluation report."""
        self._model_controller().open_report()

    def open_production(self) -> None:
        """Show the production metrics of the active model."""
        if self._production is None:
            from mltag_desktop.gui.training.production.production_controller import ProductionController

            self._production = ProductionController(self._context, self._navigator, self._certify)
        self._production.open()

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
        for controller in (self.models, self._production):
            if controller is not None:
                controller.close()
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

"""Opens the dialogs and windows beside the table; each is loaded when it is asked for first."""

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.runtime.jobs import Job
from mltag_desktop.gui.state.commands import Handler
from mltag_desktop.gui.state.context import AppContext, RecordNavigator
from mltag_desktop.gui.training.shadow_model import ShadowModelController
from mltag_desktop.gui.widgets.window_placement import DialogOwner

if TYPE_CHECKING:
    from mltag_desktop.gui.training.model_controller import ModelController
    from mltag_desktop.gui.training.production_controller import ProductionController


class ModelDialogs(DialogOwner):
    """Opens training, report, production metrics and slices."""

    def __init__(
        self,
        context: AppContext,
        navigator: RecordNavigator,
        shadow_model: ShadowModelController,
        filter_controller: FilterController,
    ) -> None:
        super().__init__(context.window)
        self._context = context
        self._navigator = navigator
        self._shadow_model = shadow_model
        self._filter_controller = filter_controller
        self._models: ModelController | None = None
        self._is_warm = False
        self._production: ProductionController | None = None

    def handlers(self) -> dict[str, Handler]:
        """Return what each command calls."""
        return {
            "train": self.open_training,
            "show_report": self.open_report,
            "rollback": self.roll_back,
            "in_use": self.open_production,
            "slices": self.open_slices,
        }

    @Slot()
    def warm(self) -> None:
        """Load what trains and shows models, off the GUI thread: the first opening took 124 ms."""
        if not self._is_warm:
            self._is_warm = True
            self._context.jobs.run_deferred_job(Job(load_model_code))

    def open_training(self) -> None:
        """Train on the corrections."""
        self._model_controller().open_training()

    def suggest(self) -> None:
        """Fit a model to the table's own records, as a candidate with its report."""
        models = self._model_controller()
        models.open_training()
        models.suggest()

    def open_report(self) -> None:
        """Show how good the models are."""
        self._model_controller().open_report()

    def recalibrate(self) -> None:
        """Fit the confidence of the model in force to the decisions, as a candidate with its report."""
        models = self._model_controller()
        models.open_training()
        models.recalibrate()

    def open_production(self) -> None:
        """Show the production metrics of the active model."""
        if self._production is None:
            from mltag_desktop.gui.training.production_controller import ProductionController

            self._production = ProductionController(self._context, self._navigator, self.recalibrate)
        self._production.open()

    def open_slices(self) -> None:
        """Show the slices that reports are judged on, to define others."""
        self._model_controller().slices.open()

    def roll_back(self) -> None:
        """Go back to the model before."""
        self._model_controller().roll_back()

    def _model_controller(self) -> "ModelController":
        if self._models is None:
            from mltag_desktop.gui.training.model_controller import ModelController

            made = ModelController(self._context, present_filter=self._filter_controller.present)
            made.record_requested.connect(self._navigator.show_record)
            made.records_requested.connect(self._navigator.show_records)
            made.shadow_requested.connect(self._shadow_model.put)
            made.show_shadow(self._shadow_model.shadow)
            self._shadow_model.changed.connect(made.show_shadow)
            self._models = made
            self._context.jobs.run(Job(load_report_code))
        return self._models


def load_model_code(progress: Progress) -> None:
    """Load the training dialog and what it needs."""
    importlib.import_module("mltag_desktop.gui.training.model_controller")


def load_report_code(progress: Progress) -> None:
    """Load what draws reports before the model trains: it would stop the window for a fifth of a second.

    What fits models is loaded too: while a module is loaded no cancel is heard.
    """
    importlib.import_module("scipy.sparse")
    importlib.import_module("mltag_desktop.gui.report.report_window")

"""Opens the dialogs for training, report, production metrics and paste; each is imported on first use."""

import importlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.runtime.jobs import Job, JobRunner
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.notifications import Notifications
from mltag_desktop.gui.widgets.theme import Theme
from mltag_desktop.gui.widgets.window_placement import DialogOwner

if TYPE_CHECKING:
    from mltag_desktop.core.tables.column_mapping import Mapping
    from mltag_desktop.core.tables.table_file import PastedTable
    from mltag_desktop.gui.training.model_controller import ModelController
    from mltag_desktop.gui.training.production_controller import ProductionController, SetLimits
    from mltag_desktop.gui.training.shadow_model import ShadowModelController
    from mltag_desktop.gui.training.slices_dialog import PresentFilter


class ModelDialogs(DialogOwner):
    """Opens the model dialogs, the paste dialog and the About dialog."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        jobs: JobRunner,
        notices: Notifications,
        add_texts: Callable[[Sequence[str]], None],
        go_to_record: Callable[[int], None],
        show_records: Callable[[Sequence[int], str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._jobs = jobs
        self._notices = notices
        self._add_texts = add_texts
        self._go_to_record = go_to_record
        self._show_records = show_records
        self._window = window
        self._models: ModelController | None = None
        self._is_warm = False
        self._in_use: ProductionController | None = None
        self.review_below: SetLimits = lambda *_: None
        """Sets the review threshold, and thresholds of single tags."""
        self.show_diagnostics: Callable[[], object] = lambda: None
        """Opens the diagnostics dialog."""
        self.present_filter: PresentFilter = lambda: ("", None)
        """Returns the current filter as text, and the matching rows."""
        self.beside: ShadowModelController | None = None
        """Compares a shadow model with the active model."""
        self.open_pasted: Callable[[PastedTable, Mapping], None] | None = None
        """Opens a pasted table."""

    @Slot()
    def warm(self) -> None:
        """Import the training dialogs in a job; on first use the import would block the window for 124 ms."""
        if not self._is_warm:
            self._is_warm = True
            self._jobs.run_deferred_job(Job(load_model_code))

    def open_training(self) -> None:
        """Open the training dialog."""
        self._model_desk().open_training()

    def suggest(self) -> None:
        """Open the training dialog and train a candidate on the table's decisions."""
        desk = self._model_desk()
        desk.open_training()
        desk.suggest()

    def open_report(self) -> None:
        """Open the evaluation report."""
        self._model_desk().open_report()

    def recalibrate(self) -> None:
        """Train a candidate with the active model's tags and recalibrated confidence."""
        desk = self._model_desk()
        desk.open_training()
        desk.recalibrate()

    def open_in_use(self) -> None:
        """Open the production metrics of the active model."""
        if self._in_use is None:
            from mltag_desktop.gui.training.production_controller import ProductionController

            self._in_use = ProductionController(
                self._theme,
                self._session,
                self._jobs,
                self._notices,
                self._show_records,
                self.review_below,
                self.recalibrate,
                self._window,
            )
        self._in_use.open()

    def open_slices(self) -> None:
        """Open the slices dialog."""
        self._model_desk().slices.open()

    def roll_back(self) -> None:
        """Roll back to the previous model."""
        self._model_desk().roll_back()

    def paste(self) -> None:
        """Open the paste dialog."""
        from mltag_desktop.gui.import_export.paste_dialog import PasteDialog

        self.ask_with(
            PasteDialog(
                self._theme,
                self._session,
                self._jobs,
                self._add_texts,
                self._window,
                open_table=self.open_pasted,
            )
        )

    def show_about(self) -> None:
        """Open the About dialog."""
        from mltag_desktop.gui.help.about_dialog import AboutDialog

        model = self._session.model
        version = model.version if model is not None else tr("not loaded")
        licences = tuple(model.manifest.licences) if model is not None else ()
        dialog = AboutDialog(version, licences, self._window)
        buttons = dialog.findChild(QDialogButtonBox)
        if buttons is not None:
            way = buttons.addButton(tr("Copy &diagnostics…"), QDialogButtonBox.ButtonRole.ActionRole)
            way.setAutoDefault(False)
            way.clicked.connect(self.show_diagnostics)
        self.ask_with(dialog)

    def _model_desk(self) -> "ModelController":
        if self._models is None:
            from mltag_desktop.gui.training.model_controller import ModelController

            desk = ModelController(self._theme, self._session, self._jobs, self._notices, self._window)
            desk.record_requested.connect(self._go_to_record)
            desk.records_requested.connect(self._show_records)
            if self.beside is not None:
                desk.beside_requested.connect(self.beside.put)
                desk.dialog.set_beside(self.beside.shadow.version if self.beside.shadow else "")
                self.beside.changed.connect(desk.show_beside)
            desk.slices.present = self.present_filter
            self._models = desk
            self._jobs.run(Job(load_report_code))
        return self._models


def load_model_code(progress: Progress) -> None:
    """Import the training dialog and its dependencies."""
    importlib.import_module("mltag_desktop.gui.training.model_controller")


def load_report_code(progress: Progress) -> None:
    """Import the report window before training; importing it later would block the window for 0.2 s.

    SciPy is imported, too, because a job cannot be cancelled during an import.
    """
    importlib.import_module("scipy.sparse")
    importlib.import_module("mltag_desktop.gui.report.report_window")

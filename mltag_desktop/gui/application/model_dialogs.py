"""Opens the dialogs and windows beside the table; each is loaded when it is asked for first."""

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
    """What the commands for training, report, paste, export, About and keys call."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        jobs: JobRunner,
        notifications: Notifications,
        add_texts: Callable[[Sequence[str]], None],
        go_to_record: Callable[[int], None],
        show_records: Callable[[Sequence[int], str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._jobs = jobs
        self._notifications = notifications
        self._add_texts = add_texts
        self._go_to_record = go_to_record
        self._show_records = show_records
        self._window = window
        self._models: ModelController | None = None
        self._is_warm = False
        self._in_use: ProductionController | None = None
        self.review_below: SetLimits = lambda *_: None
        """Sets the confidence below which a person is asked, for all tags and for some."""
        self.show_diagnostics: Callable[[], object] = lambda: None
        """Shows the facts that can be copied."""
        self.present_filter: PresentFilter = lambda: ("", None)
        """Tells what is filtered in the window."""
        self.beside: ShadowModelController | None = None
        """Who keeps a candidate beside the model in force."""
        self.open_pasted: Callable[[PastedTable, Mapping], None] | None = None
        """Opens a table that was pasted."""

    @Slot()
    def warm(self) -> None:
        """Load what trains and shows models, off the GUI thread: the first opening took 124 ms."""
        if not self._is_warm:
            self._is_warm = True
            self._jobs.run_deferred_job(Job(load_model_code))

    def open_training(self) -> None:
        """Train on the corrections."""
        self._model_desk().open_training()

    def suggest(self) -> None:
        """Fit a model to the table's own records, as a candidate with its report."""
        desk = self._model_desk()
        desk.open_training()
        desk.suggest()

    def open_report(self) -> None:
        """Show how good the models are."""
        self._model_desk().open_report()

    def recalibrate(self) -> None:
        """Fit the confidence of the model in force to the decisions, as a candidate with its report."""
        desk = self._model_desk()
        desk.open_training()
        desk.recalibrate()

    def open_in_use(self) -> None:
        """Show how the model in force does in use."""
        if self._in_use is None:
            from mltag_desktop.gui.training.production_controller import ProductionController

            self._in_use = ProductionController(
                self._theme,
                self._session,
                self._jobs,
                self._notifications,
                self._show_records,
                self.review_below,
                self.recalibrate,
                self._window,
            )
        self._in_use.open()

    def open_slices(self) -> None:
        """Show the slices that reports are judged on, to define others."""
        self._model_desk().slices.open()

    def roll_back(self) -> None:
        """Go back to the model before."""
        self._model_desk().roll_back()

    def paste(self) -> None:
        """Tag text as it is typed, and add it to the table."""
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
        """Show versions and licences."""
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

            desk = ModelController(self._theme, self._session, self._jobs, self._notifications, self._window)
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
    """Load the training dialog and what it needs."""
    importlib.import_module("mltag_desktop.gui.training.model_controller")


def load_report_code(progress: Progress) -> None:
    """Load what draws reports before the model trains: it would stop the window for a fifth of a second.

    What fits models is loaded too: while a module is loaded no cancel is heard.
    """
    importlib.import_module("scipy.sparse")
    importlib.import_module("mltag_desktop.gui.report.report_window")

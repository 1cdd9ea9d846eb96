"""Exports the active model for notebooks."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.learning.workspace_models import export_for_notebooks
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.runtime.operations import Operation
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.widgets.file_dialogs import AskPath, OpenFolder, ask_to_save, show_folder
from mltag_desktop.gui.widgets.notifications import NotificationAction

SUFFIX = ".zip"


class NotebookExportController(QObject):
    """Writes the active model as a scikit-learn classifier, in the worker process."""

    def __init__(
        self, context: AppContext, ask_path: AskPath = ask_to_save, open_folder: OpenFolder = show_folder
    ) -> None:
        super().__init__(context.window)
        self._context = context
        self._ask_path, self._open_folder = ask_path, open_folder
        self._path = Path()

    @Slot()
    def export(self) -> None:
        """Ask for a file, and write the model."""
        context = self._context
        workspace = context.session.workspace
        if workspace is None:
            context.notifications.info(tr("No workspace is open."), tr("Open a table first."))
            return
        suggested = workspace.path.with_name(f"{workspace.path.stem}-model{SUFFIX}")
        kinds = tr("Zip files (*{suffix})", suffix=SUFFIX)
        chosen = self._ask_path(
            context.window, tr("Export the active model for notebooks"), str(suggested), kinds
        )
        if not chosen:
            return
        path = Path(chosen)
        self._path = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
        Operation(export_for_notebooks, workspace, "", self._path, replace=True).in_worker().success(
            self._show_exported
        ).failure(context.notifications.failure).run(context.jobs)

    @Slot(object)
    def _show_exported(self, version: str) -> None:
        path = self._path
        self._context.notifications.success(
            tr("Model {version} was exported to {name}.", version=version, name=path.name),
            tr("The README in it says how to load it with scikit-learn."),
            NotificationAction(tr("Show in folder"), lambda: self._open_folder(path)),
        )

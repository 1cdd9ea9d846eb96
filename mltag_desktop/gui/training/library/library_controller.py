"""The model library in the window: opens it, imports into it, and suggests a model for a new table."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.learning.library_models import record_use, save_to_library, use_of
from mltag_desktop.core.model.library.model_choice import ModelChoice, suggest_model
from mltag_desktop.core.model.library.model_library import LibraryModel, ModelLibrary, bundled_model
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n.translation import tr, translate_core_message
from mltag_desktop.gui.runtime.operations import Operation
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.widgets.layout.window_placement import bring_up
from mltag_desktop.gui.widgets.notifications import Notification, NotificationAction, NotificationKind

if TYPE_CHECKING:
    from mltag_desktop.gui.training.library.library_dialog import LibraryDialog

_SAMPLE: Final = 300
"""Number of records whose cells are compared with the tags of the models."""


class LibraryController(QObject):
    """Opens the library, and offers its models."""

    def __init__(
        self, context: AppContext, library: ModelLibrary, use: Callable[[LibraryModel], None]
    ) -> None:
        """`use` makes a model the active one of the open table."""
        super().__init__(context.window)
        self._context = context
        self._library = library
        self._use = use
        self._dialog: LibraryDialog | None = None
        self._offer: Notification | None = None
        context.session.closed.connect(self._withdraw)

    @property
    def dialog(self) -> "LibraryDialog":
        """The dialog of the library, created on first use."""
        if self._dialog is None:
            from mltag_desktop.gui.training.library.library_dialog import LibraryDialog

            context = self._context
            self._dialog = LibraryDialog(context, self._library)
            self._dialog.notifications.failed.connect(context.notifications.failed)
            self._dialog.use_requested.connect(self.use)
            self._dialog.save_requested.connect(self.save)
        return self._dialog

    @Slot()
    def open(self) -> None:
        """Show the library."""
        self.dialog.refresh()
        bring_up(self.dialog)

    @Slot(object)
    def import_path(self, path: Path) -> None:
        """Import a model file or a bundle, and show the library."""
        bring_up(self.dialog)
        self.dialog.import_path(path)

    @Slot(object)
    def use(self, model: LibraryModel) -> None:
        """Use a model for the open table."""
        self._withdraw()
        self._use(model)

    @Slot(str)
    def save(self, version: str) -> None:
        """Save a model of the workspace in the library, and show it there to be named."""
        workspace = self._context.session.workspace
        if workspace is not None:
            Operation(_save_model, workspace, version, self._library).success(self._show_saved).failure(
                self._show_failure
            ).run(self._context.jobs)

    @Slot(object)
    def _show_saved(self, model: LibraryModel) -> None:
        bring_up(self.dialog)
        self.dialog.edit_name(model.name)

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        """Show why a model was not saved: in the dialog of the library, which would cover the window's."""
        is_shown = self._dialog is not None and self._dialog.isVisible()
        (self.dialog if is_shown else self._context).notifications.failure(error)

    def consider(self, workspace: Workspace, *, is_new: bool) -> None:
        """Remember the use of the active model; suggest a model of the library for a new table."""
        Operation(_suggest, workspace, self._library, is_new).success(self._suggest).failure(
            self._context.notifications.failure
        ).run(self._context.jobs)

    @Slot(object)
    def _suggest(self, found: tuple[Workspace, ModelChoice | None]) -> None:
        workspace, choice = found
        session = self._context.session
        if choice is None or session.workspace is not workspace or workspace.read_only:
            return
        model = choice.model
        action = NotificationAction(tr("Use this model"), lambda: self.use(model))
        self._offer = Notification(
            tr("The model “{name}” may fit this table.", name=model.name),
            tr(
                "{reason} Other models: Model › Library…",
                reason=translate_core_message(choice.reason),
            ),
            NotificationKind.OFFER,
            action,
        )
        self._context.notifications.show_notice(self._offer)

    @Slot()
    def _withdraw(self) -> None:
        if self._offer is not None:
            self._context.notifications.withdraw(self._offer)
            self._offer = None


def _suggest(
    progress: Progress, workspace: Workspace, library: ModelLibrary, is_new: bool
) -> tuple[Workspace, ModelChoice | None]:
    """Return a suggestion for a new table, and remember with which model the table is used."""
    models = library.models()
    if not models:
        return workspace, None
    choice: ModelChoice | None = None
    if is_new and workspace.models.active == workspace.models.base:
        records = workspace.table.records(range(min(workspace.table.count, _SAMPLE)))
        columns = zip(*(record.cells for record in records), strict=False)
        values = dict(zip(workspace.table.columns, columns, strict=False))
        found = suggest_model(models, library.uses(), use_of(workspace, ""), values, bundled_model())
        choice = found if found.model.hash else None
    active = workspace.models.active
    known = next((model.hash for model in models if model.version == active), "")
    if known or (active == workspace.models.base and _fits_bundled(workspace)):
        record_use(workspace, library, known)
    return workspace, choice


def _fits_bundled(workspace: Workspace) -> bool:
    """Return whether the tags are those of the bundled model and the texts are like its training data."""
    from mltag_desktop.core.learning.records.unlike_table import is_unlike
    from mltag_desktop.core.model.bundle import bundled

    return are_task_of(workspace.tag_set.tags, bundled().tags) and not is_unlike(workspace, bundled())


def _save_model(
    progress: Progress, workspace: Workspace, version: str, library: ModelLibrary
) -> LibraryModel:
    stem = (workspace.table.source_path or workspace.path).stem
    return save_to_library(progress, workspace, version, library, library.free_name(stem))

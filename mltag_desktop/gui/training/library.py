"""The model library: models for other tables, their dialog, a suggestion for a new table, and exports."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QLineEdit

from mltag_desktop.core.learning.workspace_models import (
    export_for_notebooks,
    likest_model,
    record_use,
    save_to_library,
)
from mltag_desktop.core.messages import join
from mltag_desktop.core.model.model_file import MODEL_SUFFIX, is_model
from mltag_desktop.core.model.model_library import (
    DeletedModel,
    LibraryModel,
    ModelDetails,
    ModelLibrary,
)
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.operations import Operation, Priority, without_progress
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.common import (
    MutedLabel,
    PrimaryButton,
    button_row,
    heading,
    label_of,
    local_time,
    text_button,
)
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.dialogs import (
    AskPath,
    OpenFolder,
    ask_to_open,
    ask_to_save,
    bring_up,
    show_folder,
)
from mltag_desktop.gui.widgets.layout import dialog_column, hbox
from mltag_desktop.gui.widgets.notifications import (
    Notification,
    NotificationAction,
    NotificationKind,
    Notifications,
)
from mltag_desktop.gui.widgets.theme import GAP

_MOST_TAGS: Final = 3
LIBRARY_HEADINGS: Final = (
    ColumnHeading(tr("Name"), "a name of a model", keeps=True),
    ColumnHeading(tr("Tags")),
    ColumnHeading(tr("Trained on"), "table.csv: 100 decisions"),
    ColumnHeading("F1", "0.000 (0.000–0.000)", right=True),
    ColumnHeading(tr("Size"), "000.0 MB", right=True),
    ColumnHeading(tr("Created"), "2026-00-00", optional=True, keeps=True),
    ColumnHeading(tr("Last used with"), "a table.csv", optional=True),
    ColumnHeading(tr("Note"), "a short note", optional=True),
)


def f1_words(details: ModelDetails) -> str:
    """Format the F1 of a model with its interval."""
    if details.f1 is None:
        return "–"
    if details.f1_interval is None:
        return format_number(details.f1, ".3f")
    low, high = (format_number(value, ".3f") for value in details.f1_interval)
    return tr("{f1} ({low}–{high})", f1=format_number(details.f1, ".3f"), low=low, high=high)


def tags_words(tags: Sequence[str]) -> str:
    """Return the first tags of a model, and how many more it has."""
    rest = len(tags) - _MOST_TAGS
    named = ", ".join(tags[:_MOST_TAGS])
    return (
        tr_plural("{named} and {n:,} more", "{named} and {n:,} more", rest, named=named)
        if rest > 0
        else named
    )


def _line(model: LibraryModel) -> TableLine:
    details = model.details
    note = join(" ", (tr("Damaged:"), translate_core_message(model.damage))) if model.damage else details.note
    cells = (
        model.name if model.hash or model.damage else tr("Bundled model"),
        tags_words(model.tags),
        translate_core_message(details.trained_on),
        f1_words(details),
        tr("{size:,.1f} MB", size=model.size / 1e6) if model.size else "–",
        local_time(details.created)[:10] if details.created else "–",
        model.last_table or "–",
        str(note),
    )
    return TableLine(cells, model, muted=bool(model.damage))


SIZE: Final = QSize(1_060, 520)


class LibraryDialog(ContextDialog):
    """Lists the models of the library, and imports, exports, renames, duplicates and deletes them."""

    def __init__(
        self,
        context: AppContext,
        library: ModelLibrary,
        use: Callable[[LibraryModel], object],
        save: Callable[[str], object],
        *,
        ask_to_open: AskPath = ask_to_open,
        ask_to_save: AskPath = ask_to_save,
    ) -> None:
        """`use` uses a model for the open table, `save` saves a version of its models in the library."""
        super().__init__(context, tr("Model library"), SIZE)
        self.setAcceptDrops(True)
        self._library = library
        self._ask_to_open, self._ask_to_save = ask_to_open, ask_to_save
        self._selected = ""
        self._folder: Path | None = None
        """The folder of the model whose name and note are shown."""
        self._is_naming = False
        """Whether the name of the selected model is edited once the list is there."""
        self._versions: set[str] = set()
        """Versions of the models in the library."""
        self._words = MutedLabel(context.theme)
        self.save_active = text_button(
            tr("Save active &model"),
            lambda: save(self._unsaved_version()),
            tr("Keep the active model of the open table for other tables"),
        )
        self.list = LineTable(context.theme, tr("Models of the library"), LIBRARY_HEADINGS)
        self.name = QLineEdit()
        self.note = QLineEdit()
        self.import_ = text_button(tr("&Import…"), self._import)
        self.export = text_button(tr("&Export…"), self._export)
        self.duplicate = text_button(
            tr("D&uplicate"),
            lambda: self._run(self._show_changed, self._duplicate_model, self.list.current),
        )
        self.delete = text_button(
            tr("&Delete"), lambda: self._run(self._show_deleted, self._library.remove, self.list.current)
        )
        self.use = PrimaryButton(context.theme, tr("Use for &this table"))
        self._close = self.close_button()
        self.notifications = Notifications(context.theme, self)
        """Results and errors are shown in the dialog."""
        self._lay_out()
        self.use.clicked.connect(lambda: use(self.list.current))
        self.list.chosen.connect(self._choose)
        for field in (self.name, self.note):
            field.editingFinished.connect(self._keep_fields)
        for signal in (self._session.opened, self._session.closed, self._session.changed):
            signal.connect(self._update_buttons)
        self._update_buttons()
        self.refresh()

    def refresh(self, selected: str = "") -> None:
        """Read the library again, and select a model by name."""
        self._selected = selected or self._selected
        Operation(without_progress(self._library.models)).success(self._show_all).failure(
            self.notifications.failure
        ).run(self._jobs)

    def import_path(self, path: Path) -> None:
        """Import a model file or a bundle."""
        self._run(self._show_imported, self._library.import_file, path)

    def edit_name(self, name: str) -> None:
        """Select a model that is new, so that its name can be changed at once."""
        self._is_naming = True
        self.refresh(name)

    def _run(self, then: Callable[..., Any], function: Callable[..., Any], *arguments: object) -> None:
        Operation(without_progress(function), *arguments).success(then).failure(self._handle_failure).run(
            self._jobs
        )

    @Slot(object)
    def _show_all(self, models: Sequence[LibraryModel]) -> None:
        self._versions = {model.version for model in models}
        row = max(0, self.list.currentIndex().row())
        selected = [place for place, model in enumerate(models) if model.name == self._selected]
        self.list.lines.show([_line(model) for model in models])
        self.list.selectRow((selected or [min(row, len(models) - 1)])[0])
        self._choose(self.list.current)
        self._words.setText(
            tr("Models for other tables, in {folder}.", folder=self._library.folder)
            if models
            else tr(
                "No models yet. Save one in Model › Train…, or drop a {suffix} file here.",
                suffix=MODEL_SUFFIX,
            )
        )
        self._update_buttons()
        is_naming, self._is_naming = self._is_naming, False
        if is_naming and self.name.isEnabled():
            self.name.setFocus()
            self.name.selectAll()

    @Slot(object)
    def _show_changed(self, model: LibraryModel) -> None:
        self.refresh(model.name)

    @Slot(object)
    def _show_imported(self, model: LibraryModel) -> None:
        self.refresh(model.name)
        self._notify(tr("“{name}” is in the library.", name=model.name))

    @Slot(object)
    def _show_deleted(self, deleted: DeletedModel) -> None:
        self.refresh()
        self._notify(
            tr("“{name}” was deleted.", name=deleted.name),
            NotificationAction(
                tr("Undo"), lambda: self._run(self._show_changed, self._library.restore, deleted)
            ),
        )

    @Slot(object)
    def _show_exported(self, path: Path) -> None:
        self._notify(tr("The model was written to {path}.", path=path))

    @Slot(object)
    def _handle_failure(self, error: Exception) -> None:
        self.notifications.failure(error)
        self.refresh()

    def _notify(self, words: str, action: NotificationAction | None = None) -> None:
        self.notifications.show_notice(Notification(words, "", NotificationKind.SUCCESS, action))

    @Slot()
    def _update_buttons(self) -> None:
        """Enable what can be done with the selected model."""
        model, workspace = self.list.current, self._session.workspace
        sound = model is not None and not model.damage
        for widget in (self.name, self.note, self.export, self.duplicate):
            widget.setEnabled(sound)
        self.delete.setEnabled(model is not None)
        self.save_active.setEnabled(bool(self._unsaved_version()))
        is_free = workspace is not None and not workspace.read_only
        is_active = model is not None and workspace is not None and workspace.models.active == model.version
        self.use.setEnabled(sound and is_free and not is_active)
        self.use.setToolTip(
            tr("Open a table first")
            if workspace is None
            else tr("This model is active")
            if is_active
            else tr("Predict the open table with this model; decisions stay, and the change can be undone")
        )

    @Slot(object)
    def _choose(self, model: LibraryModel | None) -> None:
        before, self._folder = self._folder, model.folder if model is not None else None
        self._selected = model.name if model is not None else ""
        note = model.details.note if model is not None else ""
        for field, text in ((self.name, self._selected), (self.note, note)):
            if before != self._folder or not field.isModified():  # what is being typed stays
                field.setText(text)
        self._update_buttons()

    @Slot()
    def _keep_fields(self) -> None:
        """Store the name or the note that was edited."""
        model = self.list.current
        name, note = (" ".join(field.text().split()) for field in (self.name, self.note))
        if model is None or model.damage:
            return
        for field, value, stored, store in (
            (self.name, name, model.name, self._library.rename),
            (self.note, note, model.details.note, self._library.set_note),
        ):
            field.setModified(False)
            if value != stored:
                Operation(without_progress(store), model, value).success(self._show_changed).failure(
                    self._handle_failure
                ).run(self._jobs.writer)  # in the order of the edits

    @Slot()
    def _import(self) -> None:
        kinds = tr("Models (*{suffix})", suffix=MODEL_SUFFIX)
        chosen = self._ask_to_open(self, tr("Import a model"), str(Path.home()), kinds)
        if chosen:
            self.import_path(Path(chosen))

    @Slot()
    def _export(self) -> None:
        model: LibraryModel = self.list.current
        kinds = tr("Models (*{suffix})", suffix=MODEL_SUFFIX)
        suggested = str(Path.home() / f"{model.name}{MODEL_SUFFIX}")
        chosen = self._ask_to_save(self, tr("Export a model"), suggested, kinds)
        if chosen:
            path = _with_suffix(Path(chosen), MODEL_SUFFIX)
            self._run(self._show_exported, self._export_model, model, path)

    def _duplicate_model(self, model: LibraryModel) -> LibraryModel:
        return self._library.duplicate(model, self._library.free_name(model.name))

    def _export_model(self, model: LibraryModel, path: Path) -> Path:
        self._library.export(model, path, replace=True)  # the system's dialog has asked
        return path

    def _unsaved_version(self) -> str:
        """Return the version of the table's active model if the table holds it and the library does not."""
        workspace = self._session.workspace
        active = workspace.models.active if workspace is not None else None
        if workspace is None or active is None or active in self._versions:
            return ""
        return active if workspace.models.holds(active) else ""

    def _lay_out(self) -> None:
        name, note = label_of(self.name, tr("&Name:")), label_of(self.note, tr("N&ote:"))
        actions = (self.import_, self.export, self.duplicate, self.delete)
        dialog_column(
            self,
            heading(tr("Model library")),
            hbox((self._words, 1), self.save_active, spacing=GAP),
            (self.list, 1),
            hbox(name, (self.name, 1), note, (self.note, 2), spacing=GAP),
            GAP,
            button_row(self.use, self._close, left=actions),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the messages that were seen; one that comes later is there at the next opening."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.notifications.clear()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_model(event) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_model(event)
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.import_path(path)


def _with_suffix(path: Path, suffix: str) -> Path:
    """Return `path` with `suffix`, which is added if it is missing."""
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def _dropped_model(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and is_model(paths[0]) else None


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
        context.session.changed.connect(self._handle_change)

    @property
    def dialog(self) -> "LibraryDialog":
        """The dialog of the library, created on first use."""
        if self._dialog is None:
            self._dialog = LibraryDialog(self._context, self._library, self.use, self.save)
            self._dialog.notifications.failed.connect(self._context.notifications.failed)
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
        jobs = self._context.jobs
        Operation(_suggest, jobs.worker, workspace, self._library, is_new).success(self._suggest).run(
            jobs, Priority.ANALYSIS
        )

    @Slot(object)
    def _suggest(self, found: tuple[Workspace, LibraryModel | None]) -> None:
        workspace, model = found
        session = self._context.session
        if model is None or session.workspace is not workspace or workspace.read_only:
            return
        if self._has_own_tags():
            return
        action = NotificationAction(tr("Use this model"), lambda: self.use(model))
        self._offer = Notification(
            tr("The model “{name}” may fit this table.", name=model.name),
            tr("Its training texts are like the texts of this table. Other models: Model › Library…"),
            NotificationKind.OFFER,
            action,
        )
        self._context.notifications.wait(self._offer)  # the question for tags comes first

    def _has_own_tags(self) -> bool:
        """Return whether the table has tags that are not the bundled model's."""
        workspace, base = self._context.session.workspace, self._context.session.base
        tags = workspace.tag_set.tags if workspace is not None else ()
        return bool(tags) and (base is None or not are_task_of(tags, base.tags))

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        """Withdraw the suggestion when tags are chosen."""
        if self._offer is not None and ChangeKind.TAGS in change.kinds and self._has_own_tags():
            self._withdraw()

    @Slot()
    def _withdraw(self) -> None:
        self._context.notifications.withdraw(self._offer)
        self._offer = None


def _suggest(
    progress: Progress, worker: ProcessPool, workspace: Workspace, library: ModelLibrary, is_new: bool
) -> tuple[Workspace, LibraryModel | None]:
    """Return a suggestion for a new table, and remember with which model the table is used."""
    models = library.models()
    if not models:
        return workspace, None
    choice: LibraryModel | None = None
    if is_new and workspace.models.active == workspace.models.base:
        choice = worker.short_call(progress, likest_model, workspace, models)
    active = workspace.models.active
    known = next((model.hash for model in models if model.version == active), "")
    if known or (active == workspace.models.base and _fits_bundled(workspace)):
        record_use(workspace, library, known)
    return workspace, choice


def _fits_bundled(workspace: Workspace) -> bool:
    """Return whether the tags are those of the bundled model and the texts are like its training data."""
    from mltag_desktop.core.learning.off_topic_records import is_unlike
    from mltag_desktop.core.model.bundle import bundled

    return are_task_of(workspace.tag_set.tags, bundled().tags) and not is_unlike(workspace, bundled())


def _save_model(
    progress: Progress, workspace: Workspace, version: str, library: ModelLibrary
) -> LibraryModel:
    stem = (workspace.table.source_path or workspace.path).stem
    return save_to_library(progress, workspace, version, library, library.free_name(stem))


SUFFIX = ".zip"


def export_notebook(
    context: AppContext, ask_path: AskPath = ask_to_save, open_folder: OpenFolder = show_folder
) -> None:
    """Ask for a file, and write the active model as a scikit-learn classifier, in the worker process."""
    workspace = context.session.workspace
    if workspace is None:
        context.notifications.info(tr("No workspace is open."), tr("Open a table first."))
        return
    suggested = workspace.path.with_name(f"{workspace.path.stem}-model{SUFFIX}")
    kinds = tr("Zip files (*{suffix})", suffix=SUFFIX)
    chosen = ask_path(context.window, tr("Export the active model for notebooks"), str(suggested), kinds)
    if not chosen:
        return
    path = _with_suffix(Path(chosen), SUFFIX)

    def report(version: str) -> None:
        context.notifications.success(
            tr("Model {version} was exported to {name}.", version=version, name=path.name),
            tr("The README in it says how to load it with scikit-learn."),
            NotificationAction(tr("Show in folder"), lambda: open_folder(path)),
        )

    Operation(export_for_notebooks, workspace, "", path, replace=True).in_worker().success(report).run(
        context.jobs
    )

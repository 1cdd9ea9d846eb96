"""The model library: the models that are kept for other tables."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton

from mltag_desktop.core.model.library.model_file import MODEL_SUFFIX, is_model
from mltag_desktop.core.model.library.model_library import DeletedModel, LibraryModel, ModelLibrary
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.runtime.operations import Operation, without_progress
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.widgets.accessibility import label_of
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, heading
from mltag_desktop.gui.widgets.file_dialogs import AskPath, ask_to_open, ask_to_save
from mltag_desktop.gui.widgets.inputs.dialog import Dialog
from mltag_desktop.gui.widgets.layout.boxes import dialog_column, hbox
from mltag_desktop.gui.widgets.layout.window_placement import fit_screen
from mltag_desktop.gui.widgets.library_table import LibraryTable
from mltag_desktop.gui.widgets.notifications import (
    Notification,
    NotificationAction,
    NotificationKind,
    Notifications,
)
from mltag_desktop.gui.widgets.theme import GAP

SIZE: Final = QSize(1_060, 520)


class LibraryDialog(Dialog):
    """Lists the models of the library, and imports, exports, renames, duplicates and deletes them.

    Signals: `use_requested(LibraryModel)` to use a model for the open table; `save_requested(version)` to
    save the active model of the table.
    """

    use_requested = Signal(object)
    save_requested = Signal(str)

    def __init__(
        self,
        context: AppContext,
        library: ModelLibrary,
        *,
        ask_to_open: AskPath = ask_to_open,
        ask_to_save: AskPath = ask_to_save,
    ) -> None:
        super().__init__(context.window)
        self.setWindowTitle(tr("Model library"))
        self.setAcceptDrops(True)
        self._session, self._jobs, self._library = context.session, context.jobs, library
        self._ask_to_open, self._ask_to_save = ask_to_open, ask_to_save
        self._selected = ""
        self._is_naming = False
        """Whether the name of the selected model is edited once the list is there."""
        self._versions: set[str] = set()
        """Versions of the models in the library."""
        self._title = heading(tr("Model library"))
        self._words = MutedLabel(context.theme)
        self.save_active = QPushButton(tr("Save active &model"))
        self.save_active.setToolTip(tr("Keep the active model of the open table for other tables"))
        self.list = LibraryTable(context.theme)
        self.name = QLineEdit()
        self.note = QLineEdit()
        self.import_ = QPushButton(tr("&Import…"))
        self.export = QPushButton(tr("&Export…"))
        self.duplicate = QPushButton(tr("D&uplicate"))
        self.delete = QPushButton(tr("&Delete"))
        self.use = PrimaryButton(context.theme, tr("Use for &this table"))
        self._close = QPushButton(tr("&Close"))
        self.notifications = Notifications(context.theme, self)
        """Results and errors are shown in the dialog."""
        self._lay_out()
        self._connect()
        self._update_buttons()
        fit_screen(self, SIZE)
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

    def _run(self, then: Callable[..., Any] | None, function: Callable[..., Any], *arguments: object) -> None:
        job = Operation(without_progress(function), *arguments).failure(self._handle_failure)
        if then is not None:
            job.success(then)
        job.run(self._jobs)

    @Slot(object)
    def _show_all(self, models: Sequence[LibraryModel]) -> None:
        self._versions = {model.version for model in models}
        self.list.show_models(models, self._selected)
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

    def _current(self) -> LibraryModel | None:
        found: LibraryModel | None = self.list.current
        return found

    @Slot()
    def _update_buttons(self) -> None:
        """Enable what can be done with the selected model."""
        model, workspace = self._current(), self._session.workspace
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
        self._selected = model.name if model is not None else ""
        self.name.setText(model.name if model is not None else "")
        self.note.setText(model.details.note if model is not None else "")
        self._update_buttons()

    @Slot()
    def _rename(self) -> None:
        model, name = self._current(), self.name.text()
        if model is not None and not model.damage and " ".join(name.split()) != model.name:
            self._run(self._show_changed, self._library.rename, model, name)

    @Slot()
    def _keep_note(self) -> None:
        model, note = self._current(), self.note.text()
        if model is not None and not model.damage and " ".join(note.split()) != model.details.note:
            self._run(self._show_changed, self._library.set_note, model, note)

    @Slot()
    def _duplicate(self) -> None:
        model = self._current()
        if model is not None:
            self._run(self._show_changed, self._duplicate_model, model)

    @Slot()
    def _delete(self) -> None:
        model = self._current()
        if model is not None:
            self._run(self._show_deleted, self._library.remove, model)

    @Slot()
    def _import(self) -> None:
        kinds = tr("Models (*{suffix})", suffix=MODEL_SUFFIX)
        chosen = self._ask_to_open(self, tr("Import a model"), str(Path.home()), kinds)
        if chosen:
            self.import_path(Path(chosen))

    @Slot()
    def _export(self) -> None:
        model = self._current()
        if model is None:
            return
        kinds = tr("Models (*{suffix})", suffix=MODEL_SUFFIX)
        suggested = str(Path.home() / f"{model.name}{MODEL_SUFFIX}")
        chosen = self._ask_to_save(self, tr("Export a model"), suggested, kinds)
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.lower() == MODEL_SUFFIX else path.with_name(path.name + MODEL_SUFFIX)
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

    @Slot()
    def _request_save(self) -> None:
        version = self._unsaved_version()
        if version:
            self.save_requested.emit(version)

    @Slot()
    def _request_use(self) -> None:
        model = self._current()
        if model is not None:
            self.use_requested.emit(model)

    @Slot(object)
    def _note_change(self, change: Change) -> None:
        self._update_buttons()

    def _connect(self) -> None:
        self.save_active.clicked.connect(self._request_save)
        self.list.chosen.connect(self._choose)
        self.name.editingFinished.connect(self._rename)
        self.note.editingFinished.connect(self._keep_note)
        self.import_.clicked.connect(self._import)
        self.export.clicked.connect(self._export)
        self.duplicate.clicked.connect(self._duplicate)
        self.delete.clicked.connect(self._delete)
        self.use.clicked.connect(self._request_use)
        self._close.clicked.connect(self.reject)
        self._session.opened.connect(self._update_buttons)
        self._session.closed.connect(self._update_buttons)
        self._session.changed.connect(self._note_change)

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setSpacing(GAP)
        for column, (words, field) in enumerate(((tr("&Name:"), self.name), (tr("N&ote:"), self.note))):
            label = label_of(field, words)
            fields.addWidget(label, 0, 2 * column, Qt.AlignmentFlag.AlignRight)
            fields.addWidget(field, 0, 2 * column + 1)
        fields.setColumnStretch(1, 1)
        fields.setColumnStretch(3, 2)
        layout = dialog_column(self, self._title)
        top = hbox((self._words, 1), self.save_active, spacing=GAP)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addLayout(fields)
        layout.addSpacing(GAP)
        actions = (self.import_, self.export, self.duplicate, self.delete)
        layout.addLayout(button_row(self.use, self._close, left=actions))

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


def _dropped_model(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and is_model(paths[0]) else None

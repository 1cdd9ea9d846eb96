"""Models between a workspace and the model library."""

import contextlib

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.bundle import bundled_tags, load_bundle
from mltag_desktop.core.model.library.model_library import LibraryModel, ModelDetails, ModelLibrary, ModelUse
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import Change, ModelInfo
from mltag_desktop.core.workspace.workspace import Workspace


def save_to_library(
    progress: Progress, workspace: Workspace, version: str, library: ModelLibrary, name: str, note: str = ""
) -> LibraryModel:
    """Add a model of the workspace to the library; one that is already there is returned as it is."""
    info = next(model for model in workspace.models.all() if model.version == version)
    bundle = workspace.models.bundle_path(version)
    progress.report(0.5)
    model = library.add(bundle, name, details_of_model(workspace, info, note))
    record_use(workspace, library, model.hash)
    return model


def details_of_model(workspace: Workspace, info: ModelInfo, note: str = "") -> ModelDetails:
    """Return the details of a model of the workspace for the library."""
    low = high = None
    models = info.report.get("models", []) if info.report is not None else []
    for model in models:
        if isinstance(model, dict) and model.get("version") == info.version:
            low, high = (model.get("intervals") or {}).get("f1") or (None, None)
    interval = None if low is None or high is None else (float(low), float(high))
    trained_on = message("{table}: {trained_on}", table=table_name(workspace), trained_on=info.trained_on)
    return ModelDetails(trained_on, note, info.created, info.f1, interval)


def use_library_model(
    progress: Progress, workspace: Workspace, library: ModelLibrary, model: LibraryModel
) -> Change:
    """Make a model of the library the active one; decisions stay, and its new tags are added to the tag set.

    The tags of the bundled model are replaced as long as nothing is decided. Rolling back makes the previous
    model active again. Raises `MltagError` if the model is damaged or already active.
    """
    load_bundle(model.bundle)
    progress.report(0.2)
    models = workspace.models
    if model.version != models.base:
        origin = message("library: {name}", name=model.name)
        models.add(model.bundle, None, origin, SubProgress(progress, 0.2, 0.9))
    kinds = ChangeKind(0) if model.version == models.active else _adopt_tags(workspace, model)
    change = models.promote(model.version)
    record_use(workspace, library, model.hash)
    return change._replace(kinds=change.kinds | kinds)


def _adopt_tags(workspace: Workspace, model: LibraryModel) -> ChangeKind:
    """Add the tags of a model to the tag set."""
    tags = workspace.tag_set.tags
    names = tuple(tag.name for tag in tags)
    if names == bundled_tags() and (workspace.states().decided < 0).all():
        return workspace.tag_set.set(
            [tag for tag in tags if tag.name in model.tags] + [tag for tag in model.tags if tag not in names]
        ).kinds
    known = {name for tag in tags for name in (tag.name, *tag.aliases)}
    missing = [tag for tag in model.tags if tag not in known]
    return workspace.tag_set.set((*tags, *missing)).kinds if missing else ChangeKind(0)


def record_use(workspace: Workspace, library: ModelLibrary, digest: str) -> None:
    """Remember which model the table of a workspace is used with, unless the library cannot be written."""
    with contextlib.suppress(MltagError):
        library.record_use(use_of(workspace, digest))


def use_of(workspace: Workspace, digest: str) -> ModelUse:
    """Return the use of a model with the table of a workspace; "" stands for the bundled model."""
    table = workspace.table
    path = str(table.source_path or workspace.path)
    return ModelUse(digest, table_name(workspace), path, tuple(table.columns))


def table_name(workspace: Workspace) -> str:
    """Return the name of the table of a workspace."""
    return (workspace.table.source_path or workspace.path).name

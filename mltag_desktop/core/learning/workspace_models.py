"""The models of a workspace, and their way to and from the model library.

The models of a workspace: load the active one, find a version, export one for notebooks.
"""

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.messages import Message, message
from mltag_desktop.core.model.bundle import bundled, bundled_index, index_in, load_bundle
from mltag_desktop.core.model.extraction import text_vectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_library import LibraryModel, ModelDetails, ModelLibrary, ModelUse
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.types import Change, ChangeKind, ModelInfo, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace

HOLDOUT: Final = "holdout"
"""The name of the rows that the bundled model keeps for evaluation."""


def load_active_model(workspace: Workspace, base: LinearModel) -> LinearModel:
    """Return the active model of `workspace`; `base` in place of the bundled model of an earlier release.

    Raises `DamagedModelError` if the model's files are damaged.
    """
    version = workspace.models.active
    if version in (None, base.version, workspace.models.base):
        return base
    return load_bundle(workspace.models.bundle_path(version))


def active_tags(workspace: Workspace) -> tuple[str, ...]:
    """Return the tags of the active model without loading it; raises an error of `index_in`."""
    version = workspace.models.active
    if version is None or not workspace.models.holds(version):
        return bundled_index().manifest.tags
    return index_in(workspace.models.manifest(version)).manifest.tags


def record_base_model(workspace: Workspace) -> None:
    """Record the bundled model as the base model of a workspace that has none."""
    if workspace.models.base is None:
        workspace.models.set_base(bundled().version)


def rolled_back_words(workspace: Workspace, base: LinearModel | None) -> Message:
    """Return what predicts the tags after a rollback; `base` is the bundled model, if it is loaded."""
    active, tags = workspace.models.active, workspace.tag_set.tags
    if active is not None and workspace.models.holds(active):
        try:
            is_known = are_task_of(tags, active_tags(workspace))
        except (MltagError, ValueError):
            is_known = True  # a damaged model is reported where it is loaded
        if is_known:
            return message(
                "Model {version} is active again. Its predictions replace the earlier ones.", version=active
            )
        return message(
            "Model {version} is active again. It has other tags, so yours are estimated from their names "
            "and your decisions.",
            version=active,
        )
    if base is not None and are_task_of(tags, base.tags):
        return message("The bundled model is active again. Its predictions replace the earlier ones.")
    return message("No model is active now; tags are estimated from their names and your decisions.")


def find_model(models: Sequence[ModelInfo], version: str) -> ModelInfo:
    """Return the model with this version, or the only one whose version begins with it."""
    found = [info for info in models if info.version == version] or [
        info for info in models if version and info.version.startswith(version)
    ]
    if len(found) != 1:
        names = ", ".join(info.version for info in found or models) or "none yet"
        said = message("There is no model {version}.", version=version)
        if not version:
            said = message("No model was named.")
        elif found:
            said = message("{version} matches several models.", version=version)
        raise MltagError(said, message("Name one of: {names}.", names=names))
    return found[0]


def export_for_notebooks(
    progress: Progress, workspace: Workspace, version: str, out: Path, *, replace: bool = False
) -> str:
    """Write a model of the workspace as a scikit-learn classifier; return its version.

    An empty `version` stands for the active model. `out` is a new folder or a .zip file (`export_estimator`).
    """
    progress.report(0.0)
    if not version:
        model = load_active_model(workspace, bundled())
    elif (info := find_model(workspace.models.all(), version)).bundled:
        model = bundled()
    else:
        model = load_bundle(workspace.models.bundle_path(info.version))
    model.manifest.refuse_code()
    from mltag_desktop.core.training.notebook import export_estimator  # imports scikit-learn

    export_estimator(model, out, replace=replace)
    return model.manifest.version


class MeasuredF1(NamedTuple):
    """The weighted F1 of a model on some rows."""

    f1: float
    rows: int
    where: str
    """What the rows are called."""


def f1_on_table(models: Sequence[ModelInfo]) -> dict[str, MeasuredF1]:
    """Return the F1 of models on records of the table, by version, from the newest report on each."""
    return _measured(models, lambda report: report.name != HOLDOUT)


def f1_on_holdout(models: Sequence[ModelInfo]) -> dict[str, MeasuredF1]:
    """Return the F1 of models on the holdout of the bundled model, by version."""
    found = _measured(models, lambda report: report.name == HOLDOUT)
    published = bundled_index().manifest
    if published.version not in found and HOLDOUT in published.metrics:
        own = published.metrics[HOLDOUT]
        found[published.version] = MeasuredF1(own["f1"], own["rows"], HOLDOUT)
    return found


def _measured(models: Sequence[ModelInfo], is_wanted: Callable[[Report], bool]) -> dict[str, MeasuredF1]:
    found: dict[str, MeasuredF1] = {}
    for info in models:
        report = None if info.report is None else Report.from_json(info.report)
        sets = [] if report is None else [report.on_rows(place) for place in report.reading_order()]
        of_report: dict[str, MeasuredF1] = {}
        for rows in filter(is_wanted, sets):
            for model in rows.models:
                of_report.setdefault(model.version, MeasuredF1(model.f1, rows.rows, rows.rows_in_words))
        found |= of_report
    return found


def model_state(info: ModelInfo) -> str:
    """Return the state of a model in one word."""
    if info.active:
        return "active"
    return "candidate" if info.candidate else ("bundled" if info.bundled else "earlier")


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
    models = () if info.report is None else Report.from_json(info.report).models
    interval = next((model.intervals.get("f1") for model in models if model.version == info.version), None)
    trained_on = message("{table}: {trained_on}", table=table_name(workspace), trained_on=info.trained_on)
    looks = {tag.name: (tag.sign, tag.colour) for tag in workspace.tag_set.tags}
    return ModelDetails(trained_on, note, info.created, info.f1, interval, looks)


_LIKE: Final = 0.4
"""Largest share of off-topic texts of a table for which a model is suggested; see `off_topic.UNLIKE`."""
_FEWEST_TEXTS: Final = 5
"""Number of texts below which no model is suggested."""


def likest_model(
    progress: Progress, workspace: Workspace, models: Sequence[LibraryModel]
) -> LibraryModel | None:
    """Return the model whose training texts are most like the first texts of the table.

    Columns, file names and what was used last say nothing. None if no text is like those of a model, or they
    are more like those of the bundled model.
    """
    from mltag_desktop.core.model.off_topic import FIRST_TEXTS, off_topic_filter

    texts = workspace.table.texts(range(min(FIRST_TEXTS, workspace.table.count)))
    found: list[tuple[float, float, LibraryModel | None]] = []
    for number, each in enumerate((None, *models)):
        progress.report(number / (len(models) + 1), "comparing the texts with those of your models")
        if len(texts) < _FEWEST_TEXTS or (each is not None and each.damage):
            continue
        try:
            model = bundled() if each is None else load_bundle(each.bundle)
        except MltagError:
            continue  # the library says what is wrong with it
        detector = off_topic_filter(model)
        if detector is not None:
            share = float(detector.suspicion_of(texts).off_topic.mean())
            margins = detector.margins(text_vectors(detector.vectors, texts))
            found.append((share, -float(margins.mean()), each))
    share, _, best = min(found, key=lambda each: each[:2], default=(1.0, 0.0, None))
    return best if share <= _LIKE else None


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
    tags, looks = workspace.tag_set.tags, model.details.looks
    names = tuple(tag.name for tag in tags)
    own = [TagInfo(tag, "", *looks[tag]) if tag in looks else tag for tag in model.tags]
    if names == bundled_index().manifest.tags and (workspace.states().decided < 0).all():
        kept = [tag for tag in tags if tag.name in model.tags and tag.name not in looks]
        new = [tag for tag in own if isinstance(tag, TagInfo) or tag not in names]
        return workspace.tag_set.set([*kept, *new]).kinds
    known = {name for tag in tags for name in (tag.name, *tag.aliases)}
    missing = [tag for name, tag in zip(model.tags, own, strict=True) if name not in known]
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

"""Jobs of the training dialog: train, store candidates, compare, promote."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.filesystem.scratch_folder import scratch_folder
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.training.model_comparison import compare_models
from mltag_desktop.core.training.retraining import TrainingKind, make_candidate
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.types import ModelInfo, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n.translation import tr

_NOTES: Final = "model notes"


@dataclass(frozen=True)
class ReportedModel:
    """A stored model and the report on it."""

    info: ModelInfo
    report: Report


def train_candidate(
    progress: Progress,
    worker: ProcessPool,
    how: TrainingKind,
    workspace: Workspace,
    current: LinearModel,
    base: LinearModel,
    recipe: str | None = None,
) -> ReportedModel:
    """Train and evaluate a candidate in the worker process, and store it."""
    with scratch_folder() as folder:
        part = SubProgress(progress, 0.0, 0.97)
        made = worker.call(part, make_candidate, how, workspace, current, base, folder, recipe)
        progress.report(0.97, tr("saving the candidate"))
        saving = SubProgress(progress, 0.97, 1.0)
        info = workspace.models.add(made.bundle_dir, made.report.to_json(), made.trained_on, saving)
        return ReportedModel(info, made.report)


def compare(
    progress: Progress,
    worker: ProcessPool,
    workspace: Workspace,
    base: LinearModel,
    first: str,
    second: str,
) -> ReportedModel:
    """Evaluate version `second` against `first` in the worker process."""
    report = worker.call(progress, compare_models, workspace, first, second, base)
    return ReportedModel(next(model for model in workspace.models.all() if model.version == second), report)


def notes_of(workspace: Workspace) -> dict[str, str]:
    """Return the notes on the workspace's models, by version."""
    stored = workspace.preference(_NOTES)
    return {str(key): str(words) for key, words in stored.items()} if isinstance(stored, dict) else {}


def as_listed(model: ModelInfo, base: LinearModel | None, tags: Sequence[TagInfo]) -> ModelInfo:
    """Return a model as the list shows it; differs only for the bundled model.

    For the tags of its task, it has the F1 from its manifest, because other models for these tags are
    measured on the same holdout. For other tags it has none, and is not active, because it predicts nothing.
    """
    if base is not None and not are_task_of(tags, base.tags):
        return model._replace(active=False) if model.bundled else model
    if not model.bundled or model.f1 is not None or base is None or base.version != model.version:
        return model
    f1 = base.manifest.metrics.get("holdout", {}).get("f1")
    return model._replace(f1=float(f1)) if f1 is not None else model


def keep_note(progress: Progress, workspace: Workspace, version: str, words: str) -> None:
    """Store a note on a model in the workspace; an empty note is deleted."""
    notes = {**notes_of(workspace), version: words}
    workspace.set_preference(_NOTES, {key: note for key, note in notes.items() if note})

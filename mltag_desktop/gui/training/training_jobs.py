"""Jobs of the training dialog: plan, train, store candidates, compare, promote."""

import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from mltag_desktop.core.evaluation.out_of_fold import builds_on
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy
from mltag_desktop.core.evaluation.report import Report
from mltag_desktop.core.learning.model_comparison import compare_models
from mltag_desktop.core.learning.retraining import JudgedCandidate, recalibrate, retrain, suggest
from mltag_desktop.core.learning.training_checks import TrainingChecks, check_training
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.decisions.tag_set import in_words_of
from mltag_desktop.core.workspace.types import Change, ModelInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n.translation import tr

_NOTES: Final = "model notes"


@dataclass(frozen=True)
class TrainingPlan:
    """The data that a training would use."""

    base_version: str
    base_rows: int
    """Rows of the base model; 0 if the workspace's tags are a different task."""
    holdout_rows: int
    """Rows of the evaluation set; 0 for a different task."""
    decisions: Mapping[str, int]
    """Number of decided records by tag, the most frequent first."""
    left_out: int
    """Decided records that equal, or nearly equal, rows of the evaluation set."""
    guards: TrainingChecks | None = None
    """Results of the training checks; None without decisions."""

    @property
    def decided(self) -> int:
        """Number of decided records."""
        return sum(self.decisions.values())

    @property
    def used(self) -> int:
        """Number of decided records that are used for training."""
        return self.decided - self.left_out


@dataclass(frozen=True)
class TrainingOutcome:
    """A stored candidate and the report on it."""

    info: ModelInfo
    report: Report


def make_plan(
    progress: Progress, workspace: Workspace, base: LinearModel, *, alone: bool = False
) -> TrainingPlan:
    """Compute what `train_candidate` would use, and run the training checks."""
    examples = workspace.scan.examples(SubProgress(progress, 0.0, 0.1))
    decided = in_words_of(examples, workspace.tag_set.tags, base.tags)
    related = not alone and builds_on(base.tags, workspace.tag_set.tags, decided.tags)
    held = base.holdout.digests if related and base.holdout is not None else np.zeros(0, dtype=np.uint64)
    guards = (
        check_training(SubProgress(progress, 0.2, 1.0), workspace, base, alone=alone)
        if examples.texts
        else None
    )
    return TrainingPlan(
        base_version=base.version,
        base_rows=len(base.base) if related else 0,
        holdout_rows=len(held),
        decisions=dict(Counter(examples.tags).most_common()),
        left_out=len(guards.in_holdout) if guards is not None else 0,
        guards=guards,
    )


def train_candidate(
    progress: Progress, workspace: Workspace, current: LinearModel, base: LinearModel, *, alone: bool = False
) -> TrainingOutcome:
    """Train on base model and decisions, evaluate, and store the candidate.

    With `alone`, the base model is not used.
    """
    with tempfile.TemporaryDirectory(prefix="mltag-train-") as folder:
        part = SubProgress(progress, 0.0, 0.97)
        candidate = retrain(part, workspace, current, base, Path(folder), alone=alone)
        return _store(progress, workspace, candidate)


def suggest_candidate(
    progress: Progress, workspace: Workspace, current: LinearModel, base: LinearModel
) -> TrainingOutcome:
    """Adapt a candidate to the table's undecided records, and store it."""
    with tempfile.TemporaryDirectory(prefix="mltag-train-") as folder:
        candidate = suggest(SubProgress(progress, 0.0, 0.97), workspace, current, base, Path(folder))
        return _store(progress, workspace, candidate)


def recalibrate_current(
    progress: Progress, workspace: Workspace, current: LinearModel, base: LinearModel
) -> TrainingOutcome:
    """Recalibrate the active model with the decisions, and store the candidate."""
    with tempfile.TemporaryDirectory(prefix="mltag-train-") as folder:
        candidate = recalibrate(SubProgress(progress, 0.0, 0.97), workspace, current, base, Path(folder))
        return _store(progress, workspace, candidate)


def _store(progress: Progress, workspace: Workspace, candidate: JudgedCandidate) -> TrainingOutcome:
    progress.report(0.97, tr("saving the candidate"))
    saving = SubProgress(progress, 0.97, 1.0)
    info = workspace.models.add(
        candidate.bundle_dir, candidate.report.to_json(), candidate.trained_on, saving
    )
    return TrainingOutcome(info, candidate.report)


def promote(progress: Progress, workspace: Workspace, version: str) -> Change:
    """Make `version` the active model."""
    return workspace.models.promote(version)


def discard(progress: Progress, workspace: Workspace, version: str, *, promoted: bool = False) -> Change:
    """Delete the candidate `version`; with `promoted`, also a model that was active before."""
    return workspace.models.discard(version, promoted=promoted)


@dataclass(frozen=True)
class ComparisonOutcome:
    """The evaluation of two stored models on the same rows."""

    info: ModelInfo
    report: Report


def compare(
    progress: Progress, workspace: Workspace, base: LinearModel, first: str, second: str
) -> ComparisonOutcome:
    """Evaluate version `second` against `first`."""
    report = compare_models(progress, workspace, first, second, base)
    return ComparisonOutcome(
        next(model for model in workspace.models.all() if model.version == second), report
    )


def notes_of(workspace: Workspace) -> dict[str, str]:
    """Return the notes on the workspace's models, by version."""
    stored = workspace.preference(_NOTES)
    return {str(key): str(words) for key, words in stored.items()} if isinstance(stored, dict) else {}


def with_f1(model: ModelInfo, base: LinearModel | None) -> ModelInfo:
    """Add the F1 from the bundled model's manifest, which is measured on the same holdout."""
    if not model.bundled or model.f1 is not None or base is None or base.version != model.version:
        return model
    f1 = base.manifest.metrics.get("holdout", {}).get("f1")
    return model._replace(f1=float(f1)) if f1 is not None else model


def keep_note(progress: Progress, workspace: Workspace, version: str, words: str) -> None:
    """Store a note on a model in the workspace; an empty note is deleted."""
    notes = {**notes_of(workspace), version: words}
    workspace.set_preference(_NOTES, {key: note for key, note in notes.items() if note})


def save_policy(progress: Progress, workspace: Workspace, policy: PromotionPolicy) -> None:
    """Store the promotion policy in the workspace."""
    workspace.set_preference("priority", policy.to_json())


def roll_back(progress: Progress, workspace: Workspace) -> Change:
    """Make the previous model active again."""
    return workspace.models.rollback()

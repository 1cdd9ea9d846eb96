"""What training does away from the window: count what would be learned from, train, shelve, promote."""

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
    """What a training would learn from."""

    base_version: str
    base_rows: int
    """None of them when the workspace's tags are about another task than the bundled model's."""
    holdout_rows: int
    """Rows that the candidate is judged on; none for another task."""
    decisions: Mapping[str, int]
    """Decided records by tag, the most frequent first."""
    left_out: int
    """Decided records that equal, or nearly equal, rows that models are judged on."""
    guards: TrainingChecks | None = None
    """What to look at first; None without decisions."""

    @property
    def decided(self) -> int:
        """All decided records."""
        return sum(self.decisions.values())

    @property
    def used(self) -> int:
        """The decided records that are learned from."""
        return self.decided - self.left_out


@dataclass(frozen=True)
class TrainingOutcome:
    """A candidate on the shelf and the report on it."""

    info: ModelInfo
    report: Report


def make_plan(
    progress: Progress, workspace: Workspace, base: LinearModel, *, alone: bool = False
) -> TrainingPlan:
    """Count what `train_candidate` would learn from, and look through it."""
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
    """Train on base and decisions (`alone`: on the decisions), judge, and put the candidate on the shelf."""
    with tempfile.TemporaryDirectory(prefix="mltag-train-") as folder:
        part = SubProgress(progress, 0.0, 0.97)
        made = retrain(part, workspace, current, base, Path(folder), alone=alone)
        return _kept(progress, workspace, made)


def suggest_candidate(
    progress: Progress, workspace: Workspace, current: LinearModel, base: LinearModel
) -> TrainingOutcome:
    """Fit a candidate to the table's own records, before anything is decided, and put it on the shelf."""
    with tempfile.TemporaryDirectory(prefix="mltag-train-") as folder:
        made = suggest(SubProgress(progress, 0.0, 0.97), workspace, current, base, Path(folder))
        return _kept(progress, workspace, made)


def recalibrate_current(
    progress: Progress, workspace: Workspace, current: LinearModel, base: LinearModel
) -> TrainingOutcome:
    """Fit the confidence of the model in force to the decisions, and put the candidate on the shelf."""
    with tempfile.TemporaryDirectory(prefix="mltag-train-") as folder:
        made = recalibrate(SubProgress(progress, 0.0, 0.97), workspace, current, base, Path(folder))
        return _kept(progress, workspace, made)


def _kept(progress: Progress, workspace: Workspace, made: JudgedCandidate) -> TrainingOutcome:
    progress.report(0.97, tr("saving the candidate"))
    keeping = SubProgress(progress, 0.97, 1.0)
    info = workspace.models.add(made.bundle_dir, made.report.to_json(), made.trained_on, keeping)
    return TrainingOutcome(info, made.report)


def promote(progress: Progress, workspace: Workspace, version: str) -> Change:
    """Put `version` in force."""
    return workspace.models.promote(version)


def discard(progress: Progress, workspace: Workspace, version: str, *, promoted: bool = False) -> Change:
    """Take the candidate `version` off the shelf; with `promoted` also a model that was in force once."""
    return workspace.models.discard(version, promoted=promoted)


@dataclass(frozen=True)
class ComparisonOutcome:
    """Two models of the shelf judged on the same rows."""

    info: ModelInfo
    report: Report


def compare(
    progress: Progress, workspace: Workspace, base: LinearModel, first: str, second: str
) -> ComparisonOutcome:
    """Judge version `second` against `first`."""
    report = compare_models(progress, workspace, first, second, base)
    return ComparisonOutcome(next(each for each in workspace.models.all() if each.version == second), report)


def notes_of(workspace: Workspace) -> dict[str, str]:
    """Return what was noted of the workspace's models."""
    kept = workspace.preference(_NOTES)
    return {str(key): str(words) for key, words in kept.items()} if isinstance(kept, dict) else {}


def with_f1(model: ModelInfo, base: LinearModel | None) -> ModelInfo:
    """Give the bundled model the F1 that its manifest tells of the same holdout."""
    if not model.bundled or model.f1 is not None or base is None or base.version != model.version:
        return model
    f1 = base.manifest.metrics.get("holdout", {}).get("f1")
    return model._replace(f1=float(f1)) if f1 is not None else model


def keep_note(progress: Progress, workspace: Workspace, version: str, words: str) -> None:
    """Keep a note on a model with the workspace; an empty one is dropped."""
    notes = {**notes_of(workspace), version: words}
    workspace.set_preference(_NOTES, {key: said for key, said in notes.items() if said})


def keep_priority(progress: Progress, workspace: Workspace, priority: PromotionPolicy) -> None:
    """Keep in the document what its curator puts first."""
    workspace.set_preference("priority", priority.to_json())


def roll_back(progress: Progress, workspace: Workspace) -> Change:
    """Put the model before in force again."""
    return workspace.models.rollback()

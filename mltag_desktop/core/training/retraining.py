"""Retrain: from decisions to a candidate and its report."""

import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.filesystem import scratch_folder
from mltag_desktop.core.learning.data_checks import data_checks
from mltag_desktop.core.learning.query_slices import sliced
from mltag_desktop.core.learning.workspace_models import load_active_model
from mltag_desktop.core.messages import message, message_plural
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled, load_bundle, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import TWIN, Recipe, all_recipes
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.training.candidate_evaluation import (
    OutOfFold,
    evaluate_on_decisions,
    evaluate_on_holdout,
    evaluate_on_table,
    table_prediction_changes,
    with_others,
)
from mltag_desktop.core.training.candidate_training import (
    TrainedCandidate,
    train_from_scratch,
    train_on_decisions,
    train_without_decisions,
)
from mltag_desktop.core.training.out_of_fold import builds_on
from mltag_desktop.core.training.training_checks import (
    FEWEST,
    TrainingChecks,
    check_training,
)
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of, in_words_of
from mltag_desktop.core.workspace.types import ModelInfo, Status
from mltag_desktop.core.workspace.workspace import Workspace

_MOST_EARLIER: Final = 4


class TrainingKind(StrEnum):
    """Kind of training."""

    DECISIONS = "decisions"
    """From the base model and the decisions."""
    ALONE = "alone"
    """From the decisions only."""
    SUGGESTION = "suggestion"
    """By adapting the base model before the first decision."""


class Candidate(NamedTuple):
    """A trained candidate that is not promoted; its model is in a folder, since it is large to send."""

    bundle_dir: Path
    report: Report
    trained_on: str
    """The training data in words, such as "bundled + 80 records"."""
    out_of_fold: OutOfFold | None
    """What models that were trained without them predict for the decisions."""

    def add_to(self, workspace: Workspace, progress: Progress = SILENT) -> ModelInfo:
        """Add the candidate to the workspace; nothing is promoted."""
        info = workspace.models.add(self.bundle_dir, self.report.to_json(), self.trained_on, progress)
        if self.out_of_fold is not None:
            workspace.pending_predictions.put_out_of_fold(*self.out_of_fold)
        return info


def retrain(
    progress: Progress,
    workspace: Workspace,
    current: LinearModel,
    base: LinearModel,
    work_folder: Path,
    how: TrainingKind = TrainingKind.DECISIONS,
    recipe: str | None = None,
) -> Candidate:
    """Train a candidate on the base's rows and the decisions, and evaluate rules, active model and candidate.

    All are evaluated on the base's holdout, whose rows and near-duplicates are excluded from training; the
    training method is also cross-validated on the decisions. If the workspace has other tags than the base,
    or with a `recipe`, only the decisions are used for training, and the candidate is cross-validated on
    them. Raises `MltagError` without decisions, for an unknown recipe, and for a suggestion where adapting
    does not help.
    """
    current = _with_gate(workspace, current)
    if how is TrainingKind.SUGGESTION:
        progress.report(0.0, "reading the table")
        suggested = train_without_decisions(SubProgress(progress, 0.0, 0.6), workspace, base)
        if suggested is None:
            raise MltagError(
                "The bundled model suits this table; adapting it without decisions would not improve it.",
                "Accept or correct a few records, then train.",
            )
        return _judged(progress, workspace, current, base, suggested, True, work_folder)
    progress.report(0.0, "collecting tagged records")
    decided = in_words_of(
        workspace.scan.examples(SubProgress(progress, 0.0, 0.01)), workspace.tag_set.tags, base.tags
    )
    if not decided.texts:
        raise MltagError("There are no decisions to train on yet.", "Accept or correct a few records first.")
    related = (
        how is TrainingKind.DECISIONS
        and recipe is None
        and builds_on(base.tags, workspace.tag_set.tags, decided.tags)
    )
    part = SubProgress(progress, 0.01, 0.6)
    trained = (
        train_on_decisions(part, workspace, decided, base)
        if related
        else train_from_scratch(part, workspace, decided, base, recipe)
    )
    return _judged(progress, workspace, current, base, trained, related, work_folder)


def _judged(
    progress: Progress,
    workspace: Workspace,
    current: LinearModel,
    base: LinearModel,
    trained: TrainedCandidate,
    related: bool,
    work_folder: Path,
) -> Candidate:
    model = trained.model
    changes = table_prediction_changes(SubProgress(progress, 0.6, 0.8), workspace, current.own, model.own)
    judging = SubProgress(progress, 0.8, 0.9)
    unseen = None if trained.unseen is None else OutOfFold(trained.unseen.rows, trained.unseen.after)
    if related and model.holdout is not None and len(model.holdout):
        earlier = _formerly_active(workspace, current)
        first = evaluate_on_holdout(judging, workspace, earlier, current, base, trained, model.holdout)
    else:
        first, unseen = evaluate_on_decisions(judging, workspace, current, trained)
    first = replace(first, table_prediction_changes=changes)
    on_table = evaluate_on_table(SubProgress(progress, 0.9, 0.94), workspace, current, trained)
    report = with_others(first, on_table)
    report = sliced(SubProgress(progress, 0.94, 0.95), workspace, report)
    compared = current.own if are_task_of(workspace.tag_set.tags, current.tags) else None
    checks = data_checks(SubProgress(progress, 0.95, 0.98), workspace, compared, trained.in_holdout)
    progress.report(0.98, "saving the candidate")
    folder = _saved(model, work_folder)
    progress.report(1.0, "done")
    return Candidate(folder, replace(report, checks=checks), _trained_on(model), unseen)


def _with_gate(workspace: Workspace, model: LinearModel) -> LinearModel:
    """Return the model with its source gate, which the window removes before the model predicts the table.

    The holdout comes from other sources, on which a model without its gate would look worse.
    """
    version = model.manifest.version
    kept = any(each.version == version and not each.bundled for each in workspace.models.all())
    return load_bundle(workspace.models.bundle_path(version)) if kept and model.mixture is None else model


def _formerly_active(workspace: Workspace, current: LinearModel) -> list[LinearModel]:
    """Load the formerly active models, oldest first; only the latest few."""
    versions = [
        model.version
        for model in workspace.models.all()
        if not (model.bundled or model.candidate or model.version == current.manifest.version)
    ]
    return [load_bundle(workspace.models.bundle_path(version)) for version in versions[-_MOST_EARLIER:]]


def _trained_on(model: LinearModel) -> str:
    count, recipe = model.manifest.training.examples, model.manifest.recipe
    records = message_plural("{n:,} record", "{n:,} records", count)
    if recipe.package:
        return message("{records}, recipe {name} (contains code)", records=records, name=recipe.name)
    if not count:
        return message("bundled + this table, no decisions")
    if model.manifest.base is None:
        return records
    return (
        message("bundled + 1 record") if count == 1 else message("bundled + {count:,} records", count=count)
    )


def _saved(model: LinearModel, work_folder: Path) -> Path:
    try:
        work_folder.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="candidate-", dir=work_folder)) / model.version
    except OSError as error:
        raise MltagError(
            message(
                "The candidate could not be written to {work_folder}: {value}.",
                work_folder=work_folder,
                value=error.strerror or error,
            ),
            "Free some space, then train again; no decision is lost.",
        ) from error
    save_bundle(folder, model)
    return folder


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
    recipes: tuple[Recipe, ...] = ()
    """The recipes for a training on the decisions only, with those of installed packages."""
    checks: TrainingChecks | None = None
    """Results of the training checks; None without decisions, or before they ran."""
    known: int = 0
    """Number of decided records whose tag is from the table."""

    @property
    def decided(self) -> int:
        """Number of decided records."""
        return sum(self.decisions.values())

    @property
    def can_do_without_base(self) -> bool:
        """Whether at least two tags have enough decisions to be learned without the base model."""
        return sum(count >= FEWEST for count in self.decisions.values()) >= 2

    @property
    def used(self) -> int:
        """Number of decided records that are used for training."""
        return self.decided - self.left_out


def make_plan(
    progress: Progress, workspace: Workspace, base: LinearModel, *, alone: bool = False, checked: bool = True
) -> TrainingPlan:
    """Compute what `retrain` would use; with `checked`, also run the training checks, which take longer."""
    examples = workspace.scan.examples(SubProgress(progress, 0.0, 0.1))
    decided = in_words_of(examples, workspace.tag_set.tags, base.tags)
    related = not alone and builds_on(base.tags, workspace.tag_set.tags, decided.tags)
    held = base.holdout.digests if related and base.holdout is not None else np.zeros(0, dtype=np.uint64)
    checks = (
        check_training(SubProgress(progress, 0.2, 1.0), workspace, base, alone=alone)
        if examples.texts and checked
        else None
    )
    status = workspace.states().status[np.asarray(examples.rows, np.int64)]
    return TrainingPlan(
        base_version=base.version,
        base_rows=len(base.base) if related else 0,
        holdout_rows=len(held),
        decisions=dict(Counter(examples.tags).most_common()),
        left_out=len(checks.in_holdout) if checks is not None else 0,
        recipes=(*all_recipes(), TWIN) if encoder.is_installed() else all_recipes(),
        checks=checks,
        known=int((status == np.uint8(Status.KNOWN)).sum()),
    )


def train_candidate(
    progress: Progress,
    workspace: Workspace,
    how: TrainingKind = TrainingKind.DECISIONS,
    recipe: str | None = None,
) -> tuple[Report, ModelInfo]:
    """Train and evaluate a candidate, and add it to the workspace; nothing is promoted.

    With a `recipe`, it is trained on the decisions only.
    """
    base = bundled()
    workspace.models.set_base(base.version)
    with scratch_folder() as folder:
        current = load_active_model(workspace, base)
        made = retrain(progress, workspace, current, base, folder, how, recipe)
        return made.report, made.add_to(workspace)

"""Retrain: from decisions to a candidate and its report."""

import tempfile
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.out_of_fold import builds_on
from mltag_desktop.core.learning.candidates.candidate_evaluation import (
    decisions_first,
    evaluate_on_decisions,
    evaluate_on_holdout,
    evaluate_on_table,
    table_prediction_changes,
    with_others,
)
from mltag_desktop.core.learning.candidates.candidate_training import (
    OutOfFoldPredictions,
    TrainedCandidate,
    train_from_scratch,
    train_on_decisions,
    train_without_decisions,
)
from mltag_desktop.core.learning.candidates.contradictions import consistent, contradictions_of
from mltag_desktop.core.learning.data_checks import data_checks
from mltag_desktop.core.learning.query_slices import sliced
from mltag_desktop.core.messages import message, message_plural
from mltag_desktop.core.model.bundle import load_bundle, save_bundle
from mltag_desktop.core.model.features.extraction import extract
from mltag_desktop.core.model.linear_head import softmax
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.training.recalibration import FEWEST, fit, recalibrated
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of, in_words_of
from mltag_desktop.core.workspace.workspace import Workspace

_MOST_EARLIER: Final = 4


@dataclass(frozen=True)
class JudgedCandidate:
    """A trained candidate that is not promoted, with its folder and its report."""

    model: LinearModel
    bundle_dir: Path
    report: Report
    trained_on: str
    """The training data in words, such as "bundled + 80 records"."""


class TrainingKind(StrEnum):
    """Kind of training."""

    DECISIONS = "decisions"
    """From the base model and the decisions, see `retrain`."""
    ALONE = "alone"
    """From the decisions only."""
    SUGGESTION = "suggestion"
    """By adapting the base model before the first decision, see `suggest`."""
    RECALIBRATION = "recalibration"
    """By correcting the confidence of the active model, see `recalibrate`."""


class CandidateFiles(NamedTuple):
    """The bundle folder of a candidate, its report, and its training data in words."""

    bundle_dir: Path
    report: Report
    trained_on: str


def make_candidate(
    progress: Progress,
    how: TrainingKind,
    workspace: Workspace,
    current: LinearModel,
    base: LinearModel,
    work_folder: Path,
    recipe: str | None = None,
) -> CandidateFiles:
    """Train a candidate; return it without the model, which another process would have to be sent.

    `recipe` names the recipe of a candidate that is trained on the decisions only.
    """
    match how:
        case TrainingKind.SUGGESTION:
            made = suggest(progress, workspace, current, base, work_folder)
        case TrainingKind.RECALIBRATION:
            made = recalibrate(progress, workspace, current, base, work_folder)
        case _:
            alone = how is TrainingKind.ALONE
            made = retrain(progress, workspace, current, base, work_folder, alone=alone, recipe=recipe)
    return CandidateFiles(made.bundle_dir, made.report, made.trained_on)


def retrain(
    progress: Progress,
    workspace: Workspace,
    current: LinearModel,
    base: LinearModel,
    work_folder: Path,
    *,
    alone: bool = False,
    recipe: str | None = None,
) -> JudgedCandidate:
    """Train a candidate on the base's rows and the decisions, and evaluate rules, active model and candidate.

    All are evaluated on the base's holdout, whose rows and near-duplicates are excluded from training; the
    training method is also cross-validated on the decisions. If the workspace has other tags than the base,
    or with `alone` or a `recipe`, only the decisions are used for training, and the candidate is
    cross-validated on them. Raises `MltagError` without decisions or for an unknown recipe.
    """
    progress.report(0.0, "collecting tagged records")
    current = _with_gate(workspace, current)
    decided = in_words_of(
        workspace.scan.examples(SubProgress(progress, 0.0, 0.01)), workspace.tag_set.tags, base.tags
    )
    if not decided.texts:
        raise MltagError("There are no decisions to train on yet.", "Accept or correct a few records first.")
    related = not alone and recipe is None and builds_on(base.tags, workspace.tag_set.tags, decided.tags)
    part = SubProgress(progress, 0.01, 0.6)
    trained = (
        train_on_decisions(part, workspace, decided, base)
        if related
        else train_from_scratch(part, workspace, decided, base, recipe)
    )
    return _judged(progress, workspace, current, base, trained, related, work_folder)


def suggest(
    progress: Progress, workspace: Workspace, current: LinearModel, base: LinearModel, work_folder: Path
) -> JudgedCandidate:
    """Adapt a candidate to a table that differs from the base's training data, before the first decision.

    Raises `MltagError` if the table is similar to the training data or if adapting does not help.
    """
    progress.report(0.0, "reading the table")
    current = _with_gate(workspace, current)
    trained = train_without_decisions(SubProgress(progress, 0.0, 0.6), workspace, base)
    if trained is None:
        raise MltagError(
            "The bundled model suits this table; adapting it without decisions would not improve it.",
            "Accept or correct a few records, then train.",
        )
    return _judged(progress, workspace, current, base, trained, True, work_folder)


def recalibrate(
    progress: Progress, workspace: Workspace, current: LinearModel, base: LinearModel, work_folder: Path
) -> JudgedCandidate:
    """Recalibrate the confidence of `current` on decisions that it was not trained on, as a candidate.

    The audit set and contradictory decisions are excluded, and no predicted tag changes. Raises `MltagError`
    with too few decisions, if the model was made for other tags, or if the confidence is calibrated already.
    """
    if not are_task_of(workspace.tag_set.tags, current.tags):
        raise MltagError(
            "No model for these tags is active that could be recalibrated.",
            "Train a model and promote it first.",
        )
    progress.report(0.0, "collecting tagged records")
    current = _with_gate(workspace, current)
    own, decided = current.own, workspace.scan.examples(SubProgress(progress, 0.0, 0.2))
    decided = in_words_of(decided, workspace.tag_set.tags, current.tags)
    decided = consistent(decided, contradictions_of(decided))
    digests = text_digests(decided.texts, SubProgress(progress, 0.2, 0.4))
    fresh = ~np.isin(digests, current.base.digests)
    known = np.array([tag in current.tags for tag in decided.tags], np.bool_)
    places = np.flatnonzero(fresh & known).tolist()
    if len(places) < FEWEST:
        raise MltagError(
            message(
                "Recalibration needs at least {fewest} tagged records that the active model was not trained "
                "on; there are {count:,}.",
                fewest=FEWEST,
                count=len(places),
            ),
            "Accept or correct some more records first.",
        )
    used = decided.take(places)
    labels = np.array([current.tags.index(tag) for tag in used.tags], np.int32)
    features = extract(own.vectors, used.texts, SubProgress(progress, 0.4, 0.55), extra=own.extra)
    scores = own.head.scores(features)
    found = fit(scores, labels, digests=digests[places], progress=SubProgress(progress, 0.55, 0.6))
    if not found.helps:
        raise MltagError(
            "The active model is already well calibrated on the tagged records; recalibration does not "
            "improve it.",
            "No action is needed.",
        )
    model = recalibrated(current, found.factor)
    sure = message("less") if found.factor < 1 else message("more")
    note = message(
        "Confidence recalibrated on {count:,} tagged records that the model was not trained on: it is "
        "now {sure} confident, and the tags are unchanged. The mean cross-validated log loss of "
        "these records went from {loss_before:.3f} to {loss_after:.3f}.",
        count=len(places),
        sure=sure,
        loss_before=found.loss_before,
        loss_after=found.loss_after,
    )
    before = Predictions(current.manifest.version, current.tags, softmax(scores), current.tag_thresholds)
    shares = softmax(scores * found.unseen_factors[:, None])
    after = Predictions(model.manifest.version, model.tags, shares, model.tag_thresholds)
    unseen = OutOfFoldPredictions(used.rows, used.tags, before, after, used.additional_tags)
    trained = TrainedCandidate(model, 0, None, (note,), unseen, by_confidence=True)
    trained_on = message(
        "{version}, recalibrated on {count:,} records", version=current.manifest.version, count=len(places)
    )
    related = base.holdout is not None and current.holdout is not None
    made = _judged(progress, workspace, current, base, trained, related, work_folder)
    return replace(made, trained_on=trained_on)


def _judged(
    progress: Progress,
    workspace: Workspace,
    current: LinearModel,
    base: LinearModel,
    trained: TrainedCandidate,
    related: bool,
    work_folder: Path,
) -> JudgedCandidate:
    model = trained.model
    changes = table_prediction_changes(SubProgress(progress, 0.6, 0.8), workspace, current.own, model.own)
    judging = SubProgress(progress, 0.8, 0.9)
    first: Report | None = None
    if related and model.holdout is not None and len(model.holdout):
        earlier = _formerly_active(workspace, current)
        first = evaluate_on_holdout(
            judging, workspace, model.holdout, earlier, current, base, trained, changes
        )
    elif not trained.by_confidence:
        first = evaluate_on_decisions(judging, workspace, current, trained, changes)
    on_table = evaluate_on_table(SubProgress(progress, 0.9, 0.94), workspace, current, trained)
    report = decisions_first(on_table, changes, trained) if first is None else with_others(first, on_table)
    report = sliced(SubProgress(progress, 0.94, 0.95), workspace, report)
    compared = current.own if are_task_of(workspace.tag_set.tags, current.tags) else None
    checks = data_checks(SubProgress(progress, 0.95, 0.98), workspace, compared, trained.in_holdout)
    progress.report(0.98, "saving the candidate")
    folder = _saved(model, work_folder)
    progress.report(1.0, "done")
    return JudgedCandidate(model, folder, replace(report, checks=checks), _trained_on(model))


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
    if recipe.package:
        records = message_plural("{n:,} record", "{n:,} records", count)
        return message("{records}, recipe {name} (contains code)", records=records, name=recipe.name)
    if not count:
        return message("bundled + this table, no decisions")
    if model.manifest.base is not None and count == 1:
        return message("bundled + 1 record")
    if model.manifest.base is not None:
        return message("bundled + {count:,} records", count=count)
    return message_plural("{n:,} record", "{n:,} records", count)


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

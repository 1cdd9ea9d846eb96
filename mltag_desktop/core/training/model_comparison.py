"""Compare any two models of a workspace on the same rows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.model_evaluation import evaluate_models, rows_trained_on
from mltag_desktop.core.evaluation.model_figures import ModelRole
from mltag_desktop.core.learning.query_slices import sliced
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.keyword_rules import bundled_rules
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.training.candidate_evaluation import (
    AUDIT_NOTE,
    as_stored,
    behaviour_of,
    holdout_answers,
    table_prediction_changes,
    with_others,
    workspace_rules,
)
from mltag_desktop.core.workspace.decisions.tag_set import by_names_of, in_words_of
from mltag_desktop.core.workspace.types import DecidedExamples
from mltag_desktop.core.workspace.workspace import Workspace

_NEW_TO_BOTH: Final = message(
    "Only tagged records that neither model was trained on are counted. They are not a random "
    "sample: they show which model suits the table better, not how accurate it is there."
)
_FITTED: Final = message(
    "The two models differ only in their confidence. It may have been calibrated on some of "
    "these records, so the result here may be slightly too good."
)
_NO_ROWS: Final = message("There are no rows that neither of the two models was trained on.")


def compare_models(
    progress: Progress, workspace: Workspace, first: str, second: str, base: LinearModel
) -> Report:
    """Evaluate version `second` against version `first`; either may be the bundled one.

    Reports on the holdout if both have the same one, on the audit set, and on the decisions that neither was
    trained on. Raises `MltagError` if both are the same, or if one is not in the model store.
    """
    if first == second:
        raise MltagError("A model cannot be compared with itself.", "Choose another model.")
    progress.report(0.0, "loading the models")
    models = [_load(workspace, version, base) for version in (first, second)]
    sure = by_confidence(*models)
    roles = [
        ModelRole.ACTIVE if each.manifest.version == workspace.models.active else ModelRole.MODEL
        for each in models
    ]
    changes = table_prediction_changes(
        SubProgress(progress, 0.1, 0.6), workspace, models[0].own, models[1].own
    )
    progress.report(0.6, "evaluating both models")
    tested = [behaviour_of(workspace, model) for model in models]
    on_holdout = _on_holdout(SubProgress(progress, 0.6, 0.8), models, roles, tested, sure=sure)
    on_decided = _on_decided(workspace, models, roles, () if on_holdout else tested, sure=sure)
    reports = [*on_holdout, *on_decided]
    if not reports:
        nothing = [as_stored(model, model.predict([])) for model in models]
        reports = [
            evaluate_models(
                SILENT, [], models[1].tags, nothing, name="comparison", roles=roles, notes=[_NO_ROWS]
            )
        ]
    whole = with_others(replace(reports[0], table_prediction_changes=changes), reports[1:])
    return sliced(SubProgress(progress, 0.9, 1.0), workspace, whole)


def _load(workspace: Workspace, version: str, base: LinearModel) -> LinearModel:
    return base if version == base.manifest.version else load_bundle(workspace.models.bundle_path(version))


def by_confidence(first: LinearModel, second: LinearModel) -> bool:
    """Return whether two models were trained on the same rows and differ only in their confidence."""
    one, other = first.head, second.head
    return (
        first.manifest.training.digest == second.manifest.training.digest
        and not np.array_equal(one.scale, other.scale)
        and all(
            np.array_equal(getattr(one, name), getattr(other, name))
            for name in ("columns", "words", "vectors", "token_shapes", "bias", "bayes")
        )
    )


def _on_holdout(
    progress: Progress,
    models: Sequence[LinearModel],
    roles: Sequence[ModelRole],
    tested: Sequence[BehaviourResult | None],
    *,
    sure: bool,
) -> list[Report]:
    holdout = models[1].holdout
    if holdout is None or not len(holdout):
        return []
    answers = [holdout_answers(model, holdout) for model in models]
    if answers[0] is None or answers[1] is None:
        return []
    report = evaluate_models(
        progress,
        [holdout.tags[code] for code in holdout.labels],
        holdout.tags,
        [answers[0], answers[1]],
        name="holdout",
        roles=roles,
        slices=holdout.slices,
        behaviour=tested,
        by_confidence=sure,
        rules=None
        if holdout.rules is None
        else Predictions(bundled_rules().version, holdout.tags, holdout.rules),
    )
    return [report]


def _on_decided(
    workspace: Workspace,
    models: Sequence[LinearModel],
    roles: Sequence[ModelRole],
    tested: Sequence[BehaviourResult | None],
    *,
    sure: bool,
) -> list[Report]:
    """Return the reports on the table's decisions; the first one has the behavioural tests `tested`."""
    found: list[Report] = []
    tags, names = workspace.tag_set.tags, models[1].tags
    audited, decided = workspace.scan.examples(audit=True), _new_decisions(workspace.scan.examples(), models)
    for name, examples, note in (
        (message("audit set"), audited, AUDIT_NOTE),
        ("decisions new to both", decided, _FITTED if sure else _NEW_TO_BOTH),
    ):
        if not examples.rows:
            continue
        decided = in_words_of(examples, tags, names)
        answers = [as_stored(model, model.own.predict(decided.texts)) for model in models]
        found.append(
            evaluate_models(
                SILENT,
                decided.tags,
                names,
                [by_names_of(each, tags, names) for each in answers],
                name=name,
                roles=roles,
                notes=[note],
                records=decided.rows,
                by_confidence=sure,
                rules=workspace_rules(workspace, names, decided.texts, decided.tags),
                behaviour=() if found else tested,
            )
        )
    return found


def _new_decisions(decided: DecidedExamples, models: Sequence[LinearModel]) -> DecidedExamples:
    """Return the decisions that none of the models was trained on, not even on near-copies."""
    if not decided.texts:
        return decided
    fresh = ~rows_trained_on(SILENT, models, decided.texts)
    return decided.take(np.flatnonzero(fresh).tolist())

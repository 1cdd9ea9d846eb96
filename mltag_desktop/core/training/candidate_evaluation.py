"""Evaluate a candidate, or compare two models of a workspace, on the same rows.

Evaluate a candidate and earlier models on the holdout, the audit set, the decisions and the table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation import behavioural_tests
from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult
from mltag_desktop.core.evaluation.evaluation_report import Report, calibration_in_words, confident_in_words
from mltag_desktop.core.evaluation.model_evaluation import (
    ReportSettings,
    RowFacts,
    evaluate_models,
    rows_trained_on,
    rules_for,
)
from mltag_desktop.core.evaluation.model_figures import (
    ModelRole,
    PredictionChangeCollector,
    PredictionChanges,
    RowDetails,
)
from mltag_desktop.core.learning.guideline import cases_for
from mltag_desktop.core.learning.production_metrics import reviewed_predictions
from mltag_desktop.core.learning.query_slices import sliced
from mltag_desktop.core.messages import Message, message, message_plural, parts_of, sentences, template
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.extraction import extract
from mltag_desktop.core.model.keyword_rules import bundled_rules
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import Classifier, Predictions
from mltag_desktop.core.progress import SILENT, Progress, SubProgress, in_steps
from mltag_desktop.core.training.candidate_training import MANY_ROWS, TrainedCandidate
from mltag_desktop.core.training.training import FoldPlan, cross_validate, fit_calibrated, folds_for
from mltag_desktop.core.workspace.decisions.tag_set import (
    are_task_of,
    by_names_of,
    in_words_of,
    known_as,
    present_names,
)
from mltag_desktop.core.workspace.pending_predictions import KeptEmbeddings
from mltag_desktop.core.workspace.sorted_arrays import drawn
from mltag_desktop.core.workspace.types import Action, DecidedExamples, RecordView, RowId, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace

_CHUNK: Final = 500
_COMPARED: Final = 10_000
"""Undecided records that two models are compared on: the share that changes is within a point of that in the
whole table (95%)."""
_FOLDS: Final = 5
_NEARLY_ALL: Final = 0.9
"""Least share of the tagged records that speaks for all of them; near-copies are left out."""
_CHOSEN: Final = message(
    "Figures on this table come from cross-validation: each record was predicted by a "
    "model trained without it. Tagged records are not a random sample: they show which model "
    "suits the table better, not how accurate it is there."
)
AUDIT_NOTE: Final = message(
    "The audit set is a random sample that is never used for training, so these figures "
    "represent the whole table."
)
_LEADS: Final = {
    "decisions": (template("On this table: {sentence}"), message("tagged records")),
    "audit set": (template("On the audit set: {sentence}"), message("records")),
}
"""By report name: how a sentence of the headline starts, and what the rows are called."""
_NO_HOLDOUT: Final = message("There is no holdout for this candidate.")
CROSS_VALIDATED: Final = "decisions, cross-validated"
_OLD: Final = message("The active model")
_NEW: Final = message("The candidate")
_ALL_TAGGED: Final = message(
    "Figures on this table come from cross-validation: each record was predicted by a model trained without "
    "it. All records of the table are tagged, so the figures represent the table."
)
_NOT_COMPARABLE: Final = message(
    "No model for these tags is active, so the candidate cannot be compared with one."
)
_TOO_FEW: Final = sentences(
    _NO_HOLDOUT, message("A model can be evaluated once two tags have two records each.")
)


def evaluate_on_table(
    progress: Progress, workspace: Workspace, current: LinearModel, trained: TrainedCandidate
) -> tuple[Report, ...]:
    """Return one report on the audit set and one on the out-of-fold predictions of the decisions."""
    reports = []
    threshold, tags = workspace.thresholds.below().default, workspace.tag_set.tags
    audited = workspace.scan.examples(SubProgress(progress, 0.0, 0.3), audit=True)
    if audited.rows:
        is_comparable = _is_comparable(tags, current, trained.model)
        report = _on_records(
            SubProgress(progress, 0.3, 0.6),
            workspace,
            [current, trained.model] if is_comparable else [trained.model],
            [ModelRole.ACTIVE, ModelRole.CANDIDATE] if is_comparable else [ModelRole.CANDIDATE],
            audited,
            ReportSettings(name=message("audit set"), notes=[AUDIT_NOTE], threshold=threshold),
        )
        reports.append(replace(report, comparison_note="" if is_comparable else _NOT_COMPARABLE))
    unseen = trained.unseen
    if unseen is not None:
        is_active = unseen.before.version == current.manifest.version
        is_whole = _is_whole_table(workspace, unseen.rows)
        report = evaluate_models(
            SubProgress(progress, 0.6, 1.0),
            unseen.truth,
            trained.model.tags,
            [unseen.before, unseen.after],
            roles=[ModelRole.ACTIVE if is_active else ModelRole.BUNDLED, ModelRole.CANDIDATE],
            rows=RowFacts(
                records=unseen.rows,
                additional=unseen.additional,
                rules=_rules_on_records(workspace, trained.model.tags, unseen.rows, unseen.truth),
            ),
            settings=ReportSettings(
                name="decisions", notes=[_ALL_TAGGED if is_whole else _CHOSEN], threshold=threshold
            ),
        )
        reports.append(replace(report, whole_table=is_whole))
    return tuple(reports)


def _on_records(
    progress: Progress,
    workspace: Workspace,
    models: Sequence[LinearModel],
    roles: Sequence[ModelRole],
    decided: DecidedExamples,
    settings: ReportSettings,
    tested: Sequence[BehaviourResult | None] = (),
) -> Report:
    """Evaluate models on decided records that none was trained on, with tags named as in the last model."""
    tags, names = workspace.tag_set.tags, models[-1].tags
    decided = in_words_of(decided, tags, names)
    answers = [as_stored(model, model.own.predict(decided.texts)) for model in models]
    return evaluate_models(
        progress,
        decided.tags,
        names,
        [by_names_of(each, tags, names) for each in answers],
        roles=roles,
        behaviour=tested,
        rows=RowFacts(
            records=decided.rows,
            additional=decided.additional_tags,
            rules=workspace_rules(workspace, names, decided.texts, decided.tags),
        ),
        settings=settings,
    )


def _is_whole_table(workspace: Workspace, evaluated: Sequence[RowId]) -> bool:
    """Return whether all records are tagged and nearly all outside the audit set are `evaluated`."""
    states = workspace.states()
    rows = np.flatnonzero(~states.gone)
    others = rows[~workspace.table.audited(rows)]
    return bool((states.decided[rows] >= 0).all()) and len(evaluated) >= _NEARLY_ALL * len(others)


def workspace_rules(
    workspace: Workspace, names: Sequence[str], texts: Sequence[str], truth: Sequence[str]
) -> Predictions:
    """Tag `texts` by the rules of the workspace's guideline, with the tags named as in `names`."""
    tags = workspace.tag_set.tags
    known = known_as(tags, names)
    guided = [replace(tag, name=known.get(tag.name, tag.name)) for tag in tags]
    return rules_for(guided, truth).predict(texts)


def _rules_on_records(
    workspace: Workspace, names: Sequence[str], rows: Sequence[RowId], truth: Sequence[str]
) -> Predictions | None:
    """Tag records by the rules; None if the records of the rows are not known."""
    if len(rows) != len(truth):
        return None
    return workspace_rules(workspace, names, workspace.table.texts(np.array(rows, np.int64)), truth)


def with_others(report: Report, others: Sequence[Report]) -> Report:
    """Return `report` with the reports on other rows attached.

    The headline also mentions them if the confidence decides, or if confident answers got less accurate.
    """
    words = [*parts_of(report.headline)]
    for other in others:
        lead = _LEADS.get(other.name)
        if lead is None:
            continue
        where, what = lead
        if report.by_confidence and other.calibration is not None:
            sentence = calibration_in_words(other.models, other.calibration, what)
            words.append(Message(where, {"sentence": sentence}))
        if other.confident is not None and other.confident.verdict == "worse":
            sentence = confident_in_words(other.models, other.confident)
            words.append(Message(where, {"sentence": sentence}))
    return replace(report, headline=sentences(*words), others=(*report.others, *others))


def table_prediction_changes(
    progress: Progress,
    workspace: Workspace,
    current: LinearModel,
    candidate: LinearModel,
    at_most: int = _COMPARED,
) -> PredictionChanges | None:
    """Predict the undecided records with both models and collect the differences, in chunks.

    Of more than `at_most` records, that many are drawn at random. A decided record shows its decision
    whatever a model predicts, so it is no change to look at. None if the current model is for another task:
    the table never showed its predictions.
    """
    tags = workspace.tag_set.tags
    if not are_task_of(tags, current.tags):
        return None
    collector = PredictionChangeCollector()
    states = workspace.states()
    undecided = np.flatnonzero((states.decided < 0) & ~states.gone).astype(np.int64)
    drawn_from = 0
    if len(undecided) > at_most:
        drawn_from = len(undecided)
        undecided = drawn(undecided, at_most)
    alike = current.vectors.same_as(candidate.vectors)
    known = known_as(tags, candidate.tags)
    extra = current.extra | candidate.extra if alike else candidate.extra
    kept = KeptEmbeddings(workspace.embeddings)
    for step in in_steps(progress, len(undecided), _CHUNK, "looking for prediction changes"):
        rows = undecided[step]
        texts = workspace.table.texts(rows)
        features = extract(candidate.vectors, texts, extra=extra, embedder=kept)
        before = current.predict_features(features) if alike else current.predict(texts, embedder=kept)
        after = by_names_of(candidate.predict_features(features), tags, candidate.tags)
        collector.add(by_names_of(before, tags, candidate.tags), after, rows.tolist())
    return collector.changes(partial(_known_tags, workspace, known), drawn_from=drawn_from)


def _known_tags(workspace: Workspace, known: Mapping[str, str], rows: Sequence[RowId]) -> list[RowDetails]:
    """Return the known tag of each record, named as in the candidate, and the name of the record."""
    answers: list[RowDetails] = []
    for record in workspace.table.records(rows):
        tag = record.decided or record.known_tag
        answers.append((known.get(tag, tag) if tag else None, _record_name(record, workspace)))
    return answers


def _record_name(record: RecordView, workspace: Workspace) -> str:
    column = workspace.table.mapping.id
    name = record.cells[column].strip() if column is not None and column < len(record.cells) else ""
    return name or f"{record.row + 1:,}"


def evaluate_on_holdout(
    progress: Progress,
    workspace: Workspace,
    earlier: Sequence[LinearModel],
    current: LinearModel,
    base: LinearModel,
    trained: TrainedCandidate,
    holdout: LabelledFeatures,
) -> Report:
    """Evaluate rules, bundled, earlier and active models and the candidate on the same holdout."""
    candidate, own = trained.model, trained.on_table
    notes = [*_left_out(candidate), *trained.notes]
    rules = bundled_rules()
    evaluated: list[tuple[ModelRole, Classifier, Predictions]] = []
    if holdout.rules is not None:
        evaluated.append((ModelRole.RULES, rules, Predictions(rules.version, holdout.tags, holdout.rules)))
    bundled = [] if base.manifest.version == current.manifest.version else [(ModelRole.BUNDLED, base)]
    others = [*bundled, *((ModelRole.EARLIER, model) for model in earlier), (ModelRole.ACTIVE, current)]
    for role, model in others:
        predictions = holdout_answers(model, holdout)
        if predictions is not None:
            evaluated.append((role, model, predictions))
        elif role == ModelRole.ACTIVE:
            notes.append(
                message("The active model was made for other holdout rows and cannot be evaluated on these.")
            )
    answers = as_stored(candidate, candidate.predict_features(holdout.features))
    evaluated.append((ModelRole.CANDIDATE, candidate, answers))
    if own is not None:
        is_whole = trained.unseen is not None and _is_whole_table(workspace, trained.unseen.rows)
        notes.append(_ALL_TAGGED if is_whole else _CHOSEN)
    report = evaluate_models(
        progress,
        [holdout.tags[code] for code in holdout.labels],
        holdout.tags,
        [predictions for _, _, predictions in evaluated],
        roles=[role for role, _, _ in evaluated],
        behaviour=[
            None if role in (ModelRole.BUNDLED, ModelRole.EARLIER) else behaviour_of(workspace, model)
            for role, model, _ in evaluated
        ],
        rows=RowFacts(slices=holdout.slices),
        settings=ReportSettings(notes=notes),
    )
    return report.compared_on_table(own)


def holdout_answers(model: LinearModel, holdout: LabelledFeatures) -> Predictions | None:
    """Return the model's predictions for its own copy of the holdout; None if it has another holdout.

    A model that reads more than the holdout keeps has none either.
    """
    own = model.holdout
    if own is None or not own.features.has(model.extra) or not np.array_equal(own.digests, holdout.digests):
        return None
    return as_stored(model, model.predict_features(own.features))


def as_stored(model: LinearModel, answers: Predictions) -> Predictions:
    """Return the predictions under the version of the model store, with or without a gate."""
    return replace(answers, version=model.manifest.version)


def behaviour_of(workspace: Workspace, model: Classifier) -> behavioural_tests.BehaviourResult | None:
    """Run the behavioural tests whose tags the model knows; None if it knows none."""
    result = behavioural_tests.run(model, cases_for(workspace, model.tags))
    return result if result.total else None


class OutOfFold(NamedTuple):
    """Records, and what models that were trained without them predict for each."""

    rows: Sequence[RowId]
    predictions: Predictions


def evaluate_on_decisions(
    progress: Progress, workspace: Workspace, current: LinearModel, trained: TrainedCandidate
) -> tuple[Report, OutOfFold | None]:
    """Cross-validate the candidate's recipe on its training rows, for candidates without a holdout.

    Also returns the predictions of the cross-validation, if there are any.

    The active model is evaluated on the rows that it was not trained on. If these are less than half of the
    rows, the comparison is a separate report.
    """
    candidate, records = trained.model, trained.trained_on
    rows, tags = candidate.base, candidate.base.tags
    notes = [*_left_out(candidate), *trained.notes]
    counts = np.bincount(rows.labels, minlength=len(tags))
    if int((counts >= 2).sum()) < 2:
        nothing = Predictions(candidate.version, tags, np.zeros((0, len(tags)), np.float32))
        settings = ReportSettings(CROSS_VALIDATED, [*notes, _TOO_FEW])
        report = evaluate_models(
            progress, [], tags, [nothing], roles=[ModelRole.CANDIDATE], settings=settings
        )
        return report, None
    folds = min(_FOLDS, int(counts.max()), *([folds_for(len(rows))] if len(rows) > MANY_ROWS else []))
    own = _out_of_fold(SubProgress(progress, 0.0, 0.8), trained, folds)
    unseen = OutOfFold(
        records, replace(own, version=candidate.manifest.version, thresholds=candidate.tag_thresholds)
    )
    truth = [tags[code] for code in rows.labels]
    how = message(
        "{new} is evaluated by {folds}-fold cross-validation on its training rows.",
        new=_NEW,
        folds=folds,
    )
    settings = ReportSettings(CROSS_VALIDATED, [*notes, sentences(_NO_HOLDOUT, how)])
    before, place = _current_predictions(SubProgress(progress, 0.8, 0.9), workspace, current, trained)
    why = _why_not_compared(workspace.tag_set.tags, current, candidate, len(place))
    behaviour, additional = behaviour_of(workspace, candidate), rows.additional_tag_names()

    def evaluated(
        part: Progress,
        predictions: Sequence[Predictions],
        roles: Sequence[ModelRole],
        behaviour: Sequence[BehaviourResult | None],
        place: NDArray[np.intp],
    ) -> Report:
        of_rows = [truth[row] for row in place]
        shared = [records[row] for row in place] if records else []
        return evaluate_models(
            part,
            of_rows,
            tags,
            predictions,
            roles=roles,
            behaviour=behaviour,
            rows=RowFacts(
                records=shared,
                rules=_rules_on_records(workspace, tags, shared, of_rows),
                additional=[additional[row] for row in place] if additional else (),
            ),
            settings=settings,
        )

    part, others = SubProgress(progress, 0.9, 1.0), tuple[Report, ...]()
    if before is not None:
        roles, tested = [ModelRole.ACTIVE, ModelRole.CANDIDATE], [behaviour_of(workspace, current), behaviour]
        both = evaluated(part, [before, own.take(place)], roles, tested, place)
        if 2 * len(place) >= len(truth):
            whole = _is_whole_table(workspace, both.records)
            return replace(both, comparison_note=why, whole_table=whole), unseen
        others = (replace(both, name="decisions new to both", notes=both.notes[len(settings.notes) :]),)
    elif why == _NOT_COMPARABLE:
        why = sentences(why, compare_with_estimates(workspace, records, truth, own))
    alone = evaluated(part, [own], [ModelRole.CANDIDATE], [behaviour], np.arange(len(truth)))
    is_whole = _is_whole_table(workspace, records)
    return replace(alone, comparison_note=why, others=others, whole_table=is_whole), unseen


def _out_of_fold(progress: Progress, trained: TrainedCandidate, folds: int) -> Predictions:
    """Predict the candidate's training rows by models that were trained without them."""
    candidate, rows = trained.model, trained.model.base
    recipe, seed = candidate.manifest.recipe, candidate.manifest.training.seed
    if trained.out_of_fold is not None:
        return Predictions(candidate.version, rows.tags, trained.out_of_fold, candidate.tag_thresholds)
    if len(rows) > MANY_ROWS:
        head, probabilities, _ = fit_calibrated(progress, rows, recipe, seed)
        return Predictions(candidate.version, rows.tags, probabilities, head.tag_thresholds)
    found = cross_validate(progress, rows, recipe, FoldPlan(folds, repeats=1, seed=seed))
    thresholds = None if found.thresholds is None else found.thresholds[0]
    return Predictions(candidate.version, rows.tags, found.probabilities[0], thresholds)


def _current_predictions(
    progress: Progress, workspace: Workspace, current: LinearModel, trained: TrainedCandidate
) -> tuple[Predictions | None, NDArray[np.intp]]:
    """Return the active model's predictions for decisions that it was not trained on, and their indices."""
    candidate, tags = trained.model, workspace.tag_set.tags
    place = np.flatnonzero(~np.isin(candidate.base.digests, current.base.digests))
    if not len(place) or not _is_comparable(tags, current, candidate):
        return None, place
    progress.report(0.0, "evaluating the active model")
    if current.vectors.same_as(candidate.vectors) and candidate.base.features.has(current.extra):
        answers = current.own.predict_features(candidate.base.features.take(place))
    else:
        answers = current.own.predict(workspace.table.texts(np.array(trained.trained_on, np.int64)[place]))
    return by_names_of(as_stored(current, answers), tags, candidate.tags), place


def _is_comparable(tags: Sequence[TagInfo], current: LinearModel, candidate: LinearModel) -> bool:
    """Return whether the active model was made for the table's `tags` and knows any of the candidate's."""
    names = [set(present_names(tags, model.tags)) for model in (current, candidate)]
    return are_task_of(tags, current.tags) and not names[0].isdisjoint(names[1])


def _why_not_compared(
    tags: Sequence[TagInfo], current: LinearModel, candidate: LinearModel, fresh: int
) -> str:
    """Explain why the active model is not evaluated on all rows of the candidate; empty if it is."""
    left = len(candidate.base) - fresh
    if not _is_comparable(tags, current, candidate):
        return _NOT_COMPARABLE
    if not left:
        return ""
    if not fresh:
        return message(
            "{old} was trained on all of these records, so the models are not compared here. Both are "
            "evaluated on the audit set once records of it are decided.",
            old=_OLD,
        )
    rows = message_plural("{n:,} record", "{n:,} records", left)
    if fresh >= left:
        return message(
            "Excluded here because {old} was trained on them: {rows}.",
            old=message("the active model"),
            rows=rows,
        )
    return message(
        "{old} was trained on {rows} of these, so the models are compared only on the others: see the "
        "tagged records new to both.",
        old=_OLD,
        rows=rows,
    )


def _left_out(candidate: LinearModel) -> list[str]:
    count = candidate.manifest.training.left_out
    if not count:
        return []
    return [
        message_plural(
            "{n:,} tagged record that is a holdout row, or a near copy, was excluded from training.",
            "{n:,} tagged records that are holdout rows, or near copies, were excluded from training.",
            count,
        )
    ]


_LEAST: Final = 10
"""Number of decided estimates from which their accuracy says something."""


def compare_with_estimates(
    workspace: Workspace, rows: Sequence[RowId], truth: Sequence[str], found: Predictions
) -> str:
    """Return a sentence on how often the estimates and a candidate were right; empty with few estimates.

    `truth` and `found`, the candidate's out-of-fold predictions, belong to the records `rows`. Records that
    were decided right after a change of the tag set are left out: no estimate could have a tag that was added
    for them.
    """
    entries = workspace.journal.entries()
    changes = {entry.step for entry in entries if entry.kind == Action.TAGS}
    unestimated = {entry.record for entry in entries if entry.step - 1 in changes}
    place = {row: number for number, row in enumerate(rows)}
    shown = [
        (place[answer.row], answer.predicted)
        for answer in reviewed_predictions(entries)
        if answer.row in place and answer.predicted in found.tags and answer.row not in unestimated
    ]
    if len(shown) < _LEAST:
        return ""
    before = np.mean([predicted == truth[number] for number, predicted in shown])
    best = found.best
    after = np.mean([found.tags[best[number]] == truth[number] for number, _ in shown])
    return message(
        "Estimates from names and answers were shown before. Of {n:,} records, {before:.0%} had the right "
        "one when they were decided; the candidate is right on {after:.0%} of the same records, "
        "cross-validated.",
        n=len(shown),
        before=float(before),
        after=float(after),
    )


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
                SILENT,
                [],
                models[1].tags,
                nothing,
                roles=roles,
                settings=ReportSettings(name="comparison", notes=[_NO_ROWS]),
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
        roles=roles,
        behaviour=tested,
        rows=RowFacts(
            slices=holdout.slices,
            rules=None
            if holdout.rules is None
            else Predictions(bundled_rules().version, holdout.tags, holdout.rules),
        ),
        settings=ReportSettings(name="holdout", by_confidence=sure),
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
    decided = _new_decisions(workspace.scan.examples(), models)
    for name, examples, note in (
        (message("audit set"), workspace.scan.examples(audit=True), AUDIT_NOTE),
        ("decisions new to both", decided, _FITTED if sure else _NEW_TO_BOTH),
    ):
        if examples.rows:
            settings = ReportSettings(name=name, notes=[note], by_confidence=sure)
            behaviour = () if found else tested
            found.append(_on_records(SILENT, workspace, models, roles, examples, settings, behaviour))
    return found


def _new_decisions(decided: DecidedExamples, models: Sequence[LinearModel]) -> DecidedExamples:
    """Return the decisions that none of the models was trained on, not even on near-copies."""
    if not decided.texts:
        return decided
    fresh = ~rows_trained_on(SILENT, models, decided.texts)
    return decided.take(np.flatnonzero(fresh).tolist())

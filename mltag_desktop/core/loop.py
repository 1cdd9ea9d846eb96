"""From decisions to a candidate model and the report that says whether it should be promoted."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from mltag_desktop.core.checking import data_checks
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation import behaviour
from mltag_desktop.core.evaluation.flips import FlipGatherer, Flips, Told
from mltag_desktop.core.evaluation.report import Report, judge
from mltag_desktop.core.evaluation.task import builds_on
from mltag_desktop.core.learning import Learnt, Unseen, learn, learn_alone, learn_untaught
from mltag_desktop.core.model.bundle import load_bundle, save_bundle
from mltag_desktop.core.model.features import extract
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.recalibrate import FEWEST, fit, recalibrated
from mltag_desktop.core.model.rules import Rules
from mltag_desktop.core.model.snapshot import Snapshot, text_digests
from mltag_desktop.core.model.train import cross_validate
from mltag_desktop.core.model.types import Classifier, Predictions
from mltag_desktop.core.progress import Part, Progress
from mltag_desktop.core.resources import resource
from mltag_desktop.core.slicing import sliced
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.tagset import in_words_of, known_as
from mltag_desktop.core.workspace.types import RecordView, RowArray

_CHUNK: Final = 500
_FOLDS: Final = 5
_CHOSEN: Final = (
    "For the figures on this table, each decision was answered by a model trained without it. Decisions are "
    "not drawn at random, so they say which model suits the table better, not how often it is right there."
)
AUDIT_NOTE: Final = (
    "The audit set was drawn by lot and never trained on, so these figures speak for the whole table."
)
_MOST_EARLIER: Final = 4
_NO_HOLDOUT: Final = "The bundled model's holdout is about other tags, or there is none."
_TOO_FEW: Final = f"{_NO_HOLDOUT} Two tags with two decisions each are needed before a model can be judged."


@dataclass(frozen=True)
class Candidate:
    """A trained model that nobody promoted yet, where it lies, and what is to be said of it."""

    model: LinearModel
    bundle_dir: Path
    report: Report
    trained_on: str
    """In words, such as "bundled + 80 decisions"."""


def retrain(
    progress: Progress,
    workspace: Workspace,
    current: LinearModel,
    base: LinearModel,
    work_folder: Path,
    *,
    alone: bool = False,
) -> Candidate:
    """Train on the base's rows and the workspace's decisions, and judge rules, current and candidate.

    All three are judged on the base's holdout, of which no row or near copy is trained on, and the
    candidate's way of learning also on the decisions, each left out in turn. When the workspace's tags are
    about another task than the base's, only the decisions are trained on, and the candidate is judged on
    them by cross-validation; `alone` asks for the same where the tags are the base's. Raises `MltagError`
    without decisions.
    """
    progress.report(0.0, "gathering decisions")
    current = _whole(workspace, current)
    decided = in_words_of(workspace.examples(Part(progress, 0.0, 0.01)), workspace.tags, base.tags)
    if not decided.texts:
        raise MltagError(
            "There are no decisions to learn from yet.", "Accept or correct a few records first."
        )
    related = not alone and builds_on(base.tags, workspace.tags, decided.tags)
    part = Part(progress, 0.01, 0.6)
    learnt = learn(part, workspace, decided, base) if related else learn_alone(part, workspace, decided, base)
    return _judged(progress, workspace, current, learnt, related, work_folder)


def suggest(
    progress: Progress, workspace: Workspace, current: LinearModel, base: LinearModel, work_folder: Path
) -> Candidate:
    """Fit a candidate to a table that is unlike the base's rows, before anything is decided, and judge it.

    Raises `MltagError` where the table is of the base's kind or the base is better left alone.
    """
    progress.report(0.0, "reading the table")
    current = _whole(workspace, current)
    learnt = learn_untaught(Part(progress, 0.0, 0.6), workspace, base)
    if learnt is None:
        raise MltagError(
            "The bundled model suits this table; one fitted to it without decisions would be no better.",
            "Accept or correct a few records, then train.",
        )
    return _judged(progress, workspace, current, learnt, True, work_folder)


def recalibrate(
    progress: Progress, workspace: Workspace, current: LinearModel, base: LinearModel, work_folder: Path
) -> Candidate:
    """Fit the confidence of `current` to the decisions that it has not learnt from, as a candidate.

    The audit set stays out of it, and no answer changes. Raises `MltagError` with too few decisions, and
    where the confidence suits them already.
    """
    progress.report(0.0, "gathering decisions")
    current = _whole(workspace, current)
    own, decided = current.own, workspace.examples(Part(progress, 0.0, 0.2))
    decided = in_words_of(decided, workspace.tags, current.tags)
    fresh = ~np.isin(text_digests(decided.texts, Part(progress, 0.2, 0.4)), current.base.digests)
    known = np.array([tag in current.tags for tag in decided.tags], np.bool_)
    places = np.flatnonzero(fresh & known).tolist()
    if len(places) < FEWEST:
        raise MltagError(
            f"The confidence can be fitted to {FEWEST} or more decisions that the model in force has not "
            f"learnt from; there are {len(places):,}.",
            "Accept or correct some more records first.",
        )
    used = decided.take(places)
    labels = np.array([current.tags.index(tag) for tag in used.tags], np.int32)
    features = extract(own.vectors, used.texts, Part(progress, 0.4, 0.6))
    found = fit(own.head.scores(features), labels)
    if not found.helps:
        raise MltagError(
            "The confidence of the model in force suits the decisions already; fitting makes it no better.",
            "Nothing is to be done.",
        )
    model = recalibrated(current, found.factor)
    sure = "less" if found.factor < 1 else "more"
    note = (
        f"Its confidence was fitted to {len(places):,} decisions that the model had not learnt from: it says "
        f"that it is {sure} sure, and answers as before. Left out in turn, the decisions' mean log loss was "
        f"{found.loss_before:.3f} before and {found.loss_after:.3f} after."
    )
    before = as_shelved(current, own.predict_features(features))
    after = as_shelved(model, model.own.predict_features(features))
    learnt = Learnt(model, 0, None, (note,), Unseen(used.rows, used.tags, before, after))
    trained_on = f"{current.manifest.version}, confidence fitted to {len(places):,} decisions"
    related = base.holdout is not None and current.holdout is not None
    return replace(_judged(progress, workspace, current, learnt, related, work_folder), trained_on=trained_on)


def _judged(
    progress: Progress,
    workspace: Workspace,
    current: LinearModel,
    learnt: Learnt,
    related: bool,
    work_folder: Path,
) -> Candidate:
    model = learnt.model
    flips = table_flips_of(Part(progress, 0.6, 0.8), workspace, current.own, model.own)
    judging = Part(progress, 0.8, 0.9)
    if related and model.holdout is not None and len(model.holdout):
        earlier = _earlier(workspace, current)
        report = _judge_on_holdout(judging, model.holdout, earlier, current, learnt, flips)
    else:
        report = _judge_on_decisions(judging, learnt, flips)
    report = replace(report, others=_on_the_table(Part(progress, 0.9, 0.94), workspace, current, learnt))
    report = sliced(Part(progress, 0.94, 0.95), workspace, report)
    checks = data_checks(Part(progress, 0.95, 0.98), workspace, current.own, learnt.in_holdout)
    progress.report(0.98, "saving the candidate")
    folder = _saved(model, work_folder)
    progress.report(1.0, "done")
    return Candidate(model, folder, replace(report, checks=checks), _trained_on(model))


def _whole(workspace: Workspace, model: LinearModel) -> LinearModel:
    """Return a model with its gate: the window keeps it as it answers for the table, without one.

    On the holdout, which is from elsewhere, the gate has its say; without it a model would look worse there.
    """
    version = model.manifest.version
    kept = any(each.version == version and not each.bundled for each in workspace.models())
    return load_bundle(workspace.bundle_path(version)) if kept and model.elsewhere is None else model


def _earlier(workspace: Workspace, current: LinearModel) -> list[LinearModel]:
    """Load the models that were in force before, oldest first; of more than a few the newest."""
    versions = [
        model.version
        for model in workspace.models()
        if not (model.bundled or model.candidate or model.version == current.manifest.version)
    ]
    return [load_bundle(workspace.bundle_path(version)) for version in versions[-_MOST_EARLIER:]]


def _on_the_table(
    progress: Progress, workspace: Workspace, current: LinearModel, learnt: Learnt
) -> tuple[Report, ...]:
    """Judge on the table's audit set, and on the decisions, each left out; apart from each other."""
    reports = []
    audited = workspace.examples(Part(progress, 0.0, 0.3), audit=True)
    audited = in_words_of(audited, workspace.tags, learnt.model.tags)
    if audited.rows:
        answers = [as_shelved(model, model.own.predict(audited.texts)) for model in (current, learnt.model)]
        reports.append(
            judge(
                Part(progress, 0.3, 0.6),
                audited.tags,
                learnt.model.tags,
                answers,
                name="audit set",
                roles=["current", "candidate"],
                notes=[AUDIT_NOTE],
                records=audited.rows,
            )
        )
    unseen = learnt.unseen
    if unseen is not None:
        reports.append(
            judge(
                Part(progress, 0.6, 1.0),
                unseen.truth,
                learnt.model.tags,
                [unseen.before, unseen.after],
                name="decisions",
                roles=["bundled", "candidate"],
                notes=[_CHOSEN],
                records=unseen.rows,
            )
        )
    return tuple(reports)


def _trained_on(model: LinearModel) -> str:
    count = model.manifest.training.examples
    if not count:
        return "bundled + this table, no decision"
    if model.manifest.base is not None and count == 1:
        return "bundled + 1 decision"
    if model.manifest.base is not None:
        return f"bundled + {count:,} decisions"
    return f"{count:,} decision{'' if count == 1 else 's'}"


def _saved(model: LinearModel, work_folder: Path) -> Path:
    try:
        work_folder.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="candidate-", dir=work_folder)) / model.version
    except OSError as error:
        raise MltagError(
            f"The candidate could not be written to {work_folder}: {error.strerror or error}.",
            "Free some space, then train again; no decision is lost.",
        ) from error
    save_bundle(folder, model)
    return folder


def table_flips_of(
    progress: Progress, workspace: Workspace, current: LinearModel, candidate: LinearModel
) -> Flips:
    """Ask both models about every record, in chunks that let the window breathe."""
    gatherer = FlipGatherer()
    count, alike = workspace.count, current.vectors.same_as(candidate.vectors)
    known = known_as(workspace.tags, candidate.tags)
    for start in range(0, count, _CHUNK):
        progress.report(start / count, "looking for rows that flip")
        rows = np.arange(start, min(start + _CHUNK, count), dtype=np.int64)
        texts = workspace.texts(rows)
        features = extract(candidate.vectors, texts)
        before = current.predict_features(features) if alike else current.predict(texts)
        told_of = partial(_told_of, workspace, known, rows)
        gatherer.add(before, candidate.predict_features(features), told_of)
    return gatherer.flips()


def _told_of(
    workspace: Workspace, known: Mapping[str, str], rows: RowArray, places: Sequence[int]
) -> list[Told]:
    """Return the true tags, by the names that the candidate has for them, and what the records are called."""
    told: list[Told] = []
    for record in workspace.records(rows[np.array(places, np.intp)]):
        tag = record.decided or record.known_tag
        told.append((known.get(tag, tag) if tag else None, _called(record, workspace)))
    return told


def _called(record: RecordView, workspace: Workspace) -> str:
    column = workspace.mapping.id
    name = record.cells[column].strip() if column is not None and column < len(record.cells) else ""
    return name or f"{record.row + 1:,}"


def _judge_on_holdout(
    progress: Progress,
    holdout: Snapshot,
    earlier: Sequence[LinearModel],
    current: LinearModel,
    learnt: Learnt,
    flips: Flips,
) -> Report:
    candidate, own = learnt.model, learnt.on_table
    answers: list[Predictions] = []
    judged: list[Classifier] = []
    roles: list[str] = []
    notes = [*_left_out(candidate), *learnt.notes]
    rules = Rules.load(resource("rules.toml"))
    if holdout.rules is not None:
        answers.append(Predictions(rules.version, holdout.tags, holdout.rules))
        judged.append(rules)
        roles.append("rules")
    for model in earlier:
        told = holdout_answers(model, holdout)
        if told is not None:
            answers.append(told)
            judged.append(model)
            roles.append("earlier")
    before = holdout_answers(current, holdout)
    if before is None:
        notes.append("The current model was made for other holdout rows and cannot be judged on these.")
    else:
        answers.append(before)
        judged.append(current)
        roles.append("current")
    answers.append(as_shelved(candidate, candidate.predict_features(holdout.features)))
    judged.append(candidate)
    roles.append("candidate")
    cases = behaviour.load_cases(resource("behaviour.toml"))
    return judge(
        progress,
        [holdout.tags[code] for code in holdout.labels],
        holdout.tags,
        answers,
        name="holdout",
        roles=roles,
        slices=holdout.slices,
        behaviour=[
            behaviour_of(model, cases) if role != "earlier" else None
            for model, role in zip(judged, roles, strict=True)
        ],
        table_flips=flips,
        table_paired=own,
        notes=[*notes, _CHOSEN] if own is not None else notes,
    )


def holdout_answers(model: LinearModel, holdout: Snapshot) -> Predictions | None:
    """The model's answers to the holdout, from its own numbers of the same rows; None when it has others."""
    own = model.holdout
    if own is None or not np.array_equal(own.digests, holdout.digests):
        return None
    return as_shelved(model, model.predict_features(own.features))


def as_shelved(model: LinearModel, answers: Predictions) -> Predictions:
    """Call the answers by the version that the workspace knows, gate or not."""
    return replace(answers, version=model.manifest.version)


def behaviour_of(model: Classifier, cases: Sequence[behaviour.Case]) -> behaviour.BehaviourResult | None:
    """Run the behaviour cases whose tags the model knows; None where it knows none."""
    result = behaviour.run(model, cases)
    return result if result.total else None


def _judge_on_decisions(progress: Progress, learnt: Learnt, flips: Flips) -> Report:
    """Cross-validate the candidate's recipe on its own rows, which is all there is without a holdout."""
    candidate = learnt.model
    rows = candidate.base
    counts = np.bincount(rows.labels, minlength=len(rows.tags))
    folds = min(_FOLDS, int(counts.max(initial=0)))
    enough = int((counts >= 2).sum()) >= 2
    truth: list[str] = []
    probabilities = np.zeros((0, len(rows.tags)), dtype=np.float32)
    notes = [_TOO_FEW]
    if enough:
        recipe, seed = candidate.manifest.recipe, candidate.manifest.training.seed
        part = Part(progress, 0.0, 0.9)
        judged = cross_validate(part, rows, recipe, folds=folds, repeats=1, seed=seed)
        truth = [judged.tags[code] for code in judged.truth]
        probabilities = judged.probabilities[0]
        notes = [f"{_NO_HOLDOUT} The candidate is judged on its own rows, by {folds}-fold cross-validation."]
    return judge(
        Part(progress, 0.9, 1.0),
        truth,
        rows.tags,
        [Predictions(candidate.version, rows.tags, probabilities)],
        name="decisions, cross-validated",
        roles=["candidate"],
        table_flips=flips,
        notes=[*_left_out(candidate), *learnt.notes, *notes],
    )


def _left_out(candidate: LinearModel) -> list[str]:
    count = candidate.manifest.training.left_out
    if not count:
        return []
    rows, have = ("decision", "was") if count == 1 else ("decisions", "were")
    return [f"{count:,} {rows} about holdout rows, or near copies of them, {have} left out of training."]

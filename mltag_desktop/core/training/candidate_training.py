"""Train a candidate on the decisions: an adapted base, a base with more rows, or a new model."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.significance import PairedComparison, compare, is_clearly_better
from mltag_desktop.core.messages import listed, message, message_plural
from mltag_desktop.core.model.extraction import ENCODED, Extra, concatenate, extract
from mltag_desktop.core.model.linear_model import UNLIKE, LinearModel
from mltag_desktop.core.model.recipes import TWIN
from mltag_desktop.core.model.recipes import recipe as recipe_named
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.training_set import LabelledFeatures, text_digests
from mltag_desktop.core.model.types import FloatArray, Predictions
from mltag_desktop.core.progress import MonotonicProgress, Progress, SubProgress, in_steps
from mltag_desktop.core.training.adaptation import (
    Adaptation,
    AdaptationResult,
    RowDecisions,
    adapt,
    adapted_model,
)
from mltag_desktop.core.training.named_training import NamedTraining, train_on_names
from mltag_desktop.core.training.out_of_fold import on_decisions
from mltag_desktop.core.training.recipe_choice import AUTO, train_automatically
from mltag_desktop.core.training.training import (
    CORRECTION_WEIGHT,
    Examples,
    labelled_features,
    train,
    train_out_of_fold,
)
from mltag_desktop.core.training.training_checks import Contradiction, settled, shortages
from mltag_desktop.core.training.twin import LARGE_TABLE, MOST_TEXTS, measure, train_twin
from mltag_desktop.core.workspace.decisions.tag_set import names_in
from mltag_desktop.core.workspace.pending_predictions import KeptEmbeddings
from mltag_desktop.core.workspace.search.table_scan import CORRECTED_WEIGHT
from mltag_desktop.core.workspace.types import DecidedExamples, RowId
from mltag_desktop.core.workspace.workspace import Workspace

MANY_ROWS: Final = 2_000
"""Rows above which the report takes the predictions of the training's own folds. Their calibration is not
cross-validated, but its two factors are fitted to thousands of rows."""
_BATCH: Final = 500


@dataclass(frozen=True)
class OutOfFoldPredictions:
    """Predictions for the decisions by models that were not trained on them."""

    rows: tuple[RowId, ...]
    truth: tuple[str, ...]
    before: Predictions
    """Predictions of the base model."""
    after: Predictions
    """Out-of-fold predictions with the candidate's training method."""
    additional: tuple[tuple[str, ...], ...] = ()
    """The true additional tags of each row; empty where no row has any."""


@dataclass(frozen=True)
class TrainedCandidate:
    """A model trained on the decisions."""

    model: LinearModel
    left_out: int
    """Number of decisions that were excluded because their texts equal, or nearly equal, holdout rows."""
    on_table: PairedComparison | None
    """The training method compared with the base, on out-of-fold predictions of the decisions."""
    notes: tuple[str, ...]
    """Sentences for the curator about the training."""
    unseen: OutOfFoldPredictions | None = None
    in_holdout: tuple[RowId, ...] = ()
    """The records of the excluded decisions."""
    trained_on: tuple[RowId, ...] = ()
    """The record of each training row, if the model was trained on the decisions only."""
    out_of_fold: FloatArray | None = None
    """Probabilities of the training rows out of fold, shape (n, k), if the training gives those to report."""


def train_on_decisions(
    progress: Progress, workspace: Workspace, decided: DecidedExamples, base: LinearModel
) -> TrainedCandidate:
    """Train on the decisions and on `base`; the tags of the workspace must be those of `base`.

    If the table differs from the base's training data, the base is adapted: a second head is trained on the
    decisions and the undecided records, and a gate keeps the base's predictions for other texts. If that does
    not help, or if the table is similar to the training data, the decisions are added to the base's rows.
    """
    progress = MonotonicProgress(progress)  # if adapting does not help, training starts again
    everything = decided
    decided, against = settled(decided)
    rows = labelled_features(_examples(decided), base.vectors, base.tags, SubProgress(progress, 0.02, 0.04))
    kept = _outside_holdout(SubProgress(progress, 0.04, 0.05), rows, base)
    answers, left_out = rows.take(kept).narrowed(len(base.tags)), len(rows) - len(kept)
    if not len(answers):
        raise MltagError(
            message_plural(
                "{n:,} tagged record is a holdout row, or a near copy of one, so it is excluded from "
                "training: models are not evaluated on rows that they were trained on.",
                "All {n:,} tagged records are holdout rows, or near copies of them, so they are excluded "
                "from training: models are not evaluated on rows that they were trained on.",
                left_out,
            ),
            "Accept or correct other records, then train.",
        )
    trained_on = [decided.tags[place] for place in kept.tolist()]
    notes = _training_notes(SubProgress(progress, 0.0, 0.02), workspace, against, trained_on, base)
    places = tuple(decided.rows[place] for place in kept.tolist())
    learnable = set(places)
    held = tuple(row for row in decided.rows if row not in learnable)
    pool = _pool(SubProgress(progress, 0.05, 0.1), workspace, everything, base)
    found = _adapted(SubProgress(progress, 0.1, 0.8), answers, pool, base)
    if found.gate.strangeness >= UNLIKE and found.head is not None:
        progress.report(0.8)  # each report is a chance to cancel
        model = adapted_model(base, found, answers)
        model = _counted(model, left_out)
        progress.report(0.85)
        note = message(
            "This table differs from the base model's training data, so a second head was trained on "
            "the tagged and the undecided records. This head predicts for this table; for other "
            "texts, a gate uses the base model."
        )
        paired = _against(base, answers, found.left_out, model)
        progress.report(0.95)
        unseen = _unseen(base, model, answers, places, found.left_out_probabilities)
        return TrainedCandidate(model, left_out, paired, (note, *notes), unseen, held)
    model = train(
        SubProgress(progress, 0.3, 0.8),
        _examples(decided),
        base.manifest.recipe.within(base.base.features),
        base=base,
    )
    evaluated = on_decisions(SubProgress(progress, 0.8, 1.0), model, base)
    if evaluated is None:
        return TrainedCandidate(model, left_out, None, notes, in_holdout=held)
    unseen = _unseen(base, model, answers, places, evaluated[1])
    return TrainedCandidate(model, left_out, evaluated[0], notes, unseen, held)


def train_without_decisions(
    progress: Progress, workspace: Workspace, base: LinearModel
) -> TrainedCandidate | None:
    """Train a second head on the table's undecided records before the first decision, with a gate to `base`.

    Returns None if the table is similar to the base's training data, or if adapting does not help.
    """
    nothing = DecidedExamples((), (), (), (), ())
    pool = _pool(SubProgress(progress, 0.0, 0.6), workspace, nothing, base)
    answers = pool.take(np.empty(0, np.intp))
    found = _adapted(SubProgress(progress, 0.6, 1.0), answers, pool, base)
    if found.gate.strangeness < UNLIKE or found.head is None:
        return None
    note = message(
        "This table differs from the base model's training data (AUC {strangeness:.2f}). A "
        "second head was trained on the records that the base model is confident about, with the "
        "tags it predicted; none of them has been decided yet. This head predicts for this "
        "table; for other texts, a gate uses the base model.",
        strangeness=found.gate.strangeness,
    )
    return TrainedCandidate(adapted_model(base, found, answers), 0, None, (note,))


def train_from_scratch(
    progress: Progress,
    workspace: Workspace,
    decided: DecidedExamples,
    base: LinearModel,
    recipe: str | None = None,
) -> TrainedCandidate:
    """Train a model on the decisions only, with the static vectors of `base`.

    Without a `recipe`, it is chosen by cross-validation; in a large table, a model that reads the sentence
    encoder is then compared with a fast twin, which a note offers.
    """
    decided, against = settled(decided)
    notes = _training_notes(progress, workspace, against, decided.tags, None)
    examples = _examples(decided)
    out_of_fold: FloatArray | None = None
    if recipe == TWIN.name:
        texts = _undecided_texts(workspace, decided)
        model = train_twin(progress, examples, texts or list(decided.texts), base.vectors)
    elif recipe is None or recipe == AUTO:
        kept, part = KeptEmbeddings(workspace.embeddings), SubProgress(progress, 0.0, 0.6)
        model, choice, out_of_fold = train_automatically(part, examples, base.vectors, read=kept.many)
        named = train_on_names(SubProgress(progress, 0.6, 0.9), workspace, decided, base.vectors)
        if named is not None and not _is_alone_better(model, out_of_fold, named):
            notes = _training_notes(progress, workspace, against, decided.tags, None, with_names=True)
            notes = (*notes, *_named_in_words(named, model))
            return TrainedCandidate(
                named.model, 0, None, notes, trained_on=decided.rows, out_of_fold=named.probabilities
            )
        notes = (*notes, *choice.in_words())
        if choice.recipe.extra & ENCODED and workspace.table.count > LARGE_TABLE:
            texts = _undecided_texts(workspace, decided) or list(decided.texts)
            twin = train_twin(SubProgress(progress, 0.6, 0.9), examples, texts, base.vectors)
            measured = measure(SubProgress(progress, 0.9, 1.0), model, twin, texts)
            notes = (*notes, measured.in_words())
    else:
        model, out_of_fold = train_out_of_fold(
            progress, examples, recipe_named(recipe, (AUTO, TWIN.name)), vectors=base.vectors
        )
    if len(model.base) <= MANY_ROWS:
        out_of_fold = None
    return TrainedCandidate(model, 0, None, notes, trained_on=decided.rows, out_of_fold=out_of_fold)


def _is_alone_better(alone: LinearModel, out_of_fold: FloatArray, named: NamedTraining) -> bool:
    """Return whether a model of the decisions alone clearly predicts more of them.

    The queue asks where the names are unsure, so the decisions show them worse than they are on the table.
    """
    return is_clearly_better(
        out_of_fold.argmax(axis=1) == alone.base.labels,
        named.probabilities.argmax(axis=1) == named.model.base.labels,
    )


def _named_in_words(named: NamedTraining, alone: LinearModel) -> tuple[str, ...]:
    right, right_alone = _right_decisions(named.model), _right_decisions(alone)
    note = message(
        "With so few tagged records, the candidate also learned from {n:,} undecided records, whose tags "
        "were estimated from the tag names and the tagged records. Out of fold, {right:,} of {tagged:,} "
        "tagged records are predicted correctly; from these alone, {alone:,} are.",
        n=named.undecided,
        right=right,
        tagged=named.model.manifest.training.rows,
        alone=right_alone,
    )
    if right_alone <= right:
        return (note,)
    reason = message(
        "A model of the tagged records alone predicts more of them correctly, but the difference may be due "
        "to chance."
    )
    return note, reason


def _right_decisions(model: LinearModel) -> int:
    """Return how many training rows are predicted correctly out of fold."""
    return round(model.manifest.training.accuracy * model.manifest.training.rows)


def _undecided_texts(workspace: Workspace, decided: DecidedExamples) -> list[str]:
    """Return a sample of the texts of undecided records, as many as static vectors are fitted to."""
    free = np.arange(workspace.table.count, dtype=np.int64)
    free = np.setdiff1d(free, np.array(decided.rows, np.int64), assume_unique=True)
    if len(free) > MOST_TEXTS:
        free = np.sort(np.random.default_rng(0).permutation(free)[:MOST_TEXTS])
    return [text for text in workspace.table.texts(free) if text.strip()]


def _training_notes(
    progress: Progress,
    workspace: Workspace,
    against: Sequence[Contradiction],
    trained_on: Sequence[str],
    base: LinearModel | None,
    *,
    with_names: bool = False,
) -> tuple[str, ...]:
    """Return sentences for the curator about the decisions.

    `against` are the contradictory decisions, `trained_on` the tags of the decisions used for training.
    A model that learned from the names of the tags (`with_names`) can predict a tag with few decisions.
    """
    audited = len(workspace.scan.examples(progress, audit=True).rows)
    known = base.tags if base is not None else ()
    wanted = names_in(workspace.tag_set.tags, known)
    notes = []
    if audited:
        notes.append(
            message_plural(
                "{n:,} tagged record of the audit set was not used for training; the audit set measures "
                "the accuracy of models.",
                "{n:,} tagged records of the audit set were not used for training; the audit set "
                "measures the accuracy of models.",
                audited,
            )
        )
    if against:
        rows = listed([f"{row + 1:,}" for row in against[0].rows[:4]], quoted=False)
        notes.append(
            message_plural(
                "{n:,} text occurs with different tags, such as in records {rows}. These records were not "
                "used; settle their tags and train again.",
                "{n:,} texts occur with different tags, such as in records {rows}. These records were not "
                "used; settle their tags and train again.",
                len(against),
                rows=rows,
            )
        )
    for short in () if with_names else shortages(trained_on, wanted, known):
        notes.append(
            message_plural(
                "The tag {tag} has {n} record and needs {missing} more to be predicted reliably.",
                "The tag {tag} has {n} records and needs {missing} more to be predicted reliably.",
                short.have,
                tag=short.tag,
                missing=short.missing,
            )
        )
    return tuple(notes)


def _examples(decided: DecidedExamples) -> Examples:
    scale = CORRECTION_WEIGHT / CORRECTED_WEIGHT
    weights = tuple(scale * weight for weight in decided.weights)
    return Examples(decided.texts, decided.tags, weights, decided.additional_tags)


def _outside_holdout(progress: Progress, rows: LabelledFeatures, base: LinearModel) -> NDArray[np.intp]:
    """Return the indices of the rows that neither equal nor nearly equal a row of the holdout."""
    if base.holdout is None:
        return np.arange(len(rows))
    return np.flatnonzero(~duplicates(rows.features, rows.digests, base.holdout, progress))


def _unseen(
    base: LinearModel,
    model: LinearModel,
    answers: LabelledFeatures,
    rows: tuple[RowId, ...],
    probabilities: FloatArray,
) -> OutOfFoldPredictions | None:
    if not len(probabilities):
        return None
    before = replace(base.predict_features(answers.features), version=base.manifest.version)
    after = Predictions(model.manifest.version, answers.tags, probabilities, model.tag_thresholds)
    truth = tuple(answers.tags[label] for label in answers.labels)
    return OutOfFoldPredictions(rows, truth, before, after, answers.additional_tag_names())


def _pool(
    progress: Progress, workspace: Workspace, decided: DecidedExamples, base: LinearModel
) -> LabelledFeatures:
    """Return a sample of the undecided records, without the audit set and the holdout."""
    evaluated = list(workspace.scan.examples(SubProgress(progress, 0.0, 0.1), audit=True).texts)
    free = np.arange(workspace.table.count, dtype=np.int64)
    free = np.setdiff1d(free, np.array(decided.rows, np.int64), assume_unique=True)
    most = Adaptation().most_rows
    if len(free) > most:
        free = np.random.default_rng(0).permutation(free)[: 2 * most]  # 5% are in the audit set
    audited = workspace.table.audited(free)
    evaluated += workspace.table.texts(free[audited])
    free = np.sort(free[~audited][:most])
    parts, texts = [], []
    for step in in_steps(SubProgress(progress, 0.1, 0.6), len(free), _BATCH, "reading the table"):
        batch = workspace.table.texts(free[step])
        parts.append(extract(base.vectors, batch, extra=Extra.TOKEN_SHAPES))
        texts += batch
    features = concatenate(parts) if parts else extract(base.vectors, [])
    labels, weights = np.zeros(len(texts), np.int32), np.ones(len(texts), np.float32)
    rows = LabelledFeatures(
        base.tags, labels, weights, features, text_digests(texts, SubProgress(progress, 0.6, 0.8))
    )
    outside = _outside_holdout(SubProgress(progress, 0.8, 1.0), rows, base)
    # also excludes undecided records with the same words as an evaluated record
    return rows.take(outside[~np.isin(rows.digests[outside], text_digests(evaluated))])


def _adapted(
    progress: Progress, answers: LabelledFeatures, pool: LabelledFeatures, base: LinearModel
) -> AdaptationResult:
    rows = concatenate([answers.features, pool.features])
    tags = [answers.tags[label] for label in answers.labels]
    additional_tags = answers.additional_tag_names()
    decisions = RowDecisions(np.arange(len(answers)), tags, additional_tags, answers.digests)
    return adapt(base, rows, decisions, Adaptation(scale_pseudo_labels=True), progress=progress)


def _against(
    base: LinearModel, answers: LabelledFeatures, left_out: np.ndarray, model: LinearModel
) -> PairedComparison | None:
    if not len(left_out):
        return None
    before = base.predict_features(answers.features).with_tags(model.tags).best
    return compare(answers.labels, before, left_out, names=(base.version, model.manifest.version))


def _counted(model: LinearModel, left_out: int) -> LinearModel:
    training = replace(model.manifest.training, left_out=left_out)
    return replace(model, manifest=replace(model.manifest, training=training))

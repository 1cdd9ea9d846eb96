"""Checks before training: tag shortages, contradictions, leaks and doubtful decisions.

Doubtful decisions are found by confident learning (`likelier_tags`). Only those are reported without which
the other decisions are predicted better.

A model of a few decisions for each tag is too often sure and wrong. While tags are also learned from their
names, the probabilities are those of the model that knows the names, and it has to be sure.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.training_set import LabelledFeatures, text_digests
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.training.named_training import ENOUGH, is_for_names, train_on_names
from mltag_desktop.core.training.out_of_fold import LEAST, builds_on, out_of_fold
from mltag_desktop.core.training.training import Examples, labelled_features
from mltag_desktop.core.workspace.decisions.tag_set import in_words_of, names_in
from mltag_desktop.core.workspace.import_findings import (
    UnevenShare,
    dominant_tag,
    sampled_columns,
    uneven_shares,
)
from mltag_desktop.core.workspace.models.prediction_store import likelier_tags
from mltag_desktop.core.workspace.types import DecidedExamples, RowId
from mltag_desktop.core.workspace.workspace import Workspace

FEWEST: Final = 5
"""Smallest number of decisions from which a tag unknown to the base model can be learned."""
_TRIES: Final = 3
_DECIDED: Final = "decided"
_TINY: Final = 1e-6
_SURE: Final = 0.8
"""Least probability of the likelier tag by the model that knows the names of the tags."""
_MOST_UNDECIDED: Final = 500
"""Undecided records that the model learns from; a training takes more, which takes longer."""
_MOST_CHECKED: Final = 3_000
"""Maximum number of decisions that are searched for doubtful ones; a random sample of more."""


@dataclass(frozen=True)
class Contradiction:
    """Equal texts with different decisions."""

    rows: tuple[int, ...]
    tags: tuple[str, ...]
    """The tag of each of `rows`."""


def contradictions(
    digests: Sequence[bytes], tags: Sequence[str], rows: Sequence[int]
) -> tuple[Contradiction, ...]:
    """Return the groups of equal texts, by digest, whose decisions differ."""
    groups: dict[bytes, list[int]] = defaultdict(list)
    for place, digest in enumerate(digests):
        groups[digest].append(place)
    return tuple(
        Contradiction(tuple(rows[place] for place in places), tuple(tags[place] for place in places))
        for places in groups.values()
        if len({tags[place] for place in places}) > 1
    )


def contradictions_of(decided: DecidedExamples, progress: Progress = SILENT) -> tuple[Contradiction, ...]:
    """Return the decisions with different tags on texts with the same words.

    Case, accents and punctuation are ignored; texts without words must be identical.
    """
    wordless = text_digests([""])[0]
    words = text_digests(decided.texts, progress)
    keys = [
        own if word == wordless else word.tobytes() for word, own in zip(words, decided.digests, strict=True)
    ]
    return contradictions(keys, decided.tags, decided.rows)


def consistent(decided: DecidedExamples, against: Sequence[Contradiction]) -> DecidedExamples:
    """Return `decided` without the records of `against`."""
    if not against:
        return decided
    disputed = {row for one in against for row in one.rows}
    return decided.take(place for place, row in enumerate(decided.rows) if row not in disputed)


def settled(decided: DecidedExamples) -> tuple[DecidedExamples, tuple[Contradiction, ...]]:
    """Return `decided` without contradictory decisions, and these; raises `MltagError` if nothing is left."""
    against = contradictions_of(decided)
    rest = consistent(decided, against)
    if not rest.texts:
        raise MltagError(
            "All tagged records contradict each other: equal texts have different tags.",
            "Settle some of them, or decide on other records.",
        )
    return rest, against


@dataclass(frozen=True)
class Shortage:
    """A tag with fewer examples than it needs."""

    tag: str
    have: int
    need: int
    rows: tuple[RowId, ...] = ()
    """The decided records with the tag."""

    @property
    def missing(self) -> int:
        """The number of examples that are still needed."""
        return self.need - self.have


@dataclass(frozen=True)
class DoubtfulDecision:
    """A decision that a model trained on the other decisions contradicts."""

    row: int
    decided: str
    likelier: str
    confidence: float
    """Out-of-fold probability of the likelier tag."""


def shortages(tags: Sequence[str], wanted: Sequence[str], known: Sequence[str]) -> tuple[Shortage, ...]:
    """Return the tags in `wanted` that the base does not know and that have too few decisions."""
    counts = Counter(tags)
    new = [tag for tag in dict.fromkeys(wanted) if tag not in set(known)]
    return tuple(Shortage(tag, counts[tag], FEWEST) for tag in new if counts[tag] < FEWEST)


def doubtful(
    probabilities: FloatArray, labels: IntArray, tags: Sequence[str], rows: Sequence[int]
) -> tuple[DoubtfulDecision, ...]:
    """Return the doubtful decisions, those most likely to be wrong first.

    `probabilities`, shape (n, k), are out of fold; `labels`, shape (n,), are the decisions; `rows` are their
    row numbers in the table.
    """
    other = likelier_tags(probabilities, labels)
    doubted = np.flatnonzero(other >= 0)
    order = doubted[np.argsort(-probabilities[doubted, other[doubted]], kind="stable")]
    return tuple(
        DoubtfulDecision(int(rows[i]), tags[labels[i]], tags[other[i]], float(probabilities[i, other[i]]))
        for i in order
    )


def harmful(
    probabilities: FloatArray,
    labels: IntArray,
    doubted: Sequence[int],
    predict_without: Callable[[Sequence[int]], FloatArray],
) -> int:
    """Return how many of the most doubtful decisions make the predictions of the other decisions worse.

    `probabilities`, shape (n, k), are out of fold; `doubted` are indices of decisions, the most doubtful
    first. `predict_without` predicts all decisions without training on some. All doubted decisions, the most
    doubtful half or a quarter of them are left out; the largest number counts that raises the mean logarithm
    of the probability of the decided tag on the decisions that are not doubted. Too few of these decide
    nothing.
    """
    others = np.setdiff1d(np.flatnonzero(probabilities.sum(axis=1) > 0), doubted)
    if not doubted or len(others) < LEAST:
        return len(doubted)

    def score(found: FloatArray) -> float:
        return float(np.log(np.maximum(found[others, labels[others]], _TINY)).mean())

    before = score(probabilities)
    count = len(doubted)
    for _ in range(_TRIES):
        if count and score(predict_without(doubted[:count])) > before:
            return count
        count //= 2
    return 0


def doubtful_decisions(
    progress: Progress,
    answers: LabelledFeatures,
    rows: Sequence[int],
    base: LinearModel | None,
    scale: FloatArray,
) -> tuple[DoubtfulDecision, ...]:
    """Return the doubtful decisions without which the others are predicted better, the most doubtful first.

    `rows` are the row numbers of the decisions `answers` in the table; `base` and `scale` are as in
    `out_of_fold`. Fewer than `LEAST` decisions are not searched.
    """
    if len(answers) < LEAST:
        return ()
    probabilities = out_of_fold(progress, answers, base, scale)
    seen = np.flatnonzero(probabilities.sum(axis=1) > 0).tolist()
    found = doubtful(probabilities[seen], answers.labels[seen], answers.tags, [rows[place] for place in seen])
    place_of = {row: place for place, row in enumerate(rows)}
    count = harmful(
        probabilities,
        answers.labels,
        [place_of[one.row] for one in found],
        lambda left: out_of_fold(progress, answers, base, scale, without=left),
    )
    return found[:count]


def doubtful_with_names(
    progress: Progress, workspace: Workspace, decided: DecidedExamples, base: LinearModel
) -> tuple[DoubtfulDecision, ...]:
    """Return the decisions whose texts certainly fit another tag by the other decisions and the tag names.

    Empty with too few undecided records for `train_on_names`.
    """
    trained = train_on_names(progress, workspace, decided, base.vectors, _MOST_UNDECIDED)
    if trained is None:
        return ()
    rows = trained.model.base
    found = doubtful(trained.probabilities, rows.labels, rows.tags, decided.rows)
    return tuple(one for one in found if one.confidence >= _SURE)


@dataclass(frozen=True)
class TrainingChecks:
    """Findings of the checks before training."""

    shortages: tuple[Shortage, ...]
    """Tags unknown to the base with too few decisions; without a base, all tags with too few."""
    without: tuple[str, ...]
    """Tags of the tag set without decisions."""
    contradictions: tuple[Contradiction, ...]
    """Decisions with different tags on equal texts; excluded from training."""
    in_holdout: tuple[RowId, ...]
    """Decided records that equal, or nearly equal, evaluation rows; excluded from training."""
    in_audit: tuple[RowId, ...]
    """Decided records of the audit set; excluded from training."""
    doubts: tuple[DoubtfulDecision, ...]
    dominant: tuple[str, float] | None = None
    """The tag of most decisions, and its share."""
    of_dominant: tuple[RowId, ...] = ()
    """The decided records with that tag."""
    uneven: tuple[UnevenShare, ...] = ()
    """Tags of the decisions that depend on another column, such as the source or the date."""
    one_sided: tuple[UnevenShare, ...] = ()
    """Values of a column that are much more frequent among the decisions than among the other records."""
    near_audit: tuple[RowId, ...] = ()
    """Decided records that nearly equal a record of the audit set, and are trained on."""
    with_names: bool = False
    """Whether the training also learns tags without decisions, from their names."""

    @property
    def is_clear(self) -> bool:
        """Whether there are no findings; exclusions are not findings."""
        findings = (self.shortages, self.without, self.contradictions, self.doubts, self.dominant)
        return not any((*findings, self.uneven, self.one_sided, self.near_audit))


def check_training(
    progress: Progress, workspace: Workspace, base: LinearModel, *, alone: bool = False
) -> TrainingChecks:
    """Check the decisions that a training would use; with `alone`, without the base's rows."""
    examples = workspace.scan.examples(SubProgress(progress, 0.0, 0.1))
    against = contradictions_of(examples, SubProgress(progress, 0.1, 0.15))
    decided = in_words_of(consistent(examples, against), workspace.tag_set.tags, base.tags)
    wanted = names_in(workspace.tag_set.tags, base.tags)
    now = dict(zip(wanted, (tag.name for tag in workspace.tag_set.tags), strict=True))
    related = not alone and builds_on(base.tags, workspace.tag_set.tags, decided.tags)
    rows = labelled_features(
        Examples(decided.texts, decided.tags, decided.weights, decided.additional_tags),
        base.vectors,
        base.tags if related else (),
        SubProgress(progress, 0.15, 0.2),
    )
    held = np.zeros(len(rows), np.bool_)
    if related and base.holdout is not None:
        progress.report(0.2, "looking for holdout rows")
        held = duplicates(rows.features, rows.digests, base.holdout, SubProgress(progress, 0.2, 0.3))
    kept = np.flatnonzero(~held)
    if len(kept) > _MOST_CHECKED:
        kept = np.sort(np.random.default_rng(0).permutation(kept)[:_MOST_CHECKED])
    part = SubProgress(progress, 0.3, 1.0)
    found: tuple[DoubtfulDecision, ...] = ()
    if with_names := not related and is_for_names(workspace, decided):
        found = doubtful_with_names(part, workspace, decided, base)
    elif related or len(rows) >= ENOUGH * len(wanted):
        found = doubtful_decisions(
            part,
            rows.take(kept),
            [decided.rows[place] for place in kept.tolist()],
            base if related else None,
            base.head.scale,
        )
    audited = workspace.scan.examples(SubProgress(progress, 1.0, 1.0), audit=True)
    near = np.zeros(len(rows), np.bool_)
    if audited.rows and len(rows):
        of_audit = labelled_features(Examples(audited.texts, audited.tags), base.vectors)
        near = duplicates(rows.features, rows.digests, of_audit) & ~held
    uneven, one_sided = _sampling(workspace, decided.rows, decided.tags)
    known = base.tags if related else ()
    left = np.flatnonzero(~held).tolist()
    used = [decided.tags[place] for place in left]

    def rows_of(tag: str) -> tuple[RowId, ...]:
        return tuple(decided.rows[place] for place in left if decided.tags[place] == tag)

    most = dominant_tag(used)
    short = [each for each in shortages(used, wanted, known) if each.have]
    return TrainingChecks(
        shortages=tuple(replace(each, tag=now[each.tag], rows=rows_of(each.tag)) for each in short),
        without=tuple(now[tag] for tag in wanted if tag not in set(used) and tag not in known),
        contradictions=against,
        in_holdout=tuple(decided.rows[place] for place in np.flatnonzero(held).tolist()),
        in_audit=audited.rows,
        doubts=tuple(
            replace(
                one, decided=now.get(one.decided, one.decided), likelier=now.get(one.likelier, one.likelier)
            )
            for one in found
        ),
        dominant=None if most is None else (now.get(most[0], most[0]), most[1]),
        of_dominant=() if most is None else rows_of(most[0]),
        uneven=tuple(replace(share, tag=now.get(share.tag, share.tag)) for share in uneven),
        one_sided=one_sided,
        near_audit=tuple(decided.rows[place] for place in np.flatnonzero(near).tolist()),
        with_names=with_names,
    )


def _sampling(
    workspace: Workspace, rows: Sequence[RowId], tags: Sequence[str]
) -> tuple[tuple[UnevenShare, ...], tuple[UnevenShare, ...]]:
    """Return the uneven tags of the decisions, and the values that are more frequent among decisions."""
    cells = sampled_columns(SILENT, workspace) if rows else {}
    columns = {name: [values[row] for row in rows] for name, values in cells.items()}
    uneven = tuple(
        replace(share, rows=tuple(rows[place] for place in share.rows))
        for share in uneven_shares(tags, columns)
    )
    here = np.flatnonzero(~workspace.states().gone).tolist()
    decided = set(rows)
    sides = [_DECIDED if row in decided else "" for row in here]
    of_table = {name: [values[row] for row in here] for name, values in cells.items()}
    one_sided = tuple(
        replace(share, rows=tuple(here[place] for place in share.rows))
        for share in uneven_shares(sides, of_table, only=_DECIDED)
    )
    return uneven, one_sided

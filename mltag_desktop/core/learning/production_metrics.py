"""How a model does in use, from the journal: the queue's answers, and apart from them the audit set.

Two sources are kept separate: decisions on questions of the queue, which are biased towards hard records, and
the audit set, a random sample that represents the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.metrics import wilson
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.records.audit_set import in_audit
from mltag_desktop.core.workspace.types import BESIDE, DECIDED, JUDGING, JournalEntry, RowId, States
from mltag_desktop.core.workspace.views.filtering import present
from mltag_desktop.core.workspace.views.threshold_fallback import review_of
from mltag_desktop.core.workspace.workspace import Workspace

BANDS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
_FEWEST: Final = 20
"""Smallest number of reviewed answers from which a threshold is derived."""
MOST_WRONG: Final = 0.03
"""Share of the unseen answers that may be wrong, unless the curator says otherwise."""
_ENOUGH: Final = 20


@dataclass(frozen=True)
class JudgedPredictions:
    """Predictions of one model version that a person has reviewed; all of shape (n,)."""

    predicted: NDArray[np.int64]
    """Code of the predicted tag."""
    right: NDArray[np.bool_]
    confidence: FloatArray


@dataclass(frozen=True)
class AcceptanceRate:
    """The share of right answers in a group."""

    name: str
    rows: int
    right: int
    interval: tuple[float, float]
    """95% Wilson interval."""

    @property
    def share(self) -> float:
        """Share of the rows that were right; 0 without rows."""
        return self.right / self.rows if self.rows else 0.0


@dataclass(frozen=True)
class ThresholdCost:
    """The review threshold of a tag, its error rate and the remaining review work."""

    tag: str
    confidence: float | None
    """None when too few answers are reviewed or no threshold is good enough: all answers are reviewed."""
    wrong: float
    """Error rate of the reviewed answers at or above the threshold."""
    interval: tuple[float, float]
    """95% Wilson interval of the error rate."""
    judged: int
    """Number of reviewed answers at or above the threshold."""
    to_review: int
    """Number of records of the table below the threshold."""


def rate(name: str, right: NDArray[np.bool_]) -> AcceptanceRate:
    """Return the share of right answers in a group."""
    hits = int(right.sum())
    return AcceptanceRate(name, len(right), hits, wilson(hits, len(right)))


def by_tag(judged: JudgedPredictions, tags: Sequence[str]) -> tuple[AcceptanceRate, ...]:
    """Return the acceptance of each predicted tag."""
    return tuple(rate(tag, judged.right[judged.predicted == code]) for code, tag in enumerate(tags))


def by_band(judged: JudgedPredictions) -> tuple[AcceptanceRate, ...]:
    """Return the acceptance in each confidence band."""
    place = np.clip(np.searchsorted(BANDS, judged.confidence, side="right") - 1, 0, len(BANDS) - 2)
    return tuple(
        rate(f"{low:.2f}–{high:.2f}", judged.right[place == band])
        for band, (low, high) in enumerate(pairwise(BANDS))
    )


def thresholds(
    judged: JudgedPredictions,
    tags: Sequence[str],
    table_predicted: NDArray[np.int64],
    table_confidence: FloatArray,
    most_wrong: float,
) -> tuple[ThresholdCost, ...]:
    """Return, per tag, the lowest threshold with an error rate of at most `most_wrong`.

    `table_predicted` and `table_confidence` are the predictions for the undecided records, from which the
    remaining review work is counted.
    """
    limits = []
    for code, tag in enumerate(tags):
        predicted, undecided = judged.predicted == code, table_predicted == code
        confidence = _least(judged.confidence[predicted], judged.right[predicted], most_wrong)
        above = predicted & (judged.confidence >= (np.inf if confidence is None else confidence))
        wrong, rows = int((~judged.right[above]).sum()), int(above.sum())
        below = table_confidence[undecided] < (np.inf if confidence is None else confidence)
        share = wrong / rows if rows else 0.0
        limits.append(ThresholdCost(tag, confidence, share, wilson(wrong, rows), rows, int(below.sum())))
    return tuple(limits)


def costs_of_limits(
    judged: JudgedPredictions,
    tags: Sequence[str],
    limits: Sequence[float],
    table_predicted: NDArray[np.int64],
    table_confidence: FloatArray,
) -> tuple[tuple[ThresholdCost, ...], ThresholdCost]:
    """Return error rate and review work under the thresholds `limits`, for each tag and for all tags."""
    bounds = np.array(limits, np.float32)
    above = judged.confidence >= bounds[judged.predicted]
    below = table_confidence < bounds[table_predicted]

    def cost(name: str, limit: float | None, rows: NDArray[np.bool_], waiting: int) -> ThresholdCost:
        wrong, count = int((~judged.right[rows]).sum()), int(rows.sum())
        return ThresholdCost(
            name, limit, wrong / count if count else 0.0, wilson(wrong, count), count, waiting
        )

    costs = tuple(
        cost(tag, limit, above & (judged.predicted == code), int((below & (table_predicted == code)).sum()))
        for code, (tag, limit) in enumerate(zip(tags, limits, strict=True))
    )
    return costs, cost("", None, above, int(below.sum()))


def _least(confidence: FloatArray, right: NDArray[np.bool_], most_wrong: float) -> float | None:
    if len(confidence) < _FEWEST:
        return None
    order = np.argsort(-confidence, kind="stable")
    wrong = np.cumsum(~right[order]) / np.arange(1, len(order) + 1)
    ends = np.append(np.diff(confidence[order]) < 0, True)  # rows of equal confidence are not separable
    enough = np.flatnonzero((wrong <= most_wrong) & ends)
    return float(confidence[order[enough[-1]]]) if len(enough) else None


@dataclass(frozen=True)
class Acceptance:
    """How often decisions agreed with what the model said, in all and in parts."""

    whole: AcceptanceRate
    tags: tuple[AcceptanceRate, ...]
    bands: tuple[AcceptanceRate, ...]
    days: tuple[AcceptanceRate, ...]
    """By day (UTC), oldest first."""


@dataclass(frozen=True)
class ProductionMetrics:
    """What is known of one model version in use."""

    version: str
    versions: tuple[str, ...]
    """All versions whose answers were judged, the newest judgement last."""
    queue: Acceptance
    """From decisions outside the audit set, which were mostly asked where the model is unsure: biased."""
    audit: Acceptance
    """From the audit set, drawn by lot: it speaks for the whole table. Of the version in force, all of that
    set counts, also what was decided before: no model has learnt from it."""
    undecided: int
    thresholds: tuple[ThresholdCost, ...]
    """For each tag; measured on the audit set where that is large enough, else on all decisions."""
    overall: ThresholdCost
    """The same for all tags together."""
    from_audit: bool
    most_wrong: float
    limits: tuple[ThresholdCost, ...]
    """For each tag, the threshold in force and what it costs."""
    as_set: ThresholdCost
    """The same for all tags together; it has no confidence of its own."""


@dataclass(frozen=True)
class _Answer:
    row: RowId
    tag: str
    predicted: str
    confidence: float
    version: str
    day: str


def production_metrics(
    progress: Progress,
    workspace: Workspace,
    version: str | None = None,
    most_wrong: float = MOST_WRONG,
    below: ReviewThresholds | None = None,
) -> ProductionMetrics:
    """Judge a model version, by default the one in force, by the decisions on its answers.

    `below` are the review thresholds in force, by default the workspace's.
    """
    below = review_of(workspace) if below is None else below
    progress.report(0.0, "reading the journal")
    answers = _answers(workspace.journal.entries())
    versions = tuple(dict.fromkeys(answer.version for answer in answers))
    in_force = workspace.models.current or ""
    version = version or in_force or (versions[-1] if versions else "")
    mine = [answer for answer in answers if answer.version == version]
    states = workspace.states()
    if version == in_force:
        mine = _with_audit(workspace, states, mine, version)
    tags = tuple(
        dict.fromkeys([*(tag.name for tag in workspace.tag_set.tags), *(one.predicted for one in mine)])
    )
    progress.report(0.5, "counting")
    rows = [answer.row for answer in mine]
    drawn = in_audit(workspace.table.digests(rows)) if rows else np.zeros(0, np.bool_)
    audited = [answer for answer, is_in in zip(mine, drawn, strict=True) if is_in]
    asked = [answer for answer, is_in in zip(mine, drawn, strict=True) if not is_in]
    open_ = states.waiting() & present(states) & (states.predicted >= 0)
    names = np.array([tags.index(name) if name in tags else -1 for name in states.tag_names], np.int64)
    predicted = names[states.predicted[open_]] if len(names) else np.zeros(0, np.int64)
    confidence = states.confidence[open_]
    from_audit = len(audited) >= _ENOUGH
    judged = _judged(audited if from_audit else mine, tags)
    all_judged = JudgedPredictions(np.zeros(len(judged.right), np.int64), judged.right, judged.confidence)
    all_open = np.zeros(len(predicted), np.int64)
    kept = below.kept_among(np.flatnonzero(open_))
    waiting = np.where(kept, np.float32(-1), confidence)  # whatever the confidence, they are to review
    limits, as_they_are = costs_of_limits(judged, tags, [below.of(tag) for tag in tags], predicted, waiting)
    return ProductionMetrics(
        version=version,
        versions=versions,
        queue=_acceptance(asked, tags),
        audit=_acceptance(audited, tags),
        undecided=int(open_.sum()),
        thresholds=thresholds(judged, tags, predicted, confidence, most_wrong),
        overall=thresholds(all_judged, (message("all tags"),), all_open, confidence, most_wrong)[0],
        from_audit=from_audit,
        most_wrong=most_wrong,
        limits=limits,
        as_set=as_they_are,
    )


def undecided_below(
    workspace: Workspace, limits: ReviewThresholds, tag: str | None = None
) -> tuple[RowId, ...]:
    """Return the undecided records that thresholds leave to a person, of one tag or all, least sure first."""
    states = workspace.states()
    open_ = states.waiting() & present(states) & (states.predicted >= 0)
    if tag is not None:
        open_ &= states.predicted == (states.tag_names.index(tag) if tag in states.tag_names else -2)
    rows = np.flatnonzero(open_ & limits.asks(states))
    return tuple(rows[np.argsort(states.confidence[rows], kind="stable")].tolist())


def wrong_rows(workspace: Workspace, tag: str | None = None) -> tuple[RowId, ...]:
    """Return the decided records that the model in force answers otherwise; of a predicted tag, or of all."""
    states = workspace.states()
    decided = np.isin(states.status, [int(status) for status in DECIDED])
    wrong = decided & (states.predicted >= 0) & (states.predicted != states.decided)
    if tag is not None and tag in states.tag_names:
        wrong &= states.predicted == states.tag_names.index(tag)
    return tuple(np.flatnonzero(wrong).tolist())


def _answers(entries: Sequence[JournalEntry]) -> list[_Answer]:
    """Take the decision in force for each record, where it was about an answer of a model."""
    latest: dict[RowId, _Answer] = {}
    for entry in entries:
        if entry.record is None or entry.undone or entry.kind in BESIDE:
            continue
        latest.pop(entry.record, None)
        if entry.kind not in JUDGING or entry.tag is None:
            continue
        if entry.predicted_tag is None or entry.confidence is None or entry.model_version is None:
            continue
        latest[entry.record] = _Answer(
            entry.record,
            entry.tag,
            entry.predicted_tag,
            entry.confidence,
            entry.model_version,
            entry.time[:10],
        )
    return list(latest.values())


def _with_audit(
    workspace: Workspace, states: States, answers: Sequence[_Answer], version: str
) -> list[_Answer]:
    """Judge what the version in force says now of the decided audit set, in place of what was shown then."""
    decided = np.isin(states.status, [int(status) for status in DECIDED])
    rows = np.flatnonzero(decided & (states.predicted >= 0) & ~states.stale)
    drawn = rows[in_audit(workspace.table.digests(rows))] if len(rows) else rows
    days = {
        entry.record: entry.time[:10]
        for entry in workspace.journal.entries()
        if entry.kind in JUDGING and not entry.undone
    }
    names = states.tag_names
    told = [
        _Answer(
            row,
            names[states.decided[row]],
            names[states.predicted[row]],
            float(states.confidence[row]),
            version,
            days.get(row, ""),
        )
        for row in drawn.tolist()
    ]
    seen = set(drawn.tolist())
    return [*(answer for answer in answers if answer.row not in seen), *told]


def _judged(answers: Sequence[_Answer], tags: Sequence[str]) -> JudgedPredictions:
    place = {tag: code for code, tag in enumerate(tags)}
    right: NDArray[np.bool_] = np.array([one.tag == one.predicted for one in answers], np.bool_)
    return JudgedPredictions(
        np.array([place[one.predicted] for one in answers], np.int64),
        right,
        np.array([one.confidence for one in answers], np.float32),
    )


def _acceptance(answers: Sequence[_Answer], tags: Sequence[str]) -> Acceptance:
    judged = _judged(answers, tags)
    days = [answer.day for answer in answers]
    return Acceptance(
        rate("all", judged.right),
        by_tag(judged, tags),
        by_band(judged),
        tuple(
            rate(day, judged.right[[place for place, own in enumerate(days) if own == day]])
            for day in sorted(set(days))
        ),
    )

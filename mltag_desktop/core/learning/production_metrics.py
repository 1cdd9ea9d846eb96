"""Production metrics of a model, computed from the journal.

Decisions on the audit set, a random sample that represents the table, are kept apart from the others:
questions of the queue, checks of a certification, and records that a curator chose.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.metrics import weighted_share, wilson
from mltag_desktop.core.learning.named_records import are_unknown
from mltag_desktop.core.learning.workspace_models import active_tags
from mltag_desktop.core.model.types import shown_version
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.certificates import Certificate, certification_state
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.decisions.threshold_fallback import review_of
from mltag_desktop.core.workspace.records.served_answers import is_prepared, served_answers
from mltag_desktop.core.workspace.search.filtering import needs_review
from mltag_desktop.core.workspace.types import ANNOTATING, DECIDED, JUDGING, JournalEntry, RowId, States
from mltag_desktop.core.workspace.workspace import Workspace

BANDS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True)
class AcceptanceRate:
    """The share of right answers in a group."""

    name: str
    rows: int
    right: int
    interval: tuple[float, float]
    """95% Wilson interval."""
    weighted: float | None = None
    """The share of right rows if they have weights; None if all count the same."""

    @property
    def share(self) -> float:
        """Share of the rows that were right; 0 without rows."""
        if self.weighted is not None:
            return self.weighted
        return self.right / self.rows if self.rows else 0.0


@dataclass(frozen=True)
class ThresholdEffort:
    """The review threshold of a tag and the remaining review work."""

    tag: str
    """Empty for all tags together."""
    confidence: float | None
    """None for all tags together, which may have several thresholds."""
    to_review: int
    """Number of records to review, as `needs_review` counts them; of a tag, those predicted with it."""


def rate(name: str, right: NDArray[np.bool_], weights: NDArray[np.float64] | None = None) -> AcceptanceRate:
    """Return the share of right answers in a group, weighted if there are weights (see `weighted_share`)."""
    hits = int(right.sum())
    if weights is None or not len(right):
        return AcceptanceRate(name, len(right), hits, wilson(hits, len(right)))
    share, effective = weighted_share(right, weights)
    return AcceptanceRate(name, len(right), hits, wilson(share * effective, effective), share)


def with_efforts_of(
    found: "ProductionMetrics", states: States, below: ReviewThresholds
) -> "ProductionMetrics":
    """Return `found` with the review work of these states, which may have live predictions."""
    limits, as_set = _efforts([limit.tag for limit in found.limits], states, below)
    return replace(found, undecided=_undecided(states), limits=limits, as_set=as_set)


def _efforts(
    tags: Sequence[str], states: States, below: ReviewThresholds
) -> tuple[tuple[ThresholdEffort, ...], ThresholdEffort]:
    """Return the review work under the thresholds, for each predicted tag and for all records."""
    asked = needs_review(states, below)
    predicted = states.predicted[asked]
    counts = np.bincount(predicted[predicted >= 0], minlength=len(states.tag_names)).tolist()
    of = dict(zip(states.tag_names, counts, strict=True))
    found = tuple(ThresholdEffort(tag, below.of(tag), of.get(tag, 0)) for tag in tags)
    return found, ThresholdEffort("", None, int(asked.sum()))


def _undecided(states: States) -> int:
    return int((states.waiting() & ~states.gone).sum())


@dataclass(frozen=True)
class Acceptance:
    """Agreement of decisions with predictions, in total and by group."""

    whole: AcceptanceRate
    tags: tuple[AcceptanceRate, ...]
    bands: tuple[AcceptanceRate, ...]
    days: tuple[AcceptanceRate, ...]
    """By day (UTC), oldest first."""


@dataclass(frozen=True)
class ProductionMetrics:
    """Production metrics of one model version."""

    version: str
    """Empty where no model knows the tags and nothing was predicted."""
    versions: tuple[str, ...]
    """All versions with reviewed predictions, the most recently reviewed last."""
    queue: Acceptance
    """Decisions outside the audit set; biased, because they were not drawn at random from the whole table."""
    audit: Acceptance
    """Decisions on the audit set, a random sample that represents the table. For the active model, all
    decided records of the set count, even those decided before: no model was trained on them.
    """
    undecided: int
    """Number of records that nobody decided, skipped, or marked as unsure or off topic."""
    limits: tuple[ThresholdEffort, ...]
    """By tag, the current review threshold and its work."""
    as_set: ThresholdEffort
    """The work under the current thresholds for all tags together."""
    certificate: Certificate | None
    """The certificate if it holds for the current thresholds: no threshold is below its cut."""
    from_service: bool = False
    """Whether the records are answers of a service, sent to review: `audit` then has the texts that were
    drawn at random among all that it answered, and `queue` those that were sent for another reason.
    """


@dataclass(frozen=True)
class ReviewedPrediction:
    """A decision on a record, and what was predicted for it at that time."""

    row: RowId
    tag: str
    predicted: str
    confidence: float
    version: str
    day: str
    probability: float = 0.0
    """The probability with which a text of a service was drawn; 0 if it was sent for another reason."""


def production_metrics(
    progress: Progress,
    workspace: Workspace,
    version: str | None = None,
    below: ReviewThresholds | None = None,
) -> ProductionMetrics:
    """Compute the metrics of a model version, by default the active model.

    `below` are the review thresholds to evaluate, by default the workspace's.
    """
    below = review_of(workspace) if below is None else below
    progress.report(0.0, "reading the journal")
    answers = reviewed_predictions(workspace.journal.entries())
    states = workspace.states()
    from_service = is_prepared(workspace.table)
    if from_service:
        answers = _with_served(workspace, states, answers)
    versions = tuple(dict.fromkeys(answer.version for answer in answers))
    active = workspace.models.active or ""
    if version is None:
        is_known = active and not are_unknown(workspace, active_tags(workspace))
        version = active if is_known else versions[-1] if versions else ""
    mine = [answer for answer in answers if answer.version == version]
    if version == active and not from_service:
        mine = _with_audit(workspace, states, mine, version)
    tags = tuple(
        dict.fromkeys([*(tag.name for tag in workspace.tag_set.tags), *(one.predicted for one in mine)])
    )
    progress.report(0.5, "counting")
    rows = [answer.row for answer in mine]
    if from_service:
        drawn = np.array([answer.probability > 0 for answer in mine], np.bool_)
    else:
        drawn = workspace.table.audited(rows)
    audited = [answer for answer, is_in in zip(mine, drawn, strict=True) if is_in]
    from_queue = [answer for answer, is_in in zip(mine, drawn, strict=True) if not is_in]
    limits, as_set = _efforts(tags, states, below)
    issued = certification_state(workspace).valid if version == active else None
    if issued is not None and min([below.default, *below.tags.values()]) < np.float32(issued.cut):
        issued = None
    return ProductionMetrics(
        version=version,
        versions=versions,
        queue=_acceptance(from_queue, tags),
        audit=_acceptance(audited, tags),
        undecided=_undecided(states),
        limits=limits,
        as_set=as_set,
        certificate=issued,
        from_service=from_service,
    )


def undecided_below(
    workspace: Workspace, limits: ReviewThresholds, tag: str | None = None
) -> tuple[RowId, ...]:
    """Return the records to review, least confident first; `tag` selects those predicted with it."""
    states = workspace.states()
    asked = needs_review(states, limits)
    if tag is not None:
        asked &= states.predicted == (states.tag_names.index(tag) if tag in states.tag_names else -2)
    rows = np.flatnonzero(asked)
    return tuple(rows[np.argsort(states.confidence[rows], kind="stable")].tolist())


def wrong_rows(workspace: Workspace) -> tuple[RowId, ...]:
    """Return the decided records that the active model predicts differently."""
    states = workspace.states()
    decided = states.has_status(DECIDED)
    wrong = decided & (states.predicted >= 0) & (states.predicted != states.decided)
    return tuple(np.flatnonzero(wrong).tolist())


def reviewed_predictions(entries: Sequence[JournalEntry]) -> list[ReviewedPrediction]:
    """Return the latest decision on each record, if it was about a prediction."""
    latest: dict[RowId, ReviewedPrediction] = {}
    for entry in entries:
        if entry.record is None or entry.undone or entry.kind in ANNOTATING:
            continue
        latest.pop(entry.record, None)
        if entry.kind not in JUDGING or entry.tag is None:
            continue
        if entry.predicted_tag is None or entry.confidence is None or entry.model_version is None:
            continue
        latest[entry.record] = ReviewedPrediction(
            entry.record,
            entry.tag,
            entry.predicted_tag,
            entry.confidence,
            entry.model_version,
            entry.time[:10],
        )
    return list(latest.values())


def _with_audit(
    workspace: Workspace, states: States, answers: Sequence[ReviewedPrediction], version: str
) -> list[ReviewedPrediction]:
    """Use the active model's present predictions for the decided audit set instead of those shown earlier."""
    decided = states.has_status(DECIDED)
    rows = np.flatnonzero(decided & (states.predicted >= 0) & ~states.stale)
    drawn = rows[workspace.table.audited(rows)]
    days = {
        entry.record: entry.time[:10]
        for entry in workspace.journal.entries()
        if entry.kind in JUDGING and not entry.undone
    }
    names = states.tag_names
    current = [
        ReviewedPrediction(
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
    return [*(answer for answer in answers if answer.row not in seen), *current]


def _with_served(
    workspace: Workspace, states: States, answers: Sequence[ReviewedPrediction]
) -> list[ReviewedPrediction]:
    """Replace the predictions shown in the workspace by the answers of the service, of any model."""
    rows = np.flatnonzero(states.has_status(DECIDED))
    served = served_answers(workspace.table, rows)
    found = [
        ReviewedPrediction(
            row,
            states.tag_names[states.decided[row]],
            answer.tag,
            answer.confidence,
            shown_version(answer.version),
            answer.time[:10],
            answer.probability,
        )
        for row, answer in served.items()
        if states.decided[row] >= 0
    ]
    return [*(answer for answer in answers if answer.row not in served), *found]


def _acceptance(answers: Sequence[ReviewedPrediction], tags: Sequence[str]) -> Acceptance:
    right = np.array([one.tag == one.predicted for one in answers], np.bool_)
    predicted = np.array([one.predicted for one in answers], np.str_)
    days = np.array([one.day for one in answers], np.str_)
    confidence = np.array([one.confidence for one in answers], np.float32)
    band = np.clip(np.searchsorted(BANDS, confidence, side="right") - 1, 0, len(BANDS) - 2)
    # the inverse of the probability with which each was drawn
    drawn = bool(answers) and all(one.probability > 0 for one in answers)
    weights = np.array([1 / one.probability for one in answers], np.float64) if drawn else None

    def among(name: str, rows: NDArray[np.bool_]) -> AcceptanceRate:
        return rate(name, right[rows], None if weights is None else weights[rows])

    return Acceptance(
        rate("all", right, weights),
        tuple(among(tag, predicted == tag) for tag in tags),
        tuple(
            among(f"{low:.2f}–{high:.2f}", band == place) for place, (low, high) in enumerate(pairwise(BANDS))
        ),
        tuple(among(day, days == day) for day in sorted(set(days.tolist()))),
    )

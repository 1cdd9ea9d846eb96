"""Trials of a candidate against the active model: start, results with a verdict, and stop rule.

The test is sequential and anytime-valid: its result may be checked after every observation. A draw succeeds
with probability p0 if the models are equal (1/2 for a decision, the share of the candidate for a complaint),
and with the odds p0 / (1 - p0) exp(x) if they differ by the effect x. The mixture e-value is the likelihood
of all draws averaged over effects, divided by that without an effect (Robbins, 1970; the mixture SPRT of
Johari et al., 2022). Without an effect, it is a martingale that starts at 1, whatever the p0 of each draw: a
trial is one test, however often its share changes. By Ville's inequality the e-value ever reaches 1/alpha
with probability at most alpha, no matter how often the result is checked. The effects that the same ratio
does not reject form a confidence sequence: an interval that is valid at all times simultaneously.
"""

import json
import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.metrics import wilson
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import shown_version
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import (
    CANDIDATE,
    CURRENT,
    Feedback,
    ServiceOptions,
    Trial,
    TrialPlan,
)
from mltag_desktop.core.serving.service_accuracy import trained_texts

FloatArray = NDArray[np.float64]
ALPHA: Final = 0.05
_EFFECTS: Final = np.linspace(-10.0, 10.0, 4_001)
"""Logarithms of odds ratios."""
_WEIGHTS: Final = 2 * _EFFECTS - 4 * np.logaddexp(0, _EFFECTS)
"""The logarithm of the weight of each effect: a Beta(2, 2) distribution around a probability of 1/2."""
_PRIOR: Final = _WEIGHTS - np.logaddexp.reduce(_WEIGHTS)
_MOST: Final = 1_000_000
"""Draws up to which the number of draws that are needed is estimated."""
Draws = Mapping[float, tuple[int, int]]
"""Successes and draws, by the probability of a success without an effect (between 0 and 1)."""


@dataclass(frozen=True)
class SequentialTestResult:
    """The result of the sequential test."""

    successes: int
    draws: int
    chance: float
    """The mean probability of a success under the null hypothesis."""
    e_value: float
    low: float
    high: float
    """Bounds of the confidence sequence for the probability of a success where it would be `chance`."""
    needed: int | None
    """Draws needed at the current success rate (estimate), or None if no difference is visible."""
    alpha: float

    @property
    def suffices(self) -> bool:
        """Whether the null hypothesis is rejected."""
        return self.e_value >= 1 / self.alpha

    @property
    def above(self) -> bool:
        """Whether the success rate is above `chance`."""
        return self.successes > self.chance * self.draws


def weigh(draws: Draws, alpha: float = ALPHA) -> SequentialTestResult:
    """Test the hypothesis that no draw has another probability than the one that it stands under."""
    wins, total = (sum(column) for column in zip((0, 0), *draws.values(), strict=True))
    chance = sum(p * n for p, (_, n) in draws.items()) / total if total else 0.5
    ratios = _ratios(draws)
    value = log_e(draws)
    inside = np.flatnonzero(ratios > value + math.log(alpha))
    odds = math.log(chance / (1 - chance))
    low, high = (1 / (1 + np.exp(-odds - _EFFECTS[inside[[0, -1]]]))).tolist()
    return SequentialTestResult(
        wins,
        total,
        chance,
        math.exp(min(700.0, value)),
        0.0 if not inside[0] else low,
        1.0 if inside[-1] == len(_EFFECTS) - 1 else high,
        _needed(ratios, total, alpha),
        alpha,
    )


def log_e(draws: Draws) -> float:
    """Return the natural logarithm of the e-value."""
    return float(np.logaddexp.reduce(_PRIOR + _ratios(draws)))


def _needed(ratios: FloatArray, total: int, alpha: float) -> int | None:
    """Return the draws after which the test rejects, if all that follow are like those so far."""
    if not total:
        return None
    sizes = np.geomspace(total, max(total, _MOST), 200)
    values = np.logaddexp.reduce(_PRIOR[:, None] + ratios[:, None] * (sizes / total))
    reached = sizes[values >= math.log(1 / alpha)]
    return math.ceil(reached[0]) if len(reached) else None


def _ratios(draws: Draws) -> FloatArray:
    """Return the log-likelihood of the draws for each effect, less that without an effect."""
    found = np.zeros(len(_EFFECTS))
    for chance, (wins, total) in draws.items():
        success, failure = _gains(chance)
        found += wins * success + (total - wins) * failure
    return found


@cache
def _gains(chance: float) -> tuple[FloatArray, FloatArray]:
    """Return the part of a success and of a failure in `_ratios`."""
    odds = math.log(chance / (1 - chance)) + _EFFECTS
    return -np.logaddexp(0, -odds) - math.log(chance), -np.logaddexp(0, odds) - math.log1p(-chance)


BETTER: Final = "better"
WORSE: Final = "worse"
CONFLICT: Final = "conflict"
OPEN: Final = "open"
_DISTINCT: Final = (
    "The test of complaints counts the first complaint of each key, so that one user cannot decide the trial."
)
_TRAINED: Final = (
    "Decisions that are no evidence, because a model was trained on the text or a near-copy of it: {count:,}."
)
_UNCHECKED: Final = (
    "Model {version} is no longer in its folder, so decisions on texts that it was trained on may count."
)


def agreed_plan(feedback_store: FeedbackStore, options: ServiceOptions) -> tuple[int, TrialPlan]:
    """Return the number and the plan with which a service starts; all its workers get the same.

    Unchanged options neither restart a stopped trial nor reset a changed share. Removed options end their
    trial; a trial that was started by a command continues.
    """
    given, words = TrialPlan(), ""
    if options.candidate is not None:
        given = TrialPlan(str(options.candidate.absolute()), options.share, running=True)
        words = json.dumps([given.mode, given.candidate, *([given.share] if given.share else [])])
    while True:
        number, stored = feedback_store.plan()
        if words == stored.options:
            return number, stored
        plan, change = replace(given, options=words), "Started by the options of the service."
        if not words:
            plan, change = replace(stored, running=False, options=""), "Ended: its options are gone."
        if feedback_store.set_plan(plan, change, expected=number):
            return feedback_store.plan()


@dataclass(frozen=True)
class PairedWins:
    """Number of decided texts on which the candidate, the active model or neither was right."""

    candidate_right: int
    current_right: int
    neither: int
    evidence: SequentialTestResult


@dataclass(frozen=True)
class Complaints:
    """Complaints about the answers of each model."""

    current: int
    """Keys that complained about the active model at least once."""
    candidate: int
    current_complaints: int
    """Complaints about the active model, repeated ones included."""
    candidate_complaints: int
    current_answers: int
    candidate_answers: int
    current_rate: tuple[float, float, float]
    """Complaints per answer, with the 95% confidence interval."""
    candidate_rate: tuple[float, float, float]
    evidence: SequentialTestResult
    """Test of the share of complaining keys that the candidate answered against its shares of all keys."""


@dataclass(frozen=True)
class TrialResult:
    """The results of one trial: an active model and a candidate, whatever its shares were."""

    trial: Trial
    """The trial with its latest share."""
    compared: int
    same: int
    agreement: tuple[float, float, float]
    """Share of the compared answers with the same tag, with the 95% confidence interval."""
    differing: int
    """Number of distinct texts for which the models predict different tags."""
    decisions: PairedWins
    """Results on differing texts with a curator's decision."""
    complaints: Complaints | None
    """None for a shadow model."""
    outcome: str
    """"better", "worse", "conflict" (curators and users disagree) or "open"."""
    verdict: str
    """The outcome as a sentence."""
    notes: tuple[str, ...]
    trained_on: int
    """Number of decided texts that one of the models was trained on; they are not part of `decisions`."""

    @property
    def suffices(self) -> bool:
        """Whether the evidence is sufficient for the verdict "better" or "worse"."""
        return self.outcome in (BETTER, WORSE)

    def to_json(self) -> dict[str, Any]:
        """Return the results as JSON-compatible values."""
        content = {**asdict(self), "suffices": self.suffices}
        content["decisions"]["evidence"]["suffices"] = self.decisions.evidence.suffices
        if self.complaints is not None:
            content["complaints"]["evidence"]["suffices"] = self.complaints.evidence.suffices
        current, candidate = self.trial.versions
        content["trial"] |= {"mode": self.trial.mode, "current": current, "candidate": candidate}
        return content


def evaluate_trials(feedback_store: FeedbackStore, models: Sequence[LinearModel] = ()) -> list[TrialResult]:
    """Evaluate all trials of the service, oldest first; the same two models are one trial.

    Each result is wrong with probability `ALPHA` at most, no matter how often it is looked at and how the
    share changes: decisions and complaints have half of it each. Decisions on texts that one of `models` was
    trained on, or on near-copies of them, are no evidence in its trials.
    """
    decided = {key: decision.tag for key, decision in feedback_store.decisions().items()}
    trained = trained_texts(feedback_store, models)
    feedback = feedback_store.feedback()
    stored: dict[tuple[str, str], list[tuple[Trial, dict[str, int]]]] = {}
    for trial, tallies in feedback_store.trials():
        stored.setdefault((trial.current, trial.candidate), []).append((trial, tallies))
    results = []
    for versions, shares in stored.items():
        latest = shares[-1][0]
        answers = sum((Counter(tallies) for _, tallies in shares), Counter[str]())
        differences = feedback_store.differences(latest)
        seen = set[bytes]().union(*(trained.get(version, ()) for version in versions))
        decisions = _wins(differences, decided, seen)
        complaints = None
        if any(trial.share for trial, _ in shares):
            wrong = [item for item in feedback if not item.right and item.trial in dict(shares)]
            complaints = _complaints(answers, wrong)
        trained_on = len(seen & differences.keys() & decided.keys())
        notes = [] if complaints is None else [_DISTINCT]
        if trained_on:
            notes.append(_TRAINED.format(count=trained_on))
        if models and decisions.evidence.draws:
            missing = [shown_version(version) for version in versions if version not in trained]
            notes += [_UNCHECKED.format(version=version) for version in missing]
        outcome, verdict = _verdict(decisions, complaints)
        results.append(
            TrialResult(
                trial=latest,
                compared=answers["compared"],
                same=answers["same"],
                agreement=_rate(answers["same"], answers["compared"]),
                differing=len(differences),
                decisions=decisions,
                complaints=complaints,
                outcome=outcome,
                verdict=verdict,
                notes=tuple(notes),
                trained_on=trained_on,
            )
        )
    return results


def apply_rule(feedback_store: FeedbackStore, trial: Trial, models: Sequence[LinearModel]) -> str:
    """Stop the stored trial if its candidate is worse; return the reason, or an empty string.

    `models` are those of the trial that runs, and the evidence is that of `evaluate_trials`. Several workers
    may call this at the same time.
    """
    number, plan = feedback_store.plan()
    if plan.running and plan.stop_when_worse:
        for found in evaluate_trials(feedback_store, models):
            is_running = found.trial.versions == trial.versions
            if is_running and found.outcome == WORSE:
                reason = f"Stopped by rule: {found.verdict}"
                stopped = replace(plan, running=False)
                return reason if feedback_store.set_plan(stopped, reason, expected=number) else ""
    return ""


def _wins(
    differences: Mapping[bytes, tuple[str, str]],
    decided: Mapping[bytes, str],
    trained: Collection[bytes],
) -> PairedWins:
    """Count who was right on the differing texts that were decided, without those of the training data."""
    wins = losses = neither = 0
    for key, (current, candidate) in differences.items():
        if key in decided and key not in trained:
            wins += candidate == decided[key]
            losses += current == decided[key]
            neither += decided[key] not in (current, candidate)
    return PairedWins(wins, losses, neither, weigh({0.5: (wins, wins + losses)}, ALPHA / 2))


def _complaints(answers: Mapping[str, int], wrong: Sequence[Feedback]) -> Complaints:
    """Count the complaints, and test whether complaining keys are the candidate's as often as all keys."""
    first: dict[bytes, Feedback] = {}
    for item in wrong:
        first.setdefault(item.unit, item)
    count = Counter(item.arm for item in wrong)
    keys = Counter(item.arm for item in first.values())
    draws: dict[float, tuple[int, int]] = {}
    for item in first.values():
        share = 0.0 if item.trial is None else item.trial.share
        if 0 < share < 1:  # otherwise all keys are those of one model
            wins, total = draws.get(share, (0, 0))
            draws[share] = (wins + (item.arm == CANDIDATE), total + 1)
    return Complaints(
        current=keys[CURRENT],
        candidate=keys[CANDIDATE],
        current_complaints=count[CURRENT],
        candidate_complaints=count[CANDIDATE],
        current_answers=answers[CURRENT],
        candidate_answers=answers[CANDIDATE],
        current_rate=_rate(count[CURRENT], answers[CURRENT]),
        candidate_rate=_rate(count[CANDIDATE], answers[CANDIDATE]),
        evidence=weigh(draws, ALPHA / 2),
    )


def _rate(hits: int, total: int) -> tuple[float, float, float]:
    hits = min(hits, total)
    return (hits / total if total else 0.0, *wilson(hits, total))


def _verdict(curators: PairedWins, complaints: Complaints | None) -> tuple[str, str]:
    """Return the outcome, and the verdict as a sentence."""
    unit = "decisions on texts with different predictions"
    evidence = {"curators' decisions on texts with different predictions": (curators.evidence, unit, True)}
    if complaints is not None:
        evidence["users' complaints"] = (complaints.evidence, "keys with a complaint", False)
    said = {name: found.above == is_win for name, (found, _, is_win) in evidence.items() if found.suffices}
    if len({*said.values()}) == 2:
        return CONFLICT, "Curators and users disagree: check the texts with different predictions."
    if said:
        word = BETTER if all(said.values()) else WORSE
        reasons = " and ".join(sorted(said))
        return word, f"The candidate is {word}, based on {reasons}. The evidence is sufficient."
    return OPEN, f"No conclusion yet. {_still_needed([each[:2] for each in evidence.values()])}"


def _still_needed(sources: Sequence[tuple[SequentialTestResult, str]]) -> str:
    estimates = [
        (evidence.needed - evidence.draws, unit) for evidence, unit in sources if evidence.needed is not None
    ]
    if estimates:
        more, unit = min(estimates)
        return f"At this rate, about {more:,} more {unit} are needed."
    if any(evidence.draws for evidence, _ in sources):
        return "The models are about equal so far; only more evidence can tell them apart."
    return f"There is no unbiased evidence yet: {' or '.join(unit for _, unit in sources)}."

"""Trials of a candidate against the active model: start, results with a verdict, and stop rule.

The test is sequential and anytime-valid: its result may be checked after every observation. For k successes
in n draws, the mixture e-value against the probability p0 is

    E = B(a + k, b + n - k) / B(a, b) / (p0^k (1 - p0)^(n - k)),    a = c p0, b = c (1 - p0),

the likelihood ratio of a Beta mixture (Robbins, 1970; the mixture SPRT of Johari et al., 2022). Under p0, E
is a martingale that starts at 1. By Ville's inequality it ever reaches 1/alpha with probability at most
alpha, no matter how often the result is checked. The probabilities that the same ratio does not reject form a
confidence sequence: an interval that is valid at all times simultaneously.
"""

import json
import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

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

ALPHA: Final = 0.05
WEIGHT: Final = 4.0
"""c: how strongly the mixture is concentrated around p0; results hardly differ between 2 and 10."""
_STEPS: Final = 60


@dataclass(frozen=True)
class SequentialTestResult:
    """The result of the sequential test after n draws."""

    successes: int
    draws: int
    chance: float
    """p0, the probability of a success under the null hypothesis."""
    e_value: float
    low: float
    high: float
    """Bounds of the confidence sequence for the probability of a success."""
    alpha: float = ALPHA

    @property
    def suffices(self) -> bool:
        """Whether the null hypothesis is rejected."""
        return self.e_value >= 1 / self.alpha

    @property
    def above(self) -> bool:
        """Whether the success rate is above `chance`."""
        return self.successes > self.chance * self.draws

    @property
    def needed(self) -> int | None:
        """Draws needed at the current success rate (estimate), or None if no difference is visible."""
        if self.suffices:
            return self.draws
        rate = self.successes / self.draws if self.draws else self.chance
        sizes = np.unique(np.geomspace(self.draws + 1, 1_000_000, 400).astype(np.int64))
        reached = np.flatnonzero(
            log_e(np.round(rate * sizes), sizes, self.chance) >= math.log(1 / self.alpha)
        )
        return int(sizes[reached[0]]) if len(reached) and self.draws else None


def weigh(successes: int, draws: int, chance: float = 0.5, alpha: float = ALPHA) -> SequentialTestResult:
    """Test `successes` in `draws` against the probability `chance` (between 0 and 1)."""
    value = math.exp(min(700.0, float(log_e(successes, draws, chance))))
    low, high = interval(successes, draws, chance, alpha)
    return SequentialTestResult(successes, draws, chance, value, low, high, alpha)


def log_e(successes: ArrayLike, draws: ArrayLike, chance: float) -> NDArray[np.float64]:
    """Return the natural logarithm of E, element by element; `chance` is between 0 and 1."""
    wins, total = np.asarray(successes, np.float64), np.asarray(draws, np.float64)
    plain = wins * math.log(chance) + (total - wins) * math.log1p(-chance)
    return _log_mixture(wins, total, chance) - plain


def interval(successes: int, draws: int, chance: float, alpha: float = ALPHA) -> tuple[float, float]:
    """Return the bounds of the probabilities that are not rejected at level `alpha`."""
    if not draws:
        return 0.0, 1.0
    rate = successes / draws
    return _edge(successes, draws, chance, alpha, rate, 0.0), _edge(
        successes, draws, chance, alpha, rate, 1.0
    )


def _log_mixture(wins: ArrayLike, draws: ArrayLike, centre: float) -> NDArray[np.float64]:
    """Return the log-likelihood of the draws under the Beta mixture around `centre`."""
    from scipy.special import betaln

    a, b = WEIGHT * centre, WEIGHT * (1 - centre)
    mixture: NDArray[np.float64] = betaln(np.add(a, wins), np.add(b, np.subtract(draws, wins))) - betaln(a, b)
    return mixture


def _edge(k: int, n: int, centre: float, alpha: float, inside: float, outside: float) -> float:
    """Find a bound of the interval by bisection between `inside`, which is not rejected, and `outside`."""
    limit = float(_log_mixture(k, n, centre)) - math.log(1 / alpha)
    if _log_likelihood(k, n, outside) > limit:
        return outside
    for _ in range(_STEPS):
        middle = (inside + outside) / 2
        if _log_likelihood(k, n, middle) > limit:
            inside = middle
        else:
            outside = middle
    return outside


def _log_likelihood(k: int, n: int, p: float) -> float:
    """Return the log-likelihood of `k` successes in `n` draws at probability `p`, up to a constant."""
    if (k and p <= 0) or (n > k and p >= 1):
        return -math.inf
    return (k * math.log(p) if k else 0.0) + ((n - k) * math.log1p(-p) if n > k else 0.0)


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
    """Test of the share of complaining keys that the candidate answered against its share of all keys."""


@dataclass(frozen=True)
class TrialResult:
    """The results of one trial: an active model, a candidate and its share."""

    trial: Trial
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
    """Evaluate all trials of the service, oldest first; another share of the same models is another trial.

    Each result is wrong with probability `ALPHA` at most, no matter how often it is looked at; where two
    sources of evidence can decide, each has half of it. Decisions count for all shares of the same models,
    complaints for their share. Decisions on texts that one of `models` was trained on, or on near-copies of
    them, are no evidence in its trials.
    """
    decided = {key: decision.tag for key, decision in feedback_store.decisions().items()}
    trained = trained_texts(feedback_store, models)
    feedback = feedback_store.feedback()
    results = []
    for trial, tallies in feedback_store.trials():
        versions = (trial.current, trial.candidate)
        alpha = ALPHA / 2 if trial.share else ALPHA
        differences = feedback_store.differences(trial)
        seen = set[bytes]().union(*(trained.get(version, ()) for version in versions))
        decisions = _wins(differences, decided, seen, alpha)
        complaints = None
        if trial.share:
            complaints = _complaints(
                trial, tallies, [item for item in feedback if item.trial == trial], alpha
            )
        trained_on = len(seen & differences.keys() & decided.keys())
        notes = [] if complaints is None else [_DISTINCT]
        if trained_on:
            notes.append(_TRAINED.format(count=trained_on))
        if models and decisions.evidence.draws:
            missing = [shown_version(version) for version in versions if version not in trained]
            notes += [_UNCHECKED.format(version=version) for version in missing]
        compared, same = tallies.get("compared", 0), tallies.get("same", 0)
        outcome, verdict = _verdict(decisions, complaints)
        results.append(
            TrialResult(
                trial=trial,
                compared=compared,
                same=same,
                agreement=_rate(same, compared),
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
            if found.trial == trial and found.outcome == WORSE:
                reason = f"Stopped by rule: {found.verdict}"
                stopped = replace(plan, running=False)
                return reason if feedback_store.set_plan(stopped, reason, expected=number) else ""
    return ""


def _wins(
    differences: Mapping[bytes, tuple[str, str]],
    decided: Mapping[bytes, str],
    trained: Collection[bytes],
    alpha: float,
) -> PairedWins:
    """Count who was right on the differing texts that were decided, without those of the training data."""
    wins = losses = neither = 0
    for key, (current, candidate) in differences.items():
        if key in decided and key not in trained:
            wins += candidate == decided[key]
            losses += current == decided[key]
            neither += decided[key] not in (current, candidate)
    return PairedWins(wins, losses, neither, weigh(wins, wins + losses, 0.5, alpha))


def _complaints(
    trial: Trial, tallies: Mapping[str, int], feedback: Sequence[Feedback], alpha: float
) -> Complaints:
    """Count the complaints, and test whether complaining keys are the candidate's as often as all keys."""
    wrong = [item for item in feedback if not item.right]
    first: dict[bytes, Feedback] = {}
    for item in wrong:
        first.setdefault(item.unit, item)
    count = Counter(item.arm for item in wrong)
    keys = Counter(item.arm for item in first.values())
    answers = {arm: tallies.get(arm, 0) for arm in (CURRENT, CANDIDATE)}
    draws = len(first) if trial.share < 1 else 0  # with a share of 1 all keys are the candidate's
    return Complaints(
        current=keys[CURRENT],
        candidate=keys[CANDIDATE],
        current_complaints=count[CURRENT],
        candidate_complaints=count[CANDIDATE],
        current_answers=answers[CURRENT],
        candidate_answers=answers[CANDIDATE],
        current_rate=_rate(count[CURRENT], answers[CURRENT]),
        candidate_rate=_rate(count[CANDIDATE], answers[CANDIDATE]),
        evidence=weigh(keys[CANDIDATE], draws, trial.share, alpha) if draws else weigh(0, 0, 0.5, alpha),
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

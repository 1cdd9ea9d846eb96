"""Anytime-valid sequential test: the result may be checked after every observation.

For k successes in n draws, the mixture e-value against the probability p0 is

    E = B(a + k, b + n - k) / B(a, b) / (p0^k (1 - p0)^(n - k)),    a = c p0, b = c (1 - p0),

the likelihood ratio of a Beta mixture (Robbins, 1970; the mixture SPRT of Johari et al., 2022). Under p0, E
is a martingale that starts at 1. By Ville's inequality it ever reaches 1/alpha with probability at most
alpha, no matter how often the result is checked. The probabilities that the same ratio does not reject form a
confidence sequence: an interval that is valid at all times simultaneously.

Trials of a candidate against the active model: their start, results with a verdict, and stop rule.
"""

import json
import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mltag_desktop.core.evaluation.metrics import wilson
from mltag_desktop.core.evaluation.model_evaluation import rows_trained_on
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import shown_version
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import (
    CANDIDATE,
    CURRENT,
    Feedback,
    ServiceOptions,
    Trial,
    TrialPlan,
    same_text,
)

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
SHADOW_BIAS: Final = (
    "users of a shadow trial see only the active model's predictions, so they report only its errors"
)
CANARY_BIAS: Final = (
    "users report errors more often than right answers, so the model with more answers gets more reports"
)
_DISTINCT: Final = (
    "The test of complaints counts the first complaint of each key, so that one user cannot decide the trial."
)
_TRAINED: Final = (
    "Decisions that are no evidence, because a model was trained on the text or a near-copy of it: {count:,}."
)
_UNCHECKED: Final = (
    "Model {version} is no longer in its folder, so decisions on texts that it was trained on may count."
)
_LARGEST: Final = 700.0
"""Largest logarithm of an e-value; beyond it, the exponential would overflow."""


def starting_plan(options: ServiceOptions, stored: TrialPlan) -> TrialPlan:
    """Return the plan with which a service starts.

    Unchanged options neither restart a stopped trial nor reset a changed share. Removed options end their
    trial; a trial that was started by a command continues.
    """
    if options.candidate is None:
        return replace(stored, running=False, options="") if stored.options else stored
    plan = TrialPlan(str(options.candidate.absolute()), options.share, running=True)
    words = json.dumps([plan.mode, plan.candidate, *([plan.share] if plan.share else [])])
    return stored if words == stored.options else replace(plan, options=words)


def agreed_plan(feedback_store: FeedbackStore, options: ServiceOptions) -> tuple[int, TrialPlan]:
    """Return the number and the plan with which a service starts; all its workers get the same."""
    while True:
        number, stored = feedback_store.plan()
        plan = starting_plan(options, stored)
        if plan == stored:
            return number, plan
        change = "Started by the options of the service." if plan.running else "Ended: its options are gone."
        if feedback_store.set_plan(plan, change, expected=number):
            return feedback_store.plan()


@dataclass(frozen=True)
class PairedWins:
    """Number of differing texts on which the candidate, the active model or neither was right."""

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
    """The results of one trial: one active model and one candidate, with any number of shares."""

    trial: Trial
    """The trial with the last of its shares."""
    shares: tuple[float, ...]
    """The candidate's shares, in the order in which they were first used."""
    compared: int
    same: int
    agreement: tuple[float, float, float]
    """Share of the compared answers with the same tag, with the 95% confidence interval."""
    differing: int
    """Number of distinct texts for which the models predict different tags."""
    decisions: PairedWins
    """Results on differing texts with a curator's decision."""
    feedback: PairedWins
    """Results on differing texts with users' feedback; biased, and not part of the verdict."""
    feedback_bias: str
    """Why the users' feedback is biased."""
    complaints: Complaints | None
    """None for a shadow model."""
    outcome: str
    """"better", "worse", "conflict" (curators and users disagree) or "open"."""
    verdict: str
    """The outcome as a sentence."""
    notes: tuple[str, ...]
    trained_on: int = 0
    """Number of decided texts that one of the models was trained on; they are not part of `decisions`."""

    @property
    def suffices(self) -> bool:
        """Whether the evidence is sufficient for the verdict "better" or "worse"."""
        return self.outcome in (BETTER, WORSE)

    def to_json(self) -> dict[str, Any]:
        """Return the results as JSON-compatible values."""
        content = {**asdict(self), "suffices": self.suffices}
        for name in ("decisions", "feedback", "complaints"):
            contest = getattr(self, name)
            if contest is not None:
                content[name]["evidence"]["suffices"] = contest.evidence.suffices
        content["feedback"]["biased"] = True
        current, candidate = self.trial.versions
        content["trial"] |= {"mode": self.trial.mode, "current": current, "candidate": candidate}
        return content


def evaluate_trials(feedback_store: FeedbackStore, models: Sequence[LinearModel] = ()) -> list[TrialResult]:
    """Evaluate all trials of the service, oldest first.

    A trial whose share was changed is one trial. Each result is wrong with probability `ALPHA` at most, no
    matter how often it is looked at; where two sources of evidence can decide, each has half of it. Decisions
    on texts that one of `models` was trained on, or on near-copies of them, are no evidence in its trials.
    """
    stages: dict[tuple[str, str], list[tuple[Trial, dict[str, int]]]] = {}
    for trial, tallies in feedback_store.trials():
        stages.setdefault((trial.current, trial.candidate), []).append((trial, tallies))
    texts = feedback_store.decided_texts() if models else {}
    trained = {
        model.version: {
            key
            for key, seen in zip(texts, rows_trained_on(SILENT, [model], list(texts.values())), strict=True)
            if seen
        }
        for model in models
    }
    results = []
    for versions, same in stages.items():
        known = set[bytes]().union(*(trained.get(version, ()) for version in versions))
        result = _evaluate(feedback_store, same, known)
        if models and result.decisions.evidence.draws:
            missing = [shown_version(version) for version in versions if version not in trained]
            notes = (*result.notes, *(_UNCHECKED.format(version=version) for version in missing))
            result = replace(result, notes=notes)
        results.append(result)
    return results


def apply_rule(feedback_store: FeedbackStore, trial: Trial, models: Sequence[LinearModel]) -> str:
    """Stop the stored trial if its candidate is worse; return the reason, or an empty string.

    `models` are those of the trial that runs, and the evidence is that of `evaluate_trials`. Several workers
    may call this at the same time.
    """
    number, plan = feedback_store.plan()
    if not (plan.running and plan.stop_when_worse):
        return ""
    for found in evaluate_trials(feedback_store, models):
        is_this = (found.trial.current, found.trial.candidate) == (trial.current, trial.candidate)
        if is_this and found.outcome == WORSE:
            reason, stopped = f"Stopped by rule: {found.verdict}", replace(plan, running=False, back=0)
            return reason if feedback_store.set_plan(stopped, reason, expected=number) else ""
    return ""


def _evaluate(
    feedback_store: FeedbackStore,
    stages: Sequence[tuple[Trial, dict[str, int]]],
    trained: Collection[bytes],
) -> TrialResult:
    trials = [trial for trial, _ in stages]
    tallies = Counter[str]()
    for _, counted in stages:
        tallies.update(counted)
    decided = {key: decision.tag for key, decision in feedback_store.decisions().items()}
    feedback = [item for item in feedback_store.feedback() if item.trial in trials]
    differences = {
        key: (current, candidate)
        for trial in trials
        for key, current, candidate in feedback_store.differences(trial)
    }
    is_split = any(trial.share for trial in trials)
    part = ALPHA / 2 if is_split else ALPHA
    known = [key for key in differences if key in decided]
    unseen = [key for key in known if key not in trained]
    by_curators = _contest(((*differences[key], decided[key]) for key in unseen), part)
    complaints = _complaints(tallies, feedback, part) if is_split else None
    compared, same = tallies["compared"], tallies["same"]
    outcome, verdict = _verdict(by_curators, complaints)
    trained_on = len(known) - len(unseen)
    notes = [_DISTINCT] if is_split else []
    if trained_on:
        notes.append(_TRAINED.format(count=trained_on))
    return TrialResult(
        trial=trials[-1],
        shares=tuple(trial.share for trial in trials),
        compared=compared,
        same=same,
        agreement=_rate(same, compared),
        differing=len(differences),
        decisions=by_curators,
        feedback=_contest(_user_verdicts(feedback, decided), part),
        feedback_bias=CANARY_BIAS if is_split else SHADOW_BIAS,
        complaints=complaints,
        outcome=outcome,
        verdict=verdict,
        notes=tuple(notes),
        trained_on=trained_on,
    )


def _contest(known: Iterable[tuple[str, str, str]], alpha: float) -> PairedWins:
    """Count the results of triples (active model's tag, candidate's tag, true tag) with differing tags."""
    wins = losses = neither = 0
    for current, candidate, truth in known:
        wins += candidate == truth
        losses += current == truth
        neither += truth not in (current, candidate)
    return PairedWins(wins, losses, neither, weigh(wins, wins + losses, 0.5, alpha))


def _user_verdicts(feedback: Iterable[Feedback], decided: dict[bytes, str]) -> Iterable[tuple[str, str, str]]:
    """Yield (active model's tag, candidate's tag, user's tag), once per text without a decision."""
    seen: set[bytes] = set()
    for item in feedback:
        truth = item.served_tag if item.right else item.tag
        key = same_text(item.text)
        other = item.other_tag
        if truth is None or other is None or other == item.served_tag or key in decided or key in seen:
            continue
        seen.add(key)
        pair = (item.served_tag, other)
        current, candidate = pair if item.arm == CURRENT else pair[::-1]
        yield current, candidate, truth


def _complaints(tallies: Counter[str], feedback: Iterable[Feedback], alpha: float) -> Complaints:
    wrong = [item for item in feedback if not item.right]
    first: dict[bytes, Feedback] = {}
    for item in wrong:
        first.setdefault(item.unit, item)
    count = Counter(item.arm for item in wrong)
    keys = Counter(item.arm for item in first.values())
    return Complaints(
        current=keys[CURRENT],
        candidate=keys[CANDIDATE],
        current_complaints=count[CURRENT],
        candidate_complaints=count[CANDIDATE],
        current_answers=tallies[CURRENT],
        candidate_answers=tallies[CANDIDATE],
        current_rate=_rate(count[CURRENT], tallies[CURRENT]),
        candidate_rate=_rate(count[CANDIDATE], tallies[CANDIDATE]),
        evidence=_split_evidence(first.values(), alpha),
    )


def _split_evidence(complaints: Iterable[Feedback], alpha: float) -> SequentialTestResult:
    """Test whether complaining keys fall to the candidate as often as its share of the keys.

    The share may have been changed: the e-values of the shares are multiplied, which is valid because each
    starts at 1 and tests its own complaints. An interval exists for a single share only.
    """
    counts: dict[float, list[int]] = {}
    for item in complaints:
        if item.trial is not None and 0 < item.trial.share < 1:
            cell = counts.setdefault(item.trial.share, [0, 0])
            cell[0] += item.arm == CANDIDATE
            cell[1] += 1
    if len(counts) < 2:
        chance, (wins, draws) = next(iter(counts.items()), (0.5, [0, 0]))
        return weigh(wins, draws, chance, alpha)
    wins, draws = (sum(cell[place] for cell in counts.values()) for place in (0, 1))
    value = sum(float(log_e(cell[0], cell[1], chance)) for chance, cell in counts.items())
    mean = sum(chance * cell[1] for chance, cell in counts.items()) / draws
    return SequentialTestResult(wins, draws, mean, math.exp(min(_LARGEST, value)), 0.0, 1.0, alpha)


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

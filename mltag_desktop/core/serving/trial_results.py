"""Results of a trial of a candidate against the active model, and the verdict."""

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from mltag_desktop.core.evaluation.statistics.metrics import wilson
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import shown_version
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.key_counts import KeyCount
from mltag_desktop.core.serving.records import CANDIDATE, CURRENT, Feedback, Trial, same_text
from mltag_desktop.core.serving.sequential_test import ALPHA, SequentialTestResult, log_e, weigh
from mltag_desktop.core.serving.training_texts import TrainingTexts

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
_ESTIMATED: Final = "The numbers of keys are estimates, within about 1%."
_TRAINED: Final = (
    "Decisions that are no evidence, because a model was trained on the text or a near-copy of it: {count:,}."
)
_UNCHECKED: Final = (
    "Model {version} is no longer in its folder, so decisions on texts that it was trained on may count."
)
_LARGEST: Final = 700.0
"""Largest logarithm of an e-value; beyond it, the exponential would overflow."""


@dataclass(frozen=True)
class PairedWins:
    """Number of differing texts on which the candidate, the active model or neither was right."""

    candidate_right: int
    current_right: int
    neither: int
    evidence: SequentialTestResult


@dataclass(frozen=True)
class Complaints:
    """Complaints about the answers of each model, per answer and per key."""

    current: int
    """Keys that complained about the active model at least once."""
    candidate: int
    current_complaints: int
    """Complaints about the active model, repeated ones included."""
    candidate_complaints: int
    current_answers: int
    candidate_answers: int
    current_keys: int
    """Different keys that the active model answered; 0 if the data are from an earlier version."""
    candidate_keys: int
    current_rate: tuple[float, float, float]
    """Complaints per answer, with the 95% confidence interval."""
    candidate_rate: tuple[float, float, float]
    current_key_rate: tuple[float, float, float]
    """Share of the keys that complained, with the 95% confidence interval."""
    candidate_key_rate: tuple[float, float, float]
    keys_estimated: bool
    """Whether the numbers of keys are estimates."""
    evidence: SequentialTestResult
    """Test of the share of complaining keys that the candidate answered against its share of all keys."""


@dataclass(frozen=True)
class TrialResult:
    """The results of one trial: one mode, active model and candidate, with any number of shares."""

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
    suffices: bool
    """Whether the evidence is sufficient for the verdict "better" or "worse"."""
    notes: tuple[str, ...]
    trained_on: int = 0
    """Number of decided texts that one of the models was trained on; they are not part of `decisions`."""

    def to_json(self) -> dict[str, Any]:
        """Return the results as JSON-compatible values."""
        content = asdict(self)
        for own, contest in (
            (self.decisions, content["decisions"]),
            (self.feedback, content["feedback"]),
            (self.complaints, content["complaints"]),
        ):
            if own is not None:
                contest["evidence"]["suffices"] = own.evidence.suffices
        content["feedback"]["biased"] = True
        content["trial"]["current"], content["trial"]["candidate"] = self.trial.versions
        return content


def evaluate_trials(
    feedback_store: FeedbackStore,
    models: Sequence[LinearModel] = (),
    training_texts: TrainingTexts | None = None,
) -> list[TrialResult]:
    """Evaluate all trials of the service, oldest first.

    A trial whose share was changed is one trial. Each result is wrong with probability `ALPHA` at most, no
    matter how often it is looked at; where two sources of evidence can decide, each has half of it. Decisions
    on texts that one of `models` was trained on, or on near-copies of them, are no evidence in its trials.
    Who asks often gives the same `training_texts` each time.
    """
    decided = {key: decision.tag for key, decision in feedback_store.decisions().items()}
    feedback = feedback_store.feedback()
    stages: dict[tuple[str, str, str], list[tuple[Trial, dict[str, int]]]] = {}
    for trial, tallies in feedback_store.trials():
        stages.setdefault(trial.models, []).append((trial, tallies))
    texts = feedback_store.decided_texts() if models else {}
    known = TrainingTexts() if training_texts is None else training_texts
    results = []
    for same in stages.values():
        _, *versions = same[0][0].models
        at_hand = [model for model in models if model.version in versions]
        result = _evaluate(feedback_store, same, decided, feedback, known.among(texts, at_hand))
        missing = [each for each in versions if each not in {model.version for model in at_hand}]
        if models and result.decisions.evidence.draws:
            notes = tuple(_UNCHECKED.format(version=shown_version(version)) for version in missing)
            result = replace(result, notes=(*result.notes, *notes))
        results.append(result)
    return results


def _evaluate(
    feedback_store: FeedbackStore,
    stages: Sequence[tuple[Trial, dict[str, int]]],
    decided: dict[bytes, str],
    all_feedback: Sequence[Feedback],
    trained: Collection[bytes],
) -> TrialResult:
    trials = [trial for trial, _ in stages]
    tallies: Counter[str] = Counter()
    for _, counted in stages:
        tallies.update(counted)
    feedback = [item for item in all_feedback if item.trial is not None and item.trial in trials]
    differences = {
        key: (current, candidate)
        for trial in trials
        for key, current, candidate in feedback_store.differences(trial)
    }
    is_split = any(trial.share > 0 for trial in trials)
    part = ALPHA / 2 if is_split else ALPHA
    known = [key for key in differences if key in decided]
    unseen = [key for key in known if key not in trained]
    by_curators = _contest(((*differences[key], decided[key]) for key in unseen), part)
    by_users = _contest(_user_verdicts(feedback, decided), part)
    complaints = None
    if is_split:
        complaints = _complaints(tallies, feedback_store.key_counts(trials[0]), feedback, part)
    compared, same = tallies["compared"], tallies["same"]
    outcome, verdict = _verdict(trials[-1], by_curators, complaints)
    notes: tuple[str, ...] = ()
    if complaints is not None:
        notes = (_DISTINCT, _ESTIMATED) if complaints.keys_estimated else (_DISTINCT,)
    if len(unseen) < len(known):
        notes = (*notes, _TRAINED.format(count=len(known) - len(unseen)))
    return TrialResult(
        trial=trials[-1],
        shares=tuple(trial.share for trial in trials),
        compared=compared,
        same=same,
        agreement=_rate(same, compared),
        differing=len(differences),
        decisions=by_curators,
        feedback=by_users,
        feedback_bias=CANARY_BIAS if is_split else SHADOW_BIAS,
        complaints=complaints,
        outcome=outcome,
        verdict=verdict,
        suffices=outcome in (BETTER, WORSE),
        notes=notes,
        trained_on=len(known) - len(unseen),
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


def _complaints(
    tallies: Counter[str],
    keys: Mapping[str, KeyCount],
    feedback: Iterable[Feedback],
    alpha: float,
) -> Complaints:
    first: dict[bytes, Feedback] = {}
    complaints = {CURRENT: 0, CANDIDATE: 0}
    for item in feedback:
        if not item.right:
            complaints[item.arm] += 1
            first.setdefault(item.unit, item)
    candidate = sum(item.arm == CANDIDATE for item in first.values())
    current = len(first) - candidate
    answers = tallies[CURRENT], tallies[CANDIDATE]
    none = KeyCount(0, exact=True)
    current_keys, candidate_keys = keys.get(CURRENT, none), keys.get(CANDIDATE, none)
    return Complaints(
        current=current,
        candidate=candidate,
        current_complaints=complaints[CURRENT],
        candidate_complaints=complaints[CANDIDATE],
        current_answers=answers[0],
        candidate_answers=answers[1],
        current_keys=current_keys.count,
        candidate_keys=candidate_keys.count,
        current_rate=_rate(complaints[CURRENT], answers[0]),
        candidate_rate=_rate(complaints[CANDIDATE], answers[1]),
        current_key_rate=_rate(current, current_keys.count),
        candidate_key_rate=_rate(candidate, candidate_keys.count),
        keys_estimated=not (current_keys.exact and candidate_keys.exact),
        evidence=_split_evidence(first.values(), alpha),
    )


def _split_evidence(complaints: Iterable[Feedback], alpha: float) -> SequentialTestResult:
    """Test whether complaining keys fall to the candidate as often as its share of the keys.

    The share may have been changed: the e-values of the shares are multiplied, which is valid because each
    starts at 1 and tests its own complaints. An interval exists for a single share only.
    """
    counts: dict[float, list[int]] = {}
    for item in complaints:
        if item.trial is not None and 0 < item.trial.candidate_chance < 1:
            cell = counts.setdefault(item.trial.candidate_chance, [0, 0])
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


def _verdict(trial: Trial, curators: PairedWins, complaints: Complaints | None) -> tuple[str, str]:
    """Return the outcome, and the verdict as a sentence."""
    sources: list[tuple[SequentialTestResult, Callable[[SequentialTestResult], bool], str, str]] = [
        (
            curators.evidence,
            lambda evidence: evidence.above,
            "curators' decisions on texts with different predictions",
            "decisions on texts with different predictions",
        )
    ]
    if complaints is not None:
        sources.append(
            (
                complaints.evidence,
                lambda evidence: not evidence.above,
                "users' complaints",
                "keys with a complaint",
            )
        )
    conclusions = {(better(evidence), source) for evidence, better, source, _ in sources if evidence.suffices}
    if len({better for better, _ in conclusions}) == 2:
        return CONFLICT, "Curators and users disagree: check the texts with different predictions."
    if conclusions:
        better = next(iter(conclusions))[0]
        reasons = " and ".join(sorted(source for _, source in conclusions))
        name = trial.names[1]
        return (
            BETTER if better else WORSE,
            f"{name[0].upper()}{name[1:]} is {'better' if better else 'worse'}, based on {reasons}. "
            "The evidence is sufficient.",
        )
    return OPEN, f"No conclusion yet. {_still_needed([(evidence, unit) for evidence, _, _, unit in sources])}"


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

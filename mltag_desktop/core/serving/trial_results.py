"""Results of a trial of a candidate against the active model, and the verdict."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from mltag_desktop.core.evaluation.statistics.metrics import wilson
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import CANDIDATE, CURRENT, Feedback, Trial, same_text
from mltag_desktop.core.serving.sequential_test import ALPHA, Evidence, weigh

_BIASED: Final = (
    "In a shadow trial, users see only the active model's predictions, so feedback is biased against it. "
    "Rely more on the curators' decisions on texts with different predictions."
)
_DISTINCT: Final = "Only the first complaint per key counts, so that one user cannot decide the trial."


@dataclass(frozen=True)
class PairedWins:
    """Number of differing texts on which the candidate, the active model or neither was right."""

    candidate_right: int
    current_right: int
    neither: int
    evidence: Evidence


@dataclass(frozen=True)
class Complaints:
    """Number of keys with complaints about the answers of each model."""

    current: int
    candidate: int
    current_answers: int
    candidate_answers: int
    current_rate: tuple[float, float, float]
    """Complaints per answer, with the 95% confidence interval."""
    candidate_rate: tuple[float, float, float]
    evidence: Evidence
    """Test of the share of complaints about the candidate against the candidate's share of keys."""


@dataclass(frozen=True)
class TrialResult:
    """The results of one trial."""

    trial: Trial
    compared: int
    same: int
    agreement: tuple[float, float, float]
    """Share of the compared answers with the same tag, with the 95% confidence interval."""
    differing: int
    """Number of distinct texts for which the models predict different tags."""
    decisions: PairedWins
    """Results on differing texts with a curator's decision."""
    feedback: PairedWins
    """Results on differing texts with users' feedback."""
    complaints: Complaints | None
    """None for a shadow model."""
    verdict: str
    suffices: bool
    notes: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the results as JSON-compatible values."""
        content = asdict(self)
        for contest in (content["decisions"], content["feedback"], content["complaints"]):
            if contest is not None:
                contest["evidence"]["suffices"] = contest["evidence"]["e_value"] >= 1 / ALPHA
        return content


def evaluate_trials(feedback_store: FeedbackStore, alpha: float = ALPHA) -> list[TrialResult]:
    """Evaluate all trials of the service, oldest first."""
    decided = {key: decision.tag for key, decision in feedback_store.decisions().items()}
    feedback = feedback_store.feedback()
    return [
        _evaluate(feedback_store, trial, tallies, decided, feedback, alpha)
        for trial, tallies in feedback_store.trials()
    ]


def _evaluate(
    feedback_store: FeedbackStore,
    trial: Trial,
    tallies: dict[str, int],
    decided: dict[bytes, str],
    all_feedback: Sequence[Feedback],
    alpha: float,
) -> TrialResult:
    feedback = [item for item in all_feedback if item.trial == trial]
    differences = feedback_store.differences(trial)
    by_curators = _contest(
        ((current, candidate, decided[key]) for key, current, candidate in differences if key in decided),
        alpha,
    )
    by_users = _contest(_user_verdicts(feedback, decided), alpha)
    complaints = _complaints(trial, tallies, feedback, alpha) if trial.share > 0 else None
    compared, same = tallies.get("compared", 0), tallies.get("same", 0)
    verdict, suffices = _verdict(by_curators, complaints)
    notes = (_DISTINCT,) if complaints is not None else (_BIASED,)
    return TrialResult(
        trial,
        compared,
        same,
        _rate(same, compared),
        len(differences),
        by_curators,
        by_users,
        complaints,
        verdict,
        suffices,
        notes,
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
    trial: Trial, tallies: dict[str, int], feedback: Iterable[Feedback], alpha: float
) -> Complaints:
    units: dict[bytes, str] = {}
    for item in feedback:
        if not item.right:
            units.setdefault(item.unit, item.arm)
    candidate = sum(arm == CANDIDATE for arm in units.values())
    current = len(units) - candidate
    answers = tallies.get(CURRENT, 0), tallies.get(CANDIDATE, 0)
    return Complaints(
        current,
        candidate,
        *answers,
        _rate(current, answers[0]),
        _rate(candidate, answers[1]),
        weigh(candidate, candidate + current, trial.share, alpha),
    )


def _rate(hits: int, total: int) -> tuple[float, float, float]:
    hits = min(hits, total)
    return (hits / total if total else 0.0, *wilson(hits, total))


def _verdict(curators: PairedWins, complaints: Complaints | None) -> tuple[str, bool]:
    """Return the verdict as a sentence, and whether the evidence is sufficient."""
    sources: list[tuple[Evidence, Callable[[Evidence], bool], str]] = [
        (
            curators.evidence,
            lambda evidence: evidence.above,
            "curators' decisions on texts with different predictions",
        )
    ]
    if complaints is not None:
        sources.append((complaints.evidence, lambda evidence: not evidence.above, "users' complaints"))
    conclusions = {(better(evidence), source) for evidence, better, source in sources if evidence.suffices}
    if len({better for better, _ in conclusions}) == 2:
        return "Curators and users disagree: check the texts with different predictions.", False
    if conclusions:
        better = next(iter(conclusions))[0]
        reasons = " and ".join(sorted(source for _, source in conclusions))
        return (
            (
                f"The candidate is better, based on {reasons}. The evidence is sufficient."
                if better
                else f"The candidate is worse, based on {reasons}. The evidence is sufficient."
            ),
            True,
        )
    return f"No conclusion yet. {_still_needed(sources)}", False


def _still_needed(sources: Sequence[tuple[Evidence, Callable[[Evidence], bool], str]]) -> str:
    estimates = [
        (evidence.needed - evidence.draws, source)
        for evidence, _, source in sources
        if evidence.needed is not None
    ]
    if not estimates:
        return (
            "So far there is no difference between the models; more decisions on texts with different "
            "predictions are needed."
        )
    more, source = min(estimates)
    return f"At this rate, about {more:,} more {source} are needed."

"""A candidate beside the current model, as the service saw both, and when to believe what is seen."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from mltag_desktop.core.evaluation.metrics import wilson
from mltag_desktop.core.serving.evidence import ALPHA, Evidence, weigh
from mltag_desktop.core.serving.inbox import Inbox
from mltag_desktop.core.serving.items import CANDIDATE, CURRENT, Feedback, Trial, same_text

_BIASED: Final = (
    "In a shadow trial, users see only the active model's predictions, so feedback is biased against it. "
    "Rely more on the curators' decisions on texts with different predictions."
)
_DISTINCT: Final = "Only the first complaint per key counts, so that one user cannot decide the trial."


@dataclass(frozen=True)
class Contest:
    """How often the candidate won over the current model, where one of them was right."""

    candidate_right: int
    current_right: int
    neither: int
    evidence: Evidence


@dataclass(frozen=True)
class Complaints:
    """Complaints about each model's answers, told apart by keys."""

    current: int
    candidate: int
    current_answers: int
    candidate_answers: int
    current_rate: tuple[float, float, float]
    """Complaints an answer, with its 95% interval."""
    candidate_rate: tuple[float, float, float]
    evidence: Evidence
    """Of a complaint being about the candidate; without a difference that chance is its share."""


@dataclass(frozen=True)
class Judged:
    """What is known of one trial."""

    trial: Trial
    compared: int
    same: int
    agreement: tuple[float, float, float]
    """Share of the compared answers that have the same tag, with its 95% interval."""
    differing: int
    """Texts told apart that the two tag differently."""
    decisions: Contest
    """On differing texts that curators decided."""
    feedback: Contest
    """On differing texts that users corrected or confirmed."""
    complaints: Complaints | None
    """None for a shadow."""
    verdict: str
    suffices: bool
    notes: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-able values."""
        content = asdict(self)
        for contest in (content["decisions"], content["feedback"], content["complaints"]):
            if contest is not None:
                contest["evidence"]["suffices"] = contest["evidence"]["e_value"] >= 1 / ALPHA
        return content


def judge_trials(inbox: Inbox, alpha: float = ALPHA) -> list[Judged]:
    """Judge every trial that the service ran, the latest last."""
    decided = {key: each.tag for key, each in inbox.decisions().items()}
    feedback = inbox.feedback()
    return [_judge(inbox, trial, tallies, decided, feedback, alpha) for trial, tallies in inbox.trials()]


def _judge(
    inbox: Inbox,
    trial: Trial,
    tallies: dict[str, int],
    decided: dict[bytes, str],
    every: Sequence[Feedback],
    alpha: float,
) -> Judged:
    feedback = [each for each in every if each.trial == trial]
    differences = inbox.differences(trial)
    by_curators = _contest(
        ((current, candidate, decided[key]) for key, current, candidate in differences if key in decided),
        alpha,
    )
    by_users = _contest(_told(feedback, decided), alpha)
    complaints = _complaints(trial, tallies, feedback, alpha) if trial.share > 0 else None
    compared, same = tallies.get("compared", 0), tallies.get("same", 0)
    verdict, suffices = _verdict(by_curators, complaints)
    notes = (_DISTINCT,) if complaints is not None else (_BIASED,)
    return Judged(
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


def _contest(known: Iterable[tuple[str, str, str]], alpha: float) -> Contest:
    """Count (current's tag, candidate's tag, what it is) where the two differ."""
    wins = losses = neither = 0
    for current, candidate, truth in known:
        wins += candidate == truth
        losses += current == truth
        neither += truth not in (current, candidate)
    return Contest(wins, losses, neither, weigh(wins, wins + losses, 0.5, alpha))


def _told(feedback: Iterable[Feedback], decided: dict[bytes, str]) -> Iterable[tuple[str, str, str]]:
    """Yield both tags and what users say, once a text and not where a curator decided."""
    seen: set[bytes] = set()
    for each in feedback:
        truth = each.served_tag if each.right else each.tag
        key = same_text(each.text)
        other = each.other_tag
        if truth is None or other is None or other == each.served_tag or key in decided or key in seen:
            continue
        seen.add(key)
        pair = (each.served_tag, other)
        current, candidate = pair if each.arm == CURRENT else pair[::-1]
        yield current, candidate, truth


def _complaints(
    trial: Trial, tallies: dict[str, int], feedback: Iterable[Feedback], alpha: float
) -> Complaints:
    units: dict[bytes, str] = {}
    for each in feedback:
        if not each.right:
            units.setdefault(each.unit, each.arm)
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


def _verdict(curators: Contest, complaints: Complaints | None) -> tuple[str, bool]:
    """Say in a sentence what the evidence says, and whether it suffices."""
    found: list[tuple[Evidence, Callable[[Evidence], bool], str]] = [
        (
            curators.evidence,
            lambda seen: seen.above,
            "curators' decisions on texts with different predictions",
        )
    ]
    if complaints is not None:
        found.append((complaints.evidence, lambda seen: not seen.above, "users' complaints"))
    said = {(better(seen), what) for seen, better, what in found if seen.suffices}
    if len({better for better, _ in said}) == 2:
        return "Curators and users disagree: check the texts with different predictions.", False
    if said:
        better = next(iter(said))[0]
        reasons = " and ".join(sorted(what for _, what in said))
        return (
            (
                f"The candidate is better, based on {reasons}. The evidence is sufficient."
                if better
                else f"The candidate is worse, based on {reasons}. The evidence is sufficient."
            ),
            True,
        )
    return f"No conclusion yet. {_still_needed(found)}", False


def _still_needed(found: Sequence[tuple[Evidence, Callable[[Evidence], bool], str]]) -> str:
    hopes = [(seen.needed - seen.draws, what) for seen, _, what in found if seen.needed is not None]
    if not hopes:
        return (
            "So far there is no difference between the models; more decisions on texts with different "
            "predictions are needed."
        )
    more, what = min(hopes)
    return f"At this rate, about {more:,} more {what} are needed."

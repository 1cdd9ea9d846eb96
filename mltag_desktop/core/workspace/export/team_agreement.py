"""Compare the decisions of several curators: who differs from the others or from known answers, the pace."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

from mltag_desktop.core.workspace.decisions.curation_progress import LEAST_MINUTES, pace
from mltag_desktop.core.workspace.export.shared_decisions import SharedDecision, kappa


@dataclass(frozen=True)
class TeamMember:
    """The decisions of one curator beside those of all the others."""

    name: str
    decisions: int
    """Number of texts that the curator decided; imported decisions are left out."""
    compared: int
    """Number of pairs of a decision with that of another curator on the same text."""
    kappa: float | None
    """Cohen's kappa over these pairs; None if undefined."""
    per_hour: float | None
    """Decisions per hour without breaks; None where they took less than a minute."""
    main_tag: str | None = None
    """The tag that the curator gave most often; None without decisions."""
    main_share: float = 0.0
    """Share of the decisions that have this tag."""
    checked: int = 0
    """Number of decided texts with a known answer."""
    right: int = 0
    """Number of these with the known answer."""


@dataclass(frozen=True)
class TeamPair:
    """The agreement of two curators on the texts that both decided."""

    one: str
    other: str
    texts: int
    agreed: int
    kappa: float | None


@dataclass(frozen=True)
class TeamAgreement:
    """The agreement of several curators."""

    members: tuple[TeamMember, ...]
    pairs: tuple[TeamPair, ...]
    shared: int
    """Number of texts that all curators decided."""
    unanimous: int
    """Number of these with one tag from all."""


def team_agreement(
    shared: Mapping[str, Sequence[SharedDecision]], known: Sequence[SharedDecision] = ()
) -> TeamAgreement:
    """Compare the main tags in the files of several curators, by the name of each, and with known answers."""
    answers = {each.digest: each.tag for each in sorted(known, key=lambda each: each.time)}
    own = {name: [each for each in given if not each.origin] for name, given in shared.items()}
    tags = {
        name: {each.digest: each.tag for each in sorted(given, key=lambda each: each.time)}
        for name, given in own.items()
    }
    with_others: dict[str, list[tuple[str, str]]] = defaultdict(list)
    pairs = []
    for one, other in combinations(tags, 2):
        both = [(tag, tags[other][digest]) for digest, tag in tags[one].items() if digest in tags[other]]
        with_others[one] += both
        with_others[other] += [(theirs, mine) for mine, theirs in both]
        agreed = sum(mine == theirs for mine, theirs in both)
        pairs.append(TeamPair(one, other, len(both), agreed, kappa(both)))
    everybody = set.intersection(*({*given} for given in tags.values())) if tags else set()
    return TeamAgreement(
        members=tuple(
            _member(name, given, with_others[name], own[name], answers) for name, given in tags.items()
        ),
        pairs=tuple(pairs),
        shared=len(everybody),
        unanimous=sum(len({given[digest] for given in tags.values()}) == 1 for digest in everybody),
    )


def _member(
    name: str,
    tags: Mapping[str, str],
    with_others: Sequence[tuple[str, str]],
    own: Sequence[SharedDecision],
    answers: Mapping[str, str],
) -> TeamMember:
    most = Counter(tags.values()).most_common(1)
    return TeamMember(
        name,
        len(tags),
        len(with_others),
        kappa(with_others),
        _per_hour(own),
        main_tag=most[0][0] if most else None,
        main_share=most[0][1] / len(tags) if most else 0.0,
        checked=sum(digest in answers for digest in tags),
        right=sum(answers.get(digest) == tag for digest, tag in tags.items()),
    )


def _per_hour(decisions: Sequence[SharedDecision]) -> float | None:
    """Return the pace of single decisions; those with one time were made together."""
    times: dict[str, list[datetime]] = defaultdict(list)
    for each in decisions:
        try:
            at = datetime.fromisoformat(each.time)
        except ValueError:
            continue
        times[each.time].append(at if at.tzinfo else at.replace(tzinfo=UTC))
    single, minutes = pace(times.values())
    return single / minutes * 60 if minutes >= LEAST_MINUTES else None

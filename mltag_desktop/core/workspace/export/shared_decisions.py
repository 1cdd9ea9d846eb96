"""Decisions of several curators: shared, merged and compared.

Share decisions between curators: export them to a small file, plan and apply an import.

Compare the decisions of several curators: who differs from the others or from known answers, the pace.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_write, read_bounded, read_error
from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.decision_statistics import LEAST_MINUTES, pace
from mltag_desktop.core.workspace.export.export_options import latest
from mltag_desktop.core.workspace.storage.metadata import aliases_of
from mltag_desktop.core.workspace.types import Change, DecisionKind, JournalEntry, RowId
from mltag_desktop.core.workspace.workspace import Workspace

FORMAT: Final = "mltag-decisions"
FORMAT_VERSION: Final = 1
MOST_BYTES: Final = 256 << 20
_AT_ONCE: Final = 2_000
_ORIGIN_IN_NOTE: Final = re.compile(r"(?:^|[\n(])([^\n(]*, \d{4}-\d\d-\d\dT[^\s()]+)\)?$")
"""The origin at the end of the note that an earlier version gave each imported decision."""
_HINT: Final = message("Ask for a file exported by MLTag Desktop.")


class ConflictRule(StrEnum):
    """Rule for conflicts without an individual choice."""

    OURS = "ours"
    THEIRS = "theirs"
    NEWER = "newer"
    FLAG = "flag"
    """Flag the record for review."""


@dataclass(frozen=True)
class SharedDecision:
    """The decision on one text in a colleague's file."""

    digest: str
    """blake2b digest of the model's input text, 16 bytes, as hex."""
    tag: str
    curator: str
    time: str
    note: str
    origin: str = ""
    """Curator and time of the decision that the colleague imported; empty for the colleague's own."""
    additional: tuple[str, ...] = ()
    """Additional tags, in the order in which they were given."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag and the additional tags."""
        return self.tag, *self.additional

    def with_names(self, now: Mapping[str, str]) -> "SharedDecision":
        """Return the decision with the present names of its tags."""
        tag, *additional = dict.fromkeys(now.get(name, name) for name in self.tags)
        return replace(self, tag=tag, additional=tuple(additional))

    @property
    def made(self) -> str:
        """When it was made; for one that the colleague imported, by the curator who made it."""
        return _made(self.time, self.origin)


@dataclass(frozen=True)
class DecisionConflict:
    """A record that two curators tagged differently."""

    row: RowId
    text: str
    ours: str
    our_curator: str
    """Who decided; for an imported decision, the curator who made it."""
    our_time: str
    """When it was made, also if it was imported later."""
    our_step: int
    """The step of the journal with our decision."""
    theirs: SharedDecision

    @property
    def is_theirs_newer(self) -> bool:
        """Whether the colleague's decision was made after ours."""
        return self.theirs.made > self.our_time


@dataclass(frozen=True)
class CuratorAgreement:
    """Agreement of two curators on a tag, corrected for chance."""

    tag: str
    both: int
    """Number of records that both gave the tag."""
    either: int
    kappa: float | None
    """Cohen's kappa of the tag against all other tags; None if undefined."""


@dataclass(frozen=True)
class AgreementPeriod:
    """Agreement of two curators on the records that the later of them decided in one week."""

    week: str
    """Date of the week's Monday, ISO."""
    records: int
    kappa: float | None


@dataclass(frozen=True)
class SharedPlan:
    """The effects of importing a colleague's decisions."""

    agreed: int
    """Number of records that both decided, with the same tag."""
    new: Mapping[RowId, SharedDecision] = field(repr=False)
    """Records that only the colleague decided."""
    conflicts: tuple[DecisionConflict, ...]
    unknown: int
    """Number of decisions on texts that are not in this workspace."""
    new_tags: tuple[str, ...]
    """Tags that are missing from this workspace's tag set."""
    agreement: tuple[CuratorAgreement, ...]
    kappa: float | None
    """Cohen's kappa over all tags."""
    curators: tuple[str, ...]
    periods: tuple[AgreementPeriod, ...] = ()
    """Agreement over time, oldest first; records without a readable time are left out."""
    copied: int = 0
    """Number of records with one decision on both sides, from a copied workspace or an earlier import."""
    other_additional: int = 0
    """Number of records with the same tag on both sides and other additional tags, which an import keeps."""


def export_decisions(progress: Progress, workspace: Workspace, out: Path, *, replace: bool = False) -> int:
    """Write the current decisions as JSON lines with the digests of their texts; return their number."""
    entries = latest(workspace)
    rows, origins = np.array(sorted(entries), np.int64), _origins(workspace, entries)
    with atomic_write(out, replace=replace) as file:
        head = {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "tags": [tag.name for tag in workspace.tag_set.tags],
        }
        file.write(json.dumps(head, ensure_ascii=False).encode() + b"\n")
        for start in range(0, len(rows), _AT_ONCE):
            progress.report(start / len(rows), "Writing the decisions")
            part = rows[start : start + _AT_ONCE]
            for row, digest in zip(part.tolist(), workspace.table.digests(part), strict=True):
                entry = entries[row]
                line: dict[str, Any] = {
                    "digest": digest.hex(),
                    "tag": entry.tag,
                    "curator": entry.curator,
                    "time": entry.time,
                    "note": workspace.decisions.note_on(row),
                    "origin": origins.get(row, ""),
                }
                if additional := workspace.decisions.additional_tags(row):
                    line["additional_tags"] = additional
                file.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    return len(rows)


def read_decisions(path: Path) -> list[SharedDecision]:
    """Read a colleague's file; raises `MltagError` for any other file."""
    try:
        lines = read_bounded(path, MOST_BYTES).decode("utf-8-sig").split("\n")
        head = json.loads(lines[0])
        if head["format"] != FORMAT:
            raise ValueError(head["format"])
        if head["version"] > FORMAT_VERSION:
            raise MltagError(
                message("{name} was written by a newer version of MLTag Desktop.", name=path.name),
                "Install the newer version to read it.",
            )
        return [_shared_decision(json.loads(line)) for line in lines[1:] if line.strip()]
    except OSError as error:
        raise read_error(path, error, "Check the name and try again.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise MltagError(
            message("{name} contains no decisions of a colleague.", name=path.name), _HINT
        ) from error


def plan_shared(progress: Progress, workspace: Workspace, shared: Sequence[SharedDecision]) -> SharedPlan:
    """Compare a colleague's decisions with the current ones; nothing is stored.

    Names that tags had before they were renamed or merged here count as the tags.
    """
    progress.report(0.0, "Comparing the decisions")
    now = aliases_of(workspace.tag_set.tags)
    shared = [each.with_names(now) for each in shared] if now else shared
    theirs = {each.digest: each for each in sorted(shared, key=lambda each: each.made)}
    given = {(each.digest, each.curator, each.time, each.tag) for each in shared}
    found = _rows_of(workspace, theirs)
    ours = latest(workspace)
    origins, several = _origins(workspace, ours), _allows_several(workspace)
    new: dict[RowId, SharedDecision] = {}
    pairs: list[tuple[str, str]] = []
    times: list[str] = []
    differing: list[RowId] = []
    other_additional = 0
    copied: set[RowId] = set()
    for row, each in found.items():
        entry = ours.get(row)
        if entry is None or entry.tag is None:
            new[row] = each
            continue
        is_copy = (each.digest, entry.curator, entry.time, each.tag) in given
        origin = origins.get(row, "")
        additional = workspace.decisions.additional_tags(row)
        if several and entry.tag == each.tag and {*additional} != {*each.additional}:
            other_additional += 1
        if entry.tag == each.tag and (is_copy or _was_imported(entry, origin, each)):
            copied.add(row)
            continue
        pairs.append((entry.tag, each.tag))
        times.append(max(_made(entry.time, origin), each.made))
        if entry.tag != each.tag:
            differing.append(row)
    conflicts = []
    for row, text in zip(differing, workspace.table.texts(differing), strict=True):
        entry, (by, _, made) = ours[row], origins.get(row, "").rpartition(", ")
        curator, time = by or entry.curator, made or entry.time
        conflicts.append(DecisionConflict(row, text, entry.tag or "", curator, time, entry.step, found[row]))
    names = [tag.name for tag in workspace.tag_set.tags]
    same = {found[row].digest for row in copied}
    known = {each.digest for each in found.values()}
    given_tags = {tag for each in found.values() for tag in (each.tags if several else (each.tag,))}
    return SharedPlan(
        agreed=len(pairs) - len(differing),
        new=new,
        conflicts=tuple(conflicts),
        unknown=len(theirs) - len(known),
        new_tags=tuple(sorted(given_tags - set(names))),
        agreement=tuple(_agreement(tag, pairs) for tag in sorted({tag for pair in pairs for tag in pair})),
        kappa=kappa(pairs),
        curators=tuple(sorted({each.curator for each in shared if each.digest not in same})),
        periods=_periods(pairs, times),
        copied=len(copied),
        other_additional=other_additional,
    )


def apply_shared(
    progress: Progress,
    workspace: Workspace,
    plan: SharedPlan,
    rule: ConflictRule = ConflictRule.OURS,
    chosen: Mapping[RowId, str] | None = None,
) -> Change:
    """Apply the colleague's new decisions and resolve conflicts, individually or by rule; one undo step.

    `chosen` has a tag for each conflict that was resolved individually. Decisions made since the plan are
    kept, and the notes and additional tags of the records too: the colleague's are added to them. The
    journal names who made each imported decision; a conflict resolved with another tag than the colleague's
    is a decision of one's own. Raises `MltagError` for a tag that is not in the tag set: add `plan.new_tags`
    first.
    """
    progress.report(0.0, "Importing decisions")
    choices, ours = chosen or {}, latest(workspace)
    sources = {row: shared for row, shared in plan.new.items() if row not in ours}
    tags = {row: shared.tag for row, shared in sources.items()}
    flags: list[RowId] = []
    for conflict in plan.conflicts:
        entry = ours.get(conflict.row)
        if entry is not None and (entry.tag, entry.step) != (conflict.ours, conflict.our_step):
            continue
        newer = rule is ConflictRule.NEWER and conflict.is_theirs_newer
        if conflict.row in choices:
            tags[conflict.row] = choices[conflict.row]
        elif rule is ConflictRule.THEIRS or newer:
            tags[conflict.row] = conflict.theirs.tag
        elif rule is ConflictRule.FLAG:
            flags.append(conflict.row)
            continue
        else:
            continue
        sources[conflict.row] = conflict.theirs
    given = {row: (tag, _note_with(workspace, row, sources[row])) for row, tag in tags.items()}
    several = _allows_several(workspace)
    additional = {
        row: [tag for tag in each.additional if tag != tags[row]]
        for row, each in sources.items()
        if several and tags[row] in each.tags
    }
    origins = {
        row: each.origin or _origin(each.curator, each.time)
        for row, each in sources.items()
        if tags[row] == each.tag
    }
    whose = ", ".join(plan.curators) or message("a colleague")
    label = message(
        "Import decisions from {whose} ({count:,} records)", whose=whose, count=len(tags) + len(flags)
    )
    return workspace.decisions.decide_each(given, flags, label, additional=additional, origins=origins)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa, (p_o - p_e) / (1 - p_e), of two curators' tags for the same records.

    p_o is the share of records on which they agree, p_e the share expected by chance from the tag frequencies
    of both (J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological
    Measurement 20, 1960). None without records, or if chance alone explains all agreement (p_e = 1).
    """
    if not pairs:
        return None
    ours: dict[str, int] = defaultdict(int)
    theirs: dict[str, int] = defaultdict(int)
    for one, other in pairs:
        ours[one] += 1
        theirs[other] += 1
    total = len(pairs)
    observed = sum(one == other for one, other in pairs) / total
    expected = sum(ours[tag] * theirs[tag] for tag in ours) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def _periods(pairs: Sequence[tuple[str, str]], times: Sequence[str]) -> tuple[AgreementPeriod, ...]:
    by_week: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair, time in zip(pairs, times, strict=True):
        try:
            day = datetime.fromisoformat(time).date()
        except ValueError:
            continue
        by_week[(day - timedelta(days=day.weekday())).isoformat()].append(pair)
    return tuple(AgreementPeriod(week, len(found), kappa(found)) for week, found in sorted(by_week.items()))


def _agreement(tag: str, pairs: Iterable[tuple[str, str]]) -> CuratorAgreement:
    sides = [(str(one == tag), str(other == tag)) for one, other in pairs]
    both = sum(one == other == "True" for one, other in sides)
    either = sum("True" in side for side in sides)
    return CuratorAgreement(tag, both, either, kappa(sides))


def _rows_of(workspace: Workspace, theirs: Mapping[str, SharedDecision]) -> dict[RowId, SharedDecision]:
    """Return the shared decision for each record here; records with the same text get the same one."""
    rows = np.arange(workspace.table.count)
    known = {bytes.fromhex(digest): shared for digest, shared in theirs.items()}
    digests = workspace.table.digests(rows)
    return {row: known[digest] for row, digest in enumerate(digests) if digest in known}


def _allows_several(workspace: Workspace) -> bool:
    """Return whether records may have additional tags: unless one tag was chosen."""
    return workspace.tag_set.several is not False


def _origins(workspace: Workspace, decided: Mapping[RowId, JournalEntry]) -> dict[RowId, str]:
    """Return the origins of those decisions that were imported, also by an earlier version."""
    origins = {row: origin for row, entry in decided.items() if (origin := _origin_in(entry.note))}
    for entry in workspace.journal.entries():
        row = entry.record
        if (
            entry.kind == DecisionKind.IMPORTED
            and row is not None
            and row in decided
            and decided[row].step == entry.step
        ):
            origins[row] = entry.note
    return origins


def _origin_in(note: str) -> str:
    found = _ORIGIN_IN_NOTE.search(note)
    return found[1] if found else ""


def _was_imported(entry: JournalEntry, origin: str, shared: SharedDecision) -> bool:
    """Return whether one of two decisions has the other as its origin, or both have the same origin."""
    return (
        origin == _origin(shared.curator, shared.time)
        or shared.origin == _origin(entry.curator, entry.time)
        or (bool(origin) and origin == shared.origin)
    )


def _origin(curator: str, time: str) -> str:
    return f"{curator or 'a colleague'}, {time}"


def _made(time: str, origin: str) -> str:
    """Return when a decision was made, given the time of its entry and its origin, if it was imported."""
    return origin.rpartition(", ")[2] or time


def _note_with(workspace: Workspace, row: RowId, shared: SharedDecision) -> str:
    """Return the note of a record with that of the colleague below it, if there is one."""
    if not shared.note:
        return ""
    return workspace.decisions.note_with(row, f"{shared.note} ({shared.curator or 'a colleague'})")


def _shared_decision(line: Mapping[str, Any]) -> SharedDecision:
    if len(bytes.fromhex(line["digest"])) != 16 or not str(line["tag"]).strip():
        raise ValueError("no decision")
    additional = line.get("additional_tags", [])
    if not isinstance(additional, list) or not all(
        isinstance(tag, str) and tag.strip() for tag in additional
    ):
        raise ValueError("no additional tags")
    curator, time, note = (str(line.get(key, "")) for key in ("curator", "time", "note"))
    origin = str(line["origin"]) if "origin" in line else _origin_in(note)  # as in `_origins`
    return SharedDecision(
        line["digest"].lower(), str(line["tag"]), curator, time, note, origin, tuple(additional)
    )


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

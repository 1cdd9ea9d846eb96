"""Certificates: how many of the records above a confidence are wrong at most, proven by random checks.

A certification is a plan that is stored before its first check: one cut or a few, the records to check in
their order, and for each cut how many checks prove the allowed error with 0, 1, 2, … wrong ones. It ends with
a certificate. Both are steps of the journal. Both hold for one model, one table and one set of tags, and are
void with any other.

Cuts are tested from the strictest to the loosest, each with its own plan at the full level, and the first one
that is not proven ends the certification: a fixed sequence (Glimm, Maurer, Bretz 2010, "Hierarchical testing
of multiple endpoints in group-sequential trials"). A false certificate needs a false proof of the first cut
whose records have more errors than allowed. The plan of that cut alone has a false proof at any of its looks
with a probability of at most the level, whatever happens with the other cuts. So it does not matter either
when a curator stops.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import Message, NumberText, message, message_plural
from mltag_desktop.core.serialization import from_plain, to_plain
from mltag_desktop.core.workspace.storage.journal import now
from mltag_desktop.core.workspace.types import DECIDED, POSTPONED, Action, Change, Mark, RowId, States, Status
from mltag_desktop.core.workspace.workspace import Workspace

CONFIDENCE: Final = 0.95
"""Confidence of a certificate."""
_RUNNING: Final = "certification"
_ISSUED: Final = "certificate"
_CANCELLED: Final = "cancelled_certification"
T = TypeVar("T")


class CheckAnswer(IntEnum):
    """The state of one check."""

    OPEN = -1
    WRONG = 0
    RIGHT = 1
    POSTPONED = 2
    """Skipped, or marked as unsure; counts as wrong until it is decided."""


@dataclass(frozen=True)
class Basis:
    """The state for which a certificate is valid: model, tags, and the table with its records."""

    model: str
    tags: tuple[str, ...]
    table: str
    """Changes with the records and their texts."""


@dataclass(frozen=True)
class CutPlan:
    """The checks that prove the allowed error above one cut."""

    cut: float
    records: int
    """Number of records above the cut that the certificate is about."""
    needed: tuple[int, ...]
    """Number of checks that prove the allowed error, with 0, 1, 2, … wrong ones."""
    sample: tuple[RowId, ...]
    """The records to check, in this order."""


@dataclass(frozen=True)
class CertificationPlan:
    """A plan of random checks above a cut, and above stricter cuts; immutable."""

    allowed: float
    """Allowed error rate."""
    cut: float
    """The loosest cut, as `records` and `needed`."""
    records: int
    needed: tuple[int, ...]
    sample: tuple[RowId, ...]
    """All records to check, in this order; each cut needs the first ones above it."""
    known: int
    """Number of checks that were known at the start, the first ones of `sample`."""
    level: float
    """Largest probability of a proof if more is wrong than allowed."""
    basis: Basis
    stricter: tuple[CutPlan, ...] = ()
    """The cuts to prove before the loosest one, the strictest first."""

    @property
    def cuts(self) -> tuple[CutPlan, ...]:
        """All cuts in the order in which they are proven, the strictest first."""
        return (*self.stricter, CutPlan(self.cut, self.records, self.needed, self.sample))

    @property
    def first_proof(self) -> int:
        """Smallest number of new checks that prove the strictest cut: if all are right."""
        strictest, known = self.cuts[0], set(self.sample[: self.known])
        return sum(row not in known for row in strictest.sample[: strictest.needed[0]])


@dataclass(frozen=True)
class Certificate:
    """A proven error bound, and the checks behind it."""

    allowed: float
    cut: float
    records: int
    checked: int
    wrong: int
    curator: str
    time: str
    """ISO 8601, UTC."""
    sample: tuple[RowId, ...]
    """The checked records."""
    basis: Basis
    errors: tuple[RowId, ...] | None = None
    """Records of `sample` that were wrong, skipped or unsure; None in certificates of earlier versions."""

    @property
    def sentence(self) -> Message:
        """The certificate as a sentence."""
        return message(
            "With 95% confidence at most {allowed:.0%} of the {records:,} records at {cut} or above are "
            "wrong; {checked:,} checked on {day} by {curator}, model {model}.",
            allowed=self.allowed,
            records=self.records,
            cut=cut_words(self.cut),
            checked=self.checked,
            day=self.time[:10],
            curator=self.curator,
            model=self.basis.model,
        )

    @property
    def short(self) -> Message:
        """The certificate for a status bar."""
        return message(
            "certified: at most {allowed:.0%} wrong above {cut}",
            allowed=self.allowed,
            cut=cut_words(self.cut),
        )


@dataclass(frozen=True)
class CheckState:
    """State of a running certification."""

    answered: tuple[RowId, ...]
    """The answered records among those that have to be checked so far."""
    errors: tuple[RowId, ...]
    """Records of `answered` that were wrong, skipped or marked as unsure."""
    postponed: int
    """Number of `errors` that were skipped or marked as unsure."""
    missing: int | None
    """Number of right checks that the next cut still needs; 0 if no further check can prove another cut, None
    if none can prove any."""
    open: tuple[RowId, ...]
    """The next records to check, as many as are missing if all are right."""
    proven_cut: CutPlan | None = None
    """The loosest cut that is proven so far."""
    next_cut: CutPlan | None = None
    """The cut that the next checks may prove."""
    proof: tuple[RowId, ...] = ()
    """The checks that prove `proven_cut` and all stricter ones."""

    @property
    def checked(self) -> int:
        """Number of answers among the records that have to be checked so far."""
        return len(self.answered)

    @property
    def wrong(self) -> int:
        """Number of these that are wrong, skipped or unsure."""
        return len(self.errors)

    @property
    def proven(self) -> bool:
        """Whether the allowed error is proven for a cut, so that a certificate can be issued."""
        return self.proven_cut is not None

    @property
    def complete(self) -> bool:
        """Whether a certificate can be issued that further checks cannot extend."""
        return self.missing == 0

    @property
    def failed(self) -> bool:
        """Whether no further check can lead to a proof."""
        return self.missing is None


@dataclass(frozen=True)
class CertificationState:
    """The certification and the certificate of a workspace."""

    running: CertificationPlan | None = None
    checks: CheckState | None = None
    """None without a running certification."""
    certificate: Certificate | None = None
    """While a certification is running, the earlier certificate if it still holds."""
    void: str = ""
    """Why the certificate, or else the running certification, does not hold any more; empty if it holds."""
    is_used: bool = False
    """Whether the next certification has to pay for the running one if that is cancelled.

    It does so for any new check. Answers from before the start are free: they could be looked at before any
    choice, and trying all choices with them breaks the promise less often than allowed
    (`benchmarks.certification`).
    """
    has_predictions: bool = True
    """Whether the active model predicted a record, so that there is something to certify."""

    @property
    def valid(self) -> Certificate | None:
        """The certificate if it holds."""
        return None if self.void else self.certificate


def cut_words(cut: float) -> NumberText:
    """Return a cut with as many decimals as it needs, at least two."""
    return NumberText(f"{cut:.4f}".rstrip("0").ljust(4, "0"))


def certificate_note(state: CertificationState) -> Message:
    """Return a report's note on the error of the records that nobody reviews."""
    issued = state.valid
    if issued is not None:
        return issued.sentence
    return message("There is no certificate for this table: the error of unreviewed records is unverified.")


def certification_state(workspace: Workspace) -> CertificationState:
    """Return the certification and the certificate of a workspace."""
    content = workspace.thresholds.content()
    running = _read(CertificationPlan, content, _RUNNING)
    issued = _read(Certificate, content, _ISSUED)
    lost = "" if issued is None else _changed(workspace, issued.basis) or _why_undone(workspace, issued)
    if running is None:
        predicted = issued is not None or bool((model_states(workspace).predicted >= 0).any())
        return CertificationState(None, None, issued, lost, has_predictions=predicted)
    checks, reason = check_state(workspace, running), _changed(workspace, running.basis)
    used = checks.failed or _has_new_answer(workspace, running, checks)
    return CertificationState(running, checks, None if lost else issued, reason, used)


def basis_of(workspace: Workspace) -> Basis:
    """Return the basis of a certificate that is issued now."""
    return Basis(
        workspace.models.active or "",
        tuple(tag.name for tag in workspace.tag_set.tags),
        workspace.table.stamp,
    )


def model_states(workspace: Workspace) -> States:
    """Return the states with the predictions of the active model, also where live predictions are shown.

    Live predictions change with each answer, so no sample can prove anything about them.
    """
    stored, states = workspace.table.live, workspace.states()
    fields = ("predicted", "confidence", "margin", "stale")
    arrays: dict[str, Any] = {name: stored.all(name)[: states.count] for name in fields}
    return replace(states, **arrays)


def answers(workspace: Workspace, rows: Sequence[RowId]) -> NDArray[np.int8]:
    """Return the `CheckAnswer` of each of these records.

    A decision on several records at once is a check only if all of them are among `rows`, or have the text of
    one: a tag that is given to a whole filter says nothing about each record.
    """
    states = model_states(workspace)
    places = np.asarray(rows, np.int64)
    found = np.full(len(places), CheckAnswer.OPEN, np.int8)
    if not len(places) or places.max() >= states.count:
        return found
    states = states.of(places)
    undecided = states.status == int(Status.TO_REVIEW)
    found[undecided & states.marked(POSTPONED)] = CheckAnswer.POSTPONED
    found[undecided & states.marked(Mark.OFF_TOPIC)] = CheckAnswer.WRONG
    decided = states.has_status(DECIDED) & ~states.again
    bulk = _bulk_decided(workspace, places[decided])
    decided &= ~np.isin(places, bulk)
    found[decided] = (states.decided == states.predicted)[decided]
    return found


def check_state(workspace: Workspace, running: CertificationPlan) -> CheckState:
    """Return how far a certification has come."""
    return count_checks(running, answers(workspace, running.sample))


def count_checks(running: CertificationPlan, found: NDArray[np.int8]) -> CheckState:
    """Return the state of a certification, given the `CheckAnswer` of each record of its sample.

    The plan of a cut looks at its first `needed[w]` records when w of them are wrong. They may be answered in
    any order, but all of them must be answered: a curator could leave out the difficult ones.
    """
    places = {row: place for place, row in enumerate(running.sample)}
    looked_at = np.zeros(len(found), np.bool_)
    proof = looked_at
    proven: CutPlan | None = None
    coming: CutPlan | None = None
    opened = np.zeros(0, np.intp)
    for cut in running.cuts:
        own = np.array([places[row] for row in cut.sample], np.intp)
        length, can_prove = _look(cut.needed, found[own])
        part = own[:length]
        looked_at = looked_at.copy()
        looked_at[part] = True
        if not can_prove:
            break
        opened = part[found[part] == CheckAnswer.OPEN]
        if len(opened):
            coming = cut
            break
        proven, proof = cut, looked_at
    answered = looked_at & (found != CheckAnswer.OPEN)
    errors = answered & (found != CheckAnswer.RIGHT)
    return CheckState(
        _rows(running.sample, answered),
        _rows(running.sample, errors),
        int((errors & (found == CheckAnswer.POSTPONED)).sum()),
        None if proven is None and coming is None else len(opened),
        tuple(running.sample[place] for place in opened.tolist()),
        proven,
        coming,
        _rows(running.sample, proof),
    )


def _look(needed: tuple[int, ...], found: NDArray[np.int8]) -> tuple[int, bool]:
    """Return how many of the first checks a plan looks at, and whether it can prove its cut with them."""
    errors = 0
    while errors < len(needed):
        part = found[: needed[errors]]
        wrong = int(((part != CheckAnswer.RIGHT) & (part != CheckAnswer.OPEN)).sum())
        if wrong <= errors:
            return len(part), True
        errors = wrong
    return needed[-1] if needed else 0, False


def _rows(sample: tuple[RowId, ...], chosen: NDArray[np.bool_]) -> tuple[RowId, ...]:
    return tuple(sample[place] for place in np.flatnonzero(chosen).tolist())


def start(workspace: Workspace, planned: CertificationPlan) -> Change:
    """Store a plan, as one undo step; raises `MltagError` if a certification is running."""
    workspace.require_writable()
    if certification_state(workspace).running is not None:
        raise MltagError(
            message("A certification is running already."), message("Finish or cancel it first.")
        )
    label = message("Start certifying the records above {cut}", cut=cut_words(planned.cut))
    return workspace.thresholds.record(label, {_RUNNING: to_plain(planned), _CANCELLED: None})


def cancel(workspace: Workspace) -> Change:
    """End the running certification without a certificate; raises `MltagError` without one."""
    state = certification_state(workspace)
    if state.running is None or state.checks is None:
        raise MltagError(message("No certification is running."), message("Start a certification first."))
    left = {"checked": state.checks.checked, "used": state.is_used}
    return workspace.thresholds.record(
        message("Cancel the certification"), {_RUNNING: None, _CANCELLED: left}
    )


def finish(workspace: Workspace) -> Change:
    """Issue the certificate of the loosest proven cut and review below it, as one undo step.

    Raises `MltagError` if no cut is proven.
    """
    workspace.require_writable()
    state = certification_state(workspace)
    running, checks = state.running, state.checks
    if running is None or checks is None:
        raise MltagError(message("No certification is running."), message("Start a certification first."))
    if state.void:
        raise MltagError(state.void, message("Cancel the certification and start again."))
    proven = checks.proven_cut
    if proven is None:
        raise MltagError(
            message("The allowed error is not proven yet."),
            message("Too many checks were wrong. Cancel and start again.")
            if checks.missing is None
            else message_plural("Check {n:,} more record.", "Check {n:,} more records.", checks.missing),
        )
    looked_at = set(checks.proof)
    errors = tuple(row for row in checks.errors if row in looked_at)
    issued = Certificate(
        running.allowed,
        proven.cut,
        proven.records,
        len(checks.proof),
        len(errors),
        workspace.curator,
        now().isoformat(timespec="seconds"),
        checks.proof,
        running.basis,
        errors,
    )
    label = message(
        "Certify at most {allowed:.0%} wrong above {cut}", allowed=issued.allowed, cut=cut_words(issued.cut)
    )
    values: Mapping[str, Any] = {
        _RUNNING: None,
        _CANCELLED: None,
        _ISSUED: to_plain(issued),
        "default": issued.cut,
        "tags": {},
    }
    return workspace.thresholds.record(label, values)


def issued_certificates(workspace: Workspace) -> tuple[Certificate, ...]:
    """Return all certificates that were issued and not undone, oldest first; most of them may be void."""
    found: dict[str, Certificate] = {}
    active = {step.number for step in workspace.journal.active_steps()}
    for step in workspace.journal.steps_of(Action.REVIEW):
        issued = _read(Certificate, step.after, _ISSUED)
        if step.number in active and issued is not None:
            found[issued.time] = issued
    return tuple(found.values())


@dataclass(frozen=True)
class Attempt:
    """A certification that was started earlier."""

    plan: CertificationPlan
    proven: bool
    """Whether it proved all its cuts."""


def earlier_attempts(workspace: Workspace) -> tuple[Attempt, ...]:
    """Return the earlier certifications of the present model, table and tags, in the order of their start.

    Those that were undone count; the running one and those that were cancelled before a check do not.
    """
    found: dict[tuple[RowId, ...], Attempt] = {}
    for step in workspace.journal.steps_of(Action.REVIEW):
        before, started = (_read(CertificationPlan, side, _RUNNING) for side in (step.before, step.after))
        if before is not None and started is None:
            cancelled = step.after.get(_CANCELLED) or {}
            issued = _read(Certificate, step.after, _ISSUED)
            if issued is not None and issued != _read(Certificate, step.before, _ISSUED):
                found[before.sample] = Attempt(before, proven=issued.cut == before.cut)
            elif not cancelled.get("used", True):
                found.pop(before.sample, None)
        if started is not None and started != before:
            found[started.sample] = Attempt(started, proven=False)
    running = _read(CertificationPlan, workspace.thresholds.content(), _RUNNING)
    if running is not None:
        found.pop(running.sample, None)
    basis = basis_of(workspace)
    return tuple(attempt for attempt in found.values() if attempt.plan.basis == basis)


def _has_new_answer(workspace: Workspace, running: CertificationPlan, checks: CheckState) -> bool:
    """Return whether a check was answered, skipped or marked as unsure after the start."""
    rows = set(checks.answered) - set(running.sample[: running.known])
    if not rows:
        return False
    starts = [
        step.number
        for step in workspace.journal.steps_of(Action.REVIEW)
        if _read(CertificationPlan, step.after, _RUNNING) == running
    ]
    answered = workspace.journal.deciding_steps(rows)
    return not starts or any(row not in answered or answered[row] > min(starts) for row in rows)


def _changed(workspace: Workspace, basis: Basis) -> str:
    present = basis_of(workspace)
    if present.model != basis.model:
        return message("The active model has changed.")
    if present.tags != basis.tags:
        return message("The tags have changed.")
    if present.table != basis.table:
        return message("The table has changed.")
    return ""


def _why_undone(workspace: Workspace, issued: Certificate) -> str:
    found = answers(workspace, issued.sample)
    not_right = np.asarray(issued.sample, np.int64)[found != CheckAnswer.RIGHT].tolist()
    known = issued.sample if issued.errors is None else issued.errors
    if len(not_right) > issued.wrong or not set(not_right) <= set(known):
        return message("A check has been taken back.")
    return ""


def _bulk_decided(workspace: Workspace, rows: NDArray[np.int64]) -> list[RowId]:
    """Return those of `rows` whose decision was made together with records of other texts."""
    if not len(rows):
        return []
    steps = workspace.journal.deciding_steps(rows.tolist())
    sizes = workspace.journal.sizes_of(set(steps.values()))
    own = set(workspace.table.digests(rows))
    bulk = set()
    for step, size in sizes.items():
        if size > 1:
            members = workspace.journal.records_of([step])
            if not own.issuperset(workspace.table.digests(members)):
                bulk.add(step)
    return [row for row, step in steps.items() if step in bulk]


def _read(kind: type[T], content: Any, key: str) -> T | None:
    """Return a plan or a certificate that is stored with the thresholds; None without one."""
    stored = content.get(key) if isinstance(content, dict) else None
    return from_plain(kind, stored) if isinstance(stored, dict) else None

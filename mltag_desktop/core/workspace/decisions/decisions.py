"""Decisions of curators: written to the journal, kept in memory, undone and redone.

`storage/journal.py` writes the entries in a transaction of `storage/connection_pool.py`; `undo.py` takes
steps back.
"""

import contextlib
import functools
import itertools
from collections import defaultdict
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.decisions.tag_set import TagSet
from mltag_desktop.core.workspace.models.prediction_store import PredictionStore
from mltag_desktop.core.workspace.record_states import RecordStates
from mltag_desktop.core.workspace.sorted_arrays import sorted_unique
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.journal import Decision, Journal
from mltag_desktop.core.workspace.types import (
    ANNOTATING,
    NO_MARKS,
    NOT_CHOSEN,
    POSTPONED,
    Action,
    Change,
    ChangeKind,
    DecisionKind,
    Mark,
    RowArray,
    RowId,
    Status,
)

_LABELS: Final = {
    DecisionKind.CLEAR: message("Clear decision"),
    DecisionKind.FLAG: message("Flag"),
    DecisionKind.UNFLAG: message("Remove flag"),
    DecisionKind.SKIP: message("Skip"),
    DecisionKind.UNSKIP: message("Remove skip mark"),
    DecisionKind.UNSURE: message("Mark as unsure"),
    DecisionKind.SURE: message("Remove unsure mark"),
    DecisionKind.OFF_TOPIC: message("Mark as off topic"),
    DecisionKind.ON_TOPIC: message("Mark as on topic"),
}
_TOGGLED: Final = {
    Mark.FLAGGED: (DecisionKind.FLAG, DecisionKind.UNFLAG),
    Mark.SKIPPED: (DecisionKind.SKIP, DecisionKind.UNSKIP),
    Mark.UNSURE: (DecisionKind.UNSURE, DecisionKind.SURE),
}


class RecordDecision(NamedTuple):
    """The decision, marks and note of one record after some journal entries."""

    status: Status = Status.TO_REVIEW
    decided: str | None = None
    also: tuple[str, ...] = ()
    note: str = ""
    marks: Mark = NO_MARKS
    """Without `Mark.NOTED`, which follows from the note."""
    chosen: bool = False
    """Whether its additional tags were chosen, even if it has none."""

    @property
    def all_marks(self) -> Mark:
        """The marks, including `Mark.NOTED` if there is a note."""
        return self.marks | Mark.NOTED if self.note else self.marks


FRESH: Final = RecordDecision()
_Groups = dict[tuple[DecisionKind | None, str | None, str], list[RowId]]
"""Records by what an entry says of them: its kind (None for accept or correct), tag and note."""
_STATUS: Final = {
    DecisionKind.ACCEPT: Status.ACCEPTED,
    DecisionKind.CORRECT: Status.CORRECTED,
    DecisionKind.KNOWN: Status.KNOWN,
}


def apply_decision(decision: RecordDecision, kind: str, tag: str | None, note: str) -> RecordDecision:
    """Return the state of a record after one more journal entry.

    Marks and notes do not change the tag; only "clear" and "off-topic" remove a decision. A tag removes the
    mark "skipped", which means "not now", and "off topic". Any entry but "imported" may set a note; only a
    note entry can remove it, by being empty.
    """
    kept = note.strip() or decision.note
    match DecisionKind(kind):
        case DecisionKind.RESET:
            return FRESH._replace(note=note.strip())
        case DecisionKind.CLEAR | DecisionKind.OFF_TOPIC as clearing:
            marks = marks_after(clearing, decision.marks)
            return RecordDecision(note=kept, marks=marks)
        case DecisionKind.NOTE:
            return decision._replace(note=note.strip())
        case DecisionKind.IMPORTED:
            return decision
        case DecisionKind.ALSO_TAG:
            additional = decision.also if tag is None or tag in decision.also else (*decision.also, tag)
            return decision._replace(also=_without(additional, decision.decided), note=kept, chosen=True)
        case DecisionKind.NOT_TAG:
            return decision._replace(also=_without(decision.also, tag), note=kept, chosen=True)
        case DecisionKind.ACCEPT | DecisionKind.CORRECT | DecisionKind.KNOWN as deciding:
            return RecordDecision(
                _STATUS[deciding],
                tag,
                _without(decision.also, tag),
                kept,
                decision.marks and marks_after(deciding, decision.marks),
                decision.chosen,
            )
        case marking:
            return decision._replace(note=kept, marks=marks_after(marking, decision.marks))


def marks_after(kind: DecisionKind, marks: Mark) -> Mark:
    """Return the marks after one more entry, without the effect of its note."""
    added, removed = MARKING.get(kind, (NO_MARKS, NO_MARKS))
    return (marks | added) & ~removed


MARKING: Final[dict[DecisionKind, tuple[Mark, Mark]]] = {
    DecisionKind.ACCEPT: (NO_MARKS, Mark.SKIPPED | Mark.OFF_TOPIC),
    DecisionKind.CORRECT: (NO_MARKS, Mark.SKIPPED | Mark.OFF_TOPIC),
    DecisionKind.CLEAR: (NO_MARKS, Mark.OFF_TOPIC | Mark.ON_TOPIC),
    DecisionKind.FLAG: (Mark.FLAGGED, NO_MARKS),
    DecisionKind.UNFLAG: (NO_MARKS, Mark.FLAGGED),
    DecisionKind.SKIP: (Mark.SKIPPED, NO_MARKS),
    DecisionKind.UNSKIP: (NO_MARKS, Mark.SKIPPED),
    DecisionKind.UNSURE: (Mark.UNSURE, NO_MARKS),
    DecisionKind.SURE: (NO_MARKS, Mark.UNSURE),
    DecisionKind.OFF_TOPIC: (Mark.OFF_TOPIC, Mark.ON_TOPIC | POSTPONED),
    DecisionKind.ON_TOPIC: (Mark.ON_TOPIC, Mark.OFF_TOPIC),
}
"""By kind of entry: the marks it adds and the marks it removes."""


def _counted(label: str, records: int) -> str:
    return message("{label} ({count:,} records)", label=label, count=records) if records > 1 else label


def _without(tags: tuple[str, ...], tag: str | None) -> tuple[str, ...]:
    return tuple(each for each in tags if each != tag) if tag in tags else tags


@dataclass(eq=False)
class Decisions:
    """Writes decisions to the journal and keeps the state of every record in memory."""

    _store: ConnectionPool
    _journal: Journal
    _live: RecordStates
    _predictions: PredictionStore
    _tag_set: TagSet

    def __post_init__(self) -> None:
        """Show the decisions of the journal."""
        self.recompute()

    def decide(
        self, rows: Sequence[RowId] | RowArray, tag: str, note: str = "", *, with_suggested: bool = False
    ) -> Change:
        """Record that `rows` carry `tag`; one undo step. Raises `MltagError` for a tag not in the set.

        With `with_suggested`, a record whose predicted tag is accepted also gets its suggested additional
        tags.
        """
        self._tag_set.check(tag)
        chosen = self._rows(rows)
        groups: _Groups = {(None, tag, note): chosen.tolist()}
        if with_suggested:
            groups |= self._suggested(chosen, tag)
        return self._write(groups, _counted(message("Tag as {tag}", tag=tag), len(chosen)))

    def _suggested(self, rows: RowArray, tag: str | None = None) -> _Groups:
        """Return the entries for the suggested additional tags of `rows`, of those predicted as `tag`."""
        groups: _Groups = {}
        if tag is not None:
            rows = rows[self._live.take("predicted", rows) == self._live.code(tag)]
        for row, names in self._live.suggested(rows).items():
            for name in names:
                groups.setdefault((DecisionKind.ALSO_TAG, name, ""), []).append(row)
        return groups

    def decide_each(
        self,
        tags: Mapping[RowId, tuple[str, str]],
        flags: Sequence[RowId] | Mapping[RowId, str],
        label: str,
        *,
        additional: Mapping[RowId, Sequence[str]] | None = None,
        origins: Mapping[RowId, str] | None = None,
        with_suggested: bool = False,
    ) -> Change:
        """Give each record its own tag and note, and flag some; one undo step.

        The flags have a note each where `flags` has them. Records in `additional` get these additional tags.
        With `with_suggested`, records whose predicted tag is accepted get their suggested ones. `origins`
        names where the tags of some records were imported from.
        """
        for each in dict.fromkeys(tag for tag, _ in tags.values()):
            self._tag_set.check(each)
        self._check_additional(dict.fromkeys(name for names in (additional or {}).values() for name in names))
        groups: _Groups = defaultdict(list)
        for row, (tag, note) in tags.items():
            groups[None, tag, note].append(row)
        for row, names in (additional or {}).items():
            for name in names:
                groups[DecisionKind.ALSO_TAG, name, ""].append(row)
        if with_suggested:
            for tag in dict.fromkeys(tag for tag, _ in tags.values()):
                members = [row for row, (its_tag, _) in tags.items() if its_tag == tag]
                for key, found in self._suggested(np.array(members, np.int64), tag).items():
                    groups[key] += found
        for row, note in (flags if isinstance(flags, Mapping) else dict.fromkeys(flags, "")).items():
            groups[DecisionKind.FLAG, None, note].append(row)
        for row, origin in (origins or {}).items():
            groups[DecisionKind.IMPORTED, None, origin].append(row)
        return self._write(groups, label)

    def _check_additional(self, tags: Iterable[str]) -> None:
        """Raise `MltagError` for a tag that is not in the set, and for any where records have one tag."""
        for tag in tags:
            self._tag_set.check(tag)
            self.check_several()

    def check_several(self) -> None:
        """Raise `MltagError` where records have one tag."""
        if not self._live.allows_several:
            raise MltagError(
                "This workspace has one tag per record.",
                "Allow several in Tag set…, or with mltag tags WORKSPACE --several.",
            )

    def take_known(self, records: Mapping[tuple[str, ...], RowArray], label: str) -> Change:
        """Record tags that the table gives, by the tags of a record, the main tag first; one undo step."""
        groups: _Groups = defaultdict(list)
        for (main, *more), rows in records.items():
            groups[DecisionKind.KNOWN, main, ""] += rows.tolist()
            for tag in more:
                groups[DecisionKind.ALSO_TAG, tag, ""] += rows.tolist()
        for tag in {tag for _, tag, _ in groups if tag}:
            self._tag_set.check(tag)
        return self._write(groups, label)

    def mark(self, rows: Sequence[RowId] | RowArray, kind: DecisionKind, note: str = "") -> Change:
        """Clear the decisions on `rows`, or add or remove a mark, as one undo step; off topic clears, too."""
        chosen = self._rows(rows).tolist()
        return self._write({(kind, None, note): chosen}, _counted(_LABELS[kind], len(chosen)))

    def toggle(self, rows: Sequence[RowId] | RowArray, mark: Mark) -> Change:
        """Add a mark to those of `rows` that lack it; if all have it, remove it. One undo step."""
        chosen = self._rows(rows)
        add, remove = _TOGGLED[mark]
        without = chosen[(self._live.take("marks", chosen) & np.uint8(mark)) == 0]
        return self.mark(without, add, "") if len(without) else self.mark(chosen, remove, "")

    def note(self, row: RowId, note: str) -> Change:
        """Write the note on a record; an empty one removes it, and nothing else changes; one undo step."""
        return self._write({(DecisionKind.NOTE, None, note.strip()): [row]}, message("Note"))

    def add_tag(self, rows: Sequence[RowId] | RowArray, tag: str) -> Change:
        """Add an additional tag to those of `rows` whose main tag is another one; one undo step.

        Suggested additional tags that nobody chose yet stay. Raises `MltagError` where records have one tag.
        """
        self._check_additional([tag])
        chosen = self._rows(rows)
        others = chosen[self._live.take("decided", chosen) != self._live.code(tag)]
        label = _counted(message("Also tag as {tag}", tag=tag), len(others))
        groups = self._suggested(others)
        groups[DecisionKind.ALSO_TAG, tag, ""] = others.tolist()
        return self._write(groups, label)

    def remove_tag(self, rows: Sequence[RowId] | RowArray, tag: str) -> Change:
        """Remove an additional tag, also a suggested one, from those of `rows` that have it; one undo step.

        The other suggested tags stay.
        """
        self._tag_set.check(tag)
        chosen = self._rows(rows)
        name = self._live.canonical(tag)
        suggested = self._live.suggested(chosen)
        having = [
            row for row in chosen.tolist() if name in (self.additional_tags(row) or suggested.get(row, ()))
        ]
        label = _counted(message("Remove the additional tag {tag}", tag=tag), len(having))
        groups = self._suggested(np.array(having, np.int64))
        groups.pop((DecisionKind.ALSO_TAG, name, ""), None)
        groups[DecisionKind.NOT_TAG, name, ""] = having
        return self._write(groups, label)

    def additional_tags(self, row: RowId) -> tuple[str, ...]:
        """Return the additional tags that were given to a record."""
        return self._live.annotations(row)[0]

    def shown_additional_tags(self, row: RowId) -> tuple[str, ...]:
        """Return the additional tags of a record, or the suggested ones if nobody chose any."""
        return self.additional_tags(row) or self._live.suggested(np.array([row], np.int64)).get(row, ())

    def note_on(self, row: RowId) -> str:
        """Return the note of a record; empty for none."""
        return self._live.annotations(row)[1]

    def notes(self) -> dict[RowId, str]:
        """Return the notes of all records that have one."""
        return self._live.notes()

    def note_with(self, row: RowId, added: str) -> str:
        """Return the note of a record with another person's note below it."""
        own = self.note_on(row)
        return own if added in own else f"{own}\n{added}" if own else added

    def has_additional_tags(self) -> bool:
        """Return whether any record has an additional tag."""
        return self._live.has_additional_tags()

    def recompute(self) -> None:
        """Make the decisions of all records from the journal."""
        active = {step.number for step in self._journal.active_steps()}
        self._show(decisions_by_record(self._journal.decisions_of(active), self._live.canonical))

    def show_with(
        self, transaction: Transaction, changed: Collection[int], kept: Collection[int]
    ) -> RowArray:
        """Put the steps `kept` into effect; return the records of `changed`, the steps that differ."""
        rows = self._journal.records_of(changed)
        decisions = dict.fromkeys(rows.tolist(), FRESH)
        active = self._journal.decisions_of(kept, changed)
        decisions.update(decisions_by_record(active, self._live.canonical))
        transaction.then(lambda: self._show(decisions))
        return rows

    def _rows(self, rows: Sequence[RowId] | RowArray) -> RowArray:
        chosen = sorted_unique(np.asarray(rows, np.int64))
        if len(chosen) and not 0 <= chosen[0] <= chosen[-1] < self._live.count:
            wrong = chosen[0] if chosen[0] < 0 else chosen[-1]
            raise MltagError(
                message("There is no record {wrong}.", wrong=wrong + 1),
                message("Choose a record from 1 to {count}.", count=self._live.count),
            )
        return chosen

    def _write(self, groups: _Groups, label: str) -> Change:
        """Write the entries of groups of records as one step; without any records, nothing."""
        rows = self._rows([*itertools.chain.from_iterable(groups.values())])
        if not len(rows):
            return Change(rows, ChangeKind(0))
        with self._store.write() as transaction:
            decisions: list[Decision] = []
            for (kind, tag, note), members in groups.items():
                chosen = self._rows(members)
                predicted = self._live.take("predicted", chosen)
                accepts = predicted == (-1 if tag is None else self._live.code(tag))
                decisions += self._decisions(chosen, kind, tag, note, predicted, accepts)
                transaction.then(functools.partial(self._apply, chosen, kind, tag, note, accepts))
            step = self._journal.append(transaction, Action.DECISIONS, label, decisions=decisions)
        return Change(rows, ChangeKind.DECISIONS, step, label, Action.DECISIONS)

    def _decisions(
        self,
        rows: RowArray,
        kind: DecisionKind | None,
        tag: str | None,
        note: str,
        predicted: NDArray[np.int16],
        accepts: NDArray[np.bool_],
    ) -> Iterator[Decision]:
        confidences = np.round(self._live.take("confidence", rows).astype(np.float64), 6)
        shown = zip(
            rows.tolist(),
            predicted.tolist(),
            confidences.tolist(),
            self._predictions.versions(rows),
            accepts.tolist(),
            strict=True,
        )
        for row, guess, confidence, version, accepted in shown:
            yield Decision(
                record=row,
                kind=kind or (DecisionKind.ACCEPT if accepted else DecisionKind.CORRECT),
                tag=tag,
                model_version=version,
                predicted_tag=self._live.name(guess),
                confidence=None if guess < 0 else confidence,
                note=note,
            )

    def _apply(
        self,
        rows: RowArray,
        kind: DecisionKind | None,
        tag: str | None,
        note: str,
        accepts: NDArray[np.bool_],
    ) -> None:
        """Apply an entry in memory; records that are alike before it are alike after it."""
        with self._live.changing():
            alike = accepts.astype(np.int64)
            for field, bits in (("status", 1), ("marks", 8), ("also", 16), ("decided", 48)):
                alike += self._live.take(field, rows).astype(np.int64) << bits
            noted = np.flatnonzero(self._live.take("marks", rows) & np.uint8(Mark.NOTED))
            alike[noted] = -1 - noted
            _, first, place = np.unique(alike, return_index=True, return_inverse=True)
            after = []
            for at in first.tolist():
                judged = DecisionKind.ACCEPT if accepts[at] else DecisionKind.CORRECT
                after.append(apply_decision(self._decision(int(rows[at])), kind or judged, tag, note))
            self._put(rows, after, place, are_decided=kind not in ANNOTATING)

    def _decision(self, row: RowId) -> RecordDecision:
        fields = ("also", "decided", "marks", "status")
        group, code, marks, number = (int(self._live.take(field, [row])[0]) for field in fields)
        note, decided = self._live.annotations(row)[1], self._live.name(code)
        also, kept = self._live.tags_of(group), Mark(marks) & ~Mark.NOTED
        return RecordDecision(Status(number), decided, also, note, kept, group != NOT_CHOSEN)

    def _show(self, decisions: dict[RowId, RecordDecision]) -> None:
        """Update the records in memory."""
        distinct = {id(each): each for each in decisions.values()}  # many records have the same one
        numbers = {identity: number for number, identity in enumerate(distinct)}
        place = np.fromiter((numbers[id(each)] for each in decisions.values()), np.int64, len(decisions))
        rows = np.fromiter(decisions, np.int64, len(decisions))
        self._put(rows, [*distinct.values()], place, are_decided=True)

    def _put(
        self,
        rows: RowArray,
        decisions: Sequence[RecordDecision],
        place: NDArray[np.intp],
        *,
        are_decided: bool,
    ) -> None:
        """Set marks and annotations of `rows`, and the tags if they changed, by the places in `decisions`."""
        if not len(rows):
            return
        codes = [-1 if each.decided is None else self._live.code(each.decided) for each in decisions]
        statuses = [each.status for each in decisions]
        marks = [each.all_marks for each in decisions]
        also = np.array([self._group(each) for each in decisions], np.int32)[place]
        have_notes = np.array([each.note != "" for each in decisions], np.bool_)[place]
        with self._live.changing():
            have_notes |= (self._live.take("marks", rows) & np.uint8(Mark.NOTED)) != 0
            if are_decided:
                status, decided = np.array(statuses, np.uint8)[place], np.array(codes, np.int16)[place]
                self._live.put(rows, status=status, decided=decided, again=False)
            self._live.put(rows, marks=np.array(marks, np.uint8)[place])
            if (also != self._live.take("also", rows)).any():
                self._live.put(rows, also=also)
            for at in np.flatnonzero(have_notes).tolist():
                self._live.put_note(int(rows[at]), decisions[place[at]].note)

    def _group(self, decision: RecordDecision) -> int:
        """Return the number of the group of a record's additional tags."""
        names = dict.fromkeys(map(self._live.canonical, decision.also))
        names.pop(self._live.canonical(decision.decided or ""), None)
        is_chosen = decision.chosen or names
        return self._live.group(map(self._live.code, names)) if is_chosen else NOT_CHOSEN


def decisions_by_record(
    decisions: Generator[tuple[RowId, str, str | None, str]], name_of: Callable[[str], str] = str
) -> dict[RowId, RecordDecision]:
    """Return the state of each record from its journal entries, oldest first.

    `name_of` returns the current name of a tag. Raises `ValueError` for an unknown kind.
    """
    known: dict[tuple[int, str, str | None, str], RecordDecision] = {}
    """The decision after an entry, by the identity of the one before and the entry: many records have equal
    histories. It keeps all decisions, so that their identities stay theirs."""
    found: dict[RowId, RecordDecision] = {}
    with contextlib.closing(decisions):  # an open cursor would block closing the file forever
        for record, kind, tag, note in decisions:
            before = found.get(record, FRESH)
            key = (id(before), kind, tag, note)
            after = known.get(key)
            if after is None:
                known[key] = after = apply_decision(before, kind, tag and name_of(tag), note)
            found[record] = after
    return found

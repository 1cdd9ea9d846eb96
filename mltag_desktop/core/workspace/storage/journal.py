"""The journal: all steps of the curators, append-only, and which of them are in effect."""

import json
import sqlite3
import threading
from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import Message
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.decision_log import LoggedStep, read_decisions, unreadable_log
from mltag_desktop.core.workspace.storage.row_checksums import summed
from mltag_desktop.core.workspace.types import (
    ANNOTATING,
    JUDGING,
    REVERSALS,
    Action,
    ChangeKind,
    DecisionKind,
    JournalEntry,
    RowId,
    StepView,
)

SEVERAL: Final = "several_tags"
"""Name of the choice of one tag or several tags per record in the metadata."""
STORED_LABEL: Final = "label"
"""Key under which `after` has the message of a label, for the steps of `_STORING_LABELS`."""
_STORING_LABELS: Final = frozenset({Action.DECISIONS, Action.MERGE})
"""Actions whose labels cannot be made again from the other data of a step."""
_READ_STEPS: Final = (
    "SELECT step, action, target, label, curator, time, before, after FROM steps ORDER BY step"
)
_ADD_STEP: Final = (
    "INSERT INTO steps (step, action, target, label, curator, time, before, after, sum)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_DECISION: Final = (
    "INSERT INTO decisions (step, record, kind, tag, model_version, predicted_tag, confidence, note,"
    " sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ALL_DECISIONS: Final = "SELECT record, step, kind, tag, note FROM decisions ORDER BY record, id"
_DECISIONS_OF_RECORDS: Final = (
    "SELECT record, step, kind, tag, note FROM decisions WHERE record IN"
    " (SELECT record FROM decisions WHERE step IN (SELECT value FROM json_each(?))) ORDER BY record, id"
)
_LINES: Final = (
    "SELECT s.step, d.record, coalesce(d.kind, s.action), d.tag, s.curator, s.time, d.model_version,"
    " d.predicted_tag, d.confidence, coalesce(d.note, CASE WHEN s.target IS NULL THEN s.label ELSE '' END),"
    " s.target FROM steps s LEFT JOIN decisions d ON d.step = s.step"
)
_CURATORS: Final = (
    "SELECT d.record, d.step, s.curator FROM decisions d JOIN steps s ON s.step = d.step"
    " WHERE d.kind IN (SELECT value FROM json_each(?)) ORDER BY d.id"
)
_DECIDING: Final = (
    "SELECT record, step FROM decisions WHERE record IN (SELECT value FROM json_each(?))"
    " AND kind NOT IN (SELECT value FROM json_each(?)) ORDER BY id"
)
_FIRST_RECORDS: Final = "SELECT DISTINCT record FROM decisions WHERE step = ? LIMIT 2"
_SIZES: Final = (
    "SELECT step, COUNT(DISTINCT record) FROM decisions"
    " WHERE step IN (SELECT value FROM json_each(?)) GROUP BY step"
)
_ENTRIES: Final = _LINES + " ORDER BY s.step, d.id"
_ENTRIES_OF_STEP: Final = _LINES + " WHERE s.step = ? ORDER BY d.id LIMIT ? OFFSET ?"
_ENTRIES_OF_ONE: Final = _LINES + " WHERE d.record = ? ORDER BY s.step, d.id"


def now() -> datetime:
    """Return the current time in UTC."""
    return datetime.now(UTC)


class JournalStep(NamedTuple):
    """One action of a user; undo and redo are steps that refer to their target."""

    number: int
    action: Action
    target: int | None
    label: str
    curator: str
    time: str
    before: Any
    after: Any


class Decision(NamedTuple):
    """The journal entry of one record in a step."""

    record: RowId
    kind: DecisionKind
    tag: str | None
    model_version: str | None
    predicted_tag: str | None
    confidence: float | None
    note: str


def add_step(connection: "sqlite3.Connection | Transaction", step: LoggedStep) -> None:
    """Write a step and its decisions into the tables of a file."""
    connection.execute(_ADD_STEP, summed(*step.values))
    connection.executemany(_ADD_DECISION, (summed(*row) for row in step.decisions))


class Journal:
    """Appends steps, and keeps the steps in effect in memory."""

    def __init__(
        self,
        store: ConnectionPool,
        curator: str,
        tag_name: Callable[[str], str] = str,
    ) -> None:
        self.curator = curator
        self._tag_name = tag_name
        """Gives the present name of a tag that was renamed or merged since."""
        self._store = store
        self._lock = threading.Lock()
        self._steps: dict[int, JournalStep] = {}
        self._active: list[JournalStep] = []
        self._undone: list[JournalStep] = []
        self._off: set[int] = set()
        """The steps not in effect, apart from undo and redo; another set after each change."""
        self._last = 0
        for row in store.rows(_READ_STEPS):
            self._apply_step(parsed_step(row))

    def append(
        self,
        transaction: Transaction,
        action: Action,
        label: str,
        *,
        target: int | None = None,
        before: Any = None,
        after: Any = None,
        decisions: Iterable[Decision] = (),
    ) -> int:
        """Write a step, which takes effect after the commit; return its number."""
        if isinstance(label, Message) and label.values and action in _STORING_LABELS:
            after = {**(after or {}), STORED_LABEL: label.to_json()}
        time = now().isoformat(timespec="milliseconds")
        step = JournalStep(self._last + 1, action, target, label, self.curator, time, before, after)
        logged = LoggedStep(
            (*step[:-2], json.dumps(before), json.dumps(after)), tuple((step.number, *d) for d in decisions)
        )
        add_step(transaction, logged)
        transaction.logged.append(logged.line)
        transaction.then(lambda: self._apply_step(step))
        return step.number

    def next_of(self, action: Action) -> JournalStep | None:
        """Return the step that an undo, or a redo, would be about."""
        with self._lock:
            steps = self._active if action is Action.UNDO else self._undone
            return steps[-1] if steps else None

    @property
    def last(self) -> int:
        """Number of the last step; 0 for an empty journal."""
        return self._last

    def step(self, number: int) -> JournalStep:
        """Return a step by its number."""
        return self._steps[number]

    def active_steps_at(self, number: int) -> tuple[JournalStep, ...]:
        """Return the steps that were in effect after a step."""
        with self._lock:
            return tuple(_folded(step for step in self._steps.values() if step.number <= number)[0])

    def active_steps_after(self, action: Action) -> tuple[JournalStep, ...]:
        """Return the steps that an undo, or a redo, would leave in effect."""
        with self._lock:
            active_steps, undone = [*self._active], [*self._undone]
            _apply_step(
                JournalStep(0, action, None, "", "", "", None, None), active_steps, undone, self._steps
            )
            return tuple(active_steps)

    def decisions_of(
        self, steps: Collection[int], deciding: Collection[int] | None = None
    ) -> Generator[tuple[RowId, str, str | None, str]]:
        """Yield (record, kind, tag, note) of some steps, sorted by record and then oldest first.

        With `deciding`, only for records that these other steps also decided.
        """
        query, values = _ALL_DECISIONS, tuple[str, ...]()
        if deciding is not None:
            query, values = _DECISIONS_OF_RECORDS, (json.dumps(sorted(deciding)),)
        with self._store.read() as connection:
            for record, step, kind, tag, note in connection.execute(query, values):
                if step in steps:
                    yield record, kind, tag, note

    def active_steps(self) -> tuple[JournalStep, ...]:
        """Return the steps in effect, oldest first, without undo and redo."""
        with self._lock:
            return tuple(self._active)

    def decided_since(self, step: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the records that later steps in effect decided, with the step of each.

        Entries that leave the tag unchanged, such as additional tags and notes, do not count.
        """
        query = (
            "SELECT record, step FROM decisions"
            " WHERE step > ? AND kind NOT IN (SELECT value FROM json_each(?))"
        )
        rows = self._store.rows(query, step, json.dumps([*ANNOTATING]))
        found = np.array(rows, np.int64).reshape(-1, 2)
        found = found[~np.isin(found[:, 1], [*self._off])]
        return found[:, 0], found[:, 1]

    def deciding_steps(self, rows: Collection[RowId]) -> dict[RowId, int]:
        """Return the step in effect that last set or removed the tag of each of these records."""
        wanted = json.dumps([int(row) for row in rows])
        lines = self._store.rows(_DECIDING, wanted, json.dumps([*ANNOTATING]))
        return {record: step for record, step in lines if step not in self._off}

    def ever_decided(self) -> NDArray[np.int64]:
        """Return the records that ever had a tag, even if it was removed or undone since."""
        return self._records("kind", [*JUDGING, DecisionKind.KNOWN])

    def records_of(self, steps: Collection[int]) -> NDArray[np.int64]:
        """Return the records of some steps, sorted."""
        return self._records("step", sorted(steps))

    def _records(self, column: str, values: Sequence[Any]) -> NDArray[np.int64]:
        """Return the records of the decisions with one of some values in a column, sorted."""
        query = (
            f"SELECT DISTINCT record FROM decisions WHERE {column} IN (SELECT value FROM json_each(?))"  # noqa: S608
            " ORDER BY record"
        )
        return np.array(self._store.rows(query, json.dumps(values)), np.int64).reshape(-1)

    def sizes_of(self, steps: Collection[int]) -> dict[int, int]:
        """Return the number of records of each of these steps."""
        return dict(self._store.rows(_SIZES, json.dumps(sorted(steps))))

    def steps_of(self, action: Action) -> tuple[JournalStep, ...]:
        """Return all steps of an action, oldest first, including those that are undone."""
        with self._lock:
            return tuple(step for step in self._steps.values() if step.action is action)

    def last_single_record(self, since: int) -> RowId | None:
        """Return the record of the last step after `since` that decided one record, or undid or redid it."""
        with self._lock:
            later = [step for step in self._steps.values() if step.number > since]
        for step in reversed(later):
            rows = self._store.rows(_FIRST_RECORDS, step.target or step.number)
            if len(rows) == 1:
                return int(rows[0][0])
        return None

    def steps(self, before: int | None = None, limit: int = 200) -> list[StepView]:
        """Return the steps before `before`, or the last ones, newest first, with their numbers of records."""
        with self._lock:
            numbers = sorted((n for n in self._steps if before is None or n < before), reverse=True)[:limit]
        sizes = self.sizes_of(numbers)
        return [
            StepView(*self._steps[number][:6], int(sizes.get(number, 0)), number in self._off)
            for number in numbers
        ]

    def entries_of(self, step: int, start: int = 0, limit: int = 200) -> list[JournalEntry]:
        """Return one page of a step's entries; a bulk action has many."""
        return self._entries(_ENTRIES_OF_STEP, (step, limit, start))

    def entries(self, record: RowId | None = None) -> list[JournalEntry]:
        """Return all entries, or those of one record, oldest first."""
        query, values = (_ENTRIES, ()) if record is None else (_ENTRIES_OF_ONE, (record,))
        return self._entries(query, values)

    def curators(self) -> dict[RowId, str]:
        """Return the curator of each record's last tag, even if the tag was removed since."""
        with self._store.read() as connection:
            lines = connection.execute(_CURATORS, (json.dumps([*JUDGING]),))
            return {record: curator for record, step, curator in lines if step not in self._off}

    def _entries(self, query: str, values: tuple[int, ...]) -> list[JournalEntry]:
        rows = self._store.rows(query, *values)
        return [
            JournalEntry(
                step,
                row,
                kind,
                self._present(tag),
                curator,
                time,
                version,
                self._present(predicted),
                confidence,
                note,
                step in self._off,
                target,
            )
            for step, row, kind, tag, curator, time, version, predicted, confidence, note, target in rows
        ]

    def _present(self, tag: str | None) -> str | None:
        return None if tag is None else self._tag_name(tag)

    def _apply_step(self, step: JournalStep) -> None:
        """Update the steps in effect after a commit."""
        with self._lock:
            self._last = step.number
            self._steps[step.number] = step
            _apply_step(step, self._active, self._undone, self._steps)
            if step.action in REVERSALS or step.action is Action.RETURN:
                kept = {each.number for each in self._active}
                others = (each for each in self._steps.values() if each.action not in REVERSALS)
                self._off = {each.number for each in others} - kept


class UndoHandler:
    """Sets values of the metadata for undo, redo and a return; by default without preparation."""

    SETS: ClassVar[frozenset[str]]
    """The names of the values."""

    def prepare(self, progress: Progress, values: Mapping[str, Any]) -> None:
        """Do slow work before the transaction; `values` may have others than those in `SETS`."""

    def is_ready(self, values: Mapping[str, Any]) -> bool:
        """Return, inside the transaction, whether the prepared data is still valid."""
        return True

    def apply(self, transaction: Transaction, values: Mapping[str, Any]) -> ChangeKind:
        """Set the values in `SETS`; return what changes with them."""
        raise NotImplementedError


def values_of(action: str, side: Any) -> dict[str, Any]:
    """Return the values of the metadata that one side of a step sets, as they are stored there."""
    match action:
        case Action.MAPPING:
            return {"mapping": side}
        case Action.TAGS:
            return side if isinstance(side, dict) else {"tags": side}
        case Action.TAG_MODE:
            return {SEVERAL: side}
        case Action.PROMOTE | Action.ROLLBACK:
            return {"promotions": side}
        case Action.REVIEW if isinstance(side, dict):
            return {"review_below": {name: each for name, each in side.items() if name != STORED_LABEL}}
        case Action.MERGE:
            head = bytes.fromhex(side["head"])
            return {"edition": side["edition"], "source_path": side["source_path"], "head": head}
        case _:
            return {}


def folded(connection: sqlite3.Connection) -> tuple[list[JournalStep], list[JournalStep]]:
    """Return all steps of a file, and those in effect, without opening it as a workspace."""
    steps = [parsed_step(row) for row in connection.execute(_READ_STEPS)]
    return steps, _folded(steps)[0]


def logged_decisions(path: Path) -> list[JournalEntry]:
    """Return the decisions in a decision log without its workspace, by step; raises `MltagError`."""
    content = read_decisions(path)
    if content is None or not content.lines:
        raise unreadable_log(path)
    steps = [content.step(number) for number in sorted(content.lines)]
    active_steps = {step.number for step in _folded(parsed_step(step.values) for step in steps)[0]}
    entries = []
    for step in steps:
        curator, time = step.values[4:6]
        for number, record, kind, tag, version, predicted, confidence, note in step.decisions:
            made = (version, predicted, confidence, note)
            entries.append(
                JournalEntry(number, record, kind, tag, curator, time, *made, number not in active_steps)
            )
    return entries


def _folded(steps: Iterable[JournalStep]) -> tuple[list[JournalStep], list[JournalStep]]:
    """Return the steps in effect after some steps, and those that can be redone."""
    active_steps: list[JournalStep] = []
    undone: list[JournalStep] = []
    known: dict[int, JournalStep] = {}
    for step in steps:
        known[step.number] = step
        _apply_step(step, active_steps, undone, known)
    return active_steps, undone


def _apply_step(
    step: JournalStep,
    active_steps: list[JournalStep],
    undone: list[JournalStep],
    steps: Mapping[int, JournalStep],
) -> None:
    """Update the lists of steps in effect and undone steps by one more step, in place."""
    match step.action:
        case Action.UNDO:
            if active_steps:  # empty if the steps were lost, see `salvage`
                undone.append(active_steps.pop())
            if undone and undone[-1].action is Action.RETURN:
                active_steps[:] = [steps[number] for number in undone[-1].before if number in steps]
        case Action.REDO:
            if not undone:
                return
            redone = undone.pop()
            if redone.action is Action.RETURN:
                active_steps[:] = [steps[number] for number in redone.after if number in steps]
            active_steps.append(redone)
        case Action.RETURN:
            active_steps[:] = [*(steps[number] for number in step.after if number in steps), step]
            undone.clear()
        case _:
            active_steps.append(step)
            undone.clear()


def parsed_step(row: Sequence[Any]) -> JournalStep:
    """Return the step of a row of the table; raises `ValueError` or `TypeError` for an invalid one."""
    number, action, target, label, curator, time, before, after = row
    return JournalStep(number, Action(action), target, label, curator, time, _value(before), _value(after))


def _value(stored: str) -> Any:
    """Read a side of a step; most steps have none."""
    return None if stored == "null" else json.loads(stored)

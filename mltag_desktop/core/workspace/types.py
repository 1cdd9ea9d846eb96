"""What the document hands out: frozen values, and arrays that nobody may write to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag, StrEnum
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.change_kind import ChangeKind

RowId = int
"""0-based place of a record in the table; the command line shows it plus one."""

RowArray = NDArray[np.int64]


class Status(IntEnum):
    """Whether a record is decided, and whether the decision agrees with the prediction."""

    TO_REVIEW = 0
    ACCEPTED = 1
    CORRECTED = 2


DECIDED: Final = frozenset({Status.ACCEPTED, Status.CORRECTED})


class Mark(IntFlag):
    """Marks of a record beside its tag; none of them changes a decision."""

    FLAGGED = 1
    """For a second look."""
    SKIPPED = 2
    """Not now; a tag ends it."""
    UNSURE = 4
    """The curator was unsure."""
    NOTED = 8
    """There is a note."""


def mark_names(marks: Mark) -> list[str]:
    """Return the marks as files name them: "flagged", "skipped", "unsure"; a note speaks for itself."""
    return [str(mark.name).lower() for mark in Mark if mark in marks and mark is not Mark.NOTED]


NO_MARKS: Final = Mark(0)
POSTPONED: Final = Mark.SKIPPED | Mark.UNSURE
"""Marks that take an undecided record out of the queue."""


class DecisionKind(StrEnum):
    """What a curator said of a record."""

    ACCEPT = "accept"
    CORRECT = "correct"
    CLEAR = "clear"
    """The decision was removed; marks and note stay."""
    FLAG = "flag"
    UNFLAG = "unflag"
    ALSO_TAG = "also-tag"
    NOT_TAG = "not-tag"
    """A tag beside the main one was taken off."""
    SKIP = "skip"
    UNSKIP = "unskip"
    UNSURE = "unsure"
    SURE = "sure"
    """The mark "unsure" was removed."""
    NOTE = "note"
    """The note was written, or removed where it is empty."""
    RESET = "reset"
    """A "clear" of formats 1 to 3, which removed marks and note too."""


JUDGING: Final = frozenset({DecisionKind.ACCEPT, DecisionKind.CORRECT})
"""What gives a record its tag, and so says whether a prediction was right."""
BESIDE: Final = frozenset(DecisionKind) - JUDGING - {DecisionKind.CLEAR, DecisionKind.RESET}
"""What leaves a record's tag and status as they are; anything else takes an earlier tag away."""


class Action(StrEnum):
    """What one step of the journal did; `DECISIONS` has entries for records, the others have none."""

    DECISIONS = "decisions"
    PROMOTE = "promote"
    ROLLBACK = "rollback"
    MAPPING = "mapping"
    TAGS = "tags"
    MERGE = "merge"
    REVIEW = "review"
    RETURN = "return"
    UNDO = "undo"
    REDO = "redo"


REVERSALS: Final = frozenset({Action.UNDO, Action.REDO})
"""Steps that take another one back, or put it in place again."""


@dataclass(frozen=True)
class TagInfo:
    """A tag and how it is drawn: a short name, a sign and one of eight colours."""

    name: str
    short: str
    sign: str
    colour: int
    description: str = ""
    """The guideline: what belongs to the tag, and what does not."""
    aliases: tuple[str, ...] = ()
    """Earlier names, and tags merged into this one: predictions and decisions by them count as its."""


class RecordView(NamedTuple):
    """Everything that is shown of one record."""

    row: RowId
    cells: tuple[str, ...]
    text: str
    """What the model reads."""
    known_tag: str | None
    """The cell of the mapped tag column, None when there is no such column or it is empty."""
    predicted: str | None
    confidence: float | None
    probabilities: dict[str, float] | None
    stale: bool
    """The prediction is by an earlier model or of an earlier text."""
    status: Status
    decided: str | None
    also: tuple[str, ...]
    note: str
    gone: bool = False
    """Not in the source any more."""
    again: bool = False
    """Its text changed with the source, and nobody decided on it since."""
    marks: Mark = NO_MARKS


class Change(NamedTuple):
    """What a method changed, so that views redraw just that."""

    rows: RowArray | None
    """Sorted row ids, None for all rows."""
    kinds: ChangeKind
    step: int | None = None
    """The step of the journal, for changes that can be undone."""
    label: str = ""
    """What was done, in words, to be shown; nothing is decided by it."""
    action: Action | None = None
    """What the step of the journal did; None without a step."""
    target: int | None = None
    """The step that an undo or redo is about, or that a return leads to."""
    target_action: Action | None = None
    """What the step did that was undone or redone."""

    @property
    def is_reversal(self) -> bool:
        """Whether it undid or redid an earlier step."""
        return self.action in REVERSALS

    def is_about(self, row: RowId) -> bool:
        """Whether it changed this record; as quick for a million rows as for one."""
        if self.rows is None:
            return True
        place = int(np.searchsorted(self.rows, row))
        return place < len(self.rows) and bool(self.rows[place] == row)


class ImportSummary(NamedTuple):
    """How many records of a table were new, changed, and not there any more."""

    added: int
    changed: int
    gone: int


class JournalEntry(NamedTuple):
    """One line of the journal."""

    step: int
    record: RowId | None
    """None for steps that are not about records (undo, redo, promote, …)."""
    kind: str
    """A `DecisionKind`, or the `Action` of a step that is not about records."""
    tag: str | None
    curator: str
    time: str
    """ISO 8601, UTC."""
    model_version: str | None
    predicted_tag: str | None
    confidence: float | None
    note: str
    undone: bool
    """The step is not in force at present."""
    target: int | None = None
    """The step that an undo or redo is about."""


class StepView(NamedTuple):
    """One step of the journal, for a list of them."""

    step: int
    action: Action
    target: int | None
    """The step that an undo or redo is about."""
    label: str
    curator: str
    time: str
    """ISO 8601, UTC."""
    records: int
    """How many decisions it holds."""
    undone: bool
    """It is not in force at present."""


class ModelInfo(NamedTuple):
    """A model on the document's shelf."""

    version: str
    created: str
    trained_on: str
    promoted: bool
    """It is the model in force."""
    candidate: bool
    """It was never promoted."""
    f1: float | None
    report: Mapping[str, Any] | None
    bundled: bool = False
    """It is the model that ships with the program; the document holds its version only."""


@dataclass(frozen=True, eq=False, repr=False)
class States:
    """One consistent picture of all records, arrays of length `count` that are never written to again."""

    predicted: NDArray[np.int16]
    """Index into `tag_names`, -1 when there is no prediction."""
    confidence: NDArray[np.float32]
    """Probability of the predicted tag, nan when there is no prediction."""
    margin: NDArray[np.float32]
    """Probability of the predicted tag less that of the second best, nan when there is no prediction."""
    stale: NDArray[np.bool_]
    status: NDArray[np.uint8]
    decided: NDArray[np.int16]
    """Index into `tag_names`, -1 when nothing is decided."""
    tag_names: tuple[str, ...]
    gone: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    """Not in the source any more, since it changed; hidden, with its decisions. Empty for none."""
    again: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    """Its text changed with the source, and nobody decided on it since. Empty for none."""
    marks: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, np.uint8))
    """The `Mark`s of each record. Empty for none."""

    @property
    def count(self) -> int:
        """Number of records."""
        return len(self.status)

    def marked(self, marks: Mark, rows: RowArray | slice = slice(None)) -> NDArray[np.bool_]:
        """Return which of the records carry any of these marks, bool (n,)."""
        if not len(self.marks):
            return np.zeros(len(self.status[rows]), np.bool_)
        found: NDArray[np.bool_] = (self.marks[rows] & np.uint8(marks)) != 0
        return found

    def waiting(self, rows: RowArray | slice = slice(None)) -> NDArray[np.bool_]:
        """Return which of the records are undecided and neither skipped nor marked unsure, bool (n,)."""
        undecided: NDArray[np.bool_] = self.status[rows] == np.uint8(Status.TO_REVIEW)
        return undecided & ~self.marked(POSTPONED, rows)

    def of(self, rows: RowArray) -> "States":
        """Return the picture of some records, in their order."""
        return States(
            self.predicted[rows],
            self.confidence[rows],
            self.margin[rows],
            self.stale[rows],
            self.status[rows],
            self.decided[rows],
            self.tag_names,
            self.gone[rows] if len(self.gone) else self.gone,
            self.again[rows] if len(self.again) else self.again,
            self.marks[rows] if len(self.marks) else self.marks,
        )


class DecidedExamples(NamedTuple):
    """What a model can learn from the decisions in force; marks change nothing."""

    texts: tuple[str, ...]
    tags: tuple[str, ...]
    weights: tuple[float, ...]
    """A correction weighs more than an accepted prediction."""
    digests: tuple[bytes, ...]
    """blake2b-16 of each text, to leave out what also stands among evaluation rows."""
    rows: tuple[RowId, ...]
    further: tuple[tuple[str, ...], ...] = ()
    """Tags of each record beside its main one; empty where no record has any."""

    def take(self, places: Iterable[int]) -> "DecidedExamples":
        """Return those at some places, in that order."""
        kept = list(places)
        return DecidedExamples(
            tuple(self.texts[place] for place in kept),
            tuple(self.tags[place] for place in kept),
            tuple(self.weights[place] for place in kept),
            tuple(self.digests[place] for place in kept),
            tuple(self.rows[place] for place in kept),
            tuple(self.further[place] for place in kept) if self.further else (),
        )

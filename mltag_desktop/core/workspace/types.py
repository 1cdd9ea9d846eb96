"""Types returned by a workspace: immutable values and read-only arrays."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Flag, IntEnum, IntFlag, StrEnum, auto
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

RowId = int
"""0-based position of a record in the table; the command line shows it plus one."""

RowArray = NDArray[np.int64]


class Status(IntEnum):
    """Whether a record is decided, and whether the decision agrees with the prediction."""

    TO_REVIEW = 0
    ACCEPTED = 1
    CORRECTED = 2
    KNOWN = 3
    """The tag comes from a column of the table; no curator decided it here."""


NOT_CHOSEN: Final = 0
"""Index of the group of additional tags of a record for which nobody chose any."""
DECIDED: Final = frozenset({Status.ACCEPTED, Status.CORRECTED})
"""The statuses of records that a curator decided."""


class Origin(StrEnum):
    """The origin of the prediction that is shown for a record."""

    MODEL = "model"
    """The active model, or an earlier one."""
    NAMES = "names"
    """The names of the tags and their guideline: an estimate, whose confidence no answer has confirmed."""
    ANSWERS = "answers"
    """The names or the active model, and the answers so far."""


class Mark(IntFlag):
    """Marks of a record; they are independent of its tag and decision."""

    FLAGGED = 1
    """Flagged for review."""
    SKIPPED = 2
    """Postponed; deciding a tag removes it."""
    UNSURE = 4
    """The curator was unsure."""
    NOTED = 8
    """The record has a note."""
    OFF_TOPIC = 16
    """A curator decided that no tag fits, because the text is about something else."""
    ON_TOPIC = 32
    """A curator decided that the text is on topic, although it is unlike the training data."""


def mark_names(marks: Mark) -> list[str]:
    """Return the names of the marks in files: "flagged", "skipped", "off_topic" …; notes are separate."""
    return [str(mark.name).lower() for mark in Mark if mark in marks and mark is not Mark.NOTED]


NO_MARKS: Final = Mark(0)
POSTPONED: Final = Mark.SKIPPED | Mark.UNSURE
"""Marks that postpone an undecided record."""
SETTLED: Final = POSTPONED | Mark.OFF_TOPIC
"""Marks that remove an undecided record from the queue."""


class DecisionKind(StrEnum):
    """The kind of a journal entry on a record."""

    ACCEPT = "accept"
    CORRECT = "correct"
    KNOWN = "known"
    """The tag was taken from a column of the table."""
    CLEAR = "clear"
    """The decision was removed; marks and note remain."""
    FLAG = "flag"
    UNFLAG = "unflag"
    ALSO_TAG = "also-tag"
    NOT_TAG = "not-tag"
    """An additional tag was removed."""
    SKIP = "skip"
    UNSKIP = "unskip"
    UNSURE = "unsure"
    SURE = "sure"
    """The mark "unsure" was removed."""
    NOTE = "note"
    """The note was set, or removed if it is empty."""
    OFF_TOPIC = "off-topic"
    """The text is about something else; a decision was removed."""
    ON_TOPIC = "on-topic"
    """The text is on topic; the tag is still open."""
    IMPORTED = "imported"
    """The decision of this step came from a colleague; its note names the colleague and the time."""
    RESET = "reset"
    """A "clear" of formats 1 to 3, which also removed marks and note."""


JUDGING: Final = frozenset({DecisionKind.ACCEPT, DecisionKind.CORRECT})
"""Kinds that set the tag of a record, and so show whether the prediction was right."""
ANNOTATING: Final = (
    frozenset(DecisionKind)
    - JUDGING
    - {DecisionKind.KNOWN, DecisionKind.CLEAR, DecisionKind.OFF_TOPIC, DecisionKind.RESET}
)
"""Kinds that change neither tag nor status; any other kind removes an earlier tag."""


class Action(StrEnum):
    """Kind of a journal step; only `DECISIONS` has entries for records."""

    DECISIONS = "decisions"
    PROMOTE = "promote"
    ROLLBACK = "rollback"
    MAPPING = "mapping"
    TAGS = "tags"
    TAG_MODE = "tag-mode"
    """The choice of one tag or several tags per record."""
    MERGE = "merge"
    REVIEW = "review"
    RETURN = "return"
    UNDO = "undo"
    REDO = "redo"


REVERSALS: Final = frozenset({Action.UNDO, Action.REDO})
"""Actions that undo or redo another step."""


@dataclass(frozen=True)
class TagInfo:
    """A tag and its appearance: a symbol, one of eight colours, and a short name if the curator gave one."""

    name: str
    short: str
    """A shorter name for chips and narrow places; empty unless a person chose one."""
    sign: str
    colour: int
    description: str = ""
    """The guideline: what belongs to the tag, and what does not."""
    aliases: tuple[str, ...] = ()
    """Earlier names, and the names of tags merged into this one; they count as this tag."""
    examples: tuple[str, ...] = ()
    """Texts that belong to the tag, in the curator's words."""
    keywords: tuple[str, ...] = ()
    """Words and phrases that speak for the tag."""
    excluded_keywords: tuple[str, ...] = ()
    """Words and phrases that speak against the tag."""
    key: str = ""
    """The letter that chooses the tag; empty for none."""

    @property
    def label(self) -> str:
        """The name to draw: the short name if there is one, otherwise the whole name."""
        return self.short or self.name


UNKNOWN_SIGN: Final = "○"
"""Symbol of tags that are not in the tag set; no tag of the set gets it."""


def unknown_tag(name: str) -> TagInfo:
    """Return how to show a tag that is not in the tag set: with a grey ring."""
    return TagInfo(name, name, UNKNOWN_SIGN, 7)


class RecordView(NamedTuple):
    """All displayed data of one record."""

    row: RowId
    cells: tuple[str, ...]
    text: str
    """The model's input text."""
    known_tag: str | None
    """The cell of the mapped tag column; None if it is empty or there is no such column."""
    predicted: str | None
    confidence: float | None
    probabilities: dict[str, float] | None
    stale: bool
    """Whether the prediction is by an earlier model or for an earlier text."""
    status: Status
    decided: str | None
    also: tuple[str, ...]
    """Additional tags that a curator or the table gave."""
    note: str
    again: bool = False
    """Whether the text was changed by the source since the last decision."""
    marks: Mark = NO_MARKS
    origin: Origin = Origin.MODEL
    """The origin of the prediction."""
    suggested: tuple[str, ...] = ()
    """Predicted additional tags of an undecided record whose additional tags nobody chose."""
    suspected: bool = False
    """Whether it may be off topic, and no curator has decided."""
    doubtful: bool = False
    """Whether its text is so far from the training data that it is to review at any confidence."""
    blind: bool = False
    """Whether the prediction is left out, because the record is a random check without an answer."""


class ChangeKind(Flag):
    """Parts of the workspace that a change concerns; `ChangeKind(0)` when nothing changed."""

    RECORDS = auto()
    PREDICTIONS = auto()
    DECISIONS = auto()
    MAPPING = auto()
    TAGS = auto()
    REVIEW = auto()
    """The review thresholds."""
    MODELS = auto()


class Change(NamedTuple):
    """Result of a method that changes the workspace; views redraw only the changed parts."""

    rows: RowArray | None
    """Sorted row ids, None for all rows."""
    kinds: ChangeKind
    step: int | None = None
    """The step of the journal, for changes that can be undone."""
    label: str = ""
    """Label of the change for the window; no code depends on it."""
    action: Action | None = None
    """Action of the journal step; None without a step."""
    target: int | None = None
    """The step that an undo or redo is about, or that a return leads to."""

    @property
    def is_reversal(self) -> bool:
        """Whether it undid or redid an earlier step."""
        return self.action in REVERSALS

    def is_about(self, row: RowId) -> bool:
        """Return whether the change affects this record, in constant time."""
        if self.rows is None:
            return True
        place = int(np.searchsorted(self.rows, row))
        return place < len(self.rows) and bool(self.rows[place] == row)


class ImportSummary(NamedTuple):
    """The result of importing or merging a table: numbers of new, changed and gone records."""

    added: int
    changed: int
    gone: int


class JournalEntry(NamedTuple):
    """One entry of the journal: a decision on a record, or a step without records."""

    step: int
    record: RowId | None
    """None for steps without records (undo, redo, promote, …)."""
    kind: str
    """A `DecisionKind`, or the `Action` of a step without records."""
    tag: str | None
    curator: str
    time: str
    """ISO 8601, UTC."""
    model_version: str | None
    predicted_tag: str | None
    confidence: float | None
    note: str
    undone: bool
    """Whether the step is currently undone."""
    target: int | None = None
    """The step that an undo or redo refers to."""


class StepView(NamedTuple):
    """One step of the journal, for a list of steps."""

    step: int
    action: Action
    target: int | None
    """The step that an undo or redo refers to."""
    label: str
    curator: str
    time: str
    """ISO 8601, UTC."""
    records: int
    """Number of records that the step is about."""
    undone: bool
    """Whether the step is currently undone."""


class ModelInfo(NamedTuple):
    """An entry of the model store."""

    version: str
    created: str
    trained_on: str
    active: bool
    """Whether it is the active model."""
    candidate: bool
    """Whether it was never promoted."""
    f1: float | None
    report: Mapping[str, Any] | None
    bundled: bool = False
    """Whether it is the bundled model; the workspace only stores its version."""


def _no_mask() -> NDArray[np.bool_]:
    return np.zeros(0, np.bool_)


def _no_groups() -> NDArray[np.int32]:
    return np.zeros(0, np.int32)


@dataclass(frozen=True, eq=False, repr=False)
class States:
    """A consistent snapshot of all records: arrays of length `count` that never change."""

    predicted: NDArray[np.int16]
    """Index into `tag_names`; -1 without a prediction, or if the predicted tag is not in the tag set."""
    confidence: NDArray[np.float32]
    """Probability of the predicted tag; NaN without a prediction."""
    margin: NDArray[np.float32]
    """Difference between the two highest probabilities; 0 for a hidden prediction, NaN without any."""
    stale: NDArray[np.bool_]
    status: NDArray[np.uint8]
    decided: NDArray[np.int16]
    """Index into `tag_names`; -1 without a decision."""
    tag_names: tuple[str, ...]
    gone: NDArray[np.bool_]
    """Records that are no longer in the source; hidden, but their decisions are kept."""
    again: NDArray[np.bool_]
    """Records whose text was changed by the source since the last decision."""
    marks: NDArray[np.uint8]
    """The `Mark`s of each record."""
    suspected: NDArray[np.bool_]
    """Records whose text is unlike the training data of the active model, whatever a curator decided."""
    doubtful: NDArray[np.bool_]
    """Records to review at any confidence: the suspected ones, and others below the limit of the training
    data, which a table does not move."""
    live: NDArray[np.bool_] = field(default_factory=_no_mask)
    """Records whose shown prediction is a live one instead of the model's. Empty for none."""
    origin: Origin = Origin.MODEL
    """Origin of the live predictions."""
    unconfirmed: NDArray[np.bool_] = field(default_factory=_no_mask)
    """Records to review at any confidence, because nothing has confirmed it. Empty for none."""
    also: NDArray[np.int32] = field(default_factory=_no_groups)
    """Additional tags of each record, as an index into `tag_groups`; `NOT_CHOSEN` where nobody chose any.
    Empty where records have one tag."""
    suggested: NDArray[np.int32] = field(default_factory=_no_groups)
    """Predicted additional tags of each record, as an index into `tag_groups`. Empty like `also`."""
    tag_groups: tuple[tuple[int, ...], ...] = ()
    """Groups of tags that records have together, as indices into `tag_names`."""

    @property
    def count(self) -> int:
        """Number of records."""
        return len(self.status)

    @property
    def off_topic(self) -> NDArray[np.bool_]:
        """Mask of the records that a curator marked as off topic, and of those that may be, shape (n,)."""
        return self._open_or_off_topic(self.suspected)

    @property
    def in_doubt(self) -> NDArray[np.bool_]:
        """Mask of the records off topic, and of those to review at any confidence, shape (n,)."""
        return self._open_or_off_topic(self.doubtful)

    def marked(self, marks: Mark, rows: RowArray | slice = slice(None)) -> NDArray[np.bool_]:
        """Return a mask of the records with any of these marks, shape (n,)."""
        found: NDArray[np.bool_] = (self.marks[rows] & np.uint8(marks)) != 0
        return found

    def has_status(self, statuses: Iterable[Status]) -> NDArray[np.bool_]:
        """Return a mask of the records with any of these statuses, shape (n,).

        `np.isin` takes ten times as long.
        """
        found = np.zeros(self.count, np.bool_)
        for status in statuses:
            found |= self.status == status
        return found

    @property
    def untagged(self) -> NDArray[np.bool_]:
        """Mask of the records that were predicted with a tag that is not in the tag set, shape (n,)."""
        hidden: NDArray[np.bool_] = (self.predicted < 0) & (self.margin == 0)
        return hidden

    def origin_of(self, row: RowId) -> Origin:
        """Return the origin of the prediction that is shown for a record."""
        return self.origin if row < len(self.live) and self.live[row] else Origin.MODEL

    @property
    def shown_groups(self) -> NDArray[np.int32]:
        """The additional tags that are shown: the chosen ones, else those predicted for an undecided record.

        Indices into `tag_groups`, shape (n,); the shown tag of the record may be in its group. Empty where
        records have one tag.
        """
        if not len(self.also):
            return self.also
        is_suggested = (self.also == NOT_CHOSEN) & (self.status == np.uint8(Status.TO_REVIEW))
        found: NDArray[np.int32] = np.where(is_suggested, self.suggested, self.also)
        return found

    def with_additional(self, codes: Collection[int]) -> NDArray[np.bool_]:
        """Return a mask of the records that show one of these tags as an additional tag, shape (n,)."""
        wanted = set(codes)
        groups = [number for number, group in enumerate(self.tag_groups) if not wanted.isdisjoint(group)]
        if not groups or not len(self.also):
            return np.zeros(self.count, np.bool_)
        return np.isin(self.shown_groups, groups)

    def waiting(self, rows: RowArray | slice = slice(None)) -> NDArray[np.bool_]:
        """Return a mask of the undecided records that are not skipped, unsure or off topic, shape (n,)."""
        undecided: NDArray[np.bool_] = self.status[rows] == np.uint8(Status.TO_REVIEW)
        return undecided & ~self.marked(SETTLED, rows)

    def of(self, rows: RowArray) -> "States":
        """Return the states of some records, in this order."""
        arrays: dict[str, Any] = {
            name: value[rows]
            for name, value in vars(self).items()
            if isinstance(value, np.ndarray) and len(value)
        }
        return replace(self, **arrays)

    def _open_or_off_topic(self, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return those of `mask` that nobody decided or marked, and the records marked as off topic."""
        found = self.marked(Mark.OFF_TOPIC)
        is_open = (self.status == np.uint8(Status.TO_REVIEW)) & ~self.marked(Mark.ON_TOPIC)
        found |= mask & is_open
        return found


NAMES_VERSION: Final = "names-"
"""Versions of predictions from tag names start with this."""


@dataclass(frozen=True, eq=False)
class LivePredictions:
    """Live predictions of n undecided records; they are shown instead of the model's and never stored."""

    version: str
    """Recorded in the journal in place of a model version."""
    tags: tuple[str, ...]
    rows: RowArray
    probabilities: NDArray[np.float16]
    """Shape (n, tags)."""
    best: NDArray[np.int16]
    """Index into `tags` of the likeliest tag, shape (n,)."""
    confidence: NDArray[np.float32]
    margin: NDArray[np.float32]
    origin: Origin
    answers: int
    """Number of answers that they rest on: decisions and tags from the table."""
    unconfirmed: NDArray[np.bool_]
    """Records that are to review at any confidence, because no answer has confirmed it."""
    by_names: bool
    """Whether they rest on the names of the tags rather than on the active model."""
    known: int = 0
    """Number of answers that are tags from the table."""
    english: int = 0
    """Number of records that the English encoder has read; the others are estimated from these."""

    @classmethod
    def of(
        cls,
        version: str,
        tags: tuple[str, ...],
        rows: RowArray,
        probabilities: NDArray[np.float32],
        *,
        answers: int,
        by_names: bool,
        known: int = 0,
        english: int = 0,
    ) -> "LivePredictions":
        """Make them from probabilities, shape (n, tags)."""
        best = probabilities.argmax(axis=1).astype(np.int16) if len(rows) else np.zeros(0, np.int16)
        two = (
            np.partition(probabilities, -2, axis=1)[:, -2:]
            if len(tags) > 1
            else np.pad(probabilities, ((0, 0), (1, 0)))
        )
        return cls(
            version,
            tags,
            rows,
            probabilities.astype(np.float16),
            best,
            np.ascontiguousarray(two[:, 1], np.float32),
            np.ascontiguousarray(two[:, 1] - two[:, 0], np.float32),
            Origin.ANSWERS if answers or not by_names else Origin.NAMES,
            answers,
            np.zeros(len(rows), np.bool_),
            by_names,
            known,
            english,
        )

    def take(self, places: NDArray[np.integer[Any]]) -> "LivePredictions":
        """Return the predictions at these indices, in this order."""
        arrays = {name: value[places] for name, value in vars(self).items() if isinstance(value, np.ndarray)}
        return replace(self, **arrays)

    def with_others(self, others: "LivePredictions") -> "LivePredictions":
        """Return these predictions, and those of `others`, which has the same tags, for other records.

        Origin and numbers of answers are those of the predictions that rest on more answers.
        """
        new = ~np.isin(others.rows, self.rows)
        most = max(self, others, key=lambda each: each.answers)
        arrays: dict[str, Any] = {
            name: np.concatenate([value, getattr(others, name)[new]])
            for name, value in vars(self).items()
            if isinstance(value, np.ndarray)
        }
        return replace(self, origin=most.origin, answers=most.answers, known=most.known, **arrays)

    def confirmed_from(self, cuts: NDArray[np.float32]) -> "LivePredictions":
        """Return these predictions with all records below the cut of their tag to review, shape (tags,)."""
        return replace(self, unconfirmed=self.confidence < cuts[self.best])

    def limited(self, before: NDArray[np.float32]) -> "LivePredictions":
        """Return these predictions, limited by the active model's probabilities, shape (n, tags).

        The confidence and margin for a tag that the active model predicts too are at most that model's, and
        records with another tag are unconfirmed.
        """
        if not len(self.rows):
            return self
        same = before.argmax(axis=1) == self.best
        two = np.partition(before, -2, axis=1)[:, -2:]
        margin = np.minimum(self.margin, two[:, 1] - two[:, 0])
        return replace(
            self,
            confidence=np.where(same, np.minimum(self.confidence, two[:, 1]), self.confidence),
            margin=np.where(same, margin, self.margin),
            unconfirmed=~same,
        )


class DecidedExamples(NamedTuple):
    """Decided records as training examples; marks have no effect."""

    texts: tuple[str, ...]
    tags: tuple[str, ...]
    weights: tuple[float, ...]
    """Weight of each record: corrections weigh more than accepted predictions."""
    digests: tuple[bytes, ...]
    """blake2b-16 digest of each text, to exclude texts that are also evaluated on."""
    rows: tuple[RowId, ...]
    additional_tags: tuple[tuple[str, ...], ...] = ()
    """Additional tags of each record; empty if no record has any."""

    def take(self, places: Iterable[int]) -> "DecidedExamples":
        """Return the examples at these indices, in this order."""
        kept = list(places)
        lists: list[Any] = [tuple(values[place] for place in kept) if values else () for values in self]
        return DecidedExamples(*lists)

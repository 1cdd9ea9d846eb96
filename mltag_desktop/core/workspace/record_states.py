"""The states of all records in memory: arrays that are copied only when a picture of them is out."""

import contextlib
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.types import RowArray, RowId, States, Status

DIGEST: Final = np.dtype("V16")
_FIRST_ROOM: Final = 1024
_PICTURED: Final = (
    "predicted",
    "confidence",
    "margin",
    "stale",
    "status",
    "decided",
    "gone",
    "again",
    "marks",
)


class StateColumn:
    """One growing array; a picture handed out is never written to again."""

    def __init__(self, dtype: Any, blank: Any) -> None:
        self._blank = blank
        self._values = np.full(_FIRST_ROOM, blank, dtype)
        self._shared = False
        self.count = 0

    def grow(self, count: int) -> None:
        """Append blank values until there are `count`."""
        if count > len(self._values):
            wider = np.full(max(count, 2 * len(self._values)), self._blank, self._values.dtype)
            wider[: self.count] = self._values[: self.count]
            self._values = wider
            self._shared = False
        self.count = max(self.count, count)

    def picture(self) -> NDArray[Any]:
        """Return all values; writing copies them from now on."""
        self._shared = True
        view = self._values[: self.count]
        view.flags.writeable = False
        return view

    @property
    def is_shared(self) -> bool:
        """Whether writing copies all values."""
        return self._shared

    def peek(self) -> NDArray[Any]:
        """Return all values for a look under the lock; they may change after it."""
        return self._values[: self.count]

    def put(self, rows: RowArray | slice, values: Any) -> None:
        """Write values."""
        if self._shared:
            self._values = self._values.copy()
            self._shared = False
        self._values[: self.count][rows] = values

    def blank(self, rows: RowArray) -> None:
        """Write what stands where nothing was written yet."""
        self.put(rows, self._blank)


class StatePredictions(NamedTuple):
    """Predictions of some records as the states keep them, arrays of one length."""

    best: NDArray[np.int16]
    """Index into the common tag names."""
    confidence: NDArray[np.float32]
    margin: NDArray[np.float32]
    chunk: NDArray[np.int32]
    """Which stored chunk holds the probabilities, and where in it."""
    offset: NDArray[np.int32]

    def of(self, chosen: NDArray[Any]) -> "StatePredictions":
        """Return those of some places."""
        return StatePredictions(
            self.best[chosen],
            self.confidence[chosen],
            self.margin[chosen],
            self.chunk[chosen],
            self.offset[chosen],
        )


def joined(parts: Sequence[StatePredictions]) -> StatePredictions:
    """Return the answers of all parts, one after the other."""
    fields = ("best", "confidence", "margin", "chunk", "offset")
    return StatePredictions(*(np.concatenate([getattr(part, field) for part in parts]) for field in fields))


class RecordStates:
    """The current state of every record, safe to use from several threads."""

    def __init__(self, tags: Iterable[str]) -> None:
        self.lock = threading.RLock()
        self._names: list[str] = list(dict.fromkeys(tags))
        self._codes = {name: code for code, name in enumerate(self._names)}
        self._aliases: dict[str, str] = {}
        self._before: States | None = None
        self._beside: dict[RowId, tuple[tuple[str, ...], str]] = {}
        """Additional tags and note of the records that have any."""
        self._columns = {
            "predicted": StateColumn(np.int16, -1),
            "confidence": StateColumn(np.float32, np.nan),
            "margin": StateColumn(np.float32, np.nan),
            "stale": StateColumn(np.bool_, False),
            "status": StateColumn(np.uint8, Status.TO_REVIEW),
            "decided": StateColumn(np.int16, -1),
            "chunk": StateColumn(np.int32, -1),
            "offset": StateColumn(np.int32, -1),
            "digest": StateColumn(DIGEST, np.zeros(1, DIGEST)[0]),
            "slot": StateColumn(np.int64, -1),
            "gone": StateColumn(np.bool_, False),
            "again": StateColumn(np.bool_, False),
            "marks": StateColumn(np.uint8, 0),
        }

    @property
    def count(self) -> int:
        """Number of records."""
        return self._columns["status"].count

    def rename(self, aliases: Mapping[str, str]) -> bool:
        """Let other names stand for tags; tells whether that changed. Codes that were handed out stay."""
        with self.lock:
            changed = self._aliases != aliases
            self._aliases = dict(aliases)
            return changed

    def canonical(self, tag: str) -> str:
        """Return the name of the tag that a name stands for."""
        return self._aliases.get(tag, tag)

    def code(self, tag: str) -> int:
        """Return the index into the names of the tag that a name stands for, a new one for a new name."""
        with self.lock:
            tag = self._aliases.get(tag, tag)
            if tag not in self._codes:
                self._codes[tag] = len(self._names)
                self._names.append(tag)
            return self._codes[tag]

    def name(self, code: int) -> str | None:
        """Return the tag of an index, None for -1."""
        return self._names[code] if code >= 0 else None

    def picture(self) -> States:
        """Return one consistent picture of all records; during a long change, of what was before it."""
        if not self.lock.acquire(blocking=False):
            before = self._before
            if before is not None:
                return before
            self.lock.acquire()
        try:
            arrays = {field: self._columns[field].picture() for field in _PICTURED}
            return States(**arrays, tag_names=tuple(self._names))
        finally:
            self.lock.release()

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Make a change that takes its time; whoever asks for a picture meanwhile does not wait for it."""
        with self.lock:
            outermost = self._before is None
            if outermost:
                self._before = self.picture()
            try:
                yield
            finally:
                if outermost:
                    self._before = None

    def take(self, field: str, rows: RowArray) -> NDArray[Any]:
        """Return a copy of one field of some records."""
        with self.lock:
            return np.array(self._columns[field].peek()[rows])

    def all(self, field: str) -> NDArray[Any]:
        """Return a picture of one field."""
        with self.lock:
            return self._columns[field].picture()

    def append(self, digests: NDArray[Any], slots: NDArray[Any]) -> None:
        """Append records in these slots with these digests, without prediction or decision."""
        with self.lock:
            start = self.count
            for column in self._columns.values():
                column.grow(start + len(digests))
            self._columns["digest"].put(slice(start, None), digests)
            self._columns["slot"].put(slice(start, None), slots)

    def retext(self, digests: NDArray[Any]) -> None:
        """Let all records have other texts; their predictions are stale until told otherwise."""
        with self.changing():
            self._columns["digest"].put(slice(None), digests)

    def reslot(
        self, slots: NDArray[Any], digests: NDArray[Any], gone: NDArray[Any], again: NDArray[Any]
    ) -> None:
        """Show another edition of the source: all records, new ones too."""
        with self.changing():
            for column in self._columns.values():
                column.grow(len(slots))
            for field, values in zip(
                ("slot", "digest", "gone", "again"), (slots, digests, gone, again), strict=True
            ):
                self._columns[field].put(slice(None), values)

    def look(self, again: NDArray[Any]) -> None:
        """Mark the records that need another look."""
        with self.lock:
            self._columns["again"].put(slice(None), again)

    def predict(self, rows: RowArray, answers: StatePredictions, *, stale: bool) -> None:
        """Show predictions for `rows`."""
        # A picture that is out has all values copied, which takes a while; else it is a matter of a moment.
        with self.changing() if self._columns["confidence"].is_shared else self.lock:
            for field in ("confidence", "margin", "chunk", "offset"):
                self._columns[field].put(rows, getattr(answers, field))
            self._columns["predicted"].put(rows, answers.best)
            self._columns["stale"].put(rows, stale)

    def unpredict(self, chunks: Sequence[int]) -> None:
        """Show no prediction where one of these chunks is shown."""
        with self.lock:
            rows = np.flatnonzero(np.isin(self._columns["chunk"].peek(), chunks)).astype(np.int64)
            for field in ("predicted", "confidence", "margin", "stale", "chunk", "offset"):
                self._columns[field].blank(rows)

    def recode(self, answers: Mapping[int, StatePredictions]) -> None:
        """Show the predictions of each chunk with these answers, by their place in the chunk."""
        with self.lock:
            chunks, offsets = self._columns["chunk"].peek(), self._columns["offset"].peek()
            for chunk, told in answers.items():
                rows = np.flatnonzero(chunks == chunk)
                if len(rows):
                    places = offsets[rows]
                    self._columns["predicted"].put(rows, told.best[places])
                    self._columns["confidence"].put(rows, told.confidence[places])
                    self._columns["margin"].put(rows, told.margin[places])

    def outdate(self) -> None:
        """Mark every prediction as stale."""
        with self.lock:
            self._columns["stale"].put(slice(None), self._columns["chunk"].peek() >= 0)

    def decide(self, rows: RowArray, status: Any, decided: Any) -> None:
        """Show decisions for `rows`; status and decided are values or arrays."""
        with self.lock:
            self._columns["status"].put(rows, status)
            self._columns["decided"].put(rows, decided)
            self._columns["again"].put(rows, False)

    def beside(self, row: RowId) -> tuple[tuple[str, ...], str]:
        """Return the additional tags and the note of a record."""
        return self._beside.get(row, ((), ""))

    def rows_beside(self) -> Set[RowId]:
        """Return the records that have additional tags or a note."""
        return self._beside.keys()

    def has_additional_tags(self) -> bool:
        """Tell whether any record has an additional tag."""
        return any(also for also, _ in list(self._beside.values()))

    def put_beside(self, row: RowId, also: tuple[str, ...], note: str) -> None:
        """Keep the additional tags and the note of a record."""
        if also or note:
            self._beside[row] = (also, note)
        else:
            self._beside.pop(row, None)

    def mark(self, rows: RowArray, marks: Any) -> None:
        """Show these marks on `rows`, a value or an array."""
        with self.lock:
            self._columns["marks"].put(rows, marks)

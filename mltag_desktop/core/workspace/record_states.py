"""The states of all records in memory: copy-on-write arrays."""

import contextlib
import operator
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.types import (
    NOT_CHOSEN,
    LivePredictions,
    Origin,
    RowArray,
    RowId,
    States,
    Status,
)

DIGEST: Final = np.dtype("V16")
_FIRST_ROOM: Final = 1024
_OVERLAID: Final = ("predicted", "confidence", "margin", "stale")
"""The fields in which live predictions replace those of the model."""
_SUSPICION: Final = ("suspected", "doubtful")
_PICTURED: Final = (*_OVERLAID, *_SUSPICION, "status", "decided", "gone", "again", "marks")
_PREDICTED: Final = (*_OVERLAID, "chunk", "offset", "suggested")
_BLANK: Final[dict[str, tuple[Any, Any]]] = {
    "predicted": (np.int16, -1),
    "confidence": (np.float32, np.nan),
    "margin": (np.float32, np.nan),
    "stale": (np.bool_, False),
    "status": (np.uint8, Status.TO_REVIEW),
    "decided": (np.int16, -1),
    "chunk": (np.int32, -1),
    "offset": (np.int32, -1),
    "digest": (DIGEST, np.zeros(1, DIGEST)[0]),
    "slot": (np.int64, -1),
    "gone": (np.bool_, False),
    "again": (np.bool_, False),
    "marks": (np.uint8, 0),
    "suspected": (np.bool_, False),
    "doubtful": (np.bool_, False),
    "also": (np.int32, NOT_CHOSEN),
    "suggested": (np.int32, NOT_CHOSEN),
}
"""Type and first value of each field."""


class StatePredictions(NamedTuple):
    """Predictions of some records as arrays of the same length."""

    predicted: NDArray[np.int16]
    """Index into the common tag names."""
    confidence: NDArray[np.float32]
    margin: NDArray[np.float32]
    chunk: NDArray[np.int32]
    """Index of the stored chunk with the probabilities, and of the row in it."""
    offset: NDArray[np.int32]
    suggested: NDArray[np.int32]
    """Predicted additional tags, as an index into the common groups of tags."""

    def of(self, chosen: NDArray[Any]) -> "StatePredictions":
        """Return the predictions at some indices."""
        return StatePredictions(*(values[chosen] for values in self))


def joined(parts: Sequence[StatePredictions]) -> StatePredictions:
    """Return the concatenated predictions."""
    return StatePredictions(*map(np.concatenate, zip(*parts, strict=True)))


class LiveOverlay:
    """Live predictions by row, as `RecordStates` lays them over those of the model; immutable."""

    def __init__(
        self,
        found: LivePredictions,
        count: int,
        before: "LiveOverlay | None" = None,
        decided: NDArray[np.bool_] | None = None,
    ) -> None:
        """Lay out `found` for `count` records.

        A decided record keeps the prediction of `before` that it had when it was decided: a model that has
        learned from the decision would only repeat it.
        """
        self.found = self.shown = found
        if before is not None and decided is not None and before.found.tags == found.tags:
            earlier = before.shown
            kept = np.flatnonzero(earlier.rows < len(decided))
            self.shown = found.with_others(earlier.take(kept[decided[earlier.rows[kept]]]))
        self.place = np.full(count, -1, np.int32)
        """Index of each record's prediction; -1 for none."""
        known = np.flatnonzero(self.shown.rows < count)
        self.place[self.shown.rows[known]] = known

    def at(self, rows: RowArray) -> NDArray[np.int32]:
        """Return the index of the prediction of each of `rows`; -1 for none."""
        places = np.full(len(rows), -1, np.int32)
        known = rows < len(self.place)
        places[known] = self.place[rows[known]]
        return places


class RecordStates:
    """The current state of every record; thread-safe."""

    def __init__(self, tags: Iterable[str]) -> None:
        self.lock = threading.RLock()
        self._names: list[str] = list(dict.fromkeys(tags))
        self._codes = {name: code for code, name in enumerate(self._names)}
        self._aliases: dict[str, str] = {}
        self._offered = frozenset(self._names)
        self._before: States | None = None
        self._overlay: LiveOverlay | None = None
        self._overlaid: tuple[list[NDArray[Any]], int, dict[str, NDArray[Any]]] | None = None
        """The arrays that the last snapshot with live predictions was computed from, and what it was."""
        self._groups: list[tuple[int, ...]] = [(), ()]
        """Groups of tags that records have together: `NOT_CHOSEN`, then the empty one that was chosen."""
        self._group_numbers: dict[tuple[int, ...], int] = {(): 1}
        self._several: bool | None = None
        self._has_additional: bool | None = False
        """Whether any record has an additional tag; None if that has to be looked up again."""
        self._notes: dict[RowId, str] = {}
        self.count = 0
        """Number of records."""
        self._arrays = {field: np.full(_FIRST_ROOM, blank, dtype) for field, (dtype, blank) in _BLANK.items()}
        """The values of each field, with room for more records."""
        self._shared: set[str] = set()
        """Fields with a snapshot, which are copied before they are written."""

    @property
    def allows_several(self) -> bool:
        """Whether records may have several tags: unless one tag was chosen."""
        return self._several is not False

    @property
    def several(self) -> bool:
        """Whether records have several tags: as chosen, or else whether any record has an additional tag."""
        return self.has_additional_tags() if self._several is None else self._several

    def allow_several(self, choice: bool | None) -> None:
        """Set whether records have several tags; None if nobody chose."""
        with self.lock:
            self._several = choice

    def group(self, codes: Iterable[int]) -> int:
        """Return the number of a group of tags, given their codes in order; a new one for a new group."""
        with self.lock:
            group = tuple(codes)
            if group not in self._group_numbers:
                self._group_numbers[group] = len(self._groups)
                self._groups.append(group)
            return self._group_numbers[group]

    def suggested(self, rows: RowArray) -> dict[RowId, tuple[str, ...]]:
        """Return the predicted additional tags of the undecided ones of `rows` for which nobody chose any.

        Records without any are left out.
        """
        with self.lock:
            if not self.several:
                return {}
            found = rows[
                (self.take("suggested", rows) != NOT_CHOSEN)
                & (self.take("also", rows) == NOT_CHOSEN)
                & (self.take("status", rows) == np.uint8(Status.TO_REVIEW))
            ]
            groups, best = self.take("suggested", found).tolist(), self.take("predicted", found).tolist()
            names = {
                row: tuple(
                    self._names[code]
                    for code in self._groups[group]
                    if code != shown and self.is_offered(self._names[code])
                )
                for row, group, shown in zip(found.tolist(), groups, best, strict=True)
                if shown >= 0
            }
            return {row: each for row, each in names.items() if each}

    def rename(self, aliases: Mapping[str, str]) -> bool:
        """Set the aliases of tags; return whether they changed. Codes in use stay valid."""
        with self.lock:
            changed = self._aliases != aliases
            self._overlaid = None
            self._aliases = dict(aliases)
            return changed

    def offer(self, tags: Iterable[str]) -> frozenset[str]:
        """Set the tags that can be predicted; return those that were added or removed."""
        with self.lock:
            offered = frozenset(tags)
            changed = offered ^ self._offered
            self._overlaid = None
            self._offered = offered
            return changed

    def is_offered(self, tag: str) -> bool:
        """Return whether a tag name or alias is in the tag set."""
        return self.canonical(tag) in self._offered

    def canonical(self, tag: str) -> str:
        """Return the current tag name for a name or alias."""
        return self._aliases.get(tag, tag)

    def code(self, tag: str) -> int:
        """Return the code of a tag name or alias, a new one for an unknown name."""
        with self.lock:
            tag = self._aliases.get(tag, tag)
            if tag not in self._codes:
                self._codes[tag] = len(self._names)
                self._names.append(tag)
            return self._codes[tag]

    def name(self, code: int) -> str | None:
        """Return the tag name of a code; None for -1."""
        return self._names[code] if code >= 0 else None

    def picture(self) -> States:
        """Return a consistent snapshot of all records; during a long change, the one before it."""
        if not self.lock.acquire(blocking=False):
            before = self._before
            if before is not None:
                return before
            self.lock.acquire()
        try:
            fields = (*_PICTURED, "also", "suggested") if self.several else _PICTURED
            arrays = {field: self._snapshot(field) for field in fields}
            return States(
                **(arrays if self._overlay is None else arrays | self._with_live(self._overlay)),
                tag_names=tuple(self._names),
                tag_groups=tuple(self._groups),
                origin=Origin.MODEL if self.live is None else self.live.origin,
            )
        finally:
            self.lock.release()

    def _with_live(self, overlay: LiveOverlay) -> dict[str, NDArray[Any]]:
        """Return the fields that show live predictions; the lock is held."""
        arrays = {field: self._snapshot(field) for field in _OVERLAID}
        sources = [self._arrays[field] for field in _OVERLAID]
        if self._overlaid is not None:
            before, count, found = self._overlaid
            if count == self.count and all(map(operator.is_, sources, before)):
                return found
        rows = np.flatnonzero(overlay.place[: self.count] >= 0)
        live = overlay.shown.take(overlay.place[rows])
        codes = [self.code(tag) if self.is_offered(tag) else -1 for tag in live.tags]
        best = np.array(codes, np.int16)[live.best]
        found = {field: np.array(array) for field, array in arrays.items()}
        found |= {field: np.zeros(self.count, np.bool_) for field in ("live", "unconfirmed")}
        for field, shown in (
            ("predicted", best),
            ("confidence", np.where(best < 0, np.float32(np.nan), live.confidence)),
            ("margin", np.where(best < 0, np.float32(0), live.margin)),
            ("stale", False),
            ("live", True),
            ("unconfirmed", live.unconfirmed),
        ):
            found[field][rows] = shown
            found[field].flags.writeable = False
        self._overlaid = (sources, self.count, found)
        return found

    def _snapshot(self, field: str) -> NDArray[Any]:
        """Return a view of the values of a field; the next write copies them."""
        self._shared.add(field)
        view = self._arrays[field][: self.count]
        view.flags.writeable = False
        return view

    def _put(self, field: str, rows: RowArray | slice, values: Any) -> None:
        if field in self._shared:
            self._arrays[field] = self._arrays[field].copy()
            self._shared.discard(field)
        self._arrays[field][: self.count][rows] = values
        if field == "also":
            self._has_additional = None

    def _grow(self, count: int) -> None:
        """Add records with the first values; no snapshot has them."""
        for field, (dtype, blank) in _BLANK.items():
            values = self._arrays[field]
            if count > len(values):
                values = np.empty(max(count, 2 * len(values)), dtype)
                values[: self.count] = self._arrays[field][: self.count]
                self._arrays[field] = values
                self._shared.discard(field)
            values[self.count : count] = blank
        self.count = max(self.count, count)

    def show_suspected(self, suspected: NDArray[np.bool_], doubtful: NDArray[np.bool_]) -> None:
        """Set which records may be off topic, and which to review at any confidence; later ones are neither.

        Both are whatever a curator decided.
        """
        with self.lock:
            self.put(slice(None), suspected=False, doubtful=False)
            known = slice(min(len(suspected), self.count))
            self.put(known, suspected=suspected[known], doubtful=doubtful[known])

    def show_live(self, found: LivePredictions | None) -> None:
        """Lay live predictions over those of the model; None shows the model's again."""
        with self.lock:
            decided = self._arrays["status"][: self.count] != np.uint8(Status.TO_REVIEW)
            self._overlay = None if found is None else LiveOverlay(found, self.count, self._overlay, decided)
            self._overlaid = None

    @property
    def live(self) -> LivePredictions | None:
        """The live predictions that are shown."""
        return None if self._overlay is None else self._overlay.found

    def live_versions(self, rows: RowArray) -> list[str | None]:
        """Return the version of the live prediction of each of `rows`; None where the model's is shown."""
        with self.lock:
            overlay = self._overlay
            if overlay is None:
                return [None] * len(rows)
            return [overlay.found.version if place >= 0 else None for place in overlay.at(rows).tolist()]

    def live_probabilities(self, rows: RowArray) -> list[dict[str, float] | None]:
        """Return the live probabilities of `rows` by tag; None where the model's are shown."""
        with self.lock:
            overlay = self._overlay
            if overlay is None:
                return [None] * len(rows)
            live = overlay.shown
            tags = [self.canonical(tag) for tag in live.tags]
            shown: list[dict[str, float] | None] = []
            for place in overlay.at(rows).tolist():
                if place < 0:
                    shown.append(None)
                    continue
                values = live.probabilities[place].astype(np.float64).tolist()
                values[live.best[place]] = float(live.confidence[place])  # as in the table
                shown.append(
                    {tag: value for tag, value in zip(tags, values, strict=True) if self.is_offered(tag)}
                )
            return shown

    def live_tag_probability(self, tags: Collection[str]) -> tuple[RowArray, NDArray[np.float32]] | None:
        """Return the records with live predictions, and the probability that each has one of `tags`."""
        with self.lock:
            overlay = self._overlay
            if overlay is None:
                return None
            rows = np.flatnonzero(overlay.place[: self.count] >= 0)
            live = overlay.shown.take(overlay.place[rows])
            known = [code for code, tag in enumerate(live.tags) if self.canonical(tag) in tags]
            found = np.full(len(rows), 0 if known else np.nan, np.float32)
            for code in known:
                values = live.probabilities[:, code].astype(np.float32)
                found += np.where(live.best == code, live.confidence, values)  # as in the table
            return rows, found

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Make a long change; snapshots taken meanwhile do not wait for it."""
        with self.lock:
            outermost = self._before is None
            if outermost:
                self._before = self.picture()
            try:
                yield
            finally:
                if outermost:
                    self._before = None

    def take(self, field: str, rows: Sequence[RowId] | RowArray) -> NDArray[Any]:
        """Return a copy of one field of some records, as it is shown."""
        rows = np.asarray(rows, np.int64)
        with self.lock:
            if self._overlay is not None and field in _OVERLAID:
                return self._with_live(self._overlay)[field][rows]
            return self._arrays[field][: self.count][rows]

    def all(self, field: str) -> NDArray[Any]:
        """Return a snapshot of one field, without live predictions."""
        with self.lock:
            return self._snapshot(field)

    def lack_prediction(self, start: int, stop: int) -> NDArray[np.bool_]:
        """Return a mask of the records in a range without a prediction by the active model."""
        with self.lock:  # snapshots would make the next prediction copy all values
            chunks, stale = (self._arrays[field][: self.count][start:stop] for field in ("chunk", "stale"))
            missing: NDArray[np.bool_] = (chunks < 0) | stale
            return missing

    def append(self, digests: NDArray[Any], slots: NDArray[Any]) -> None:
        """Append records with these slots and digests, without prediction or decision."""
        with self.lock:
            start = self.count
            self._grow(start + len(digests))
            for field, values in (("digest", digests), ("slot", slots)):
                self._arrays[field][start : self.count] = values  # no snapshot has these

    def replace_texts(self, digests: NDArray[Any]) -> None:
        """Replace the texts of all records; their predictions become stale."""
        with self.changing():
            self.show_live(None)
            self.put(slice(None), digest=digests, suspected=False, doubtful=False)

    def replace_slots(
        self, slots: NDArray[Any], digests: NDArray[Any], gone: NDArray[Any], again: NDArray[Any]
    ) -> None:
        """Switch to another source revision, which may add records."""
        with self.changing():
            self._grow(len(slots))
            self.replace_texts(digests)
            self.put(slice(None), slot=slots, gone=gone, again=again)

    def put(self, rows: RowArray | slice, **fields: Any) -> None:
        """Set some fields of `rows`, each to a value or an array."""
        with self.lock:
            for field, values in fields.items():
                self._put(field, rows, values)

    def predict(self, rows: RowArray, answers: StatePredictions, *, stale: bool) -> None:
        """Set the predictions of `rows`."""
        self.put(rows, stale=stale, **answers._asdict())

    def clear_predictions(self, chunks: Sequence[int]) -> None:
        """Remove the predictions that come from these chunks."""
        with self.lock:
            rows = np.flatnonzero(np.isin(self._arrays["chunk"][: self.count], chunks)).astype(np.int64)
            self.put(rows, **{field: _BLANK[field][1] for field in _PREDICTED})

    def recode(self, answers: Mapping[int, StatePredictions]) -> None:
        """Replace the predictions of each chunk; `answers` are indexed like the chunk."""
        with self.lock:
            chunks = self._arrays["chunk"][: self.count]
            for chunk, predictions in answers.items():
                rows = np.flatnonzero(chunks == chunk)
                if len(rows):
                    self.put(rows, **predictions.of(self._arrays["offset"][rows])._asdict())

    def outdate(self) -> None:
        """Mark every prediction as stale."""
        with self.lock:
            self._put("stale", slice(None), self._arrays["chunk"][: self.count] >= 0)

    def annotations(self, row: RowId) -> tuple[tuple[str, ...], str]:
        """Return the additional tags and the note of a record; no additional tags where records have one."""
        also = self.tags_of(int(self._arrays["also"][row])) if self.allows_several else ()
        return also, self._notes.get(row, "")

    def tags_of(self, group: int) -> tuple[str, ...]:
        """Return the names of a group of tags."""
        return tuple(self._names[code] for code in self._groups[group])

    def notes(self) -> dict[RowId, str]:
        """Return the notes of all records that have one."""
        return dict(self._notes)

    def has_additional_tags(self) -> bool:
        """Return whether any record has an additional tag; False in the mode with one tag per record."""
        with self.lock:
            if self._has_additional is None:
                self._has_additional = bool((self._arrays["also"][: self.count] > self.group(())).any())
            return self.allows_several and self._has_additional

    def put_note(self, row: RowId, note: str) -> None:
        """Keep the note of a record; an empty one removes it."""
        with self.lock:
            if note:
                self._notes[row] = note
            else:
                self._notes.pop(row, None)

"""Predictions of every model version, stored by text digest, so that a rollback needs no new prediction.

The records that a model was trained on show what models that were trained without them predict, see
docs/decisions/0073-shown-out-of-fold.md.
"""

import functools
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.record_states import DIGEST, RecordStates, StatePredictions, joined
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.metadata import WorkspaceMetadata
from mltag_desktop.core.workspace.storage.row_checksums import summed
from mltag_desktop.core.workspace.types import (
    NOT_CHOSEN,
    Change,
    ChangeKind,
    LivePredictions,
    RowArray,
    States,
)

_INT64: Final = np.dtype("<i8")
_INT16: Final = np.dtype("<i2")
_FLOAT: Final = np.dtype("<f4")
_HEAD_TYPES: Final[tuple[np.dtype[Any], ...]] = (_INT64, DIGEST, _INT16, _FLOAT, _FLOAT)
_THRESHOLDS: Final = "tag_thresholds"
"""Name of the value in the metadata with the thresholds of each model version for additional tags."""
_OUT_OF_FOLD: Final = " out of fold"
"""End of the stored version of predictions by models that were trained without the record."""
_HEAD: Final = "SELECT rows, digests, best, confidence, margin FROM predictions WHERE id = ?"


class _PredictionChunk(NamedTuple):
    """The metadata of a stored chunk that is kept in memory."""

    version: str
    tags: tuple[str, ...]
    codes: NDArray[np.int16]
    """Common index of each of `tags`."""
    is_out_of_fold: bool


class _ChunkHeader(NamedTuple):
    """A stored chunk without its probabilities."""

    identity: int
    rows: RowArray
    digests: NDArray[Any]
    answers: StatePredictions


class PredictionStore:
    """Reads and writes chunks of predictions."""

    def __init__(self, store: ConnectionPool, meta: WorkspaceMetadata, live: RecordStates) -> None:
        self._store = store
        self._meta = meta
        self._live = live
        self._chunks: dict[int, _PredictionChunk] = {}
        for identity, version, tags in store.rows("SELECT id, version, tags FROM predictions ORDER BY id"):
            self._remember(identity, version, tuple(json.loads(tags)))

    def put(
        self,
        transaction: Transaction,
        rows: RowArray,
        digests: NDArray[Any],
        predictions: Predictions,
        *,
        out_of_fold: bool = False,
    ) -> StatePredictions:
        """Write a chunk; return its predictions for the record states.

        Predictions out of fold are shown for their records only, not for others with the same text.
        """
        best = predictions.best.astype(_INT16)
        confidence = predictions.probabilities.max(axis=1).astype(_FLOAT)
        margin = confidence - _second(predictions.probabilities)
        blobs = (
            rows.astype(_INT64),
            digests,
            best,
            confidence,
            margin.astype(_FLOAT),
            np.ascontiguousarray(predictions.probabilities, _FLOAT),
        )
        tags = predictions.tags
        self._keep_thresholds(transaction, predictions)
        version = predictions.version + _OUT_OF_FOLD * out_of_fold
        cursor = transaction.execute(
            "INSERT INTO predictions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            summed(version, json.dumps(tags), *(blob.tobytes() for blob in blobs)),
        )
        identity = int(cursor.lastrowid or 0)
        self._remember(identity, version, tags)
        return self._answers(identity, best, confidence, margin, lambda: predictions.probabilities)

    def probabilities(
        self, chunks: NDArray[np.int32], offsets: NDArray[np.int32]
    ) -> list[dict[str, float] | None]:
        """Return the probabilities at these chunks and offsets; None where the chunk is -1."""
        found: list[dict[str, float] | None] = [None] * len(chunks)
        for identity in sorted({chunk for chunk in chunks.tolist() if chunk >= 0}):
            tags = self._chunks[identity].tags
            names = [self._live.canonical(tag) if self._live.is_offered(tag) else None for tag in tags]
            places = np.flatnonzero(chunks == identity)
            size = len(tags) * _FLOAT.itemsize
            with (
                self._store.read() as connection,
                connection.blobopen("predictions", "probabilities", identity, readonly=True) as blob,
            ):
                for place in places.tolist():
                    blob.seek(int(offsets[place]) * size)
                    found[place] = _summed(names, np.frombuffer(blob.read(size), _FLOAT).tolist())
        return found

    def tag_probability(self, progress: Progress, tags: Collection[str]) -> NDArray[np.float32]:
        """Return the probability that each record has one of `tags`, shape (n,).

        NaN without a prediction, or with that of a model that knows none of them.
        """
        with self._live.lock:  # of the same predictions
            chunks, offsets = self._live.all("chunk"), self._live.all("offset")
        found = np.full(len(chunks), np.nan, _FLOAT)
        used = np.flatnonzero(np.bincount(chunks + 1)[1:]).tolist()
        for place, identity in enumerate(used):
            progress.report(place / len(used))
            chunk = self._chunks.get(identity)
            wanted = [self._live.canonical(tag) in tags for tag in chunk.tags] if chunk is not None else []
            if any(wanted):
                known = self._all_probabilities(identity)[:, wanted].sum(axis=1, dtype=_FLOAT)
                if len(known):  # empty if the model was discarded meanwhile
                    rows = np.flatnonzero(chunks == identity)
                    found[rows] = known[offsets[rows]]
        return found

    def show(self, current: str | None, hidden: Collection[str]) -> None:
        """Show the predictions of `current`; for texts without one, show older predictions as stale.

        Predictions of the versions in `hidden` (candidates) are never shown.
        """
        with self._live.changing():
            digests = self._live.all("digest")
            self._live.outdate()
            for version in dict.fromkeys(chunk.version for chunk in list(self._chunks.values())):
                if version != current and version not in hidden:
                    self._fall_back(version, len(digests))
            if current is not None:
                self._show_current(current, digests)

    def recode(self) -> None:
        """Update the tag codes after tags were renamed or merged."""
        for identity, chunk in list(self._chunks.items()):
            self._chunks[identity] = chunk._replace(codes=self._codes(chunk.tags))
        stored = dict.fromkeys((chunk.version, chunk.is_out_of_fold) for chunk in self._chunks.values())
        heads = (head for version, unseen in stored for head in self._heads(version, out_of_fold=unseen))
        self._live.recode({head.identity: head.answers for head in heads})

    def has_any(self, tags: Collection[str]) -> bool:
        """Return whether any stored prediction can be one of these tags."""
        names = {self._live.canonical(tag) for chunk in self._chunks.values() for tag in chunk.tags}
        return not names.isdisjoint(tags)

    def has_out_of_fold(self, version: str) -> bool:
        """Return whether predictions out of fold are stored for a model."""
        return any(chunk.version == version and chunk.is_out_of_fold for chunk in self._chunks.values())

    def versions(self, rows: RowArray) -> list[str | None]:
        """Return the version of the model whose prediction is shown for each of `rows`; None for none."""
        chunks = self._live.take("chunk", rows).tolist()
        live = self._live.live_versions(rows)
        return [
            found or (self._chunks[chunk].version if chunk >= 0 else None)
            for found, chunk in zip(live, chunks, strict=True)
        ]

    @property
    def live(self) -> LivePredictions | None:
        """The live predictions that are shown."""
        return self._live.live

    def show_live(self, found: LivePredictions | None) -> Change:
        """Show live predictions instead of the model's; None shows the model's again."""
        if found is None and self._live.live is None:
            return Change(None, ChangeKind(0))
        self._live.show_live(found)
        return Change(None, ChangeKind.PREDICTIONS)

    def answers_of(self, version: str) -> tuple[NDArray[np.int16], NDArray[np.float32]]:
        """Return the predictions of `version` for all records: tags and confidences, -1 and nan for none.

        The tags are indices into the `tag_names` of the states.
        """
        digests = self._live.all("digest")
        predicted = np.full(len(digests), -1, np.int16)
        confidence = np.full(len(digests), np.nan, np.float32)
        heads = list(self._heads(version))
        if heads and len(digests):
            places, found = match(digests, np.concatenate([head.digests for head in heads]))
            answers = joined([head.answers for head in heads]).of(found)
            predicted[places], confidence[places] = answers.predicted, answers.confidence
        return predicted, confidence

    def covered(self, version: str) -> NDArray[Any]:
        """Return the sorted `keys` of the digests of all texts predicted by `version`."""
        blobs = [head.digests for head in self._heads(version)]
        return np.sort(keys(np.concatenate(blobs))) if blobs else np.empty(0, np.uint64)

    def forget(self, transaction: Transaction, version: str) -> None:
        """Delete the predictions of a discarded model; records that showed one wait for new ones."""
        transaction.execute(
            "DELETE FROM predictions WHERE version IN (?, ?)", (version, version + _OUT_OF_FOLD)
        )
        gone = [identity for identity, chunk in list(self._chunks.items()) if chunk.version == version]
        transaction.then(lambda: self._live.clear_predictions(gone))
        transaction.then(lambda: [self._chunks.pop(identity) for identity in gone])

    def contradicted(self, states: States) -> NDArray[np.bool_]:
        """Return a mask of the decided records whose tag the shown prediction out of fold contradicts."""
        found = np.zeros(states.count, np.bool_)
        with self._live.lock:  # of the same predictions
            chunks, offsets = self._live.all("chunk")[: states.count], self._live.all("offset")
        for identity in np.flatnonzero(np.bincount(chunks + 1)[1:]).tolist():
            chunk = self._chunks.get(identity)
            if chunk is None or not chunk.is_out_of_fold:
                continue
            rows = np.flatnonzero((chunks == identity) & np.isin(states.decided, chunk.codes) & ~states.stale)
            labels = states.decided[rows]
            likelier = self._likelier(chunk, identity, offsets[rows], labels)
            doubted = np.flatnonzero(likelier >= 0)
            found[rows[doubted]] = True
            for row, other in zip(rows[doubted].tolist(), likelier[doubted].tolist(), strict=True):
                group = int(states.also[row]) if len(states.also) else NOT_CHOSEN
                if group != NOT_CHOSEN and other in states.tag_groups[group]:
                    found[row] = False  # it has the other tag, too
        return found

    def _likelier(
        self, chunk: _PredictionChunk, identity: int, offsets: NDArray[np.int32], decided: NDArray[np.int16]
    ) -> NDArray[np.int16]:
        """Return the code of the tag that each record more likely has than the decided one; -1 for none."""
        codes, place = np.unique(chunk.codes, return_inverse=True)
        offered = np.array([self._live.is_offered(tag) for tag in chunk.tags], _FLOAT)
        merged = np.eye(len(codes), dtype=_FLOAT)[place] * offered[:, None]
        probabilities = self._all_probabilities(identity)[offsets] @ merged
        found = likelier_tags(probabilities, np.searchsorted(codes, decided))
        return np.where(found >= 0, codes[found], np.int16(-1))

    def _fall_back(self, version: str, count: int) -> None:
        for head in self._heads(version):
            inside = np.flatnonzero(head.rows < count)
            rows = head.rows[inside]
            # shown predictions stay, so only the stale mark changes in the window
            bare = self._live.take("chunk", rows) < 0
            self._live.predict(rows[bare], head.answers.of(inside[bare]), stale=True)

    def _show_current(self, version: str, digests: NDArray[Any]) -> None:
        rows = np.flatnonzero(self._show_own(version, digests))
        heads = list(self._heads(version)) if len(rows) else []
        if heads:
            places, found = match(digests[rows], np.concatenate([head.digests for head in heads]))
            self._live.predict(rows[places], joined([head.answers for head in heads]).of(found), stale=False)
        self._show_own(version, digests, out_of_fold=True)

    def _show_own(
        self, version: str, digests: NDArray[Any], *, out_of_fold: bool = False
    ) -> NDArray[np.bool_]:
        """Show the predictions for records with unchanged texts; return a mask of the records without one."""
        missing = np.ones(len(digests), np.bool_)
        for head in self._heads(version, out_of_fold=out_of_fold):  # together, they are 40 MiB for a million
            inside = np.flatnonzero(head.rows < len(digests))
            same = inside[digests[head.rows[inside]] == head.digests[inside]]
            self._live.predict(head.rows[same], head.answers.of(same), stale=False)
            missing[head.rows[same]] = False
        return missing

    def _heads(self, version: str, *, out_of_fold: bool = False) -> Iterator[_ChunkHeader]:
        query = "SELECT id FROM predictions WHERE version = ? ORDER BY id"
        for (identity,) in self._store.rows(query, version + _OUT_OF_FOLD * out_of_fold):
            for blobs in self._store.rows(_HEAD, identity):  # none if the model was discarded meanwhile
                rows, digests, best, confidence, margin = (
                    np.frombuffer(blob, dtype) for blob, dtype in zip(blobs, _HEAD_TYPES, strict=True)
                )
                read = functools.partial(self._all_probabilities, identity)
                yield _ChunkHeader(
                    identity, rows, digests, self._answers(identity, best, confidence, margin, read)
                )

    def _answers(
        self,
        identity: int,
        best: NDArray[np.int16],
        confidence: NDArray[np.float32],
        margin: NDArray[np.float32],
        read: Callable[[], NDArray[np.float32]],
    ) -> StatePredictions:
        """Return the predictions of a chunk as they are shown; `read` returns its probabilities if needed.

        The probabilities of merged tags are added. A predicted tag that is not in the tag set is no tag, with
        margin 0. Additional tags are those whose probability reaches their threshold.
        """
        chunk = self._chunks[identity]
        best = chunk.codes[best]
        suggested = np.zeros(len(best), np.int32)
        codes, place = np.unique(chunk.codes, return_inverse=True)
        limits = self._limits(chunk.version) if self._live.allows_several else {}
        if limits or len(codes) < len(chunk.codes):
            summed = np.zeros((len(best), len(codes)), _FLOAT)
            np.add.at(summed.T, place, read().T)
            if len(codes) < len(chunk.codes):
                best = codes[summed.argmax(axis=1)]
                confidence = np.minimum(summed.max(axis=1), np.float32(1))
                margin = confidence - _second(summed)
            if limits and len(best):
                suggested = self._suggested(chunk, codes, place, summed, limits)
        removed = [
            code for tag, code in zip(chunk.tags, chunk.codes, strict=True) if not self._live.is_offered(tag)
        ]
        hidden = np.isin(best, removed)
        return StatePredictions(
            predicted=np.where(hidden, np.int16(-1), best),
            confidence=np.where(hidden, np.float32(np.nan), confidence),
            margin=np.where(hidden, np.float32(0), margin),
            chunk=np.full(len(best), identity, np.int32),
            offset=np.arange(len(best), dtype=np.int32),
            suggested=suggested,
        )

    def _limits(self, version: str) -> dict[str, float]:
        """Return the probability from which each tag is an additional tag; empty for a model without any."""
        found: dict[str, float] = self._meta.get(_THRESHOLDS, {}).get(version, {})
        return found

    def _keep_thresholds(self, transaction: Transaction, predictions: Predictions) -> None:
        if predictions.thresholds is not None and not self._limits(predictions.version):
            limits = dict(zip(predictions.tags, predictions.thresholds.astype(float).tolist(), strict=True))
            known = {**self._meta.get(_THRESHOLDS, {}), predictions.version: limits}
            self._meta.set(transaction, **{_THRESHOLDS: known})
            self._meta.remember(**{_THRESHOLDS: known})  # needed before the commit

    def _suggested(
        self,
        chunk: _PredictionChunk,
        codes: NDArray[np.int16],
        place: NDArray[np.intp],
        summed: NDArray[np.float32],
        limits: Mapping[str, float],
    ) -> NDArray[np.int32]:
        """Return the group of the additional tags of each record, given the probabilities of `codes`."""
        thresholds = np.full(len(codes), np.inf, _FLOAT)
        np.minimum.at(thresholds, place, [limits.get(tag, np.inf) for tag in chunk.tags])
        reached = summed >= thresholds
        reached[np.arange(len(reached)), summed.argmax(axis=1)] = False
        kinds, kind = np.unique(reached, axis=0, return_inverse=True)
        groups = [self._live.group(codes[each].tolist()) if each.any() else NOT_CHOSEN for each in kinds]
        return np.array(groups, np.int32)[kind.reshape(-1)]

    def _all_probabilities(self, identity: int) -> NDArray[np.float32]:
        found = self._store.rows("SELECT probabilities FROM predictions WHERE id = ?", identity)
        return np.frombuffer(found[0][0] if found else b"", _FLOAT).reshape(
            -1, len(self._chunks[identity].codes)
        )

    def _remember(self, identity: int, version: str, tags: tuple[str, ...]) -> None:
        known = version.removesuffix(_OUT_OF_FOLD)
        self._chunks[identity] = _PredictionChunk(known, tags, self._codes(tags), known != version)

    def _codes(self, tags: tuple[str, ...]) -> NDArray[np.int16]:
        return np.array([self._live.code(tag) for tag in tags], np.int16)


def likelier_tags(
    probabilities: NDArray[np.float32], labels: NDArray[np.signedinteger[Any]]
) -> NDArray[np.intp]:
    """Return the tag that each row more likely has than its label, shape (n,); -1 for none.

    `probabilities`, shape (n, k), are out of fold. By confident learning (Northcutt and others, 2021), a
    label is doubted when another tag j is likelier and reaches the mean probability of j among the rows
    labelled j.
    """
    every = np.arange(len(labels))
    sums = np.bincount(labels, probabilities[every, labels], probabilities.shape[1])
    sizes = np.bincount(labels, minlength=probabilities.shape[1])
    thresholds = np.where(sizes, sums / np.maximum(sizes, 1), np.inf)
    reaching = np.where(probabilities >= thresholds, probabilities, -1.0)
    reaching[every, labels] = -1.0
    other = reaching.argmax(axis=1) if probabilities.shape[1] else np.zeros(len(labels), np.intp)
    best = reaching[every, other]
    found: NDArray[np.intp] = np.where((best > 0) & (best > probabilities[every, labels]), other, -1)
    return found


def _summed(names: Sequence[str | None], values: Sequence[float]) -> dict[str, float]:
    """Return the probabilities of the tags by current name; merged ones are added, those of None left out."""
    found: dict[str, float] = {}
    for name, value in zip(names, values, strict=True):
        if name is not None:
            found[name] = found.get(name, 0.0) + value
    return found


def keys(digests: NDArray[Any]) -> NDArray[np.uint64]:
    """Return the first half of each digest as a number, for fast sorting and comparing."""
    return np.ascontiguousarray(digests).view(np.uint64).reshape(-1, 2)[:, 0]


def match(wanted: NDArray[Any], stored: NDArray[Any]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the indices in `wanted` of the digests that are in `stored`, and their indices in `stored`."""
    known = keys(stored)
    order = np.argsort(known, kind="stable")
    spots = np.searchsorted(known[order], keys(wanted)).clip(max=len(known) - 1)
    found = order[spots]
    places = np.flatnonzero(stored[found] == wanted)
    return places, found[places]


def _second(probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the second largest probability of each row; 0 with only one tag."""
    if probabilities.shape[1] < 2:
        return np.zeros(len(probabilities), np.float32)
    return np.partition(probabilities, -2, axis=1)[:, -2]

"""Operations that read all records: texts, cells, sort keys, searches, training examples."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.workspace.record_states import DIGEST, RecordStates
from mltag_desktop.core.workspace.records.table import WorkspaceTable
from mltag_desktop.core.workspace.records.text_store import digest
from mltag_desktop.core.workspace.search.columns import ColumnSort, column_cells
from mltag_desktop.core.workspace.search.texts import Needle, fold, hits
from mltag_desktop.core.workspace.sorted_arrays import is_among, sorted_unique
from mltag_desktop.core.workspace.storage.packed_blobs import PackedBlob, merged
from mltag_desktop.core.workspace.types import DecidedExamples, RowArray, RowId, Status

T = TypeVar("T")

_AT_ONCE: Final = 5_000
_BLOBS_AT_ONCE: Final = 32
"""Blobs that are read as one part of about a megabyte."""
_PARTS_AHEAD: Final = 4
_DECISIONS_A_REPORT: Final = 1_000
_NO_TEXT: Final = np.frombuffer(digest(""), DIGEST)[0]
ACCEPTED_WEIGHT: Final = 1.0
CORRECTED_WEIGHT: Final = 2.0
"""Weight of a correction in training, relative to an accepted prediction."""


class TableScan:
    """Reads whole tables; texts and cells are not cached."""

    def __init__(self, table: WorkspaceTable, live: RecordStates) -> None:
        self._table = table
        self._live = live
        self._words: dict[bytes, int] = {}
        """The word digest of each decided text, by text digest."""
        self._ranked: tuple[tuple[int | None, int, int], NDArray[np.floating[Any]]] | None = None
        """The last sort keys by slot, and what they are for; reused for another filter or direction."""

    def all_texts(self, progress: Progress) -> list[str]:
        """Return the text of every record."""
        slots, texts = self._live.all("slot"), list[str]()
        total = self._table.record_store.slots()
        for start in range(0, total, _AT_ONCE):
            progress.report(start / total, "Reading the texts")
            texts += self._table.text_store.read_range(
                self._table.generation, start, min(total, start + _AT_ONCE)
            )
        return [texts[slot] for slot in slots.tolist()]

    def column(self, progress: Progress, column: int) -> list[str]:
        """Return one column's cell of every record."""
        cells, numbers = self.numbered_column(progress, column)
        return [cells[number] for number in numbers.tolist()]

    def numbered_column(self, progress: Progress, column: int) -> tuple[tuple[str, ...], NDArray[np.int32]]:
        """Return the different cells of a column, and the place of each record's cell among them.

        The cells are in the order of the first record that has them.
        """
        slots, places = self._live.all("slot"), defaultdict[bytes, int](count().__next__)
        parts = [
            np.fromiter(map(places.__getitem__, cells), np.int32, len(cells))
            for cells in self._column_parts(progress, column)
        ]
        numbers = np.concatenate([np.empty(0, np.int32), *parts])[slots]
        first = np.full(len(places), -1)
        first[numbers[::-1]] = np.arange(len(numbers))[::-1]  # the last write remains
        order = np.argsort(first)[np.count_nonzero(first < 0) :]
        renumbered = np.empty(len(first), np.int32)
        renumbered[order] = np.arange(len(order))
        texts = [*places]
        return tuple(texts[place].decode() for place in order.tolist()), renumbered[numbers]

    def repeats(self) -> tuple[tuple[RowId, ...], ...]:
        """Return the groups of records in the source with the same text, by first record."""
        gone, digests = self._live.picture().gone, self._live.all("digest")  # with newer records, if any
        rows = np.flatnonzero(~gone & (digests[: len(gone)] != _NO_TEXT)).astype(np.int64)
        halves = digests[rows].view("<u8").reshape(-1, 2)
        firsts = np.sort(halves[:, 0])
        firsts = sorted_unique(firsts[1:][firsts[1:] == firsts[:-1]])
        repeated = is_among(halves[:, 0], firsts)  # sorting all of both halves would take five times as long
        rows, halves = rows[repeated], halves[repeated]
        order = np.lexsort((halves[:, 1], halves[:, 0]))  # stable, so rows are ascending within a group
        halves = halves[order]
        fresh = np.ones(len(rows), np.bool_)
        fresh[1:] = (halves[1:] != halves[:-1]).any(axis=1)
        firsts = np.flatnonzero(fresh)
        sizes = np.diff(np.append(firsts, len(rows)))
        groups = zip(firsts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True)
        return tuple(sorted(tuple(rows[order[at : at + size]].tolist()) for at, size in groups))

    def empty(self) -> RowArray:
        """Return the records of the source without a text."""
        gone, digests = self._live.picture().gone, self._live.all("digest")  # with newer records, if any
        found: RowArray = np.flatnonzero(~gone & (digests[: len(gone)] == _NO_TEXT)).astype(np.int64)
        return found

    def ranks(self, progress: Progress, column: int | None) -> NDArray[np.floating[Any]]:
        """Return sort keys for the cells of a column, or (None) for the texts; NaN for empty ones."""
        slots = self._live.all("slot")
        of = (column, self._table.record_store.slots(), self._table.generation)
        kept = self._ranked
        if kept is None or kept[0] != of:
            kept = self._ranked = (of, self._ranks(progress, *of))  # a cancelled sort keeps the old keys
        ranks: NDArray[np.floating[Any]] = kept[1][slots]
        return ranks

    def _ranks(
        self, progress: Progress, column: int | None, total: int, generation: int
    ) -> NDArray[np.floating[Any]]:
        """Compute the keys by slot, because the cells of a slot never change."""
        sort = ColumnSort()
        reading = SubProgress(progress, 0.0, 0.5)
        if column is None:
            texts = self._table.text_store.stretches(generation, 0, total)
            parts = self._in_threads(reading, message("Reading a column"), texts, PackedBlob.values)
        else:
            parts = self._column_parts(reading, column)
        for cells in parts:
            sort.add(cells)
        return sort.keys(SubProgress(progress, 0.5, 1.0))

    def _column_parts(self, progress: Progress, column: int) -> Iterator[list[bytes]]:
        """Yield the cells of a column by slot, in parts."""
        dialect, width = self._table.dialect, len(self._table.meta["columns"])
        blocks = self._table.record_store.blocks(0, self._table.record_store.slots())

        def cells_of(part: PackedBlob) -> list[bytes]:
            return column_cells(part, dialect, column, width)

        return self._in_threads(
            progress, message("Reading a column"), (block.stretch for block in blocks), cells_of
        )

    def _in_threads(
        self, progress: Progress, step: str, blobs: Iterator[PackedBlob], work: Callable[[PackedBlob], T]
    ) -> Iterator[T]:
        """Yield what `work` returns for large parts, in order; two threads work while this one reads."""
        total, ahead = self._table.record_store.slots(), deque[Future[T]]()
        with ThreadPoolExecutor(2, "mltag-scan") as threads:
            for part in merged(blobs, _BLOBS_AT_ONCE):
                progress.report(min(1.0, part.first / total), step)
                ahead.append(threads.submit(work, part))
                if len(ahead) == _PARTS_AHEAD:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()

    def search(self, progress: Progress, needle: str) -> RowArray:
        """Return the rows whose text contains `needle`, ignoring case and accents."""
        found = list(self.hits(progress, needle))
        return np.sort(np.concatenate(found)) if found else np.empty(0, np.int64)

    def hits(self, progress: Progress, needle: str) -> Iterator[RowArray]:
        """Yield the rows that `search` returns in parts, as they are found."""
        return (found for (found,) in self.hits_of_all(progress, (fold(needle),)))

    def hits_of_all(self, progress: Progress, needles: Sequence[Needle]) -> Iterator[list[RowArray]]:
        """Yield the rows that contain each of `needles`, in parts, with one pass through the texts."""
        slots, total = self._live.all("slot"), self._table.record_store.slots()
        rows = np.full(total, -1, np.int64)
        rows[slots[slots < total]] = np.arange(len(slots))[slots < total]
        texts = self._table.text_store.stretches(self._table.generation, 0, total)
        for found in self._in_threads(
            progress, message("Searching"), texts, lambda part: hits(part, needles)
        ):
            yield [each[each >= 0] for each in (rows[keys] for keys in found)]

    def examples(self, progress: Progress = SILENT, *, audit: bool = False) -> DecidedExamples:
        """Return the decided and known records of the audit set, or the others, regardless of their marks.

        Records with the same words as an audit record (ignoring case, accents and punctuation) are excluded
        from the others.
        """
        states = self._live.picture()
        corrected = states.status == Status.CORRECTED
        decided = corrected | (states.status == Status.ACCEPTED) | (states.status == Status.KNOWN)
        rows = np.flatnonzero(decided & ~states.again).astype(np.int64)
        in_set = self._table.audited(rows)
        if audit:
            rows = rows[in_set]
        texts: list[str] = []
        for start in range(0, len(rows), _DECISIONS_A_REPORT):
            progress.report(0.5 * start / len(rows))
            texts += self._table.texts(rows[start : start + _DECISIONS_A_REPORT])
        digests = self._table.digests(rows)
        if not audit and in_set.any():
            words = SubProgress(progress, 0.5, 1.0)
            drawn = np.flatnonzero(~self._has_same_words(words, texts, digests, in_set))
            rows, texts = rows[drawn], [texts[place] for place in drawn.tolist()]
            digests = [digests[place] for place in drawn.tolist()]
        additional_tags = tuple(self._live.annotations(row)[0] for row in rows.tolist())
        return DecidedExamples(
            texts=tuple(texts),
            tags=tuple(states.tag_names[code] for code in states.decided[rows].tolist()),
            weights=tuple(np.where(corrected[rows], CORRECTED_WEIGHT, ACCEPTED_WEIGHT).tolist()),
            digests=tuple(digests),
            rows=tuple(rows.tolist()),
            additional_tags=additional_tags if any(additional_tags) else (),
        )

    def _has_same_words(
        self,
        progress: Progress,
        texts: Sequence[str],
        digests: Sequence[bytes],
        these: NDArray[np.bool_],
    ) -> NDArray[np.bool_]:
        """Return a mask of the texts with the same words as one of `these`."""
        from mltag_desktop.core.model.training_set import text_digests  # not needed for the first window

        new = {of: text for of, text in zip(digests, texts, strict=True) if of not in self._words}
        self._words.update(zip(new, text_digests([*new.values()], progress).tolist(), strict=True))
        words = np.array([self._words[of] for of in digests], np.uint64)
        like: NDArray[np.bool_] = np.isin(words, words[these])
        return like

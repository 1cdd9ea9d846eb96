"""Read all records of a table: cells, sort keys, searches and training examples.

The cells of a column: found in stored records, and sorted without a Python object for each.
"""

import itertools
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from typing import Any, Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.record_parser import DialectCharacters
from mltag_desktop.core.tables.table_file import parse_many
from mltag_desktop.core.workspace.record_states import DIGEST, RecordStates
from mltag_desktop.core.workspace.records.table import WorkspaceTable
from mltag_desktop.core.workspace.records.text_store import digest
from mltag_desktop.core.workspace.search.texts import Needle, fold, fold_joined, hits
from mltag_desktop.core.workspace.storage.row_checksums import PackedBlob, merged
from mltag_desktop.core.workspace.types import DecidedExamples, RowArray, RowId, Status

_WORD: Final = 8
"""Bytes by which all cells are sorted first."""
_SORTED_AT_ONCE: Final = 20_000
_KEYS: Final = (48, 512)
"""Bytes by which those that are equal so far are sorted; after these, nearly all are equal."""
_LONGEST_NUMBER: Final = 40
_NUMBERS_AT_ONCE: Final = 10_000
_EXACT: Final = 1 << 24
"""float32 is exact for ranks below this one."""

_Places = NDArray[np.int64]
_Mask = NDArray[np.bool_]


def column_cells(part: PackedBlob, dialect: Dialect, column: int, width: int) -> list[bytes]:
    """Return one cell of each record in UTF-8; `width` is the number of columns."""
    is_simple = dialect.is_bytewise and not (dialect.skip_blanks or dialect.escape)
    if dialect.encoding != "utf-8" or not is_simple:
        return _parsed(part.values(), dialect, column)
    cells, regular = _regular_cells(part, dialect.signs, column, width)
    others = np.flatnonzero(~regular).tolist()
    raws = [part.value(part.first + place) for place in others]
    for place, cell in zip(others, _parsed(raws, dialect, column), strict=True):
        cells[place] = cell
    return cells


def _regular_cells(
    part: PackedBlob, signs: DialectCharacters, column: int, width: int
) -> tuple[list[bytes], _Mask]:
    """Return one cell of each regular record, empty for others, and a mask of the regular records.

    They have as many cells as the table has columns, line breaks only at their end or in quotes, and quotes
    only around whole cells or doubled in them. Their cells are those that `csv.reader` finds.
    """
    joined, stops = part.joined, part.ends.astype(np.int64)
    values = np.frombuffer(joined or b"\0", np.uint8)
    starts = np.concatenate([[0], stops[:-1]])
    special = np.flatnonzero(np.frombuffer(joined.translate(_special(signs)), np.bool_))
    kinds = values[special]
    last = np.searchsorted(special, stops)
    first = np.concatenate([[0], last[:-1]])
    owners = np.repeat(np.arange(len(stops)), last - first)
    quotes = kinds == ord(signs.quote) if signs.quote else np.zeros(len(kinds), np.bool_)
    quoted = _counts(quotes)
    outside = ((quoted[:-1] - quoted[first][owners]) & 1) == 0
    regular = ((quoted[last] - quoted[first]) & 1) == 0
    if quotes.any():
        odd = _odd_quotes(values, special[quotes], outside[quotes], starts, stops, owners[quotes], signs)
        regular[owners[quotes][odd]] = False
    parts = (kinds == ord(signs.delimiter)) & outside
    parted = _counts(parts)
    regular &= parted[last] - parted[first] == width - 1
    breaks = ((kinds == ord("\r")) | (kinds == ord("\n"))) & outside
    broken = _counts(breaks)
    ends = stops - (broken[last] - broken[first])
    early = special[breaks] < ends[owners[breaks]]
    regular[owners[breaks][early]] = False
    regular &= ends > starts
    delimiters, before = special[parts], parted[first][regular] + column
    starts, ends = starts * regular, ends * regular
    if column:
        starts[regular] = delimiters[before - 1] + 1
    if column < width - 1:
        ends[regular] = delimiters[before]
    is_quoted = (values[np.minimum(starts, len(values) - 1)] == ord(signs.quote or "\0")) & (starts < ends)
    is_quoted &= bool(signs.quote)
    bounds = zip((starts + is_quoted).tolist(), (ends - is_quoted).tolist(), strict=True)
    cells = [joined[start:end] for start, end in bounds]
    quote = signs.quote.encode()
    for place in np.flatnonzero(is_quoted).tolist():
        cells[place] = cells[place].replace(quote * 2, quote)
    return cells, regular


def _special(signs: DialectCharacters) -> bytes:
    """Return 1 for each byte that delimits cells or records, or quotes cells, and 0 for the others."""
    special = (signs.delimiter + signs.quote + "\r\n").encode("ascii")
    return bytes([byte in special for byte in range(256)])


def _counts(mask: _Mask) -> _Places:
    """Return how many elements before each one are true, and at the end, of all of them."""
    counts = np.zeros(len(mask) + 1, np.int64)
    np.cumsum(mask, out=counts[1:])
    return counts


def _odd_quotes(
    values: NDArray[np.uint8],
    quotes: _Places,
    opening: _Mask,
    starts: _Places,
    stops: _Places,
    owners: _Places,
    signs: DialectCharacters,
) -> _Mask:
    """Return a mask of the quotes that neither begin nor end a cell and are not doubled."""
    beside = np.zeros(256, np.bool_)
    beside[[*(signs.delimiter + signs.quote).encode("ascii")]] = True
    begins = beside[values[quotes - 1]] | (quotes == starts[owners])
    beside[[*b"\r\n"]] = True
    ends = beside[values[np.minimum(quotes + 1, len(values) - 1)]] | (quotes + 1 == stops[owners])
    odd: _Mask = ~np.where(opening, begins, ends)
    return odd


def _parsed(raws: list[bytes], dialect: Dialect, column: int) -> list[bytes]:
    rows = parse_many(raws, dialect) if raws else []
    return [row[column].encode("utf-8", "replace") if column < len(row) else b"" for row in rows]


class ColumnSort:
    """Sorts the cells of a column, which are added in parts and kept folded in one string."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._sizes: list[_Places] = [np.empty(0, np.int64)]

    def add(self, cells: list[bytes]) -> None:
        """Add cells in UTF-8."""
        folded, ends = fold_joined([cell.strip() for cell in cells])
        self._parts.append(folded)
        self._sizes.append(np.diff(ends, prepend=-1) - 1)

    def keys(self, progress: Progress) -> NDArray[np.floating[Any]]:
        """Return a sort key for each cell: its number if all are numbers, else its rank; NaN for empty cells.

        Call it once: the cells are freed.
        """
        joined, sizes = b"".join([*self._parts, bytes(_KEYS[-1])]), np.concatenate(self._sizes)
        self._parts, self._sizes = [], []
        is_filled = sizes > 0
        cells = _Cells(joined, (np.cumsum(sizes + 1) - sizes - 1)[is_filled], sizes[is_filled])
        found = cells.numbers()
        is_exact = found is None and len(sizes) < _EXACT
        dtype: type[np.floating[Any]] = np.float32 if is_exact else np.float64
        keys = np.full(len(sizes), np.nan, dtype)
        keys[is_filled] = cells.ranks(progress) if found is None else found
        return keys


class _Group(NamedTuple):
    """Sorted cells, their places among all, and where the cells begin that are equal so far."""

    cells: _Places
    places: _Places
    starts: _Places


class _Cells:
    """Cells in one string, with their bounds; some bytes follow the last one."""

    def __init__(self, joined: bytes, starts: _Places, sizes: _Places) -> None:
        self._joined, self._starts, self._sizes = joined, starts, sizes
        self._ranks = np.zeros(len(starts), np.uint32)

    def numbers(self) -> NDArray[np.float64] | None:
        """Return the cells as numbers; None if one is not a number."""
        longest = int(self._sizes.max(initial=0))
        if longest > _LONGEST_NUMBER:
            return None
        every = np.arange(len(self._starts))
        try:
            parts = np.split(every, range(_NUMBERS_AT_ONCE, len(every), _NUMBERS_AT_ONCE))
            return np.concatenate([self._prefixes(part, longest).astype(np.float64) for part in parts])
        except ValueError:
            return None

    def ranks(self, progress: Progress) -> NDArray[np.uint32]:
        """Return the number of smaller cells for each cell.

        All are sorted by their first bytes, then those that are equal so far by more bytes, in parts that
        two threads sort, and the rest as Python values.
        """
        if not len(self._starts):
            return self._ranks
        every = np.arange(len(self._starts))
        keys = self._prefixes(every, _WORD).view(">u8").astype(np.uint64)
        order = np.argsort(keys)
        left = self._rank(_Group(order, every, every[:0]), keys[order], _WORD)
        parts = list(_parts(left))
        with ThreadPoolExecutor(2, "mltag-ranks") as threads:
            for done, rest in enumerate(threads.map(self._sort_part, parts)):
                progress.report(done / len(parts), "Sorting")
                if len(rest.cells):
                    self._sort_values(rest)
        return self._ranks

    def _prefixes(self, cells: _Places, size: int) -> NDArray[Any]:
        """Return the first `size` bytes of some cells, with zeros after shorter ones, as numpy's bytes."""
        every = np.ndarray((len(self._joined) - size + 1,), f"S{size}", self._joined, strides=(1,))
        found = every[self._starts[cells]]
        lengths = np.minimum(self._sizes[cells], size).astype(np.uint16)
        if lengths.min(initial=size) < size:
            is_in_cell = np.arange(size, dtype=np.uint16) < lengths[:, None]
            content = found.view(np.uint8).reshape(-1, size)
            content *= is_in_cell.view(np.uint8)
        return found

    def _sort_part(self, group: _Group) -> _Group:
        for most in _KEYS:
            if len(group.cells):
                size = min(int(self._sizes[group.cells].max()), most)
                keys = self._prefixes(group.cells, size)
                order = np.argsort(keys)
                group = self._rank(group._replace(cells=group.cells[order]), keys[order], size)
        return group

    def _sort_values(self, group: _Group) -> None:
        bounds = zip(self._starts[group.cells].tolist(), self._sizes[group.cells].tolist(), strict=True)
        values = [self._joined[start : start + size] for start, size in bounds]
        rank = {value: number for number, value in enumerate(sorted(set(values)))}
        keys = np.fromiter(map(rank.__getitem__, values), np.int64, len(values))
        order = np.argsort(keys, kind="stable")
        self._rank(group._replace(cells=group.cells[order]), keys[order], int(self._sizes.max()))

    def _rank(self, group: _Group, keys: NDArray[Any], size: int) -> _Group:
        """Rank cells that are sorted by `keys`, their first `size` bytes; return those to sort by more."""
        cells, places, _ = group
        starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
        lengths = np.diff(starts, append=len(cells))
        self._ranks[cells] = np.repeat(places[starts], lengths)
        is_open = (lengths > 1) & (np.maximum.reduceat(self._sizes[cells], starts) > size)
        left = np.repeat(is_open, lengths)
        return _Group(cells[left], places[left], (np.cumsum(lengths * is_open) - lengths)[is_open])


def _parts(group: _Group) -> Iterator[_Group]:
    """Yield parts of a group; cells that are equal so far stay together."""
    targets = np.arange(0, len(group.cells), _SORTED_AT_ONCE)
    begins = group.starts[np.searchsorted(group.starts, targets, "right") - 1]
    for first, last in itertools.pairwise([*dict.fromkeys(begins.tolist()), len(group.cells)]):
        yield _Group(group.cells[first:last], group.places[first:last], group.starts[:0])


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
            part = np.arange(start, min(total, start + _AT_ONCE))
            texts += self._table.text_store.of(self._table.generation, part)
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
        found = digests[rows].view("S16")
        order = np.argsort(found, kind="stable")  # so rows are ascending within a group
        found = found[order]
        starts = np.flatnonzero(np.append(True, found[1:] != found[:-1])[: len(found)])
        sizes = np.diff(starts, append=len(rows))
        groups = zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True)
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
        found = [rows for (rows,) in self.hits_of_all(progress, (fold(needle),))]
        return np.sort(np.concatenate(found)) if found else np.empty(0, np.int64)

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

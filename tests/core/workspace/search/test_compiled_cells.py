"""Compiled code and Python find, copy and sort the same cells."""

import csv
import io
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.search.compiled import cells as compiled

pytestmark = pytest.mark.skipif(not compiled.is_used, reason="there is no compiled code")
RECORDS = st.lists(st.text(st.sampled_from('ab1;"\n\r é'), max_size=20).map(str.encode), max_size=12)
ODD = st.sampled_from("aZ \t\x1c\x85\xa0\u2003éÉßſİıΣК世–ﬁ🎉𐐀\0")
TEXT = st.text(ODD | st.characters(codec="utf-8"), max_size=12).map(str.encode)
TEXTS = st.lists(TEXT | st.binary(max_size=12), max_size=12)


def bounds(parts: list[bytes]) -> tuple[bytes, np.ndarray, np.ndarray]:
    sizes = np.array([len(part) for part in parts], np.int64)
    return b"".join(parts), np.cumsum(sizes) - sizes, np.cumsum(sizes)


def sizes_of(starts: np.ndarray, stops: np.ndarray) -> np.ndarray:
    return (stops - starts).astype(np.uint32)


def folded(text: bytes) -> bytes:
    return text.decode("utf-8", "replace").strip().casefold().encode()


@given(RECORDS, st.integers(1, 4), st.sampled_from(['"', ""]), st.data())
def test_cells_are_cut_as_the_parser_reads_them(
    records: list[bytes], width: int, quote: str, data: st.DataObject
) -> None:
    column = data.draw(st.integers(0, width - 1))
    joined, starts, stops = bounds(records)
    odd, doubled = compiled.cut(joined, starts, stops, ";", quote, column, width)
    quoting = csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE
    for at, record in enumerate(records):
        cell = joined[starts[at] : stops[at]].decode()
        lines = io.StringIO(record.decode(), newline="")
        reader = csv.reader(lines, delimiter=";", quoting=quoting, strict=True)
        if at not in odd:
            row, *others = [*filter(None, reader)] or [[""]]  # without blank lines
            assert not others
            assert len(row) == width
            assert (cell.replace('""', '"') if at in doubled else cell) == row[column]
        elif not set(record) & set(b'"\r\n'):
            assert len(record.split(b";")) != width


@given(TEXTS, st.sets(st.integers(0, 11)))
def test_cells_are_folded_as_by_python(texts: list[bytes], skipped: set[int]) -> None:
    joined, starts, stops = bounds(texts)
    left_out = np.array(sorted(at for at in skipped if at < len(texts)), np.int64)
    content = np.zeros(len(joined) + 3, np.uint8)
    size, foreign = compiled.copy(joined, starts, stops, left_out, content, 3)
    assert size <= len(content)
    assert not set(foreign) & set(left_out)
    for at in {*range(len(texts))} - {*left_out, *foreign}:
        assert content[starts[at] : stops[at]].tobytes() == folded(texts[at])
    for at in foreign:
        assert not joined[starts[at] : stops[at]].isascii()
        assert folded(joined[starts[at] : stops[at]]) == folded(texts[at])


def test_accents_and_emoji_are_folded_without_python() -> None:
    texts = ["Straße ÉCOLE – „Привет“", "日本語 🎉"]
    joined, starts, stops = bounds([text.encode() for text in texts])
    content = np.zeros(len(joined), np.uint8)
    _, foreign = compiled.copy(joined, starts, stops, np.empty(0, np.int64), content, 0)
    assert len(foreign) == 0
    found = [content[start:stop].tobytes().decode() for start, stop in zip(starts, stops, strict=True)]
    assert found == ["strasse école – „привет“", "日本語 🎉"]


@given(
    st.lists(st.binary(max_size=40) | st.text("\0a", max_size=30).map(str.encode), max_size=60),
    st.binary(max_size=30),
    st.integers(0, 300),
)
def test_cells_sort_as_by_python(cells: list[bytes], beginning: bytes, common: int) -> None:
    cells = [*cells, *(beginning + cell for cell in cells), *(beginning * common + cell for cell in cells)]
    joined, starts, stops = bounds(cells)
    content = np.frombuffer(joined + bytes(8), np.uint8)
    in_order = sorted(cells)
    found = compiled.ranks(SILENT, content, starts, sizes_of(starts, stops))
    assert found.tolist() == [in_order.index(cell) + 1 for cell in cells]


@given(st.lists(st.binary(max_size=20) | st.sampled_from([b"", b"a", b"natural-language"]), max_size=60))
def test_the_first_equal_cells_are_found(cells: list[bytes]) -> None:
    joined, starts, stops = bounds(cells)
    assert compiled.firsts(joined, starts, stops).tolist() == [cells.index(cell) for cell in cells]


def test_each_prefix_of_a_long_cell_sorts_by_length() -> None:
    cells = [b"a" * size for size in range(2_000)]
    joined, starts, stops = bounds(cells)
    content = np.frombuffer(joined + bytes(8), np.uint8)
    ranks = compiled.ranks(SILENT, content, starts[::-1].copy(), sizes_of(starts, stops)[::-1].copy())
    assert ranks.tolist() == [*range(2_000, 0, -1)]


@dataclass
class _Stopper:
    reports: list[float] = field(default_factory=list)

    def report(self, fraction: float, step: str = "") -> None:
        self.reports.append(fraction)
        raise Cancelled


def test_a_cancel_ends_the_sort() -> None:
    stopper = _Stopper()
    with pytest.raises(Cancelled):
        compiled.ranks(stopper, np.zeros(8, np.uint8), np.zeros(2, np.int64), np.zeros(2, np.uint32))
    assert len(stopper.reports) == 1


@pytest.mark.parametrize(("start", "stop"), [(-1, 1), (2, 1), (0, 5), (1 << 62, 1 << 62)])
def test_bounds_outside_the_bytes_are_refused(start: int, stop: int) -> None:
    def pair() -> tuple[np.ndarray, np.ndarray]:
        return np.array([start]), np.array([stop])

    none = np.empty(0, np.int64)
    with pytest.raises(ValueError, match="do not fit"):
        compiled.cut(b"abc", *pair(), ",", '"', 0, 1)
    with pytest.raises(ValueError, match="do not fit"):
        compiled.copy(b"abc", *pair(), none, np.zeros(9, np.uint8), 0)
    with pytest.raises(ValueError, match="do not fit"):
        compiled.ranks(SILENT, np.zeros(3 + 8, np.uint8), np.array([start]), sizes_of(*pair()))
    with pytest.raises(ValueError, match="do not fit"):
        compiled.firsts(b"abc", *pair())


def test_groups_that_are_not_those_of_the_cells_are_refused() -> None:
    content, starts, sizes = np.zeros(9, np.uint8), np.zeros(2, np.int64), np.ones(2, np.uint32)
    cells, ends, ranks = np.arange(2, dtype=np.uint32), np.full(1 << 16, 2, np.uint32), np.zeros(2, np.uint32)
    for wrong_cells, wrong_ends, last in (
        (cells + 1, ends, 1),
        (cells, ends + 1, 1),
        (cells, np.arange(1 << 16, 0, -1, np.uint32) % 3, 9),
        (cells, ends[:-1], 1),
        (cells, ends, (1 << 16) + 1),
    ):
        with pytest.raises(ValueError, match="do not fit"):
            compiled._MODULE.rank(content, starts, sizes, wrong_cells, wrong_ends, ranks, 0, last)


def test_arrays_that_do_not_fit_are_refused() -> None:
    one, none = np.zeros(1, np.int64), np.empty(0, np.int64)
    with pytest.raises(ValueError, match="do not fit"):
        compiled.cut(b"abc", one, none, ",", '"', 0, 1)
    with pytest.raises(ValueError, match="do not fit"):
        compiled.cut(b"abc", one, one.copy(), ",", '"', 1, 1)
    with pytest.raises(ValueError, match="do not fit"):
        compiled.copy(b"abc", one, np.array([3]), none, np.zeros(2, np.uint8), 0)
    with pytest.raises(ValueError, match="do not fit"):
        compiled.ranks(SILENT, np.zeros(7, np.uint8), one, one.astype(np.uint32))
    with pytest.raises(ValueError, match="do not fit"):
        compiled.ranks(SILENT, np.zeros(9, np.uint8), one, np.zeros(2, np.uint32))
    with pytest.raises(ValueError, match="do not fit"):
        compiled.firsts(b"abc", one, none)

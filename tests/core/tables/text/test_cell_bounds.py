"""The cells that are found in many records at once are those that parsing each record gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.tables.table_file import parse_cells
from mltag_desktop.core.tables.text.cell_bounds import can_be_found, cell_bounds
from mltag_desktop.core.tables.text.dialect import DEFAULT_DIALECT, Dialect

SIGNS = np.isin(np.arange(256), [ord("="), ord("\t")])
RECORDS = st.lists(
    st.tuples(st.text("ab=é ,;\t\"'\r\n", max_size=10), st.sampled_from(["", "\n", "\r\n", "\r\n\n"])).map(
        "".join
    ),
    min_size=1,
    max_size=6,
)


def stops_of(raws: list[bytes]) -> np.ndarray:
    return np.cumsum([len(raw) for raw in raws])


@given(
    RECORDS,
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(['"', "'", ""]),
    st.sampled_from(["utf-8", "cp1252"]),
    st.integers(1, 3),
)
def test_regular_records_have_the_cells_of_the_csv_module(
    texts: list[str], delimiter: str, quote: str, encoding: str, width: int
) -> None:
    dialect = Dialect(encoding, b"", delimiter, quote, "\n", True)
    raws = [text.encode(encoding) for text in texts]
    joined = b"".join(raws)
    bounds = cell_bounds(joined, stops_of(raws), dialect, width)
    marked = bounds.begin_with(SIGNS, joined, dialect)
    columns = [bounds.column(column) for column in range(width)]
    for place in np.flatnonzero(bounds.regular).tolist():
        found = ["".join(parse_cells(joined[low[place] : high[place]], dialect)) for low, high in columns]
        assert tuple(found) == parse_cells(raws[place], dialect)
        assert raws[place].rstrip(b"\r\n") == joined[bounds.starts[place] : bounds.ends[place]]
        assert marked[place] == any(cell.startswith(("=", "\t")) for cell in found)


def test_usual_records_are_regular_and_broken_ones_are_not() -> None:
    raws = [
        b"1,plain,x\r\n",
        b'2,"a, ""b""\r\nc",x\r\n',
        b'"","",""\n',
        b"4,too few\n",
        b'5,in "the" middle,x\n',
        b'6,"not closed,x\n',
        b'7,"closed" too early,x\n',
        b"8,a\rb,x\n",
        b"9,last,x",
    ]
    bounds = cell_bounds(b"".join(raws), stops_of(raws), DEFAULT_DIALECT, 3)
    assert bounds.regular.tolist() == [True, True, True, *[False] * 5, True]


@pytest.mark.parametrize(
    "dialect",
    [
        Dialect("utf-16-le", b"", ",", '"', "\n", True),
        Dialect("shift_jis", b"", ",", '"', "\n", True),
        Dialect("utf-8", b"", "§", '"', "\n", True),
        Dialect("utf-8", b"", ",", '"', "\n", True, escape="\\"),
        Dialect("utf-8", b"", ",", '"', "\n", True, skip_blanks=True),
        Dialect("utf-8", b"", ",", '"', "\n", True, form="jsonl", keys=("a",)),
    ],
)
def test_other_dialects_are_left_to_the_parser(dialect: Dialect) -> None:
    assert not can_be_found(dialect)
    assert can_be_found(DEFAULT_DIALECT)

"""The pattern that saves parsing records finds every record in which a cell is a formula."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from mltag_desktop.core.tables.table_file import parse_cells
from mltag_desktop.core.tables.text.dialect import Dialect
from mltag_desktop.core.workspace.export.export_options import is_formula
from mltag_desktop.core.workspace.export.table_export import formula_starts


@given(
    st.text("=+-@\t\r1a ,;\"\\'\uff1d\uff20é", max_size=12),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(['"', "'", ""]),
    st.sampled_from(["", "\\"]),
    st.booleans(),
)
def test_no_formula_is_missed(text: str, delimiter: str, quote: str, escape: str, skip_blanks: bool) -> None:
    is_closed = not escape and text.count(quote or "\n") % 2 == 0
    assume(not quote or not text.rstrip("\r").endswith(quote) or is_closed)  # a record has no open quote
    dialect = Dialect(
        "utf-8", b"", delimiter, quote, "\r\n", True, escape=escape if quote else "", skip_blanks=skip_blanks
    )
    raw = f"{text}\r\n".encode()
    pattern = formula_starts(dialect)
    assert isinstance(pattern, re.Pattern)
    if any(map(is_formula, parse_cells(raw, dialect))):
        assert pattern.search(raw.rstrip(b"\r\n"))


def test_a_record_without_such_signs_is_not_parsed() -> None:
    pattern = formula_starts(Dialect("utf-8", b"", ",", '"', "\n", True))
    assert pattern is not None
    assert not pattern.search(b'1,2020-01-02,"a = b, c",x@y.org,')
    assert pattern.search(b"1,=2")
    assert formula_starts(Dialect("utf-16", b"", ",", '"', "\n", True)) is None

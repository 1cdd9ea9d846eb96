import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.tables.dialect import sniff
from mltag_desktop.core.tables.table_file import TableFile
from tests.core.tables.helpers import cells_of, written

ROWS = [
    ("title", "text", "tag"),
    ("On words, and vectors", 'He said "go; now"', "nlp"),
    ("Edges", "One, two; three", "cv"),
    ("Pipes | tubes", "Ship it,\nthen watch it", "mlops"),
]


def table_bytes(delimiter: str, newline: str = "\n", *, quote_all: bool = False) -> bytes:
    def cell(text: str) -> str:
        needs = quote_all or any(sign in text for sign in (delimiter, '"', "\n"))
        return '"' + text.replace('"', '""') + '"' if needs else text

    return "".join(delimiter.join(map(cell, row)) + newline for row in ROWS).encode()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("quote_all", [False, True])
def test_delimiter_and_line_end(tmp_path: Path, delimiter: str, newline: str, quote_all: bool) -> None:
    dialect = sniff(written(tmp_path, table_bytes(delimiter, newline, quote_all=quote_all))).dialect
    assert (dialect.delimiter, dialect.newline, dialect.quote, dialect.header) == (
        delimiter,
        newline,
        '"',
        True,
    )


words = st.text(st.sampled_from("abcdefghij      éüß漢,;|'"), min_size=1, max_size=40)


@given(
    delimiter=st.sampled_from(",;\t|"),
    rows=st.lists(
        st.tuples(st.integers(1, 999), words, words | st.just("two\nlines")), min_size=4, max_size=12
    ),
    newline=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_ordinary_tables_are_detected(tmp_path, delimiter, rows, newline, encoding) -> None:
    path = tmp_path / "table.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator=newline)
        writer.writerows([("id", "title", "text"), *rows])
    table = TableFile(path)
    assert table.columns == ("id", "title", "text")
    assert cells_of(table) == [tuple(map(str, row)) for row in rows]


def test_one_quoted_column(tmp_path) -> None:
    path = tmp_path / "lines.csv"
    path.write_text('text\n"Hello, world"\n"A cat, a dog"\n')
    assert cells_of(TableFile(path)) == [("Hello, world",), ("A cat, a dog",)]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("title,text\na,b\n", True),
        ("colour,size\nred,large\nblue,small\n", True),
        ("1,first words\n2,other words\n", False),
        ("2024-01-02,first words\n2024-01-03,other words\n", False),
        ("The first of several long sentences that name nothing at all,nlp\nAnother one,nlp\n", False),
        ("spam,win money\nham,see you\nspam,buy now\nham,on my way\nspam,free\n", False),
        ("https://example.org/1,leek soup\nhttps://example.org/2,rose garden\n", False),
        ("p1@example.org,leek soup\np2@example.org,rose garden\n", False),
        ("Homepage,Thema\nhttps://example.org/2,rose garden\n", True),
        (
            "leek soup,food\nrose garden,garden\noil change,car\nbread,food\nlawn care,garden\nbrakes,car\n",
            False,
        ),
        ("leek soup,food\nrose garden,garden\noil change,food\ntomato bread,car\nlawn care,music\n", True),
    ],
)
def test_header(tmp_path: Path, text: str, header: bool) -> None:
    assert sniff(written(tmp_path, text.encode())).dialect.header is header


def test_the_evidence_is_a_sentence_for_people(tmp_path: Path) -> None:
    found = sniff(written(tmp_path, table_bytes(";")))
    assert found.evidence == (
        "Every byte is plain ASCII, read as UTF-8. Delimiter semicolon: 3 cells in every record checked;"
        " the first line is the header."
    )
    assert found.sure

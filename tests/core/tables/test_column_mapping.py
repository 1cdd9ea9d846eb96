import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.columns import ColumnMapping, guess_mapping, record_text

WORDS = "some words about models"


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ((), []),
        (("id", "price"), [("1", "2.5"), ("2", "3")]),
        (("date", "url"), [("2024-01-02", "https://example.org/a")]),
        (("id", "tag"), [("1", "cv"), ("2", "cv")]),
        (("title",), [("",), ("",)]),
    ],
)
def test_no_text_column(columns, rows) -> None:
    with pytest.raises(MltagError, match="No column contains text"):
        guess_mapping(columns, rows)


@pytest.mark.parametrize(
    ("columns", "row", "expected"),
    [
        (
            ("id", "created_on", "title", "description", "tag"),
            ("1", "2020-01-02", WORDS, WORDS, "cv"),
            (2, 3),
        ),
        (("Abstract", "Year", "Paper Title"), (WORDS, "2020", WORDS), (0, 2)),
        (("column 1", "column 2", "column 3"), ("7", "short", WORDS), (2,)),
        (("name", "stars"), (WORDS, "12"), (0,)),
        (("review_text", "rating"), (WORDS, "5"), (0,)),
        (("commitMessage",), (WORDS,), (0,)),
        (("url", "blurb"), ("https://example.org/a/very/long/address/indeed", WORDS), (1,)),
        (("text",), ("",), None),
    ],
)
def test_text_columns(columns, row, expected) -> None:
    if expected is None:
        with pytest.raises(MltagError):
            guess_mapping(columns, [row] * 3)
    else:
        assert guess_mapping(columns, [row] * 3).text == expected


def test_names_alone_decide_when_there_are_no_rows() -> None:
    assert guess_mapping(("id", "text"), []) == ColumnMapping((1,), id=0)


def test_the_tag_column_is_known_by_its_cells() -> None:
    rows = [(WORDS, "CV"), (WORDS, "nlp"), (WORDS, "")]
    assert guess_mapping(("text", "what"), rows, ("nlp", "cv")).tag == 1
    assert guess_mapping(("text", "what"), rows).tag is None


def test_a_column_named_category_with_many_values_is_no_tag() -> None:
    rows = [(f"{WORDS} {n}", f"thing {n}") for n in range(40)]
    assert guess_mapping(("text", "category"), rows).tag is None


def test_id_and_date() -> None:
    rows = [("2024-01-02 03:04:05", "a1", WORDS)]
    assert guess_mapping(("created_at", "uuid", "body"), rows) == ColumnMapping((2,), id=1, date=0)


@pytest.mark.parametrize(
    "cells",
    [
        ("T-1", "T-1", "T-2"),
        ("T-1", "T-2", "T 3"),
        ("T-1", "X-2", "X-3"),
        ("v1", "v1.2", "v2"),
        ("17", "12", "9"),
        ("2020-01", "2020-02", "2020-03"),
        ("alpha", "beta", "gamma"),
    ],
)
def test_a_column_without_a_name_for_ids_is_none_unless_all_cells_are_codes(cells) -> None:
    more = (cells[-1][:-1] + str(number) for number in range(100, 120))
    rows = [(cell, WORDS, f"{WORDS}, at length") for cell in (*cells, *more)]
    assert guess_mapping(("Ticket", "Subject", "Body"), rows).id is None


@pytest.mark.parametrize(
    "cells",
    [
        (*(f"T-{1_042 - 17 * number}" for number in range(20)), ""),
        [f"B{number:05}" for number in range(20)],
        [f"#{number}" for number in range(7, 27)],
        tuple(f"{number}b0ec3a2-77f1-4c1e-9d0b-0a3f5e6c7d8e" for number in range(3)),
    ],
)
def test_unique_codes_are_ids_whatever_their_column_is_called(cells) -> None:
    rows = [(WORDS, cell) for cell in cells]
    assert guess_mapping(("Titel", "Signatur"), rows) == ColumnMapping((0,), id=1)
    assert guess_mapping(("Titel", "Text"), rows).id is None
    assert guess_mapping(("Signatur", "key"), rows).id == 1


@pytest.mark.parametrize(
    "name", ["Queue", "Label", "Date", "Software Version", "Customer", "Fecha", "Cliente"]
)
def test_codes_are_no_ids_in_a_column_that_is_named_for_something_else(name: str) -> None:
    rows = [(WORDS, f"C{number}") for number in range(20)]
    assert guess_mapping(("Text", name), rows).id is None
    tags = [f"C{number}" for number in range(15)]
    assert guess_mapping(("Text", "Kind"), rows, tags) == ColumnMapping((0,), tag=1)


def test_a_short_column_of_codes_is_the_id_only_if_its_name_says_so() -> None:
    rows = [(WORDS, f"R{number}") for number in range(101, 109)]
    assert guess_mapping(("Text", "Room"), rows) == ColumnMapping((0,))
    assert guess_mapping(("Text", "Room no."), rows) == ColumnMapping((0,), id=1)
    assert guess_mapping(("Text", "Réf."), rows) == ColumnMapping((0,), id=1)


@pytest.mark.parametrize(
    "name",
    [
        "Vorgangsnummer", "Aktenzeichen", "Ticketnummer", "Fallnummer", "Vorgangsnr.", "Az.", "ID:",
        "casenumber", "numéro de dossier", "Numero de dossier", "n°dossier", "réf.", "Ticket #",
    ],
)  # fmt: skip
def test_a_short_column_of_numbers_is_the_id_if_its_name_says_so(name: str) -> None:
    for cells in ("20240012", "20240013", "7"), ("3 K 112/23", "4 L 9/24", "3 K 113/23"):
        rows = [(cell, f"{WORDS} {cell}") for cell in cells]
        assert guess_mapping((name, "Text"), rows) == ColumnMapping((1,), id=0)
        assert guess_mapping((name, "Text"), [*rows, rows[0]]).id is None, "an id does not repeat"


@pytest.mark.parametrize("name", ["Telefonnummer", "Zimmernummer", "Kundennummer", "Anzahl"])
def test_other_numbers_in_short_columns_are_no_ids(name: str) -> None:
    rows = [(cell, f"{WORDS} {cell}") for cell in ("20240012", "20240013", "7")]
    assert guess_mapping((name, "Text"), rows).id is None


@pytest.mark.parametrize("name", ["Queue", "Abteilung", "Rubrique", "genre", "Departamento"])
def test_a_column_that_says_what_a_record_is_about_is_the_tag_column(name) -> None:
    rows = [(WORDS, "Ann", "ab"[number % 2]) for number in range(4)]
    assert guess_mapping(("Text", "Agent", name), rows).tag == 2


@pytest.mark.parametrize(
    ("columns", "cells", "expected"),
    [
        (("Title", "Subject"), ("Optics", "Law"), ColumnMapping((0,), tag=1)),
        (("Book title", "Subject"), ("Optics", "", ""), ColumnMapping((0,), tag=1)),
        (("Titre", "Sujet"), ("Optique",), ColumnMapping((0,), tag=1)),
        (("Buchtitel", "Subject"), ("Optik",), ColumnMapping((0,), tag=1)),
        (("Título (obra)", "Materia"), ("Óptica",), ColumnMapping((0,), tag=1)),
        (("Kurzbeschreibung", "Subject"), ("Refund", "Hello"), ColumnMapping((0, 1))),
        (("Message", "Subject"), ("Refund", "Hello"), ColumnMapping((0, 1))),
        (("Title", "Subject"), [f"{WORDS} {number}" for number in range(20)], ColumnMapping((0, 1))),
        (("Title", "Subject"), ("",), ColumnMapping((0,))),
        (("Subject",), ("Optics", "Law"), ColumnMapping((0,))),
    ],
)
def test_a_subject_beside_a_title_is_a_tag_and_that_of_a_message_is_text(columns, cells, expected) -> None:
    texts = [f"{WORDS} {number}" for number in range(20)]
    rows = [(text, cells[number % len(cells)])[-len(columns) :] for number, text in enumerate(texts)]
    assert guess_mapping(columns, rows) == expected


def test_text_is_joined_by_one_blank() -> None:
    assert (
        record_text(("1", "  a title ", "", "and\nmore\n"), ColumnMapping((1, 2, 3))) == "a title and\nmore"
    )
    assert record_text(("1",), ColumnMapping((0, 5))) == "1"


@given(st.lists(st.text(max_size=5)), st.lists(st.lists(st.text(max_size=9), max_size=4), max_size=5))
def test_any_table_gives_a_mapping_or_an_error(columns, rows) -> None:
    try:
        found = guess_mapping(columns, rows)
    except MltagError:
        return
    assert all(0 <= at < len(columns) for at in found.text)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (("Nr.", "Betreff", "Kurzbeschreibung", "Kategorie"), ColumnMapping((1, 2), id=0, tag=3)),
        (("réf", "intitulé", "détail; avec notes", "catégorie"), ColumnMapping((1, 2), id=0, tag=3)),
        (("Nº", "Asunto", "Mensaje", "Categoría"), ColumnMapping((1, 2), id=0, tag=3)),
        (("Número", "Título", "Descripción del caso", "Etiqueta"), ColumnMapping((1, 2), id=0, tag=3)),
    ],
)
def test_german_french_and_spanish_column_names_are_known(columns, expected) -> None:
    rows = [(str(number), WORDS, f"{WORDS}, at length", "cv") for number in range(4)]
    assert guess_mapping(columns, rows) == expected

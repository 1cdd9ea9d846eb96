"""Which sheet of a workbook is opened, and what its columns mean."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import openpyxl

from mltag_desktop.core.tables.columns import guess_mapping
from mltag_desktop.core.tables.formats import open_table
from tests.core.tables.helpers import cells_of

TICKETS = [
    ("Ticket ID", "Received", "Message"),
    *((f"T-{n}", datetime(2026, 1, n), f"The parcel number {n} has not arrived") for n in range(1, 9)),
]


def book(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


def opened_sheet(path: Path) -> str:
    return open_table(path).dialect.sheet


def test_a_workbook_opens_on_the_sheet_with_the_records(tmp_path: Path) -> None:
    about = [("Tickets of the first quarter",), ("Exported by the help app_context",)]
    numbers = [("Month", "Tickets"), *((n, 100 + n) for n in range(1, 13))]
    path = book(tmp_path / "a.xlsx", {"About": about, "Numbers": numbers, "Tickets": TICKETS})
    assert opened_sheet(path) == "Tickets"
    long = [*TICKETS, *((f"T-{n}", datetime(2026, 2, 1), f"A longer story {n}") for n in range(100, 150))]
    columns = [
        ("Column", "Meaning"),
        ("Ticket ID", "number in the help app_context"),
        ("Message", "text of the customer"),
    ]
    assert opened_sheet(book(tmp_path / "b.xlsx", {"Columns": columns, "Tickets": long})) == "Tickets"
    assert opened_sheet(book(tmp_path / "c.xlsx", {"Tickets": TICKETS, "More": TICKETS})) == "Tickets"
    assert opened_sheet(book(tmp_path / "d.xlsx", {"About": about, "Numbers": numbers})) == "About"


def test_id_and_date_columns_of_a_workbook_are_found(tmp_path: Path) -> None:
    table = open_table(book(tmp_path / "a.xlsx", {"Tickets": TICKETS}))
    mapping = guess_mapping(table.columns, cells_of(table))
    assert (mapping.id, mapping.date, mapping.text) == (0, 1, (2,))


def test_repeated_or_long_cells_are_no_id_and_few_dates_no_date_column() -> None:
    rows = [
        ("a", "2026-01-01", "a text of words"),
        ("a", "soon", "another text"),
        ("b", "later", "one more text"),
    ]
    mapping = guess_mapping(("Customer no", "When", "Message"), rows)
    assert (mapping.id, mapping.date, mapping.text) == (None, None, (2,))

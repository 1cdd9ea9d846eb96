import csv
from pathlib import Path

import pytest

from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.tables.preflight import TableCheck
from mltag_desktop.core.tables.table_file import TableFile
from tests.core.tables.helpers import cells_of

SHARED = Path(__file__).resolve().parents[4] / "shared" / "datasets"


def test_the_sample_is_valid_and_has_difficult_records() -> None:
    report = TableCheck(resource("sample.csv")).report()
    assert (report.quarantined, report.problems) == ((), ())
    assert report.records > 250
    assert report.to_json()["mapping"] == {
        "text": ["title", "description"],
        "id": "id",
        "date": None,
        "tag": None,
    }
    text = resource("sample.csv").read_text(encoding="utf-8")
    assert all(sign in text for sign in ('""', "–", "ü", "é", "画", "😂"))
    cells = [cell for row in cells_of(TableFile(resource("sample.csv"))) for cell in row]
    assert any("\n" in cell for cell in cells)
    assert any("," in cell for cell in cells)


@pytest.mark.parametrize("name", ["dataset.csv", "holdout.csv", "other_source.csv"])
def test_no_row_of_the_data_sets_is_in_the_sample(name: str) -> None:
    if not (SHARED / name).exists():
        pytest.skip("the shared data sets are not here")
    with (SHARED / name).open(newline="", encoding="utf-8") as file:
        known = {
            row[key].strip().casefold() for row in csv.DictReader(file) for key in ("title", "description")
        }
    rows = cells_of(TableFile(resource("sample.csv")))
    assert not known & {cell.casefold() for row in rows for cell in row[1:3] if cell}

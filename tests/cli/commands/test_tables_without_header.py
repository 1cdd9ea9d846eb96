"""Every command that reads a table reads one without a header the same way."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.helpers import rows, write_labelled

OPTIONS = {
    "check": ("--labelled", "column 3"),
    "train": ("--label", "column 3", "-o", "MODEL", "--recipe", "logistic"),
    "evaluate": ("--label", "column 3"),
    "compare": ("--label", "column 3", "--recipe", "rules", "--recipe", "majority"),
    "simulate": ("--label", "column 3", "--budget", "4", "--batch", "2", "--test-rows", "10", "--seeds", "1"),
    "drift": (),
    "predict": (),
}
"""The commands, with the options for a table whose third column has the tags."""


def write_sheet(path: Path, *, title: str = "", header: bool = False) -> Path:
    """Write a workbook whose second sheet has the records, below a title if there is one."""
    book = openpyxl.Workbook()
    book.active.append(["Please read this first."])
    sheet = book.create_sheet("Records")
    for row in [[title], []] if title else []:
        sheet.append(row)
    for row in ([("title", "description", "tag")] if header else []) + rows():
        sheet.append(row)
    book.save(path)
    return path


def write_csv(path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows())
    return path


@pytest.mark.parametrize("command", OPTIONS)
def test_no_header_can_be_said_for_every_command(mltag, tmp_path: Path, command: str) -> None:
    table = write_csv(tmp_path / "in.csv")
    options = [str(tmp_path / "m") if word == "MODEL" else word for word in OPTIONS[command]]
    done = mltag(command, table, "--no-header", *options, "--json", tmp_path / "j", "-q")
    assert done.code == 0, done.err
    found = json.loads((tmp_path / "j").read_text(encoding="utf-8"))
    if command in ("train", "compare", "predict"):
        assert found["rows"] == len(rows())


def test_a_header_that_is_said_to_be_none_is_a_row(mltag, tmp_path: Path) -> None:
    table = write_labelled(tmp_path / "in.csv")
    done = mltag("predict", table, "--no-header", "-o", tmp_path / "out.csv")
    assert done.code == 0
    assert f"{len(rows()) + 1} rows" in done.err
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("id,title,description,tag,origin,")


def test_a_sheet_is_read_as_for_an_import(mltag, tmp_path: Path) -> None:
    """Predict reads the sheet with the records, below its title, and not the first sheet from its top."""
    table = write_sheet(tmp_path / "in.xlsx", title="Our articles", header=True)
    checked = mltag("check", table, "--json", "-")
    done = mltag("predict", table, "-o", tmp_path / "out.csv")
    assert done.code == 0, done.err
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))
    assert found[0][:3] == ["title", "description", "tag"]
    assert len(found) - 1 == json.loads(checked.out)["records"] == len(rows())


@pytest.mark.parametrize("option", [(), ("--no-header",)])
def test_a_sheet_without_a_header_keeps_its_first_row(mltag, tmp_path: Path, option: tuple[str, ...]) -> None:
    book = openpyxl.Workbook()
    for row in rows():
        book.active.append(row)
    book.save(tmp_path / "in.xlsx")
    done = mltag("predict", tmp_path / "in.xlsx", *option, "-o", tmp_path / "out.csv")
    assert done.code == 0
    assert f"{len(rows())} rows" in done.err


def test_another_answer_about_the_header_starts_a_sheet_over(mltag, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in rows():
        book.active.append(row)
    book.save(tmp_path / "in.xlsx")
    for option, count in (("--header", len(rows()) - 1), ("--no-header", len(rows()))):
        done = mltag("predict", tmp_path / "in.xlsx", option, "-o", tmp_path / "out.csv", "--force")
        assert done.code == 0
        assert f"{count} rows" in done.err


def test_decisions_need_a_header(mltag, tmp_path: Path) -> None:
    write_labelled(tmp_path / "in.csv")
    assert mltag("import", tmp_path / "in.csv", tmp_path / "w.mltag", "-q").code == 0
    book = openpyxl.Workbook()
    for row in (("record", "tag"), (1, "mlops"), (2, "other")):
        book.active.append(row)
    book.save(tmp_path / "decided.xlsx")
    done = mltag("decide", tmp_path / "w.mltag", "--from", tmp_path / "decided.xlsx")
    assert done.code == 0, done.err

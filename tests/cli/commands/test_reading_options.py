"""Every command that reads a table takes the same options that say how to read it."""

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
    for above in [[title], []] if title else []:
        sheet.append(above)
    for row in ([("title", "description", "tag")] if header else []) + rows():
        sheet.append(row)
    book.save(path)
    return path


def write_csv(path: Path, *, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows())
    return path


BAD: dict[tuple[str, ...], str] = {
    ("--encoding", "klingon"): "klingon",
    ("--encoding", "base64"): "base64",
    ("--delimiter", "||"): "The delimiter || has more than one character.",
    ("--sheet", "Records"): "in.csv has no sheets.",
}
"""Options that do not apply to a text file, with a part of the message."""


@pytest.mark.parametrize("command", OPTIONS)
@pytest.mark.parametrize("option", BAD)
def test_bad_values_are_errors(mltag, tmp_path: Path, command: str, option: tuple[str, ...]) -> None:
    table = write_labelled(tmp_path / "in.csv")
    options = [str(tmp_path / "m") if word == "MODEL" else word for word in OPTIONS[command]]
    done = mltag.refused(command, table, *option, *options, "-q")
    assert BAD[option] in done.err
    assert not (tmp_path / "m").exists()


@pytest.mark.parametrize("option", [("--encoding", "cp1252"), ("--delimiter", ";")])
@pytest.mark.parametrize("name", ["in.xlsx", "in.jsonl"])
def test_other_files_have_no_delimiter_and_no_encoding(
    mltag, tmp_path: Path, name: str, option: tuple[str, ...]
) -> None:
    table = tmp_path / name
    if name == "in.xlsx":
        write_sheet(table, header=True)
    else:
        table.write_text('{"text": "some words"}\n', encoding="utf-8")
    done = mltag.refused("predict", table, *option)
    assert done.error_lines[0].endswith(f"{name} is not delimited text.")
    assert done.error_lines[1] == "Omit the encoding and the delimiter."


@pytest.mark.parametrize(
    ("command", "option", "named"),
    [
        ("drift", ("--no-header",), "--no-header"),
        ("drift", ("--header", "--sheet", "Records"), "--sheet and --header"),
        ("drift", ("--text", "title"), "--text"),
        ("check", ("--encoding", "cp1252", "--delimiter", ";"), "--encoding and --delimiter"),
    ],
)
def test_a_workspace_was_read_by_the_import(
    mltag, tmp_path: Path, command: str, option: tuple[str, ...], named: str
) -> None:
    table, workspace = write_labelled(tmp_path / "in.csv"), tmp_path / "w.mltag"
    mltag("import", table, workspace, "--no-predict", "-q")
    done = mltag(command, workspace, *option, code=2)
    words = " ".join(done.err.replace("│", " ").split())
    assert f"w.mltag is a workspace, whose table was read by the import. Remove {named}." in words


@pytest.mark.parametrize("command", OPTIONS)
def test_a_misread_table_can_be_read_by_every_command(mltag, tmp_path: Path, command: str) -> None:
    table = write_csv(tmp_path / "in.csv", encoding="utf-16-le", delimiter="~")
    options = [str(tmp_path / "m") if word == "MODEL" else word for word in OPTIONS[command]]
    how = ("--encoding", "utf-16-le", "--delimiter", "~", "--no-header")
    done = mltag(command, table, *how, *options, "--json", tmp_path / "j", "-q", code=None)
    assert done.code == 0, done.err
    found = json.loads((tmp_path / "j").read_text(encoding="utf-8"))
    if command in ("train", "compare", "predict"):
        assert found["rows"] == len(rows())


def test_standard_input_is_read_as_said(mltag_process, tmp_path: Path) -> None:
    table = write_csv(tmp_path / "in.csv", delimiter="~").read_bytes()
    done = mltag_process("predict", "-", "--delimiter", "~", "--no-header", stdin=table, code=None)
    assert done.code == 0, done.err
    assert f"{len(rows())} rows" in done.err
    failed = mltag_process("predict", "-", "--sheet", "Records", stdin=table, code=1)
    assert "The input has no sheets." in failed.err


def test_a_holdout_is_read_like_its_table(mltag, tmp_path: Path) -> None:
    table = write_csv(tmp_path / "in.csv", delimiter="~")
    held = tmp_path / "held.csv"
    held.write_text("kneading dough~How a baker kneads dough.~other\n" * 3, encoding="utf-8")
    how = ("--delimiter", "~", "--no-header", "--holdout", held, "--json", "-")
    label = ("--label", "column 3", "--recipe", "bayes", "-o", tmp_path / "m")
    trained = mltag("train", table, *how, *label, code=None)
    assert trained.code == 0, trained.err
    assert json.loads(trained.out)["holdout"]["rows"] == 3
    checked = mltag("check", table, "--labelled", "column 3", *how, code=None)
    assert checked.code == 0, checked.err


def test_a_holdout_of_another_format_is_read_without_what_it_lacks(mltag, tmp_path: Path) -> None:
    book, held = write_sheet(tmp_path / "in.xlsx"), tmp_path / "held.csv"
    held.write_text("kneading dough,How a baker kneads dough.,other\n" * 3, encoding="utf-8")
    how = ("--no-header", "--label", "column 3", "--recipe", "bayes", "-o", tmp_path / "m", "--json", "-")
    mltag.refused("train", book, "--sheet", "Records", "--holdout", tmp_path / "no.csv", *how)
    trained = mltag("train", book, "--sheet", "Records", "--holdout", held, *how, code=None)
    assert trained.code == 0, trained.err
    assert json.loads(trained.out)["holdout"]["rows"] == 3
    table = write_csv(tmp_path / "in.csv", delimiter="~", encoding="utf-16-le")
    read = ("--no-header", "--labelled", "column 3", "--encoding", "utf-16-le", "--delimiter", "~")
    records = openpyxl.Workbook()
    for row in rows():
        records.active.append(row)
    records.save(tmp_path / "held.xlsx")
    checked = mltag("check", table, "--holdout", tmp_path / "held.xlsx", *read, code=None)
    assert checked.code == 0, checked.err
    assert f"{len(rows())} rows also in" in checked.out


def test_a_header_that_is_said_to_be_none_is_a_row(mltag, tmp_path: Path) -> None:
    table = write_labelled(tmp_path / "in.csv")
    done = mltag("predict", table, "--no-header", "-o", tmp_path / "out.csv")
    assert f"{len(rows()) + 1} rows" in done.err
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("id,title,description,tag,origin,")


def test_a_sheet_is_read_as_for_an_import(mltag, tmp_path: Path) -> None:
    """Predict reads the sheet with the records, below its title, and not the first sheet from its top."""
    table = write_sheet(tmp_path / "in.xlsx", title="Our articles", header=True)
    checked = mltag("check", table, "--json", "-")
    done = mltag("predict", table, "-o", tmp_path / "out.csv", code=None)
    assert done.code == 0, done.err
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))
    assert found[0][:3] == ["title", "description", "tag"]
    assert len(found) - 1 == json.loads(checked.out)["records"] == len(rows())


@pytest.mark.parametrize(("option", "named"), [((), 0), (("--no-header",), 0), (("--header",), 1)])
def test_a_sheet_without_a_header_keeps_its_first_row(
    mltag, tmp_path: Path, option: tuple[str, ...], named: int
) -> None:
    book = openpyxl.Workbook()
    for row in rows():
        book.active.append(row)
    book.save(tmp_path / "in.xlsx")
    done = mltag("predict", tmp_path / "in.xlsx", *option, "-o", tmp_path / "out.csv")
    assert f"{len(rows()) - named} rows" in done.err


def test_decisions_need_a_header(mltag, tmp_path: Path) -> None:
    write_labelled(tmp_path / "in.csv")
    mltag("import", tmp_path / "in.csv", tmp_path / "w.mltag", "-q")
    book = openpyxl.Workbook()
    for row in (("record", "tag"), (1, "mlops"), (2, "other")):
        book.active.append(row)
    book.save(tmp_path / "decided.xlsx")
    done = mltag("decide", tmp_path / "w.mltag", "--from", tmp_path / "decided.xlsx", code=None)
    assert done.code == 0, done.err


def test_json_lines_have_no_sheets(mltag, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "some words"}\n', encoding="utf-8")
    done = mltag.refused("predict", tmp_path / "in.jsonl", "--sheet", "Records")
    assert "in.jsonl has no sheets." in done.err


def test_a_sheet_that_is_not_there_is_an_error(mltag, tmp_path: Path) -> None:
    table = write_sheet(tmp_path / "in.xlsx", header=True)
    done = mltag.refused("predict", table, "--sheet", "Elsewhere")
    assert "Elsewhere" in done.err


@pytest.mark.parametrize("sheet", ["One", "Two"])
def test_a_sheet_can_be_chosen(mltag, tmp_path: Path, sheet: str) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, count in (("One", 20), ("Two", 30)):
        page = book.create_sheet(name)
        for row in [("title", "description", "tag"), *rows()[:count]]:
            page.append(row)
    book.save(tmp_path / "in.xlsx")
    done = mltag("predict", tmp_path / "in.xlsx", "--sheet", sheet, "-o", tmp_path / "out.csv", code=None)
    assert done.code == 0, done.err
    assert f"{20 if sheet == 'One' else 30} rows" in done.err

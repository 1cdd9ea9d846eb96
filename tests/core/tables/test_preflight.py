from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.preflight import TableCheck
from mltag_desktop.core.workspace.file_import import import_file
from mltag_desktop.core.workspace.workspace import Workspace


def write(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("content", [b"", b"id,title\n", b"\x89PNG\r\n\x1a\n" + bytes(range(256))])
def test_an_unreadable_table_is_an_error(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(MltagError):
        TableCheck(write(tmp_path, content)).report()


def test_problems_are_reported(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        b"id,title,tag\n1,words,nlp\n2,more words,cv\n2,same id,nlp\n3,short\n4,,nlp\n5,other words,sound\n",
    )
    report = TableCheck(path, ("nlp", "cv")).report()
    assert report.records == 5
    assert report.quarantined == ((5, "The record has 2 cells; the table has 3."),)
    assert report.problems == (
        "1 line is unreadable, the first in line 5: The record has 2 cells; the table has 3.",
        "1 record has no text.",
        "1 record repeats the ID of an earlier record.",
        "The model does not know these tags of the table: sound.",
    )


def test_no_text_column(tmp_path: Path) -> None:
    report = TableCheck(write(tmp_path, b"id,price\n1,2.50\n2,3.75\n")).report()
    assert report.mapping is None
    assert report.to_json()["mapping"] is None
    assert "No column contains text." in report.problems[0]


def test_json(tmp_path: Path) -> None:
    found = (
        TableCheck(write(tmp_path, "\ufeffid;title;label\r\n1;Größe;cv\r\n2;Länge;nlp\r\n".encode()))
        .report()
        .to_json(True)
    )
    assert {key: found[key] for key in ("encoding", "bom", "delimiter", "newline", "header", "records")} == {
        "encoding": "utf-8",
        "bom": True,
        "delimiter": ";",
        "newline": "\r\n",
        "header": True,
        "records": 2,
    }
    assert found["rows"] == [["1", "Größe", "cv"], ["2", "Länge", "nlp"]]
    assert found["mapping"] == {"text": ["title"], "id": "id", "date": None, "tag": "label"}
    assert (found["quarantined"], found["problems"]) == ([], [])
    assert "rows" not in TableCheck(tmp_path / "table.csv").report().to_json()


def test_a_guess_is_marked_as_a_guess(tmp_path: Path) -> None:
    report = TableCheck(write(tmp_path, "title,tag\nein Gruß,x\n".encode("cp1252"))).report()
    assert report.problems[0].startswith("The table format was guessed: The file is not UTF-8;")


def test_an_import_counts_what_it_reads(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        b"id,title,tag\n1,words,nlp\n2,more words,cv\n2,same id,nlp\n3,short\n4,,nlp\n5,more, sound \n",
    )
    expected = TableCheck(path, ("nlp", "cv")).report()
    checked = TableCheck(path, ("nlp", "cv"))
    assert checked.mapping is not None
    with Workspace.create(tmp_path / "table.mltag", "kim", ("nlp", "cv")) as workspace:
        import_file(SILENT, workspace, checked.table, checked.mapping, checked.counted)
    path.unlink()  # nothing is read again
    report = checked.report()
    assert report.problems == expected.problems
    assert (report.records, report.quarantined) == (expected.records, expected.quarantined)


def test_a_check_reads_what_no_import_read(tmp_path: Path) -> None:
    checked = TableCheck(write(tmp_path, b"id,title\n1,words\n2,\n"))
    assert checked.report().problems == ("1 record has no text.",)
    assert checked.report().records == 2

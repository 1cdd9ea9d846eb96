"""Writes the folder `messy`: tables as they come, each with what is to be read from it and why.

Run it after a change: python tests/core/tables/make_messy.py
"""

import io

from messy_cases import FOLDER, case, refused
from messy_encodings import encodings
from messy_layouts import delimiters, headers, quoting


def forms() -> None:
    """JSON lines and workbooks."""
    case(
        "plain.jsonl",
        "Numbers stay as they are written; lists as JSON.",
        b'{"id": 12345678901234567890, "title": "a b", "n": 1e5, "l": ["x", 1.50]}\n'
        b'{"id": 2, "title": "c", "n": null}\n',
        ("id", "title", "n", "l"),
        [("12345678901234567890", "a b", "1e5", '["x", 1.50]'), ("2", "c", "", "")],
        form="jsonl",
    )
    case(
        "broken.jsonl",
        "Lines that are not objects are quarantined; blank lines are not.",
        b'{"title": "a"}\n\nnot json\n[1, 2]\n{"title": "b"}',
        ("title",),
        [("a",), ("b",)],
        quarantined=[3, 4],
        form="jsonl",
    )
    case(
        "mark.ndjson",
        "A byte order mark before the first object; keys that come later.",
        b'\xef\xbb\xbf{"title": "\\u00e9t\xc3\xa9"}\r\n{"tag": "x", "title": "y"}\r\n',
        ("title", "tag"),
        [("été", ""), ("y", "x")],
        form="jsonl",
        newline="\r\n",
    )
    case(
        "sheet.xlsx",
        "A title above the header, a blank row, numbers and truth values.",
        workbook(),
        ("id", "title", "ok"),
        [("7", "a b", "true"), ("1.5", "c d", "false")],
        form="xlsx",
        skip=2,
    )
    refused("empty.csv", "Nothing in it.", b"", "is empty")
    refused("blank.csv", "Blank lines alone.", b"\r\n\r\n\n", "is empty")
    refused("header-only.csv", "A header and no record.", b"id,title,tag\r\n", "no records")
    refused(
        "picture.csv",
        "A picture that someone renamed.",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(64)),
        "not a text file",
    )
    refused(
        "zip.csv", "An archive that someone renamed.", b"PK\x03\x04\x14\0\0\0" + bytes(64), "not a text file"
    )
    refused("no-objects.jsonl", "JSON without objects.", b"[1]\n[2]\n", "no JSON objects")


def workbook() -> bytes:
    """Return a small workbook, its dates fixed so that it is the same each time but for the packing."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("A report",), (), ("id", "title", "ok"), (7, "a b", True), (), (1.5, "c d", False)):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    encodings()
    delimiters()
    quoting()
    headers()
    forms()

"""How one messy file is written, with what is to be read from it beside it."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("messy")
HEADER = ("id", "title", "tag")
ROWS = (
    ("1", "Words as points in space", "nlp"),
    ("2", "Finding cats in street scenes", "cv"),
    ("3", "Shipping a model on Friday", "mlops"),
    ("4", "A talk about bicycles", "other"),
)


def case(
    name: str, reason: str, content: bytes, columns: Any = HEADER, rows: Any = ROWS, **more: Any
) -> None:
    """Write one table and, beside it, what is expected of it."""
    path = FOLDER / name
    path.write_bytes(content)
    expected = {"reason": reason, "columns": list(columns), "rows": [list(row) for row in rows], **more}
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    path.with_name(f"{name}.json").write_text(text + "\n", encoding="utf-8")


def refused(name: str, reason: str, content: bytes, error: str) -> None:
    """Write a file that is no table, and what is said of it."""
    (FOLDER / name).write_bytes(content)
    text = json.dumps({"reason": reason, "error": error}, ensure_ascii=False, indent=1)
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def text_of(
    rows: Any, delimiter: str = ",", newline: str = "\n", header: Any = HEADER, *, quote: bool = False
) -> str:
    """Return a table as people write it: quotes where they must be, or everywhere."""

    def cell(value: str) -> str:
        needs = quote or any(sign in value for sign in (delimiter, '"', "\n", "\r"))
        return '"' + value.replace('"', '""') + '"' if needs else value

    lines = ([header] if header else []) + list(rows)
    return "".join(delimiter.join(map(cell, line)) + newline for line in lines)

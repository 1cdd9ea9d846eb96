"""Each promise of the guide and the threat model names tests that exist."""

import ast
import re
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
ROWS: Final = re.compile(r"^\| (?!promise|---|way in)(.+?) \|", re.MULTILINE)
BOLD: Final = re.compile(r"^\*\*(.+?)\*\*", re.MULTILINE)


def names_in(path: Path) -> set[str]:
    """Return the names of the tests in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def promises(title: str) -> list[str]:
    """Return the promises below a heading of the page."""
    (part,) = [part for part in PAGE.split("\n## ") if part.startswith(f"[{title}]")]
    return ROWS.findall(part)


def test_the_tests_of_each_promise_exist() -> None:
    rows = [line for line in PAGE.splitlines() if ROWS.match(line)]
    named = [re.findall(r"`([\w./]+\.py)::(\w+)`", row) for row in rows]
    assert all(named), [row for row, tests in zip(rows, named, strict=True) if not tests]
    missing = []
    for path, name in (test for tests in named for test in tests):
        file = ROOT / "tests" / path
        if not file.is_file() or name not in names_in(file):
            missing.append(f"{path}::{name}")
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize(
    ("title", "page", "pattern"),
    [
        ("Durability", "guide/durability.md", ROWS),
        ("Threat model", "threat-model.md", ROWS),
        ("Troubleshooting", "guide/troubleshooting.md", BOLD),
    ],
)
def test_every_promise_of_a_page_is_listed(title: str, page: str, pattern: re.Pattern[str]) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8").split("\n## The last run")[0]
    made, listed = pattern.findall(text), promises(title)
    assert [promise for promise in made if not any(promise.startswith(start) for start in listed)] == []
    assert [start for start in listed if not any(promise.startswith(start) for promise in made)] == []

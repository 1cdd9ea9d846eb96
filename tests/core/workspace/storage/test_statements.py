"""SQL statements bind their values as all supported versions of Python do."""

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[4] / "mltag_desktop"


def test_no_statement_numbers_its_placeholders() -> None:
    """Python 3.14 refuses a sequence of values for `?1`; earlier versions do not even warn."""
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"\b(SELECT|VALUES|WHERE)\b.*\?\d", node.value)
    ]
    assert found == []

"""The list of tests that are skipped on Windows names tests that exist."""

from pathlib import Path

import pytest

from tests.windows import SKIPPED


@pytest.mark.parametrize("name", SKIPPED)
def test_a_skipped_test_exists_once(name: str) -> None:
    file, _, function = name.partition("::")
    (found,) = Path(__file__).parent.rglob(file)
    assert f"def {function.partition('[')[0]}" in found.read_text(encoding="utf-8")
    assert SKIPPED[name].startswith(("POSIX: ", "Wine: "))

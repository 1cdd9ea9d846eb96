"""The list of features names tests and packages that exist."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
CODE: Final = re.compile(r"`([\w./]+)`")


def cells() -> Iterator[tuple[str, str]]:
    """Yield the cell of tests and the cell of packages of each feature."""
    for line in (ROOT / "docs" / "features.md").read_text(encoding="utf-8").splitlines():
        row = re.fullmatch(r"\| (.+) \| (.+) \| (.+) \|", line)
        if row and row[1] != "feature":
            yield row[2], row[3]


def missing() -> Iterator[str]:
    """Yield each name in the list that is neither a test nor a package."""
    for tests, packages in cells():
        folder = ROOT / "tests"
        for name in CODE.findall(tests):
            if name.endswith(".py"):
                path = ROOT / "tests" / name if "/" in name else folder / name
                folder = path.parent
            else:
                path = ROOT / "tests" / name
            if not path.exists():
                yield name
        folder = ROOT / "mltag_desktop"
        for name in CODE.findall(packages):
            here = (ROOT / "mltag_desktop" / name, ROOT / name, folder / name)
            if not any(path.exists() for path in here):
                yield name
            folder = here[0].parent


def test_the_tests_and_packages_in_the_list_of_features_exist() -> None:
    assert list(missing()) == []
    assert len(list(cells())) > 100

"""The names of the package: imported when they are used, and the same for type checkers."""

import re
from pathlib import Path

import pytest

import mltag_desktop
from tests.processes import printed

NAMES = ["InvalidInputError", "MltagError", "Report", "Tagger", "Workspace", "evaluate", "read_table"]


def test_the_package_imports_nothing_heavy() -> None:
    code = (
        "import sys, mltag_desktop; dir(mltag_desktop);"
        "print([n for n in ('numpy', 'pandas', 'sklearn', 'joblib', 'PySide6') if n in sys.modules])"
    )
    assert printed(code).strip() == "[]"


def test_the_interface_needs_no_window_and_no_command_line() -> None:
    code = (
        "import sys\nfrom mltag_desktop import Tagger, Workspace, evaluate, read_table\n"
        "print([n for n in ('PySide6', 'typer', 'rich') if n in sys.modules])"
    )
    assert printed(code).strip() == "[]"


def test_every_name_can_be_imported() -> None:
    assert sorted(mltag_desktop.__all__) == NAMES
    assert set(NAMES) <= set(dir(mltag_desktop))
    for name in NAMES:
        assert getattr(mltag_desktop, name).__name__ == name
    with pytest.raises(AttributeError, match="has no attribute 'tagger_of'"):
        mltag_desktop.tagger_of  # type: ignore[attr-defined]  # noqa: B018


def test_type_checkers_see_the_same_names() -> None:
    folder = Path(mltag_desktop.__file__).parent
    assert (folder / "py.typed").exists()
    stub = (folder / "__init__.pyi").read_text(encoding="utf-8")
    assert sorted(re.findall(r"import (\w+) as \1", stub)) == NAMES

"""Every packaged file belongs to a component with an allowed licence."""

import json
import sys
from pathlib import Path

import numpy
import pytest

from scripts.shipping.bill import notices
from scripts.shipping.bill.component import Component, is_allowed
from scripts.shipping.bill.inventory import UnknownOwnerError, components

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("MIT OR Apache-2.0", True),
        ("(Apache-2.0 OR MIT) AND BSD-3-Clause", True),
        ("GPL-3.0-only OR LGPL-3.0-only", True),
        ("MIT AND GPL-2.0-only", False),
        ("(MIT OR AGPL-3.0-only) AND GPL-2.0-only", False),
        ("GPL-3.0-or-later", False),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("AGPL-3.0-or-later", False),
        ("LicenseRef-Proprietary", False),
        ("MIT AND", False),
        ("(MIT", False),
        ("no licence named", False),
        ("", False),
    ],
)
def test_allowed_licence_terms(expression: str, allowed: bool) -> None:
    assert is_allowed(expression) is allowed


def test_files_are_traced_to_their_owners() -> None:
    module = Path(numpy.__file__)
    library = next(module.parents[1].glob("scipy.libs/libgfortran*"))
    openmp = next(module.parents[1].glob("scikit_learn.libs/libgomp*"))
    collected = [
        ("numpy", str(module), "PYMODULE"),
        ("json", json.__file__, "PYMODULE"),
        ("mltag_desktop", str(ROOT / "mltag_desktop" / "__init__.py"), "PYMODULE"),
        (f"scipy.libs/{library.name}", str(library), "BINARY"),
        (f"scikit_learn.libs/{openmp.name}", str(openmp), "BINARY"),
        ("built-in", "-", "PYMODULE"),
    ]
    found = {one.name: one for one in components(collected, ROOT)}
    assert set(found) == {"numpy", "CPython", "libgfortran", "libgomp", "PyInstaller"}
    assert found["CPython"].version == ".".join(map(str, sys.version_info[:3]))
    assert "PYTHON SOFTWARE FOUNDATION" in found["CPython"].texts[0]
    assert found["libgomp"].licence.endswith("WITH GCC-exception-3.1")
    assert found["libgfortran"].licence.endswith("WITH GCC-exception-3.1")
    assert "Redistribution and use" in found["numpy"].texts[0]


def test_a_file_without_an_owner_fails_the_build(tmp_path: Path) -> None:
    stray = tmp_path / "libstray.so"
    stray.touch()
    with pytest.raises(UnknownOwnerError, match="libstray"):
        components([("libstray.so", str(stray), "BINARY")], ROOT)


def test_the_notice_prints_a_text_once(tmp_path: Path) -> None:
    two = [Component(name, "1", "MIT", texts=("Permission is granted.\n",)) for name in ("one", "two")]
    notices.write(two, tmp_path / "notice")
    notice = (tmp_path / "notice").read_text(encoding="utf-8")
    assert notice.count("Permission is granted.") == 1
    assert "For the licence text, see one 1." in notice

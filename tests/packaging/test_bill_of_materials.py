"""Hashes in the bill of materials, and crates of this platform only."""

import hashlib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.shipping.bill import sbom
from scripts.shipping.bill.component import Component
from scripts.shipping.bill.distributions import compiled
from scripts.shipping.bill.inventory import UnknownOwnerError, components
from scripts.shipping.bill.licences import write
from scripts.shipping.bill.wheels import read
from scripts.shipping.stripping import strip

ROOT = Path(__file__).resolve().parents[2]
CRATES = {
    "root": ["memchr", "serde", "getrandom", "windows-link"],
    "serde": ["serde_derive"],
    "serde_derive": ["syn"],
    "syn": ["unicode-ident"],
    "getrandom": ["libc", "wasi"],
    "wasi": ["wit-bindgen-rt"],
    "build-only": [],
}


def bill() -> dict[str, Any]:
    parts = {name for names in CRATES.values() for name in names} | {"build-only"}
    return {
        "metadata": {"component": {"bom-ref": "root"}},
        "components": [
            {
                "bom-ref": name,
                "name": name,
                "scope": "excluded" if name == "build-only" else "required",
                "purl": f"pkg:cargo/{name}@1.0.0",
            }
            for name in sorted(parts)
        ],
        "dependencies": [{"ref": name, "dependsOn": needs} for name, needs in CRATES.items()],
    }


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", {"memchr", "serde", "getrandom", "libc"}),
        ("win32", {"memchr", "serde", "getrandom", "libc", "windows-link"}),
        ("darwin", {"memchr", "serde", "getrandom", "libc"}),
    ],
)
def test_only_crates_of_the_platform_are_listed(platform: str, expected: set[str]) -> None:
    assert {one["name"] for one in compiled(bill(), platform)} == expected


def test_the_hash_of_a_wheel_is_read_from_pips_reports(tmp_path: Path) -> None:
    for number, (version, digest) in enumerate([("1.0", "a" * 64), ("1.1", "b" * 64)]):
        installed = {
            "metadata": {"name": "Some_Library", "version": version},
            "download_info": {"url": "file:///x", "archive_info": {"hashes": {"sha256": digest}}},
        }
        editable = {
            "metadata": {"name": "mltag-desktop", "version": "0.1.0"},
            "download_info": {"url": "file:///y"},
        }
        report = {"version": "1", "install": [installed, editable]}
        (tmp_path / f"{number}.json").write_text(json.dumps(report), encoding="utf-8")
    assert read(tmp_path) == {("some-library", "1.0"): "a" * 64, ("some-library", "1.1"): "b" * 64}


def test_the_bill_has_hashes_of_wheels_and_files() -> None:
    wheel = Component("numpy", "2.0", "BSD-3-Clause", purl="pkg:pypi/numpy@2.0", sha256="a" * 64)
    library = Component("SQLite", "3.40", "blessing", files=(("libsqlite3.so.0", "b" * 64),))
    written = {part["name"]: part for part in json.loads(sbom.bill([wheel, library]))["components"]}
    assert written["numpy"]["hashes"] == [{"alg": "SHA-256", "content": "a" * 64}]
    (file,) = written["SQLite"]["components"]
    assert (file["type"], file["name"]) == ("file", "libsqlite3.so.0")
    assert file["hashes"] == [{"alg": "SHA-256", "content": "b" * 64}]


def test_a_file_in_no_package_has_the_hash_of_the_file_that_is_shipped(tmp_path: Path) -> None:
    source, shipped = tmp_path / "libcrypto.so.3", tmp_path / "stripped"
    source.write_bytes(b"library with symbols")
    shipped.write_bytes(b"library")
    collected = [("libcrypto.so.3", str(source), "BINARY"), ("link", str(source), "SYMLINK")]
    found = {one.name: one for one in components(collected, ROOT, {str(source): str(shipped)})}
    if sys.platform == "darwin":
        assert found["OpenSSL"].files == ()
    else:
        assert found["OpenSSL"].files == (("libcrypto.so.3", hashlib.sha256(b"library").hexdigest()),)


def test_a_package_without_a_known_hash_fails_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import numpy

    monkeypatch.setattr("scripts.shipping.bill.wheels.REPORTS", tmp_path)
    with pytest.raises(UnknownOwnerError, match="numpy"):
        write([("numpy", numpy.__file__, "PYMODULE")], ROOT, tmp_path)


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("strip") is None, reason="needs strip on Linux")
def test_libraries_of_python_are_stripped(tmp_path: Path) -> None:
    module = next(Path(sys.modules["json"].__file__).parents[1].glob("lib-dynload/*.so"))
    entries = [
        (f"python3.11/lib-dynload/{module.name}", str(module), "EXTENSION"),
        ("numpy/data.npy", str(module) + "x", "DATA"),
        ("libpython3.11.so", "libpython3.11.so.1.0", "SYMLINK"),
    ]
    found = strip(entries, tmp_path)
    assert list(found) == [str(module)]
    assert 0 < Path(found[str(module)]).stat().st_size <= module.stat().st_size

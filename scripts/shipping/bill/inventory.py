"""Trace every collected file of a build to its component; the build fails for an unknown file."""

import functools
import hashlib
import re
import sqlite3
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from scripts.shipping.bill import wheels
from scripts.shipping.bill.component import Component, is_allowed
from scripts.shipping.bill.distributions import crates, licence_of, owners, texts_of
from scripts.shipping.trim import Entry

_TABLE: Final = Path(__file__).resolve().parents[3] / "packaging"
_BOOTLOADER: Final = "GPL-2.0-or-later WITH Bootloader-exception"


_SHIPPED_AS_THEY_ARE: Final = ("BINARY", "EXTENSION", "DATA")
"""Type codes of files in the program's folder; modules are in the archive of its executable."""


class UnknownOwnerError(Exception):
    """A file without a known component, or a licence that may not be shipped."""


def components(
    collected: Iterable[Entry], root: Path, replaced: Mapping[str, str] | None = None
) -> list[Component]:
    """Return the components of the collected files, sorted by name; `replaced` are shipped for a source."""
    owned = owners()
    libraries = _libraries()
    found: dict[str, Component] = {}
    files: dict[str, dict[str, str]] = {}
    for name, source, kind in collected:
        if kind == "SYMLINK":
            continue
        for component in _of_file(name, source, root, owned, libraries):
            key = component.name.casefold()
            found.setdefault(key, component)
            if not component.sha256 and kind in _SHIPPED_AS_THEY_ARE:
                path = Path((replaced or {}).get(source, source))
                files.setdefault(key, {})[name.replace("\\", "/")] = _sha256(path)
    if sys.platform != "darwin":  # there, PyInstaller and codesign change the files
        found |= {key: replace(found[key], files=tuple(sorted(of.items()))) for key, of in files.items()}
    found.setdefault("pyinstaller", _pyinstaller(wheels.REPORTS))
    refused = [f"{one.name}: {one.licence}" for one in found.values() if not is_allowed(one.licence)]
    if refused:
        raise UnknownOwnerError(f"licences that are not known to allow shipping: {', '.join(refused)}")
    return sorted(found.values(), key=lambda component: component.name.casefold())


def _of_file(
    name: str, source: str, root: Path, owned: dict[str, str], libraries: "list[_Library]"
) -> Iterator[Component]:
    """Yield the components of one file: a library, and what is compiled into it."""
    if not source or source == "-":
        return
    path = Path(source)
    unix_name = name.replace("\\", "/")
    known = next((library for library in libraries if library.fits(unix_name)), None)
    if known is not None and path.suffix not in (".py", ".json"):
        yield known.component()
    elif (owner := owned.get(str(path)) or owned.get(str(path.resolve()))) is not None:
        yield from _distribution(owner, wheels.REPORTS)
    elif _is_from_python(path):
        yield _python()
    elif not path.resolve().is_relative_to(root.resolve()):
        raise UnknownOwnerError(f"{unix_name}, collected from {source}")


@functools.cache
def _distribution(name: str, reports: Path) -> tuple[Component, ...]:
    """Return a distribution with its hash from pip's `reports`, and the components compiled into it."""
    if name.casefold() == "pyinstaller":
        return (_pyinstaller(reports),)
    package = metadata.distribution(name)
    licence = licence_of(package)
    note, texts = "", texts_of(package)
    if name.casefold().startswith(("pyside6", "shiboken6")):
        licence = "LGPL-3.0-only"
        note = "Used under the LGPL, version 3, as separate files; for the licence text, see Qt."
    if name.casefold() == "shiboken6":
        note += (
            " Its Python modules are compiled in the folder shiboken6/files.dir, where the generator of type"
            " stubs is left empty. Delete this folder if you replace the library."
        )
    component = Component(
        package.metadata["Name"],
        package.version,
        licence,
        home=_home(package),
        purl=f"pkg:pypi/{package.metadata['Name'].lower().replace('_', '-')}@{package.version}",
        note=note,
        texts=texts,
        sha256=wheels.sha256_of_wheel(package.metadata["Name"], package.version, reports),
    )
    return (component, *crates(package))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _home(package: metadata.Distribution) -> str:
    facts = package.metadata
    pairs = [line.partition(", ") for line in facts.get_all("Project-URL") or ()]
    urls: dict[str, str] = {name: url for name, _, url in pairs if url}
    for wanted in ("Homepage", "homepage", "Home", "Source", "source", "Repository", "Source Code"):
        if wanted in urls:
            return urls[wanted]
    return str(facts.json.get("home_page", ""))


@functools.cache
def _python() -> Component:
    version = ".".join(map(str, sys.version_info[:3]))
    places = (
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path("/usr/share/doc") / f"python3.{sys.version_info[1]}" / "copyright",
    )
    text = next((place.read_text(encoding="utf-8") for place in places if place.exists()), None)
    if text is None:
        raise UnknownOwnerError(f"Python's own licence: none of {', '.join(map(str, places))}")
    return Component(
        "CPython",
        version,
        "Python-2.0",
        home="https://www.python.org",
        purl=f"pkg:generic/cpython@{version}",
        note="The interpreter and its library, including libexpat (MIT) and libmpdec (BSD-2-Clause).",
        texts=(text,),
    )


@functools.cache
def _places_of_python() -> frozenset[Path]:
    places = {Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib")}
    return frozenset(places | ({Path(sys.base_prefix).resolve()} - {Path("/usr")}))


def _is_from_python(path: Path) -> bool:
    resolved = path.resolve()
    return any(resolved.is_relative_to(place) for place in _places_of_python()) or resolved.name.startswith(
        ("libpython3", "python3")
    )


def _pyinstaller(reports: Path) -> Component:
    package = metadata.distribution("pyinstaller")
    return Component(
        "PyInstaller",
        package.version,
        _BOOTLOADER,
        home="https://pyinstaller.org",
        purl=f"pkg:pypi/pyinstaller@{package.version}",
        note="Only the loader, under the GPL with an exception that does not extend to the loaded program.",
        texts=texts_of(package)[:1],
        sha256=wheels.sha256_of_wheel(package.metadata["Name"], package.version, reports),
    )


class _Library:
    """A library from `packaging/libraries.toml`."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self._facts = {key: value for key, value in facts.items() if isinstance(value, str)}
        self._texts: list[str] = list(facts["texts"])
        self._pattern = re.compile(self._facts["files"])
        self._made: Component | None = None

    def fits(self, name: str) -> bool:
        """Return whether a file of the program belongs to this library."""
        return bool(self._pattern.search(name))

    def component(self) -> Component:
        """Return the component."""
        if self._made is None:
            name, facts = self._facts["name"], self._facts
            version = facts.get("version") or version_of(name)
            self._made = Component(
                name,
                version,
                facts["licence"],
                home=facts["home"],
                purl=f"pkg:generic/{name.lower()}@{version}",
                copyright=facts.get("copyright", ""),
                note=facts.get("note", "").replace("\n", " "),
                texts=tuple(self._read()),
            )
        return self._made

    def _read(self) -> Iterator[str]:
        for text in self._texts:
            # with a colon, the text belongs to that distribution and is not repeated
            if not text.endswith(":"):
                yield (_TABLE / "licences" / text).read_text(encoding="utf-8")


def _libraries() -> list[_Library]:
    with (_TABLE / "libraries.toml").open("rb") as file:
        return [_Library(facts) for facts in tomllib.load(file)["library"]]


def version_of(name: str) -> str:
    """Return the version of a library of the table, as reported by the package that contains it."""
    if name == "Qt":
        return metadata.version("PySide6_Essentials")
    if name == "SQLite":
        return sqlite3.sqlite_version
    if name == "OpenSSL":
        import ssl

        return ssl.OPENSSL_VERSION.split()[1]
    if name == "OpenBLAS":
        import numpy

        return str(numpy.__config__.CONFIG["Build Dependencies"]["blas"]["version"])
    return _version_in_name(name)


def _version_in_name(name: str) -> str:
    """Return the version in a library's name, as in `libicuuc.so.73`, `libffi.so.8.1.4` or `libffi-8.dll`."""
    stem = {"ICU": "libicuuc", "libffi": "libffi"}.get(name, name)
    places = [path for path in owners() if Path(path).name.startswith(stem)]
    places += map(str, (Path(sys.base_prefix) / "DLLs").glob(f"{stem}*.dll"))  # Python for Windows
    if not places and sys.platform == "linux":
        listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
        places = [
            line.split(" => ")[1] for line in listed.splitlines() if line.strip().startswith(f"{stem}.so")
        ]
    names = [Path(path).resolve().name for path in places]
    found = [match[1] for name in names if (match := re.search(r"(?:\.so\.|-)([\d.]*\d)(?:\.dll)?$", name))]
    if not found:
        raise UnknownOwnerError(f"the version of {name}")
    return max(found)

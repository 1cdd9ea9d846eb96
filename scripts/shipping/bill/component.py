"""A third-party component of the program, and the licences that may be shipped."""

import re
from dataclasses import dataclass, field
from typing import Final

NOTICE: Final = "THIRD-PARTY-NOTICES.txt"
BILL: Final = "sbom.cdx.json"
"""Files that describe all components, in the program's folder `licences`."""

ALLOWED: Final = frozenset(
    (
        *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "ICU", "ISC", "MIT"),
        *("MIT-0", "PSF-2.0", "Python-2.0", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "Zlib"),
        *("blessing", "LGPL-2.1-or-later", "LGPL-3.0-only"),
    )
)
"""Licences whose terms are met by the notice, and by keeping libraries in separate files."""
_EXCEPTIONS: Final = (
    "GPL-3.0-or-later WITH GCC-exception-3.1",
    "GPL-2.0-or-later WITH Bootloader-exception",
    "Apache-2.0 WITH LLVM-exception",
)
"""Licence exceptions that do not extend to the whole program."""


@dataclass(frozen=True)
class Component:
    """A library, or the shipped part of it."""

    name: str
    version: str
    licence: str
    """SPDX expression."""
    home: str = ""
    purl: str = ""
    """Package URL, https://github.com/package-url; empty without one."""
    copyright: str = ""
    note: str = ""
    texts: tuple[str, ...] = field(default=(), repr=False)
    """Licence text and related texts."""
    sha256: str = ""
    """Hash of the wheel or the crate that it was taken from."""
    files: tuple[tuple[str, str], ...] = ()
    """Shipped files that are in no wheel of their own: path in the program, and SHA-256."""


def is_allowed(expression: str) -> bool:
    """Return whether the program meets one of the choices in an SPDX expression."""
    plain = expression
    for exception in _EXCEPTIONS:
        plain = plain.replace(exception, "MIT")
    parts = re.findall(r"\(|\)|[^\s()]+", plain)
    words = [
        part.lower() if part in ("AND", "OR") else part if part in "()" else str(part in ALLOWED)
        for part in parts
    ]
    if not words or any(word not in ("(", ")", "and", "or", "True", "False") for word in words):
        return False
    return _evaluate(words)


def _evaluate(words: list[str]) -> bool:
    """Evaluate an expression; `or` binds weaker than `and`."""

    def either() -> bool:
        found = both()
        while words[:1] == ["or"]:
            words.pop(0)
            found = both() or found
        return found

    def both() -> bool:
        found = single()
        while words[:1] == ["and"]:
            words.pop(0)
            found = single() and found
        return found

    def single() -> bool:
        word = words.pop(0) if words else "False"
        if word != "(":
            return word == "True"
        found = either()
        return words[:1] == [")"] and bool(words.pop(0)) and found

    found = either()
    return found and not words

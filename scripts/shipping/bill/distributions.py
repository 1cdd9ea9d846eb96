"""Metadata of installed distributions: files, licences, licence texts, and compiled-in libraries."""

import functools
import json
import os
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from typing import Any, Final

from scripts.shipping.bill.component import Component

_TEXT: Final = re.compile(
    r"\.dist-info/(.*/)?(licen[cs]e|copying|notice|authors)[^/]*$|^onnxruntime/(license|third[^/]*)$",
    re.IGNORECASE,
)
_SPDX: Final = {
    "MIT License": "MIT",
    "MIT license": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "ISC License": "ISC",
    "PSFL": "PSF-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""Licence names of older distributions, as SPDX identifiers."""
_COMPILER: Final = (
    r"syn|quote|heck|unindent|indoc|proc-macro.*|.*[-_]derive|.*[-_]macros?|.*[-_]macros?[-_].*"
    r"|wasm-bindgen-backend|enum_dispatch|displaydoc|strum_macros|rustversion|synstructure|target-lexicon"
    r"|pyo3-build-config|autocfg|version_check|cc"
)
"""Crates that run in the compiler."""
_OTHER_SYSTEMS: Final = {
    "win32": r"windows.*|winapi.*",
    "darwin": r"core-foundation.*|security-framework.*|objc2?.*",
    "other": r"r-efi|wasi.*|wasip2|wit-bindgen.*|wasm-bindgen.*|js-sys|web-sys|hermit-abi|redox_.*|android.*"
    r"|iana-time-zone-haiku",
}
"""Crates for one system only; `other` are systems without a package."""


@functools.cache
def owners() -> dict[str, str]:
    """Return the distribution of each installed file, by absolute path."""
    found: dict[str, str] = {}
    for package in metadata.distributions():
        name = package.metadata["Name"]
        for file in package.files or ():
            found[os.path.normpath(str(package.locate_file(file)))] = name
    return found


def licence_of(package: metadata.Distribution) -> str:
    """Return a distribution's licence as an SPDX expression, or its own wording if that is not SPDX."""
    facts = package.metadata
    licences = [*(facts.get_all("License-Expression") or ()), *(facts.get_all("License") or ())]
    licences += [
        line.rsplit(" :: ", 1)[-1]
        for line in facts.get_all("Classifier") or ()
        if line.startswith("License :: ")
    ]
    short = [licence for licence in licences if 0 < len(licence) <= 120 and "\n" not in licence]
    return _SPDX.get(short[0], short[0]) if short else "no licence named"


def texts_of(package: metadata.Distribution) -> tuple[str, ...]:
    """Return the licence texts in a distribution, its own text first."""
    files = sorted(
        (file for file in package.files or () if _TEXT.search(str(file))),
        key=lambda file: (len(file.parts), str(file)),
    )
    return tuple(file.read_text(encoding="utf-8") for file in files)


def crates(package: metadata.Distribution) -> Iterator[Component]:
    """Yield the Rust libraries that are compiled into a distribution on this platform, from its SBOM."""
    for file in package.files or ():
        if "/sboms/" not in str(file) or not str(file).endswith(".cyclonedx.json"):
            continue
        for one in compiled(json.loads(file.read_text(encoding="utf-8")), sys.platform):
            licences = one.get("licenses") or [{}]
            hashes = {each["alg"]: each["content"] for each in one.get("hashes", ())}
            yield Component(
                one["name"],
                one["version"],
                licences[0].get("expression", "no licence named"),
                purl=one["purl"].split("?")[0],
                copyright=one.get("author", ""),
                note=f"A Rust library inside {package.metadata['Name']}.",
                sha256=hashes.get("SHA-256", ""),
            )


def compiled(bill: dict[str, Any], platform: str) -> Iterator[dict[str, Any]]:
    """Yield the crates of an SBOM by cargo-cyclonedx that are part of the library on `platform`.

    These SBOMs describe all targets, so they list crates for other systems, and procedural macros, which only
    run in the compiler. Both are left out, with the crates that only they need.
    """
    known = {one["bom-ref"]: one for one in bill.get("components", ())}
    needs = {one["ref"]: one.get("dependsOn", ()) for one in bill.get("dependencies", ())}
    left = [bill["metadata"]["component"]["bom-ref"]]
    seen: set[str] = set(left)
    while left:
        for name in needs.get(left.pop(), ()):
            one = known.get(name)
            if name in seen or one is None or not _is_compiled_in(one, platform):
                continue
            seen.add(name)
            left.append(name)
    for name, one in known.items():
        if name in seen and str(one.get("purl", "")).startswith("pkg:cargo/"):
            yield one


def _is_compiled_in(crate: dict[str, Any], platform: str) -> bool:
    others = [names for system, names in _OTHER_SYSTEMS.items() if system != platform]
    name = crate["name"]
    return crate.get("scope") == "required" and not any(
        re.fullmatch(pattern, name) for pattern in (_COMPILER, *others)
    )

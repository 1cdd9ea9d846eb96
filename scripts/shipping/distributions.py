"""Metadata of installed distributions: files, licences, licence texts, and compiled-in libraries."""

import functools
import json
import os
import re
from collections.abc import Iterator
from importlib import metadata
from typing import Final

from scripts.shipping.component import Component

_TEXT: Final = re.compile(r"\.dist-info/(.*/)?(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
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
    """Yield the Rust libraries that are compiled into a distribution, from its SBOM."""
    for file in package.files or ():
        if "/sboms/" not in str(file) or not str(file).endswith(".cyclonedx.json"):
            continue
        for one in json.loads(file.read_text(encoding="utf-8")).get("components", ()):
            if one.get("scope") != "required" or not str(one.get("purl", "")).startswith("pkg:cargo/"):
                continue
            licences = one.get("licenses") or [{}]
            yield Component(
                one["name"],
                one["version"],
                licences[0].get("expression", "no licence named"),
                purl=one["purl"].split("?")[0],
                copyright=one.get("author", ""),
                note=f"A Rust library inside {package.metadata['Name']}.",
            )

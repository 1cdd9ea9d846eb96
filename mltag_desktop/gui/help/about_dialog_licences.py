"""The licences of what the program is built on: the notice that a packaged program brings, else the installed
packages themselves.
"""

import json
import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError

_UNSPOKEN: Final = "see its website"
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_TEXT: Final = re.compile(r"\.dist-info/(.*/)?(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_BILL: Final = "sbom.cdx.json"
_NOTICE: Final = "THIRD-PARTY-NOTICES.txt"


@dataclass(frozen=True)
class Component:
    """A library that the program uses."""

    name: str
    version: str
    licence: str


def shipped() -> Path | None:
    """The folder of licences of a packaged program; None for one that runs from installed packages."""
    place = getattr(sys, "_MEIPASS", None)
    return Path(place) / "licences" if place else None


def components(package: str = "mltag-desktop", folder: Path | None = None) -> list[Component]:
    """List what the program in whose `folder` of licences this is carries; without one, the runtime
    dependencies of `package` that are installed; by name.
    """
    if folder is not None:
        parts = json.loads(_read(folder / _BILL))["components"]
        found = [Component(part["name"], part["version"], _spoken(part)) for part in parts]
        return sorted(found, key=lambda component: component.name.casefold())
    return _installed(package)


def notice(package: str = "mltag-desktop", folder: Path | None = None) -> str:
    """Return the licences word for word, of the same components."""
    if folder is not None:
        return _read(folder / _NOTICE)
    parts = []
    for component in _installed(package):
        files = [file for file in distribution(component.name).files or () if _TEXT.search(str(file))]
        texts = [file.read_text(encoding="utf-8").strip("\n") for file in files]
        head = f"{component.name} {component.version}: {component.licence}"
        parts.append("\n\n".join([head, *texts]))
    return f"\n\n{'=' * 80}\n".join(parts)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise MltagError(
            f"The program file {path.name} is missing.", "Install MLTag Desktop again."
        ) from error


def _spoken(part: dict[str, Any]) -> str:
    """The licence of a component in a CycloneDX list."""
    licences = part.get("licenses") or [{}]
    first = licences[0]
    return first.get("expression") or first.get("license", {}).get("id") or _UNSPOKEN


def _installed(package: str) -> list[Component]:
    try:
        wanted = requires(package) or []
    except PackageNotFoundError:
        return []
    found: dict[str, Component] = {}
    for requirement in wanted:
        name = _NAME.match(requirement)
        if name is None or "extra ==" in requirement:
            continue
        try:
            found[name.group()] = _component(distribution(name.group()))
        except PackageNotFoundError:
            continue
    return sorted(found.values(), key=lambda component: component.name.casefold())


def _component(package: Distribution) -> Component:
    facts = package.metadata
    said = [*(facts.get_all("License-Expression") or ()), *(facts.get_all("License") or ())]
    classified = [
        line.rsplit(" :: ", 1)[-1]
        for line in facts.get_all("Classifier") or ()
        if line.startswith("License :: ")
    ]
    fit = [licence for licence in [*said, *classified] if 0 < len(licence) <= 80 and "\n" not in licence]
    return Component(facts["Name"], package.version, fit[0] if fit else _UNSPOKEN)

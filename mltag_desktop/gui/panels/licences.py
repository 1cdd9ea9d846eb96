"""The licences of what the program is built on, read from the installed packages themselves."""

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires
from typing import Final

_UNSPOKEN: Final = "see its page"
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True)
class Component:
    """A library that the program uses."""

    name: str
    version: str
    licence: str


def components(package: str = "mltag-desktop") -> list[Component]:
    """List the runtime dependencies of `package` that are installed, by name."""
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

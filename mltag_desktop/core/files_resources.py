"""Locate the bundled model, the sample and other resources."""

import sys
from pathlib import Path

from mltag_desktop.core.errors import MltagError

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(name: str) -> Path:
    """Return the path of `resources/NAME` in a checkout, a wheel or the frozen program.

    The guide is in `resources/guide`, in a checkout in `docs/guide`. Raises `MltagError` when the resource is
    missing, which means that the installation is damaged.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    roots = (
        [Path(frozen) / "resources"]
        if frozen
        else [_PACKAGE / "resources", _PACKAGE.parent / "resources", _PACKAGE.parent / "docs"]
    )
    for root in roots:
        if (root / name).exists():
            return root / name
    raise MltagError(f"The program file {name} is missing.", "Install MLTag Desktop again.")


def how_to_get(extra: str) -> str:
    """Return how to install an optional dependency; nothing can be added to the frozen program."""
    command = f'pip install "mltag-desktop[{extra}]"'
    if getattr(sys, "frozen", False):
        return (
            "The packaged program does not include it. In an environment with Python 3.11 or later: "
            f"{command}"
        )
    return f"Install it with: {command}"

"""Where the bundled model, the sample and the other resources lie."""

import sys
from pathlib import Path

from mltag_desktop.core.errors import MltagError

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(name: str) -> Path:
    """Return the path of `resources/NAME` in a checkout, a wheel or the frozen program.

    The guide is `resources/guide` in the latter two; a checkout has it in `docs/guide`.
    Raises `MltagError` when it is not there, which means a damaged installation.
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
    """Say how to get an extra that is not installed; nothing can be added to the frozen program."""
    command = f'pip install "mltag-desktop[{extra}]"'
    if getattr(sys, "frozen", False):
        return (
            "The packaged program does not include it. In an environment with Python 3.11 or later: "
            f"{command}"
        )
    return f"Install it with: {command}"

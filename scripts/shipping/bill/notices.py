"""Write the notice of the program: all third-party components and their licence texts."""

import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from scripts.shipping.bill.component import Component

_WIDTH: Final = 100
_HEAD: Final = """\
MLTag Desktop is licensed under the MIT License. It includes third-party components, which are listed here
with their licences. No component is under the GPL or the AGPL without an exception: the exceptions for the
runtime libraries of GCC and for PyInstaller's loader do not extend to the program. Libraries under the LGPL
are separate files in the program's folder and can be replaced by other builds.
"""
_MIT: Final = Path(__file__).resolve().parents[3] / "packaging" / "licences" / "MIT.txt"


def write(components: Iterable[Component], path: Path) -> None:
    """Write the notice: a list of all components, then the texts of each, without repetitions."""
    listed = list(components)
    lines = [textwrap.fill(_HEAD, _WIDTH), ""]
    lines += [f"- {one.name} {one.version}: {one.licence}" for one in listed]
    printed: dict[str, str] = {}
    for one in listed:
        lines += ["", "=" * _WIDTH, f"{one.name} {one.version}", f"Licence: {one.licence}"]
        lines += [f"From: {one.home}"] if one.home else []
        lines += [one.copyright] if one.copyright else []
        lines += [textwrap.fill(one.note, _WIDTH)] if one.note else []
        lines.append("")
        lines += _texts(one, printed)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _texts(one: Component, printed: dict[str, str]) -> list[str]:
    """Return the texts of a component; a text that was printed before is replaced by a reference."""
    texts = list(one.texts)
    if not texts and "MIT" in one.licence:
        texts = [_MIT.read_text(encoding="utf-8")]
    lines: list[str] = []
    for text in texts:
        key = " ".join(text.split())
        if key in printed:
            lines.append(f"For the licence text, see {printed[key]}.")
        else:
            printed[key] = f"{one.name} {one.version}"
            lines.append(text.strip("\n"))
    return lines

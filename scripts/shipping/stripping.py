"""Python's own libraries without their symbols, which are half of their size."""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from scripts.shipping.trim import Entry

_OWN: Final = re.compile(r"(^|/)libpython3[^/]*\.so|/lib-dynload/[^/]+\.so$")
"""The libraries of wheels break when they are stripped."""


def strip(entries: Iterable[Entry], folder: Path) -> dict[str, str]:
    """Write stripped copies into `folder` on Linux; return their paths by source."""
    found: dict[str, str] = {}
    if sys.platform != "linux":
        return found
    folder.mkdir(parents=True, exist_ok=True)
    for name, source, kind in entries:
        if kind != "SYMLINK" and _OWN.search(name):
            target = folder / name.replace("/", "-")
            subprocess.run(["strip", "--strip-unneeded", "-o", str(target), source], check=True)
            found[source] = str(target)
    return found

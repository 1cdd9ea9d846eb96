"""Libraries without symbols and debug information, which only debuggers read.

`strip` halves Python's own libraries. It breaks those of wheels, whose parts auditwheel has moved: there,
zeros replace the symbols, and compress to nothing.
"""

import re
import struct
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from scripts.shipping.trim import Entry

_OWN: Final = re.compile(r"(^|/)libpython3[^/]*\.so|/lib-dynload/[^/]+\.so$")
_LIBRARY: Final = re.compile(r"\.so(\.[\d.]+)?$")
_ELF: Final = b"\x7fELF\x02\x01"
"""The start of a library for little-endian machines with 64 bits."""
_LOADED: Final = 2
"""Flag of a section that is loaded into memory."""
_CONTENT: Final = (1, 2, 3)
"""Types of sections: data (among them debug information), symbols and their names."""


def strip(entries: Iterable[Entry], folder: Path) -> dict[str, str]:
    """Write libraries without symbols into `folder` on Linux; return their paths by source."""
    found: dict[str, str] = {}
    if sys.platform != "linux":
        return found
    folder.mkdir(parents=True, exist_ok=True)
    for name, source, kind in entries:
        if kind == "SYMLINK" or not _LIBRARY.search(name):
            continue
        target = folder / name.replace("/", "-")
        if _OWN.search(name):
            subprocess.run(["strip", "--strip-unneeded", "-o", str(target), source], check=True)
        else:
            target.write_bytes(without_symbols(Path(source).read_bytes()))
        found[source] = str(target)
    return found


def without_symbols(library: bytes) -> bytes:
    """Return an ELF library with zeros in all sections that are not loaded, except the names of sections."""
    if not library.startswith(_ELF):
        return library
    cleared = bytearray(library)
    (table,) = struct.unpack_from("<Q", library, 0x28)
    length, count, names = struct.unpack_from("<HHH", library, 0x3A)
    for number in range(count):
        _, kind, flags, _, place, size = struct.unpack_from("<IIQQQQ", library, table + number * length)
        if kind in _CONTENT and not flags & _LOADED and number != names:
            cleared[place : place + size] = bytes(size)
    return bytes(cleared)

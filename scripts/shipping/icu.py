"""ICU's data without the parts that the program does not use: 30 MiB become two.

Qt sorts the names in its file dialogs with ICU, whose data have encodings, calendars, currencies and more.
The library holds a table of named items at one address; it is written again with fewer items. The format is
described in ICU's `ucmndata.h`. `as` and `ld` of binutils make the library.
"""

import itertools
import re
import struct
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from scripts.shipping.trim import Entry

_LIBRARY: Final = re.compile(r"libicudata\.so\.(\d+)$")
_KEPT: Final = re.compile(
    r"[^/]+/(coll/)?((pool|res_index|root|en|de|fr)\.res|ucadata\.icu|uemoji\.icu|ulayout\.icu|\w+\.nrm)"
)
"""The order of letters in the program's languages, properties of characters, and normal forms."""
_MAGIC: Final = b"\xda\x27"
_FORMAT: Final = b"CmnD"
_FORMAT_AT: Final = 12
"""Offset of the name of the format; the length of the header and the magic number come first."""
_ALIGNED: Final = 16
_SOURCE: Final = """\
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
{symbol}:
.incbin "{data}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack,"",@progbits
"""


def shrink(entries: Iterable[Entry], folder: Path) -> dict[str, str]:
    """Write ICU's library of data with fewer items into `folder` on Linux; return its path by source."""
    found: dict[str, str] = {}
    if sys.platform != "linux":
        return found
    folder.mkdir(parents=True, exist_ok=True)
    for name, source, kind in entries:
        version = _LIBRARY.search(name)
        if version and kind != "SYMLINK":
            target = folder / Path(name).name
            header, items = read(Path(source).read_bytes())
            kept = {name: item for name, item in items.items() if _KEPT.fullmatch(name)}
            write(header, kept, target, f"icudt{version.group(1)}_dat")
            found[source] = str(target)
    return found


def read(library: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Return the header of the data and the items by name, without the last one, whose end is not known.

    Raises `ValueError` if the library has no data of ICU.
    """
    start = library.find(_FORMAT) - _FORMAT_AT
    if start < 0 or library[start + 2 : start + 4] != _MAGIC:
        raise ValueError("the library has no data of ICU")
    (header,) = struct.unpack_from("<H", library, start)
    table = start + header
    (count,) = struct.unpack_from("<I", library, table)
    places = list(struct.iter_unpack("<II", library[table + 4 : table + 4 + 8 * count]))
    found = {}
    for (name, place), (_, end) in itertools.pairwise(places):
        stop = library.index(b"\0", table + name)
        found[library[table + name : stop].decode("ascii")] = library[table + place : table + end]
    return library[start:table], found


def write(header: bytes, items: Mapping[str, bytes], target: Path, symbol: str) -> None:
    """Write a library with `items`, whose data have the name `symbol`."""
    data, source, compiled = (target.with_suffix(suffix) for suffix in (".dat", ".s", ".o"))
    data.write_bytes(header + _table(len(header), items))
    source.write_text(_SOURCE.format(symbol=symbol, data=data), encoding="utf-8")
    subprocess.run(["as", "-o", compiled, source], check=True)
    shared = ["-shared", "-soname", target.name, "--build-id=none", "-z", "noexecstack", "-s"]
    subprocess.run(["ld", *shared, "-o", target, compiled], check=True)
    for temporary in (data, source, compiled):
        temporary.unlink()


def _table(header: int, items: Mapping[str, bytes]) -> bytes:
    """Return the number of items, where their names and they themselves are, the names and the items."""
    names = [name.encode("ascii") + b"\0" for name in sorted(items)]
    place = 4 + 8 * len(names)
    entries, body = [], b""
    start = place + sum(map(len, names))
    for name, item in zip(names, (items[name] for name in sorted(items)), strict=True):
        body += b"\0" * (-(header + start + len(body)) % _ALIGNED)
        entries.append(struct.pack("<II", place, start + len(body)))
        body += item
        place += len(name)
    return struct.pack("<I", len(names)) + b"".join(entries) + b"".join(names) + body

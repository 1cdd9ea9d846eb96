"""A file's bytes cut into stretches that workers can read by themselves.

The cut is made at a line end before which the quotes come in pairs. That is a guess, made without reading
cells: a worker that reads its stretch strictly, from a true start of a record, and finds nothing amiss has
proven that the stretch ends between records too, and so that the next one has a true start. When it does find
something amiss, the rest of the file is read in order (see `tagging.py`).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mltag_desktop.core.batch.task import Stretch
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.source import open_bytes

SIZE: Final = 1 << 19
_LONGEST: Final = 32 << 20
_TRIES: Final = 2_000


def stretches(path: Path, start: int, quote: bytes, size: int = SIZE) -> Iterator[Stretch]:
    """Yield the stretches of `path` from byte `start` to its end, each about `size` bytes."""
    with open_bytes(path) as file:
        block, step = b"", size
        while True:
            file.seek(start + len(block))
            data = file.read(step)
            block += data
            if len(data) < step:
                if block:
                    yield Stretch(start, len(block))
                return
            cut = _cut(block, quote)
            if not cut and len(block) >= _LONGEST:
                cut = block.rfind(b"\n") + 1 or len(block)
            if cut:
                yield Stretch(start, cut)
                start += cut
                block = block[cut:]
                step = max(1, size - len(block))
            else:
                step = len(block)


def read_stretch(path: Path, stretch: Stretch) -> bytes:
    """Return the bytes of a stretch; `MltagError` when the file is gone or shorter than it was."""
    with open_bytes(path) as file:
        file.seek(stretch.start)
        found = file.read(stretch.size)
    if len(found) != stretch.size:
        raise MltagError(
            f"{path} changed while it was being read.",
            "Run the command again when the file is no longer changing.",
        )
    return found


def can_be_cut(dialect: Dialect) -> bool:
    """Tell whether line ends and quotes can be found in the bytes of such a table."""
    encoding = dialect.encoding
    if encoding == "utf-8":
        return True
    single = len(bytes(range(256)).decode(encoding, "replace")) == 256
    signs = "\n\r" + dialect.quote
    return single and signs.encode(encoding, "replace") == signs.encode("ascii", "replace")


def _cut(block: bytes, quote: bytes) -> int:
    """Return the end of the last line before which quotes come in pairs, 0 when there is none."""
    end = len(block) - 1
    quotes = block.count(quote) if quote else 0
    stop = len(block)
    for _ in range(_TRIES):
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

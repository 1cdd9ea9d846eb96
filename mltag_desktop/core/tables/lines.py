"""A table's bytes as physical lines, and the lines as text."""

import functools
import io
import itertools
from collections.abc import Sequence


@functools.cache
def unit_width(encoding: str) -> int:
    """Return how many bytes the smallest character takes in `encoding`: 1, 2 or 4."""
    return len("\n".encode(encoding))


def split_lines(block: bytes, encoding: str) -> list[bytes]:
    r"""Cut `block` after each "\n", "\r\n" and lone "\r"; joined, the pieces are `block` again."""
    width = unit_width(encoding)
    if width == 1 and "\n".encode(encoding) == b"\n":
        return block.splitlines(keepends=True)
    feed, back = "\n".encode(encoding), "\r".encode(encoding)
    lines: list[bytes] = []
    start = 0
    while start < len(block):
        end = _find(block, feed, start, width)
        stop = len(block) if end < 0 else end + width
        line = block[start:stop]
        at = line.find(back)
        if at < 0 or (end >= 0 and at == len(line) - 2 * width):
            lines.append(line)
        else:
            lines += _split_at_returns(line, feed, back, width)
        start = stop
    return lines


def decode_lines(block: bytes, lines: Sequence[bytes], encoding: str) -> tuple[list[str], frozenset[int]]:
    """Decode `lines`, which together are `block`.

    Returns the texts and the positions of those lines that hold bytes `encoding` does not know; in their
    texts such bytes stand as U+FFFD.
    """
    try:
        if encoding == "utf-8":
            return list(map(str, lines, itertools.repeat(encoding))), frozenset()
        texts = io.StringIO(block.decode(encoding), newline="").readlines()
        if len(texts) == len(lines):
            return texts, frozenset()
    except UnicodeDecodeError:
        pass
    texts, spoiled = [], set()
    for position, line in enumerate(lines):
        try:
            texts.append(line.decode(encoding))
        except UnicodeDecodeError:
            texts.append(line.decode(encoding, "replace"))
            spoiled.add(position)
    return texts, frozenset(spoiled)


def ends_in_feed(line: bytes, encoding: str) -> bool:
    r"""Tell whether `line` ends in "\n", so that nothing that follows belongs to its line end."""
    return len(line) % unit_width(encoding) == 0 and line.endswith("\n".encode(encoding))


def _find(block: bytes, sign: bytes, start: int, width: int) -> int:
    """Find `sign` at a multiple of `width`; -1 when it is not there."""
    at = block.find(sign, start)
    while at >= 0 and at % width:
        at = block.find(sign, at + 1)
    return at


def _split_at_returns(line: bytes, feed: bytes, back: bytes, width: int) -> list[bytes]:
    pieces: list[bytes] = []
    start = 0
    while (at := _find(line, back, start, width)) >= 0:
        stop = at + width
        if line[stop : stop + width] == feed:
            stop += width
        pieces.append(line[start:stop])
        start = stop
    if start < len(line):
        pieces.append(line[start:])
    return pieces

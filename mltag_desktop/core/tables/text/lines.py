"""Split the bytes of a table into physical lines, and decode the lines."""

import functools
import io
import itertools
from collections.abc import Sequence


@functools.cache
def unit_width(encoding: str) -> int:
    """Return the size of a code unit of `encoding` in bytes: 1, 2 or 4."""
    return len("\n".encode(encoding))


def split_lines(block: bytes, encoding: str) -> list[bytes]:
    r"""Split `block` after each "\n", "\r\n" and lone "\r"; the joined lines are `block`."""
    width = unit_width(encoding)
    if width == 1 and "\n".encode(encoding) == b"\n":
        return block.splitlines(keepends=True)
    feed, back = "\n".encode(encoding), "\r".encode(encoding)
    lines: list[bytes] = []
    start = 0
    while start < len(block):
        end = _find_aligned(block, feed, start, width)
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

    Returns the texts and the positions of lines with bytes that are invalid in `encoding`; these bytes become
    U+FFFD in the text.
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
    r"""Return whether `line` ends in "\n", so that its line end is complete."""
    return len(line) % unit_width(encoding) == 0 and line.endswith("\n".encode(encoding))


def _find_aligned(block: bytes, char: bytes, start: int, width: int) -> int:
    """Return the first position of `char` that is a multiple of `width`, or -1."""
    at = block.find(char, start)
    while at >= 0 and at % width:
        at = block.find(char, at + 1)
    return at


def _split_at_returns(line: bytes, feed: bytes, back: bytes, width: int) -> list[bytes]:
    pieces: list[bytes] = []
    start = 0
    while (at := _find_aligned(line, back, start, width)) >= 0:
        stop = at + width
        if line[stop : stop + width] == feed:
            stop += width
        pieces.append(line[start:stop])
        start = stop
    if start < len(line):
        pieces.append(line[start:])
    return pieces

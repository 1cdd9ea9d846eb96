"""Which texts hold a needle, whatever the case: bytes are searched, many texts at once."""

from bisect import bisect_right
from collections.abc import Sequence

from mltag_desktop.core.workspace.stretches import Stretch


def hits(stretch: Stretch, needle: str) -> list[int]:
    """Return the keys of the values, UTF-8 texts, that hold `needle`, which is casefolded and not empty."""
    if stretch.joined.isascii():
        if not needle.isascii():
            return []
        places = _places(stretch.joined.lower(), stretch.ends.tolist(), needle.encode())
        return [stretch.first + place for place in places]
    if needle not in stretch.joined.decode().casefold():
        return []
    texts = enumerate(stretch.values(), stretch.first)
    return [key for key, text in texts if needle in text.decode().casefold()]


def _places(joined: bytes, ends: Sequence[int], needle: bytes) -> list[int]:
    """Return which texts hold the needle; a hit across two of them is none."""
    found: list[int] = []
    at = joined.find(needle)
    while at >= 0:
        place = bisect_right(ends, at)
        end = ends[place]
        start = ends[place - 1] if place else 0
        if joined.find(needle, start, end) >= 0:
            found.append(place)
        at = joined.find(needle, end)
    return found

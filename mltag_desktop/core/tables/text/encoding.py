"""Encoding detection: byte order mark, then zero bytes of UTF-16/32, then valid UTF-8, then statistics."""

import codecs
import re
import unicodedata
from typing import BinaryIO, Final, NamedTuple

from mltag_desktop.core.tables.text.encoding_codepages import guess_by_statistics

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, because it starts with the UTF-16 mark
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NAMES: Final = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 (little-endian)",
    "utf-16-be": "UTF-16 (big-endian)",
    "utf-32-le": "UTF-32 (little-endian)",
    "utf-32-be": "UTF-32 (big-endian)",
}

_MAGIC: Final = (
    b"\x89PNG",
    b"PK\x03\x04",
    b"%PDF-",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PAR1",
    b"SQLite format 3\0",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"BZh",
    b"\xfd7zXZ\0",
    b"7z\xbc\xaf\x27\x1c",
    b"(\xb5/\xfd",
)
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b\x1a\x1f")
_WINDOW: Final = 1 << 16
_FULLY_SEARCHED: Final = 64 << 20
_WINDOWS: Final = 32


class Guess(NamedTuple):
    """A guessed encoding (Python codec), its byte order mark, the evidence, and whether it is certain."""

    encoding: str
    bom: bytes
    evidence: str
    sure: bool
    ascii_only: bool = False
    others: tuple[str, ...] = ()
    """Other encodings that decode the bytes differently, the likeliest first."""


def guess_encoding(sample: bytes, *, complete: bool, later: bytes = b"") -> Guess | None:
    """Return the encoding of `sample`, the start of a file, or None when it is not text.

    `later` holds non-ASCII lines from later in the file, for files that start with plain ASCII.
    """
    for bom, encoding in BOMS:
        if sample.startswith(bom):
            return Guess(encoding, bom, f"The byte order mark indicates {display_name(encoding)}.", sure=True)
    if sample.startswith(_MAGIC):
        return None
    widest = _utf32_without_bom(sample, complete=complete)
    if widest:
        evidence = f"Three of four bytes are zero, as in {display_name(widest)}."
        return Guess(widest, b"", evidence, sure=True)
    wide = _utf16_without_bom(sample, complete=complete)
    if wide:
        return Guess(wide, b"", f"Every second byte is zero, as in {display_name(wide)}.", sure=True)
    sample += later
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if sample.isascii():
        if controls * 10 > len(sample) * 3:
            return None
        return Guess(
            "utf-8", b"", "Every byte is plain ASCII, read as UTF-8.", sure=complete, ascii_only=True
        )
    good, bad = _count_utf8(sample, complete=complete and not later)
    if good > bad and controls * 10 <= len(sample) * 3:
        evidence = (
            "Every byte is valid UTF-8." if not bad else f"The text is UTF-8 with {bad} invalid places."
        )
        return Guess("utf-8", b"", evidence, sure=not bad)
    if controls * 20 > len(sample):
        return None
    page = guess_by_statistics(sample)
    return Guess(page.encoding, b"", page.evidence, page.sure, others=page.others)


def later_samples(file: BinaryIO) -> bytes:
    """Return lines with non-ASCII bytes from the rest of `file`.

    The first 64 MiB are searched completely, the rest of a larger file in evenly spaced windows.
    """
    scanned = 0
    while block := file.read(1 << 20):
        if not block.isascii():
            return _non_ascii_lines(block)
        scanned += len(block)
        if scanned >= _FULLY_SEARCHED:
            break
    start = file.tell()
    rest = file.seek(0, 2) - start
    for step in range(_WINDOWS if rest > 0 else 0):
        file.seek(start + max(0, rest - _WINDOW) * step // (_WINDOWS - 1))  # the last one ends with the file
        # A window may start in the middle of a character, so its first line is dropped.
        _, *lines = re.split(rb"[\r\n]", file.read(_WINDOW), maxsplit=1)
        if lines and not lines[0].isascii():
            return _non_ascii_lines(lines[0])
    return b""


def display_name(encoding: str) -> str:
    """Return the display name of the codec `encoding`."""
    return NAMES.get(encoding, encoding)


def _non_ascii_lines(block: bytes) -> bytes:
    """Return the lines of `block` with non-ASCII bytes; the last may end in the middle of a character."""
    lines = re.split(rb"[\r\n]+", block)
    return b"\n" + b"\n".join(line for line in lines if not line.isascii())


def _utf32_without_bom(sample: bytes, *, complete: bool) -> str:
    """Return the UTF-32 codec of `sample`, detected by the position of zero bytes, or ""."""
    if len(sample) % 4:
        if complete:
            return ""
        sample = sample[: len(sample) // 4 * 4]
    count = len(sample) // 4
    for encoding, zero, small in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        is_wide = sample[zero::4].count(0) == count and sample[small::4].count(0) * 2 > count
        if count and is_wide and _decodes(sample, encoding, complete=True):
            start = sample[:10_000].decode(encoding, "replace")
            if _reads_like_text(start):
                return encoding
    return ""


def _utf16_without_bom(sample: bytes, *, complete: bool) -> str:
    """Return the UTF-16 codec of `sample`, detected by zero bytes and plausible text, or ""."""
    if len(sample) % 2:
        if complete:
            return ""
        sample = sample[:-1]
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    if sum(zeros) * 50 < len(sample) // 2:
        return ""
    likely = ("utf-16-be", "utf-16-le") if zeros[0] > zeros[1] else ("utf-16-le", "utf-16-be")
    is_plain = max(zeros) * 3 > len(sample) // 2 and min(zeros) * 10 < max(zeros)
    for encoding in likely[:1] if is_plain else likely:
        start = sample[:10_000].decode(encoding, "replace")
        is_text = _reads_like_text(start) and (is_plain or "\n" in start or "\r" in start)
        if is_text and _decodes(sample, encoding, complete=complete):
            return encoding
    return ""


def _reads_like_text(start: str) -> bool:
    """Return whether control, unassigned and private-use characters are at most 1% of `start`."""
    chars = [char for char in start if char not in "\t\n\r"]
    odd = sum(1 for char in chars if unicodedata.category(char) in {"Cc", "Cn", "Co"})
    return odd * 100 <= len(start)


def _decodes(sample: bytes, encoding: str, *, complete: bool) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(sample, complete)
    except UnicodeDecodeError:
        return False
    return True


def _count_utf8(sample: bytes, *, complete: bool) -> tuple[int, int]:
    """Return the number of valid non-ASCII UTF-8 characters and of invalid places.

    The first number is 1 when all of `sample` is valid.
    """
    if _decodes(sample, "utf-8", complete=complete):
        return 1, 0
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample, complete)
    bad = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) - bad, bad

"""Encoding detection: byte order mark, then zero bytes of UTF-16/32, then valid UTF-8, then statistics."""

import codecs
import re
import unicodedata
from collections.abc import Mapping
from typing import BinaryIO, Final, NamedTuple

from mltag_desktop.core.messages import message, message_plural

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
_SEPARATORS_TO_BLANKS: Final = bytes.maketrans(b',;"\0', b"    ")
_INSIDE_WORDS: Final = re.compile(r"(?<=[a-z])[^\x00-\x7f](?=[a-z])")
_EURO_OF_LATIN9: Final = re.compile(
    rb"\d[ \xa0]?\xa4|\xa4[ \xa0]?\d|^\xa4$|[A-Za-z\xc0-\xff][\xa6\xa8\xb4\xb8\xbc-\xbe][A-Za-z\xc0-\xff]"
)
_COMMON: Final = {
    "euc_jis_2004": "euc_jp",
    "euc_jisx0213": "euc_jp",
    "shift_jis_2004": "cp932",
    "shift_jisx0213": "cp932",
    "shift_jis": "cp932",
    "big5hkscs": "big5",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-8": "cp1255",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "koi8-t": "koi8-r",
}
"""Maps rare codecs to the common codec that decodes the same text."""
_MIN_WORDS: Final = 20
_CLEAR_RATIO: Final = 3.0
_MAX_OTHERS: Final = 5


class EncodingGuess(NamedTuple):
    """A guessed encoding (Python codec), its byte order mark, the evidence, and whether it is certain."""

    encoding: str
    bom: bytes
    evidence: str
    sure: bool
    ascii_only: bool = False
    others: tuple[str, ...] = ()
    """Other encodings that decode the bytes differently, the likeliest first."""


def guess_encoding(sample: bytes, *, complete: bool, later: bytes = b"") -> EncodingGuess | None:
    """Return the encoding of `sample`, the start of a file, or None when it is not text.

    `later` holds non-ASCII lines from later in the file, for files that start with plain ASCII.
    """
    for bom, encoding in BOMS:
        if sample.startswith(bom):
            return EncodingGuess(
                encoding,
                bom,
                message("The byte order mark indicates {encoding}.", encoding=display_name(encoding)),
                sure=True,
            )
    if sample.startswith(_MAGIC):
        return None
    if widest := _utf32_without_bom(sample, complete=complete):
        evidence = message("Three of four bytes are zero, as in {widest}.", widest=display_name(widest))
        return EncodingGuess(widest, b"", evidence, sure=True)
    if wide := _utf16_without_bom(sample, complete=complete):
        evidence = message("Every second byte is zero, as in {wide}.", wide=display_name(wide))
        return EncodingGuess(wide, b"", evidence, sure=True)
    sample += later
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if sample.isascii():
        if controls * 10 > len(sample) * 3:
            return None
        return EncodingGuess(
            "utf-8", b"", message("Every byte is plain ASCII, read as UTF-8."), sure=complete, ascii_only=True
        )
    good, bad = _count_utf8(sample, complete=complete and not later)
    if good > bad and controls * 10 <= len(sample) * 3:
        evidence = (
            message("Every byte is valid UTF-8.")
            if not bad
            else message_plural(
                "The text is UTF-8 with {n} invalid place.", "The text is UTF-8 with {n} invalid places.", bad
            )
        )
        return EncodingGuess("utf-8", b"", evidence, sure=not bad)
    if controls * 20 > len(sample):
        return None
    return guess_by_statistics(sample)


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


def guess_by_statistics(sample: bytes) -> EncodingGuess:
    """Guess the code page of `sample` with chardet.

    Only words with non-ASCII bytes are passed on; ASCII words would outweigh them.
    """
    parts = [word for word in sample.translate(_SEPARATORS_TO_BLANKS).split() if not word.isascii()]
    words = b" ".join(parts)[:200_000]
    shares = _shares(words)
    encoding = max(shares, key=lambda name: (not _is_mixed(words, name), shares[name]))
    western = shares.get("cp1252", 0.0) / shares[encoding] if shares[encoding] else 1.0
    if encoding != "cp1252" and _is_more_likely_western(words, encoding, western):
        encoding = "cp1252"
    if (
        encoding == "cp1252"
        and _is_turkish(words)
        and shares.get("cp1254", 0.0) >= 0.9 * shares.get(encoding, 0.0)
    ):
        encoding = "cp1254"
    latin9 = shares.get("iso8859-15", 0.0) >= 0.5 * max(shares.values()) or encoding == "cp1252"
    if latin9 and _can_be_read(words, "cp1252"):
        encoding = "iso8859-15" if _is_latin9(words) else encoding
    text = words.decode(encoding, "replace")
    rivals = [name for name in sorted(shares, key=lambda name: -shares[name]) if name != encoding]
    rivals = [name for name in rivals if words.decode(name, "replace") != text]
    best = max(shares.get(encoding, 0.0), 0.01)
    is_clear = not rivals or best >= _CLEAR_RATIO * shares[rivals[0]]
    sure = is_clear and len(set(parts)) >= _MIN_WORDS
    evidence = _evidence(parts, encoding, rivals)
    return EncodingGuess(encoding, b"", evidence, sure, others=tuple(rivals[:_MAX_OTHERS]))


def _shares(words: bytes) -> Mapping[str, float]:
    """Return the likelihood (0 to 1) of each codec that can decode `words`, or of all if none can."""
    from chardet import EncodingEra, detect_all

    era = EncodingEra.MODERN_WEB | EncodingEra.LEGACY_ISO
    words = b" " + words  # these bytes are from the middle of a file: FF FE is not a UTF-16 byte order mark
    found = detect_all(words, encoding_era=era, compat_names=False, ignore_threshold=True)
    shares: dict[str, float] = {}
    for candidate in found:
        name = candidate["encoding"] or "cp1252"
        common = _COMMON.get(name, name)
        if common != name and words.decode(common, "replace") != words.decode(name, "replace"):
            common = name
        shares[common] = max(candidate["confidence"], shares.get(common, 0.0))
    readable = {name: share for name, share in shares.items() if _can_be_read(words, name)}
    return readable or shares or {"cp1252": 0.0}


def _can_be_read(words: bytes, encoding: str) -> bool:
    """Return whether the codec decodes all bytes, and none to a C1 control character (ISO 6429)."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(words)
    except UnicodeDecodeError:
        return False
    return not any("\x80" <= char <= "\x9f" for char in text)


def _is_latin9(words: bytes) -> bool:
    """Return whether `words` are ISO-8859-15 and not cp1252.

    The signs are a euro sign next to a number, or one of the letters that differ inside a word.
    """
    has_windows = any(0x80 <= byte <= 0x9F for byte in words)
    return not has_windows and any(_EURO_OF_LATIN9.search(word) for word in words.split())


def _is_turkish(words: bytes) -> bool:
    """Return whether `words` are Turkish and not Icelandic.

    Both use the same six bytes, but only Icelandic has the vowels á, é, í, ó, ú and æ.
    """
    return any(byte in words for byte in b"\xd0\xdd\xde\xf0\xfd\xfe") and not any(
        byte in words for byte in b"\xe1\xe9\xed\xf3\xfa\xe6"
    )


def _evidence(parts: list[bytes], encoding: str, rivals: list[str]) -> str:
    """Return the evidence for `encoding`, with a word that the likeliest rival decodes differently."""
    word, other = parts[0], ""
    if rivals:
        both = ((part, part.decode(rivals[0], "replace")) for part in parts)
        word, other = next(
            (pair for pair in both if pair[1] != pair[0].decode(encoding, "replace")), (word, "")
        )
    example = word.decode(encoding, "replace")[:30]
    if not other:
        return message(
            "The file is not UTF-8; its non-ASCII letters look like {encoding}, as in “{example}”.",
            encoding=encoding,
            example=example,
        )
    return message(
        "The file is not UTF-8; its non-ASCII letters look like {encoding}, as in “{example}” "
        "({rivals} would read “{other}”).",
        encoding=encoding,
        example=example,
        rivals=rivals[0],
        other=other[:30],
    )


def _is_more_likely_western(words: bytes, encoding: str, western: float) -> bool:
    """Return whether `words` are cp1252 although the statistics favour `encoding`.

    This is the case when both decode to the same text, when cp1252 is nearly as likely (`western` is the
    ratio; tables in cp1250, cp1254 and cp1257 stay below 0.6), when there are too few different bytes to
    decide, and when `encoding` would mix alphabets inside most words.
    """
    try:
        text = words.decode("cp1252")
    except UnicodeDecodeError:
        return False
    other = words.decode(encoding, "replace")
    if other == text:
        return True
    inside = _INSIDE_WORDS.findall(text)
    if sum(char.isalpha() or char in "’–" for char in inside) < 0.95 * len(inside):
        return False
    few = len({byte for byte in words if byte >= 0x80}) <= 2
    return western >= 0.65 or few or _is_mixed(words, encoding)


def _is_mixed(words: bytes, encoding: str) -> bool:
    """Return whether decoding with `encoding` mixes alphabets inside most words."""
    text = words.decode(encoding, "replace")
    parts = [word for word in text.split() if any(char.isalpha() and not char.isascii() for char in word)]
    return sum(map(_mixes_alphabets, parts)) * 2 > len(parts)


def _mixes_alphabets(word: str) -> bool:
    """Return whether `word` contains both ASCII letters and letters of a non-Latin alphabet."""
    ascii_letters = any(char.isascii() and char.isalpha() for char in word)
    return ascii_letters and any(
        char.isalpha() and not unicodedata.name(char, "").startswith("LATIN")
        for char in word
        if not char.isascii()
    )

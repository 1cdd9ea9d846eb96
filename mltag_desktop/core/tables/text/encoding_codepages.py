"""Guess the code page of bytes that are not Unicode: chardet's statistics plus rules where they fail."""

import codecs
import re
import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

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


class CodePage(NamedTuple):
    """A guessed Python codec, the evidence for it, whether it is clear, and other likely codecs."""

    encoding: str
    evidence: str
    sure: bool
    others: tuple[str, ...]


def guess_by_statistics(sample: bytes) -> CodePage:
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
    return CodePage(encoding, _evidence(parts, encoding, rivals), sure, tuple(rivals[:_MAX_OTHERS]))


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
    evidence = f"The file is not UTF-8; its non-ASCII letters look like {encoding}, as in “{example}”"
    return f"{evidence} ({rivals[0]} would read “{other[:30]}”)." if other else f"{evidence}."


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

"""Which code page bytes are in that are no Unicode: statistics, and what they cannot know."""

import codecs
import re
import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

_PARTED: Final = bytes.maketrans(b',;"\0', b"    ")
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
"""Codecs in the common form that reads the same."""
_ENOUGH_WORDS: Final = 20
_CLEAR: Final = 3.0
_OTHERS: Final = 5


class CodePage(NamedTuple):
    """A Python codec, why it is taken, whether nothing else is likely, and what else might be."""

    encoding: str
    evidence: str
    sure: bool
    others: tuple[str, ...]


def guess_by_statistics(sample: bytes) -> CodePage:
    """Ask chardet, about the words beyond ASCII only: the others would drown them."""
    parts = [word for word in sample.translate(_PARTED).split() if not word.isascii()]
    words = b" ".join(parts)[:200_000]
    shares = _shares(words)
    encoding = max(shares, key=lambda name: (not _is_mixed(words, name), shares[name]))
    western = shares.get("cp1252", 0.0) / shares[encoding] if shares[encoding] else 1.0
    if encoding != "cp1252" and _is_rather_western(words, encoding, western):
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
    is_clear = not rivals or best >= _CLEAR * shares[rivals[0]]
    sure = is_clear and len(set(parts)) >= _ENOUGH_WORDS
    return CodePage(encoding, _evidence(parts, encoding, rivals), sure, tuple(rivals[:_OTHERS]))


def _shares(words: bytes) -> Mapping[str, float]:
    """Return how likely each codec is; those that cannot read `words` only where none can."""
    from chardet import EncodingEra, detect_all

    era = EncodingEra.MODERN_WEB | EncodingEra.LEGACY_ISO
    words = b" " + words  # bytes amid a file are no mark at its start, FF FE no sign of UTF-16
    found = detect_all(words, encoding_era=era, compat_names=False, ignore_threshold=True)
    shares: dict[str, float] = {}
    for each in found:
        name = each["encoding"] or "cp1252"
        common = _COMMON.get(name, name)
        if common != name and words.decode(common, "replace") != words.decode(name, "replace"):
            common = name
        shares[common] = max(each["confidence"], shares.get(common, 0.0))
    readable = {name: share for name, share in shares.items() if _can_be_read(words, name)}
    return readable or shares or {"cp1252": 0.0}


def _can_be_read(words: bytes, encoding: str) -> bool:
    """Tell whether all is known to the codec, and nothing is a control sign of ISO 6429."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(words)
    except UnicodeDecodeError:
        return False
    return not any("\x80" <= sign <= "\x9f" for sign in text)


def _is_latin9(words: bytes) -> bool:
    """Tell ISO-8859-15 from cp1252: by its euro sign beside a number, and its letters within words."""
    has_windows = any(0x80 <= byte <= 0x9F for byte in words)
    return not has_windows and any(_EURO_OF_LATIN9.search(word) for word in words.split())


def _is_turkish(words: bytes) -> bool:
    """Tell Turkish from Icelandic, which share six bytes: by the vowels that Turkish has not."""
    return any(byte in words for byte in b"\xd0\xdd\xde\xf0\xfd\xfe") and not any(
        byte in words for byte in b"\xe1\xe9\xed\xf3\xfa\xe6"
    )


def _evidence(parts: list[bytes], encoding: str, rivals: list[str]) -> str:
    """Say what the codec is taken for, with a word in which the likeliest rival reads otherwise."""
    word, other = parts[0], ""
    if rivals:
        both = ((each, each.decode(rivals[0], "replace")) for each in parts)
        word, other = next(
            (pair for pair in both if pair[1] != pair[0].decode(encoding, "replace")), (word, "")
        )
    example = word.decode(encoding, "replace")[:30]
    said = f"The file is not UTF-8; its non-ASCII letters look like {encoding}, as in “{example}”"
    return f"{said} ({rivals[0]} would read “{other[:30]}”)." if other else f"{said}."


def _is_rather_western(words: bytes, encoding: str, western: float) -> bool:
    """Tell whether `words` are cp1252 although statistics say `encoding`.

    So it is when both read the same, when cp1252 is nearly as likely (`western` is the ratio; tables in
    cp1250, cp1254 and cp1257 stay below 0.6), when there is too little to judge by, and when `encoding`
    would mix alphabets inside most words.
    """
    try:
        text = words.decode("cp1252")
    except UnicodeDecodeError:
        return False
    other = words.decode(encoding, "replace")
    if other == text:
        return True
    inside = _INSIDE_WORDS.findall(text)
    if sum(sign.isalpha() or sign in "’–" for sign in inside) < 0.95 * len(inside):
        return False
    few = len({byte for byte in words if byte >= 0x80}) <= 2
    return western >= 0.65 or few or _is_mixed(words, encoding)


def _is_mixed(words: bytes, encoding: str) -> bool:
    """Tell whether `encoding` would mix alphabets inside most words."""
    text = words.decode(encoding, "replace")
    parts = [word for word in text.split() if any(sign.isalpha() and not sign.isascii() for sign in word)]
    return sum(map(_mixes_alphabets, parts)) * 2 > len(parts)


def _mixes_alphabets(word: str) -> bool:
    """Tell whether ASCII letters and letters of another alphabet stand in one word."""
    ascii_letters = any(sign.isascii() and sign.isalpha() for sign in word)
    return ascii_letters and any(
        sign.isalpha() and not unicodedata.name(sign, "").startswith("LATIN")
        for sign in word
        if not sign.isascii()
    )

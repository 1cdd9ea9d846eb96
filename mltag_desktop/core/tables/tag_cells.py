"""Cells that hold one tag or several: separated by a sign, or as a JSON list."""

import csv
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import Final

SINGLE: Final = ""
"""The form of cells that hold one tag each."""
JSON: Final = "json"
SEPARATORS: Final = (";", "|", ",")
_DECIMAL: Final = re.compile(r"[-+]?(\d+)(?:,(\d+))?")
_QUARTERS: Final = {"0", "00", "25", "5", "50", "75"}
_LISTS_SHARE: Final = 0.9
_SHORTEST_STEM: Final = 4
_LONGEST_ENDING: Final = 2
_SHORTEST_MISSPELLED: Final = 7
"""Number of letters from which one letter seldom makes another word, as it does in "Gambia" and "Zambia"."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORD_BREAKS: Final = re.compile(r"(?<=[^\W_])[\s_-]+(?=[^\W_])")
"""Signs between two words: at the start or end they tell tags apart, such as -1 and 1, A- and A."""
_SLASH: Final = re.compile(r"(?<=\S)\s*/\s*(?=\S)")
_ABBREVIATION: Final = re.compile(
    r"(?<![^\W_])[^\W\d_](?:\.\s?[^\W\d_])+\.?(?![^\W_])|^[^\W\d_](?:\s[^\W\d_]){2,}$"
)
"""Single letters with points between them, or nothing but three or more single letters."""
_SIGNS: Final = re.compile(r"[\s.]")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_WRITTEN_UMLAUT: Final = re.compile("([aou])e")
_LAST_POINT: Final = re.compile(r"(?<=[^\W\d_])\.$")


def recognised_form(cells: Iterable[str] | Mapping[str, int]) -> str:
    """Return how cells hold several tags; a separator counts only if its parts repeat more than the cells.

    A mapping has the number of records of each cell.
    """
    filled: Counter[str] = Counter()
    for cell, count in Counter(cells).items():
        filled[cell.strip()] += count
    del filled[""]
    if not filled:
        return SINGLE
    lists = sum(count for cell, count in filled.items() if _json_list(cell) is not None)
    if lists >= _LISTS_SHARE * filled.total():
        return JSON
    whole = len({spelling_key(cell) for cell in filled})
    for separator in SEPARATORS:
        if not any(separator in cell for cell in filled):
            continue
        parts = {spelling_key(part) for cell in filled for part in split_cell(cell, separator)}
        is_sure = separator != "," or (len(parts) * 2 <= whole and not _are_decimals(filled))
        if len(parts) < whole and is_sure:
            return separator
    return SINGLE


def _are_decimals(cells: Iterable[str]) -> bool:
    """Return whether cells such as 1,25 are numbers with a decimal comma, and no lists of the tags 1 and 25.

    A list has no tag twice and none with a zero in front, and its second tags are not just quarters.
    """
    found = [_DECIMAL.fullmatch(cell) for cell in cells]
    pairs = [(match[1], match[2]) for match in found if match and match[2]]
    return all(found) and (
        any(whole == part or (part.startswith("0") and len(part) > 1) for whole, part in pairs)
        or {part for _, part in pairs} <= _QUARTERS
    )


def split_cell(cell: str, form: str) -> tuple[str, ...]:
    """Return the tags of a cell, the main tag first."""
    cell = cell.strip()
    if not cell:
        return ()
    if form == JSON:
        found = _json_list(cell)
        parts: Sequence[str] = [cell] if found is None else found
    elif form == SINGLE:
        parts = [cell]
    elif form == ",":
        parts = next(csv.reader([" ".join(cell.split())], skipinitialspace=True))
    else:
        parts = cell.split(form)
    names = (" ".join(part.split()) for part in parts)
    return tuple(dict.fromkeys(name for name in names if name))


def joined_cell(tags: Sequence[str], form: str, blank: str = "") -> str:
    """Return tags as a cell in this form, with `blank` after a separator; the inverse of `split_cell`."""
    if form == JSON:
        return json.dumps(list(tags), ensure_ascii=False)
    if form == ",":
        return f",{blank}".join(f'"{tag}"' if "," in tag else tag for tag in tags)
    return f"{form}{blank}".join(tags) if form else (tags[0] if tags else "")


def list_style(rows: Iterable[Sequence[str]], tags: Iterable[str]) -> tuple[str, str]:
    """Return form and blank for `joined_cell`, as in the column of `rows` that lists `tags`; else "; "."""
    known = set(map(spelling_key, tags))
    for cells in zip_longest(*rows, fillvalue=""):
        form = recognised_form(cells)
        parts = [spelling_key(part) for cell in cells for part in split_cell(cell, form)]
        if form != SINGLE and 2 * sum(part in known for part in parts) > len(parts):
            if form == JSON:
                return form, ""
            found = Counter(re.findall(rf"( ?){re.escape(form)}( ?)", "\n".join(cells)))
            before, after = found.most_common(1)[0][0]
            return f"{before if form != ',' else ''}{form}", after
    return ";", " "


def spelling_key(name: str) -> str:
    """Return what the spellings of a tag share.

    Case, the signs between words, blanks around the slash of a group, the points of abbreviations and one at
    the end tell no tags apart.
    """
    key = _WORD_BREAKS.sub(" ", unicodedata.normalize("NFKC", name).casefold()).strip()
    key = _SLASH.sub("/", key)
    if "." in key or " " in key:
        key = _ABBREVIATION.sub(lambda found: _SIGNS.sub("", found[0]), _LAST_POINT.sub("", key))
        key = _WORD_BREAKS.sub(" ", key)  # a sign after a removed point is between two words now
    return key or name


def same_names(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return groups of names that differ only in their spelling, such as "Refund" and "refund", in order."""
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        groups.setdefault(spelling_key(name), []).append(name)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def near_names(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return pairs of names that are nearly the same.

    They differ in accents or umlauts, such as "Rücksendung" and "Ruecksendung", in one or two letters at the
    end, such as "game" and "games", or in a long word by one letter or two swapped ones, such as "Computing"
    and "Computng".
    """
    ordered = sorted((_without_accents(spelling_key(name)), name) for name in names)
    ends = [
        (name, longer)
        for (key, name), (longer_key, longer) in pairwise(ordered)
        if (key == longer_key and spelling_key(name) != spelling_key(longer))
        or (
            longer_key.startswith(key)
            and _SHORTEST_STEM <= len(key) >= len(longer_key) - _LONGEST_ENDING
            and longer_key[len(key) :].isalpha()
            and key[-1].isalpha()
        )
    ]
    by_pattern: dict[str, list[tuple[str, str]]] = {}
    for key, name in ordered:
        for pattern in _without_one_letter(key):
            by_pattern.setdefault(pattern, []).append((key, name))
    typos = (
        (name, other)
        for alike in by_pattern.values()
        for (key, name), (other_key, other) in pairwise(alike)
        if key != other_key
    )
    return list(dict.fromkeys([*ends, *typos]))


def _without_one_letter(key: str) -> set[str]:
    """Return the key and its forms without one letter of a long word; misspellings have one in common."""
    return {key} | {
        key[:place] + key[place + 1 :]
        for word in _WORD.finditer(key)
        if word.end() - word.start() >= _SHORTEST_MISSPELLED
        for place in range(*word.span())
    }


def _without_accents(key: str) -> str:
    letters = _ACCENTS.sub("", unicodedata.normalize("NFD", key))
    return unicodedata.normalize("NFC", _WRITTEN_UMLAUT.sub(r"\1", letters))


def _json_list(cell: str) -> list[str] | None:
    if not (cell.startswith("[") and cell.endswith("]")):
        return None
    try:
        found = json.loads(cell)
    except ValueError:
        try:
            found = json.loads(cell.replace("'", '"'))  # a list as Python prints it
        except ValueError:
            return None
    return [str(part) for part in found] if all(isinstance(part, str) for part in found) else None

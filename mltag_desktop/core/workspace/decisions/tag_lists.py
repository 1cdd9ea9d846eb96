"""Lists of tags as text, and the groups that their names form.

Lists of tags as text: names, names with definitions, or a CSV with a header.

Groups of tags: tags whose names start with the same part and a slash, such as `billing/refund`.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.tag_cells import spelling_key
from mltag_desktop.core.workspace.types import TagInfo

MOST_TAGS: Final = 2_000
"""Largest number of tags in a list; a longer one is probably not a list of tags."""
LONGEST_NAME: Final = 200
_BULLET: Final = re.compile(r"^\s*(?:[-*•·]|\d{1,4}[.)])\s+")
_COLON: Final = re.compile(r"\s*[:：]\s+")
_CLOSE_COLON: Final = re.compile(r"(?<![:：])\s*(?:(?<!\d)[:：]|[:：](?!\d))(?![:/])\s*")
"""A colon without a space; those of 10:30, std::vector and https:// are none."""
_DASH: Final = re.compile(r"\s+[–—-]\s+")
_FEWEST_WORDS: Final = 2.5
"""Smallest mean number of words in definitions; with fewer, they are names too."""
_FEWEST_OF_MANY: Final = 1.5
"""The same for three or more lines with a tab or a colon; one word, as in “C++: templates”, is too little."""
_WORDS: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_COMMA: Final = re.compile(r"[,，、]")
_HEADINGS: Final = {
    "name": (
        "tag", "name", "label", "class", "category", "intent",
        "schlagwort", "kategorie", "thema", "étiquette", "etiquette", "nom", "catégorie", "thème",
    ),
    "description": (
        "description", "definition", "guideline", "meaning",
        "beschreibung", "richtlinie", "bedeutung", "définition", "consigne", "signification",
    ),
    "examples": ("examples", "example", "beispiele", "beispiel", "exemples", "exemple"),
    "keywords": (
        "keywords", "keyword", "must have", "must_have", "include",
        "schlüsselwörter", "stichwörter", "muss enthalten", "mots-clés", "mots clés", "doit contenir",
    ),
    "excluded_keywords": (
        "excluded_keywords", "excluded keywords", "must not have", "must_not_have", "exclude",
        "darf nicht enthalten", "ne doit pas contenir",
    ),
    "key": ("key", "taste", "touche"),
    "short": ("short", "short name", "short_name", "kurzer name", "nom court"),
}  # fmt: skip
_PLURAL: Final = frozenset({"examples", "keywords", "excluded_keywords"})


@dataclass(frozen=True)
class ParsedTagList:
    """The tags of a text, and how often names came again."""

    tags: tuple[TagInfo, ...]
    """Without looks: `tag_infos` or `with_added` assigns symbol and colour."""
    repeated: int = 0
    """Number of names that occurred before, also in another spelling; the first one counts."""


def parse_tag_list(text: str) -> ParsedTagList:
    """Read a list of tags.

    A header with the column `tag` makes it a CSV with optional columns (description, examples, keywords, must
    not have, key), also in German or French. If a tab, semicolon, colon or dash divides each line into a name
    and a definition of several words, these are read; a cell of a definition may be empty. Two words are
    enough in three or more lines, and so are lists with commas. Otherwise each line is a name, or several
    with commas, semicolons or tabs between them.
    Raises `MltagError` for a text without a name, with more than `MOST_TAGS` names or with a very long one.
    """
    lines = [line for line in text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}").splitlines() if line.strip()]
    if not lines:
        raise MltagError("The list has no names.", "Enter one name per line.")
    read = (
        _table(lines)
        or _defined(lines)
        or [TagInfo(name, "", "", 0) for line in lines for name in _names(line)]
    )
    found: dict[str, TagInfo] = {}
    for tag in read:
        if tag.name:
            found.setdefault(spelling_key(tag.name), tag)
    if not found:
        raise MltagError("The list has no names.", "Enter one name per line.")
    long = next((tag.name for tag in found.values() if len(tag.name) > LONGEST_NAME), None)
    if long is not None:
        raise MltagError(
            message("The name “{start}…” has {count:,} characters.", start=long[:40], count=len(long)),
            message("A name has at most {most} characters.", most=LONGEST_NAME),
        )
    if len(found) > MOST_TAGS:
        raise MltagError(
            message("The list has {count:,} different names.", count=len(found)),
            message("A tag set has at most {most:,} tags; check that these are tags.", most=MOST_TAGS),
        )
    return ParsedTagList(tuple(found.values()), sum(bool(tag.name) for tag in read) - len(found))


def with_added(tags: Sequence[TagInfo], added: Iterable[TagInfo]) -> tuple[TagInfo, ...]:
    """Return the tags followed by new ones, for `TagSet.set`, which assigns looks.

    A name that exists, also as an earlier name, is not added; its tag takes over what it does not have yet.
    """
    result: dict[str, TagInfo] = {tag.name: tag for tag in tags}
    aliases = {alias: tag.name for tag in tags for alias in tag.aliases}
    keys = {tag.key.casefold() for tag in tags if tag.key}
    for tag in added:
        new = replace(tag, key="") if tag.key.casefold() in keys else tag
        keys.add(new.key.casefold())
        known = result.get(aliases.get(tag.name, tag.name))
        if known is None:
            result[new.name] = new
            continue
        taken = {name: getattr(known, name) or getattr(new, name) for name in _HEADINGS if name != "name"}
        result[known.name] = replace(known, **taken)
    return tuple(result.values())


def separated(cell: str) -> tuple[str, ...]:
    """Split a cell with several words or phrases at its semicolons, bars or lines; without these, commas."""
    parts = re.split(r"[;|\n]", cell) if re.search(r"[;|\n]", cell) else cell.split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _table(lines: Sequence[str]) -> list[TagInfo]:
    """Return the tags of a CSV with a header; empty if the first line is no header."""
    delimiter = max(",;\t", key=lines[0].count)
    rows = list(csv.reader([f"{line}\n" for line in lines], delimiter=delimiter))
    columns: dict[str, int] = {}
    for place, heading in enumerate(rows[0]):
        known = heading.strip().casefold()
        column = next((column for column, names in _HEADINGS.items() if known in names), None)
        if column is not None:
            columns.setdefault(column, place)
    if "name" not in columns or len(rows) < 2 or (len(rows[0]) > 1 and len(columns) < 2):
        return []
    return [_tag_of(row, columns) for row in rows[1:]]


def _tag_of(row: Sequence[str], columns: dict[str, int]) -> TagInfo:
    cells = {name: row[place].strip() if place < len(row) else "" for name, place in columns.items()}
    several = {name: separated(cells.get(name, "")) for name in _PLURAL}
    key = cells.get("key", "")
    return TagInfo(
        name=" ".join(cells["name"].split()),
        short=cells.get("short", ""),
        sign="",
        colour=0,
        description=cells.get("description", ""),
        key=key.upper() if len(key) == 1 and key.isalpha() else "",
        **several,
    )


def _defined(lines: Sequence[str]) -> list[TagInfo]:
    """Return the tags of lines with a name and its definition each; empty for other lists."""
    for pairs, may_be_short in _pairs([_BULLET.sub("", line) for line in lines]):
        if len(pairs) < 2 or any(len(pair) != 2 or not pair[0].strip() for pair in pairs):
            continue
        names = [" ".join(name.split()) for name, _ in pairs]
        definitions = [definition.strip() for _, definition in pairs]
        is_unique = len({spelling_key(name) for name in names}) == len(names)
        if is_unique and _define(definitions, may_be_short=may_be_short):
            described = zip(names, definitions, strict=True)
            return [TagInfo(name, "", "", 0, description=definition) for name, definition in described]
    return []


def _define(texts: Sequence[str], *, may_be_short: bool) -> bool:
    """Return whether texts after names are definitions, by their length or because most list something."""
    mean = sum(map(_words, texts)) / len(texts)
    listing = sum(bool(_COMMA.search(text)) for text in texts)
    return mean >= _FEWEST_WORDS or (
        may_be_short and ((len(texts) > 2 and mean >= _FEWEST_OF_MANY) or 2 * listing > len(texts))
    )


def _words(text: str) -> float:
    """Return the number of words; three characters of Chinese or Japanese count as one."""
    found = _WORDS.findall(text)
    return sum(1 / 3 if "\u3040" <= word[0] <= "\u9fff" else 1 for word in found)


def _pairs(lines: Sequence[str]) -> Iterator[tuple[list[list[str]], bool]]:
    """Yield all lines divided in two in one way after the other, and whether definitions may be short.

    A line may have more or fewer parts.
    """
    for delimiter in "\t;":
        rows = csv.reader([f"{line}\n" for line in lines], delimiter=delimiter)
        yield [row if any(row[2:]) else row[:2] for row in rows], delimiter == "\t"
    for separator in (_COLON, _CLOSE_COLON, _DASH):
        yield [separator.split(line.strip(), maxsplit=1) for line in lines], separator is not _DASH


def _names(line: str) -> list[str]:
    line = _BULLET.sub("", line)
    delimiter = "\t" if "\t" in line else ";" if ";" in line else ","
    [names] = csv.reader([line], delimiter=delimiter, skipinitialspace=True) or [[]]
    return [" ".join(name.split()).strip(" ,;") for name in names]


SEPARATOR: Final = "/"
_INDENT: Final = "\N{EM SPACE}\N{EM SPACE}"
_FEWEST: Final = 2
"""Tags from which a part of their names is a group: TCP/IP alone is no group."""


def groups_of(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the tags of each group, in the order of `names`; a group is called `billing/`.

    A group in another one, such as `billing/card/`, follows it.
    """
    found: dict[str, list[str]] = {}
    for name in names:
        parts = name.split(SEPARATOR)
        for depth in range(1, len(parts)):
            group = SEPARATOR.join(parts[:depth]) + SEPARATOR
            if all(part.strip() for part in parts):
                found.setdefault(group, []).append(name)
    return {group: tuple(tags) for group, tags in found.items() if len(tags) >= _FEWEST}


def indented(names: Sequence[str]) -> list[str]:
    """Return the names as lines of a tree: without the group, indented, below another tag of that group.

    The order stays, so tags of a group that are apart are shown by their whole names.
    """
    known = groups_of(names)
    lines, before = [], ""
    for name in names:
        group = max((group for group in known if name.startswith(group)), key=len, default="")
        is_below = group != "" and before.startswith(group)
        lines.append(_INDENT + name_in_group(name, group) if is_below else name)
        before = name
    return lines


def name_in_group(name: str, group: str) -> str:
    """Return a tag's name without the group that it is listed below; whole if nothing else is in it."""
    return name.removeprefix(group).lstrip() or name

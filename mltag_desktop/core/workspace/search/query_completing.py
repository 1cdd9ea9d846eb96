"""What could stand at the cursor of the search line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.workspace.search.query import IS_WORDS, quoted
from mltag_desktop.core.workspace.types import TagInfo

_MOST: Final = 12
_UNDER_CURSOR: Final = re.compile(r'-?(?:"[^"]*"|[^\s"])*(?:"[^"]*)?$')


@dataclass(frozen=True)
class Completion:
    """Text to put in place of `line[start:end]`, and what it means."""

    text: str
    words: str
    start: int
    end: int


def completions(
    line: str,
    cursor: int,
    tags: Sequence[TagInfo],
    columns: Sequence[str],
    values: Mapping[str, Sequence[str]],
) -> list[Completion]:
    """Return what could stand at the cursor; `values` are those of the columns that have few."""
    found = _UNDER_CURSOR.search(line[:cursor])
    typed = found.group() if found else ""
    start = cursor - len(typed)
    minus = "-" if typed.startswith("-") else ""
    word = typed.removeprefix("-").casefold()
    if not word:
        return []
    made = [
        Completion(minus + text, words, start, cursor)
        for text, words in _candidates(tags, columns, values)
        if _begins(text, word) and text.casefold() != word
    ]
    return made[:_MOST]


def _begins(text: str, word: str) -> bool:
    """Whether a candidate goes on as typed; a value is offered once its key is written."""
    plain, bare = text.casefold().replace('"', ""), word.replace('"', "")
    has_value = not text.endswith((":", "<", "="))
    if has_value and not re.search(r"[:=<]", bare):
        return False
    return plain.startswith(bare)


def _candidates(
    tags: Sequence[TagInfo], columns: Sequence[str], values: Mapping[str, Sequence[str]]
) -> list[tuple[str, str]]:
    made = [("tag:", "displayed tag"), ("is:", "record status")]
    made.append(("confidence<", "model confidence"))
    made += [(f"{quoted(name)}:", f"column {name}") for name in columns]
    made += [(f"tag:{quoted(tag.name)}", tag.short) for tag in tags]
    made += [(f"is:{word}", "") for word in IS_WORDS]
    for name, some in values.items():
        made += [(f"{quoted(name)}:{quoted(value)}", "") for value in some]
    return made

"""Groups of tags: tags whose names start with the same part and a slash, such as `billing/refund`."""

from collections.abc import Iterable, Sequence
from typing import Final

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

"""The rule which key sets which tag; every view asks it, so that a key means the same everywhere.

- A tag may have its own letter.
- Up to nine tags: the digits follow the order of the tag set.
- More tags: the digits choose among the nine likeliest tags of the current record, or, if the keys are fixed
  by the setting, the first nine of the tag set.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.state.actions import keys_of
from mltag_desktop.gui.state.commands import COMMANDS, MOST_TAG_KEYS

if TYPE_CHECKING:  # it imports numpy, which is loaded after the first paint
    from mltag_desktop.core.workspace.types import TagInfo

MOST_RECENT: Final = 5
"""Number of recently used tags that follow the likeliest ones in lists."""


class TagKeys:
    """The keys that set tags, and the order in which tags are listed.

    Attributes: `fixed` keeps the digits on the first nine tags of the tag set; `recent` are the tags that
    were set last, newest first.
    """

    def __init__(self) -> None:
        self.fixed = False
        self.recent: tuple[str, ...] = ()

    def note_use(self, tag: str) -> None:
        """Remember that `tag` was set."""
        self.recent = (tag, *(name for name in self.recent if name != tag))[:MOST_RECENT]

    def follows_record(self, tags: "Sequence[TagInfo]") -> bool:
        """Return whether the digits depend on the current record."""
        return len(tags) > MOST_TAG_KEYS and not self.fixed

    def order(
        self, tags: "Sequence[TagInfo]", probabilities: Mapping[str, float] | None = None
    ) -> "list[TagInfo]":
        """Return the tags in the order of a list: with digits first, then recently used, then the others."""
        if not self.follows_record(tags):
            return list(tags)
        by_probability = list(tags)
        if probabilities:
            by_probability.sort(key=lambda tag: -probabilities.get(tag.name, 0.0))
        first, rest = by_probability[:MOST_TAG_KEYS], by_probability[MOST_TAG_KEYS:]
        place = {name: number for number, name in enumerate(self.recent)}
        recent = sorted((tag for tag in rest if tag.name in place), key=lambda tag: place[tag.name])
        return [*first, *recent, *(tag for tag in rest if tag.name not in place)]

    def by_digit(
        self, tags: "Sequence[TagInfo]", probabilities: Mapping[str, float] | None = None
    ) -> "list[TagInfo]":
        """Return the tags of the digits 1 to 9, in this order."""
        return self.order(tags, probabilities)[:MOST_TAG_KEYS]

    def shown(
        self, tags: "Sequence[TagInfo]", probabilities: Mapping[str, float] | None = None
    ) -> dict[str, str]:
        """Return what is shown beside each tag that has a key: its digit, its letter or both.

        Without `probabilities`, digits that depend on the record are left out.
        """
        keys = {tag.name: tag.key.upper() for tag in tags if tag.key}
        if probabilities is None and self.follows_record(tags):
            return keys
        for number, tag in enumerate(self.by_digit(tags, probabilities), start=1):
            keys[tag.name] = f"{number} {keys[tag.name]}" if tag.name in keys else str(number)
        return keys


def letter_refusal(key: str, tag: str, tags: "Iterable[TagInfo]", changed: Mapping[str, str]) -> str:
    """Return why `tag` cannot have this letter as its key; empty if it can.

    `changed` are the shortcuts that the user changed.
    """
    if len(key) != 1 or not key.isalpha():
        return tr("A tag's key is one letter.")
    wanted = QKeySequence(key.upper())
    for command in COMMANDS:
        if any(wanted == QKeySequence(keys) for keys in keys_of(command, changed).split()):
            return tr("This key is already used by {name}.", name=command.name.rstrip("…"))
    other = next((one.name for one in tags if one.name != tag and one.key.casefold() == key.casefold()), None)
    return tr("This key is already used by {name}.", name=other) if other else ""

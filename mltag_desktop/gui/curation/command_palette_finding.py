"""Which commands fit what was typed, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mltag_desktop.gui.state.commands import Command


@dataclass(frozen=True)
class Found:
    """A command that fits, and how it is called at present."""

    command: Command
    words: str


def fitting(typed: str, commands: Iterable[tuple[Command, str]]) -> list[Found]:
    """Return the commands whose words begin as typed, then those that hold its letters in turn."""
    wanted = typed.casefold().split()
    ranked = []
    for place, (command, words) in enumerate(commands):
        rank = _rank(wanted, f"{words} {command.menu_name} {command.tip}".casefold(), words.casefold())
        if rank is not None:
            ranked.append((rank, place, Found(command, words)))
    return [found for _, _, found in sorted(ranked, key=lambda each: each[:2])]


def _rank(wanted: Sequence[str], text: str, name: str) -> int | None:
    """0 when the name begins so, 1 for beginnings of its words, 2 of other words, 3 for letters in turn."""
    if not wanted or name.startswith(" ".join(wanted)):
        return 0
    for rank, words in ((1, name.split()), (2, text.split())):
        if all(any(word.startswith(part) for word in words) for part in wanted):
            return rank
    letters = iter(name)
    return 3 if all(sign in letters for sign in "".join(wanted)) else None

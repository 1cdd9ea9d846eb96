"""What the command palette offers to do with tags, by their names."""

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence

from mltag_desktop.gui.curation.command_palette import PaletteEntry
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.state.commands import MOST_TAG_KEYS, Command

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application

BY_KEY: Final = frozenset(f"{verb}_{n}" for n in range(1, MOST_TAG_KEYS + 1) for verb in ("tag", "also"))
"""The commands that stand for the same, by place."""
_SET: Final = "set:"
_FURTHER: Final = "further:"


def tag_commands(program: "Application") -> list[PaletteEntry]:
    """Offer to set each tag, and to add it beside the main one or take it off, for what is selected."""
    workspace = program.session.workspace
    rows = program.page.table.selected_rows()
    if workspace is None or workspace.read_only or not len(rows):
        return []
    keyed = {program.curating.tag_at(key): key for key in range(1, MOST_TAG_KEYS + 1)}
    further = set.intersection(*(set(workspace.decisions.further_tags(int(row))) for row in rows[:1000]))
    offers = []
    for tag in workspace.tag_set.tags:
        key = keyed.get(tag.name)
        also = tr("Remove the additional tag {name}") if tag.name in further else tr("Also tag as {name}")
        for name, text, verb in (
            (f"{_SET}{tag.name}", tr("Tag as {name}", name=tag.name), "tag"),
            (f"{_FURTHER}{tag.name}", also.format(name=tag.name), "also"),
        ):
            keys = _keys(program.actions[f"{verb}_{key}"]) if key else ""
            offers.append(PaletteEntry(Command(name, text, "", "Tag", tip=tag.description), keys))
    return offers


def run_tag_command(program: "Application", name: str) -> bool:
    """Do what was offered by this name; False when it is no offer."""
    if name.startswith(_SET):
        program.deciding.decide(name.removeprefix(_SET))
        return True
    if name.startswith(_FURTHER):
        program.deciding.also(name.removeprefix(_FURTHER))
        return True
    return False


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

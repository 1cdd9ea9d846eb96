"""Command palette entries that set, add or remove a tag by name."""

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence

from mltag_desktop.gui.curation.command_palette import PaletteEntry
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.state.commands import MOST_TAG_KEYS, Command

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application

BY_KEY: Final = frozenset(f"{verb}_{n}" for n in range(1, MOST_TAG_KEYS + 1) for verb in ("tag", "also"))
"""Ids of the commands that do the same by the tag's position; the palette leaves them out."""
_SET: Final = "set:"
_FURTHER: Final = "further:"


def tag_commands(program: "Application") -> list[PaletteEntry]:
    """Return entries that set each tag on the selected records, or add or remove it as additional tag."""
    workspace = program.session.workspace
    rows = program.page.table.selected_rows()
    if workspace is None or workspace.read_only or not len(rows):
        return []
    keyed = {program.curating.tag_at(key): key for key in range(1, MOST_TAG_KEYS + 1)}
    further = set.intersection(*(set(workspace.further_tags(int(row))) for row in rows[:1000]))
    entries = []
    for tag in workspace.tags:
        key = keyed.get(tag.name)
        also = tr("Remove the additional tag {name}") if tag.name in further else tr("Also tag as {name}")
        for name, text, verb in (
            (f"{_SET}{tag.name}", tr("Tag as {name}", name=tag.name), "tag"),
            (f"{_FURTHER}{tag.name}", also.format(name=tag.name), "also"),
        ):
            keys = _keys(program.actions[f"{verb}_{key}"]) if key else ""
            entries.append(PaletteEntry(Command(name, text, "", "Tag", tip=tag.description), keys))
    return entries


def run_tag_command(program: "Application", name: str) -> bool:
    """Run the entry with the id `name`; return False if it is not a tag entry."""
    if name.startswith(_SET):
        program.deciding.decide(name.removeprefix(_SET))
        return True
    if name.startswith(_FURTHER):
        program.deciding.also(name.removeprefix(_FURTHER))
        return True
    return False


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

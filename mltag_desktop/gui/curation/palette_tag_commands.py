"""Command palette entries that set, add or remove a tag by name."""

from collections.abc import Callable
from typing import Final

from mltag_desktop.gui.curation.command_palette import PaletteEntry
from mltag_desktop.gui.curation.decision_controller import DecisionController
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.state.actions import Actions, key_text
from mltag_desktop.gui.state.commands import MOST_TAG_KEYS, WRITABLE, Command
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.table_view import TableView

BY_KEY: Final = frozenset(f"{verb}_{n}" for n in range(1, MOST_TAG_KEYS + 1) for verb in ("tag", "also"))
"""Ids of the commands that do the same by the tag's position; the palette leaves them out."""
_SET: Final = "set:"
_ADDITIONAL: Final = "additional:"


class PaletteTagCommands:
    """Offers to set each tag on the selected records, and to add or remove it as an additional tag.

    `tag_at` returns the tag that a digit key sets.
    """

    def __init__(
        self,
        session: Session,
        table: TableView,
        decision_controller: DecisionController,
        tag_at: Callable[[int], str | None],
        actions: Actions,
    ) -> None:
        self._session = session
        self._table = table
        self._decision_controller = decision_controller
        self._tag_at = tag_at
        self._actions = actions

    def entries(self) -> list[PaletteEntry]:
        """Return the offers for the selected records; none where nothing can be decided."""
        workspace = self._session.workspace
        rows = self._table.selected_rows()
        if workspace is None or workspace.read_only or not len(rows):
            return []
        keyed = {self._tag_at(key): key for key in range(1, MOST_TAG_KEYS + 1)}
        additional = set.intersection(
            *(set(workspace.decisions.shown_additional_tags(int(row))) for row in rows[:1000])
        )
        offers = []
        for tag in workspace.tag_set.tags:
            key = keyed.get(tag.name)
            also = (
                tr("Remove the additional tag {name}") if tag.name in additional else tr("Also tag as {name}")
            )
            for name, text, verb in (
                (f"{_SET}{tag.name}", tr("Tag as {name}", name=tag.name), "tag"),
                (f"{_ADDITIONAL}{tag.name}", also.format(name=tag.name), "also"),
            ):
                keys = key_text(self._actions[f"{verb}_{key}"]) if key else ""
                offers.append(
                    PaletteEntry(Command(name, text, "", "Tag", WRITABLE, tip=tag.description), keys)
                )
        return offers

    def run(self, name: str) -> bool:
        """Run the offer of this name; False when no offer has it."""
        if name.startswith(_SET):
            self._decision_controller.decide(name.removeprefix(_SET))
            return True
        if name.startswith(_ADDITIONAL):
            self._decision_controller.also(name.removeprefix(_ADDITIONAL))
            return True
        return False

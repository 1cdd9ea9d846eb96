"""Opens the curator's dialogs: command palette, keyboard shortcuts, tag set, session summary."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction

from mltag_desktop.gui.curation.command_palette import CommandPalette
from mltag_desktop.gui.curation.decision_controller import DecisionController
from mltag_desktop.gui.curation.keymap_dialog import KeyMapDialog
from mltag_desktop.gui.curation.palette_tag_commands import BY_KEY, PaletteTagCommands
from mltag_desktop.gui.curation.session_stats import SessionStats
from mltag_desktop.gui.curation.session_summary_dialog import SessionSummaryDialog
from mltag_desktop.gui.curation.tags.tag_set_editor import TagSetEditor
from mltag_desktop.gui.state import keymap
from mltag_desktop.gui.state.commands import Handler
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.widgets.layout.window_placement import DialogOwner


class CurationDialogs(DialogOwner):
    """Gives the actions their stored shortcuts when it is made, and new ones from the dialog."""

    def __init__(
        self,
        context: AppContext,
        settings_store: SettingsStore,
        actions: Mapping[str, QAction],
        tag_commands: PaletteTagCommands,
        session_stats: SessionStats,
        decision_controller: DecisionController,
    ) -> None:
        super().__init__(context.window)
        self._context = context
        self._settings_store = settings_store
        self._actions = actions
        self._tag_commands = tag_commands
        self._session_stats = session_stats
        self._decision_controller = decision_controller
        keymap.apply(actions, keymap.read(settings_store.settings.keys))

    def handlers(self) -> dict[str, Handler]:
        """Return the handlers of the curation commands."""
        return {
            "palette": self._open_palette,
            "show_keys": self._open_keymap,
            "edit_tags": self._open_tags,
            "sitting": self._open_summary,
        }

    def _open_palette(self) -> None:
        window, offers = self._context.window, self._tag_commands.entries()
        palette = CommandPalette(self._context.theme, self._actions, window, offers, BY_KEY if offers else ())
        palette.chosen.connect(self._run)
        self.show_modal(palette)

    @Slot(str)
    def _run(self, name: str) -> None:
        if not self._tag_commands.run(name):
            self._actions[name].trigger()

    def _open_keymap(self) -> None:
        changed = keymap.read(self._settings_store.settings.keys)
        session = self._context.session
        tags = session.workspace.tag_set.tags if session.workspace else ()
        shown: dict[str, str] = {}
        if not session.tag_keys.follows_record(tags):
            for number, tag in enumerate(session.tag_keys.by_digit(tags), start=1):
                shown |= {f"tag_{number}": tag.name, f"also_{number}": tag.name}
        by_digit = set(shown.values())
        letters = {tag.name: tag.key.upper() for tag in tags if tag.key or tag.name not in by_digit}
        dialog = KeyMapDialog(self._context.theme, changed, self._context.window, shown, letters)
        dialog.changed.connect(self._take_keys)
        self.show_modal(dialog)

    @Slot(object)
    def _take_keys(self, changed: dict[str, str]) -> None:
        self._settings_store.choose_keys(keymap.written(changed))
        keymap.apply(self._actions, changed)

    def _open_tags(self) -> None:
        context = self._context
        shortcuts = keymap.read(self._settings_store.settings.keys)
        self.show_modal(
            TagSetEditor(context.session, context.writer, context.theme, context.window, shortcuts)
        )

    def _open_summary(self) -> None:
        summary = self._session_stats.summary(self._decision_controller.seconds_per_record)
        workspace = self._context.session.workspace
        if summary is not None and workspace is not None:
            dialog = SessionSummaryDialog(
                self._context.theme, summary, self._context.window, workspace.tag_set.tags
            )
            dialog.go_on_requested.connect(self._actions["next_in_queue"].trigger)
            self.show_modal(dialog)

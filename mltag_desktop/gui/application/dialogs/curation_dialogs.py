"""Opens the curator's dialogs: command palette, keyboard shortcuts, tag set, session summary."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.decisions.curation_progress import daily_progress
from mltag_desktop.gui.curation.command_palette import CommandPalette
from mltag_desktop.gui.curation.decision_controller import DecisionController
from mltag_desktop.gui.curation.keymap_dialog import KeyMapDialog
from mltag_desktop.gui.curation.palette_tag_commands import BY_KEY, PaletteTagCommands
from mltag_desktop.gui.curation.session_stats import SessionStats
from mltag_desktop.gui.curation.session_summary_dialog import SessionSummaryDialog, gain_sentence
from mltag_desktop.gui.curation.tags.tag_candidates_dialog import TagCandidatesDialog
from mltag_desktop.gui.curation.tags.tag_set_editor import TagSetEditor
from mltag_desktop.gui.i18n.translation import translate_core_message
from mltag_desktop.gui.runtime.operations import Operation
from mltag_desktop.gui.state.actions import Actions, apply_keys, read_keys, written_keys
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.widgets.layout.window_placement import DialogOwner

if TYPE_CHECKING:
    from mltag_desktop.core.learning.questions.answer_gain import AnswerGain


class CurationDialogs(DialogOwner):
    """Gives the actions their stored shortcuts when it is made, and new ones from the dialog."""

    def __init__(
        self,
        context: AppContext,
        settings_store: SettingsStore,
        actions: Actions,
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
        apply_keys(actions, read_keys(settings_store.settings.keys))

    def open_palette(self) -> None:
        """Open the command palette."""
        window, offers = self._context.window, self._tag_commands.entries()
        palette = CommandPalette(self._context.theme, self._actions, window, offers, BY_KEY if offers else ())
        palette.chosen.connect(self._run)
        self.show_modal(palette)

    @Slot(str)
    def _run(self, name: str) -> None:
        if not self._tag_commands.run(name):
            self._actions[name].trigger()

    def open_keymap(self) -> None:
        """Open the keyboard shortcuts."""
        changed = read_keys(self._settings_store.settings.keys)
        session = self._context.session
        tags = session.workspace.tag_set.tags if session.workspace else ()
        shown: dict[str, str] = {}
        if not session.tag_keys.follows_record(tags):
            for number, tag in enumerate(session.tag_keys.by_digit(tags), start=1):
                shown |= {f"tag_{number}": tag.name, f"also_{number}": tag.name}
        by_digit = set(shown.values())
        letters = {tag.name: tag.key.upper() for tag in tags if tag.key or tag.name not in by_digit}
        dialog = KeyMapDialog(self._context.theme, changed, self._context.window, shown, letters)
        dialog.changed.connect(self._apply_keys)
        self.show_modal(dialog)

    @Slot(object)
    def _apply_keys(self, changed: dict[str, str]) -> None:
        self._settings_store.change(keys=written_keys(changed))
        apply_keys(self._actions, changed)

    def open_tags(self) -> None:
        """Open the tag set."""
        context = self._context
        shortcuts = read_keys(self._settings_store.settings.keys)
        editor = TagSetEditor(context, shortcuts)
        editor.records_requested.connect(self._find_records)
        self.show_modal(editor)

    @Slot(str)
    def _find_records(self, tag: str) -> None:
        """Show the decided records that may belong to a tag, after its changes are written."""
        self.close_open(TagSetEditor)
        dialog = TagCandidatesDialog(self._context, tag, self._context.window)
        dialog.failed.connect(self._context.notifications.failure)
        self.show_modal(dialog)

    def open_summary(self) -> None:
        """Open the summary of the session."""
        summary = self._session_stats.summary(self._decision_controller.seconds_per_record)
        workspace = self._context.session.workspace
        if summary is not None and workspace is not None:
            dialog = SessionSummaryDialog(
                self._context.theme, summary, self._context.window, workspace.tag_set.tags
            )
            dialog.go_on_requested.connect(self._actions["next_in_queue"].trigger)
            dialog.gain_requested.connect(self._estimate_gain)
            self.show_modal(dialog)
            days = Operation(lambda _: daily_progress(workspace.journal.entries())).success(dialog.show_days)
            dialog.finished.connect(days.cancel)
            days.run(self._context.jobs)

    @Slot()
    def _estimate_gain(self) -> None:
        workspace, base, dialog = self._context.session.workspace, self._context.session.base, self.shown
        if workspace is None or base is None or not isinstance(dialog, SessionSummaryDialog):
            return
        from mltag_desktop.core.learning.questions.answer_gain import estimate_gain  # loads the training

        job = (
            Operation(estimate_gain, workspace, base)
            .in_worker()
            .progress(dialog.show_simulating)
            .success(self._show_gain)
            .failure(self._show_no_gain)
        )
        dialog.finished.connect(job.cancel)
        job.run(self._context.jobs)

    @Slot(object)
    def _show_gain(self, found: "AnswerGain") -> None:
        if isinstance(self.shown, SessionSummaryDialog):
            self.shown.show_gain(
                gain_sentence(found.more, found.gain, found.low, found.high, found.decisions)
            )

    @Slot(object)
    def _show_no_gain(self, error: Exception) -> None:
        if isinstance(self.shown, SessionSummaryDialog) and isinstance(error, MltagError):
            words = (translate_core_message(part) for part in (error.message, error.hint))
            self.shown.show_gain(" ".join(words))

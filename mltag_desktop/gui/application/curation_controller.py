"""Creates the curation tools and provides their command handlers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot

from mltag_desktop.core.workspace.types import Change
from mltag_desktop.core.workspace.views.bulk_preview import preview
from mltag_desktop.gui.curation.command_palette import CommandPalette
from mltag_desktop.gui.curation.identical_texts import IdenticalTextsOffer
from mltag_desktop.gui.curation.keymap_dialog import KeyMapDialog
from mltag_desktop.gui.curation.note_drafts import NoteDrafts
from mltag_desktop.gui.curation.onboarding_tour import OnboardingCard
from mltag_desktop.gui.curation.palette_tag_commands import BY_KEY, run_tag_command, tag_commands
from mltag_desktop.gui.curation.resume_position import ResumePosition
from mltag_desktop.gui.curation.session_stats import SessionStats
from mltag_desktop.gui.curation.session_summary_dialog import SessionSummaryDialog
from mltag_desktop.gui.curation.tag_set_editor import TagSetEditor
from mltag_desktop.gui.filters.saved_filters import SavedFilters
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.record.tag_guideline import GuidelineController
from mltag_desktop.gui.state import keymap
from mltag_desktop.gui.state.commands import MOST_TAG_KEYS, Handler
from mltag_desktop.gui.widgets.notifications import NotificationAction
from mltag_desktop.gui.widgets.window_placement import DialogOwner

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application


class CurationController(DialogOwner):
    """Owns the curation tools; created before the actions, connected by `wire` when they exist."""

    def __init__(self, program: "Application") -> None:
        super().__init__(program)
        self._program = program
        self._page = program.page
        self._deciding = program.deciding
        session = program.session
        self.sittings = SessionStats(session)
        self.equals = IdenticalTextsOffer(session, program.jobs, program.writer, program.notices)
        self.focusing = FocusController(session, program.page, program.deciding, self.sittings)
        self.tour = OnboardingCard(program.parent_window.theme, program.page)
        self.tour.left.connect(program.page.table.setFocus)
        self.tour.try_asked.connect(program.page.table.setFocus)
        self.tour.put_off.connect(self._tell_tour)
        self.searching = SavedFilters(session, program.jobs, program.writer)
        self.place = ResumePosition(program)
        self.drafts = NoteDrafts(program)
        self._selection = QTimer(self, singleShot=True, interval=0)
        self._selection.timeout.connect(self._show_selection)
        self._was_several = False

    def handlers(self) -> dict[str, Handler]:
        """Return the handlers of the curation commands."""
        return {
            **{f"also_{n}": self._also_setter(n) for n in range(1, MOST_TAG_KEYS + 1)},
            "unsure": self._deciding.unsure,
            "note": self._write_note,
            "same_for_all": self.equals.take,
            "take_back": self._deciding.undo,
            "show_table": self.focusing.show_table,
            "show_focus": self.focusing.show_focus,
            "palette": self._open_palette,
            "show_keys": self._open_keys,
            "start_tour": self._start_tour,
            "sitting": self._open_sitting,
            "show_hints": self._toggle_hints,
            "edit_tags": self._open_tags,
            "guideline": lambda: self.guiding.toggle(),
        }

    def wire(self) -> None:
        """Connect the tools to the other parts and to the actions."""
        program, page, deciding = self._program, self._page, self._deciding
        deciding.written.connect(self.sittings.note)
        deciding.written.connect(self.equals.after)
        if not program.remembered.settings.curator:
            deciding.written.connect(self._tell_name)
        program.listing.counted.connect(self.focusing.show_counts)
        for settled in (program.predicting.ended, program.opening.complete):  # either may end last
            settled.connect(self.equals.find)
            settled.connect(self.searching.find)
        page.detail.left.connect(page.table.setFocus)
        page.detail.record_asked.connect(program.show_record)
        page.table.selectionModel().selectionChanged.connect(self._selection.start)
        page.table.selectionModel().currentRowChanged.connect(self._selection.start)
        program.session.changed.connect(self._renew_selection)
        self.guiding = GuidelineController(program)
        program.start_page.tour_asked.connect(self._start_tour)
        self._wire_search()
        keymap.apply(program.actions, keymap.read(program.remembered.settings.keys))
        self.show_hints()
        self.focusing.switched.connect(self._show_mode)
        program.session.opened.connect(self._show_table)
        program.session.closed.connect(self._show_table)
        self.equals.failed.connect(program.notices.failure)
        self._show_mode(focused=False)

    def _open_palette(self) -> None:
        window, offers = self._program.parent_window, tag_commands(self._program)
        palette = CommandPalette(
            window.theme, self._program.actions, window, offers, BY_KEY if offers else ()
        )
        palette.chosen.connect(self._run)
        self.ask_with(palette)

    @Slot(str)
    def _run(self, name: str) -> None:
        if not run_tag_command(self._program, name):
            self._program.actions[name].trigger()

    def _open_keys(self) -> None:
        program = self._program
        changed = keymap.read(program.remembered.settings.keys)
        dialog = KeyMapDialog(program.parent_window.theme, changed, program.parent_window)
        dialog.changed.connect(self._take_keys)
        self.ask_with(dialog)

    @Slot(object)
    def _take_keys(self, changed: dict[str, str]) -> None:
        self._program.remembered.choose_keys(keymap.written(changed))
        keymap.apply(self._program.actions, changed)

    def _open_tags(self) -> None:
        program = self._program
        theme, window = program.parent_window.theme, program.parent_window
        self.ask_with(TagSetEditor(program.session, program.writer, theme, window))

    @Slot(object)
    def _tell_name(self, change: Change) -> None:
        """Show the curator's name in a notification after the first decision."""
        if change.step is None:
            return
        program, name = self._program, self._program.session.curator
        program.deciding.written.disconnect(self._tell_name)
        if program.remembered.settings.curator:
            return
        program.remembered.choose_curator(name)
        action = NotificationAction(tr("Change…"), program.actions["settings"].trigger)
        text = tr("Your decisions are signed with the name {name}.", name=name)
        program.notices.offer(text, tr("Close this message to keep the name."), action)

    def _open_sitting(self) -> None:
        made = self.sittings.summary(self._deciding.seconds_per_record)
        workspace = self._program.session.workspace
        if made is not None and workspace is not None:
            window = self._program.parent_window
            dialog = SessionSummaryDialog(window.theme, made, window, workspace.tags)
            dialog.go_on_asked.connect(self._program.actions["next_in_queue"].trigger)
            self.ask_with(dialog)

    def _start_tour(self) -> None:
        if self._program.session.workspace is None:
            self._program.open_sample()
        elif not self._page.model.rowCount():
            self._program.filtering.clear()  # the tour refers to rows
        self.focusing.show_table()
        self.tour.start()

    @Slot()
    def _tell_tour(self) -> None:
        self._program.notices.info(tr("Continue the tour at any time: Help › Take the tour."))

    def _toggle_hints(self) -> None:
        self._program.remembered.choose_hints(on=self._program.actions["show_hints"].isChecked())
        self.show_hints()

    def show_hints(self) -> None:
        """Show or hide the shortcut hints according to the settings."""
        on = self._program.remembered.settings.hints
        self._program.actions["show_hints"].setChecked(on)
        self._page.focus.show_hints(on=on)

    def _wire_search(self) -> None:
        program, page, searching = self._program, self._page, self.searching
        program.filter_line.offer = searching.offer
        searching.columns_found.connect(page.facets.show_columns)
        searching.columns_found.connect(program.listing.set_columns)
        searching.saved_changed.connect(self._show_saved)
        searching.failed.connect(program.notices.failure)
        page.facets.line_asked.connect(program.filtering.show_line)
        page.chips.save_asked.connect(self._save_filter)

    @Slot()
    def _save_filter(self) -> None:
        self.searching.toggle(self._program.filtering.line)

    @Slot(object)
    def _show_saved(self, lines: tuple[str, ...]) -> None:
        self._program.filtering.saved = lines
        self._page.facets.show_saved(lines)
        self._program.filtering.show_chips()

    def tag_at(self, key: int) -> str | None:
        """Return the tag of a digit key in the current view.

        With at most nine tags the keys are fixed, so a key works before the record is loaded.
        """
        workspace = self._program.session.workspace
        if workspace is not None and len(workspace.tags) <= MOST_TAG_KEYS:
            return workspace.tags[key - 1].name if key <= len(workspace.tags) else None
        shown = self._page.focus if self.focusing.is_on else self._page.detail
        return shown.tags.tag_at(key)

    def _also_setter(self, key: int) -> Handler:
        def also() -> None:
            tag = self.tag_at(key)
            if tag is not None:
                self._deciding.also(tag)

        return also

    def _write_note(self) -> None:
        if self._deciding.refuses():
            return
        if self.focusing.is_on:
            self._page.focus.write_note()
        else:
            self._page.detail.show()
            self._page.detail.tabs.write_note()

    @Slot(bool)
    def _show_mode(self, focused: bool) -> None:
        program = self._program
        program.actions["show_table"].setChecked(not focused)
        program.actions["show_focus"].setChecked(focused)
        for name in ("show_table", "show_focus"):
            program.actions[name].setEnabled(program.session.workspace is not None)
        for name in ("show_facets", "show_detail"):
            program.actions[name].setEnabled(not focused and program.session.workspace is not None)
        if program.session.workspace is not None:
            where = self._page.focus if focused else self._page.middle
            program.notices.stand_in(where, on_top=focused)  # a notification below would move the tags

    @Slot()
    def _show_table(self) -> None:
        self._show_mode(focused=False)

    @Slot(object)
    def _renew_selection(self, change: Change) -> None:
        """Refresh the preview of a bulk decision after a change to the selected records."""
        if self._was_several and change.what & {"decisions", "predictions", "tags"}:
            self._selection.start()

    @Slot()
    def _show_selection(self) -> None:
        workspace = self._program.session.workspace
        rows = self._page.table.selected_rows()
        several = len(rows) > 1 and workspace is not None
        if several and workspace is not None:
            tags = workspace.tags
            said = preview(workspace.states(), rows, tuple(tag.name for tag in tags))
            self._page.detail.show_several(said, tags)
        elif self._was_several:
            place, model = self._page.table.current_place(), self._page.model
            shown = 0 <= place < model.rowCount()
            self._page.detail.show_row(model.row_at(place) if shown else None)
        self._was_several = several

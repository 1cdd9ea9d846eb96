"""Keeps menus, status bar, titles and empty states in sync with the application state."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QIcon

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.query_strategies import ORDERS
from mltag_desktop.core.workspace.storage.schema import DamagedError
from mltag_desktop.core.workspace.types import Change, RowArray, Status
from mltag_desktop.core.workspace.views.filtering import Counts, is_open
from mltag_desktop.gui.application.workspace_dialogs import WITH_TABLE
from mltag_desktop.gui.document.workspace_files import OpenedSource
from mltag_desktop.gui.i18n.translation import (
    escape_mnemonic,
    strip_mnemonic,
    tr,
    tr_plural,
    translate_core_message,
)
from mltag_desktop.gui.state.commands import LANGUAGES
from mltag_desktop.gui.training.threshold_fallback import fallback_words
from mltag_desktop.gui.widgets.notifications import NotificationAction
from mltag_desktop.gui.widgets.tag_chip import sign_icon

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application
    from mltag_desktop.gui.main_window.history_preview import HistoryPreview

_DECISIONS = (
    "accept", "skip", "unsure", "flag", "note", "clear", "same_for_all", "take_back", "edit_tags",
    *(f"tag_{n}" for n in range(1, 10)), *(f"also_{n}" for n in range(1, 10)),
)  # fmt: skip
_WITH_TABLE = (
    "export", "close_table", "copy", "find", "next_in_queue", "previous_in_queue", "queue_order",
    "train", "show_report", "rollback", "in_use", "clear_filters", "renew", "sitting",
    "guideline", *WITH_TABLE,
)  # fmt: skip


class WindowStateUpdater(QObject):
    """Updates the window from the signals of the other parts."""

    def __init__(self, program: "Application") -> None:
        super().__init__(program)
        self._program = program
        self._page = program.page
        self._session = program.session
        self._empty = program.page.table.empty_state
        self._faceted: Counts | None = None
        self.telling = EmptyStateUpdater(program)
        self._back: HistoryPreview | None = None
        self._connect()
        self.show_scheme()
        self.show_language()
        self.show_asking()

    def show_start(self) -> None:
        """Show the start page."""
        window = self._program.parent_window
        self._program.start_page.show_recent(self._program.remembered.settings.recent_files)
        window.show_page(self._program.start_page)
        self._program.notices.leave_table()
        self._program.notices.stand_in(window.pages)
        window.show_file("")
        self._program.status.clear_all()
        self._page.detail.show_row(None)
        self._enable()

    def show_current(self) -> None:
        """Show the current record."""
        self._show_place(self._page.table.current_place())

    def show_scheme(self) -> None:
        """Check the chosen colour scheme in the menu."""
        for name in ("system", "light", "dark"):
            chosen = name == self._program.remembered.settings.colour_scheme
            self._program.actions[f"scheme_{name}"].setChecked(chosen)

    def show_language(self) -> None:
        """Check the chosen language in the menu."""
        for code in LANGUAGES:
            chosen = code == self._program.remembered.settings.language
            self._program.actions[f"language_{code}"].setChecked(chosen)

    def show_asking(self, *, told: bool = False) -> None:
        """Check the chosen query strategy in the menu, and show why the current record was asked about.

        With `told`, describe the strategy in a notification.
        """
        order = self._program.questions.order
        for name in ORDERS:
            self._program.actions[f"order_{name}"].setChecked(name == order)
        if told:
            self._program.notices.info(self._program.actions[f"order_{order}"].toolTip())
        place, model = self._page.table.current_place(), self._page.model
        shown = 0 <= place < model.rowCount()
        self._page.detail.show_why(self._program.questions.why(model.row_at(place)) if shown else "")

    def _connect(self) -> None:
        program, page = self._program, self._page
        opening, listing = program.opening, program.listing
        opening.started.connect(self._show_opening)
        opening.found.connect(self._show_found)
        opening.progressed.connect(self._show_import)
        opening.complete.connect(self._show_complete)
        opening.failed.connect(self._show_failed)
        opening.left.connect(self.show_start)
        listing.ordered.connect(self._show_order)
        listing.first_found.connect(page.table.show_first)
        listing.counted.connect(self._show_counts)
        program.predicting.progressed.connect(self._show_predicting)
        program.predicting.ended.connect(self._show_predicted)
        program.predicting.failed.connect(self._show_unpredicted)
        program.models.failed.connect(self._show_unpredicted)
        program.session.changed.connect(self._show_change)
        program.session.model_changed.connect(self._show_model)
        program.filtering.changed.connect(self._show_filter)
        program.deciding.read_only.connect(self._show_read_only)
        program.document.past_wanted.connect(self._look_back)
        program.writer.idle.connect(self._show_saved)
        program.remembered.failed.connect(program.notices.failure)
        page.table.record_changed.connect(self._show_place)
        page.gave_way.connect(self._show_panes)
        program.parent_window.theme.changed.connect(self._show_tags)

    @Slot(str)
    def _show_opening(self, name: str) -> None:
        program = self._program
        program.notices.clear()
        self._faceted = None
        self._page.facets.show_counts(None)
        self._page.detail.show_row(None)
        program.status.clear_all()
        program.parent_window.show_file(name)
        program.parent_window.show_page(self._page)
        program.notices.stand_in(self._page.middle)
        self._page.mapping.hide()
        self._empty.wait(tr("Opening {name}", name=name), tr("The first records will appear in a moment."))
        self._enable()

    @Slot(object)
    def _show_found(self, source: OpenedSource) -> None:
        """Show an opened workspace; its import may continue."""
        program, workspace = self._program, source.workspace
        path = source.path or workspace.path
        program.parent_window.show_file(path.name)
        program.remembered.add_recent(source.path if source.path and source.path.exists() else workspace.path)
        self._page.mapping.show()
        self._page.mapping.show_workspace(workspace)
        self._page.mapping.show_evidence(source.evidence)
        self._show_tags()
        self._show_model()
        self._show_saved()
        self._page.table.fit_columns()
        tour = program.curating.tour
        if tour.isHidden():
            self._page.table.setFocus()
        else:  # started on the start page
            tour.take_keys()
        self._page.table.say_unpredicted(tr("not predicted") if workspace.read_only else tr("predicting…"))
        if workspace.read_only:
            self._show_read_only()
        elif source.note:
            program.notices.info(source.note)
        self._enable()

    @Slot(float)
    def _show_import(self, share: float) -> None:
        self._program.status.show_progress(tr("reading"), share)

    @Slot(object)
    def _show_complete(self, source: OpenedSource) -> None:
        program = self._program
        if not program.predicting.is_running:
            program.status.show_progress("", None)
        if program.listing.is_late:
            program.listing.renew()
        self._show_empty()

    @Slot(object)
    def _show_failed(self, error: Exception) -> None:
        self._program.status.show_progress("", None)
        if self._session.workspace is not None:
            self._program.notices.failure(error)
            return
        self._program.parent_window.show_file("")
        self._page.detail.show_row(None)
        self._enable()
        message, hint = (
            tr("The file could not be opened."),
            tr("An unexpected error occurred. Details are in the crash report."),
        )
        if isinstance(error, MltagError):
            message, hint = translate_core_message(error.message), translate_core_message(error.hint)
        if isinstance(error, DamagedError):
            path, show = error.path, self._program.document.show_backups_of
            self._empty.say(message, hint, tr("Restore or salvage…"), lambda: show(path, damaged=True))
            return
        self._empty.say(message, hint, tr("Open another table…"), self._program.open_file)

    @Slot(object, bool)
    def _show_order(self, order: RowArray, keep: bool) -> None:
        self._page.table.show_order(order, keep=keep)
        self._show_empty()

    def _show_empty(self) -> None:
        """Show the reason if the table has no rows."""
        program, workspace = self._program, self._session.workspace
        if workspace is None or len(self._page.model.order):
            self._empty.hide()
        elif not is_open(program.listing.filter):
            self._empty.say(
                tr("No record matches"), tr("Remove a condition, or show all records."),
                tr("Clear filters"),
                program.filtering.clear,
            )  # fmt: skip
        elif program.opening.is_importing:
            self._empty.wait(tr("Reading the table"))
        else:
            self._empty.say(
                tr("There are no records"), tr("Paste some text, or open another table."), tr("Paste text…"),
                program.panels.paste,
            )  # fmt: skip

    @Slot(object, object)
    def _show_counts(self, counts: Counts, faceted: Counts) -> None:
        self._faceted = faceted
        self._page.facets.show_counts(faceted)
        status = self._program.status
        by_status = counts.by_status
        status.show_corrections(by_status.get(Status.ACCEPTED, 0), by_status.get(Status.CORRECTED, 0))
        waiting = counts.total - counts.predicted
        if waiting and self._program.predicting.is_running:
            status.show_left(None, 0.0)
        else:
            why = fallback_words(self._program.session.fallback)
            status.show_left(counts.to_review, self._program.deciding.seconds_per_record, why)

    @Slot(float)
    def _show_predicting(self, share: float) -> None:
        if not self._program.opening.is_importing:
            self._program.status.show_progress(tr("predicting"), share)

    @Slot()
    def _show_predicted(self) -> None:
        if self._program.opening.is_importing:
            return
        self._program.status.show_progress("", None)
        if self._program.listing.is_late:
            self._program.listing.renew()

    @Slot()
    def _show_unpredicted(self) -> None:
        self._program.status.show_progress("", None)
        self._page.table.say_unpredicted(tr("not predicted"))

    @Slot(object)
    def _show_change(self, change: Change) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        if change.what & {"mapping", "tags"}:
            self._page.mapping.show_workspace(workspace)
            self._show_tags()
        self._show_edit()
        self._page.detail.refresh(change)

    @Slot(int)
    def _show_place(self, place: int) -> None:
        model = self._page.model
        shown = 0 <= place < model.rowCount()
        self._page.detail.show_row(model.row_at(place) if shown else None)
        self._page.detail.show_why(self._program.questions.why(model.row_at(place)) if shown else "")

    @Slot()
    def _show_model(self) -> None:
        model, workspace = self._session.model, self._session.workspace
        if workspace is None:
            return
        base = self._session.base
        if model is None:
            words = tr("loading the model")
        elif base is not None and model.version == base.version:
            words = tr("model {version} (bundled)", version=model.version)
        else:
            words = tr("model {version}", version=model.version)
        self._program.status.show_model(words)

    @Slot()
    def _show_saved(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self._program.status.show_saved(tr("Read-only") if workspace.read_only else tr("Saved"))

    @Slot()
    def _show_tags(self) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        self._page.facets.show_tags(workspace.tags)
        if self._faceted is not None:
            self._page.facets.show_counts(self._faceted)
        for number in range(1, 10):
            action = self._program.actions[f"tag_{number}"]
            known = number <= len(workspace.tags) <= 9
            action.setVisible(number <= len(workspace.tags))
            if known:
                tag = workspace.tags[number - 1]
                action.setText(escape_mnemonic(tag.name))
                action.setIcon(sign_icon(tag, self._program.parent_window.theme.colours))
            else:  # with more than nine tags, the tag of a key depends on the record
                action.setText(tr("Set tag &{key}", key=number))
                action.setIcon(QIcon())
            also = self._program.actions[f"also_{number}"]
            also.setVisible(action.isVisible())
            also.setText(
                tr("Add or remove {name}", name=escape_mnemonic(workspace.tags[number - 1].name))
                if known
                else tr("Also tag {key}", key=number)
            )

    @Slot()
    def _show_filter(self) -> None:
        listing = self._program.listing
        self._program.actions["queue_order"].setChecked(
            listing.sort == "confidence" and not listing.descending
        )
        self._program.actions["clear_filters"].setEnabled(not is_open(listing.filter))

    @Slot()
    def _show_read_only(self) -> None:
        workspace = self._session.workspace
        if self._session.past is not None and self._back is not None:
            self._back.insist()
        elif workspace is not None:
            why = translate_core_message(workspace.read_only_reason.rstrip(".")) or tr(
                "the file is not writable"
            )
            self._program.notices.error(
                tr("This workspace is read-only: {why}.", why=why),
                action=NotificationAction(tr("Save a copy as…"), self._program.document.save_copy),
            )

    @Slot(int)
    def _look_back(self, step: int) -> None:
        """Show the table's state after a step."""
        from mltag_desktop.gui.main_window.history_preview import HistoryPreview

        program = self._program
        if self._back is None:
            theme = program.parent_window.theme
            self._back = HistoryPreview(self._session, program.jobs, program.notices, self._page, theme)
        program.curating.focusing.show_table()  # the history bar is above the table
        self._back.look_at(step)

    def _show_edit(self) -> None:
        workspace, actions = self._session.workspace, self._program.actions
        for name, verb, label in (
            ("undo", tr("&Undo"), workspace.undo_label if workspace else ""),
            ("redo", tr("&Redo"), workspace.redo_label if workspace else ""),
        ):
            actions[name].setEnabled(bool(label) and workspace is not None and not workspace.read_only)
            actions[name].setText(
                tr("{verb}: {step}", verb=verb, step=escape_mnemonic(translate_core_message(label)))
                if label
                else verb
            )
            actions[name].setIconText(f" {strip_mnemonic(verb)}")

    def _enable(self) -> None:
        workspace = self._session.workspace
        actions = self._program.actions
        for name in _WITH_TABLE:
            actions[name].setEnabled(workspace is not None)
        for name in _DECISIONS:
            actions[name].setEnabled(workspace is not None and not workspace.read_only)
        self._program.filter_line.setEnabled(workspace is not None)
        self._page.facets.setEnabled(workspace is not None)
        self._show_edit()
        self._show_filter()
        self._show_panes()

    @Slot()
    def _show_panes(self) -> None:
        actions, page = self._program.actions, self._page
        actions["show_facets"].setChecked(not page.facets.isHidden())
        actions["show_detail"].setChecked(not page.detail.isHidden())


class EmptyStateUpdater(QObject):
    """Shows notifications with a next step when a command had nothing to do."""

    def __init__(self, program: "Application") -> None:
        super().__init__(program)
        self._program = program
        self._counts: Counts | None = None
        program.listing.counted.connect(self._count)
        program.deciding.nothing_left.connect(self._show_nothing_left)
        program.deciding.unneeded.connect(self._show_unneeded)
        program.copying.copied.connect(self._show_copied)

    @Slot(object, object)
    def _count(self, counts: Counts, _faceted: Counts) -> None:
        self._counts = counts

    @Slot()
    def _show_nothing_left(self) -> None:
        """Show a notification that suggests clearing the filter, reviewing postponed records, or training."""
        program, counts = self._program, self._counts
        postponed = counts.postponed if counts is not None else 0
        if not is_open(program.listing.filter):
            hint = tr("The filter may hide more records to review.")
            action = NotificationAction(tr("Clear filters"), program.filtering.clear)
        elif postponed:
            hint = tr_plural(
                "{n:,} record is skipped or unsure.", "{n:,} records are skipped or unsure.", postponed
            )
            action = NotificationAction(tr("Show all"), program.filtering.show_postponed)
        else:
            hint = tr("Train with your decisions, or export the table.")
            action = NotificationAction(tr("Train…"), program.actions["train"].trigger)
        program.notices.success(tr("Nothing left to review here."), hint, action)

    @Slot(str)
    def _show_unneeded(self, tag: str) -> None:
        self._program.notices.info(
            tr("{tag} is already the main tag. Choose a different additional tag.", tag=tag)
        )

    @Slot(int, int)
    def _show_copied(self, records: int, selected: int) -> None:
        notices = self._program.notices
        if records == selected:
            notices.success(tr_plural("{n:,} record copied.", "{n:,} records copied.", records))
            return
        export = NotificationAction(tr("Export…"), self._program.actions["export"].trigger)
        words = tr(
            "The first {records:,} of {selected:,} records were copied.", records=records, selected=selected
        )
        notices.info(words, tr("Exports include all of them."), export)

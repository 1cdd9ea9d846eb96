"""Opens the map of the texts, and what the tags mean to the model; both are imported on first use."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.search.filtering import rows_shown_as, shown_tags
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.runtime.operations import Lane, Operation
from mltag_desktop.gui.state.actions import Actions
from mltag_desktop.gui.state.context import AppContext, RecordNavigator
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.widgets.layout.window_placement import DialogOwner, bring_up

if TYPE_CHECKING:
    from mltag_desktop.core.learning.meaning.tag_meaning import TagMeaning
    from mltag_desktop.gui.report.tag_meaning_dialog import TagMeaningDialog
    from mltag_desktop.gui.table.map_controller import MapController


class TextViews(DialogOwner):
    """Opens the views of all texts.

    Signals: `meaning_requested()` when the texts are to be compared by their meaning.
    """

    meaning_requested = Signal()

    def __init__(
        self,
        context: AppContext,
        page: TablePage,
        record_order: RecordOrder,
        filter_controller: FilterController,
        navigator: RecordNavigator,
        actions: Actions,
    ) -> None:
        super().__init__(context.window)
        self._context, self._page, self._order = context, page, record_order
        self._filters, self._navigator, self._actions = filter_controller, navigator, actions
        self.map: MapController | None = None
        """The map, once it was shown."""
        self._dialog: TagMeaningDialog | None = None
        self._job = Lane(self, context.jobs)
        context.session.closed.connect(self._hide_map)
        context.session.closed.connect(self._close_meaning)

    def toggle_map(self) -> None:
        """Show or hide the map above the table."""
        if self.map is None:
            self.map = self._made_map()
        is_shown = self.map.panel.isHidden()
        if is_shown:
            self._actions["show_table"].trigger()
        self.map.set_visible(is_shown)
        self._actions["show_map"].setChecked(is_shown)
        if is_shown:
            self.map.panel.view.setFocus()
        else:
            self._page.table.setFocus()

    @Slot()
    def renew(self) -> None:
        """Compare the texts by their meaning, now that the sentence encoder has read them."""
        if self.map is not None:
            self.map.renew()

    @Slot()
    @Slot(str)
    def open_meaning(self, tag: str = "") -> None:
        """Show what a tag means to the active model; without one, the tag of the current record."""
        from mltag_desktop.gui.report.tag_meaning_dialog import TagMeaningDialog

        workspace = self._context.session.workspace
        if workspace is None:
            return
        tags = workspace.tag_set.tags
        if len(tags) == 0:
            self._context.notifications.info(tr("There are no tags yet."), tr("Add some in Tag › Tag set…."))
            return
        if self._dialog is None:
            dialog = TagMeaningDialog(self._context.theme, self._context.window)
            dialog.tag_chosen.connect(self._compare)
            dialog.record_requested.connect(self._navigator.show_record)
            dialog.finished.connect(self._forget_meaning)
            self._dialog = dialog
            self.show_modeless(dialog)
        chosen = tag or self._current_tag() or tags[0].name
        self._dialog.show_tags(tags, chosen)
        bring_up(self._dialog)
        self._compare(chosen)

    def _current_tag(self) -> str:
        states, place = self._context.session.states, self._page.table.current_place()
        if states is None or place < 0:
            return ""
        code = int(shown_tags(states)[self._page.model.row_at(place)])
        return states.tag_names[code] if code >= 0 else ""

    @Slot(str)
    def _compare(self, tag: str) -> None:
        from mltag_desktop.core.learning.meaning.tag_meaning import tag_meaning

        workspace, model = self._context.session.workspace, self._context.session.model
        if workspace is None or model is None:
            return
        uses_encoder = self._order.text_analysis.uses_encoder()
        rows = rows_shown_as(workspace.states(), tag)  # the worker may number the tags in another order
        Operation(tag_meaning, workspace, model, tag, rows, uses_encoder=uses_encoder).in_worker(
            short=True
        ).progress(self._show_progress).success(self._show_meaning).failure(self._show_failure).run(self._job)

    @Slot(float, str)
    def _show_progress(self, share: float, _step: str) -> None:
        if self._dialog is not None:
            self._dialog.show_waiting(share)

    @Slot(object)
    def _show_meaning(self, found: "TagMeaning") -> None:
        if self._dialog is not None:
            self._dialog.show_meaning(found)

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        if self._dialog is not None and isinstance(error, MltagError):
            self._dialog.show_failure(error)

    @Slot()
    def _forget_meaning(self) -> None:
        self._job.cancel()
        self._dialog = None

    @Slot()
    def _close_meaning(self) -> None:
        if self._dialog is not None:
            self._dialog.close()

    def _made_map(self) -> "MapController":
        from mltag_desktop.gui.table.map_controller import MapController

        made = MapController(self._context, self._page.table, self._page.model, self._order)
        self._page.put_above_table(made.panel)
        made.meaning_requested.connect(self.meaning_requested)
        made.record_chosen.connect(self._navigator.show_record)
        made.records_chosen.connect(self._show_rows)
        made.facet_chosen.connect(self._filters.toggle_facets)
        made.failed.connect(self._context.notifications.failure)
        made.left.connect(self._page.table.setFocus)
        return made

    @Slot(object)
    def _show_rows(self, rows: Sequence[int]) -> None:
        self._filters.show_rows(rows)

    @Slot()
    def _hide_map(self) -> None:
        if self.map is not None:
            self.map.set_visible(visible=False)
        self._actions["show_map"].setChecked(False)

"""Takes the tags of a labelled column, and asks for tags where the texts fit no model."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.learning.off_topic_records import look_at_tags
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.known_tags import (
    MANY_RECORDS,
    TagColumn,
    take_known_tags,
)
from mltag_desktop.core.workspace.decisions.tag_lists import with_added
from mltag_desktop.core.workspace.decisions.tag_set import carried_over
from mltag_desktop.core.workspace.search.column_values import ColumnCodes, column_codes
from mltag_desktop.core.workspace.types import Change, ChangeKind, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.curation.tag_sources_dialog import spelling_words
from mltag_desktop.gui.document.workspace_files import OpenedSource
from mltag_desktop.gui.i18n import format_number, tr, tr_plural
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.state.actions import Actions
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.dialogs import keep_on_screen
from mltag_desktop.gui.widgets.notifications import Notification, NotificationAction, NotificationKind

if TYPE_CHECKING:
    from mltag_desktop.core.learning.drift_monitor import Alarm

_NAMED: Final = 5


class TagSourcesController(QObject):
    """Opens the page "What are the tags?", and changes the tag set to what is chosen there."""

    def __init__(self, context: AppContext, actions: Actions) -> None:
        super().__init__(context.window)
        self._context = context
        self._actions = actions
        self._notice: Notification | None = None
        self._is_asking = False
        """Whether the notice asks for tags."""
        self._looking = Lane(self, context.jobs)
        self._looked_after = 0
        """Last step of the journal when the columns of the table were looked at."""
        context.session.opened.connect(self._withdraw)
        context.session.closed.connect(self._leave)
        context.session.changed.connect(self._withdraw_answered)

    @Slot()
    def open(self, *, words: str = "") -> None:
        """Show the page; `words` says why."""
        from mltag_desktop.gui.curation.tag_sources_dialog import TagSourcesDialog

        context = self._context
        if context.session.workspace is None or context.session.workspace.read_only:
            return
        dialog = TagSourcesDialog(context, words)
        dialog.column_chosen.connect(self.take_column)
        dialog.tags_chosen.connect(self.take_tags)
        dialog.library_requested.connect(self._actions["library"].trigger)
        keep_on_screen(dialog)
        dialog.open()

    @Slot(object)
    def consider(self, source: OpenedSource) -> None:
        """Take the tags of a labelled column, or ask for tags if the bundled model does not fit."""
        if source.workspace.read_only:
            return
        self._looked_after = source.workspace.journal.last
        is_large = source.workspace.table.count > MANY_RECORDS
        Operation(look_at_tags, source.workspace, self._context.session.base, not source.resumed).in_worker(
            short=True, needed=is_large
        ).success(self._take_or_ask).run(self._looking)

    @Slot(object)
    def take_column(self, column: TagColumn) -> None:
        """Take the tags of a column over."""
        workspace = self._context.session.workspace
        if workspace is None:
            return
        Operation(_take_known_tags, self._context.jobs.worker, workspace, column).success(
            self._show_taken
        ).run(self._context.jobs)

    @Slot(object)
    def take_tags(self, tags: tuple[TagInfo, ...]) -> None:
        """Make these the tag set; tags that records carry stay."""
        workspace = self._context.session.workspace
        if workspace is not None:
            self._withdraw()
            self._context.writer.write(partial(_use_tags, workspace, tags))

    @Slot(object)
    def ask_for_tags_of_unlike_texts(self, alarms: "tuple[Alarm, ...]") -> None:
        """Show no tags on texts that are not about the subject of the bundled model, and ask for tags."""
        session = self._context.session
        workspace, base = session.workspace, session.base
        if workspace is None or base is None or workspace.read_only or session.model is not base:
            return
        from mltag_desktop.core.model.off_topic import UNLIKE

        shares = [alarm.value for alarm in alarms if alarm.check == "off_topic"]
        names = {tag.name for tag in workspace.tag_set.tags}
        is_untouched = not workspace.journal.last and names == set(base.tags)
        if not shares or max(shares) < UNLIKE or not is_untouched:
            return
        self._context.writer.write(partial(_clear_tags, workspace, 0))
        self._ask_for_tags()

    @Slot(object)
    def _take_or_ask(self, found: tuple[TagColumn | None, bool]) -> None:
        column, is_unlike = found
        workspace = self._context.session.open_workspace
        is_untouched = workspace.journal.last == self._looked_after
        if column is not None and column.is_plain and is_untouched:
            self.take_column(column)
            return
        if is_unlike and is_untouched:
            self._context.writer.write(partial(_clear_tags, workspace, self._looked_after))
        if column is not None and (column.is_usable or column.values > 1):
            self._ask(
                tr_plural(
                    "The column {name} has {n:,} different value. Are these the tags?",
                    "The column {name} has {n:,} different values. Are these the tags?",
                    column.values,
                    name=column.name,
                ),
                tr(
                    "{count} of {all} records have one.",
                    count=format_number(column.labelled),
                    all=format_number(column.records),
                ),
            )
        elif is_unlike and is_untouched:
            self._ask_for_tags()

    @Slot()
    def _leave(self) -> None:
        self._looking.cancel()
        self._withdraw()

    @Slot(object)
    def _show_taken(self, found: tuple[Workspace, TagColumn, tuple[Change, ...]]) -> None:
        workspace, column, changes = found
        session = self._context.session
        if workspace is not session.workspace:
            return
        for change in changes:
            session.publish(change, workspace)
        self._withdraw()
        shown = ", ".join(f"{tag} ({format_number(count)})" for tag, count in column.counts[:_NAMED])
        self._notice = Notification(
            tr_plural(
                "{n:,} tag of the column {name} is known on {records} records.",
                "{n:,} tags of the column {name} are known on {records} records.",
                len(column.counts),
                name=column.name,
                records=format_number(column.labelled),
            ),
            "  ·  ".join([shown + (", …" if len(column.counts) > _NAMED else ""), *spelling_words(column)]),
            NotificationKind.OFFER,
            NotificationAction(tr("Change…"), self.open),
        )
        self._context.notifications.show_notice(self._notice)

    def _ask_for_tags(self) -> None:
        self._ask(tr("These texts are not about machine learning. Which tags do you want?"), "")

    def _ask(self, words: str, hint: str) -> None:
        self._withdraw()
        action = NotificationAction(tr("Choose tags…"), partial(self.open, words=words))
        self._notice = Notification(words, hint, NotificationKind.OFFER, action)
        self._is_asking = True
        self._context.notifications.show_notice(self._notice)  # never behind a model that may fit

    @Slot(object)
    def _withdraw_answered(self, change: Change) -> None:
        """Withdraw the question when there are tags, for example those of a model of the library."""
        workspace = self._context.session.workspace
        if self._is_asking and ChangeKind.TAGS in change.kinds and workspace and workspace.tag_set.tags:
            self._withdraw()

    @Slot()
    def _withdraw(self) -> None:
        self._is_asking = False
        if self._notice is not None:
            self._context.notifications.withdraw(self._notice)
            self._notice = None


def _take_known_tags(
    progress: Progress, worker: ProcessPool, workspace: Workspace, column: TagColumn
) -> tuple[Workspace, TagColumn, tuple[Change, ...]]:
    """Take the tags of a column; it is read in the worker process if the table is large."""

    def read(part: Progress, workspace: Workspace, place: int) -> ColumnCodes:
        if workspace.table.count <= MANY_RECORDS:
            return column_codes(part, workspace, place)
        return worker.short_call(part, column_codes, workspace, place)

    return workspace, column, take_known_tags(progress, workspace, column, read)


def _clear_tags(workspace: Workspace, last: int) -> Change:
    """Remove all tags, unless somebody did something after the step `last` of the journal."""
    return workspace.tag_set.set(()) if workspace.journal.last == last else Change(None, ChangeKind(0))


def _use_tags(workspace: Workspace, tags: tuple[TagInfo, ...]) -> Change:
    states = workspace.states()
    used = {states.tag_names[code] for code in set(states.decided[states.decided >= 0].tolist())}
    now = workspace.tag_set.tags
    fitting = carried_over(now, used | {tag.name for tag in tags})
    kept = [tag for tag in now if tag.name in used or tag in fitting]
    return workspace.tag_set.set(with_added(kept, tags))

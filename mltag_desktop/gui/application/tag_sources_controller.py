"""Takes the tags of a labelled column, and asks for tags where the texts fit no model."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.tag_list_parser import with_added
from mltag_desktop.core.workspace.types import Change, TagInfo
from mltag_desktop.core.workspace.views.known_tags import TagColumn, tag_column, take_known_tags
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.document.workspace_files import OpenedSource
from mltag_desktop.gui.i18n.translation import format_number, tr, tr_plural
from mltag_desktop.gui.runtime.jobs import Job
from mltag_desktop.gui.state.commands import Handler
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.widgets.notifications import Notification, NotificationAction, NotificationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mltag_desktop.core.drift.monitor import Alarm

OFF_TOPIC: Final = 0.6
"""Share of off-topic records from which a table is not about the subject of the bundled model.

Measured with `DriftMonitor` on 400 records each: 0.01 on its holdout, 0.19 on machine learning texts of
another source, 0.75 on descriptions of packages and 1.0 on the same in German.
"""
_NAMED: Final = 5


class TagSourcesController(QObject):
    """Opens the page "What are the tags?", and changes the tag set to what is chosen there."""

    def __init__(self, context: AppContext, actions: "Mapping[str, QAction]") -> None:
        super().__init__(context.window)
        self._context = context
        self._actions = actions
        self._notice: Notification | None = None
        context.session.opened.connect(self._withdraw)
        context.session.closed.connect(self._withdraw)

    def handlers(self) -> "dict[str, Handler]":
        """Return the handler of the command that opens the page."""
        return {"tag_sources": self.open}

    @Slot()
    def open(self, *, words: str = "") -> None:
        """Show the page; `words` says why."""
        from mltag_desktop.gui.curation.tags.tag_sources_dialog import TagSourcesDialog

        context = self._context
        if context.session.workspace is None or context.session.workspace.read_only:
            return
        dialog = TagSourcesDialog(context.theme, context.session, context.jobs, words, context.window)
        dialog.column_chosen.connect(self.take_column)
        dialog.tags_chosen.connect(self.take_tags)
        dialog.library_requested.connect(self._actions["library"].trigger)
        dialog.open()

    @Slot(object)
    def consider(self, source: OpenedSource) -> None:
        """Take the tags of a labelled column of a table that was just imported."""
        workspace = source.workspace
        if source.resumed or workspace.read_only or workspace.table.mapping.tag is None:
            return
        job = Job(_silent_column, workspace)
        job.succeeded.connect(self._take_or_ask)
        job.failed.connect(self._context.notifications.failure)
        self._context.jobs.run(job)

    @Slot(object)
    def take_column(self, column: TagColumn) -> None:
        """Take the tags of a column over."""
        workspace = self._context.session.workspace
        if workspace is None:
            return
        job = Job(_take_known_tags, workspace, column)
        job.succeeded.connect(self._show_taken)
        job.failed.connect(self._context.notifications.failure)
        self._context.jobs.run(job)

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
        shares = [alarm.value for alarm in alarms if alarm.check == "off_topic"]
        names = {tag.name for tag in workspace.tag_set.tags}
        is_untouched = not workspace.journal.last and names == set(base.tags)
        if not shares or max(shares) < OFF_TOPIC or not is_untouched:
            return
        self._context.writer.write(partial(workspace.tag_set.set, ()))
        self._ask(tr("These texts are not about machine learning. Which tags do you want?"), "")

    @Slot(object)
    def _take_or_ask(self, found: tuple[Workspace, TagColumn | None]) -> None:
        workspace, column = found
        if workspace is not self._context.session.workspace or column is None:
            return
        if column.is_plain:
            self.take_column(column)
        elif column.is_usable or len(column.counts) > 1:
            self._ask(
                tr_plural(
                    "The column {name} has {n:,} different value. Are these the tags?",
                    "The column {name} has {n:,} different values. Are these the tags?",
                    len(column.counts),
                    name=column.name,
                ),
                tr("{count} of {all} records have one.", **_numbers(column)),
            )

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
            shown + (", …" if len(column.counts) > _NAMED else ""),
            NotificationKind.OFFER,
            NotificationAction(tr("Change…"), self.open),
        )
        self._context.notifications.show_notice(self._notice)

    def _ask(self, words: str, hint: str) -> None:
        self._withdraw()
        action = NotificationAction(tr("Choose tags…"), partial(self.open, words=words))
        self._notice = Notification(words, hint, NotificationKind.OFFER, action)
        self._context.notifications.show_notice(self._notice)

    @Slot()
    def _withdraw(self) -> None:
        if self._notice is not None:
            self._context.notifications.withdraw(self._notice)
            self._notice = None


def _numbers(column: TagColumn) -> dict[str, str]:
    return {"count": format_number(column.labelled), "all": format_number(column.records)}


def _silent_column(progress: Progress, workspace: Workspace) -> tuple[Workspace, TagColumn | None]:
    """Return the mapped tag column if it holds other tags than the tag set, and nothing is decided yet."""
    if workspace.journal.last:
        return workspace, None
    column = tag_column(progress, workspace)
    names = {tag.name for tag in workspace.tag_set.tags}
    if column is not None and names.issuperset(tag for tag, _ in column.counts):
        return workspace, None
    return workspace, column


def _take_known_tags(
    progress: Progress, workspace: Workspace, column: TagColumn
) -> tuple[Workspace, TagColumn, tuple[Change, ...]]:
    return workspace, column, take_known_tags(progress, workspace, column)


def _use_tags(workspace: Workspace, tags: tuple[TagInfo, ...]) -> Change:
    states = workspace.states()
    used = {states.tag_names[code] for code in set(states.decided[states.decided >= 0].tolist())}
    wanted = {tag.name for tag in tags}
    kept = [tag for tag in workspace.tag_set.tags if tag.name in used | wanted]
    return workspace.tag_set.set(with_added(kept, tags))

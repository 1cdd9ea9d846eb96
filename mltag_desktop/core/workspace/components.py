"""What a document is made of, wired together.

What the first page of a table needs is made at once; what is needed later, such as merges and the way back,
is imported and made when it is first asked for, since its import would be felt at the start.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mltag_desktop.core.workspace.decisions.decisions import Decisions
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholdStore
from mltag_desktop.core.workspace.model_store import ModelStore
from mltag_desktop.core.workspace.prediction_store import PendingPredictions, PredictionStore
from mltag_desktop.core.workspace.record_states import RecordStates
from mltag_desktop.core.workspace.record_views import RecordViews
from mltag_desktop.core.workspace.records.record_store import RecordStore
from mltag_desktop.core.workspace.records.source_revisions import SourceRevisions
from mltag_desktop.core.workspace.records.table import WorkspaceTable
from mltag_desktop.core.workspace.records.text_store import TextStore
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool
from mltag_desktop.core.workspace.storage.journal import Journal
from mltag_desktop.core.workspace.storage.metadata import WorkspaceMetadata, aliases_of, tags_of
from mltag_desktop.core.workspace.types import Action

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.decisions.tag_set import TagSet
    from mltag_desktop.core.workspace.decisions.time_travel import TimeTravel
    from mltag_desktop.core.workspace.decisions.undo import UndoHandler, UndoHistory
    from mltag_desktop.core.workspace.records.record_repair import RecordRepair
    from mltag_desktop.core.workspace.records.source_merge import SourceMerge
    from mltag_desktop.core.workspace.search.table_scan import TableScan


class WorkspaceComponents:
    """Makes the parts of one open document; each is the only one of its kind there."""

    def __init__(self, store: ConnectionPool, curator: str, cache: Path | None) -> None:
        self.store = store
        self.meta = WorkspaceMetadata(store)
        self.live = RecordStates(tag["name"] for tag in self.meta["tags"])
        self.live.rename(aliases_of(tags_of(self.meta["tags"])))
        self.texts = TextStore(store)
        self.records = RecordStore(store)
        self.editions = SourceRevisions(store, self.meta, self.records, self.live)
        slots = self.editions.slots(self.editions.rows())
        self.live.append(self.texts.digests(self.meta["generation"])[slots], slots)
        self.predictions = PredictionStore(store, self.live)
        self.journal = Journal(store, curator)
        self.review = ReviewThresholdStore(store, self.meta, self.journal, self.live.canonical)
        self.shelf = ModelStore(store, self.meta, self.journal, cache, self.show_predictions)
        self.show_predictions()
        self.decisions = Decisions(store, self.journal, self.live, self.predictions)
        self.table = WorkspaceTable(
            store,
            self.meta,
            self.records,
            self.texts,
            self.editions,
            self.live,
            self.journal,
            self.show_predictions,
        )
        self.desk = PendingPredictions(store, self.table, self.live, self.predictions, self.shelf)
        self.pages = RecordViews(self.table, self.live, self.predictions, self.decisions)
        if self.editions.current or self.editions.next() > 1:
            self.merging.show()

    @cached_property
    def tag_set(self) -> "TagSet":
        """Changes the tag set."""
        from mltag_desktop.core.workspace.decisions.tag_set import TagSet

        return TagSet(self.store, self.meta, self.journal, self.live.code, self._rename)

    @cached_property
    def merging(self) -> "SourceMerge":
        """Takes changed sources over."""
        from mltag_desktop.core.workspace.records.source_merge import SourceMerge

        return SourceMerge(self.table)

    @cached_property
    def mending(self) -> "RecordRepair":
        """Puts mended records in place."""
        from mltag_desktop.core.workspace.records.record_repair import RecordRepair

        return RecordRepair(self.table, self.merging)

    @cached_property
    def gleaning(self) -> "TableScan":
        """Goes through all records: for texts, columns, orders, searches, examples."""
        from mltag_desktop.core.workspace.search.table_scan import TableScan

        return TableScan(self.table, self.live)

    @cached_property
    def past(self) -> "TimeTravel":
        """Looks at earlier states and returns to them."""
        from mltag_desktop.core.workspace.decisions.time_travel import TimeTravel

        return TimeTravel(self.store, self.journal, self.live, self.decisions, self.room, self.settle)

    @cached_property
    def history(self) -> "UndoHistory":
        """Undoes and redoes."""
        from mltag_desktop.core.workspace.decisions.undo import UndoHistory

        return UndoHistory(self.store, self.journal, self.room, self.settle)

    def room(self, action: Action) -> "UndoHandler":
        """Return who undoes and redoes the steps of an action."""
        match action:
            case Action.MAPPING:
                return self.table
            case Action.MERGE:
                return self.merging
            case Action.TAGS:
                return self.tag_set
            case Action.REVIEW:
                return self.review
            case Action.PROMOTE | Action.ROLLBACK:
                return self.shelf
            case Action.RETURN:
                return self.past
            case _:
                return self.decisions

    def settle(self) -> None:
        """Show which records need another look, now that another state is in force."""
        if self.editions.next() > 1:
            self.merging.look()

    def show_predictions(self) -> None:
        """Show the answers of the model in force."""
        self.predictions.show(self.shelf.current, hidden=self.shelf.candidates)

    def _rename(self, aliases: Mapping[str, str]) -> None:
        """Show everything by the present names of the tags."""
        if self.live.rename(aliases):
            with self.live.changing():
                self.predictions.recode()
                self.decisions.refold()
            self.settle()

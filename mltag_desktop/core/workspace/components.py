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
        self.record_states = RecordStates(tag["name"] for tag in self.meta["tags"])
        self.record_states.rename(aliases_of(tags_of(self.meta["tags"])))
        self.texts = TextStore(store)
        self.records = RecordStore(store)
        self.source_revisions = SourceRevisions(store, self.meta, self.records, self.record_states)
        slots = self.source_revisions.slots(self.source_revisions.rows())
        self.record_states.append(self.texts.digests(self.meta["generation"])[slots], slots)
        self.predictions = PredictionStore(store, self.record_states)
        self.journal = Journal(store, curator)
        self.review = ReviewThresholdStore(store, self.meta, self.journal, self.record_states.canonical)
        self.model_store = ModelStore(store, self.meta, self.journal, cache, self.show_predictions)
        self.show_predictions()
        self.decisions = Decisions(store, self.journal, self.record_states, self.predictions)
        self.table = WorkspaceTable(
            store,
            self.meta,
            self.records,
            self.texts,
            self.source_revisions,
            self.record_states,
            self.journal,
            self.show_predictions,
        )
        self.pending_predictions = PendingPredictions(
            store, self.table, self.record_states, self.predictions, self.model_store
        )
        self.pages = RecordViews(self.table, self.record_states, self.predictions, self.decisions)
        if self.source_revisions.current or self.source_revisions.next() > 1:
            self.source_merge.show()

    @cached_property
    def tag_set(self) -> "TagSet":
        """Changes the tag set."""
        from mltag_desktop.core.workspace.decisions.tag_set import TagSet

        return TagSet(self.store, self.meta, self.journal, self.record_states.code, self._rename)

    @cached_property
    def source_merge(self) -> "SourceMerge":
        """Takes changed sources over."""
        from mltag_desktop.core.workspace.records.source_merge import SourceMerge

        return SourceMerge(self.table)

    @cached_property
    def record_repair(self) -> "RecordRepair":
        """Puts mended records in place."""
        from mltag_desktop.core.workspace.records.record_repair import RecordRepair

        return RecordRepair(self.table, self.source_merge)

    @cached_property
    def table_scan(self) -> "TableScan":
        """Goes through all records: for texts, columns, orders, searches, examples."""
        from mltag_desktop.core.workspace.search.table_scan import TableScan

        return TableScan(self.table, self.record_states)

    @cached_property
    def time_travel(self) -> "TimeTravel":
        """Looks at earlier states and returns to them."""
        from mltag_desktop.core.workspace.decisions.time_travel import TimeTravel

        return TimeTravel(
            self.store, self.journal, self.record_states, self.decisions, self.undo_handler, self.settle
        )

    @cached_property
    def history(self) -> "UndoHistory":
        """Undoes and redoes."""
        from mltag_desktop.core.workspace.decisions.undo import UndoHistory

        return UndoHistory(self.store, self.journal, self.undo_handler, self.settle)

    def undo_handler(self, action: Action) -> "UndoHandler":
        """Return who undoes and redoes the steps of an action."""
        match action:
            case Action.MAPPING:
                return self.table
            case Action.MERGE:
                return self.source_merge
            case Action.TAGS:
                return self.tag_set
            case Action.REVIEW:
                return self.review
            case Action.PROMOTE | Action.ROLLBACK:
                return self.model_store
            case Action.RETURN:
                return self.time_travel
            case _:
                return self.decisions

    def settle(self) -> None:
        """Show which records need another look, now that another state is in force."""
        if self.source_revisions.next() > 1:
            self.source_merge.look()

    def show_predictions(self) -> None:
        """Show the answers of the model in force."""
        self.predictions.show(self.model_store.current, hidden=self.model_store.candidates)

    def _rename(self, aliases: Mapping[str, str]) -> None:
        """Show everything by the present names of the tags."""
        if self.record_states.rename(aliases):
            with self.record_states.changing():
                self.predictions.recode()
                self.decisions.fold_again()
            self.settle()

"""The document: one file that holds table, predictions, decisions, models and reports."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.mapping import Mapping as ColumnMapping
from mltag_desktop.core.tables.reader import Quarantined, TableFile
from mltag_desktop.core.workspace.types import (
    Change,
    DecidedExamples,
    Entry,
    Kind,
    ModelInfo,
    RecordView,
    RowArray,
    RowId,
    States,
    TagInfo,
)


class Workspace:
    """A `.mltag` file, safe to use from several threads; methods that write return what they changed."""

    path: Path
    curator: str
    read_only: bool
    held_by: str
    """Who has the document open for writing, when that is someone else; else empty."""

    @classmethod
    def create(
        cls, path: Path, curator: str, tags: Sequence[str | TagInfo] = (), *, cache: Path | None = None
    ) -> "Workspace":
        """Make a new, empty document; models are unpacked below `cache`, by default a temporary folder."""
        raise NotImplementedError

    @classmethod
    def open(cls, path: Path, curator: str, *, cache: Path | None = None) -> "Workspace":
        """Open a document, read-only when another program has it open or the folder is read-only."""
        raise NotImplementedError

    def close(self) -> None:
        """Close every thread's connection and let go of the document; a second call does nothing."""
        raise NotImplementedError

    # --- the table

    @property
    def source_name(self) -> str:
        """Name of the imported file, empty when the records were pasted."""
        raise NotImplementedError

    @property
    def source_path(self) -> Path | None:
        """Where the imported file was."""
        raise NotImplementedError

    @property
    def dialect(self) -> Dialect:
        """How the source is written."""
        raise NotImplementedError

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the source's columns."""
        raise NotImplementedError

    @property
    def mapping(self) -> ColumnMapping:
        """Which columns are text, id, date and known tag."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """Number of records that can be read."""
        raise NotImplementedError

    @property
    def complete(self) -> bool:
        """Whether the import reached the end of the source; importing the same source again goes on."""
        raise NotImplementedError

    @property
    def quarantined(self) -> tuple[Quarantined, ...]:
        """The source's lines that are no good records."""
        raise NotImplementedError

    def import_table(
        self,
        progress: Progress,
        table: TableFile,
        mapping: ColumnMapping,
        on_chunk: Callable[[Change], None] | None = None,
    ) -> Change:
        """Read all records of `table` in short transactions; `on_chunk` hears of each one."""
        raise NotImplementedError

    def add_texts(self, texts: Sequence[str]) -> Change:
        """Append pasted records, written in the table's dialect."""
        raise NotImplementedError

    def set_mapping(self, mapping: ColumnMapping, progress: Progress = SILENT) -> Change:
        """Let the model read other columns; one undo step."""
        raise NotImplementedError

    def records(self, rows: Sequence[RowId] | RowArray) -> list[RecordView]:
        """Return what is shown of `rows`, in their order."""
        raise NotImplementedError

    # --- tags, predictions, states

    @property
    def tags(self) -> tuple[TagInfo, ...]:
        """The tags that can be decided, in the order of the keys 1 to 9."""
        raise NotImplementedError

    def set_tags(self, tags: Sequence[str | TagInfo]) -> Change:
        """Use another tag set; one undo step. Decisions for a tag that is gone stay as they are."""
        raise NotImplementedError

    def states(self) -> States:
        """Return one consistent picture of all records; cheap, nothing is copied until a write comes."""
        raise NotImplementedError

    def pending(
        self, version: str, *, size: int = 2000, first: Sequence[RowId] = ()
    ) -> Iterator[tuple[RowArray, list[str]]]:
        """Yield chunks of records that have no prediction by `version`, those of `first` first."""
        raise NotImplementedError

    def put_predictions(self, rows: RowArray, predictions: Predictions) -> Change:
        """Store the answers for the chunk that `pending` gave this thread last."""
        raise NotImplementedError

    # --- decisions

    def decide(self, rows: Sequence[RowId] | RowArray, tag: str, note: str = "") -> Change:
        """Record that `rows` carry `tag`; one undo step."""
        raise NotImplementedError

    def mark(self, rows: Sequence[RowId] | RowArray, kind: Kind, note: str = "") -> Change:
        """Clear, flag or skip `rows`; one undo step."""
        raise NotImplementedError

    def also_tag(self, rows: Sequence[RowId] | RowArray, tag: str) -> Change:
        """Record that `rows` carry `tag` beside their main one; one undo step."""
        raise NotImplementedError

    def undo(self, progress: Progress = SILENT) -> Change | None:
        """Take the last step in force back; None when there is none."""
        raise NotImplementedError

    def redo(self, progress: Progress = SILENT) -> Change | None:
        """Put the step that was undone last in force again; None when there is none."""
        raise NotImplementedError

    @property
    def undo_label(self) -> str:
        """What `undo` would take back, in words; empty when nothing."""
        raise NotImplementedError

    @property
    def redo_label(self) -> str:
        """What `redo` would put in force again, in words; empty when nothing."""
        raise NotImplementedError

    def journal(self, record: RowId | None = None) -> list[Entry]:
        """Return the history, oldest first, of everything or of one record."""
        raise NotImplementedError

    def examples(self) -> DecidedExamples:
        """Return the decided records as examples to train with."""
        raise NotImplementedError

    # --- models

    @property
    def base_version(self) -> str | None:
        """Version of the bundled model; None until someone told or predicted with it."""
        raise NotImplementedError

    def set_base(self, version: str) -> Change:
        """Tell which version the bundled model has; predictions of an earlier one become stale."""
        raise NotImplementedError

    @property
    def current_version(self) -> str | None:
        """Version of the model in force: the promoted one, else the bundled one."""
        raise NotImplementedError

    def models(self) -> list[ModelInfo]:
        """Return the shelf: the bundled model, then the others, oldest first."""
        raise NotImplementedError

    def add_candidate(self, bundle: Path, report: Mapping[str, Any] | None, trained_on: str) -> ModelInfo:
        """Keep a trained model (a bundle folder) inside the document; nothing is promoted."""
        raise NotImplementedError

    def promote(self, version: str) -> Change:
        """Put a model in force; one undo step. Its cached predictions show at once, others are stale."""
        raise NotImplementedError

    def rollback(self) -> Change:
        """Put the model that was in force before in force again; one undo step."""
        raise NotImplementedError

    def discard(self, version: str) -> Change:
        """Delete a candidate that was never promoted."""
        raise NotImplementedError

    def bundle_path(self, version: str) -> Path:
        """Return the folder of a model of this document, unpacked and checked; not for the bundled model."""
        raise NotImplementedError

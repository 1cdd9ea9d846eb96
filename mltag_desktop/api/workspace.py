"""A workspace of the program: its table, decisions and models as frames, and the steps that change it."""

import warnings
import weakref
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from numbers import Integral
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, Self, TypedDict, Unpack

import numpy as np
import pandas as pd

from mltag_desktop.api import certification
from mltag_desktop.api.certification import Certification
from mltag_desktop.api.inputs import Reading, checked, column_names, dialect_of, require_encodable
from mltag_desktop.api.report import Report
from mltag_desktop.api.tagger import Tagger
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation import evaluation_report as reports
from mltag_desktop.core.filesystem import WORKSPACE_SUFFIX
from mltag_desktop.core.learning.bulk_prediction import predict_pending
from mltag_desktop.core.learning.off_topic_records import refresh_off_topic
from mltag_desktop.core.learning.question_queue import show_live_predictions
from mltag_desktop.core.learning.workspace_models import (
    find_model,
    load_active_model,
    model_state,
    record_base_model,
)
from mltag_desktop.core.messages import some_of
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.settings import user_name
from mltag_desktop.core.tables import columns as results
from mltag_desktop.core.tables.columns import named_mapping, position
from mltag_desktop.core.tables.preflight import TableCheck
from mltag_desktop.core.tables.table_file import parse_many
from mltag_desktop.core.training.retraining import train_candidate
from mltag_desktop.core.workspace import workspace as core
from mltag_desktop.core.workspace.decisions.certificates import cancel
from mltag_desktop.core.workspace.decisions.tag_set import names_in
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import (
    STATUS_WORDS,
    ExportOptions,
    ExportResult,
    OffTopicRows,
    Rows,
    What,
    latest,
    status_words,
)
from mltag_desktop.core.workspace.export.table_export import unused_name
from mltag_desktop.core.workspace.file_import import import_file, require_same_columns
from mltag_desktop.core.workspace.storage.side_files import is_held_here
from mltag_desktop.core.workspace.types import (
    DecisionKind,
    ImportSummary,
    JournalEntry,
    Mark,
    RowArray,
    RowId,
    Status,
    mark_names,
)

_AT_ONCE: Final = 5_000
_SHOWN: Final = 5
_CALLER: Final = 4
"""Stack level of the code that calls `open` or `create`, whose arguments are checked first."""
_ON_TOPIC: Final = "on_topic"
MarkName = Literal["flagged", "skipped", "unsure", "off_topic", "on_topic"]
_MARKS: Final = {
    results.FLAGGED: (DecisionKind.FLAG, DecisionKind.UNFLAG),
    results.SKIPPED: (DecisionKind.SKIP, DecisionKind.UNSKIP),
    results.UNSURE: (DecisionKind.UNSURE, DecisionKind.SURE),
    results.OFF_TOPIC: (DecisionKind.OFF_TOPIC, DecisionKind.CLEAR),
    _ON_TOPIC: (DecisionKind.ON_TOPIC, DecisionKind.CLEAR),
}
"""The kinds that add and remove each mark."""
_RECORD: Final = "record"


@dataclass(frozen=True)
class Candidate:
    """A trained model that is not promoted, and its report."""

    version: str
    report: Report


class Writing(TypedDict, total=False):
    """How `Workspace.export` writes; each option is a keyword of it.

    `add` are the added columns, which are called as in `to_frame`. Records marked as off topic get no tag,
    keep the predicted one, or are left out.
    """

    rows: Rows
    add: str | Sequence[str] | None
    fill: bool | None
    guard: bool
    utf8: bool
    escape: bool
    stale: bool
    off_topic: OffTopicRows


class Workspace:
    """An open `.mltag` file; use it in a `with` statement, or close it. It closes when nothing refers to it.

    Records are counted from 1, as in the window, and are the index of the frames. Only one program can write
    to a workspace: where another one has it open, its content can still be read, and methods that write raise
    `MltagError`. What is read is the state at the time of opening plus the own changes.
    """

    def __init__(self, document: core.Workspace, *, write: bool = True) -> None:
        """Use `open` or `create`."""
        self._document = document
        self._write = write
        weakref.finalize(self, document.close).atexit = False

    @classmethod
    @checked
    def open(cls, path: str | Path, *, curator: str | None = None, write: bool = True) -> Self:
        """Open an existing workspace; without `write` it is only read and stays free for other programs."""
        path = Path(path)
        if not path.exists():
            raise MltagError(f"There is no workspace {path}.", "Check the name, or use Workspace.create.")
        document = core.Workspace.open(path, curator or user_name(), write=write)
        if write and document.held_by and is_held_here(document.path):
            document.close()
            raise MltagError(
                f"{path} is open in this Python session already.",
                "Close it there with workspace.close(), or pass write=False to read it.",
            )
        return cls(_with_warnings(document), write=write)

    @classmethod
    @checked
    def create(
        cls, path: str | Path, *, tags: Sequence[str] | None = None, curator: str | None = None
    ) -> Self:
        """Create an empty workspace NAME.mltag with `tags`, by default those of the bundled model."""
        path = Path(path)
        if path.suffix.lower() != WORKSPACE_SUFFIX:
            raise MltagError(f"{path} does not end in {WORKSPACE_SUFFIX}.", "Name the workspace NAME.mltag.")
        chosen = bundled().tags if tags is None else tuple(tags)
        if not all(tag.strip() for tag in chosen):
            raise MltagError("A tag has no name.", "Leave empty tags out.")
        require_encodable(chosen)
        return cls(_with_warnings(core.Workspace.create(path, curator or user_name(), chosen)))

    def close(self) -> None:
        """Close the file and release its lock."""
        self._document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Workspace {self.path}: {self._document.table.count:,} records>"

    @property
    def path(self) -> Path:
        """Path of the file."""
        return self._document.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written, because another program has it open or the disk forbids it."""
        return self._document.read_only

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag set."""
        return tuple(tag.name for tag in self._document.tag_set.tags)

    def to_frame(self) -> pd.DataFrame:
        """Return all records of the source: its columns, then predictions and decisions.

        The added columns are predicted_tag, confidence, status ("to review", "undecided" above the
        review threshold or postponed, "accepted", "corrected", "from the table" or "off topic"), tag,
        additional_tags (a tuple), curator, time, note, flagged, skipped, unsure, off_topic for records that
        are or may be about something else, and stale for a prediction by an earlier model. A name that the
        source has too gets the prefix `mltag_`.
        """
        document, states = self._document, self._document.states()
        rows = np.flatnonzero(~states.gone).astype(np.int64)
        columns = document.table.columns
        frame = pd.DataFrame(self._cells(rows), columns=list(columns), index=_records(rows))
        states, entries = states.of(rows), latest(document)
        statuses = status_words(document)
        decided = [entries.get(row) for row in rows.tolist()]
        names = np.array([*states.tag_names, None], dtype=object)
        marks = {mark: states.marked(mark) for mark in (Mark.FLAGGED, Mark.SKIPPED, Mark.UNSURE)}
        added = {
            results.PREDICTED_TAG: names[states.predicted],
            results.CONFIDENCE: states.confidence,
            results.STATUS: [statuses[row] for row in rows.tolist()],
            results.TAG: names[states.decided],
            results.ADDITIONAL_TAGS: [document.decisions.additional_tags(row) for row in rows.tolist()],
            results.CURATOR: [entry.curator if entry else None for entry in decided],
            results.TIME: _times(entry.time if entry else None for entry in decided),
            results.NOTE: [document.decisions.note_on(row) for row in rows.tolist()],
            results.FLAGGED: marks[Mark.FLAGGED],
            results.SKIPPED: marks[Mark.SKIPPED],
            results.UNSURE: marks[Mark.UNSURE],
            results.OFF_TOPIC: states.off_topic,
            results.STALE: states.stale,
        }
        return frame.assign(**{unused_name(name, columns): values for name, values in added.items()})

    def decisions(self) -> pd.DataFrame:
        """Return the decided records: text, tag, and what the model had predicted at that time."""
        document, found = self._document, latest(self._document)
        rows = np.array(sorted(found), np.int64)
        states = document.states().of(rows)
        entries = [found[row] for row in rows.tolist()]
        return pd.DataFrame(
            {
                "text": document.table.texts(rows),
                results.TAG: [entry.tag for entry in entries],
                results.ADDITIONAL_TAGS: [document.decisions.additional_tags(row) for row in rows.tolist()],
                results.STATUS: [STATUS_WORDS[Status(code)] for code in states.status.tolist()],
                results.PREDICTED_TAG: [entry.predicted_tag for entry in entries],
                results.CONFIDENCE: [entry.confidence for entry in entries],
                results.MODEL_VERSION: [entry.model_version for entry in entries],
                results.CURATOR: [entry.curator for entry in entries],
                results.TIME: _times(entry.time for entry in entries),
                results.NOTE: [document.decisions.note_on(row) for row in rows.tolist()],
                results.MARKS: [mark_names(Mark(code)) for code in states.marks.tolist()],
            },
            index=_records(rows),
        )

    def journal(self) -> pd.DataFrame:
        """Return every entry of the journal, oldest first, including undone ones."""
        frame = pd.DataFrame(self._document.journal.entries(), columns=list(JournalEntry._fields))
        frame[_RECORD] = frame[_RECORD].astype("Int64") + 1
        frame["target"] = frame["target"].astype("Int64")
        frame["time"] = _times(frame["time"])
        return frame

    def models(self) -> pd.DataFrame:
        """Return the models, oldest first; state is "active", "candidate", "earlier" or "bundled"."""
        record_base_model(self._document)
        rows = [
            (info.version, model_state(info), info.f1, info.created, str(info.trained_on))
            for info in self._document.models.all()
        ]
        frame = pd.DataFrame(rows, columns=["version", "state", "f1", "created", "trained_on"])
        frame["f1"] = frame["f1"].astype(np.float64)
        frame["created"] = _times(frame["created"])
        return frame

    @checked
    def report(self, version: str) -> Report:
        """Return the report of a model, given its version or the first characters of it."""
        info = find_model(self._document.models.all(), version)
        if info.report is None:
            raise MltagError(f"Model {info.version} has no report.", "Choose a model that was trained here.")
        return Report.of(reports.Report.from_json(info.report).now(self._document.models.all()))

    @checked
    def tagger(self, version: str | None = None) -> Tagger:
        """Return a model of the workspace, by default the active one; warns if it does not know all tags."""
        models, text = self._document.models, self._text_columns()
        if version is not None:
            version = find_model(models.all(), version).version
            if models.holds(version):
                return Tagger.load(models.bundle_path(version), text=text)
        model = bundled() if version is not None else load_active_model(self._document, bundled())
        unknown = [tag for tag in names_in(self._document.tag_set.tags, model.tags) if tag not in model.tags]
        if unknown:
            warnings.warn(
                f"The model never predicts {some_of(unknown)}. Train and promote one that does: retrain().",
                stacklevel=_CALLER - 1,
            )
        return Tagger._of(model, text)

    @checked
    def decide(self, records: Any, tag: Any = None, note: str = "") -> int:
        """Tag records as one undo step; return their number.

        `records` is a record number or several with one `tag`, or a Series or mapping of tags by record
        number. Raises `MltagError` for records that do not exist, missing tags and tags outside the tag set;
        then nothing is changed.
        """
        decisions = self._writable.decisions
        require_encodable([note])
        wanted = self._checked(_pairs(records, tag))
        if len(set(wanted.values())) == 1:
            decisions.decide([*wanted], next(iter(wanted.values())), note)
        elif wanted:
            tags = {row: (name, note) for row, name in wanted.items()}
            decisions.decide_each(tags, (), f"Decide from Python ({len(tags):,} records)")
        return len(wanted)

    @checked
    def mark(self, records: Any, mark: MarkName, *, remove: bool = False) -> None:
        """Mark records as "flagged", "skipped", "unsure", "off_topic" or "on_topic", or remove the mark.

        It is one undo step. `records` is a record number or several. Notes stay as they are, and tags too,
        except that "off_topic" removes them. The off-topic filter learns from "off_topic" and "on_topic".
        """
        self._writable.decisions.mark(self._rows(records), _MARKS[mark][remove])
        if mark in (results.OFF_TOPIC, _ON_TOPIC):
            refresh_off_topic(SILENT, self._document, load_active_model(self._document, bundled()).own)

    @checked
    def note(self, record: Any, text: str) -> None:
        """Write the note of a record as one undo step; an empty text removes it."""
        decisions, rows = self._writable.decisions, self._rows(record)
        if len(rows) > 1:
            raise MltagError("A note belongs to one record.", "Write the note of each record by itself.")
        require_encodable([text])
        decisions.note(rows[0], text)

    @checked
    def clear(self, records: Any) -> None:
        """Remove the decisions on records as one undo step; marks and notes stay."""
        self._writable.decisions.mark(self._rows(records), DecisionKind.CLEAR)

    @checked
    def add_tag(self, records: Any, tag: str) -> None:
        """Give records an additional tag as one undo step; records with this main tag stay as they are."""
        self._writable.decisions.add_tag(self._rows(records), tag)

    @checked
    def remove_tag(self, records: Any, tag: str) -> None:
        """Remove an additional tag of records as one undo step."""
        self._writable.decisions.remove_tag(self._rows(records), tag)

    def undo(self) -> str:
        """Undo the last step; return what it was, or an empty text if there is nothing to undo."""
        history = self._writable.history
        label = history.undo_label
        return label if history.undo() is not None else ""

    def redo(self) -> str:
        """Redo the last undone step; return what it was, or an empty text."""
        history = self._writable.history
        label = history.redo_label
        return label if history.redo() is not None else ""

    @checked
    def import_table(
        self,
        path: str | Path,
        *,
        text: str | Sequence[str] | None = None,
        id: str | None = None,
        label: str | None = None,
        predict: bool = True,
        **reading: Unpack[Reading],
    ) -> ImportSummary:
        """Import a table file, resume an interrupted import, or merge changes of the source.

        The columns are detected unless named: `text` is what the model reads, `id` names the records, and
        `label` has known tags; `reading` are the options of `Reading`. Returns the numbers of records added,
        changed and gone. Raises `MltagError` if the workspace was imported with other columns than the named
        ones.
        """
        document, file = self._writable, Path(path)
        dialect = dialect_of(file, reading)
        found = TableCheck(file, bundled().tags, dialect)
        names = column_names(text) or None
        mapping = named_mapping(found.table.columns, found.mapping, names, id, label)
        require_same_columns(document, found.table.columns, names, id, label)
        taken = import_file(SILENT, document, found.table, mapping)
        record_base_model(document)
        if predict:
            self.predict()
        return taken

    def predict(self) -> int:
        """Predict the records without a prediction by the active model; return their number."""
        document = self._writable
        return predict_pending(SILENT, document, load_active_model(document, bundled()).own)

    @checked
    def export(
        self,
        path: str | Path,
        *,
        what: What = "table",
        records: Any = None,
        columns: str | Sequence[str] | None = None,
        replace: bool = False,
        **writing: Unpack[Writing],
    ) -> ExportResult:
        """Write the table with its tags, the corrections or the original source, as `mltag export` does.

        `records` are the numbers of the records to write, `columns` the columns of the source, and `writing`
        the options of `Writing`. Tags that no model knows are estimated from their names and the decisions.
        """
        names = self._document.table.columns
        chosen = None if columns is None else tuple(sorted(position(names, n) for n in column_names(columns)))
        if chosen == ():
            raise MltagError("No column of the source was named.", "Name some, or leave columns out for all.")
        added = writing.get("add")
        options = ExportOptions(
            columns=chosen,
            rows=writing.get("rows", "all"),
            records=None if records is None else frozenset(self._rows(records, "written")),
            added=None if added is None else tuple(column_names(added)),
            fill=writing.get("fill"),
            guard=writing.get("guard", False),
            encoding="utf-8" if writing.get("utf8") else "source",
            escape=writing.get("escape", False),
            stale=writing.get("stale", False),
            off_topic=writing.get("off_topic", "empty"),
        )
        if what == "table":
            show_live_predictions(SILENT, self._document)
        return export(SILENT, self._document, Path(path), what, replace=replace, options=options)

    @checked
    def retrain(self, recipe: str | None = None) -> Candidate:
        """Train a candidate on the base data and the decisions, and evaluate it; nothing is promoted.

        With a `recipe`, it is trained on the decisions only.
        """
        report, info = train_candidate(SILENT, self._writable, recipe=recipe)
        return Candidate(info.version, Report.of(report))

    @checked
    def certify(self, allowed: float = 0.05, *, checks: int | None = None) -> Certification:
        """Start to prove that at most `allowed` of the sure records are wrong, or go on with it.

        Decide the records in `to_check`, then call it again; when it is `proven`, call
        `finish_certification`. `checks` is the largest number of records to check.
        """
        return certification.certify(self._writable, allowed, checks)

    def finish_certification(self) -> str:
        """Issue the certificate that is proven, and review below its cut; return it as a sentence."""
        return certification.finish_certification(self._writable)

    def cancel_certification(self) -> None:
        """End the running certification without a certificate."""
        cancel(self._writable)

    def certificates(self) -> pd.DataFrame:
        """Return the certificates, oldest first; `valid` says whether one still holds."""
        return certification.certificates(self._document)

    @checked
    def promote(self, version: str | Candidate | None = None, *, predict: bool = True) -> None:
        """Make a model the active one, by default the newest candidate.

        All records are predicted with it unless `predict` is False.
        """
        store = self._writable.models
        models = store.all()
        if version is None:
            candidates = [info for info in models if info.candidate]
            if not candidates:
                raise MltagError("There is no candidate to promote.", "Train one: retrain().")
            version = candidates[-1].version
        info = find_model(models, version.version if isinstance(version, Candidate) else version)
        if not info.active:
            store.promote(info.version)
        if predict:
            self.predict()

    @checked
    def rollback(self, *, predict: bool = True) -> str:
        """Return to the model that was active before; return its version."""
        models = self._writable.models
        models.rollback()
        if predict:
            self.predict()
        return next(info.version for info in models.all() if info.active)

    @property
    def _writable(self) -> core.Workspace:
        """The workspace to change; raises `MltagError` if it cannot be written."""
        if not self._write:
            raise MltagError(
                f"{self.path} was opened with write=False, to be read only.", "Open it without write=False."
            )
        self._document.require_writable()
        return self._document

    def _cells(self, rows: RowArray) -> list[tuple[str, ...]]:
        table = self._document.table
        dialect, width = table.dialect, len(table.columns)
        cells: list[tuple[str, ...]] = []
        for start in range(0, len(rows), _AT_ONCE):
            found = parse_many(table.raws_of(rows[start : start + _AT_ONCE]), dialect)
            cells += [(*each, *[""] * (width - len(each)))[:width] for each in found]
        return cells

    def _text_columns(self) -> list[str]:
        names = self._document.table.columns
        return [names[place] for place in self._document.table.mapping.text]

    def _rows(self, records: Any, done: str = "changed") -> list[RowId]:
        """Return the rows of records; raises `MltagError` if a record does not exist or none is given."""
        numbers = _listed(records)
        count = self._document.table.count
        wrong = [problem for record in numbers if (problem := _record_problem(record, count))]
        if wrong or not numbers:
            more = f", and {len(wrong) - _SHOWN:,} more" if len(wrong) > _SHOWN else ""
            said = "; ".join(wrong[:_SHOWN]) if wrong else "no record was given"
            raise MltagError(
                f"Nothing was {done}: {said}{more}.",
                f"There are {count:,} records. Pass their numbers, such as frame.index[mask].",
            )
        return [int(record) - 1 for record in numbers]

    def _checked(self, pairs: Iterable[tuple[Any, Any]]) -> dict[RowId, str]:
        """Return the tag of each row; raises `MltagError` with everything that is wrong."""
        count, tags = self._document.table.count, self.tags
        wanted: dict[RowId, str] = {}
        wrong: list[str] = []
        for record, tag in pairs:
            if problem := _record_problem(record, count):
                wrong.append(problem)
            elif not isinstance(tag, str) or not tag.strip():
                wrong.append(f"record {record} has no tag")
            elif tags and tag not in tags:
                wrong.append(f"record {record}: the workspace has no tag “{tag}”")
            elif wanted.setdefault(int(record) - 1, tag) != tag:
                wrong.append(f"record {record} has two tags")
        if wrong:
            more = f", and {len(wrong) - _SHOWN:,} more" if len(wrong) > _SHOWN else ""
            raise MltagError(
                f"Nothing was decided: {'; '.join(wrong[:_SHOWN])}{more}.",
                f"There are {count:,} records. The tags are: {some_of(tags)}. For others use"
                " Workspace.create(path, tags=…), or mltag tags --add.",
            )
        return wanted


def _record_problem(record: Any, count: int) -> str:
    """Return what is wrong with a record number; empty if it is one of `count` records."""
    if isinstance(record, bool | np.bool_) or not isinstance(record, Integral):
        return f"{record!r} is not a record number"
    return "" if 1 <= int(record) <= count else f"there is no record {record}"


def _listed(records: Any) -> list[Any]:
    """Return record numbers as a list; a value that is no collection is one of them."""
    return list(records) if isinstance(records, Iterable) and not isinstance(records, str) else [records]


def _pairs(records: Any, tag: Any) -> Iterable[tuple[Any, Any]]:
    """Return record numbers with their tags."""
    if isinstance(records, pd.DataFrame):
        raise MltagError("A frame was given in place of tags.", 'Pass its column, such as frame["tag"].')
    if tag is None:
        if isinstance(records, pd.Series | Mapping):
            return records.items()
        raise MltagError(
            "The tag is missing.", "Pass a tag, or tags by record number: a Series or a mapping."
        )
    if isinstance(records, pd.Series | Mapping):
        raise MltagError(
            "Both tags by record and one tag were given.",
            "Pass only the tags, or the tag with record numbers, such as frame.index[mask].",
        )
    if not isinstance(tag, str):
        raise MltagError(
            f"{tag!r} is not one tag.",
            "Pass several as a mapping by record number: dict(zip(records, tags)).",
        )
    return [(number, tag) for number in _listed(records)]


def _with_warnings(document: core.Workspace) -> core.Workspace:
    """Warn about damaged models, and about changes that a killed program left next to the file."""
    if document.models.damage is not None:
        warnings.warn(str(document.models.damage), stacklevel=_CALLER)
    for log in document.unsaved:
        warnings.warn(
            f"{log} holds changes to another file of that name, which were not applied.", stacklevel=_CALLER
        )
    return document


def _records(rows: RowArray) -> pd.Index:
    return pd.Index(rows + 1, name=_RECORD)


def _times(values: Iterable[str | None]) -> pd.Series:
    return pd.to_datetime([value or None for value in values], utc=True, format="ISO8601")

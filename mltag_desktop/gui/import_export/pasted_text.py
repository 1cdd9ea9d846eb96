"""Splits pasted text into records and tags them; no Qt."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.types import Classifier, Predictions
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.column_mapping import Mapping, guess_mapping, record_text
from mltag_desktop.core.tables.record_parser import Record
from mltag_desktop.core.tables.table_file import PastedTable
from mltag_desktop.core.workspace.decisions.tag_set import by_present_names, present_names
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import tr, tr_plural

_CHUNK: Final = 1000
_LOOKED_AT: Final = 20_000
_LINES: Final = 20


@dataclass(frozen=True)
class PastedRecord:
    """A record and the index of its first line, from 0."""

    line: int
    text: str


def split(text: str, *, paragraphs: bool) -> list[PastedRecord]:
    """Split `text` into records: one per non-empty line, or one per paragraph separated by empty lines.

    The lines of a paragraph are joined with spaces.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"))]
    if not paragraphs:
        return [PastedRecord(number, line) for number, line in lines if line]
    runs = (list(run) for filled, run in groupby(lines, key=lambda line: bool(line[1])) if filled)
    return [PastedRecord(run[0][0], " ".join(line for _, line in run)) for run in runs]


def record_at(records: Sequence[PastedRecord], line: int) -> int | None:
    """Return the index of the record at `line` or of the nearest one above; None without one."""
    place = bisect_right([record.line for record in records], line) - 1
    return place if place >= 0 else None


@dataclass(frozen=True)
class PastedPredictions:
    """Texts with the predicted probabilities of all tags."""

    texts: tuple[str, ...]
    tags: tuple[str, ...]
    probabilities: tuple[Predictions, ...]
    """Predictions in chunks of 1,000 texts."""

    def of(self, place: int) -> dict[str, float]:
        """Return the probability of each tag for text number `place`."""
        chunk, row = divmod(place, _CHUNK)
        values = self.probabilities[chunk].probabilities[row]
        return dict(zip(self.tags, values.tolist(), strict=True))

    def best(self, place: int) -> tuple[str, float]:
        """Return the predicted tag and its confidence for text number `place`."""
        chunk, row = divmod(place, _CHUNK)
        predictions = self.probabilities[chunk]
        return self.tags[int(predictions.best[row])], float(predictions.confidence[row])


def tag_texts(
    progress: Progress, model: Classifier, texts: tuple[str, ...], tags: Sequence[TagInfo] = ()
) -> PastedPredictions:
    """Tag `texts` in chunks, so that the job can be cancelled in between.

    `tags` is the tag set with the current names of the model's tags.
    """
    names = tuple(dict.fromkeys(present_names(tags, model.tags)))
    chunks = []
    for start in range(0, len(texts), _CHUNK):
        progress.report(start / len(texts), tr("tagging"))
        chunks.append(by_present_names(model.predict(texts[start : start + _CHUNK]), tags))
    return PastedPredictions(texts, names, tuple(chunks))


@dataclass(frozen=True, eq=False)
class PastedRows:
    """A pasted table with its column mapping, records, predictions, and a summary in `words`."""

    table: PastedTable
    mapping: Mapping
    records: tuple[PastedRecord, ...]
    tagged: PastedPredictions
    words: str


def looks_like_table(text: str) -> bool:
    """Return whether `text` looks copied from a spreadsheet: several lines, each with a tab."""
    lines = [line for line in text[:_LOOKED_AT].split("\n")[:_LINES] if line.strip()]
    return len(lines) > 1 and all("\t" in line for line in lines)


def tag_table(progress: Progress, model: Classifier, text: str, tags: Sequence[TagInfo] = ()) -> PastedRows:
    """Read `text` as a table and tag its records.

    `tags` is the tag set with the current names of the model's tags. Raises `MltagError` if the table has no
    readable records or no text column.
    """
    table = PastedTable(text)
    items = list(table.records())
    rows = [item for item in items if isinstance(item, Record)]
    if not rows:
        raise MltagError(tr("The table has no readable records."), tr("Copy the rows again."))
    known = {*model.tags, *present_names(tags, model.tags)}
    mapping = guess_mapping(table.columns, [row.cells for row in rows[:200]], sorted(known))
    records = tuple(PastedRecord(row.line - 1, record_text(row.cells, mapping)) for row in rows)
    tagged = tag_texts(progress, model, tuple(record.text for record in records), tags)
    names = " + ".join(table.columns[place] for place in mapping.text)
    quarantined = len(items) - len(rows)
    left = (
        tr_plural("; {n:,} line is unreadable", "; {n:,} lines are unreadable", quarantined)
        if quarantined
        else ""
    )
    words = tr(
        "{records}, {columns}; text columns: {names}{left}",
        records=tr_plural("{n:,} record", "{n:,} records", len(records)),
        columns=tr_plural("{n:,} column", "{n:,} columns", len(table.columns)),
        names=names,
        left=left,
    )
    return PastedRows(table, mapping, records, tagged, words)

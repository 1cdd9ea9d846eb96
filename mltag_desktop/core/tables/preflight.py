"""Check a table before import: how it is written and which problems it has. Nothing is stored."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.tables.column_mapping import Mapping, guess_mapping, record_text
from mltag_desktop.core.tables.opening import ReadingAlternative, alternatives, open_table
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.tables.tag_cells import recognised_form, split_cell
from mltag_desktop.core.tables.text.dialect import Dialect
from mltag_desktop.core.tables.text.record_parser import Record

_SAMPLE_RECORDS: Final = 200
_MAX_NAMED_TAGS: Final = 5


@dataclass(frozen=True)
class CheckReport:
    """The result of reading a whole table."""

    table: TableFile
    records: int
    quarantined: tuple[tuple[int, str], ...]
    """First physical line (from 1) and reason of each quarantined record."""
    mapping: Mapping | None
    """None when no column holds text."""
    problems: tuple[str, ...]
    ways: tuple[ReadingAlternative, ...] = ()
    """Ways to read the table, the one in use first; empty when there is no doubt."""

    def to_json(self, rows: bool = False) -> dict[str, Any]:
        """Return the JSON output of `mltag check`; `rows` adds the cells of every readable record."""
        dialect, sniffed = self.table.dialect, self.table.sniffed
        content: dict[str, Any] = {
            "file": str(self.table.path),
            "encoding": dialect.encoding,
            "bom": bool(dialect.bom),
            "delimiter": dialect.delimiter,
            "quote": dialect.quote,
            "escape": dialect.escape,
            "skip_blanks": dialect.skip_blanks,
            "skip": dialect.skip,
            "form": dialect.form,
            "sheet": dialect.sheet,
            "newline": dialect.newline,
            "header": dialect.header,
            "columns": list(self.table.columns),
            "evidence": sniffed.evidence if sniffed else "",
            "sure": sniffed.sure if sniffed else True,
            "alternatives": [
                {
                    "encoding": way.dialect.encoding,
                    "delimiter": way.dialect.delimiter,
                    "header": way.dialect.header,
                    "sheet": way.dialect.sheet,
                    "evidence": way.evidence,
                    "rows": [list(row) for row in way.rows],
                }
                for way in self.ways
            ],
            "records": self.records,
            "quarantined": [{"line": line, "reason": reason} for line, reason in self.quarantined],
            "mapping": self._mapping_json(),
            "problems": list(self.problems),
        }
        if rows:
            content["rows"] = [list(record.cells) for record in _readable(self.table)]
        return content

    def _mapping_json(self) -> dict[str, Any] | None:
        """Return the mapping with column names instead of positions."""
        if self.mapping is None:
            return None
        columns = self.table.columns
        named = {
            key: None if at is None else columns[at]
            for key, at in (("id", self.mapping.id), ("date", self.mapping.date), ("tag", self.mapping.tag))
        }
        return {"text": [columns[at] for at in self.mapping.text], **named}


def check(
    path: Path, tags: Sequence[str] = (), progress: Progress = SILENT, dialect: Dialect | None = None
) -> CheckReport:
    """Read a whole table of any form and report its problems; `tags` are the model's tags, if any.

    Raises `MltagError` when the table cannot be opened.
    """
    table = open_table(path, dialect)
    mapping, mapping_problems = _mapping(table, tags)
    counts = _RecordCounts(mapping, frozenset(tags))
    quarantined: list[tuple[int, str]] = []
    for block in table.blocks():
        progress.report(table.position() / max(1, table.size), "Reading")
        for item in block:
            if isinstance(item, Record):
                counts.add(item.cells)
            else:
                quarantined.append((item.line, item.reason))
    problems = [*_reading_problems(table, counts.records, quarantined), *mapping_problems, *counts.problems()]
    unsure = table.sniffed is not None and not table.sniffed.sure
    ways = tuple(alternatives(path)) if unsure else ()
    return CheckReport(table, counts.records, tuple(quarantined), mapping, tuple(problems), ways)


class _RecordCounts:
    """Counters over the readable records."""

    def __init__(self, mapping: Mapping | None, tags: frozenset[str]) -> None:
        self.records = 0
        self._mapping = mapping
        self._tags = tags
        self._without_text = 0
        self._ids: set[int] = set()
        self._repeated = 0
        self._unknown: dict[str, int] = {}

    def add(self, cells: tuple[str, ...]) -> None:
        """Count one record."""
        self.records += 1
        mapping = self._mapping
        if mapping is None:
            return
        self._without_text += not record_text(cells, mapping)
        if mapping.id is not None:
            known = len(self._ids)
            self._ids.add(hash(cells[mapping.id]))
            self._repeated += len(self._ids) == known
        if mapping.tag is not None and self._tags:
            tag = cells[mapping.tag].strip()
            if tag and tag not in self._tags:
                self._unknown[tag] = self._unknown.get(tag, 0) + 1

    def problems(self) -> Iterator[str]:
        """Yield a sentence for each kind of problem that was counted."""
        if self._without_text:
            yield f"{_counted(self._without_text, 'record has', 'records have')} no text."
        if self._repeated:
            yield (
                f"{_counted(self._repeated, 'record repeats', 'records repeat')} the ID of an earlier record."
            )
        unknown = self._unknown_tags()
        if unknown:
            names = ", ".join(sorted(unknown, key=lambda tag: -unknown[tag])[:_MAX_NAMED_TAGS])
            more = " and others" if len(unknown) > _MAX_NAMED_TAGS else ""
            yield f"The model does not know these tags of the table: {names}{more}."

    def _unknown_tags(self) -> Counter[str]:
        """Return the unknown tags with their records; a cell may hold several tags."""
        form = recognised_form(self._unknown)
        found: Counter[str] = Counter()
        for cell, records in self._unknown.items():
            for tag in split_cell(cell, form):
                if tag not in self._tags:
                    found[tag] += records
        return found


def _mapping(table: TableFile, tags: Sequence[str]) -> tuple[Mapping | None, list[str]]:
    sample = [record.cells for record, _ in zip(_readable(table), range(_SAMPLE_RECORDS), strict=False)]
    try:
        return guess_mapping(table.columns, sample, tags), []
    except MltagError as error:
        return None, [str(error)]


def _reading_problems(
    table: TableFile, records: int, quarantined: Sequence[tuple[int, str]]
) -> Iterator[str]:
    if quarantined:
        line, reason = quarantined[0]
        count = _counted(len(quarantined), "line is", "lines are")
        yield f"{count} unreadable, the first in line {line}: {reason}"
    if not records:
        yield "No record is readable: check the encoding, the delimiter and the header."
    if table.sniffed and not table.sniffed.sure:
        yield f"The table format was guessed: {table.sniffed.evidence}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _readable(table: TableFile) -> Iterator[Record]:
    return (item for item in table.records() if isinstance(item, Record))

"""Check a table before or during its import: how it is written and what is wrong. Nothing is stored."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.tables.columns import ColumnMapping, guess_mapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats import ReadingAlternative, alternatives, open_table
from mltag_desktop.core.tables.table_source import Block, TableSource
from mltag_desktop.core.tables.tag_cells import recognised_form, split_cell

_SAMPLE_RECORDS: Final = 200
_MAX_NAMED_TAGS: Final = 5
_WAY: Final = ("encoding", "delimiter", "header", "sheet")
_DIALECT: Final = (*_WAY, "quote", "escape", "skip_blanks", "skip", "form", "newline")


@dataclass(frozen=True)
class CheckReport:
    """The result of reading a whole table."""

    table: TableSource
    records: int
    quarantined: tuple[tuple[int, str], ...]
    """First physical line (from 1) and reason of each quarantined record."""
    mapping: ColumnMapping | None
    """None when no column holds text."""
    problems: tuple[str, ...]
    ways: tuple[ReadingAlternative, ...] = ()
    """Ways to read the table, the one in use first; empty when there is no doubt."""

    def to_json(self, rows: bool = False) -> dict[str, Any]:
        """Return the JSON output of `mltag check`; `rows` adds the cells of every readable record."""
        dialect, sniffed = self.table.dialect, self.table.sniffed
        content: dict[str, Any] = {
            "file": str(self.table.path),
            **{key: getattr(dialect, key) for key in _DIALECT},
            "bom": bool(dialect.bom),
            "columns": list(self.table.columns),
            "evidence": sniffed.evidence if sniffed else "",
            "sure": sniffed.sure if sniffed else True,
            "alternatives": [
                {
                    **{key: getattr(way.dialect, key) for key in _WAY},
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
            content["rows"] = [list(cells) for cells in self.table.rows()]
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


class TableCheck:
    """Counts what is in a table, while `report` or an import reads it.

    Attributes: `table`, and `mapping`, the guessed columns (None when no column holds text).
    """

    def __init__(self, path: Path, tags: Sequence[str] = (), dialect: Dialect | None = None) -> None:
        """Open the table at `path`; `tags` are the model's tags.

        Raises `MltagError` when it cannot be opened.
        """
        self.table = open_table(path, dialect)
        self.mapping, self._mapping_problems = _mapping(self.table, tags)
        self._tags = frozenset(tags)
        self._records = self._without_text = 0
        self._ids: list[NDArray[np.int64]] = []
        """Hashes of the ids; a set of a million would take 100 MB."""
        self._unknown: Counter[str] = Counter()
        self._quarantined: list[tuple[int, str]] = []
        self._is_complete = False

    def use(self, mapping: ColumnMapping, tags: Sequence[str]) -> None:
        """Count by these columns and tags instead of the guessed ones; before anything is counted."""
        self.mapping, self._mapping_problems, self._tags = mapping, [], frozenset(tags)

    @property
    def has_unknown_tags(self) -> bool:
        """Whether the tag column has tags that the model does not know, as far as it was read."""
        return bool(self._unknown_tags())

    def counted(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Yield the blocks of the whole table, and count what is in them."""
        for block in blocks:
            self._count(block)
            self._quarantined += [(item.line, item.reason) for _, item in block.quarantined]
            yield block
        self._is_complete = True

    def report(self, progress: Progress = SILENT) -> CheckReport:
        """Return the report; read the table unless `counted` has seen all of it."""
        table, quarantined = self.table, self._quarantined
        if not self._is_complete:
            for _ in self.counted(table.blocks()):
                progress.report(table.fraction, "Reading")
        problems = [
            *_reading_problems(table, self._records, quarantined),
            *self._mapping_problems,
            *self._problems(),
        ]
        unsure = table.sniffed is not None and not table.sniffed.sure
        ways = tuple(alternatives(table.path)) if unsure else ()
        return CheckReport(table, self._records, tuple(quarantined), self.mapping, tuple(problems), ways)

    def _count(self, block: Block) -> None:
        self._records += block.row_count
        mapping = self.mapping
        if mapping is None:
            return
        self._without_text += block.texts(mapping.text).count("")
        if mapping.id is not None:
            self._ids.append(np.fromiter(map(hash, block.column(mapping.id)), np.int64))
        if mapping.tag is not None and self._tags:
            for cell, count in Counter(block.column(mapping.tag)).items():
                tag = cell.strip()
                if tag and tag not in self._tags:
                    self._unknown[tag] += count

    def _problems(self) -> Iterator[str]:
        """Yield a sentence for each kind of problem that was counted."""
        if self._without_text:
            yield f"{_counted(self._without_text, 'record has', 'records have')} no text."
        ids = np.sort(np.concatenate([np.zeros(0, np.int64), *self._ids]))
        if repeated := int((ids[1:] == ids[:-1]).sum()):
            yield (f"{_counted(repeated, 'record repeats', 'records repeat')} the ID of an earlier record.")
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


def _mapping(table: TableSource, tags: Sequence[str]) -> tuple[ColumnMapping | None, list[str]]:
    sample = list(itertools.islice(table.rows(), _SAMPLE_RECORDS))
    try:
        return guess_mapping(table.columns, sample, tags), []
    except MltagError as error:
        return None, [str(error)]


def _reading_problems(
    table: TableSource, records: int, quarantined: Sequence[tuple[int, str]]
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

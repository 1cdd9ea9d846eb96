"""Columns of the source that hold tags, and taking their values over as known tags."""

import heapq
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.types import number_in, sort_key
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.tables.columns import ATTRIBUTE_NAMES, OTHER_NAMES, normalized_name
from mltag_desktop.core.tables.tag_cells import joined_cell, recognised_form, spelling_key, split_cell
from mltag_desktop.core.workspace.decisions.tag_lists import LONGEST_NAME, MOST_TAGS
from mltag_desktop.core.workspace.decisions.tag_set import all_names, carried_over
from mltag_desktop.core.workspace.search.column_values import ColumnCodes, column_codes
from mltag_desktop.core.workspace.types import Change, RowArray, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace

_PREFERENCE: Final = "known_tags"
_NUMBER: Final = re.compile(r"[-+]?\s*[$€£]?\s*\d[\d\s.,'’]*[$€£%]?")
"""A number, an amount or a percentage, with any marks between its digits."""
_FEWEST_EACH: Final = 2
"""Mean number of records per value from which a column is taken for tags without a question."""
_MOST_SILENT: Final = 500
"""Number of different tags up to which a column is taken without a question."""
MANY_RECORDS: Final = 20_000
"""Records from which reading a column takes too long for a thread of the window: 2 seconds for a million."""


@dataclass(frozen=True)
class TagColumn:
    """A column whose cells look like tags."""

    column: int
    name: str
    form: str
    """Format of cells with several tags: a separator, `JSON`, or `SINGLE` for one tag in each cell."""
    counts: tuple[tuple[str, int], ...]
    """The tags with their numbers of records, the most frequent first, or numbers in order; at most
    `MOST_TAGS` of them."""
    labelled: int
    """Number of records with a tag."""
    records: int
    spellings: tuple[tuple[str, str], ...] = ()
    """Other spellings of the tags, such as "REFUND", each with the spelling in `counts`; none of a column
    with too many values."""
    left_out: int = 0
    """Number of further values that are not in `counts`."""

    @property
    def values(self) -> int:
        """Number of different values."""
        return len(self.counts) + self.left_out

    @property
    def is_plain(self) -> bool:
        """Whether the values are certainly tags; otherwise the curator is asked first."""
        return 2 <= self.values <= _MOST_SILENT and self.labelled >= _FEWEST_EACH * self.values

    @property
    def is_usable(self) -> bool:
        """Whether the values can be the tag set at all."""
        return 1 <= self.values <= MOST_TAGS and all(len(tag) <= LONGEST_NAME for tag, _ in self.counts)

    @property
    def is_unlikely(self) -> bool:
        """Whether the column probably holds no tags but languages, agents, ratings or amounts."""
        numbers = sum(_NUMBER.fullmatch(tag) is not None for tag, _ in self.counts)
        name = normalized_name(self.name)
        return name in OTHER_NAMES or name in ATTRIBUTE_NAMES or 2 * numbers > len(self.counts)


@dataclass(frozen=True)
class KnownCells:
    """Format of the tag cells of a column."""

    form: str
    """Format of cells with several tags: a separator, `JSON`, or `SINGLE`."""
    spellings: Mapping[str, str]
    """Other spellings of tags, each with the tag."""

    def tags(self, cell: str) -> tuple[str, ...]:
        """Return the tags of a cell, the main tag first."""
        return tuple(self._names(cell))

    def with_tags(self, cell: str, tags: tuple[str, ...]) -> str:
        """Return a cell with these tags, the main tag first; it keeps its spellings and its order.

        It is the same cell if it has these tags already, with the same main tag.
        """
        names = self._names(cell)
        if set(names) == set(tags) and next(iter(names), None) == next(iter(tags), None):
            return cell
        others = sorted(tags[1:], key=lambda tag: [*names].index(tag) if tag in names else len(names))
        blank = " " if f"{self.form} " in cell else ""
        return joined_cell([names.get(tag, tag) for tag in (*tags[:1], *others)], self.form, blank)

    def _names(self, cell: str) -> dict[str, str]:
        """Map each tag of a cell to its first spelling there."""
        names: dict[str, str] = {}
        for name in split_cell(cell, self.form):
            names.setdefault(self.spellings.get(name, name), name)
        return names


def tag_column(
    progress: Progress, workspace: Workspace, column: int | None = None, form: str | None = None
) -> TagColumn | None:
    """Return what a column holds as tags, by default the mapped tag column; None if it is empty or missing.

    `form` overrides the recognised way in which a cell holds several tags.
    """
    chosen = workspace.table.mapping.tag if column is None else column
    if chosen is None or not 0 <= chosen < len(workspace.table.columns):
        return None
    codes = column_codes(progress, workspace, chosen)
    here = _present(workspace, len(codes.numbers))
    cells = codes.counts(here)
    form = recognised_form(cells) if form is None else form
    counts: Counter[str] = Counter()
    labelled = 0
    for cell, number in cells.items():
        tags = split_cell(cell, form)
        counts.update(dict.fromkeys(tags, number))
        labelled += number if tags else 0
    if not labelled:
        return None
    spellings = _spellings(counts, workspace.tag_set.tags)
    merged: Counter[str] = Counter()
    for tag, count in counts.items():
        merged[spellings.get(tag, tag)] += count
    # a million of them would be sent from the worker process and freed on the thread that shows them
    ordered = tuple(heapq.nsmallest(MOST_TAGS, merged.items(), key=lambda entry: (-entry[1], entry[0])))
    if all(number_in(tag) is not None for tag, _ in ordered):  # the key 1 sets the tag 1
        ordered = tuple(sorted(ordered, key=lambda entry: sort_key(entry[0])))
    left_out = len(merged) - len(ordered)
    shown = () if left_out else tuple(spellings.items())
    name = workspace.table.columns[chosen]
    return TagColumn(chosen, name, form, ordered, labelled, int(here.sum()), shown, left_out)


def _spellings(counts: Mapping[str, int], tags: Sequence[TagInfo]) -> dict[str, str]:
    """Map each spelling of a tag to the one of the tag set, or else to the most frequent one.

    Among equally frequent ones, small letters win. A tag of the tag set is no spelling of another one.
    """
    present, own = all_names(tags), {tag.name for tag in tags}
    by_key: dict[str, list[str]] = {}

    def order(name: str) -> tuple[object, ...]:
        return name not in own, name not in present, -counts[name], name.swapcase()

    for name in sorted(counts, key=order):
        by_key.setdefault(spelling_key(name), []).append(name)
    return {name: first for first, *others in by_key.values() for name in others if name not in own}


def tag_columns(progress: Progress, workspace: Workspace) -> tuple[TagColumn, ...]:
    """Return the columns that may hold tags, the most likely first; text, id and date columns never do.

    Columns of numbers, and those whose names say that they hold something else, come last.
    """
    mapping = workspace.table.mapping
    taken = {*mapping.text, mapping.id, mapping.date}
    columns = [place for place in range(len(workspace.table.columns)) if place not in taken]
    found = []
    for number, place in enumerate(columns):
        part = SubProgress(progress, number / len(columns), (number + 1) / len(columns))
        column = tag_column(part, workspace, place)
        if column is not None and column.is_usable and (column.is_plain or place == mapping.tag):
            found.append(column)
    return tuple(sorted(found, key=lambda one: (one.column != mapping.tag, one.is_unlikely, -one.labelled)))


def stored_cell_form(workspace: Workspace) -> str | None:
    """Return the form of the column whose tags were taken over; None if none was."""
    kept = workspace.preference(_PREFERENCE)
    return str(kept["form"]) if isinstance(kept, dict) and "form" in kept else None


def known_cells(workspace: Workspace, cells: Mapping[str, int] = MappingProxyType({})) -> "KnownCells":
    """Return how the cells of the tag column hold tags.

    While no column was taken over, the form is recognised from `cells` and their numbers of records, and each
    spelling is a tag.
    """
    form = stored_cell_form(workspace)
    kept = workspace.preference(_PREFERENCE)
    spellings = kept.get("spellings", {}) if isinstance(kept, dict) else {}
    return KnownCells(recognised_form(cells) if form is None else form, spellings)


class TaggedRecords(NamedTuple):
    """The records with a tag in a column, and their main tags."""

    rows: RowArray
    tags: tuple[str, ...]
    numbers: NDArray[np.int32]
    """The place of the main tag in `tags`, by place in `rows`."""

    def take(self, places: NDArray[np.intp] | NDArray[np.bool_]) -> "TaggedRecords":
        """Return some of the records, by their places or by a mask."""
        return TaggedRecords(self.rows[places], self.tags, self.numbers[places])

    def names(self) -> list[str]:
        """Return the main tag of each record."""
        return [self.tags[number] for number in self.numbers.tolist()]

    def counts(self) -> dict[str, int]:
        """Return the number of records of each tag that has any."""
        found = np.bincount(self.numbers, minlength=len(self.tags)).tolist()
        return {tag: count for tag, count in zip(self.tags, found, strict=True) if count}

    def rows_by_tag(self) -> dict[str, RowArray]:
        """Return the records of each tag, in order; a column of identifiers has as many tags as records."""
        ends = np.cumsum(np.bincount(self.numbers, minlength=len(self.tags)))
        rows = self.rows[np.argsort(self.numbers, kind="stable")]
        return dict(zip(self.tags, np.split(rows, ends[:-1]), strict=True)) if self.tags else {}


def tagged_records(progress: Progress, workspace: Workspace) -> TaggedRecords:
    """Return the records with a tag in the tag column and their main tags."""
    column = workspace.table.mapping.tag
    if column is None:
        return TaggedRecords(np.zeros(0, np.int64), (), np.zeros(0, np.int32))
    codes = column_codes(progress, workspace, column)
    tags_in = known_cells(workspace, codes.counts()).tags
    now = {alias: tag.name for tag in workspace.tag_set.tags for alias in tag.aliases}
    places: dict[str, int] = {}
    of_cell = np.full(max(1, len(codes.cells)), -1, np.int32)
    for number, cell in enumerate(codes.cells):
        if tags := tags_in(cell):
            of_cell[number] = places.setdefault(now.get(tags[0], tags[0]), len(places))
    numbers = of_cell[codes.numbers]
    rows = np.flatnonzero((numbers >= 0) & _present(workspace, len(numbers))).astype(np.int64)
    return TaggedRecords(rows, tuple(places), numbers[rows])


def _present(workspace: Workspace, count: int) -> NDArray[np.bool_]:
    """Return which of the first `count` records are in the source, shape (count,)."""
    here = np.ones(count, np.bool_)
    gone = workspace.states().gone[:count]
    here[: len(gone)] = ~gone
    return here


ReadColumn = Callable[[Progress, Workspace, int], ColumnCodes]


def take_known_tags(
    progress: Progress, workspace: Workspace, column: TagColumn, read: ReadColumn = column_codes
) -> tuple[Change, ...]:
    """Make the values of a column the tag set, and its labelled records known; two undo steps.

    Cells that hold several tags are another step, which allows several tags per record; so is a column that
    was not mapped as the tag column. Spellings that differ only in case, blanks, hyphens, underscores or the
    points of abbreviations are one tag, and an export leaves them as they are while their records keep it.
    Tags with decisions stay in the tag set, and decided records keep their decisions. Raises `MltagError` if
    the values cannot be tags. `read` reads the column.
    """
    if not column.is_usable:
        raise MltagError(
            message("{name} has {count:,} different values.", name=column.name, count=column.values),
            message("A tag set has at most {most:,} tags. Choose another column.", most=MOST_TAGS),
        )
    codes = read(SubProgress(progress, 0.0, 0.4), workspace, column.column)
    states = workspace.states()
    used = {states.tag_names[code] for code in set(states.decided[states.decided >= 0].tolist())}
    now = {tag.name: tag for tag in workspace.tag_set.tags}
    aliases = {alias: tag.name for tag in now.values() for alias in tag.aliases}
    aliases |= {name: aliases.get(tag, tag) for name, tag in column.spellings}
    names = [aliases.get(tag, tag) for tag, _ in column.counts]
    kept = {tag.name: tag for tag in carried_over([*now.values()], names)} | {
        name: now[name] for name in used & {*now}
    }
    wanted: list[str | TagInfo] = [kept.get(name, name) for name in dict.fromkeys(names)]
    wanted += [tag for name, tag in now.items() if name in used and name not in names]
    changes = [workspace.tag_set.set(wanted)]
    progress.report(0.5, "Taking the tags from the table")
    cells = (split_cell(cell, column.form) for cell in codes.cells)
    tags = [tuple(dict.fromkeys(aliases.get(tag, tag) for tag in each)) for each in cells]
    known = _undecided_by_tags(workspace, tags, codes.numbers)
    if any(len(each) > 1 for each in known) and not workspace.tag_set.several:
        changes.append(workspace.tag_set.set(several=True))
    label = message(
        "Take the tags of {count:,} records from the column {name}",
        count=sum(map(len, known.values())),
        name=column.name,
    )
    changes.append(workspace.decisions.take_known(known, label))
    mapping = workspace.table.mapping
    if mapping.tag != column.column:  # the export writes the tags there
        changes.append(workspace.table.set_mapping(replace(mapping, tag=column.column)))
    known_as = {"column": column.name, "form": column.form, "spellings": dict(column.spellings)}
    workspace.set_preference(_PREFERENCE, known_as)
    progress.report(1.0)
    return tuple(change for change in changes if change.step is not None)


def _undecided_by_tags(
    workspace: Workspace, tags: Sequence[tuple[str, ...]], numbers: NDArray[np.int32]
) -> dict[tuple[str, ...], RowArray]:
    """Return the undecided records with the same tags; `numbers` are places in `tags`, by record."""
    states = workspace.states()
    is_free = (states.decided < 0)[: len(numbers)] & ~states.gone[: len(numbers)]
    rows = np.flatnonzero(is_free).astype(np.int64)
    rows = rows[np.argsort(numbers[rows], kind="stable")]
    ends = np.cumsum(np.bincount(numbers[rows], minlength=len(tags)))
    found: dict[tuple[str, ...], list[RowArray]] = {}
    for each, members in zip(tags, np.split(rows, ends[:-1]), strict=True):
        if each and len(members):
            found.setdefault(each, []).append(members)
    return {each: np.concatenate(parts) for each, parts in found.items()}

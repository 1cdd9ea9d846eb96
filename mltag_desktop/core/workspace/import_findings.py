"""What an import finds: duplicates, leaks, unusual texts, and how tags are sampled.

How tags are sampled: how often each occurs, and whether it depends on the time or the source.

A tag that occurs in one source only may be learned by the source instead of the topic, and figures on such
rows say little about other sources. A share is uneven where its adjusted standardized residual (Haberman, The
analysis of residuals in cross-classified tables, 1973) is at least 4, which random rows exceed once in 16,000
cells, and where it is at least twice the share of the other rows.

Import findings: duplicates, leaks, empty texts, unusual lengths and languages, unknown tags.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.extraction import extract
from mltag_desktop.core.model.language import language_of
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.similarity.repeated_texts import repeated_in_blocks
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.decisions.known_tags import TaggedRecords, known_cells, tagged_records
from mltag_desktop.core.workspace.decisions.tag_set import all_names
from mltag_desktop.core.workspace.search.column_values import column_codes
from mltag_desktop.core.workspace.sorted_arrays import drawn
from mltag_desktop.core.workspace.types import RowArray, RowId
from mltag_desktop.core.workspace.workspace import Workspace

FEWEST: Final = 10
"""Smallest number of rows of a tag that can be learned and measured."""
DOMINANT: Final = 0.8
"""Share of a tag from which a model hardly needs to read the texts."""
_MOST_COLUMNS: Final = 12
_MOST_RECORDS: Final = 200_000
_LEAST_ROWS: Final = 20
"""Smallest number of rows of a group or of all rows that is compared."""
_MOST_GROUPS: Final = 30
_RESIDUAL: Final = 4.0
_FACTOR: Final = 2.0
_LEAST_DIFFERENCE: Final = 0.1
_PERIODS: Final = 4
_DATES: Final = 0.9
"""Share of the values of a column that must be dates."""
_TRIED: Final = 200
_FORMATS: Final = ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y/%m/%d")


@dataclass(frozen=True)
class UnevenShare:
    """A tag that is much more frequent among the rows with one value of a column, or of one period."""

    column: str
    value: str
    tag: str
    inside: float
    """Share of the tag among the rows with the value."""
    outside: float
    """Share of the tag among the other rows."""
    rows: tuple[int, ...]
    """Indices of the rows with the tag and the value."""


def rare_tags(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return the tags with fewer than `FEWEST` rows and their numbers of rows, the rarest first."""
    rare = [(tag, count) for tag, count in counts.items() if count < FEWEST]
    return tuple(sorted(rare, key=lambda item: (item[1], item[0])))


def dominant_tag(tags: Sequence[str]) -> tuple[str, float] | None:
    """Return the tag that most rows have, and its share; None if no tag dominates."""
    if len(tags) < _LEAST_ROWS:
        return None
    [(tag, count)] = Counter(tags).most_common(1)
    return (tag, count / len(tags)) if count >= DOMINANT * len(tags) else None


def sampled_columns(progress: Progress, workspace: Workspace) -> dict[str, list[str]]:
    """Return the cells of the columns that may tell time or source: all but text, ID and tag columns.

    Empty for a large table, where reading the columns would take too long.
    """
    mapping, table = workspace.table.mapping, workspace.table
    taken = {*mapping.text, mapping.id, mapping.tag}
    places = [place for place in range(len(table.columns)) if place not in taken][:_MOST_COLUMNS]
    if table.count > _MOST_RECORDS:
        return {}
    return {
        table.columns[place]: workspace.scan.column(
            SubProgress(progress, number / len(places), (number + 1) / len(places)), place
        )
        for number, place in enumerate(places)
    }


def uneven_shares(
    tags: Sequence[str], columns: Mapping[str, Sequence[str]], only: str = ""
) -> tuple[UnevenShare, ...]:
    """Return the most uneven share of each column, the most uneven column first.

    Columns of dates are cut into four periods with equal numbers of rows; other columns count if they have at
    most 30 values. `only` considers just this tag.
    """
    found = []
    for name, values in columns.items():
        groups = periods(values) or [value.strip() for value in values]
        strongest = _strongest(np.array(tags, object), groups, only)
        if strongest is not None:
            residual, value, tag, inside, outside, rows = strongest
            share = UnevenShare(name, value, tag, inside, outside, tuple(rows.tolist()))
            found.append((residual, share))
    return tuple(share for _, share in sorted(found, key=lambda item: -item[0]))


def periods(values: Sequence[str]) -> list[str] | None:
    """Return the period of each value, "" for a value that is no date; None if most are no dates."""
    filled = [value.strip() for value in values if value.strip()]
    parse = _parser(filled[:: max(1, len(filled) // _TRIED)]) if len(filled) >= 2 * _LEAST_ROWS else None
    if parse is None:
        return None
    days = [parse(value.strip()) for value in values]
    known = np.array(sorted(day for day in days if day), np.int64)
    if len(known) < _DATES * len(filled) or len(np.unique(known)) < _PERIODS:
        return None
    cuts = np.unique(known[[len(known) * part // _PERIODS for part in range(1, _PERIODS)]])
    place = np.searchsorted(cuts, np.array([day or 0 for day in days], np.int64), side="right")
    period_of_known = np.searchsorted(cuts, known, side="right")
    names = {}
    for number in np.unique(period_of_known).tolist():
        inside = known[period_of_known == number]
        first, last = (datetime.date.fromordinal(int(day)) for day in (inside[0], inside[-1]))
        names[number] = f"{first} – {last}" if first != last else f"{first}"
    return [names[at] if day else "" for at, day in zip(place.tolist(), days, strict=True)]


def _parser(some: Sequence[str]) -> Callable[[str], int | None] | None:
    """Return a function from a value to the day as a number, for the format that most of `some` have."""
    for parse in (_iso, *(_reader(form) for form in _FORMATS)):
        if sum(parse(value) is not None for value in some) >= _DATES * len(some):
            return parse
    return None


def _iso(value: str) -> int | None:
    try:
        return datetime.datetime.fromisoformat(value).toordinal() if "-" in value else None
    except ValueError:
        return None


def _reader(form: str) -> Callable[[str], int | None]:
    def parse(value: str) -> int | None:
        try:
            return datetime.datetime.strptime(value[:10], form).toordinal()
        except ValueError:
            return None

    return parse


Strongest = tuple[float, str, str, float, float, NDArray[np.intp]]


def _strongest(tags: NDArray[np.object_], groups: Sequence[str], only: str) -> Strongest | None:
    """Return the cell of tags by groups with the largest residual, if it is large; "" is no group."""
    of_group = np.array(groups, object)
    rows = np.flatnonzero(of_group != "")
    if len(rows) < 2 * _LEAST_ROWS or len(set(groups) - {""}) > _MOST_GROUPS:
        return None
    values, group = np.unique(of_group[rows], return_inverse=True)
    names, tag = np.unique(tags[rows], return_inverse=True)
    counts = np.zeros((len(values), len(names)))
    np.add.at(counts, (group, tag), 1)
    in_group, of_tag, total = counts.sum(axis=1, keepdims=True), counts.sum(axis=0), float(len(rows))
    expected = in_group * of_tag / total
    inside = counts / in_group
    outside = (of_tag - counts) / np.maximum(total - in_group, 1)
    spread = expected * (1 - in_group / total) * (1 - of_tag / total)
    residual = np.where(spread > 0, (counts - expected) / np.sqrt(np.maximum(spread, 1e-12)), 0.0)
    large = (residual >= _RESIDUAL) & (in_group >= _LEAST_ROWS) & (total - in_group >= _LEAST_ROWS)
    large &= (inside >= _FACTOR * outside) & (inside - outside >= _LEAST_DIFFERENCE)
    if only:
        large &= names == only
    if not large.any():
        return None
    at, column = np.unravel_index(np.argmax(np.where(large, residual, -1)), residual.shape)
    chosen = rows[(group == at) & (tag == column)]
    return (
        float(residual[at, column]),
        str(values[at]),
        str(names[column]),
        float(inside[at, column]),
        float(outside[at, column]),
        chosen,
    )


_AT_ONCE: Final = 2_000
_FAR: Final = 3.0
_LEAST_SPREAD: Final = 0.5
_SEED: Final = 7
_RARE: Final = 0.1
"""Share of the texts with a known language below which a language is reported."""
_FEWEST_TEXTS: Final = 10


@dataclass(frozen=True)
class ImportFindings:
    """Findings by row; lists are sorted."""

    duplicates: tuple[tuple[RowId, ...], ...]
    """Groups of records with the same text."""
    near: tuple[tuple[RowId, ...], ...]
    """Groups of near-duplicates, of equal texts only the first."""
    in_training: RowArray
    """Records that equal, or nearly equal, the model's training data."""
    in_holdout: RowArray
    """The same for the evaluation data: good metrics on these records mean nothing."""
    empty: RowArray
    short: RowArray
    """Records that are much shorter than the others."""
    long: RowArray
    unknown_tags: dict[str, int]
    """Known tags that are not in the tag set, with their numbers of records."""
    languages: tuple[tuple[RowId, str], ...]
    """Records in a rare language (ISO 639-1)."""
    main_languages: tuple[str, ...]
    """The frequent languages, most frequent first; empty if too few texts have a known language."""
    looked_at: int
    """Number of records checked, except for duplicates, empty texts and known tags, which cover the whole
    table.
    """
    total: int
    rare: tuple[tuple[str, RowArray], ...] = ()
    """Tags with few records, the rarest first, with their records."""
    uneven: tuple[UnevenShare, ...] = ()
    """Tags that depend on another column, such as the source or the date."""


def inspect(
    progress: Progress, workspace: Workspace, model: LinearModel, at_most: int | None = None
) -> ImportFindings:
    """Check the texts of all records, or of a random sample of `at_most`; nothing is stored."""
    present = np.flatnonzero(~workspace.states().gone).astype(np.int64)
    rows = present if at_most is None else drawn(present, at_most, _SEED)
    lengths = np.zeros(len(rows), np.int64)
    languages: list[str] = []
    leaks = {name: np.zeros(len(rows), np.bool_) for name in ("base", "holdout")}
    for start, texts in _texts(progress, workspace, rows):
        part = slice(start, start + len(texts))
        lengths[part] = [len(text) for text in texts]
        languages += map(language_of, texts)
        features = extract(model.vectors, texts)
        digests = text_digests(texts)
        for name, found in leaks.items():
            snapshot = getattr(model, name)
            if snapshot is not None:
                found[part] = duplicates(features, digests, snapshot)
        for found in leaks.values():
            found[part] &= lengths[part] > 0
    groups = workspace.scan.repeats()
    repeated = {row for group in groups for row in group[1:]}
    single = np.array([row not in repeated for row in rows.tolist()], np.bool_) & (lengths > 0)
    short, long = _outliers(lengths)
    main, strangers = _rare_languages(languages)
    tagged = tagged_records(progress, workspace)
    of_tag = tagged.rows_by_tag()
    rare = tuple((tag, of_tag[tag]) for tag, _ in rare_tags(tagged.counts()))
    return ImportFindings(
        duplicates=groups,
        near=_near_groups(SubProgress(progress, 0.7, 0.95), workspace, rows[single]),
        in_training=rows[leaks["base"]],
        in_holdout=rows[leaks["holdout"]],
        empty=workspace.scan.empty(),
        short=rows[short],
        long=rows[long],
        unknown_tags=_unknown_tags(progress, workspace),
        languages=tuple((int(rows[at]), languages[at]) for at in strangers),
        main_languages=main,
        looked_at=len(rows),
        total=len(present),
        rare=rare,
        uneven=_uneven(progress, workspace, tagged),
    )


def _texts(progress: Progress, workspace: Workspace, rows: RowArray) -> Iterator[tuple[int, list[str]]]:
    for start in range(0, len(rows), _AT_ONCE):
        progress.report(0.7 * start / len(rows), "Checking the records")
        yield start, workspace.table.texts(rows[start : start + _AT_ONCE])


def _near_groups(progress: Progress, workspace: Workspace, rows: RowArray) -> tuple[tuple[RowId, ...], ...]:
    blocks = (
        workspace.table.texts(rows[start : start + _AT_ONCE]) for start in range(0, len(rows), _AT_ONCE)
    )
    groups = repeated_in_blocks(progress, blocks, len(rows))
    firsts = np.unique(groups[groups >= 0])
    return tuple(tuple(rows[groups == first].tolist()) for first in firsts.tolist())


def _outliers(lengths: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the indices of short and of long outliers by log length (Tukey's fences, k = 3)."""
    filled = lengths > 0
    if not filled.any():
        return np.empty(0, np.intp), np.empty(0, np.intp)
    logs = np.log(np.maximum(lengths, 1))
    low, high = np.percentile(logs[filled], [25, 75])
    margin = _FAR * max(high - low, _LEAST_SPREAD)
    return np.flatnonzero(filled & (logs < low - margin)), np.flatnonzero(filled & (logs > high + margin))


def _rare_languages(languages: Sequence[str]) -> tuple[tuple[str, ...], list[int]]:
    """Return the frequent languages, and the indices of texts in another language."""
    counts = Counter(language for language in languages if language)
    if counts.total() < _FEWEST_TEXTS:
        return (), []
    main = tuple(language for language, count in counts.most_common() if count >= _RARE * counts.total())
    return main, [at for at, language in enumerate(languages) if language and language not in main]


def _uneven(progress: Progress, workspace: Workspace, tagged: TaggedRecords) -> tuple[UnevenShare, ...]:
    rows = tagged.rows
    cells = sampled_columns(progress, workspace) if len(rows) else {}
    if not cells:
        return ()
    columns = {name: [values[row] for row in rows.tolist()] for name, values in cells.items()}
    return tuple(
        replace(share, rows=tuple(rows[list(share.rows)].tolist()))
        for share in uneven_shares(tagged.names(), columns)
    )


def _unknown_tags(progress: Progress, workspace: Workspace) -> dict[str, int]:
    column = workspace.table.mapping.tag
    if column is None:
        return {}
    cells = column_codes(progress, workspace, column).counts()
    names = all_names(workspace.tag_set.tags)
    tags_in = known_cells(workspace, cells).tags
    counted: Counter[str] = Counter()
    for cell, count in cells.items():
        counted[cell.strip()] += count
    return {cell: count for cell, count in counted.most_common() if not names.issuperset(tags_in(cell))}

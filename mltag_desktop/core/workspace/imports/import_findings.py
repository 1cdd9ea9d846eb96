"""Import findings: duplicates, leaks, empty texts, unusual lengths and languages, unknown tags."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.extraction import extract
from mltag_desktop.core.model.features.language import language_of
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.similarity.repeated_texts import repeated_in_blocks
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.decisions.known_tags import TaggedRecords, known_cells, tagged_records
from mltag_desktop.core.workspace.decisions.tag_set import all_names
from mltag_desktop.core.workspace.imports.sampling import (
    UnevenShare,
    rare_tags,
    sampled_columns,
    uneven_shares,
)
from mltag_desktop.core.workspace.search.column_values import column_codes
from mltag_desktop.core.workspace.types import RowArray, RowId
from mltag_desktop.core.workspace.workspace import Workspace

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
    rows = present
    if at_most is not None and at_most < len(present):
        rows = np.sort(np.random.default_rng(_SEED).choice(present, at_most, replace=False))
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

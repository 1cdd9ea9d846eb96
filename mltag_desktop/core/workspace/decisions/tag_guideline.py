"""Guidelines of the tags: decided records as examples, and decisions that contradict the keywords."""

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np

from mltag_desktop.core.model.keyword_rules import guideline_rules
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import RecordView, RowId, States, Status, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace

EXAMPLES: Final = 3
_AT_ONCE: Final = 2_000


@dataclass(frozen=True)
class TagGuideline:
    """A tag with its number of decided records and some examples."""

    tag: TagInfo
    decided: int
    examples: tuple[tuple[RowId, str], ...]
    """Records and their titles; those that the model predicted wrongly first, because they show the border.
    """


def tag_guidelines(progress: Progress, workspace: Workspace) -> tuple[TagGuideline, ...]:
    """Return the guideline of each tag, in the order of the keys."""
    states = workspace.states()
    codes = {name: code for code, name in enumerate(states.tag_names)}
    found = []
    for number, tag in enumerate(workspace.tag_set.tags):
        progress.report(number / len(workspace.tag_set.tags), "Looking for examples")
        rows, decided = _examples(states, codes.get(tag.name, -1))
        titles = tuple((record.row, _title(workspace, record)) for record in workspace.table.records(rows))
        found.append(TagGuideline(tag, decided, titles))
    return tuple(found)


def _title(workspace: Workspace, record: RecordView) -> str:
    """Return the first input cell that is not empty."""
    cells = (record.cells[column] for column in workspace.table.mapping.text if column < len(record.cells))
    return next((cell for cell in cells if cell.strip()), record.text)


def _examples(states: States, code: int) -> tuple[list[RowId], int]:
    if code < 0:
        return [], 0
    rows = np.flatnonzero(states.decided == code)
    corrected = rows[states.status[rows] == Status.CORRECTED]
    accepted = rows[states.status[rows] == Status.ACCEPTED]
    surest = accepted[np.argsort(-np.nan_to_num(states.confidence[accepted]), kind="stable")]
    chosen = np.concatenate([corrected[-(EXAMPLES - 1) :][::-1], surest])[:EXAMPLES]
    return chosen.tolist(), len(rows)


class KeywordContradictions(NamedTuple):
    """Numbers of records whose tags contradict the keywords of a tag."""

    elsewhere: int
    """Records in which the keywords for the tag outweigh those against it, and that have another tag."""
    here: int
    """Records that have the tag, and whose text has a keyword against it."""


def count_contradictions(progress: Progress, workspace: Workspace, tag: TagInfo) -> KeywordContradictions:
    """Compare the keywords of `tag`, which need not be stored yet, with the tags of all tagged records.

    Records that are no longer in the source are left out.
    """
    speaking = guideline_rules([tag])
    against = guideline_rules([replace(tag, keywords=tag.excluded_keywords, excluded_keywords=())])
    states, elsewhere, here = workspace.states(), 0, 0
    rows = np.flatnonzero((states.decided >= 0) & ~states.gone)
    for start in range(0, len(rows), _AT_ONCE):
        progress.report(start / len(rows), "Reading the texts")
        part = rows[start : start + _AT_ONCE]
        texts, codes = workspace.table.texts(part), states.decided[part].tolist()
        for row, text, code in zip(part.tolist(), texts, codes, strict=True):
            name = states.tag_names[code]
            has_tag = tag.name in (name, *workspace.decisions.additional_tags(row))
            rules = against if has_tag else speaking
            if rules is not None and rules.supports(text, tag.name):
                here += has_tag
                elsewhere += not has_tag
    return KeywordContradictions(elsewhere, here)

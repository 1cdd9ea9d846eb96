"""Counts decisions that contradict the keywords of a tag."""

from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np

from mltag_desktop.core.model.keyword_rules import guideline_rules
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.views.filtering import present
from mltag_desktop.core.workspace.workspace import Workspace

_AT_ONCE: Final = 2_000


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
    rows = np.flatnonzero((states.decided >= 0) & present(states))
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

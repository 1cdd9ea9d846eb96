"""Metrics of groups of tags, where confusing two tags of a group is no error."""

from collections.abc import Mapping, Sequence

import numpy as np

from mltag_desktop.core.evaluation.statistics.metrics import TagFigures, figures_by_tag
from mltag_desktop.core.workspace.decisions.tag_groups import groups_of


def group_figures(confusion: Sequence[Sequence[int]], tags: Sequence[str]) -> Mapping[str, TagFigures]:
    """Return the metrics of each group of `tags`, from a confusion matrix with true tags in rows."""
    groups = groups_of(tags)
    if not groups or not confusion:
        return {}
    matrix, place = np.array(confusion, np.int64), {tag: number for number, tag in enumerate(tags)}
    members = [[place[tag] for tag in each] for each in groups.values()]
    return figures_by_tag(
        np.array([matrix[np.ix_(each, each)].sum() for each in members], np.int64),
        np.array([matrix[:, each].sum() for each in members], np.int64),
        np.array([matrix[each].sum() for each in members], np.int64),
        tuple(groups),
    )

"""Decide whether a model and a table have the same task, by their tags."""

from collections.abc import Iterable, Sequence

from mltag_desktop.core.workspace.decisions.tag_set import names_in
from mltag_desktop.core.workspace.types import TagInfo


def same_task(known: Iterable[str], wanted: Iterable[str]) -> bool:
    """Return whether at least half of the model's tags `known` are in `wanted`.

    A curator can add or remove a few tags and still train on top of the model; a tag set that shares only
    "other" with the model is a new task.
    """
    tags = set(known)
    return bool(tags) and 2 * len(tags & set(wanted)) >= len(tags)


def builds_on(known: Sequence[str], tags: Sequence[TagInfo], decided: Iterable[str]) -> bool:
    """Return whether a workspace's tags, including renamed ones, and decisions match the task of a model.

    `known` are the model's tags; `decided` are tags by their names in the model (`in_words_of`).
    """
    return same_task(known, [*names_in(tags, known), *decided])

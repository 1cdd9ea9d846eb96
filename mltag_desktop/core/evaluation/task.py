"""Whether a model's tags and a table's tags are about the same task."""

from collections.abc import Iterable, Sequence

from mltag_desktop.core.workspace.tagset import names_in
from mltag_desktop.core.workspace.types import TagInfo


def same_task(known: Iterable[str], wanted: Iterable[str]) -> bool:
    """Tell whether at least half of the tags that a model knows are wanted.

    So a curator may add tags or drop a few and still build on the model's own rows, while a tag set that
    shares no more than "other" with it starts afresh.
    """
    tags = set(known)
    return bool(tags) and 2 * len(tags & set(wanted)) >= len(tags)


def builds_on(known: Sequence[str], tags: Sequence[TagInfo], decided: Iterable[str]) -> bool:
    """Tell whether a workspace's tags, renamed or not, and decisions are about the task of a model.

    `known` are the model's tags; `decided` go by the names that it has for them (`in_words_of`).
    """
    return same_task(known, [*names_in(tags, known), *decided])

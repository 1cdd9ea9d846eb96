"""Whether a model's tags and a table's tags are about the same task."""

from collections.abc import Iterable


def same_task(known: Iterable[str], wanted: Iterable[str]) -> bool:
    """Tell whether at least half of the tags that a model knows are wanted.

    So a curator may add tags or drop a few and still build on the model's own rows, while a tag set that
    shares no more than "other" with it starts afresh.
    """
    tags = set(known)
    return bool(tags) and 2 * len(tags & set(wanted)) >= len(tags)

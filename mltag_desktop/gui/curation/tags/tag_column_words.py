"""Sentences about a column of the table that holds tags."""

from typing import Final

from mltag_desktop.core.tables.tag_cells import near_names
from mltag_desktop.core.workspace.decisions.known_tags import TagColumn
from mltag_desktop.core.workspace.decisions.tag_list_parser import MOST_TAGS
from mltag_desktop.gui.i18n.translation import format_number, tr, tr_plural

_SHOWN: Final = 12


def column_words(column: TagColumn) -> str:
    """Return what a column holds: number of tags and records, the most frequent tags, other spellings."""
    shown = ", ".join(f"{tag} ({format_number(count)})" for tag, count in column.counts[:_SHOWN])
    more = tr(" and {rest:,} more", rest=column.values - _SHOWN) if column.values > _SHOWN else ""
    words = tr_plural(
        "{n:,} different tag on {records} of {all} records: {shown}",
        "{n:,} different tags on {records} of {all} records: {shown}",
        column.values,
        records=format_number(column.labelled),
        all=format_number(column.records),
        shown=shown + more,
    )
    if column.values > MOST_TAGS:
        return tr(
            "{words}. A tag set has at most {most} tags. Choose another column.",
            words=words,
            most=format_number(MOST_TAGS),
        )
    if not column.is_usable:
        return tr("{words}. These are too long to be tags. Choose another column.", words=words)
    words = words if column.is_plain else tr("{words}. Are these tags?", words=words)
    return "\n".join([words, *spelling_words(column)])


def spelling_words(column: TagColumn) -> tuple[str, ...]:
    """Return sentences about other spellings of the tags and about nearly equal names, if there are any."""
    words = []
    if column.spellings:
        other, tag = column.spellings[0]
        words.append(
            tr_plural(
                "{n:,} other spelling counts as the same tag, such as {other} for {tag}.",
                "{n:,} other spellings count as the same tags, such as {other} for {tag}.",
                len(column.spellings),
                other=other,
                tag=tag,
            )
        )
    near = near_names(tag for tag, _ in column.counts)
    if near:
        first, second = near[0]
        words.append(
            tr_plural(
                "{n:,} pair of names is nearly the same: {first} and {second}. If they are one tag, merge "
                "them (Tag › Tag set…).",
                "{n:,} pairs of names are nearly the same, such as {first} and {second}. If they are one "
                "tag, merge them (Tag › Tag set…).",
                len(near),
                first=first,
                second=second,
            )
        )
    return tuple(words)

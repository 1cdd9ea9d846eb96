"""Names what a model learns from: decisions of curators, and tags from the table."""

from mltag_desktop.gui.i18n.translation import tr, tr_plural


def answer_words(decisions: int, known: int, *, are_new: bool = False) -> str:
    """Return the number of `decisions` and of tags `known` from the table, as part of a sentence.

    With `are_new`, the decisions are called new.
    """
    if are_new:
        decided = tr_plural("{n:,} new decision", "{n:,} new decisions", decisions)
    else:
        decided = tr_plural("{n:,} decision", "{n:,} decisions", decisions)
    if not known:
        return decided
    given = tr_plural("{n:,} tag from the table", "{n:,} tags from the table", known)
    return tr("{decisions}, {tags}", decisions=decided, tags=given) if decisions else given

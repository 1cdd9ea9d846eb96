"""The guideline as one HTML page that others can read or print."""

from collections.abc import Sequence
from html import escape
from typing import Final

from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.core.workspace.decisions.tag_guideline import TagGuideline
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import tr, tr_plural
from mltag_desktop.gui.widgets.theme import DARK, LIGHT, Colours

_DARK: Final = (
    f"body {{ background: {DARK.base.name()}; color: {DARK.text.name()} }}"
    f" .quiet {{ color: {DARK.muted.name()} }}"
)


def guideline_page(guides: Sequence[TagGuideline], table: str) -> str:
    """Return the page: each tag with its description, examples, keywords and decided records."""
    title = tr("Guideline for {table}", table=table)
    style = resource("report/guideline.css").read_text(encoding="utf-8")
    tags = "".join(_section(guide) for guide in guides)
    # The dark colours are a style sheet of their own, since Qt leaves out one with such a rule for the PDF.
    return (
        '<!doctype html><html><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{escape(title)}</title>'
        f"<style>{style}{_inks(LIGHT)}</style>"
        f"<style>@media screen and (prefers-color-scheme: dark) {{ {_DARK}{_inks(DARK)} }}</style>"
        f"</head><body><h1>{escape(title)}</h1>{tags}</body></html>"
    )


def _inks(colours: Colours) -> str:
    """Return the style rules of the colours of the tags."""
    return "".join(f" .ink{n} {{ color: {ink.name()} }}" for n, ink in enumerate(colours.tags))


def _section(guide: TagGuideline) -> str:
    tag = guide.tag
    described = escape(tag.description).replace("\n", "<br>") or escape(tr("There is no guideline yet."))
    decided = tr_plural("{n:,} record with this tag", "{n:,} records with this tag", guide.decided)
    sign = f'<span class="ink{tag.colour % len(LIGHT.tags)}">{escape(tag.sign)}</span>'
    parts = [
        f"<h2>{sign} {escape(tag.name)}</h2>",
        f"<p>{described}</p>",
        *(_list_html(label, words) for label, words in _keywords(tag) if words),
        _list(tr("Examples"), tag.examples),
        _list(tr("Decided records"), [" ".join(title.split()) for _, title in guide.examples]),
        f'<p class="quiet">{escape(decided)}</p>',
    ]
    return "".join(parts)


def _keywords(tag: TagInfo) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (tr("Words that speak for the tag"), tag.keywords),
        (tr("Words that speak against it"), tag.excluded_keywords),
    )


def _list_html(label: str, words: Sequence[str]) -> str:
    return f"<p>{escape(label)}: {escape(', '.join(words))}</p>"


def _list(label: str, texts: Sequence[str]) -> str:
    if not texts:
        return ""
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<p class="quiet">{escape(label)}</p><ul>{items}</ul>'

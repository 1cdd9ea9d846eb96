"""The pages of the guide as Markdown: order, sections and search."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.gui.i18n.translation import tr

START: Final = "README.md"
"""The page with the table of contents."""
_LINK: Final = re.compile(r"\[([^\]]+)\]\(([\w-]+\.md)\)")
_HEADING: Final = re.compile(r"(#{1,4}) +(.+)")
_MARKUP: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*`\[|]|^ *[-#>]+ +", re.MULTILINE)
_EXCERPT_LENGTH: Final = 40


@dataclass(frozen=True)
class HelpSection:
    """A heading and the plain text below it."""

    heading: str
    text: str


@dataclass(frozen=True)
class HelpPage:
    """A page of the guide; `name` is its file name."""

    name: str
    markdown: str

    @cached_property
    def title(self) -> str:
        """The first heading."""
        return self.sections[0].heading

    @cached_property
    def sections(self) -> tuple[HelpSection, ...]:
        """The sections; the first is the one below the page title."""
        blocks: list[tuple[str, list[str]]] = [("", [])]
        fenced = False
        for line in self.markdown.splitlines():
            fenced ^= line.startswith("```")
            heading = None if fenced else _HEADING.fullmatch(line)
            if heading:
                blocks.append((plain(heading[2]), []))
            else:
                blocks[-1][1].append(line)
        with_heading = [(heading, lines) for heading, lines in blocks if heading]
        return tuple(HelpSection(heading, plain("\n".join(lines))) for heading, lines in with_heading)


@dataclass(frozen=True)
class HelpSearchHit:
    """A section that contains all search words, and the text around the first match."""

    page: HelpPage
    heading: str
    around: str


class HelpPages:
    """All pages of the guide, held in memory (about 100 kB)."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the pages in the table of contents; raises `MltagError` when one is missing."""
        self.folder = folder or resource("guide")
        start = self._page(START)
        names = list(dict.fromkeys(name for _, name in _LINK.findall(start.markdown)))
        self.pages = (start, *(self._page(name) for name in names))
        self._by_name = {page.name: page for page in self.pages}

    def page(self, name: str) -> HelpPage | None:
        """Return the page with a file name, or None."""
        return self._by_name.get(name)

    def search(self, query: str) -> list[HelpSearchHit]:
        """Return the sections with all words of the query, those with matches in the heading first."""
        words = query.casefold().split()
        if not words:
            return []
        ranked: list[tuple[int, HelpSearchHit]] = []
        for page in self.pages[1:]:
            for section in page.sections:
                head = f"{page.title} {section.heading}".casefold()
                text = f"{head} {section.text.casefold()}"
                if all(word in text for word in words):
                    words_not_in_heading = sum(word not in section.heading.casefold() for word in words)
                    ranked.append(
                        (
                            words_not_in_heading,
                            HelpSearchHit(page, section.heading, _excerpt(section.text, words)),
                        )
                    )
        return [hit for _, hit in sorted(ranked, key=lambda pair: pair[0])]

    def _page(self, name: str) -> HelpPage:
        try:
            page = HelpPage(name, (self.folder / name).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise MltagError(
                tr("The page {name} of the guide is missing.", name=name), tr("Install MLTag Desktop again.")
            ) from error
        if not page.sections:
            raise MltagError(
                tr("The page {name} of the guide is damaged.", name=name), tr("Install MLTag Desktop again.")
            )
        return page


def plain(markdown: str) -> str:
    """Return the text of Markdown without markup, in one line."""
    return " ".join(_MARKUP.sub(" ", markdown).split())


def _excerpt(text: str, words: list[str]) -> str:
    folded = text.casefold()
    places = [place for word in words if (place := folded.find(word)) >= 0]
    at = min(places, default=0)
    start = text.rfind(" ", 0, max(0, at - _EXCERPT_LENGTH)) + 1 if at > _EXCERPT_LENGTH else 0
    cut = text[start : start + 4 * _EXCERPT_LENGTH]
    return ("… " if start else "") + cut + (" …" if start + len(cut) < len(text) else "")

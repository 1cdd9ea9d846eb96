"""The guide as pages of Markdown: their order, their sections, and where some words stand."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.resources import resource

START: Final = "README.md"
"""The page with the contents."""
_LINK: Final = re.compile(r"\[([^\]]+)\]\(([\w-]+\.md)\)")
_HEADING: Final = re.compile(r"(#{1,4}) +(.+)")
_MARKS: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*`\[|]|^ *[-#>]+ +", re.MULTILINE)
_AROUND: Final = 40


@dataclass(frozen=True)
class Section:
    """What stands below one heading, as plain text."""

    heading: str
    text: str


@dataclass(frozen=True)
class Page:
    """One page: `name` is its file's."""

    name: str
    markdown: str

    @cached_property
    def title(self) -> str:
        """The first heading."""
        return self.sections[0].heading

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections, the one below the page's title first."""
        found: list[tuple[str, list[str]]] = [("", [])]
        fenced = False
        for line in self.markdown.splitlines():
            fenced ^= line.startswith("```")
            heading = None if fenced else _HEADING.fullmatch(line)
            if heading:
                found.append((plain(heading[2]), []))
            else:
                found[-1][1].append(line)
        kept = [(heading, lines) for heading, lines in found if heading]
        return tuple(Section(heading, plain("\n".join(lines))) for heading, lines in kept)


@dataclass(frozen=True)
class Hit:
    """A section in which all words of a search stand, and some words around the first of them."""

    page: Page
    heading: str
    around: str


class Guide:
    """All pages of the guide, read at once; about a hundred kilobytes."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the pages that the contents name; raises `MltagError` when one is missing."""
        self.folder = folder or resource("guide")
        start = self._page(START)
        names = list(dict.fromkeys(name for _, name in _LINK.findall(start.markdown)))
        self.pages = (start, *(self._page(name) for name in names))
        self._by_name = {page.name: page for page in self.pages}

    def page(self, name: str) -> Page | None:
        """Return the page of a file's name."""
        return self._by_name.get(name)

    def search(self, typed: str) -> list[Hit]:
        """Return the sections in which all words stand, those with the words in a heading first."""
        words = typed.casefold().split()
        if not words:
            return []
        ranked: list[tuple[int, Hit]] = []
        for page in self.pages[1:]:
            for section in page.sections:
                head = f"{page.title} {section.heading}".casefold()
                text = f"{head} {section.text.casefold()}"
                if all(word in text for word in words):
                    missed = sum(word not in section.heading.casefold() for word in words)
                    ranked.append((missed, Hit(page, section.heading, _around(section.text, words))))
        return [hit for _, hit in sorted(ranked, key=lambda pair: pair[0])]

    def _page(self, name: str) -> Page:
        try:
            page = Page(name, (self.folder / name).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise MltagError(
                f"The page {name} of the guide is missing.", "Install MLTag Desktop again."
            ) from error
        if not page.sections:
            raise MltagError(f"The page {name} of the guide is damaged.", "Install MLTag Desktop again.")
        return page


def plain(markdown: str) -> str:
    """Return Markdown's words without its marks, in one line."""
    return " ".join(_MARKS.sub(" ", markdown).split())


def _around(text: str, words: list[str]) -> str:
    folded = text.casefold()
    places = [place for word in words if (place := folded.find(word)) >= 0]
    at = min(places, default=0)
    start = text.rfind(" ", 0, max(0, at - _AROUND)) + 1 if at > _AROUND else 0
    cut = text[start : start + 4 * _AROUND]
    return ("… " if start else "") + cut + (" …" if start + len(cut) < len(text) else "")

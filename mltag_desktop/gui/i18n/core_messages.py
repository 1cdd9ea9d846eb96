"""Sentences that core makes in English, found again among the templates they were made from.

Core knows no Qt, and the command line stays English. So the templates of its sentences are gathered from its
source (`scripts/texts.py`) into `resources/translations/sentences.json`, and the window looks a sentence up
among them to say it in its own language.
"""

import json
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from mltag_desktop.core.files import resource

CONTEXT: Final = "MLTag core"
"""The context of core's sentences in the catalogues."""
_PLACE: Final = re.compile(r"(?<!\{)\{(\w+)(?:![rsa])?(?::([^}]*))?\}")
_NUMBER: Final = r"[-+−]?\d[\d,.]*%?"
_BREAK: Final = re.compile(r"(?<=[.;:)”!?])\s+|\n")
_PLAIN_NUMBER: Final = re.compile(r"\d[\d,.]*%\)?")
_DEEPEST: Final = 4
_MOST_BREAKS: Final = 12
_KEPT: Final = 500


class SentenceTemplate(NamedTuple):
    """A sentence with places; `start` is what stands before the first, `places` says which are numbers."""

    text: str
    start: str
    pattern: re.Pattern[str]
    places: dict[str, bool]


class SentenceMatch(NamedTuple):
    """A reading of a sentence, and how many of its signs stay in English."""

    text: str
    left: int


class CoreMessages:
    """Finds the template of a sentence, and says it in the language in force."""

    def __init__(self, number: Callable[[str], str], sources: list[str] | None = None) -> None:
        if sources is None:
            sources = json.loads(resource("translations/sentences.json").read_text(encoding="utf-8"))
        self._number = number
        self._plain = {source for source in sources if "{" not in source}
        made = [template_of(source) for source in sources if "{" in source]
        self._templates = sorted(made, key=lambda each: -len(_PLACE.sub("", each.text)))
        self._known: dict[str, SentenceMatch] = {}

    def translated(self, text: str) -> str:
        """Return `text` translated as a whole, else sentence by sentence; what is unknown stays."""
        return self._said(text, 0).text

    def _said(self, text: str, depth: int) -> SentenceMatch:
        """The reading of `text` that leaves least of it in English."""
        found = self._known.get(text)
        if found is None:
            readings = [*self._whole(text, depth), SentenceMatch(text, len(text))]
            if readings[0].left:
                readings += self._parts(text, depth)
            found = min(readings, key=lambda each: each.left)
            if len(self._known) > _KEPT:
                self._known.clear()
            self._known[text] = found
        return found

    def _parts(self, text: str, depth: int) -> Iterator[SentenceMatch]:
        """What comes of a beginning that is known, and the rest after it."""
        for place in reversed(list(islice(_BREAK.finditer(text), _MOST_BREAKS))):
            for first in self._whole(text[: place.start()], depth):
                rest = self._said(text[place.end() :], depth)
                yield SentenceMatch(first.text + place.group() + rest.text, first.left + rest.left)
                break
        for place in islice(_BREAK.finditer(text), _MOST_BREAKS):
            for last in self._whole(text[place.end() :], depth):
                yield SentenceMatch(text[: place.end()] + last.text, place.end() + last.left)
                break

    def _whole(self, text: str, depth: int) -> Iterator[SentenceMatch]:
        """The readings of `text` as one sentence; one without its full stop, or with one, is known too."""
        for known, adds, drops in ((text, "", ""), (text.removesuffix("."), ".", ""), (f"{text}.", "", ".")):
            if known in self._plain and (known != text or not adds):
                found = QCoreApplication.translate(CONTEXT, known)
                yield SentenceMatch(found.removesuffix(drops) + adds, 0)
                return
        if depth <= _DEEPEST:
            for template in self._templates:
                match = template.pattern.fullmatch(text) if text.startswith(template.start) else None
                if match is not None:
                    yield self._filled(template, match, depth)

    def _filled(self, template: SentenceTemplate, match: re.Match[str], depth: int) -> SentenceMatch:
        values, left = {}, 0
        for name, value in match.groupdict().items():
            if template.places[name] or _PLAIN_NUMBER.fullmatch(value):
                values[name] = self._number(value)
            else:
                values[name], unknown = self._said(value, depth + 1)
                left += unknown
        found = QCoreApplication.translate(CONTEXT, template.text)
        filled = _PLACE.sub(lambda place: values.get(place.group(1), place.group()), found)
        return SentenceMatch(_bare(filled) if "{{" in template.text else filled, left)


def template_of(source: str) -> SentenceTemplate:
    """Read the places of a template."""
    pattern, places, end, start = "", {}, 0, None
    for place in _PLACE.finditer(source):
        before = _bare(source[end : place.start()])
        start = before if start is None else start
        name, spec = place.group(1), place.group(2) or ""
        is_number = bool(spec)
        pattern += re.escape(before)
        pattern += f"(?P={name})" if name in places else f"(?P<{name}>{_NUMBER if is_number else '.+?'})"
        places[name] = is_number
        end = place.end()
    pattern += re.escape(_bare(source[end:]))
    return SentenceTemplate(source, start or "", re.compile(pattern, re.DOTALL), places)


def _bare(text: str) -> str:
    return text.replace("{{", "{").replace("}}", "}")

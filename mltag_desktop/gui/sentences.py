"""Sentences that core makes in English, found again among the templates they were made from.

Core knows no Qt, and the command line stays English. So the templates of its sentences are gathered from its
source (`scripts/texts.py`) into `resources/translations/sentences.json`, and the window looks a sentence up
among them to say it in its own language.
"""

import json
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from mltag_desktop.core.resources import resource

CONTEXT: Final = "MLTag core"
"""The context of core's sentences in the catalogues."""
_PLACE: Final = re.compile(r"\{(\w+)(?:![rsa])?(?::([^}]*))?\}")
_NUMBER: Final = r"[-+−]?\d[\d,.]*%?"
_BREAK: Final = re.compile(r"(?<=[.;:)”!?])\s+|\n")
_DEEPEST: Final = 4


class Template(NamedTuple):
    """A sentence with places; `start` is what stands before the first, `places` says which are numbers."""

    text: str
    start: str
    pattern: re.Pattern[str]
    places: dict[str, bool]


class Sentences:
    """Finds the template of a sentence, and says it in the language in force."""

    def __init__(self, number: Callable[[str], str], sources: list[str] | None = None) -> None:
        if sources is None:
            sources = json.loads(resource("translations/sentences.json").read_text(encoding="utf-8"))
        self._number = number
        self._plain = {source for source in sources if "{" not in source}
        made = [template_of(source) for source in sources if "{" in source]
        self._templates = sorted(made, key=lambda each: -len(_PLACE.sub("", each.text)))

    def translated(self, text: str, depth: int = 0) -> str:
        """Return `text` translated as a whole, else sentence by sentence; what is unknown stays."""
        whole = self._whole(text, depth)
        if whole is not None:
            return whole
        breaks = list(_BREAK.finditer(text))
        for place in reversed(breaks):  # the longest beginning that is known
            first = self._whole(text[: place.start()], depth)
            if first is not None:
                return first + place.group() + self.translated(text[place.end() :], depth)
        for place in breaks:  # the longest end that is known
            last = self._whole(text[place.end() :], depth)
            if last is not None:
                return text[: place.end()] + last
        return text

    def _whole(self, text: str, depth: int) -> str | None:
        for stem, end in ((text, ""), (text.removesuffix("."), "."), (f"{text}.", "")):
            if stem in self._plain:
                found = QCoreApplication.translate(CONTEXT, stem)
                return found + end if len(stem) <= len(text) else found.removesuffix(".")
            if end and stem == text:
                break
        if depth > _DEEPEST:
            return None
        for template in self._templates:
            if text.startswith(template.start):
                match = template.pattern.fullmatch(text)
                if match is not None:
                    return self._filled(template, match, depth)
        return None

    def _filled(self, template: Template, match: re.Match[str], depth: int) -> str:
        values = {
            name: self._number(value) if template.places[name] else self.translated(value, depth + 1)
            for name, value in match.groupdict().items()
        }
        found = QCoreApplication.translate(CONTEXT, template.text)
        return _PLACE.sub(lambda place: values.get(place.group(1), place.group()), found)


def template_of(source: str) -> Template:
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
    return Template(source, start or "", re.compile(pattern, re.DOTALL), places)


def _bare(text: str) -> str:
    return text.replace("{{", "{").replace("}}", "}")

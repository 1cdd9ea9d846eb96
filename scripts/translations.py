"""Update the translation catalogues of the window: `python -m scripts.translations [--check]`.

Collects the texts to translate (`texts.py`), keeps the translations in `resources/translations/mltag_*.ts`,
removes obsolete texts, adds new texts as unfinished, and compiles the catalogues (`catalogues.py`). With
`--check` nothing is written; texts to translate are listed, and the exit code is 1 if there are any.
"""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Final, NamedTuple

from scripts.catalogues import FOLDER, compile_catalogues
from scripts.texts import Text, sentences, window_texts

LANGUAGES: Final = ("de", "fr")
CONTEXTS: Final = ("MLTag", "MLTag core")
FORMS: Final = 2
"""German and French have a singular and a plural."""


class Entry(NamedTuple):
    """A text of a catalogue with its translation, in two forms for a text with a plural."""

    text: Text
    forms: tuple[str, ...]

    @property
    def is_finished(self) -> bool:
        """Whether all forms are translated."""
        return len(self.forms) == (FORMS if self.text.one else 1) and all(self.forms)


Catalogue = dict[str, list[Entry]]
"""The entries of each context."""


def read(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the translations in a catalogue by context and text; empty if there is no file."""
    if not path.exists():
        return {}
    translations = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 (our own file)
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None:
                forms = [form.text or "" for form in translation.iter("numerusform")]
                translations[name, message.findtext("source", "")] = tuple(forms or [translation.text or ""])
    return translations


def current(code: str) -> Catalogue:
    """Return the up-to-date catalogue of a language with the existing translations."""
    known = read(path_of(code))
    return {
        name: [Entry(text, known.get((name, text.text), ())) for text in texts]
        for name, texts in zip(CONTEXTS, (window_texts(), sentences()), strict=True)
    }


def write(path: Path, code: str, catalogue: Catalogue) -> None:
    """Write a catalogue in the Qt Linguist format."""
    root = ET.Element("TS", version="2.1", language=code, sourcelanguage="en")
    for name, entries in catalogue.items():
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for entry in entries:
            _add(context, entry)
    ET.indent(root, "  ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def path_of(code: str) -> Path:
    """Return the path of the catalogue of a language."""
    return FOLDER / f"mltag_{code}.ts"


def main(arguments: list[str]) -> int:
    """Update or check all catalogues."""
    missing = 0
    for code in LANGUAGES:
        catalogue = current(code)
        open_entries = [entry for entries in catalogue.values() for entry in entries if not entry.is_finished]
        missing += len(open_entries)
        sys.stdout.write(f"{code}: {len(open_entries)} to translate\n")
        for entry in open_entries:
            sys.stdout.write(f"  {entry.text.file}: {entry.text.text!r}\n")
        used = {(name, entry.text.text) for name, entries in catalogue.items() for entry in entries}
        for context, text in sorted(read(path_of(code)).keys() - used):
            if context == CONTEXTS[1]:
                sys.stdout.write(f"  removed (if files store it, add it to earlier_texts.py): {text!r}\n")
        if "--check" not in arguments:
            write(path_of(code), code, catalogue)
    if "--check" not in arguments:
        compile_catalogues(FOLDER)
    return 1 if missing and "--check" in arguments else 0


def _add(context: ET.Element, entry: Entry) -> None:
    text = entry.text
    message = ET.SubElement(context, "message", {"numerus": "yes"} if text.one else {})
    ET.SubElement(message, "location", filename=f"../../{text.file}")
    ET.SubElement(message, "source").text = text.text
    if text.one:
        ET.SubElement(message, "extracomment").text = f"Singular: {text.one}"
    translation = ET.SubElement(message, "translation", {} if entry.is_finished else {"type": "unfinished"})
    if not text.one:
        translation.text = entry.forms[0] if entry.forms else ""
        return
    for place in range(FORMS):
        ET.SubElement(translation, "numerusform").text = (
            entry.forms[place] if place < len(entry.forms) else ""
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

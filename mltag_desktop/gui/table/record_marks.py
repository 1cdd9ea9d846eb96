"""The marks of a record (flagged, skipped, unsure, note): their words and icons."""

from collections.abc import Iterator
from typing import Final

from mltag_desktop.core.workspace.types import Mark
from mltag_desktop.gui.i18n.translation import tr

MARK_ICONS: Final = {
    Mark.FLAGGED: "flagged",
    Mark.SKIPPED: "skipped",
    Mark.UNSURE: "question",
    Mark.NOTED: "note",
}
MARK_WORDS: Final = {
    Mark.FLAGGED: tr("flagged"),
    Mark.SKIPPED: tr("skipped"),
    Mark.UNSURE: tr("unsure"),
    Mark.NOTED: tr("with a note"),
}


def icons_of(marks: Mark) -> Iterator[str]:
    """Yield the names of the icons of `marks`, always in the same order."""
    return (icon for mark, icon in MARK_ICONS.items() if mark in marks)


def words_of(marks: Mark) -> str:
    """Return the marks in words with commas, empty for none."""
    return ", ".join(word for mark, word in MARK_WORDS.items() if mark in marks)


def tooltip_of(marks: Mark, note: str) -> str:
    """Return a line on the marks and one on the note, empty for none."""
    said = words_of(marks & ~Mark.NOTED)
    noted = tr("Note: {note}", note=" ".join(note.split())) if note else words_of(marks & Mark.NOTED)
    return "\n".join(line[:1].upper() + line[1:] for line in (said, noted) if line)

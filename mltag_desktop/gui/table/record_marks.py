"""Labels and icons of a record's marks (flagged, skipped, unsure, note)."""

from collections.abc import Iterator
from typing import Final

from mltag_desktop.core.workspace.types import NO_MARKS, Mark
from mltag_desktop.gui.i18n.translation import tr

MARK_ICONS: Final = {
    Mark.FLAGGED: "flagged",
    Mark.SKIPPED: "skipped",
    Mark.UNSURE: "question",
    Mark.OFF_TOPIC: "off_topic",
    Mark.ON_TOPIC: "on_topic",
    Mark.NOTED: "note",
}
MARK_WORDS: Final = {
    Mark.FLAGGED: tr("flagged"),
    Mark.SKIPPED: tr("skipped"),
    Mark.UNSURE: tr("unsure"),
    Mark.OFF_TOPIC: tr("off topic"),
    Mark.ON_TOPIC: tr("on topic"),
    Mark.NOTED: tr("with a note"),
}


def icons_of(marks: Mark) -> Iterator[str]:
    """Yield the icon names of `marks`, always in the same order."""
    if marks is NO_MARKS:  # as on most records
        return iter(())
    return (icon for mark, icon in MARK_ICONS.items() if mark in marks)


def words_of(marks: Mark) -> str:
    """Return the labels of `marks`, joined by commas; empty without marks."""
    return ", ".join(word for mark, word in MARK_WORDS.items() if mark in marks)


def tooltip_of(marks: Mark, note: str) -> str:
    """Return a line with the marks and a line with the note; empty without both."""
    if not marks and not note:
        return ""
    mark_line = words_of(marks & ~Mark.NOTED)
    note_line = tr("Note: {note}", note=" ".join(note.split())) if note else words_of(marks & Mark.NOTED)
    return "\n".join(line[:1].upper() + line[1:] for line in (mark_line, note_line) if line)

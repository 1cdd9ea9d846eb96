"""How a table's bytes are to be read: its encoding, delimiter, quote, line end and header."""

import codecs
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.encoding import Guess, guess_encoding, later_samples
from mltag_desktop.core.tables.layout import guess_layout
from mltag_desktop.core.tables.source import binary_error, empty_error, open_table

SAMPLE: Final = 1 << 20
"""Bytes from the start of a file that delimiter, quote and header are judged on."""

_WITHOUT_MARK: Final = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8", "ascii": "utf-8"}


@dataclass(frozen=True)
class Dialect:
    """How a table is written.

    `encoding` is a Python codec that writes no mark of its own; `quote` is empty when quotes are ordinary
    characters; `newline` is what most lines end in.
    """

    encoding: str
    bom: bytes
    delimiter: str
    quote: str
    newline: str
    header: bool

    def __post_init__(self) -> None:
        """Settle the codec's name; refuse what no table can be read with, as `MltagError`."""
        if len(self.delimiter) != 1 or self.delimiter in '\r\n"':
            raise MltagError(f"{self.delimiter!r} cannot part cells.", "Choose one character, such as , or ;")
        try:
            name = codecs.lookup(self.encoding).name
            "\n".encode(name)
        except LookupError as error:
            raise MltagError(
                f"The encoding {self.encoding!r} is not known.", "Try UTF-8 or cp1252."
            ) from error
        object.__setattr__(self, "encoding", _WITHOUT_MARK.get(name, name))


@dataclass(frozen=True)
class Sniffed:
    """A dialect that was found, a plain sentence saying why, and whether it is beyond doubt."""

    dialect: Dialect
    evidence: str
    sure: bool


DEFAULT: Final = Dialect("utf-8", b"", ",", '"', "\n", header=True)


def sniff(path: Path) -> Sniffed:
    """Find how the table in `path` is written, from its first MiB and looks into the rest.

    Raises `MltagError` when the file is missing, unreadable, empty or no text.
    """
    with open_table(path) as file:
        sample = file.read(SAMPLE)
        complete = len(sample) < SAMPLE
        if not sample:
            raise empty_error(path)
        guess = guess_encoding(sample, complete=complete)
        if guess is not None and guess.ascii_only and not complete:
            later = later_samples(file)
            guess = (
                guess_encoding(sample, complete=False, later=later) if later else replace(guess, sure=True)
            )
    if guess is None:
        raise binary_error(path)
    return _sniffed(sample, guess, complete=complete, tabs=path.suffix.lower() in {".tsv", ".tab"})


def sniff_bytes(sample: bytes, complete: bool) -> Sniffed:
    """Find how `sample`, the start of a table (all of it when `complete`), is written."""
    guess = guess_encoding(sample, complete=complete)
    if guess is None:
        raise MltagError("This is not text.", "Use a CSV file, or export the table as CSV first.")
    return _sniffed(sample, guess, complete=complete, tabs=False)


def _sniffed(sample: bytes, guess: Guess, *, complete: bool, tabs: bool) -> Sniffed:
    text = sample[len(guess.bom) :].decode(guess.encoding, "replace")
    layout = guess_layout(text, complete=complete, tabs=tabs)
    dialect = Dialect(
        guess.encoding, guess.bom, layout.delimiter, layout.quote, layout.newline, layout.header
    )
    return Sniffed(dialect, f"{guess.evidence} {layout.evidence}", guess.sure and layout.sure)

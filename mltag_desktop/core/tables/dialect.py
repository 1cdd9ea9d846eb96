"""How a table's bytes are to be read: its encoding, delimiter, quote, line end and header."""

import codecs
from pathlib import Path
from typing import Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.encoding import Guess, guess_encoding, later_samples
from mltag_desktop.core.tables.layout import Layout, guess_layout
from mltag_desktop.core.tables.records import Signs
from mltag_desktop.core.tables.source import binary_error, empty_error, open_bytes
from mltag_desktop.core.values import dataclass

SAMPLE: Final = 1 << 20
"""Bytes from the start of a file that delimiter, quote and header are judged on."""

FORMS: Final = ("delimited", "jsonl", "xlsx", "parquet")

_WITHOUT_MARK: Final = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8", "ascii": "utf-8"}


def _check_signs(quote: str, escape: str) -> None:
    if len(quote) > 1 or quote in ("\r", "\n"):
        raise MltagError(
            f"{quote!r} cannot be used as the quote character.",
            'Choose a single character, such as ", or none.',
        )
    if len(escape) > 1 or escape in ("\r", "\n") or (escape and (not quote or escape == quote)):
        raise MltagError(
            f"{escape!r} cannot be used as the escape character.",
            "Choose a single character, such as \\, or none.",
        )


@dataclass(frozen=True)
class Dialect:
    """How a table is written.

    `encoding` is a Python codec that writes no mark of its own; `quote` is empty when quotes are ordinary
    characters; `newline` is what most lines end in. `escape` and `skip_blanks` are those of `Signs`. `skip`
    physical lines stand before the header; `lacks` says that the header has one name less than the records
    have cells, for the "first" or the "last" of them.

    Tables of another `form` than "delimited" come as such text to whoever reads records: `keys` are the keys
    of JSON lines ("jsonl") in the columns' order; a workbook ("xlsx", its `sheet` by name) and Parquet
    ("parquet") have records in UTF-8 with commas, while the file itself is kept beside them.
    """

    encoding: str
    bom: bytes
    delimiter: str
    quote: str
    newline: str
    header: bool
    escape: str = ""
    skip_blanks: bool = False
    skip: int = 0
    lacks: str = ""
    form: str = "delimited"
    sheet: str = ""
    keys: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Settle the codec's name; refuse what no table can be read with, as `MltagError`."""
        if len(self.delimiter) != 1 or self.delimiter in ('\r\n"' + self.quote + self.escape):
            raise MltagError(
                f"{self.delimiter!r} cannot be used as the delimiter.",
                "Choose a single character, such as , or ;",
            )
        _check_signs(self.quote, self.escape)
        if self.lacks not in ("", "first", "last") or self.form not in FORMS or self.skip < 0:
            raise MltagError(
                f"These settings do not describe a table: {self}.", "Choose one of the available options."
            )
        try:
            name = codecs.lookup(self.encoding).name
            "\n".encode(name)
        except LookupError as error:
            raise MltagError(f"Unknown encoding: {self.encoding!r}.", "Try UTF-8 or cp1252.") from error
        object.__setattr__(self, "encoding", _WITHOUT_MARK.get(name, name))
        object.__setattr__(self, "keys", tuple(self.keys))

    @property
    def signs(self) -> Signs:
        """What parts and wraps cells."""
        return Signs(self.delimiter, self.quote, self.escape, self.skip_blanks)

    @property
    def is_text(self) -> bool:
        """Whether head and records, joined, are the file; else it is kept whole."""
        return self.form in ("delimited", "jsonl")


class Sniffed(NamedTuple):
    """A dialect that was found, a plain sentence saying why, and whether it is beyond doubt."""

    dialect: Dialect
    evidence: str
    sure: bool


DEFAULT: Final = Dialect("utf-8", b"", ",", '"', "\n", header=True)


def sniff(path: Path) -> Sniffed:
    """Find how the table in `path` is written, from its first MiB and looks into the rest.

    Raises `MltagError` when the file is missing, unreadable, empty or no text.
    """
    sample, guess = look_into(path)
    return _sniffed(sample, guess, complete=len(sample) < SAMPLE, tabs=is_named_for_tabs(path))


def look_into(path: Path) -> tuple[bytes, Guess]:
    """Return the start of `path`, at most `SAMPLE` bytes, and the encoding of it all; errors as `sniff`."""
    with open_bytes(path) as file:
        sample = file.read(SAMPLE)
        complete = len(sample) < SAMPLE
        if not sample:
            raise empty_error(path)
        guess = guess_encoding(sample, complete=complete)
        if guess is not None and guess.ascii_only and not complete:
            later = later_samples(file)
            guess = (
                guess_encoding(sample, complete=False, later=later) if later else guess._replace(sure=True)
            )
    if guess is None:
        raise binary_error(path)
    return sample, guess


def decoded_start(sample: bytes, guess: Guess) -> str:
    """Return the text of `sample` without its mark; what cannot be decoded stands as U+FFFD."""
    return sample[len(guess.bom) :].decode(guess.encoding, "replace")


def is_named_for_tabs(path: Path) -> bool:
    """Tell whether the file's name speaks of tabs."""
    return path.suffix.lower() in {".tsv", ".tab"}


def sniff_bytes(sample: bytes, complete: bool) -> Sniffed:
    """Find how `sample`, the start of a table (all of it when `complete`), is written."""
    guess = guess_encoding(sample, complete=complete)
    if guess is None:
        raise MltagError("This is not a text file.", "Use a CSV file, or export the table as CSV first.")
    return _sniffed(sample, guess, complete=complete, tabs=False)


def dialect_from(guess: Guess, layout: Layout) -> Dialect:
    """Return the dialect that an encoding and a layout make."""
    return Dialect(
        guess.encoding,
        guess.bom,
        layout.signs.delimiter,
        layout.signs.quote,
        layout.newline,
        layout.header,
        layout.signs.escape,
        layout.signs.skip_blanks,
        layout.skip,
        layout.lacks,
    )


def _sniffed(sample: bytes, guess: Guess, *, complete: bool, tabs: bool) -> Sniffed:
    layout = guess_layout(decoded_start(sample, guess), complete=complete, tabs=tabs)
    evidence = f"{guess.evidence} {layout.evidence}"
    return Sniffed(dialect_from(guess, layout), evidence, guess.sure and layout.sure)

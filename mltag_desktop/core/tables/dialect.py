"""The dialect of a table: encoding, delimiter, quote character, line end and header; and its detection."""

import codecs
import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message, sentences
from mltag_desktop.core.tables.encoding import EncodingGuess, guess_encoding, later_samples
from mltag_desktop.core.tables.file_access import binary_error, empty_error, open_bytes
from mltag_desktop.core.tables.layout import Layout, guess_layout
from mltag_desktop.core.tables.record_parser import DialectCharacters

SAMPLE: Final = 1 << 20
"""Number of bytes at the start of a file that are used to detect the dialect."""

FORMS: Final = ("delimited", "jsonl", "json", "xlsx", "parquet")
_TAB_SUFFIXES: Final = frozenset({".tsv", ".tab"})

_WITHOUT_BOM: Final = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8", "ascii": "utf-8"}


def _check_quoting(quote: str, escape: str) -> None:
    if len(quote) > 1 or quote in ("\r", "\n"):
        raise MltagError(
            message("{quote!r} cannot be used as the quote character.", quote=quote),
            'Choose a single character, such as ", or none.',
        )
    if len(escape) > 1 or escape in ("\r", "\n") or (escape and (not quote or escape == quote)):
        raise MltagError(
            message("{escape!r} cannot be used as the escape character.", escape=escape),
            "Choose a single character, such as \\, or none.",
        )


@dataclass(frozen=True)
class Dialect:
    """How a table is written.

    `encoding` is a Python codec that does not write a byte order mark; `bom` holds the mark. `quote` is empty
    when quotes are ordinary characters. `newline` is the most frequent line end. `escape` and `skip_blanks`
    are as in `DialectCharacters`. `skip` is the number of physical lines before the header. `lacks` is
    "first" or "last" when the header has no name for that column, so it has one cell fewer than the records.

    `form` is one of `FORMS`. Records of every form are read as delimited text or JSON lines: `keys` are the
    keys of JSON lines ("jsonl") or of a list of objects ("json") in column order; records of a workbook
    ("xlsx", sheet name in `sheet`) and of Parquet ("parquet") are comma-separated UTF-8. Unless `is_text`,
    the original file is stored as well.
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
        """Normalise the codec name; raises `MltagError` for values with which no table can be read."""
        if len(self.delimiter) != 1 or self.delimiter in ('\r\n"' + self.quote + self.escape):
            raise MltagError(
                message("{delimiter!r} cannot be used as the delimiter.", delimiter=self.delimiter),
                "Choose a single character, such as , or ;",
            )
        _check_quoting(self.quote, self.escape)
        if self.lacks not in ("", "first", "last") or self.form not in FORMS or self.skip < 0:
            raise MltagError(
                message("These settings do not describe a table: {self}.", self=self),
                "Choose one of the available options.",
            )
        try:
            name = codecs.lookup(self.encoding).name
            "\n".encode(name)
        except LookupError as error:
            raise MltagError(
                message("Unknown encoding: {encoding!r}.", encoding=self.encoding), "Try UTF-8 or cp1252."
            ) from error
        object.__setattr__(self, "encoding", _WITHOUT_BOM.get(name, name))
        object.__setattr__(self, "keys", tuple(self.keys))

    @functools.cached_property
    def signs(self) -> DialectCharacters:
        """Delimiter, quote, escape character and blank handling."""
        return DialectCharacters(self.delimiter, self.quote, self.escape, self.skip_blanks)

    @property
    def is_json(self) -> bool:
        """Whether records are JSON objects."""
        return self.form in ("jsonl", "json")

    @property
    def is_text(self) -> bool:
        """Whether head and records, joined, are the file; otherwise the original file is stored too."""
        return self.form in ("delimited", "jsonl")


class SniffedDialect(NamedTuple):
    """A detected dialect, the evidence for it in one sentence, and whether it is certain."""

    dialect: Dialect
    evidence: str
    sure: bool


DEFAULT_DIALECT: Final = Dialect("utf-8", b"", ",", '"', "\n", header=True)


def sniff(path: Path) -> SniffedDialect:
    """Detect the dialect of the table in `path` from its first MiB and samples of the rest.

    Raises `MltagError` when the file is missing, unreadable, empty or not text.
    """
    sample, guess = read_start(path)
    layout = guess_layout(
        decoded_start(sample, guess), complete=len(sample) < SAMPLE, tabs=is_named_for_tabs(path)
    )
    evidence = sentences(guess.evidence, layout.evidence)
    return SniffedDialect(dialect_from(guess, layout), evidence, guess.sure and layout.sure)


def read_start(path: Path) -> tuple[bytes, EncodingGuess]:
    """Return the first bytes of `path`, at most `SAMPLE`, and the encoding of the whole file.

    Raises the same errors as `sniff`.
    """
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


def decoded_start(sample: bytes, guess: EncodingGuess) -> str:
    """Return the text of `sample` without its byte order mark; undecodable bytes become U+FFFD."""
    return sample[len(guess.bom) :].decode(guess.encoding, "replace")


def is_named_for_tabs(path: Path) -> bool:
    """Return whether the file name has a suffix for tab-separated text."""
    return path.suffix.lower() in _TAB_SUFFIXES


def dialect_from(guess: EncodingGuess, layout: Layout) -> Dialect:
    """Return the dialect with the given encoding and layout."""
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

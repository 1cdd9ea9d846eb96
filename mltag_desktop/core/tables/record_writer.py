"""Write records back with changed cells, and repair those that could not be read.

Write records back: change some cells of a record and keep every other byte.

Repair quarantined records: show them as text to edit, and parse the edited text.
"""

import codecs
import functools
import re
from collections.abc import Mapping, Sequence
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.dialect import Dialect, header_line
from mltag_desktop.core.tables.encoding import display_name
from mltag_desktop.core.tables.json_table import fault_of, new_object, object_cells, parsed_object
from mltag_desktop.core.tables.record_parser import (
    DialectCharacters,
    QuarantinedRecord,
    Record,
    RecordScanner,
    decode_lines,
    split_lines,
    unit_width,
)

_MOST_KEPT: Final = 10_000


class UnencodableError(MltagError):
    """A new text contains a character that the table's encoding does not have.

    Attributes: `encoding`, `sign` and `text`.
    """

    def __init__(self, encoding: str, sign: str, text: str) -> None:
        super().__init__(
            message(
                "The encoding {encoding} does not include the character {sign!r} in the text {short}.",
                encoding=display_name(encoding),
                sign=sign,
                short=_short(text),
            ),
            message("Export as UTF-8, or write missing characters as \\u2192 and the like (--escape)."),
        )
        self.encoding = encoding
        self.sign = sign
        self.text = text


def escaped_for(text: str, encoding: str) -> str:
    r"""Return `text` with characters that `encoding` does not have as escapes such as \u2192."""
    return text.encode(encoding, "backslashreplace").decode(encoding)


class EncodedCells(dict[str, bytes]):
    """The bytes of appended cells by their text, each with the delimiter before it; many records share them.

    With `escapes`, characters that the encoding does not have are written as escapes.
    """

    def __init__(self, dialect: Dialect, *, escapes: bool = False) -> None:
        self._dialect = dialect
        self._escapes = escapes

    def __missing__(self, text: str) -> bytes:
        if len(self) > _MOST_KEPT:
            self.clear()
        blank = " " if self._dialect.skip_blanks else ""
        shown = escaped_for(text, self._dialect.encoding) if self._escapes else text
        cell = _encode(self._dialect.delimiter + blank + _cell(shown, self._dialect), self._dialect)
        self[text] = cell
        return cell


def changed_record(
    raw: bytes, dialect: Dialect, changes: Mapping[int, str] | None = None, tail: bytes = b""
) -> bytes:
    """Return `raw` with the cells at the positions in `changes` replaced and the bytes `tail` after the last.

    Other cells keep their bytes and quoting; a replaced cell stays quoted if it was quoted. Raises
    `MltagError` when a new cell cannot be written in the encoding or the dialect.
    """
    if not changes and unit_width(dialect.encoding) == 1:
        body = raw.rstrip(b"\r\n")
        return body + tail + raw[len(body) :]
    text, offsets = _decode(raw, dialect)
    ends = _cell_ends(text, dialect)
    out: list[bytes] = []
    copied = 0
    for index, value in sorted((changes or {}).items()):
        if not 0 <= index < len(ends) - 1:
            raise MltagError(
                message("The record has no cell {index}.", index=index + 1),
                "Choose one of the table's columns.",
            )
        start, stop = ends[index] + (index > 0), ends[index + 1]
        if dialect.skip_blanks:
            start += len(text[start:stop]) - len(text[start:stop].lstrip(" "))
        cell = _replacement(text[start:stop], value, dialect, is_only=len(ends) == 2)
        out += [raw[copied : offsets[start]], cell]
        copied = offsets[stop]
    return b"".join([*out, raw[copied : offsets[ends[-1]]], tail, raw[offsets[ends[-1]] :]])


def picked_record(raw: bytes, dialect: Dialect, columns: Sequence[int]) -> bytes:
    """Return the record with only the cells of `columns`, each with its bytes and quoting."""
    delimiter, quote = dialect.delimiter.encode(dialect.encoding), dialect.quote.encode(dialect.encoding)
    text, offsets = _decode(raw, dialect)
    ends = _cell_ends(text, dialect)
    cells = [
        raw[offsets[ends[at] + (at > 0)] : offsets[ends[at + 1]]] for at in columns if at < len(ends) - 1
    ]
    if len(cells) == 1 and not cells[0] and quote:
        cells = [quote * 2]
    return delimiter.join(cells) + raw[offsets[ends[-1]] :]


def changed_head(
    head: bytes,
    dialect: Dialect,
    appended: Sequence[str] = (),
    *,
    changes: Mapping[int, str] | None = None,
    columns: Sequence[int] | None = None,
) -> bytes:
    """Return `head` with edited column names; a head without a header record is returned unchanged.

    `appended` are names of new columns, `changes` new names by position, and `columns` the positions to keep
    (all by default).
    """
    is_unchanged = columns is None and not changes and not appended
    if dialect.is_json or not dialect.header or is_unchanged:
        return head
    mark = len(dialect.bom) if head.startswith(dialect.bom) else 0
    lines = split_lines(head[mark:], dialect.encoding)
    texts, _ = decode_lines(head[mark:], lines, dialect.encoding)
    front = head[:mark] + b"".join(lines[: header_line(texts, dialect)])
    record = head[len(front) :]
    first = int(dialect.lacks == "first")
    record = changed_record(record, dialect, {at - first: name for at, name in (changes or {}).items()})
    if columns is not None:
        record = picked_record(record, dialect, [at - first for at in columns if at >= first])
    elif dialect.lacks == "last":
        appended = ["", *appended]
    cells = EncodedCells(dialect)
    return front + changed_record(record, dialect, tail=b"".join([cells[name] for name in appended]))


def new_record(cells: Sequence[str], dialect: Dialect) -> bytes:
    """Return the bytes of a new record with its line end."""
    if dialect.is_json:
        return new_object(cells, dialect.keys, dialect.newline)
    text = dialect.delimiter.join(_cell(cell, dialect) for cell in cells)
    if not text and dialect.quote:
        text = dialect.quote * 2
    return _encode(text + dialect.newline, dialect)


def with_line_end(raw: bytes, dialect: Dialect) -> bytes:
    """Return `raw`, the last record of a table, with a line end, so that a record can be appended."""
    text = raw.decode(dialect.encoding, "replace")
    return raw if not raw or text.endswith(("\n", "\r")) else raw + dialect.newline.encode(dialect.encoding)


def recoded(raw: bytes, dialect: Dialect, encoding: str) -> bytes:
    """Convert `raw` to another encoding; undecodable bytes become U+FFFD."""
    return raw.decode(dialect.encoding, "replace").encode(encoding)


def _cell(value: str, dialect: Dialect, *, quoted: bool = False) -> str:
    """Return the cell text of `value`, quoted if `quoted` or if it must be."""
    delimiter, quote, escape, skip_blanks = dialect.signs
    special = delimiter in value or "\n" in value or "\r" in value or (skip_blanks and value[:1] == " ")
    if not quote:
        if special:
            raise MltagError(
                message("The text {short} cannot be written to a table without quotes.", short=_short(value)),
                "Choose another delimiter, or remove line breaks.",
            )
        return value
    if escape:
        quoted = quoted or escape in value
        value = value.replace(escape, escape * 2)
    if quoted or special or quote in value:
        return quote + value.replace(quote, (escape or quote) + quote) + quote
    return value


def _replacement(former: str, value: str, dialect: Dialect, *, is_only: bool) -> bytes:
    quoted = former.startswith(dialect.quote or "\n") or (not value and is_only)
    return _encode(_cell(value, dialect, quoted=quoted), dialect)


def _encode(text: str, dialect: Dialect) -> bytes:
    try:
        return text.encode(dialect.encoding)
    except UnicodeEncodeError as error:
        raise UnencodableError(dialect.encoding, error.object[error.start], text) from error


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")


@functools.lru_cache(maxsize=16)
def _cell_pattern(signs: DialectCharacters) -> re.Pattern[str]:
    """Return a pattern that matches one cell, as lenient as csv.reader."""
    part, quote, escape = map(re.escape, signs[:3])
    blanks = " *+" if signs.skip_blanks else ""
    plain = f"[^{part}\r\n]*+"
    if not quote:
        return re.compile(blanks + plain)
    inside = f"[^{quote}{escape}]++|{quote}{quote}"
    if escape:
        inside += f"|{escape}[{escape}{quote}]|{escape}"
    return re.compile(f"{blanks}(?:{quote}(?:{inside})*+(?:{quote}{plain}|\\Z)|{plain})")


def _cell_ends(text: str, dialect: Dialect) -> list[int]:
    """Return 0 and the end position of each cell in `text`; cells are separated by one character."""
    match = _cell_pattern(dialect.signs).match
    ends = [0]
    at = 0
    while cell := match(text, at):
        ends.append(cell.end())
        if not text.startswith(dialect.delimiter, cell.end()):
            break
        at = cell.end() + 1
    return ends


def _decode(raw: bytes, dialect: Dialect) -> tuple[str, Sequence[int]]:
    """Return a text with the cells of `raw`, and the byte offset in `raw` of each position in the text.

    Where cells end at single bytes, a character of the text stands for a byte.
    """
    encoding = dialect.encoding
    if dialect.is_bytewise:
        return raw.decode("latin-1"), range(len(raw) + 1)
    width = unit_width(encoding)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    pieces: list[str] = []
    offsets = [0]
    for offset in range(0, len(raw), width):
        stop = min(offset + width, len(raw))
        piece = decoder.decode(raw[offset:stop], stop == len(raw))
        pieces.append(piece)
        # Several characters at once: the bytes before could not be decoded.
        offsets += [offset] * (len(piece) - 1) + [stop] * bool(piece)
    return "".join(pieces), offsets


def editable(quarantined: QuarantinedRecord, dialect: Dialect) -> str:
    """Return a quarantined record as text to edit, without its line end; invalid bytes become U+FFFD."""
    return quarantined.raw.decode(dialect.encoding, "replace").rstrip("\r\n")


def quarantine_reason(quarantined: QuarantinedRecord, dialect: Dialect, columns: Sequence[str]) -> str:
    """Return the reason why a record that was read from a workspace is unreadable, as a message.

    The record is parsed again; where that gives another reason than the stored one, the stored one stays.
    """
    encoding = display_name(dialect.encoding)
    undecodable = message("The record contains bytes that are not {encoding}.", encoding=encoding)
    again = repair(editable(quarantined, dialect), dialect, columns, quarantined)
    return next((each for each in (undecodable, again) if each == quarantined.reason), quarantined.reason)


def repair(
    text: str, dialect: Dialect, columns: Sequence[str], quarantined: QuarantinedRecord | None = None
) -> Record | str:
    """Parse `text` as one record of a table with `columns`; return the record, or the reason it is invalid.

    The record keeps the line end and the blank lines of `quarantined`, if given. Otherwise it gets the line
    end of the dialect.
    """
    body = text.rstrip("\r\n")
    if "\ufffd" in body:
        return message(
            "Some bytes are still not {encoding}; they are shown as �.",
            encoding=display_name(dialect.encoding),
        )
    if not body:
        return message("The record is empty.")
    try:
        raw = body.encode(dialect.encoding)
    except UnicodeEncodeError as error:
        return message(
            "The encoding {encoding} does not include the character {body!r}.",
            encoding=display_name(dialect.encoding),
            body=body[error.start],
        )
    line = 1 if quarantined is None else quarantined.line
    end = (
        dialect.newline.encode(dialect.encoding)
        if quarantined is None
        else _line_end(quarantined.raw, dialect)
    )
    if dialect.is_json:
        return _repaired_object(line, raw + end, dialect)
    items, _ = RecordScanner(dialect.encoding, dialect.signs, len(columns), line=line).scan(
        raw + end, split_lines(raw + end, dialect.encoding), final=True
    )
    if isinstance(items[0], QuarantinedRecord):
        return items[0].reason
    return (
        items[0]
        if len(items) == 1
        else message("The text contains {count} records; enter only one.", count=len(items))
    )


def _repaired_object(line: int, raw: bytes, dialect: Dialect) -> Record | str:
    try:
        record = parsed_object(raw)
    except (ValueError, RecursionError) as error:
        return fault_of(error)
    if b"\n" in raw.rstrip(b"\r\n"):
        return message("The object must be on one line.")
    return Record(line, raw, object_cells(raw, dialect.keys, record))


def _line_end(raw: bytes, dialect: Dialect) -> bytes:
    text = raw.decode(dialect.encoding, "replace")
    return text[len(text.rstrip("\r\n")) :].encode(dialect.encoding)

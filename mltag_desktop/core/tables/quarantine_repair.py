"""Repair quarantined records: show them as text to edit, and parse the edited text."""

from collections.abc import Sequence

from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.encoding import display_name
from mltag_desktop.core.tables.json_records import fault_of, object_cells, parsed_object
from mltag_desktop.core.tables.record_parser import QuarantinedRecord, Record, RecordScanner, split_lines


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

"""What brings a file of an earlier format to the next one; each runs inside one transaction."""

import itertools
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, Final

from mltag_desktop.core.workspace.storage.packed_blobs import packed
from mltag_desktop.core.workspace.storage.row_checksums import COLUMNS, fill_sums, sum_of
from mltag_desktop.core.workspace.storage.schema import SOURCE_TABLES, VERSION, version_of
from mltag_desktop.core.workspace.storage.write_ahead_log import LOG_TABLE, NO_TOKEN

_AT_ONCE: Final = 2_000
_SUM: Final = re.compile(r",\s+sum\s+INTEGER")
_MARKED: Final = (
    "SELECT d.id, s.label, d.sum, d.step, d.record, d.kind, d.tag, d.model_version, d.predicted_tag,"
    " d.confidence, d.note FROM decisions d LEFT JOIN steps s ON s.step = d.step"
    " WHERE d.kind IN ('clear', 'skip', 'also-tag') OR s.label = 'Note'"
)
_LARGE: Final = frozenset({"blocks", "texts", "originals", "model_files"})


def _join_records(connection: sqlite3.Connection) -> None:
    """From 1 to 2: records and texts in stretches instead of one a row; editions of the source."""
    for table in ("records", "texts", "quarantined"):
        connection.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    for statement in SOURCE_TABLES:
        connection.execute(before_sums(statement))
    rows = connection.execute("SELECT row, line = 0, raw FROM old_records ORDER BY row")
    for pasted, group in itertools.groupby(rows, itemgetter(1)):
        for part in _parts(group):
            values = (
                (first, first, 0, pasted, ends, raws)
                for first, ends, raws in packed(part[0][0], [raw for *_, raw in part])
            )
            connection.executemany("INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?)", values)
    connection.execute(
        "INSERT INTO quarantined SELECT id, 0, before - (SELECT COUNT(*) FROM old_records"
        " WHERE line = 0 AND row < before), line, raw, reason FROM old_quarantined"
    )
    for key, count in connection.execute("SELECT key, length(digests) / 16 FROM digests").fetchall():
        query = "SELECT text FROM old_texts WHERE key >= ? AND key < ? ORDER BY key"
        texts = [text.encode() for (text,) in connection.execute(query, (key, key + count))]
        connection.executemany("INSERT INTO texts VALUES (?, ?, ?)", packed(key, texts))
    connection.execute("INSERT INTO meta VALUES ('edition', '0')")
    for table in ("records", "texts", "quarantined"):
        connection.execute(f"DROP TABLE old_{table}")


def _add_sums(connection: sqlite3.Connection) -> None:
    """From 2 to 3: a checksum beside each line.

    Lines that hold the source's bytes or a model's get none: to write them all anew takes as long as an
    import, and they have one inside.
    """
    for table in COLUMNS:
        connection.execute(f"ALTER TABLE {table} ADD COLUMN sum INTEGER")
    fill_sums(connection, [table for table in COLUMNS if table not in _LARGE])


def _separate_marks(connection: sqlite3.Connection) -> None:
    """From 3 to 4: a flag, a skip, "unsure" and a note stand beside the tag, and no longer in its place.

    Notes and "unsure" were written as skips, further tags or repeated decisions. A "clear" removed marks too.
    """
    rows = connection.execute(_MARKED).fetchall()
    for number, label, found, *values in rows:
        if found is not None and sum_of(values) != found:
            continue  # damaged; its checksum must go on saying so
        line = dict(zip(COLUMNS["decisions"].split(","), values, strict=True))
        line |= _as_mark(line["kind"], line["tag"], line["note"], label)
        connection.execute(
            "UPDATE decisions SET kind = ?, tag = ?, note = ?, sum = ? WHERE id = ?",
            (line["kind"], line["tag"], line["note"], sum_of(line.values()), number),
        )


def _as_mark(kind: str, tag: str | None, note: str, label: str | None) -> dict[str, str | None]:
    """Return kind, tag and note of a decision as format 4 writes it."""
    if kind == "clear":
        return {"kind": "reset"}
    if kind == "skip" and note == "unsure" and label != "Note":
        return {"kind": "unsure", "note": ""}
    # the label of a step that was salvaged is lost
    is_note = kind == "also-tag" or bool(note and not (label or "").startswith("Skip"))
    if label == "Note" or (kind in ("skip", "also-tag") and tag is None and is_note):
        return {"kind": "note", "tag": None, "note": note.strip()}
    return {}


def _add_token(connection: sqlite3.Connection) -> None:
    """From 4 to 5: what ties the log to the file; the first transaction draws a real one."""
    connection.execute(LOG_TABLE)
    connection.execute("INSERT INTO log_token VALUES (?)", (NO_TOKEN.blob,))


def before_sums(statement: str) -> str:
    """Return how a table was made in format 2."""
    return _SUM.sub("", statement)


def _parts(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while part := list(itertools.islice(rows, _AT_ONCE)):
        yield part


_MIGRATIONS: Final[Mapping[int, Callable[[sqlite3.Connection], None]]] = {
    1: _join_records,
    2: _add_sums,
    3: _separate_marks,
    4: _add_token,
}
"""From which format, and what makes it the next one."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an older file to this program's version, each step in its own transaction."""
    while (version := version_of(connection)) < VERSION:
        connection.execute("BEGIN IMMEDIATE")
        try:
            _MIGRATIONS[version](connection)
            connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")

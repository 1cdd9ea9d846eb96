"""Migrations of the file format, each from one version to the next in one transaction."""

import hashlib
import itertools
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.workspace.storage.metadata import BUNDLED_TAGS
from mltag_desktop.core.workspace.storage.row_checksums import (
    MODELS,
    READ_LATER,
    ROWS,
    Fault,
    delete_damaged,
    faults,
    fill_sums,
    packed,
    sum_of,
)
from mltag_desktop.core.workspace.storage.schema import (
    MODEL_TABLES,
    SOURCE_TABLES,
    VERSION,
    damaged,
    version_of,
)
from mltag_desktop.core.workspace.storage.side_files import LOG_TABLE, NO_TOKEN

_AT_ONCE: Final = 2_000
_SUM: Final = re.compile(r",\s+sum\s+INTEGER")
_MARKED: Final = (
    "SELECT d.id, d.kind, d.tag, d.note, s.label FROM decisions d LEFT JOIN steps s ON s.step = d.step"
    " WHERE d.kind IN ('clear', 'skip', 'also-tag') OR s.label = 'Note'"
)
_OF_MARKED_RECORDS: Final = (
    "SELECT id, step, record, kind, model_version, predicted_tag, confidence FROM decisions"
    " WHERE record IN (SELECT record FROM decisions WHERE kind IN ('flag', 'skip', 'unsure'))"
    " ORDER BY record, id"
)
_REMOVED_BY: Final = {
    "accept": ("unflag", "sure"),
    "correct": ("unflag", "sure"),
    "flag": ("unskip", "sure"),
    "skip": ("unflag", "sure"),
    "unsure": ("unflag", "unskip"),
}
"""The marks that each kind of decision replaced in formats 1 to 3."""
_REMOVES: Final = {"flag": "unflag", "skip": "unskip", "unsure": "sure"}
_CHANGED: Final = tuple(table for table in ROWS if table not in MODELS | READ_LATER)
"""Tables whose rows migrations may change, and that are verified before and get checksums after them."""


def _join_records(connection: sqlite3.Connection) -> None:
    """From 1 to 2: pack records and texts into blobs instead of single rows; add source revisions."""
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
    """From 2 to 3: add a checksum to each row.

    Rows with the source's bytes or a model's get none: they have checksums inside, and rewriting them would
    take as long as an import.
    """
    for table in ROWS:
        if table != "model_contents":
            connection.execute(f"ALTER TABLE {table} ADD COLUMN sum INTEGER")
    fill_sums(connection, ["models"])


def _separate_marks(connection: sqlite3.Connection) -> None:
    """From 3 to 4: store flag, skip, "unsure" and note next to the tag instead of replacing it.

    Earlier formats stored notes and "unsure" as skips, additional tags or repeated decisions. A "clear" also
    removed marks, and a tag or another mark replaced a mark.
    """
    for number, kind, tag, note, label in connection.execute(_MARKED).fetchall():
        values = (*_as_mark(kind, tag, note, label), number)
        connection.execute("UPDATE decisions SET kind = ?, tag = ?, note = ? WHERE id = ?", values)
    _remove_replaced_marks(connection)


def _remove_replaced_marks(connection: sqlite3.Connection) -> None:
    """Add an entry after each decision that replaced a mark, which removes that mark."""
    added: list[tuple[int, tuple[Any, ...]]] = []
    rows = connection.execute(_OF_MARKED_RECORDS).fetchall()
    for _, group in itertools.groupby(rows, itemgetter(2)):
        removals: set[str] = set()
        for number, step, record, kind, *predicted in group:
            for removal in sorted(removals.intersection(_REMOVED_BY.get(kind, ()))):
                added.append((number, (step, record, removal, None, *predicted, "", None)))
            removals |= {_REMOVES[kind]} if kind in _REMOVES else set()
    if not added:
        return
    # the order of the numbers is that of the decisions, so the later ones move up
    connection.execute("UPDATE decisions SET id = -id")
    moved, before = 0, 0
    for number, entries in itertools.groupby(sorted(added, key=itemgetter(0)), itemgetter(0)):
        _renumber(connection, before, number, moved)
        for _, entry in entries:
            moved += 1
            values = (number + moved, *entry)
            connection.execute("INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        before = number
    _renumber(connection, before, 1 << 62, moved)


def _renumber(connection: sqlite3.Connection, after: int, last: int, moved: int) -> None:
    """Give decisions with negated numbers their new ones: those after `after` up to `last`."""
    query = "UPDATE decisions SET id = ? - id WHERE id < ? AND id >= ?"
    connection.execute(query, (moved, -after, -last))


def _as_mark(kind: str, tag: str | None, note: str, label: str | None) -> tuple[str, str | None, str]:
    """Return kind, tag and note of a decision in format 4."""
    if kind == "clear":
        return "reset", tag, note
    if kind == "skip" and note == "unsure" and label != "Note":
        return "unsure", tag, ""
    # a salvaged step has no label
    is_note = kind == "also-tag" or bool(note and not (label or "").startswith("Skip"))
    if label == "Note" or (kind in ("skip", "also-tag") and tag is None and is_note):
        return "note", None, note.strip()
    return kind, tag, note


def _add_token(connection: sqlite3.Connection) -> None:
    """From 4 to 5: add the token that ties the log to the file; the first transaction sets a real one."""
    connection.execute(LOG_TABLE)
    connection.execute("INSERT INTO log_token VALUES (?)", (NO_TOKEN,))


def _remove_invented_short_names(connection: sqlite3.Connection) -> None:
    """From 5 to 6: a short name exists only if the curator gave one; initials were made up before.

    Undo and redo bring back tag sets of earlier steps, so these are changed too.
    """
    changes = (
        ("SELECT value, key FROM meta WHERE key = 'tags'", "UPDATE meta SET value = ? WHERE key = ?"),
        (
            "SELECT before, after, step FROM steps WHERE action = 'tags'",
            "UPDATE steps SET before = ?, after = ? WHERE step = ?",
        ),
    )
    for query, update in changes:
        for *contents, key in connection.execute(query).fetchall():
            connection.execute(update, (*map(_without_invented, contents), key))


def _without_invented(content: str | None) -> str | None:
    """Return a tag set as JSON without the short names that formats 1 to 5 made up."""
    tags = json.loads(content) if content else None
    if not isinstance(tags, list):
        return content
    bundled = {tag["name"] for tag in tags} >= BUNDLED_TAGS
    for tag in tags:
        names = (tag["name"], *tag.get("aliases", ()))
        if tag["short"] in {*names, *map(_initials, names)} and not (bundled and tag["name"] in BUNDLED_TAGS):
            tag["short"] = ""
    return json.dumps(tags)


def _initials(name: str) -> str:
    """Return the short name that formats 1 to 5 gave to a tag."""
    words = [word for word in re.split(r"[\W_]+", name) if word]
    if len(words) > 1:
        return "".join(word[0] for word in words).upper()
    stem = name.removesuffix("ops")
    if name != stem and stem:
        return (stem.upper() if len(stem) <= 2 else stem.capitalize()) + "Ops"
    return name[:1].upper() + name[1:]


def _share_model_contents(connection: sqlite3.Connection) -> None:
    """From 6 to 7: store equal files of models once.

    Of several contents with one SHA-256, the one that matches it is kept, so that a damaged file is repaired
    by an intact copy.
    """
    connection.execute("ALTER TABLE model_files RENAME TO old_model_files")
    for statement in MODEL_TABLES:
        connection.execute(statement)
    rows = connection.execute("SELECT rowid, sha256 FROM old_model_files ORDER BY rowid").fetchall()
    intact: set[str] = set()
    for identity, digest in rows:
        if digest in intact:
            continue
        query = "SELECT data FROM old_model_files WHERE rowid = ?"
        [data] = connection.execute(query, (identity,)).fetchone()
        if hashlib.sha256(data).hexdigest() == digest:
            intact.add(digest)
        values = (digest, data, sum_of((digest,)))
        connection.execute("INSERT OR REPLACE INTO model_contents VALUES (?, ?, ?)", values)
    connection.execute(
        "INSERT INTO model_files SELECT version, name, sha256, sum FROM old_model_files ORDER BY rowid"
    )
    connection.execute("DROP TABLE old_model_files")


def before_sums(statement: str) -> str:
    """Return the statement that created a table in format 2."""
    return _SUM.sub("", statement)


def _parts(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while part := list(itertools.islice(rows, _AT_ONCE)):
        yield part


_MIGRATIONS: Final = {
    1: _join_records,
    2: _add_sums,
    3: _separate_marks,
    4: _add_token,
    5: _remove_invented_short_names,
    6: _share_model_contents,
}
"""By format: the function that migrates it to the next one."""


def migrate(connection: sqlite3.Connection, path: Path | None = None) -> list[Fault]:
    """Migrate an older file to the current format; return its damaged rows, which are removed.

    With the `path` of the file, raises `DamagedError` for a damaged row.
    """
    found: list[Fault] = []
    version = version_of(connection)
    if version == VERSION:
        return found
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version > 2:
            found = faults(connection, _CHANGED)
            if found and path is not None:
                raise damaged(path, found[0].words)
            for table in {fault.table for fault in found}:
                delete_damaged(connection, table)
        for number in range(version, VERSION):
            _MIGRATIONS[number](connection)
        fill_sums(connection, _CHANGED)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return found

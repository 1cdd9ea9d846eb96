"""Migrations of the file format, each from one version to the next in one transaction."""

import hashlib
import itertools
import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, Final

from mltag_desktop.core.workspace.storage.metadata import BUNDLED_TAGS
from mltag_desktop.core.workspace.storage.row_checksums import COLUMNS, fill_sums, packed, sum_of
from mltag_desktop.core.workspace.storage.schema import MODEL_TABLES, SOURCE_TABLES, VERSION, version_of
from mltag_desktop.core.workspace.storage.side_files import LOG_TABLE, NO_TOKEN

_AT_ONCE: Final = 2_000
_SUM: Final = re.compile(r",\s+sum\s+INTEGER")
_MARKED: Final = (
    "SELECT d.id, s.label, d.sum, d.step, d.record, d.kind, d.tag, d.model_version, d.predicted_tag,"
    " d.confidence, d.note FROM decisions d LEFT JOIN steps s ON s.step = d.step"
    " WHERE d.kind IN ('clear', 'skip', 'also-tag') OR s.label = 'Note'"
)
_OF_MARKED_RECORDS: Final = (
    "SELECT id, sum, step, record, kind, tag, model_version, predicted_tag, confidence, note FROM decisions"
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
_TAG_STEPS: Final = (
    "SELECT step, action, target, label, curator, time, before, after, sum FROM steps WHERE action = 'tags'"
)
_LARGE: Final = frozenset({"blocks", "texts", "originals", "model_files"})


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
    tables = [table for table in COLUMNS if table != "model_contents"]
    for table in tables:
        connection.execute(f"ALTER TABLE {table} ADD COLUMN sum INTEGER")
    fill_sums(connection, [table for table in tables if table not in _LARGE])


def _separate_marks(connection: sqlite3.Connection) -> None:
    """From 3 to 4: store flag, skip, "unsure" and note next to the tag instead of replacing it.

    Earlier formats stored notes and "unsure" as skips, additional tags or repeated decisions. A "clear" also
    removed marks, and a tag or another mark replaced a mark.
    """
    rows = connection.execute(_MARKED).fetchall()
    for number, label, found, *values in rows:
        if found is not None and sum_of(values) != found:
            continue  # damaged: keep the wrong checksum
        line = dict(zip(COLUMNS["decisions"].split(","), values, strict=True))
        line |= _as_mark(line["kind"], line["tag"], line["note"], label)
        connection.execute(
            "UPDATE decisions SET kind = ?, tag = ?, note = ?, sum = ? WHERE id = ?",
            (line["kind"], line["tag"], line["note"], sum_of(line.values()), number),
        )
    _remove_replaced_marks(connection)


def _remove_replaced_marks(connection: sqlite3.Connection) -> None:
    """Add an entry after each decision that replaced a mark, which removes that mark."""
    added: list[tuple[int, tuple[Any, ...]]] = []
    rows = connection.execute(_OF_MARKED_RECORDS).fetchall()
    for _, group in itertools.groupby(rows, itemgetter(3)):
        removals: set[str] = set()
        for number, found, *values in group:
            kind = values[2]
            if found is None or sum_of(values) == found:
                for removal in sorted(removals.intersection(_REMOVED_BY.get(kind, ()))):
                    entry = (*values[:2], removal, None, *values[4:7], "")
                    added.append((number, (*entry, None if found is None else sum_of(entry))))
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


def _as_mark(kind: str, tag: str | None, note: str, label: str | None) -> dict[str, str | None]:
    """Return kind, tag and note of a decision in format 4."""
    if kind == "clear":
        return {"kind": "reset"}
    if kind == "skip" and note == "unsure" and label != "Note":
        return {"kind": "unsure", "note": ""}
    # a salvaged step has no label
    is_note = kind == "also-tag" or bool(note and not (label or "").startswith("Skip"))
    if label == "Note" or (kind in ("skip", "also-tag") and tag is None and is_note):
        return {"kind": "note", "tag": None, "note": note.strip()}
    return {}


def _add_token(connection: sqlite3.Connection) -> None:
    """From 4 to 5: add the token that ties the log to the file; the first transaction sets a real one."""
    connection.execute(LOG_TABLE)
    connection.execute("INSERT INTO log_token VALUES (?)", (NO_TOKEN,))


def _remove_invented_short_names(connection: sqlite3.Connection) -> None:
    """From 5 to 6: a short name exists only if the curator gave one; initials were made up before.

    Undo and redo bring back tag sets of earlier steps, so these are changed too.
    """
    for key, value, found in connection.execute(
        "SELECT key, value, sum FROM meta WHERE key = 'tags'"
    ).fetchall():
        if found is None or sum_of((key, value)) == found:  # keep the wrong checksum of a damaged row
            shown = _without_invented(value)
            connection.execute(
                "UPDATE meta SET value = ?, sum = ? WHERE key = ?", (shown, sum_of((key, shown)), key)
            )
    for *values, found in connection.execute(_TAG_STEPS).fetchall():
        if found is not None and sum_of(values) != found:
            continue
        line = dict(zip(COLUMNS["steps"].split(","), values, strict=True))
        for part in ("before", "after"):
            line[part] = _without_invented(line[part])
        connection.execute(
            "UPDATE steps SET before = ?, after = ?, sum = ? WHERE step = ?",
            (line["before"], line["after"], sum_of(line.values()), line["step"]),
        )


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


_MIGRATIONS: Final[Mapping[int, Callable[[sqlite3.Connection], None]]] = {
    1: _join_records,
    2: _add_sums,
    3: _separate_marks,
    4: _add_token,
    5: _remove_invented_short_names,
    6: _share_model_contents,
}
"""By format: the function that migrates it to the next one."""


def migrate(connection: sqlite3.Connection) -> None:
    """Migrate an older file to the current format."""
    while (version := version_of(connection)) < VERSION:
        connection.execute("BEGIN IMMEDIATE")
        try:
            _MIGRATIONS[version](connection)
            connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")

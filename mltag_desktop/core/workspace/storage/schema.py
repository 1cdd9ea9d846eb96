"""The tables of a workspace file, and checks of its header, structure and format."""

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import (
    read_error,
    refuse_links,
    require_folder,
)
from mltag_desktop.core.messages import join, message
from mltag_desktop.core.workspace.storage.row_checksums import (
    MODELS,
    READ_LATER,
    ROWS,
    DamageIgnored,
    Fault,
    faults,
    summed,
)
from mltag_desktop.core.workspace.storage.side_files import LOG_TABLE, NO_TOKEN, new_file

APPLICATION_ID: Final = 0x4D4C5447
"""The bytes MLTG in the file's header."""
VERSION: Final = 7

# the last column of every table is the checksum of the row, see `row_checksums`
SOURCE_TABLES: Final = (
    # records byte for byte, in slots that never change: `raws` has the bytes of the slots from `first` on,
    # `ends` the end of each (uint32) and a CRC-32 of ends and raws; they are the rows from `row` on, or (row
    # -1) newer bytes of existing rows
    "CREATE TABLE blocks (first INTEGER PRIMARY KEY, row INTEGER NOT NULL, edition INTEGER NOT NULL,"
    " pasted INTEGER NOT NULL, ends BLOB NOT NULL, raws BLOB NOT NULL, sum INTEGER)",
    # quarantined records, before position `before` among the records of a revision
    "CREATE TABLE quarantined (id INTEGER PRIMARY KEY, edition INTEGER NOT NULL, before INTEGER NOT NULL,"
    " line INTEGER NOT NULL, raw BLOB NOT NULL, reason TEXT NOT NULL, sum INTEGER)",
    # the source after a merge: header, rows in order (int64), rows with newer bytes and their slots (two
    # int64 each), rows whose text changed (int64), all compressed with zlib
    "CREATE TABLE editions (edition INTEGER PRIMARY KEY, head BLOB NOT NULL, path TEXT NOT NULL,"
    " rows BLOB NOT NULL, moved BLOB NOT NULL, changed BLOB NOT NULL, sum INTEGER)",
    # a source file that is not text, such as a workbook, in pieces
    "CREATE TABLE originals (edition INTEGER NOT NULL, piece INTEGER NOT NULL, data BLOB NOT NULL,"
    " sum INTEGER, PRIMARY KEY (edition, piece))",
    # the model's input texts, made of some columns, UTF-8, packed like raws; key = generation * 2^40 + slot
    "CREATE TABLE texts (key INTEGER PRIMARY KEY, ends BLOB NOT NULL, texts BLOB NOT NULL, sum INTEGER)",
)
MODEL_TABLES: Final = (
    # the files of the models; equal files have one content, so that models share what they have in common
    "CREATE TABLE model_files (version TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,"
    " sum INTEGER, PRIMARY KEY (version, name))",
    "CREATE TABLE model_contents (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL, sum INTEGER)",
)
TABLES: Final = (
    # named values of the workspace as JSON; head is the only blob
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value, sum INTEGER) WITHOUT ROWID",
    *SOURCE_TABLES,
    "CREATE TABLE generations (generation INTEGER PRIMARY KEY, columns TEXT NOT NULL, sum INTEGER)",
    # blake2b-16 of the texts from `key` on, 16 bytes each
    "CREATE TABLE digests (key INTEGER PRIMARY KEY, digests BLOB NOT NULL, sum INTEGER)",
    # one row per chunk of n records: rows int64, digests 16 bytes each, best int16, confidence and margin
    # float32, probabilities float32 (n, k); all little-endian
    "CREATE TABLE predictions (id INTEGER PRIMARY KEY, version TEXT NOT NULL, tags TEXT NOT NULL,"
    " rows BLOB NOT NULL, digests BLOB NOT NULL, best BLOB NOT NULL, confidence BLOB NOT NULL,"
    " margin BLOB NOT NULL, probabilities BLOB NOT NULL, sum INTEGER)",
    "CREATE INDEX predictions_version ON predictions (version, id)",
    # the journal: one step per user action; only migrations change rows
    "CREATE TABLE steps (step INTEGER PRIMARY KEY, action TEXT NOT NULL, target INTEGER, label TEXT NOT NULL,"
    " curator TEXT NOT NULL, time TEXT NOT NULL, before TEXT, after TEXT,"
    " sum INTEGER)",
    "CREATE TABLE decisions (id INTEGER PRIMARY KEY, step INTEGER NOT NULL, record INTEGER NOT NULL,"
    " kind TEXT NOT NULL, tag TEXT, model_version TEXT, predicted_tag TEXT, confidence REAL,"
    " note TEXT NOT NULL, sum INTEGER)",
    "CREATE INDEX decisions_step ON decisions (step)",
    "CREATE INDEX decisions_record ON decisions (record, id)",
    "CREATE TABLE models (version TEXT PRIMARY KEY, created TEXT NOT NULL, trained_on TEXT NOT NULL,"
    " report TEXT, promoted_once INTEGER NOT NULL DEFAULT 0, sum INTEGER)",
    *MODEL_TABLES,
)
EMBEDDINGS_TABLE: Final = (
    # n texts: blake2b-16 digests, scales float32, codes int8 (n, 512); see `embedding_store`
    "CREATE TABLE embeddings (id INTEGER PRIMARY KEY, encoder TEXT NOT NULL, digests BLOB NOT NULL,"
    " scales BLOB NOT NULL, codes BLOB NOT NULL, sum INTEGER)"
)
"""The table of a cache; only workspaces that need it have it."""

TEXT_MAP_TABLE: Final = (
    # one row: n texts, blake2b-16 digests, places float32 (n, 2); see `text_map_store`
    "CREATE TABLE text_map (source TEXT NOT NULL, digests BLOB NOT NULL, points BLOB NOT NULL, sum INTEGER)"
)
"""The table of another cache."""
_CACHES: Final = (EMBEDDINGS_TABLE, TEXT_MAP_TABLE)

PAGE: Final = 8192
"""Page size in bytes: an import writes fewer pages than with 4096, and decisions are as fast."""
_CHECK_BELOW: Final = 64 * 2**20
"""File size up to which opening checks all pages; for larger files, those of the tables in `_ON_OPENING`."""
_ALL_BELOW: Final = 16 * 2**20
"""File size up to which opening also verifies the rows in `READ_LATER`."""
_ON_OPENING: Final = tuple(table for table in ROWS if table not in MODELS | READ_LATER)
"""Tables whose rows are verified on opening, for any file size."""
_MOST_PAGES: Final = 20
"""Maximum number of listed page faults: one damaged page is often reported many times."""
_FIRST_PAGE: Final = 1 << 13
"""Bytes of the first page, which has the header and the definitions of the tables."""
_ENOUGH_TABLES: Final = 3
"""Definitions of tables that show that a file without its header is a workspace."""
_MOST_NAMED: Final = 5
"""Maximum number of faults in one message."""


def create_file(path: Path, meta: Mapping[str, object]) -> None:
    """Create a new workspace file at `path`, atomically; raises `MltagError` if that fails."""
    if path.exists():
        raise MltagError(message("{path} already exists.", path=path), "Open it, or choose another name.")
    require_folder(path.absolute().parent)
    try:
        with (
            new_file(path, 0o666) as part,
            contextlib.closing(sqlite3.connect(part, isolation_level=None)) as connection,
        ):
            connection.execute(f"PRAGMA page_size = {PAGE}")
            fill(connection, meta)
    except (OSError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", "") or str(error)
        raise MltagError(
            message("The workspace {path} could not be created: {why}.", path=path, why=why),
            "Choose a writable folder with free space.",
        ) from error


def check_size(path: Path) -> None:
    """Raise `MltagError` if a file without a log is truncated."""
    header = check_mark(path)
    page = int.from_bytes(header[16:18], "big")
    whole = int.from_bytes(header[28:32], "big") * (65536 if page == 1 else page)
    if path.stat().st_size < whole:
        raise damaged(path, message("the end of the file is missing"))


def check_mark(path: Path) -> bytes:
    """Return the header of a file; raises `MltagError` if it is not a workspace."""
    if not path.exists():
        raise MltagError(
            message("{path} does not exist.", path=path),
            "Check the name, or open the table to create a new workspace.",
        )
    if path.is_dir():
        raise MltagError(message("{path} is a folder.", path=path), "Choose a .mltag file.")
    refuse_links(path)
    try:
        with path.open("rb") as file:
            start = file.read(_FIRST_PAGE)
    except OSError as error:
        raise read_error(path, error, "Check who owns the file and try again.") from error
    header = start[:100]
    mark, version = int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big")
    if not header.startswith(b"SQLite format 3\x00") or len(header) < 100 or mark != APPLICATION_ID:
        if has_own_tables(start):
            raise damaged(path, message("its first bytes"))
        raise MltagError(
            message("{path} is not an MLTag workspace.", path=path),
            "Choose a .mltag file, or open a table (CSV) to create a workspace.",
        )
    _check_version(version, path)
    return header


def has_own_tables(start: bytes) -> bool:
    """Return whether the first page of a file defines tables of a workspace, whatever its header says."""
    return sum(table.encode() in start for table in TABLES) >= _ENOUGH_TABLES


def format_of(path: Path) -> int:
    """Return the format in a file's header, ignoring its log."""
    return int.from_bytes(check_mark(path)[60:64], "big")


def check_structure(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `MltagError` for a file of a newer version, or if its schema or page structure is damaged."""
    check_kinds(connection, path)
    _check_version(version_of(connection), path)
    if path.stat().st_size < _CHECK_BELOW:
        check_pages(connection, path)
    else:
        for table in _ON_OPENING:
            check_pages(connection, path, table)


def check_kinds(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `MltagError` for a file with views or triggers, which can run forever when they are read."""
    query = "SELECT 1 FROM sqlite_master WHERE type NOT IN ('table', 'index') OR rootpage <= 0"
    is_known = False
    with DamageIgnored():
        is_known = connection.execute(query).fetchone() is None
    if not is_known:
        raise damaged(path, message("the list of its tables"))


def check_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `MltagError` if the tables are not those of the current format."""
    version = version_of(connection)
    if version < VERSION:
        raise MltagError(
            message(
                "{path} was written by an earlier version of MLTag Desktop and cannot be upgraded here.",
                path=path,
            ),
            "Copy it to a writable folder and open the copy.",
        )
    if not _has_our_tables(connection):
        raise damaged(path, message("its tables do not match this format"))
    _check_rows(connection, path, _ON_OPENING)
    if path.stat().st_size < _ALL_BELOW:
        _check_rows(connection, path, READ_LATER)
    elif connection.execute("SELECT 1 FROM editions LIMIT 1").fetchone():
        _check_rows(connection, path, ["blocks"])  # opening reads the map from rows to slots from them


def verify(connection: sqlite3.Connection, path: Path, *, models: bool = True) -> None:
    """Read and verify the whole file, or everything except the models' files.

    Raises `DamagedError` at the first fault, and `DamagedModelError` if only models are damaged.
    """
    check_pages(connection, path)
    _check_rows(connection, path, [table for table in ROWS if table not in MODELS])
    found = faults(connection, sorted(MODELS)) if models else []
    if found:
        raise damaged_model(path, found)


def _first_of(words: str) -> str:
    """Return the first fault of a list of SQLite, which has a line for each unused page."""
    lines = [line for line in words.splitlines() if not line.startswith("***")]
    return lines[0] if lines else words


def all_faults(connection: sqlite3.Connection) -> list[Fault]:
    """Return all faults in the file."""
    found, pages = [Fault("", message("the list of its tables"))], list[tuple[str]]()
    with DamageIgnored():
        if _has_our_tables(connection):
            pages = connection.execute(f"PRAGMA integrity_check({_MOST_PAGES})").fetchall()
    if not pages:
        return found
    if _has_our_names(connection):
        found.clear()
    found += [
        Fault("", message("the structure of the file ({words})", words=_first_of(words)))
        for (words,) in pages
        if words != "ok"
    ]
    if version_of(connection) != VERSION:
        found.append(Fault("", message("the number of its format")))
    return [*found, *faults(connection)]


def is_of_earlier_format(connection: sqlite3.Connection) -> bool:
    """Return whether a file needs a migration; a damaged format number alone is not an earlier format."""
    version = version_of(connection)
    return version < VERSION and not _has_our_tables(connection)


def _has_our_names(connection: sqlite3.Connection) -> bool:
    """Return whether tables and indexes have the names of a new file."""
    query = "SELECT type, name, tbl_name FROM sqlite_master"
    with contextlib.closing(sqlite3.connect(":memory:")) as new:
        for statement in (LOG_TABLE, *TABLES):
            new.execute(statement)
        wanted = set(new.execute(query))
        for statement in _CACHES:
            new.execute(statement)
        return wanted <= set(connection.execute(query)) <= set(new.execute(query))


def _has_our_tables(connection: sqlite3.Connection) -> bool:
    # Read as bytes, because a flipped bit may make invalid UTF-8.
    query = "SELECT CAST(sql AS BLOB) FROM sqlite_master WHERE sql IS NOT NULL"
    found = {sql for (sql,) in connection.execute(query)}
    return found - {sql.encode() for sql in _CACHES} == {sql.encode() for sql in (LOG_TABLE, *TABLES)}


def _check_rows(connection: sqlite3.Connection, path: Path, tables: Iterable[str]) -> None:
    for fault in faults(connection, tables):
        raise damaged(path, fault.words)


def check_pages(connection: sqlite3.Connection, path: Path, table: str = "1") -> None:
    """Check the page structure of a table and its indexes, or of the whole file."""
    found = connection.execute(f"PRAGMA integrity_check({table})").fetchone()[0]
    if found != "ok":
        raise damaged(path, found)


class DamagedError(MltagError):
    """A workspace file is damaged; `path` is the file."""

    path: Path


def damaged(path: Path, detail: str) -> DamagedError:
    """Return the error for a damaged file."""
    error = DamagedError(
        message("{path} is damaged ({detail}).", path=path, detail=detail),
        "Restore it from a backup, or salvage the readable data to a new workspace.",
    )
    error.path = path
    return error


class DamagedModelError(MltagError):
    """Only models in the workspace at `path` are damaged."""

    path: Path
    models: tuple[str, ...]
    """Versions of the damaged models."""


def damaged_model(path: Path, found: Sequence[Fault]) -> DamagedModelError:
    """Return the error for damaged models: what is damaged, and how to roll back."""
    models = tuple(dict.fromkeys(fault.model for fault in found))
    words = join(", ", (fault.words for fault in found[:_MOST_NAMED]))
    more = message(" and {count:,} more", count=len(found) - _MOST_NAMED) if len(found) > _MOST_NAMED else ""
    error = DamagedModelError(
        message("{path} holds a damaged model: {words}{more}.", path=path, words=words, more=more),
        "Go back to an earlier model and discard the damaged one, or restore a backup. "
        "The table and the decisions are intact.",
    )
    error.path, error.models = path, models
    return error


def _check_version(version: int, path: Path) -> None:
    if version > VERSION:
        raise MltagError(
            message(
                "{path} was written by a newer version of MLTag Desktop (format {version}, this version "
                "reads {version2}).",
                path=path,
                version=version,
                version2=VERSION,
            ),
            "Install the newer version to open it; the file was not changed.",
        )


def version_of(connection: sqlite3.Connection) -> int:
    """Return the format of a file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def fill(connection: sqlite3.Connection, meta: Mapping[str, object]) -> None:
    """Create the tables in an empty file, with named values."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("BEGIN")
    for statement in (LOG_TABLE, *TABLES):
        connection.execute(statement)
    connection.execute("INSERT INTO log_token VALUES (?)", (NO_TOKEN,))
    write_meta(connection, meta)
    connection.execute("INSERT INTO generations VALUES (?, ?, ?)", summed(0, "[0]"))
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


class _Writer(Protocol):
    """A connection, or a transaction of a pool."""

    def executemany(self, sql: str, rows: Iterable[Any], /) -> object:
        """Run one statement for many rows of values."""
        ...


def read_meta(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return the named values of a file; JSON except for bytes."""
    rows = connection.execute("SELECT key, value FROM meta")
    return {key: value if isinstance(value, bytes) else json.loads(value) for key, value in rows}


def write_meta(connection: _Writer, values: Mapping[str, object]) -> None:
    """Set named values."""
    rows = [summed(k, v if isinstance(v, bytes) else json.dumps(v)) for k, v in values.items()]
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?, ?)", rows)

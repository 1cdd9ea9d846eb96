"""The tables of a document file, its marks and its migrations."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.files import sync_folder
from mltag_desktop.core.messages import join, message
from mltag_desktop.core.workspace.storage.lock_file import placing
from mltag_desktop.core.workspace.storage.row_checksums import (
    COLUMNS,
    MODELS,
    READ_LATER,
    UNREADABLE,
    Fault,
    faults,
    is_damage,
    summed,
)
from mltag_desktop.core.workspace.storage.write_ahead_log import LOG_TABLE, NO_TOKEN, renew_token

APPLICATION_ID: Final = 0x4D4C5447
"""The bytes MLTG in the file's header."""
VERSION: Final = 5

# every table's last column is the sum of a line, see `sums`
SOURCE_TABLES: Final = (
    # records byte for byte, in slots that never change: those from `first` on, joined in `raws`, where each
    # ends (uint32) and then a checksum (CRC-32 of ends and raws); they are the rows from `row` on, or newer
    # bytes of older rows (row -1)
    "CREATE TABLE blocks (first INTEGER PRIMARY KEY, row INTEGER NOT NULL, edition INTEGER NOT NULL,"
    " pasted INTEGER NOT NULL, ends BLOB NOT NULL, raws BLOB NOT NULL, sum INTEGER)",
    # what is no good record, before place `before` among the records of an edition
    "CREATE TABLE quarantined (id INTEGER PRIMARY KEY, edition INTEGER NOT NULL, before INTEGER NOT NULL,"
    " line INTEGER NOT NULL, raw BLOB NOT NULL, reason TEXT NOT NULL, sum INTEGER)",
    # the source as it was at a merge: its head, its rows in its order (int64), in which slots rows lie that
    # have newer bytes (two int64 each), rows whose text changed with it (int64), all zlib
    "CREATE TABLE editions (edition INTEGER PRIMARY KEY, head BLOB NOT NULL, path TEXT NOT NULL,"
    " rows BLOB NOT NULL, moved BLOB NOT NULL, changed BLOB NOT NULL, sum INTEGER)",
    # a source that is no text, such as a workbook: the file whole, in pieces
    "CREATE TABLE originals (edition INTEGER NOT NULL, piece INTEGER NOT NULL, data BLOB NOT NULL,"
    " sum INTEGER, PRIMARY KEY (edition, piece))",
    # what the model reads, made of some columns, UTF-8, joined like raws; key = generation * 2^40 + slot
    "CREATE TABLE texts (key INTEGER PRIMARY KEY, ends BLOB NOT NULL, texts BLOB NOT NULL, sum INTEGER)",
)
TABLES: Final = (
    # what is known of the document as a whole, JSON under a name; head is the one blob
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value, sum INTEGER) WITHOUT ROWID",
    *SOURCE_TABLES,
    "CREATE TABLE generations (generation INTEGER PRIMARY KEY, columns TEXT NOT NULL, sum INTEGER)",
    # blake2b-16 of the texts from `key` on, 16 bytes each
    "CREATE TABLE digests (key INTEGER PRIMARY KEY, digests BLOB NOT NULL, sum INTEGER)",
    # one line a chunk of n records: rows int64, digests 16 bytes each, best int16, confidence and margin
    # float32, probabilities float32 (n, k); all little-endian
    "CREATE TABLE predictions (id INTEGER PRIMARY KEY, version TEXT NOT NULL, tags TEXT NOT NULL,"
    " rows BLOB NOT NULL, digests BLOB NOT NULL, best BLOB NOT NULL, confidence BLOB NOT NULL,"
    " margin BLOB NOT NULL, probabilities BLOB NOT NULL, sum INTEGER)",
    "CREATE INDEX predictions_version ON predictions (version, id)",
    # the journal: one step is one action of the user; only a migration changes anything here
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
    "CREATE TABLE model_files (version TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,"
    " data BLOB NOT NULL, sum INTEGER, PRIMARY KEY (version, name))",
)

_PAGE: Final = 8192
"""Bytes of a page: an import writes fewer of them than of 4096, and a decision is not the slower for it."""
_CHECK_BELOW: Final = 64 * 2**20
"""Bytes up to which all pages are checked on opening; above, those of the tables in `_ON_OPENING`."""
_ALL_BELOW: Final = 16 * 2**20
"""Bytes up to which opening also verifies the rows in `READ_LATER`."""
_ON_OPENING: Final = tuple(table for table in COLUMNS if table not in MODELS | READ_LATER)
"""The tables whose rows are verified on opening, however large the file is."""
_MOST_PAGES: Final = 20
"""Faults of pages that are listed: one broken page is often told of many times."""
_MOST_NAMED: Final = 5
"""Faults that one message names."""


def create_file(path: Path, meta: Mapping[str, object]) -> None:
    """Make a new document file at `path`, whole or not at all; raises `MltagError` if it cannot."""
    if path.exists():
        raise MltagError(message("{path} already exists.", path=path), "Open it, or choose another name.")
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    try:
        temporary.touch(exist_ok=False)
    except OSError as error:
        raise _cannot_make(path, error.strerror or str(error)) from error
    try:
        _fill(temporary, meta)
        renew_token(temporary)
        with placing(path):
            temporary.rename(path)
        sync_folder(path.parent)
    except (OSError, sqlite3.OperationalError) as error:
        raise _cannot_make(path, str(error)) from error
    finally:
        temporary.unlink(missing_ok=True)


def check_size(path: Path) -> None:
    """Raise `MltagError` when a file without a log has lost its end."""
    header = check_mark(path)
    page = int.from_bytes(header[16:18], "big")
    whole = int.from_bytes(header[28:32], "big") * (65536 if page == 1 else page)
    if path.stat().st_size < whole:
        raise damaged(path, message("the end of the file is missing"))


def check_mark(path: Path) -> bytes:
    """Return the first bytes of a file; raises `MltagError` when they are not those of a document."""
    if not path.exists():
        raise MltagError(
            message("{path} does not exist.", path=path),
            "Check the name, or open the table to create a new workspace.",
        )
    if path.is_dir():
        raise MltagError(message("{path} is a folder.", path=path), "Choose a .mltag file.")
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise MltagError(
            message("{path} could not be read: {strerror}.", path=path, strerror=error.strerror),
            "Check who owns the file and try again.",
        ) from error
    mark, version = int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big")
    if not header.startswith(b"SQLite format 3\x00") or len(header) < 100 or mark != APPLICATION_ID:
        raise MltagError(
            message("{path} is not an MLTag workspace.", path=path),
            "Choose a .mltag file, or open a table (CSV) to create a workspace.",
        )
    _check_version(version, path)
    return header


def format_of(path: Path) -> int:
    """Return the format that a file says it is written in, whatever its log says."""
    return int.from_bytes(check_mark(path)[60:64], "big")


def check_structure(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `MltagError` for a file of a newer program, or one whose pages do not fit together."""
    _check_version(version_of(connection), path)
    if path.stat().st_size < _CHECK_BELOW:
        check_pages(connection, path)
    else:
        for table in _ON_OPENING:
            check_pages(connection, path, table)


def check_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `MltagError` when the tables are not those of this program's format."""
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
        _check_rows(connection, path, ["blocks"])  # which row lies where is read from them on opening


def verify(connection: sqlite3.Connection, path: Path, *, models: bool = True) -> None:
    """Read and verify the whole file, or all but the models' bytes.

    Raises `DamagedError` at the first fault, and `DamagedModelError` when models alone are damaged.
    """
    check_pages(connection, path)
    _check_rows(connection, path, [table for table in COLUMNS if table not in MODELS])
    found = faults(connection, sorted(MODELS)) if models else []
    if found:
        raise damaged_model(path, found)


def all_faults(connection: sqlite3.Connection) -> list[Fault]:
    """Return everything in the file that is not as it was written."""
    try:
        if not _has_our_tables(connection):
            return [Fault("", message("the list of its tables"))]
        pages = connection.execute(f"PRAGMA integrity_check({_MOST_PAGES})").fetchall()
    except UNREADABLE as error:
        if not is_damage(error):
            raise
        return [Fault("", message("the list of its tables"))]
    found = [] if _has_our_names(connection) else [Fault("", message("the list of its tables"))]
    found += [
        Fault("", message("the structure of the file ({words})", words=words))
        for (words,) in pages
        if words != "ok"
    ]
    if version_of(connection) != VERSION:
        found.append(Fault("", message("the number of its format")))
    return [*found, *faults(connection)]


def is_of_earlier_format(connection: sqlite3.Connection) -> bool:
    """Tell whether a file has to be brought up to date; a damaged mark alone makes no earlier format."""
    version = version_of(connection)
    return version < VERSION and not _has_our_tables(connection)


def _has_our_names(connection: sqlite3.Connection) -> bool:
    """Tell whether tables and indexes are called what a new file calls them."""
    query = "SELECT type, name, tbl_name FROM sqlite_master"
    with contextlib.closing(sqlite3.connect(":memory:")) as new:
        for statement in (LOG_TABLE, *TABLES):
            new.execute(statement)
        return set(connection.execute(query)) == set(new.execute(query))


def _has_our_tables(connection: sqlite3.Connection) -> bool:
    # As bytes: a flipped bit may be no UTF-8.
    query = "SELECT CAST(sql AS BLOB) FROM sqlite_master WHERE sql IS NOT NULL"
    return {sql for (sql,) in connection.execute(query)} == {sql.encode() for sql in (LOG_TABLE, *TABLES)}


def _check_rows(connection: sqlite3.Connection, path: Path, tables: Iterable[str]) -> None:
    for fault in faults(connection, tables, most=1):
        raise damaged(path, message("{words} is not as it was written", words=fault.words))


def check_pages(connection: sqlite3.Connection, path: Path, table: str = "1") -> None:
    """Check how pages fit together: those of a table and its indexes, or all of the file."""
    found = connection.execute(f"PRAGMA integrity_check({table})").fetchone()[0]
    if found != "ok":
        raise damaged(path, found)


class DamagedError(MltagError):
    """A document whose content is broken; `path` is where it lies."""

    path: Path


def damaged(path: Path, detail: str) -> DamagedError:
    """The error for a file whose content is broken."""
    error = DamagedError(
        message("{path} is damaged ({detail}).", path=path, detail=detail),
        "Restore it from a backup, or salvage the readable data to a new workspace.",
    )
    error.path = path
    return error


class DamagedModelError(MltagError):
    """A workspace in which models are damaged, and nothing else; `path` is where it lies."""

    path: Path
    models: tuple[str, ...]
    """Their versions."""


def damaged_model(path: Path, found: Sequence[Fault]) -> DamagedModelError:
    """Return the error for damaged models: what is damaged, and the way back."""
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
    """Return the format that a file is written in."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _fill(path: Path, meta: Mapping[str, object]) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("BEGIN")
        for statement in (LOG_TABLE, *TABLES):
            connection.execute(statement)
        connection.execute("INSERT INTO log_token VALUES (?)", (NO_TOKEN.blob,))
        values = [summed(k, v if isinstance(v, bytes) else json.dumps(v)) for k, v in meta.items()]
        connection.executemany("INSERT INTO meta VALUES (?, ?, ?)", values)
        connection.execute("INSERT INTO generations VALUES (?, ?, ?)", summed(0, "[0]"))
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")


def _cannot_make(path: Path, why: str) -> MltagError:
    return MltagError(
        message("The workspace {path} could not be created: {why}.", path=path, why=why),
        "Choose a writable folder with free space.",
    )

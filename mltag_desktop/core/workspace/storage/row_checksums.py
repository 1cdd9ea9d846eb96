"""Small values packed into blobs, and a checksum for every row of the file.

About 32 KB of small values are one row. One row per record needed a million B-tree insertions per import.
With blobs, SQLite only copies bytes, and other threads can run meanwhile.

SQLite does not detect flipped bits in its content. The last column of each table, `sum`, is the CRC-32 of
the other columns. It does not cover row numbers assigned by SQLite, values with their own checksum (those of
packed blobs; the files of a model have a SHA-256), or `promoted_once`, which can change and is
verified by the journal.
"""

import contextlib
import hashlib
import itertools
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import Message, join, message, template

_BYTES: Final = 32 * 1024
"""Approximate size of a blob: a page of records in random order reads sixty of them in a few milliseconds."""
_END: Final = np.dtype("<u4")


Packed = tuple[int, bytes, bytes]
"""A row to write: the key of the first value, the ends of all values with a checksum, and the values joined.
"""


class PackedBlob(NamedTuple):
    """Consecutive values: the key of the first one, the end of each in the blob, and the blob."""

    first: int
    ends: NDArray[np.uint32]
    joined: bytes

    def values(self) -> list[bytes]:
        """Return all values."""
        joined, ends = self.joined, self.ends.tolist()
        return [joined[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    def value(self, key: int) -> bytes:
        """Return the value of `key`."""
        place = key - self.first
        start = int(self.ends[place - 1]) if place else 0
        return self.joined[start : int(self.ends[place])]


def packed(first: int, values: Sequence[bytes]) -> Iterator[Packed]:
    """Yield the rows to write for `values`, whose keys start at `first`."""
    joined, sizes = b"".join(values), np.fromiter(map(len, values), np.int64, len(values))
    at_once = max(1, _BYTES * len(sizes) // max(1, len(joined)))
    at = 0
    for start in range(0, len(sizes), at_once):
        ends = np.cumsum(sizes[start : start + at_once]).astype(_END)
        part = joined[at : at + int(ends[-1])]
        at += len(part)
        yield first + start, ends.tobytes() + _checksum(ends.tobytes(), part), part


def moved(stretches: Iterable[Packed], by: int) -> list[Packed]:
    """Return the rows with `by` added to their keys."""
    return [(first + by, ends, joined) for first, ends, joined in stretches]


def stretch_of(row: Packed) -> PackedBlob:
    """Create a packed blob from a stored row."""
    first, ends, joined = row
    if _checksum(ends[:-4], joined) != ends[-4:]:
        raise MltagError(
            "The workspace is damaged: some of its records fail their checksum.",
            "Restore it from a backup, or salvage the readable data to a new workspace.",
        )
    return PackedBlob(first, np.frombuffer(ends[:-4], _END), joined)


def empty_values(ends: bytes) -> NDArray[np.int64]:
    """Return the places of the values without bytes in a row, given its ends."""
    return np.flatnonzero(np.diff(np.frombuffer(ends[:-4], _END), prepend=np.uint32(0)) == 0)


def _checksum(ends: bytes, joined: bytes) -> bytes:
    """Return a 4-byte checksum, because SQLite does not detect flipped bits."""
    return zlib.crc32(joined, zlib.crc32(ends)).to_bytes(4, "little")


def merged(stretches: Iterable[PackedBlob], number: int) -> Iterator[PackedBlob]:
    """Join every `number` consecutive blobs, for scans of all values."""
    remaining = iter(stretches)
    while part := list(itertools.islice(remaining, number)):
        starts = np.cumsum([0, *(len(stretch.joined) for stretch in part)])
        ends = [stretch.ends + np.uint32(start) for stretch, start in zip(part, starts, strict=False)]
        yield PackedBlob(part[0].first, np.concatenate(ends), b"".join([each.joined for each in part]))


FILLED: Final = message("Saved from a damaged file")
"""The label of the placeholder for a lost step, see `salvage`."""
UNPLACED: Final = message("The place of this record in the table was lost with a part of the file.")
"""The reason that earlier versions stored with a record that they salvaged without its position."""


class TableRows(NamedTuple):
    """What the rows of a table are, and what their checksums cover."""

    columns: str
    """The columns that the checksum covers, in this order."""
    title: str = message("source metadata")
    """Description of the content, such as "its decisions"."""
    words: str = template("source metadata")
    """Description of a row."""
    packed: str = ""
    """The columns of a packed blob."""
    texts: str = ""
    """The text columns of a table with many rows and without blobs."""


ROWS: Final[Mapping[str, TableRows]] = {
    "meta": TableRows("key,value", message("the metadata"), template("metadata {key}")),
    "generations": TableRows("generation,columns"),
    "steps": TableRows(
        "step,action,target,label,curator,time,before,after",
        message("its journal"),
        template("journal step {step}"),
        texts="action,label,curator,time,before,after",
    ),
    "decisions": TableRows(
        "step,record,kind,tag,model_version,predicted_tag,confidence,note",
        message("its decisions"),
        template("decision on record {record} in step {step}"),
        texts="kind,tag,model_version,predicted_tag,note",
    ),
    "quarantined": TableRows(
        "edition,before,line,raw,reason", message("the unreadable lines"), template("unreadable line {line}")
    ),
    "editions": TableRows("edition,head,path,rows,moved,changed"),
    "digests": TableRows("key,digests", message("the texts' digests"), template("the texts' digests")),
    "predictions": TableRows(
        "version,tags,rows,digests,best,confidence,margin,probabilities",
        message("its predictions"),
        template("prediction of model {version}"),
    ),
    "models": TableRows(
        "version,created,trained_on,report",
        message("the list of its models"),
        template("entry of model {version}"),
    ),
    "model_files": TableRows(
        "version,name,sha256",
        message("the files of its models"),
        template("the file {name} of model {version}"),
    ),
    "model_contents": TableRows("sha256", message("the files of its models")),
    "originals": TableRows("edition,piece,data", message("source file"), template("source file")),
    "blocks": TableRows(
        "first,row,edition,pasted,ends",
        message("its records"),
        template("records from position {first}"),
        packed="first,ends,raws",
    ),
    "texts": TableRows(
        "key,ends", message("the texts of its records"), template("text of a record"), packed="key,ends,texts"
    ),
}
"""The tables in the order in which they are verified."""
LOGS: Final = "logs"
"""In place of a table in faults of the files beside a workspace."""
MODELS: Final = frozenset({"models", "model_files", "model_contents"})
"""Tables that are not needed to open a workspace for curation."""
READ_LATER: Final = frozenset({"blocks", "texts", "originals"})
"""Tables whose rows are verified when they are read; the others, except models, are verified on opening."""
MAY_LACK_SUMS: Final = READ_LATER | {"model_files"}
"""Tables whose rows got no checksum in the migration from an earlier format."""
_CONTENT: Final = "SELECT data FROM model_contents WHERE sha256 = ?"
_FILE: Final = "SELECT version, name, sha256, sum FROM model_files WHERE rowid = ?"
_SELECT: Final = "SELECT"
_UPDATE: Final = "UPDATE"
_DELETE: Final = "DELETE FROM"
UNREADABLE: Final = (sqlite3.DatabaseError, OverflowError, UnicodeDecodeError)
"""Errors that reading a damaged file may raise, among other causes; see `is_damage`."""
_MOST_NAMED: Final = 5
"""Maximum number of faults listed per part; the others are counted."""


class Fault(NamedTuple):
    """One damaged item."""

    table: str
    """Empty if the page structure is damaged."""
    words: str
    """Name of the item, such as “decision on record 3”."""
    model: str = ""
    """The version of the model that it belongs to, if any."""


class Damage(NamedTuple):
    """The faults in one part of a file."""

    part: str
    """Description of the part: "its decisions"."""
    model: str
    """The version of the model, if the part is a model's files."""
    faults: tuple[str, ...]
    """Descriptions of the faults."""

    def __str__(self) -> str:
        named = join(message("; "), self.faults[:_MOST_NAMED])
        more = len(self.faults) - _MOST_NAMED
        return message(
            "{part}, {count:,} damaged: {named}{value}",
            part=self.part,
            count=len(self.faults),
            named=named,
            value=message(" and {more:,} more", more=more) if more > 0 else "",
        )


def damage_of(found: Iterable[Fault]) -> list[Damage]:
    """Group faults by part of the file and model."""
    groups: dict[tuple[str, str], list[str]] = {}
    for fault in found:
        part = title_of(fault.table) if fault.table else message("the file")
        if fault.model:
            part = message("model {model}", model=fault.model)
        groups.setdefault((part, fault.model), []).append(fault.words)
    return [Damage(part, model, tuple(words)) for (part, model), words in groups.items()]


def sum_of(values: Iterable[Any]) -> int:
    """Return the checksum of a row's values, in the types that SQLite stores and returns."""
    words = [str(zlib.crc32(value)) if type(value) is bytes else str(value) for value in values]
    return zlib.crc32("\x1f".join(words).encode("utf-8", "surrogatepass"))


def summed(*values: Any) -> tuple[Any, ...]:
    """Return a row to write: the values and their checksum."""
    return (*values, sum_of(values))


def faults(connection: sqlite3.Connection, tables: Iterable[str] = tuple(ROWS)) -> list[Fault]:
    """Return the faults in some tables."""
    found: list[Fault] = []
    with any_text(connection):
        for table in tables:
            try:
                for fault in _faults_in(connection, table):
                    found.append(fault)
            except UNREADABLE as error:
                if not is_damage(error):
                    raise
                found.append(Fault(table, message("a part of {get}", get=title_of(table))))
    return found


def title_of(table: str) -> str:
    """Return the description of a table's content, such as "its decisions"."""
    return message("its logs") if table == LOGS else ROWS[table].title


def is_sound(table: str, row: Mapping[str, Any]) -> bool:
    """Return whether a row, by its columns, is as it was written."""
    its_sum, known = row["sum"], ROWS[table]
    if its_sum is None and table not in MAY_LACK_SUMS:
        return False
    if its_sum is not None and its_sum != sum_of(row[column] for column in known.columns.split(",")):
        return False
    if known.packed:
        return is_whole(tuple(row[column] for column in known.packed.split(",")))
    return table != "model_contents" or is_content(row["data"], row["sha256"])


def is_content(data: object, digest: str) -> bool:
    """Return whether a value is the content of a model's file with this SHA-256."""
    return isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == digest


def is_damage(error: Exception) -> bool:
    """Return whether an SQLite error is caused by the file's content, not by the disk or a lock."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    is_content = code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    is_value = isinstance(error, (OverflowError, UnicodeDecodeError))
    return is_content or is_value or str(error).startswith("Could not decode")


class DamageIgnored:
    """A block that ends where the content of the file cannot be read."""

    def __enter__(self) -> None:
        return

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        return isinstance(error, UNREADABLE) and is_damage(error)


def faults_of_model(connection: sqlite3.Connection, version: str) -> list[Fault]:
    """Return the faults in the files of a model."""
    with any_text(connection):
        return [*_faults_in_model_files(connection, version)]


def _faults_in(connection: sqlite3.Connection, table: str) -> Iterator[Fault]:
    if ROWS[table].texts and _are_sound(connection, table):
        return
    if table == "model_files":
        yield from _faults_in_model_files(connection)
        return
    if table == "model_contents":  # verified for each file that has the content
        return
    rows = connection.execute(f"{_SELECT} * FROM {table}")
    names = [name for name, *_ in rows.description]
    for values in rows:
        row = dict(zip(names, values, strict=True))
        if not is_sound(table, row):
            yield _fault(table, row)
    if table == "models":
        yield from _wrong_marks(connection)


def _faults_in_model_files(connection: sqlite3.Connection, wanted: str | None = None) -> Iterator[Fault]:
    """Compare each file with its SHA-256; an unreadable file does not hide the next one."""
    sound: dict[str, bool] = {}
    heads = connection.execute("SELECT rowid, version, name FROM model_files ORDER BY rowid").fetchall()
    for identity, version, name in heads:
        if wanted is not None and version != wanted:
            continue
        is_intact = False
        with contextlib.suppress(TypeError), DamageIgnored():  # a missing row
            *values, found = connection.execute(_FILE, (identity,)).fetchone()
            digest = values[2]
            if digest not in sound:
                (data,) = connection.execute(_CONTENT, (digest,)).fetchone()
                sound[digest] = is_content(data, digest)
            is_intact = sound[digest] and (found is None or sum_of(values) == found)
        if not is_intact:
            yield _fault("model_files", {"version": version, "name": name})


def _wrong_marks(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield the models whose `promoted_once` disagrees with the journal.

    A version can be discarded and trained again, so that an earlier promotion does not make it promoted. The
    opposite does not follow from the times: the clock may have been set back in between.
    """
    query = "SELECT action, time, after, label FROM steps WHERE action = 'promote' OR label = ?"
    steps = connection.execute(query, (FILLED,)).fetchall()
    if any(label == FILLED for *_, label in steps):
        return
    promotions = [(time, after) for action, time, after, _ in steps if action == "promote"]
    for version, created, mark in connection.execute("SELECT version, created, promoted_once FROM models"):
        times = [str(time)[:19] for time, after in promotions if _last_of(after) == version]
        is_wrong = not times if mark == 1 else mark != 0 or any(time >= str(created)[:19] for time in times)
        if is_wrong:
            yield _fault("models", {"version": version})


def _last_of(stored: Any) -> Any:
    try:
        return json.loads(stored)[-1]
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def _are_sound(connection: sqlite3.Connection, table: str) -> bool:
    """Verify a table of short rows quickly; False means that it may be damaged.

    SQLite joins the values of a row and calls zlib, because fetching each row takes longer. It writes 15
    digits of a confidence, so one with more than 6 decimals cannot be verified in this way.
    """
    columns = ROWS[table].columns.split(",")
    joined = "||'\x1f'||".join(f"coalesce({column}, 'None')" for column in columns)
    doubts = [f"{column} >= x''" for column in ROWS[table].texts.split(",")]  # true of blobs only
    if "confidence" in columns:
        doubts.append("confidence != round(confidence * 1000000.0) / 1000000.0")
    with contextlib.suppress(sqlite3.OperationalError):  # it is there, and an open cursor keeps it as it is
        connection.create_function("crc32", 1, zlib.crc32, deterministic=True)
    query = (
        f"{_SELECT} 1 FROM {table}"
        f" WHERE crc32(CAST({joined} AS BLOB)) IS NOT sum OR {' OR '.join(doubts)} LIMIT 1"
    )
    return connection.execute(query).fetchone() is None


@contextlib.contextmanager
def any_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Allow reading texts with invalid UTF-8, caused by flipped bits; their checksums do not match."""
    text_factory = connection.text_factory
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    try:
        yield
    finally:
        connection.text_factory = text_factory


def _fault(table: str, row: Mapping[str, Any]) -> Fault:
    line = dict(row)
    for key in line.keys() & {"record", "first"}:
        with contextlib.suppress(ValueError, TypeError):
            line[key] = int(line[key]) + 1  # shown to users, who count from 1
    words = Message(ROWS[table].words, line)
    model = str(line["version"]) if table in MODELS else ""
    return Fault(table, "".join(sign if sign.isprintable() else "?" for sign in words), model)


def is_whole(stretch: tuple[Any, ...]) -> bool:
    """Return whether a packed blob matches its checksum."""
    try:
        stretch_of(stretch)
    except (MltagError, TypeError, ValueError):
        return False
    return True


def fill_sums(connection: sqlite3.Connection, tables: Iterable[str]) -> None:
    """Write the checksums of all rows of some tables from their current values."""
    connection.create_function("sum_of", -1, lambda *values: sum_of(values), deterministic=True)
    for table in tables:
        connection.execute(f"{_UPDATE} {table} SET sum = sum_of({ROWS[table].columns})")


def delete_damaged(connection: sqlite3.Connection, table: str) -> None:
    """Delete the rows of a table that do not match their checksums."""
    connection.create_function("sum_of", -1, lambda *values: sum_of(values), deterministic=True)
    connection.execute(f"{_DELETE} {table} WHERE sum IS NOT sum_of({ROWS[table].columns})")

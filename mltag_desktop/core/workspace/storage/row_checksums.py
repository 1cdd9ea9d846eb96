"""A checksum beside every line of the file, since SQLite looks for no flipped bit in what it keeps.

The last column of each table, `sum`, is the CRC-32 of the others. Left out of it are numbers that SQLite
gives, what carries a checksum of its own (see `stretches`; a model's files have their SHA-256), and the one
mark that changes: `promoted_once`, which the journal confirms.
"""

import contextlib
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import Message, join, message, template
from mltag_desktop.core.workspace.storage.packed_blobs import stretch_of

FILLED: Final = message("Saved from a damaged file")
"""The label of a step that stands for one that was lost, see `salvage`."""
COLUMNS: Final[Mapping[str, str]] = {
    "meta": "key,value",
    "generations": "generation,columns",
    "steps": "step,action,target,label,curator,time,before,after",
    "decisions": "step,record,kind,tag,model_version,predicted_tag,confidence,note",
    "quarantined": "edition,before,line,raw,reason",
    "editions": "edition,head,path,rows,moved,changed",
    "digests": "key,digests",
    "predictions": "version,tags,rows,digests,best,confidence,margin,probabilities",
    "models": "version,created,trained_on,report",
    "model_files": "version,name,sha256",
    "originals": "edition,piece,data",
    "blocks": "first,row,edition,pasted,ends",
    "texts": "key,ends",
}
"""Of which columns the sum of a table's line is made, in this order."""
STRETCHES: Final[Mapping[str, str]] = {"blocks": "first,ends,raws", "texts": "key,ends,texts"}
"""The tables whose lines are stretches, and the columns of those."""
MODELS: Final = frozenset({"models", "model_files"})
"""The tables without which a workspace still opens for curating."""
READ_LATER: Final = frozenset({"blocks", "texts", "originals"})
"""The tables whose rows are verified when they are read; those of the others, models apart, on opening."""
_MAY_LACK_SUMS: Final = READ_LATER | {"model_files"}
"""The tables whose rows got no checksum when an earlier format was brought up to date."""
_QUICK: Final[Mapping[str, str]] = {
    "decisions": "kind,tag,model_version,predicted_tag,note",
    "steps": "action,label,curator,time,before,after",
}
"""The tables with many rows and no blobs, and their columns of text."""
_SELECT: Final = "SELECT"
_UPDATE: Final = "UPDATE"
_NAMES: Final[Mapping[str, str]] = {
    "meta": template("metadata {key}"),
    "steps": template("journal step {step}"),
    "decisions": template("decision on record {record} in step {step}"),
    "quarantined": template("unreadable line {line}"),
    "digests": template("the texts' digests"),
    "predictions": template("prediction of model {version}"),
    "models": template("entry of model {version}"),
    "model_files": template("the file {name} of model {version}"),
    "originals": template("source file"),
    "blocks": template("records from position {first}"),
    "texts": template("text of a record"),
}
_TITLES: Final[Mapping[str, str]] = {
    "meta": message("the metadata"),
    "steps": message("its journal"),
    "decisions": message("its decisions"),
    "quarantined": message("the unreadable lines"),
    "predictions": message("its predictions"),
    "models": message("the list of its models"),
    "model_files": message("the files of its models"),
    "originals": message("source file"),
    "blocks": message("its records"),
    "texts": message("the texts of its records"),
    "digests": message("the texts' digests"),
}
UNREADABLE: Final = (sqlite3.DatabaseError, OverflowError, UnicodeDecodeError)
"""What reading a damaged file may raise, and other things too, see `is_damage`."""
_MOST_NAMED: Final = 5
"""Faults of one part that are named; the others are counted."""
_ANOTHER: Final = message("source metadata")


class Fault(NamedTuple):
    """One thing that is not as it was written."""

    table: str
    """Empty where the pages of the file do not fit together."""
    words: str
    """What it is, to go before "is not as it was written"."""
    model: str = ""
    """The version of the model whose bytes it is, if it is one's."""


class Damage(NamedTuple):
    """The faults in one part of a file."""

    part: str
    """In words: "its decisions"."""
    model: str
    """The version of the model, where it is one's files."""
    faults: tuple[str, ...]
    """Each in words."""

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """The faults as text."""
        named = join("; ", self.faults[:_MOST_NAMED])
        more = len(self.faults) - _MOST_NAMED
        return message(
            "{part}, {count:,} damaged: {named}{value}",
            part=self.part,
            count=len(self.faults),
            named=named,
            value=message(" and {more:,} more", more=more) if more > 0 else "",
        )


def damage_of(found: Iterable[Fault]) -> list[Damage]:
    """Group faults by the part of the file and the model that they belong to."""
    groups: dict[tuple[str, str], list[str]] = {}
    for fault in found:
        part = _TITLES.get(fault.table, _ANOTHER) if fault.table else message("the file")
        if fault.model:
            part = message("model {model}", model=fault.model)
        groups.setdefault((part, fault.model), []).append(fault.words)
    return [Damage(part, model, tuple(words)) for (part, model), words in groups.items()]


def sum_of(values: Iterable[Any]) -> int:
    """Return the checksum of a line's values, as they are given to SQLite and come back from it."""
    words = [str(zlib.crc32(value)) if type(value) is bytes else str(value) for value in values]
    return zlib.crc32("\x1f".join(words).encode("utf-8", "surrogatepass"))


def summed(*values: Any) -> tuple[Any, ...]:
    """Return a line to write: the values, and then their sum."""
    return (*values, sum_of(values))


def faults(
    connection: sqlite3.Connection, tables: Iterable[str] = tuple(COLUMNS), most: int | None = None
) -> list[Fault]:
    """Return what is not as it was written in some tables, at most so many faults."""
    found: list[Fault] = []
    with any_text(connection):
        for table in tables:
            try:
                for fault in _faults_in(connection, table):
                    found.append(fault)
                    if len(found) == most:
                        return found
            except UNREADABLE as error:
                if not is_damage(error):
                    raise
                found.append(Fault(table, message("a part of {get}", get=_TITLES.get(table, _ANOTHER))))
    return found


def is_damage(error: Exception) -> bool:
    """Tell whether an error of SQLite comes from the file's content, not from the disk or a lock."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    is_content = code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    is_value = isinstance(error, (OverflowError, UnicodeDecodeError))
    return is_content or is_value or str(error).startswith("Could not decode")


def faults_of_model(connection: sqlite3.Connection, version: str) -> list[Fault]:
    """Return which files of a model are not as they were written."""
    with any_text(connection):
        return [*_faults_in_model_files(connection, version)]


def _faults_in(connection: sqlite3.Connection, table: str) -> Iterator[Fault]:
    if table in _QUICK and _is_sound(connection, table):
        return
    if table == "model_files":
        yield from _faults_in_model_files(connection)
        return
    columns = COLUMNS[table]
    needs_sum = table not in _MAY_LACK_SUMS
    for *values, found in connection.execute(f"{_SELECT} {columns}, sum FROM {table}"):
        if sum_of(values) != found if found is not None else needs_sum:
            yield _fault(table, columns, values)
        elif table == "originals":  # those without a checksum come first
            needs_sum = found is not None
    if table == "models":
        yield from _wrong_marks(connection)
    if table in STRETCHES:
        columns = STRETCHES[table]
        for row in connection.execute(f"{_SELECT} {columns} FROM {table}"):
            if not is_whole(row):
                yield _fault(table, columns, row)


def _faults_in_model_files(connection: sqlite3.Connection, wanted: str | None = None) -> Iterator[Fault]:
    """Compare each file with its SHA-256; one that cannot be read does not hide the next."""
    columns = COLUMNS["model_files"]
    query = f"{_SELECT} {columns}, sum, data FROM model_files WHERE rowid = ?"
    heads = connection.execute("SELECT rowid, version, name FROM model_files ORDER BY rowid").fetchall()
    for identity, version, name in heads:
        if wanted is not None and version != wanted:
            continue
        try:
            *values, found, data = connection.execute(query, (identity,)).fetchone()
            is_sound = found is None or sum_of(values) == found
            is_sound = is_sound and hashlib.sha256(data).hexdigest() == values[2]
        except TypeError:  # a value of another type, or a row that cannot be found
            is_sound = False
        except UNREADABLE as error:
            if not is_damage(error):
                raise
            is_sound = False
        if not is_sound:
            yield _fault("model_files", "version,name", (version, name))


def _wrong_marks(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield the models whose mark of an earlier promotion is not what the journal tells."""
    query = "SELECT action, time, after, label FROM steps WHERE action = 'promote' OR label = ?"
    steps = connection.execute(query, (FILLED,)).fetchall()
    if any(label == FILLED for *_, label in steps):
        return
    promotions = [(time, after) for action, time, after, _ in steps if action == "promote"]
    for version, created, mark in connection.execute("SELECT version, created, promoted_once FROM models"):
        promoted = any(
            str(time)[:19] >= str(created)[:19] and _last_of(after) == version for time, after in promotions
        )
        if mark != int(promoted):
            yield _fault("models", "version", (version,))


def _last_of(stored: Any) -> Any:
    try:
        return json.loads(stored)[-1]
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def _is_sound(connection: sqlite3.Connection, table: str) -> bool:
    """Tell quickly that a table of short rows is as it was written; false means that it may not be.

    SQLite joins the values; to fetch each of them takes twice as long. A confidence is fetched, since SQLite
    writes 15 digits of it only.
    """
    parts = [
        "||'\x1f'||".join(f"coalesce({column}, 'None')" for column in part.split(","))
        for part in COLUMNS[table].split(",confidence,")
    ]
    blobs = " OR ".join(f"typeof({column}) = 'blob'" for column in _QUICK[table].split(","))
    text_factory, connection.text_factory = connection.text_factory, bytes
    try:
        crc32 = zlib.crc32
        rows = connection.execute(f"{_SELECT} {', confidence, '.join(parts)}, sum FROM {table}")
        template = b"%b\x1f%a\x1f%b" if len(parts) > 1 else b"%b"
        if [found for *values, found in rows if crc32(template % (*values,)) != found]:
            return False
        return not connection.execute(f"{_SELECT} 1 FROM {table} WHERE {blobs}").fetchone()
    except TypeError:  # a value that is no text any more
        return False
    finally:
        connection.text_factory = text_factory


@contextlib.contextmanager
def any_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Let texts be read that a flipped bit made invalid UTF-8; their checksum does not match any more."""
    text_factory = connection.text_factory
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    try:
        yield
    finally:
        connection.text_factory = text_factory


def _fault(table: str, columns: str, values: Sequence[Any]) -> Fault:
    line = dict(zip(columns.split(","), values, strict=True))
    for key in line.keys() & {"record", "first"}:
        with contextlib.suppress(ValueError, TypeError):
            line[key] = int(line[key]) + 1  # a curator counts from 1
    words = Message(_NAMES.get(table, _ANOTHER), line)
    model = str(line["version"]) if table in MODELS else ""
    return Fault(table, "".join(sign if sign.isprintable() else "?" for sign in words), model)


def is_whole(stretch: tuple[Any, ...]) -> bool:
    """Tell whether a stretch is as it was written."""
    try:
        stretch_of(stretch)
    except (MltagError, TypeError, ValueError):
        return False
    return True


def fill_sums(connection: sqlite3.Connection, tables: Iterable[str]) -> None:
    """Write the sums of all lines of some tables, as they stand now."""
    connection.create_function("sum_of", -1, lambda *values: sum_of(values), deterministic=True)
    for table in tables:
        connection.execute(f"{_UPDATE} {table} SET sum = sum_of({COLUMNS[table]})")

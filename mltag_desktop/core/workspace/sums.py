"""A checksum beside every line of the file, since SQLite looks for no flipped bit in what it keeps.

The last column of each table, `sum`, is the CRC-32 of the others. Left out of it are numbers that SQLite
gives, what carries a checksum of its own (see `stretches`; a model's files have their SHA-256), and the one
mark that changes.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.stretches import stretch_of

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
_SELECT: Final = "SELECT"
_UPDATE: Final = "UPDATE"
_NAMES: Final[Mapping[str, str]] = {
    "meta": "what it says of itself: {key}",
    "steps": "step {step} of its journal",
    "decisions": "a decision of step {step}, on record {record}",
    "quarantined": "line {line}, which is set aside",
    "predictions": "a prediction of model {version}",
    "models": "what it says of model {version}",
    "model_files": "a file of model {version}",
    "originals": "its source file",
    "blocks": "a record from place {first} on",
    "texts": "a text of its records",
}


def sum_of(values: Iterable[Any]) -> int:
    """Return the checksum of a line's values, as they are given to SQLite and come back from it."""
    words = [str(zlib.crc32(value)) if type(value) is bytes else str(value) for value in values]
    return zlib.crc32("\x1f".join(words).encode("utf-8", "surrogatepass"))


def summed(*values: Any) -> tuple[Any, ...]:
    """Return a line to write: the values, and then their sum."""
    return (*values, sum_of(values))


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield in words which lines are not as they were written; those without a sum are taken as sound."""
    for table, columns in COLUMNS.items():
        query = f"{_SELECT} {columns}, sum FROM {table} WHERE sum IS NOT NULL"
        for *values, found in connection.execute(query):
            if sum_of(values) != found:
                yield _named(table, columns, values)
    for table, columns in STRETCHES.items():
        for row in connection.execute(f"{_SELECT} {columns} FROM {table}"):
            if not is_whole(row):
                yield _named(table, columns, row)


def _named(table: str, columns: str, values: Sequence[Any]) -> str:
    line = dict(zip(columns.split(","), values, strict=True))
    for key in line.keys() & {"record", "first"}:
        line[key] = int(line[key]) + 1  # a curator counts from 1
    return _NAMES.get(table, "what it says of its source").format(**line)


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

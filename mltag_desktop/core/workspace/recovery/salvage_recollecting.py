"""What a damaged document said of itself, as far as its journal and its records still tell."""

import json
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.opening import open_table
from mltag_desktop.core.tables.table_file import parse_cells
from mltag_desktop.core.tables.text.header import column_names
from mltag_desktop.core.workspace.storage.journal import Step, folded
from mltag_desktop.core.workspace.storage.metadata import (
    dialect_json,
    dialect_of,
    first_values,
    tag_infos,
    tags_json,
)
from mltag_desktop.core.workspace.storage.packed_blobs import stretch_of
from mltag_desktop.core.workspace.storage.row_checksums import summed
from mltag_desktop.core.workspace.types import Action

_SET_BY: Final[Mapping[str, tuple[Action, ...]]] = {
    "mapping": (Action.MAPPING,),
    "tags": (Action.TAGS,),
    "promotions": (Action.PROMOTE, Action.ROLLBACK),
    "edition": (Action.MERGE,),
    "source_path": (Action.MERGE,),
    "head": (Action.MERGE,),
}
"""Which steps set a value."""
_TAGS: Final = "SELECT tag FROM decisions WHERE tag IS NOT NULL GROUP BY tag ORDER BY MIN(id)"
_ORIGINAL: Final = "SELECT data FROM originals WHERE edition = 0 ORDER BY piece"
_FIRST: Final = (
    "SELECT first, ends, raws FROM blocks WHERE NOT pasted AND length(raws) ORDER BY first LIMIT 1"
)


def recollect(connection: sqlite3.Connection) -> bool:
    """Rebuild missing metadata from the journal and the records; returns whether any was missing.

    What cannot be recovered gets its default.
    """
    rows = connection.execute("SELECT key, value FROM meta").fetchall()
    known = {key: value if isinstance(value, bytes) else json.loads(value) for key, value in rows}
    first = first_values((), "")
    missing = first.keys() - known.keys()
    if not missing:
        return False
    found: dict[str, Any] = {**first, **known}
    steps, in_force = folded(connection)
    for key in missing & _SET_BY.keys():
        found[key] = _told(key, steps, in_force, found[key])
    if "tags" in missing and not found["tags"]:
        found["tags"] = tags_json(tag_infos([tag for (tag,) in connection.execute(_TAGS)]))
    if missing & {"dialect", "columns", "head"}:
        _look_again(connection, found, missing)
    width = len(found["columns"])
    if "mapping" in missing and not all(0 <= column < width for column in found["mapping"]["text"]):
        found["mapping"] = first["mapping"]
    values = ((key, found[key]) for key in sorted(missing))
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?, ?)",
        (summed(key, value if isinstance(value, bytes) else json.dumps(value)) for key, value in values),
    )
    return True


def _told(key: str, steps: Sequence[Step], in_force: Sequence[Step], otherwise: Any) -> Any:
    """Return what the journal says a value is; `otherwise` where it never was another one."""
    last = next((step for step in reversed(in_force) if step.action in _SET_BY[key]), None)
    first = next((step for step in steps if step.action in _SET_BY[key]), None)
    if last is None and first is None:
        return otherwise
    value = last.after if last is not None else first.before if first is not None else otherwise
    if Action.MERGE in _SET_BY[key]:
        return bytes.fromhex(value[key]) if key == "head" else value[key]
    return value


def _look_again(connection: sqlite3.Connection, found: dict[str, Any], missing: set[str]) -> None:
    """Find out how the source is written and what its columns are, from what is there of it."""
    row = connection.execute(_FIRST).fetchone()
    raws = b"" if row is None else b"".join(stretch_of(row).values())
    whole = b"".join(data for (data,) in connection.execute(_ORIGINAL))
    head = b"" if "head" in missing else found["head"]
    found["head"] = head  # what stood in one that is lost is not known, and a record is none
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / f"source{Path(found['source_path']).suffix}"
        path.write_bytes(whole or head + raws)
        try:
            table = open_table(path, None if "dialect" in missing else dialect_of(found["dialect"]))
        except MltagError:
            columns: Sequence[str] = parse_cells(raws, dialect_of(found["dialect"])) or ("",)
        else:
            found["dialect"] = dialect_json(table.dialect)
            columns = table.columns
    if "columns" in missing:
        known = bool(whole or head)
        found["columns"] = [*columns] if known else column_names([""] * len(columns))

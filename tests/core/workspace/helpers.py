"""A tiny table and a tiny model for the tests of the workspace."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_source import TableSource
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import ExportOptions, ExportResult, What
from mltag_desktop.core.workspace.storage.row_checksums import packed, stretch_of, sum_of
from mltag_desktop.core.workspace.types import RecordView
from mltag_desktop.core.workspace.workspace import Workspace

TAGS = ("birds", "fish", "stones")


class LetterModel:
    """A tiny but real classifier: it counts the letters b, f and s."""

    def __init__(
        self, version: str = "letters-1", sharpness: float = 1.0, tags: tuple[str, ...] = TAGS
    ) -> None:
        self.tags = tags
        self.version = version
        self.sharpness = sharpness

    def predict(self, texts: Sequence[str]) -> Predictions:
        scores = np.array([[text.count(letter) for letter in "bfs"] for text in texts], np.float32)
        weights = np.exp(self.sharpness * scores.reshape(-1, 3))
        return Predictions(self.version, self.tags, weights / weights.sum(axis=1, keepdims=True))


def predict_all(workspace: Workspace, model: LetterModel) -> int:
    """Predict all records without a prediction; return their number."""
    answered = 0
    for rows, texts in workspace.pending_predictions.pending(model.version):
        workspace.pending_predictions.put(rows, model.predict(texts))
        answered += len(rows)
    return answered


def table_bytes(rows: int) -> bytes:
    lines = ["id,title,description,tag"]
    for number in range(rows):
        kind = ("bird", "fish", "stone")[number % 3]
        lines.append(f'{number},"{kind} number {number}",A {kind} "x" for ß and Ä,{TAGS[number % 3]}')
    return ("\r\n".join(lines) + "\r\n").replace(' "x" ', " x ").encode()


def created(folder: Path) -> Workspace:
    """Create an empty workspace in a folder."""
    return Workspace.create(folder / "w.mltag", "Ann", TAGS)


def imported(folder: Path, table: TableSource, mapping: ColumnMapping) -> Workspace:
    place = folder / f"{table.path.name or 'pasted'}.mltag"
    for path in (place, Path(f"{place}-wal"), Path(f"{place}-shm")):
        path.unlink(missing_ok=True)
    workspace = Workspace.create(place, "Ann", TAGS)
    workspace.table.import_table(SILENT, table, mapping)
    return workspace


def reopened(workspace: Workspace, curator: str = "Ann") -> Workspace:
    """Close a workspace, and open it again."""
    workspace.close()
    return Workspace.open(workspace.path, curator)


def record_of(workspace: Workspace, row: int) -> RecordView:
    """Return what is shown of a record."""
    return workspace.table.records([row])[0]


def add_models(workspace: Workspace, *versions: str) -> None:
    """Add models that differ in their versions only, in folders beside the workspace."""
    for version in versions:
        workspace.models.add(bundle(workspace.path.parent, version), None, "")


def bundle(folder: Path, version: str) -> Path:
    """Write a model of 10 KB."""
    path = folder / version
    (path / "arrays").mkdir(parents=True)
    (path / "manifest.json").write_text(json.dumps({"format": 1, "version": version}))
    (path / "arrays" / "weights.npy").write_bytes(bytes(range(256)) * 40)
    return path


def exported(
    workspace: Workspace,
    name: str = "out.csv",
    what: What = "table",
    options: ExportOptions | None = None,
    **chosen: Any,
) -> ExportResult:
    """Export to a file beside the workspace, also over an earlier one."""
    out = workspace.path.with_name(name)
    return export(SILENT, workspace, out, what, replace=True, options=options or ExportOptions(**chosen))


def executed(path: Path, statement: str, *values: object) -> list[Any]:
    """Run a statement on a closed workspace, and return the rows that it finds."""
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement, values).fetchall()


def lose_records(path: Path, rows: Collection[int]) -> None:
    """Empty these records of a closed workspace, as salvage leaves those that it cannot read."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for first, *stretch in connection.execute("SELECT first, ends, raws FROM blocks").fetchall():
            raws = stretch_of((first, *stretch)).values()
            kept = [b"" if first + at in rows else raw for at, raw in enumerate(raws)]
            ((_, ends, joined),) = packed(first, kept)
            query = "UPDATE blocks SET ends = ?, raws = ?, sum = ? WHERE first = ?"
            connection.execute(query, (ends, joined, sum_of((first, first, 0, 0, ends)), first))

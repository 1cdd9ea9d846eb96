"""`mltag check`, `import` and `export`: tables in and out."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from mltag_desktop.cli.bar import progress
from mltag_desktop.cli.columns import position
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, TextColumns, Workspace
from mltag_desktop.cli.output import Printer, counted, refuse_existing, write_json
from mltag_desktop.cli.workspaces import curator_name, opened
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import Part, Progress
from mltag_desktop.core.tables.check import CheckReport
from mltag_desktop.core.tables.check import check as look_through
from mltag_desktop.core.tables.mapping import Mapping
from mltag_desktop.core.tables.reader import TableFile
from mltag_desktop.core.workspace.document import Workspace as Document
from mltag_desktop.core.workspace.export import export as write_out

_SHOWN = 20


class What(StrEnum):
    """What an export holds."""

    TABLE = "table"
    CORRECTIONS = "corrections"
    ORIGINAL = "original"


Table = Annotated[Path, typer.Argument(metavar="FILE", help="A delimited table: csv, tsv and the like.")]
IdColumn = Annotated[str | None, typer.Option("--id", metavar="COL", help="The column that names a record.")]
LabelColumn = Annotated[str | None, typer.Option("--label", metavar="COL", help="The column of known tags.")]
NewWorkspace = Annotated[
    Path, typer.Argument(metavar="WORKSPACE", help="NAME.mltag; made when it is not there.")
]
WhatToExport = Annotated[
    What, typer.Option("--what", help="The table with its tags, the corrections, or the source as it was.")
]
Fill = Annotated[
    bool | None,
    typer.Option(
        "--fill/--no-fill",
        help="Predicted tags for undecided records too; by default where no column holds tags.",
    ),
]
Tags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="TAG", help="A tag of a new workspace; repeatable. Default: the model's."),
]


def check(
    file: Table,
    rows: Annotated[bool, typer.Option("--rows", help="Every good record's cells in the JSON.")] = False,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Look through a table before anything is done with it; nothing is stored."""
    refuse_existing(json, force=force)
    with progress("Reading", quiet=quiet) as bar:
        report = look_through(file, bundled().tags, bar)
    _show(Printer(quiet=quiet, json_target=json), report)
    if json is not None:
        write_json(json, report.to_json(rows), force=force)


def import_(
    file: Table,
    workspace: NewWorkspace,
    text: TextColumns = None,
    id_column: IdColumn = None,
    label: LabelColumn = None,
    tag: Tags = None,
    predict: Annotated[bool, typer.Option("--predict/--no-predict", help="Tag the records at once.")] = True,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Read a table into a workspace; reading the same table again goes on where it stopped."""
    refuse_existing(json, force=force)
    printer = Printer(quiet=quiet, json_target=json)
    model = bundled()
    with progress("Reading", quiet=quiet) as bar:
        report = look_through(file, model.tags, Part(bar, 0.0, 0.2))
        mapping = _mapping(report, text, id_column, label)
        with _made(workspace, curator, tag or model.tags) as document:
            before = document.count
            if not _holds(document, report.table):
                document.import_table(Part(bar, 0.2, 0.6), report.table, mapping)
            added = document.count - before
            if document.base_version is None:
                document.set_base(model.version)
            if predict and document.current_version == model.version:
                _predict(Part(bar, 0.6, 1.0), document)
    _show(printer, report)
    printer.result(f"{counted(added, 'record')} added to {workspace}")
    if json is not None:
        write_json(json, report.to_json() | {"added": added, "changed": 0, "gone": 0}, force=force)


def export(
    workspace: Workspace,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.")],
    what: WhatToExport = What.TABLE,
    fill: Fill = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write a workspace's table with its tags, its corrections, or the source as it was."""
    refuse_existing(out, json, force=force)
    with opened(workspace, write=False) as document, progress("Writing", quiet=quiet) as bar:
        done = write_out(bar, document, out, what.value, fill=fill, replace=force)
    printer = Printer(quiet=quiet, json_target=json)
    printer.result(f"{counted(done.rows, 'record')} written to {out}, {done.changed:,} tagged")
    if json is not None:
        write_json(json, {"rows": done.rows, "changed": done.changed}, force=force)


def _mapping(
    report: CheckReport, text: Sequence[str] | None, id_column: str | None, label: str | None
) -> Mapping:
    """Return the mapping that was found, with the columns that were named."""
    columns = report.table.columns
    named: dict[str, Any] = {}
    if text:
        named["text"] = tuple(position(columns, name) for name in text)
    if id_column is not None:
        named["id"] = position(columns, id_column)
    if label is not None:
        named["tag"] = position(columns, label)
    if report.mapping is None and not text:
        raise MltagError("No column holds text.", f"Name one of these with --text: {', '.join(columns)}.")
    found = replace(report.mapping or Mapping(()), **named)
    others = {found.id, found.tag} - {None} if not text else set()
    return replace(found, text=tuple(at for at in found.text if at not in others) or found.text)


def _made(workspace: Path, curator: str | None, tags: Sequence[str]) -> Document:
    if not workspace.exists():
        return Document.create(workspace, curator_name(curator), tags)
    return opened(workspace, curator, write=True)


def _holds(document: Document, table: TableFile) -> bool:
    """Whether the workspace has read all of just this table already."""
    if not document.complete or document.source_path is None:
        return False
    if document.dialect.is_text:
        pieces = itertools.chain([document.head], (piece.raw for piece in document.walk(pasted=False)))
    else:
        pieces = itertools.chain(document.original_pieces())
    with table.path.open("rb") as file:
        return all(file.read(len(piece)) == piece for piece in pieces) and not file.read(1)


def _predict(bar: Progress, document: Document) -> None:
    model = bundled()
    done = 0
    for rows, texts in document.pending(model.version):
        bar.report(done / max(1, document.count), "Predicting")
        document.put_predictions(rows, model.predict(texts))
        done += len(rows)


def _show(printer: Printer, report: CheckReport) -> None:
    found = report.to_json()
    mapping = found["mapping"]
    size = f"{counted(found['records'], 'record')}, {counted(len(found['columns']), 'column')}"
    printer.result(f"{found['file']}: {size}")
    ends = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}.get(found["newline"], "mixed")
    mark = " with BOM" if found["bom"] else ""
    printer.result(f"{found['encoding']}{mark}, delimiter {found['delimiter']!r}, line ends {ends}")
    if mapping is not None:
        parts = [f"text: {', '.join(mapping['text'])}"]
        parts += [f"{key}: {mapping[key]}" for key in ("id", "date", "tag") if mapping[key] is not None]
        printer.result("; ".join(parts))
    for problem in found["problems"]:
        printer.result(f"- {problem}")
    for item in found["quarantined"][1:_SHOWN]:
        printer.result(f"  line {item['line']}: {item['reason']}")
    if len(found["quarantined"]) > _SHOWN:
        printer.result(f"  and {len(found['quarantined']) - _SHOWN:,} more")

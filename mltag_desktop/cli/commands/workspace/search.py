"""`mltag search`: list the records that a search finds, or that are most similar to a text."""

from typing import Annotated, Any, Final

import typer

from mltag_desktop.cli.command_inputs import found_records, open_workspace, parsed_search, text_analysis
from mltag_desktop.cli.options import Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, counted, progress, refuse_existing, start_of, write_json
from mltag_desktop.core.workspace.search.conditions import MEANING
from mltag_desktop.core.workspace.storage.lock_file import is_held
from mltag_desktop.core.workspace.types import RecordView

_SHOWN: Final = 100
"""Characters of a text in the list."""


def search(
    workspace: Workspace,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="As in the search line of the window.")],
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Most records to list.")] = 20,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """List the records that a search finds; with ~ and a text, the most similar ones first."""
    refuse_existing(json, force=force)
    keeps = MEANING in query and not is_held(workspace)  # keep the embeddings for the next search
    with open_workspace(workspace, write=keeps) as document, progress("Searching", quiet=quiet) as bar:
        analysis = text_analysis(document)
        rows = found_records(bar, document, parsed_search(document, query), analysis)
        found = [
            _line(record, None if analysis.values is None else float(analysis.values[record.row]))
            for record in document.table.records(rows[:limit])
        ]
    printer = Printer(quiet=quiet, json_target=json)
    with_similarity = analysis.by_encoder is not None
    printer.table(
        ("record", *(["similarity"] if with_similarity else []), "tag", "confidence", "text"),
        [_cells(each, with_similarity=with_similarity) for each in found],
    )
    more = f" of {len(rows):,}" if len(rows) > len(found) else ""
    printer.note(f"{counted(len(found), 'record')}{more}")
    if analysis.by_encoder is not None:
        by = "by the sentence encoder" if analysis.by_encoder else "by word vectors, not the sentence encoder"
        printer.note(f"Compared {by}.")
    write_json(json, {"found": len(rows), "by_encoder": analysis.by_encoder, "records": found}, force=force)


def _line(record: RecordView, similarity: float | None) -> dict[str, Any]:
    """Return a record as JSON values."""
    return {
        "record": record.row + 1,
        "similarity": similarity,
        "tag": record.decided or record.predicted,
        "confidence": record.confidence,
        "text": record.text,
    }


def _cells(line: dict[str, Any], *, with_similarity: bool) -> list[str]:
    confidence = "" if line["confidence"] is None else f"{line['confidence']:.2f}"
    similarity = [f"{line['similarity']:.2f}"] if with_similarity else []
    return [str(line["record"]), *similarity, line["tag"] or "", confidence, start_of(line["text"], _SHOWN)]

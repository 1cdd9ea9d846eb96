"""`mltag explain-tag`: show what a tag means to the active model of a workspace."""

import dataclasses
from collections.abc import Sequence
from typing import Annotated

import typer

from mltag_desktop.cli.command_inputs import load_active_model, open_workspace
from mltag_desktop.cli.options import Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, counted, progress, refuse_existing, start_of, write_json
from mltag_desktop.core.learning.meaning.tag_meaning import TagMeaning, TagWord, tag_meaning
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.features import encoder
from mltag_desktop.core.workspace.search.filtering import rows_shown_as


def explain_tag(
    workspace: Workspace,
    tag: Annotated[str, typer.Argument(metavar="TAG", help="A tag of the workspace.")],
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Show the words, typical records and confusions of a tag, by the active model of a workspace."""
    refuse_existing(json, force=force)
    with open_workspace(workspace, write=False) as document, progress("Comparing", quiet=quiet) as bar:
        model = load_active_model(document, bundled())
        rows = rows_shown_as(document.states(), tag)
        found = tag_meaning(bar, document, model, tag, rows, uses_encoder=encoder.is_installed())
    _show(Printer(quiet=quiet, json_target=json), found)
    write_json(json, _as_json(found), force=force)


def _show(printer: Printer, found: TagMeaning) -> None:
    printer.result(f"{found.tag}: {counted(found.records, 'record')}")
    title = "words for the tag" if found.by_model else "words typical of its records"
    printer.table(("word", "weight", "records"), _word_cells(found.words), title=title)
    if found.against:
        printer.table(
            ("word", "weight", "records"), _word_cells(found.against), title="words against the tag"
        )
    for title, records in (("nearest records", found.nearest), ("farthest records", found.farthest)):
        lines = [[str(each.row + 1), f"{each.similarity:.2f}", start_of(each.text)] for each in records]
        printer.table(("record", "similarity", "text"), lines, title=title)
    for pair in found.confusions:
        title = f"{pair.true} predicted as {pair.predicted}: {counted(pair.count, 'record')}"
        printer.table(
            ("record", "text"),
            [[str(row + 1), start_of(text)] for row, text in pair.examples],
            title=title,
        )
    if not found.confusions:
        printer.result("The tag is not confused with others.")
    source = (
        "the report of the model"
        if found.unseen
        else "tagged records, some of which the model was trained on"
    )
    printer.note(f"Confusions are from {source}.")


def _word_cells(words: Sequence[TagWord]) -> list[list[str]]:
    return [[each.word, f"{each.weight:+.2f}", str(each.records)] for each in words]


def _as_json(found: TagMeaning) -> dict[str, object]:
    """Return the meaning as JSON values, with record numbers from 1 on."""
    values = dataclasses.asdict(found)
    for key in ("nearest", "farthest"):
        values[key] = [{**each, "record": each["row"] + 1} for each in values[key]]
        for each in values[key]:
            del each["row"]
    for pair in values["confusions"]:
        pair["examples"] = [{"record": row + 1, "text": text} for row, text in pair["examples"]]
    return values

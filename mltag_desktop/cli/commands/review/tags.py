"""`mltag tags`: the tag set of a workspace, and one or several tags per record."""

from typing import Annotated, Any

import typer

from mltag_desktop.cli.command_inputs import open_workspace
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, refuse_existing, write_json
from mltag_desktop.core.workspace.types import Status
from mltag_desktop.core.workspace.views.filtering import count_tags, present
from mltag_desktop.core.workspace.workspace import Workspace as Document

Several = Annotated[
    bool | None,
    typer.Option(
        "--several/--single",
        help="Allow several tags per record, or one; an undo step. One hides additional tags and keeps them.",
    ),
]


def tags(
    workspace: Workspace,
    several: Several = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """List the tags of a workspace with their records, or choose one or several tags per record."""
    refuse_existing(json, force=force)
    with open_workspace(workspace, curator, write=several is not None) as document:
        if several is not None:
            document.tag_mode.choose(several=several)
        found = _as_json(document)
    printer = Printer(quiet=quiet, json_target=json)
    printer.result("Several tags per record" if found["several_tags"] else "One tag per record")
    rows = [
        [each["tag"], f"{each['records']:,}", f"{each['decided']:,}", each["key"], each["description"]]
        for each in found["tags"]
    ]
    printer.table(("tag", "records", "decided", "key", "description"), rows)
    write_json(json, found, force=force)


def _as_json(document: Document) -> dict[str, Any]:
    states = document.states()
    here = present(states)
    shown = count_tags(states, here)
    decided = count_tags(states, here & (states.status != Status.TO_REVIEW))
    return {
        "several_tags": document.has_several_tags,
        "tags": [
            {
                "tag": tag.name,
                "records": shown.get(tag.name, 0),
                "decided": decided.get(tag.name, 0),
                "key": tag.key,
                "description": tag.description,
            }
            for tag in document.tag_set.tags
        ],
    }

"""`mltag tags`: the tag set of a workspace and its guideline."""

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from mltag_desktop.cli.command_inputs import open_workspace
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import (
    STDOUT,
    Printer,
    counted,
    progress,
    refuse_existing,
    write_json,
    write_text,
)
from mltag_desktop.cli.table_inputs import read_tags
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.records.tag_candidates import find_tag_candidates
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.workspace.decisions.tag_list_parser import with_added
from mltag_desktop.core.workspace.decisions.tag_set import merged, renamed
from mltag_desktop.core.workspace.search.filtering import count_tags, present
from mltag_desktop.core.workspace.types import Status, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace as Document

Several = Annotated[
    bool | None,
    typer.Option(
        "--several/--single",
        help="Allow several tags per record, or one; an undo step. One hides additional tags and keeps them.",
    ),
]
_SHOWN: Final = 100
"""Number of characters of a text in a list."""
_COLUMNS: Final = ("tag", "description", "examples", "keywords", "excluded_keywords", "key", "short")


def tags(
    workspace: Workspace,
    add: Annotated[
        list[str] | None, typer.Option("--add", metavar="TAG", help="Add a tag; repeatable.")
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Add the tags of a list, and replace the guideline of those that exist: a name in each line,"
            f" or a CSV with the columns {', '.join(_COLUMNS)}.",
        ),
    ] = None,
    rename: Annotated[
        list[str] | None,
        typer.Option("--rename", metavar="OLD=NEW", help="Rename a tag, with its decisions; repeatable."),
    ] = None,
    merge: Annotated[
        list[str] | None,
        typer.Option("--merge", metavar="TAG=INTO", help="Merge a tag into another one; repeatable."),
    ] = None,
    remove: Annotated[
        list[str] | None,
        typer.Option("--remove", metavar="TAG", help="Remove a tag; its decisions stay. Repeatable."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="CSV", help="Write the tags and their guideline, as --from reads them."
        ),
    ] = None,
    several: Several = None,
    find: Annotated[
        str | None,
        typer.Option(
            "--find",
            metavar="TAG",
            help="List decided records that may belong to a tag that came later, nearest first.",
        ),
    ] = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Show the tag set of a workspace and its guideline, or change them as one step of the journal."""
    if find is not None:
        _find(workspace, find, json, force=force, quiet=quiet)
        return
    refuse_existing(out, json, force=force)
    changes = any((add, source, rename, merge, remove))
    writes = changes or several is not None
    printer = Printer(quiet=quiet, json_target=out if out == STDOUT else json)
    with open_workspace(workspace, curator, write=writes) as document:
        known = document.tag_set.tags
        changed = known
        for words in rename or ():
            changed = renamed(changed, *_pair(words, changed))
        for words in merge or ():
            changed = merged(changed, *_pair(words, changed))
        for name in remove or ():
            document.tag_set.check(name)
            changed = tuple(tag for tag in changed if tag.name != name)
        changed = with_added(changed, [TagInfo(name.strip(), "", "", 0) for name in add or ()])
        if source is not None:
            changed = _with_guideline(changed, read_tags(source, printer))
        if several is not None:
            document.tag_mode.choose(several=several)
        if changes:
            document.tag_set.set(changed)
        shown, found, has_several = document.tag_set.tags, _as_json(document), document.has_several_tags
    if out is not None:
        write_text(out, _as_csv(shown), force=force)
    printer.note(f"{counted(len(shown), 'tag')}, {'several' if has_several else 'one'} per record")
    rows = [
        [each["name"], f"{each['records']:,}", f"{each['decided']:,}", each["key"], each["description"]]
        for each in found
    ]
    printer.table(("tag", "records", "decided", "key", "description"), rows)
    write_json(json, found, force=force)


def _find(path: Path, tag: str, json: Path | None, *, force: bool, quiet: bool) -> None:
    """List the decided records that may belong to `tag`."""
    refuse_existing(json, force=force)
    with open_workspace(path, write=False) as document, progress("Comparing", quiet=quiet) as bar:
        document.tag_set.check(tag)
        found = find_tag_candidates(bar, document, bundled(), tag)
    rows = [
        [f"{each.row + 1:,}", f"{each.likelihood:.2f}", each.decided, " ".join(each.text.split())[:_SHOWN]]
        for each in found
    ]
    Printer(quiet=quiet, json_target=json).table(("record", "likelihood", "tag", "text"), rows)
    write_json(json, [asdict(each) | {"record": each.row + 1} for each in found], force=force)


def _pair(words: str, tags: Sequence[TagInfo]) -> tuple[str, str]:
    """Return the two names in OLD=NEW, of which the first is a tag; a tag may contain an equals sign."""
    names = {tag.name for tag in tags}
    parts = words.split("=")
    for place in range(1, len(parts)):
        first, second = "=".join(parts[:place]).strip(), "=".join(parts[place:]).strip()
        if first in names and second:
            return first, second
    raise MltagError(f"{words} does not name a tag and another name.", "Write it as TAG=NAME.")


def _with_guideline(tags: Sequence[TagInfo], listed: Sequence[TagInfo]) -> tuple[TagInfo, ...]:
    """Return the tags with those that were read; what a list says about a tag replaces what there was."""
    read = {tag.name: tag for tag in listed}
    now = tuple(
        replace(
            tag,
            short=new.short or tag.short,
            description=new.description or tag.description,
            examples=new.examples or tag.examples,
            keywords=new.keywords or tag.keywords,
            excluded_keywords=new.excluded_keywords or tag.excluded_keywords,
            key=new.key or tag.key,
        )
        if (new := read.get(tag.name)) is not None
        else tag
        for tag in tags
    )
    return with_added(now, listed)


def _as_csv(tags: Sequence[TagInfo]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for tag in tags:
        several = ("; ".join(values) for values in (tag.examples, tag.keywords, tag.excluded_keywords))
        writer.writerow((tag.name, tag.description, *several, tag.key, tag.short))
    return text.getvalue()


def _as_json(document: Document) -> list[dict[str, Any]]:
    """Return the tags with their guideline and their numbers of records and of decided records."""
    states = document.states()
    here = present(states)
    shown = count_tags(states, here)
    decided = count_tags(states, here & (states.status != Status.TO_REVIEW))
    return [
        asdict(tag) | {"records": shown.get(tag.name, 0), "decided": decided.get(tag.name, 0)}
        for tag in document.tag_set.tags
    ]

"""`mltag filters`: the saved filters of a workspace."""

from typing import Annotated

import typer

from mltag_desktop.cli.command_inputs import found_records, open_workspace, parsed_search, text_analysis
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, progress, refuse_existing, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.search.conditions import meaning_of
from mltag_desktop.core.workspace.search.table_order import saved_filters, store_filters, with_filter


def filters(
    workspace: Workspace,
    add: Annotated[
        list[str] | None,
        typer.Option("--add", metavar="QUERY", help="Save this filter; repeatable."),
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="QUERY", help="Remove this filter; repeatable.")
    ] = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """List the saved filters with the number of records that each finds, or change them.

    Use number N as --search saved:N, or with mltag search WORKSPACE saved:N.
    """
    refuse_existing(json, force=force)
    found = []
    with (
        open_workspace(workspace, curator, write=bool(add or remove)) as document,
        progress("Searching", quiet=quiet) as bar,
    ):
        kept = saved_filters(document)
        for line in remove or ():
            if line not in kept:
                raise MltagError(
                    f"The filter {line} is not saved.", "List the saved filters with mltag filters."
                )
            kept = tuple(each for each in kept if each != line)
        for line in add or ():
            parsed_search(document, line)  # raises for an invalid line
            kept = with_filter(kept, line)
        if add or remove:
            store_filters(document, kept)
        analysis = text_analysis(document)
        for number, line in enumerate(kept, 1):
            records: int | None = None
            try:
                terms = parsed_search(document, line)
                if meaning_of(terms) is None:  # “~” sorts all records and would read all texts
                    records = len(found_records(bar, document, terms, analysis))
            except MltagError:  # it names a tag or column that is gone
                pass
            found.append({"number": number, "filter": line, "records": records})
    printer = Printer(quiet=quiet, json_target=json)
    if found:
        printer.table(
            ("number", "records", "filter"),
            [[str(each["number"]), _count(each["records"]), str(each["filter"])] for each in found],
        )
    else:
        printer.result("There are no saved filters.")
    write_json(json, found, force=force)


def _count(records: object) -> str:
    return f"{records:,}" if isinstance(records, int) else ""

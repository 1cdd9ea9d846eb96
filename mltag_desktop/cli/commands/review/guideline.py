"""`mltag guideline`: the guideline of a workspace as one file, and the behaviour tests of its tags."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from mltag_desktop.cli.command_inputs import load_active_model, open_workspace
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import STDOUT, Printer, counted, refuse_existing, write_json, write_text
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.behavioural_tests import run
from mltag_desktop.core.evaluation.serialization import to_plain
from mltag_desktop.core.learning.guideline.guideline_file import (
    Guideline,
    guideline_of,
    guideline_text,
    read_guideline,
    use_guideline,
)
from mltag_desktop.core.learning.guideline.own_tests import OwnTest, cases_for, own_tests, store_own_tests
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.workspace.workspace import Workspace as Document

Source = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Add the tags and tests of a guideline, and take over its descriptions, examples and keywords: a"
        " TOML file, a list of names, or a CSV tag,description,keywords.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write tags, rules and tests as one TOML file; - for stdout."),
]
Must = Annotated[
    list[str] | None,
    typer.Option("--must", metavar="TAG=TEXT", help="Add a test: the text must get this tag; repeatable."),
]
MustNot = Annotated[
    list[str] | None,
    typer.Option(
        "--must-not", metavar="TAG=TEXT", help="Add a test: the text must not get this tag; repeatable."
    ),
]
Drop = Annotated[
    list[str] | None,
    typer.Option("--remove-test", metavar="TEXT", help="Remove the tests of this text; repeatable."),
]
Run = Annotated[bool, typer.Option("--run", help="Run the tests with the active model; exit 1 if one fails.")]


def guideline(
    workspace: Workspace,
    source: Source = None,
    out: Out = None,
    must: Must = None,
    must_not: MustNot = None,
    remove_test: Drop = None,
    run_tests: Run = False,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Show the guideline of a workspace with its rules and tests, change it, or write it as one file."""
    refuse_existing(out, json, force=force)
    printer = Printer(quiet=quiet, json_target=out if out == STDOUT else json)
    imported = None if source is None else read_guideline(source)
    writes = imported is not None or bool(must or must_not or remove_test)
    failed = 0
    with open_workspace(workspace, curator, write=writes) as document:
        if imported is not None:
            added = use_guideline(document, imported)
            printer.result(f"{counted(added, 'tag')} added, {counted(len(imported.tests), 'test')} read")
        _change_tests(document, must or (), must_not or (), remove_test or ())
        kept = guideline_of(document)
        if out is not None:
            write_text(out, guideline_text(kept), force=force)
            printer.result(f"Written to {out}")
        else:
            _show(printer, kept)
        found = _as_json(kept)
        if run_tests:
            model = load_active_model(document, bundled())
            result = run(model, cases_for(document, model.tags))
            failed = result.total - result.passed - result.with_reason
            may_fail = f"; {counted(result.with_reason, 'other')} may fail" if result.with_reason else ""
            printer.result(f"{result.passed} of {result.total} behaviour tests pass{may_fail}")
            for each in result.failed:
                reason = f". May fail: {each.may_fail}" if each.may_fail else ""
                printer.result(f"{each.text}: expected {each.expected}, predicted {each.answered}{reason}")
            found["result"] = to_plain(result)
    write_json(json, found, force=force)
    if failed:
        raise typer.Exit(1)


def _change_tests(
    document: Document, must: Sequence[str], must_not: Sequence[str], gone: Sequence[str]
) -> None:
    if not (must or must_not or gone):
        return
    tests = own_tests(document)
    unknown = [text for text in gone if text not in {test.text for test in tests}]
    if unknown:
        raise MltagError(
            f"There is no test “{unknown[0]}”.", "List the tests with mltag guideline WORKSPACE."
        )
    kept = [test for test in tests if test.text not in gone]
    kept += [_test(words, document, forbidden=False) for words in must]
    kept += [_test(words, document, forbidden=True) for words in must_not]
    store_own_tests(document, kept)


def _test(words: str, document: Document, *, forbidden: bool) -> OwnTest:
    """Return the test in TAG=TEXT; a tag may contain an equals sign."""
    names = {tag.name for tag in document.tag_set.tags}
    places = [place for place, sign in enumerate(words) if sign == "="]
    found = next((place for place in places if words[:place].strip() in names), None)
    if found is None:
        if places:
            document.tag_set.check(words[: places[0]].strip())
        raise MltagError(f"“{words}” is not TAG=TEXT.", "Write a tag, an equals sign and a text.")
    return OwnTest(words[found + 1 :].strip(), words[:found].strip(), forbidden)


def _show(printer: Printer, kept: Guideline) -> None:
    rows = [
        [
            tag.name,
            " ".join(tag.description.split()),
            ", ".join(tag.keywords),
            ", ".join(tag.excluded_keywords),
        ]
        for tag in kept.tags
    ]
    printer.table(("tag", "description", "must have", "must not have"), rows)
    if kept.tests:
        printer.result("")
        tests = [[test.text, f"not {test.tag}" if test.forbidden else test.tag] for test in kept.tests]
        printer.table(("test", "expected"), tests)


def _as_json(kept: Guideline) -> dict[str, object]:
    return {
        "tags": [
            {
                "tag": tag.name,
                "description": tag.description,
                "examples": list(tag.examples),
                "keywords": list(tag.keywords),
                "excluded_keywords": list(tag.excluded_keywords),
            }
            for tag in kept.tags
        ],
        "tests": [{"text": test.text, "tag": test.tag, "forbidden": test.forbidden} for test in kept.tests],
    }

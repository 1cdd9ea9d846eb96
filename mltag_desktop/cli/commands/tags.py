"""`mltag tags`, `guideline` and `explain-tag`: tags of a workspace, their guideline and their meaning."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from mltag_desktop.cli.command_inputs import At, Curated, load_active_model
from mltag_desktop.cli.options import group, option
from mltag_desktop.cli.output import Output, Printer, counted, csv_text, start_of
from mltag_desktop.cli.table_inputs import read_tags
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.behavioural_tests import run
from mltag_desktop.core.learning.guideline import (
    Guideline,
    OwnTest,
    cases_for,
    guideline_of,
    guideline_text,
    own_tests,
    read_guideline,
    store_own_tests,
    use_guideline,
)
from mltag_desktop.core.learning.tag_candidates import find_tag_candidates
from mltag_desktop.core.learning.tag_meaning import TagMeaning, TagWord, tag_meaning
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.serialization import to_plain
from mltag_desktop.core.workspace.decisions.tag_lists import with_added
from mltag_desktop.core.workspace.decisions.tag_set import merged, renamed
from mltag_desktop.core.workspace.search.filtering import count_tags, present, rows_shown_as
from mltag_desktop.core.workspace.types import Status, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace as Document

_SHOWN: Final = 100
"""Number of characters of a text in a list."""
_COLUMNS: Final = ("tag", "description", "examples", "keywords", "excluded_keywords", "key", "short")


@group
class TagChanges:
    """Changes of the tag set."""

    add: list[str] | None = option(None, metavar="TAG", help="Add a tag; repeatable.")
    source: Path | None = option(
        None,
        "--from",
        metavar="FILE",
        help="Add the tags of a list, and replace the guideline of those that exist: a name in each line,"
        f" or a CSV with the columns {', '.join(_COLUMNS)}.",
    )
    rename: list[str] | None = option(
        None, metavar="OLD=NEW", help="Rename a tag, with its decisions; repeatable."
    )
    merge: list[str] | None = option(
        None, metavar="TAG=INTO", help="Merge a tag into another one; repeatable."
    )
    remove: list[str] | None = option(
        None, metavar="TAG", help="Remove a tag; its decisions stay. Repeatable."
    )
    several: bool | None = option(
        None,
        "--several/--single",
        help="Allow several tags per record, or one; an undo step. One hides additional tags and keeps them.",
    )

    @property
    def changes_tags(self) -> bool:
        """Whether tags change."""
        return any((self.add, self.source, self.rename, self.merge, self.remove))

    def apply(self, document: Document, printer: Printer) -> None:
        """Change the tag set, as one step."""
        changed = document.tag_set.tags
        for words in self.rename or ():
            changed = renamed(changed, *_pair(words, changed))
        for words in self.merge or ():
            changed = merged(changed, *_pair(words, changed))
        for name in self.remove or ():
            document.tag_set.check(name)
            changed = tuple(tag for tag in changed if tag.name != name)
        changed = with_added(changed, [TagInfo(name.strip(), "", "", 0) for name in self.add or ()])
        if self.source is not None:
            changed = _with_guideline(changed, read_tags(self.source, printer))
        document.tag_set.set(changed if self.changes_tags else None, several=self.several)


def tags(
    *,
    at: Curated,
    changes: TagChanges,
    out: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="Write the tags and their guideline, as --from reads them."),
    ] = None,
    find: Annotated[
        str | None,
        typer.Option(
            metavar="TAG",
            help="List decided records that may belong to a tag that came later, nearest first.",
        ),
    ] = None,
    output: Output,
) -> None:
    """Show the tag set of a workspace and its guideline, or change them as one step of the journal."""
    output.refuse(out)
    if find is not None:
        _find(at, find, output)
        return
    printer = output.printer_beside(out)
    with at.open(write=changes.changes_tags or changes.several is not None) as document:
        changes.apply(document, printer)
        shown, found, has_several = document.tag_set.tags, _tags_json(document), document.has_several_tags
    if out is not None:
        lists = [[tag.examples, tag.keywords, tag.excluded_keywords] for tag in shown]
        lines = [
            (tag.name, tag.description, *map("; ".join, several), tag.key, tag.short)
            for tag, several in zip(shown, lists, strict=True)
        ]
        output.write_text(out, csv_text([_COLUMNS, *lines]))
    printer.note(f"{counted(len(shown), 'tag')}, {'several' if has_several else 'one'} per record")
    rows = [
        [each["name"], f"{each['records']:,}", f"{each['decided']:,}", each["key"], each["description"]]
        for each in found
    ]
    printer.table(("tag", "records", "decided", "key", "description"), rows)
    output.write(found)


def _find(at: At, tag: str, output: Output) -> None:
    """List the decided records that may belong to `tag`."""
    with at.open() as document, output.progress("Comparing") as bar:
        document.tag_set.check(tag)
        found = find_tag_candidates(bar, document, bundled(), tag)
    rows = [
        [f"{each.row + 1:,}", f"{each.likelihood:.2f}", each.decided, start_of(each.text, _SHOWN)]
        for each in found
    ]
    output.printer.table(("record", "likelihood", "tag", "text"), rows)
    output.write([asdict(each) | {"record": each.row + 1} for each in found])


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


def _tags_json(document: Document) -> list[dict[str, Any]]:
    """Return the tags with their guideline and their numbers of records and of decided records."""
    states = document.states()
    here = present(states)
    shown = count_tags(states, here)
    decided = count_tags(states, here & (states.status != Status.TO_REVIEW))
    return [
        asdict(tag) | {"records": shown.get(tag.name, 0), "decided": decided.get(tag.name, 0)}
        for tag in document.tag_set.tags
    ]


@group
class TestChanges:
    """Changes of the behaviour tests."""

    must: list[str] | None = option(
        None, metavar="TAG=TEXT", help="Add a test: the text must get this tag; repeatable."
    )
    must_not: list[str] | None = option(
        None,
        metavar="TAG=TEXT",
        help="Add a test: the text must not get this tag; repeatable.",
    )
    remove_test: list[str] | None = option(
        None, metavar="TEXT", help="Remove the tests of this text; repeatable."
    )


def guideline(
    *,
    at: Curated,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Add the tags and tests of a guideline, and take over its descriptions, examples and"
            " keywords: a TOML file, a list of names, or a CSV tag,description,keywords.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write tags, rules and tests as one TOML file; - for stdout."),
    ] = None,
    tests: TestChanges,
    run_tests: Annotated[
        bool, typer.Option("--run", help="Run the tests with the active model; exit 1 if one fails.")
    ] = False,
    output: Output,
) -> None:
    """Show the guideline of a workspace with its rules and tests, change it, or write it as one file."""
    output.refuse(out)
    printer = output.printer_beside(out)
    imported = None if source is None else read_guideline(source)
    failed = 0
    with at.open(write=imported is not None or any(vars(tests).values())) as document:
        if imported is not None:
            added = use_guideline(document, imported)
            printer.result(f"{counted(added, 'tag')} added, {counted(len(imported.tests), 'test')} read")
        _change_tests(document, tests.must or (), tests.must_not or (), tests.remove_test or ())
        kept = guideline_of(document)
        if out is not None:
            output.write_text(out, guideline_text(kept))
            printer.result(f"Written to {out}")
        else:
            _show_guideline(printer, kept)
        found = _guideline_json(kept)
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
    output.write(found)
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


def _show_guideline(printer: Printer, kept: Guideline) -> None:
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


def _guideline_json(kept: Guideline) -> dict[str, object]:
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


def explain_tag(
    *,
    at: At,
    tag: Annotated[str, typer.Argument(metavar="TAG", help="A tag of the workspace.")],
    output: Output,
) -> None:
    """Show the words, typical records and confusions of a tag, by the active model of a workspace."""
    with at.open() as document, output.progress("Comparing") as bar:
        model = load_active_model(document, bundled())
        rows = rows_shown_as(document.states(), tag)
        found = tag_meaning(bar, document, model, tag, rows, uses_encoder=encoder.is_installed())
    _show_meaning(output.printer, found)
    output.write(_meaning_json(found))


def _show_meaning(printer: Printer, found: TagMeaning) -> None:
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


def _meaning_json(found: TagMeaning) -> dict[str, object]:
    """Return the meaning as JSON values, with record numbers from 1 on."""
    values = asdict(found)
    for key in ("nearest", "farthest"):
        values[key] = [{**each, "record": each["row"] + 1} for each in values[key]]
        for each in values[key]:
            del each["row"]
    for pair in values["confusions"]:
        pair["examples"] = [{"record": row + 1, "text": text} for row, text in pair["examples"]]
    return values

"""`mltag tags`, `guideline` and `explain-tag`: tags of a workspace, their guideline and their meaning."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

import typer

from mltag_desktop.cli.command_inputs import At, Curated, active_model, splits
from mltag_desktop.cli.options import argument, flag, group, option
from mltag_desktop.cli.output import Messages, Output, TextOutput, counted, csv_text, start_of
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
from mltag_desktop.core.workspace.search.filtering import count_tags, rows_shown_as
from mltag_desktop.core.workspace.types import Status, TagInfo
from mltag_desktop.core.workspace.workspace import Workspace as Document

_SHOWN: Final = 100
"""Number of characters of a text in a list."""
_COLUMNS: Final = ("tag", "description", "examples", "keywords", "excluded_keywords", "key", "short")


@group
class TagChanges:
    """Changes of the tag set."""

    add: list[str] = option("Add a tag; repeatable.", "TAG")
    source: Path | None = option(
        "Add the tags of a list, and replace the guideline of those that exist: a name in each line,"
        f" or a CSV with the columns {', '.join(_COLUMNS)}.",
        "FILE",
        name="--from",
    )
    rename: list[str] = option("Rename a tag, with its decisions; repeatable.", "OLD=NEW")
    merge: list[str] = option("Merge a tag into another one; repeatable.", "TAG=INTO")
    remove: list[str] = option("Remove a tag; its decisions stay. Repeatable.", "TAG")
    several: bool | None = option(
        "Allow several tags per record, or one; an undo step. One hides additional tags and keeps them.",
        name="--several/--single",
    )

    @property
    def changes_tags(self) -> bool:
        """Whether tags change."""
        return any((self.add, self.source, self.rename, self.merge, self.remove))

    def apply(self, document: Document, output: Messages) -> None:
        """Change the tag set, as one step."""
        changed = document.tag_set.tags
        for words in self.rename:
            changed = renamed(changed, *_pair(words, changed))
        for words in self.merge:
            changed = merged(changed, *_pair(words, changed))
        for name in self.remove:
            document.tag_set.check(name)
            changed = tuple(tag for tag in changed if tag.name != name)
        changed = with_added(changed, [TagInfo(name.strip(), "", "", 0) for name in self.add])
        if self.source is not None:
            changed = _with_guideline(changed, read_tags(self.source, output))
        document.tag_set.set(changed if self.changes_tags else None, several=self.several)


@group
class TagList(TextOutput):
    """Where the list of the tags goes."""

    out: Path | None = option("Write the tags and their guideline, as --from reads them.", "CSV")


def tags(
    *,
    at: Curated,
    changes: TagChanges,
    find: str | None = option(
        "List decided records that may belong to a tag that came later, nearest first.", "TAG"
    ),
    output: TagList,
) -> None:
    """Show the tag set of a workspace and its guideline, or change them as one step of the journal."""
    if find is not None:
        _find(at, find, output)
        return
    with at.open(write=changes.changes_tags or changes.several is not None) as document:
        changes.apply(document, output)
        shown, found, has_several = document.tag_set.tags, _tags_json(document), document.has_several_tags
    lists = [[tag.examples, tag.keywords, tag.excluded_keywords] for tag in shown]
    lines = [
        (tag.name, tag.description, *map("; ".join, several), tag.key, tag.short)
        for tag, several in zip(shown, lists, strict=True)
    ]
    output.write_out(csv_text([_COLUMNS, *lines]))
    output.note(f"{counted(len(shown), 'tag')}, {'several' if has_several else 'one'} per record")
    rows = [
        [each["name"], f"{each['records']:,}", f"{each['decided']:,}", each["key"], each["description"]]
        for each in found
    ]
    output.table(("tag", "records", "decided", "key", "description"), rows)
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
    output.table(("record", "likelihood", "tag", "text"), rows)
    output.write([asdict(each) | {"record": each.row + 1} for each in found])


def _pair(words: str, tags: Sequence[TagInfo]) -> tuple[str, str]:
    """Return the two names in OLD=NEW, of which the first is a tag; a tag may contain an equals sign."""
    names = {tag.name for tag in tags}
    for first, second in splits(words):
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
    here = ~states.gone
    shown = count_tags(states, here)
    decided = count_tags(states, here & (states.status != Status.TO_REVIEW))
    return [
        asdict(tag) | {"records": shown.get(tag.name, 0), "decided": decided.get(tag.name, 0)}
        for tag in document.tag_set.tags
    ]


@group
class TestChanges:
    """Changes of the behaviour tests."""

    must: list[str] = option("Add a test: the text must get this tag; repeatable.", "TAG=TEXT")
    must_not: list[str] = option("Add a test: the text must not get this tag; repeatable.", "TAG=TEXT")
    remove_test: list[str] = option("Remove the tests of this text; repeatable.", "TEXT")


@group
class GuidelineOutput(TextOutput):
    """Where the guideline goes."""

    out: Path | None = option("Write tags, rules and tests as one TOML file; - for stdout.", "FILE")


def guideline(
    *,
    at: Curated,
    source: Path | None = option(
        "Add the tags and tests of a guideline, and take over its descriptions, examples and"
        " keywords: a TOML file, a list of names, or a CSV tag,description,keywords.",
        "FILE",
        name="--from",
    ),
    tests: TestChanges,
    run_tests: bool = flag("Run the tests with the active model; exit 1 if one fails.", "--run"),
    output: GuidelineOutput,
) -> None:
    """Show the guideline of a workspace with its rules and tests, change it, or write it as one file."""
    imported = None if source is None else read_guideline(source)
    failed = 0
    with at.open(write=imported is not None or any(vars(tests).values())) as document:
        if imported is not None:
            added = use_guideline(document, imported)
            output.result(f"{counted(added, 'tag')} added, {counted(len(imported.tests), 'test')} read")
        _change_tests(document, tests)
        kept = guideline_of(document)
        output.write_out(guideline_text(kept))
        if output.out is not None:
            output.result(f"Written to {output.out}")
        else:
            _show_guideline(output, kept)
        found = _guideline_json(kept)
        if run_tests:
            model = active_model(document)
            result = run(model, cases_for(document, model.tags))
            failed = result.total - result.passed - result.with_reason
            may_fail = f"; {counted(result.with_reason, 'other')} may fail" if result.with_reason else ""
            output.result(f"{result.passed} of {result.total} behaviour tests pass{may_fail}")
            for each in result.failed:
                reason = f". May fail: {each.may_fail}" if each.may_fail else ""
                output.result(f"{each.text}: expected {each.expected}, predicted {each.answered}{reason}")
            found["result"] = to_plain(result)
    output.write(found)
    if failed:
        raise typer.Exit(1)


def _change_tests(document: Document, changes: TestChanges) -> None:
    if not any(vars(changes).values()):
        return
    tests, gone = own_tests(document), changes.remove_test
    unknown = [text for text in gone if text not in {test.text for test in tests}]
    if unknown:
        raise MltagError(
            f"There is no test “{unknown[0]}”.", "List the tests with mltag guideline WORKSPACE."
        )
    kept = [test for test in tests if test.text not in gone]
    kept += [_test(words, document, forbidden=False) for words in changes.must]
    kept += [_test(words, document, forbidden=True) for words in changes.must_not]
    store_own_tests(document, kept)


def _test(words: str, document: Document, *, forbidden: bool) -> OwnTest:
    """Return the test in TAG=TEXT; a tag may contain an equals sign."""
    names, found = {tag.name for tag in document.tag_set.tags}, [*splits(words)]
    for tag, text in found:
        if tag in names:
            return OwnTest(text, tag, forbidden)
    if found:
        document.tag_set.check(found[0][0])
    raise MltagError(f"“{words}” is not TAG=TEXT.", "Write a tag, an equals sign and a text.")


def _show_guideline(output: Messages, kept: Guideline) -> None:
    rows = [
        [
            tag.name,
            " ".join(tag.description.split()),
            ", ".join(tag.keywords),
            ", ".join(tag.excluded_keywords),
        ]
        for tag in kept.tags
    ]
    output.table(("tag", "description", "must have", "must not have"), rows)
    if kept.tests:
        output.result("")
        tests = [[test.text, f"not {test.tag}" if test.forbidden else test.tag] for test in kept.tests]
        output.table(("test", "expected"), tests)


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
    tag: str = argument("TAG", "A tag of the workspace."),
    output: Output,
) -> None:
    """Show the words, typical records and confusions of a tag, by the active model of a workspace."""
    with at.open() as document, output.progress("Comparing") as bar:
        model = active_model(document)
        rows = rows_shown_as(document.states(), tag)
        found = tag_meaning(bar, document, model, tag, rows, uses_encoder=encoder.is_installed())
    _show_meaning(output, found)
    output.write(_meaning_json(found))


def _show_meaning(output: Messages, found: TagMeaning) -> None:
    output.result(f"{found.tag}: {counted(found.records, 'record')}")
    title = "words for the tag" if found.by_model else "words typical of its records"
    output.table(("word", "weight", "records"), _word_cells(found.words), title=title)
    if found.against:
        output.table(("word", "weight", "records"), _word_cells(found.against), title="words against the tag")
    for title, records in (("nearest records", found.nearest), ("farthest records", found.farthest)):
        lines = [[str(each.row + 1), f"{each.similarity:.2f}", start_of(each.text)] for each in records]
        output.table(("record", "similarity", "text"), lines, title=title)
    for pair in found.confusions:
        title = f"{pair.true} predicted as {pair.predicted}: {counted(pair.count, 'record')}"
        output.table(
            ("record", "text"),
            [[str(row + 1), start_of(text)] for row, text in pair.examples],
            title=title,
        )
    if not found.confusions:
        output.result("The tag is not confused with others.")
    source = (
        "the report of the model"
        if found.unseen
        else "tagged records, some of which the model was trained on"
    )
    output.note(f"Confusions are from {source}.")


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

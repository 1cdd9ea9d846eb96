"""Checks of a labelled table: balance, sampling, copies, leaks, tags that may be wrong."""

import contextlib
import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from mltag_desktop.core.learning.tag_checks import (
    KnownTagFindings,
    LabelledFindings,
    LabelledTable,
    check_known_tags,
    check_labelled,
)
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.tag_cells import near_names
from mltag_desktop.core.training.training import Examples
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, base_model, make

WRONG = (10, 70, 130)
"""Rows of the faulty table with the tag after theirs."""


def other(tag: str) -> str:
    return TAGS[(TAGS.index(tag) + 1) % 3]


def faulty() -> tuple[list[str], list[str]]:
    """Return 240 texts and tags, some of them wrong, a copy of row 0, and one of row 1 with another tag."""
    examples = make(240, 3, words=4)
    texts = [*examples.texts, *examples.texts[:2]]
    tags = [other(tag) if row in WRONG else tag for row, tag in enumerate(examples.tags)]
    return texts, [*tags, tags[0], other(tags[1])]


def labelled(texts: Sequence[str], tags: Sequence[str], **columns: list[str]) -> LabelledFindings:
    return check_labelled(SILENT, LabelledTable(texts, tags, columns), base_model())


def test_planted_faults_of_a_labelled_table_are_found_with_their_rows() -> None:
    texts, tags = faulty()
    texts += ["one of a kind", "without a tag"]
    tags += ["rare", ""]
    source = ["blog" if tag == TAGS[0] else ("mail", "chat")[row % 2] for row, tag in enumerate(tags)]
    held = Examples((texts[20], texts[21].upper(), "something else"), (tags[20], tags[21], TAGS[0]))
    found = check_labelled(SILENT, LabelledTable(texts, tags, {"source": source}), base_model(), held)
    assert (found.rows, found.without_tag, found.counts["rare"]) == (244, 1, 1)
    assert [(rare.tag, rare.rows) for rare in found.rare] == [("rare", (242,))]
    assert [(share.column, share.value, share.tag) for share in found.uneven] == [("source", "blog", TAGS[0])]
    assert found.spellings == ()
    assert found.duplicates == ((0, 240),)
    assert found.contradictions == ((1, 241),)
    assert {(0, 240), (1, 241)} <= set(found.near_duplicates)
    assert set(found.leaks) == {20, 21}
    doubted = {doubt.row for doubt in found.doubts}
    assert len(doubted & {*WRONG}) >= 2
    assert doubted <= {*WRONG, 1, 241}, "no other row is doubted"
    assert found.searched == 242
    assert json.loads(json.dumps(found.to_json()))["leaks"] == [21, 22], "counted from 1"


def test_rows_with_a_tag_from_one_source_only_are_found() -> None:
    examples = make(120, 4)
    tags = [*examples.tags[:60], *[""] * 60]
    [share] = labelled(examples.texts, tags, source=["blog"] * 60 + ["mail"] * 60).one_sided
    assert (share.value, share.inside, share.outside) == ("blog", 1.0, 0.0)


def test_a_single_tag_is_not_searched_for_wrong_tags() -> None:
    found = labelled([f"text {number}" for number in range(30)], ["one"] * 30)
    assert (found.searched, found.doubts, found.dominant) == (0, (), ("one", 1.0))


def test_tags_that_differ_only_in_spelling_are_named_the_most_frequent_first() -> None:
    tags = ["Top-Up", "top_up", "top_up", "card", "Card.", "card", "topup", "Law / Trade", "Law/Trade", "/a"]
    found = labelled(tags, tags)
    assert found.spellings == (("top_up", "Top-Up"), ("card", "Card."), ("Law / Trade", "Law/Trade"))
    assert found.near_names == ()


def test_tags_with_nearly_the_same_names_are_named() -> None:
    tags = [
        "Rücksendung",
        "Ruecksendung",
        "Rechnung",
        "rechnung ",
        "Rechnungen",
        "Préavis",
        "Preavis",
        "かき",
        "がき",
    ]
    pairs = (("Rücksendung", "Ruecksendung"), ("Rechnung", "Rechnungen"), ("Préavis", "Preavis"))
    assert {*map(frozenset, labelled(tags, tags).near_names)} == {*map(frozenset, pairs)}


@pytest.mark.parametrize(
    ("first", "second", "near"),
    [
        ("Science / Optics", "Sciense / Optics", True),
        ("Computing", "Computng", True),
        ("Computing", "Compuitng", True),
        ("Science / Cats", "Science / Rats", False),
        ("Version 1000001", "Version 1000002", False),
        ("Zambia", "Gambia", False),
        ("Technology / Law", "Technolgy / War", False),
    ],
)
def test_a_misspelled_letter_of_a_long_word_makes_names_nearly_the_same(
    first: str, second: str, near: bool
) -> None:
    assert bool(near_names([first, "Other", second])) is near


@contextlib.contextmanager
def imported(folder: Path, texts: Iterable[str], tags: Iterable[str] | None) -> Iterator[Workspace]:
    """Return a workspace with a table of texts and their known tags, if any."""
    columns = (texts,) if tags is None else (texts, tags)
    with (folder / "t.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "tag")[: len(columns)], *zip(*columns, strict=True)])
    with Workspace.create(folder / "t.mltag", "Ann", TAGS) as workspace:
        mapping = ColumnMapping(text=(0,), tag=None if tags is None else 1)
        workspace.table.import_table(SILENT, open_table(folder / "t.csv"), mapping)
        yield workspace


def test_contradictions_and_wrong_tags_of_a_column_are_found(tmp_path: Path) -> None:
    texts, tags = faulty()
    with imported(tmp_path, [*texts, texts[2], "without a tag"], [*tags, "", ""]) as workspace:
        found = check_known_tags(SILENT, workspace, base_model())
        [contradiction] = found.contradictions
        assert (contradiction.rows, contradiction.tags) == ((1, 241), (tags[1], tags[241]))
        assert (found.searched, found.tagged) == (242, 242)
        doubted = {doubt.row: doubt for doubt in found.doubts}
        assert len(doubted.keys() & {*WRONG}) >= 2
        assert doubted.keys() <= {*WRONG, 1, 241}, "no other record is doubted"
        row = next(iter(doubted))
        workspace.decisions.decide([row], doubted[row].likelier)
        again = check_known_tags(SILENT, workspace, base_model(), 100)
        assert row not in {doubt.row for doubt in again.doubts}, "a curator has decided it"
        assert (again.searched, again.tagged) == (100, 241)


def test_a_table_without_a_tag_column_has_no_findings(tmp_path: Path) -> None:
    with imported(tmp_path, ("one", "two"), None) as workspace:
        assert check_known_tags(SILENT, workspace, base_model()) == KnownTagFindings()


def test_a_column_of_titles_is_not_searched_for_wrong_tags(tmp_path: Path) -> None:
    texts = make(60, 3).texts
    with imported(tmp_path, texts, map(str.upper, texts)) as workspace:
        found = check_known_tags(SILENT, workspace, base_model())
        assert (found.searched, found.doubts, found.is_quick) == (0, (), False)

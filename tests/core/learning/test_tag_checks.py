"""Checks of a labelled table: balance, sampling, copies, leaks, tags that may be wrong."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.learning.tag_checks import (
    KnownTagFindings,
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


def test_planted_faults_of_a_labelled_table_are_found_with_their_rows() -> None:
    examples = make(240, 3, words=4)
    texts, tags = [*examples.texts], [*examples.tags]
    wrong = [10, 70, 130]
    for row in wrong:
        tags[row] = TAGS[(TAGS.index(tags[row]) + 1) % 3]
    texts += [texts[0], texts[1], "one of a kind", "without a tag"]
    tags += [tags[0], TAGS[(TAGS.index(tags[1]) + 1) % 3], "rare", ""]
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
    assert len(doubted & set(wrong)) >= 2
    assert doubted <= {*wrong, 1, 241}, "no other row is doubted"
    assert found.searched == 242
    assert json.loads(json.dumps(found.to_json()))["leaks"] == [21, 22], "counted from 1"


def test_rows_with_a_tag_from_one_source_only_are_found() -> None:
    examples = make(120, 4)
    source = np.repeat(["blog", "mail"], 60).tolist()
    tags = [tag if of == "blog" else "" for tag, of in zip(examples.tags, source, strict=True)]
    table = LabelledTable(examples.texts, tags, {"source": source})
    [share] = check_labelled(SILENT, table, base_model()).one_sided
    assert (share.value, share.inside, share.outside) == ("blog", 1.0, 0.0)


def test_a_single_tag_is_not_searched_for_wrong_tags() -> None:
    texts = [f"text {number}" for number in range(30)]
    found = check_labelled(SILENT, LabelledTable(texts, ["one"] * 30), base_model())
    assert (found.searched, found.doubts, found.dominant) == (0, (), ("one", 1.0))


def test_tags_that_differ_only_in_spelling_are_named_the_most_frequent_first() -> None:
    tags = ["Top-Up", "top_up", "top_up", "card", "Card.", "card", "topup", "Law / Trade", "Law/Trade", "/a"]
    texts = [f"text {number}" for number in range(len(tags))]
    found = check_labelled(SILENT, LabelledTable(texts, tags), base_model())
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
    texts = [f"text {number}" for number in range(len(tags))]
    found = check_labelled(SILENT, LabelledTable(texts, tags), base_model())
    assert {frozenset(pair) for pair in found.near_names} == {
        frozenset(pair)
        for pair in (("Rücksendung", "Ruecksendung"), ("Rechnung", "Rechnungen"), ("Préavis", "Preavis"))
    }


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
def test_a_misspelled_letter_of_a_long_word_makes_names_nearly_the_same(first, second, near) -> None:
    assert bool(near_names([first, "Other", second])) is near


def test_contradictions_and_wrong_tags_of_a_column_are_found(tmp_path: Path) -> None:
    examples = make(240, 3, words=4)
    texts, tags = [*examples.texts], [*examples.tags]
    wrong = [10, 70, 130]
    for row in wrong:
        tags[row] = TAGS[(TAGS.index(tags[row]) + 1) % 3]
    texts += [texts[0], texts[1], texts[2], "without a tag"]
    tags += [tags[0], TAGS[(TAGS.index(tags[1]) + 1) % 3], "", ""]
    source = tmp_path / "labelled.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "tag"), *zip(texts, tags, strict=True)])
    with Workspace.create(tmp_path / "labelled.mltag", "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, open_table(source), ColumnMapping(text=(0,), tag=1))
        found = check_known_tags(SILENT, workspace, base_model())
        [contradiction] = found.contradictions
        assert (contradiction.rows, contradiction.tags) == ((1, 241), (tags[1], tags[241]))
        assert (found.searched, found.tagged) == (242, 242)
        doubted = {doubt.row: doubt for doubt in found.doubts}
        assert len(doubted.keys() & set(wrong)) >= 2
        assert doubted.keys() <= {*wrong, 1, 241}, "no other record is doubted"
        row = next(iter(doubted))
        workspace.decisions.decide([row], doubted[row].likelier)
        again = check_known_tags(SILENT, workspace, base_model(), 100)
        assert row not in {doubt.row for doubt in again.doubts}, "a curator has decided it"
        assert (again.searched, again.tagged) == (100, 241)


def test_a_table_without_a_tag_column_has_no_findings(tmp_path: Path) -> None:
    source = tmp_path / "plain.csv"
    source.write_text("text\none\ntwo\n", encoding="utf-8")
    with Workspace.create(tmp_path / "plain.mltag", "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, open_table(source), ColumnMapping(text=(0,)))
        assert check_known_tags(SILENT, workspace, base_model()) == KnownTagFindings()


def test_a_column_of_titles_is_not_searched_for_wrong_tags(tmp_path: Path) -> None:
    texts = make(60, 3).texts
    source = tmp_path / "titles.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "title"), *((text, text.upper()) for text in texts)])
    with Workspace.create(tmp_path / "titles.mltag", "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, open_table(source), ColumnMapping(text=(0,), tag=1))
        found = check_known_tags(SILENT, workspace, base_model())
        assert (found.searched, found.doubts, found.is_quick) == (0, (), False)

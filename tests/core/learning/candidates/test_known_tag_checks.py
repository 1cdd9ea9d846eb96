"""Checks of the tags in a table's column."""

import csv
from pathlib import Path

from mltag_desktop.core.learning.candidates.known_tag_checks import KnownTagFindings, check_known_tags
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.opening import open_table
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, base_model, make


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
        workspace.table.import_table(SILENT, open_table(source), Mapping(text=(0,), tag=1))
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
        workspace.table.import_table(SILENT, open_table(source), Mapping(text=(0,)))
        assert check_known_tags(SILENT, workspace, base_model()) == KnownTagFindings()


def test_a_column_of_titles_is_not_searched_for_wrong_tags(tmp_path: Path) -> None:
    texts = make(60, 3).texts
    source = tmp_path / "titles.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "title"), *((text, text.upper()) for text in texts)])
    with Workspace.create(tmp_path / "titles.mltag", "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, open_table(source), Mapping(text=(0,), tag=1))
        found = check_known_tags(SILENT, workspace, base_model())
        assert (found.searched, found.doubts, found.is_quick) == (0, (), False)

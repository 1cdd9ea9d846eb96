"""`mltag check --labelled`, `mltag evaluate` and the window show the same figures about one table."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.learning.tag_checks import check_known_tags
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.known_tags import tagged_records
from mltag_desktop.core.workspace.import_findings import inspect
from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import read_rows, rows
from tests.core.helpers import TAGS, make

Rows = list[tuple[str, str]]


def faulty() -> Rows:
    """Return rows with copies, contradictions, wrong tags, a rare tag and rows without tag or text."""
    examples = make(240, 3, words=4)
    texts, tags = [*examples.texts], [*examples.tags]
    for row in (10, 70, 130):
        tags[row] = TAGS[(TAGS.index(tags[row]) + 1) % 3]
    texts += [texts[0], texts[1], f"{texts[2]} indeed", "one of a kind", "without a tag", ""]
    tags += [tags[0], TAGS[(TAGS.index(tags[1]) + 1) % 3], tags[2], "rare", "", tags[3]]
    return [*zip(texts, tags, strict=True)]


def sample() -> Rows:
    """Return the first sentences of the sample table, tagged by the bundled model."""
    texts = [row["description"] for row in read_rows(resource("sample.csv"))]
    found = bundled().predict(texts)
    return [(text, found.tags[tag]) for text, tag in zip(texts, found.best.tolist(), strict=True)]


TABLES = {
    "tidy": lambda: [(f"{title}. {text}", tag) for title, text, tag in rows(2)],
    "faulty": faulty,
    "sample": sample,
}


@pytest.mark.parametrize("name", TABLES)
def test_check_evaluate_and_the_window_agree_on_a_table(mltag: Any, tmp_path: Path, name: str) -> None:
    table, document = tmp_path / "table.csv", tmp_path / "table.mltag"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "tag"), *TABLES[name]()])
    checked = mltag.json("check", table, "--labelled", "tag")
    evaluated = mltag.json("evaluate", table, "--label", "tag")
    mltag("import", table, document, "--no-predict")
    with Workspace.open(document, "Ann") as workspace:
        found = inspect(SILENT, workspace, bundled())
        of_tags = check_known_tags(SILENT, workspace, bundled())
        tagged = tagged_records(SILENT, workspace)
        counts = Counter(tagged.names()) - Counter(
            tag for row, tag in zip(tagged.rows, tagged.names(), strict=True) if row in found.empty
        )
    assert checked["rows"] == found.total
    assert checked["rows"] - checked["without_tag"] == evaluated["rows"] == of_tags.tagged
    support = {tag: figures["support"] for tag, figures in evaluated["models"][0]["tags"].items()}
    assert checked["counts"] == {tag: count for tag, count in support.items() if count} == counts

    def from_one(groups: Any) -> set[tuple[int, ...]]:
        return {tuple(row + 1 for row in group) for group in groups}

    same = {tuple(group) for group in [*checked["duplicates"], *checked["contradictions"]]}
    assert same == from_one(found.duplicates)
    assert {tuple(group) for group in checked["contradictions"]} == from_one(
        contradiction.rows for contradiction in of_tags.contradictions
    )
    copies = {row for group in same for row in group[1:]}
    near = {tuple(row for row in group if row not in copies) for group in checked["near_duplicates"]}
    assert {group for group in near if len(group) > 1} == from_one(found.near)
    doubts = [(doubt.row + 1, doubt.decided, doubt.likelier) for doubt in of_tags.doubts]
    assert [(doubt["row"], doubt["decided"], doubt["likelier"]) for doubt in checked["doubts"]] == doubts
    assert checked["searched"] == of_tags.searched > 0
    rare = {share["tag"]: share["rows"] for share in checked["rare"]}
    assert rare == {tag: [row + 1 for row in its.tolist()] for tag, its in found.rare}

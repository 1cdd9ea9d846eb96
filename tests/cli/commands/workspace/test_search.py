"""`mltag search`: records by similarity, by condition, near-duplicates."""

import json
from pathlib import Path

import pytest

from mltag_desktop.core.model import encoder

ROWS = (
    "detecting ships in satellite images",
    "summaries of long reports",
    "deploying models with containers",
    "finding boats in pictures from orbit",
    "summaries of long reports.",
)


@pytest.fixture
def workspace(mltag, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(encoder, "is_installed", bool)
    table, path = tmp_path / "rows.csv", tmp_path / "rows.mltag"
    table.write_text("text\n" + "\n".join(ROWS) + "\n", encoding="utf-8")
    mltag("import", table, path, "--no-predict")
    return path


def test_the_most_similar_records_come_first(mltag, workspace: Path) -> None:
    done = mltag("search", workspace, "~boats in satellite pictures", "--limit", 2, "--json", "-")
    found = json.loads(done.out)
    assert {line["record"] for line in found["records"]} == {1, 4}
    assert found["records"][0]["similarity"] >= found["records"][1]["similarity"]
    assert (found["found"], found["by_encoder"]) == (5, False)
    assert "by word vectors" in done.err
    done = mltag("search", workspace, "~#2 reports")
    assert "similarity" in done.out
    assert done.out.splitlines()[1].startswith("2 ")


def test_near_duplicates_are_listed_and_exported(mltag, workspace: Path, tmp_path: Path) -> None:
    found = mltag.json("search", workspace, "is:near-duplicate")
    assert [line["record"] for line in found["records"]] == [2, 5]
    assert found["by_encoder"] is None
    out = tmp_path / "out.csv"
    mltag("export", workspace, out, "--search", "is:near-duplicate")
    assert len(out.read_text("utf-8").splitlines()) == 3


def test_what_cannot_be_sorted_or_found_says_why(mltag, workspace: Path, tmp_path: Path) -> None:
    for words, *arguments in (
        ("keeps the order", "export", workspace, tmp_path / "out.csv", "--search", "~boats"),
        ("cannot choose", "mark", workspace, "flag", "--search", "~boats"),
        ("no record 9", "search", workspace, "~#9"),
        ("A text is missing", "search", workspace, "~"),
    ):
        assert words in mltag.refused(*arguments).err


def test_a_tag_is_explained(mltag, workspace: Path, tmp_path: Path) -> None:
    tags = tmp_path / "tags.mltag"
    mltag("import", tmp_path / "rows.csv", tags)
    found = mltag.json("explain-tag", tags, "computer-vision")
    assert found["by_model"]
    assert {each["record"] for each in found["nearest"]} & {1, 4}
    assert "nearest records" in mltag("explain-tag", tags, "computer-vision").out
    assert "no tag sports" in mltag.refused("explain-tag", tags, "sports").err

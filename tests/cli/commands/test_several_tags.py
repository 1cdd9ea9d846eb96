"""Several tags per row on the command line: trained, evaluated, predicted, decided, imported and exported."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.helpers import read_rows, write_plain

WORDS = {"pets": "dog cat hamster", "food": "bread soup cheese", "music": "piano violin drum"}


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty rows, of which every third has two tags in its cell."""
    path, names = tmp_path_factory.mktemp("several") / "labelled.csv", [*WORDS]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text", "topics"])
        for number in range(60):
            first, second = names[number % 3], names[(number // 3 + number + 1) % 3]
            chosen = [first, second] if number % 4 == 0 and first != second else [first]
            words = [WORDS[name].split()[(number + shift) % 3] for name in chosen for shift in (0, 1)]
            writer.writerow([number, f"The {' and the '.join(words)}, number {number}", "; ".join(chosen)])
    return path


def test_train_evaluate_and_predict_several_tags(mltag, labelled: Path, tmp_path: Path) -> None:
    model = tmp_path / "model"
    assert "separated by “;”" in mltag("train", labelled, "--label", "topics", "-o", model).err
    report = mltag("evaluate", labelled, "--label", "topics", "--model", model, "--json", "-").out
    several = json.loads(report)["models"][0]["several"]
    assert several["micro_f1"] > 0.8
    assert {*several["tags"]} == {*WORDS}
    assert "Exact match" in mltag("evaluate", labelled, "--label", "topics", "--model", model).out
    mltag("predict", labelled, "--model", model, "-o", tmp_path / "out.csv")
    rows = read_rows(tmp_path / "out.csv")
    tags = [{row["predicted_tag"], *filter(None, row["additional_tags"].split("; "))} for row in rows]
    assert sum(tags[n] == {*row["topics"].split("; ")} for n, row in enumerate(rows)) > 45


@pytest.mark.parametrize(("between", "expected"), [(";", "{};{}"), (" | ", "{} | {}")])
def test_predicted_tags_are_listed_as_in_the_table(
    mltag, labelled: Path, tmp_path: Path, between: str, expected: str
) -> None:
    model, out, table = tmp_path / "model", tmp_path / "out.csv", tmp_path / "table.csv"
    rows = [f"{n},The {' and the '.join(WORDS[name].split()[n % 3] for name in WORDS)},{'; '.join(WORDS)}"
            for n in range(60, 90)]  # fmt: skip
    lines = [*labelled.read_text(encoding="utf-8").splitlines(), *rows]
    table.write_text("\n".join(lines).replace("; ", between), encoding="utf-8")
    mltag("train", table, "--label", "topics", "-o", model)
    mltag("predict", table, "--model", model, "-o", out)
    several = {row["additional_tags"] for row in read_rows(out)}
    pairs = {expected.format(one, other) for one in WORDS for other in WORDS}
    assert several - {"", *WORDS} <= pairs
    assert several & pairs


def test_cells_of_several_lines_are_read(mltag, labelled: Path, tmp_path: Path) -> None:
    model, out, table = tmp_path / "model", tmp_path / "out.csv", tmp_path / "table.csv"
    rows = [row | {"text": f"{row['text']},\nthen\rmore", "topics": row["topics"].replace("; ", ",\n")}
            for row in read_rows(labelled)]  # fmt: skip
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0]])
        writer.writeheader()
        writer.writerows(rows)
    assert mltag.json("check", table, "--labelled", "topics")["without_tag"] == 0
    assert {*mltag.json("train", table, "--label", "topics", "-o", model)["tags"]} == {*WORDS}
    assert mltag.json("import", table, tmp_path / "w.mltag", "--no-predict")["added"] == 60
    mltag("predict", table, "--model", model, "-o", out)
    assert len(read_rows(out)) == 60


def test_one_tag_per_cell_is_a_choice(mltag, labelled: Path, tmp_path: Path) -> None:
    assert (
        "pets; food"
        in mltag.json("train", labelled, "--label", "topics", "-o", tmp_path / "m", "--separator", "none")[
            "tags"
        ]
    )


def test_known_tags_decisions_and_the_mode_of_a_workspace(mltag, labelled: Path, tmp_path: Path) -> None:
    document, out = tmp_path / "w.mltag", tmp_path / "out.csv"
    mltag("import", labelled, document, "--label", "topics", "--known-tags", "--no-predict")
    shown = mltag("tags", document, "--json", "-")
    assert "3 tags, several per record" in shown.err
    assert {tag["name"] for tag in json.loads(shown.out)} == {*WORDS}
    mltag("decide", document, "--record", 2, "--tag", "food", "--also", "music")
    mltag("decide", document, "--record", 3, "--also", "pets")
    mltag("decide", document, "--record", 3, "--also", "nothing", code=1)
    mltag("export", document, out)
    topics = [row["topics"] for row in read_rows(out)]
    assert topics[1:3] == ["food;music", "music;pets"]
    assert "one per record" in mltag("tags", document, "--single").err
    mltag("decide", document, "--record", 4, "--also", "food", code=1)
    assert "Allow one tag per record" in mltag("undo", document).out
    mltag("decide", document, "--record", 3, "--not-also", "pets")
    wishes = tmp_path / "wishes.csv"
    wishes.write_text("record,tag,additional_tags\n5,pets,food; music\n6,pets,nothing\n", encoding="utf-8")
    done = mltag.json("decide", document, "--from", wishes, code=1)
    assert done["applied"] == 1
    assert done["conflicts"][0]["reason"] == "the workspace has no tag “nothing”"


def test_records_for_a_later_tag_are_listed(mltag, labelled: Path, tmp_path: Path) -> None:
    document = tmp_path / "w.mltag"
    mltag("import", labelled, document, "--label", "topics", "--known-tags", "--no-predict")
    mltag("tags", document, "--add", "cheese")
    found = mltag.json("tags", document, "--find", "cheese")
    assert all("cheese" in each["text"] for each in found[:5])
    assert found[0]["record"] >= 1
    mltag("tags", document, "--find", "nothing", code=1)


def test_the_mode_and_a_new_tag_are_one_step(mltag, tmp_path: Path) -> None:
    document = tmp_path / "w.mltag"
    mltag("import", write_plain(tmp_path / "in.csv"), document, "--no-predict")
    mltag("tags", document, "--several", "--add", "biology")
    assert len(mltag.json("journal", document)) == 1
    mltag("undo", document)
    assert "biology" not in [tag["name"] for tag in mltag.json("tags", document)]
    assert "one per record" in mltag("tags", document).err

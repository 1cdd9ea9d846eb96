"""`mltag evaluate`, `compare`, `simulate` and `explain`: their JSON and their printed output."""

import csv
import json
import re
from pathlib import Path

import pytest

from mltag_desktop.core.model.bundle import bundled
from tests.cli.helpers import write_labelled, write_plain
from tests.core.learning.library_messages import MESSAGES


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_labelled(tmp_path / "in.csv", 2)


def test_evaluate_writes_its_json_keys(mltag, table: Path, tmp_path: Path) -> None:
    out, page = tmp_path / "report.json", tmp_path / "report.html"
    done = mltag("evaluate", table, "--label", "tag", "--slice", "origin", "--json", out, "--html", page)
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["rows"] == 144
    assert found["paired"] is None
    (model,) = found["models"]
    assert model["version"] == bundled().version
    figures = {"accuracy", "precision", "recall", "f1", "macro_f1", "ece", "intervals"}
    assert figures | {"tags", "slices", "tag_order", "confusion"} <= model.keys()
    assert all({"precision", "recall", "f1", "support"} <= tag.keys() for tag in model["tags"].values())
    assert {"short_text", "origin=blog", "origin=paper"} <= model["slices"].keys()
    assert all({"rows", "f1"} <= one.keys() for one in model["slices"].values())
    assert sum(map(sum, model["confusion"])) == 144
    assert len(model["confusion"]) == len(model["tag_order"])
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "F1" in done.out


def test_only_the_html_page_goes_to_stdout(
    mltag, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = mltag("evaluate", table, "--label", "tag", "--html", "-")
    assert done.out.startswith("<!doctype html>")
    assert done.out.endswith("</html>\n")
    assert not Path("-").exists()
    mltag("evaluate", table, "--label", "tag", "--html", "-", "--json", "-", code=2)


def test_several_models_are_evaluated_on_the_same_rows(mltag, table: Path, tmp_path: Path) -> None:
    mltag("train", table, "--label", "tag", "-o", tmp_path / "m")
    found = mltag.json("evaluate", table, "--label", "tag", "--model", "rules", "--model", tmp_path / "m")
    assert len(found["models"]) == 2
    assert {"better", "worse", "probability_better"} <= found["paired"].keys()


def test_own_tags_have_a_rules_and_a_majority_column(mltag, tmp_path: Path) -> None:
    table, tags = tmp_path / "in.csv", tmp_path / "tags.csv"
    table.write_text(
        "text,kind\nmoney back,refund\ngive it back,refund\nwhere is my card,card arrival\n", "utf-8"
    )
    tags.write_text("tag,keywords\nrefund,back\ncard arrival,card\n", "utf-8")
    done = mltag(
        "evaluate", table, "--label", "kind", "--model", "rules", "--tags", tags, "--json", tmp_path / "r"
    )
    found = json.loads((tmp_path / "r").read_text("utf-8"))
    assert (found["models"][0]["accuracy"], found["baselines"][0]["accuracy"]) == (1.0, pytest.approx(2 / 3))
    assert "rules compared with Majority" in done.out
    assert "rules-" not in done.out
    mltag("evaluate", table, "--label", "kind", "--json", tmp_path / "r2")
    found = json.loads((tmp_path / "r2").read_text("utf-8"))
    assert [model["role"] for model in found["baselines"]] == ["majority", "rules"]
    assert found["baselines"][1]["f1"] > 0.6


def test_evaluate_user_errors(mltag, table: Path, tmp_path: Path) -> None:
    for arguments in (
        (table, "--label", "nope"),
        (table, "--label", "tag", "--slice", "nope"),
        (table, "--label", "tag", "--model", tmp_path / "nope"),
        (write_plain(tmp_path / "plain.csv"), "--label", "tag"),
    ):
        mltag.refused("evaluate", *arguments)


def test_a_labelled_table_is_checked(mltag, table: Path, tmp_path: Path) -> None:
    done = mltag("check", table, "--labelled", "tag", "--holdout", table, "--json", tmp_path / "found")
    found = json.loads((tmp_path / "found").read_text("utf-8"))
    assert len(found["leaks"]) == sum(found["counts"].values())
    assert "may be wrong" in done.out
    assert "rows 1, 2, 3" in done.out
    mltag("check", table, "--labelled", "nope", code=1)
    mltag("check", table, "--holdout", table, code=2)
    mltag("check", table, "--labelled", "tag", "--rows", code=2)


def test_many_rare_tags_are_summed_up_and_rows_are_numbers_of_records(mltag, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    rows = [f"koně{number} hříbě{number} číslo{number} kráva{number};tag{number}" for number in range(40)]
    table.write_bytes("\n".join(["text;topic", *rows, rows[-1], ";tag0", ""]).encode("iso8859-2"))
    done = mltag("check", table, "--labelled", "topic", "--encoding", "latin2", "--json", tmp_path / "found")
    assert "42 rows, 1 without a tag or text, 40 tags" in done.out
    assert "30 more tags with few rows" in done.out
    assert len(done.out.splitlines()) < 20
    assert "No tag was checked: at least two tags need 5 rows each" in done.out
    assert "nearly" not in done.out, "equal texts are listed once"
    found = json.loads((tmp_path / "found").read_text("utf-8"))
    assert found["duplicates"] == [[40, 41]]
    mltag("check", table, "--labelled", "topic", "--encoding", "utf-9", code=1)


def test_compare(mltag, table: Path) -> None:
    found = mltag.json(
        "compare",
        table,
        "--label",
        "tag",
        "--recipe",
        "hybrid",
        "--recipe",
        "rules",
        "--folds",
        3,
        "--repeats",
        1,
    )
    assert [recipe["name"] for recipe in found["recipes"]] == ["hybrid", "rules"]
    assert all({"name", "f1", "accuracy", "seconds", "bytes"} <= recipe.keys() for recipe in found["recipes"])
    done = mltag.refused("compare", table, "--label", "tag", "--recipe", "nope")
    assert "bayes, rules, majority, auto, fast-twin" in done.err
    mltag("compare", table, "--label", "tag", "--folds", 1, code=2)


def test_tags_that_differ_only_in_spelling_are_named(mltag, tmp_path: Path) -> None:
    table = tmp_path / "in.csv"
    rows = ["money back,refund", "give it back,Refund", "where is it,card", "not here,cards"]
    table.write_text("\n".join(["text,kind", *rows]), "utf-8")
    done = mltag("evaluate", table, "--label", "kind", "--model", "rules")
    assert "Tags that differ only in spelling are different tags here: Refund and refund" in done.err
    done = mltag("check", table, "--labelled", "kind")
    assert "refund (1) and Refund (1) differ only in spelling, and are different tags in training" in done.out
    assert "card (1) and cards (1) are nearly the same; if they are one tag, give both one name" in done.out


def test_a_column_of_different_values_is_no_column_of_tags(mltag, table: Path) -> None:
    done = mltag("compare", table, "--label", "id", "--recipe", "bayes", "--folds", 2, code=1)
    assert "different tags: check that --label names the column of the tags" in done.err
    assert "Each tag has only one distinct text" in done.err


def test_simulate(mltag, table: Path) -> None:
    found = mltag.json("simulate", table, "--label", "tag", "--budget", 20, "--batch", 10, "--seeds", 1)
    assert found["order"] == "margin"
    assert [point["labels"] for point in found["curve"]] == [0, 10, 20]
    assert all({"labels", "accuracy", "f1", "base_holdout_f1"} <= point.keys() for point in found["curve"])
    assert "seeds" in found
    mltag("simulate", table, "--label", "tag", "--order", "nope", "-q", code=1)
    done = mltag("simulate", table, "--label", "tag", "--base", "none", "--undecided", 10, "--seeds", 1)
    assert "10 rows to ask about, so the simulation ended before 200 answers" in done.err
    assert "base holdout" not in done.out  # nothing was measured there


def test_simulate_from_names(mltag, tmp_path: Path) -> None:
    table, told = tmp_path / "messages.csv", tmp_path / "tags.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "topic"), *MESSAGES])
    told.write_text("tag,description\nlost_book,A book that was borrowed is lost or damaged.\n")
    run = ("simulate", table, "--label", "topic", "--names", "--budget", 10, "--batch", 5, "--seeds", 1)
    found = mltag.json(*run, "--base", "none", "--descriptions", told)
    assert [point["labels"] for point in found["curve"]] == [0, 5, 10]
    assert found["order"] == "coverage"
    assert found["curve"][0]["accuracy"] > 0.5
    told.write_text("lost book\n")
    done = mltag(*run, "--base", "none", "--descriptions", told)
    assert "No row has the tag “lost book”" in done.err
    assert "calibration error" in done.out
    mltag(*run, code=1)
    mltag("simulate", table, "--label", "topic", "--descriptions", told, code=1)


def test_explain_adds_up(mltag) -> None:
    text = "Segmenting streets — with a CNN"
    found = mltag.json("explain", text)
    assert {"tag", "confidence", "probabilities", "score", "bias", "pieces"} <= found.keys()
    assert found["bias"] + sum(piece["weight"] for piece in found["pieces"]) == pytest.approx(
        found["score"], abs=1e-6
    )
    assert all(text[piece["start"] : piece["end"]] == piece["text"] for piece in found["pieces"])
    other = mltag.json("explain", text, "--tag", "mlops")
    assert other["tag"] == "mlops"


@pytest.mark.parametrize("text", ["", "   ", "12345", "🙂🙂", "Ωμέγα και άλφα", "a" * 200_000])
def test_explain_takes_any_text(mltag, text: str) -> None:
    mltag("explain", text)


def test_explain_reads_stdin_and_prints_words(mltag_process) -> None:
    done = mltag_process("explain", "-", stdin=b"translating sentences [with] care")
    assert "natural-language-processing" in done.out.splitlines()[0]
    assert "score" in done.out


def test_explain_an_unknown_tag(mltag) -> None:
    assert "mlops" in mltag.refused("explain", "text", "--tag", "nope").err


def test_json_files_are_not_replaced_without_force(mltag, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("precious")
    mltag("explain", "text", "--json", out, code=1)
    assert out.read_text() == "precious"
    mltag("explain", "text", "--json", out, "--force")
    assert json.loads(out.read_text(encoding="utf-8"))["tag"]


def test_rows_that_the_model_was_trained_on_are_reported_apart(mltag, tmp_path: Path) -> None:
    table = write_labelled(tmp_path / "labelled.csv")
    mltag("train", table, "--label", "tag", "-o", tmp_path / "model")
    lines = table.read_text(encoding="utf-8").splitlines()
    near = [lines[1].replace(",segmenting", ",Segmenting", 1).replace(".", " !")]
    new = ["901,Pruning a network for phones,We cut weights and measured latency.,mlops,blog"]
    mixed = tmp_path / "mixed.csv"
    mixed.write_text("\n".join([*lines[:5], *near, *new]) + "\n", encoding="utf-8")
    asked = ("--label", "tag", "--model", tmp_path / "model", "--json", "-")
    found = json.loads(mltag("evaluate", mixed, *asked).out)
    assert [check["kind"] for check in found["checks"]] == ["leaks"]
    assert "trained on 5 of 6 rows" in found["checks"][0]["words"]
    assert [(other["name"], other["rows"]) for other in found["others"]] == [("rows never trained on", 1)]
    only = json.loads(mltag("evaluate", table, *asked).out)
    assert "all 72 rows" in only["checks"][0]["words"]
    assert not only["others"]
    assert "Warning: A model was trained on 5 of 6 rows" in mltag("evaluate", mixed, *asked[:-2]).out
    bundled = mltag.json("evaluate", mixed, "--label", "tag")
    assert not bundled["checks"]


def test_a_slice_without_rows_has_no_f1(mltag, tmp_path: Path) -> None:
    long = "a text about one of the topics with more than enough words to be no short text at all " * 3
    table = tmp_path / "long.csv"
    rows = [f"{long}{number},{('mlops', 'other')[number % 2]}\n" for number in range(6)]
    table.write_text("text,tag\n" + "".join(rows), "utf-8")
    lines = mltag("evaluate", table, "--label", "tag").out.splitlines()
    empty = next(line for line in lines if line.startswith("Short texts"))
    assert set(empty.split()[6:]) == {"0", "–"}


def test_f1_by_tag_has_intervals_where_these_fit_in_80_columns(mltag, table: Path, tmp_path: Path) -> None:
    def tag_rows(*more: str | Path) -> list[str]:
        lines = mltag("evaluate", table, "--label", "tag", *more).out.splitlines()
        start = next(at for at, line in enumerate(lines) if line.startswith("Tag "))
        return lines[start : start + 5]

    one = tag_rows()
    assert max(map(len, one)) <= 80
    assert all(
        re.fullmatch(r".* \d\.\d{3} +\d\.\d{3} +\d\.\d{3} \(\d\.\d{3}–\d\.\d{3}\)", row) for row in one[1:]
    )
    mltag("train", table, "--label", "tag", "-o", tmp_path / "m")
    assert not any("–" in row for row in tag_rows("--model", "bundled", "--model", tmp_path / "m"))

"""`mltag library`, and names of the library in other commands."""

import csv
from pathlib import Path
from typing import Any

import pytest

from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.model_library import default_library
from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import read_rows, rows, write_labelled, write_plain


def listed(mltag) -> list[dict[str, Any]]:
    return mltag.json("library")


@pytest.fixture
def trained(mltag, tmp_path: Path) -> str:
    """Train a model of two own tags and return its name in the library."""
    table = tmp_path / "pets.csv"
    with table.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("words", "kind"))
        for number in range(40):
            kind = ("cat", "dog")[number % 2]
            writer.writerow((f"{('a purring kitten', 'a barking puppy')[number % 2]} number {number}", kind))
    mltag("train", table, "--label", "kind", "--save", "pets")
    return "pets"


def test_an_empty_library_says_how_to_add_a_model(mltag) -> None:
    done = mltag("library")
    assert "mltag library add" in done.out
    assert listed(mltag) == []


def test_a_trained_model_is_saved_and_listed(mltag, trained: str) -> None:
    (found,) = listed(mltag)
    assert (found["name"], found["tags"]) == ("pets", ["cat", "dog"])
    assert found["trained_on"] == "pets.csv: 40 rows"
    assert found["f1"] > 0.9
    assert load_bundle(Path(found["folder"])).version == found["version"]
    assert mltag.json("library", "list") == [found]
    assert mltag.json("library", "show", "PETS") == found
    assert "pets" in mltag("library").out
    assert "cat, dog" in mltag("library", "show", "pets").out


def test_a_taken_name_is_refused_before_the_training(mltag, trained: str, tmp_path: Path) -> None:
    table = write_labelled(tmp_path / "in.csv")
    done = mltag("train", table, "--label", "tag", "--save", "Pets", code=1)
    assert "already contains a model “pets”" in done.err
    mltag("train", table, "--label", "tag", code=2)


def test_a_model_travels_in_a_file(mltag, trained: str, tmp_path: Path) -> None:
    mltag("library", "export", "pets", tmp_path / "p")
    file = tmp_path / "p.mltagmodel"
    mltag("library", "export", "pets", file, code=1)  # exists
    mltag("library", "export", "pets", file, "--force")
    (before,) = listed(mltag)
    assert "already in the library, as pets" in mltag("library", "import", file, "--name", "x").out
    mltag("library", "remove", "pets")
    assert listed(mltag) == []
    mltag("library", "import", file)
    (after,) = listed(mltag)
    assert {**before, "folder": ""} == {**after, "folder": ""}
    mltag("library", "rename", "pets", "animals")
    assert [model["name"] for model in listed(mltag)] == ["animals"]
    mltag("library", "show", "pets", code=1)
    file.write_bytes(file.read_bytes()[:-100])
    mltag.refused("library", "import", file)


def test_a_damaged_model_can_be_removed(mltag, trained: str) -> None:
    (default_library().find("pets").bundle / "manifest.json").write_text("{")
    assert listed(mltag)[0]["damage"]
    mltag("library", "show", "pets", code=1)
    mltag("library", "remove", "pets")
    assert listed(mltag) == []


def test_every_model_option_takes_a_name(mltag, trained: str, tmp_path: Path) -> None:
    table = tmp_path / "pets.csv"
    done = mltag("predict", table, "--model", "pets", "-o", tmp_path / "out.csv", "--workers", 2)
    assert all(row["predicted_tag"] == row["kind"] for row in read_rows(tmp_path / "out.csv"))
    mltag("library", "export", "pets", tmp_path / "p.mltagmodel")
    mltag("explain", "a barking puppy", "--model", tmp_path / "p.mltagmodel")
    mltag("evaluate", table, "--label", "kind", "--model", "pets", "--model", "rules")
    mltag("drift", table, "--model", "pets")
    mltag("train", table, "--label", "kind", "--base", "pets", "--save", "more")
    for command in (("explain", "x"), ("drift", table), ("serve",)):
        done = mltag(*command, "--model", "cats", code=1)
        assert "contains no model “cats”" in done.err
        assert "pets" in done.err


def test_a_table_is_imported_with_a_model(mltag, trained: str, tmp_path: Path) -> None:
    table = tmp_path / "new.csv"
    table.write_text("words\nthe puppy barks\na kitten purrs\n")
    document = tmp_path / "new.mltag"
    mltag("import", table, document, "--model", "pets")
    with Workspace.open(document, "test") as opened:
        assert [tag.name for tag in opened.tag_set.tags] == ["cat", "dog"]
        states = opened.states()
        assert [states.tag_names[code] for code in states.predicted] == ["dog", "cat"]
        assert not states.stale.any()
        assert opened.models.base == bundled().version
    assert listed(mltag)[0]["last_table"] == "new.csv"
    mltag("rollback", document)
    mltag("import", table, document, "--model", "pets")  # the same model again


def test_a_model_file_is_imported_with_a_table(mltag, trained: str, tmp_path: Path) -> None:
    mltag("library", "export", "pets", tmp_path / "p.mltagmodel")
    mltag("library", "remove", "pets")
    table = tmp_path / "new.csv"
    table.write_text("words\nthe puppy barks\n")
    mltag("import", table, tmp_path / "n.mltag", "--model", tmp_path / "p.mltagmodel")
    assert [model["name"] for model in listed(mltag)] == ["pets"]


def test_decisions_stay_when_a_model_of_the_library_replaces_another(mltag, trained: str, tmp_path) -> None:
    document = tmp_path / "table.mltag"
    table = write_plain(tmp_path / "table.csv")
    mltag("import", table, document)
    mltag("decide", document, "--record", 1, "--tag", "mlops")
    mltag("import", table, document, "--model", "pets")
    with Workspace.open(document, "test") as opened:
        names = [tag.name for tag in opened.tag_set.tags]
        assert names == [*bundled().tags, "cat", "dog"]
        states = opened.states()
        assert states.tag_names[states.decided[0]] == "mlops"
    mltag("rollback", document)


def test_a_model_of_a_workspace_is_saved(mltag, tmp_path: Path) -> None:
    document = tmp_path / "table.mltag"
    mltag("import", write_plain(tmp_path / "table.csv"), document)
    done = mltag("library", "add", document, "first", code=1)
    assert "bundled with the program" in done.err
    for record, (_, _, tag) in enumerate(rows()[:24], 1):
        mltag("decide", document, "--record", record, "--tag", tag)
    made = mltag.json("retrain", document, "--save", "first")
    (found,) = listed(mltag)
    assert (found["name"], found["version"]) == ("first", made["version"])
    assert found["trained_on"] == f"table.csv: {made['trained_on']}"
    assert found["f1"] == made["f1"]
    low, high = found["f1_interval"]
    assert low <= found["f1"] <= high
    assert found["last_table"] == "table.csv"
    done = mltag("library", "add", document, "second", "--version", made["version"])
    assert "already in the library, as first" in done.out
    mltag("library", "add", document, "x", "--version", "none", code=1)
    mltag("library", "add", tmp_path / "table.csv", "x", code=1)

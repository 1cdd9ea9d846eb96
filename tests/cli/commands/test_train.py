"""`mltag train`: the bundle, its JSON, reproducibility, holdout and base; bad tables."""

import errno
import json
import os
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.model_names import install
from tests.cli.helpers import TAGS, write_labelled, write_plain


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_json_describes_the_training(mltag, tmp_path: Path) -> None:
    table, gold = write_labelled(tmp_path / "in.csv", 3), tmp_path / "gold.csv"
    gold.write_text(
        "title,description,tag\nsubtitles,for spoken sentences,natural-language-processing\n"
        "rollout,of a model to production,mlops\nsegmenting images of streets,What we learned,other\n"
    )
    mltag("train", table, "--label", "tag", "--holdout", gold, "-o", tmp_path / "m", "--json", tmp_path / "j")
    found = json.loads((tmp_path / "j").read_text(encoding="utf-8"))
    assert {"tags", "rows", "seconds", "cross_validation", "holdout"} <= found.keys()
    assert tuple(found["tags"]) == TAGS
    assert found["cross_validation"].keys() == {"f1", "accuracy"}
    assert {"accuracy", "precision", "recall", "f1", "macro_f1", "ece", "intervals", "tags"} <= found[
        "holdout"
    ].keys()
    assert found["holdout"]["rows"] == 3
    model = load_bundle(tmp_path / "m")
    assert model.version == found["version"]
    assert model.holdout is not None


def test_the_same_table_and_seed_give_the_same_bytes(mltag, tmp_path: Path) -> None:
    table = write_labelled(tmp_path / "in.csv")
    for name in ("a", "b"):
        mltag("train", table, "--label", "tag", "--seed", 3, "-o", tmp_path / name)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_holdout_rows_are_never_trained_on(mltag, tmp_path: Path) -> None:
    table = write_labelled(tmp_path / "in.csv")
    head, *lines = table.read_text().splitlines(keepends=True)
    gold = tmp_path / "gold.csv"
    gold.write_text(head + "".join(lines[:6]))
    done = mltag("train", table, "--label", "tag", "--holdout", gold, "-o", tmp_path / "m", "--json", "-")
    found = json.loads(done.out)
    assert found["left_out"] >= 6
    assert found["rows"] == 72 - found["left_out"]
    assert "excluded" in done.err
    done = mltag.refused("train", table, "--label", "tag", "--holdout", table, "-o", tmp_path / "n")


def test_a_base_contributes_its_rows_and_its_holdout(mltag, tmp_path: Path) -> None:
    table, extra = write_labelled(tmp_path / "in.csv"), tmp_path / "extra.csv"
    mltag("train", table, "--label", "tag", "-o", tmp_path / "base")
    extra.write_text("text,tag\nbaking bread,cooking\nsourdough at home,cooking\n")
    found = mltag.json("train", extra, "--label", "tag", "--base", tmp_path / "base", "-o", tmp_path / "m")
    assert found["rows"] == 74
    assert found["tags"] == [*TAGS, "cooking"]
    assert found["holdout"] is None


@pytest.mark.parametrize("name", ["svm", "logistic", "bayes", "vectors"])
def test_recipes(mltag, tmp_path: Path, name: str) -> None:
    table = write_labelled(tmp_path / "in.csv")
    mltag("train", table, "--label", "tag", "--recipe", name, "-o", tmp_path / "m")
    assert load_bundle(tmp_path / "m").manifest.recipe.name == name


def test_user_errors_print_two_lines_and_leave_no_file(mltag, tmp_path: Path) -> None:
    table, plain = write_labelled(tmp_path / "in.csv"), write_plain(tmp_path / "plain.csv")
    one = tmp_path / "one.csv"
    one.write_text("text,tag\nsome words,a\nmore words,a\n")
    blank = tmp_path / "blank.csv"
    blank.write_text("text,tag\nsome words,\nmore words,\n")
    out = tmp_path / "m"
    for arguments in (
        (plain, "--label", "tag"),
        (one, "--label", "tag"),
        (blank, "--label", "tag"),
        (table, "--label", "tag", "--recipe", "nope"),
        (table, "--label", "tag", "--base", tmp_path / "nope"),
        (table, "--label", "tag", "--holdout", tmp_path / "nope.csv"),
        (tmp_path / "nope.csv", "--label", "tag"),
    ):
        mltag.refused("train", *arguments, "-o", out, "-q")
        assert not out.exists()
    assert not list(tmp_path.glob(".m.*"))


def test_force_replaces_a_model_and_nothing_else(mltag, tmp_path: Path) -> None:
    table, out = write_labelled(tmp_path / "in.csv"), tmp_path / "m"
    mltag("train", table, "--label", "tag", "-o", out)
    mltag("train", table, "--label", "tag", "-o", out, code=1)
    mltag("train", table, "--label", "tag", "--recipe", "svm", "-o", out, "--force")
    assert load_bundle(out).manifest.recipe.name == "svm"
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "summer.jpg").write_bytes(b"jpg")
    mltag.refused("train", table, "--label", "tag", "-o", photos, "--force")
    assert (photos / "summer.jpg").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "m", "photos"]


def test_a_missing_label_is_a_usage_error(mltag, tmp_path: Path) -> None:
    mltag("train", write_labelled(tmp_path / "in.csv"), "-o", tmp_path / "m", code=2)


def test_a_failed_installation_keeps_the_old_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model, out, rename = bundled(), tmp_path / "m", Path.replace
    install(model, out)
    before = contents(out)

    def refuses_the_new_one(path: Path, target: Path) -> Path:
        """Fail as Windows does while a virus scanner has the folder open."""
        if path.name == "new":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", refuses_the_new_one)
    with pytest.raises(MltagError):
        install(model, out)
    assert contents(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["m"]

"""`mltag guideline`: the guideline of a workspace as one file, and its behaviour tests."""

import json
from pathlib import Path

from mltag_desktop.core.workspace.workspace import Workspace


def test_a_guideline_goes_from_one_workspace_to_another(mltag, tmp_path: Path) -> None:
    one, two, file = tmp_path / "one.mltag", tmp_path / "two.mltag", tmp_path / "guideline.toml"
    for path in (one, two):
        Workspace.create(path, "ann", ["mlops", "other"]).close()
    (tmp_path / "tags.csv").write_text("tag,keywords\nmlops,deploy; serve\n", "utf-8")
    mltag(
        "guideline", one, "--from", tmp_path / "tags.csv", "--must", "mlops=Serve a model behind a REST API",
        "--must-not", "mlops=A poem", "--out", file,
    )  # fmt: skip
    found = mltag.json("guideline", two, "--from", file)
    assert found["tags"][0]["keywords"] == ["deploy", "serve"]
    assert [(test["tag"], test["forbidden"]) for test in found["tests"]] == [
        ("mlops", False),
        ("mlops", True),
    ]
    mltag("guideline", two, "--remove-test", "A poem")
    assert "A poem" not in mltag("guideline", two).out
    mltag("guideline", two, "--remove-test", "A poem", code=1)
    mltag("guideline", two, "--must", "nonsense=text", code=1)
    mltag("guideline", two, "--must", "no text", code=1)


def test_the_tests_run_with_the_active_model(mltag, tmp_path: Path) -> None:
    path = tmp_path / "one.mltag"
    Workspace.create(
        path, "ann", ["computer-vision", "mlops", "natural-language-processing", "other"]
    ).close()
    done = mltag("guideline", path, "--run", code=None)
    assert done.code == 0, "the bundled model fails only tests that may fail"
    assert "others may fail" in done.out
    assert "May fail: No labelled text is about contracts or law." in done.out
    wrong = "mltag", "mlops=Detect objects in street photos"
    mltag("guideline", path, "--must", wrong[1])
    mltag("guideline", path, "--run", "--json", tmp_path / "result", code=1)
    result = json.loads((tmp_path / "result").read_text("utf-8"))["result"]
    assert result["failed"][-1]["text"] == "Detect objects in street photos"
    assert result["total"] > 1, "the bundled tests run, too"

"""`mltag predict` in several processes, with a cache, and again after a kill."""

import contextlib
import json
import subprocess
from pathlib import Path

import pytest

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.prediction_cache import PredictionCache
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from tests.cli.helpers import write_labelled, write_plain


def read(path: Path) -> dict[str, int]:
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_cached_run_gives_the_same_output(mltag, tmp_path: Path) -> None:
    table, cache = write_plain(tmp_path / "in.csv", 10), tmp_path / "cache.sqlite"
    outs = [tmp_path / f"{number}.csv" for number in range(3)]
    told = [tmp_path / f"{number}.json" for number in range(3)]
    mltag("predict", table, "-o", outs[0], "--json", told[0], "--probabilities")
    for out, json_file in zip(outs[1:], told[1:], strict=True):
        mltag("predict", table, "-o", out, "--cache", cache, "--json", json_file, "--probabilities")
    assert outs[0].read_bytes() == outs[1].read_bytes() == outs[2].read_bytes()
    assert (read(told[0])["hits"], read(told[2])["hits"]) == (0, 720)
    assert read(told[2])["model_version"] == bundled().version


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("is_open", [False, True])
def test_a_full_disk_of_the_cache_costs_no_prediction(
    mltag_process, tmp_path: Path, small_disk: Path, workers: int, is_open: bool
) -> None:
    table, cache, ballast = write_plain(tmp_path / "in.csv"), small_disk / "cache", small_disk / "ballast"
    plain, out = tmp_path / "plain.csv", tmp_path / "out.csv"
    mltag_process("predict", table, "-o", plain)
    with PredictionCache.open(cache) if is_open else contextlib.nullcontext():
        subprocess.run(["dd", "if=/dev/zero", f"of={ballast}"], capture_output=True, check=False)
        asked = ("predict", table, "-o", out, "--cache", cache, "--workers", workers)
        told = mltag_process(*asked)
    assert told.err.count(str(cache)) == 1
    wanted = "could not be written: database or disk is full" if is_open else "Rows are predicted without it."
    assert wanted in told.err
    assert out.read_bytes() == plain.read_bytes()
    ballast.unlink()
    assert "0 rows from the cache" in mltag_process(*asked, "--force").err
    assert "72 rows from the cache" in mltag_process(*asked, "--force").err


def test_predictions_of_an_old_model_are_not_used(mltag, tmp_path: Path) -> None:
    table, cache = write_plain(tmp_path / "in.csv"), tmp_path / "cache.sqlite"
    mltag("train", write_labelled(tmp_path / "labelled.csv"), "--label", "tag", "-o", tmp_path / "model")
    mltag("predict", table, "-o", tmp_path / "old.csv", "--cache", cache)
    mltag("predict", table, "-o", tmp_path / "plain.csv", "--model", tmp_path / "model")
    asked = ["predict", table, "--model", tmp_path / "model", "--cache", cache]
    mltag(*asked, "-o", tmp_path / "fresh.csv")
    assert (tmp_path / "fresh.csv").read_bytes() == (tmp_path / "plain.csv").read_bytes()


def test_decisions_of_a_workspace_override_cached_predictions(mltag, tmp_path: Path) -> None:
    """Until they are undone; also for another model and with other whitespace."""
    table, cache, workspace = tmp_path / "in.csv", tmp_path / "cache.sqlite", tmp_path / "w.mltag"
    table.write_text("text\ntranslating sentences\nsegmenting images of streets\n")
    spaced = tmp_path / "spaced.csv"
    spaced.write_text("text\ntranslating  sentences\n")
    asked = ("predict", table, "--cache", cache, "--probabilities", "--needs-review", "-q")
    before = mltag(*asked).out
    mltag("import", table, workspace)
    mltag("decide", workspace, "--record", "1", "--tag", "other")
    told = tmp_path / "told.json"
    back: list[object] = ["review", workspace, "--cache", cache, "--json", told, "--force", "--state"]
    assert mltag(*back, tmp_path / "no-service", code=None).code == 1, "the named service must exist"
    with FeedbackStore(tmp_path / "service"):
        pass
    back.append(tmp_path / "service")
    mltag(*back)
    assert (read(told)["cache_decided"], read(told)["cache_withdrawn"]) == (1, 0)
    found = mltag(*asked).out.splitlines()
    assert found[1].startswith("translating sentences,other,1,decision,")
    assert found[1].endswith(",false")
    assert found[2] == before.splitlines()[2]
    for more in ([spaced], [spaced, "--model", "rules"]):
        assert ",other,1,decision" in mltag("predict", *more, "--cache", cache).out
    mltag("undo", workspace)
    mltag(*back)
    assert (read(told)["cache_decided"], read(told)["cache_withdrawn"]) == (0, 1)
    assert mltag(*asked).out == before


@pytest.mark.parametrize("bad", ["cache", "workers"])
def test_invalid_options_are_errors(mltag, tmp_path: Path, bad: str) -> None:
    table = write_plain(tmp_path / "in.csv")
    more = ("--cache", write_labelled(tmp_path / "no-cache")) if bad == "cache" else ("--workers", 0)
    done = mltag("predict", table, *more, code=None)
    assert done.code == (2 if bad == "workers" else 1)
    assert done.out == ""


def test_predict_with_two_processes(mltag_process, tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv", 30)
    alone = mltag_process("predict", table, "-q", "--workers", "1")
    both = mltag_process("predict", table, "-q", "--workers", "2", code=None)
    assert (both.code, both.err) == (0, "")
    assert both.out == alone.out

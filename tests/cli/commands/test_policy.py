"""`mltag policy`, and what `predict` and `export` write for unsure predictions."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.model_evaluation import RowFacts, evaluate_models
from mltag_desktop.core.evaluation.model_figures import ModelRole
from mltag_desktop.core.learning.query_slices import Slice, store_slices
from mltag_desktop.core.model.bundle import bundled, load_bundle, save_bundle
from mltag_desktop.core.model.encoder import DIMENSION
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.tables.formats import open_rows
from mltag_desktop.core.workspace.decisions.review_thresholds import EVERYTHING
from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import rows, write_labelled, write_plain


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def unsure(found: list[dict[str, str]]) -> list[bool]:
    return [float(row["confidence"]) < DEFAULT_REVIEW_THRESHOLD for row in found]


def test_predict_leaves_unsure_tags_empty_or_flags_them(mltag, tmp_path: Path) -> None:
    table = write_plain(tmp_path / "in.csv")
    kept = read(mltag("predict", table, "--unsure", "keep").out)
    assert "needs_review" not in kept[0]
    assert True in unsure(kept)
    assert False in unsure(kept)
    flagged = read(mltag("predict", table, "--unsure", "flag").out)
    assert [row["needs_review"] == "true" for row in flagged] == unsure(kept)
    assert [row["predicted_tag"] for row in flagged] == [row["predicted_tag"] for row in kept]
    empty = read(mltag("predict", table, "--unsure", "empty", "--workers", "2").out)
    assert [row["predicted_tag"] for row in empty] == [
        "" if low else row["predicted_tag"] for row, low in zip(kept, unsure(kept), strict=True)
    ]
    assert [row["confidence"] for row in empty] == [row["confidence"] for row in kept]
    everything = read(mltag("predict", table, "--unsure", "empty", "--review-below", "1").out)
    assert not any(row["predicted_tag"] for row in everything)
    assert "needs_review" not in everything[0]


@pytest.mark.parametrize("suffix", [".jsonl", ".xlsx", ".parquet"])
def test_an_empty_tag_in_every_format(mltag, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"out{suffix}"
    table = write_plain(tmp_path / "in.csv")
    mltag("predict", table, "--unsure", "empty", "--review-below", "1", "-o", out)
    again = open_rows(out)
    cells = [row[again.columns.index("predicted_tag")] for row in again.rows()]
    assert cells == [""] * len(rows())


def test_a_workspace_passes_its_policy_to_exports_and_published_models(mltag, tmp_path: Path) -> None:
    document, bundle, out = tmp_path / "w.mltag", tmp_path / "model", tmp_path / "out.csv"
    table = write_plain(tmp_path / "in.csv")
    mltag("import", table, document)
    assert mltag.json("policy", document)["unsure"] == "keep"
    mltag("policy", document, "--unsure", "refuse")
    refused = mltag("export", document, out, code=1)
    assert "unsure prediction" in refused.err
    looser = mltag("export", document, out, "--unsure", "empty", code=1)
    assert "its policy is “refuse”" in looser.err
    mltag("export", document, out, "--no-fill")
    mltag("policy", document, "--unsure", "flag")
    mltag("export", document, out, "--unsure", "empty", "--force")
    tags = [row["tag"] for row in read(out.read_text())]
    assert "" in tags
    assert any(tags)
    mltag("policy", document, "--unsure", "column")
    mltag("publish", document, bundle)
    assert load_bundle(bundle).manifest.unsure == "empty"
    found = read(mltag("predict", table, "--model", bundle).out)
    assert [not row["predicted_tag"] for row in found] == unsure(found)
    refused = mltag("predict", table, "--model", bundle, "--unsure", "keep", code=1)
    assert "Model" in refused.err
    mltag("undo", document)
    assert mltag.json("policy", document)["unsure"] == "flag"


def test_export_flags_the_rows_that_need_review(mltag, tmp_path: Path) -> None:
    document, out = tmp_path / "w.mltag", tmp_path / "out.csv"
    mltag("import", write_labelled(tmp_path / "in.csv"), document)
    mltag("export", document, out, "--unsure", "flag", "--fill")
    assert {row["needs_review"] for row in read(out.read_text())} <= {"true", "false"}


def test_a_workspace_that_reviews_everything_can_be_published(mltag, tmp_path: Path) -> None:
    document, bundle = tmp_path / "w.mltag", tmp_path / "model"
    table = write_plain(tmp_path / "in.csv")
    mltag("import", table, document)
    with Workspace.open(document, "Ann") as opened:
        opened.thresholds.set(EVERYTHING)
    mltag("publish", document, bundle)
    done = mltag("predict", table, "--model", bundle, "--needs-review")
    assert {row["needs_review"] for row in read(done.out)} == {"true"}


def test_a_refused_option_leaves_the_others_unset(mltag, tmp_path: Path) -> None:
    document = tmp_path / "w.mltag"
    mltag("import", write_plain(tmp_path / "in.csv"), document)
    mltag("policy", document, "--unsure", "empty", "--review-below", "nosuch=0.5", code=1)
    assert mltag.json("policy", document)["unsure"] == "keep"


def test_publishing_a_model_that_needs_the_encoder_says_so(mltag, tmp_path: Path) -> None:
    document, base = tmp_path / "w.mltag", bundled()
    mltag("import", write_plain(tmp_path / "in.csv"), document)
    head = replace(base.head, embeddings=np.zeros((DIMENSION, len(base.tags)), np.float32))
    save_bundle(tmp_path / "model", replace(base, head=head).versioned())
    with Workspace.open(document, "Ann") as opened:
        version = opened.models.add(tmp_path / "model", None, "test").version
    told = mltag("publish", document, tmp_path / "candidate", "--candidate", version)
    assert "The model needs the sentence encoder." in told.err
    assert "encoder" not in mltag("publish", document, tmp_path / "active").err


def test_priorities_are_kept_with_the_workspace_and_decide_promotions(mltag, tmp_path: Path) -> None:
    document = tmp_path / "w.mltag"
    mltag("import", write_plain(tmp_path / "in.csv"), document)
    for record, (_, _, tag) in enumerate(rows()[:24], 1):
        mltag("decide", document, "--record", record, "--tag", tag)
    version = mltag.json("retrain", document)["version"]
    refused = mltag("policy", document, "--protect-slice", "long", code=None)
    assert (refused.code, "no slice long" in refused.err) == (1, True)
    mltag("slices", document, "--add", "long=tag:mlops")
    assert mltag.json(
        "policy",
        document,
        "--metric",
        "f-beta",
        "--beta",
        "2",
        "--floor",
        "recall:mlops=1",
        "--cost",
        "mlops:other=5",
        "--protect",
        "mlops",
        "--protect-slice",
        "long",
    )["promotion"] == {
        "kind": "f_beta",
        "tag": "",
        "protected": ["mlops"],
        "beta": 2.0,
        "costs": [["mlops", "other", 5.0]],
        "floors": [{"kind": "recall", "tag": "mlops", "least": 1.0}],
        "slices": ["long"],
    }
    shown = mltag("policy", document).out
    assert "Deciding metric of a promotion: F2" in shown
    assert "Floor: recall of mlops of at least 1" in shown
    refused = mltag("promote", document, version, code=1)
    assert "recall of mlops is 0." in refused.err
    assert "below its floor of 1.000" in refused.err
    mltag("promote", document, version, "--anyway")
    mltag("rollback", document)
    again = mltag("promote", document, version, code=None)
    assert (again.code, again.err) == (1, refused.err), "a model that was active before is checked as well"
    mltag("policy", document, "--reset", "--metric", "precision", "--of", "other")
    assert "precision of other" in mltag("policy", document).out
    mltag("promote", document, version, "--anyway")


@pytest.mark.parametrize(
    "options",
    [
        ("--floor", "speed:mlops=0.9"),
        ("--floor", "recall:mlops=2"),
        ("--floor", "recall:nothing=0.5"),
        ("--cost", "mlops:mlops=2"),
        ("--cost", "mlops:other=x"),
        ("--protect", "nothing"),
        ("--metric", "recall", "--of", "nothing"),
    ],
)
def test_invalid_priorities_are_refused(mltag, tmp_path: Path, options: tuple[str, ...]) -> None:
    document = tmp_path / "w.mltag"
    mltag("import", write_plain(tmp_path / "in.csv"), document, "--no-predict")
    mltag.refused("policy", document, *options)
    assert mltag.json("policy", document)["promotion"]["kind"] == "f1"


def test_a_slice_that_was_defined_after_training_is_protected(mltag, tmp_path: Path) -> None:
    document, bundle, tags = tmp_path / "w.mltag", tmp_path / "model", ("mlops", "other")
    mltag("import", write_plain(tmp_path / "in.csv"), document)
    save_bundle(bundle, bundled())
    manifest = json.loads((bundle / "manifest.json").read_text())
    (bundle / "manifest.json").write_text(json.dumps(manifest | {"version": "trained123"}))
    truth, first = np.arange(72) % 2, np.arange(72) < 20

    def answered(version: str, right: NDArray[np.bool_]) -> Predictions:
        codes = np.where(right, truth, 1 - truth)
        return Predictions(version, tags, np.where(np.eye(2)[codes] > 0, 0.9, 0.1).astype(np.float32))

    better = evaluate_models(
        SILENT,
        [tags[code] for code in truth],
        tags,
        [answered(bundled().version, first), answered("trained123", ~first)],
        roles=(ModelRole.ACTIVE, ModelRole.CANDIDATE),
        rows=RowFacts(records=tuple(range(72))),
    )
    with Workspace.open(document, "Ann") as opened:
        opened.models.add(bundle, better.to_json(), "72 decisions")
        store_slices(opened, [Slice("beginning", "", tuple(range(20)))])
    mltag("policy", document, "--protect-slice", "beginning")
    refused = mltag("promote", document, "trained123", code=None)
    assert (refused.code, "beginning" in refused.err) == (1, True)

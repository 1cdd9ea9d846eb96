"""Reports: the same figures as `mltag evaluate`, as frames and as a page."""

import html
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from mltag_desktop import InvalidInputError, MltagError, Report, Tagger, evaluate, read_table
from mltag_desktop.__main__ import main
from tests.helpers import examples

ROWS = examples()
FRAME = pd.DataFrame({"title": ROWS.texts, "tag": ROWS.tags, "half": ["a", "b"] * 45})
TRAINING, TEST = FRAME[::2], FRAME[1::2]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger("bayes", text="title").fit(TRAINING, TRAINING["tag"])


@pytest.fixture(scope="module")
def estimator():
    return make_pipeline(TfidfVectorizer(), LogisticRegression()).fit(TRAINING["title"], TRAINING["tag"])


def test_figures_are_those_of_scikit_learn(tagger: Tagger) -> None:
    report = evaluate(tagger, TEST, label="tag", slices="half")
    assert isinstance(report, Report)
    answers = tagger.predict(TEST)
    frames = report.to_frames()
    model = frames["models"].iloc[0]
    assert model["model"] == tagger.version_
    assert model["rows"] == 45
    assert model["f1"] == pytest.approx(f1_score(TEST["tag"], answers, average="weighted"))
    assert model["accuracy"] == pytest.approx(accuracy_score(TEST["tag"], answers))
    assert model["f1_low"] <= model["f1"] <= model["f1_high"]
    matrix = frames["confusion"].pivot(index="tag", columns="predicted_tag", values="rows")
    np.testing.assert_array_equal(matrix, confusion_matrix(TEST["tag"], answers))
    assert frames["tags"]["rows"].sum() == 45
    assert "half=b" in frames["slices"]["slice"].tolist()
    assert frames["reliability"]["rows"].sum() == 45
    assert frames["thresholds"]["rows"].max() == 45
    assert frames["models"]["role"].tolist() == ["model", "majority"], "no text has a keyword"
    assert frames["models"]["accuracy"][1] == TEST["tag"].value_counts(normalize=True).max()
    assert frames["comparisons"]["a"].tolist() == frames["models"]["model"][1:].tolist()


def test_tables_without_rows_have_their_columns(tagger: Tagger) -> None:
    frames = evaluate(tagger, TEST, label="tag").to_frames()
    assert not frames["regressions"]["likely"].any()
    assert frames["prediction_changes"].columns[0] == "row"
    assert frames["prediction_changes"].empty
    assert frames["several_tags"].columns[:3].tolist() == ["model", "tag", "rows"]
    assert all(len(frame.columns) for frame in frames.values())


def test_rows_that_a_model_was_trained_on_are_named(tagger: Tagger) -> None:
    report = evaluate(tagger, TRAINING, label="tag")
    assert report.headline.startswith("F1 1.000")
    assert "F1 1.000" in repr(report)
    assert "A model was trained on all 45 rows" in repr(report)
    assert report.to_frames()["checks"]["kind"].tolist() == ["leaks"]
    assert "trained" not in repr(evaluate(tagger, TEST, label="tag"))


def test_classes_of_a_foreign_estimator_have_the_names_of_the_tags(estimator) -> None:
    codes = pd.factorize(TRAINING["tag"], sort=True)[0].astype(np.float32)
    numbered = clone(estimator).fit(TRAINING["title"], codes)
    report = evaluate(numbered, TRAINING.assign(tag=codes), label="tag", text="title")
    assert report.models[0].accuracy == 1.0
    assert report.to_frames()["tags"]["tag"].tolist() == ["0", "1", "2"]


def test_models_are_compared_by_name(tagger: Tagger, estimator) -> None:
    report = evaluate({"logistic": estimator, "mine": tagger, "keywords": "rules"}, TEST, label="tag")
    frames = report.to_frames()
    assert frames["models"]["model"].tolist() == ["logistic", "mine", "keywords", "majority"]
    assert frames["comparisons"]["a"].tolist() == ["majority", "logistic", "mine"]
    expected = accuracy_score(TEST["tag"], estimator.predict(TEST["title"]))
    assert frames["models"]["accuracy"][0] == pytest.approx(expected)
    assert set(frames["regressions"]["kind"]) <= {"tag", "slice", "calibration", "confident", "behaviour"}
    assert len(frames["prediction_changes"]) == report.prediction_changes.total


def test_it_is_the_report_of_the_command_line(tagger: Tagger, tmp_path: Path, monkeypatch) -> None:
    tagger.save(tmp_path / "model")
    TEST.to_csv(tmp_path / "test.csv", index=False)
    arguments = ["test.csv", "--label", "tag", "--text", "title", "--model", "model", "--json", "report.json"]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["mltag", "evaluate", *arguments, "--html", "report.html", "--quiet"])
    assert main() == 0
    table = read_table("test.csv")
    report = evaluate(str(tmp_path / "model"), table, label="tag", text="title", name="test.csv")
    assert json.loads(json.dumps(report.to_json())) == json.loads(Path("report.json").read_text())
    assert report.to_html() == Path("report.html").read_text(encoding="utf-8")


def test_a_notebook_shows_the_page_in_a_frame(tagger: Tagger) -> None:
    report = evaluate([tagger, tagger], TEST, label="tag")
    shown = report._repr_html_()
    assert shown.startswith('<iframe srcdoc="')
    assert "<svg" in html.unescape(shown)
    assert shown.count("<") == 2
    assert repr(report).startswith("<Report on frame, 45 rows: ")


@pytest.mark.parametrize(
    ("frame", "given", "message"),
    [
        (TEST.assign(tag=[None, *TEST["tag"][1:]]), {"label": "tag"}, "1 tag is missing"),
        (TEST, {"label": "topic"}, "no column “topic”.*title, tag, half"),
        (TEST, {"label": "tag", "slices": ["source"]}, "no column “source”"),
        (TEST, {"label": ["tag"]}, "A list was given in place of a column"),
        (TEST, {"label": TEST["tag"]}, "A Series was given in place of a column"),
        (TEST, {"label": "tag", "text": "body"}, "no column “body”"),
        (TEST.assign(title=1.5), {"label": "tag"}, "numbers or dates"),
        (TEST[:0], {"label": "tag"}, "no rows"),
        (pd.concat([TEST, TEST[["tag"]]], axis=1), {"label": "tag"}, "several columns called “tag”"),
        (["bread"], {"label": "tag"}, "Expected a frame, got list"),
    ],
)
def test_bad_rows_are_refused(tagger: Tagger, frame, given, message: str) -> None:
    with pytest.raises(InvalidInputError, match=message):
        evaluate(tagger, frame, **given)


def test_text_columns_must_be_named_where_no_model_names_them(estimator) -> None:
    with pytest.raises(InvalidInputError, match="several columns"):
        evaluate(estimator, TEST, label="tag")
    assert evaluate(estimator, TEST[["title", "tag"]], label="tag").rows == 45


class NotANumber:
    """A classifier that has learned nothing."""

    classes_ = ("a", "b")

    def predict_proba(self, texts: list[str]) -> np.ndarray:
        return np.full((len(texts), 2), np.nan)


def test_what_is_no_fitted_model_is_refused() -> None:
    machine = LinearSVC().fit([[0.0], [1.0]], ["a", "b"])
    for model in (Tagger(), machine, 3):
        with pytest.raises(InvalidInputError, match="not fitted, or has no predict_proba"):
            evaluate(model, TEST, label="tag", text="title")
    numbers = LogisticRegression().fit([[0.0], [1.0]], ["a", "b"])
    with pytest.raises(
        InvalidInputError, match=r"cannot predict texts: .*Pipeline that starts with a vector"
    ):
        evaluate(numbers, TEST, label="tag", text="title")
    with pytest.raises(InvalidInputError, match="did not return a probability of each tag"):
        evaluate(NotANumber(), TEST, label="tag", text="title")
    with pytest.raises(InvalidInputError, match="no model to evaluate"):
        evaluate([], TEST, label="tag", text="title")
    with pytest.raises(MltagError, match="no model bundle"):
        evaluate("nowhere", TEST, label="tag", text="title")

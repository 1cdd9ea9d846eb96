"""The classifier: training, prediction, explanation, files, and the tools of scikit-learn."""

import pickle
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.calibration import CalibratedClassifierCV
from sklearn.exceptions import NotFittedError
from sklearn.metrics import classification_report
from sklearn.model_selection import (
    GridSearchCV,
    StratifiedKFold,
    cross_val_predict,
    cross_val_score,
    cross_validate,
)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer

from mltag_desktop import InvalidInputError, MltagError, Tagger, evaluate
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.recipes import RECIPES
from mltag_desktop.core.processes.pool import shared_pool
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, train
from tests.core.model.own_recipes import install_example
from tests.helpers import examples

ROWS = examples()
TEXTS, TAGS = list(ROWS.texts), list(ROWS.tags)
TABLE = pd.DataFrame({"title": TEXTS, "body": "", "topic": TAGS})


@pytest.fixture(scope="module")
def fitted() -> Tagger:
    return Tagger("bayes").fit(TEXTS, TAGS)


def test_the_bundled_model_answers_as_in_the_program() -> None:
    tagger = Tagger.bundled()
    texts = ["Segmenting street scenes", "Serving models with Kubernetes", ""]
    expected = bundled().predict(texts)
    assert tagger.classes_.tolist() == sorted(bundled().tags)
    assert tagger.predict(texts).tolist() == [expected.tags[code] for code in expected.best]
    columns = [expected.tags.index(tag) for tag in tagger.classes_]
    np.testing.assert_array_equal(tagger.predict_proba(texts), expected.probabilities[:, columns])
    assert tagger.version_ == bundled().version


def test_it_trains_what_the_program_trains(fitted: Tagger) -> None:
    expected = train(SILENT, Examples(ROWS.texts, ROWS.tags), RECIPES["bayes"], vectors=bundled().vectors)
    assert fitted.version_ == expected.version
    assert fitted.recipe_ == "bayes"
    assert fitted.comparison_ is None
    assert fitted.score(TEXTS, TAGS) == 1.0


def test_auto_chooses_features_c_and_class_weights() -> None:
    tagger = Tagger().fit(TEXTS, TAGS)
    compared = tagger.comparison_
    assert {"words", "words + characters + vectors"} <= set(compared["features"])
    assert compared["accuracy"].is_monotonic_decreasing
    assert set(compared["c"]) == {0.3, 1.0, 3.0}
    assert tagger.recipe_ == "auto"


@pytest.mark.skipif(not encoder.is_installed(), reason="the extra encoder is not installed")
def test_a_fast_twin_is_distilled_from_texts_without_tags_too() -> None:
    tagger = Tagger("fast-twin").fit(TEXTS, TAGS, unlabelled=["Serving models with Kubernetes"])
    assert tagger.recipe_ == "fast-twin"
    assert tagger.score(TEXTS, TAGS) > 0.9
    assert tagger.version_ != Tagger("fast-twin").fit(TEXTS, TAGS).version_


def test_workers_change_no_result() -> None:
    found = [Tagger(n_jobs=jobs).fit(TEXTS, TAGS) for jobs in (None, 2)]
    assert found[0].version_ == found[1].version_
    pd.testing.assert_frame_equal(*(each.comparison_ for each in found))
    for jobs in (-1, np.int64(1)):
        tagger = Tagger("bayes", n_jobs=jobs).fit(TEXTS, TAGS)  # type: ignore[arg-type]  # numpy's, too
        assert tagger.version_ == Tagger("bayes").fit(TEXTS, TAGS).version_
    with pytest.raises(InvalidInputError, match="n_jobs is 0"):
        Tagger("bayes", n_jobs=0).fit(TEXTS, TAGS)


def test_auto_without_enough_rows_takes_the_default() -> None:
    tagger = Tagger().fit(["bread", "dough", "rose", "hedge"], ["cooking", "cooking", "garden", "garden"])
    assert tagger.recipe_ == "hybrid"
    assert tagger.comparison_ is None


def test_numbers_can_be_tags(fitted: Tagger) -> None:
    codes = [sorted(set(TAGS)).index(tag) for tag in TAGS]
    tagger = Tagger("bayes").fit(TEXTS, codes)
    assert tagger.classes_.tolist() == [0, 1, 2]
    assert tagger.predict(TEXTS[:3]).dtype.kind == "i"
    assert fitted.predict(TEXTS).tolist() == [fitted.classes_[code] for code in tagger.predict(TEXTS)]


@pytest.mark.parametrize(
    "kind", ["Int64", "Int8", "int64[pyarrow]", "boolean", "bool[pyarrow]", "float64", "float32"]
)
def test_nullable_numbers_are_tags_as_they_are_shown(kind: str, tmp_path: Path) -> None:
    codes = pd.Series([sorted(set(TAGS)).index(tag) for tag in TAGS])
    tags = (codes > 0 if "bool" in kind else codes).astype(kind)
    tagger = Tagger("bayes").fit(TEXTS, tags)
    assert tagger.classes_.dtype.kind == {"b": "b", "f": "f"}.get(kind[0], "i")
    assert tagger.score(TEXTS, tags) == 1.0
    assert tagger.explain(TEXTS[0], tagger.classes_[1]).attrs["tag"] == tagger.model_.tags[1]
    tagger.save(tmp_path / "model")
    names = ["False", "True"] if kind[0] == "b" else ["0", "1", "2"]
    assert Tagger.load(tmp_path / "model").classes_.tolist() == names
    table = pd.DataFrame({"title": TEXTS, "code": tags})
    assert evaluate(tagger, table, label="code", text="title").models[0].accuracy == 1.0


def test_as_many_tags_as_texts_are_no_numbers() -> None:
    Tagger("bayes").fit(
        TEXTS, [f"tag {place}" for place in range(90)]
    )  # a warning of scikit-learn would fail


def test_a_frame_is_read_by_its_text_columns() -> None:
    tagger = Tagger("bayes", text=["title", "body"]).fit(TABLE, TABLE["topic"])
    assert tagger.score(TABLE, TABLE["topic"]) == 1.0
    with pytest.raises(InvalidInputError, match="no column “body”"):
        tagger.predict(TABLE[["title"]])


@pytest.mark.parametrize(
    ("texts", "tags", "message"),
    [
        (TEXTS, [*TAGS[:-1], None], "1 tag is missing"),
        (TEXTS, TAGS[:-1], "90 texts and 89 tags"),
        (TEXTS[:5], TAGS[:5], "two classes; there is only one class, cooking"),
        ([], [], "no sample"),
        (pd.Series(range(90)), TAGS, "numbers or dates"),
    ],
)
def test_it_refuses_to_train_on(texts, tags, message: str) -> None:
    with pytest.raises(InvalidInputError, match=message):
        Tagger("bayes").fit(texts, tags)


def test_an_unknown_recipe_is_named() -> None:
    with pytest.raises(MltagError, match=r"no recipe called “magic”.*bayes, auto, fast-twin"):
        Tagger("magic").fit(TEXTS, TAGS)
    with pytest.raises(InvalidInputError, match=r"text is .'bread'.. Pass a text"):
        Tagger("bayes").fit(TEXTS, TAGS).explain(["bread"])  # type: ignore[arg-type]


def test_it_must_be_fitted_first(tmp_path: Path) -> None:
    for use in (
        lambda: Tagger().predict(TEXTS),
        lambda: Tagger().predict_proba(TEXTS),
        lambda: Tagger().explain("bread"),
        lambda: Tagger().save(tmp_path / "model"),
    ):
        with pytest.raises(NotFittedError):
            use()
    assert not list(tmp_path.iterdir())


def test_no_texts_give_no_answers(fitted: Tagger) -> None:
    assert fitted.predict([]).shape == (0,)
    assert fitted.predict_proba([]).shape == (0, 3)


def test_an_explanation_adds_up_to_the_score(fitted: Tagger) -> None:
    text = "Tomato soup for the harbour"
    frame = fitted.explain(text)
    assert list(frame.columns) == ["piece", "start", "end", "weight"]
    assert frame["piece"].tolist() == text.split()
    assert [text[start:end] for start, end in zip(frame["start"], frame["end"], strict=True)] == text.split()
    assert frame["weight"].sum() + frame.attrs["bias"] == pytest.approx(frame.attrs["score"])
    assert frame.attrs["tag"] == fitted.predict([text])[0]
    assert fitted.explain(text, "sailing").attrs["tag"] == "sailing"
    assert frame.attrs["note"] == ""
    assert fitted.explain("").dtypes.tolist() == frame.dtypes.tolist()
    with pytest.raises(MltagError, match="does not know the tag baking"):
        fitted.explain(text, "baking")


def test_a_recipe_without_an_explanation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_example(tmp_path, monkeypatch)
    tagger = Tagger("neighbours").fit(TEXTS, TAGS)
    shared_pool().end()
    with pytest.warns(UserWarning, match="neighbours is not linear, so there is no explanation") as warned:
        frame = tagger.explain(TEXTS[0])
    assert warned[0].filename == __file__
    assert frame.attrs["note"] == str(warned[0].message)


def test_a_saved_model_is_one_of_the_program(fitted: Tagger, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    fitted.save(folder)
    assert load_bundle(folder).version == fitted.version_
    again = Tagger.load(folder, text="title")
    assert again.get_params()["text"] == "title"
    np.testing.assert_array_equal(again.predict_proba(TABLE), fitted.predict_proba(TEXTS))
    with pytest.raises(MltagError, match="already exists"):
        fitted.save(folder)
    fitted.save(folder, replace=True)


def test_saving_replaces_nothing_but_models(fitted: Tagger, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(MltagError, match="is not a model"):
        fitted.save(tmp_path, replace=True)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_missing_or_damaged_model_is_an_error(fitted: Tagger, tmp_path: Path) -> None:
    with pytest.raises(MltagError, match="no model bundle"):
        Tagger.load(tmp_path / "nothing")
    fitted.save(tmp_path / "model")
    (tmp_path / "model" / "head_bias.npy").write_bytes(b"")
    with pytest.raises(MltagError, match="modified"):
        Tagger.load(tmp_path / "model")


def test_parameters_are_those_of_scikit_learn(fitted: Tagger) -> None:
    copy = clone(fitted)
    assert copy.get_params() == {
        "recipe": "bayes",
        "text": None,
        "random_state": 0,
        "n_jobs": None,
    }
    assert not hasattr(copy, "model_")
    assert copy.set_params(recipe="svm").recipe == "svm"
    assert clone(Tagger.bundled()).recipe == bundled().manifest.recipe.name


def test_a_pickle_answers_the_same(fitted: Tagger) -> None:
    again = pickle.loads(pickle.dumps(fitted))
    np.testing.assert_array_equal(again.predict_proba(TEXTS), fitted.predict_proba(TEXTS))


def test_the_seed_may_be_a_generator() -> None:
    found = [Tagger("bayes", random_state=np.random.RandomState(3)).fit(TEXTS, TAGS).version_ for _ in "ab"]
    assert found[0] == found[1]


@pytest.mark.parametrize("seed", [-1, 2**40, "7", np.random.default_rng(0)])
def test_another_seed_is_refused(seed: object) -> None:
    with pytest.raises(InvalidInputError, match=r"random_state is .*Use a whole number"):
        Tagger("bayes", random_state=seed).fit(TEXTS, TAGS)


def test_it_is_cross_validated() -> None:
    folds = StratifiedKFold(3, shuffle=True, random_state=0)
    scores = cross_val_score(Tagger("bayes", text=["title", "body"]), TABLE, TABLE["topic"], cv=folds)
    assert len(scores) == 3
    assert min(scores) > 0.5
    answers = cross_val_predict(Tagger("bayes"), TEXTS, TAGS, cv=folds)
    assert "gardening" in classification_report(TAGS, answers)


def test_recipes_are_searched_in_a_pipeline() -> None:
    pipeline = make_pipeline(FunctionTransformer(_lower), Tagger())
    search = GridSearchCV(pipeline, {"tagger__recipe": ["bayes", "svm"]}, cv=2, error_score="raise")
    search.fit(TEXTS, TAGS)
    assert search.best_params_["tagger__recipe"] in ("bayes", "svm")
    assert search.predict([TEXTS[0].upper()])[0] == TAGS[0]


def test_it_is_calibrated_by_scikit_learn() -> None:
    calibrated = CalibratedClassifierCV(Tagger("bayes"), cv=3).fit(TEXTS, TAGS)
    shares = calibrated.predict_proba(TEXTS)
    assert shares.shape == (90, 3)
    np.testing.assert_allclose(shares.sum(axis=1), 1)


def _lower(texts: list[str]) -> list[str]:
    return [text.lower() for text in texts]


@pytest.mark.parametrize("kind", [int, float, str])
def test_additional_tags_that_are_no_class_keep_the_type_of_the_classes(kind: type) -> None:
    numbers = [sorted({*TAGS}).index(tag) for tag in TAGS]
    params = {"additional_tags": [[kind(3)] if place % 6 == 0 else [] for place in range(len(TEXTS))]}
    found = cross_validate(
        Tagger("hybrid"), TEXTS, [*map(kind, numbers)], cv=3, params=params, error_score="raise"
    )
    assert found["test_score"].mean() > 0.7
    with pytest.raises(InvalidInputError, match="of another type than the tags"):
        Tagger("hybrid").fit(TEXTS, numbers, additional_tags=[["music"], *[[]] * (len(TEXTS) - 1)])


def test_it_learns_and_predicts_several_tags_per_text() -> None:
    texts = [f"dog cat {n}" if n % 3 else f"dog cat piano violin {n}" for n in range(30)]
    texts += [f"piano violin {n}" for n in range(30)]
    tags = ["pets"] * 30 + ["music"] * 30
    additional = [[] if n % 3 else ["music"] for n in range(30)] + [[]] * 30
    tagger = Tagger("hybrid").fit(texts, tags, additional_tags=additional)
    assert tagger.predict_tags(["a dog", "the piano"]) == [("pets",), ("music",)]
    assert set(tagger.predict_tags(["dog cat piano violin"])[0]) == {"pets", "music"}
    assert tagger.predict_tags([]) == []
    with pytest.raises(InvalidInputError, match="do not fit 60 texts"):
        Tagger("hybrid").fit(texts, tags, additional_tags=["music"])
    frame = pd.DataFrame(
        {"text": texts, "tags": [[t, *more] for t, more in zip(tags, additional, strict=True)]}
    )
    found = evaluate(tagger, frame, label="tags", text="text").to_frames()["several_tags"]
    assert found.loc[0, "micro_f1"] > 0.8
    assert set(found["tag"].dropna()) == {"pets", "music"}

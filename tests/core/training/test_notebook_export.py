import csv
import zipfile
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import accuracy_score
from sklearn.pipeline import make_pipeline
from sklearn.utils.validation import check_is_fitted

from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.training.notebook import NotebookEstimator, export_estimator
from tests.core.helpers import base_model
from tests.errors import user_error


def test_the_estimator_predicts_like_the_model_on_the_sample_table(tmp_path: Path) -> None:
    model = bundled()
    with resource("sample.csv").open(encoding="utf-8", newline="") as file:
        texts = [" ".join(row.values()) for row in csv.DictReader(file)]
    export_estimator(model, tmp_path / "model")
    estimator = joblib.load(tmp_path / "model" / "model.joblib")
    expected = model.predict(texts)
    check_is_fitted(estimator)
    assert estimator.classes_.tolist() == sorted(model.tags)
    found = estimator.predict_proba(texts)
    for place, tag in enumerate(model.tags):
        column = estimator.classes_.tolist().index(tag)
        assert found[:, column].tobytes() == expected.probabilities[:, place].tobytes()
    best = [model.tags[place] for place in expected.probabilities.argmax(axis=1)]
    assert estimator.predict(np.array(texts)).tolist() == best
    assert accuracy_score(best, make_pipeline(estimator).predict(texts)) == 1.0
    assert len(set(best)) > 1
    readme = (tmp_path / "model" / "README.md").read_text(encoding="utf-8")
    assert all(f"- {tag}" in readme for tag in model.tags)
    assert f"joblib {joblib.__version__}" in readme


def test_the_estimator_takes_texts_only() -> None:
    estimator = NotebookEstimator(base_model())
    answers = estimator.predict(["", "", "cats"])
    assert estimator.predict(pd.Series([None, float("nan"), "cats"], index=[7, 7, 8])).tolist() == [*answers]
    assert estimator.predict(np.array([pd.NA, None, "cats"], dtype=object)).tolist() == [*answers]
    assert estimator.predict([]).shape == (0,)
    frame = pd.DataFrame({"title": ["cats"], "text": ["dogs"]})
    wrong: Any
    for wrong in ("cats", b"cats", frame, frame.to_numpy(), None, 5, {"cats": 1}, {"cats"}):
        with pytest.raises(ValueError, match=r"Put it in a list|Pass one column of texts"):
            estimator.predict(wrong)
    for wrong in ([1], [b"cats"], [["cats"]], pd.Series([0.5])):
        with pytest.raises(ValueError, match="position 0 is not a text"):
            estimator.predict_proba(wrong)


def test_no_training_row_is_exported(tmp_path: Path) -> None:
    export_estimator(base_model(), tmp_path / "model")
    model = joblib.load(tmp_path / "model" / "model.joblib").model
    assert len(model.base) == 0
    assert model.holdout is None


def test_a_zip_file_holds_the_same_files(tmp_path: Path) -> None:
    out = tmp_path / "model.zip"
    export_estimator(base_model(), out)
    assert sorted(zipfile.ZipFile(out).namelist()) == ["README.md", "model.joblib"]
    with user_error("already exists"):
        export_estimator(base_model(), out)


def test_only_an_earlier_export_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "model"
    export_estimator(base_model(), out)
    with user_error("already exists"):
        export_estimator(base_model(), out)
    export_estimator(base_model(), out, replace=True)
    (out / "notebook.ipynb").touch()
    with user_error("not replaced"):
        export_estimator(base_model(), out, replace=True)
    assert (out / "notebook.ipynb").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model"]


def test_an_earlier_export_stays_if_the_new_one_cannot_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "model"
    export_estimator(base_model(), out)
    before = (out / "model.joblib").stat()
    rename = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with user_error("could not be written: Permission denied"):
        export_estimator(base_model(), out, replace=True)
    assert (out / "model.joblib").stat().st_ino == before.st_ino
    assert [path.name for path in tmp_path.iterdir()] == ["model"]

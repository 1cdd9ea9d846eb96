import os
import sys
from collections.abc import Iterator
from pathlib import Path

import joblib
import numpy as np
import pytest
from threadpoolctl import threadpool_limits

from mltag_desktop.api.tagger import Tagger
from mltag_desktop.core.errors import MltagError, OutOfMemoryError
from mltag_desktop.core.learning.workspace_models import export_for_notebooks, load_active_model
from mltag_desktop.core.model.bundle import load_bundle, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_library import ModelLibrary
from mltag_desktop.core.model.own_estimator import key_path
from mltag_desktop.core.model.recipes import RECIPES, own_recipes, recipe, recipe_names
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.processes.pool import shared_pool
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.recipe_choice import compare_recipes
from mltag_desktop.core.training.retraining import retrain
from mltag_desktop.core.training.training import Examples, FoldPlan, fit_rows, labelled_features, train
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import base_model, fill, make, model_of
from tests.core.model.own_recipes import install_example, install_failing

PLAN = FoldPlan(folds=2, repeats=1)


@pytest.fixture(autouse=True)
def workers_end() -> Iterator[None]:
    """End the workers that are kept for the next call: they look for packages where this test did."""
    yield
    shared_pool().end()


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    install_example(tmp_path / "site", monkeypatch)
    return tmp_path / "site"


def own_model(rows: Examples, vectors: StaticVectors, name: str = "phrases") -> LinearModel:
    return train(SILENT, rows, recipe(name), vectors=vectors, jobs=1)


def test_recipes_of_installed_packages_are_listed_and_compared(
    example: Path, rows: Examples, vectors: StaticVectors
) -> None:
    assert recipe_names() == (*RECIPES, "neighbours", "phrases")
    assert "mltag-phrases" in recipe("phrases").summary
    found = compare_recipes(SILENT, rows, ["hybrid", "phrases", "neighbours"], vectors, PLAN, jobs=1)
    figures = {each.name: each for each in found.recipes}
    assert figures["phrases"].f1 > 0.9
    assert figures["neighbours"].bytes > 0
    with pytest.raises(MltagError, match=r"Choose one of: .*phrases"):
        recipe("sentences")


def test_a_model_with_code_gives_the_same_answers_after_it_was_stored(
    example: Path, rows: Examples, vectors: StaticVectors, tmp_path: Path
) -> None:
    model = own_model(rows, vectors)
    save_bundle(tmp_path / "bundle", model)
    again = load_bundle(tmp_path / "bundle")
    assert again.manifest.recipe == recipe("phrases")
    assert np.array_equal(again.predict(rows.texts).probabilities, model.predict(rows.texts).probabilities)
    assert (model.predict(rows.texts).confidence > 0.5).mean() > 0.9
    assert os.name == "nt" or key_path().stat().st_mode & 0o777 == 0o600


def test_a_model_that_this_account_did_not_sign_is_refused_before_its_code_runs(
    example: Path, rows: Examples, vectors: StaticVectors, tmp_path: Path
) -> None:
    model = own_model(rows, vectors)
    save_bundle(tmp_path / "bundle", model)
    key_path().write_bytes(b"k" * 32)  # the account of somebody else
    with pytest.raises(MltagError, match="not trained by you on this computer"):
        load_bundle(tmp_path / "bundle")
    key_path().unlink()
    with pytest.raises(MltagError, match="not trained by you on this computer"):
        load_bundle(tmp_path / "bundle")


def test_a_pickle_in_place_of_the_estimator_never_runs(
    example: Path, rows: Examples, vectors: StaticVectors, tmp_path: Path
) -> None:
    class Attack:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "attacked"),)

    model = own_model(rows, vectors)
    joblib.dump(Attack(), tmp_path / "attack.joblib")
    assert model.head.estimator is not None
    stored = model.head.estimator.stored[:32].tobytes() + (tmp_path / "attack.joblib").read_bytes()
    with pytest.raises(MltagError, match="contains code"):
        type(model.head.estimator)(np.frombuffer(stored, np.uint8), recipe("phrases"), model.tags)
    assert not (tmp_path / "attacked").exists()


def test_a_model_with_code_leaves_its_workspace_in_no_way(
    example: Path, rows: Examples, vectors: StaticVectors, workspace: Workspace, tmp_path: Path
) -> None:
    save_bundle(tmp_path / "bundle", own_model(rows, vectors))
    info = workspace.models.add(tmp_path / "bundle", None, "test")
    library = ModelLibrary(tmp_path / "library")
    with pytest.raises(MltagError, match="stays in its workspace"):
        library.add(tmp_path / "bundle", "own")
    assert library.models() == []
    with pytest.raises(MltagError, match="stays in its workspace"):
        export_for_notebooks(SILENT, workspace, info.version, tmp_path / "notebook")
    tagger = Tagger("phrases").fit(list(rows.texts), list(rows.tags))
    assert tagger.score(list(rows.texts), list(rows.tags)) > 0.9
    with pytest.raises(MltagError, match="stays in its workspace"):
        tagger.save(tmp_path / "saved")
    assert not (tmp_path / "saved").exists()


def test_a_candidate_of_an_own_recipe_is_trained_on_the_decisions_and_becomes_active(
    example: Path, workspace: Workspace, tmp_path: Path
) -> None:
    decided = make(40, seed=5)
    fill(workspace, decided.texts, decided.tags)
    base = base_model()
    candidate = retrain(SILENT, workspace, base, base, tmp_path / "work", recipe="phrases")
    assert candidate.trained_on.endswith("records, recipe phrases (contains code)")
    assert candidate.report.models[-1].f1 > 0.5
    info = workspace.models.add(candidate.bundle_dir, candidate.report.to_json(), candidate.trained_on)
    workspace.models.promote(info.version)
    active = load_active_model(workspace, base)
    assert active.manifest.recipe.name == "phrases"
    assert active.predict(decided.texts).version == info.version
    again = retrain(SILENT, workspace, active, base, tmp_path / "work")  # the usual way, from the base
    assert model_of(again).manifest.recipe.name == "hybrid"


def test_a_linear_recipe_explains_itself_and_another_says_that_it_cannot(
    example: Path, rows: Examples, vectors: StaticVectors
) -> None:
    text = rows.texts[0]
    why = own_model(rows, vectors).explain(text)
    assert why.bias + sum(piece.weight for piece in why.pieces) == pytest.approx(why.score, rel=1e-4)
    assert max(abs(piece.weight) for piece in why.pieces) > 0
    assert why.note == ""
    why = own_model(rows, vectors, "neighbours").explain(text)
    assert all(piece.weight == 0 for piece in why.pieces)
    assert why.note == "The recipe neighbours is not linear, so there is no explanation."


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("fails", r"failed while it was trained: RuntimeError: no space for a matrix"),
        ("broken", r"failed while it was trained: ImportError: libblas is missing"),
        ("no-classifier", r"it has no classes_"),
        ("nothing", r"its function returned None instead of an untrained classifier"),
        ("fails-later", r"failed while it predicted: KeyError"),
        ("not-a-number", r"failed while it predicted: ValueError: the scores contain NaN"),
        ("other-tags", r"its classes_ have tags that no text has: yak, zebra"),
        ("exits", r"failed while it was trained: SystemExit: 3"),
    ],
)
def test_a_recipe_that_raises_is_a_clear_error_and_loses_nothing(
    name: str, what: str, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_failing(tmp_path / "site", monkeypatch)
    decided = make(20, seed=5)
    fill(workspace, decided.texts, decided.tags)
    before = len(workspace.scan.examples().rows)
    with pytest.raises(MltagError, match=what) as error:
        retrain(SILENT, workspace, base_model(), base_model(), tmp_path / "work", recipe=name)
    assert "mltag-failing" in error.value.hint
    assert len(workspace.scan.examples().rows) == before
    assert [model.bundled for model in workspace.models.all() if not model.bundled] == []


def test_output_of_a_recipe_does_not_mix_with_results_on_stdout(
    rows: Examples,
    vectors: StaticVectors,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    install_failing(tmp_path / "site", monkeypatch)
    own_model(rows, vectors, "prints")
    printed = capfd.readouterr()
    assert printed.out == ""
    assert "Iteration 1 of 1" in printed.err


def test_lack_of_memory_is_not_the_fault_of_a_recipe(
    rows: Examples, vectors: StaticVectors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_failing(tmp_path / "site", monkeypatch)
    with pytest.raises(OutOfMemoryError):
        own_model(rows, vectors, "out-of-memory")


def test_recipes_are_trained_with_one_thread_for_matrices(
    rows: Examples, vectors: StaticVectors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_failing(tmp_path / "site", monkeypatch)
    counts = recipe("counts-threads")
    known = labelled_features(rows, vectors, extra=counts.extra)
    with threadpool_limits(2), pytest.raises(MltagError, match=r"ran with \[1"):
        fit_rows(SILENT, known, counts)


def test_a_package_cannot_replace_a_recipe_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_failing(tmp_path / "site", monkeypatch)
    assert "hybrid" not in own_recipes()
    assert not recipe("hybrid").package


def test_a_model_whose_package_is_gone_says_so(
    example: Path, rows: Examples, vectors: StaticVectors, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_model(rows, vectors)
    monkeypatch.setattr("sys.path", [path for path in sys.path if path != str(example)])
    with pytest.raises(MltagError, match="There is no recipe called “phrases”"):
        recipe("phrases")


def test_a_workspace_from_another_computer_opens_and_rolls_back(
    example: Path, workspace: Workspace, tmp_path: Path
) -> None:
    decided = make(40, seed=5)
    fill(workspace, decided.texts, decided.tags)
    base = base_model()
    workspace.models.set_base(base.version)
    made = retrain(SILENT, workspace, base, base, tmp_path / "work", recipe="phrases")
    info = workspace.models.add(made.bundle_dir, made.report.to_json(), made.trained_on)
    workspace.models.promote(info.version)
    before = len(workspace.scan.examples().rows)
    key_path().unlink()
    with pytest.raises(MltagError, match="not trained by you on this computer") as error:
        load_active_model(workspace, base)
    assert "Roll back" in error.value.hint
    workspace.models.rollback()
    assert load_active_model(workspace, base) is base
    assert len(workspace.scan.examples().rows) == before

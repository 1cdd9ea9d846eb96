import os
import sys
from collections.abc import Iterator
from pathlib import Path

import joblib
import numpy as np
import pytest
from threadpoolctl import threadpool_limits

from mltag_desktop.api.tagger import Tagger
from mltag_desktop.core.errors import OutOfMemoryError
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
from mltag_desktop.core.training.retraining import Candidate, retrain
from mltag_desktop.core.training.training import Examples, FoldPlan, fit_rows, labelled_features, train
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import base_model, filled, model_of, promoted
from tests.core.model.own_recipes import install_example, install_failing
from tests.errors import user_error

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


@pytest.fixture
def failing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_failing(tmp_path / "site", monkeypatch)


@pytest.fixture
def phrases(example: Path, rows: Examples, vectors: StaticVectors) -> LinearModel:
    """A model of the recipe of a package."""
    return own_model(rows, vectors)


@pytest.fixture
def decided(workspace: Workspace) -> Workspace:
    """A workspace with decisions."""
    filled(workspace, 40, seed=5)
    return workspace


def retrained(workspace: Workspace, folder: Path, recipe: str | None = "phrases") -> Candidate:
    base = base_model()
    return retrain(SILENT, workspace, load_active_model(workspace, base), base, folder, recipe=recipe)


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
    with user_error(r"Choose one of: .*phrases"):
        recipe("sentences")


def test_a_model_with_code_gives_the_same_answers_after_it_was_stored(
    phrases: LinearModel, rows: Examples, tmp_path: Path
) -> None:
    save_bundle(tmp_path / "bundle", phrases)
    again = load_bundle(tmp_path / "bundle")
    assert again.manifest.recipe == recipe("phrases")
    found = again.predict(rows.texts)
    assert np.array_equal(found.probabilities, phrases.predict(rows.texts).probabilities)
    assert (found.confidence > 0.5).mean() > 0.9
    assert os.name == "nt" or key_path().stat().st_mode & 0o777 == 0o600


def test_a_model_that_this_account_did_not_sign_is_refused_before_its_code_runs(
    phrases: LinearModel, tmp_path: Path
) -> None:
    save_bundle(tmp_path / "bundle", phrases)
    key_path().write_bytes(b"k" * 32)  # the account of somebody else
    with user_error("not trained by you on this computer"):
        load_bundle(tmp_path / "bundle")
    key_path().unlink()
    with user_error("not trained by you on this computer"):
        load_bundle(tmp_path / "bundle")


def test_a_pickle_in_place_of_the_estimator_never_runs(phrases: LinearModel, tmp_path: Path) -> None:
    class Attack:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "attacked"),)

    joblib.dump(Attack(), tmp_path / "attack.joblib")
    assert phrases.head.estimator is not None
    stored = phrases.head.estimator.stored[:32].tobytes() + (tmp_path / "attack.joblib").read_bytes()
    with user_error("contains code"):
        type(phrases.head.estimator)(np.frombuffer(stored, np.uint8), recipe("phrases"), phrases.tags)
    assert not (tmp_path / "attacked").exists()


def test_a_model_with_code_leaves_its_workspace_in_no_way(
    phrases: LinearModel, rows: Examples, workspace: Workspace, tmp_path: Path
) -> None:
    save_bundle(tmp_path / "bundle", phrases)
    info = workspace.models.add(tmp_path / "bundle", None, "test")
    library = ModelLibrary(tmp_path / "library")
    with user_error("stays in its workspace"):
        library.add(tmp_path / "bundle", "own")
    assert library.models() == []
    with user_error("stays in its workspace"):
        export_for_notebooks(SILENT, workspace, info.version, tmp_path / "notebook")
    tagger = Tagger("phrases").fit(list(rows.texts), list(rows.tags))
    assert tagger.score(list(rows.texts), list(rows.tags)) > 0.9
    with user_error("stays in its workspace"):
        tagger.save(tmp_path / "saved")
    assert not (tmp_path / "saved").exists()


def test_a_candidate_of_an_own_recipe_is_trained_on_the_decisions_and_becomes_active(
    example: Path, decided: Workspace, tmp_path: Path
) -> None:
    decided.models.set_base(base_model().version)
    candidate = retrained(decided, tmp_path / "work")
    assert candidate.trained_on.endswith("records, recipe phrases (contains code)")
    assert candidate.report.models[-1].f1 > 0.5
    version = promoted(decided, candidate).version
    active = load_active_model(decided, base_model())
    assert active.manifest.recipe.name == "phrases"
    assert active.predict(["a text"]).version == version
    again = retrained(decided, tmp_path / "work", None)  # the usual way, from the base
    assert model_of(again).manifest.recipe.name == "hybrid"
    count = len(decided.scan.examples().rows)
    key_path().unlink()  # as on another computer
    with user_error("not trained by you on this computer") as error:
        load_active_model(decided, base_model())
    assert "Roll back" in error.value.hint
    decided.models.rollback()
    assert load_active_model(decided, base_model()) is base_model()
    assert len(decided.scan.examples().rows) == count


def test_a_linear_recipe_explains_itself_and_another_says_that_it_cannot(
    phrases: LinearModel, rows: Examples, vectors: StaticVectors
) -> None:
    why = phrases.explain(rows.texts[0])
    assert why.bias + sum(piece.weight for piece in why.pieces) == pytest.approx(why.score, rel=1e-4)
    assert max(abs(piece.weight) for piece in why.pieces) > 0
    assert why.note == ""
    why = own_model(rows, vectors, "neighbours").explain(rows.texts[0])
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
    name: str, what: str, failing: None, workspace: Workspace, tmp_path: Path
) -> None:
    filled(workspace, 20, seed=5)
    before = len(workspace.scan.examples().rows)
    with user_error(what) as error:
        retrained(workspace, tmp_path / "work", name)
    assert "mltag-failing" in error.value.hint
    assert len(workspace.scan.examples().rows) == before
    assert [model.bundled for model in workspace.models.all() if not model.bundled] == []


def test_output_of_a_recipe_does_not_mix_with_results_on_stdout(
    failing: None, rows: Examples, vectors: StaticVectors, capfd: pytest.CaptureFixture[str]
) -> None:
    own_model(rows, vectors, "prints")
    printed = capfd.readouterr()
    assert printed.out == ""
    assert "Iteration 1 of 1" in printed.err


def test_lack_of_memory_is_not_the_fault_of_a_recipe(
    failing: None, rows: Examples, vectors: StaticVectors
) -> None:
    with pytest.raises(OutOfMemoryError):
        own_model(rows, vectors, "out-of-memory")


def test_recipes_are_trained_with_one_thread_for_matrices(
    failing: None, rows: Examples, vectors: StaticVectors
) -> None:
    counts = recipe("counts-threads")
    known = labelled_features(rows, vectors, extra=counts.extra)
    with threadpool_limits(2), user_error(r"ran with \[1"):
        fit_rows(SILENT, known, counts)


def test_a_package_cannot_replace_a_recipe_of_the_program(failing: None) -> None:
    assert "hybrid" not in own_recipes()
    assert not recipe("hybrid").package


def test_a_model_whose_package_is_gone_says_so(
    phrases: LinearModel, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.path", [path for path in sys.path if path != str(example)])
    with user_error("There is no recipe called “phrases”"):
        recipe("phrases")

"""The model store, promotion and rollback."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.messages import Message, message, message_plural
from mltag_desktop.core.workspace.storage.schema import DamagedModelError
from mltag_desktop.core.workspace.types import ChangeKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    LetterModel,
    add_models,
    bundle,
    executed,
    predict_all,
    record_of,
    reopened,
)
from tests.progress import CancelAfter

REPORT = {"models": [{"version": "rules", "f1": 0.5}, {"version": "letters-2", "f1": 0.91}]}


def test_a_candidate_is_stored_in_the_workspace(predicted: Workspace, tmp_path: Path) -> None:
    info = predicted.models.add(bundle(tmp_path, "letters-2"), REPORT, "bundled + 3")
    assert (info.version, info.candidate, info.active, info.f1) == ("letters-2", True, False, 0.91)
    assert predicted.models.active == "letters-1"
    with reopened(predicted) as again:
        base, model = again.models.all()
        assert (base.version, base.bundled, base.active) == ("letters-1", True, True)
        assert model == info
        assert model.report == REPORT
        folder = again.models.bundle_path("letters-2")
        assert (folder / "arrays" / "weights.npy").read_bytes() == bytes(range(256)) * 40
        assert json.loads((folder / "manifest.json").read_text())["version"] == "letters-2"
        assert again.models.bundle_path("letters-2") == folder
    assert not folder.exists(), "a temporary folder goes with the document"


def test_cancelling_the_storage_of_a_candidate_leaves_nothing(predicted: Workspace, tmp_path: Path) -> None:
    folder = bundle(tmp_path, "letters-2")
    for reports in (0, 1, 2):  # before each file, and before the model is listed
        with pytest.raises(Cancelled):
            predicted.models.add(folder, REPORT, "", CancelAfter(reports))
        assert [model.version for model in predicted.models.all()] == ["letters-1"]
        assert predicted.models.sizes() == {}
    assert predicted.models.add(folder, REPORT, "", CancelAfter(3)).version == "letters-2"
    predicted.verify()


def test_a_cache_folder_is_reused_and_repaired(predicted: Workspace, tmp_path: Path) -> None:
    add_models(predicted, "letters-2")
    predicted.close()
    cache = tmp_path / "cache" / "models"
    for damage in (False, True):
        with Workspace.open(predicted.path, "Ann", cache=cache) as again:
            folder = again.models.bundle_path("letters-2")
            assert (folder / "arrays" / "weights.npy").stat().st_size == 256 * 40
        assert folder.is_relative_to(cache)
        if not damage:
            (folder / "arrays" / "weights.npy").write_bytes(b"broken")
    assert [path.name for path in cache.iterdir()] == [folder.name]


def test_promotion_shows_old_predictions_as_stale_until_new_ones_arrive(
    predicted: Workspace, tmp_path: Path
) -> None:
    predicted.models.add(bundle(tmp_path, "letters-2"), REPORT, "bundled + 3")
    before = predicted.states()
    change = predicted.models.promote("letters-2")
    assert change.kinds == ChangeKind.MODELS | ChangeKind.PREDICTIONS
    assert predicted.models.active == "letters-2"
    states = predicted.states()
    assert states.stale.all()
    np.testing.assert_array_equal(states.predicted, before.predicted)
    with reopened(predicted) as again:
        assert again.states().stale.all()
        assert predict_all(again, LetterModel("letters-2", 4.0)) == 12
        states = again.states()
        assert not states.stale.any()
        assert (states.confidence > before.confidence).all()
        again.models.rollback()
        assert again.models.active == "letters-1"
        assert not again.states().stale.any(), "what an earlier version said is kept"
        np.testing.assert_array_equal(again.states().confidence, before.confidence)
        assert predict_all(again, LetterModel()) == 0
        again.models.promote("letters-2")
        assert predict_all(again, LetterModel("letters-2", 4.0)) == 0


def test_promotion_and_rollback_can_be_undone(predicted: Workspace) -> None:
    add_models(predicted, "letters-2", "letters-3")
    predicted.models.promote("letters-2")
    predicted.models.promote("letters-3")
    predicted.decisions.decide([0], "fish")
    predicted.models.rollback()
    assert predicted.models.active == "letters-2"
    predicted.history.undo()
    assert predicted.models.active == "letters-3"
    predicted.history.undo()
    predicted.history.undo()
    assert predicted.models.active == "letters-2"
    assert predicted.history.undo_label == "Promote model letters-2"
    predicted.history.undo()
    assert predicted.models.active == "letters-1"
    assert not predicted.states().stale.any()
    for _ in range(4):
        assert predicted.history.redo() is not None
    assert predicted.models.active == "letters-2"
    predicted.models.rollback()
    with pytest.raises(MltagError, match="no earlier model"):
        predicted.models.rollback()
    assert [entry.kind for entry in predicted.journal.entries()][:4] == [
        "promote",
        "promote",
        "correct",
        "rollback",
    ]


def test_only_a_candidate_can_be_discarded(predicted: Workspace) -> None:
    add_models(predicted, "letters-2", "letters-3")
    predicted.models.promote("letters-2")
    predicted.models.rollback()
    with pytest.raises(MltagError, match="was active before"):
        predicted.models.discard("letters-2")
    predicted.models.discard("letters-3")
    assert [model.version for model in predicted.models.all()] == ["letters-1", "letters-2"]
    for version in ("letters-3", "never"):
        for method in (predicted.models.discard, predicted.models.promote, predicted.models.bundle_path):
            with pytest.raises(MltagError, match="There is no model"):
                method(version)


def test_a_formerly_active_model_is_deleted_only_explicitly(predicted: Workspace) -> None:
    """Promote 2, then 3, then 2 again; delete 3."""
    add_models(predicted, "letters-2", "letters-3")
    for version in ("letters-2", "letters-3", "letters-2"):
        predicted.models.promote(version)
    with pytest.raises(MltagError, match="was active before"):
        predicted.models.discard("letters-3")
    with pytest.raises(MltagError, match="active"):
        predicted.models.discard("letters-2", promoted=True)
    with pytest.raises(MltagError, match="is bundled with the program"):
        predicted.models.discard("letters-1", promoted=True)
    sizes = predicted.models.sizes()
    assert 0 < sizes["letters-3"] == sizes["letters-2"] < 256  # all but the manifests is shared
    predicted.models.discard("letters-3", promoted=True)
    assert "letters-3" not in predicted.models.sizes()
    with reopened(predicted) as again:
        assert again.models.active == "letters-2"
        again.models.rollback()
        assert again.models.active == "letters-1"
        again.history.undo()
        assert again.models.active == "letters-2"
        while again.history.undo() is not None:
            assert again.models.active in ("letters-1", "letters-2")


def test_promoting_the_active_model_is_an_error(predicted: Workspace) -> None:
    with pytest.raises(MltagError, match="already active"):
        predicted.models.promote("letters-1")


def test_a_folder_without_a_model_is_rejected(predicted: Workspace, tmp_path: Path) -> None:
    for content in (None, "{", "[]", '{"format": 1}'):
        if content is not None:
            (tmp_path / "manifest.json").write_text(content)
        with pytest.raises(MltagError, match="contains no model"):
            predicted.models.add(tmp_path, None, "")


def test_the_bundled_model_cannot_be_a_candidate(predicted: Workspace) -> None:
    with pytest.raises(MltagError, match="identical to the bundled"):
        add_models(predicted, "letters-1")


def test_a_new_bundled_model_makes_old_predictions_stale(predicted: Workspace) -> None:
    assert predicted.models.set_base("letters-9").kinds == ChangeKind.MODELS | ChangeKind.PREDICTIONS
    assert predicted.states().stale.all()
    assert predict_all(predicted, LetterModel("letters-9", 2.0)) == 12
    assert not predicted.states().stale.any()
    assert predicted.models.set_base("letters-9").kinds == ChangeKind(0)


def test_a_text_that_was_predicted_elsewhere_needs_no_new_prediction(predicted: Workspace) -> None:
    """Predictions are stored by text: a record that gets a predicted text has its prediction at once."""
    predicted.table.set_mapping(type(predicted.table.mapping)((2,)))
    rows, texts = next(predicted.pending_predictions.pending("letters-1"))
    model = LetterModel()
    predicted.pending_predictions.put(rows[:3], model.predict(texts[:3]))
    assert predicted.states().stale.sum() == 9
    with reopened(predicted) as again:
        assert not again.states().stale.any(), "all twelve share three texts"


def test_probabilities_are_those_of_the_model_for_any_number_of_tags(tmp_path: Path) -> None:
    from mltag_desktop.core.model.types import Predictions

    tags = tuple(f"intent {number}" for number in range(77))
    generator = np.random.default_rng(1)
    values = generator.dirichlet(np.ones(77), 40).astype(np.float32)
    with Workspace.create(tmp_path / "w.mltag", "Ann", tags) as workspace:
        workspace.table.add_texts([f"text {number}" for number in range(40)])
        for rows, _ in workspace.pending_predictions.pending("m", size=7, first=[39, 20]):
            workspace.pending_predictions.put(rows, Predictions("m", tags, values[rows]))
        for view in workspace.table.records([39, 3, 20, 0]):
            assert view.probabilities is not None
            np.testing.assert_array_equal(
                np.array(list(view.probabilities.values()), np.float32), values[view.row]
            )
            assert view.predicted == tags[int(values[view.row].argmax())]
        best = np.sort(values, axis=1)
        np.testing.assert_allclose(workspace.states().margin, best[:, -1] - best[:, -2], rtol=1e-6)


def test_visible_records_are_predicted_first(workspace: Workspace) -> None:
    chunks = [rows.tolist() for rows, _ in workspace.pending_predictions.pending("any", size=4, first=[7, 9])]
    assert chunks == [[7, 9], [0, 1, 2, 3], [4, 5, 6, 8], [10, 11]]


def test_pending_records_and_empty_texts_are_found_while_records_are_appended(predicted: Workspace) -> None:
    """The table grows between two reads of its columns."""

    def append() -> None:
        for _ in range(60):
            predicted.table.add_texts(["fish", ""] * 10)

    with ThreadPoolExecutor(1) as other:
        appending = other.submit(append)
        while not appending.done():
            list(predicted.pending_predictions.pending("letters-1"))
            predicted.scan.empty()
        appending.result()
    assert predict_all(predicted, LetterModel()) == 1200
    assert len(predicted.scan.empty()) == 600


def test_predictions_of_another_model_are_stored_without_being_shown(predicted: Workspace) -> None:
    add_models(predicted, "letters-2")
    before = predicted.states()
    assert predict_all(predicted, LetterModel("letters-2", 3.0)) == 12
    assert predict_all(predicted, LetterModel("letters-2", 3.0)) == 0
    np.testing.assert_array_equal(predicted.states().confidence, before.confidence)
    predicted.models.promote("letters-2")
    assert not predicted.states().stale.any()


def test_predictions_of_a_candidate_are_shown_after_its_promotion(workspace: Workspace) -> None:
    workspace.models.set_base("letters-1")
    add_models(workspace, "letters-2")
    predict_all(workspace, LetterModel("letters-2"))
    with reopened(workspace) as again:
        assert (again.states().predicted == -1).all()
        again.models.promote("letters-2")
        assert (again.states().predicted >= 0).all()
        again.models.rollback()
        assert again.states().stale.all()
        assert again.predictions.versions(np.array([0]))[0] == "letters-2"
        add_models(again, "letters-3")
        predict_all(again, LetterModel("letters-3"))
        again.models.discard("letters-3")
        assert record_of(again, 0).probabilities is not None
    with Workspace.open(workspace.path, "Ann") as again:
        assert again.predictions.versions(np.array([0]))[0] == "letters-2"


def test_files_of_a_partially_stored_model_are_deleted(predicted: Workspace) -> None:
    predicted.close()
    executed(predicted.path, "INSERT INTO model_files VALUES ('half', 'a.npy', '', NULL)")
    with Workspace.open(predicted.path, "Ann") as again:
        assert [model.version for model in again.models.all()] == ["letters-1"]
    assert not executed(predicted.path, "SELECT * FROM model_files")


def test_records_predicted_only_by_a_discarded_model_have_no_prediction(predicted: Workspace) -> None:
    add_models(predicted, "letters-2")
    predicted.models.promote("letters-2")
    predicted.table.add_texts(["one more fish"])
    predict_all(predicted, LetterModel("letters-2"))
    predicted.models.rollback()
    assert record_of(predicted, 12).stale, "no other model has seen it"
    predicted.models.discard("letters-2", promoted=True)
    for document in (predicted, Workspace.open(predicted.path, "Ann")):
        with document:
            (record,) = document.table.records([12])
            assert (record.predicted, record.confidence, record.stale) == (None, None, False)
            assert document.predictions.versions(np.array([12]))[0] is None
    with Workspace.open(predicted.path, "Ann") as again:
        again.decisions.decide([12], "fish")
        assert again.journal.entries(12)[-1].model_version is None


def test_messages_of_a_report_and_of_an_origin_are_read_back(predicted: Workspace, tmp_path: Path) -> None:
    origin = message_plural("{n:,} decision", "{n:,} decisions", 3)
    report = {**REPORT, "notes": [message("{count:,} rows", count=2), "by hand"]}
    predicted.models.add(bundle(tmp_path, "letters-2"), report, origin)
    with reopened(predicted) as again:
        model = again.models.all()[1]
    assert model.trained_on == "3 decisions"
    assert isinstance(model.trained_on, Message)
    assert model.report is not None
    assert model.report["notes"] == ["2 rows", "by hand"]
    assert model.report["messages"]["2 rows"] == {"template": "{count:,} rows", "values": {"count": 2}}


def test_equal_files_of_models_are_stored_once(predicted: Workspace, tmp_path: Path) -> None:
    add_models(predicted, "letters-2", "letters-3")
    files, contents = (
        len(executed(predicted.path, f"SELECT 1 FROM {table}")) for table in ("model_files", "model_contents")
    )
    assert contents == files // 2 + 1
    predicted.models.discard("letters-2")
    folder = predicted.models.bundle_path("letters-3")
    for path in (tmp_path / "letters-3").rglob("*"):
        if path.is_file():
            assert (folder / path.relative_to(tmp_path / "letters-3")).read_bytes() == path.read_bytes()
    predicted.verify()
    predicted.models.discard("letters-3")
    assert not executed(predicted.path, "SELECT * FROM model_contents")


def test_a_damaged_shared_file_is_repaired_by_the_next_model(predicted: Workspace) -> None:
    add_models(predicted, "letters-2")
    executed(predicted.path, "UPDATE model_contents SET data = x'00' WHERE length(data) > 1000")
    with pytest.raises(DamagedModelError):
        predicted.verify()
    add_models(predicted, "letters-3")
    predicted.verify()

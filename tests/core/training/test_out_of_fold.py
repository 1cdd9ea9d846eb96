"""What models that were trained without them predict for decisions: measured, shown, and listed."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.out_of_fold import LEAST, on_decisions
from mltag_desktop.core.training.retraining import Candidate, retrain
from mltag_desktop.core.training.training import Examples, train
from mltag_desktop.core.workspace.decisions.tag_set import renamed
from mltag_desktop.core.workspace.search.query import parse
from mltag_desktop.core.workspace.search.table_order import Filter, order
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import base_model, make


def test_a_decision_is_never_predicted_by_its_own_model() -> None:
    """Tags drawn at random cannot be learned, so answers that were not leaked are right by chance only."""
    texts = make(90, seed=21).texts
    drawn = np.random.default_rng(3).choice(["bird", "cat", "dog"], 90)
    twice = Examples(texts + texts, (*map(str, drawn), *map(str, drawn)))
    base = base_model()
    found = on_decisions(SILENT, train(SILENT, twice, base=base), base)
    assert found is not None
    result, probabilities = found
    assert probabilities.shape == (180, 3)
    assert result.rows == 180
    assert result.f1_b < 0.6


def test_informative_decisions_improve_the_predictions() -> None:
    base = base_model()
    found = on_decisions(SILENT, train(SILENT, make(90, seed=22, words=1), base=base), base)
    assert found is not None
    result, _ = found
    assert result.f1_b > result.f1_a
    assert result.a == base.version


def test_few_decisions_are_not_evaluated() -> None:
    base = base_model()
    assert on_decisions(SILENT, train(SILENT, make(LEAST - 1, seed=23), base=base), base) is None


def test_a_new_tag_is_evaluated() -> None:
    rows = make(40, seed=24)
    base = base_model()
    renamed = Examples(rows.texts, tuple("fish" if tag == "dog" else tag for tag in rows.tags))
    found = on_decisions(SILENT, train(SILENT, renamed, base=base), base)
    assert found is not None
    assert found[0].rows == 40


TAGS = ("bird", "my cat", "my dog")
PLANTED = range(0, 90, 11)
"""Records that are decided with the tag after theirs."""
TWIN = 90
"""A record with the text of the first planted one, undecided."""


class Trained(NamedTuple):
    document: Workspace
    made: Candidate
    version: str


@pytest.fixture
def trained(workspace: Workspace, tmp_path: Path) -> Trained:
    """A workspace whose decisions have trained the active model; all records are predicted."""
    rows = make(110, seed=31)
    true = [TAGS.index(tag if tag == "bird" else f"my {tag}") for tag in rows.tags]
    workspace.table.add_texts([*rows.texts[:TWIN], rows.texts[0], *rows.texts[TWIN:]])
    workspace.tag_set.set(TAGS)
    workspace.models.set_base(base_model().version)
    for code, tag in enumerate(TAGS):
        chosen = [row for row in range(TWIN) if (true[row] + (row in PLANTED)) % 3 == code]
        workspace.decisions.decide(chosen, tag)
    base = base_model()
    made = retrain(SILENT, workspace, base, base, tmp_path / "work")
    info = made.add_to(workspace)
    assert workspace.predictions.versions(np.arange(2)) == [None, None], "not before it is promoted"
    workspace.models.promote(info.version)
    predict_all(workspace, info.version)
    return Trained(workspace, made, info.version)


def predict_all(workspace: Workspace, version: str) -> None:
    model = load_bundle(workspace.models.bundle_path(version))
    for rows, texts in workspace.pending_predictions.pending(version):
        workspace.pending_predictions.put(rows, model.predict(texts))


def predicted(workspace: Workspace) -> list[str]:
    states = workspace.states()
    return [states.tag_names[code] for code in states.predicted]


def possibly_wrong(workspace: Workspace) -> list[int]:
    chosen = Filter(parse("is:possibly-wrong", workspace.tag_set.tags, []).terms)
    return sorted(order(SILENT, workspace, chosen).tolist())


def test_a_decided_record_shows_what_a_model_without_it_predicts(trained: Trained) -> None:
    found = trained.made.out_of_fold
    assert found is not None
    states, shown = trained.document.states(), predicted(trained.document)
    rows = np.array(found.rows)
    assert [shown[row] for row in rows] == [found.predictions.tags[best] for best in found.predictions.best]
    assert np.allclose(states.confidence[rows], found.predictions.confidence)
    assert set(trained.document.predictions.versions(rows)) == {trained.version}
    model = load_bundle(trained.document.models.bundle_path(trained.version))
    own = model.predict(trained.document.table.texts([TWIN]))
    assert states.confidence[TWIN] == own.confidence[0], "an undecided record shows the model itself"


def test_planted_errors_are_listed_until_somebody_decides_them(trained: Trained) -> None:
    document = trained.document
    listed = possibly_wrong(document)
    planted = [row for row in PLANTED if row in trained.made.out_of_fold.rows]
    assert len(set(listed) & set(planted)) >= 0.7 * len(planted)
    assert len(set(listed) - set(planted)) <= 3
    row, *others = listed
    document.decisions.decide([row], document.table.records([row])[0].decided)
    assert possibly_wrong(document) == others, "it was looked at"
    document.history.undo()
    document.tag_set.set(renamed(document.tag_set.tags, "my dog", "hound"))
    assert possibly_wrong(document) == listed


def test_the_list_and_the_predictions_are_kept_in_the_file(trained: Trained) -> None:
    document, path = trained.document, trained.document.path
    before, confidence, listed = predicted(document), document.states().confidence, possibly_wrong(document)
    document.close()
    with Workspace.open(path, "Ada") as again:
        assert predicted(again) == before
        assert np.array_equal(again.states().confidence, confidence)
        assert possibly_wrong(again) == listed
        again.models.rollback()
        assert possibly_wrong(again) == []
        again.models.discard(trained.version, promoted=True)
        assert set(again.predictions.versions(np.arange(TWIN))) == {None}

"""A shadow model next to the active model."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.learning import shadow_model
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.retraining import retrain
from mltag_desktop.core.workspace.decisions.tag_set import merged, renamed
from mltag_desktop.core.workspace.types import DecisionKind, Status
from tests.core.helpers import TAGS, make, predict_all


def with_shadow(workspace, base, folder):
    """Train a candidate on the first hundred records and start it as shadow model."""
    predict_all(workspace, base)
    truth = make(workspace.table.count, seed=11, words=1).tags
    for tag in TAGS:
        workspace.decisions.decide([row for row in range(100) if truth[row] == tag], tag)
    made = retrain(SILENT, workspace, base, base, folder)
    info = workspace.models.add(made.bundle_dir, made.report.to_json(), made.trained_on)
    shadow_model.start_shadow(workspace, info.version)
    version, since = shadow_model.shadow_choice(workspace)
    assert version == info.version
    model = load_bundle(workspace.models.bundle_path(version))
    return shadow_model.predict_shadow(SILENT, workspace, model, since), truth


def test_disagreements_are_sorted_by_confidence_and_change_no_tag(
    make_workspace, tiny_model, tmp_path
) -> None:
    workspace = make_workspace(300)
    found, _ = with_shadow(workspace, tiny_model, tmp_path)
    states = workspace.states()
    rows = shadow_model.disagreements(states, found)
    named = [states.tag_names[code] for code in states.predicted]
    expected = {row for row in range(100, 300) if found.tag(row) != named[row]}
    assert set(rows.tolist()) == expected
    sure = np.minimum(states.confidence[rows], found.confidence[rows])
    assert (np.diff(sure) <= 0).all()
    assert workspace.models.active == tiny_model.version


def test_only_decisions_since_the_start_of_the_shadow_model_count(
    make_workspace, tiny_model, tmp_path
) -> None:
    workspace = make_workspace(300)
    found, truth = with_shadow(workspace, tiny_model, tmp_path)
    assert shadow_model.score(workspace, found).decided == 0
    states = workspace.states()
    for row in shadow_model.disagreements(states, found).tolist():
        workspace.decisions.decide([row], truth[row])
    told = shadow_model.score(workspace, found)
    assert told.decided == len(shadow_model.disagreements(states, found))
    assert told.both == 0
    workspace.history.undo()
    assert shadow_model.score(workspace, found).decided == told.decided - 1
    assert not len(shadow_model.disagreements(workspace.states(), found)) - 1
    assert (workspace.states().status[:100] != int(Status.TO_REVIEW)).all()


def test_a_promoted_or_discarded_candidate_is_no_longer_the_shadow_model(
    make_workspace, tiny_model, tmp_path
) -> None:
    workspace = make_workspace(120)
    found, _ = with_shadow(workspace, tiny_model, tmp_path)
    workspace.models.promote(found.version)
    assert shadow_model.shadow_choice(workspace) is None
    workspace.models.rollback()
    assert shadow_model.shadow_choice(workspace) is not None
    shadow_model.stop_shadow(workspace)
    assert shadow_model.shadow_choice(workspace) is None
    workspace.set_preference("shadow", {"version": 3})
    assert shadow_model.shadow_choice(workspace) is None


def test_a_shadow_model_uses_current_tag_names(make_workspace, tiny_model, tmp_path) -> None:
    workspace = make_workspace(120)
    found, _ = with_shadow(workspace, tiny_model, tmp_path)
    version, since = shadow_model.shadow_choice(workspace)
    tags = merged(workspace.tag_set.tags, TAGS[0], TAGS[1])
    workspace.tag_set.set(renamed(tags, TAGS[1], "both"))
    again = shadow_model.predict_shadow(
        SILENT, workspace, load_bundle(workspace.models.bundle_path(version)), since
    )
    for row in range(120):
        assert again.tag(row) == "both" or found.tag(row) not in TAGS[:2]
    assert set(again.tags) == {"both", *TAGS[2:]}


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_a_score_has_all_counts(both: int, current: int, candidate: int, neither: int) -> None:
    told = shadow_model.ShadowScore(both, current, candidate, neither)
    assert told.decided == both + current + candidate + neither
    if abs(candidate - current) < 4:
        assert "better (" not in told.words
    if "better (" in told.words:
        assert candidate > current
    if "worse (" in told.words:
        assert current > candidate


def test_an_additional_tag_does_not_change_the_score(make_workspace, tiny_model, tmp_path) -> None:
    workspace = make_workspace(200)
    found, truth = with_shadow(workspace, tiny_model, tmp_path)
    for row in range(150, 154):
        workspace.decisions.decide([row], truth[row])
    workspace.decisions.add_tag([150, 151], next(tag for tag in TAGS if tag not in truth[150:152]))
    workspace.decisions.mark([153], DecisionKind.FLAG)
    assert shadow_model.score(workspace, found).decided == 4
    workspace.decisions.mark([153], DecisionKind.CLEAR)
    assert shadow_model.score(workspace, found).decided == 3

"""Review after a promotion, until the confidence of the new model is verified."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mltag_desktop.core.learning.certification import propose
from mltag_desktop.core.learning.production_metrics import production_metrics
from mltag_desktop.core.learning.question_queue import is_open_in
from mltag_desktop.core.model.types import FloatArray, Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.retraining import retrain
from mltag_desktop.core.workspace.decisions.certificates import certification_state, finish, start
from mltag_desktop.core.workspace.decisions.review_thresholds import EVERYTHING, ReviewThresholds
from mltag_desktop.core.workspace.decisions.threshold_fallback import (
    FEWEST,
    draw_checks,
    fallback,
    open_checks,
    proven_cut,
    review_of,
)
from mltag_desktop.core.workspace.search.filtering import needs_review
from mltag_desktop.core.workspace.types import LivePredictions
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, base_model, make, predict_all

RECORDS = 2_400
TRUTH = make(RECORDS, seed=11, words=1).tags


@pytest.fixture
def promoted(tmp_path):
    """A table predicted by the base, and by a promoted model with a confidence of 0.99 everywhere."""
    with Workspace.create(tmp_path / "pets.mltag", "ann", TAGS) as workspace:
        workspace.table.add_texts(make(RECORDS, seed=11, words=1).texts)
        base = base_model()
        predict_all(workspace, base)
        for row in np.flatnonzero(~workspace.table.audited(range(60))).tolist():
            workspace.decisions.decide([row], TRUTH[row])
        made = retrain(SILENT, workspace, base, base, tmp_path / "work")
        info = workspace.models.add(made.bundle_dir, made.report.to_json(), made.trained_on)
        yield workspace, info.version


def answer(workspace: Workspace, version: str, right: float) -> None:
    """Store predictions with a confidence of 0.99 and this accuracy."""
    random = np.random.default_rng(3)
    for rows, _ in workspace.pending_predictions.pending(version):
        shares = np.full((len(rows), 3), 0.005, np.float32)
        for place, row in enumerate(rows.tolist()):
            true = TAGS.index(TRUTH[row])
            shares[place, true if random.random() < right else (true + 1) % 3] = 0.99
        workspace.pending_predictions.put(rows, Predictions(version, TAGS, shares))


def check(workspace: Workspace, most: int = RECORDS) -> None:
    """Decide random checks with their known tags."""
    for row in open_checks(workspace, ReviewThresholds())[:most].tolist():
        workspace.decisions.decide([row], TRUTH[row])


def asked(workspace: Workspace) -> set[int]:
    return set(np.flatnonzero(needs_review(workspace.states(), review_of(workspace))).tolist())


def test_records_stay_in_review_until_the_new_confidence_is_verified(promoted) -> None:
    workspace, version = promoted
    before = asked(workspace)
    assert len(before) > 100
    assert fallback(SILENT, workspace, ReviewThresholds()) is None
    workspace.models.promote(version)
    answer(workspace, version, right=0.98)
    assert not needs_review(workspace.states(), ReviewThresholds()).any(), (
        "the new model is sure of everything"
    )
    assert asked(workspace) == before
    found = fallback(SILENT, workspace, ReviewThresholds())
    assert (found.version, found.earlier, found.checks) == (version, base_model().version, 0)
    assert found.needed == FEWEST
    check(workspace, FEWEST - 1)
    assert found.renewed(workspace).checks == FEWEST - 1
    assert asked(workspace) == before - set(np.flatnonzero(workspace.states().decided >= 0).tolist())
    check(workspace)
    assert found.renewed(workspace) is None
    assert asked(workspace) == set()


def test_a_less_accurate_confidence_does_not_end_the_fallback(promoted) -> None:
    workspace, version = promoted
    workspace.models.promote(version)
    answer(workspace, version, right=0.7)
    check(workspace)
    found = fallback(SILENT, workspace, ReviewThresholds())
    assert found.checks >= FEWEST
    assert found.right < 0.85 * found.checks
    assert found.renewed(workspace) is not None
    assert asked(workspace)


def test_random_checks_are_in_random_order_those_that_count_first(promoted) -> None:
    workspace, version = promoted
    workspace.models.promote(version)
    for rows, _ in workspace.pending_predictions.pending(version):
        sure = np.where(rows % 4 == 0, 0.5, 0.81 + 0.18 * rows / RECORDS)[:, None]
        shares = np.hstack([sure, (1 - sure) * 0.6, (1 - sure) * 0.4]).astype(np.float32)
        workspace.pending_predictions.put(rows, Predictions(version, TAGS, shares))
    checks = open_checks(workspace, ReviewThresholds())
    confidence = workspace.states().confidence[checks]
    counting = confidence >= ReviewThresholds().default
    assert 0 < counting.sum() < len(checks)
    assert np.flatnonzero(counting).max() < np.flatnonzero(~counting).min()
    steps = np.diff(confidence[counting])
    assert (steps > 0).any()
    assert (steps < 0).any()
    drawn = draw_checks(workspace)
    assert len(drawn) == min(50, len(checks))
    workspace.decisions.decide([int(checks[0]), int(drawn[0])], TAGS[0])
    left = [row for row in checks.tolist() if row not in (checks[0], drawn[0])]
    assert open_checks(workspace, ReviewThresholds()).tolist() == left
    assert {*drawn.tolist()} - {*draw_checks(workspace).tolist()} == {*drawn.tolist()} - {*left}


def test_a_certificate_ends_the_fallback_above_its_cut(promoted) -> None:
    workspace, version = promoted
    workspace.models.promote(version)
    answer(workspace, version, right=1.0)
    plan = propose(SILENT, workspace, 0.1).plan
    start(workspace, plan)
    while rows := certification_state(workspace).checks.open:
        workspace.decisions.decide([rows[0]], TRUTH[rows[0]])
    assert asked(workspace)
    finish(workspace)
    assert open_checks(workspace, ReviewThresholds()).size
    assert asked(workspace) == set()
    workspace.thresholds.set(tags={TAGS[0]: plan.cut - 0.1})
    assert asked(workspace), "the certificate says nothing about records below its cut"
    workspace.history.undo()
    assert asked(workspace) == set()
    workspace.history.undo()
    assert asked(workspace), "there is no certificate any more"


def test_rolling_back_and_undoing_need_no_fallback(promoted) -> None:
    workspace, version = promoted
    before = asked(workspace)
    workspace.models.promote(version)
    answer(workspace, version, right=0.98)
    workspace.models.rollback()
    assert fallback(SILENT, workspace, ReviewThresholds()) is None
    assert asked(workspace) == before
    workspace.history.undo()
    assert fallback(SILENT, workspace, ReviewThresholds()) is not None


def surer_and_surer(version: str, rows: NDArray[np.int64], wrong: int, least: float = 0.82) -> Predictions:
    """Return surer and surer predictions, of which the first are wrong."""
    sure = np.linspace(least, 0.98, len(rows), dtype=np.float32)
    shares: FloatArray = np.repeat(np.divide(1 - sure, 2)[:, None], 3, axis=1)
    for place, row in enumerate(rows.tolist()):
        shares[place, (TAGS.index(TRUTH[row]) + (place < wrong)) % 3] = sure[place]
    return Predictions(version, TAGS, shares)


@contextmanager
def first_model(
    tmp_path: Path, wrong: int, wrong_others: int = 0, least: float = 0.82
) -> Iterator[tuple[Workspace, NDArray[np.int64]]]:
    """Yield a table with a first model of own tags, and 30 undecided records that it predicts."""
    with Workspace.create(tmp_path / "pets.mltag", "ann", TAGS) as workspace:
        workspace.table.add_texts(make(RECORDS, seed=11, words=1).texts)
        plain = np.flatnonzero(~workspace.table.audited(range(RECORDS)))
        decided, others = plain[:30], plain[30:60]
        for row in decided.tolist():
            workspace.decisions.decide([row], TRUTH[row])
        base = base_model()
        made = retrain(SILENT, workspace, base, base, tmp_path / "work")
        version = workspace.models.add(made.bundle_dir, None, made.trained_on).version
        held_out = surer_and_surer(version, decided, wrong, least)
        workspace.pending_predictions.put_out_of_fold(decided.tolist(), held_out)
        workspace.models.set_base(base.version)
        workspace.models.promote(version)
        workspace.pending_predictions.put(others, surer_and_surer(version, others, wrong_others, least))
        yield workspace, others


@pytest.mark.parametrize(("wrong", "stay"), [(2, 0), (15, 12), (30, 30)])
def test_a_first_model_of_own_tags_needs_decisions_that_prove_its_confidence(
    tmp_path: Path, wrong: int, stay: int
) -> None:
    with first_model(tmp_path, wrong) as (workspace, others):
        assert len(asked(workspace) & set(others.tolist())) == stay
        found = fallback(SILENT, workspace, ReviewThresholds())
        assert (found is None) == (stay == 0)
        assert found is None or (found.earlier, found.checks, found.right) == ("", 30, 30 - wrong)


def test_live_estimates_and_a_first_model_prove_their_own_confidence_only(tmp_path: Path) -> None:
    with first_model(tmp_path, wrong=30, wrong_others=30) as (workspace, others):
        right = surer_and_surer("names", others, 0, least=0.97).probabilities
        live = LivePredictions.of("names", TAGS, others, right, answers=30, by_names=True)
        workspace.predictions.show_live(live)
        for row in others[:15].tolist():
            workspace.decisions.decide([row], TRUTH[row])
        left = set(others[15:].tolist())
        found = fallback(SILENT, workspace, ReviewThresholds())
        assert found is not None
        assert (found.checks, found.right) == (45, 0), "the model was never right"
        assert not asked(workspace) & left, "the estimates are confirmed"
        workspace.predictions.show_live(live.confirmed_from(np.full(3, np.inf, np.float32)))
        assert asked(workspace) >= left
        workspace.predictions.show_live(None)
        assert asked(workspace) >= left


def test_a_lower_threshold_of_a_tag_is_proven_too(tmp_path: Path) -> None:
    with first_model(tmp_path, wrong=18, least=0.5) as (workspace, others):
        assert fallback(SILENT, workspace, ReviewThresholds()) is None, "12 of 15 are right"
        workspace.thresholds.set(tags={TAGS[0]: 0.5})
        states, lower = workspace.states(), others[[TRUTH[row] == TAGS[0] for row in others]]
        proven = lower[states.confidence[lower] > 0.59]
        assert 0 < len(proven) < len(lower)
        assert asked(workspace) & set(lower.tolist()) == set(lower.tolist()) - set(proven.tolist())
        workspace.thresholds.set(tags={TAGS[0]: EVERYTHING})
        assert fallback(SILENT, workspace, workspace.thresholds.below()) is None
        assert asked(workspace) >= set(lower.tolist())


def test_equal_confidences_are_proven_together() -> None:
    tied = np.full(60, 0.9923, np.float32)
    right, is_check = np.repeat([True, False, True], [12, 26, 22]), np.zeros(60, np.bool_)
    assert proven_cut(tied, right, is_check, 0.9) == np.inf, "some of equal ones cannot be released"
    surer = np.append(tied, np.full(10, 0.9951, np.float32))
    right, is_check = np.append(right, [True] * 10), np.zeros(70, np.bool_)
    assert proven_cut(surer, right, is_check, 0.9) == surer[-1]


def test_added_and_single_records_are_reviewed_by_the_same_rule(promoted) -> None:
    workspace, version = promoted
    workspace.models.promote(version)
    answer(workspace, version, right=0.98)
    limits = review_of(workspace)
    workspace.table.add_texts(["an unheard text", "another unheard text"])
    states = workspace.states()
    wanted = needs_review(states, limits)
    assert wanted[-2:].all()
    is_open = is_open_in(states, (), limits)
    assert [is_open(row) for row in range(states.count)] == wanted.tolist()
    rows = np.arange(0, states.count, 7)
    assert production_metrics(SILENT, workspace).as_set.to_review == int(wanted.sum())
    assert limits.among(rows).asks(states.of(rows)).tolist() == limits.asks(states)[rows].tolist()


def test_contradictory_checks_do_not_count(promoted) -> None:
    workspace, version = promoted
    workspace.models.promote(version)
    row = int(open_checks(workspace, ReviewThresholds())[0])
    first = workspace.table.count
    workspace.table.add_texts(workspace.table.texts([row]))
    answer_all = fallback(SILENT, workspace, ReviewThresholds())
    workspace.decisions.decide([row], "cat")
    workspace.decisions.decide([first], "dog")
    assert answer_all.renewed(workspace).checks == 0

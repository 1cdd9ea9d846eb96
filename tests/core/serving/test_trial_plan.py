"""The plan of a trial: groups, shares, ramps, and what the rules make of the results."""

from dataclasses import replace
from pathlib import Path

import pytest

from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import CANDIDATE, CURRENT, OUTSIDE, Feedback, Trial
from mltag_desktop.core.serving.service_options import ServiceOptions
from mltag_desktop.core.serving.trial_plan import EVERYONE, TrialPlan, plan_of, starting_plan
from mltag_desktop.core.serving.trial_results import evaluate_trials
from mltag_desktop.core.serving.trial_rules import apply_rules, next_plan

PLAN = TrialPlan(
    "canary", "/candidate", shares={EVERYONE: 0.1}, running=True, since="2026-11-27T10:00:00+00:00"
)
KEYS = [f"user-{number}" for number in range(4_000)]


def test_a_key_has_the_share_of_its_group() -> None:
    groups = {"internal": ("ann", "kim"), "larger": ("team-*", "ann")}
    plan = replace(PLAN, groups=groups, shares={"internal": 1.0, "larger": 0.5, EVERYONE: 0.05})
    assert [plan.share_of(key) for key in ("ann", "team-7", "steam-7", "")] == [1.0, 0.5, 0.05, 0.05]
    assert replace(plan, shares={"internal": 1.0}).share_of("team-7") == 0.0, "a group without a share"


def test_two_candidates_share_the_keys_of_their_trial() -> None:
    trial, larger = Trial("ab", "one", "two", 0.2), Trial("ab", "one", "two", 0.6)
    arms = [trial.arm(key) for key in KEYS]
    assert 0.17 < 1 - arms.count(OUTSIDE) / len(KEYS) < 0.23
    assert 0.4 < arms.count(CANDIDATE) / (len(KEYS) - arms.count(OUTSIDE)) < 0.6
    assert all(larger.arm(key) == arm for key, arm in zip(KEYS, arms, strict=True) if arm != OUTSIDE)
    assert trial.candidate_chance == 0.5
    assert trial.names == ("model one", "model two")


def test_a_ramp_takes_its_steps_in_time() -> None:
    plan = replace(PLAN, ramp=(0.3, 1.0), every=3_600.0)
    assert next_plan(plan, 7, None, "2026-11-27T10:59:59+00:00") is None
    changed = next_plan(plan, 7, None, "2026-11-27T11:00:00+00:00")
    assert changed is not None
    assert (changed[0].shares, changed[0].back) == ({EVERYONE: 0.3}, 7)
    last = next_plan(changed[0], 8, None, "2026-11-27T12:00:00+00:00")
    assert last is not None
    assert last[0].shares == {EVERYONE: 1.0}
    assert next_plan(last[0], 9, None, "2027-01-01T00:00:00+00:00") is None


def complain(store: FeedbackStore, trial: Trial, arm: str, count: int) -> None:
    store.add_feedback(
        [
            Feedback(f"{arm}{n}", f"text {n}", False, None, "a", "one", 0.9, "", b"%d" % n, arm, None, trial)
            for n in range(count)
        ]
    )


@pytest.mark.parametrize(("arm", "runs"), [(CANDIDATE, False), (CURRENT, True)])
def test_the_rule_stops_a_worse_candidate_and_no_other(tmp_path: Path, arm: str, runs: bool) -> None:
    trial = Trial("canary", "one", "two", 0.1 if arm == CANDIDATE else 0.9)
    with FeedbackStore(tmp_path) as store:
        assert store.set_plan(replace(PLAN, shares={EVERYONE: trial.share}), "Started.", expected=0)
        complain(store, trial, arm, 3)
        assert apply_rules(store, trial, []) == "", "three complaints are not enough"
        complain(store, trial, arm, 40)
        (found,) = evaluate_trials(store)
        assert found.outcome == ("worse" if arm == CANDIDATE else "better")
        assert bool(apply_rules(store, trial, [])) != runs
        assert store.plan()[1].running == runs
        if not runs:
            assert "worse, based on users' complaints" in store.plan_changes()[-1][1]
            assert apply_rules(store, trial, []) == ""


def test_the_rule_can_be_switched_off_and_holds_for_both_of_two_candidates(tmp_path: Path) -> None:
    trial = Trial("ab", "one", "two", 0.5)
    with FeedbackStore(tmp_path) as store:
        complain(store, trial, CURRENT, 40)
        (found,) = evaluate_trials(store)
    assert found.verdict.startswith("Model two is better")
    plan = replace(PLAN, mode="ab", rival="/other")
    stopped = next_plan(plan, 1, found, "2026-11-27T10:00:00+00:00")
    assert stopped is not None
    assert not stopped[0].running
    assert next_plan(replace(plan, stop_when_worse=False), 1, found, "2026-11-27T10:00:00+00:00") is None


def test_a_plan_that_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    with FeedbackStore(tmp_path) as store:
        assert store.plan() == (0, TrialPlan())
        assert store.set_plan(PLAN, "Started.", expected=0)
        assert not store.set_plan(replace(PLAN, running=False), "Stopped.", expected=0)
        assert store.plan() == (1, PLAN)


def test_options_start_a_trial_once(tmp_path: Path) -> None:
    options = ServiceOptions(state=tmp_path, canary=tmp_path / "model", share=0.2)
    plan = plan_of(options)
    assert (plan.mode, plan.shares, plan.running) == ("canary", {EVERYONE: 0.2}, True)
    stopped = replace(plan, running=False)
    assert starting_plan(options, stopped) == stopped, "a restart does not start it again"
    assert starting_plan(replace(options, share=0.3), stopped).running
    assert not starting_plan(replace(options, canary=None), plan).running
    assert starting_plan(replace(options, canary=None), PLAN) == PLAN, "a command started this one"

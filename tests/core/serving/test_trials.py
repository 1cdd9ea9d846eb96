"""Results of a trial: one verdict, complaints per answer and per key, biased evidence apart."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import (
    CANDIDATE,
    CURRENT,
    CuratorDecision,
    Feedback,
    ServiceOptions,
    Trial,
    TrialDifference,
    TrialPlan,
    same_text,
)
from mltag_desktop.core.serving.trials import agreed_plan, apply_rule, evaluate_trials
from tests.service.helpers import mltag

SHADOW = Trial("one", "two", 0.0)
CANARY = Trial("one", "two", 0.05)


def complaint(number: int, trial: Trial, arm: str, key: int | None = None, **more: object) -> Feedback:
    given: dict[str, object] = {
        "uid": f"{trial.mode}-{trial.share}-{arm}-{number}",
        "text": f"text {number}",
        "right": False,
        "tag": None,
        "served_tag": "sailing",
        "served_version": "one",
        "confidence": 0.9,
        "unit": f"user-{number if key is None else key}".encode(),
        "arm": arm,
        "trial": trial,
        **more,
    }
    return Feedback(**given)  # type: ignore[arg-type]


def fill(state: Path, trial: Trial, feedback: Iterable[Feedback], answers: dict[str, int]) -> None:
    differences = [TrialDifference(trial, f"text {n}", "sailing", "cooking", 0.9, 0.8) for n in range(60)]
    with FeedbackStore(state) as store:
        for item in feedback:
            store.add_feedback(item)
        store.add((), differences, {(trial, arm): count for arm, count in answers.items()}, keep=100)


def report(state: Path, *more: str) -> str:
    return mltag("serve-report", "--state", state, *more)


def test_corrections_of_users_are_no_evidence(tmp_path: Path) -> None:
    """Users of a shadow trial correct the active model 60 times: overwhelming, and biased."""
    reports = [complaint(n, SHADOW, CURRENT, tag="cooking") for n in range(60)]
    fill(tmp_path, SHADOW, reports, {CURRENT: 500})
    with FeedbackStore.existing(tmp_path) as store:
        (result,) = evaluate_trials(store)
    assert (result.outcome, result.suffices, result.complaints) == ("open", False, None)
    assert result.verdict == (
        "No conclusion yet. There is no unbiased evidence yet: decisions on texts with different predictions."
    )


def test_complaints_are_counted_per_answer_and_per_key(tmp_path: Path) -> None:
    """Three users complain about the candidate, one of them five times."""
    reports = [complaint(n, CANARY, CANDIDATE, key=max(0, n - 4)) for n in range(7)]
    reports += [complaint(n, CANARY, CURRENT) for n in range(100, 104)]
    fill(tmp_path, CANARY, reports, {CURRENT: 900, CANDIDATE: 50})
    with FeedbackStore.existing(tmp_path) as store:
        (result,) = evaluate_trials(store)
    found = result.complaints
    assert found is not None
    assert (found.candidate_complaints, found.candidate_answers, found.candidate_rate[0]) == (7, 50, 0.14)
    assert (found.current_complaints, found.current, found.candidate) == (4, 4, 3)
    assert (found.evidence.successes, found.evidence.draws, found.evidence.chance) == (3, 7, 0.05)
    shown = report(tmp_path)
    assert "7 of 50 answers" in shown
    assert "3 of 7 keys" in shown


def test_all_shares_of_a_candidate_are_one_trial(tmp_path: Path) -> None:
    """A share that is raised in steps gives no further chance of a false verdict."""
    raised = [Trial("one", "two", share) for share in (0.05, 0.1, 0.2, 0.4)]
    for number, trial in enumerate(raised):  # 2 of 4 keys: enough for one share of 5%, not for the trial
        reports = [complaint(4 * number + n, trial, CANDIDATE if n < 2 else CURRENT) for n in range(4)]
        fill(tmp_path, trial, reports, {CURRENT: 90, CANDIDATE: 10})
    decided = {same_text(f"text {n}"): CuratorDecision("sailing", "Ann", "2026") for n in range(3)}
    with FeedbackStore.existing(tmp_path) as store:
        store.set_decisions("w.mltag", decided)
        (found,) = evaluate_trials(store)
    assert found.trial == raised[-1]
    assert (found.differing, found.decisions.current_right) == (60, 3)
    assert found.complaints is not None
    assert (found.complaints.current, found.complaints.candidate) == (8, 8)
    assert (found.complaints.current_answers, found.complaints.candidate_answers) == (360, 40)
    assert found.complaints.evidence.draws == 16
    assert found.complaints.evidence.chance == pytest.approx(0.1875)


def test_the_report_says_which_trials_are_over(tmp_path: Path, tiny_model: LinearModel) -> None:
    state, folder = tmp_path / "state", tmp_path / "candidate"
    save_bundle(folder, tiny_model)
    now = Trial(bundled().version, tiny_model.version, 0.5)
    fill(state, CANARY, [complaint(n, CANARY, CURRENT) for n in range(9)], {CURRENT: 90, CANDIDATE: 90})
    fill(state, now, [complaint(n, now, CANDIDATE) for n in range(40)], {CURRENT: 90, CANDIDATE: 90})
    assert "over" not in report(state), "a state without a plan does not say"
    plan = TrialPlan(str(folder), 0.5, running=True)
    with FeedbackStore(state) as store:
        assert store.set_plan(plan, "Started.", 0)
    shown = report(state)
    assert "over, without a conclusion" in shown
    assert "are needed" not in shown, "of the trial that is over"
    assert "The candidate is worse, based on users' complaints. The evidence is sufficient.\n" in shown
    assert [each["over"] for each in json.loads(report(state, "--json", "-"))["trials"]] == [True, False]
    with FeedbackStore(state) as store:
        assert store.set_plan(replace(plan, running=False), "Stopped by rule: worse.", 1)
    shown = report(state)
    assert "The evidence is sufficient. This trial is over." in shown
    assert "UTC: Stopped by rule: worse." in shown


@pytest.mark.parametrize("trial", [CANARY, SHADOW])
def test_two_sources_of_evidence_share_the_error_rate(tmp_path: Path, trial: Trial) -> None:
    fill(tmp_path, trial, [], {CURRENT: 10})
    with FeedbackStore.existing(tmp_path) as store:
        (found,) = evaluate_trials(store)
    assert found.decisions.evidence.alpha == 0.025
    assert (found.complaints is None) == (trial is SHADOW)
    assert found.complaints is None or found.complaints.evidence.alpha == 0.025


PLAN = TrialPlan("/candidate", 0.1, running=True)


@pytest.mark.parametrize(("arm", "runs"), [(CANDIDATE, False), (CURRENT, True)])
def test_the_rule_stops_a_worse_candidate_and_no_other(tmp_path: Path, arm: str, runs: bool) -> None:
    trial = Trial("one", "two", 0.1 if arm == CANDIDATE else 0.9)
    with FeedbackStore(tmp_path) as store:
        assert store.set_plan(replace(PLAN, share=trial.share), "Started.", expected=0)
        for n in range(3):
            store.add_feedback(complaint(n, trial, arm))
        assert apply_rule(store, trial, []) == "", "three complaints are not enough"
        for n in range(40):
            store.add_feedback(complaint(n, trial, arm))
        (found,) = evaluate_trials(store)
        assert found.outcome == ("worse" if arm == CANDIDATE else "better")
        assert store.set_plan(replace(PLAN, stop_when_worse=False), "Kept.", expected=1)
        assert apply_rule(store, trial, []) == "", "the rule is switched off"
        assert store.set_plan(PLAN, "Started.", expected=2)
        assert bool(apply_rule(store, trial, [])) != runs
        assert store.plan()[1].running == runs
        if not runs:
            assert "worse, based on users' complaints" in store.plan_changes()[-1][1]
            assert apply_rule(store, trial, []) == ""


def test_a_plan_that_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    with FeedbackStore(tmp_path) as store:
        assert store.plan() == (0, TrialPlan())
        assert store.set_plan(PLAN, "Started.", expected=0)
        assert not store.set_plan(replace(PLAN, running=False), "Stopped.", expected=0)
        assert store.plan() == (1, PLAN)


def test_options_start_a_trial_once(tmp_path: Path) -> None:
    options = ServiceOptions(state=tmp_path, candidate=tmp_path / "model", share=0.2)
    without = replace(options, candidate=None)

    def started(options: ServiceOptions) -> TrialPlan:
        return agreed_plan(store, options)[1]

    with FeedbackStore(tmp_path) as store:
        assert started(without) == TrialPlan()
        plan = started(options)
        assert (plan.mode, plan.share, plan.running) == ("canary", 0.2, True)
        stopped = replace(plan, running=False)
        store.set_plan(stopped, "Stopped.", store.plan()[0])
        assert started(options) == stopped, "a restart does not start it again"
        assert started(replace(options, share=0.3)).running
        assert started(replace(options, share=0.0)).mode == "shadow"
        assert not started(without).running
        store.set_plan(PLAN, "Started.", store.plan()[0])
        assert started(without) == PLAN, "a command started this one"


@pytest.mark.parametrize(
    ("mode", "shares", "share", "runs"),
    [
        ("canary", {"everyone": 0.2}, 0.2, True),
        ("shadow", {}, 0.0, True),
        ("canary", {"internal": 1.0}, 0.0, False),
        ("ab", {"everyone": 0.2}, 0.2, False),
    ],
)
def test_a_plan_of_an_earlier_version_is_read(
    mode: str, shares: dict[str, float], share: float, runs: bool
) -> None:
    """Groups of keys and trials of two candidates are stopped."""
    stored = {
        "mode": mode, "candidate": "/c", "rival": "", "shares": shares, "groups": {"internal": ["ann"]},
        "running": True, "ramp": [0.5], "ramped": "everyone", "every": 60.0, "since": "",
        "stop_when_worse": True, "options": "", "back": 3,
    }  # fmt: skip
    plan = TrialPlan.from_json(json.dumps(stored))
    assert plan == TrialPlan("/c", share, running=runs)
    assert TrialPlan.from_json(plan.to_json()) == plan

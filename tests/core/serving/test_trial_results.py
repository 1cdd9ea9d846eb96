"""Results of a trial: one verdict, complaints per answer and per key, biased evidence apart."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mltag_desktop.cli.command_line import build
from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.key_counts import add_keys, key_digest, merged
from mltag_desktop.core.serving.records import CANDIDATE, CURRENT, Feedback, Trial, TrialDifference
from mltag_desktop.core.serving.trial_plan import TrialPlan
from mltag_desktop.core.serving.trial_results import evaluate_trials
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool

SHADOW = Trial("shadow", "one", "two", 0.0)
CANARY = Trial("canary", "one", "two", 0.05)


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
        "other_tag": "cooking",
        "trial": trial,
        **more,
    }
    return Feedback(**given)  # type: ignore[arg-type]


def fill(
    state: Path, trial: Trial, feedback: Iterable[Feedback], answers: dict[str, int], keys: dict[str, int]
) -> None:
    differences = [TrialDifference(trial, f"text {n}", "sailing", "cooking", 0.9, 0.8) for n in range(60)]
    with FeedbackStore(state) as store:
        store.add_feedback(list(feedback))
        tallies = {(trial, arm): count for arm, count in answers.items()}
        digests = {
            (trial, arm): [key_digest(f"{arm}-{n}") for n in range(count)] for arm, count in keys.items()
        }
        store.add([], differences, tallies, 100, digests)


def report(state: Path, *more: str) -> str:
    words = ["serve-report", "--state", str(state), *more]
    done = CliRunner().invoke(build(["serve-report", "check"]), words, catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def test_biased_feedback_is_apart_and_no_verdict_denies_it(tmp_path: Path) -> None:
    """Users of a shadow trial correct the active model 60 times: overwhelming, and biased."""
    reports = [complaint(n, SHADOW, CURRENT, tag="cooking") for n in range(60)]
    fill(tmp_path, SHADOW, reports, {CURRENT: 500}, {})
    with FeedbackStore.existing(tmp_path) as store:
        (result,) = evaluate_trials(store)
    assert result.feedback.evidence.e_value > 1e5
    assert (result.outcome, result.suffices) == ("open", False)
    assert result.verdict == (
        "No conclusion yet. There is no unbiased evidence yet: decisions on texts with different predictions."
    )
    counted, _, apart = report(tmp_path).partition("biased, not part of the verdict")
    assert "users preferred the candidate" not in counted
    assert "users preferred the candidate" in apart
    assert "e+" not in apart, "no e-value, which would look like evidence"
    (found,) = json.loads(report(tmp_path, "--json", "-"))["trials"]
    assert found["feedback"]["biased"] is True
    assert "see only the active model's predictions" in found["feedback_bias"]


def test_complaints_are_counted_per_answer_and_per_key(tmp_path: Path) -> None:
    """Three users complain about the candidate, one of them five times."""
    reports = [complaint(n, CANARY, CANDIDATE, key=max(0, n - 4)) for n in range(7)]
    reports += [complaint(n, CANARY, CURRENT) for n in range(100, 104)]
    fill(tmp_path, CANARY, reports, {CURRENT: 900, CANDIDATE: 50}, {CURRENT: 300, CANDIDATE: 20})
    with FeedbackStore.existing(tmp_path) as store:
        (result,) = evaluate_trials(store)
    found = result.complaints
    assert found is not None
    assert (found.candidate_complaints, found.candidate_answers, found.candidate_rate[0]) == (7, 50, 0.14)
    assert (found.candidate, found.candidate_keys, found.candidate_key_rate[0]) == (3, 20, 0.15)
    assert (found.current_complaints, found.current, found.current_keys) == (4, 4, 300)
    assert (found.evidence.successes, found.evidence.draws, found.evidence.chance) == (3, 7, 0.05)
    shown = report(tmp_path)
    assert "7 of 50 answers" in shown
    assert "3 of 20 keys" in shown


def test_a_changed_share_stays_one_trial(tmp_path: Path) -> None:
    """The evidence of each share is tested against this share, and a key counts once."""
    later = Trial("canary", "one", "two", 0.5)
    first = [complaint(n, CANARY, CANDIDATE) for n in range(4)]
    second = [complaint(n, later, CANDIDATE) for n in range(12)]
    fill(tmp_path, CANARY, first, {CURRENT: 900, CANDIDATE: 50}, {CANDIDATE: 20})
    fill(tmp_path, later, second, {CURRENT: 400, CANDIDATE: 400}, {CANDIDATE: 200})
    with FeedbackStore.existing(tmp_path) as store:
        (result,) = evaluate_trials(store)
    assert result.shares == (0.05, 0.5)
    assert result.differing == 60, "the same texts in both shares"
    assert result.complaints is not None
    assert result.complaints.candidate_keys == 200, "the keys of the first share are among them"
    assert result.complaints.candidate == 12
    assert result.complaints.evidence.e_value > 1_000
    assert result.outcome == "worse"


def test_the_report_says_which_trials_are_over(tmp_path: Path, tiny_model: LinearModel) -> None:
    state, folder = tmp_path / "state", tmp_path / "candidate"
    save_bundle(folder, tiny_model)
    now = Trial("canary", bundled().version, tiny_model.version, 0.5)
    fill(state, CANARY, [complaint(n, CANARY, CURRENT) for n in range(9)], {CURRENT: 90, CANDIDATE: 90}, {})
    fill(state, now, [complaint(n, now, CANDIDATE) for n in range(40)], {CURRENT: 90, CANDIDATE: 90}, {})
    assert "over" not in report(state), "a state without a plan does not say"
    plan = TrialPlan("canary", str(folder), shares={"everyone": 0.5}, running=True)
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


def test_two_sources_of_evidence_share_the_error_rate(tmp_path: Path) -> None:
    fill(tmp_path / "canary", CANARY, [], {CURRENT: 10}, {})
    fill(tmp_path / "shadow", SHADOW, [], {CURRENT: 10}, {})
    with FeedbackStore.existing(tmp_path / "canary") as store:
        (both,) = evaluate_trials(store)
    with FeedbackStore.existing(tmp_path / "shadow") as store:
        (one,) = evaluate_trials(store)
    assert both.complaints is not None
    assert (both.decisions.evidence.alpha, both.complaints.evidence.alpha) == (0.025, 0.025)
    assert one.decisions.evidence.alpha == 0.05


@pytest.mark.parametrize("keys", [90, 5_000])
def test_many_keys_are_estimated_in_bounded_space(tmp_path: Path, keys: int) -> None:
    with FeedbackStore(tmp_path) as store:
        store.add([], [], {(CANARY, CURRENT): 1}, 1)
        path = store.path
    pool = ConnectionPool(path)
    digests = [key_digest(f"user-{number}") for number in range(keys)]
    for start in range(0, keys, 50):
        with pool.write() as transaction:
            add_keys(transaction, 1, CURRENT, digests[start : start + 60], most=100)
    with pool.read() as connection:
        stored = connection.execute("SELECT arm, digest FROM answered_keys").fetchall()
        levels = connection.execute("SELECT arm, level FROM key_levels").fetchall()
    pool.close()
    assert len(stored) <= 100
    count = merged(stored, levels)[CURRENT]
    assert count.exact == (keys < 100)
    assert abs(count.count - keys) <= (0 if count.exact else 0.5 * keys)

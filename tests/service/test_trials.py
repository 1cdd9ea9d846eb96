"""Trials of a candidate: as a shadow model, or for a sticky share of the traffic, with a verdict."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import ServiceOptions, Trial, TrialPlan
from mltag_desktop.core.serving.review_sync import review
from mltag_desktop.core.serving.trials import evaluate_trials
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.service.active_models import ModelReloader
from tests.helpers import TEXTS, examples
from tests.processes import wait_for
from tests.service.helpers import Running, mltag, serving


@pytest.fixture
def shadowed(sharp: ServiceOptions, bundles: tuple[Path, Path]) -> ServiceOptions:
    return replace(sharp, candidate=bundles[1])


@pytest.fixture
def split(sharp: ServiceOptions, bundles: tuple[Path, Path]) -> ServiceOptions:
    return replace(sharp, candidate=bundles[1], share=0.3)


def settle(running: Running, feedback_store: FeedbackStore, kind: str, count: int) -> None:
    wait_for(lambda: feedback_store.trials() and feedback_store.trials()[-1][1].get(kind, 0) >= count)


@pytest.fixture
def asked(shadowed: ServiceOptions) -> Iterator[FeedbackStore]:
    """Return the store after all texts were predicted with a shadow model."""
    with serving(shadowed) as running:
        running.predict_all(TEXTS)
        with FeedbackStore.existing(shadowed.state) as feedback_store:
            settle(running, feedback_store, "compared", len(TEXTS))
            yield feedback_store


def test_a_shadow_model_never_answers_and_its_differences_are_stored(
    asked: FeedbackStore, model: LinearModel, other_model: LinearModel
) -> None:
    own, others = model.predict(TEXTS), other_model.predict(TEXTS)
    same = sum(own.tags[a] == others.tags[b] for a, b in zip(own.best, others.best, strict=True))
    ((trial, tallies),) = asked.trials()
    assert trial == Trial(model.version, other_model.version, 0.0)
    assert tallies == {"current": len(TEXTS), "compared": len(TEXTS), "same": same}
    assert 0 < same < len(TEXTS)
    differences = asked.differences(trial)
    assert len(differences) == len(TEXTS) - same
    assert {*differences.values()} == {
        ("cooking", "gardening"), ("gardening", "cooking"),
    }  # fmt: skip
    assert Counter(doubt.reason for doubt in asked.doubts()) == {"differs": len(differences)}


def test_decisions_on_differing_texts_give_a_verdict(asked: FeedbackStore, tmp_path: Path) -> None:
    """The verdict is unknown until enough texts are decided."""
    (before,) = evaluate_trials(asked)
    assert not before.suffices
    assert before.verdict.startswith("No conclusion yet")
    assert before.agreement[1] < before.same / before.compared < before.agreement[2]
    truth = {text: tag for tag, text in named()}
    with Workspace.create(tmp_path / "review.mltag", "Ann", ["cooking", "gardening", "sailing"]) as document:
        assert review(SILENT, asked, document).added == before.differing
        for row, text in enumerate(document.scan.all_texts(SILENT)):
            document.decisions.decide([row], truth[text])
        assert review(SILENT, asked, document).decided == before.differing
    (after,) = evaluate_trials(asked)
    assert after.decisions.current_right == before.differing
    assert after.decisions.candidate_right == 0
    assert after.suffices
    assert "worse, based on curators' decisions" in after.verdict
    assert after.to_json()["decisions"]["evidence"]["suffices"] is True


def named() -> list[tuple[str, str]]:
    rows = examples()
    return list(zip(rows.tags, rows.texts, strict=True))


def test_a_traffic_share_is_sticky_and_the_rest_is_unchanged(
    split: ServiceOptions, model: LinearModel, other_model: LinearModel
) -> None:
    with serving(split) as running:
        items = [{"text": "rose bush", "key": f"user-{number}"} for number in range(400)]
        first = running.client.post("/v1/predict", json={"items": items}).json()["predictions"]
        one_by_one = [running.predict(**item) for item in items[:40]]
        who = Counter(answer["model_version"] for answer in first)
        assert set(who) == {model.version, other_model.version}
        assert 80 < who[other_model.version] < 160, "0.3 of 400, within five deviations"
        assert one_by_one == first[:40]
        tags = {(answer["model_version"], answer["tag"]) for answer in first}
        assert tags == {(model.version, "gardening"), (other_model.version, "cooking")}
        without = [running.predict(text)["model_version"] for text in TEXTS]
        assert without == [running.predict(f"  {text}\n")["model_version"] for text in TEXTS]
        with FeedbackStore.existing(split.state) as feedback_store:
            settle(running, feedback_store, "compared", who[other_model.version])
            ((trial, _),) = feedback_store.trials()
            assert trial == Trial(model.version, other_model.version, 0.3)
        explained = running.explain(text="rose bush", key="user-0").json()
        assert explained["model_version"] == first[0]["model_version"]
        told = running.client.get("/v1/model").json()
        assert (told["mode"], told["share"], told["candidate"]) == ("canary", 0.3, other_model.version)
    with serving(split) as running:
        assert [running.predict(**item) for item in items[:40]] == first[:40], "after a restart too"


def test_the_traffic_split_differs_by_candidate() -> None:
    keys = [f"user-{number}" for number in range(2_000)]
    one, two = Trial("a", "b", 0.5), Trial("a", "c", 0.5)
    both = sum(one.arm(key) == two.arm(key) == "candidate" for key in keys)
    assert 400 < both < 600
    assert {Trial("a", "b", 0.0).arm(key) for key in keys} == {"current"}
    assert all(Trial("a", "b", 0.7).arm(key) == "candidate" for key in keys if one.arm(key) == "candidate"), (
        "who had the candidate keeps it when the share grows"
    )


def trial(options: ServiceOptions, *words: object, command: str = "trial") -> str:
    """Run `mltag trial`, or another command, on the data of a running service."""
    return mltag(command, *words, "--state", options.state)


def versions(running: Running, keys: list[str]) -> list[object]:
    items = [{"text": "rose bush", "key": key} for key in keys]
    found = running.client.post("/v1/predict", json={"items": items}).json()["predictions"]
    return [answer["model_version"] for answer in found]


USERS = [f"user-{number}" for number in range(200)]


def test_a_trial_is_started_changed_and_stopped_while_the_service_runs(
    sharp: ServiceOptions, bundles: tuple[Path, Path], model: LinearModel, other_model: LinearModel
) -> None:
    new = other_model.version
    with serving(sharp) as running:
        assert versions(running, USERS).count(new) == 0
        trial(sharp, "start", bundles[1], "--share", 0.2)
        wait_for(lambda: 20 < versions(running, USERS).count(new) < 65)
        first = [key for key, version in zip(USERS, versions(running, USERS), strict=True) if version == new]
        trial(sharp, "share", 0.7)
        wait_for(lambda: versions(running, USERS).count(new) > 100)
        assert set(versions(running, first)) == {new}, "who had the candidate keeps it"
        shown = trial(sharp, "show")
        assert "70% of the keys" in shown
        assert "time (UTC)" in shown
        trial(sharp, "stop")
        wait_for(lambda: versions(running, USERS).count(new) == 0)
        assert running.client.get("/v1/model").json()["candidate"] is None
    with serving(sharp) as running:
        assert versions(running, USERS).count(new) == 0, "after a restart too"


def test_the_log_names_the_models_of_a_trial(
    sharp: ServiceOptions, bundles: tuple[Path, Path], model: LinearModel, other_model: LinearModel
) -> None:
    def words(candidate: Path, share: float) -> str:
        return ModelReloader(sharp, TrialPlan(str(candidate), share, running=True)).in_words()

    one, two = model.version, other_model.version
    assert words(bundles[1], 0.0) == f"model {one}, shadow model {two}"
    assert words(bundles[1], 0.3) == f"model {one}, candidate {two} for 30% of the keys"
    assert words(bundles[0], 0.0) == f"model {one} (no trial: the candidate is the same model)"


def test_a_trial_of_the_active_model_is_told_so(sharp: ServiceOptions, bundles: tuple[Path, Path]) -> None:
    plan = TrialPlan(str(bundles[1]), running=True)
    with FeedbackStore(sharp.state) as feedback_store:
        feedback_store.set_plan(plan, "Started.", 0)
        feedback_store.set_bundle(str(bundles[0]))
        assert "nothing is compared" not in trial(sharp, "show")
        report = trial(sharp, command="serve-report")
        assert "A trial is running; no answers have been compared yet." in report
        feedback_store.set_bundle(str(bundles[1]))
        for report in (trial(sharp, "show"), trial(sharp, command="serve-report")):
            assert "Both are the same model now, so nothing is compared" in report
            assert "No trial has run" not in report


def test_the_running_service_stops_a_worse_candidate_by_itself(
    sharp: ServiceOptions, bundles: tuple[Path, Path], other_model: LinearModel
) -> None:
    with serving(replace(sharp, rule_seconds=0.05)) as running:
        trial(sharp, "start", bundles[1], "--share", 0.3)
        wait_for(lambda: versions(running, USERS).count(other_model.version) > 30)
        for key in USERS:
            if running.predict("rose bush", key=key)["tag"] == "cooking":
                given = {"text": "rose bush", "key": key, "tag": "gardening"}
                running.feedback(**given)
        wait_for(lambda: versions(running, USERS).count(other_model.version) == 0)
        assert "Stopped by rule: The candidate is worse" in trial(sharp, "show")
        with pytest.raises(MltagError, match="No trial is running"):
            trial(sharp, "share", 0.1)


def test_a_candidate_is_published_without_a_promotion(
    sharp: ServiceOptions,
    bundles: tuple[Path, Path],
    tmp_path: Path,
    model: LinearModel,
    other_model: LinearModel,
) -> None:
    workspace, place = tmp_path / "w.mltag", tmp_path / "candidate"
    with Workspace.create(workspace, "Ann", ["cooking", "gardening", "sailing"]) as document:
        for bundle in bundles:
            document.models.add(bundle, None, "a test")
        document.models.promote(model.version)
    given = ("publish", workspace, place, "--candidate", other_model.version[:6], "--state", sharp.state)
    mltag(*given)
    assert load_bundle(place).version == other_model.version
    with Workspace.open(workspace, "Ann") as document:
        assert document.models.active == model.version
    with FeedbackStore(sharp.state) as feedback_store:
        feedback_store.set_bundle(str(place))
    with pytest.raises(MltagError, match="would promote it"):
        mltag(*given)


def test_no_texts_are_stored_if_disabled(shadowed: ServiceOptions) -> None:
    with serving(replace(shadowed, keep_texts=False, review_below=1.0)) as running:
        running.predict_all(TEXTS)
        with FeedbackStore.existing(shadowed.state) as feedback_store:
            settle(running, feedback_store, "compared", len(TEXTS))
            assert feedback_store.doubts() == []
            assert feedback_store.differences(feedback_store.trials()[0][0]) == {}

"""The accuracy of the service on texts drawn at random: JSON, page, metrics and report, with a candidate."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.evaluation.metrics import wilson
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import (
    CuratorDecision,
    DoubtfulText,
    SampledAnswer,
    ServiceOptions,
    Trial,
    TrialDifference,
    TrialPlan,
    same_text,
)
from mltag_desktop.core.serving.service_accuracy import rate, service_accuracy
from mltag_desktop.core.serving.trials import apply_rule, evaluate_trials
from tests.helpers import TEXTS
from tests.processes import wait_for
from tests.service.helpers import Running, mltag, serving

NEW = [
    f"{text}, as told in chapter {number} of a long and rambling letter" for number, text in enumerate(TEXTS)
]


def decide(feedback_store: FeedbackStore, truth: dict[str, str]) -> None:
    decided = {same_text(text): CuratorDecision(tag, "Ann", "2026-11-27") for text, tag in truth.items()}
    feedback_store.set_decisions("w.mltag", decided)


def ask(running: Running, texts: list[str]) -> None:
    running.predict_all(texts)


@pytest.fixture
def drawing(sharp: ServiceOptions) -> Iterator[tuple[Running, FeedbackStore]]:
    options = replace(sharp, sample=0.5)
    with serving(options) as running, FeedbackStore.existing(options.state) as feedback_store:
        yield running, feedback_store


def test_the_figures_are_those_of_the_drawn_and_reviewed_texts(
    drawing: tuple[Running, FeedbackStore], model: LinearModel
) -> None:
    running, feedback_store = drawing
    none = running.client.get("/v1/accuracy").json()["answers"]
    assert (none["drawn"], none["reviewed"], none["accuracy"]["texts"]) == (0, 0, 0)
    assert none["accuracy"]["share"] is None, "unknown, not 0%"
    ask(running, NEW)
    wait_for(lambda: feedback_store.samples())
    drawn = {item.text: item.tag for item in feedback_store.samples()}
    wrong = sorted(drawn)[:5]
    truth = {text: ("sailing" if tag != "sailing" else "cooking") if text in wrong else tag
             for text, tag in drawn.items()}  # fmt: skip
    decide(feedback_store, truth)
    wait_for(lambda: running.client.get("/v1/accuracy").json()["answers"]["reviewed"] == len(drawn))
    found = running.client.get("/v1/accuracy").json()
    right = len(drawn) - 5
    low, high = wilson(right, len(drawn))
    figures = found["answers"]["accuracy"]
    assert (figures["share"], figures["low"]) == (pytest.approx(right / len(drawn)), pytest.approx(low))
    for tag in found["answers"]["tags"]:
        said = [text for text in drawn if drawn[text] == tag["tag"]]
        known = [text for text in drawn if truth[text] == tag["tag"]]
        both = len(set(said) & set(known))
        assert tag["precision"]["share"] == pytest.approx(both / len(said))
        assert tag["recall"]["share"] == pytest.approx(both / len(known))
    assert sum(day["texts"] for day in found["answers"]["days"]) == len(drawn)
    assert found["answers"]["trained_on"] == 0
    assert [each["version"] for each in found["models"]] == [model.version]
    line = f'mltag_service_accuracy{{bound="high",model="{model.version}"}}'
    assert running.metric(line) == pytest.approx(high)
    reviewed = 'mltag_service_texts{model="all",state="reviewed"}'
    assert running.metric(reviewed) == len(drawn)
    assert "v1/accuracy" in running.client.get("/").text


def test_texts_that_the_model_was_trained_on_are_named(
    drawing: tuple[Running, FeedbackStore], options: ServiceOptions
) -> None:
    """All trained texts are right, which says nothing about others."""
    running, feedback_store = drawing
    ask(running, TEXTS + NEW)
    wait_for(lambda: feedback_store.samples())
    drawn = {item.text: item.tag for item in feedback_store.samples()}
    trained = set(drawn) & set(TEXTS)
    decide(feedback_store, {text: tag if text in trained else "poetry" for text, tag in drawn.items()})
    found = running.client.get("/v1/accuracy").json()["answers"]
    assert found["trained_on"] == len(trained)
    assert found["accuracy"]["share"] == pytest.approx(len(trained) / len(drawn))
    assert (found["others"]["texts"], found["others"]["share"]) == (len(drawn) - len(trained), 0)
    feedback_store.set_bundle(str(options.model))
    shown = mltag("serve-report", "--state", options.state)
    assert f"trained on {len(trained)} reviewed texts" in shown


def test_the_rule_that_stops_a_trial_has_the_evidence_of_the_report(
    tmp_path: Path, model: LinearModel, other_model: LinearModel
) -> None:
    """The active model is right on six texts that it was trained on, and on eight others."""
    trial, models = Trial(model.version, other_model.version, 0.0), [model, other_model]
    plan = TrialPlan("/candidate", running=True)

    def differ(store: FeedbackStore, texts: list[str]) -> None:
        doubts = [DoubtfulText(text, "sailing", 0.5, model.version, "differs") for text in texts]
        differences = [TrialDifference(trial, text, "sailing", "cooking", 0.9, 0.8) for text in texts]
        store.add(doubts, differences, keep=100)
        decide(store, {doubt.text: "sailing" for doubt in store.doubts()})

    with FeedbackStore(tmp_path) as store:
        assert store.set_plan(plan, "Started.", expected=0)
        differ(store, [*TEXTS[:6], *NEW[:8]])
        assert [each.outcome for each in evaluate_trials(store)] == ["worse"]
        assert [each.outcome for each in evaluate_trials(store, models=models)] == ["open"]
        assert apply_rule(store, trial, models) == ""
        assert store.plan()[1].running
        differ(store, NEW[8:14])
        (result,) = evaluate_trials(store, models=models)
        assert (result.trained_on, result.decisions.current_right) == (6, 14)
        assert result.notes[-1].endswith("near-copy of it: 6.")
        (half,) = evaluate_trials(store, models=[model])
        assert f"Model {other_model.version} is no longer in its folder" in half.notes[-1]
        assert apply_rule(store, trial, models) == f"Stopped by rule: {result.verdict}"
        assert not store.plan()[1].running


def test_with_a_shadow_model_both_are_measured_on_the_same_texts(
    sharp: ServiceOptions, bundles: tuple[Path, Path], model: LinearModel, other_model: LinearModel
) -> None:
    options = replace(sharp, sample=1.0, candidate=bundles[1])
    with serving(options) as running, FeedbackStore.existing(options.state) as feedback_store:
        ask(running, NEW)
        wait_for(lambda: len(feedback_store.samples()) == 2 * len(NEW))
        own = {item.text: item.tag for item in feedback_store.samples() if item.version == model.version}
        decide(feedback_store, own)
        found = service_accuracy(feedback_store, [model, other_model])
    assert {each.version: each.served for each in found.models} == {
        model.version: True, other_model.version: False,
    }  # fmt: skip
    assert found.answers.drawn == len(NEW), "the shadow model's answers were not returned"
    (pair,) = found.pairs
    assert (pair.texts, pair.current_accuracy.share) == (len(NEW), 1.0)
    assert pair.candidate_accuracy.share < 0.8
    (written,) = json.loads(mltag("serve-report", "--state", options.state, "--json", "-"))["accuracy"][
        "pairs"
    ]
    assert written["candidate"] == other_model.version


def test_a_canary_and_the_active_model_are_measured_on_all_drawn_texts(
    sharp: ServiceOptions, bundles: tuple[Path, Path]
) -> None:
    options = replace(sharp, sample=1.0, candidate=bundles[1], share=0.3)
    with serving(options) as running, FeedbackStore.existing(options.state) as feedback_store:
        ask(running, NEW)
        wait_for(lambda: len(feedback_store.samples()) == 2 * len(NEW))
        decide(feedback_store, dict.fromkeys(NEW, "sailing"))
        (pair,) = service_accuracy(feedback_store).pairs
    assert pair.texts == len(NEW)


def test_texts_are_weighted_and_keep_their_largest_probability(tmp_path: Path) -> None:
    with FeedbackStore(tmp_path) as feedback_store:
        for probability in (0.1, 0.5, 0.2):
            sampled = SampledAnswer("rose bush", "v1", "gardening", 0.9, probability, served=True)
            feedback_store.add(samples=[sampled], keep=10)
        assert [item.probability for item in feedback_store.samples()] == [0.5]
    found = rate(np.array([True, False, False]), np.array([10.0, 2.0, 2.0]))
    assert found.share == pytest.approx(10 / 14)
    effective = 14**2 / (100 + 4 + 4)
    assert (found.low, found.high) == pytest.approx(wilson(10 / 14 * effective, effective))

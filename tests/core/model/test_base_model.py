"""The bundled model: what it promises on the labelled data, where at hand, and what holds anywhere."""

import csv
import sys
from functools import lru_cache
from pathlib import Path
from subprocess import run

import numpy as np
import pytest

from mltag_desktop.core.evaluation import behavioural_tests
from mltag_desktop.core.evaluation.behavioural_tests import load_cases
from mltag_desktop.core.evaluation.metrics import figures
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.extraction import text_vectors
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.training.training import weighted_f1

DATA = Path(__file__).resolve().parents[4] / "shared" / "datasets"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the labelled data are not at hand")


@lru_cache
def labelled(name: str) -> tuple[list[str], list[str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [f"{row['title'].strip()} {row['description'].strip()}".strip() for row in rows], [
        r["tag"] for r in rows
    ]


def test_the_model_card_has_the_required_metrics() -> None:
    metrics = bundled().manifest.metrics
    crossed, holdout, other = (metrics[name] for name in ("cross_validation", "holdout", "other_sources"))
    assert crossed["f1"] >= 0.930
    assert crossed["ece"] <= 0.015
    assert holdout["f1"] >= 0.950
    assert min(holdout["tags"].values()) >= 0.85
    assert holdout["ece"] <= 0.05
    assert holdout["right_above"] >= 0.98
    assert holdout["share_above_threshold"] >= 0.80
    assert other["f1"] >= 0.84
    assert other["ece"] <= 0.06


def test_only_cases_with_a_reason_fail() -> None:
    cases = load_cases(resource("behaviour.toml"))
    failed = behavioural_tests.run(bundled(), cases).failed_cases
    assert set(failed) == {case.name for case in cases if case.may_fail}


@needs_data
@pytest.mark.parametrize("name", ["holdout", "other_source"])
def test_the_model_card_is_correct(name: str) -> None:
    model = bundled()
    texts, tags = labelled(name)
    truth = np.array([model.tags.index(tag) for tag in tags])
    found = figures(truth, model.predict(texts).probabilities, model.tags)
    said = model.manifest.metrics["holdout" if name == "holdout" else "other_sources"]
    assert found.f1 == pytest.approx(said["f1"], abs=1e-4)
    assert found.ece == pytest.approx(said["ece"], abs=1e-3)


@needs_data
def test_the_bundled_holdout_features_give_the_same_predictions() -> None:
    model = bundled()
    texts, tags = labelled("holdout")
    assert model.holdout is not None
    assert np.array_equal(text_digests(texts), model.holdout.digests)
    assert [model.tags[label] for label in model.holdout.labels] == tags
    live = model.predict(texts).probabilities
    assert np.array_equal(model.predict_features(model.holdout.features).probabilities, live)


@needs_data
def test_the_bundle_contains_no_sentence_of_the_data() -> None:
    content = b"".join(path.read_bytes() for path in resource("model").iterdir()).lower()
    for name in ("dataset", "holdout", "other_source"):
        for text in labelled(name)[0]:
            assert len(text) < 25 or text[:60].lower().encode() not in content


def test_rules_are_evaluated_on_the_same_rows() -> None:
    holdout = bundled().holdout
    assert holdout is not None
    assert holdout.rules is not None
    answers = holdout.rules.argmax(axis=1)
    assert 0.7 < weighted_f1(holdout.labels, answers, holdout.rules.shape[1]) < 1


def test_the_bundle_is_small_and_predicting_needs_no_training_library() -> None:
    assert sum(path.stat().st_size for path in resource("model").iterdir()) <= 20_000_000
    code = (
        "import sys; from mltag_desktop.core.model.bundle import bundled; "
        "bundled().predict(['a text']); bundled().explain('a text'); "
        "sys.exit(any(name in sys.modules for name in ('sklearn', 'pandas', 'torch')))"
    )
    assert run([sys.executable, "-c", code], check=False).returncode == 0


def test_plain_texts_of_the_field_are_predicted_correctly() -> None:
    model = bundled()
    answers = model.predict(
        [
            "Fine-tuning BERT for named entity recognition in clinical notes",
            "Real-time object detection on drones with YOLO",
            "Deploying models on Kubernetes with monitoring and a feature store",
        ]
    )
    assert [model.tags[best] for best in answers.best] == [
        "natural-language-processing",
        "computer-vision",
        "mlops",
    ]
    assert answers.confidence.min() > 0.8


def test_predictions_with_vectors_are_those_of_both_functions() -> None:
    model = bundled()
    texts = [
        "",
        "training a detector on images of traffic",
        *(f"notes on {n} unheardof words" for n in range(40)),
    ]
    predictions, vectors = model.predict_with_vectors(texts)
    assert np.array_equal(predictions.probabilities, model.predict(texts).probabilities)
    assert np.array_equal(vectors, text_vectors(model.vectors, texts))
    for place, text in enumerate(texts):  # alone, too: a few texts are added up in another way
        alone, vector = model.predict_with_vectors([text])
        assert np.array_equal(alone.probabilities[0], predictions.probabilities[place])
        assert np.array_equal(vector[0], vectors[place])

"""A service that answers from a prediction cache, and adds to it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.prediction_cache import PredictionCache, digest_of
from mltag_desktop.core.serving.records import ServiceOptions
from mltag_desktop.service.app import Service
from tests.helpers import TEXTS
from tests.processes import wait_for
from tests.service.helpers import Running, mltag, serving

HITS, MISSES = 'mltag_cache_total{result="hit"}', 'mltag_cache_total{result="miss"}'


@pytest.fixture
def cached(sharp: ServiceOptions, tmp_path: Path) -> ServiceOptions:
    return replace(sharp, cache=tmp_path / "cache")


def many(running: Running, texts: list[str]) -> list[dict[str, object]]:
    body = {"items": [{"text": text} for text in texts], "probabilities": True}
    found: list[dict[str, object]] = running.client.post("/v1/predict", json=body).json()["predictions"]
    return found


def test_a_second_service_answers_from_what_the_first_one_predicted(
    sharp: ServiceOptions, cached: ServiceOptions
) -> None:
    with serving(sharp) as running:
        expected = many(running, TEXTS)
    with serving(cached) as running:
        assert many(running, TEXTS[:40]) == expected[:40]
        assert (running.metric(HITS), running.metric(MISSES)) == (0, 40)
    with serving(cached) as running:
        assert many(running, TEXTS) == expected, "known and new texts, in order"
        assert (running.metric(HITS), running.metric(MISSES)) == (40, 50)
        assert running.predict(TEXTS[0])["tag"] == expected[0]["tag"]
        assert running.metric(HITS) == 41


def test_only_unknown_texts_are_batched(cached: ServiceOptions) -> None:
    with serving(cached) as running:
        running.predict("rose bush")
        assert running.metric("mltag_batch_texts_count") == 1
        running.predict("rose bush")
        assert running.metric("mltag_batch_texts_count") == 1
        assert len(many(running, ["rose bush", "tomato soup"])) == 2
        assert running.metric("mltag_batch_texts_count") == 2
        assert running.metric("mltag_batch_texts_sum") == 2


def test_the_cache_of_a_batch_is_used(
    tmp_path: Path, cached: ServiceOptions, bundles: tuple[Path, Path]
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("text\n" + "\n".join(TEXTS), encoding="utf-8")
    mltag("predict", table, "-o", tmp_path / "out.csv", "--model", bundles[0], "--cache", cached.cache)
    with serving(cached) as running:
        many(running, TEXTS)
        assert (running.metric(HITS), running.metric(MISSES)) == (len(TEXTS), 0)


def test_answers_are_those_of_the_file_and_of_this_version_only(
    cached: ServiceOptions, model: LinearModel, other_model: LinearModel
) -> None:
    assert cached.cache is not None
    with PredictionCache.open(cached.cache) as cache:
        told = np.zeros((1, len(model.tags)), np.float32)
        told[0, model.tags.index("sailing")] = 1.0
        cache.store(model.version, model.tags, [digest_of("rose bush")], told)
        cache.store(other_model.version, model.tags, [digest_of("tomato soup")], told)
        cache.set_decisions("ann", {"apple tree": ("sailing", "2026-01-01")})
    with serving(cached) as running:
        assert (running.predict("rose bush")["tag"], running.predict("rose bush")["confidence"]) == (
            "sailing",
            1,
        )
        assert running.predict("tomato soup")["tag"] == "cooking"
        decided = running.predict("apple  tree")
        assert (decided["tag"], decided["source"]) == ("sailing", "curator")


def test_a_cache_that_fails_costs_no_answer(cached: ServiceOptions, caplog: pytest.LogCaptureFixture) -> None:
    with serving(cached) as running:
        assert cached.cache is not None
        with closing(sqlite3.connect(cached.cache)) as connection:
            connection.execute("DROP VIEW answers")
            connection.execute("DROP TABLE predictions")
        assert running.predict("rose bush")["tag"] == "gardening"
        assert running.predict("tomato soup")["tag"] == "cooking"
        wait_for(lambda: running.metric('mltag_cache_total{result="failure"}') >= 1)
    assert caplog.text.count("the prediction cache failed") == 1


def test_a_file_of_another_kind_is_refused(cached: ServiceOptions) -> None:
    assert cached.cache is not None
    cached.cache.write_bytes(b"something else" * 100)
    with pytest.raises(MltagError, match="cannot be used as a prediction cache"):
        Service(cached)

"""The stream is sampled under load, and an alarm reports example texts."""

import contextlib
from pathlib import Path

import httpx
import pytest

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import DoubtfulText
from mltag_desktop.core.serving.service_accuracy import service_accuracy
from mltag_desktop.service.drift_monitor import A_SECOND, ROOM, StreamMonitor
from mltag_desktop.service.metrics import Metrics
from tests.helpers import TEXTS
from tests.processes import wait_for
from tests.service.helpers import needs_proc, served

ODD = [f"zzqx wvut {n} kkpl mnbv" for n in range(120)]


class Watched:
    """A drift monitor with the doubts that it reported."""

    def __init__(self, state: Path, *, keep: bool = True) -> None:
        self.metrics = Metrics()
        self.kept: list[DoubtfulText] = []
        self.now = 0.0
        with FeedbackStore(state) as store:
            self._accuracy = service_accuracy(store)
        self.watch = StreamMonitor(self.metrics, self.kept.append if keep else None, lambda: self.now)

    def observe(self, model: LinearModel, texts: list[str]) -> None:
        self.watch.observe(model, texts, [*model.predict(texts).probabilities])

    def metric(self, line: str) -> float:
        lines = self.metrics.text({}, self._accuracy).splitlines()
        return next((float(each.split()[-1]) for each in lines if each.startswith(f"{line} ")), 0.0)

    def texts(self) -> float:
        """Check what is queued, and return the number of texts in the metrics."""
        self.watch.check()
        return self.metric("mltag_drift_texts")

    def is_foreign(self) -> bool:
        return self.metric('mltag_drift_alarm{check="language"}') == 1

    def left_out(self) -> float:
        return self.metric("mltag_unwatched_total")


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_few_texts_are_all_monitored_and_many_are_sampled(watched: Watched, model: LinearModel) -> None:
    burst = (TEXTS * 20)[: ROOM // 2]
    watched.observe(model, burst)
    watched.observe(model, burst)
    assert watched.left_out() == 0
    watched.observe(model, burst)
    assert watched.left_out() == len(burst)
    watched.now += 2
    watched.observe(model, burst)
    assert watched.left_out() == 2 * len(burst) - 2 * A_SECOND
    watched.now += 3_600
    watched.observe(model, burst * 3)
    assert watched.left_out() == 3 * len(burst) - 2 * A_SECOND
    assert watched.texts() > 0


def test_an_alarm_reports_examples_once(watched: Watched, model: LinearModel) -> None:
    watched.observe(model, TEXTS[:60])
    assert watched.texts() == 60
    assert not watched.is_foreign()
    watched.observe(model, ODD)
    assert watched.texts() == 180
    assert watched.is_foreign()
    named = [doubt for doubt in watched.kept if doubt.reason == "language"]
    assert 0 < len(named) <= 5
    assert {doubt.text for doubt in named} <= set(ODD)
    assert {(doubt.version, doubt.tag in model.tags) for doubt in named} == {(model.version, True)}
    watched.observe(model, [f"{text} again" for text in ODD])
    assert watched.texts() == 300
    assert [doubt for doubt in watched.kept if doubt.reason == "language"] == named


def test_an_alarm_in_several_windows_is_logged_once(
    watched: Watched, model: LinearModel, caplog: pytest.LogCaptureFixture
) -> None:
    watched.observe(model, (ODD * 12)[:1_200])
    assert watched.texts() == 1_200
    logged = [message for message in caplog.messages if message.startswith("drift, language: ")]
    assert len(logged) == 1


def test_no_text_is_kept_if_texts_are_not_allowed(
    tmp_path: Path, model: LinearModel, caplog: pytest.LogCaptureFixture
) -> None:
    watched = Watched(tmp_path, keep=False)
    watched.observe(model, [*TEXTS[:60], *ODD])
    assert watched.texts() == 180
    assert "drift, language: " in caplog.text
    assert not any(text in caplog.text for text in ODD)


def test_another_model_resets_the_monitor(
    watched: Watched, model: LinearModel, other_model: LinearModel
) -> None:
    watched.observe(model, TEXTS[:60])
    assert watched.texts() == 60
    watched.observe(other_model, TEXTS[:70])
    assert watched.texts() == 70


def test_an_alarm_ends_with_its_cause(watched: Watched, model: LinearModel) -> None:
    watched.observe(model, [*TEXTS[:60], *ODD])
    assert watched.texts() == 180
    assert watched.is_foreign()
    for _ in range(40):
        watched.now += 3_600
        watched.observe(model, TEXTS)
    assert watched.texts() > 0
    assert not watched.is_foreign()


@needs_proc
def test_every_scrape_has_the_drift_of_all_workers(tmp_path: Path, bundles: tuple[Path, Path]) -> None:
    """With kept connections, each scrape comes to the same worker, which may have answered no text."""
    body = {"items": [{"text": text} for text in [*TEXTS[:60], *ODD]]}

    def scraped(client: httpx.Client) -> dict[str, float]:
        lines = client.get("/metrics").text.splitlines()
        return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines if line[0] != "#"}

    with (
        served("--model", bundles[0], "--state", tmp_path, "--workers", 2) as process,
        contextlib.ExitStack() as kept,
    ):
        wait_for(lambda: len(process.workers()) == 2)
        process.client.post("/v1/predict", json=body).raise_for_status()
        clients = [kept.enter_context(httpx.Client(base_url=process.client.base_url)) for _ in range(8)]
        wait_for(lambda: "mltag_drift_texts" in scraped(process.client))
        for found in map(scraped, clients * 2):
            assert found['mltag_drift_alarm{check="language"}'] == 1
            assert found["mltag_drift_texts"] == len(body["items"])
            assert found["mltag_drift_foreign_share"] > 0.4

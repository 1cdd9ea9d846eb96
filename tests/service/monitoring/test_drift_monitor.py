"""The stream is sampled under load, and an alarm reports example texts."""

from collections.abc import Iterator

import pytest

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.serving.records import DoubtfulText
from mltag_desktop.service.monitoring.drift_monitor import A_SECOND, ROOM, StreamMonitor
from mltag_desktop.service.monitoring.prometheus_metrics import Metrics
from tests.helpers import TEXTS
from tests.processes import wait_for

ODD = [f"zzqx wvut {n} kkpl mnbv" for n in range(120)]


class Watched:
    """A drift monitor with the doubts that it reported."""

    def __init__(self, model: LinearModel, *, keep: bool) -> None:
        self.metrics = Metrics()
        self.kept: list[DoubtfulText] = []
        self.now = 0.0
        self.watch = StreamMonitor(self.metrics, model, self.kept.append if keep else None, lambda: self.now)

    def observe(self, model: LinearModel, texts: list[str]) -> None:
        self.watch.observe(model, texts, model.predict(texts).probabilities)

    def gauge(self, name: str) -> float:
        return self.watch.gauges.get((name, ()), 0.0)

    def left_out(self) -> float:
        return self.metrics.value("mltag_unwatched_total")

    def alarms(self) -> set[str]:
        return {labels[0][1] for name, labels in self.watch.gauges if name == "mltag_drift_alarm"}


@pytest.fixture
def watched(model: LinearModel) -> Iterator[Watched]:
    found = Watched(model, keep=True)
    yield found
    found.watch.close()


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
    wait_for(lambda: watched.gauge("mltag_drift_texts") > 0)


def test_answers_of_several_requests_are_read_together(watched: Watched, model: LinearModel) -> None:
    for start in range(0, 60, 20):
        watched.observe(model, TEXTS[start : start + 20])
    wait_for(lambda: watched.gauge("mltag_drift_texts") == 60)


def test_an_alarm_reports_examples_once(watched: Watched, model: LinearModel) -> None:
    watched.observe(model, TEXTS[:60])
    wait_for(lambda: watched.gauge("mltag_drift_texts") == 60)
    assert "off_topic" not in watched.alarms()
    watched.observe(model, ODD)
    wait_for(lambda: "off_topic" in watched.alarms())
    named = [doubt for doubt in watched.kept if doubt.reason == "off_topic"]
    assert 0 < len(named) <= 5
    assert {doubt.text for doubt in named} <= set(ODD)
    assert {(doubt.version, doubt.tag in model.tags) for doubt in named} == {(model.version, True)}
    watched.observe(model, [f"{text} again" for text in ODD])
    wait_for(lambda: watched.gauge("mltag_drift_texts") == 300)
    assert [doubt for doubt in watched.kept if doubt.reason == "off_topic"] == named


def test_an_alarm_in_several_windows_is_logged_once(
    watched: Watched, model: LinearModel, caplog: pytest.LogCaptureFixture
) -> None:
    watched.observe(model, (ODD * 12)[:1_200])
    wait_for(lambda: watched.gauge("mltag_drift_texts") == 1_200)
    logged = [message for message in caplog.messages if message.startswith("drift, off_topic: ")]
    assert len(logged) == 1


def test_no_text_is_kept_if_texts_are_not_allowed(
    model: LinearModel, caplog: pytest.LogCaptureFixture
) -> None:
    watched = Watched(model, keep=False)
    try:
        watched.observe(model, [*TEXTS[:60], *ODD])
        wait_for(lambda: "off_topic" in watched.alarms())
    finally:
        watched.watch.close()
    assert "drift, off_topic: " in caplog.text
    assert not any(text in caplog.text for text in ODD)


def test_another_model_resets_the_monitor(
    watched: Watched, model: LinearModel, other_model: LinearModel
) -> None:
    watched.observe(model, TEXTS[:60])
    wait_for(lambda: watched.gauge("mltag_drift_texts") == 60)
    watched.observe(other_model, TEXTS[:70])
    wait_for(lambda: watched.gauge("mltag_drift_texts") == 70)

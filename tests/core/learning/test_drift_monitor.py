"""Drift: no alarms on texts like the training data, alarms on others, bounded memory."""

import csv
import threading
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.learning.drift_monitor import (
    CHECKS,
    LEAST_PSI,
    DriftMonitor,
    DriftReport,
    Reference,
    limits_for,
    psi,
    reference_of,
)
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.off_topic import FLAGGED
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, train
from tests.core.model.unrelated_texts import FOREIGN, PROSE, SHORT, SPAM

HOLDOUT = Path(__file__).resolve().parents[4] / "shared" / "datasets" / "holdout.csv"


TASKS = (
    "image segmentation",
    "object detection in video",
    "text classification",
    "question answering over documents",
    "named entity recognition",
    "machine translation",
    "deploying models to production",
    "monitoring machine learning models",
    "time series forecasting",
    "deep reinforcement learning",
)
WAYS = (
    "with convolutional neural networks",
    "using transformers and transfer learning",
    "with PyTorch, a tutorial",
    "in TensorFlow with pretrained models",
    "an introduction to deep learning methods",
    "with attention and self-supervised learning",
)
FORMS = (
    "{task} {way}",
    "A guide to {task} {way}",
    "How we built {task} {way}",
    "An open-source library: {task} {way}",
)


def in_topic() -> list[str]:
    """Texts about machine learning that the model was not trained on."""
    return [form.format(task=task, way=way) for form in FORMS for way in WAYS for task in TASKS]


def read(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [f"{row['title']} {row['description']}" for row in csv.DictReader(file)]


def watched(texts: list[str], window: int = 500) -> DriftReport:
    watch = DriftMonitor(bundled(), window=window)
    watch.add(texts, bundled().predict(texts))
    return watch.report()


def checks(report: DriftReport) -> set[str]:
    return {alarm.check for alarm in report.alarms}


@pytest.fixture(scope="module")
def reference() -> Reference:
    return reference_of(bundled())


def test_psi_is_zero_for_equal_shares_and_follows_the_formula() -> None:
    assert psi(np.array([300, 100]), np.array([3, 1])) == pytest.approx(0.0, abs=0.02)
    p, q = np.array([3000.5, 1000.5]) / 4001, np.array([1000.5, 3000.5]) / 4001
    assert psi(np.array([3000, 1000]), np.array([1000, 3000])) == pytest.approx(
        float(((q - p) * np.log(q / p)).sum())
    )
    assert np.isfinite(psi(np.array([5, 0]), np.array([0, 5])))


def test_limits_shrink_with_the_sample(reference: Reference) -> None:
    small, large = limits_for(reference, 100), limits_for(reference, 10_000)
    for check in CHECKS:
        assert small[check] > large[check]


def test_no_limit_is_nearer_than_what_is_compared_first(reference: Reference) -> None:
    for rows in (50, 500, 20_000):
        limits = limits_for(reference, rows)
        assert min(limits["tags"], limits["confidence"]) >= LEAST_PSI
        assert limits["off_topic"] > FLAGGED


@pytest.mark.skipif(not HOLDOUT.exists(), reason="needs the shared datasets")
def test_the_holdout_raises_no_alarm() -> None:
    assert watched(read(HOLDOUT)).alarms == ()


@pytest.mark.parametrize(
    ("strangers", "check"),
    [(SHORT, "off_topic"), (PROSE, "off_topic"), (FOREIGN, "language"), (SPAM, "spam")],
)
def test_an_alarm_lists_rows(strangers: list[str], check: str) -> None:
    mixed = in_topic()[:160]
    places = list(range(10, 160, 8))
    for number, place in enumerate(places):
        mixed[place] = f"{strangers[number % len(strangers)]} {'' if check != 'spam' else number}".strip()
    found = [alarm for alarm in watched(mixed).alarms if alarm.check == check]
    assert found
    assert {example.row for example in found[0].examples} <= set(places)
    assert found[0].examples[0].text == mixed[found[0].examples[0].row]


GERMAN = (
    ("Rechnung", "{was} steht ein falscher Betrag auf der Rechnung, bitte schicken Sie uns eine neue"),
    ("Rechnung", "Wir haben {was} noch keine Rechnung bekommen und brauchen sie für das Finanzamt"),
    ("Lieferung", "Das Paket {was} ist seit Tagen unterwegs, wann wird es endlich geliefert"),
    ("Lieferung", "Der Bote hat die Sendung {was} bei den Nachbarn abgegeben, obwohl wir zu Hause waren"),
)
THINGS = ("mit dem Staubsauger", "für die Waschmaschine", "vom letzten Montag", "aus dem Onlineshop")
NAMES = ("Müller", "Schäfer", "Groß", "Böhm", "Kühn", "Jäger", "Öztürk", "Schröder")


@pytest.mark.parametrize("unlike", [(), ("Wackelkontakt", "Zwetschgenmus")])
def test_texts_in_the_language_of_the_training_data_are_not_in_another(unlike: tuple[str, ...]) -> None:
    """Also if some training texts share no word with others."""
    mails = [
        (f"{text.format(was=thing)}. Viele Grüße, {name}", tag)
        for name in NAMES
        for thing in THINGS
        for tag, text in GERMAN
    ]
    texts, tags = zip(*mails, strict=True)
    own = (*texts[: 64 - len(unlike)], *unlike)
    model = train(SILENT, Examples(own, tags[:64]), vectors=bundled().vectors)
    unseen = list(texts[64:])
    monitor = DriftMonitor(model)
    monitor.add(unseen, model.predict(unseen))
    assert "language" not in checks(monitor.report())
    monitor.add(FOREIGN * 10, model.predict(FOREIGN * 10))
    assert "language" in checks(monitor.report()), "a table in several other languages"
    assert "language" in checks(watched(unseen)), "the bundled model was trained on English texts"


def test_copies_are_spam_and_many_of_one_tag_are_a_shift() -> None:
    one = in_topic()[0]
    assert {"spam", "tags"} <= checks(watched([one] * 100))


def test_a_shift_in_the_middle_is_found_in_its_windows() -> None:
    texts = in_topic()[:200] + (SHORT + PROSE) * 2 + in_topic()[200:]
    report = watched(texts, window=100)
    windows = {(alarm.first, alarm.stop) for alarm in report.alarms if alarm.check == "off_topic"}
    assert {(200, 300)} < windows
    assert (0, 100) not in windows
    assert (100, 200) not in windows


def test_too_few_rows_raise_no_alarm() -> None:
    assert watched(SHORT).alarms == ()
    assert watched([]).total.rows == 0


def test_adding_rows_in_parts_gives_the_same_report() -> None:
    texts = in_topic()[:210] + SHORT
    watch = DriftMonitor(bundled(), window=100)
    for start in range(0, len(texts), 37):
        watch.add(texts[start : start + 37], bundled().predict(texts[start : start + 37]))
    pieces, whole = watch.report(), watched(texts, window=100)
    assert [alarm.examples for alarm in pieces.alarms] == [alarm.examples for alarm in whole.alarms]
    assert pieces.total.off_topic_share == whole.total.off_topic_share
    assert pieces.style == whole.style


def test_memory_is_bounded_and_recent_windows_are_separate() -> None:
    watch = DriftMonitor(bundled(), window=50)
    texts = in_topic()[:225]
    answers = bundled().predict(texts)
    for _ in range(100):
        watch.add(texts, answers)
    assert len(watch.report().windows) == 400
    assert watch.report().total.rows == 22_500
    watch.add(SHORT * 4, bundled().predict(SHORT * 4))
    assert watch.report(2).total.rows <= 100
    assert watch.report(2).total.off_topic_share > 0.5


def test_threads_share_a_monitor_that_stores_no_texts() -> None:
    watch = DriftMonitor(bundled(), keep=0)
    texts = SHORT + PROSE
    answers = bundled().predict(texts)
    threads = [threading.Thread(target=watch.add, args=(texts, answers)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    report = watch.report()
    assert report.total.rows == 8 * len(texts)
    assert all(example.text == "" for alarm in report.alarms for example in alarm.examples)


def test_predictions_with_other_tags_are_monitored() -> None:
    texts = in_topic()[:60]
    answers = Predictions("other", ("mlops", "new tag"), np.tile(np.array([0.4, 0.6], np.float32), (60, 1)))
    watch = DriftMonitor(bundled())
    watch.add(texts, answers)
    assert "tags" in checks(watch.report())

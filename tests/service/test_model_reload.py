"""The active model is replaced while requests are served."""

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import httpx
import pytest

from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_names import install
from mltag_desktop.core.serving.records import ServiceOptions
from mltag_desktop.core.serving.review_sync import with_review
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from tests.helpers import TEXTS
from tests.processes import wait_for
from tests.service.helpers import TOKEN, Running, needs_proc, served, serving


@pytest.fixture
def place(tmp_path: Path, bundles: tuple[Path, Path]) -> Path:
    """Return a link to the promoted bundle."""
    link = tmp_path / "promoted"
    link.symlink_to(bundles[0])
    return link


def point(link: Path, target: Path) -> None:
    part = link.with_suffix(".part")
    part.symlink_to(target)
    part.replace(link)


@contextmanager
def asking(port: int, clients: int = 3) -> Iterator[list[tuple[str, str, float, str]]]:
    """Send requests continuously and yield text, tag, confidence and version of each answer.

    A failed request fails the test.
    """
    answers: list[tuple[str, str, float, str]] = []
    failures: list[object] = []
    stop = threading.Event()

    def ask(start: int) -> None:
        number = start
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as client:
            while not stop.is_set() and number < 100_000:
                text = TEXTS[number % len(TEXTS)]
                try:
                    answer = client.post("/v1/predict", json={"text": text})
                    found = answer.json()
                    answers.append((text, found["tag"], found["confidence"], found["model_version"]))
                except (httpx.TransportError, KeyError) as error:
                    failures.append(error)
                number += 1

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert failures == []


def all_are_right(answers: list[tuple[str, str, float, str]], *models: LinearModel) -> set[str]:
    """Check that each answer is exactly that of the model whose version it has."""
    known = {model.version: model for model in models}
    expected = {
        (text, version): (model.tags[row.best[0]], round(float(row.confidence[0]), 6))
        for version, model in known.items()
        for text in TEXTS
        for row in [model.predict([text])]
    }
    for text, tag, confidence, version in answers:
        assert expected[text, version] == (tag, confidence)
    return {version for *_, version in answers}


def test_a_promoted_bundle_becomes_active_and_no_request_is_lost(
    place: Path,
    options: ServiceOptions,
    bundles: tuple[Path, Path],
    model: LinearModel,
    other_model: LinearModel,
) -> None:
    with serving(replace(options, model=place)) as running, asking(running.port) as answers:

        def has_swapped(times: int) -> bool:
            return running.metric("mltag_model_swaps_total") == times

        def has_more_than(count: int) -> bool:
            return len(answers) > count

        for swaps, target in enumerate((bundles[1], bundles[0], bundles[1]), start=1):
            point(place, target)
            wait_for(partial(has_swapped, swaps))
            wait_for(partial(has_more_than, len(answers)))
        info = f'mltag_model_info{{role="current",version="{other_model.version}"}}'
        assert running.metric(info) == 1
    assert all_are_right(answers, model, other_model) == {model.version, other_model.version}


def test_a_damaged_bundle_keeps_the_active_model(
    tmp_path: Path,
    options: ServiceOptions,
    bundles: tuple[Path, Path],
    model: LinearModel,
    other_model: LinearModel,
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(bundles[0], folder)
    with serving(replace(options, model=folder)) as running:
        shutil.copy(bundles[1] / "manifest.json", folder / "manifest.json")
        wait_for(lambda: running.metric("mltag_model_refusals_total") >= 1)
        assert running.predict("rose bush")["model_version"] == model.version
        for file in bundles[1].iterdir():
            shutil.copy(file, folder / file.name)
        wait_for(lambda: running.predict("rose bush")["model_version"] == other_model.version)


def test_a_reload_request_requires_a_token_and_returns_the_result(
    place: Path, options: ServiceOptions, bundles: tuple[Path, Path], other_model: LinearModel
) -> None:
    slow = replace(options, model=place, token=TOKEN, watch_seconds=3_600.0)
    with serving(slow) as running:
        assert running.client.post("/v1/model/reload").json()["changed"] is False
        point(place, bundles[1])
        told = running.client.post("/v1/model/reload").json()
        assert told == {"version": other_model.version, "changed": True}
        point(place, Path("/nowhere"))
        assert running.client.post("/v1/model/reload").status_code == 503
        assert running.predict("rose bush")["model_version"] == other_model.version


def versions(client: httpx.Client) -> set[str]:
    return {client.post("/v1/predict", json={"text": "x"}).json()["model_version"] for _ in range(8)}


def test_sighup_loads_the_new_bundle(place: Path, bundles: tuple[Path, Path], tmp_path: Path) -> None:
    new = load_bundle(bundles[1]).version
    with served("--model", place, "--state", tmp_path / "state") as process:
        point(place, bundles[1])
        process.process.send_signal(signal.SIGHUP)
        wait_for(lambda: versions(process.client) == {new})
        assert process.end() == 0


@needs_proc
def test_several_workers_agree_share_metrics_and_are_restarted(
    place: Path, bundles: tuple[Path, Path], tmp_path: Path, model: LinearModel, other_model: LinearModel
) -> None:
    state = tmp_path / "state"
    with served("--model", place, "--state", state, "--workers", 2, hasty=True) as process:
        wait_for(lambda: len(process.workers()) == 2)
        with asking(process.port, clients=4) as answers:
            wait_for(lambda: len(answers) > 200)
            point(place, bundles[1])
            wait_for(lambda: {version for *_, version in answers[-40:]} == {other_model.version})
            before = process.workers()
            process.process.send_signal(signal.SIGHUP)
            enough = len(answers) + 200
            wait_for(lambda: len(answers) > enough)
            assert process.workers() == before, "looked at the bundle, and were not replaced"
        assert all_are_right(answers, model, other_model) == {model.version, other_model.version}
        feedback = [
            process.client.post("/v1/feedback", json={"text": f"x {n}"}).status_code for n in range(20)
        ]
        assert set(feedback) == {200}

        def counted() -> float:
            lines = process.client.get("/metrics").text.splitlines()
            found = [line for line in lines if line.startswith('mltag_texts_total{source="model"}')]
            return float(found[0].rpartition(" ")[2]) if found else 0.0

        wait_for(lambda: counted() >= len(answers))
        os.kill(process.workers()[0], signal.SIGKILL)
        wait_for(lambda: len(process.workers()) == 2)
        wait_for(lambda: still_answers(process.port))
        assert process.end() == 0


def still_answers(port: int) -> bool:
    try:
        return httpx.post(f"http://127.0.0.1:{port}/v1/predict", json={"text": "x"}).status_code == 200
    except httpx.TransportError:
        return False


def test_the_bundled_model_is_served_and_a_missing_one_reported(
    options: ServiceOptions, tmp_path: Path
) -> None:
    from mltag_desktop.core.errors import MltagError
    from mltag_desktop.core.model.bundle import bundled

    with serving(replace(options, model=None)) as running:
        assert running.predict("rose bush")["model_version"] == bundled().version
    with (
        pytest.raises(MltagError, match="There is no model"),
        serving(replace(options, model=tmp_path / "no")),
    ):
        pass


def test_published_thresholds_determine_the_review_flag(
    bundles: tuple[Path, Path], options: ServiceOptions, tmp_path: Path
) -> None:
    model = load_bundle(bundles[0])
    answer = model.predict(TEXTS[:1])
    tag, confidence = model.tags[int(answer.best[0])], float(answer.confidence[0])
    folder = tmp_path / "published"
    install(with_review(model, ReviewThresholds(0.0, {tag: min(1.0, confidence + 0.01)})), folder)
    other = next(name for name in model.tags if name != tag)

    def thresholds(running: Running) -> dict[str, float]:
        found: dict[str, float] = running.client.get("/v1/model").json()["thresholds"]
        return found

    with serving(replace(options, model=folder, review_below=None)) as running:
        assert running.predict(TEXTS[0])["needs_review"]
        assert thresholds(running)[other] == 0
        install(with_review(model, ReviewThresholds(0.0)), folder)
        wait_for(lambda: thresholds(running)[tag] == 0)  # the same model, other thresholds
        assert running.client.get("/v1/model").json()["version"] == model.version

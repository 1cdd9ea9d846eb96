"""Acknowledged feedback is never lost."""

import asyncio
import contextlib
import gc
import shutil
import signal
import sqlite3
import subprocess
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.serving import feedback_store
from mltag_desktop.core.serving.feedback_store import FILE, FeedbackStore
from mltag_desktop.core.serving.records import CuratorDecision, ServiceOptions, same_text
from tests.processes import wait_for
from tests.service.helpers import Process, Running, served, serving


def kept(state: Path) -> list[str]:
    with FeedbackStore.existing(state) as feedback_store:
        return [each.uid for each in feedback_store.feedback()]


def test_feedback_is_stored_with_the_prediction(
    running: Running, options: ServiceOptions, model: LinearModel
) -> None:
    text = "A rose  bush\nfor you"
    given = {"text": text, "tag": "sailing", "key": "user-1", "note": "no roses", "id": "form-1"}
    assert running.feedback(**given).json() == {
        "id": "form-1", "kept": True, "repeated": False,
    }  # fmt: skip
    assert running.feedback(**given).json()["repeated"] is True
    refused = running.feedback(**given | {"text": "another"})
    assert (refused.status_code, "id" in refused.json()["message"]) == (409, True)
    right = running.feedback(text="main sail", right=True).json()
    with FeedbackStore.existing(options.state) as feedback_store:
        first, second = feedback_store.feedback()
    assert (first.uid, first.text, first.tag, first.note, first.right) == (
        "form-1",
        text,
        "sailing",
        "no roses",
        False,
    )
    assert (first.served_tag, first.served_version) == ("gardening", model.version)
    assert first.confidence == running.predict(text)["confidence"]
    assert (second.uid, second.right) == (right["id"], True)
    assert running.metric('mltag_feedback_total{verdict="wrong"}') == 1
    assert running.metric('mltag_feedback_total{verdict="right"}') == 1


def test_the_predicted_tag_as_feedback_is_no_complaint(running: Running, options: ServiceOptions) -> None:
    for tag in ("gardening", "sailing"):
        running.feedback(text="A rose bush", tag=tag)
    with FeedbackStore.existing(options.state) as feedback_store:
        assert [(each.served_tag, each.right) for each in feedback_store.feedback()] == [
            ("gardening", True),
            ("gardening", False),
        ]


def test_feedback_with_an_unknown_tag_is_refused(running: Running, options: ServiceOptions) -> None:
    answer = running.feedback(text="rose bush", tag="sailling")
    assert answer.status_code == 422
    assert answer.json()["message"] == "There is no tag “sailling”."
    assert "cooking, gardening, sailing" in answer.json()["hint"]
    assert kept(options.state) == []


def test_a_tag_of_a_curator_is_known_before_a_model_has_it(running: Running, options: ServiceOptions) -> None:
    with FeedbackStore.existing(options.state) as feedback_store:
        decision = CuratorDecision("poetry", "Ann", "2026-11-27")
        feedback_store.set_decisions("w.mltag", {same_text("a sonnet"): decision})
    wait_for(lambda: running.predict("a sonnet")["source"] == "curator")
    given = {"text": "another sonnet", "tag": "poetry", "id": "one"}
    assert running.feedback(**given).status_code == 200
    assert kept(options.state) == ["one"]


def send_until(process: Process, enough: int, act: Callable[[], object]) -> list[str]:
    """Send feedback from four clients, call `act` after `enough` of it, and return the acknowledged ids."""
    acknowledged: list[str] = []
    acted = threading.Event()

    def send(client_number: int) -> None:
        with httpx.Client(base_url=process.client.base_url, timeout=20) as client:
            for number in range(10_000):
                uid = f"{client_number}-{number}"
                try:
                    answer = client.post("/v1/feedback", json={"text": f"bread {uid}", "id": uid})
                except httpx.TransportError:
                    return
                if answer.status_code != 200:
                    assert answer.status_code == 503
                    return
                acknowledged.append(uid)
                if len(acknowledged) >= enough and not acted.is_set():
                    acted.set()
                    act()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(send, range(4)))
    return acknowledged


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_service_that_exits_loses_no_acknowledged_feedback(
    tmp_path: Path, bundles: tuple[Path, Path], number: int
) -> None:
    """The service is killed, or shut down, while it receives feedback."""
    state = tmp_path / "state"
    with served("--model", bundles[0], "--state", state) as process:
        acknowledged = send_until(process, 60, lambda: process.process.send_signal(number))
        code = process.process.wait(timeout=60)
    assert code == (0 if number == signal.SIGTERM else -signal.SIGKILL)
    assert len(acknowledged) >= 60
    found = kept(state)
    assert set(acknowledged) <= set(found)
    assert len(found) == len(set(found))


def test_stopping_completes_running_requests(options: ServiceOptions) -> None:
    """Clients that send requests when the service stops get an answer or no connection."""
    outcomes: list[int] = []

    async def ask(running: Running) -> None:
        async with httpx.AsyncClient(base_url=running.client.base_url, timeout=20) as client:

            async def one(number: int) -> None:
                try:
                    given = {"text": f"tomato soup {number}", "id": f"n-{number}"}
                    answer = await client.post("/v1/feedback", json=given)
                except httpx.TransportError:
                    return
                outcomes.append(answer.status_code)

            await asyncio.gather(*(one(number) for number in range(80)))

    with serving(options) as running:
        thread = threading.Thread(target=lambda: asyncio.run(ask(running)))
        thread.start()
        wait_for(lambda: running.service.app.inside > 3 or outcomes)
    thread.join()
    assert outcomes
    assert set(outcomes) <= {200, 503}
    assert len(kept(options.state)) >= outcomes.count(200)


def connections_to(path: Path) -> list[sqlite3.Connection]:
    """Return the open connections of this process to a database."""
    gc.unfreeze()  # the service freezes what exists when it starts
    found = []
    for each in gc.get_objects():
        if isinstance(each, sqlite3.Connection):
            with contextlib.suppress(sqlite3.ProgrammingError):  # it is closed
                if Path(each.execute("PRAGMA database_list").fetchone()[2]) == path:
                    found.append(each)
    return found


def test_on_a_truly_full_disk_the_service_is_not_ready_and_predicts(
    options: ServiceOptions, small_disk: Path
) -> None:
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    with serving(replace(options, state=small_disk / "state")) as running:
        assert running.client.get("/readyz").status_code == 200
        assert running.feedback(text="x", id="first").status_code == 200
        with (small_disk / "ballast").open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(bytes(4096)):
                pass
        for answer in (
            running.client.get("/readyz"),
            running.feedback(text="rose bush " * 900, id="refused"),
        ):
            assert answer.status_code == 503
            assert "the disk is full" in answer.json()["message"]
        assert running.predict("rose bush")["tag"] == "gardening"
        assert running.client.get("/healthz").status_code == 200
        (small_disk / "ballast").unlink()
        assert running.client.get("/readyz").status_code == 200
        assert running.feedback(text="x", id="second").status_code == 200
    assert kept(small_disk / "state") == ["first", "second"]


def test_a_full_disk_is_reported_and_predictions_continue(options: ServiceOptions) -> None:
    with serving(options) as running:
        assert running.feedback(text="x", id="first").status_code == 200
        for connection in connections_to(options.state / FILE):
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")
        answer = running.feedback(text="rose bush " * 2_000)
        assert answer.status_code == 503
        assert "disk is full" in answer.json()["message"]
        assert running.predict("rose bush")["tag"] == "gardening"
    assert kept(options.state) == ["first"]


def test_feedback_is_stored_while_the_decisions_are_unreadable(
    running: Running, options: ServiceOptions, caplog: pytest.LogCaptureFixture
) -> None:
    with sqlite3.connect(options.state / FILE) as store:
        store.execute("UPDATE meta SET value = 'damaged' WHERE name = 'edition'")
    store.close()
    wait_for(lambda: "Curators' decisions could not be read: ValueError" in caplog.text)
    answer = running.feedback(text="main sail", right=True, id="after")
    assert answer.status_code == 200
    assert kept(options.state) == ["after"]


def test_the_service_is_not_ready_when_feedback_could_soon_fill_the_disk(
    running: Running, options: ServiceOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert running.client.get("/readyz").status_code == 200
    monkeypatch.setattr(feedback_store, "_ROOM", shutil.disk_usage(options.state).total + 1)
    answer = running.client.get("/readyz")
    assert answer.status_code == 503
    assert "the disk is full" in answer.json()["message"]
    assert running.predict("rose bush")["tag"] == "gardening"


def test_a_file_that_is_not_a_feedback_store_is_rejected(tmp_path: Path, options: ServiceOptions) -> None:
    from mltag_desktop.core.errors import MltagError

    with pytest.raises(MltagError, match="contains no service data"):
        FeedbackStore.existing(tmp_path)
    state = tmp_path / "bad"
    state.mkdir()
    (state / "service.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(MltagError):
        FeedbackStore(state)
    with pytest.raises(MltagError):
        FeedbackStore(tmp_path / "bad" / "service.db")
    assert replace(options, token="x" * 20).token not in repr(replace(options, token="x" * 20))

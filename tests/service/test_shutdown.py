"""The service exits within a limit whatever its workers do, and workers exit with their parent."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import ServiceOptions
from tests.processes import wait_for
from tests.service.helpers import Process, command, needs_proc, served, serving


@contextmanager
def two_workers(tmp_path: Path, *more: object) -> Iterator[Process]:
    with served("--workers", 2, "--state", tmp_path / "state", *more, hasty=True) as process:
        wait_for(lambda: len(process.workers()) == 2)
        yield process


@needs_proc
def test_a_worker_that_dies_during_a_health_check_blocks_nothing(tmp_path: Path) -> None:
    """The worker is frozen during the health check, then killed."""
    with two_workers(tmp_path) as process:
        frozen = process.workers()[0]
        os.kill(frozen, signal.SIGSTOP)
        os.kill(frozen, signal.SIGKILL)
        wait_for(lambda: len(process.workers()) == 2 and frozen not in process.workers())
        assert process.end() == 0


@needs_proc
def test_a_hanging_worker_is_killed(tmp_path: Path) -> None:
    with two_workers(tmp_path, "--grace", 0) as process:
        assert process.client.post("/v1/feedback", json={"text": "x", "id": "kept"}).status_code == 200
        os.kill(process.workers()[1], signal.SIGSTOP)
        children = process.workers()
        assert process.end() == 1
        wait_for(lambda: not any(map(command, children)))
    with FeedbackStore.existing(tmp_path / "state") as feedback_store:
        assert [each.uid for each in feedback_store.feedback()] == ["kept"]


@needs_proc
def test_a_worker_that_cannot_restart_does_not_stop_the_others(
    tmp_path: Path, bundles: tuple[Path, Path]
) -> None:
    """The bundle is damaged when a worker dies; the worker restarts when the bundle is repaired."""
    folder = tmp_path / "model"
    shutil.copytree(bundles[0], folder)
    with two_workers(tmp_path, "--model", folder) as process:
        first, second = process.workers()
        os.kill(first, signal.SIGSTOP)
        ready = process.client.base_url.join("/readyz")
        assert httpx.get(ready, timeout=60).status_code == 200  # from the second worker, which has its model
        whole = (folder / "manifest.json").read_bytes()
        (folder / "manifest.json").write_text("{")
        os.kill(first, signal.SIGKILL)
        failing: set[int] = set()  # on a slow computer the next one starts as soon as one has ended
        wait_for(lambda: failing.update({*process.workers()} - {first, second}) or failing)
        wait_for(lambda: failing.isdisjoint(process.workers()))
        assert httpx.get(ready, timeout=20).status_code == 200
        (folder / "manifest.json").write_bytes(whole)
        wait_for(lambda: len(process.workers()) == 2)
        assert process.end() == 0


@needs_proc
def test_workers_exit_when_their_parent_dies(tmp_path: Path) -> None:
    with two_workers(tmp_path) as process:
        children = process.workers()
        process.process.kill()
        wait_for(lambda: not any(map(command, children)))
        with pytest.raises(httpx.TransportError):
            httpx.get(process.client.base_url, timeout=5)


NEVER_DONE = """
import asyncio, signal, threading, uvicorn
from mltag_desktop.service import launcher

async def app(scope, receive, send):
    assert scope["type"] == "lifespan"
    await receive()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await asyncio.sleep(3_600)

launcher.start_process()
launcher.END = 0.5
config = uvicorn.Config(app, lifespan="on", log_config=None, port=0, timeout_graceful_shutdown=0)
threading.Timer(0.3, signal.raise_signal, [signal.SIGTERM]).start()
launcher.Server(config).run()
"""


def test_a_service_that_does_not_finish_is_terminated() -> None:
    script = [sys.executable, "-c", NEVER_DONE]
    done = subprocess.run(script, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "not stopped after 0.5 s: cut off" in done.stderr


def test_a_running_request_is_answered_when_the_service_stops(options: ServiceOptions) -> None:
    with serving(options) as running, socket.create_connection(("127.0.0.1", running.port)) as kept:
        kept.sendall(HEAD)
        wait_for(lambda: running.service.app.inside)
        running.server.should_exit = True
        wait_for(lambda: not running.server.servers[0].sockets)
        kept.sendall(BODY)
        answer = b"".join(iter(lambda: kept.recv(9_999), b""))
        assert answer.startswith(b"HTTP/1.1 200")


def test_a_request_that_is_cut_off_gets_an_answer(tmp_path: Path) -> None:
    """A traceback in the log would fail."""
    with (
        served("--grace", 0, "--state", tmp_path / "state") as process,
        socket.create_connection(("127.0.0.1", process.port)) as slow,
    ):
        slow.sendall(HEAD.replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n"))
        assert slow.recv(9_999).startswith(b"HTTP/1.1 100")
        assert process.end() == 0
        answer = b"".join(iter(lambda: slow.recv(9_999), b""))
        assert answer.startswith(b"HTTP/1.1 503")
        assert b"The service is stopping." in answer


@needs_proc
def test_workers_that_stop_let_nobody_connect(tmp_path: Path) -> None:
    """A slow request keeps one of them alive."""
    with two_workers(tmp_path) as process, socket.create_connection(("127.0.0.1", process.port)) as slow:
        slow.sendall(HEAD.replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n"))
        assert slow.recv(9_999).startswith(b"HTTP/1.1 100")
        process.process.send_signal(signal.SIGTERM)
        wait_for(lambda: is_refused(process.port))
        assert process.process.poll() is None
        slow.sendall(BODY)
        assert slow.recv(9_999).startswith(b"HTTP/1.1 200")
        assert process.process.wait(60) == 0


def is_refused(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except ConnectionRefusedError:
        return True
    return False


HEAD = (
    b"POST /v1/predict HTTP/1.1\r\nHost: localhost\r\n"
    b"Content-Type: application/json\r\nContent-Length: 12\r\n\r\n"
)
BODY = b'{"text":"x"}'

"""Helpers for the service tests."""

import gc
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import uvicorn
from typer.testing import CliRunner

from mltag_desktop.cli.command_line import build
from mltag_desktop.core.serving.records import ServiceOptions
from mltag_desktop.service.app import Service
from mltag_desktop.service.launcher import config_of, listen
from tests.processes import wait_for

TOKEN = "a-token-of-good-length"


def mltag(*words: object) -> str:
    """Run a command in this process; return what it printed as its result."""
    app = build([str(words[0]), "check"])
    done = CliRunner().invoke(app, list(map(str, words)), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@dataclass(frozen=True)
class Running:
    service: Service
    client: httpx.Client
    port: int
    server: uvicorn.Server

    def predict(self, text: str, **more: object) -> dict[str, object]:
        answer = self.client.post("/v1/predict", json={"text": text, **more})
        assert answer.status_code == 200, answer.text
        found: dict[str, object] = answer.json()
        return found

    def predict_all(self, texts: Sequence[str]) -> list[dict[str, object]]:
        answer = self.client.post("/v1/predict", json={"items": [{"text": text} for text in texts]})
        assert answer.status_code == 200, answer.text
        found: list[dict[str, object]] = answer.json()["predictions"]
        return found

    def feedback(self, **given: object) -> httpx.Response:
        return self.client.post("/v1/feedback", json=given)

    def explain(self, **given: object) -> httpx.Response:
        return self.client.post("/v1/explain", json=given)

    def metric(self, line: str) -> float:
        for each in self.client.get("/metrics").text.splitlines():
            if each.startswith(line + " "):
                return float(each.rpartition(" ")[2])
        return 0.0


@contextmanager
def serving(options: ServiceOptions) -> Iterator[Running]:
    """Run a service in a thread and shut it down at the end of the block."""
    service = Service(options)
    listener = listen(options)
    port = listener.getsockname()[1]
    config = config_of(options)
    config.app, config.factory = service.app, False
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    headers = {"Authorization": f"Bearer {options.token}"} if options.token else {}
    try:
        wait_for(lambda: server.started)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=20) as client:
            yield Running(service, client, port, server)
    finally:
        server.should_exit = True
        thread.join()
        gc.freeze()  # the service thawed what was there before; the next one need not look it through


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")


def command(pid: int) -> bytes:
    """Return the command line of a process; empty if it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:
        return b""


@dataclass(frozen=True)
class Process:
    process: "subprocess.Popen[str]"
    port: int
    client: httpx.Client

    def end(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=60)

    def workers(self) -> list[int]:
        """Process ids of the running workers, without multiprocessing's resource tracker."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [pid for pid in map(int, path.read_text().split()) if b"spawn_main" in command(pid)]


HASTY = """
import sys
from mltag_desktop.__main__ import main
from mltag_desktop.service import launcher
launcher.END, launcher._HEALTHCHECK = 1.0, 5
sys.exit(main())
"""
"""`mltag`, with limits of one and five seconds for shutdown and health check instead of ten."""


@contextmanager
def served(*arguments: object, token: str = "", hasty: bool = False) -> Iterator[Process]:
    """Run `mltag serve` in a separate process on a free port."""
    program = ["-c", HASTY] if hasty else ["-m", "mltag_desktop"]
    command = [sys.executable, *program, "serve", "--port", "0", *map(str, arguments)]
    environment = {**os.environ, "MLTAG_TOKEN": token}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr is not None
    lines: list[str] = []
    port = 0
    for line in process.stderr:
        lines.append(line)
        if found := re.search(r"answers on http://[^:]+:(\d+) ", line):
            port = int(found[1])
            break
    drain = threading.Thread(target=lambda: lines.extend(process.stderr or ()))
    drain.start()
    try:
        assert port, "".join(lines)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20, headers=headers) as client:
            wait_for(lambda: _answers(client))
            yield Process(process, port, client)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        drain.join()
        process.stderr.close()
    assert not any("Traceback" in line for line in lines), "".join(lines)


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("/readyz").status_code == 200
    except httpx.TransportError:
        return False

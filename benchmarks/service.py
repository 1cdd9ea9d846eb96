"""Requests per second and latency of `mltag serve`, compared with a minimal FastAPI echo.

Both take turns of 2 s. The ratio of p99 is that of all requests of all turns together: each slow request
counts, and the p99 of a turn, which is the mean of few slow requests, does not decide. Next to other
programs it swings half as much as the median over the rounds, the ratio of the medians or the geometric mean
of the ratios (standard deviation of its logarithm over bootstrap samples of 30 rounds: 0.09 instead of 0.19
to 0.26). Turns of 0.5 s would swing less still, but the service writes and watches drift every half second:
some of its work would fall into the turns of the echo.
"""

import argparse
import asyncio
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

import psutil

from benchmarks.results import Goal, publish
from benchmarks.texts import texts

CONNECTIONS: Final = 32
MANY: Final = 100
SECONDS: Final = 2.0
ROUNDS: Final = 15
PACED_ROUNDS: Final = 30
"""Rounds of the latency measurements."""
PACE: Final = 0.5
"""Load for the latency measurements, as a fraction of the service's maximum requests per second."""
GOALS: Final = (
    Goal("ratio_of_requests", at_least=0.8),
    Goal("ratio_of_p99_at_the_same_load", at_most=1.5),
)
_ECHO: Final = """
import socket, sys
import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel

class Item(BaseModel):
    text: str

app = FastAPI()

@app.post("/v1/predict")
async def echo(item: Item) -> Item:
    return item

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
listener.bind(("127.0.0.1", 0))
listener.listen(2048)
print(f"answers on http://127.0.0.1:{listener.getsockname()[1]} ", file=sys.stderr, flush=True)
uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, http="h11")).run(sockets=[listener])
"""


@contextmanager
def server(command: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Run a server; yield its port and process id."""
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        found = next(
            match for line in process.stderr if (match := re.search(r"http://127.0.0.1:(\d+) ", line))
        )
        yield int(found[1]), process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
        process.stderr.close()


def request(content: object) -> bytes:
    """Return the bytes of a prediction request."""
    body = json.dumps(content).encode()
    head = (
        "POST /v1/predict HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Client(asyncio.Protocol):
    """A persistent connection that sends a request and waits for the complete answer."""

    def __init__(self) -> None:
        self._got = bytearray()
        self._answer: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._got += data
        end = self._got.find(b"\r\n\r\n")
        if end < 0 or self._answer is None:
            return
        head = bytes(self._got[:end]).lower()
        length = int(head.split(b"content-length: ")[1].split(b"\r")[0])
        if len(self._got) >= end + 4 + length:
            status = head.split(b" ", 2)[1]
            self._got.clear()
            if status == b"200":
                self._answer.set_result(None)
            else:
                self._answer.set_exception(RuntimeError(f"status {status.decode()}"))

    async def ask(self, request: bytes) -> None:
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        await self._answer

    def close(self) -> None:
        self._transport.close()


async def load(
    port: int, requests: Sequence[bytes], seconds: float, rate: float | None = None
) -> tuple[float, list[float]]:
    """Send requests for `seconds`, as fast as possible or at a rate.

    Returns the requests per second and the latency of each request in seconds.
    """
    loop = asyncio.get_running_loop()
    made = [await loop.create_connection(Client, "127.0.0.1", port) for _ in range(CONNECTIONS)]
    clients = [client for _, client in made]
    begin = time.perf_counter()
    stop = begin + seconds
    times: list[float] = []

    async def keep_asking(client: Client, number: int) -> None:
        place = number
        due = begin + number / CONNECTIONS * (CONNECTIONS / rate if rate else 0.0)
        while (now := time.perf_counter()) < stop:
            if rate:
                if due > now:
                    await asyncio.sleep(due - now)
                start = due  # a delayed request counts from when it was due
                due += CONNECTIONS / rate
            else:
                start = now
            await client.ask(requests[place % len(requests)])
            times.append(time.perf_counter() - start)
            place += CONNECTIONS

    await asyncio.gather(*(keep_asking(client, number) for number, client in enumerate(clients)))
    for client in clients:
        client.close()
    return len(times) / (time.perf_counter() - begin), times


def p99(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=100)[98] * 1_000


def measure() -> dict[str, float]:
    """Measure both servers in short alternating rounds, so that other work affects both equally.

    Next to programs that need more than the free cores, requests per second and p99 say how far a server is
    above its fair share of the processor; `ratio_of_cpu` is comparable then. Like `ratio_of_requests`, it is
    above 1 where the service is better: the echo's processor time per request divided by the service's.
    """
    singles = [request({"text": text}) for text in texts(4_000, seed=5)]
    bundles = texts(20_000, seed=6)
    many = [
        request({"items": [{"text": text} for text in bundles[n : n + MANY]]}) for n in range(0, 20_000, MANY)
    ]
    echo = [sys.executable, "-c", _ECHO]
    figures: dict[str, float] = {"connections": CONNECTIONS}
    with tempfile.TemporaryDirectory() as state, service(state) as ours, server(echo) as theirs:
        ports = {"service": ours[0], "echo": theirs[0]}
        for port in ports.values():
            asyncio.run(load(port, singles, SECONDS))
        fast = in_turns(ports, singles, None, ROUNDS)
        speeds = {name: [speed for speed, _ in found] for name, found in fast.items()}
        rate = PACE * statistics.median(speeds["service"])
        paced = in_turns(ports, singles, rate, PACED_ROUNDS)
        # Last: at first, the service prepares its drift metrics and reads a burst of texts for them.
        for name, (port, pid) in (("service", ours), ("echo", theirs)):
            figures[f"{name}_cpu_microseconds_a_request"] = cpu_of_a_request(port, pid, singles)
        hundreds = [asyncio.run(load(ours[0], many, SECONDS))[0] for _ in range(3)]
    figures["ratio_of_cpu"] = (
        figures["echo_cpu_microseconds_a_request"] / figures["service_cpu_microseconds_a_request"]
    )
    figures |= {f"{name}_requests_a_second": statistics.median(found) for name, found in speeds.items()}
    figures["ratio_of_requests"] = median_ratio(speeds["service"], speeds["echo"])
    figures["service_texts_a_second_in_hundreds"] = statistics.median(hundreds) * MANY
    figures["requests_a_second_of_the_same_load"] = rate
    for ending, seen in (("at_the_same_load", paced), ("as_fast_as_it_goes", fast)):
        every = {name: p99([one for _, times in found for one in times]) for name, found in seen.items()}
        figures |= {f"{name}_p99_ms_{ending}": found for name, found in every.items()}
        figures[f"ratio_of_p99_{ending}"] = every["service"] / every["echo"]
        rounds = {name: [p99(times) for _, times in found] for name, found in seen.items()}
        figures[f"ratio_of_p99_{ending}_median_round"] = median_ratio(rounds["service"], rounds["echo"])
    return figures


def in_turns(
    ports: Mapping[str, int], requests: Sequence[bytes], rate: float | None, rounds: int
) -> dict[str, list[tuple[float, list[float]]]]:
    """Measure each port in turn, in rounds with alternating order."""
    results: dict[str, list[tuple[float, list[float]]]] = {name: [] for name in ports}
    for number in range(rounds):
        for name in sorted(ports, reverse=number % 2 == 1):
            results[name].append(asyncio.run(load(ports[name], requests, SECONDS, rate)))
    return results


def median_ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median of the ratios within each round."""
    return statistics.median(one / other for one, other in zip(ours, theirs, strict=True))


def cpu_of_a_request(port: int, pid: int, requests: Sequence[bytes]) -> float:
    """Return the CPU microseconds of the server per request at maximum load."""
    process = psutil.Process(pid)
    before = process.cpu_times()
    _, times = asyncio.run(load(port, requests, SECONDS))
    after = process.cpu_times()
    return float(after.user + after.system - before.user - before.system) / len(times) * 1e6


def service(state: str) -> AbstractContextManager[tuple[int, int]]:
    """Run the service with its default options."""
    return server([sys.executable, "-m", "mltag_desktop", "serve", "--port", "0", "--state", state])


def soak(minutes: float) -> dict[str, object]:
    """Send requests for `minutes`; return the memory after a tenth of the time and at the end, in MiB."""
    singles = [request({"text": text}) for text in texts(20_000, seed=8)]
    with tempfile.TemporaryDirectory() as state, service(state) as (port, pid):
        process = psutil.Process(pid)
        seen: list[float] = []
        done = 0
        for _ in range(10):
            speed, times = asyncio.run(load(port, singles, minutes * 6))
            done += len(times)
            seen.append(process.memory_info().rss / 2**20)
        size = sum(path.stat().st_size for path in Path(state).iterdir()) / 2**20
    return {
        "minutes": minutes,
        "requests": done,
        "last_requests_a_second": speed,
        "mib_after_a_tenth": seen[0],
        "mib_at_the_end": seen[-1],
        "growth": seen[-1] / seen[0],
        "kept_on_disk_mib": size,
    }


def main() -> None:
    """Run the benchmark, or a soak test with --soak MINUTES, and publish the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--soak", type=float, default=0.0, metavar="MINUTES")
    minutes = parser.parse_args().soak
    os.environ.pop("MLTAG_TOKEN", None)
    if minutes:
        publish("service_soak", soak(minutes), (Goal("growth", at_most=1.1),))
    else:
        publish("service", measure(), GOALS)


if __name__ == "__main__":
    main()

"""Set up the server process, and limit the time of its shutdown."""

import asyncio
import gc
import logging
import os
import socket
import sys
import threading
import time
from types import FrameType
from typing import Any, Final, cast

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from mltag_desktop.core.serving.service_options import ServiceOptions
from mltag_desktop.service.middleware import RequestMiddleware

END: Final = 10.0
"""Seconds to write buffered data to disk, after the time for running requests."""
_SWITCH_INTERVAL: Final = 0.0005
"""Switch interval of the interpreter in seconds: threads delay the event loop less than with 0.005."""
_COLLECT_AFTER: Final = 20_000
"""New objects after which garbage is collected: 32 requests at once have more than the default of 700."""
LAST_REQUESTS: Final = 1.0
"""Maximum seconds in which idle connections may send one more request when the service stops."""
_CHECK_INTERVAL: Final = 0.05
"""Seconds between two checks for connections that are still open."""
_log: Final = logging.getLogger(__name__)
SECONDS: Final = 10.0
"""Maximum time for the headers of a request; the time for the body is an option of the service."""


class Server(uvicorn.Server):
    """uvicorn's server that tells clients of a shutdown, with a time limit after which the process exits.

    uvicorn closes kept connections without `Connection: close`, so the next request of a busy client fails
    with a reset. It limits the wait for running requests, but not the steps after it.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        """Prepare the server; nothing starts before `run`."""
        super().__init__(config)
        if isinstance(config.app, RequestMiddleware):
            config.app.requests = self.server_state.tasks
        self.seconds = float(config.timeout_graceful_shutdown or 0) + END
        self.last_requests = min(LAST_REQUESTS, float(config.timeout_graceful_shutdown or 0))
        self._timer: threading.Timer | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Start the shutdown and its time limit."""
        self._start_time_limit()
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, answer each connection's last request, then shut down in order."""
        self._start_time_limit()
        for _ in range(2):  # the loop accepts the connections that wait; closing would reset them
            await asyncio.sleep(0)
        for listening in (*self.servers, *(sockets or ())):
            listening.close()
        headers = [*self.server_state.default_headers, (b"connection", b"close")]
        self.server_state.default_headers = headers
        for connection in self.server_state.connections:
            if isinstance(connection, SlowClientProtocol) and connection.cycle is not None:
                connection.cycle.default_headers = headers
        deadline = time.monotonic() + self.last_requests
        while self.server_state.connections and time.monotonic() < deadline and not self.force_exit:
            await asyncio.sleep(_CHECK_INTERVAL)
        await super().shutdown(sockets)
        if self.force_exit:  # after a second Ctrl+C uvicorn cancels the end of the app, with a traceback
            await self.lifespan.shutdown()

    def ended(self) -> None:
        """Cancel the time limit after a complete shutdown."""
        if self._timer is not None:
            self._timer.cancel()

    def _start_time_limit(self) -> None:
        if self._timer is None:
            self._timer = threading.Timer(self.seconds, _exit_now, [self.seconds])
            self._timer.daemon = True
            self._timer.start()


def config_of(options: ServiceOptions, app: RequestMiddleware) -> uvicorn.Config:
    """Return the uvicorn configuration for `app`."""
    return uvicorn.Config(
        app,
        http=SlowClientProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=options.grace_seconds,
    )


def start_process() -> None:
    """Log to stderr, without any text of a request, and prepare the interpreter for many short requests."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", force=True
    )
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    sys.setswitchinterval(_SWITCH_INTERVAL)
    gc.set_threshold(_COLLECT_AFTER)


def _exit_now(seconds: float) -> None:
    _log.error("not stopped after %g s: cut off; acknowledged feedback is stored", seconds)
    os._exit(1)


class _JoiningTransport:
    """A transport that sends the headers of an answer with its body.

    uvicorn writes them separately; each write would be a system call. An answer without a body ends with an
    empty write.
    """

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._headers = b""
        self.is_closing = transport.is_closing  # asked for each answer

    def write(self, data: bytes) -> None:
        """Send `data` after pending headers; headers wait for the next write, except interim ones (1xx)."""
        if not self._headers and data.startswith(b"HTTP/1.1 ") and not data.startswith(b"HTTP/1.1 1"):
            self._headers = data
            return
        data, self._headers = self._headers + data, b""
        if data:
            self._transport.write(data)

    def close(self) -> None:
        """Send pending headers, then close."""
        self.write(b"")
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class SlowClientProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 protocol with a time limit for request headers."""

    _timer: asyncio.TimerHandle | None = None
    seconds = SECONDS

    def connection_made(self, transport: Any) -> None:
        """Start the timer for the first request."""
        super().connection_made(cast(asyncio.Transport, _JoiningTransport(transport)))
        self._timer = self.loop.call_later(self.seconds, self._close_if_idle)

    def data_received(self, data: bytes) -> None:
        """Stop the timer when a request is complete enough to answer; otherwise start it if needed."""
        super().data_received(data)
        answering = self.cycle is not None and not self.cycle.response_complete
        if answering and self._timer is not None:
            self._timer.cancel()
            self._timer = None
        elif not answering and self._timer is None:
            self._timer = self.loop.call_later(self.seconds, self._close_if_idle)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the timer."""
        if self._timer is not None:
            self._timer.cancel()
        super().connection_lost(exc)

    def _close_if_idle(self) -> None:
        self._timer = None
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()

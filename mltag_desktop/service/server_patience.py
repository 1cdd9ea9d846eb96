"""HTTP protocol that closes connections with slow request headers, and sends an answer in one write."""

import asyncio
from typing import Any, Final, cast

from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS: Final = 10.0
"""Maximum time for the headers of a request; the time for the body is an option of the service."""


class _JoiningTransport:
    """A transport that joins all writes of one event loop iteration.

    uvicorn writes headers and body of an answer separately; each write would be a system call.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> None:
        """Send `data` in the next iteration of the event loop."""
        if not self._parts:
            self._loop.call_soon(self._send)
        self._parts.append(data)

    def close(self) -> None:
        """Send the pending data, then close."""
        self._send()
        self._transport.close()

    def _send(self) -> None:
        if self._parts:
            parts, self._parts = self._parts, []
            self._transport.write(b"".join(parts))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class PatientProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 protocol with a time limit for request headers."""

    _timer: asyncio.TimerHandle | None = None
    seconds = SECONDS

    def connection_made(self, transport: Any) -> None:
        """Start the timer for the first request."""
        super().connection_made(cast(asyncio.Transport, _JoiningTransport(transport, self.loop)))
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

"""Request middleware: access control, size and time limits, and counting."""

import asyncio
import hmac
import ipaddress
import logging
import time
import traceback
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from functools import lru_cache
from http import HTTPStatus
from typing import Any, Final

from starlette.responses import Response

from mltag_desktop.core.serving.records import ServiceOptions
from mltag_desktop.service.metrics import Metrics
from mltag_desktop.service.schemas import CRASH, RefusedError, answer_to

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

MOST_FREQUENT: Final = "/v1/predict"
"""The address whose requests take the shortcut."""
OPEN: Final = frozenset({"/", "/healthz", "/readyz"})
"""Addresses that need no token, since they disclose nothing."""
GUARDED: Final = frozenset({"/v1/model/reload"})
"""Addresses that always need a token, also when the service has none."""
ADDRESSES: Final = OPEN | GUARDED | {
    "/v1/predict", "/v1/explain", "/v1/feedback", "/v1/accuracy", "/v1/model", "/metrics", "/openapi.json"
}  # fmt: skip
_WITH_JSON: Final = ADDRESSES - GUARDED
"""Addresses whose requests have a body in JSON."""
_HEADERS: Final = [
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
]
_log: Final = logging.getLogger(__name__)
_DISCARDED_BODIES: Final = 16
"""The part of a too large body that is read, in bodies of the maximum size; then the connection is closed."""
_CLOSING_STATUSES: Final = frozenset(
    {HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.REQUEST_TIMEOUT}
)
"""Statuses of refusals after which the connection is closed, since a part of the request may be unread."""


class RequestMiddleware:
    """ASGI middleware that checks token, host, content type, body size, time and concurrency, and counts."""

    def __init__(
        self,
        app: App,
        options: ServiceOptions,
        metrics: Metrics,
        shortcut: Callable[[bytes], Awaitable[Response]],
    ) -> None:
        """`shortcut` answers the most frequent request, without FastAPI's routing and second validation."""
        self._app = app
        self._shortcut = shortcut
        self._options = options
        self._metrics = metrics
        self.inside = 0
        """Number of requests in progress."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on to the application, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        answer = _Response(send)
        self._set_inside(self.inside + 1)
        try:
            await self._answer(scope, receive, answer)
        finally:
            self._set_inside(self.inside - 1)
            self._count(scope, answer.status, time.perf_counter() - began)

    def _set_inside(self, number: int) -> None:
        self.inside = number
        self._metrics.set("mltag_in_flight", number)

    async def _answer(self, scope: Scope, receive: Receive, answer: "_Response") -> None:
        seconds = self._options.limits.seconds
        try:
            self._check(scope)
            async with asyncio.timeout(seconds) as limit:
                content = await self._body(scope, receive, limit)
                if scope["path"] == MOST_FREQUENT and scope["method"] == "POST":
                    response = await self._shortcut(content)
                    await response(scope, receive, answer)
                else:
                    await self._app(scope, _replay(content, receive), answer)
            return
        except RefusedError as error:
            refused = error
        except TimeoutError:
            words = f"The request took longer than {seconds:g} s."
            refused = RefusedError(HTTPStatus.REQUEST_TIMEOUT, words, "Send fewer texts.")
        except asyncio.CancelledError:  # at the end of the grace period; uvicorn would log a traceback
            refused = RefusedError(
                HTTPStatus.SERVICE_UNAVAILABLE, "The service is stopping.", "Send the request again."
            )
        except Exception as error:  # noqa: BLE001 - the crash boundary; the message may contain a text
            trace = "".join(traceback.format_tb(error.__traceback__))
            message = str(error) if self._options.log_texts else type(error).__name__
            _log.error("%s %s failed: %s\n%s", scope["method"], _address(scope), message, trace)
            refused = CRASH
        await answer.refuse(refused, scope, receive)

    def _check(self, scope: Scope) -> None:
        limits, path = self._options.limits, scope["path"]
        headers = dict(scope["headers"])
        _check_framing(headers, scope["http_version"])
        if path not in OPEN and self.inside > limits.at_once:
            raise RefusedError(
                HTTPStatus.TOO_MANY_REQUESTS,
                f"More than {limits.at_once} requests at once.",
                "Try again in a moment.",
            )
        if not self._options.token and not is_loopback(_host_of(headers.get(b"host", b""))):
            # a web page elsewhere may have had its name resolved to this computer (DNS rebinding)
            raise RefusedError(
                HTTPStatus.MISDIRECTED_REQUEST,
                "The service accepts requests to localhost only.",
                "Use localhost as the host name.",
            )
        if path in GUARDED and not self._options.token:
            raise RefusedError(
                HTTPStatus.FORBIDDEN, "This address needs a token.", "Start the service with --token-file."
            )
        if self._options.token and path not in OPEN:
            given = headers.get(b"authorization", b"")
            if not hmac.compare_digest(given, b"Bearer " + self._options.token.encode()):
                raise RefusedError(
                    HTTPStatus.UNAUTHORIZED,
                    "The token is missing or wrong.",
                    "Send Authorization: Bearer TOKEN.",
                )
        if scope["method"] in ("POST", "PUT", "PATCH") and path in _WITH_JSON:
            form = headers.get(b"content-type", b"").split(b";")[0].strip().lower()
            if form != b"application/json":
                raise RefusedError(
                    HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is not application/json.",
                    "Send Content-Type: application/json.",
                )  # fmt: skip

    async def _body(self, scope: Scope, receive: Receive, limit: asyncio.Timeout) -> bytes:
        """Return the body; the time `limit` starts again after it."""
        most = self._options.limits.body
        for name, value in scope["headers"]:
            if name == b"content-length" and (not value.isdigit() or len(value) > 12 or int(value) > most):
                await self._discard(scope, receive)
                raise _too_long(most)
        content, is_complete = bytearray(), False
        while not is_complete:
            message = await receive()
            content += message.get("body", b"")
            is_complete = not message.get("more_body", False)
            if len(content) > most:
                if not is_complete:
                    await self._discard(scope, receive)
                raise _too_long(most)
        limit.reschedule(asyncio.get_running_loop().time() + self._options.limits.seconds)
        return bytes(content)

    async def _discard(self, scope: Scope, receive: Receive) -> None:
        """Read the rest of a body that is too large, up to a limit.

        Most clients send the whole body before they read the answer; if the connection were closed before,
        they would report a broken connection. A client that waits for "100 Continue" has not sent it.
        """
        if any(name == b"expect" for name, _ in scope["headers"]):
            return
        remaining = _DISCARDED_BODIES * self._options.limits.body
        while remaining > 0:
            message = await receive()
            if not message.get("more_body", False):
                return
            remaining -= len(message["body"])

    def _count(self, scope: Scope, status: int, seconds: float) -> None:
        address = _address(scope)
        self._metrics.count("mltag_requests_total", address=address, status=str(status))
        self._metrics.observe("mltag_request_seconds", (seconds,), address=address)
        if self._options.log_requests:
            _log.info("%s %s %d %.1f ms", scope["method"], address, status, seconds * 1_000)


def _check_framing(headers: Mapping[bytes, bytes], version: str) -> None:
    """Refuse a body whose end two servers could see in different places (RFC 9112, 6.1 and 6.3).

    What one of them reads as the rest of the body would be a request of its sender for the other.
    """
    if b"transfer-encoding" in headers and (b"content-length" in headers or version != "1.1"):
        raise RefusedError(
            HTTPStatus.BAD_REQUEST,
            "The length of the body is ambiguous.",
            "Send either Content-Length or, with HTTP/1.1, Transfer-Encoding.",
        )


def _too_long(limit: int) -> RefusedError:
    return RefusedError(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        f"The body is longer than {limit:,} bytes.",
        "Send fewer or shorter texts.",
    )


class _Response:
    """Sends an answer with the common headers, and remembers its status."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = [*message.get("headers", ()), *_HEADERS]
        await self._send(message)

    async def refuse(self, refused: RefusedError, scope: Scope, receive: Receive) -> None:
        """Send a refusal, unless an answer has already started."""
        if self.status:
            return
        response = answer_to(refused)
        if refused.status == HTTPStatus.UNAUTHORIZED:
            response.headers["www-authenticate"] = "Bearer"
        if refused.status == HTTPStatus.TOO_MANY_REQUESTS:
            response.headers["retry-after"] = "1"
        if refused.status in _CLOSING_STATUSES:
            response.headers["connection"] = "close"
        await response(scope, receive, self)


@lru_cache(maxsize=1_000)
def is_loopback(host: str) -> bool:
    """Return whether a host name or an address is a loopback address."""
    if host.lower() in ("localhost", "localhost."):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _host_of(value: bytes) -> str:
    name = value.decode("latin-1")
    if name.startswith("["):
        return name[1:].partition("]")[0] if "]" in name else ""
    return name.rpartition(":")[0] if ":" in name else name


def _address(scope: Scope) -> str:
    """Return the path if it is a known address, else "other".

    Unknown paths would give an unlimited number of metrics, and may contain a text.
    """
    path = str(scope["path"])
    return path if path in ADDRESSES else "other"


def _replay(content: bytes, receive: Receive) -> Receive:
    """Return a `receive` that first gives the body already read, then the following messages."""
    waiting = [{"type": "http.request", "body": content, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay

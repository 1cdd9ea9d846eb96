"""Authentication and limits: a rejected request gets a 4xx that says what to do."""

import http.client
import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import ServiceLimits, ServiceOptions
from mltag_desktop.service.launcher import check_access, listen
from mltag_desktop.service.middleware import is_loopback
from tests.service.helpers import TOKEN, Running, serving
from tests.threads import ended_threads

JSON = {"Content-Type": "application/json"}
HEAD = (
    b"POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    b"Content-Length: 50\r\n\r\n{"
)


def refused(answer: httpx.Response, status: int) -> str:
    assert answer.status_code == status, answer.text
    content = answer.json()
    assert set(content) == {"message", "hint", "fields"}
    assert content["message"]
    assert content["hint"]
    message: str = content["message"]
    return message


@pytest.fixture(scope="module", autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail the file instead of a test, since the tests share two services with their threads."""
    with ended_threads():
        yield


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory, bundles: tuple[Path, Path]) -> ServiceOptions:
    """One state for the file: what is refused leaves nothing behind."""
    state = tmp_path_factory.mktemp("service") / "state"
    return ServiceOptions(
        state=state, port=0, model=bundles[0], watch_seconds=0.05, limits=ServiceLimits(seconds=5.0)
    )


@pytest.fixture(scope="module")
def running(options: ServiceOptions) -> Iterator[Running]:
    with serving(options) as running:
        yield running


@pytest.fixture(scope="module")
def narrow(options: ServiceOptions) -> Iterator[Running]:
    limits = ServiceLimits(body=2_000, items=3, length=100, seconds=0.5, at_once=4)
    state = options.state.with_name("narrow")
    with serving(replace(options, state=state, limits=limits)) as running:
        yield running


def test_exceeded_limits_are_named(narrow: Running) -> None:
    post = narrow.client.post
    assert "2,000 bytes" in refused(post("/v1/predict", json={"text": "x" * 3_000}), 413)
    assert "3 items" in refused(post("/v1/predict", json={"items": [{"text": "x"}] * 4}), 413)
    for path in ("/v1/predict", "/v1/explain", "/v1/feedback"):
        assert "100 characters" in refused(post(path, json={"text": "x" * 101}), 413)
    assert "100 characters" in refused(post("/v1/predict", json={"items": [{"text": "x" * 101}]}), 413)
    assert post("/v1/predict", json={"items": [{"text": "x" * 100}] * 3}).status_code == 200


def test_a_chunked_body_is_limited(narrow: Running) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(50):
            yield b"x" * 100

    assert "2,000 bytes" in refused(narrow.client.post("/v1/predict", content=endless(), headers=JSON), 413)


def test_a_client_that_sends_a_whole_large_body_gets_the_answer(running: Running) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=20)
    connection.request("POST", "/v1/predict", b"x" * 5_000_000, JSON)
    answer = connection.getresponse()
    assert (answer.status, json.loads(answer.read())["hint"]) == (413, "Send fewer or shorter texts.")
    connection.close()


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 900, 400),
        (b'{"x": "\\ud800"}', 400),
        ('{"x": 1}'.encode("utf-16"), 400),
        (b"null", 422),
        (b"[]", 422),
        (b'"text"', 422),
        (b"{}", 422),
        (b'{"text": 1}', 422),
        (b'{"text": null}', 422),
        (b'{"text": "x", "items": []}', 422),
        (b'{"items": []}', 422),
        (b'{"items": [{"text": "x"}], "key": "k"}', 422),
        (b'{"items": [{}]}', 422),
        (b'{"text": "x", "more": 1}', 422),
        (b'{"text": "x", "key": ""}', 422),
        (b'{"text": "x", "probabilities": "maybe"}', 422),
        (b'{"text": "x", "probabilities": 1}', 422),
        (b'{"text": "\\ud800"}', 400),
        (b'{"text": NaN}', 422),
        (b'{"text": "x", "text": 1}', 422),
        (b'{"text": ' + b"9" * 1_500 + b"}", 422),
    ],
)
def test_invalid_input_is_reported_without_quoting_it(narrow: Running, content: bytes, status: int) -> None:
    answer = narrow.client.post("/v1/predict", content=content, headers=JSON)
    refused(answer, status)
    assert "more" not in answer.json()["message"]


@pytest.mark.parametrize("text", ["", " ", "\x00", "\n\n", "‮", "😀" * 50, "%s%n{}", "' OR 1=1 --"])
def test_unusual_texts_are_predicted(running: Running, text: str) -> None:
    assert running.predict(text)["tag"] in ("cooking", "gardening", "sailing")
    assert running.explain(text=text).status_code == 200


def test_other_content_types_paths_and_methods_are_rejected(running: Running) -> None:
    client = running.client
    for headers in ({}, {"Content-Type": "text/plain"}, {"Content-Type": "multipart/form-data; boundary=x"}):
        answer = client.post("/v1/predict", content=b'{"text": "x"}', headers=headers)
        assert "application/json" in refused(answer, 415)
    accepted = {"Content-Type": "Application/JSON; charset=utf-8"}
    assert client.post("/v1/predict", content=b'{"text": "x"}', headers=accepted).status_code == 200
    refused(client.get("/v1/predict"), 405)
    refused(client.get("/v2/predict"), 404)
    refused(client.get("/docs"), 404)
    refused(client.get("/../../etc/passwd"), 404)
    assert running.metric('mltag_requests_total{address="other",status="404"}') == 3


def test_a_slow_client_is_disconnected(narrow: Running) -> None:
    with socket.create_connection(("127.0.0.1", narrow.port), timeout=20) as slow:
        slow.sendall(HEAD)
        assert slow.recv(1_000).startswith(b"HTTP/1.1 408")
    assert narrow.predict("still here")


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"NONSENSE\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999\r\n\r\n",
        b"POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n"
        b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /v1/model HTTP/1.1\r\nHost: localhost\r\nX: " + b"b" * 1_000_000 + b"\r\n\r\n",
    ],
)
def test_malformed_http_gets_a_4xx_or_is_disconnected(narrow: Running, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", narrow.port), timeout=20) as rude:
        try:
            rude.sendall(sent)
            got = rude.recv(1_000)
        except ConnectionError:
            got = b""
    assert not got or got.startswith(b"HTTP/1.1 4"), got
    assert narrow.predict("still here")


@pytest.mark.parametrize(
    "framing",
    [
        b"Content-Length: 5\r\nTransfer-Encoding: chunked",
        b"Transfer-Encoding: chunked\r\nContent-Length: 5",
        b"Content-Length: 400\r\nTransfer-Encoding: chunked",
        b"transfer-encoding:\tchunked\r\nCONTENT-LENGTH:0",
    ],
)
@pytest.mark.parametrize("version", [b"1.1", b"1.0"])
def test_a_body_with_two_lengths_carries_no_second_request(
    options: ServiceOptions, running: Running, framing: bytes, version: bytes
) -> None:
    hidden = b'{"text": "smuggled", "id": "smuggled"}'
    rest = (
        b"POST /v1/feedback HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\n\r\n%s" % (len(hidden), hidden)
    )
    head = b"POST /v1/predict HTTP/%s\r\nHost: localhost\r\nContent-Type: application/json\r\n" % version
    with socket.create_connection(("127.0.0.1", running.port), timeout=20) as sender:
        sender.sendall(head + framing + b"\r\nConnection: keep-alive\r\n\r\n0\r\n\r\n" + rest)
        answer = b"".join(iter(lambda: sender.recv(9_999), b""))
    assert answer.startswith(b"HTTP/1.1 400")
    assert answer.count(b"HTTP/1.1 ") == 1
    with FeedbackStore.existing(options.state) as feedback_store:
        assert not feedback_store.feedback()


def test_too_many_concurrent_requests_are_told_to_retry(narrow: Running) -> None:
    """Four slow requests are running; the fifth is told to retry."""
    slow = [socket.create_connection(("127.0.0.1", narrow.port), timeout=20) for _ in range(4)]
    try:
        for each in slow:
            each.sendall(HEAD)
        statuses = set()
        while not statuses & {429}:
            answer = narrow.client.post("/v1/predict", json={"text": "x"})
            statuses.add(answer.status_code)
            if narrow.service.app.inside == 0:
                pytest.skip("the slow ones were let go before the fifth came")
        assert answer.headers["retry-after"] == "1"
        refused(answer, 429)
        assert narrow.client.get("/healthz").status_code == 200, "who watches is let in"
    finally:
        for each in slow:
            each.close()


def test_a_token_is_required(options: ServiceOptions) -> None:
    with serving(replace(options, token=TOKEN)) as running:
        bare = httpx.Client(base_url=running.client.base_url)
        with bare:
            for path in ("/v1/model", "/metrics", "/openapi.json", "/nothing"):
                answer = bare.get(path)
                refused(answer, 401)
                assert answer.headers["www-authenticate"] == "Bearer"
            for wrong in ("Bearer", "Bearer x", f"Basic {TOKEN}", f"bearer{TOKEN}", f"Bearer {TOKEN}x"):
                refused(bare.post("/v1/predict", json={"text": "x"}, headers={"Authorization": wrong}), 401)
            assert bare.get("/healthz").status_code == 200
            assert bare.get("/readyz").status_code == 200
            assert bare.get("/").status_code == 200
        assert running.predict("rose bush")["tag"] == "gardening"
        named = running.client.get("/v1/model", headers={"Host": "tags.example.org"})
        assert named.status_code == 200, "with a token any name will do"


def test_without_a_token_a_foreign_page_gets_no_answer(running: Running) -> None:
    """A foreign name that resolves to this machine (DNS rebinding) is not accepted as host."""
    for host in (
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:80",
        "",
        "[::1",
        "10.0.0.7",
    ):
        answer = running.client.get("/v1/model", headers={"Host": host})
        refused(answer, 421)
    for host in ("localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000"):
        assert running.client.get("/v1/model", headers={"Host": host}).status_code == 200


def test_reloading_always_requires_a_token(running: Running) -> None:
    assert "token" in refused(running.client.post("/v1/model/reload"), 403)


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False),
     ("::", False), ("192.168.1.5", False), ("example.org", False), ("", False)],
)  # fmt: skip
def test_only_loopback_works_without_a_token(options: ServiceOptions, host: str, own: bool) -> None:
    assert is_loopback(host) == own
    if own:
        check_access(replace(options, host=host))
    else:
        with pytest.raises(MltagError, match="token is needed"):
            check_access(replace(options, host=host))
        check_access(replace(options, host=host, token=TOKEN))


def test_a_short_token_and_a_used_port_are_rejected(options: ServiceOptions, running: Running) -> None:
    with pytest.raises(MltagError, match="shorter than 16"):
        check_access(replace(options, token="short"))
    assert "short" not in repr(replace(options, token="short"))
    with pytest.raises(MltagError, match=f"Port {running.port}"):
        listen(replace(options, port=running.port))


def test_no_text_is_logged(
    options: ServiceOptions, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither with the request log on, nor when a text causes an error."""
    caplog.set_level("INFO")
    with serving(replace(options, log_requests=True)) as running:
        secret = "secretword"
        running.predict(secret)
        running.client.post("/v1/predict", json={"text": [secret]})
        running.client.get(f"/{secret}?text={secret}")
        running.feedback(text=secret, note=secret)

        async def failing(*_: object, **__: object) -> None:
            raise ValueError(secret)

        monkeypatch.setattr(running.service.answers, "predict", failing)
        answer = running.client.post("/v1/predict", json={"text": secret})
        assert answer.status_code == 500
    written = "\n".join(
        f"{record.getMessage()} {record.exc_text or ''}"
        for record in caplog.records
        if record.name.startswith(("mltag_desktop", "uvicorn", "asyncio"))
    )
    assert "POST /v1/predict 200" in written
    assert "ValueError" in written
    assert secret not in written
    assert secret not in json.dumps(answer.json())


def test_small_responses_are_sent_without_delay(options: ServiceOptions) -> None:
    """asyncio disables Nagle's algorithm only if the protocol is given; else responses are 40 ms late."""
    with listen(options) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_a_deeply_nested_body_is_rejected(running: Running) -> None:
    answer = running.client.post("/v1/predict", content=b'{"text": ' + b"[" * 200_000, headers=JSON)
    assert 400 <= answer.status_code < 500

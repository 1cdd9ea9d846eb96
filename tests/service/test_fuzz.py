"""The service answers any input, and never with a 5xx."""

from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mltag_desktop.core.serving.records import ServiceOptions
from tests.service.helpers import Running, serving

JSON = {"Content-Type": "application/json"}
PATHS = ("/v1/predict", "/v1/explain", "/v1/feedback")
slow_machine = settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def fuzzed(options: ServiceOptions) -> Iterator[Running]:
    with serving(options) as running:
        yield running
        assert running.metric('mltag_requests_total{address="/v1/predict",status="500"}') == 0
        assert running.predict("rose bush")["tag"] == "gardening"


def answered(answer: httpx.Response) -> None:
    assert answer.status_code < 500, (answer.status_code, answer.text)
    if answer.status_code >= 400:
        assert set(answer.json()) == {"message", "hint", "fields"}


@slow_machine
@given(path=st.sampled_from(PATHS), body=st.binary(max_size=300))
def test_any_bytes(fuzzed: Running, path: str, body: bytes) -> None:
    answered(fuzzed.client.post(path, content=body, headers=JSON))


@slow_machine
@given(
    method=st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "BREW"]),
    path=st.sampled_from(
        [*PATHS, "/v1/model", "/v1/model/reload", "/metrics", "/", "/openapi.json", "/healthz"]
    )
    | st.text(alphabet=st.characters(codec="utf-8"), max_size=20).map(lambda text: f"/{text}"),
    headers=st.dictionaries(
        st.sampled_from(
            ["Content-Type", "Authorization", "Accept", "X-Forwarded-For", "Cookie", "Expect", "Range"]
        ),
        st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=30).map(str.strip),
        max_size=3,
    ),
)
def test_any_method_path_and_header(fuzzed: Running, method: str, path: str, headers: dict[str, str]) -> None:
    answer = fuzzed.client.request(
        method, quote(path), headers=headers, content=b"{}" if method == "POST" else None
    )
    assert answer.status_code < 500

"""The service answers any input, and never with a 5xx."""

import json
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mltag_desktop.core.serving.service_options import ServiceOptions
from tests.service.helpers import Running, serving

JSON = {"Content-Type": "application/json"}
PATHS = ("/v1/predict", "/v1/explain", "/v1/feedback")
KEYS = ("text", "key", "items", "tag", "probabilities", "right", "note", "id")
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(alphabet=st.characters(), max_size=60),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)
nearly_right = st.fixed_dictionaries(
    {},
    optional={
        "text": st.text(max_size=200) | values,
        "key": st.text(max_size=20) | values,
        "items": st.lists(st.fixed_dictionaries({"text": st.text(max_size=50)}) | values, max_size=4)
        | values,
        "tag": st.sampled_from(["cooking", "sailing", ""]) | values,
        "right": st.booleans() | values,
        "note": st.text(max_size=50) | values,
        "probabilities": st.booleans() | values,
        "id": st.text(max_size=20) | values,
    },
)
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
@given(path=st.sampled_from(PATHS), body=values | nearly_right, ascii_only=st.booleans())
def test_any_json(fuzzed: Running, path: str, body: object, ascii_only: bool) -> None:
    content = json.dumps(body, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    answered(fuzzed.client.post(path, content=content, headers=JSON))


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

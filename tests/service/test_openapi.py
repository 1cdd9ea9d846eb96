"""Responses match the OpenAPI description, and generated requests never get a 5xx (schemathesis)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mltag_desktop.core.serving.records import ServiceLimits, ServiceOptions
from mltag_desktop.service import schemas
from tests.service.helpers import Running, serving
from tests.threads import ended_threads

schemathesis = pytest.importorskip("schemathesis")
generated_requests = pytest.importorskip("tests.service.generated_requests")
jsonschema_rs = pytest.importorskip("jsonschema_rs")


@pytest.fixture(scope="module", autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail the file instead of a test, since the tests share a service with its threads."""
    with ended_threads():
        yield


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory, bundles: tuple[Path, Path]) -> Iterator[Running]:
    state = tmp_path_factory.mktemp("service") / "state"
    limits = ServiceLimits(seconds=5.0)
    with serving(ServiceOptions(state=state, port=0, model=bundles[0], limits=limits)) as running:
        yield running


FEW = 60


@pytest.mark.parametrize(("path", "mode"), generated_requests.RUNS)
def test_responses_match_the_description(described: Running, path: str, mode: object) -> None:
    assert generated_requests.ask_generated(described, path, mode, 0, FEW).checks > FEW


@pytest.mark.parametrize("text", ["\u0085", "\ufeff", " \t\u2003\u00a0", "a", "\u0085b\ufeff"])
def test_a_blank_text_is_refused_as_the_description_says(described: Running, text: str) -> None:
    parts = described.client.get("/openapi.json").json()["components"]["schemas"]
    fits = jsonschema_rs.is_valid(parts["FeedbackRequest"]["properties"]["text"], text)
    answer = described.client.post("/v1/feedback", json={"text": text})
    assert (answer.status_code, fits) == ((200, True) if text.strip("\ufeff").strip() else (422, False))


@pytest.mark.parametrize("path", ["/v1/accuracy", "/v1/model", "/healthz", "/readyz", "/metrics"])
def test_requests_without_a_body_match_the_description(described: Running, path: str) -> None:
    schema = schemathesis.openapi.from_dict(described.client.get("/openapi.json").json())
    case = schema[path]["GET"].Case()
    answer = case.call(base_url=str(described.client.base_url))
    case.validate_response(answer)
    assert answer.status_code == 200


def test_every_request_and_response_has_a_valid_example(described: Running) -> None:
    parts = described.client.get("/openapi.json").json()["components"]["schemas"]
    shown = {name for name, schema in parts.items() if schema.get("examples")}
    inside = {"Item", "PieceOut", "FieldProblem", "Rate", "TagRates", "DayRate", "Accuracy"}
    inside |= {"ModelAccuracy", "PairedAccuracy", "ServiceAccuracy"}
    assert shown == set(parts) - inside, "which stand in others' examples"
    for name in shown:
        for example in parts[name]["examples"]:
            filled = getattr(schemas, name).model_validate(example)
            assert filled.model_dump(mode="json", exclude_unset=True) == example
    why = parts["ExplanationOut"]["examples"][0]
    assert why["bias"] + sum(piece["weight"] for piece in why["pieces"]) == why["score"]
    for piece in why["pieces"]:
        asked = parts["ExplainRequest"]["examples"][0]["text"]
        assert asked[piece["start"] : piece["end"]] == piece["text"]

"""Responses match the OpenAPI description, and generated requests never get a 5xx (schemathesis)."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from mltag_desktop.core.serving.service_options import ServiceLimits, ServiceOptions
from mltag_desktop.service import schemas
from tests.service.helpers import Running, serving
from tests.threads import ended_threads

schemathesis = pytest.importorskip("schemathesis")
jsonschema_rs = pytest.importorskip("jsonschema_rs")
FITTING, OTHER = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE


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


FEW, MANY = 60, 2_000
MODES = pytest.mark.parametrize("mode", [FITTING, OTHER], ids=["fitting", "not fitting"])
PATHS = pytest.mark.parametrize("path", ["/v1/predict", "/v1/explain", "/v1/feedback"])


def ask_generated_requests(described: Running, path: str, mode: object, examples: int) -> None:
    schema = schemathesis.openapi.from_dict(described.client.get("/openapi.json").json())
    statuses: Counter[int] = Counter()

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=schema[path]["POST"].as_strategy(generation_mode=mode))
    def ask(case: object) -> None:
        answer = case.call(base_url=str(described.client.base_url))  # type: ignore[attr-defined]
        statuses[answer.status_code] += 1
        assert answer.status_code < 500
        has_tag = path in ("/v1/explain", "/v1/feedback")  # an unknown tag is refused
        excluded = [schemathesis.checks.positive_data_acceptance] if has_tag else []
        case.validate_response(answer, excluded_checks=excluded)  # type: ignore[attr-defined]

    ask()
    sys.stdout.write(f"{path}: {dict(statuses)}\n")
    assert (statuses[200] > 0) == (mode is FITTING)


@MODES
@PATHS
def test_responses_match_the_description(described: Running, path: str, mode: object) -> None:
    ask_generated_requests(described, path, mode, FEW)


@pytest.mark.slow
@MODES
@PATHS
def test_thousands_of_responses_match_the_description(described: Running, path: str, mode: object) -> None:
    ask_generated_requests(described, path, mode, MANY)


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
    inside = {"Item", "PieceOut", "FieldProblem", "RateOut", "TagRatesOut", "DayRateOut", "AccuracyOut"}
    inside |= {"ModelAccuracyOut", "PairedAccuracyOut"}
    assert shown == set(parts) - inside, "which stand in others' examples"
    for name in shown:
        for example in parts[name]["examples"]:
            filled = getattr(schemas, name).model_validate(example)
            assert filled.model_dump(exclude_unset=True) == example
    why = parts["ExplanationOut"]["examples"][0]
    assert why["bias"] + sum(piece["weight"] for piece in why["pieces"]) == why["score"]
    for piece in why["pieces"]:
        asked = parts["ExplainRequest"]["examples"][0]["text"]
        assert asked[piece["start"] : piece["end"]] == piece["text"]

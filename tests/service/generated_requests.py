"""Requests that Schemathesis generates from the OpenAPI description, in short runs with a seed."""

from collections import Counter
from typing import Any, Final, NamedTuple

import requests
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from schemathesis import GenerationMode

from tests.service.helpers import Running

PATHS: Final = ("/v1/predict", "/v1/explain", "/v1/feedback")
FITTING: Final = GenerationMode.POSITIVE
OTHER: Final = GenerationMode.NEGATIVE
RUNS: Final = [(path, mode) for path in PATHS for mode in (FITTING, OTHER)]
"""What takes turns: paths, with requests that fit the description, or do not."""
_MAY_REFUSE: Final = PATHS[1:]
"""Paths with a tag, which is refused if the model does not know it."""


class Answers(NamedTuple):
    """The answers to generated requests."""

    statuses: Counter[int]
    checks: int
    """The number of checks that Schemathesis made on them; all were passed."""


def ask_generated(running: Running, path: str, mode: GenerationMode, number: int, count: int) -> Answers:
    """Send up to `count` requests with the seed `number`; fails at an answer against the description."""
    schema = schemathesis.openapi.from_dict(running.client.get("/openapi.json").json())
    statuses, checks = Counter[int](), 0

    @schema.hook("after_validate")
    def after_validate(context: object, case: object, response: object, results: list[object]) -> None:
        nonlocal checks
        checks += len(results)

    excluded = [schemathesis.checks.positive_data_acceptance] if path in _MAY_REFUSE else []

    with requests.Session() as session:

        @seed(number)
        @settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=schema[path]["POST"].as_strategy(generation_mode=mode))
        def ask(case: Any) -> None:
            answer = case.call(base_url=str(running.client.base_url), session=session)
            statuses[answer.status_code] += 1
            assert answer.status_code < 500
            case.validate_response(answer, excluded_checks=excluded)

        ask()
    assert (statuses[200] > 0) == (mode is FITTING), statuses
    return Answers(statuses, checks)

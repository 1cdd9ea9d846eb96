"""Error responses: refused requests, invalid bodies and internal errors as JSON with message and hint."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from mltag_desktop.core.errors import MltagError
from mltag_desktop.service.schemas import PATTERNS

_DOCUMENTED: Final = "See /openapi.json for the request formats."
_IN_WORDS: Final = {
    "missing": "is missing",
    "extra_forbidden": "is unknown",
    "string_type": "must be a string",
    "bool_type": "must be true or false",
    "list_type": "must be a list",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "too_short": "must not be empty",
    "string_too_short": "must not be empty",
    "string_too_long": "is longer than {max_length:,} characters",
}
"""Problems by pydantic's type of error."""


class RefusedError(MltagError):
    """A refused request, with the HTTP status of the response."""

    def __init__(self, status: int, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.status = status


CRASH: Final = RefusedError(
    HTTPStatus.INTERNAL_SERVER_ERROR, "Internal error in the service.", "See the service log for details."
)


def content(message: str, hint: str, fields: list[dict[str, str]] | None = None) -> dict[str, Any]:
    """Return the content of an error response."""
    return {"message": message, "hint": hint, "fields": fields or []}


def answer_to(error: MltagError) -> JSONResponse:
    """Return the response to an error: the status of a `RefusedError`, 503 for any other error."""
    status = error.status if isinstance(error, RefusedError) else HTTPStatus.SERVICE_UNAVAILABLE
    return JSONResponse(content(error.message, error.hint), status)


def answer_to_misfit(errors: Sequence[Any], *, above: int) -> JSONResponse:
    """Return the response to a validation error, with the invalid fields but not their values.

    The first `above` steps of each field's location are left out, since they lead to the body.
    """
    if any(error["type"] == "json_invalid" for error in errors):
        hint = f"Send JSON in UTF-8. {_DOCUMENTED}"
        return JSONResponse(content("The body is not valid JSON.", hint), HTTPStatus.BAD_REQUEST)
    fields = [
        {"field": ".".join(str(part) for part in error["loc"][above:])[:200], "problem": _in_words(error)}
        for error in errors[:20]
    ]
    missing = [
        field["field"] for field, error in zip(fields, errors, strict=False) if error["type"] == "missing"
    ]
    if missing:
        first = f"{missing[0] or 'the body'} is missing"
    elif errors[0]["type"] == "extra_forbidden":  # its name is the sender's own words
        first = "a field is unknown"
    elif fields[0]["field"] or errors[0]["type"] == "value_error":
        first = " ".join(filter(None, fields[0].values()))
    else:
        first = f"the body {fields[0]['problem']}"
    problem = content(f"The request is invalid: {first}.", _DOCUMENTED, fields)
    return JSONResponse(problem, HTTPStatus.UNPROCESSABLE_ENTITY)


def _in_words(error: Mapping[str, Any]) -> str:
    """Return what is wrong with a field, without its value."""
    limits = error.get("ctx", {})
    if error["type"] == "string_pattern_mismatch":
        return PATTERNS[limits["pattern"]]
    words = _IN_WORDS.get(error["type"])
    return str(error["msg"]).removeprefix("Value error, ")[:300] if words is None else words.format(**limits)


async def on_error(request: Request, error: Exception) -> JSONResponse:
    """Return the response to an error that a route or FastAPI has raised; the middleware logs a crash."""
    if isinstance(error, MltagError):
        return answer_to(error)
    if isinstance(error, RequestValidationError):
        return answer_to_misfit(error.errors(), above=1)
    if isinstance(error, HTTPException):  # an unknown address or method
        phrase = HTTPStatus(error.status_code).phrase
        return JSONResponse(content(f"{phrase}.", _DOCUMENTED), error.status_code, error.headers)
    return answer_to(CRASH)

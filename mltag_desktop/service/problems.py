"""What a client did wrong, as a status and words; and every other error as such an answer too."""

import json
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from mltag_desktop.core.errors import MltagError

_DOCUMENTED: Final = "See /openapi.json for the request formats."


class RefusedError(MltagError):
    """A request that is not answered, with the HTTP status that says why."""

    def __init__(self, status: int, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.status = status

    def __reduce__(self) -> Any:
        return type(self), (self.status, self.message, self.hint)


def content(message: str, hint: str, fields: list[dict[str, str]] | None = None) -> dict[str, Any]:
    """Return the body of every answer that is an error."""
    return {"message": message, "hint": hint, "fields": fields or []}


def body(message: str, hint: str) -> bytes:
    """Return `content` as JSON."""
    return json.dumps(content(message, hint)).encode()


def answer_to(error: MltagError) -> JSONResponse:
    """Answer a refusal with its status, and what the disk does with 503."""
    status = error.status if isinstance(error, RefusedError) else HTTPStatus.SERVICE_UNAVAILABLE
    return JSONResponse(content(error.message, error.hint), status)


def answer_to_misfit(errors: Sequence[Any], *, above: int) -> JSONResponse:
    """Say which fields are wrong, without repeating what they held; `above` steps lead to the body."""
    if any(each["type"] == "json_invalid" for each in errors):
        return JSONResponse(content("The body is not valid JSON.", _DOCUMENTED), HTTPStatus.BAD_REQUEST)
    fields = [
        {
            "field": ".".join(str(part) for part in each["loc"][above:])[:200],
            "problem": str(each["msg"])[:300],
        }
        for each in errors[:20]
    ]
    said = content("The request is invalid.", _DOCUMENTED, fields)
    return JSONResponse(said, HTTPStatus.UNPROCESSABLE_ENTITY)


async def on_mltag_error(request: Request, error: Exception) -> JSONResponse:
    """Answer what the user can mend."""
    assert isinstance(error, MltagError)  # noqa: S101 - it is registered for these
    return answer_to(error)


async def on_http_error(request: Request, error: Exception) -> JSONResponse:
    """Answer unknown addresses and methods."""
    assert isinstance(error, HTTPException)  # noqa: S101
    words = HTTPStatus(error.status_code).phrase
    return JSONResponse(content(f"{words}.", _DOCUMENTED), error.status_code, error.headers)


async def on_invalid(request: Request, error: Exception) -> JSONResponse:
    """Answer a request that does not fit."""
    assert isinstance(error, RequestValidationError)  # noqa: S101
    return answer_to_misfit(error.errors(), above=1)


async def on_crash(request: Request, error: Exception) -> JSONResponse:
    """Answer a bug; the door writes it down."""
    said = content("Internal error in the service.", "See the service log for details.")
    return JSONResponse(said, HTTPStatus.INTERNAL_SERVER_ERROR)

"""A fast path for the most frequent request that bypasses FastAPI's routing.

FastAPI still documents the address, and the same pydantic model and handler are used. This saves routing,
dependency resolution and a second pass over the body.
"""

import json
from collections.abc import Awaitable, Callable
from typing import Any, Final, Generic, TypeVar

from fastapi.responses import Response
from pydantic import BaseModel, ValidationError

from mltag_desktop.core.errors import MltagError
from mltag_desktop.service.error_responses import answer_to, answer_to_misfit

Asked = TypeVar("Asked", bound=BaseModel)
MOST_FREQUENT: Final = "/v1/predict"


class FastPath(Generic[Asked]):
    """Validates a request body with the model `form` and passes it to `handler`."""

    def __init__(self, form: type[Asked], handler: Callable[[Asked], Awaitable[Response]]) -> None:
        self._form = form
        self._handler = handler

    async def __call__(self, body: bytes) -> Response:
        """Return the response to a request body; errors become responses too."""
        try:
            request = self._form.model_validate_json(body)
        except ValidationError as error:
            errors: list[Any] = [*error.errors(include_url=False, include_input=False)]
            if _lacks_text(body):  # pydantic names unknown fields only
                errors.insert(0, {"type": "missing", "loc": ("text",), "msg": "Field required"})
            return answer_to_misfit(errors, above=0)
        try:
            return await self._handler(request)
        except MltagError as error:
            return answer_to(error)


def _lacks_text(body: bytes) -> bool:
    """Return whether a body is an object with neither `text` nor `items`."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and not {"text", "items"} & found.keys()

"""The requests, responses and errors of the service.

Pydantic models of the requests and responses; their docstrings are part of the OpenAPI description.

Error responses: refused requests, invalid bodies and internal errors as JSON with message and hint.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Any, Final, Self

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    StrictBool,
    StringConstraints,
    model_validator,
)
from starlette.exceptions import HTTPException

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.serving.service_accuracy import ServiceAccuracy

_TEXT: Final = "Segmenting tumours in MRI scans with a U-Net"
_PREDICTED: Final = {
    "tag": "computer-vision",
    "additional_tags": ["mlops"],
    "confidence": 0.987654,
    "model_version": "3f2a91c04d",
    "needs_review": False,
    "off_topic": False,
    "source": "model",
}


def _without_lone_surrogates(text: str) -> str:
    """Reject lone surrogates, which are not characters and cannot be stored."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("holds half a character (a lone surrogate)") from error
    return text


# The validator comes last: otherwise the limits are missing in the OpenAPI description.
Words = Annotated[str, AfterValidator(_without_lone_surrogates)]
Key = Annotated[
    str, StringConstraints(min_length=1, max_length=500), AfterValidator(_without_lone_surrogates)
]
Tag = Annotated[
    str, StringConstraints(min_length=1, max_length=500), AfterValidator(_without_lone_surrogates)
]
Note = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(_without_lone_surrogates)]
Text = Annotated[Words, Field(description="The text to tag: title and description, joined by a space.")]
_FILLED: Final = r"[^\s\u0085\ufeff]"
"""Something besides spaces; pydantic and JSON schema disagree about these two signs."""
_ID: Final = r"^[A-Za-z0-9._:-]{1,100}$"
PATTERNS: Final = {
    _FILLED: "must not be blank",
    _ID: "must be 1 to 100 of the characters A-Z, a-z, 0-9, '.', '_', ':' and '-'",
}
"""The problem of a string that does not match a pattern."""
Given = Annotated[str, StringConstraints(pattern=_FILLED), AfterValidator(_without_lone_surrogates)]


def _example(example: dict[str, Any]) -> ConfigDict:
    """Return a model configuration with an example."""
    return ConfigDict(json_schema_extra={"examples": [example]})


class _RequestModel(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, frozen=True)


class Item(_RequestModel):
    """One of many texts."""

    text: Text
    key: Key | None = Field(
        None, description="Who or what sends the request; a canary's share is split by this key."
    )

    @property
    def unit(self) -> str:
        """The key that is always answered by the same model; by default the text."""
        return " ".join(self.text.split()) if self.key is None else self.key


class PredictRequest(_RequestModel):
    """One text, or many as `items`."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"text": _TEXT},
                {"items": [{"text": _TEXT}, {"text": "Feature stores in practice", "key": "user-17"}]},
            ],
            "oneOf": [
                {
                    "required": ["text"],
                    "properties": {"text": {"type": "string"}, "items": {"type": "null"}},
                },
                {
                    "required": ["items"],
                    "properties": {
                        "items": {"type": "array"},
                        "text": {"type": "null"},
                        "key": {"type": "null"},
                    },
                },
            ],
        }
    )
    text: Words | None = Field(None, description="A single text; the response is one prediction.")
    key: Key | None = Field(None, description="Who or what sends the request, with `text`.")
    items: list[Item] | None = Field(None, min_length=1, description="Several texts; the response is a list.")
    probabilities: StrictBool = Field(False, description="Include the probability of each tag.")

    @model_validator(mode="after")
    def _one_or_many(self) -> Self:
        if (self.text is None) == (self.items is None):
            raise ValueError("give either text or items")
        if self.key is not None and self.items is not None:
            raise ValueError("give the key next to each item's text")
        return self


class Prediction(BaseModel):
    """The answer to one text."""

    model_config = _example(_PREDICTED)
    tag: str | None = Field(
        description="The tag; null if it needs review and unsure predictions are answered without a tag."
    )
    additional_tags: list[str] = Field(
        default_factory=list,
        description="Further tags of the text, the likeliest first, by a model trained on several tags.",
    )
    confidence: float = Field(description="Probability of the tag, six decimals; 1 if a curator decided.")
    model_version: str
    needs_review: bool = Field(
        description="The confidence is below the tag's threshold, or the text is off topic."
    )
    off_topic: bool = Field(description="The text is unlike the training data of the model.")
    source: str = Field(description="`model`, or `curator` if a curator decided this text.")
    probabilities: dict[str, float] | None = None


class Predictions(BaseModel):
    """The answers to `items`, in the same order."""

    model_config = _example({"predictions": [_PREDICTED]})
    predictions: list[Prediction]


class ExplainRequest(_RequestModel):
    """A text, and the tag to explain."""

    model_config = _example({"text": _TEXT})
    text: Text
    tag: Tag | None = Field(None, description="Default: the predicted tag.")
    key: Key | None = None


class PieceOut(BaseModel):
    """A piece of the text and its weight."""

    start: int
    end: int
    text: str
    weight: float


class ExplanationOut(BaseModel):
    """The explanation of a tag: `bias` plus the weights of the pieces equals `score`."""

    model_config = _example(
        {
            "tag": "computer-vision",
            "confidence": 0.75,
            "probabilities": {"computer-vision": 0.75, "other": 0.25},
            "score": 2.5,
            "bias": -0.5,
            "pieces": [
                {"start": 0, "end": 10, "text": "Segmenting", "weight": 1.75},
                {"start": 22, "end": 25, "text": "MRI", "weight": 1.25},
            ],
            "model_version": "3f2a91c04d",
        }
    )
    tag: str
    confidence: float
    probabilities: dict[str, float]
    score: float
    bias: float
    pieces: list[PieceOut]
    model_version: str


class FeedbackRequest(_RequestModel):
    """Feedback of a user on the answer to a text."""

    model_config = _example({"text": _TEXT, "tag": "computer-vision", "id": "form-2041"})
    text: Given = Field(description="The text of the prediction.")
    right: StrictBool = Field(
        False, description="Whether the prediction was right. Default: only if `tag` is the predicted one."
    )
    tag: Tag | None = Field(None, description="The right tag, if the user knows it.")
    key: Key | None = Field(None, description="The key of the prediction request.")
    note: Note = ""
    id: Annotated[str, StringConstraints(pattern=_ID)] | None = Field(
        None,
        description="Your ID for this feedback: stored once; other feedback with this ID is refused.",
    )


class FeedbackKept(BaseModel):
    """The feedback was stored."""

    model_config = _example({"id": "form-2041", "kept": True, "repeated": False})
    id: str
    kept: bool = True
    repeated: bool = Field(description="This feedback was already stored.")


class ModelOut(BaseModel):
    """The active model, and the candidate of a trial."""

    model_config = _example(
        {
            "version": "3f2a91c04d",
            "tags": ["computer-vision", "other"],
            "feedback_tags": ["computer-vision", "other", "mlops"],
            "threshold": 0.72,
            "thresholds": {"computer-vision": 0.72, "other": 0.9},
            "trained_rows": 764,
            "f1": 0.91,
            "metrics": {},
            "licences": [],
            "candidate": "9b9a754dd4",
            "mode": "canary",
            "share": 0.05,
        }
    )
    version: str
    tags: list[str]
    feedback_tags: list[str] = Field(
        description="The tags that feedback may name: those of all models and of curators' decisions."
    )
    threshold: float = Field(description="Review threshold: predictions below this confidence need review.")
    thresholds: dict[str, float] = Field(description="Review threshold of each tag.")
    trained_rows: int
    f1: float = Field(description="Support-weighted, out of fold.")
    metrics: dict[str, Any]
    licences: list[str]
    candidate: str | None
    mode: str | None = Field(description="`shadow` or `canary`.")
    share: float = Field(description="Share of the keys that the candidate answers; 0 for a shadow model.")


_RATE: Final = {"texts": 200, "share": 0.92, "low": 0.874, "high": 0.95}
_FIGURES: Final = {
    "drawn": 240,
    "reviewed": 200,
    "accuracy": _RATE,
    "tags": [{"tag": "computer-vision", "precision": _RATE, "recall": _RATE}],
    "days": [{**_RATE, "day": "2026-11-27"}],
    "trained_on": 10,
    "others": _RATE,
}


class ServiceAccuracyOut(RootModel[ServiceAccuracy]):
    """The accuracy of the service on texts that were drawn at random and reviewed."""

    model_config = _example(
        {
            "answers": _FIGURES,
            "models": [{"version": "3f2a91c04d", "served": True, "figures": _FIGURES, "checked": True}],
            "pairs": [
                {
                    "current": "3f2a91c04d",
                    "candidate": "9b9a754dd4",
                    "texts": 200,
                    "current_accuracy": _RATE,
                    "candidate_accuracy": _RATE,
                }
            ],
        }
    )


class Reloaded(BaseModel):
    """The result of reloading the model bundle."""

    model_config = _example({"version": "3f2a91c04d", "changed": True})
    version: str
    changed: bool


class Health(BaseModel):
    """The state of the service."""

    model_config = _example({"status": "ready"})
    status: str


class FieldProblem(BaseModel):
    """A field that is not valid."""

    field: str
    problem: str


class Problem(BaseModel):
    """What went wrong, and what to do."""

    model_config = _example(
        {"message": "A text is longer than 100,000 characters.", "hint": "Shorten the text.", "fields": []}
    )
    message: str
    hint: str
    fields: list[FieldProblem]


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


def answer_to_misfit(errors: list[Any], body: Any) -> JSONResponse:
    """Return the response to a validation error, with the invalid fields but not their values."""
    if any(error["type"] == "json_invalid" for error in errors):
        hint = f"Send JSON in UTF-8. {_DOCUMENTED}"
        return JSONResponse(content("The body is not valid JSON.", hint), HTTPStatus.BAD_REQUEST)
    if isinstance(body, dict) and not {"text", "items"} & body.keys():  # pydantic reports no missing text
        errors = [each for each in errors if each["loc"] not in {("body",), ("body", "text")}]
        errors.insert(0, {"type": "missing", "loc": ("body", "text"), "msg": "Field required"})
    fields = [
        {"field": ".".join(str(part) for part in error["loc"][1:])[:200], "problem": _in_words(error)}
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
        return answer_to_misfit([*error.errors()], error.body)
    if isinstance(error, HTTPException):  # an unknown address or method
        phrase = HTTPStatus(error.status_code).phrase
        return JSONResponse(content(f"{phrase}.", _DOCUMENTED), error.status_code, error.headers)
    return answer_to(CRASH)

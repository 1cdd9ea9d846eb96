"""The FastAPI application of the service: its routes, and the objects that live as long as a worker."""

import asyncio
import base64
import gc
import hashlib
import json
import logging
import multiprocessing
import re
import signal
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from functools import cache
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, PlainTextResponse, Response
from pydantic import ValidationError
from pydantic_core import to_json
from starlette.exceptions import HTTPException

from mltag_desktop import __version__
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import ServiceOptions, TrialPlan
from mltag_desktop.core.serving.service_accuracy import ServiceAccuracy, service_accuracy
from mltag_desktop.core.serving.trials import agreed_plan, apply_rule
from mltag_desktop.service import schemas
from mltag_desktop.service.active_models import ModelReloader
from mltag_desktop.service.feedback_writer import FeedbackWriter
from mltag_desktop.service.metrics import Metrics
from mltag_desktop.service.middleware import MOST_FREQUENT, RequestMiddleware
from mltag_desktop.service.prediction import AnswerCache, PredictionService
from mltag_desktop.service.schemas import RefusedError, answer_to, answer_to_misfit, on_error

_PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": schemas.Problem, "description": description}
    for status, description in {
        400: "The body is not valid JSON.",
        401: "The token is missing or wrong.",
        408: "The request timed out.",
        413: "The body, a text or the number of texts is too large.",
        415: "The Content-Type is not application/json.",
        421: "The Host header is not localhost.",
        422: "The request is invalid; see `fields`.",
        429: "Too many requests at once.",
        503: "The disk is not writable, or the service is stopping.",
    }.items()
}
_log: Final = logging.getLogger(__name__)
_PREDICTED: Final = schemas.Prediction | schemas.Predictions
_INLINE: Final = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


class Service:
    """One worker: models, feedback writer, metrics and application; `app` is the ASGI application to run."""

    def __init__(self, options: ServiceOptions) -> None:
        """Load the models; raises `MltagError`."""
        self.options = options
        self.metrics = Metrics()
        self._feedback_store = FeedbackStore(options.state)
        self._plan_number, plan = agreed_plan(self._feedback_store, options)
        self.models = _loaded(options, plan)
        self._cache = None if options.cache is None else AnswerCache(options.cache, self.metrics)
        self._accuracy_state: tuple[object, ...] = ()
        self._accuracy_found: ServiceAccuracy | None = None
        self._accuracy_lock = threading.Lock()
        self._writer = FeedbackWriter(self._feedback_store, self.metrics, options.review_keep)
        self.answers = PredictionService(options, self.models, self._writer, self.metrics, self._cache)
        self.app = RequestMiddleware(self._build(), options, self.metrics, self._predict_body)

    @asynccontextmanager
    async def _lifespan(self, app: FastAPI) -> AsyncIterator[None]:
        answers = self.answers
        answers.watch.start(self.models.active.current, _exempt_from_collection)
        watching = asyncio.create_task(self._watch())
        if hasattr(signal, "SIGHUP") and threading.current_thread() is threading.main_thread():
            asyncio.get_running_loop().add_signal_handler(
                signal.SIGHUP, lambda: answers.pool.submit(self._reload_anyway)
            )
        _exempt_from_collection()
        try:
            yield
        finally:
            gc.unfreeze()
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            await asyncio.to_thread(answers.close)
            await asyncio.to_thread(self._writer.close)
            if self._cache is not None:
                self._cache.close()
            self._feedback_store.close()

    async def _watch(self) -> None:
        """Write what is buffered, and follow the plan of the trial, new models and the end of the parent."""
        due = time.monotonic() + self.options.rule_seconds
        parent = multiprocessing.parent_process()
        while True:
            await asyncio.sleep(self.options.watch_seconds)
            await self._writer.flush()
            await asyncio.to_thread(self._follow_plan)
            if time.monotonic() >= due:
                due = time.monotonic() + self.options.rule_seconds
                await asyncio.to_thread(self._apply_rule)
            if self.models.changed():
                self._count_swap(await asyncio.to_thread(self.models.reload_or_log))
            if parent is not None and not parent.is_alive():
                signal.raise_signal(signal.SIGTERM)

    def _reload_anyway(self) -> None:
        changed = self.models.reload_or_log(anyway=True)
        self._count_swap(changed)
        if changed is False:
            _log.info("reloaded: %s, unchanged", self.models.in_words())

    def _follow_plan(self) -> None:
        """Use the latest plan of the trial, if a command or the rule has changed it."""
        try:
            number, plan = self._feedback_store.plan()
            if number != self._plan_number:
                self._plan_number = number
                self.models.use_plan(plan)
                _log.info("trial: %s", self._feedback_store.plan_changes()[-1][1])
        except MltagError as error:
            _log.warning("The trial could not be changed: %s", error.message)

    def _apply_rule(self) -> None:
        active = self.models.active
        if active.trial is not None:
            try:
                apply_rule(self._feedback_store, active.trial, active.all)
            except MltagError as error:
                _log.warning("The rule of the trial could not be applied: %s", error.message)

    def _count_swap(self, changed: bool | None) -> None:
        if changed is None:
            self.metrics.count("mltag_model_refusals_total")
        elif changed:
            self.metrics.count("mltag_model_swaps_total")

    def _current_accuracy(self) -> ServiceAccuracy:
        """Return the accuracy, computed again when a text was drawn, a decision or a model changed."""
        models = self.models.active.all
        with self._accuracy_lock:
            state = (*self._feedback_store.sample_state(), *(model.version for model in models))
            if self._accuracy_found is None or state != self._accuracy_state:
                self._accuracy_found = service_accuracy(self._feedback_store, models)
                self._accuracy_state = state
            return self._accuracy_found

    def _build(self) -> FastAPI:
        app = FastAPI(
            title="MLTag service",
            version=__version__,
            description="Tags for texts with calibrated confidence, explanations, and feedback.",
            docs_url=None,
            redoc_url=None,
            lifespan=self._lifespan,
        )
        for kind in (MltagError, RequestValidationError, HTTPException, Exception):
            app.add_exception_handler(kind, on_error)
        for path, method, handler, answer, description in (
            (MOST_FREQUENT, "POST", self._predict, _PREDICTED, "Tag one or more texts"),
            ("/v1/explain", "POST", self._explain, schemas.ExplanationOut, "Explain a tag by its words"),
            (
                "/v1/feedback",
                "POST",
                self._feedback,
                schemas.FeedbackKept,
                "Report whether a prediction is right",
            ),
            (
                "/v1/accuracy",
                "GET",
                self._accuracy,
                schemas.ServiceAccuracyOut,
                "Get the accuracy on texts drawn at random",
            ),
            ("/v1/model", "GET", self._model, schemas.ModelOut, "Get the active model"),
            ("/v1/model/reload", "POST", self._reload, schemas.Reloaded, "Reload the model bundle from disk"),
            ("/healthz", "GET", self._healthz, schemas.Health, "Check that the process is alive"),
            (
                "/readyz",
                "GET",
                self._readyz,
                schemas.Health,
                "Check that the service can predict and store feedback",
            ),
        ):
            problems = {**_PROBLEMS, 403: _PROBLEMS[401]} if path.endswith("reload") else _PROBLEMS
            if path.endswith("feedback"):
                problems = {**problems, 409: {**_PROBLEMS[422], "description": "Other feedback has this id."}}
            name = path.strip("/").replace("/", "_")
            app.add_api_route(
                path, handler, methods=[method], response_model=answer, summary=description,
                responses={} if path == "/healthz" else problems, name=name, operation_id=name,
            )  # fmt: skip
        app.add_api_route(
            "/metrics", self._metrics, response_class=PlainTextResponse, summary="Prometheus metrics"
        )
        app.add_api_route("/", self._page, response_class=HTMLResponse, include_in_schema=False)
        return app

    async def _predict_body(self, body: bytes) -> Response:
        """Answer the most frequent request as `_predict` does, without FastAPI's routing, twice as fast."""
        try:
            return await self._predict(schemas.PredictRequest.model_validate_json(body))
        except ValidationError as error:
            given = None
            with suppress(ValueError, RecursionError):
                given = json.loads(body)
            found = error.errors(include_url=False, include_input=False)
            return answer_to_misfit([{**each, "loc": ("body", *each["loc"])} for each in found], given)
        except MltagError as error:
            return answer_to(error)

    async def _predict(self, request: schemas.PredictRequest) -> Response:
        limit = self.options.limits.items
        items = request.items or [schemas.Item(text=request.text or "", key=request.key)]
        if len(items) > limit:
            raise RefusedError(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                f"There are more than {limit:,} items.",
                "Send fewer items at once.",
            )
        for item in items:
            self._check_length(item.text)
        answers = await self.answers.predict(items, probabilities=request.probabilities)
        return _json(answers[0] if request.items is None else {"predictions": answers})

    async def _explain(self, request: schemas.ExplainRequest) -> Any:
        self._check_length(request.text)
        question = schemas.Item(text=request.text, key=request.key)
        try:
            why, version = await asyncio.to_thread(self.answers.explain, question, request.tag)
        except MltagError as error:  # the model does not have the tag
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            raise RefusedError(status, error.message[:500], error.hint[:2_000]) from error
        said = {**asdict(why), "model_version": version}
        del said["note"]
        return _json(said)

    async def _feedback(self, given: schemas.FeedbackRequest) -> Any:
        self._check_length(given.text)
        question = schemas.Item(text=given.text, key=given.key)
        uid, fresh = await self.answers.feedback(
            question, right=given.right, tag=given.tag, note=given.note, uid=given.id
        )
        return _json({"id": uid, "kept": True, "repeated": not fresh})

    async def _model(self) -> Any:
        active = self.models.active
        manifest = active.current.manifest
        return schemas.ModelOut(
            version=manifest.version,
            tags=list(manifest.tags),
            feedback_tags=self.answers.feedback_tags(),
            threshold=round(active.threshold(active.current), 6),
            thresholds={tag: round(active.threshold(active.current, tag), 6) for tag in manifest.tags},
            trained_rows=manifest.training.rows,
            f1=manifest.training.f1,
            metrics=dict(manifest.metrics),
            licences=list(manifest.licences),
            candidate=None if active.candidate is None else active.candidate.manifest.version,
            mode=None if active.trial is None else active.trial.mode,
            share=0.0 if active.trial is None else active.trial.share,
        )

    async def _accuracy(self) -> Any:
        return _json((await asyncio.to_thread(self._current_accuracy)).to_json())

    async def _reload(self) -> Any:
        changed = await asyncio.to_thread(self.models.reload, anyway=True)
        self._count_swap(changed)
        return schemas.Reloaded(version=self.models.active.current.manifest.version, changed=changed)

    async def _healthz(self) -> Any:
        return schemas.Health(status="alive")

    async def _readyz(self) -> Any:
        await asyncio.to_thread(self._feedback_store.ping)
        return schemas.Health(status="ready")

    async def _metrics(self) -> str:
        active = self.models.active
        versions = {"current": active.current.manifest.version}
        if active.candidate is not None:
            versions["candidate"] = active.candidate.manifest.version
        return self.metrics.text(versions, await asyncio.to_thread(self._current_accuracy))

    async def _page(self) -> HTMLResponse:
        return HTMLResponse(page(), headers=PAGE_HEADERS)

    def _check_length(self, text: str) -> None:
        limit = self.options.limits.length
        if len(text) > limit:
            raise RefusedError(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                f"A text is longer than {limit:,} characters.",
                "Shorten the text.",
            )


def _loaded(options: ServiceOptions, plan: TrialPlan) -> ModelReloader:
    """Load the models; a trial that a command started costs no start when its model is gone."""
    try:
        return ModelReloader(options, plan)
    except MltagError as error:
        if plan.options or not plan.running:
            raise
        _log.warning("The trial could not be started: %s", error.message)
        return ModelReloader(options, TrialPlan())


def _exempt_from_collection() -> None:
    """Exempt the present objects from garbage collection: they live until the end.

    To scan them would delay answers by 50 ms, every few seconds under load.
    """
    gc.collect()
    gc.freeze()


def _json(content: dict[str, Any]) -> Response:
    return Response(to_json(content), media_type="application/json")


@cache
def page() -> str:
    """Return the HTML of the page."""
    return resource("service.html").read_text(encoding="utf-8")


def _policy() -> str:
    """Return a content security policy that allows the inline script and style and this service only."""
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, content in _INLINE.findall(page()):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        hashes[kind].append(f"'sha256-{digest}'")
    return (
        f"default-src 'none'; script-src {' '.join(hashes['script'])}; style-src {' '.join(hashes['style'])};"
        " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


PAGE_HEADERS: Final = {"content-security-policy": _policy(), "referrer-policy": "no-referrer"}

"""The FastAPI application of the service: its routes, and the objects that live as long as a worker."""

import asyncio
import base64
import gc
import hashlib
import logging
import re
import signal
import threading
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, PlainTextResponse, Response
from pydantic_core import to_json
from starlette.exceptions import HTTPException

from mltag_desktop import __version__
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.service_options import ServiceOptions
from mltag_desktop.core.serving.training_texts import TrainingTexts
from mltag_desktop.core.serving.trial_plan import EVERYONE, TrialPlan
from mltag_desktop.core.serving.trial_rules import agreed_plan, apply_rules
from mltag_desktop.service import schemas
from mltag_desktop.service.active_models import ModelReloader
from mltag_desktop.service.answer_cache import AnswerCache
from mltag_desktop.service.error_responses import (
    RefusedError,
    on_crash,
    on_http_error,
    on_invalid,
    on_mltag_error,
)
from mltag_desktop.service.fast_path import MOST_FREQUENT, FastPath
from mltag_desktop.service.feedback_writer import FeedbackWriter
from mltag_desktop.service.middleware import RequestMiddleware
from mltag_desktop.service.monitoring.accuracy_monitor import AccuracyMonitor
from mltag_desktop.service.monitoring.prometheus_metrics import Metrics
from mltag_desktop.service.prediction import KeyedText, PredictionService

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
_COMPARISON_TIMEOUT: Final = 3.0
"""Maximum seconds for the remaining comparisons when the service stops."""
_PREDICTED: Final = schemas.Prediction | schemas.Predictions
_INLINE: Final = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


class Service:
    """One worker: models, feedback writer, metrics and application; `app` is the ASGI application to run."""

    def __init__(self, options: ServiceOptions, shared: Path | None = None) -> None:
        """Load the models; `shared` is the folder for the workers' metrics. Raises `MltagError`."""
        self.options = options
        self.metrics = Metrics(shared)
        self._feedback_store = FeedbackStore(options.state)
        self._plan_number, plan = agreed_plan(self._feedback_store, options)
        self.models = _loaded(options, plan)
        self._cache = None if options.cache is None else AnswerCache(options.cache, self.metrics)
        self._accuracy_monitor = AccuracyMonitor(self._feedback_store, self.models)
        self._training_texts = TrainingTexts()
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="predict")
        self._feedback_writer: FeedbackWriter | None = None
        self._answers: PredictionService | None = None
        self.ready = False
        shortcut = FastPath(schemas.PredictRequest, self._predict)
        self.app = RequestMiddleware(self._build(), options, self.metrics, shortcut)

    @property
    def answers(self) -> PredictionService:
        """The object that answers requests; raises `RefusedError` until the service has started."""
        if self._answers is None:
            raise RefusedError(
                HTTPStatus.SERVICE_UNAVAILABLE, "The service is starting.", "Try again in a moment."
            )
        return self._answers

    async def reload(self, *, anyway: bool = False) -> bool:
        """Load changed model bundles from disk (all with `anyway`); return whether a model changed."""
        loop = asyncio.get_running_loop()
        changed = await loop.run_in_executor(self._pool, lambda: self.models.reload(anyway=anyway))
        self._count_swap(changed)
        return changed

    @asynccontextmanager
    async def _lifespan(self, app: FastAPI) -> AsyncIterator[None]:
        self._feedback_writer = FeedbackWriter(self._feedback_store, self.metrics, self.options.review_keep)
        self._answers = PredictionService(
            self.options,
            self.models,
            self._feedback_writer,
            self.metrics,
            self._pool,
            self._cache,
            lambda: self.app.is_alone,
        )
        watching = asyncio.create_task(self._watch())
        self._reload_on_hangup()
        _exempt_from_collection()
        self.ready = True
        try:
            yield
        finally:
            self.ready = False
            gc.unfreeze()
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            await self._answers.comparer.finish(_COMPARISON_TIMEOUT)
            await asyncio.get_running_loop().run_in_executor(None, self._answers.watch.close)
            await asyncio.get_running_loop().run_in_executor(None, self._feedback_writer.close)
            self._pool.shutdown(cancel_futures=True)
            if self._cache is not None:
                await asyncio.get_running_loop().run_in_executor(None, self._cache.close)
            self._feedback_store.close()

    def _reload_on_hangup(self) -> None:
        """Reload the bundles on SIGHUP, if the platform has it and this is the main thread."""
        if hasattr(signal, "SIGHUP") and threading.current_thread() is threading.main_thread():
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self.schedule_reload)

    def schedule_reload(self) -> None:
        """Schedule a reload of the bundles; may be called from any thread."""
        self._pool.submit(self._reload_anyway)

    def _reload_anyway(self) -> None:
        changed = self.models.reload_or_log(anyway=True)
        self._count_swap(changed)
        if changed is False:
            _log.info("reloaded: %s, unchanged", self.models.active.in_words())

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        due = time.monotonic() + self.options.rule_seconds
        is_prepared = False
        while True:
            await asyncio.sleep(self.options.watch_seconds)
            if not is_prepared and self.answers.watch.is_prepared:
                is_prepared = True
                _exempt_from_collection()  # the modules, too, that the drift metrics need
            await loop.run_in_executor(self._pool, self._follow_plan)
            if time.monotonic() >= due:
                due = time.monotonic() + self.options.rule_seconds
                await loop.run_in_executor(self._pool, self._apply_rules)
            if self.models.changed():
                self._count_swap(await loop.run_in_executor(self._pool, self.models.reload_or_log))

    def _follow_plan(self) -> None:
        """Use the latest plan of the trial, if a command or a rule has changed it."""
        try:
            number = self._feedback_store.plan_number
            if number == self._plan_number:
                return
            number, plan = self._feedback_store.plan()
            self._plan_number = number
            self.models.use_plan(plan)
            _log.info("trial: %s", self._feedback_store.plan_changes()[-1][1])
        except MltagError as error:
            _log.warning("The trial could not be changed: %s", error.message)

    def _apply_rules(self) -> None:
        active = self.models.active
        if active.trial is not None:
            try:
                apply_rules(self._feedback_store, active.trial, active.all, self._training_texts)
            except MltagError as error:
                _log.warning("The rules of the trial could not be applied: %s", error.message)

    def _count_swap(self, changed: bool | None) -> None:
        if changed is None:
            self.metrics.count("mltag_model_refusals_total")
        elif changed:
            self.metrics.count("mltag_model_swaps_total")

    def _build(self) -> FastAPI:
        app = FastAPI(
            title="MLTag service",
            version=__version__,
            description="Tags for texts with calibrated confidence, explanations, and feedback.",
            docs_url=None,
            redoc_url=None,
            lifespan=self._lifespan,
        )
        app.add_exception_handler(MltagError, on_mltag_error)
        app.add_exception_handler(RequestValidationError, on_invalid)
        app.add_exception_handler(HTTPException, on_http_error)
        app.add_exception_handler(Exception, on_crash)
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

    async def _predict(self, request: schemas.PredictRequest) -> Response:
        if request.items is None:
            self._check_length(request.text or "")
            question = KeyedText(request.text or "", request.key)
            (answer,) = await self.answers.predict([question], probabilities=request.probabilities)
            return _json(answer)
        limit = self.options.limits.items
        if len(request.items) > limit:
            raise RefusedError(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                f"There are more than {limit:,} items.",
                "Send fewer items at once.",
            )
        for item in request.items:
            self._check_length(item.text)
        questions = [KeyedText(item.text, item.key) for item in request.items]
        answers = await self.answers.predict(questions, probabilities=request.probabilities)
        return _json({"predictions": answers})

    async def _explain(self, request: schemas.ExplainRequest) -> Any:
        self._check_length(request.text)
        loop = asyncio.get_running_loop()
        question = KeyedText(request.text, request.key)
        try:
            why, version = await loop.run_in_executor(self._pool, self.answers.explain, question, request.tag)
        except MltagError as error:  # the model does not have the tag
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            raise RefusedError(status, error.message[:500], error.hint[:2_000]) from error
        pieces = [
            {"start": piece.start, "end": piece.end, "text": piece.text, "weight": piece.weight}
            for piece in why.pieces
        ]
        return _json(
            {
                "tag": why.tag,
                "confidence": why.confidence,
                "probabilities": dict(why.probabilities),
                "score": why.score,
                "bias": why.bias,
                "pieces": pieces,
                "model_version": version,
            }
        )

    async def _feedback(self, given: schemas.FeedbackRequest) -> Any:
        self._check_length(given.text)
        question = KeyedText(given.text, given.key)
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
            rival=None if active.rival is None else active.rival.manifest.version,
            groups={group: share for group, share in active.plan.shares.items() if group != EVERYONE},
        )

    async def _accuracy(self) -> Any:
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._pool, self._accuracy_monitor.current)
        return _json(found.to_json())

    async def _reload(self) -> Any:
        changed = await self.reload(anyway=True)
        return schemas.Reloaded(version=self.models.active.current.manifest.version, changed=changed)

    async def _healthz(self) -> Any:
        return schemas.Health(status="alive")

    async def _readyz(self) -> Any:
        if not self.ready:
            raise RefusedError(
                HTTPStatus.SERVICE_UNAVAILABLE, "The service is starting or stopping.", "Try again later."
            )
        await asyncio.get_running_loop().run_in_executor(self._pool, self._feedback_store.ping)
        return schemas.Health(status="ready")

    async def _metrics(self) -> str:
        active = self.models.active
        accuracy = await asyncio.get_running_loop().run_in_executor(self._pool, self._accuracy_monitor.gauges)
        gauges = {
            **self.answers.watch.gauges,
            **accuracy,
            ("mltag_in_flight", ()): float(self.app.inside),
            ("mltag_model_info", (("role", "current"), ("version", active.current.manifest.version))): 1.0,
        }
        for model in (active.candidate, active.rival):
            if model is not None:
                gauges["mltag_model_info", (("role", "candidate"), ("version", model.manifest.version))] = 1.0
        return self.metrics.text(gauges)

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

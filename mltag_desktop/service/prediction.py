"""Answer requests: choose the model, apply curators' decisions, and collect texts to review."""

import asyncio
import hashlib
import logging
import sqlite3
import threading
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from http import HTTPStatus
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.extraction import text_vectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.off_topic import compared_texts, published_off_topic_filter
from mltag_desktop.core.model.prediction_cache import PredictionCache, digest_of
from mltag_desktop.core.model.types import Explanation, FloatArray, Predictions
from mltag_desktop.core.serving.records import (
    CURRENT,
    DoubtfulText,
    Feedback,
    FeedbackResult,
    SampledAnswer,
    ServiceOptions,
    Trial,
    TrialDifference,
    now,
    same_text,
)
from mltag_desktop.service.active_models import ActiveModels, ModelReloader, Turn
from mltag_desktop.service.drift_monitor import StreamMonitor
from mltag_desktop.service.feedback_writer import FeedbackWriter, Kept
from mltag_desktop.service.metrics import Metrics
from mltag_desktop.service.schemas import Item, RefusedError

DIGITS: Final = 6
"""Decimals of a confidence, as in the command line's output."""
_AT_ONCE: Final = 16_000
"""Maximum characters per batch on the event loop: a few milliseconds, less than a thread switch may take."""
_LONG: Final = 256
"""Number of texts above which a request is computed in a thread."""
_MOST_NAMED: Final = 20
"""Tags in the message about an unknown tag."""
_MOST_SHOWN: Final = 100
"""Characters of an unknown tag in the message."""
_MOST_COMPARING: Final = 500
"""Requests whose answers wait for the predictions of the other model."""
_SAMPLE_SALT: Final = b"sample"
_log: Final = logging.getLogger(__name__)


class JudgedText(NamedTuple):
    """The verdict of a model and its off-topic filter on a text."""

    tag: str
    confidence: float
    additional_tags: list[str]
    off_topic: bool
    doubtful: bool
    """Whether the text needs review at any confidence."""
    probabilities: FloatArray
    """Shape (k,)."""


class RequestBatcher:
    """Computes requests that arrive together in one batch; belongs to one event loop.

    The answers are the same as for single requests. Long requests are computed in a thread.
    """

    def __init__(self, pool: ThreadPoolExecutor, metrics: Metrics) -> None:
        self._pool = pool
        self._metrics = metrics
        self._waiting: list[tuple[LinearModel, list[str], asyncio.Future[list[JudgedText]]]] = []

    async def rows(self, model: LinearModel, texts: list[str]) -> list[JudgedText]:
        """Return the verdicts of `model` on `texts`."""
        loop = asyncio.get_running_loop()
        if len(texts) > _LONG or sum(map(len, texts)) > _AT_ONCE:
            return await loop.run_in_executor(self._pool, self._judge, model, texts)
        answer: asyncio.Future[list[JudgedText]] = loop.create_future()
        if not self._waiting:
            loop.call_soon(self._compute_waiting)
        self._waiting.append((model, texts, answer))
        return await answer

    def _judge(self, model: LinearModel, texts: list[str]) -> list[JudgedText]:
        self._metrics.observe("mltag_batch_texts", (len(texts),))
        predictions, vectors = model.predict_with_vectors(texts)
        return judged_texts(model, texts, predictions.probabilities, vectors)

    def _compute_waiting(self) -> None:
        size, models = 0, dict[int, LinearModel]()
        batches: dict[int, list[tuple[list[str], asyncio.Future[list[JudgedText]]]]] = {}
        while self._waiting and size <= _AT_ONCE:
            model, texts, answer = self._waiting.pop(0)
            if not answer.done():  # the client may have disconnected
                size += sum(map(len, texts))
                models[id(model)] = model
                batches.setdefault(id(model), []).append((texts, answer))
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._compute_waiting)
        for key, batch in batches.items():
            try:
                rows = iter(self._judge(models[key], [*chain(*(texts for texts, _ in batch))]))
            except Exception as error:  # noqa: BLE001 - raised where the answer is awaited
                for _, answer in batch:
                    answer.set_exception(error)
                continue
            for texts, answer in batch:
                answer.set_result([next(rows) for _ in texts])


class AnswerCache:
    """A prediction cache, the file of `mltag predict --cache`; one that fails costs no answer."""

    def __init__(self, path: Path, metrics: Metrics) -> None:
        """Open or create the cache; raises `MltagError` for a file of another kind."""
        self._cache = PredictionCache.open(path)
        self._metrics = metrics
        self._lock = threading.Lock()
        self._has_failed = False
        self.close = self._cache.close

    def decisions(self, texts: Sequence[str]) -> dict[int, str]:
        """Return the tags of people's decisions in the cache by index into `texts`."""
        try:
            return self._cache.decisions(texts)
        except sqlite3.Error as error:
            self._fail(error)
            return {}

    def known(self, model: LinearModel, texts: list[str]) -> dict[int, "JudgedText"]:
        """Return the verdicts on the texts in the cache by index; may be called from any thread."""
        try:
            with self._lock:
                rows, is_known = self._cache.probabilities(
                    model.version, [*map(digest_of, texts)], len(model.tags)
                )
        except sqlite3.Error as error:
            self._fail(error)
            return {}
        places = np.flatnonzero(is_known).tolist()
        for result, count in (("hit", len(places)), ("miss", len(texts) - len(places))):
            if count:
                self._metrics.count("mltag_cache_total", count, result=result)
        if not places:
            return {}
        found = judged_texts(model, [texts[place] for place in places], rows[places])
        return dict(zip(places, found, strict=True))

    def store(self, model: LinearModel, texts: list[str], judged: Sequence["JudgedText"]) -> None:
        """Add predictions; may be called from any thread."""
        rows = np.array([each.probabilities for each in judged])
        try:
            with self._lock:
                self._cache.store(model.version, model.tags, [*map(digest_of, texts)], rows)
        except (MltagError, sqlite3.Error) as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        """Log the first failure, and count all of them."""
        self._metrics.count("mltag_cache_total", result="failure")
        if not self._has_failed:
            _log.warning("the prediction cache failed, texts are predicted: %s", error)
        self._has_failed = True


class PredictionService:
    """Answers requests with the active model and the candidate; belongs to one event loop."""

    def __init__(
        self,
        options: ServiceOptions,
        models: ModelReloader,
        feedback_writer: FeedbackWriter,
        metrics: Metrics,
        cache: AnswerCache | None = None,
    ) -> None:
        self._options = options
        self._cache = cache
        self._models = models
        self._feedback_writer = feedback_writer
        self._metrics = metrics
        self.pool = ThreadPoolExecutor(2, thread_name_prefix="predict")
        self._batcher = RequestBatcher(self.pool, metrics)
        self._comparing = set[Future[None]]()
        keep: Callable[[DoubtfulText], None] | None = None
        if options.keep_texts:
            keep = lambda doubt: feedback_writer.add([doubt], {})  # noqa: E731 - the type is above
        self.watch = StreamMonitor(metrics, keep)

    async def predict(self, questions: Sequence[Item], *, probabilities: bool) -> list[dict[str, Any]]:
        """Return one answer per question, in the same order."""
        active = self._models.active
        answers = self._decided(questions, active)
        turns: dict[Turn, list[int]] = {}
        for place, question in enumerate(questions):
            if place not in answers:
                turns.setdefault(active.assign(question.unit), []).append(place)
        for turn, places in turns.items():
            texts = [questions[place].text for place in places]
            found = await self._judged(turn.model, texts)
            given = [_answer(active, turn.model, each, probabilities=probabilities) for each in found]
            self._record(active.trial, turn, texts, given)
            if turn.model is active.current:
                self.watch.observe(turn.model, texts, [each.probabilities for each in found])
            for place, answer in zip(places, given, strict=True):
                if answer["needs_review"] and active.withholds(turn.model):
                    answer |= {"tag": None, "additional_tags": []}
                answers[place] = answer
        return [answers[place] for place in range(len(questions))]

    def explain(self, question: Item, tag: str | None) -> tuple[Explanation, str]:
        """Return the explanation and the version of the explained model; blocks for some time."""
        model = self._models.active.assign(question.unit).model
        return model.explain(question.text, tag), model.manifest.version

    async def feedback(
        self, question: Item, *, right: bool, tag: str | None, note: str, uid: str | None
    ) -> tuple[str, bool]:
        """Store feedback; return its id and whether it is new, once it is on disk.

        Feedback whose `tag` is the predicted one says that the answer was right.

        Raises `RefusedError` for a tag that neither a model nor a curator's decision has, and for an id that
        other feedback has.
        """
        active = self._models.active
        self._require_known(tag)
        model, arm, _ = active.assign(question.unit)
        (served,) = await self._batcher.rows(model, [question.text])
        given = Feedback(
            uid or uuid.uuid4().hex,
            question.text,
            right or tag == served.tag,
            tag,
            served.tag,
            model.version,
            round(served.confidence, DIGITS),
            note,
            hashlib.blake2b(question.unit.encode("utf-8", "replace"), digest_size=16).digest(),
            arm,
            active.trial,
            now(),
        )
        result = await self._feedback_writer.feedback(given)
        if result is FeedbackResult.CONFLICT:
            raise RefusedError(
                HTTPStatus.CONFLICT,
                "Other feedback has this id, so this one was not stored.",
                "Use a new id for each feedback, and the same only to send it again unchanged.",
            )
        return given.uid, result is FeedbackResult.NEW

    def feedback_tags(self) -> list[str]:
        """Return the tags that feedback may name: those of the models, then those of curators' decisions."""
        of_models = (model.tags for model in self._models.active.all)
        return list(dict.fromkeys(chain(*of_models, self._feedback_writer.decided_tags)))

    def close(self) -> None:
        """End the threads; what they have begun is finished."""
        self.watch.close()
        self.pool.shutdown(cancel_futures=True)

    def _require_known(self, tag: str | None) -> None:
        tags = self.feedback_tags()
        if tag is None or tag in tags:
            return
        more = f" and {len(tags) - _MOST_NAMED:,} more" if len(tags) > _MOST_NAMED else ""
        raise RefusedError(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            f"There is no tag “{tag[:_MOST_SHOWN]}”.",
            f"Use one of {', '.join(tags[:_MOST_NAMED])}{more}, or omit the tag and add a note.",
        )

    async def _judged(self, model: LinearModel, texts: list[str]) -> list[JudgedText]:
        if self._cache is None:
            return await self._batcher.rows(model, texts)
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self.pool, self._cache.known, model, texts)
        if new := {place: text for place, text in enumerate(texts) if place not in found}:
            predicted = [*new.values()]
            judged = await self._batcher.rows(model, predicted)
            await loop.run_in_executor(self.pool, self._cache.store, model, predicted, judged)
            found |= zip(new, judged, strict=True)
        return [found[place] for place in range(len(texts))]

    def _decided(self, questions: Sequence[Item], active: ActiveModels) -> dict[int, dict[str, Any]]:
        """Return the answers decided by curators, by the position of the question."""
        decisions = self._feedback_writer.decisions
        tags = {} if self._cache is None else self._cache.decisions([each.text for each in questions])
        if decisions:
            for place, question in enumerate(questions):
                if (decision := decisions.get(same_text(question.text))) is not None:
                    tags[place] = decision.tag
        if tags:
            self._metrics.count("mltag_texts_total", len(tags), source="curator")
        return {
            place: {
                "tag": tag,
                "additional_tags": [],
                "confidence": 1.0,
                "model_version": active.current.manifest.version,
                "needs_review": False,
                "off_topic": False,
                "source": "curator",
            }
            for place, tag in tags.items()
        }

    def _record(
        self, trial: Trial | None, turn: Turn, texts: Sequence[str], answers: Sequence[dict[str, Any]]
    ) -> None:
        """Count the answers, and pass on texts for review and for comparison with the other model."""
        (model, arm, other), metrics, options = turn, self._metrics, self._options
        metrics.count("mltag_texts_total", len(texts), source="model" if arm == CURRENT else "candidate")
        for tag, count in Counter([answer["tag"] for answer in answers]).items():
            metrics.count("mltag_predictions_total", count, tag=tag)
        metrics.observe("mltag_confidence", [answer["confidence"] for answer in answers])
        if to_review := sum(answer["needs_review"] for answer in answers):
            metrics.count("mltag_needs_review_total", to_review)
        kept: list[Kept] = []
        compared = []
        for text, answer in zip(texts, answers, strict=True):
            if not text or text.isspace():
                continue
            tag, confidence, drawn = answer["tag"], answer["confidence"], self._drawn(text)
            sampled = SampledAnswer(text, model.version, tag, confidence, drawn, served=True)
            if options.keep_texts and (drawn or answer["needs_review"]):
                reason = "sample" if drawn else "unsure"
                kept.append(DoubtfulText(text, tag, confidence, model.version, reason, drawn))
            if drawn:
                kept.append(sampled)
            if drawn or arm != CURRENT or (trial is not None and not trial.share):
                compared.append(sampled)
        if kept or trial is not None:
            self._feedback_writer.add(kept, {} if trial is None else {(trial, arm): len(texts)})
        if trial is not None and other is not None and compared:
            if len(self._comparing) >= _MOST_COMPARING:
                metrics.count("mltag_dropped_total", len(compared), what="comparison")
                return
            comparing = self.pool.submit(self._compare, trial, arm, other, compared)
            self._comparing.add(comparing)
            comparing.add_done_callback(self._comparing.discard)

    def _drawn(self, text: str) -> float:
        """Return the probability with which a text was drawn at random, 0 if it was not.

        Equal texts are drawn together.
        """
        share = self._options.sample if self._options.keep_texts else 0.0
        if not share:
            return 0.0
        digest = hashlib.blake2b(same_text(text), digest_size=8, salt=_SAMPLE_SALT).digest()
        return share if int.from_bytes(digest, "big") < share * 2.0**64 else 0.0

    def _compare(self, trial: Trial, arm: str, other: LinearModel, answers: Sequence[SampledAnswer]) -> None:
        """Compare the answers of one arm of a trial with the predictions of the other model.

        The probability of an answer is 0 if its text was not drawn at random.
        """
        found = other.predict([own.text for own in answers])
        kept: list[Kept] = []
        same = 0
        for own, best, confidence in zip(
            answers, found.best.tolist(), found.confidence.tolist(), strict=True
        ):
            tag = found.tags[best]
            if own.probability:
                kept.append(
                    SampledAnswer(own.text, found.version, tag, confidence, own.probability, served=False)
                )
            if tag == own.tag:
                same += 1
            elif self._options.keep_texts:
                pair = ((own.tag, own.confidence), (tag, confidence))
                current, candidate = pair if arm == CURRENT else pair[::-1]
                kept.append(
                    TrialDifference(trial, own.text, current[0], candidate[0], current[1], candidate[1])
                )
                kept.append(DoubtfulText(own.text, own.tag, own.confidence, own.version, "differs"))
        for is_same, count in (("true", same), ("false", len(answers) - same)):
            if count:
                self._metrics.count("mltag_compared_total", count, same=is_same)
        self._feedback_writer.add(kept, {(trial, "compared"): len(answers), (trial, "same"): same})


def judged_texts(
    model: LinearModel, texts: list[str], probabilities: FloatArray, vectors: FloatArray | None = None
) -> list[JudgedText]:
    """Return the verdict on each text, given its probabilities, shape (n, k).

    `vectors` are the static vectors of the texts, shape (n, d), if they are known.
    """
    detector = published_off_topic_filter(model)  # computed when the model was loaded
    suspected = [(False, False)] * len(texts)
    if detector is not None:
        vectors = text_vectors(detector.vectors, texts) if vectors is None else vectors
        found = compared_texts(model, texts, vectors).suspicion_by(detector)
        suspected = list(zip(found.off_topic.tolist(), found.doubtful.tolist(), strict=True))
    tags = [model.tags[place] for place in probabilities.argmax(axis=1).tolist()]
    additional: list[list[str]] = [[] for _ in tags]
    if model.tag_thresholds is not None:
        answers = Predictions(model.version, model.tags, probabilities, model.tag_thresholds)
        additional = list(map(list, answers.additional_names()))
    confidences = probabilities.max(axis=1).tolist()
    fields = zip(tags, confidences, additional, suspected, probabilities, strict=True)
    return [JudgedText(tag, confidence, more, *flags, row) for tag, confidence, more, flags, row in fields]


def _answer(
    active: ActiveModels, model: LinearModel, found: JudgedText, *, probabilities: bool
) -> dict[str, Any]:
    """Return the answer to a text; its tag may still have to be withheld."""
    answer = {
        "tag": found.tag,
        "additional_tags": found.additional_tags,
        "confidence": round(found.confidence, DIGITS),
        "model_version": model.manifest.version,
        "needs_review": found.doubtful or found.confidence < active.threshold(model, found.tag),
        "off_topic": found.off_topic,
        "source": "model",
    }
    if probabilities:
        shares = zip(model.tags, found.probabilities.tolist(), strict=True)
        answer["probabilities"] = {name: round(share, DIGITS) for name, share in shares}
    return answer

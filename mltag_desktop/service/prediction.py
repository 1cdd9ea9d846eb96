"""Answer requests: choose the model, apply curators' decisions, and collect texts to review."""

import hashlib
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from itertools import chain
from typing import Any, Final, NamedTuple

from mltag_desktop.core.drift.off_topic import published_off_topic_filter
from mltag_desktop.core.model.features.extraction import text_vectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import Explanation, FloatArray, Predictions
from mltag_desktop.core.serving.answer_samples import SampledAnswer
from mltag_desktop.core.serving.key_counts import key_digest
from mltag_desktop.core.serving.records import (
    CURRENT,
    DoubtfulText,
    Feedback,
    FeedbackResult,
    Trial,
    now,
    same_text,
)
from mltag_desktop.core.serving.service_options import ServiceOptions
from mltag_desktop.service.active_models import ActiveModels, ModelReloader
from mltag_desktop.service.answer_cache import AnswerCache
from mltag_desktop.service.error_responses import RefusedError
from mltag_desktop.service.feedback_writer import FeedbackWriter
from mltag_desktop.service.monitoring.drift_monitor import StreamMonitor
from mltag_desktop.service.monitoring.prometheus_metrics import Metrics
from mltag_desktop.service.request_batching import RequestBatcher
from mltag_desktop.service.trial_comparison import AnsweredText, TrialComparer

DIGITS: Final = 6
"""Decimals of a confidence, as in the command line's output."""
_MOST_NAMED: Final = 20
"""Tags in the message about an unknown tag."""
_MOST_SHOWN: Final = 100
"""Characters of an unknown tag in the message."""
_SAMPLE_SALT: Final = b"sample"


@dataclass(frozen=True)
class KeyedText:
    """A text to answer, and the key that decides whether a canary answers; the default key is the text."""

    text: str
    key: str | None = None

    @property
    def unit(self) -> str:
        """The key that is always answered by the same model."""
        return " ".join(self.text.split()) if self.key is None else self.key


@dataclass(frozen=True)
class _ModelShare:
    """The questions that one model answers, by position."""

    model: LinearModel
    arm: str
    trial: Trial | None
    other: LinearModel | None
    """The other model of the trial."""
    places: list[int]


class _JudgedText(NamedTuple):
    """The verdict of a model and its off-topic filter on a text."""

    tag: str
    confidence: float
    additional_tags: list[str]
    off_topic: bool
    doubtful: bool
    """Whether the text needs review at any confidence."""
    probabilities: FloatArray
    """Shape (k,)."""


class PredictionService:
    """Answers requests with the active model and the candidate; belongs to one event loop."""

    def __init__(
        self,
        options: ServiceOptions,
        models: ModelReloader,
        feedback_writer: FeedbackWriter,
        metrics: Metrics,
        pool: ThreadPoolExecutor,
        cache: AnswerCache | None = None,
        is_alone: Callable[[], bool] = lambda: False,
    ) -> None:
        """`is_alone` tells whether the service has a single request."""
        self._options = options
        self._cache = cache
        self._models = models
        self._feedback_writer = feedback_writer
        self._metrics = metrics
        self._answers = RequestBatcher(pool, partial(_answered, metrics), is_alone)
        self._predictions = RequestBatcher(pool, partial(_predicted, metrics), is_alone)
        self._suspicions = RequestBatcher(pool, _suspected, is_alone)
        keep = feedback_writer.add_doubtful if options.keep_texts else None
        self.watch = StreamMonitor(metrics, models.active.current, keep)
        self.comparer = TrialComparer(feedback_writer, metrics, pool, keep_texts=options.keep_texts)

    async def predict(self, questions: Sequence[KeyedText], *, probabilities: bool) -> list[dict[str, Any]]:
        """Return one answer per question, in the same order."""
        active = self._models.active
        answers: list[dict[str, Any]] = [{}] * len(questions)
        decided = (
            self._answer_decided(questions, active, answers)
            if self._feedback_writer.decisions or self._cache is not None
            else frozenset()
        )
        for share in _shares(questions, active, decided):
            asked = [questions[place] for place in share.places]
            texts = [question.text for question in asked]
            found = await self._judged(share.model, texts)
            version = share.model.manifest.version
            for text, place in zip(found, share.places, strict=True):
                answers[place] = answer = {
                    "tag": text.tag,
                    "additional_tags": text.additional_tags,
                    "confidence": round(text.confidence, DIGITS),
                    "model_version": version,
                    "needs_review": text.doubtful or active.asks(share.model, text.tag, text.confidence),
                    "off_topic": text.off_topic,
                    "source": "model",
                }
                if probabilities:
                    answer["probabilities"] = {
                        name: round(p, DIGITS)
                        for name, p in zip(share.model.tags, text.probabilities.tolist(), strict=True)
                    }
            self._record(active, share, asked, [answers[place] for place in share.places])
            if active.withholds(share.model):  # recorded above with the tag: reviewers see the prediction
                for place in share.places:
                    if answers[place]["needs_review"]:
                        answers[place] |= {"tag": None, "additional_tags": []}
            if share.model is active.current:
                self.watch.observe(share.model, texts, [text.probabilities for text in found])
        return answers

    def explain(self, question: KeyedText, tag: str | None) -> tuple[Explanation, str]:
        """Return the explanation and the version of the explained model; blocks for some time."""
        model = self._models.active.assign(question.unit).model
        return model.explain(question.text, tag), model.manifest.version

    async def feedback(
        self, question: KeyedText, *, right: bool, tag: str | None, note: str, uid: str | None
    ) -> tuple[str, bool]:
        """Store feedback; return its id and whether it is new, once it is on disk.

        Feedback whose `tag` is the predicted one says that the answer was right.

        Raises `RefusedError` for a tag that neither a model nor a curator's decision has, and for an id that
        other feedback has.
        """
        active = self._models.active
        self._require_known(tag)
        model, arm, trial, other = active.assign(question.unit)
        shares = (await self._predictions.rows(model, [question.text]))[0]
        other_tag = None
        if other is not None:
            opinion = (await self._predictions.rows(other, [question.text]))[0]
            other_tag = other.tags[int(opinion.argmax())]
        unit = hashlib.blake2b(question.unit.encode("utf-8", "replace"), digest_size=16).digest()
        served = model.tags[int(shares.argmax())]
        given = Feedback(
            uid or uuid.uuid4().hex,
            question.text,
            right or tag == served,
            tag,
            served,
            model.version,
            round(float(shares.max()), DIGITS),
            note,
            unit,
            arm,
            other_tag,
            trial,
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

    async def _judged(self, model: LinearModel, texts: list[str]) -> list[_JudgedText]:
        if self._cache is None:
            return await self._answers.rows(model, texts)
        probabilities = await self._cache.predict(self._predictions, model, texts)
        return _judged_texts(model, probabilities, await self._suspicions.rows(model, texts))

    def _answer_decided(
        self, questions: Sequence[KeyedText], active: ActiveModels, answers: list[dict[str, Any]]
    ) -> frozenset[int]:
        """Fill in the answers decided by curators; return the positions of these questions."""
        positions = set()
        decisions = self._feedback_writer.decisions
        cached = {} if self._cache is None else self._cache.decisions([each.text for each in questions])
        for place, question in enumerate(questions):
            decision = decisions.get(same_text(question.text)) if decisions else None
            tag = decision.tag if decision is not None else cached[place].tag if place in cached else None
            if tag is not None:
                positions.add(place)
                answers[place] = {
                    "tag": tag,
                    "additional_tags": [],
                    "confidence": 1.0,
                    "model_version": active.current.manifest.version,
                    "needs_review": False,
                    "off_topic": False,
                    "source": "curator",
                }
        if positions:
            self._metrics.count("mltag_texts_total", (("source", "curator"),), len(positions))
        return frozenset(positions)

    def _record(
        self,
        active: ActiveModels,
        share: _ModelShare,
        questions: Sequence[KeyedText],
        answers: Sequence[dict[str, Any]],
    ) -> None:
        """Count the answers, and pass on texts for review and for comparison with the other model."""
        metrics, texts = self._metrics, [question.text for question in questions]
        source = "model" if share.model is active.current else "candidate"
        metrics.count("mltag_texts_total", (("source", source),), len(texts))
        for tag, count in _counted([answer["tag"] for answer in answers]):
            metrics.count("mltag_predictions_total", (("tag", tag),), count)
        metrics.observe("mltag_confidence", [answer["confidence"] for answer in answers])
        to_review = sum(answer["needs_review"] for answer in answers)
        if to_review:
            metrics.count("mltag_needs_review_total", (), to_review)
        drawn = [self._is_drawn(text) for text in texts] if self._options.sample > 0 else [False] * len(texts)
        if self._options.keep_texts and (to_review or any(drawn)):
            self._keep_doubts(share.model.version, texts, answers, drawn)
        if share.trial is not None:
            self._feedback_writer.tally(share.trial, share.arm, len(texts))
            if share.trial.share > 0:
                digests = [key_digest(question.unit) for question in questions]
                self._feedback_writer.answered(share.trial, share.arm, digests)
            self._compare(share, texts, answers, drawn)

    def _keep_doubts(
        self,
        version: str,
        texts: Sequence[str],
        answers: Sequence[dict[str, Any]],
        drawn: Sequence[bool],
    ) -> None:
        """Send drawn and unsure texts to review; a text that is both counts as drawn."""
        for text, answer, is_drawn in zip(texts, answers, drawn, strict=True):
            if (is_drawn or answer["needs_review"]) and text and not text.isspace():
                tag, confidence = answer["tag"], answer["confidence"]
                reason, probability = ("sample", self._options.sample) if is_drawn else ("unsure", 0.0)
                doubt = DoubtfulText(text, tag, confidence, version, reason, probability)
                self._feedback_writer.add_doubtful(doubt)
                if is_drawn:
                    sampled = SampledAnswer(text, version, tag, confidence, probability, served=True)
                    self._feedback_writer.sample(sampled)

    def _is_drawn(self, text: str) -> bool:
        """Return whether a text is in the random sample; equal texts are drawn together."""
        if self._options.sample <= 0 or not self._options.keep_texts:
            return False
        digest = hashlib.blake2b(same_text(text), digest_size=8, salt=_SAMPLE_SALT).digest()
        return int.from_bytes(digest, "big") < self._options.sample * 2.0**64

    def _compare(
        self,
        share: _ModelShare,
        texts: Sequence[str],
        answers: Sequence[dict[str, Any]],
        drawn: Sequence[bool],
    ) -> None:
        """Queue answers for comparison with the other model.

        With a canary these are its own and those to texts drawn at random, otherwise all.
        """
        trial, other = share.trial, share.other
        if trial is None or other is None:
            return
        drawn_only = trial.mode == "canary" and share.arm == CURRENT
        self.comparer.add(
            [
                AnsweredText(
                    text,
                    share.arm,
                    answer["tag"],
                    answer["confidence"],
                    trial,
                    share.model.version,
                    other,
                    self._options.sample if is_drawn else 0.0,
                )
                for text, answer, is_drawn in zip(texts, answers, drawn, strict=True)
                if text and not text.isspace() and (is_drawn or not drawn_only)
            ]
        )


def _shares(
    questions: Sequence[KeyedText], active: ActiveModels, decided: frozenset[int]
) -> list[_ModelShare]:
    """Divide the undecided questions among the models that answer them."""
    places = [place for place in range(len(questions)) if place not in decided]
    if active.trial is None or not active.plan.is_split:
        model, arm, trial, other = active.assign("")
        return [_ModelShare(model, arm, trial, other, places)] if places else []
    shares: dict[tuple[str, Trial | None], _ModelShare] = {}
    for place in places:
        model, arm, trial, other = active.assign(questions[place].unit)
        share = shares.setdefault((arm, trial), _ModelShare(model, arm, trial, other, []))
        share.places.append(place)
    return list(shares.values())


def _counted(tags: Sequence[str]) -> Iterable[tuple[str, int]]:
    """Return how often each tag occurs; most requests have a single text, for which a counter is slow."""
    return Counter(tags).items() if len(tags) > 1 else [(tag, 1) for tag in tags]


def _answered(metrics: Metrics, model: LinearModel, texts: list[str]) -> list[_JudgedText]:
    """Return the answers to a batch, without a cache: the features of a text are extracted once."""
    metrics.observe("mltag_batch_texts", (len(texts),))
    predictions, vectors = model.predict_with_vectors(texts)
    return _judged_texts(model, predictions.probabilities, _suspected(model, texts, vectors))


def _predicted(metrics: Metrics, model: LinearModel, texts: list[str]) -> FloatArray:
    """Return the probabilities of a batch, shape (n, k)."""
    metrics.observe("mltag_batch_texts", (len(texts),))
    return model.predict(texts).probabilities


def _suspected(
    model: LinearModel, texts: list[str], vectors: FloatArray | None = None
) -> list[tuple[bool, bool]]:
    """Return which texts are off topic and which need review at any confidence.

    `vectors` are the static vectors of the texts, shape (n, d), if they are known.
    """
    detector = published_off_topic_filter(model)  # computed when the model was loaded
    if detector is None:
        return [(False, False)] * len(texts)
    if vectors is None:
        vectors = text_vectors(detector.vectors, texts)
    return detector.suspicion_of_few(texts, vectors)


def _judged_texts(
    model: LinearModel, probabilities: FloatArray, suspected: Sequence[tuple[bool, bool]]
) -> list[_JudgedText]:
    """Return the verdict on each text, given its probabilities, shape (n, k), and its off-topic suspicion."""
    tags = [model.tags[place] for place in probabilities.argmax(axis=1).tolist()]
    additional: list[list[str]] = [[] for _ in tags]
    if model.tag_thresholds is not None:
        found = Predictions(model.version, model.tags, probabilities, model.tag_thresholds)
        additional = list(map(list, found.additional_names()))
    confidences = probabilities.max(axis=1).tolist()
    fields = zip(tags, confidences, additional, suspected, probabilities, strict=True)
    return [_JudgedText(tag, confidence, more, *flags, row) for tag, confidence, more, flags, row in fields]

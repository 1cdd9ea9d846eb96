"""From texts to answers: who answers, what a curator has decided, and whom to ask."""

import hashlib
import uuid
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final

from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.types import Explanation
from mltag_desktop.core.serving.items import CANDIDATE, CURRENT, Doubt, Feedback, now, same_text
from mltag_desktop.core.serving.options import ServiceOptions
from mltag_desktop.service.batching import Batcher
from mltag_desktop.service.comparing import Answered, Comparer
from mltag_desktop.service.keeping import Keeper
from mltag_desktop.service.metrics import Metrics
from mltag_desktop.service.models import InForce, Models
from mltag_desktop.service.watching import StreamWatch

DIGITS: Final = 6
"""Decimals of a confidence, as the command line prints it."""
_SAMPLE: Final = b"sample"


@dataclass(frozen=True)
class Question:
    """A text, and the key that a canary's share is cut by; without one the text is its own key."""

    text: str
    key: str | None = None

    @property
    def unit(self) -> str:
        """What stays with the same model."""
        return " ".join(self.text.split()) if self.key is None else self.key


@dataclass(frozen=True)
class _Share:
    """The questions that one model answers."""

    model: LinearModel
    arm: str
    places: list[int]


class Answers:
    """Answers requests from the models in force; belongs to one event loop."""

    def __init__(
        self,
        options: ServiceOptions,
        models: Models,
        keeper: Keeper,
        metrics: Metrics,
        pool: ThreadPoolExecutor,
    ) -> None:
        self._options = options
        self._models = models
        self._keeper = keeper
        self._metrics = metrics
        self._batcher = Batcher(metrics, pool)
        keep = keeper.doubt if options.keep_texts else None
        self.watch = StreamWatch(metrics, models.in_force.current, keep)
        self.comparer = Comparer(keeper, metrics, pool, keep_texts=options.keep_texts)

    async def predict(self, questions: Sequence[Question], *, probabilities: bool) -> list[dict[str, Any]]:
        """Return one answer a question, in their order."""
        force = self._models.in_force
        answers: list[dict[str, Any]] = [{}] * len(questions)
        decided = self._decided(questions, force, answers) if self._keeper.decisions else frozenset()
        for share in _shares(questions, force, decided):
            texts = [questions[place].text for place in share.places]
            shares = await self._batcher.predict(share.model, texts)
            best = shares.argmax(axis=1).tolist()
            confidences = shares.max(axis=1).tolist()
            tags, version = share.model.tags, share.model.version
            for row, place in enumerate(share.places):
                tag, confidence = tags[best[row]], confidences[row]
                answers[place] = {
                    "tag": tag,
                    "confidence": round(confidence, DIGITS),
                    "model_version": version,
                    "needs_review": force.asks(share.model, tag, confidence),
                    "source": "model",
                }
                if probabilities:
                    answers[place]["probabilities"] = {
                        name: round(p, DIGITS) for name, p in zip(tags, shares[row].tolist(), strict=True)
                    }
            self._note(force, share, texts, [answers[place] for place in share.places])
            if share.model is force.current:
                self.watch.note(share.model, texts, shares)
        return answers

    def explain(self, question: Question, tag: str | None) -> tuple[Explanation, str]:
        """Return why, and the version of the model that says so; takes a while."""
        model, _ = self._answerer(question)
        return model.explain(question.text, tag), model.version

    async def feedback(
        self, question: Question, *, right: bool, tag: str | None, note: str, uid: str | None
    ) -> tuple[str, bool]:
        """Keep feedback; returns its name and whether it is new, once it is on the disk."""
        force = self._models.in_force
        model, arm = self._answerer(question)
        shares = (await self._batcher.predict(model, [question.text]))[0]
        other_tag = None
        if force.candidate is not None:
            other = force.current if arm == CANDIDATE else force.candidate
            opinion = (await self._batcher.predict(other, [question.text]))[0]
            other_tag = other.tags[int(opinion.argmax())]
        unit = hashlib.blake2b(question.unit.encode("utf-8", "replace"), digest_size=16).digest()
        given = Feedback(
            uid or uuid.uuid4().hex,
            question.text,
            right,
            tag,
            model.tags[int(shares.argmax())],
            model.version,
            round(float(shares.max()), DIGITS),
            note,
            unit,
            arm,
            other_tag,
            force.trial,
            now(),
        )
        return given.uid, await self._keeper.feedback(given)

    def _answerer(self, question: Question) -> tuple[LinearModel, str]:
        force = self._models.in_force
        arm = CURRENT if force.trial is None else force.trial.arm(question.unit)
        if arm == CANDIDATE and force.candidate is not None:
            return force.candidate, arm
        return force.current, CURRENT

    def _decided(
        self, questions: Sequence[Question], force: InForce, answers: list[dict[str, Any]]
    ) -> frozenset[int]:
        """Answer what curators have decided; returns which questions those are."""
        found = set()
        for place, question in enumerate(questions):
            known = self._keeper.decisions.get(same_text(question.text))
            if known is not None:
                found.add(place)
                answers[place] = {
                    "tag": known.tag,
                    "confidence": 1.0,
                    "model_version": force.current.version,
                    "needs_review": False,
                    "source": "curator",
                }
        if found:
            self._metrics.count("mltag_texts_total", (("source", "curator"),), len(found))
        return frozenset(found)

    def _note(
        self, force: InForce, share: _Share, texts: Sequence[str], answers: Sequence[dict[str, Any]]
    ) -> None:
        """Count what was answered, and keep what a person or the other model should look at."""
        metrics = self._metrics
        source = "candidate" if share.arm == CANDIDATE else "model"
        metrics.count("mltag_texts_total", (("source", source),), len(texts))
        for tag, count in Counter(answer["tag"] for answer in answers).items():
            metrics.count("mltag_predictions_total", (("tag", tag),), count)
        metrics.see("mltag_confidence", [answer["confidence"] for answer in answers])
        asked = sum(answer["needs_review"] for answer in answers)
        if asked:
            metrics.count("mltag_needs_review_total", (), asked)
        if self._options.keep_texts and (asked or self._options.sample > 0):
            self._keep_doubts(texts, answers)
        if force.trial is not None and force.candidate is not None:
            self._keeper.tally(force.trial, share.arm, len(texts))
            self._compare(force, share, texts, answers)

    def _keep_doubts(self, texts: Sequence[str], answers: Sequence[dict[str, Any]]) -> None:
        for text, answer in zip(texts, answers, strict=True):
            if text and not text.isspace():
                reason = "unsure" if answer["needs_review"] else "sample" if self._drawn(text) else ""
                if reason:
                    doubt = Doubt(text, answer["tag"], answer["confidence"], answer["model_version"], reason)
                    self._keeper.doubt(doubt)

    def _drawn(self, text: str) -> bool:
        if self._options.sample <= 0:
            return False
        drawn = hashlib.blake2b(same_text(text), digest_size=8, salt=_SAMPLE).digest()
        return int.from_bytes(drawn, "big") < self._options.sample * 2.0**64

    def _compare(
        self, force: InForce, share: _Share, texts: Sequence[str], answers: Sequence[dict[str, Any]]
    ) -> None:
        """A shadow is asked about everything, the current model about what a canary answered."""
        trial, other = force.trial, force.candidate
        if trial is None or other is None or (trial.mode == "canary" and share.arm == CURRENT):
            return
        if share.arm == CANDIDATE:
            other = force.current
        self.comparer.add(
            [
                Answered(
                    text,
                    share.arm,
                    answer["tag"],
                    answer["confidence"],
                    trial,
                    answer["model_version"],
                    other,
                )
                for text, answer in zip(texts, answers, strict=True)
                if text and not text.isspace()
            ]
        )


def _shares(questions: Sequence[Question], force: InForce, decided: frozenset[int]) -> list[_Share]:
    """Part the questions that are not decided among the models that answer."""
    places = [place for place in range(len(questions)) if place not in decided]
    if force.trial is None or force.candidate is None or force.trial.share <= 0:
        return [_Share(force.current, CURRENT, places)] if places else []
    arms = {place: force.trial.arm(questions[place].unit) for place in places}
    shares = [
        _Share(force.current, CURRENT, [place for place in places if arms[place] == CURRENT]),
        _Share(force.candidate, CANDIDATE, [place for place in places if arms[place] == CANDIDATE]),
    ]
    return [share for share in shares if share.places]

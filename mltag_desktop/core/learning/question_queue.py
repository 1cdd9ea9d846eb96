"""The question queue: a small model of the decisions that says what to ask next.

Question queue: a small model that learns from each decision and ranks the undecided records.

It uses a sample of the table and never changes a tag. About 1 in 10 questions is a random check from the
audit set, which is never trained on, to measure accuracy.

Predictions from tag names and answers for an export, where no model knows the tags.
"""

from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.corrected_records import (
    FEWEST,
    CorrectedRecords,
    guideline_since_promotion,
    has_guideline,
)
from mltag_desktop.core.learning.named_records import NamedRecords, are_unknown
from mltag_desktop.core.learning.named_tags import TextReader
from mltag_desktop.core.learning.query_strategies import UndecidedPool, ordered
from mltag_desktop.core.learning.record_features import RankedRecords
from mltag_desktop.core.learning.workspace_models import active_tags, load_active_model
from mltag_desktop.core.messages import message
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.extraction import Extra, Features, concatenate, extract
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import MonotonicProgress, Progress, SubProgress, in_parts, in_steps
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.decisions.tag_set import in_words_of, present_names
from mltag_desktop.core.workspace.search.filtering import needs_review
from mltag_desktop.core.workspace.types import DecidedExamples, LivePredictions, RowArray, RowId, States
from mltag_desktop.core.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import SourceGate

AUDIT_SHARE: Final = 0.1
"""Share of the questions that come from the audit set."""
_SAMPLE: Final = 600
"""Number of records that the queue model is trained on and ranks at a time."""
_BATCH: Final = 200
_CHECK_FROM: Final = 10
"""Number of decisions from which the queue model is cross-validated: at 10, and again after each increase by
half.
"""
_MOST_ANSWERS: Final = 1_000
"""Maximum number of decisions to train on; a random sample of more keeps updates fast."""
_AUDIT_QUESTIONS: Final = 200
_YOUNG: Final = 20
"""Number of training rows for each tag below which the names of the tags may know more than a model."""
_ENOUGH_RANKED: Final = 200
"""Number of records with an embedding from which the queue is ranked by them alone."""
_UNCERTAIN_MARGIN: Final = 0.5
"""Largest difference between the two highest probabilities of an uncertain record."""
AUDIT_WORDS: Final = message(
    "Random check: about 1 in 10 questions is picked at random to measure accuracy. The "
    "answer is not used for training."
)


@dataclass(frozen=True)
class Question:
    """A record to ask about, with the reason as a sentence."""

    row: RowId
    why: str
    audit: bool = False


@dataclass(frozen=True)
class QuestionQueue:
    """The ranked questions at one point in time, most useful first; immutable, so threads can share it."""

    order: str
    rows: RowArray
    """Undecided records outside the audit set."""
    audit: RowArray
    """Records of the audit set, in random order."""
    tags: tuple[str, ...]
    probabilities: FloatArray
    """Probabilities by the queue model for each of `rows`, shape (n, k)."""
    answers: int
    doubt: str
    """Why the base model alone ranks the records, as a sentence; empty if the queue model does."""
    taught: bool = True
    """Whether `probabilities` come from the trained queue model rather than the base."""

    def next(self, is_open: Callable[[RowId], bool]) -> Question | None:
        """Return the first record that `is_open`, without the audit set."""
        for place, row in enumerate(self.rows.tolist()):
            if is_open(row):
                return Question(row, self._why(place))
        return None

    def draw_audit(self, is_open: Callable[[RowId], bool]) -> Question | None:
        """Return the first record of the audit set that `is_open`."""
        row = next((row for row in self.audit.tolist() if is_open(row)), None)
        return None if row is None else Question(row, AUDIT_WORDS, audit=True)

    def _why(self, place: int) -> str:
        """Return why a record is asked about, and which model ranked it.

        Contains no figures, because the figures in the window are those of the active model.
        """
        if self.order == "table" or self.probabilities.shape[1] < 2:
            return ""
        own = self.probabilities[place]
        if float(np.ptp(own)) == 0.0:
            return message("Picked at random: records can be ranked once two tags have decisions.")
        best = np.argsort(-own, kind="stable")[:2]
        first, second = (self.tags[code] for code in best)
        if first == second:  # two tags of the model that were merged
            return ""
        if own[best[0]] - own[best[1]] > _UNCERTAIN_MARGIN:  # the more uncertain records are already decided
            if self.taught:
                return message(
                    "Few uncertain records are left. The queue’s model suggests {first}, then {second}.",
                    first=first,
                    second=second,
                )
            return message(
                "Few uncertain records are left. The bundled model suggests {first}, then {second}.",
                first=first,
                second=second,
            )
        if self.taught:
            return message("The queue’s model is unsure: {first} or {second}.", first=first, second=second)
        return message("The bundled model is unsure: {first} or {second}.", first=first, second=second)


class QueueModel:
    """The model behind the queue; caches the features of a sample of records, for one thread at a time."""

    def __init__(self, workspace: Workspace, base: LinearModel) -> None:
        self._workspace, self._base = workspace, base
        self._pool: RowArray = np.empty(0, np.int64)
        self._features = extract(base.vectors, [])
        self._known: dict[bytes, int] = {}
        self._answered = extract(base.vectors, [])
        self._audit: RowArray = np.empty(0, np.int64)
        self._gate: SourceGate | None = None
        self._checked_at = 0
        self._doubt = ""
        self._count = -1
        self._last = 0
        self._related = False
        self._named: dict[bool, NamedRecords] = {}
        """The name models, with the sentence encoder and without it."""
        self._corrected: CorrectedRecords | None = None

    def use(self, workspace: Workspace) -> None:
        """Read from this workspace, which has the same table, from now on."""
        self._workspace = workspace

    def leave(self, workspace: Workspace) -> None:
        """Keep this workspace no longer: the states of a million records take 60 MiB."""
        if getattr(self, "_workspace", None) is workspace:  # a later call may use another one already
            del self._workspace

    def learn_live(
        self, progress: Progress, order: str, active: LinearModel, *, with_encoder: bool
    ) -> "LearnedQueue":
        """Train on all decisions, rank the undecided records, and predict them where answers teach more.

        `active` is the active model.
        """
        progress, workspace = MonotonicProgress(progress), self._workspace
        if self._corrected is None or self._corrected.version != active.version:
            self._corrected = CorrectedRecords(active)
        corrected = self._corrected
        new = corrected.new_answers(workspace)
        is_own = are_unknown(workspace, self._base.tags)
        has_model = not are_unknown(workspace, active.tags)
        if is_own and (not has_model or _is_young(active)):
            part = SubProgress(progress, 0.0, 0.5) if has_model else progress
            found = self._learn_names(part, order, with_encoder=with_encoder)
            if found is not None and (not has_model or self._names_know_more()):
                return found._replace(new_answers=new)
        live: LivePredictions | None = None
        is_due = is_own or new >= FEWEST or has_guideline(guideline_since_promotion(workspace))
        if is_due and corrected.learn(SubProgress(progress, 0.0, 0.5), workspace):
            live = corrected.predictions(workspace) if corrected.helps else None
            if is_own:
                ranked = corrected.ranked(workspace, order)
                names = tuple(tag.name for tag in workspace.tag_set.tags)
                return LearnedQueue(queue_of(ranked, order, names, corrected.answers), False, live, new)
        queue = self.learn(SubProgress(progress, 0.5, 1.0), order)
        return LearnedQueue(queue, self.wants_check, live, new)

    def _names_know_more(self) -> bool:
        """Return whether the names and all answers predict about as well as the active model, or better."""
        return not all(named.is_clearly_worse(self._workspace) for named in self._named.values())

    def _learn_names(self, progress: Progress, order: str, *, with_encoder: bool) -> "LearnedQueue | None":
        """Learn from the names of the tags and the answers; None without two tags or records.

        Records without an embedding are predicted by a second model, which knows only words and static
        vectors.
        """
        workspace, tags = self._workspace, tuple(self._workspace.tag_set.tags)
        learning, predicting = in_parts(progress, (0.93, 0.07))
        found: list[tuple[NamedRecords, TextReader]] = []
        for encoded in (True, False) if with_encoder else (False,):
            reader = TextReader(self._base.vectors, tags, encoded)
            named = self._named.setdefault(encoded, NamedRecords(reader))
            try:
                has_learned = named.learn(learning, workspace, reader)
            except encoder.EncoderError:
                continue  # the encoder fails to load by now, although embeddings are kept from before
            if has_learned:
                found.append((named, reader))
                if named.is_complete(workspace):
                    break
        if not found:
            return None
        if len(found) == 1 and found[0][1].with_encoder:
            self._named.pop(False, None)  # no longer needed
        best, _ = found[-1] if len(found[0][0]) < _ENOUGH_RANKED else found[0]
        self._last, self._related = best.answers, False
        names = tuple(tag.name for tag in tags)
        # typical texts teach names more than the most doubtful ones, and take fewer keys
        strategy = "coverage" if order == "margin" else order
        queue = queue_of(best.ranked(workspace, strategy), order, names, best.answers)
        predicting.report(0.5)
        live = found[0][0].predictions(workspace)
        for other, _ in found[1:]:
            live = live.with_others(other.predictions(workspace))
        return LearnedQueue(queue, False, live)

    def learn(self, progress: Progress, order: str) -> QuestionQueue:
        """Train on all decisions and rank the undecided records."""
        from mltag_desktop.core.training.out_of_fold import builds_on

        states = self._workspace.states()
        self._draw(progress, states)
        progress.report(0.4, "learning from the decisions")
        decided = _sampled(self._decided(), _MOST_ANSWERS)
        answers = self._features_of(decided)
        open_ = np.flatnonzero(needs_review(states, None)[self._pool])
        rows, features = self._pool[open_], self._features.take(open_)
        related = builds_on(self._base.tags, self._workspace.tag_set.tags, decided.tags)
        self._last, self._related = len(decided.rows), related
        part = SubProgress(progress, 0.5, 0.9)
        if related:
            names, own, before = self._adapted(part, answers, decided, features)
        else:  # fewer than two tags, or none that the base knows, so all records rank equal
            names = tuple(tag.name for tag in self._workspace.tag_set.tags) or ("",)
            own = before = np.full((len(features), len(names)), 1 / len(names), np.float32)
        progress.report(0.9, "ordering the questions")
        question = UndecidedPool(own, before, features.vectors, answers.vectors)
        places = ordered(order, question, np.random.default_rng(0))
        tags = tuple(present_names(self._workspace.tag_set.tags, names))
        count, taught = len(decided.rows), own is not before
        return QuestionQueue(order, rows[places], self._audit, tags, own[places], count, self._doubt, taught)

    @property
    def wants_check(self) -> bool:
        """Whether enough decisions were made since the queue model was last cross-validated."""
        return self._related and self._last >= max(_CHECK_FROM, 1.5 * self._checked_at)

    def _decided(self) -> DecidedExamples:
        """Return the decisions, with the tags named as in the base model."""
        return in_words_of(self._workspace.scan.examples(), self._workspace.tag_set.tags, self._base.tags)

    def check(self, progress: Progress) -> None:
        """Cross-validate whether the queue model predicts decisions better than the base; slow."""
        from mltag_desktop.core.training.adaptation import Adaptation, RowDecisions, adapt

        decided = _sampled(self._decided(), _MOST_ANSWERS)
        answers = self._features_of(decided)
        open_ = np.flatnonzero(needs_review(self._workspace.states(), None)[self._pool])
        rows = concatenate([answers, self._features.take(open_)])  # without records decided since
        settings = Adaptation(most_rows=_SAMPLE)
        progress.report(0.1, "cross-validating the decisions")
        decisions = RowDecisions(np.arange(len(answers)), decided.tags, decided.additional_tags)
        found = adapt(self._base, rows, decisions, settings, gate=self._gate, progress=progress)
        self._checked_at, self._doubt = len(answers), found.reason

    def forget(self) -> None:
        """Draw a new sample next time, because the records or their texts have changed."""
        self._count = -1

    def _draw(self, progress: Progress, states: States) -> None:
        """Draw a sample of the undecided records, unless enough of the last one is left."""
        left = int(needs_review(states, None)[self._pool].sum()) if self._count >= 0 else 0
        if self._count == states.count and (
            left * 4 >= len(self._pool) or left == needs_review(states, None).sum()
        ):
            return
        random = np.random.default_rng((0, states.count))
        free = np.flatnonzero(needs_review(states, None)).astype(np.int64)
        most = 2 * _SAMPLE + _AUDIT_QUESTIONS * 20
        # a permutation of a million rows would block all other threads for 0.1 s
        drawn = random.permutation(free) if len(free) <= most else random.choice(free, most, replace=False)
        audited = self._workspace.table.audited(drawn)
        self._audit = drawn[audited][:_AUDIT_QUESTIONS]
        pool = np.sort(drawn[~audited][:_SAMPLE])
        parts = []
        part = SubProgress(progress, 0.0, 0.4)
        for rows in in_steps(part, len(pool), _BATCH, "reading a sample of the table"):  # a cancel ends it
            texts = self._workspace.table.texts(pool[rows])
            parts.append(extract(self._base.vectors, texts, extra=Extra.TOKEN_SHAPES | self._base.extra))
        self._features = concatenate(parts) if parts else extract(self._base.vectors, [])
        self._pool, self._count, self._gate = pool, states.count, None

    def _features_of(self, decided: DecidedExamples) -> Features:
        """Return the features of the decided records; each text is read once."""
        new = {
            digest: text
            for digest, text in zip(decided.digests, decided.texts, strict=True)
            if digest not in self._known
        }
        if new:
            first = len(self._answered)
            added = extract(
                self._base.vectors, list(new.values()), extra=Extra.TOKEN_SHAPES | self._base.extra
            )
            self._answered = concatenate([self._answered, added])
            self._known.update({digest: first + place for place, digest in enumerate(new)})
        return self._answered.take(np.array([self._known[digest] for digest in decided.digests], np.intp))

    def _adapted(
        self, progress: Progress, answers: Features, decided: DecidedExamples, free: Features
    ) -> tuple[tuple[str, ...], FloatArray, FloatArray]:
        from mltag_desktop.core.training.adaptation import Adaptation, RowDecisions, adapt

        checked = len(answers) < _CHECK_FROM
        decisions = RowDecisions(np.arange(len(answers)), decided.tags, decided.additional_tags)
        settings = Adaptation(most_rows=_SAMPLE, checked=checked)
        rows = concatenate([answers, free])
        found = adapt(self._base, rows, decisions, settings, gate=self._gate, progress=progress)
        self._gate = found.gate
        if checked:
            self._checked_at, self._doubt = len(answers), found.reason
        before = self._base.predict_features(free).probabilities
        before = np.pad(before, ((0, 0), (0, len(found.tags) - before.shape[1])))
        if found.head is None or self._doubt:
            return found.tags, before, before
        return found.tags, found.head.probabilities(free), before


class LearnedQueue(NamedTuple):
    """A queue, whether `check_queue` should be called, and the live predictions."""

    queue: QuestionQueue
    wants_check: bool
    live: LivePredictions | None = None
    """Predictions to show instead of the active model's; None where that model knows more."""
    new_answers: int = 0
    """Number of answers that the active model was not trained on."""


def _is_young(model: LinearModel) -> bool:
    """Return whether a model was trained on few texts of each tag, so that the names may know more."""
    return model.manifest.training.rows < _YOUNG * len(model.tags)


def queue_of(ranked: RankedRecords, order: str, tags: tuple[str, ...], answers: int) -> QuestionQueue:
    """Return the queue of ranked records."""
    return QuestionQueue(order, ranked.rows, ranked.audit, tags, ranked.probabilities, answers, "")


_models: dict[str, QueueModel] = {}
"""The queue model of the last key."""


def learn_queue(
    progress: Progress,
    key: str,
    workspace: Workspace,
    base: LinearModel,
    order: str,
    active: LinearModel | None = None,
    *,
    with_encoder: bool = False,
) -> LearnedQueue:
    """Train the queue model of `key` on all decisions, in a process that keeps it for the next call.

    Another key starts with a new sample of the table. `with_encoder`, records of tags that no model knows
    wait until they have an embedding. `active` is the active model, by default `base`.
    """
    model = _queue_model(key, workspace, base)
    try:
        return model.learn_live(progress, order, active or base, with_encoder=with_encoder)
    finally:
        model.leave(workspace)


def check_queue(progress: Progress, key: str, workspace: Workspace, base: LinearModel) -> None:
    """Cross-validate whether the queue model of `key` helps; it counts from the next `learn_queue` on."""
    model = _queue_model(key, workspace, base)
    try:
        if model.wants_check:  # not in a new process
            model.check(progress)
    finally:
        model.leave(workspace)


def _queue_model(key: str, workspace: Workspace, base: LinearModel) -> QueueModel:
    if key not in _models:
        _models.clear()
        _models[key] = QueueModel(workspace, base)
    _models[key].use(workspace)
    return _models[key]


def is_open_in(
    states: States, but: Container[RowId], below: ReviewThresholds | None = None
) -> Callable[[RowId], bool]:
    """Return a test whether a record `needs_review` and is not in `but`.

    The test looks up single records, so creating it is fast for any table size.
    """

    def test(row: RowId) -> bool:
        if row >= states.count or row in but:
            return False
        rows = np.array([row])
        return bool(needs_review(states.of(rows), None if below is None else below.among(rows))[0])

    return test


def _sampled(decided: DecidedExamples, most: int) -> DecidedExamples:
    if len(decided.rows) <= most:
        return decided
    kept = np.sort(np.random.default_rng(0).permutation(len(decided.rows))[:most]).tolist()
    return decided.take(kept)


def show_live_predictions(progress: Progress, workspace: Workspace) -> bool:
    """Show live predictions if the window would show them; return whether they are shown.

    They are shown where the tags are another task than the active model's. Records without an embedding in
    the workspace are predicted without the sentence encoder. Nothing is stored.
    """
    try:
        if not workspace.table.count or not are_unknown(workspace, active_tags(workspace)):
            return False
        base = bundled()
        active = load_active_model(workspace, base)
    except (MltagError, ValueError, RecursionError):
        return False  # a model that cannot be read must not stop an export
    has_encoder = encoder.is_installed()
    found = learn_queue(
        progress, str(workspace.path), workspace, base, "coverage", active, with_encoder=has_encoder
    )
    workspace.predictions.show_live(found.live)
    return found.live is not None

"""The active model and the candidate, and their replacement without losing a request."""

import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, NamedTuple

from mltag_desktop.core.drift.off_topic import off_topic_filter
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import MANIFEST, bundled, load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.unsure_policy import UnsurePolicy
from mltag_desktop.core.serving.records import CANDIDATE, CURRENT, OUTSIDE, Trial
from mltag_desktop.core.serving.service_options import ServiceOptions
from mltag_desktop.core.serving.trial_plan import EVERYONE, TrialPlan, plan_of

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class ActiveModels:
    """The models at one moment; a request uses the same instance from start to end."""

    current: LinearModel
    candidate: LinearModel | None
    trial: Trial | None
    """The trial with everyone's share."""
    review_below: float | None
    unsure: UnsurePolicy | None = None
    rival: LinearModel | None = None
    """The other candidate, in a trial of two."""
    plan: TrialPlan = field(default_factory=TrialPlan)
    loaded: tuple[LinearModel, ...] = ()
    """The loaded models of the plan, also if they are the same as the active model."""

    @property
    def all(self) -> list[LinearModel]:
        """The active model and the models of the trial."""
        return [model for model in (self.current, self.candidate, self.rival) if model is not None]

    def in_words(self) -> str:
        """Return the models and their parts in the trial, for the log."""
        current, trial = f"model {self.current.manifest.version}", self.trial
        if trial is None:
            return f"{current} (no trial: the candidate is the same model)" if self.loaded else current
        against, candidate = trial.versions
        if self.rival is not None:
            return f"{current}, candidates {candidate} and {against}"
        if not self.plan.is_split:
            return f"{current}, shadow model {candidate}"
        return f"{current}, candidate {candidate} for {100 * trial.share:g}% of the keys"

    def assign(self, key: str) -> "Assignment":
        """Return which model answers a key."""
        trial, candidate = self.trial, self.candidate
        if trial is None or candidate is None:
            return Assignment(self.current, CURRENT, None, None)
        against = self.current if self.rival is None else self.rival
        if not self.plan.is_split:
            return Assignment(self.current, CURRENT, trial, candidate)
        share = self.plan.share_of(key)
        if share != trial.share:
            trial = replace(trial, share=share)
        arm = trial.arm(key) if share > 0 else OUTSIDE
        if arm == OUTSIDE:
            return Assignment(self.current, CURRENT, None, None)
        models = (candidate, against) if arm == CANDIDATE else (against, candidate)
        return Assignment(models[0], arm, trial, models[1])

    def asks(self, model: LinearModel, tag: str, confidence: float) -> bool:
        """Return whether this prediction needs review."""
        return confidence < self.threshold(model, tag)

    def threshold(self, model: LinearModel, tag: str = "") -> float:
        """Return the review threshold of a tag."""
        return model.manifest.asks_below(tag) if self.review_below is None else self.review_below

    def withholds(self, model: LinearModel) -> bool:
        """Return whether a prediction that needs review is answered without a tag."""
        policy = model.manifest.unsure
        return UnsurePolicy.EMPTY in (policy, self.unsure)


class Assignment(NamedTuple):
    """The model that answers a key, and its trial."""

    model: LinearModel
    arm: str
    trial: Trial | None
    """None if the key is in no trial."""
    other: LinearModel | None
    """The model to compare with."""


class WatchedBundle:
    """A model bundle on disk that may be replaced there; `folder` may be a symbolic link, None is bundled."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._stamp: tuple[int, int, int] | None = None

    def changed(self) -> bool:
        """Return whether the manifest file has changed since the last load; cheap."""
        return self.folder is not None and _stamp(self.folder) != self._stamp

    def load(self) -> LinearModel:
        """Load the model and warm it up; raises `MltagError` when the bundle is incomplete."""
        if self.folder is None:
            return _warm(bundled())
        stamp = _stamp(self.folder)
        model = _warm(load_bundle(self.folder))
        self._stamp = stamp
        return model


class ModelReloader:
    """The active model and the models of the trial; `reload` and `use_plan` may run in any thread."""

    def __init__(self, options: ServiceOptions, plan: TrialPlan | None = None) -> None:
        """Load the models, by default those of the options; raises `MltagError` when one cannot be loaded."""
        self._options = options
        self._lock = threading.Lock()
        self._plan = plan_of(options) if plan is None else plan
        self._current = WatchedBundle(options.model)
        self._in_trial = _bundles(self._plan)
        self._logged_error = ""
        self.active = self._compose(self._current.load(), [bundle.load() for bundle in self._in_trial])

    def changed(self) -> bool:
        """Return whether a bundle on disk has changed."""
        return any(bundle.changed() for bundle in (self._current, *self._in_trial))

    def use_plan(self, plan: TrialPlan) -> None:
        """Load the models of another plan; raises `MltagError` when one cannot be loaded.

        The trial then ends, so that no request is answered by a model that the plan does not name.
        """
        with self._lock:
            bundles = [] if plan == self._plan else _bundles(plan)
            if plan == self._plan:
                return
            self._plan = plan
            try:
                models = [bundle.load() for bundle in bundles]
            except MltagError:
                self._in_trial, self.active = [], self._compose(self.active.current, [])
                raise
            self._in_trial, self.active = bundles, self._compose(self.active.current, models)

    def reload(self, *, anyway: bool = False) -> bool:
        """Load changed bundles (all with `anyway`); return whether a model, threshold or policy changed.

        Raises `MltagError` when a bundle is incomplete; the current models then stay active.
        """
        with self._lock:
            before = self.active
            current = self._current.load() if anyway or self._current.changed() else before.current
            loaded = [
                bundle.load() if anyway or bundle.changed() else model
                for bundle, model in zip(self._in_trial, before.loaded, strict=True)
            ]
            after = self._compose(current, loaded)
            if _versions(after) == _versions(before) and _thresholds(after) == _thresholds(before):
                return False
            self.active = after  # a single assignment, so that readers never see a mixture of old and new
        _log.info("active: %s", after.in_words())
        return True

    def reload_or_log(self, *, anyway: bool = False) -> bool | None:
        """Call `reload`; log an incomplete bundle once and return None for it."""
        try:
            changed = self.reload(anyway=anyway)
        except MltagError as error:
            if self._logged_error != error.message:
                _log.warning("%s The active model keeps answering.", error.message)
            self._logged_error = error.message
            return None
        self._logged_error = ""
        return changed

    def _compose(self, current: LinearModel, in_trial: Sequence[LinearModel]) -> ActiveModels:
        """Return the models; `in_trial` are the candidate and, with two candidates, the other one."""
        options, plan = self._options, self._plan
        candidate = in_trial[0] if in_trial else None
        rival = in_trial[1] if len(in_trial) > 1 else None
        against = current if rival is None else rival
        if candidate is None or candidate.version == against.version:
            return ActiveModels(
                current, None, None, options.review_below, options.unsure, loaded=tuple(in_trial)
            )
        trial = Trial(plan.mode, against.version, candidate.version, plan.shares.get(EVERYONE, 0.0))
        return ActiveModels(
            current, candidate, trial, options.review_below, options.unsure, rival, plan, tuple(in_trial)
        )


def _bundles(plan: TrialPlan) -> list[WatchedBundle]:
    folders = [plan.candidate, plan.rival] if plan.running else []
    return [WatchedBundle(Path(folder)) for folder in folders if folder]


def _thresholds(
    models: ActiveModels,
) -> tuple[tuple[Mapping[str, float], UnsurePolicy, tuple[float, ...], float], ...]:
    manifests = [model.manifest for model in models.all]
    return tuple((each.review_below, each.unsure, each.off_topic, each.off_topic_doubt) for each in manifests)


def _versions(models: ActiveModels) -> tuple[str | None, ...]:
    others = (None if each is None else each.version for each in (models.candidate, models.rival))
    return models.current.version, *others


def _warm(model: LinearModel) -> LinearModel:
    """Predict once, so that lazily built tables exist."""
    model.predict(["a first text, for the tables that are built then"])
    off_topic_filter(model)
    return model


def _stamp(folder: Path) -> tuple[int, int, int] | None:
    try:
        status = (folder / MANIFEST).stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size

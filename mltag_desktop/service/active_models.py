"""The active model and the candidate, and their replacement without losing a request."""

import logging
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import MANIFEST, bundled, load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.model.off_topic import off_topic_filter
from mltag_desktop.core.serving.records import CANDIDATE, CURRENT, ServiceOptions, Trial, TrialPlan

_log: Final = logging.getLogger(__name__)


class Turn(NamedTuple):
    """The model whose turn it is to answer, its arm of the trial, and the other model of the trial."""

    model: LinearModel
    arm: str
    other: LinearModel | None


@dataclass(frozen=True)
class ActiveModels:
    """The models at one moment; a request uses the same instance from start to end."""

    current: LinearModel
    candidate: LinearModel | None
    """None without a trial, and where both are the same model."""
    share: float
    review_below: float | None
    unsure: UnsurePolicy | None

    @property
    def all(self) -> list[LinearModel]:
        """The active model and the candidate."""
        return [self.current, *([] if self.candidate is None else [self.candidate])]

    @property
    def published(self) -> list[object]:
        """What a publication can change: versions, thresholds and policies."""
        manifests = [(model.version, model.manifest) for model in self.all]
        return [
            (version, each.review_below, each.unsure, each.off_topic, each.off_topic_doubt)
            for version, each in manifests
        ]

    @property
    def trial(self) -> Trial | None:
        """The trial of the two."""
        if self.candidate is None:
            return None
        return Trial(self.current.version, self.candidate.version, self.share)

    def in_words(self) -> str:
        """Return the models and their parts in the trial, for the log."""
        current, candidate = f"model {self.current.manifest.version}", self.candidate
        if candidate is None:
            return current
        version = candidate.manifest.version
        if not self.share:
            return f"{current}, shadow model {version}"
        return f"{current}, candidate {version} for {100 * self.share:g}% of the keys"

    def assign(self, key: str) -> Turn:
        """Return the model that answers a key, its arm, and the model to compare with."""
        if self.candidate is None:
            return Turn(self.current, CURRENT, None)
        if self.share and self.trial is not None and self.trial.arm(key) == CANDIDATE:
            return Turn(self.candidate, CANDIDATE, self.current)
        return Turn(self.current, CURRENT, self.candidate)

    def threshold(self, model: LinearModel, tag: str = "") -> float:
        """Return the review threshold of a tag."""
        return model.manifest.asks_below(tag) if self.review_below is None else self.review_below

    def withholds(self, model: LinearModel) -> bool:
        """Return whether a prediction that needs review is answered without a tag."""
        return UnsurePolicy.EMPTY in (model.manifest.unsure, self.unsure)


class WatchedBundle:
    """A model bundle on disk that may be replaced there; `folder` may be a symbolic link, None is bundled."""

    def __init__(self, folder: Path | None) -> None:
        """Load the model; raises `MltagError` when the bundle is incomplete."""
        self._folder = folder
        self.model = self.load()

    def changed(self) -> bool:
        """Return whether the manifest file has changed since the last load; cheap."""
        return self._folder is not None and _stamp(self._folder) != self._stamp

    def load(self) -> LinearModel:
        """Load the model and warm it up; raises `MltagError` when the bundle is incomplete."""
        stamp = None if self._folder is None else _stamp(self._folder)
        model = bundled() if self._folder is None else load_bundle(self._folder)
        model.predict(["a first text, for the tables that are built then"])
        off_topic_filter(model)
        self.model, self._stamp = model, stamp
        return model


class ModelReloader:
    """The active model and the candidate; `reload` and `use_plan` may run in any thread."""

    def __init__(self, options: ServiceOptions, plan: TrialPlan) -> None:
        """Load the models; raises `MltagError` when one cannot be loaded."""
        self._options = options
        self._lock = threading.Lock()
        self._plan = plan
        self._bundles = [WatchedBundle(options.model), *_candidate(plan)]
        self._logged_error = ""
        self.active = self._compose()

    def changed(self) -> bool:
        """Return whether a bundle on disk has changed."""
        return any(bundle.changed() for bundle in self._bundles)

    def use_plan(self, plan: TrialPlan) -> None:
        """Load the candidate of another plan; raises `MltagError` when it cannot be loaded.

        The trial then ends, so that no request is answered by a model that the plan does not name.
        """
        with self._lock:
            self._plan = plan
            del self._bundles[1:]
            try:
                self._bundles += _candidate(plan)
            finally:
                self.active = self._compose()

    def reload(self, *, anyway: bool = False) -> bool:
        """Load changed bundles (all with `anyway`); return whether a model, threshold or policy changed.

        Raises `MltagError` when a bundle is incomplete; the current models then stay active.
        """
        with self._lock:
            for bundle in self._bundles:
                if anyway or bundle.changed():
                    bundle.load()
            found = self._compose()
            if found.published == self.active.published:
                return False
            self.active = found  # a single assignment: readers never see a mixture of old and new
        _log.info("active: %s", self.active.in_words())
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

    def in_words(self) -> str:
        """Return the active models for the log."""
        is_same = self.active.candidate is None and len(self._bundles) > 1
        return self.active.in_words() + (" (no trial: the candidate is the same model)" if is_same else "")

    def _compose(self) -> ActiveModels:
        (current, *others), options = [bundle.model for bundle in self._bundles], self._options
        candidate = next((each for each in others if each.version != current.version), None)
        return ActiveModels(current, candidate, self._plan.share, options.review_below, options.unsure)


def _candidate(plan: TrialPlan) -> list[WatchedBundle]:
    return [WatchedBundle(Path(plan.candidate))] if plan.running else []


def _stamp(folder: Path) -> tuple[int, int, int] | None:
    try:
        status = (folder / MANIFEST).stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size

"""The active model and the candidate, and their replacement without losing a request."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mltag_desktop.core.drift.off_topic import off_topic_filter
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import MANIFEST, bundled, load_bundle
from mltag_desktop.core.model.features.segment_sums import load_for_many
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.unsure_policy import UnsurePolicy
from mltag_desktop.core.serving.records import Trial
from mltag_desktop.core.serving.service_options import ServiceOptions

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class ActiveModels:
    """The models at one moment; a request uses the same instance from start to end."""

    current: LinearModel
    candidate: LinearModel | None
    trial: Trial | None
    review_below: float | None
    unsure: UnsurePolicy | None = None

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
    """The active model and the candidate; `reload` reloads changed bundles and may run in any thread."""

    def __init__(self, options: ServiceOptions) -> None:
        """Load the models; raises `MltagError` when one cannot be loaded."""
        self._options = options
        self._current = WatchedBundle(options.model)
        candidate = options.shadow or options.canary
        self._candidate = None if candidate is None else WatchedBundle(candidate)
        self._logged_error = ""
        self.active = self._compose(
            self._current.load(), None if self._candidate is None else self._candidate.load()
        )

    def changed(self) -> bool:
        """Return whether a bundle on disk has changed."""
        return self._current.changed() or (self._candidate is not None and self._candidate.changed())

    def reload(self, *, anyway: bool = False) -> bool:
        """Load changed bundles (all with `anyway`); return whether a model, threshold or policy changed.

        Raises `MltagError` when a bundle is incomplete; the current models then stay active.
        """
        before = self.active
        current, candidate = before.current, before.candidate
        if anyway or self._current.changed():
            current = self._current.load()
        if self._candidate is not None and (anyway or self._candidate.changed()):
            candidate = self._candidate.load()
        after = self._compose(current, candidate)
        if _versions(after) == _versions(before) and _thresholds(after) == _thresholds(before):
            return False
        self.active = after  # a single assignment, so that readers never see a mixture of old and new
        _log.info("active: %s", " and ".join(filter(None, _versions(after))))
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

    def _compose(self, current: LinearModel, candidate: LinearModel | None) -> ActiveModels:
        options = self._options
        trial = None
        if candidate is not None and candidate.version != current.version:
            mode = "canary" if options.shadow is None else "shadow"
            share = options.share if mode == "canary" else 0.0
            trial = Trial(mode, current.version, candidate.version, share)
        return ActiveModels(
            current, candidate if trial else None, trial, options.review_below, options.unsure
        )


def _thresholds(models: ActiveModels) -> tuple[tuple[Mapping[str, float], UnsurePolicy], ...]:
    both = (models.current, models.candidate)
    return tuple((model.manifest.review_below, model.manifest.unsure) for model in both if model is not None)


def _versions(models: ActiveModels) -> tuple[str, str | None]:
    return models.current.version, None if models.candidate is None else models.candidate.version


def _warm(model: LinearModel) -> LinearModel:
    """Predict once, so that lazily built tables exist, and load the accelerated code for many texts."""
    load_for_many()
    model.predict(["a first text, for the tables that are built then"])
    off_topic_filter(model)
    return model


def _stamp(folder: Path) -> tuple[int, int, int] | None:
    try:
        status = (folder / MANIFEST).stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size

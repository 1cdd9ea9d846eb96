"""The models in force, and how another one takes their place without a request being lost."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import MANIFEST, bundled, load_bundle
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.segments import load_for_many
from mltag_desktop.core.serving.items import Trial
from mltag_desktop.core.serving.options import ServiceOptions

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class InForce:
    """What answers at one moment; a request keeps the one it began with."""

    current: LinearModel
    candidate: LinearModel | None
    trial: Trial | None
    review_below: float | None

    def asks(self, model: LinearModel, tag: str, confidence: float) -> bool:
        """Whether a person should look at this prediction."""
        return confidence < self.threshold(model, tag)

    def threshold(self, model: LinearModel, tag: str = "") -> float:
        """Return the confidence below which a person is asked about a tag."""
        return model.manifest.asks_below(tag) if self.review_below is None else self.review_below


class Bundle:
    """A model on the disk that may be replaced there: its folder, or the link to it."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._stamp: tuple[int, int, int] | None = None

    def changed(self) -> bool:
        """Whether the manifest is another file than the one that was loaded last; cheap."""
        return self.folder is not None and _stamp(self.folder) != self._stamp

    def load(self) -> LinearModel:
        """Load the model, ready to answer; raises `MltagError` when it is not whole."""
        if self.folder is None:
            return _warm(bundled())
        stamp = _stamp(self.folder)
        model = _warm(load_bundle(self.folder))
        self._stamp = stamp
        return model


class Models:
    """The current model and the candidate; `look` loads what changed on the disk, in any thread."""

    def __init__(self, options: ServiceOptions) -> None:
        """Load both; raises `MltagError` when one cannot be loaded."""
        self._options = options
        self._current = Bundle(options.model)
        candidate = options.shadow or options.canary
        self._candidate = None if candidate is None else Bundle(candidate)
        self._said = ""
        self.in_force = self._compose(
            self._current.load(), None if self._candidate is None else self._candidate.load()
        )

    def changed(self) -> bool:
        """Whether something on the disk is new."""
        return self._current.changed() or (self._candidate is not None and self._candidate.changed())

    def look(self, *, anyway: bool = False) -> bool:
        """Put what is new on the disk in force; returns whether a model changed.

        Raises `MltagError` when a bundle is not whole; the models in force then stay.
        """
        before = self.in_force
        current, candidate = before.current, before.candidate
        if anyway or self._current.changed():
            current = self._current.load()
        if self._candidate is not None and (anyway or self._candidate.changed()):
            candidate = self._candidate.load()
        after = self._compose(current, candidate)
        if _versions(after) == _versions(before) and _thresholds(after) == _thresholds(before):
            return False
        self.in_force = after  # one assignment: whoever asks gets all of the old or all of the new
        _log.info("in force: %s", " and ".join(filter(None, _versions(after))))
        return True

    def look_quietly(self, *, anyway: bool = False) -> bool | None:
        """Look, and log a bundle that is not whole, once; None when there is such a one."""
        try:
            changed = self.look(anyway=anyway)
        except MltagError as error:
            if self._said != error.message:
                _log.warning("%s The model in force goes on answering.", error.message)
            self._said = error.message
            return None
        self._said = ""
        return changed

    def _compose(self, current: LinearModel, candidate: LinearModel | None) -> InForce:
        options = self._options
        trial = None
        if candidate is not None and candidate.version != current.version:
            mode = "canary" if options.shadow is None else "shadow"
            share = options.share if mode == "canary" else 0.0
            trial = Trial(mode, current.version, candidate.version, share)
        return InForce(current, candidate if trial else None, trial, options.review_below)


def _thresholds(models: InForce) -> tuple[Mapping[str, float], ...]:
    both = (models.current, models.candidate)
    return tuple(model.manifest.review_below for model in both if model is not None)


def _versions(models: InForce) -> tuple[str, str | None]:
    return models.current.version, None if models.candidate is None else models.candidate.version


def _warm(model: LinearModel) -> LinearModel:
    """Let a model build what it builds at its first answer, and load what makes all others faster."""
    load_for_many()
    model.predict(["a first text, for the tables that are built then"])
    return model


def _stamp(folder: Path) -> tuple[int, int, int] | None:
    try:
        found = (folder / MANIFEST).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size

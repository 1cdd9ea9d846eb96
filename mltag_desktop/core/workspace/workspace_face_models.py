"""What a document does with models: their answers, what they learn from, and the shelf."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.components import Parts
from mltag_desktop.core.workspace.types import Change, DecidedExamples, ModelInfo, RowArray, RowId


class ModelsFace:
    """Predictions, examples to train with, and the models kept inside the document."""

    _parts: Parts

    def pending(
        self, version: str, *, size: int = 2000, first: Sequence[RowId] = ()
    ) -> Iterator[tuple[RowArray, list[str]]]:
        """Yield chunks of records that have no prediction by `version`, those of `first` first.

        Records that are imported meanwhile come too; each comes once, unless its text changes.
        """
        return self._parts.desk.pending(version, size, first)

    def put_predictions(self, rows: RowArray, predictions: Predictions) -> Change:
        """Store the answers for the chunk that `pending` gave this thread last.

        They show at once when they are by the model in force. A version that is not on the shelf counts as
        the bundled model's.
        """
        return self._parts.desk.put(rows, predictions)

    def answered_by(self, row: RowId) -> str | None:
        """Return the version of the model whose prediction is shown for `row`."""
        return self._parts.predictions.version(int(self._parts.live.take("chunk", np.array([row]))[0]))

    def answers_of(self, version: str) -> tuple[NDArray[np.int16], NDArray[np.float32]]:
        """Return what `version` said of the text of every record: tag and confidence, -1 and nan for none.

        The tags are indices into the `tag_names` of `states`.
        """
        return self._parts.predictions.of_version(version, self._parts.live.all("digest"))

    @property
    def promoted_versions(self) -> tuple[str, ...]:
        """Versions in the order in which they became active, from the bundled model to the active one."""
        return self._parts.shelf.promoted

    def examples(self, progress: Progress = SILENT, *, audit: bool = False) -> DecidedExamples:
        """Return the decided records as examples to train with, or those of the audit set to judge on."""
        return self._parts.decisions.with_further(self._parts.gleaning.examples(progress, audit=audit))

    @property
    def base_version(self) -> str | None:
        """Version of the bundled model; None until someone told or predicted with it."""
        return self._parts.shelf.base

    def set_base(self, version: str) -> Change:
        """Tell which version the bundled model has; predictions of an earlier one become stale."""
        return self._parts.shelf.set_base(version)

    @property
    def current_version(self) -> str | None:
        """Version of the model in force: the promoted one, else the bundled one."""
        return self._parts.shelf.current

    def models(self) -> list[ModelInfo]:
        """Return the shelf: the bundled model, then the others, oldest first."""
        return self._parts.shelf.models()

    def add_candidate(
        self,
        bundle: Path,
        report: Mapping[str, Any] | None,
        trained_on: str,
        progress: Progress = SILENT,
    ) -> ModelInfo:
        """Keep a trained model (a bundle folder) inside the document; nothing is promoted.

        When it is cancelled, nothing of the model stays.
        """
        return self._parts.shelf.add(progress, bundle, report, trained_on)

    def promote(self, version: str) -> Change:
        """Put a model in force; one undo step. Its cached predictions show at once, others are stale."""
        return self._parts.shelf.promote(version)

    def rollback(self) -> Change:
        """Put the model that was in force before in force again; one undo step."""
        return self._parts.shelf.rollback()

    def discard(self, version: str, *, promoted: bool = False) -> Change:
        """Delete a candidate for good; with `promoted` also one that was in force once, but not now."""
        change = self._parts.shelf.discard(version, self._parts.predictions.forget, promoted=promoted)
        self._parts.show_predictions()
        return change

    def model_sizes(self) -> dict[str, int]:
        """Return how many bytes of the document each of its models takes."""
        return self._parts.shelf.sizes()

    def bundle_path(self, version: str) -> Path:
        """Return the folder of a model of this document, unpacked and checked; not for the bundled model."""
        return self._parts.shelf.bundle_path(version)

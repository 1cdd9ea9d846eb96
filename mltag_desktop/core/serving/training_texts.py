"""Find the reviewed texts that a model was trained on: decisions on them are no evidence about the model."""

from collections.abc import Mapping, Sequence
from typing import Final

from mltag_desktop.core.evaluation.model_evaluation import rows_trained_on
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT

_MOST_MODELS: Final = 8


class TrainingTexts:
    """Remembers the answer for each text and model, since the rules of a trial ask every few seconds."""

    def __init__(self) -> None:
        self._known: dict[str, dict[bytes, bool]] = {}

    def among(self, texts: Mapping[bytes, str], models: Sequence[LinearModel]) -> frozenset[bytes]:
        """Return the keys of the texts that one of the models was trained on, or on near-copies of them."""
        found: set[bytes] = set()
        for model in models:
            if model.version not in self._known and len(self._known) >= _MOST_MODELS:
                self._known.clear()
            known = self._known.setdefault(model.version, {})
            new = [key for key in texts if key not in known]
            seen = rows_trained_on(SILENT, [model], [texts[key] for key in new])
            known.update(zip(new, seen.tolist(), strict=True))
            found.update(key for key in texts if known[key])
        return frozenset(found)

"""Surroundings of a record: the most similar decided records, and the similarity to the training data."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from mltag_desktop.core.learning.drift_reference import reference_of
from mltag_desktop.core.model.features.extraction import extract
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.off_topic import off_topic_filter
from mltag_desktop.core.model.similarity.similar_texts import SimilarText, SimilarTexts
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.records.text_store import TextPlaces
from mltag_desktop.core.workspace.types import RowArray


class Surroundings(NamedTuple):
    """Similar texts by their slots, best first, and whether the text is unlike the training data.

    `unlike` is False where the off-topic filter decides: its limit depends on the whole table.
    """

    nearest: tuple[SimilarText, ...]
    unlike: bool


_cached: dict[tuple[Path, int, str], SimilarTexts] = {}
"""The vectors of the texts of one file and mapping, by slot; the text of a slot never changes."""


def surroundings(
    progress: Progress, model: LinearModel, place: TextPlaces, among: RowArray, count: int
) -> Surroundings:
    """Find the `count` texts in the slots `among` that are most similar to the one text at `place`.

    It may run in another process than the one that writes to the file.
    """
    key = (place.path, place.generation, model.version)
    texts = _cached.get(key)
    if texts is None:
        _cached.clear()  # another thread may still use those of another file
        texts = _cached[key] = SimilarTexts(model.vectors)
    part = SubProgress(progress, 0.0, 0.8)
    with place.opened() as store:
        text = store.of(place.generation, place.slots)[0]
        nearest = texts.nearest(part, text, among, partial(store.of, place.generation), count)
    if off_topic_filter(model) is not None:
        return Surroundings(nearest, False)
    reference = reference_of(model, SubProgress(progress, 0.8, 1.0))
    likeness, _, _ = reference.likeness(extract(model.vectors, [text]))
    return Surroundings(nearest, bool(text) and float(likeness[0]) < reference.limit)

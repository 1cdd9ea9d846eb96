"""Surroundings of a record: the most similar decided records."""

from functools import partial
from pathlib import Path

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.similarity.similar_texts import SimilarText, SimilarTexts
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.records.text_store import TextPlaces
from mltag_desktop.core.workspace.types import RowArray

_cached: dict[tuple[Path, int, str], SimilarTexts] = {}
"""The vectors of the texts of one file and mapping, by slot; the text of a slot never changes."""


def surroundings(
    progress: Progress, model: LinearModel, place: TextPlaces, among: RowArray, count: int
) -> tuple[SimilarText, ...]:
    """Find the `count` texts in the slots `among` that are most similar to the one text at `place`.

    It may run in another process than the one that writes to the file.
    """
    key = (place.path, place.generation, model.version)
    texts = _cached.get(key)
    if texts is None:
        _cached.clear()  # another thread may still use those of another file
        texts = _cached[key] = SimilarTexts(model.vectors)
    with place.opened() as store:
        text = store.of(place.generation, place.slots)[0]
        return texts.nearest(progress, text, among, partial(store.of, place.generation), count)

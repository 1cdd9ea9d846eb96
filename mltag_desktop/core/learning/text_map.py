"""Places on a plane for the records of a workspace, so that similar texts are near each other.

At most 5,000 texts are placed by t-SNE (van der Maaten and Hinton, 2008) on 50 principal components; the
others go to the weighted mean of their nearest neighbours among these.
"""

import zlib
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.learning.record_vectors import RecordVectors, record_vectors
from mltag_desktop.core.model.encoder import MULTILINGUAL
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress, SubProgress, in_steps
from mltag_desktop.core.workspace.models.caches import StoredMap
from mltag_desktop.core.workspace.models.prediction_store import keys, match
from mltag_desktop.core.workspace.workspace import Workspace

MOST_FITTED: Final = 5_000
_COMPONENTS: Final = 50
_FEWEST: Final = 10
"""Fewer different texts are placed by their principal components alone."""
_PERPLEXITY: Final = 30
_STEPS: Final = 750
_NEIGHBOURS: Final = 3
_BLOCK: Final = 1_000
_SPREAD: Final = 0.004
"""Largest random move of a text, so that texts with the same neighbours do not hide each other."""
_NEW: Final = 0.2
"""Share of new texts up to which the places of the others stay."""


class TextMap(NamedTuple):
    """The place of each record, from -1 to 1, shape (n, 2); NaN for a record without a known word."""

    points: NDArray[np.float32]
    by_encoder: bool
    """Whether the texts were compared by the sentence encoder; else by static vectors."""
    stored: StoredMap | None
    """The map to store in the workspace; None if it is stored already."""


def text_map(
    progress: Progress,
    workspace: Workspace,
    model: LinearModel,
    *,
    uses_encoder: bool,
    is_draft: bool = False,
) -> TextMap:
    """Return the map of a workspace's records: the stored map if it is still valid, else a new one.

    The draft of a new map shows the first two principal components and takes seconds.
    """
    vectors = record_vectors(SubProgress(progress, 0.0, 0.2), workspace, model, uses_encoder=uses_encoder)
    source = (
        MULTILINGUAL.name if vectors.by_encoder else f"static-{zlib.crc32(model.vectors.table.tobytes()):08x}"
    )
    digests = workspace.table.all_digests()
    if not len(digests):
        return TextMap(np.zeros((0, 2), np.float32), vectors.by_encoder, None)
    _, once, places = np.unique(keys(digests), return_index=True, return_inverse=True)
    rows = once.astype(np.int64)
    filled = vectors.vectors.scales[vectors.places[rows]] > 0
    points = np.full((len(rows), 2), np.nan, np.float32)
    known = _known(workspace, source, digests[rows])
    has_place = ~np.isnan(known[:, 0])
    is_new = has_place[filled].mean() < 1 - _NEW if filled.any() else False
    rest = SubProgress(progress, 0.2, 1.0)
    if is_new and is_draft:
        points[filled] = _drafted(rest, vectors, rows[filled])
    elif is_new:
        points[filled] = _placed(rest, vectors, rows[filled])
    else:
        points = known
        missing = np.flatnonzero(filled & ~has_place)
        there = np.flatnonzero(filled & has_place)
        if len(missing):
            some = np.random.default_rng(0).permutation(there)[:MOST_FITTED]
            points[missing] = _near(rest, vectors, rows[missing], rows[some], known[some])
    changed = is_new or bool((filled & ~has_place).any())
    stored = StoredMap(source, digests[rows], points) if changed and not is_draft else None
    return TextMap(points[places.ravel()], vectors.by_encoder, stored)


def _known(workspace: Workspace, source: str, digests: NDArray[Any]) -> NDArray[np.float32]:
    """Return the place of each text on the last map of this kind; NaN for texts that are not on it."""
    points = np.full((len(digests), 2), np.nan, np.float32)
    last = workspace.text_maps.last()
    if last is not None and last.source == source and len(last.digests):
        found, at = match(digests, last.digests)
        points[found] = last.points[at]
    return points


def _drafted(progress: Progress, vectors: RecordVectors, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the first two principal components of each record."""
    from sklearn.decomposition import PCA

    points = np.zeros((len(rows), 2), np.float32)
    if len(rows) > 1:
        sample = np.random.default_rng(0).permutation(rows)[:MOST_FITTED]
        fitted = PCA(min(2, len(sample)), random_state=0).fit(vectors.of(sample))
        for step in in_steps(progress, len(rows), _BLOCK, "placing the records"):
            found = fitted.transform(vectors.of(rows[step]))
            points[step, : found.shape[1]] = found
    return _spanned(points)


def _placed(progress: Progress, vectors: RecordVectors, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return a place for each record."""
    generator = np.random.default_rng(0)
    chosen = np.sort(generator.permutation(len(rows))[:MOST_FITTED])
    fitted = _fitted(SubProgress(progress, 0.0, 0.8), vectors.of(rows[chosen]))
    points = np.empty((len(rows), 2), np.float32)
    points[chosen] = fitted
    others = np.setdiff1d(np.arange(len(rows)), chosen)
    if len(others):
        part = SubProgress(progress, 0.8, 1.0)
        points[others] = _near(part, vectors, rows[others], rows[chosen], fitted)
    return points


def _fitted(progress: Progress, vectors: FloatArray) -> NDArray[np.float32]:
    """Return places from -1 to 1 for a few thousand texts."""
    from sklearn.decomposition import PCA
    from sklearn.manifold import TSNE
    from threadpoolctl import threadpool_limits

    progress.report(0.0, "placing the records")
    count = min(_COMPONENTS, *vectors.shape)
    components = PCA(count, random_state=0).fit_transform(vectors) if len(vectors) > 1 else vectors[:, :1] * 0
    progress.report(0.1, "placing the records")
    if len(vectors) < _FEWEST:
        points = np.zeros((len(vectors), 2), np.float32)
        points[:, : min(2, components.shape[1])] = components[:, :2]
    else:
        start = components[:, :2] / max(float(np.std(components[:, 0])), 1e-9) * 1e-4
        perplexity = min(_PERPLEXITY, (len(vectors) - 1) / 3)
        tsne = TSNE(2, perplexity=perplexity, init=start, max_iter=_STEPS, random_state=0, n_jobs=1)
        with threadpool_limits(1):  # on a busy machine, threads wait for each other for minutes
            points = tsne.fit_transform(components)
    return _spanned(points)


def _spanned(points: FloatArray) -> NDArray[np.float32]:
    """Return places from -1 to 1."""
    points = points - (points.max(axis=0) + points.min(axis=0)) / 2
    found: NDArray[np.float32] = (points / max(float(np.abs(points).max()), 1e-9)).astype(np.float32)
    return found


def _near(
    progress: Progress,
    vectors: RecordVectors,
    rows: NDArray[np.int64],
    placed: NDArray[np.int64],
    points: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Return the weighted mean of the places of the nearest of `placed` for each record of `rows`."""
    theirs = np.ascontiguousarray(vectors.of(placed).T)
    found = np.empty((len(rows), 2), np.float32)
    count = min(_NEIGHBOURS, len(placed))
    for step in in_steps(progress, len(rows), _BLOCK, "placing the records"):
        similarity = vectors.of(rows[step]) @ theirs
        best = np.argpartition(-similarity, count - 1, axis=1)[:, :count]
        weights = np.maximum(np.take_along_axis(similarity, best, axis=1), 1e-3) ** 4
        weights /= weights.sum(axis=1, keepdims=True)
        found[step] = (points[best] * weights[:, :, None]).sum(axis=1)
    spread = np.random.default_rng(1).normal(scale=_SPREAD, size=found.shape)
    return np.clip(found + spread, -1, 1).astype(np.float32)

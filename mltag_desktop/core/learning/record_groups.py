"""Groups of similar records, named by their most distinctive words, as a start for a tag set."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.extraction import text_vectors
from mltag_desktop.core.model.language import function_words
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress, SubProgress, in_steps
from mltag_desktop.core.tables.tag_cells import near_names
from mltag_desktop.core.workspace.sorted_arrays import drawn
from mltag_desktop.core.workspace.types import RowArray, RowId
from mltag_desktop.core.workspace.workspace import Workspace

FEWEST_RECORDS: Final = 20
"""Number of records from which groups are formed."""
MOST_GROUPS: Final = 40
_SAMPLE: Final = 3_000
_JUDGED: Final = 1_000
"""Number of records on which the silhouette is computed."""
_COUNTS: Final = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20)
_BATCH: Final = 200
_DIMENSIONS: Final = 50
_WORDS: Final = 6
_EXAMPLES: Final = 3
_COMMON: Final = 0.5
"""Share of the records from which a word tells nothing about similarity."""
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class RecordGroup:
    """Similar records."""

    words: tuple[str, ...]
    """The most distinctive words, the best first."""
    rows: tuple[RowId, ...]
    """Records of the sample in the group, the most typical first."""
    examples: tuple[str, ...]
    share: float
    """Share of the sampled records."""

    @property
    def name(self) -> str:
        """A name made of the two most distinctive words."""
        return " ".join(self.words[:2])


def group_records(
    progress: Progress, workspace: Workspace, model: LinearModel, count: int | None = None
) -> tuple[RecordGroup, ...]:
    """Group a sample of the records by k-means on the model's vectors, the largest group first.

    Without `count`, the number of groups with the best silhouette is taken. Raises `MltagError` for too few
    records.
    """
    rows, texts, vectors = _sample(SubProgress(progress, 0.0, 0.5), workspace, model)
    if len(rows) < FEWEST_RECORDS:
        raise MltagError(
            message("{count:,} records with a text are too few to group.", count=len(rows)),
            message("At least {fewest} are needed.", fewest=FEWEST_RECORDS),
        )
    points = np.hstack([_unit(vectors), _unit(_by_words(texts))])
    found = _clusters(SubProgress(progress, 0.5, 0.9), points, count)
    progress.report(0.95, "Naming the groups")
    named = _distinctive_words(texts, found.labels)
    groups = []
    for label in range(int(found.labels.max()) + 1):
        members = np.flatnonzero(found.labels == label)
        members = members[np.argsort(found.distances[members], kind="stable")]
        if len(members):
            typical = tuple(texts[place] for place in members[:_EXAMPLES].tolist())
            records = tuple(rows[members].tolist())
            groups.append(RecordGroup(named[label], records, typical, len(members) / len(points)))
    return tuple(sorted(groups, key=lambda group: -group.share))


def _sample(
    progress: Progress, workspace: Workspace, model: LinearModel
) -> tuple[RowArray, list[str], FloatArray]:
    """Return a sample of the records that have a text, with their texts and static vectors."""
    states = workspace.states()
    rows = np.flatnonzero(~states.gone)
    rows = drawn(rows, _SAMPLE)
    texts: list[str] = []
    parts = [np.zeros((0, model.vectors.dimension), np.float32)]
    for step in in_steps(progress, len(rows), _BATCH, "Reading the texts"):
        batch = workspace.table.texts(rows[step])
        parts.append(text_vectors(model.vectors, batch))
        texts += batch
    filled = np.array([place for place, text in enumerate(texts) if text.strip()], np.intp)
    return rows[filled], [texts[place] for place in filled.tolist()], np.concatenate(parts)[filled]


class _Clusters(NamedTuple):
    """A clustering: the cluster of each point, and its distance to the centre; both of shape (n,)."""

    score: float
    labels: NDArray[np.int32]
    distances: FloatArray


def _clusters(progress: Progress, points: FloatArray, count: int | None) -> _Clusters:
    """Return `count` clusters of `points`, or the number of clusters with the best silhouette."""
    from sklearn.cluster import KMeans  # imported only when groups are asked for
    from sklearn.metrics import silhouette_score

    judged = np.random.default_rng(1).permutation(len(points))[:_JUDGED]
    wanted = [count] if count else [each for each in _COUNTS if each * 5 <= len(points)] or [2]
    found = []
    for number, each in enumerate(wanted):
        progress.report(number / len(wanted), "Grouping the records")
        fitted = KMeans(min(each, MOST_GROUPS, len(points)), n_init=2, random_state=0).fit(points)
        labels = fitted.labels_
        score = (
            float(silhouette_score(points[judged], labels[judged]))
            if len(wanted) > 1 and 1 < len(set(labels[judged].tolist())) < len(judged)
            else 0.0
        )
        found.append(_Clusters(score, labels, fitted.transform(points).min(axis=1)))
    return max(found, key=lambda clusters: clusters.score)


def _unit(vectors: FloatArray) -> FloatArray:
    """Return centred vectors of length 1; those of length 0 stay."""
    centred = vectors - vectors.mean(axis=0)
    unit: FloatArray = centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)
    return unit


def _by_words(texts: Sequence[str]) -> FloatArray:
    """Return vectors of the texts by latent semantic analysis, for words that the model does not know."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    weights = TfidfVectorizer(sublinear_tf=True, max_df=_COMMON, token_pattern=_WORD.pattern)
    try:
        counted = weights.fit_transform(texts)
    except ValueError:  # no word is left
        return np.zeros((len(texts), 1), np.float32)
    size = min(_DIMENSIONS, min(counted.shape) - 1)
    if size < 1:
        return np.zeros((len(texts), 1), np.float32)
    reduced: FloatArray = TruncatedSVD(size, random_state=0).fit_transform(counted).astype(np.float32)
    return reduced


def distinctive_words(
    within: Counter[str], size: int, everywhere: Counter[str], total: int
) -> list[tuple[str, float]]:
    """Return the words of a group of `size` texts among `total`, those that tell most about it first.

    `within` and `everywhere` count the texts with each word. A word scores p log(p / q), its part of the
    Kullback-Leibler divergence, with the shares p of the group's texts and q of all texts that have it.
    """
    scores = {}
    for word, number in within.items():
        share = number / max(1, size)
        scores[word] = share * float(np.log(share * total / everywhere[word]))
    return sorted(scores.items(), key=lambda each: (-each[1], each[0]))


def _distinctive_words(texts: Sequence[str], labels: NDArray[np.int32]) -> list[tuple[str, ...]]:
    """Return for each group the words that tell most about it, without function words.

    Of words that differ in their endings, such as "game" and "games", the first one stands for both.
    """
    common = function_words(texts)
    groups: list[Counter[str]] = [Counter() for _ in range(int(labels.max()) + 1)]
    sizes = np.bincount(labels, minlength=len(groups)).tolist()
    spread: Counter[str] = Counter()
    for text, label in zip(texts, labels.tolist(), strict=True):
        words = set(_WORD.findall(text.casefold())) - common
        groups[label].update(words)
        spread.update(words)
    found = []
    for counted, size in zip(groups, sizes, strict=True):
        best: list[str] = []
        for word, _ in distinctive_words(counted, size, spread, len(texts)):
            if len(best) == _WORDS:
                break
            if not any(near_names((word, other)) for other in best):
                best.append(word)
        found.append(tuple(best) or ("group",))
    return found

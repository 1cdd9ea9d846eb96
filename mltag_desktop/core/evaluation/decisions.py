"""What a candidate is worth on the table it was made for, judged on the decisions it was made from."""

from dataclasses import replace
from typing import Final

import numpy as np

from mltag_desktop.core.evaluation.paired import Paired, compare
from mltag_desktop.core.evaluation.report import aligned
from mltag_desktop.core.model.calibrate import fold_of
from mltag_desktop.core.model.fit import fit_head
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.progress import Progress

LEAST: Final = 10
_FOLDS: Final = 5


def on_decisions(progress: Progress, candidate: LinearModel, against: LinearModel) -> Paired | None:
    """Compare `candidate` with a model that saw none of its decisions; None when there are under 10.

    Each decision is answered by a model made like the candidate from the base and the decisions of other
    folds; decisions with the same text share a fold.
    """
    rows, training = candidate.base, candidate.manifest.training
    own = np.arange(len(rows) - training.examples, len(rows))
    if len(own) < LEAST:
        return None
    _, first, group = np.unique(rows.digests[own], return_index=True, return_inverse=True)
    fold = fold_of(rows.labels[own][first], _FOLDS, training.seed)[group]
    answers = np.zeros(len(own), dtype=np.int64)
    for part in range(_FOLDS):
        progress.report(part / _FOLDS, "checking on the table's decisions")
        inside = np.flatnonzero(fold == part)
        kept = rows.take(np.setdiff1d(np.arange(len(rows)), own[inside]))
        if len(inside) and len(np.unique(kept.labels)) >= 2:
            recipe = candidate.manifest.recipe
            head = fit_head(kept.features, kept.labels, kept.weights, len(rows.tags), recipe, training.seed)
            scaled = replace(head, scale=candidate.head.scale)
            answers[inside] = scaled.scores(rows.features.take(own[inside])).argmax(axis=1)
    before = aligned(against.predict_features(rows.features.take(own)), candidate.tags).argmax(axis=1)
    return compare(rows.labels[own], before, answers, names=(against.version, candidate.version))

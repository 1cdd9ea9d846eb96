"""Decided records that may belong to a tag that was added, or split off, later; nearest first."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.named_tags import TextReader
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.encoder import Embeddings, is_installed
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.models.prediction_store import match
from mltag_desktop.core.workspace.sorted_arrays import drawn
from mltag_desktop.core.workspace.types import RowId, Status
from mltag_desktop.core.workspace.workspace import Workspace

_MOST: Final = 20_000
"""Decided records that are compared with the tag; more are sampled."""
_LISTED: Final = 200
_PASSED: Final = "passed_for_tags"


@dataclass(frozen=True)
class TagCandidate:
    """A decided record that may belong to a tag."""

    row: RowId
    text: str
    decided: str
    """Its present tag."""
    likelihood: float
    """Probability of the tag among all tags, by names and guidelines, without the decisions."""


def find_tag_candidates(
    progress: Progress, workspace: Workspace, model: LinearModel, tag: str
) -> tuple[TagCandidate, ...]:
    """Return decided records without `tag` that may belong to it: by its name, guideline and examples.

    The likeliest come first, without those that were passed. The decisions themselves are no evidence, since
    none of them could choose the tag. Raises `MltagError` with fewer than two tags.
    """
    infos = workspace.tag_set.tags
    names = [info.name for info in infos]
    if tag not in names or len(names) < 2:
        raise MltagError(
            message("{tag} cannot be compared with other tags.", tag=tag), "Add another tag first."
        )
    rows = _decided_otherwise(workspace, tag)
    if not len(rows):
        return ()
    embeddings = _stored_embeddings(workspace, rows)
    texts = workspace.table.texts(rows)
    reader = TextReader(model.vectors, infos, embeddings is not None)
    progress.report(0.2, "reading the texts")
    read = reader.with_embeddings(texts, embeddings)
    fitted = reader.model(SubProgress(progress, 0.4, 1.0), read)
    likelihoods = fitted.prior_probabilities(np.arange(len(rows), dtype=np.int64))[:, names.index(tag)]
    states = workspace.states()
    best = np.argsort(-likelihoods, kind="stable")[:_LISTED].tolist()
    return tuple(
        TagCandidate(
            int(rows[place]),
            texts[place],
            states.tag_names[int(states.decided[rows[place]])],
            float(likelihoods[place]),
        )
        for place in best
    )


def pass_candidate(workspace: Workspace, tag: str, row: RowId) -> None:
    """Remember that a record does not belong to `tag`, so that it is not listed again."""
    kept = dict(workspace.preference(_PASSED) or {})
    kept[tag] = [*(each for each in kept.get(tag, ()) if each != row), row]
    workspace.set_preference(_PASSED, kept)


def _decided_otherwise(workspace: Workspace, tag: str) -> NDArray[np.int64]:
    """Return the decided records that do not carry `tag` and were not passed."""
    states = workspace.states()
    code = states.tag_names.index(tag) if tag in states.tag_names else -2
    found = (states.status != np.uint8(Status.TO_REVIEW)) & (states.decided >= 0) & (states.decided != code)
    found &= ~states.with_additional([code]) & ~states.gone
    passed = (workspace.preference(_PASSED) or {}).get(tag, [])
    rows = np.flatnonzero(found)
    return drawn(rows[~np.isin(rows, np.array(passed, np.int64))], _MOST).astype(np.int64)


def _stored_embeddings(workspace: Workspace, rows: NDArray[np.int64]) -> FloatArray | None:
    """Return the embeddings of records, shape (n, 512); None unless all are stored.

    Computing them would take half a minute for 2,000 texts, and the ranking is hardly better with them.
    """
    _, stored, found = workspace.embeddings.since()
    if not len(stored) or not is_installed():
        return None
    wanted, places = match(workspace.table.all_digests()[rows], stored)
    if len(wanted) < len(rows):
        return None
    return Embeddings(found.codes[places], found.scales[places]).vectors()

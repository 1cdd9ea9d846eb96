"""The answers that a model learns from: decided records, without random checks and what it was trained on."""

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.types import RowArray, States, Status
from mltag_desktop.core.workspace.workspace import Workspace

_NONE: NDArray[np.uint64] = np.zeros(0, np.uint64)


class RecordAnswers:
    """Reads the decisions of a workspace, and keeps what it knows of their texts between calls."""

    def __init__(self) -> None:
        self._words: dict[bytes, int] = {}

    def rows(self, workspace: Workspace, states: States, trained: NDArray[np.uint64] = _NONE) -> RowArray:
        """Return the decided records, without the audit set and texts with the same words as one of it.

        Records whose text has a digest in `trained`, as `text_digests` gives it, are left out too.
        """
        rows = _decided(states)
        digests = workspace.table.all_digests()[rows]
        audited = workspace.table.audit_set.contains(digests)
        if audited.any() or len(trained):
            words = self._words_of(workspace, rows, digests)
            audited = np.isin(words, words[audited]) | np.isin(words, trained)
        found: RowArray = rows[~audited]
        return found

    def consistent(self, workspace: Workspace, states: States, rows: RowArray) -> RowArray:
        """Return those of the decided `rows` whose text has no other tag in another of them."""
        digests = workspace.table.all_digests()[rows]
        words = self._words_of(workspace, rows, digests).copy()
        wordless = np.flatnonzero(words == text_digests([""])[0])
        words[wordless] = digests[wordless].view(np.uint64).reshape(-1, 2)[:, 0]  # the same text, not words
        _, texts = np.unique(words, return_inverse=True)
        tags = states.decided[rows]
        first = np.zeros(len(rows), tags.dtype)
        first[texts] = tags
        differing = np.bincount(texts, tags != first[texts])
        found: RowArray = rows[differing[texts] == 0]
        return found

    def _words_of(
        self, workspace: Workspace, rows: RowArray, digests: NDArray[np.void]
    ) -> NDArray[np.uint64]:
        """Return a digest of the words of each record, whatever their case and punctuation."""
        keys = [digest.tobytes() for digest in digests]
        new = [place for place, key in enumerate(keys) if key not in self._words]
        if new:
            found = text_digests(workspace.table.texts(rows[new]), SILENT)
            self._words.update(zip((keys[place] for place in new), found.tolist(), strict=True))
        return np.array([self._words[key] for key in keys], np.uint64)


def random_checks(workspace: Workspace, states: States) -> RowArray:
    """Return the decided records of the audit set."""
    rows = _decided(states)
    found: RowArray = rows[workspace.table.audited(rows)]
    return found


def _decided(states: States) -> RowArray:
    decided = (states.status != np.uint8(Status.TO_REVIEW)) & (states.decided >= 0)
    if len(states.again):
        decided &= ~states.again
    return np.flatnonzero(decided).astype(np.int64)


def codes_of(states: States, rows: RowArray, tags: tuple[str, ...]) -> NDArray[np.int64]:
    """Return the index in `tags` of the decided tag of each of `rows`; -1 for another tag."""
    place = {tag: code for code, tag in enumerate(tags)}
    code_of = np.array([*(place.get(name, -1) for name in states.tag_names), -1], np.int64)
    found: NDArray[np.int64] = code_of[states.decided[rows]]
    return found


def in_order(before: dict[int, int], rows: RowArray, codes: NDArray[np.int64]) -> dict[int, int]:
    """Return the code of each of `rows`, those that are new or changed since `before` last."""
    now = dict(zip(rows.tolist(), codes.tolist(), strict=True))
    return {row: code for row, code in before.items() if now.get(row) == code} | now

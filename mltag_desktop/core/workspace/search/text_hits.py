"""What searches find in the texts, columns and notes of a workspace; each is looked up once."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.known_tags import tagged_records
from mltag_desktop.core.workspace.search.column_values import ColumnValues, column_codes
from mltag_desktop.core.workspace.search.texts import Needle, fold
from mltag_desktop.core.workspace.types import Action, States
from mltag_desktop.core.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mltag_desktop.core.model.keyword_rules import KeywordRules

Mask = NDArray[np.bool_]
Key = tuple[object, ...]
Masks = Mapping[Key, Mask]
_KEPT: Final = 16
_CHANGES_MODEL: Final = frozenset({Action.PROMOTE, Action.ROLLBACK})


class TextAnalyser(Protocol):
    """Compares the texts of a workspace; this may take seconds."""

    def similarity(self, progress: Progress, term: Any) -> NDArray[np.float32]:
        """Return the similarity of each record to a `~` condition, shape (n,)."""
        ...

    def near_duplicates(self, progress: Progress) -> NDArray[np.int32]:
        """Return the group of near-duplicates of each record, shape (n,): its first record, -1 for none."""
        ...

    def known_near_duplicates(self) -> NDArray[np.int32] | None:
        """Return what `near_duplicates` has found for these texts; None before."""
        ...


class TextHits:
    """Cache of the records that contain words or cell values; each is searched in the file once.

    Thread-safe. Records added after a search count as misses: create a new instance when texts change or
    records are added. `columns` answer searches for their values without the file. `analyser` compares texts;
    without it, no record has a near-duplicate. Masks are shared: do not modify them.
    """

    def __init__(
        self,
        workspace: Workspace,
        columns: Sequence[ColumnValues] = (),
        analyser: TextAnalyser | None = None,
    ) -> None:
        self._workspace = workspace
        self.analyser = analyser
        self._near_duplicates: NDArray[np.int32] | None = None
        self._columns = {each.column: each for each in columns}
        self._kept: OrderedDict[Key, Mask] = OrderedDict()
        self._lock = threading.RLock()

    def in_texts(
        self,
        progress: Progress,
        needles: Mapping[Key, Needle],
        count: int,
        tell: Callable[[Masks], bool] = lambda _found: True,
    ) -> Masks:
        """Return a mask of the first `count` records for each needle, after one pass through the texts.

        `tell` gets what is found so far until it returns True. Concurrent calls wait.
        """
        with self._lock:
            missing = {key: np.zeros(count, np.bool_) for key in needles if key not in self._kept}
            found = {key: _fitted(self._kept[key], count) for key in needles if key in self._kept} | missing
            if missing:
                is_told = False
                wanted = [needles[key] for key in missing]
                for part in self._workspace.scan.hits_of_all(progress, wanted):
                    for mask, rows in zip(missing.values(), part, strict=True):
                        mask[rows[rows < count]] = True
                    is_told = is_told or tell(found)
            for key, mask in found.items():
                self._keep(key, mask)
            return found

    def in_cells(self, progress: Progress, column: int, value: str, count: int, *, whole: bool) -> Mask:
        """Return a mask of the records whose cell is `value`, ignoring case, or contains it."""
        wanted = value.strip().casefold() if whole else fold(value)
        known = self._columns.get(column)
        if known is not None and whole and wanted:
            return _fitted(known.mask_of(value), count)
        key = ("column", column, whole, value.casefold() if whole else wanted)
        with self._lock:
            if key not in self._kept:
                codes = column_codes(progress, self._workspace, column)
                held = [
                    cell.strip().casefold() == value.casefold() if whole else wanted in fold(cell)
                    for cell in codes.cells
                ]
                self._keep(key, np.array(held or [False], np.bool_)[codes.numbers])
            return _fitted(self._kept[key], count)

    def _keep(self, key: Key, mask: Mask) -> None:
        self._kept[key] = mask
        self._kept.move_to_end(key)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def known_tags(self, progress: Progress, states: States) -> NDArray[np.int16]:
        """Return the code of each record's tag in the tag column, shape (count,).

        -1 means no tag, -2 a tag that is not in the tag set.
        """
        tagged = tagged_records(progress, self._workspace)
        codes = {name: code for code, name in enumerate(states.tag_names)}
        of_tag = np.array([codes.get(tag, -2) for tag in tagged.tags], np.int16)
        is_here = tagged.rows < states.count
        known = np.full(states.count, -1, np.int16)
        known[tagged.rows[is_here]] = of_tag[tagged.numbers[is_here]]
        return known

    def near_duplicates(self, progress: Progress, count: int) -> NDArray[np.int32]:
        """Return the group of near-duplicates of each of the first `count` records; -1 for no group."""
        with self._lock:
            if self._near_duplicates is None and self.analyser is not None:
                self._near_duplicates = self.analyser.near_duplicates(progress)
            found = self._near_duplicates
        groups = np.full(count, -1, np.int32)
        if found is not None:
            groups[: len(found)] = found[:count]
        return groups

    @property
    def knows_near_duplicates(self) -> bool:
        """Whether `near_duplicates` returns at once; not for the GUI thread."""
        if self._near_duplicates is None and self.analyser is not None:
            self._near_duplicates = self.analyser.known_near_duplicates()
        return self._near_duplicates is not None

    def possibly_wrong(self, states: States) -> Mask:
        """Return a mask of the records whose tag the active model doubts, unless decided since it is active.

        The model doubts what it predicts otherwise after it was trained on the other records only.
        """
        found = self._workspace.predictions.contradicted(states)
        if found.any():
            journal = self._workspace.journal
            moves = [step.number for step in journal.active_steps() if step.action in _CHANGES_MODEL]
            decided = journal.decided_since(max(moves, default=0))[0]
            found[decided[decided < states.count]] = False
        return found

    def random_checks(self, count: int) -> Mask:
        """Return a mask of the records of the audit set."""
        return _fitted(self._workspace.table.audited(), count)

    def probability(self, progress: Progress, tags: Collection[str], count: int) -> NDArray[np.float32]:
        """Return the probability of some tags for the first `count` records; NaN without one."""
        found = self._workspace.table.tag_probability(progress, tags)
        return np.pad(found[:count], (0, max(0, count - len(found))), constant_values=np.nan)

    def in_notes(self, words: str, count: int) -> Mask:
        """Return a mask of the records whose note contains the words."""
        wanted = fold(words)
        found = np.zeros(count, np.bool_)
        rows = [row for row, note in self._workspace.decisions.notes().items() if wanted in fold(note)]
        found[[row for row in rows if row < count]] = True
        return found

    def rules(self) -> "KeywordRules":
        """Return the keyword rules of the workspace."""
        from mltag_desktop.core.model.keyword_rules import rules_of  # not at start-up

        return rules_of(self._workspace.tag_set.tags)


def _fitted(found: Mask, count: int) -> Mask:
    return np.pad(found[:count], (0, max(0, count - len(found))))

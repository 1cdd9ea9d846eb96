"""The tags that can be decided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.journal import Journal, Step
from mltag_desktop.core.workspace.meta import Meta, tag_infos, tags_json, tags_of
from mltag_desktop.core.workspace.store import Store, Transaction
from mltag_desktop.core.workspace.types import Action, Change, TagInfo


@dataclass(frozen=True)
class TagSet:
    """Reads and changes the tag set; `met` hears of each name."""

    store: Store
    meta: Meta
    journal: Journal
    met: Callable[[str], object]

    @property
    def tags(self) -> tuple[TagInfo, ...]:
        """The tags in the order of the keys 1 to 9."""
        return tags_of(self.meta["tags"])

    def check(self, tag: str) -> None:
        """Raise `MltagError` for a tag that is not in the set."""
        names = [each.name for each in self.tags]
        if tag not in names:
            known = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
            raise MltagError(
                f"{tag!r} is no tag of this workspace.",
                f"Choose one of {known}." if names else "Add it first.",
            )

    def set(self, tags: Sequence[str | TagInfo]) -> Change:
        """Use another tag set; one undo step."""
        chosen = tag_infos(tags)
        if any(not tag.name.strip() for tag in chosen):
            raise MltagError("A tag needs a name.", "Write a name for each tag.")
        label = "Change the tags"
        with self.store.write(urgent=True) as transaction:
            before, after = self.meta["tags"], tags_json(chosen)
            if before == after:
                return Change(None, frozenset())
            step = self.journal.append(transaction, Action.TAGS, label, before=before, after=after)
            return self._use(transaction, after, step, label)

    def prepare(self, progress: Progress, step: Step, *, forward: bool) -> None:
        """Nothing to make ready."""

    def is_ready(self, step: Step, *, forward: bool) -> bool:
        """Always."""
        return True

    def turn(self, transaction: Transaction, step: Step, *, forward: bool) -> Change:
        """Undo or redo a change of the tag set."""
        return self._use(transaction, step.after if forward else step.before, None, "")

    def _use(
        self, transaction: Transaction, tags: list[dict[str, object]], step: int | None, label: str
    ) -> Change:
        self.meta.set(transaction, tags=tags)
        for tag in tags_of(tags):
            self.met(tag.name)
        return Change(None, frozenset({"tags"}), step, label)

"""The tag set: the tags that curators can choose."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.journal import SEVERAL, Journal, UndoHandler
from mltag_desktop.core.workspace.storage.metadata import WorkspaceMetadata, tag_infos, tags_json, tags_of
from mltag_desktop.core.workspace.types import Action, Change, ChangeKind, DecidedExamples, TagInfo


@dataclass(frozen=True)
class TagSet(UndoHandler):
    """Reads and changes the tag set, and the choice of one tag or several tags per record.

    `met` is called with each name, `used` with the tags, `used_several` with the choice after a change.
    """

    SETS: ClassVar = frozenset({"tags", SEVERAL})

    store: ConnectionPool
    meta: WorkspaceMetadata
    journal: Journal
    met: Callable[[str], object]
    used: Callable[[Sequence[TagInfo]], object] = tuple
    used_several: Callable[[bool | None], object] = bool

    @property
    def tags(self) -> tuple[TagInfo, ...]:
        """The tags in the order of the keys 1 to 9."""
        return self.meta.tags

    @property
    def several(self) -> bool | None:
        """Whether records have several tags; None if nobody chose, so that the records themselves tell."""
        found = self.meta.get(SEVERAL)
        return None if found is None else bool(found)

    def check(self, tag: str) -> None:
        """Raise `MltagError` for a tag that is not in the set."""
        names = [each.name for each in self.tags]
        if tag not in names:
            known = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
            raise MltagError(
                message("{tag!r} is not a tag of this workspace.", tag=tag),
                message("Choose one of {known}.", known=known) if names else "Add the tag first.",
            )

    def set(self, tags: Sequence[str | TagInfo] | None = None, *, several: bool | None = None) -> Change:
        """Replace the tag set, choose several tags or one tag per record, or both, as one undo step.

        Decisions with a removed tag are kept, and additional tags while records have one tag.
        """
        changed: dict[str, Any] = {}
        label = ""
        if several is not None and several != self.several:
            changed[SEVERAL], label = several, mode_words(several)
        if tags is not None:
            chosen = _checked(tags)
            if chosen != self.tags:
                changed["tags"], label = tags_json(chosen), change_words(self.tags, chosen)
        if not changed:
            return Change(None, ChangeKind(0))
        action = Action.TAGS if "tags" in changed else Action.TAG_MODE
        before = {name: self.meta.get(name) for name in changed}
        with self.store.write() as transaction:
            step = self.journal.append(
                transaction, action, label, before=_content(before), after=_content(changed)
            )
            return Change(None, self.apply(transaction, changed), step, label, action)

    def apply(self, transaction: Transaction, values: Mapping[str, Any]) -> ChangeKind:
        """Set the tag set, the choice, or both."""
        self.meta.set(transaction, **{name: values[name] for name in self.SETS & values.keys()})
        kinds = ChangeKind.TAGS
        if "tags" in values:
            infos = tags_of(values["tags"])
            for tag in infos:
                self.met(tag.name)
            transaction.then(lambda: self.used(infos))
        if SEVERAL in values:
            transaction.then(lambda: self.used_several(values[SEVERAL]))
            kinds |= ChangeKind.DECISIONS | ChangeKind.PREDICTIONS
        return kinds


def _content(values: dict[str, Any]) -> Any:
    """Return the values of a step; a single one without its name, as in earlier versions."""
    return values if len(values) > 1 else next(iter(values.values()))


def mode_words(several: bool) -> str:
    """Return the label of a step that chooses one tag or several tags per record."""
    return message("Allow several tags per record") if several else message("Allow one tag per record")


def _checked(tags: Sequence[str | TagInfo]) -> tuple[TagInfo, ...]:
    """Return the tags with their looks; raises `MltagError` for names or keys that cannot be used."""
    chosen = tag_infos(tags)
    if any(not tag.name.strip() for tag in chosen):
        raise MltagError("Enter a name for the tag.", "Each tag needs a name.")
    taken = [name for tag in chosen for name in (tag.name, *tag.aliases)]
    twice = next((name for name in taken if taken.count(name) > 1), None)
    if twice is not None:
        raise MltagError(
            message("Two tags have the name {twice}.", twice=twice), "Merge them, or choose another name."
        )
    keys = [tag.key.casefold() for tag in chosen if tag.key]
    shared = next((key for key in keys if keys.count(key) > 1), None)
    if shared is not None:
        raise MltagError(
            message("Two tags have the key {shared}.", shared=shared.upper()),
            "Give one of them another key.",
        )
    return chosen


def renamed(tags: Sequence[TagInfo], old: str, new: str) -> tuple[TagInfo, ...]:
    """Return the tags with `old` renamed to `new`; its decisions and predictions are kept."""
    names = {tag.name for tag in tags if tag.name != old}
    if new in names:
        raise MltagError(message("The tag {new} already exists.", new=new), "Merge the two tags instead.")
    return tuple(
        replace(tag, name=new, aliases=tuple(name for name in (*tag.aliases, old) if name != new))
        if tag.name == old and new != old
        else tag
        for tag in tags
    )


def merged(tags: Sequence[TagInfo], gone: str, into: str) -> tuple[TagInfo, ...]:
    """Return the tags with `gone` merged into `into`, including earlier decisions and predictions."""
    old = next((tag for tag in tags if tag.name == gone), None)
    if old is None or gone == into or into not in {tag.name for tag in tags}:
        raise MltagError(
            message("{gone} cannot be merged into {into}.", gone=gone, into=into),
            "Choose two tags of the tag set.",
        )
    found = []
    for tag in tags:
        if tag.name == into:
            lists: dict[str, Any] = {
                name: tuple(dict.fromkeys((*getattr(tag, name), *getattr(old, name))))
                for name in ("examples", "keywords", "excluded_keywords")
            }
            found.append(replace(tag, aliases=(*tag.aliases, gone, *old.aliases), **lists))
        elif tag.name != gone:
            found.append(tag)
    return tuple(found)


def carried_over(tags: Sequence[TagInfo], names: Collection[str]) -> tuple[TagInfo, ...]:
    """Return the tags that keep their looks and guidelines in a tag set with these names.

    The bundled model's tags do so only together: the guideline of its tag "other" is about machine learning,
    and would mislead among other tags. Tags that were changed always do.
    """
    from mltag_desktop.core.workspace.storage.metadata import bundled_tags  # only for a new tag set

    bundled = bundled_tags()
    together = all(tag.name in names for tag in bundled)
    return tuple(tag for tag in tags if tag.name in names and (together or tag not in bundled))


def known_as(tags: Sequence[TagInfo], names: Sequence[str]) -> dict[str, str]:
    """Map each current tag that has another name in `names`, such as a model's tags, to that name."""
    known = set(names)
    found = {}
    for tag in tags:
        if tag.name not in known:
            alias = next((alias for alias in tag.aliases if alias in known), None)
            if alias is not None:
                found[tag.name] = alias
    return found


def all_names(tags: Sequence[TagInfo]) -> set[str]:
    """Return the names of tags, present and former."""
    return {name for tag in tags for name in (tag.name, *tag.aliases)}


def names_in(tags: Sequence[TagInfo], names: Sequence[str]) -> list[str]:
    """Return the name of each tag in `names`, such as a model's tags; its current name if it is not there."""
    known = known_as(tags, names)
    return [known.get(tag.name, tag.name) for tag in tags]


def same_task(known: Iterable[str], wanted: Iterable[str]) -> bool:
    """Return whether at least half of the model's tags `known` are in `wanted`.

    A curator can add or remove a few tags and still train on top of the model; a tag set that shares only
    "other" with the model is a new task.
    """
    tags = set(known)
    return bool(tags) and 2 * len(tags & set(wanted)) >= len(tags)


def are_task_of(tags: Sequence[TagInfo], known: Sequence[str]) -> bool:
    """Return whether `tags`, also under their former names, are the task of a model with the tags `known`."""
    return same_task(known, names_in(tags, known))


def present_names(tags: Sequence[TagInfo], names: Sequence[str]) -> list[str]:
    """Return the current names of `names`, such as a model's tags; merged tags share one name."""
    now = {alias: tag.name for tag in tags for alias in tag.aliases}
    return [now.get(name, name) for name in names]


def by_present_names(answers: Predictions, tags: Sequence[TagInfo]) -> Predictions:
    """Return predictions under the current tag names; the probabilities of merged tags are added."""
    names = present_names(tags, answers.tags)
    if names == list(answers.tags):
        return answers
    kept = tuple(dict.fromkeys(names))
    columns = [kept.index(name) for name in names]
    summed = np.zeros((len(answers.probabilities), len(kept)), np.float32)
    np.add.at(summed.T, columns, answers.probabilities.T)
    limits = None
    if answers.thresholds is not None:
        limits = np.ones((*answers.thresholds.shape[:-1], len(kept)), np.float32)
        np.minimum.at(limits.T, columns, answers.thresholds.T)
    return Predictions(answers.version, kept, np.minimum(summed, np.float32(1)), limits)


def by_names_of(answers: Predictions, tags: Sequence[TagInfo], names: Sequence[str]) -> Predictions:
    """Return predictions under the names that the tags have in `names`, such as another model's tags."""
    found, known = by_present_names(answers, tags), known_as(tags, names)
    return replace(found, tags=tuple(known.get(tag, tag) for tag in found.tags))


def in_words_of(decided: DecidedExamples, tags: Sequence[TagInfo], names: Sequence[str]) -> DecidedExamples:
    """Return decisions under a model's names of the tags, for tags that were renamed since."""
    known = known_as(tags, names)
    if not known:
        return decided
    additional_tags = tuple(tuple(known.get(tag, tag) for tag in each) for each in decided.additional_tags)
    return decided._replace(
        tags=tuple(known.get(tag, tag) for tag in decided.tags), additional_tags=additional_tags
    )


def change_words(before: Sequence[TagInfo], after: Sequence[TagInfo]) -> str:
    """Return the label of a step that changes the tag set."""
    old, new = {tag.name: tag for tag in before}, {tag.name: tag for tag in after}
    added = [name for name in new if name not in old]
    gone = [name for name in old if name not in new]
    if len(gone) == 1:
        heir = next((tag.name for tag in after if gone[0] in tag.aliases), None)
        if heir is not None and heir in added:
            return message("Rename {gone} to {heir}", gone=gone[0], heir=heir)
        if heir is not None and not added:
            return message("Merge {gone} into {heir}", gone=gone[0], heir=heir)
        if not added:
            return message("Remove the tag {gone}", gone=gone[0])
    if len(added) == 1 and not gone:
        return message("Add the tag {added}", added=added[0])
    return message("Change the tags")

"""What is remarkable about the records, as groups that can be listed; no Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.types import Change

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.inspection import Inspection

_LISTED: Final = 500


@dataclass(frozen=True)
class Remark:
    """One record in a group, and what to say of it."""

    row: int
    text: str
    words: str


@dataclass(frozen=True)
class Group:
    """Records with the same remark: a name, how many, why it matters, and the first of them."""

    name: str
    count: int
    words: str
    remarks: tuple[Remark, ...]
    rows: tuple[int, ...]
    """All of them."""


@dataclass(frozen=True, eq=False)
class Found:
    """All groups that are not empty, and known tags that are not in the tag set."""

    workspace: Workspace
    groups: tuple[Group, ...]
    unknown_tags: tuple[tuple[str, int], ...]
    headline: str
    """What a notice says; empty when there is nothing to tell."""


def inspected(progress: Progress, workspace: Workspace, model: LinearModel) -> Found:
    """Look through the records."""
    from mltag_desktop.core.workspace.inspection import inspect

    found = inspect(progress, workspace, model)
    groups = tuple(group for group in _groups(workspace, found) if group.count)
    parts = [f"{group.count:,} {group.name.lower()}" for group in groups]
    unknown = tuple(found.unknown_tags.items())
    if unknown:
        noun = "known tag is" if len(unknown) == 1 else "known tags are"
        parts.append(f"{len(unknown):,} {noun} not in the tag set")
    headline = f"The table has {_joined(parts)}." if parts else ""
    return Found(workspace, groups, unknown, headline)


def add_tags(progress: Progress, workspace: Workspace, names: tuple[str, ...]) -> Change:
    """Put known tags into the tag set."""
    return workspace.set_tags([*workspace.tags, *names])


def map_tag(progress: Progress, workspace: Workspace, known: str, tag: str) -> Change:
    """Decide `tag` for each record whose known tag is `known` and on which nobody decided; one undo step."""
    column = workspace.mapping.tag
    cells = workspace.column(progress, column) if column is not None else []
    decided = workspace.states().decided
    rows = [row for row, cell in enumerate(cells) if cell.strip() == known and decided[row] < 0]
    return workspace.decide(np.array(rows, np.int64), tag, f"known tag {known}")


def _groups(workspace: Workspace, found: "Inspection") -> list[Group]:
    repeats = [(row, f"as record {group[0] + 1:,}") for group in found.duplicates for row in group[1:]]
    near = [(pair.second, f"{pair.similarity:.0%} as record {pair.first + 1:,}") for pair in found.near]
    plain = [
        ("Holdout records",
         "They stand in the data that models are judged on; a good figure on them means little.",
         found.in_holdout, "in the holdout"),
        ("Training records", "They stand in the training data too: the model has seen their tags.",
         found.in_training, "in the training data"),
        ("Empty texts", "The model has nothing to read.", found.empty, "empty"),
        ("Very short texts", "Far shorter than the others.", found.short, "short"),
        ("Very long texts", "Far longer than the others.", found.long, "long"),
    ]  # fmt: skip
    return [
        _group(workspace, "Repeated texts", "The same text stands in an earlier record.", repeats),
        _group(workspace, "Nearly repeated texts", "Nearly the same text stands in an earlier record.", near),
        *(
            _group(workspace, name, words, [(row, said) for row in rows.tolist()])
            for name, words, rows, said in plain
        ),
    ]


def _group(workspace: Workspace, name: str, words: str, rows: list[tuple[int, str]]) -> Group:
    listed = rows[:_LISTED]
    texts = workspace.texts([row for row, _ in listed]) if listed else []
    remarks = tuple(Remark(row, text[:400], said) for (row, said), text in zip(listed, texts, strict=True))
    return Group(name, len(rows), words, remarks, tuple(row for row, _ in rows))


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"

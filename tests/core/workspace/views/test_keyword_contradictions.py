"""Decisions that contradict the keywords of a tag."""

from dataclasses import replace

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.views.keyword_contradictions import count_contradictions
from mltag_desktop.core.workspace.workspace import Workspace


def test_decisions_against_the_keywords_are_counted(workspace: Workspace) -> None:
    first = workspace.table.count
    workspace.table.add_texts(
        ["a robin sings", "the robin nests", "a trout", "robin and trout", "a robin", "a robin, again"]
    )
    one, two, three, four, five, _ = range(first, first + 6)
    workspace.decisions.decide([one, four], "birds")
    workspace.decisions.decide([two, three, five], "fish")
    workspace.decisions.add_tag([five], "birds")
    birds = next(tag for tag in workspace.tag_set.tags if tag.name == "birds")
    assert count_contradictions(SILENT, workspace, birds) == (0, 0)
    birds = replace(birds, keywords=("robin",), excluded_keywords=("trout",))
    assert count_contradictions(SILENT, workspace, birds) == (1, 1)

"""Decisions that contradict the keywords of a tag."""

from collections.abc import Callable
from dataclasses import replace

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.decisions.tag_guideline import count_contradictions
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import table_bytes


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
    workspace.decisions.decide([four], "fish")
    assert count_contradictions(SILENT, workspace, birds) == (1, 0), "a keyword against it outweighs"


def test_records_that_left_the_source_are_not_counted(
    predicted: Workspace, table_file: Callable[[bytes], TableFile]
) -> None:
    predicted.decisions.decide([3, 4], "stones")
    birds = next(tag for tag in predicted.tag_set.tags if tag.name == "birds")
    birds = replace(birds, keywords=("number",))
    assert count_contradictions(SILENT, predicted, birds).elsewhere == 2
    lines = table_bytes(12).splitlines(keepends=True)
    table = table_file(b"".join([*lines[:4], *lines[5:]]))  # without record 3
    predicted.source_merge.merge(SILENT, predicted.source_merge.plan(SILENT, table))
    assert count_contradictions(SILENT, predicted, birds).elsewhere == 1

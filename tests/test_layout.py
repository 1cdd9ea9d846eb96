"""The layout of the package: no cycles, and short chains of imports between their entries."""

from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "mltag_desktop"

LONGEST_CHAIN = {"gui": 9}
"""Most entries of a folder in a row that import the next one."""

Imports = dict[str, set[str]]


def imports() -> Imports:
    """Return which modules each module of the package imports, also for types only."""
    graph = grimp.build_graph("mltag_desktop", cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


def between_entries(found: Imports, package: str) -> Imports:
    """Return which entries of a package import which others of its entries."""
    inside = f"mltag_desktop.{package}."

    def entry(module: str) -> str:
        return module.removeprefix(inside).split(".")[0]

    between: Imports = {}
    for module, imported in found.items():
        if module.startswith(inside):
            others = {entry(other) for other in imported if other.startswith(inside)} - {entry(module)}
            between.setdefault(entry(module), set()).update(others)
    return between


def longest_chain(found: Imports) -> int:
    """Return the number of entries in the longest chain of imports; raises `CycleError` for a cycle."""
    lengths: dict[str, int] = {}
    for entry in TopologicalSorter(found).static_order():
        lengths[entry] = 1 + max((lengths[other] for other in found.get(entry, ())), default=0)
    return max(lengths.values())


def test_no_modules_import_each_other() -> None:
    TopologicalSorter(imports()).prepare()


def test_an_import_of_the_application_by_a_part_is_a_cycle() -> None:
    found = imports()
    found["mltag_desktop.gui.record.guideline"].add("mltag_desktop.gui.application.application")
    with pytest.raises(CycleError):
        TopologicalSorter(found).prepare()


@pytest.mark.parametrize("package", LONGEST_CHAIN)
def test_chains_of_imports_are_short(package: str) -> None:
    assert longest_chain(between_entries(imports(), package)) <= LONGEST_CHAIN[package]


def test_a_chain_between_entries_is_counted_across_their_modules() -> None:
    found = {
        "mltag_desktop.gui.a.one": {"mltag_desktop.gui.a.two", "mltag_desktop.gui.b.one"},
        "mltag_desktop.gui.b.two": {"mltag_desktop.gui.c", "mltag_desktop.core.errors"},
    }
    between = between_entries(found, "gui")
    assert between == {"a": {"b"}, "b": {"c"}}
    assert longest_chain(between) == 3

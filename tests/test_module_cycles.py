"""No two modules of the package import each other, not even for types."""

from graphlib import CycleError, TopologicalSorter

import grimp
import pytest


def imports() -> dict[str, set[str]]:
    """Return which modules each module of the package imports."""
    graph = grimp.build_graph("mltag_desktop", cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


def test_no_modules_import_each_other() -> None:
    TopologicalSorter(imports()).prepare()


def test_an_import_of_the_application_by_a_part_is_a_cycle() -> None:
    found = imports()
    found["mltag_desktop.gui.record.guideline_pane"].add("mltag_desktop.gui.application.application")
    with pytest.raises(CycleError):
        TopologicalSorter(found).prepare()

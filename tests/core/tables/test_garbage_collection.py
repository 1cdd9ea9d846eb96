"""Tests of rare garbage collection."""

import gc

from mltag_desktop.core.tables.garbage_collection import few_collections


def test_the_last_of_several_blocks_restores_the_thresholds() -> None:
    before = gc.get_threshold()
    first, second = few_collections(), few_collections()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gc.get_threshold()[0] > before[0]
    second.__exit__(None, None, None)
    assert gc.get_threshold() == before

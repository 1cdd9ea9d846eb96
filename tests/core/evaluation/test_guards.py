import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.learning.training_checks import contradictions, doubtful, shortages


def test_equal_texts_that_were_decided_differently_are_named() -> None:
    found = contradictions([b"a", b"b", b"a", b"b", b"c"], ["x", "y", "z", "y", "x"], [10, 11, 12, 13, 14])
    assert [(one.rows, one.tags) for one in found] == [((10, 12), ("x", "z"))]


def test_a_new_tag_says_how_many_more_it_needs() -> None:
    found = shortages(["new", "old", "new"], ["old", "new", "fresh"], known=["old"])
    assert [(one.tag, one.missing) for one in found] == [("new", 3), ("fresh", 5)]
    assert shortages(["new"] * 5, ["new"], known=[]) == ()


def test_a_decision_that_all_others_speak_against_is_doubtful() -> None:
    labels = np.array([0] * 10 + [1] * 10, dtype=np.int32)
    chances = np.where(labels[:, None] == np.arange(2), 0.9, 0.1).astype(np.float32)
    chances[3] = (0.02, 0.98)  # decided 0, and everything says 1
    found = doubtful(chances, labels, ("cat", "dog"), rows=list(range(100, 120)))
    assert [(one.row, one.decided, one.likelier) for one in found] == [(103, "cat", "dog")]


@given(st.integers(1, 40), st.integers(2, 5), st.integers(0, 1000))
def test_doubts_name_rows_once_and_another_tag(n: int, k: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    chances = random.dirichlet(np.ones(k), n).astype(np.float32)
    labels = random.integers(0, k, n).astype(np.int32)
    tags = tuple(f"t{code}" for code in range(k))
    found = doubtful(chances, labels, tags, list(range(n)))
    assert len({one.row for one in found}) == len(found)
    assert all(one.decided == tags[labels[one.row]] != one.likelier for one in found)
    assert [one.confidence for one in found] == sorted((one.confidence for one in found), reverse=True)


def test_no_decisions_no_doubts() -> None:
    assert doubtful(np.zeros((0, 2), np.float32), np.zeros(0, np.int32), ("a", "b"), []) == ()

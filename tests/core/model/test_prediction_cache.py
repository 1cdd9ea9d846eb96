"""The cache of predictions: by content and version, decisions above all."""

import contextlib
import hashlib
import re
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.model.prediction_cache import PredictionCache, digest_of
from tests.errors import user_error

TAGS = ("a", "b")
SHARES = np.array([[0.25, 0.75], [0.5, 0.5]], np.float32)
DIGESTS = [digest_of("one"), digest_of("two")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_an_entry_answers_for_its_own_version(path: Path) -> None:
    with PredictionCache.open(path) as cache:
        cache.store("v1", TAGS, DIGESTS, SHARES)
    with PredictionCache.open(path, read_only=True) as cache:
        asked = [digest_of("new"), DIGESTS[1], DIGESTS[0], DIGESTS[1]]
        found, is_known = cache.probabilities("v1", asked, 2)
        assert is_known.tolist() == [False, True, True, True]
        assert found.tolist() == [[0, 0], *SHARES[[1, 0, 1]].tolist()]
        assert not cache.probabilities("v2", DIGESTS, 2)[1].any()


def test_decisions_are_those_of_each_origin_and_the_later_one_stands(path: Path) -> None:
    early, late = "2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00"
    with PredictionCache.open(path) as cache:
        assert cache.decisions(["one", "two"]) == {}
        assert cache.set_decisions("ann", {"two": ("a", early), "three": ("a", early)}) == (2, 0)
        assert cache.decisions(["one", " two\n", "three"]) == {1: "a", 2: "a"}
        assert cache.set_decisions("bob", {"two": ("b", late)}) == (1, 0)
        assert cache.set_decisions("ann", {"two": ("a", early)}) == (0, 1), "three is withdrawn, two is Bob's"
        assert cache.decisions(["two", "three"]) == {0: "b"}
        assert cache.set_decisions("bob", {}) == (0, 1)
        assert cache.decisions(["two"]) == {}


@pytest.mark.parametrize("earlier", [1, 2])
def test_a_cache_of_an_earlier_format_is_migrated(path: Path, earlier: int) -> None:
    with PredictionCache.open(path) as cache:
        cache.store("v1", TAGS, DIGESTS, SHARES)
    connection = sqlite3.connect(path)
    connection.execute("DROP VIEW answers")
    connection.execute("DROP TABLE tags")
    for column in ("tag", "confidence", "time"):
        connection.execute(f"ALTER TABLE predictions DROP COLUMN {column}")
    if earlier == 1:
        connection.execute("ALTER TABLE decisions DROP COLUMN origin")
    connection.execute(f"PRAGMA user_version = {earlier}")
    connection.close()
    with PredictionCache.open(path, read_only=True) as cache:
        assert cache.probabilities("v1", DIGESTS, 2)[1].all(), "a worker reads it as it is"
    with PredictionCache.open(path) as cache:
        assert len(cache) == 2
        assert cache.set_decisions("ann", {"one": ("a", "2026-01-01")}) == (1, 0)
    found = sorted(answers(path))
    assert found == sorted(
        (digest.hex(), TAGS[int(row.argmax())], pytest.approx(float(row.max())), "v1", None)
        for digest, row in zip(DIGESTS, SHARES, strict=True)
    )


def answers(path: Path) -> list[tuple[object, ...]]:
    """Return the documented view, as a user would read it."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT digest, tag, confidence, version, time FROM answers").fetchall()


def test_a_cache_can_be_queried(path: Path) -> None:
    """Any program finds the answer to a text by the digest that the guide describes."""
    with PredictionCache.open(path) as cache:
        cache.store("v1", TAGS, DIGESTS, SHARES)
        cache.store("v2", ("c", "b"), DIGESTS[:1], np.array([[0.25, 0.75]], np.float32))
    found = {(row[0], row[3]): (row[1], row[2], row[4]) for row in answers(path)}
    key = hashlib.blake2b(b"one", digest_size=16).hexdigest()
    tag, confidence, time = found[key, "v2"]
    assert (tag, confidence) == ("b", 0.75)
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", str(time))
    assert len(found) == 3


def test_more_digests_than_a_query_holds(path: Path) -> None:
    digests = [digest_of(str(number)) for number in range(3_000)]
    shares = np.random.default_rng(0).random((3_000, 2), np.float32)
    with PredictionCache.open(path) as cache:
        cache.store("v1", TAGS, digests, shares)
        assert np.array_equal(cache.probabilities("v1", digests, 2)[0], shares)


@pytest.mark.parametrize("kind", ["text", "folder", "database", "newer"])
def test_another_file_is_rejected(path: Path, kind: str) -> None:
    if kind == "folder":
        path.mkdir()
    elif kind == "text":
        path.write_text("precious " * 1_000)
    else:
        if kind == "newer":
            PredictionCache.open(path).close()
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA user_version = 99" if kind == "newer" else "CREATE TABLE precious (x)")
        connection.commit()
        connection.close()
    before = path.read_bytes() if path.is_file() else b""
    with user_error("cannot be used as a prediction cache"):
        PredictionCache.open(path)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_an_unwritable_cache_is_an_error(path: Path) -> None:
    PredictionCache.open(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA max_page_count=12")  # as a full disk
    with PredictionCache(connection, path) as cache:
        probabilities = np.zeros((5000, 2), np.float32)
        with user_error(r"cache could not be written: .*full"):
            cache.store("1", ("a", "b"), [digest_of(str(n)) for n in range(5000)], probabilities)
        assert len(cache) == 0

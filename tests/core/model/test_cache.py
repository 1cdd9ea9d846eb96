"""The cache of predictions: by content and version, decisions above all, old versions on demand alone."""

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.cache import DECISION, PredictionCache, digest_of

TAGS = ("a", "b")
SHARES = np.array([[0.25, 0.75], [0.5, 0.5]], np.float32)
DIGESTS = [digest_of("one"), digest_of("two")]


def test_an_entry_answers_for_its_own_version(tmp_path: Path) -> None:
    with PredictionCache.open(tmp_path / "cache") as cache:
        cache.store("v1", TAGS, DIGESTS, SHARES)
    with PredictionCache.open(tmp_path / "cache", read_only=True) as cache:
        found = cache.lookup("v1", [*DIGESTS, digest_of("three")])
        assert {digest: shares.tolist() for digest, shares in found.items()} == dict(
            zip(DIGESTS, SHARES.tolist(), strict=True)
        )
        assert cache.lookup("v2", DIGESTS) == {}
        assert cache.overrides("v2", DIGESTS, [0, 1], stale=False) == {}


def test_an_old_version_speaks_when_asked_and_the_latest_first(tmp_path: Path) -> None:
    with PredictionCache.open(tmp_path / "cache") as cache:
        cache.store("v1", TAGS, DIGESTS, SHARES)
        cache.store("v2", ("c", "b"), DIGESTS[:1], np.array([[0.9, 0.1]], np.float32))
        found = cache.overrides("v3", DIGESTS, [0, 1], stale=True)
        assert (found[0].tag, found[0].version) == ("c", "v2")
        assert (found[1].tag, found[1].version) == ("a", "v1")
        assert cache.drop_others("v2") == 2
        assert len(cache) == 1


def test_a_decision_stands_above_every_prediction(tmp_path: Path) -> None:
    with PredictionCache.open(tmp_path / "cache") as cache:
        cache.store("v1", TAGS, DIGESTS, SHARES)
        cache.decide(["two"], ["a"])
        found = cache.overrides("v1", DIGESTS, [], stale=False)
        assert {place: (kept.tag, kept.version) for place, kept in found.items()} == {1: ("a", DECISION)}
        cache.undecide(["two"])
        assert cache.overrides("v1", DIGESTS, [], stale=False) == {}


def test_more_digests_than_a_query_holds(tmp_path: Path) -> None:
    digests = [digest_of(str(number)) for number in range(3_000)]
    shares = np.random.default_rng(0).random((3_000, 2), np.float32)
    with PredictionCache.open(tmp_path / "cache") as cache:
        cache.store("v1", TAGS, digests, shares)
        found = cache.lookup("v1", digests)
    assert np.array_equal(np.stack([found[digest] for digest in digests]), shares)


@pytest.mark.parametrize("kind", ["text", "folder", "database", "newer"])
def test_another_file_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "cache"
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
    with pytest.raises(MltagError, match="cannot be used as a cache"):
        PredictionCache.open(path)
    assert (path.read_bytes() if path.is_file() else b"") == before

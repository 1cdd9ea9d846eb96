"""Count the different keys that each model of a trial answered, in bounded space.

Adaptive sampling (Wegman; Flajolet, 1990): a table keeps the digests below a bound, and the bound is halved
whenever a model has too many. The number of keys is then the number of stored digests, doubled once for each
halving. Up to `MOST` keys the count is exact; beyond it, the standard error is below 1%.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.workspace.storage.connection_pool import Transaction

MOST: Final = 50_000
"""Digests that are kept for one model of a trial."""
TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS answered_keys (trial INTEGER, arm TEXT, digest INTEGER,"
    " PRIMARY KEY (trial, arm, digest)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS key_levels (trial INTEGER, arm TEXT, level INTEGER,"
    " PRIMARY KEY (trial, arm)) WITHOUT ROWID",
)
_BITS: Final = 63
"""Bits of a digest: a positive integer of SQLite."""
_LEVEL: Final = "SELECT level FROM key_levels WHERE trial = ? AND arm = ?"


@dataclass(frozen=True)
class KeyCount:
    """A number of different keys."""

    count: int
    exact: bool
    """False for an estimate."""


def key_digest(unit: str) -> int:
    """Return the digest of a key, for counting; it is independent of the one that chooses the model."""
    content = hashlib.blake2b(unit.encode("utf-8", "replace"), digest_size=8, person=b"count").digest()
    return int.from_bytes(content, "big") >> 1


def add_keys(
    transaction: Transaction, trial: int, arm: str, digests: Iterable[int], most: int = MOST
) -> None:
    """Add the digests of keys that the model `arm` of a stored trial answered."""
    found = transaction.execute(_LEVEL, (trial, arm)).fetchone()
    level = found[0] if found else 0
    rows = [(trial, arm, digest) for digest in digests if digest < 1 << (_BITS - level)]
    transaction.executemany("INSERT OR IGNORE INTO answered_keys VALUES (?, ?, ?)", rows)
    query = "SELECT count(*) FROM answered_keys WHERE trial = ? AND arm = ?"
    while transaction.execute(query, (trial, arm)).fetchone()[0] > most:
        level += 1
        transaction.execute(
            "DELETE FROM answered_keys WHERE trial = ? AND arm = ? AND digest >= ?",
            (trial, arm, 1 << (_BITS - level)),
        )
        transaction.execute("INSERT OR REPLACE INTO key_levels VALUES (?, ?, ?)", (trial, arm, level))


def merged(stored: Iterable[tuple[str, int]], levels: Iterable[tuple[str, int]]) -> dict[str, KeyCount]:
    """Return the number of keys of each arm from (arm, digest) and (arm, level) of all shares of one trial.

    A key that several shares have in common counts once.
    """
    highest: dict[str, int] = {}
    for arm, level in levels:
        highest[arm] = max(level, highest.get(arm, 0))
    digests: dict[str, set[int]] = {}
    for arm, digest in stored:
        if digest < 1 << (_BITS - highest.get(arm, 0)):
            digests.setdefault(arm, set()).add(digest)
    return {
        arm: KeyCount(len(own) << highest.get(arm, 0), exact=not highest.get(arm, 0))
        for arm, own in digests.items()
    }

"""The sampled answers of a service: what each model said about texts that were drawn at random.

A text is drawn by its digest, so that equal texts are drawn together and every model answers the same ones. A
row is one text and one model version; `probability` is the largest probability with which the text was drawn.
No text is stored here: it is among the texts to review.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mltag_desktop.core.serving.records import now, same_text
from mltag_desktop.core.workspace.storage.connection_pool import Transaction

TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS samples (digest BLOB, version TEXT, tag TEXT NOT NULL,"
    " confidence REAL NOT NULL, probability REAL NOT NULL, served INTEGER NOT NULL, time TEXT NOT NULL,"
    " PRIMARY KEY (digest, version)) WITHOUT ROWID",
)
ALL: Final = (
    "SELECT s.digest, s.version, s.tag, s.confidence, s.probability, s.served, s.time, d.text"
    " FROM samples s LEFT JOIN doubts d ON d.digest = s.digest ORDER BY s.time, s.digest, s.version"
)
STATE: Final = "SELECT count(*), coalesce(max(time), ''), coalesce(sum(served), 0) FROM samples"
_SAME: Final = (
    "ON CONFLICT DO UPDATE SET probability = max(probability, excluded.probability),"
    " served = max(served, excluded.served)"
)


@dataclass(frozen=True)
class SampledAnswer:
    """The answer of one model to a text that was drawn at random."""

    text: str
    version: str
    tag: str
    confidence: float
    probability: float
    """The probability with which the text was drawn."""
    served: bool
    """Whether the answer was returned; False for the other model of a trial."""
    time: str = ""
    digest: bytes = b""
    """The `same_text` digest."""


def add_samples(transaction: Transaction, samples: Iterable[SampledAnswer]) -> None:
    """Store sampled answers; a model's first answer to a text counts."""
    rows = (
        (
            same_text(item.text), item.version, item.tag, item.confidence, item.probability,
            int(item.served), item.time or now(),
        )
        for item in samples
    )  # fmt: skip
    transaction.insert("INSERT INTO samples VALUES", rows, _SAME)


def sample_of(row: Sequence[Any]) -> SampledAnswer:
    """Return the sampled answer in a row of `ALL`."""
    digest, version, tag, confidence, probability, served, time, text = row
    return SampledAnswer(text or "", version, tag, confidence, probability, bool(served), time, digest)

"""Types of the compiled module; the arrays are described in `features.py`."""

from typing import Any

Arrays = tuple[Any, ...]
VERSION: int

def extract(
    buffer: bytes, bounds: Any, vectors: Arrays, sums: Any, entry_bounds: Any, buckets: Any, counts: Any
) -> int: ...
def weigh(
    bounds: Any,
    buckets: Any,
    counts: Any,
    places: Any,
    idf: Any,
    frequencies: Any,
    words: Any,
    bayes: Any,
    tags: int,
    margins: Any,
    scores: Any,
) -> None: ...
def characters(buffer: bytes, bounds: Any, entry_bounds: Any, buckets: Any, counts: Any) -> int: ...

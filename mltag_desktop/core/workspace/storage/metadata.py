"""What is known of a document as a whole, and how it is written down."""

import dataclasses
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from mltag_desktop.core.tables.column_mapping import Mapping as ColumnMapping
from mltag_desktop.core.tables.text.dialect import Dialect
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.row_checksums import summed
from mltag_desktop.core.workspace.types import TagInfo

PASTED: Final = Dialect(encoding="utf-8", bom=b"", delimiter=",", quote='"', newline="\n", header=True)
"""How records are written that were pasted into a document without a table."""
_SIGNS: Final = "◆■▲●★✚▼⬟"


class WorkspaceMetadata:
    """Named values of the document, read once and kept; JSON but for bytes."""

    def __init__(self, store: ConnectionPool) -> None:
        with store.read() as connection:
            rows = connection.execute("SELECT key, value FROM meta").fetchall()
        self._values = {key: value if isinstance(value, bytes) else json.loads(value) for key, value in rows}

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def get(self, key: str, otherwise: Any = None) -> Any:
        """Return a value that a document may not have."""
        return self._values.get(key, otherwise)

    def set(self, transaction: Transaction, **values: Any) -> None:
        """Write values; they are seen once the transaction is on the disk."""
        rows = [
            summed(key, value if isinstance(value, bytes) else json.dumps(value))
            for key, value in values.items()
        ]
        transaction.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?, ?)", rows)
        transaction.then(lambda: self.remember(**values))

    def remember(self, **values: Any) -> None:
        """Use values until the document is closed, without writing them."""
        self._values.update(values)


def first_values(tags: Sequence[TagInfo], created: str) -> dict[str, object]:
    """What a new, empty document says of itself."""
    return {
        "created": created,
        "source_path": "",
        "complete": True,
        "dialect": dialect_json(PASTED),
        "columns": ["text"],
        "head": b"text\n",
        "mapping": mapping_json(ColumnMapping(text=(0,))),
        "generation": 0,
        "edition": 0,
        "tags": tags_json(tags),
        "base": "",
        "promotions": [],
    }


def dialect_json(dialect: Dialect) -> dict[str, object]:
    """Write a dialect as JSON values."""
    return {**dataclasses.asdict(dialect), "bom": dialect.bom.hex()}


def dialect_of(content: Mapping[str, Any]) -> Dialect:
    """Read a dialect back."""
    return Dialect(**{**content, "bom": bytes.fromhex(content["bom"])})


def mapping_json(mapping: ColumnMapping) -> dict[str, object]:
    """Write a mapping as JSON values."""
    return {**dataclasses.asdict(mapping), "text": list(mapping.text)}


def mapping_of(content: Mapping[str, Any]) -> ColumnMapping:
    """Read a mapping back."""
    return ColumnMapping(**{**content, "text": tuple(content["text"])})


def tags_json(tags: Sequence[TagInfo]) -> list[dict[str, object]]:
    """Write a tag set as JSON values."""
    return [dataclasses.asdict(tag) for tag in tags]


def tags_of(content: Sequence[Mapping[str, Any]]) -> tuple[TagInfo, ...]:
    """Read a tag set back."""
    return tuple(TagInfo(**{**each, "aliases": tuple(each.get("aliases", ()))}) for each in content)


def aliases_of(tags: Sequence[TagInfo]) -> dict[str, str]:
    """Return which names stand for which tags."""
    return {alias: tag.name for tag in tags for alias in tag.aliases}


def tag_infos(tags: Sequence[str | TagInfo]) -> tuple[TagInfo, ...]:
    """Give plain names a short form, a sign and a colour; names that came before are dropped."""
    names = list(dict.fromkeys(tag if isinstance(tag, str) else tag.name for tag in tags))
    given = {tag.name: tag for tag in tags if isinstance(tag, TagInfo)}
    shorts = [_short(name) for name in names]
    return tuple(
        given.get(name)
        or TagInfo(
            name=name,
            short=short if shorts.count(short) == 1 else name,
            sign=_SIGNS[place % len(_SIGNS)]
            + (str(place // len(_SIGNS) + 1) if place >= len(_SIGNS) else ""),
            colour=place % 8,
        )
        for place, (name, short) in enumerate(zip(names, shorts, strict=True))
    )


def _short(name: str) -> str:
    """Initials of several words, a single word with a capital: NLP, Sports, MLOps."""
    words = [word for word in re.split(r"[\W_]+", name) if word]
    if len(words) > 1:
        return "".join(word[0] for word in words).upper()
    stem = name.removesuffix("ops")
    if name != stem and stem:
        return (stem.upper() if len(stem) <= 2 else stem.capitalize()) + "Ops"
    return name[:1].upper() + name[1:]

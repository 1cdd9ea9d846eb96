"""The metadata of a workspace as JSON, and the looks of the bundled tags."""

import dataclasses
import functools
import itertools
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.serialization import from_plain
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.schema import read_meta, write_meta
from mltag_desktop.core.workspace.types import TagInfo

T = TypeVar("T")


@functools.cache
def bundled_tags() -> tuple[TagInfo, ...]:
    """Return the tags of the bundled model with their guidelines, in the model's order."""
    content = tomllib.loads(resource("tags.toml").read_text("utf-8"))
    return tuple(
        TagInfo(
            name=tag["name"],
            short=tag["short"],
            sign=tag["sign"],
            colour=tag["colour"],
            description=tag["description"].strip(),
            examples=tuple(tag["examples"]),
        )
        for tag in content["tags"]
    )


PASTED: Final = Dialect(encoding="utf-8", bom=b"", delimiter=",", quote='"', newline="\n", header=True)
"""The dialect of records pasted into a workspace without a table."""
_SIGNS: Final = "◆■▲●★✚▼⬟"
_ROUNDS: Final = (
    (0, "01234567"),
    (2, "01234567"),
    (3, "01245673"),
    *((n, "01234567") for n in (1, 4, 5, 6, 7)),
)
"""Each round of eight pairs: how many places a symbol is after its colour, and the order of the colours.

In this order, the first 20 pairs with the same symbol have colours that colour-blind readers can tell apart.
Vermilion and yellow, for example, look the same without green cones, pink and sky without red cones.
"""
COLOURS: Final = 8
"""Number of tag colours."""
BUNDLED_TAGS: Final = frozenset({"computer-vision", "mlops", "natural-language-processing", "other"})
"""Names of the bundled model's tags."""


class WorkspaceMetadata:
    """Named values of the workspace, read once; JSON except for bytes."""

    def __init__(self, store: ConnectionPool) -> None:
        with store.read() as connection:
            self._values = read_meta(connection)
        self._tags: tuple[object, tuple[TagInfo, ...]] = (None, ())

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def get(self, key: str, otherwise: Any = None) -> Any:
        """Return a value that may be missing."""
        return self._values.get(key, otherwise)

    def with_prefix(self, prefix: str) -> dict[str, Any]:
        """Return the values whose names begin with `prefix`, by the rest of their names."""
        return {
            key.removeprefix(prefix): value for key, value in self._values.items() if key.startswith(prefix)
        }

    @property
    def tags(self) -> tuple[TagInfo, ...]:
        """The tag set, which is made again only when it has changed: each key asks for it several times."""
        content: Any = self._values["tags"]
        before, tags = self._tags
        if content is not before:
            tags = tags_of(content)
            self._tags = content, tags
        return tags

    def set(self, transaction: Transaction, **values: Any) -> None:
        """Write values; they are visible after the commit."""
        write_meta(transaction, values)
        transaction.then(lambda: self.remember(**values))

    def remember(self, **values: Any) -> None:
        """Set values in memory until the workspace is closed, without writing them."""
        self._values.update(values)


def first_values(tags: Sequence[TagInfo], created: str) -> dict[str, object]:
    """Return the metadata of a new, empty workspace."""
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
    """Convert a dialect to JSON values."""
    return {**dataclasses.asdict(dialect), "bom": dialect.bom.hex()}


def dialect_of(content: Mapping[str, Any]) -> Dialect:
    """Create a dialect from JSON values."""
    return Dialect(**{**content, "bom": bytes.fromhex(content["bom"])})


def mapping_json(mapping: ColumnMapping) -> dict[str, object]:
    """Convert a mapping to JSON values."""
    return {**dataclasses.asdict(mapping), "text": list(mapping.text)}


def mapping_of(content: Mapping[str, Any]) -> ColumnMapping:
    """Create a mapping from JSON values."""
    return _valid(ColumnMapping, content)


def tags_json(tags: Sequence[TagInfo]) -> list[dict[str, object]]:
    """Convert a tag set to JSON values."""
    return [dataclasses.asdict(tag) for tag in tags]


def tags_of(content: Sequence[Mapping[str, Any]]) -> tuple[TagInfo, ...]:
    """Create a tag set from JSON values."""
    return tuple(_valid(TagInfo, each) for each in content)


def _valid(kind: type[T], content: Mapping[str, Any]) -> T:
    """Build a value from JSON; raises `ValueError` where it does not fit, as for all damaged metadata."""
    try:
        return from_plain(kind, content)
    except MltagError as error:
        raise ValueError(error.message) from error


def aliases_of(tags: Sequence[TagInfo]) -> dict[str, str]:
    """Map each alias to its tag."""
    return {alias: tag.name for tag in tags for alias in tag.aliases}


def tag_infos(tags: Sequence[str | TagInfo]) -> tuple[TagInfo, ...]:
    """Assign a symbol and a colour to names and to tags without a symbol; duplicates are removed.

    A pair of symbol and colour repeats only when all are taken. The tags of the bundled model have their own
    looks and guidelines.
    """
    names = list(dict.fromkeys(tag if isinstance(tag, str) else tag.name for tag in tags))
    given = {tag.name: tag for tag in tags if isinstance(tag, TagInfo)}
    plain = [name for name in names if name not in given]
    if plain and len(names) >= len(BUNDLED_TAGS) and set(names) >= BUNDLED_TAGS:
        given = {tag.name: tag for tag in bundled_tags()} | given
    free = _looks({(tag.sign[:1], tag.colour % COLOURS) for tag in given.values() if tag.sign})
    found = []
    for name in names:
        tag = given.get(name) or TagInfo(name, "", "", 0)
        if not tag.sign:
            sign, colour = next(free)
            tag = dataclasses.replace(tag, sign=sign, colour=colour)
        found.append(tag)
    return tuple(found)


def _looks(taken: Collection[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Yield pairs of symbol and colour: first those that are not taken, then all in the same order."""
    pairs = [
        (_SIGNS[(colour + turn) % len(_SIGNS)], colour)
        for turn, order in _ROUNDS
        for colour in map(int, order)
    ]
    yield from (pair for pair in pairs if pair not in taken)
    yield from itertools.cycle(pairs)

"""Sources that are no text, such as workbooks: kept whole, so that types and formats come back on export."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from mltag_desktop.core.tables.file_access import open_bytes
from mltag_desktop.core.workspace.storage.connection_pool import Store
from mltag_desktop.core.workspace.storage.row_checksums import sum_of, summed
from mltag_desktop.core.workspace.storage.schema import damaged

_PIECE: Final = 1 << 20
_IN_MEMORY: Final = 32 << 20


class Originals:
    """The files that sources were, by edition; each in pieces of 1 MiB and short transactions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, edition: int, path: Path) -> None:
        """Keep the file at `path` as the source of an edition, in place of what an ended attempt left."""
        with self._store.write(urgent=False) as transaction:
            transaction.execute("DELETE FROM originals WHERE edition = ?", (edition,))
        with open_bytes(path) as file:
            for number, data in enumerate(iter(lambda: file.read(_PIECE), b"")):
                with self._store.write(urgent=False) as transaction:
                    transaction.execute(
                        "INSERT INTO originals VALUES (?, ?, ?, ?)", summed(edition, number, data)
                    )

    def pieces(self, edition: int) -> Iterator[bytes]:
        """Yield the bytes of the file of an edition; none where the source is text.

        Raises `DamagedError` for a piece that is not as it was written.
        """
        number = 0
        while True:
            with self._store.read() as connection:
                query = "SELECT data, sum FROM originals WHERE edition = ? AND piece = ?"
                found = connection.execute(query, (edition, number)).fetchone()
            if found is None:
                return
            data, its_sum = found
            if its_sum is not None and its_sum != sum_of((edition, number, data)):
                raise damaged(self._store.path, "its source file is not as it was written")
            yield data
            number += 1

    @contextmanager
    def opened(self, edition: int) -> Iterator[BinaryIO]:
        """Open the file of an edition for reading."""
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
            for piece in self.pieces(edition):
                file.write(piece)
            file.seek(0)
            yield file  # type: ignore[misc]

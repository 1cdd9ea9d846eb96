"""Row source and row writer for Parquet; they need the optional dependency pyarrow."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import how_to_get
from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.file_access import open_bytes
from mltag_desktop.core.tables.formats.base import RowChunk, RowSource, RowWriter, Value, as_text


class ParquetSource(RowSource):
    """The rows of a Parquet file, read in batches."""

    def __init__(self, path: Path) -> None:
        arrow = load_pyarrow()
        with open_bytes(path):
            pass
        try:
            with arrow.parquet.ParquetFile(path) as file:
                self.schema = file.schema_arrow
                self._count = int(file.metadata.num_rows)
        except (arrow.ArrowException, OSError) as error:
            raise unreadable(path, error) from error
        if not self._count:
            raise MltagError(
                message("{path} has no records.", path=path), "Choose a file with at least one record."
            )
        super().__init__(path, self.schema.names)
        self._done = 0

    def chunks(self, size: int) -> Iterator[RowChunk]:
        """Yield the rows; `originals` are tuples of Python values."""
        self.start_over()
        self._done = 0
        arrow = load_pyarrow()
        try:
            with arrow.parquet.ParquetFile(self.path) as file:
                for batch in file.iter_batches(batch_size=size):
                    rows = list(zip(*(column.to_pylist() for column in batch.columns), strict=True))
                    self._done += len(rows)
                    yield RowChunk((tuple(map(as_text, row)) for row in rows), rows)
        except (arrow.ArrowException, OSError) as error:
            raise unreadable(self.path, error) from error

    def fraction(self) -> float:
        """Return the fraction (0 to 1) of the rows read so far."""
        return self._done / self._count

    def has_more_rows_than(self, count: int) -> bool:
        """Return whether there are more than `count` rows."""
        return self._count > count

    def original_values(self, original: Any, cells: tuple[str, ...]) -> Sequence[Any]:
        """Return the values with their Parquet types."""
        return list(original)


class ParquetWriter(RowWriter):
    """Writes Parquet; columns of a Parquet source keep their types, columns of other sources are text."""

    def __init__(self, out: BinaryIO, source: RowSource, added: Sequence[str]) -> None:
        super().__init__(source, added)
        self._arrow = load_pyarrow()
        self._out = out
        self._writer: Any = None
        self._fields: list[Any] = []

    def write(self, chunk: RowChunk, values: Sequence[Sequence[Value]]) -> None:
        """Write the rows with their added values; the first chunk decides the types of the added columns."""
        rows = list(self.whole_rows(chunk, values))
        if self._writer is None:
            self._begin(rows)
        arrays = []
        for place, (field, column) in enumerate(zip(self._fields, zip(*rows, strict=True), strict=True)):
            is_original = isinstance(self.source, ParquetSource) and place not in self.places
            texts = field.type == self._arrow.string() and not is_original
            arrays.append(self._arrow.array(map(as_text, column) if texts else column, type=field.type))
        self._writer.write_batch(self._arrow.record_batch(arrays, schema=self._arrow.schema(self._fields)))

    def finish(self) -> None:
        """Write the footer."""
        if self._writer is None:
            self._begin([])
        self._writer.close()

    def abandon(self) -> None:
        """Close the writer of the incomplete file."""
        if self._writer is not None:
            self._writer.close()

    def _added_type(self, column: Sequence[Any]) -> Any:
        """Return the Arrow type of an added column from its first values."""
        if column and all(isinstance(value, float) for value in column):
            return self._arrow.float64()
        if column and all(isinstance(value, bool) for value in column):
            return self._arrow.bool_()
        return self._arrow.string()

    def _begin(self, rows: Sequence[Sequence[Any]]) -> None:
        for place, name in enumerate(self.columns):
            if place in self.places:
                self._fields.append(self._arrow.field(name, self._added_type([row[place] for row in rows])))
            elif isinstance(self.source, ParquetSource):
                self._fields.append(self.source.schema.field(place))
            else:
                self._fields.append(self._arrow.field(name, self._arrow.string()))
        self._writer = self._arrow.parquet.ParquetWriter(self._out, self._arrow.schema(self._fields))


def load_pyarrow() -> Any:
    """Return pyarrow with `pyarrow.parquet` loaded; raises `MltagError` when it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MltagError(
            "Parquet support needs pyarrow, which is not installed.",
            message("Use CSV instead. {how_to_get}", how_to_get=how_to_get("parquet")),
        ) from error
    return pyarrow


def unreadable(path: Path, error: Exception) -> MltagError:
    """Return the error for a file that is damaged, or has what pyarrow cannot read, such as encryption."""
    if isinstance(error, NotImplementedError) or getattr(error, "errno", None) or "crypt" in str(error):
        why = str(error).rstrip(".")
        return MltagError(
            message("{path} could not be read: {why}.", path=path, why=why), "Export it again, or use CSV."
        )
    return MltagError(
        message("{path} is damaged or not a Parquet file.", path=path), "Export it again, or use CSV."
    )

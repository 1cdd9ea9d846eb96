"""Parquet tables and their writer; they need the optional dependency pyarrow."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import how_to_get
from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.dialect import Dialect, SniffedDialect
from mltag_desktop.core.tables.file_access import open_bytes
from mltag_desktop.core.tables.table_source import RowWriter, TableSource, as_text
from mltag_desktop.core.tables.workbook import ValueTable, utf8_dialect
from mltag_desktop.core.tables.workbook_guard import refuse_repetition

_BATCH = 2_000
"""Maximum rows that are read at once, and maximum values of a column of lists."""
_BATCH_BYTES = 64 << 20
"""Bytes of a column that are read at once, as far as the file says how large its values are."""


class ParquetTable(ValueTable):
    """The rows of a Parquet file."""

    def __init__(self, path: Path, dialect: Dialect | None = None) -> None:
        """Read the schema.

        Raises `MltagError` when the file is not Parquet, has no rows, or pyarrow is missing.
        """
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
        names = list(self.schema.names)
        self.start(path, utf8_dialect("parquet", header=True), names, len(names), drops_blank_rows=False)
        if dialect is None:
            evidence = message("Parquet file with {count} typed columns.", count=len(names))
            self.sniffed = SniffedDialect(self.dialect, evidence, sure=True)

    @classmethod
    def form_of(cls, start: bytes, path: Path) -> str:
        """Return "parquet" for the signs that such a file begins with."""
        return "parquet" if start.startswith((b"PAR1", b"PARE")) else ""  # the second is encrypted

    def has_more_rows_than(self, count: int) -> bool:
        """Return whether there are more than `count` rows."""
        return self._count > count

    def rows_of_values(self) -> Iterator[Sequence[Any]]:
        """Yield the rows as tuples of Python values."""
        arrow = load_pyarrow()
        done = made = 0
        try:
            with arrow.parquet.ParquetFile(self.path) as file:
                for batch in file.iter_batches(batch_size=self._rows_at_once(file.metadata)):
                    made += sum(_size_of(arrow, column) for column in batch.columns)
                    refuse_repetition(self.path, made, self.size)
                    yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
                    done += batch.num_rows
                    self._position = self.size * done // self._count
        except (arrow.ArrowException, OSError) as error:
            raise unreadable(self.path, error) from error

    def _rows_at_once(self, metadata: Any) -> int:
        """Return how many rows fit the memory; raises `MltagError` for a file that repeats its content."""
        groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
        columns = [[group.column(place) for group in groups] for place in range(metadata.num_columns)]
        sizes = [sum(chunk.total_uncompressed_size for chunk in column) for column in columns]
        refuse_repetition(self.path, sum(sizes), self.size)
        values = max(sum(chunk.num_values for chunk in column) for column in columns)
        share = max(1.0, values / self._count, max(sizes) * _BATCH / self._count / _BATCH_BYTES)
        return max(1, int(_BATCH / share))


class ParquetWriter(RowWriter):
    """Writes Parquet; columns of a Parquet source keep their types, columns of other sources are text."""

    def __init__(self, out: BinaryIO, source: TableSource, added: Sequence[str]) -> None:
        super().__init__(out, source, added)
        self._arrow = load_pyarrow()
        self._writer: Any = None
        self._fields: list[Any] = []

    def write_rows(self, rows: Sequence[Sequence[Any]]) -> None:
        """Write rows of values; the first ones decide the types of the added columns."""
        if self._writer is None:
            self._begin(rows)
        arrays = []
        for place, (field, column) in enumerate(zip(self._fields, zip(*rows, strict=True), strict=True)):
            is_original = isinstance(self.source, ParquetTable) and place not in self.places
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
            elif isinstance(self.source, ParquetTable):
                self._fields.append(self.source.schema.field(place))
            else:
                self._fields.append(self._arrow.field(name, self._arrow.string()))
        self._writer = self._arrow.parquet.ParquetWriter(self.out, self._arrow.schema(self._fields))


def _size_of(arrow: Any, column: Any) -> int:
    """Return the size of a column in bytes, with a text of a dictionary each time that it occurs."""
    kind = column.type
    if not arrow.types.is_dictionary(kind) or not (
        arrow.types.is_string(kind.value_type) or arrow.types.is_binary(kind.value_type)
    ):
        return int(column.nbytes)
    lengths = arrow.compute.binary_length(column.dictionary)
    return arrow.compute.sum(lengths.take(column.indices)).as_py() or 0


def load_pyarrow() -> Any:
    """Return pyarrow with `pyarrow.parquet` loaded; raises `MltagError` when it is not installed."""
    try:
        import pyarrow
        import pyarrow.compute
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

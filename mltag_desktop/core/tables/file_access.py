"""Open the file of a table, with errors that tell the user what to do."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import read_error, require_file
from mltag_desktop.core.messages import message

WORKBOOK_SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
"""Workbooks that can be read."""


@contextlib.contextmanager
def open_bytes(path: Path) -> Iterator[BinaryIO]:
    """Open `path` in binary mode; raises `MltagError` when it is missing, no file, or unreadable."""
    try:
        require_file(path)
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise MltagError(
            message("{path} was not found.", path=path), "Check the name, or choose another file."
        ) from error
    except PermissionError as error:
        if sys.platform == "win32":  # which has the same error for both
            raise MltagError(
                message("{path} is open in another program, or you may not read it.", path=path),
                "Close it there, or choose another file.",
            ) from error
        raise MltagError(
            message("You do not have permission to read {path}.", path=path),
            "Ask its owner for access, or choose another file.",
        ) from error
    except OSError as error:
        raise read_error(path, error, "Try again, or copy it to another disk.") from error


def empty_error(path: Path) -> MltagError:
    """Return the error for a file that is empty or has only blank lines."""
    return MltagError(
        message("{path} is empty.", path=path), "Choose a file with a header line and at least one record."
    )


def header_only_error(path: Path) -> MltagError:
    """Return the error for a file that has only a header."""
    return MltagError(
        message("{path} has a header but no records.", path=path), "Choose a file with at least one record."
    )


def binary_error(path: Path) -> MltagError:
    """Return the error for a file that is not text."""
    if path.suffix.lower() in WORKBOOK_SUFFIXES:
        return damaged_book_error(path)
    return MltagError(
        message("{path} is not a text file.", path=path), "Open a CSV file, or export the table as CSV first."
    )


def damaged_book_error(path: Path | str) -> MltagError:
    """Return the error for a file that is named like a workbook but cannot be read as one."""
    return MltagError(
        message("{path} is damaged or not a workbook.", path=path),
        "Copy or download it again, or save it again as .xlsx or .csv.",
    )


def markup_error(path: Path) -> MltagError:
    """Return the error for HTML or XML, as some web sites export it under the name of a workbook."""
    return MltagError(
        message("{path} is a web page or XML, not a table.", path=path),
        "Open it in a spreadsheet program, then save it as .xlsx.",
    )

"""Workbooks are zip files: how large one becomes is found out before anything reads it into memory."""

import zipfile
import zlib
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError

MOST_BYTES: Final = 2 << 30
"""Of a workbook, unpacked. A full sheet of a million rows and twenty columns has half of that."""
_MOST_RATIO: Final = 1_032
"""Deflate makes nothing smaller than this; https://zlib.net/zlib_tech.html"""
_AT_ONCE: Final = 1 << 20


def refuse_bomb(path: Path, most: int = MOST_BYTES) -> None:
    """Raise `MltagError` for a zip file that unpacks to more than `most` bytes, whatever it says of itself.

    A file that is no zip file is left to whoever reads it. Sizes may be lies, so a file that could become too
    large is unpacked once, a piece at a time, to nowhere.
    """
    try:
        with zipfile.ZipFile(path) as book:
            entries = book.infolist()
            if sum(entry.file_size for entry in entries) > most:
                raise _too_large(path, most)
            if sum(entry.compress_size for entry in entries) * _MOST_RATIO <= most:
                return
            for entry in entries:
                _unpack(book, entry)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        if zipfile.is_zipfile(path):
            raise MltagError(f"{path} is a damaged workbook.", "Save it again as .xlsx.") from error
    except OSError as error:
        raise MltagError(
            f"{path} cannot be read: {error.strerror}.", "Check the name and try again."
        ) from error


def _unpack(book: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Read an entry to its end; one that is longer than it says fails its checksum."""
    with book.open(entry) as file:
        while file.read(_AT_ONCE):
            pass


def _too_large(path: Path, most: int) -> MltagError:
    return MltagError(
        f"{path} unpacks to more than {most >> 20:,} MiB.", "Save the sheet that you need as a .csv file."
    )

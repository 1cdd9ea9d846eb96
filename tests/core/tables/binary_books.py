"""Writes binary workbooks, .xls and .xlsb, which no library here can write.

See [MS-CFB], [MS-XLS] and [MS-XLSB] on https://learn.microsoft.com/openspecs/office_file_formats.
"""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

Cell = tuple[int, int, float]
"""Row and column, both from 0, and the value."""

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def write_xls(path: Path, cells: Sequence[Cell], size: tuple[int, int]) -> Path:
    """Write a workbook with one sheet that declares `size` rows and columns."""
    body = _record(0x200, struct.pack("<IIHHH", 0, size[0], 0, size[1], 0))
    for row, column, value in cells:
        body += _record(0x203, struct.pack("<HHHd", row, column, 0, value))
    start, end = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)), _record(0x0A, b"")
    name = b"Sheet1"
    place = len(start) + 4 + 8 + len(name) + len(end)
    bound = _record(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name)
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6)) + body + end
    path.write_bytes(_compound_file(start + bound + end + sheet))
    return path


def write_xlsb(path: Path, *sheets: Sequence[Cell]) -> Path:
    """Write a workbook with some sheets."""
    names = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}" Target="worksheets/sheet{number}.bin"/>'
        for number in range(1, len(sheets) + 1)
    )
    book = _part(0x83) + _part(0x8F)
    for number in range(1, len(sheets) + 1):
        book += _part(0x9C, struct.pack("<II", 0, number) + _wide(f"rId{number}") + _wide(f"S{number}"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.bin", book + _part(0x90) + _part(0x84))
        archive.writestr(
            "xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{_RELATIONS}">{names}</Relationships>'
        )
        for number, cells in enumerate(sheets, 1):
            archive.writestr(f"xl/worksheets/sheet{number}.bin", _xlsb_sheet(cells))
    return path


def write_encrypted(path: Path) -> Path:
    """Write a workbook that needs a password: a compound file with the encrypted package."""
    path.write_bytes(_compound_file(bytes(100), "EncryptedPackage"))
    return path


def _compound_file(stream: bytes, name: str = "Workbook") -> bytes:
    """Return a compound file whose only stream is the workbook; its table of sectors is one sector."""
    stream = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    count = len(stream) // _SECTOR
    assert count <= _SECTOR // 4 - 2
    table = [_TABLE, _END, *range(3, count + 2), _END]
    table += [_FREE] * (_SECTOR // 4 - len(table))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, _END, 0, _END, 0) + struct.pack("<109I", 0, *[_FREE] * 108)
    folder = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, 2, len(stream))
    return head + struct.pack("<128I", *table) + folder.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    numbers = struct.pack("<HBBIII", len(raw), kind, 1, _FREE, _FREE, child)
    return raw.ljust(64, b"\0") + numbers + bytes(36) + struct.pack("<IQ", start, size)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _xlsb_sheet(cells: Sequence[Cell]) -> bytes:
    parts = [_part(0x81), _part(0x94, bytes(16)), _part(0x91)]
    for row, column, value in cells:
        parts.append(_part(0, struct.pack("<I", row) + bytes(21)))
        parts.append(_part(5, struct.pack("<IId", column, 0, value)))
    return b"".join([*parts, _part(0x92), _part(0x82)])


def _part(kind: int, data: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(data)]) + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")

"""Platform-specific build settings: version, icon and file types."""

import sys
from pathlib import Path
from typing import Any, Final

NAME: Final = "MLTag Desktop"
IDENTIFIER: Final = "io.github.mltag.desktop"
COPYRIGHT: Final = "MIT License, the MLTag Desktop developers"

_VERSION_FILE: Final = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={parts}, prodvers={parts}, mask=0x3f, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', '{name}'), StringStruct('FileDescription', '{name}'),
      StringStruct('FileVersion', '{version}'), StringStruct('ProductName', '{name}'),
      StringStruct('ProductVersion', '{version}'), StringStruct('LegalCopyright', '{copyright}'),
    ])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 1200])]),
  ],
)
"""


def programs() -> list[tuple[str, bool]]:
    """Return the names of the programs to build, and whether each has a console.

    On Windows a console program opens a console next to its window, so the window is a separate program.
    """
    return [("mltag-desktop", False), ("mltag", True)] if sys.platform == "win32" else [("mltag", True)]


def marks(version: str, icons: Path, work: Path) -> dict[str, Any]:
    """Return PyInstaller's arguments for version and icon of a program, where the system supports them."""
    if sys.platform == "win32":
        described = work / "version.txt"
        described.write_text(version_file(version), encoding="utf-8")
        return {"icon": str(icons / "mltag.ico"), "version": str(described)}
    if sys.platform == "darwin":
        return {"icon": str(icons / "mltag.icns"), "argv_emulation": False}
    return {}


def version_file(version: str) -> str:
    """Return the version resource of a Windows program, in PyInstaller's format."""
    numbers = [int(part) for part in version.split(".")[:3]]
    parts = tuple([*numbers, 0, 0, 0, 0][:4])
    return _VERSION_FILE.format(parts=parts, version=version, name=NAME, copyright=COPYRIGHT)


def bundle(version: str, icons: Path) -> dict[str, Any]:
    """Return PyInstaller's arguments for the macOS application."""
    return {
        "name": f"{NAME}.app",
        "icon": str(icons / "mltag.icns"),
        "bundle_identifier": IDENTIFIER,
        "version": version,
        "info_plist": {
            "CFBundleDisplayName": NAME,
            "NSHumanReadableCopyright": COPYRIGHT,
            "NSHighResolutionCapable": True,
            "NSRequiresAquaSystemAppearance": False,
            "LSMinimumSystemVersion": "14.0",
            "CFBundleDocumentTypes": [
                _document("MLTag workspace", ["mltag"]),
                _document("MLTag model", ["mltagmodel"]),
                _document("Table", TABLES, "Alternate"),
            ],
        },
    }


TABLES: Final = ["csv", "tsv", "jsonl", "xlsx"]


def _document(name: str, suffixes: list[str], rank: str = "Owner") -> dict[str, Any]:
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeExtensions": suffixes,
        "CFBundleTypeRole": "Editor",
        "LSHandlerRank": rank,
    }

"""Find the system libraries that the built program needs, and their Debian packages."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).resolve().parents[2] / "packaging" / "system-libraries.txt"
_NEEDED: Final = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_GLIBC: Final = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")
_GLIBCXX: Final = re.compile(r"\bGLIBCXX_3\.4\.(\d+)\b")
_LIBSTDCXX_VERSIONS: Final = {28: "10", 29: "11", 30: "12", 31: "13.1", 32: "13.2", 33: "14", 34: "15"}
"""libstdc++6 version that introduced each version of its symbols, from GCC's table of ABI versions."""


class UndeclaredError(Exception):
    """A required library that is not declared."""


def depends(folder: Path) -> str:
    """Return the Depends field of a Debian package that contains the program in `folder`.

    Raises `UndeclaredError` for a library that is neither in the program nor in the table.
    """
    described = _described(folder)
    packages = declared()
    found: dict[str, None] = {}
    for soname in sonames(folder, described):
        if soname not in packages:
            raise UndeclaredError(f"{soname} is needed and stands not in {TABLE.name}")
        found[" | ".join(_at_least(name, described) for name in packages[soname])] = None
    return ", ".join(sorted(found))


def sonames(folder: Path, described: str | None = None) -> list[str]:
    """List the sonames that files of the program are linked to and that are not part of the program."""
    own = {path.name for path in folder.rglob("*.so*")}
    return sorted(set(_NEEDED.findall(described or _described(folder))) - own)


def declared() -> dict[str, tuple[str, ...]]:
    """Return the packages that contain each library of the table, by soname."""
    lines = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return {parts[0]: tuple(parts[1:]) for parts in lines if parts and parts[0] != "#" and parts[0][0] != "#"}


def _at_least(package: str, described: str) -> str:
    """Return a package with its minimum version, if the files require one."""
    if package == "libc6":
        major, minor = max((int(a), int(b)) for a, b in _GLIBC.findall(described))
        return f"libc6 (>= {major}.{minor})"
    newest = max((int(number) for number in _GLIBCXX.findall(described)), default=0)
    if package == "libstdc++6" and newest in _LIBSTDCXX_VERSIONS:
        return f"libstdc++6 (>= {_LIBSTDCXX_VERSIONS[newest]})"
    return package


def _described(folder: Path) -> str:
    """Return objdump's description of all programs and libraries."""
    files = list(_elf(folder))
    return subprocess.run(["objdump", "-p", *files], capture_output=True, text=True, check=True).stdout


def _elf(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield str(path)

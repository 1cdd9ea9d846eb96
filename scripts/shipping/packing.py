"""Pack folders reproducibly, byte for byte."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

_FILTERS: Final = {"x86_64": ["--x86"], "aarch64": ["--arm64"]}
"""xz's filters for machine code; they save 5%."""


def pack(folder: Path, name: str, path: Path, machine: str, moment: int) -> None:
    """Pack the folder `name` in `folder`: fixed order, no owner, one time stamp.

    Blocks have a fixed size, so that the result does not depend on the number of cores. Unpacking takes about
    100 MiB of memory.
    """
    tar = ["tar", "--create", "--format=gnu", "--owner=0", "--group=0", "--numeric-owner"]
    tar += [f"--mtime=@{moment}", "--directory", str(folder), "--no-recursion", "--null", "--files-from=-"]
    lzma = f"--lzma2=preset={effort()},dict=96MiB,nice=128"
    xz = ["xz", "--stdout", "--threads=2", "--block-size=160MiB", *_FILTERS.get(machine, []), lzma]
    with path.open("wb") as file, tempfile.TemporaryFile() as names:
        names.write("\0".join(_ordered(folder, name)).encode())
        names.seek(0)
        with subprocess.Popen(tar, stdin=names, stdout=subprocess.PIPE) as packing:
            subprocess.run(xz, stdin=packing.stdout, stdout=file, check=True)
    if packing.returncode:
        raise subprocess.CalledProcessError(packing.returncode, tar)


def _ordered(folder: Path, name: str) -> list[str]:
    """Return the names of folders, then of files, then of libraries with similar names together: xz finds
    what they have in common.
    """
    paths = [folder / name, *(folder / name).rglob("*")]
    folders = sorted(path for path in paths if path.is_dir() and not path.is_symlink())
    files = sorted(set(paths).difference(folders), key=lambda path: (".so" in path.name, path.name, path))
    inside = [path.relative_to(folder / name).as_posix() for path in [*folders[1:], *files]]
    return [name, *(f"{name}/{path}" for path in inside)]


def effort() -> int:
    """Return the compression level in XZ_EFFORT."""
    return int(os.environ.get("XZ_EFFORT", "5"))


def fresh(folder: Path) -> Path:
    """Create an empty folder."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def lay_program(program: Path, target: Path) -> None:
    """Hard-link the program's files to the built ones, which saves 250 MB per package."""
    shutil.copytree(program, target, symlinks=True, dirs_exist_ok=True, copy_function=os.link)

"""Folders packed so that the same files give the same bytes."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

_FILTERS: Final = {"x86_64": ["--x86"], "aarch64": ["--arm64"]}
"""xz's filters that make a machine's jumps alike; a twentieth is won."""


def pack(folder: Path, name: str, path: Path, machine: str, moment: int) -> None:
    """Pack what stands as `name` in `folder`: names in order, no owner, one time.

    Blocks have a fixed size, so that the number of cores does not matter.
    """
    tar = ["tar", "--create", "--format=gnu", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"]
    tar += [f"--mtime=@{moment}", "--directory", str(folder), name]
    lzma = f"--lzma2=preset={effort()},dict=64MiB"
    xz = ["xz", "--stdout", "--threads=2", "--block-size=96MiB", *_FILTERS.get(machine, []), lzma]
    with path.open("wb") as file, subprocess.Popen(tar, stdout=subprocess.PIPE) as packing:
        subprocess.run(xz, stdin=packing.stdout, stdout=file, check=True)
    if packing.returncode:
        raise subprocess.CalledProcessError(packing.returncode, tar)


def effort() -> int:
    """How hard to press, as XZ_EFFORT says."""
    return int(os.environ.get("XZ_EFFORT", "5"))


def fresh(folder: Path) -> Path:
    """Make an empty folder."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def lay_program(program: Path, target: Path) -> None:
    """Lay the program's files as links to the built ones, which saves a quarter of a gigabyte a time."""
    shutil.copytree(program, target, symlinks=True, dirs_exist_ok=True, copy_function=os.link)

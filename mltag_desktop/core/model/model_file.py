"""Model files (`.mltagmodel`): one zip with a bundle, a description and a hash over both."""

import hashlib
import json
import os
import shutil
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_write, read_error, require_file
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.bundle import MANIFEST, MOST_FILES, load_bundle, read_index

MODEL_SUFFIX: Final = ".mltagmodel"
FORMAT: Final = 1
MOST_BYTES: Final = 2 << 30
"""Largest size of an unpacked model in bytes."""
_ABOUT: Final = "model.json"
_MOST_ABOUT: Final = 1 << 20
_BUNDLE: Final = "bundle/"
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_STEP: Final = 1 << 20
_ADVICE: Final = message("Get a new copy of the file.")
_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    KeyError,
    RuntimeError,
    struct.error,
)


def write_model_file(path: Path, bundle: Path, details: Mapping[str, Any], *, replace: bool = False) -> None:
    """Write a bundle and its description into the file `path`; the same input gives the same bytes.

    Raises `MltagError` if the file cannot be written; an existing file is then unchanged.
    """
    index = read_index(bundle)
    about = {**details, "format": FORMAT, "bundle_sha256": index.hash}
    about["sha256"] = _hash_of(about)
    with atomic_write(path, replace=replace) as file, zipfile.ZipFile(file, "w") as archive:
        text = json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True)
        archive.writestr(_member(_ABOUT), text.encode())
        for name in sorted((MANIFEST, *index.files)):
            member = _member(_BUNDLE + name)
            with (bundle / name).open("rb") as source, archive.open(member, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, _STEP)


def is_model(path: Path) -> bool:
    """Return whether a path looks like a model file or a bundle, without opening it."""
    return path.suffix.lower() == MODEL_SUFFIX if path.is_file() else (path / MANIFEST).is_file()


def read_model_file(path: Path, folder: Path) -> dict[str, Any]:
    """Unpack the bundle of a model file into the new folder `folder`; return the description.

    Raises `MltagError` if the file is no model file, truncated, modified, from a newer program or too large,
    or if it names files outside its folder; and `OSError` if `folder` cannot be written.
    """
    require_file(path)
    try:
        file = path.open("rb")
    except OSError as error:
        raise read_error(path, error, "Check its name and permissions.") from error
    try:
        with file, zipfile.ZipFile(file) as archive:
            about = _about_in(archive, path)
            _unpack(archive, path, folder)
    except _UNREADABLE as error:
        raise _damaged(path) from error
    load_bundle(folder)
    if read_index(folder).hash != about["bundle_sha256"]:
        raise _damaged(path)
    return about


def _about_in(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    """Return the verified description."""
    if _ABOUT not in archive.namelist():
        raise MltagError(
            message("{path} contains no model.", path=path),
            message("Choose a {suffix} file.", suffix=MODEL_SUFFIX),
        )
    with archive.open(_ABOUT) as file:
        data = file.read(_MOST_ABOUT + 1)
    if len(data) > _MOST_ABOUT:
        raise _damaged(path)
    try:
        about = json.loads(data)
    except RecursionError as error:
        raise _damaged(path) from error
    if not isinstance(about, dict):
        raise _damaged(path)
    found = about.get("format")
    if isinstance(found, int) and found > FORMAT:
        raise MltagError(
            message(
                "{path} was written by a newer version of the program (format {found}, this version reads "
                "{format}).",
                path=path,
                found=found,
                format=FORMAT,
            ),
            "Update MLTag Desktop, or export the model again with this version.",
        )
    if found != FORMAT or about.get("sha256") != _hash_of(about) or "bundle_sha256" not in about:
        raise _damaged(path)
    return about


def _unpack(archive: zipfile.ZipFile, path: Path, folder: Path) -> None:
    names = [info.filename for info in archive.infolist() if info.filename != _ABOUT]
    if len(names) > MOST_FILES + 1 or len(set(names)) < len(names):
        raise _damaged(path)
    for name in names:
        own = name.removeprefix(_BUNDLE)
        if own == name or own in ("", ".", "..") or any(sign in own for sign in "/\\:\0"):
            raise MltagError(
                message("{path} names a file outside its folder: {name}.", path=path, name=name[:100]),
                "Nothing was unpacked. Use only model files from people you trust.",
            )
    left = MOST_BYTES
    if sum(archive.getinfo(name).file_size for name in names) > left:
        raise _too_large(path)
    folder.mkdir(parents=True)
    for name in names:
        with archive.open(name) as source, (folder / name.removeprefix(_BUNDLE)).open("xb") as target:
            left -= _copy(source, target, left, path)
            target.flush()
            os.fsync(target.fileno())


def _copy(source: Any, target: BinaryIO, most: int, path: Path) -> int:
    """Copy at most `most` bytes, because the sizes in a zip's directory may be wrong; return the number."""
    size = 0
    while data := source.read(_STEP):
        size += len(data)
        if size > most:
            raise _too_large(path)
        target.write(data)
    return size


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _DATE)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    return member


def _hash_of(about: Mapping[str, Any]) -> str:
    """Return the SHA-256 over all values of a description except its own hash, in hex."""
    values = {key: value for key, value in about.items() if key != "sha256"}
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode("ascii")).hexdigest()


def _damaged(path: Path) -> MltagError:
    return MltagError(
        message("{path} is not a complete model file: it was cut or changed.", path=path), _ADVICE
    )


def _too_large(path: Path) -> MltagError:
    return MltagError(
        message("{path} unpacks to more than {most} GB.", path=path, most=MOST_BYTES >> 30),
        "Nothing was unpacked. Use only model files from people you trust.",
    )

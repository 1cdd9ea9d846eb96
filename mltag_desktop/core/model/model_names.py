"""Find a model by its name (a bundle folder, a model file, or a name of the library), and write one."""

import os
import shutil
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import (
    WORKSPACE_SUFFIX,
    atomic_folder,
    move,
    read_error,
    resource,
    sha256_of,
    user_folder,
)
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.bundle import MANIFEST, bundled, load_bundle, save_bundle
from mltag_desktop.core.model.keyword_rules import KeywordRules
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_file import MODEL_SUFFIX, read_model_file
from mltag_desktop.core.model.model_library import default_library
from mltag_desktop.core.model.types import Classifier

RULES: Final = "rules"
BUNDLED: Final = "bundled"


def load_model(name: str | None) -> Classifier:
    """Return the model called `name`: a path, a name of the library, or "rules"; the bundled one for None."""
    if is_rules(name):
        return KeywordRules.load(resource("rules.toml"))
    return load_trained(name)


def is_rules(name: str | None) -> bool:
    """Return whether `name` stands for the keyword rules."""
    return name == RULES and not Path(name).exists()


def load_trained(name: str | None) -> LinearModel:
    """Return the trained model called `name`; the bundled model for None."""
    if name is None or (name == BUNDLED and not Path(name).exists()):
        return bundled()
    return load_bundle(bundle_folder(name))


def bundle_folder(name: str) -> Path:
    """Return the folder of the bundle called `name`; a path that exists comes before a name of the library.

    A model file is unpacked into the cache folder of the user. Raises `MltagError` if there is no such model.
    """
    path = Path(name)
    if path.is_file() and path.suffix.lower() == MODEL_SUFFIX:
        return _unpacked(path)
    if path.is_file() and path.suffix.lower() == WORKSPACE_SUFFIX:
        raise MltagError(
            message("{path} is a workspace, not a model.", path=path),
            message("Write its model to a folder with mltag publish {path} FOLDER.", path=path),
        )
    if path.exists():
        return path
    if path.is_absolute() or len(path.parts) != 1 or path.suffix.lower() == MODEL_SUFFIX:
        raise MltagError(
            message("There is no model bundle {path}.", path=path), "Choose a folder written by mltag train."
        )
    library = default_library()
    if not library.models():
        raise MltagError(
            message("There is no model bundle {path}, and the model library is empty.", path=path),
            "Choose a folder written by mltag train.",
        )
    return library.find(name).bundle


def _unpacked(path: Path) -> Path:
    """Return the unpacked and verified bundle of a model file, from the cache folder of the user."""
    caches = user_folder("cache") / "models"
    try:
        folder = caches / sha256_of(path)[:24]
    except OSError as error:
        raise read_error(path, error, "Check its permissions.") from error
    if folder.is_dir():
        return folder
    part = caches / f".part-{os.urandom(4).hex()}"
    try:
        read_model_file(path, part)
        if not folder.exists():
            move(part, folder)
    except OSError as error:
        raise MltagError(
            message("{path} could not be unpacked: {why}.", path=path, why=error.strerror or error),
            "Free some space and try again.",
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return folder


def refuse_foreign(out: Path) -> None:
    """Raise `MltagError` if `out` exists and is something other than a model or an empty folder."""
    if out.exists() and not (out.is_dir() and ((out / MANIFEST).is_file() or not any(out.iterdir()))):
        raise MltagError(
            message("{out} is not a model and will not be replaced.", out=out), "Choose another name."
        )


def install(model: LinearModel, out: Path) -> None:
    """Write the bundle of a model to `out`, atomically.

    Raises `MltagError` if it cannot be written, or if the model contains code.
    """
    model.manifest.refuse_code()
    with atomic_folder(out) as folder:
        save_bundle(folder, model, out=out)

"""The library of models that a user keeps for other tables.

Each model has a folder with its bundle, unchanged, and an entry (`entry.json`) with what the bundle does not
know: name, note, origin and F1 interval. Models are written to a temporary folder in the library, which is
then renamed, so that a crash or a full disk leaves no half model. Names are unique, regardless of case.
The tables that models were used with are in `uses.json`.
"""

import contextlib
import dataclasses
import json
import logging
import os
import shutil
import tempfile
import time
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import (
    atomic_write,
    move,
    read_bounded,
    sha256_of,
    sync_folder,
    user_folder,
)
from mltag_desktop.core.messages import STORED_MESSAGES, message, message_plural, messages_in, with_messages
from mltag_desktop.core.model.bundle import MANIFEST, load_bundle, read_index
from mltag_desktop.core.model.manifest import Manifest
from mltag_desktop.core.model.model_file import MODEL_SUFFIX, read_model_file, write_model_file
from mltag_desktop.core.serialization import from_plain, to_plain

_log: Final = logging.getLogger(__name__)
FOLDER_VARIABLE: Final = "MLTAG_LIBRARY"
"""Environment variable with another folder for the library."""
ENTRY: Final = "entry.json"
RESERVED_NAMES: Final = frozenset({"bundled", "rules"})
"""Names of the models that are part of the program."""
_BUNDLE: Final = "bundle"
_USES: Final = "uses.json"
_DELETED: Final = ".deleted"
_PART: Final = ".part-"
_MOST_BYTES: Final = 4 << 20
_MOST_USES: Final = 200
_LONGEST_NAME: Final = 100
_LONGEST_FOLDER: Final = 40
_LONGEST_SIGN: Final = 8
_HASH_DIGITS: Final = 12
_KEPT_SECONDS: Final = 24 * 3600
"""Time for which deleted models and leftovers of interrupted writes are kept."""


@dataclass(frozen=True)
class ModelDetails:
    """Details of a model that are not in its bundle."""

    trained_on: str = ""
    note: str = ""
    created: str = ""
    """Time of the training in ISO 8601; empty for the time when the model is added."""
    f1: float | None = None
    f1_interval: tuple[float, float] | None = None
    looks: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Symbol and colour of its tags in the table that it comes from."""

    def __post_init__(self) -> None:
        shares = (0.0 if self.f1 is None else self.f1, *(self.f1_interval or ()))
        if not all(0 <= share <= 1 for share in shares):
            raise ValueError("F1 is not between 0 and 1")
        if not all(0 < len(sign) <= _LONGEST_SIGN and colour >= 0 for sign, colour in self.looks.values()):
            raise ValueError("a tag has no symbol or colour")

    def to_json(self) -> dict[str, Any]:
        """Return the details as JSON values."""
        found = messages_in([self.trained_on])
        return {**to_plain(self), **({STORED_MESSAGES: found} if found else {})}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "ModelDetails":
        """Return the details in `values`, defaults for missing ones; raises `MltagError` for invalid ones."""
        stored = values.get(STORED_MESSAGES)
        return from_plain(cls, with_messages(values, stored if isinstance(stored, dict) else {}))


@dataclass(frozen=True)
class LibraryModel:
    """A model in the library."""

    name: str
    folder: Path
    hash: str
    """Hash over the whole bundle, in hex; empty for a damaged model."""
    version: str
    tags: tuple[str, ...]
    details: ModelDetails
    size: int
    """Size of the bundle in bytes."""
    last_table: str = ""
    """Name of the table that the model was used with last."""
    damage: str = ""
    """Why the model cannot be used; empty for an intact one."""

    @property
    def bundle(self) -> Path:
        """The folder of the bundle."""
        return self.folder / _BUNDLE if self.hash or self.damage else self.folder


@dataclass(frozen=True)
class ModelUse:
    """A table that a model was used with."""

    hash: str
    """Hash of the model; empty for the bundled model."""
    table: str
    path: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class DeletedModel:
    """A model that was deleted and can be restored."""

    name: str
    folder: Path
    kept: Path


class ModelLibrary:
    """The models in one folder, which is created with the first model.

    Every method raises `MltagError` if the folder cannot be read or written; nothing is changed then.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def models(self) -> list[LibraryModel]:
        """Return the models by name; damaged ones say what is wrong."""
        try:
            folders = [
                path for path in self.folder.iterdir() if not path.name.startswith(".") and path.is_dir()
            ]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise MltagError(
                message(
                    "The model library in {folder} could not be read: {why}.",
                    folder=self.folder,
                    why=error.strerror or error,
                ),
                message(
                    "Check its permissions, or set {variable} to another folder.", variable=FOLDER_VARIABLE
                ),
            ) from error
        last = {use.hash: use.table for use in reversed(self.uses()) if use.hash}
        found = [_read_entry(path, last) for path in folders]
        return sorted(found, key=lambda model: (_key(model.name), model.name))

    def find(self, name: str) -> LibraryModel:
        """Return the model with a name, or with a version or hash that starts with `name`.

        Raises `MltagError` if no model or several match, or if the model is damaged.
        """
        models = self.models()
        found = [model for model in models if _key(model.name) == _key(name)]
        if not found and len(name) >= 4:
            found = [
                model for model in models if model.version.startswith(name) or model.hash.startswith(name)
            ]
        if len(found) != 1:
            names = ", ".join(model.name for model in found or models)
            raise MltagError(
                message("The model library contains no model “{name}”.", name=name)
                if not found
                else message("“{name}” matches several models of the library.", name=name),
                message("It contains: {names}.", names=names) if names else "The library is empty.",
            )
        if found[0].damage:
            raise MltagError(
                message("The model “{name}” of the library is damaged.", name=found[0].name), found[0].damage
            )
        return found[0]

    def add(self, bundle: Path, name: str, details: ModelDetails = ModelDetails()) -> LibraryModel:
        """Copy a verified bundle into the library; a model that is already there is returned as it is."""
        return self._intact(bundle) or self._copy_in(bundle, self.check_name(name), details)

    def check_name(self, name: str, but: LibraryModel | None = None) -> str:
        """Return a name without extra blanks; raises `MltagError` if it is invalid or taken."""
        checked = unicodedata.normalize("NFC", " ".join(name.split()))
        if not checked or len(checked) > _LONGEST_NAME or checked.startswith((".", "-")):
            raise MltagError(
                message("“{name}” is not a name for a model.", name=checked[:_LONGEST_NAME]),
                message("Use 1 to {most} characters; begin with a letter or a number.", most=_LONGEST_NAME),
            )
        if any(map(_is_forbidden, checked)) or checked.casefold().endswith(MODEL_SUFFIX):
            raise MltagError(
                message("“{name}” is not a name for a model.", name=checked),
                message("Use no slashes and not the ending {suffix}.", suffix=MODEL_SUFFIX),
            )
        if _key(checked) in RESERVED_NAMES:
            raise MltagError(
                message("“{name}” is the name of a model of the program.", name=checked),
                "Choose another name.",
            )
        for model in self.models():
            if _key(model.name) == _key(checked) and (but is None or model.folder != but.folder):
                raise MltagError(
                    message("The library already contains a model “{name}”.", name=model.name),
                    "Choose another name, or rename or delete that model first.",
                )
        return checked

    def free_name(self, name: str) -> str:
        """Return `name` as a valid name, with a number if it is taken."""
        valid = "".join(" " if _is_forbidden(sign) else sign for sign in name)
        valid = " ".join(valid.split()).lstrip(".-")[: _LONGEST_NAME - 5] or "model"
        if valid.casefold().endswith(MODEL_SUFFIX):
            valid = valid[: -len(MODEL_SUFFIX)] or "model"
        taken = {_key(model.name) for model in self.models()} | RESERVED_NAMES
        numbers = (f"{valid} {number}" for number in range(2, len(taken) + 3))
        return next(each for each in (valid, *numbers) if _key(each) not in taken)

    def rename(self, model: LibraryModel, name: str) -> LibraryModel:
        """Give a model another name."""
        checked, stored = self.check_name(name, but=model), _read_entry(model.folder, {})
        self._write_entry(model.folder, checked, stored.details)
        return dataclasses.replace(model, name=checked, details=stored.details)

    def set_note(self, model: LibraryModel, note: str) -> LibraryModel:
        """Change the note of a model."""
        stored = _read_entry(model.folder, {})
        details = dataclasses.replace(stored.details, note=" ".join(note.split()))
        self._write_entry(model.folder, stored.name, details)
        return dataclasses.replace(model, name=stored.name, details=details)

    def duplicate(self, model: LibraryModel, name: str) -> LibraryModel:
        """Keep the same model under a second name, with its own note."""
        return self._copy_in(model.bundle, self.check_name(name), model.details)

    def remove(self, model: LibraryModel) -> DeletedModel:
        """Delete a model; `restore` brings it back within a day."""
        kept = self.folder / _DELETED / f"{model.folder.name}.{os.urandom(4).hex()}"
        with self._writing():
            kept.parent.mkdir(exist_ok=True)
            move(model.folder, kept)
            sync_folder(self.folder)
            with contextlib.suppress(OSError):
                os.utime(kept)
        return DeletedModel(model.name, model.folder, kept)

    def restore(self, deleted: DeletedModel) -> LibraryModel:
        """Restore a deleted model; it gets another name if its own is taken by now."""
        name = self.free_name(deleted.name)
        with self._writing():
            if name != deleted.name:
                self._write_entry(deleted.kept, name, _read_entry(deleted.kept, {}).details)
            target = self._free_folder(deleted.folder.name)
            move(deleted.kept, target)
            sync_folder(self.folder)
        return _read_entry(target, {})

    def purge(self, *, older_than: float = _KEPT_SECONDS) -> None:
        """Delete removed models and leftovers of interrupted writes for good, after some seconds."""
        before = time.time() - older_than
        for path in (*self.folder.glob(f"{_DELETED}/*"), *self.folder.glob(f"{_PART}*")):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime <= before:
                    shutil.rmtree(path)

    def export(self, model: LibraryModel, path: Path, *, replace: bool = False) -> None:
        """Write a model into one `.mltagmodel` file."""
        load_bundle(model.bundle).manifest.refuse_code()
        details = {"name": model.name, **model.details.to_json()}
        write_model_file(path, model.bundle, details, replace=replace)

    def import_file(self, path: Path, name: str | None = None) -> LibraryModel:
        """Add the model in a `.mltagmodel` file or bundle folder; a taken name gets a number.

        A given `name` that is taken is an error. A model that is already in the library is returned as it is.
        """
        if path.is_dir():
            return self.add(path, name or self.free_name(path.resolve().name))
        with self._part() as part:
            with self._writing():
                about = read_model_file(path, part / _BUNDLE)
            details = ModelDetails.from_json(about)
            known = self._intact(part / _BUNDLE)
            if known is not None:
                return known
            checked = self.check_name(name) if name else self.free_name(str(about.get("name") or path.stem))
            return self._place(part, checked, details)

    def uses(self) -> list[ModelUse]:
        """Return the tables that models were used with, newest first, without damaged entries."""
        found = []
        for each in self._stored_uses() or ():
            with contextlib.suppress(MltagError):
                found.append(from_plain(ModelUse, each))
        return found

    def record_use(self, use: ModelUse) -> None:
        """Remember that a table was used with a model; one use per table is kept.

        A damaged file is kept beside the new one.
        """
        earlier = [each for each in self.uses() if (each.path, each.table) != (use.path, use.table)]
        path = self.folder / _USES
        with self._writing():
            self.folder.mkdir(parents=True, exist_ok=True)
            if self._stored_uses() is None:
                path.replace(path.with_suffix(".damaged"))
                _log.warning("the uses of models were damaged and begin again")
            with atomic_write(path, replace=True) as file:
                file.write(json.dumps(to_plain([use, *earlier][:_MOST_USES]), ensure_ascii=False).encode())

    def _stored_uses(self) -> list[Any] | None:
        """Return the uses as they are stored; None for a damaged file."""
        try:
            values = json.loads(read_bounded(self.folder / _USES, _MOST_BYTES))
        except (FileNotFoundError, NotADirectoryError):
            return []
        except (OSError, ValueError, RecursionError):
            return None
        return values if isinstance(values, list) else None

    def _intact(self, bundle: Path) -> LibraryModel | None:
        """Return the model of `bundle`; delete one with damaged files, so that a good copy replaces it."""
        digest = read_index(bundle).hash
        known = next((model for model in self.models() if model.hash == digest), None)
        if known is None:
            return None
        try:
            load_bundle(known.bundle)
        except MltagError:
            self.remove(known)
            return None
        return known

    def _copy_in(self, bundle: Path, name: str, details: ModelDetails) -> LibraryModel:
        load_bundle(bundle)
        with self._part() as part:
            copy = part / _BUNDLE
            with self._writing():
                copy.mkdir()
                for file in (MANIFEST, *read_index(bundle).files):
                    shutil.copyfile(bundle / file, copy / file)
            return self._place(part, name, details)

    def _place(self, part: Path, name: str, details: ModelDetails) -> LibraryModel:
        """Verify the copy of a bundle in `part` and give it its place in the library.

        Models with code are refused.
        """
        copy = part / _BUNDLE
        index = read_index(copy)
        index.manifest.refuse_code()
        with self._writing():
            if any(sha256_of(copy / file) != digest for file, digest in index.files.items()):
                raise MltagError("The model changed while it was copied.", "Try again.")
            for path in sorted(copy.iterdir()):
                with path.open("rb+") as file:
                    os.fsync(file.fileno())
            details = dataclasses.replace(details, created=details.created or _now())
            self._write_entry(part, name, details)
            words = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in name)
            target = self._free_folder(f"{index.hash[:_HASH_DIGITS]}-{words[:_LONGEST_FOLDER]}")
            move(part, target)
            sync_folder(self.folder)
        return _read_entry(target, {})

    def _free_folder(self, name: str) -> Path:
        target = self.folder / name
        number = 2
        while target.exists():
            target = self.folder / f"{name}-{number}"
            number += 1
        return target

    def _write_entry(self, folder: Path, name: str, details: ModelDetails) -> None:
        with self._writing(), atomic_write(folder / ENTRY, replace=True) as file:
            text = json.dumps({"name": name, **details.to_json()}, ensure_ascii=False, indent=1)
            file.write(text.encode())

    @contextlib.contextmanager
    def _part(self) -> Iterator[Path]:
        """Give a temporary folder in the library, so that renaming it never crosses disks."""
        self.purge()
        with self._writing():
            self.folder.mkdir(parents=True, exist_ok=True)
            part = Path(tempfile.mkdtemp(prefix=_PART, dir=self.folder))
            part.chmod(self.folder.stat().st_mode & 0o777)  # `mkdtemp` lets only the owner read it
        try:
            yield part
        finally:
            shutil.rmtree(part, ignore_errors=True)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise MltagError(
                message(
                    "The model library in {folder} could not be written: {why}.",
                    folder=self.folder,
                    why=error.strerror or error,
                ),
                message(
                    "Nothing was changed. Free some space, or set {variable} to another folder.",
                    variable=FOLDER_VARIABLE,
                ),
            ) from error


def default_library() -> ModelLibrary:
    """Return the library of this user account, or the one in the folder named by `MLTAG_LIBRARY`."""
    folder = os.environ.get(FOLDER_VARIABLE)
    if folder:
        return ModelLibrary(Path(folder).expanduser())
    return ModelLibrary(user_folder("data") / "models")


def details_of(manifest: Manifest) -> ModelDetails:
    """Return the details that a manifest knows: its best measured F1, and the number of rows."""
    rows = manifest.training.rows
    trained_on = message_plural("{n:,} labelled row", "{n:,} labelled rows", rows)
    for name in ("holdout", "cross_validation"):
        found = manifest.metrics.get(name)
        if isinstance(found, dict) and "f1" in found:
            measured = {key: found.get(key) for key in ("f1", "f1_interval")}
            return from_plain(ModelDetails, {**measured, "trained_on": trained_on})
    return ModelDetails(trained_on, f1=manifest.training.f1)


def _read_entry(folder: Path, last: Mapping[str, str]) -> LibraryModel:
    """Return a model of the library; one with a damaged entry has the name of its folder, and a note."""
    bundle = folder / _BUNDLE
    name, size = folder.name, 0
    try:
        values = json.loads(read_bounded(folder / ENTRY, _MOST_BYTES))
        name, details = str(values["name"]), ModelDetails.from_json(values)
    except (OSError, ValueError, TypeError, KeyError, RecursionError, MltagError):
        details = ModelDetails(note=message("The name and the note of this model were damaged."))
    with contextlib.suppress(OSError):
        size = sum(path.stat().st_size for path in bundle.iterdir())
    try:
        index = read_index(bundle)
        known = details_of(index.manifest)
    except MltagError as error:
        return LibraryModel(name, folder, "", "", (), details, size, damage=error.message)
    if details.f1 is None:
        trained_on = details.trained_on or known.trained_on
        f1, interval = known.f1, known.f1_interval
        details = dataclasses.replace(details, trained_on=trained_on, f1=f1, f1_interval=interval)
    manifest, table = index.manifest, last.get(index.hash, "")
    return LibraryModel(name, folder, index.hash, manifest.version, manifest.tags, details, size, table)


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def _is_forbidden(sign: str) -> bool:
    return sign in "/\\" or unicodedata.category(sign) in ("Cc", "Cs")


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")

"""Model store: the models inside the workspace, promotion and rollback."""

import contextlib
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Final

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.filesystem import move, scratch_folder, sha256_of
from mltag_desktop.core.messages import STORED_MESSAGES, message, messages_in, with_messages
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.journal import Journal, UndoHandler, now
from mltag_desktop.core.workspace.storage.metadata import WorkspaceMetadata
from mltag_desktop.core.workspace.storage.row_checksums import (
    any_text,
    faults,
    faults_of_model,
    sum_of,
    summed,
)
from mltag_desktop.core.workspace.storage.schema import check_pages, damaged_model
from mltag_desktop.core.workspace.types import Action, Change, ChangeKind, ModelInfo

_LISTED: Final = "SELECT version, promoted_once FROM models"
_LISTED_WHOLE: Final = "SELECT version, created, trained_on, report, promoted_once FROM models ORDER BY rowid"
_CONTENT: Final = "SELECT data FROM model_contents WHERE sha256 = ?"
_MANIFEST: Final = (
    "SELECT data FROM model_files JOIN model_contents USING (sha256)"
    " WHERE version = ? AND name = 'manifest.json'"
)
BUNDLED: Final = message("bundled training data")
"""The training data of the bundled model."""


class ModelStore(UndoHandler):
    """Keeps the files of bundles, equal ones once.

    `shown` is called when another model becomes active, and `forget` to delete the predictions of one that is
    discarded.
    """

    SETS = frozenset({"promotions"})

    def __init__(
        self,
        store: ConnectionPool,
        meta: WorkspaceMetadata,
        journal: Journal,
        cache: Path | None,
        shown: Callable[[], None],
        forget: Callable[[Transaction, str], None],
    ) -> None:
        self._store = store
        self._meta = meta
        self._journal = journal
        self._shown = shown
        self._forget = forget
        self._cache = cache
        self._temporary: Path | None = None
        self._closing = contextlib.ExitStack()
        with store.read() as connection, any_text(connection):
            found = faults(connection, ["models"])
            rows = connection.execute(_LISTED).fetchall()
        self.damage = damaged_model(store.path, found) if found else None
        """Damage found in the list of models on opening; only these models are lost. None without damage."""
        self._damaged = frozenset(fault.model for fault in found)
        """Versions with damaged metadata."""
        self._versions: dict[str, bool] = {version: bool(promoted) for version, promoted in rows}
        self._clear_leftovers()

    @property
    def base(self) -> str | None:
        """Version of the bundled model; None if unknown."""
        return self._meta["base"] or None

    @property
    def active(self) -> str | None:
        """Version of the active model."""
        promotions = self._meta["promotions"]
        return promotions[-1] if promotions else self.base

    @property
    def promoted(self) -> tuple[str, ...]:
        """Versions in the order of their promotion, from the bundled model to the active one."""
        base = () if self.base is None else (self.base,)
        return (*base, *self._meta["promotions"])

    @property
    def can_roll_back(self) -> bool:
        """Whether another model was active before."""
        return bool(self._meta["promotions"])

    @property
    def candidates(self) -> frozenset[str]:
        """Versions that were never promoted."""
        return frozenset(version for version, promoted in self._versions.items() if not promoted)

    def holds(self, version: str) -> bool:
        """Return whether the workspace contains the model."""
        return version in self._versions

    def set_base(self, version: str) -> Change:
        """Store the version of the base model; predictions of an earlier version become stale."""
        if version == self.base:
            return Change(None, ChangeKind(0))
        earlier = self.active
        promotions = [version if each == self.base else each for each in self._meta["promotions"]]
        if self._store.read_only:
            self._meta.remember(base=version, promotions=promotions)
        else:
            with self._store.write() as transaction:
                self._meta.set(transaction, base=version, promotions=promotions)
        if earlier == self.active:
            return Change(None, ChangeKind.MODELS)
        self._shown()
        return Change(None, ChangeKind.MODELS | ChangeKind.PREDICTIONS)

    def all(self) -> list[ModelInfo]:
        """Return the base model, then the others, oldest first."""
        with self._store.read() as connection, any_text(connection):
            rows = connection.execute(_LISTED_WHOLE).fetchall()
        active = self.active
        found: list[ModelInfo] = []
        if self.base is not None:
            is_active = self.base == active
            found.append(ModelInfo(self.base, "", BUNDLED, is_active, False, None, None, bundled=True))
        for version, created, trained_on, stored, promoted in rows:
            report = None if stored is None or version in self._damaged else json.loads(stored)
            found.append(
                ModelInfo(
                    version=version,
                    created=created,
                    trained_on=with_messages(trained_on, (report or {}).get(STORED_MESSAGES, {})),
                    active=version == active,
                    candidate=not promoted,
                    f1=_f1(report, version),
                    report=report,
                )
            )
        return found

    def add(
        self,
        bundle: Path,
        report: Mapping[str, Any] | None,
        trained_on: str,
        progress: Progress = SILENT,
    ) -> ModelInfo:
        """Keep a trained model (a bundle folder) inside the document; nothing is promoted.

        Each file is a transaction, and the model counts with the last one. When it is cancelled, nothing of
        the model stays.
        """
        version = _version_of(bundle)
        if version == self.base:
            raise MltagError(
                "The trained model is identical to the bundled model.", "Decide some records first."
            )
        if not self.holds(version):
            try:
                self._write(progress, version, bundle)
                created = now().isoformat(timespec="seconds")
                found = messages_in([report, trained_on])
                messages = {STORED_MESSAGES: found} if found else {}
                stored = None if report is None else json.dumps({**report, **messages})
                with self._store.write() as transaction:
                    values = summed(version, created, trained_on, stored)
                    transaction.execute("INSERT INTO models VALUES (?, ?, ?, ?, 0, ?)", values)
                    transaction.then(lambda: self._versions.update({version: False}))
                    progress.report(1.0)
            except Cancelled:
                self._clear_leftovers()
                raise
        return next(model for model in self.all() if model.version == version)

    def _write(self, progress: Progress, version: str, bundle: Path) -> None:
        paths = sorted(path for path in bundle.rglob("*") if path.is_file())
        for number, path in enumerate(paths):
            progress.report(number / len(paths))
            data = path.read_bytes()
            name, digest = path.relative_to(bundle).as_posix(), hashlib.sha256(data).hexdigest()
            with self._store.write() as transaction:
                found = transaction.execute(_CONTENT, (digest,)).fetchone()
                if found is None or hashlib.sha256(found[0]).hexdigest() != digest:  # missing or damaged
                    content = (digest, data, sum_of((digest,)))
                    transaction.execute("INSERT OR REPLACE INTO model_contents VALUES (?, ?, ?)", content)
                values = summed(version, name, digest)
                transaction.execute("INSERT OR REPLACE INTO model_files VALUES (?, ?, ?, ?)", values)

    def promote(self, version: str) -> Change:
        """Make a model the active one; one undo step. Its predictions show at once, others are stale."""
        if not self.holds(version) and version != self.base:
            raise _no_model(version)
        if version == self.active:
            raise MltagError(
                message("Model {version} is already active.", version=version), "No action is needed."
            )
        if self.holds(version):
            self._verify(version)
        with self._store.write() as transaction:
            if self.holds(version):
                transaction.execute("UPDATE models SET promoted_once = 1 WHERE version = ?", (version,))
                transaction.then(lambda: self._versions.update({version: True}))
            promotions = [*self._meta["promotions"], version]
            return self._move(
                transaction, Action.PROMOTE, message("Promote model {version}", version=version), promotions
            )

    def rollback(self) -> Change:
        """Make the model active again that was so before; one undo step."""
        with self._store.write() as transaction:
            promotions = self._meta["promotions"]
            if not promotions:
                raise MltagError(
                    "There is no earlier model to roll back to.", "Promote another model instead."
                )
            label = message("Roll back from model {promotions}", promotions=promotions[-1])
            return self._move(transaction, Action.ROLLBACK, label, promotions[:-1])

    def sizes(self) -> dict[str, int]:
        """Return how many bytes each model takes that no other model shares."""
        lengths = dict(self._store.rows("SELECT sha256, LENGTH(data) FROM model_contents"))
        files = self._store.rows("SELECT DISTINCT version, sha256 FROM model_files")
        used = Counter(digest for _, digest in files)
        found: dict[str, int] = {}
        for version, digest in files:
            own = lengths.get(digest, 0) if used[digest] == 1 else 0
            found[version] = found.get(version, 0) + own
        return found

    def discard(self, version: str, *, promoted: bool = False) -> Change:
        """Delete a candidate, or with `promoted` also a formerly active model; never the active one."""
        found = next((model for model in self.all() if model.version == version), None)
        if found is None:
            raise _no_model(version)
        if found.active or found.bundled:
            what = message("is active") if found.active else message("is bundled with the program")
            raise MltagError(
                message("Model {version} {what} and cannot be deleted.", version=version, what=what),
                "Promote another model first.",
            )
        if not found.candidate and not promoted:
            raise MltagError(
                message("Model {version} was active before, so it cannot be discarded.", version=version),
                "Roll back to another model instead.",
            )
        with self._store.read() as connection:
            if faults_of_model(connection, version):  # freeing damaged pages could free pages of other tables
                check_pages(connection, self._store.path)
        with self._store.write() as transaction:
            transaction.execute("DELETE FROM models WHERE version = ?", (version,))
            _delete_files(transaction, version)
            self._forget(transaction, version)
            left = [each for each in self._meta["promotions"] if each != version]
            kept = [each for place, each in enumerate(left) if not place or each != left[place - 1]]
            self._meta.set(transaction, promotions=kept)
            transaction.then(lambda: self._versions.pop(version))
        self._shown()
        return Change(None, ChangeKind.MODELS, label=message("Discard model {version}", version=version))

    def bundle_path(self, version: str) -> Path:
        """Return the folder of a model, unpacked and verified; raises `DamagedModelError`."""
        if not self.holds(version):
            raise _no_model(version)
        with self._store.read() as connection, any_text(connection):
            query = "SELECT name, sha256 FROM model_files WHERE version = ? ORDER BY name"
            hashes = dict(connection.execute(query, (version,)).fetchall())
        mark = hashlib.sha256(json.dumps(hashes, sort_keys=True).encode()).hexdigest()[:24]
        folder = self.folder / f"model-{mark}"
        if not _is_whole(folder, hashes):
            self._verify(version)
            self._unpack(version, hashes, folder)
        return folder

    def manifest(self, version: str) -> bytes:
        """Return the manifest of a model as it is stored, unchecked; empty if it does not exist."""
        found = self._store.rows(_MANIFEST, version)
        return bytes(found[0][0]) if found else b""

    def apply(self, transaction: Transaction, values: Mapping[str, Any]) -> ChangeKind:
        """Set the promotions; the bundled model takes the place of models that were discarded since."""
        promotions = [each if self.holds(each) else self.base or each for each in values["promotions"]]
        self._meta.set(transaction, promotions=promotions)
        transaction.then(self._shown)
        return ChangeKind.MODELS | ChangeKind.PREDICTIONS

    def close(self) -> None:
        """Delete the models that were unpacked for this session."""
        self._temporary = None
        self._closing.close()

    def _move(
        self, transaction: Transaction, action: Action, label: str, promotions: Sequence[str]
    ) -> Change:
        before = self._meta["promotions"]
        step = self._journal.append(transaction, action, label, before=before, after=promotions)
        return Change(None, self.apply(transaction, {"promotions": promotions}), step, label, action)

    def _verify(self, version: str) -> None:
        """Raise `DamagedModelError` if a file of a model does not match its checksum."""
        with self._store.read() as connection:
            found = faults_of_model(connection, version)
        if found:
            raise damaged_model(self._store.path, found)

    def _clear_leftovers(self) -> None:
        """Delete the files of an incompletely stored model, unless damaged metadata may hide its name."""
        if self._damaged:
            return
        kept = {version for (version,) in self._store.rows("SELECT DISTINCT version FROM model_files")}
        for version in [] if self._store.read_only else sorted(kept - self._versions.keys()):
            with self._store.write() as transaction:
                _delete_files(transaction, version)

    @property
    def folder(self) -> Path:
        """The folder of unpacked models; it exists until the workspace is closed."""
        if self._cache is not None:
            self._cache.mkdir(parents=True, exist_ok=True)
            return self._cache
        if self._temporary is None:
            self._temporary = self._closing.enter_context(scratch_folder()) / "models"
            self._temporary.mkdir()
        return self._temporary

    def _unpack(self, version: str, hashes: Mapping[str, str], folder: Path) -> None:
        import shutil
        import tempfile

        part = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=folder.parent))
        try:
            for name, digest in hashes.items():
                ((data,),) = self._store.rows(_CONTENT, digest)
                if not _is_inside(name):
                    raise MltagError(
                        message("The model {version} names a file outside itself.", version=version),
                        "Roll back to another model.",
                    )
                target = part / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            if folder.exists():
                shutil.rmtree(folder)
            move(part, folder)
        except OSError as error:
            raise MltagError(
                message(
                    "Model {version} could not be unpacked: {strerror}.",
                    version=version,
                    strerror=error.strerror,
                ),
                "Free some space and try again.",
            ) from error
        finally:
            shutil.rmtree(part, ignore_errors=True)


def _delete_files(transaction: Transaction, version: str) -> None:
    """Delete the files of a model, and the contents that no other model has."""
    transaction.execute("DELETE FROM model_files WHERE version = ?", (version,))
    transaction.execute("DELETE FROM model_contents WHERE sha256 NOT IN (SELECT sha256 FROM model_files)")


def _no_model(version: str) -> MltagError:
    return MltagError(
        message("There is no model {version} in this workspace.", version=version),
        "Choose a model from the list.",
    )


def _version_of(bundle: Path) -> str:
    try:
        manifest = json.loads((bundle / "manifest.json").read_text(encoding="utf-8"))
        version = manifest["version"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MltagError(
            message("{bundle} contains no model.", bundle=bundle), "Train the model again."
        ) from error
    return str(version)


def _is_whole(folder: Path, hashes: Mapping[str, str]) -> bool:
    return folder.is_dir() and all(
        (folder / name).is_file() and sha256_of(folder / name) == expected
        for name, expected in hashes.items()
    )


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name


def _f1(report: Any, version: str) -> float | None:
    """Return the weighted F1 of the model in its report."""
    models = report.get("models", []) if isinstance(report, dict) else []
    for model in models:
        if isinstance(model, dict) and model.get("version") == version and "f1" in model:
            return float(model["f1"])
    return None

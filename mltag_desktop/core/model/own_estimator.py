"""Estimators of recipes that installed packages offer: train, sign, load and score.

A trained estimator is code that runs when it is loaded. Its bytes are signed with a secret key of this user
account (HMAC-SHA256 over the recipe's name, the tags and the bytes), and only bytes with a valid signature
are ever loaded. So models from elsewhere are refused: the key never leaves the user's data folder
(docs/decisions/0034-own-recipes.md).
"""

import contextlib
import hashlib
import hmac
import io
import os
import secrets
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import user_folder
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.recipes import Recipe
from mltag_desktop.core.model.types import FloatArray

T = TypeVar("T")

KEY_FILE: Final = "recipe-key"
_KEY_BYTES: Final = 32
_FAR_BELOW: Final = 10.0
"""Distance of the score of a tag without rows below all others."""
_SMALLEST: Final = 1e-6


class OwnEstimator:
    """A trained estimator of a package's recipe, loaded when it is first used."""

    def __init__(self, stored: NDArray[np.uint8], recipe: Recipe, tags: Sequence[str]) -> None:
        """Take signed bytes; raises `MltagError` if this user account did not sign them for these tags."""
        signature, data = stored[:_KEY_BYTES].tobytes(), stored[_KEY_BYTES:].tobytes()
        key = secret_key(create=False)
        if not key or not hmac.compare_digest(signature, signature_of(key, recipe, tags, data)):
            raise MltagError(
                message(
                    "This model contains code of the recipe {name}, and it was not trained by you on this "
                    "computer.",
                    name=recipe.name,
                ),
                "Roll back to another model, then train one here.",
            )
        self.stored = stored
        self._recipe, self._tags, self._data = recipe, tuple(tags), data

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.stored, self._recipe, self._tags)

    def scores(self, texts: Sequence[str]) -> FloatArray:
        """Return the score of each tag, shape (n, k): decision values, or logarithms of probabilities."""
        scores = np.full((len(texts), len(self._tags)), -np.inf, np.float32)
        if texts:
            estimator = self._estimator
            found = called(self._recipe, "predicting", lambda: _raw_scores(estimator, list(texts)))
            scores[:, self._places] = found
        lowest = np.where(np.isfinite(scores), scores, np.inf).min(axis=1, initial=0.0, keepdims=True)
        filled: FloatArray = np.where(np.isfinite(scores), scores, lowest - _FAR_BELOW).astype(np.float32)
        return filled

    def explain(self, text: str, tag: int) -> tuple[float, list[tuple[str, float]]] | None:
        """Return the bias and the weight of each feature of `text` for a tag; None if it is not linear."""
        place = np.flatnonzero(self._places == tag)
        estimator = self._estimator
        if not len(place):
            return None
        return called(self._recipe, "explaining", lambda: _linear_shares(estimator, text, int(place[0])))

    @cached_property
    def is_linear(self) -> bool:
        """Whether `explain` gives an explanation."""
        return self.explain("", int(self._places[0])) is not None

    @cached_property
    def _estimator(self) -> Any:
        import joblib

        return called(self._recipe, "loading", lambda: joblib.load(io.BytesIO(self._data)))

    @cached_property
    def _places(self) -> NDArray[np.intp]:
        """The index into the tags of each of the estimator's classes."""
        return np.array([self._tags.index(str(tag)) for tag in self._estimator.classes_], np.intp)


def key_path() -> Path:
    """Return the file with the secret key of this user account."""
    return user_folder("data") / KEY_FILE


def secret_key(*, create: bool) -> bytes:
    """Return the secret key; with `create`, make one if it is missing. Empty without one."""
    path = key_path()
    try:
        if create and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
            try:
                with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                    file.write(secrets.token_bytes(_KEY_BYTES))
                    file.flush()
                    os.fsync(file.fileno())
                _link(part, path)
            finally:
                part.unlink(missing_ok=True)
        key = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise MltagError(
            message(
                "The key that signs your models could not be read or written: {path}: {why}.",
                path=path,
                why=error.strerror or error,
            ),
            "Check the permissions of the folder.",
        ) from error
    return key if len(key) == _KEY_BYTES else b""


def _link(part: Path, path: Path) -> None:
    """Give a complete key file its name, unless another process was first."""
    try:
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not path.exists():
            part.rename(path)


def signature_of(key: bytes, recipe: Recipe, tags: Sequence[str], data: bytes) -> bytes:
    """Return the signature of a trained estimator, in `_KEY_BYTES` bytes."""
    context = "\0".join(("mltag recipe model", recipe.name, *tags)).encode("utf-8", "surrogatepass")
    signed = len(context).to_bytes(8, "little") + context + data
    return hmac.new(key, signed, hashlib.sha256).digest()


def _raw_scores(estimator: Any, texts: list[str]) -> NDArray[np.floating[Any]]:
    """Return the score of each of the estimator's classes, shape (n, classes)."""
    found, shape = _unchecked_scores(estimator, texts), (len(texts), len(estimator.classes_))
    if found.shape != shape:
        raise ValueError(f"the scores have the shape {found.shape}, not {shape}")
    if np.isnan(found).any():
        raise ValueError("the scores contain NaN")
    return found


def _unchecked_scores(estimator: Any, texts: list[str]) -> NDArray[np.floating[Any]]:
    if hasattr(estimator, "decision_function"):
        found = np.asarray(estimator.decision_function(texts), np.float64)
        if found.ndim == 1:  # two classes share one value
            found = np.stack([-found, found], axis=1)
        if found.shape == (len(texts), len(estimator.classes_)):
            return found
    if hasattr(estimator, "predict_proba"):
        return np.log(np.maximum(np.asarray(estimator.predict_proba(texts), np.float64), _SMALLEST))
    predicted = np.asarray(estimator.predict(texts), dtype=object)
    classes = np.asarray(estimator.classes_, dtype=object)
    return np.asarray(predicted[:, None] == classes[None, :], np.float64)


def _linear_shares(estimator: Any, text: str, place: int) -> tuple[float, list[tuple[str, float]]] | None:
    """Return the bias and the named weights of a pipeline that ends in a linear classifier."""
    from sklearn.pipeline import Pipeline

    if not isinstance(estimator, Pipeline) or len(estimator.steps) < 2:
        return None
    before, last = estimator[:-1], estimator.steps[-1][1]
    if not all(hasattr(last, name) for name in ("coef_", "intercept_", "decision_function")):
        return None
    try:
        names = before.get_feature_names_out()
    except (AttributeError, ValueError):  # a step has no names for its features
        return None
    row = before.transform([text])
    values = np.asarray(row.todense() if hasattr(row, "todense") else row, np.float64).ravel()
    planes = np.asarray(last.coef_.todense() if hasattr(last.coef_, "todense") else last.coef_)
    bias = np.broadcast_to(np.asarray(last.intercept_, np.float64), (planes.shape[0],))
    if len(planes) == 1 and len(last.classes_) == 2:
        planes, bias = np.concatenate([-planes, planes]), np.concatenate([-bias, bias])
    if planes.shape != (len(last.classes_), len(names)):
        return None
    occurring = np.flatnonzero(values)
    shares = values[occurring] * planes[place, occurring]
    return float(bias[place]), [
        (str(names[column]).rpartition("__")[2], float(share))
        for column, share in zip(occurring.tolist(), shares.tolist(), strict=True)
    ]


def called(recipe: Recipe, doing: str, call: Callable[[], T]) -> T:
    """Return the result of code of a package; raises `MltagError` in place of any exception."""
    try:
        with _quiet():
            return call()
    except (MltagError, MemoryError):
        raise
    except (Exception, SystemExit) as error:  # foreign code raises anything
        what = {
            "training": message("The recipe {name} failed while it was trained", name=recipe.name),
            "predicting": message("The recipe {name} failed while it predicted", name=recipe.name),
            "explaining": message("The recipe {name} failed while it explained", name=recipe.name),
            "loading": message("The model of the recipe {name} could not be loaded", name=recipe.name),
        }[doing]
        raise MltagError(
            message("{what}: {kind}: {error}.", what=what, kind=type(error).__name__, error=error),
            advice(recipe),
        ) from error


def advice(recipe: Recipe) -> str:
    """Return what to do when the code of a package fails."""
    return message(
        "Choose another recipe, or ask the authors of the package {package}. No decision is lost.",
        package=recipe.package,
    )


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what foreign code warns about from the curator, and what it prints from stdout.

    Commands write JSON to stdout. Only the main thread redirects it, because threads share `sys.stdout`.
    """
    with contextlib.ExitStack() as stack:
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        if threading.current_thread() is threading.main_thread():
            stack.enter_context(contextlib.redirect_stdout(sys.stderr))
        yield

"""Export a model as a scikit-learn classifier with a README; the program never loads such a file."""

import io
import sys
import zipfile
from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin

from mltag_desktop import __version__
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_folder, atomic_write
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import FloatArray

MODEL_FILE: Final = "model.joblib"
README: Final = "README.md"
_README_TEXT: Final = """# Model {version} for notebooks

`{file}` is a scikit-learn classifier that returns a tag for each text. It gives the same answers as the
model in MLTag Desktop.

    import joblib

    model = joblib.load("{file}")
    model.predict(["Segmenting street scenes from a moving car"])
    model.predict_proba(["…"])  # one column for each of model.classes_

Texts are a list, an array or one column of a frame. Join several text columns with a space first.

Loading a joblib file runs code that is in it. Load only files whose origin you know. MLTag Desktop never
loads this file; it reads its own model bundles.

## Versions
Written with, and best loaded with:

- mltag-desktop {program} (required: it computes the features of a text; in a folder with its source, run
  `pip install .`)
- Python {python}, numpy {numpy}, scikit-learn {sklearn}, joblib {joblib}

## Model
- Recipe: {recipe}
- Training rows: {rows:,}, of which {examples:,} were added to the base model's
- Out of fold: F1 {f1:.3f}, accuracy {accuracy:.3f}

## Tags
{tags}
"""


def export_estimator(model: LinearModel, out: Path, *, replace: bool = False) -> None:
    """Write `model.joblib` and `README.md` into the new folder `out`, or into a zip file if it ends in .zip.

    The rows that the model was trained on are not part of it. With `replace`, an earlier export is replaced,
    but no other folder.
    """
    contents = {MODEL_FILE: _dumped(model), README: _readme(model).encode()}
    if out.suffix.lower() == ".zip":
        with atomic_write(out, replace=replace) as file, zipfile.ZipFile(file, "w") as archive:
            for name, data in contents.items():
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return
    if out.exists() and not replace:
        raise MltagError(message("{path} already exists.", path=out), "Choose another name.")
    if out.exists() and (not out.is_dir() or {path.name for path in out.iterdir()} - contents.keys()):
        raise MltagError(
            message("{path} is not an exported model and is not replaced.", path=out), "Choose another name."
        )
    with atomic_folder(out) as folder:
        folder.mkdir()
        for name, data in contents.items():
            (folder / name).write_bytes(data)


def _dumped(model: LinearModel) -> bytes:
    import joblib

    nothing = model.base.take(np.empty(0, np.intp))
    plain = LinearModel(model.manifest, model.vectors, model.head, nothing, None, model.mixture)
    buffer = io.BytesIO()
    joblib.dump(NotebookEstimator(plain), buffer, compress=3)
    return buffer.getvalue()


def _readme(model: LinearModel) -> str:
    import joblib
    import sklearn

    training = model.manifest.training
    return _README_TEXT.format(
        version=model.manifest.version,
        file=MODEL_FILE,
        program=__version__,
        python=".".join(map(str, sys.version_info[:2])),
        numpy=np.__version__,
        sklearn=sklearn.__version__,
        joblib=joblib.__version__,
        recipe=model.manifest.recipe.name,
        rows=training.rows,
        examples=training.examples,
        f1=training.f1,
        accuracy=training.accuracy,
        tags="\n".join(f"- {tag}" for tag in model.tags),
    )


class NotebookEstimator(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """A trained scikit-learn classifier of texts; `classes_` are the tags in sorted order."""

    def __init__(self, model: LinearModel) -> None:
        self.model = model

    @property
    def classes_(self) -> NDArray[np.object_]:
        """The tags, sorted, shape (k,)."""
        return np.array(sorted(self.model.tags), dtype=object)

    def fit(self, texts: object = None, tags: object = None) -> "NotebookEstimator":
        """Return the estimator unchanged: the model is trained already."""
        return self

    def predict_proba(self, texts: Iterable[str]) -> FloatArray:
        """Return the probability of each tag of `classes_`, shape (n, k)."""
        order = np.argsort(np.array(self.model.tags, dtype=object))
        probabilities: FloatArray = self.model.predict(_checked(texts)).probabilities
        return probabilities[:, order]

    def predict(self, texts: Iterable[str]) -> NDArray[np.object_]:
        """Return the tag of each text, shape (n,)."""
        probabilities = self.model.predict(_checked(texts)).probabilities
        tags: NDArray[np.object_] = np.array(self.model.tags, dtype=object)[probabilities.argmax(axis=1)]
        return tags

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.input_tags.one_d_array = True
        return tags


def _checked(texts: Iterable[Any]) -> list[str]:
    """Return the texts as a list, with empty texts for missing values; raises `ValueError` for other values.

    A frame would otherwise be a list of its columns' names, and one text a list of its characters.
    """
    if isinstance(texts, str | bytes):
        raise ValueError("One text was given in place of several. Put it in a list: [text].")
    if getattr(texts, "ndim", 1) != 1 or not isinstance(texts, Iterable) or isinstance(texts, Mapping | Set):
        kind = type(texts).__name__
        raise ValueError(f'Expected a list of texts, got {kind}. Pass one column of texts: frame["text"].')
    return [_text(value, place) for place, value in enumerate(texts)]


def _text(value: Any, place: int) -> str:
    if isinstance(value, str):
        return str(value)
    is_nan = isinstance(value, float) and value != value
    if value is None or is_nan or type(value).__name__ == "NAType":  # pandas need not be installed
        return ""
    raise ValueError(f"The value at position {place:,} is not a text: {value!r}. Choose a column of texts.")

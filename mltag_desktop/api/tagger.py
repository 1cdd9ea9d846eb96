"""A scikit-learn classifier with the models of the program."""

import contextlib
import dataclasses
import itertools
import operator
import os
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils import check_random_state
from sklearn.utils.validation import check_is_fitted

from mltag_desktop.api.inputs import (
    InvalidInputError,
    TextColumns,
    additional_tags_of,
    checked,
    tag_name,
    tags_of,
    texts_of,
    weights_of,
)
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_names import install, load_trained, refuse_foreign
from mltag_desktop.core.model.types import shown_version
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.recipe_choice import AUTO, ComparedRecipe, train_named
from mltag_desktop.core.training.training import Examples

_LARGEST_SEED = 2**31 - 1


class Tagger(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """A classifier of texts that trains, predicts and explains as the program does.

    Parameters
    ----------
        recipe: a name of `mltag compare`; "auto" chooses features, C and class weights by cross-validation,
            and "fast-twin" distils the sentence encoder into static vectors (extra `encoder`).
        text: the columns of a frame that hold the text. Not needed for a list, an array, a Series, or a frame
            with one column.
        random_state: seed of the folds; the same texts and seed give the same model.
        n_jobs: number of worker processes for the folds, as in scikit-learn: None for one, -1 for all cores.
            It changes no result.

    After `fit`: `classes_` (sorted tags), `recipe_` (name of the recipe in use), `version_` (the model's
    version, as the program shows it), `comparison_` (frame of the compared recipes, best first; None without
    a comparison) and `model_` (the program's model).

    """

    def __init__(
        self,
        recipe: str = AUTO,
        *,
        text: TextColumns = None,
        random_state: Any = 0,
        n_jobs: int | None = None,
    ) -> None:
        self.recipe = recipe
        self.text = text
        self.random_state = random_state
        self.n_jobs = n_jobs

    @classmethod
    def bundled(cls, *, text: TextColumns = None) -> Self:
        """Return the model that comes with the program."""
        return cls._of(bundled(), text)

    @classmethod
    @checked
    def load(cls, path: str | Path, *, text: TextColumns = None) -> Self:
        """Return a saved model: a folder, a model file, or a name of the library."""
        return cls._of(load_trained(str(path)), text)

    def fit(
        self,
        X: Any,  # noqa: N803
        y: Any,
        sample_weight: Any = None,
        *,
        additional_tags: Any = None,
        unlabelled: Any = None,
    ) -> Self:
        """Train on the texts `X` with the tags `y`; raises `InvalidInputError` for missing tags.

        `sample_weight` is a number for each text; without it, all count the same.
        `additional_tags` are further tags of each text, each a list or tuple; then `predict_tags` predicts
        them too. `unlabelled` are texts like `X` without tags, which a fast twin is distilled from as well.
        """
        texts = self._texts(X)
        tags = tags_of(y, len(texts))
        additional = additional_tags_of(additional_tags, len(texts))
        weights = weights_of(sample_weight, len(texts))
        classes, codes = np.unique(tags, return_inverse=True)
        others = sorted({*itertools.chain(*additional)} - {tag_name(name) for name in classes.tolist()})
        if len(classes) < 2:
            found = f"only one class, {classes[0]}" if len(classes) else "no sample (0 texts)"
            raise InvalidInputError(
                f"Training needs texts of at least two classes; there is {found}.",
                "Add texts with another tag.",
            )
        names = [tag_name(name) for name in classes.tolist()]
        main = tuple(names[code] for code in codes.tolist())
        examples = Examples(tuple(texts), main, weights, additional)
        more = () if unlabelled is None else self._texts(unlabelled)
        vectors, seed, jobs = bundled().vectors, self._seed(), self._jobs()
        model, choice = train_named(
            SILENT, self.recipe, examples, vectors, unlabelled=more, seed=seed, jobs=jobs
        )
        self._adopt(model, _with_others(classes, others))
        compared = () if choice is None else choice.candidates
        self.comparison_ = _comparison(compared) if compared else None
        return self

    def predict(self, X: Any) -> NDArray[Any]:  # noqa: N803
        """Return the tag of each text, shape (n,)."""
        check_is_fitted(self, "model_")
        texts = self._texts(X)
        best = self.model_.predict(texts).best if texts else np.zeros(0, np.intp)
        tags: NDArray[Any] = self.classes_[np.argsort(self._order())[best]]
        return tags

    def predict_tags(self, X: Any) -> list[tuple[str, ...]]:  # noqa: N803
        """Return the tags of each text: the predicted tag, then the additional ones, the likeliest first.

        Only a model that was trained on several tags per text predicts additional tags.
        """
        check_is_fitted(self, "model_")
        texts = self._texts(X)
        if not texts:
            return []
        found = self.model_.predict(texts)
        main = [found.tags[place] for place in found.best.tolist()]
        return [(tag, *more) for tag, more in zip(main, found.additional_names(), strict=True)]

    def predict_proba(self, X: Any) -> NDArray[np.float32]:  # noqa: N803
        """Return the calibrated probability of each of `classes_`, shape (n, k)."""
        check_is_fitted(self, "model_")
        texts = self._texts(X)
        if not texts:
            return np.zeros((0, len(self.classes_)), np.float32)
        shares: NDArray[np.float32] = self.model_.predict(texts).probabilities[:, self._order()]
        return shares

    @checked
    def explain(self, text: str, tag: Any = None) -> pd.DataFrame:
        """Return how much each piece of `text` adds to the score of `tag`, by default the predicted one.

        `tag` is one of `classes_`.

        The frame has the columns piece, start, end and weight; piece is `text[start:end]`, or empty for
        capitals, numbers and punctuation together. `frame.attrs` has tag, confidence, score, bias and note,
        where score is bias plus the weights, and note says what the explanation lacks: it is an estimate for
        a model with the sentence encoder, and has weights of 0 for a recipe that is not linear. A note is a
        warning too.
        """
        check_is_fitted(self, "model_")
        why = self.model_.explain(str(text), None if tag is None else tag_name(tag))
        note = str(why.note)
        if note:
            warnings.warn(note, stacklevel=3)  # in the code that calls, above the check of the arguments
        pieces = [(piece.text, piece.start, piece.end, piece.weight) for piece in why.pieces]
        frame = pd.DataFrame(pieces, columns=["piece", "start", "end", "weight"])
        frame = frame.astype({"piece": str, "start": np.int64, "end": np.int64, "weight": np.float64})
        frame.attrs = {"tag": why.tag, "confidence": why.confidence, "score": why.score, "bias": why.bias}
        frame.attrs["note"] = note
        return frame

    @checked
    def save(self, path: str | Path, *, replace: bool = False) -> None:
        """Write the model as a bundle, which `load`, `mltag predict --model` and `mltag serve` read.

        Its tags are texts: a loaded model predicts "1" where this one predicts 1. pickle and joblib keep the
        type.
        """
        check_is_fitted(self, "model_")
        out = Path(path)
        if out.exists() and not replace:
            raise MltagError(f"{out} already exists.", "Choose another name, or pass replace=True.")
        refuse_foreign(out)
        install(self.model_, out)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = tags.input_tags.one_d_array = True
        tags.input_tags.two_d_array = False
        return tags

    def _more_tags(self) -> dict[str, Any]:
        """Return the same for scikit-learn 1.5."""
        return {"X_types": ["string", "1darray"], "requires_y": True}

    @classmethod
    def _of(cls, model: LinearModel, text: TextColumns) -> Self:
        tagger = cls(model.manifest.recipe.name, text=text)
        tagger._adopt(model, np.array(sorted(model.tags)))
        tagger.comparison_ = None
        return tagger

    def _adopt(self, model: LinearModel, classes: NDArray[Any]) -> None:
        self.model_, self.classes_ = model, classes
        self.recipe_, self.version_ = model.manifest.recipe.name, shown_version(model.version)

    def _order(self) -> list[int]:
        """Return the index into the model's tags of each of `classes_`."""
        places = {tag: place for place, tag in enumerate(self.model_.tags)}
        return [places[tag_name(name)] for name in self.classes_.tolist()]

    def _texts(self, values: Any) -> list[str]:
        return texts_of(values, self.text)

    def _jobs(self) -> int:
        """Return the number of worker processes: -1 stands for all cores, -2 for all but one."""
        if self.n_jobs is None:
            return 1
        try:
            jobs = operator.index(self.n_jobs)
        except TypeError:
            jobs = 0
        if not jobs:
            raise InvalidInputError(
                f"n_jobs is {self.n_jobs!r}.", "Use a number of processes, or -1 for all."
            )
        return jobs if jobs > 0 else max(1, (os.cpu_count() or 1) + 1 + jobs)

    def _seed(self) -> int:
        try:
            generator = check_random_state(self.random_state)
        except ValueError as error:
            raise InvalidInputError(
                f"random_state is {self.random_state!r}.",
                "Use a whole number from 0 to 4294967295, a numpy RandomState, or None.",
            ) from error
        if isinstance(self.random_state, int):
            return self.random_state
        return int(generator.randint(_LARGEST_SEED))


def _with_others(classes: NDArray[Any], others: Sequence[str]) -> NDArray[Any]:
    """Return the classes and the additional tags that are no class, sorted, in the type of the classes."""
    if not others:
        return classes
    more = np.array(others)
    with contextlib.suppress(ValueError):
        more = more.astype(str if classes.dtype.kind in "OUS" else classes.dtype)
    if more.dtype.kind != classes.dtype.kind or [tag_name(tag) for tag in more.tolist()] != [*others]:
        raise InvalidInputError(
            f"The additional tag {others[0]} is of another type than the tags.", "Pass all tags as texts."
        )
    return np.unique(np.concatenate([classes, more]))


def _comparison(compared: Sequence[ComparedRecipe]) -> pd.DataFrame:
    frame = pd.DataFrame([dataclasses.asdict(each) for each in compared])
    return frame.sort_values("accuracy", ascending=False, kind="stable", ignore_index=True)

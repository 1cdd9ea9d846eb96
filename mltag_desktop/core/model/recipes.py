"""Named recipes: the features, losses and hyperparameters of a classifier, for `mltag compare`."""

from dataclasses import dataclass
from typing import Final, Literal

from mltag_desktop.core.errors import MltagError


@dataclass(frozen=True)
class Recipe:
    """The features, loss and hyperparameters of a classifier, chosen by cross-validation (docs/decisions)."""

    name: str
    summary: str
    words: bool = True
    """Tf-idf of hashed words and bigrams."""
    vectors: bool = True
    """Static text vectors."""
    bayes: bool = True
    """Complement naive Bayes, added to the linear classifier."""
    loss: Literal["squared_hinge", "logistic", "none"] = "squared_hinge"
    c: float = 0.1
    """Inverse regularisation strength of the linear classifier."""
    alpha: float = 0.1
    """Additive smoothing of naive Bayes."""
    vector_weight: float = 1.0
    """Length of a text's vector, relative to its tf-idf row of length 1."""


RECIPES: Final = {
    recipe.name: recipe
    for recipe in (
        Recipe("hybrid", "Linear SVM on words, bigrams and static vectors, with naive Bayes"),
        Recipe("svm", "Linear SVM on words and bigrams", vectors=False, bayes=False, c=0.5),
        Recipe(
            "logistic",
            "Logistic regression on words and bigrams",
            vectors=False,
            bayes=False,
            loss="logistic",
            c=10.0,
        ),
        Recipe("vectors", "Linear SVM on static vectors only", words=False, bayes=False, c=1.0),
        Recipe(
            "bayes", "Complement naive Bayes on words and bigrams", words=False, vectors=False, loss="none"
        ),
    )
}
DEFAULT_RECIPE: Final = RECIPES["hybrid"]


def recipe(name: str) -> Recipe:
    """Return the recipe called `name`; raises `MltagError` for an unknown name."""
    try:
        return RECIPES[name]
    except KeyError:
        raise MltagError(
            f"There is no recipe called {name}.", f"Choose one of: {', '.join(RECIPES)}."
        ) from None

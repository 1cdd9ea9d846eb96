"""Named recipes: the features, losses and hyperparameters of a classifier, for `mltag compare`."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.extraction import Extra, Features
from mltag_desktop.core.serialization import LATER

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINTS: Final = "mltag.recipes"
"""Group of the entry points with which installed packages offer recipes."""


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
    loss: Literal["squared_hinge", "crammer_singer", "logistic", "none"] = "squared_hinge"
    c: float = 0.1
    """Inverse regularisation strength of the linear classifier."""
    alpha: float = 0.1
    """Additive smoothing of naive Bayes."""
    vector_weight: float = 1.0
    """Length of a text's vector, relative to its tf-idf row of length 1."""
    characters: bool = field(default=False, metadata=LATER)
    """Tf-idf of hashed character sequences."""
    embeddings: bool = field(default=False, metadata=LATER)
    """Embeddings of the sentence encoder."""
    embedding_weight: float = field(default=1.5, metadata=LATER)
    """Length of a text's embedding, relative to its tf-idf row of length 1."""
    english: bool = field(default=False, metadata=LATER)
    """Embeddings of the English encoder, as long as the others."""
    balanced: bool = field(default=True, metadata=LATER)
    """Whether rows of rare tags have more weight in the linear classifier."""
    package: str = field(default="", metadata=LATER)
    """The installed package that offers the recipe; its models contain code. Empty for the program's own."""

    @property
    def extra(self) -> Extra:
        """The features that the recipe reads besides words, static vectors and token shapes."""
        extra = Extra.CHARACTERS if self.characters else Extra.NONE
        extra |= Extra.EMBEDDINGS if self.embeddings else Extra.NONE
        extra |= Extra.ENGLISH if self.english else Extra.NONE
        return extra | (Extra.TEXTS if self.package else Extra.NONE)

    def within(self, features: Features) -> "Recipe":
        """Return the recipe without what `features` lack; the default recipe for a package's without texts.

        Models keep words and static vectors of their training rows only.
        """
        if features.has(self.extra):
            return self
        if self.package:
            return DEFAULT_RECIPE
        kept = dataclasses.replace(
            self,
            characters=self.characters and features.characters is not None,
            embeddings=self.embeddings and features.embeddings is not None,
            english=self.english and features.english is not None,
        )
        return (
            kept
            if kept.vectors or kept.characters or kept.embeddings or kept.english
            else dataclasses.replace(kept, words=True)
        )


RECIPES: Final = {
    recipe.name: recipe
    for recipe in (
        Recipe("hybrid", message("Linear SVM on words, bigrams and static vectors, with naive Bayes")),
        Recipe("svm", message("Linear SVM on words and bigrams"), vectors=False, bayes=False, c=0.5),
        Recipe(
            "logistic",
            message("Logistic regression on words and bigrams"),
            vectors=False,
            bayes=False,
            loss="logistic",
            c=10.0,
        ),
        Recipe("vectors", message("Linear SVM on static vectors only"), words=False, bayes=False, c=1.0),
        Recipe(
            "bayes",
            message("Complement naive Bayes on words and bigrams"),
            words=False,
            vectors=False,
            loss="none",
        ),
    )
}
DEFAULT_RECIPE: Final = RECIPES["hybrid"]
NAMES: Final = "names"
"""Name of the recipe of models that also learned from tag names and undecided records."""
TWIN: Final = Recipe("fast-twin", message("Words, and vectors distilled from the sentence encoder"), c=1.0)
"""The recipe of fast twins; their vectors are fitted first (`core/training/twin.py`)."""


def recipe(name: str, others: Sequence[str] = ()) -> Recipe:
    """Return the recipe called `name`; raises `MltagError` for an unknown name.

    `others` are more names that the user may choose.
    """
    found = RECIPES.get(name) or own_recipes().get(name)
    if found is None:
        raise MltagError(
            message("There is no recipe called “{name}”.", name=name),
            message("Choose one of: {names}.", names=", ".join((*recipe_names(), *others))),
        )
    return found


def trainable(name: str) -> Recipe | None:
    """Return the recipe called `name`; None for the ones that are made during a training.

    Raises `MltagError` for an unknown name.
    """
    made = ("auto", TWIN.name)
    return None if name in made else recipe(name, made)


def recipe_names() -> tuple[str, ...]:
    """Return the names of all recipes: the program's, then those of installed packages."""
    return tuple(each.name for each in all_recipes())


def all_recipes() -> tuple[Recipe, ...]:
    """Return all recipes: the program's, then those of installed packages."""
    return (*RECIPES.values(), *own_recipes().values())


def own_recipes() -> dict[str, Recipe]:
    """Return the recipes that installed packages offer, sorted by name; none of their code is imported.

    A name that the program uses itself stays the program's.
    """
    from importlib.metadata import entry_points  # imported here because it takes 20 ms at start-up

    found = {}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        if point.name not in _RESERVED:
            package = point.dist.name if point.dist is not None else point.module
            summary = message("Recipe of the package {package}", package=package)
            found[point.name] = Recipe(
                point.name, summary, words=False, vectors=False, bayes=False, loss="none", package=package
            )
    return found


def entry_point(name: str) -> "EntryPoint | None":
    """Return the entry point of a package's recipe; None where no installed package offers it."""
    from importlib.metadata import entry_points

    return next((point for point in entry_points(group=ENTRY_POINTS) if point.name == name), None)


_RESERVED: Final = frozenset({*RECIPES, TWIN.name, "auto", "rules", "majority"})
"""Names that a package cannot use for its recipe."""

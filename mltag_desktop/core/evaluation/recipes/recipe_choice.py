"""Choose the recipe for a labelled data set by cross-validation."""

from collections import Counter
from typing import Final

from mltag_desktop.core.evaluation.recipes.recipe_comparison import RecipeFigures, compare_recipes
from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE, RECIPES, Recipe
from mltag_desktop.core.model.training.training import Examples, FoldPlan
from mltag_desktop.core.progress import Progress

AUTO: Final = "auto"
"""The name that stands for the chosen recipe."""
_FEWEST_ROWS_A_FOLD: Final = 4
_FEWEST_ROWS_A_TAG: Final = 2


def choose_recipe(
    progress: Progress,
    examples: Examples,
    vectors: StaticVectors,
    *,
    folds: int = 5,
    seed: int = 0,
    jobs: int | None = None,
) -> tuple[Recipe, tuple[RecipeFigures, ...]]:
    """Return the recipe with the highest cross-validated F1, and the figures of all recipes.

    Of equal recipes the first is chosen. With too few rows to compare, it is the default recipe and there are
    no figures.
    """
    rows = Counter(examples.tags)
    if len(examples.texts) < folds * _FEWEST_ROWS_A_FOLD or min(rows.values()) < _FEWEST_ROWS_A_TAG:
        return DEFAULT_RECIPE, ()
    plan = FoldPlan(folds, repeats=1, seed=seed)
    found = compare_recipes(progress, examples, [*RECIPES], vectors, plan, jobs=jobs)
    best = max(found.recipes, key=lambda figures: figures.f1)
    return RECIPES[best.name], found.recipes

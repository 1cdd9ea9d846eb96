"""Load a model by name: the bundled model, the rules, or a bundle on disk."""

from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.files import resource
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.keyword_rules import Rules
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import Classifier

RULES: Final = "rules"


def load_model(name: str | None) -> Classifier:
    """Return the model called `name`, or the bundled model for None."""
    if name is None:
        return bundled()
    if name == RULES and not Path(name).exists():
        return Rules.load(resource("rules.toml"))
    return load_trained(name)


def load_trained(name: str) -> LinearModel:
    """Return the trained model in the bundle folder `name`."""
    path = Path(name)
    if not path.exists():
        raise MltagError(f"There is no model bundle {path}.", "Choose a folder written by mltag train.")
    return load_bundle(path)

"""Names of what made a prediction: a model, a model with new answers, or the names of the tags."""

from mltag_desktop.core.workspace.types import NAMES_VERSION
from mltag_desktop.gui.i18n.translation import tr, tr_plural


def version_words(version: str) -> str:
    """Return a recorded version as text: the version of a model, or what live predictions rest on."""
    if version.startswith(NAMES_VERSION):
        return tr("tag names")
    model, _, answers = version.partition("+")
    if not answers.isdecimal():
        return version
    return tr_plural("{model} and {n:,} answer", "{model} and {n:,} answers", int(answers), model=model)


def model_label(version: str) -> str:
    """Return the label of a recorded version in a list of models."""
    if version.startswith(NAMES_VERSION):
        return tr("Estimates from tag names")
    return tr("Model {version}", version=version_words(version)) if version else tr("No model yet")

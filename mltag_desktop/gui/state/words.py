"""Words of the window for things of core: steps, answers, models, delimiters."""

from collections.abc import Mapping
from typing import Final

from mltag_desktop.core.tables import dialect
from mltag_desktop.core.workspace.decisions.history import label_with_tag, past_label
from mltag_desktop.core.workspace.types import NAMES_VERSION, Change
from mltag_desktop.gui.i18n import tr, tr_plural, translate_core_message

DELIMITER_NAMES: Final = {
    sign: name[:1].upper() + name[1:]
    for sign, words in dialect.DELIMITER_NAMES.items()
    if (name := translate_core_message(words))
}

LANGUAGES: Final = {
    "ar": tr("Arabic"), "bg": tr("Bulgarian"), "bn": tr("Bengali"), "cs": tr("Czech"), "da": tr("Danish"),
    "de": tr("German"), "el": tr("Greek"), "en": tr("English"), "es": tr("Spanish"), "fa": tr("Persian"),
    "fi": tr("Finnish"), "fr": tr("French"), "he": tr("Hebrew"), "hi": tr("Hindi"), "hu": tr("Hungarian"),
    "hy": tr("Armenian"), "id": tr("Indonesian"), "it": tr("Italian"), "ja": tr("Japanese"),
    "ka": tr("Georgian"), "ko": tr("Korean"), "nl": tr("Dutch"), "pl": tr("Polish"), "pt": tr("Portuguese"),
    "ro": tr("Romanian"), "ru": tr("Russian"), "sv": tr("Swedish"), "ta": tr("Tamil"), "th": tr("Thai"),
    "tr": tr("Turkish"), "uk": tr("Ukrainian"), "ur": tr("Urdu"), "vi": tr("Vietnamese"), "zh": tr("Chinese"),
}  # fmt: skip
"""Names of the languages of texts."""


def action_label(change: Change, short: Mapping[str, str] = {}) -> str:
    """Say in the window's language what `change` did; `short` gives short names of tags to use."""
    label = past_label(change.label)
    for tag, name in short.items():
        label = label_with_tag(label, tag, name)
    return translate_core_message(label)


def answer_words(decisions: int, known: int, *, are_new: bool = False) -> str:
    """Return the number of `decisions` and of tags `known` from the table, as part of a sentence.

    With `are_new`, the decisions are called new.
    """
    if are_new:
        decided = tr_plural("{n:,} new decision", "{n:,} new decisions", decisions)
    else:
        decided = tr_plural("{n:,} decision", "{n:,} decisions", decisions)
    if not known:
        return decided
    given = tr_plural("{n:,} tag from the table", "{n:,} tags from the table", known)
    return tr("{decisions}, {tags}", decisions=decided, tags=given) if decisions else given


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

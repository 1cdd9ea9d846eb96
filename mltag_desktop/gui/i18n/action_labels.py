"""Labels of changes in the past tense: a command says what to do, a notification what was done."""

from collections.abc import Mapping

from mltag_desktop.core.workspace.decisions.step_labels import label_with_tag, past_label
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.gui.i18n.translation import translate_core_message


def action_label(change: Change, short: Mapping[str, str] = {}) -> str:
    """Say in the window's language what `change` did; `short` gives short names of tags to use."""
    label = past_label(change.label)
    for tag, name in short.items():
        label = label_with_tag(label, tag, name)
    return translate_core_message(label)

"""A step's label, which tells what to do, as what was done."""

from mltag_desktop.core.workspace.decisions.step_labels import past_label
from mltag_desktop.gui.i18n.translation import translate_core_message


def action_label(label: str) -> str:
    """Say in the window's language that the step of this label was done."""
    return translate_core_message(past_label(label))

"""Past-tense labels of undo steps: "Tag" becomes "Tagged"."""

from typing import Final

from mltag_desktop.gui.i18n.translation import translate_core_message

_PAST: Final = {
    "Tag": "Tagged",
    "Also tag": "Also tagged",
    "Remove the additional tag": "Removed the additional tag",
    "Take off": "Took off",
    "Clear": "Cleared",
    "Accept": "Accepted",
    "Flag": "Flagged",
    "Skip": "Skipped",
    "Note": "Noted",
    "Mark": "Marked",
    "Remove": "Removed",
}


def action_label(label: str) -> str:
    """Return the past tense of an undo step's label in the window's language."""
    for verb, past in _PAST.items():
        rest = label.removeprefix(verb)
        if rest != label and not rest[:1].isalpha():
            return translate_core_message(past + rest)
    return translate_core_message(label)

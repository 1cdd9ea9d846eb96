"""Applies changed settings to the running window."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mltag_desktop.core.settings import Settings

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application

_EFFECTS: Final = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)

_BEFORE: Final = "mltag_motion_before"
"""Application property with the effects that were enabled before motion was reduced."""


def apply(program: "Application", settings: Settings) -> None:
    """Store `settings` and apply them to all parts of the window."""
    before = program.remembered.settings
    program.remembered.choose(settings)
    if settings.curator != before.curator:
        program.session.sign_as(settings.curator)
    if settings.review_below != before.review_below:
        program.session.set_review_default(settings.review_below)
        program.filtering.review_again()
    if settings.queue_order != before.queue_order:
        program.questions.choose(settings.queue_order)
        program.outlook.show_asking()
    program.outlook.show_scheme()
    program.outlook.show_language()
    program.deciding.advance = settings.advance
    program.curating.show_hints()
    program.logbook.choose(settings.log_level)
    apply_quietly(program, settings)


def apply_quietly(program: "Application", settings: Settings) -> None:
    """Apply the settings that nothing else reads at start."""
    program.document.watching.backups_kept = settings.backups_kept
    program.page.detail.reading.enlarge(settings.font_scale)
    program.page.focus.enlarge(settings.font_scale)
    keep_still(on=settings.reduced_motion)


def keep_still(*, on: bool) -> None:
    """Disable blinking and fading, or restore the system's settings."""
    app = QApplication.instance()
    if not isinstance(app, QApplication) or (not on and app.property(_BEFORE) is None):
        return
    if app.property(_BEFORE) is None:
        effects = {effect.name: QApplication.isEffectEnabled(effect) for effect in _EFFECTS}
        app.setProperty(_BEFORE, {**effects, "blink": QApplication.styleHints().cursorFlashTime()})
    before = app.property(_BEFORE)
    QApplication.styleHints().setCursorFlashTime(0 if on else before["blink"])
    for effect in _EFFECTS:
        QApplication.setEffectEnabled(effect, not on and before[effect.name])

"""Applies changed settings to the running window."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from mltag_desktop.core.settings import DECLARED, Settings
from mltag_desktop.gui.curation.question_queue_controller import QuestionQueueController
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.actions import Actions
from mltag_desktop.gui.state.commands import BY_ID, LANGUAGES
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.state.preferences import SCHEMES, SettingsStore

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


class PreferencesController(QObject):
    """Follows the settings, wherever they are changed, and marks the chosen ones in the menus.

    Signals: `review_changed()` when the default review threshold was changed; `tag_keys_changed()` when the
    digits set other tags.
    """

    review_changed = Signal()
    tag_keys_changed = Signal()

    def __init__(
        self,
        context: AppContext,
        settings_store: SettingsStore,
        actions: Actions,
        page: TablePage,
        question_queue: QuestionQueueController,
        filter_controller: FilterController,
    ) -> None:
        super().__init__(page)
        self._context = context
        self._settings_store = settings_store
        self._actions = actions
        self._page = page
        self._question_queue = question_queue
        self._filter_controller = filter_controller
        self._applied = settings_store.settings
        settings_store.changed.connect(self._apply)
        usual = Settings()
        context.session.tag_keys.fixed = self._applied.fixed_tag_keys
        if self._applied.font_scale != usual.font_scale:
            page.enlarge_text(self._applied.font_scale)
        if self._applied.reduced_motion != usual.reduced_motion:
            reduce_motion(on=self._applied.reduced_motion)
        self._show_choices()

    def choose_scheme(self, name: str) -> None:
        """Use these colours."""
        self._settings_store.change(colour_scheme=name)
        self._show_choices()

    def choose_language(self, code: str) -> None:
        """Use this language from the next start on."""
        self._settings_store.change(language=code)
        self._show_choices()
        self._context.notifications.info(tr("The language changes after a restart."))

    def choose_order(self, name: str) -> None:
        """Review the records in this order."""
        self._settings_store.change(queue_order=name)
        self._show_choices()
        self._context.notifications.info(BY_ID[f"order_{name}"].tip)

    def toggle_hints(self) -> None:
        """Show or hide the shortcuts in the focus view."""
        self._settings_store.change(hints=self._actions["show_hints"].isChecked())

    @Slot(object)
    def _apply(self, settings: Settings) -> None:
        before, self._applied = self._applied, settings
        if settings.curator != before.curator:
            self._context.session.sign_as(settings.curator)
        if settings.review_below != before.review_below:
            self._context.session.set_review_default(settings.review_below)
            self._filter_controller.review_again()
            self.review_changed.emit()
        if settings.queue_order != before.queue_order:
            self._question_queue.choose(settings.queue_order)
        if settings.fixed_tag_keys != before.fixed_tag_keys:
            self._context.session.tag_keys.fixed = settings.fixed_tag_keys
            self._page.detail.renew()
            self.tag_keys_changed.emit()
        if settings.font_scale != before.font_scale:
            self._page.enlarge_text(settings.font_scale)
        if settings.reduced_motion != before.reduced_motion:
            reduce_motion(on=settings.reduced_motion)
        self._show_choices()

    def _show_choices(self) -> None:
        """Mark the chosen settings in the menus; choosing one again must not remove its mark."""
        settings = self._settings_store.settings
        for kind, names, chosen in (
            ("scheme", SCHEMES, settings.colour_scheme),
            ("language", LANGUAGES, settings.language),
            ("order", DECLARED["queue_order"].metadata["choices"], settings.queue_order),
        ):
            for name in names:
                self._actions[f"{kind}_{name}"].setChecked(name == chosen)
        self._actions["show_hints"].setChecked(settings.hints)
        self._page.focus.show_hints(on=settings.hints)


def reduce_motion(*, on: bool) -> None:
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

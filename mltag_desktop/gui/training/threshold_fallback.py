"""Why records stay in review after a promotion, in words, and the random checks that end it."""

from collections.abc import Callable, Sequence

from mltag_desktop.core.workspace.views.threshold_fallback import Fallback, open_checks
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.notifications import NotificationAction


def fallback_words(fallback: Fallback | None) -> str:
    """Say why records stay in review that the active model is sure about; empty for none."""
    if fallback is None:
        return ""
    if fallback.checks < fallback.needed:
        return tr(
            "The new confidence is not measured on this table yet ({checks:,} of {needed:,} random checks), "
            "so records that model {earlier} was unsure about stay in review.",
            checks=fallback.checks,
            needed=fallback.needed,
            earlier=fallback.earlier,
        )
    return tr(
        "Only {right:,} of {checks:,} confident answers in random checks are right, so records that model "
        "{earlier} was unsure about stay in review.",
        right=fallback.right,
        checks=fallback.checks,
        earlier=fallback.earlier,
    )


def checks_action(
    session: Session, show: Callable[[Sequence[int], str], object]
) -> NotificationAction | None:
    """Return a button that shows the random checks that are still to be decided; None without any."""
    workspace, fallback = session.workspace, session.fallback
    if workspace is None or fallback is None or fallback.checks >= fallback.needed:
        return None
    rows = open_checks(workspace)[: 2 * fallback.needed].tolist()
    return (
        NotificationAction(tr("Show random checks"), lambda: show(rows, tr("random checks")))
        if rows
        else None
    )

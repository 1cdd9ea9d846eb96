"""Sentences about a certification and its certificate, for dialog, status bar and notifications."""

from mltag_desktop.core.workspace.views.certificates import (
    CertificationState,
    CheckState,
    cut_words,
)
from mltag_desktop.gui.i18n.translation import tr, tr_plural, translate_core_message


def state_words(state: CertificationState | None) -> str:
    """Return the state of the certification as a sentence."""
    if state is None:
        return ""
    if state.running is not None and state.checks is not None:
        if state.void:
            return tr(
                "{reason} The checks do not count any more. Cancel the certification and start again.",
                reason=translate_core_message(state.void),
            )
        return checks_words(state.running.allowed, state.checks)
    if state.certificate is None:
        return tr("Unverified: there is no certificate.")
    sentence = translate_core_message(state.certificate.sentence)
    if state.void:
        return tr(
            "Unverified: {reason} This certificate is void: {sentence}",
            reason=translate_core_message(state.void),
            sentence=sentence,
        )
    return sentence


def running_words(state: CertificationState) -> str:
    """Return what a running certification is about, and what it costs to cancel it; empty without one."""
    running, checks = state.running, state.checks
    if running is None or checks is None or state.void:
        return ""
    if checks.failed:
        return tr(
            "{advice} Cancel this certification first. The next one draws other records and needs more "
            "checks.",
            advice=failed_words(),
        )
    is_open = bool(checks.missing)
    loosest, strictest = running.cuts[-1], running.cuts[0]
    goal = tr(
        "To prove: at most {allowed:.0%} of the {records:,} records at {cut} or above are wrong.",
        allowed=running.allowed,
        records=strictest.records,
        cut=cut_words(strictest.cut),
    )
    further = tr(
        "Further checks may prove it for up to {records:,} records at {cut} or above.",
        records=loosest.records,
        cut=cut_words(loosest.cut),
    )
    price = tr("If you cancel, the next certification draws other records and needs more checks.")
    parts = (
        goal if is_open else "",
        further if is_open and running.stricter else "",
        price if state.is_used else "",
    )
    return " ".join(part for part in parts if part)


def failed_words() -> str:
    """Return what to do about a certification that failed."""
    return tr("Train with the corrected records, or allow a larger error.")


def status_words(state: CertificationState | None) -> str:
    """Return the state of the certification for the status bar; empty if there is nothing to certify."""
    if state is None or not state.has_predictions:
        return ""
    if state.running is not None and state.checks is not None and not state.void:
        proven, coming = state.checks.proven_cut, state.checks.next_cut
        if proven is None or coming is None:
            return checks_words(state.running.allowed, state.checks)
        return tr_plural(
            "{records:,} records proven; about {n:,} more check may prove {more:,}",
            "{records:,} records proven; about {n:,} more checks may prove {more:,}",
            len(state.checks.open),
            records=proven.records,
            more=coming.records,
        )
    issued = state.valid
    return tr("no certificate") if issued is None or state.running else translate_core_message(issued.short)


def checks_words(allowed: float, checks: CheckState) -> str:
    """Return how far the checks have come."""
    done = tr("{checked:,} checked, {wrong:,} wrong", checked=checks.checked, wrong=checks.wrong)
    if checks.postponed:
        done = tr_plural(
            "{done} ({n:,} skipped or unsure)",
            "{done} ({n:,} skipped or unsure)",
            checks.postponed,
            done=done,
        )
    if checks.missing is None:
        return tr(
            "{done}: too many to prove {allowed:.0%}",
            done=done,
            allowed=allowed,
        )
    if not checks.missing:
        return tr("{done}: {allowed:.0%} is proven", done=done, allowed=allowed)
    proven, coming = checks.proven_cut, checks.next_cut
    if proven is not None and coming is not None:
        return tr_plural(
            "{done}: {records:,} records at {cut} or above are proven; about {n:,} more check may prove "
            "{more:,} at {loosest} or above",
            "{done}: {records:,} records at {cut} or above are proven; about {n:,} more checks may prove "
            "{more:,} at {loosest} or above",
            checks.missing,
            done=done,
            records=proven.records,
            cut=cut_words(proven.cut),
            more=coming.records,
            loosest=cut_words(coming.cut),
        )
    return tr_plural(
        "{done}; about {n:,} more to prove at most {allowed:.0%} wrong",
        "{done}; about {n:,} more to prove at most {allowed:.0%} wrong",
        checks.missing,
        done=done,
        allowed=allowed,
    )

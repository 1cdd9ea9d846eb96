"""Rules of a trial: the service stops a worse model and raises the share in steps by itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import Trial, now
from mltag_desktop.core.serving.service_options import ServiceOptions
from mltag_desktop.core.serving.training_texts import TrainingTexts
from mltag_desktop.core.serving.trial_plan import AB, TrialPlan, starting_plan
from mltag_desktop.core.serving.trial_results import BETTER, CONFLICT, WORSE, TrialResult, evaluate_trials


def agreed_plan(feedback_store: FeedbackStore, options: ServiceOptions) -> tuple[int, TrialPlan]:
    """Return the number and the plan with which a service starts; all its workers get the same."""
    while True:
        number, stored = feedback_store.plan()
        plan = starting_plan(options, stored)
        if plan == stored:
            return number, plan
        change = "Started by the options of the service." if plan.running else "Ended: its options are gone."
        if feedback_store.set_plan(plan, change, expected=number):
            return feedback_store.plan()


def apply_rules(
    feedback_store: FeedbackStore,
    trial: Trial,
    models: Sequence[LinearModel],
    training_texts: TrainingTexts | None = None,
) -> str:
    """Change the stored plan if a rule asks for it; return the reason, or an empty string.

    `models` are those of the trial that runs, and the evidence is that of `evaluate_trials`. Several workers
    may call this at the same time.
    """
    number, plan = feedback_store.plan()
    if not plan.running:
        return ""
    results = evaluate_trials(feedback_store, models=models, training_texts=training_texts)
    found = next((each for each in results if each.trial.models == trial.models), None)
    changed = next_plan(plan, number, found, now())
    if changed is None:
        return ""
    return changed[1] if feedback_store.set_plan(*changed, expected=number) else ""


def next_plan(
    plan: TrialPlan, number: int, found: TrialResult | None, time: str
) -> tuple[TrialPlan, str] | None:
    """Return the plan that follows from the results and the time, and the reason; None for no change."""
    outcome = "" if found is None else found.outcome
    is_worse = outcome == WORSE or (plan.mode == AB and outcome == BETTER)
    if plan.stop_when_worse and is_worse and found is not None:
        return replace(plan, running=False, back=0), f"Stopped by rule: {found.verdict}"
    share = plan.shares.get(plan.ramped, 0.0)
    steps = [each for each in plan.ramp if each > share]
    if steps and outcome not in (CONFLICT, WORSE) and _seconds(plan.since, time) >= plan.every:
        return (
            plan.with_share(plan.ramped, steps[0], time, number),
            f"Ramp: share of {plan.ramped} set to {100 * steps[0]:g}%.",
        )
    return None


def _seconds(since: str, time: str) -> float:
    return (datetime.fromisoformat(time) - datetime.fromisoformat(since)).total_seconds() if since else 0.0

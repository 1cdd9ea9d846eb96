"""`mltag trial` and `serve-report`: a candidate beside the running service, and how good the service is."""

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import typer

from mltag_desktop.cli.commands.service import State
from mltag_desktop.cli.options import argument, expanded, flag, option
from mltag_desktop.cli.output import Messages, Output, Results, counted
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled, load_bundle, read_index
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_names import bundle_folder
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import TrialPlan
from mltag_desktop.core.serving.service_accuracy import Rate, ServiceAccuracy, service_accuracy
from mltag_desktop.core.serving.trials import (
    OPEN,
    SequentialTestResult,
    TrialResult,
    evaluate_trials,
)

_DAYS: Final = 14
"""Days in the report; the JSON has all."""


def serve_report(*, of: State, output: Output) -> None:
    """Report the accuracy of the service, and compare the candidate with the active model."""
    with of.store() as feedback_store:
        at_hand = _models_at_hand(feedback_store)
        models = list(at_hand.values())
        accuracy = service_accuracy(feedback_store, models)
        trials = evaluate_trials(feedback_store, models=models)
        plan, changes = feedback_store.plan()[1], feedback_store.plan_changes()
        active = feedback_store.bundle
    versions = {folder: model.version for folder, model in at_hand.items()}
    current = (versions.get(active), versions.get(plan.candidate))
    _show_accuracy(output, accuracy)
    if _has_equal_models(plan, active):
        output.result(EQUAL_MODELS)
    elif plan.running and not trials:
        output.result("A trial is running; no answers have been compared yet.")
    elif not trials:
        output.result("No trial has run yet: mltag trial start MODEL.")
    content = []
    for result in trials:
        is_current = current == (result.trial.current, result.trial.candidate)
        is_over = bool(plan.mode) and not (plan.running and is_current)
        _show(output, result, is_over=is_over)
        content.append({**result.to_json(), "over": is_over})
    if trials and plan.mode and not plan.running:
        time, change = changes[-1]
        output.result(f"No trial is running. Last change, {time[:16].replace('T', ' ')} UTC: {change}")
    output.write({"trials": content, "accuracy": accuracy.to_json()})


def _models_at_hand(feedback_store: FeedbackStore) -> dict[str, LinearModel]:
    """Return the models of the service that can be loaded, by folder, to look for their training texts."""
    models = {}
    for folder in feedback_store.bundles:
        with contextlib.suppress(MltagError):  # it was moved or is incomplete: the figures stay unchecked
            models[folder] = load_bundle(Path(folder)) if folder else bundled()
    return models


def _show_accuracy(output: Messages, accuracy: ServiceAccuracy) -> None:
    whole = accuracy.answers
    if not whole.drawn:
        output.result("Accuracy: not known. Start mltag serve with --sample 0.01 to draw texts at random.")
        return
    drawn = f"{counted(whole.drawn, 'text')} drawn at random, {whole.reviewed:,} reviewed"
    if not whole.reviewed:
        output.result(f"Accuracy: not known yet, {drawn}. Review them: mltag review WORKSPACE")
        return
    output.result(f"Accuracy of the service: {_percent_of(whole.accuracy)}, {drawn}")
    for model in accuracy.models:
        if model.figures.trained_on and model.figures.others is not None:
            texts = counted(model.figures.trained_on, "reviewed text")
            output.result(
                f"Model {model.version} was trained on {texts} or near-copies of them, so its accuracy is too"
                f" good; on the others it is {_percent_of(model.figures.others)}."
            )
    rows = [
        [
            model.version if model.served else f"{model.version} (shadow)",
            f"{model.figures.reviewed:,}",
            _percent_of(model.figures.accuracy),
        ]
        for model in accuracy.models
        if model.figures.reviewed
    ]
    output.table(("model", "reviewed", "accuracy"), rows)
    for pair in accuracy.pairs:
        output.result(
            f"On the {counted(pair.texts, 'text')} that both answered: {pair.candidate}"
            f" {_percent_of(pair.candidate_accuracy)}, {pair.current} {_percent_of(pair.current_accuracy)}"
        )
    tags = [[each.tag, _percent_of(each.precision), _percent_of(each.recall)] for each in whole.tags]
    output.table(("tag", "precision", "recall"), tags)
    days = [[each.day, str(each.texts), _percent_of(each)] for each in whole.days[-_DAYS:]]
    output.table(("day", "reviewed", "accuracy"), days)


def _percent_of(rate: Rate) -> str:
    return "none" if rate.share is None else _percent((rate.share, rate.low, rate.high))


def _show(output: Messages, result: TrialResult, *, is_over: bool) -> None:
    current, candidate = result.trial.versions
    share = f", share {result.trial.share:g}" if result.trial.share else ""
    output.result(f"{result.trial.mode.capitalize()} {candidate} compared with {current}{share}")
    if is_over and result.outcome == OPEN:
        output.result("This trial is over, without a conclusion.")
    else:
        output.result(f"{result.verdict} This trial is over." if is_over else result.verdict)
    evidence = result.decisions.evidence
    same = f"{result.same:,} of {result.compared:,} answers"
    rows = [
        ["same tag", same, _percent(result.agreement), ""],
        _evidence_row("curators preferred the candidate", "texts", evidence),
    ]
    if (found := result.complaints) is not None:
        for model, count, answers, rate in (
            ("the active model", found.current_complaints, found.current_answers, found.current_rate),
            ("the candidate", found.candidate_complaints, found.candidate_answers, found.candidate_rate),
        ):
            cells = [f"{count:,} of {answers:,} answers", _percent(rate)] if answers else [f"{count:,}", ""]
            rows.append([f"complaints per answer, {model}", *cells, ""])
        rows.append(_evidence_row("keys with a complaint: of the candidate", "keys", found.evidence))
    needed = f"e-value, {1 / evidence.alpha:g} suffices"
    output.table(("", "counts", "share (interval)", needed), rows)
    waiting = result.differing - evidence.draws - result.decisions.neither
    if waiting > 0 and not result.suffices:
        texts = counted(waiting, "undecided text")
        output.result(f"{texts} with different predictions: mltag review WORKSPACE")
    for note in result.notes:
        output.note(note)


def _evidence_row(title: str, unit: str, found: SequentialTestResult) -> list[str]:
    if not found.draws:
        return [title, "none yet", "", ""]
    counts = f"{found.successes:,} of {found.draws:,} {unit}"
    share = _percent((found.successes / found.draws, found.low, found.high))
    return [title, counts, share, f"{found.e_value:.3g}"]


def _percent(rate: tuple[float, float, float]) -> str:
    share, low, high = rate
    return f"{100 * share:.1f}% ({100 * low:.1f} to {100 * high:.1f})"


trial: Final = typer.Typer(
    help="Try a candidate in a running service: start, change the share, stop.",
    no_args_is_help=True,
)
EQUAL_MODELS: Final = "Both are the same model now, so nothing is compared. End the trial: mltag trial stop"
_SHOWN: Final = 10
"""Changes that `mltag trial show` lists."""


@trial.command("start")
@expanded
def start(
    *,
    candidate: str = argument("MODEL", "The candidate: a bundle or a name."),
    shadow: bool = flag("Compare its predictions, but never return them."),
    share: float = option("Share of the keys that the candidate answers.", default=0.05, min=0, max=1),
    keep_worse: bool = flag("Do not stop when the sequential test says worse."),
    of: State,
    output: Messages,
) -> None:
    """Start a trial; a running service takes it over within a second."""
    folder = bundle_folder(candidate).absolute()
    load_bundle(folder)  # a damaged bundle is refused here, not by the service
    with of.store() as store:
        number, before = store.plan()
        plan = TrialPlan(
            str(folder),
            0.0 if shadow else share,
            running=True,
            stop_when_worse=not keep_worse,
            options=before.options,
        )
        _set(store, plan, "Started.", number)
    output.result(_plan_text(plan))


@trial.command("share")
@expanded
def change_share(
    *,
    share: float = argument(
        "SHARE", "The new share of the keys; 0 makes a shadow model of it.", min=0, max=1
    ),
    of: State,
    output: Messages,
) -> None:
    """Go on with another share; all shares of a candidate are one trial."""
    _change(of, output, f"Share set to {100 * share:g}%.", share=share)


@trial.command("stop")
@expanded
def stop(*, of: State, output: Messages) -> None:
    """Stop the trial: the active model answers everything."""
    _change(of, output, "Stopped.", running=False)


@trial.command("show")
@expanded
def show(*, of: State, output: Results) -> None:
    """Show the trial and its latest changes."""
    with of.store() as store:
        _, plan = store.plan()
        changes = store.plan_changes()
        active = store.bundle
    output.result(_plan_text(plan))
    if _has_equal_models(plan, active):
        output.result(EQUAL_MODELS)
    output.table(("time (UTC)", "change"), [[time[:19], reason] for time, reason in changes[-_SHOWN:]])
    content = {
        "mode": plan.mode,
        "running": plan.running,
        "candidate": plan.candidate,
        "share": plan.share,
        "changes": [{"time": time, "change": reason} for time, reason in changes],
    }
    output.write(content)


def _has_equal_models(plan: TrialPlan, active: str) -> bool:
    """Return whether both models of a running trial are the same; `active` is the folder of the service."""
    version = _version(plan.candidate) if plan.running else None
    return version is not None and version == _version(active)


def _version(folder: str) -> object:
    """Return the version of the model in a folder, by default of the bundled model; None without a model."""
    try:
        return read_index(Path(folder)).manifest.version if folder else bundled().version
    except (MltagError, KeyError):
        return None


def _plan_text(plan: TrialPlan) -> str:
    if not plan.mode:
        return "No trial has been started."
    if not plan.running:
        return f"The trial of {plan.candidate} is stopped; the active model answers everything."
    if not plan.share:
        return f"Shadow: the predictions of {plan.candidate} are compared, never returned."
    return f"{plan.candidate} answers {100 * plan.share:g}% of the keys."


def _change(of: State, output: Messages, reason: str, **change: Any) -> None:
    """Change the running trial."""
    with of.store() as store:
        number, before = store.plan()
        if not before.running:
            raise MltagError("No trial is running.", "Start one with mltag trial start MODEL.")
        plan = replace(before, **change)
        _set(store, plan, reason, number)
    output.result(_plan_text(plan))


def _set(store: FeedbackStore, plan: TrialPlan, reason: str, number: int) -> None:
    if not store.set_plan(plan, reason, expected=number):
        raise MltagError(
            "The trial has just been changed by somebody else.", "Look at mltag trial show first."
        )

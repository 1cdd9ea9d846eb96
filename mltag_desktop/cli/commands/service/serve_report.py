"""`mltag serve-report`: the accuracy of the service, and the results of its trials."""

import contextlib
from pathlib import Path
from typing import Final

from mltag_desktop.cli.commands.service.serve import StateFolder, state_folder
from mltag_desktop.cli.commands.service.trial import EQUAL_MODELS, has_equal_models
from mltag_desktop.cli.options import Force, Json, Quiet
from mltag_desktop.cli.output import Printer, counted, refuse_existing, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.sequential_test import SequentialTestResult
from mltag_desktop.core.serving.service_accuracy import Rate, ServiceAccuracy, service_accuracy
from mltag_desktop.core.serving.trials import OPEN, PairedWins, TrialResult, evaluate_trials

_DAYS: Final = 14
"""Days in the report; the JSON has all."""


def serve_report(
    state: StateFolder = None, json: Json = None, force: Force = False, quiet: Quiet = False
) -> None:
    """Report the accuracy of the service, and compare the candidate with the active model."""
    refuse_existing(json, force=force)
    with FeedbackStore.existing(state_folder(state)) as feedback_store:
        at_hand = _models_at_hand(feedback_store)
        models = list(at_hand.values())
        accuracy = service_accuracy(feedback_store, models)
        trials = evaluate_trials(feedback_store, models=models)
        plan, changes = feedback_store.plan()[1], feedback_store.plan_changes()
        versions = {folder: model.version for folder, model in at_hand.items()}
        now = (versions.get(feedback_store.bundle), versions.get(plan.candidate))
        is_equal = has_equal_models(plan, feedback_store.bundle)
    printer = Printer(quiet=quiet, json_target=json)
    _show_accuracy(printer, accuracy)
    if is_equal:
        printer.result(EQUAL_MODELS)
    elif plan.running and not trials:
        printer.result("A trial is running; no answers have been compared yet.")
    elif not trials:
        printer.result("No trial has run yet: mltag trial start MODEL.")
    over = [
        bool(plan.mode) and not (plan.running and now == (each.trial.current, each.trial.candidate))
        for each in trials
    ]
    for evaluated, is_over in zip(trials, over, strict=True):
        _show(printer, evaluated, is_over=is_over)
    if trials and plan.mode and not plan.running:
        time, change = changes[-1]
        printer.result(f"No trial is running. Last change, {time[:16].replace('T', ' ')} UTC: {change}")
    content = {
        "trials": [
            {**evaluated.to_json(), "over": is_over} for evaluated, is_over in zip(trials, over, strict=True)
        ],
        "accuracy": accuracy.to_json(),
    }
    write_json(json, content, force=force)


def _models_at_hand(feedback_store: FeedbackStore) -> dict[str, LinearModel]:
    """Return the models of the service that can be loaded, by folder, to look for their training texts."""
    models = {}
    for folder in feedback_store.bundles:
        with contextlib.suppress(MltagError):  # it was moved or is incomplete: the figures stay unchecked
            models[folder] = load_bundle(Path(folder)) if folder else bundled()
    return models


def _show_accuracy(printer: Printer, accuracy: ServiceAccuracy) -> None:
    whole = accuracy.answers
    if not whole.drawn:
        printer.result("Accuracy: not known. Start mltag serve with --sample 0.01 to draw texts at random.")
        return
    drawn = f"{counted(whole.drawn, 'text')} drawn at random, {whole.reviewed:,} reviewed"
    if not whole.reviewed:
        printer.result(f"Accuracy: not known yet, {drawn}. Review them: mltag review WORKSPACE")
        return
    printer.result(f"Accuracy of the service: {_percent_of(whole.accuracy)}, {drawn}")
    for model in accuracy.models:
        if model.figures.trained_on and model.figures.others is not None:
            texts = counted(model.figures.trained_on, "reviewed text")
            printer.result(
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
    printer.table(("model", "reviewed", "accuracy"), rows)
    for pair in accuracy.pairs:
        printer.result(
            f"On the {counted(pair.texts, 'text')} that both answered: {pair.candidate}"
            f" {_percent_of(pair.candidate_accuracy)}, {pair.current} {_percent_of(pair.current_accuracy)}"
        )
    tags = [[each.tag, _percent_of(each.precision), _percent_of(each.recall)] for each in whole.tags]
    printer.table(("tag", "precision", "recall"), tags)
    days = [[day, str(rate.texts), _percent_of(rate)] for day, rate in whole.days[-_DAYS:]]
    printer.table(("day", "reviewed", "accuracy"), days)


def _percent_of(rate: Rate) -> str:
    return "none" if rate.share is None else _percent((rate.share, rate.low, rate.high))


def _show(printer: Printer, evaluated: TrialResult, *, is_over: bool) -> None:
    trial = evaluated.trial
    shares = ", ".join(f"{share:g}" for share in evaluated.shares if share)
    share = f", share {shares}" if shares else ""
    current, candidate = trial.versions
    printer.result(f"{trial.mode.capitalize()} {candidate} compared with {current}{share}")
    if is_over and evaluated.outcome == OPEN:
        printer.result("This trial is over, without a conclusion.")
    else:
        printer.result(f"{evaluated.verdict} This trial is over." if is_over else evaluated.verdict)
    needed = f"e-value, {1 / evaluated.decisions.evidence.alpha:g} suffices"
    rows = [
        [
            "same tag",
            f"{evaluated.same:,} of {evaluated.compared:,} answers",
            _percent(evaluated.agreement),
            "",
        ],
        _contest_row("curators preferred the candidate", evaluated.decisions),
    ]
    if (found := evaluated.complaints) is not None:
        rows += [
            _complaint_row(
                "the active model", found.current_complaints, found.current_answers, found.current_rate
            ),
            _complaint_row(
                "the candidate", found.candidate_complaints, found.candidate_answers, found.candidate_rate
            ),
            _evidence_row("keys with a complaint: of the candidate", "keys", found.evidence),
        ]
    printer.table(("", "counts", "share (interval)", needed), rows)
    if evaluated.feedback.evidence.draws:
        *row, _ = _contest_row("users preferred the candidate", evaluated.feedback)
        printer.table(("biased, not part of the verdict", "counts", "share (interval)"), [row])
        printer.note(f"Users' feedback on differing texts is biased: {evaluated.feedback_bias}.")
    waiting = evaluated.differing - evaluated.decisions.evidence.draws - evaluated.decisions.neither
    if waiting > 0 and not evaluated.suffices:
        texts = counted(waiting, "undecided text")
        printer.result(f"{texts} with different predictions: mltag review WORKSPACE")
    for note in evaluated.notes:
        printer.note(note)


def _contest_row(title: str, contest: PairedWins) -> list[str]:
    return _evidence_row(title, "texts", contest.evidence)


def _evidence_row(title: str, unit: str, seen: SequentialTestResult) -> list[str]:
    if not seen.draws:
        return [title, "none yet", "", ""]
    counts = f"{seen.successes:,} of {seen.draws:,} {unit}"
    share = _percent((seen.successes / seen.draws, seen.low, seen.high))
    return [title, counts, share, f"{seen.e_value:.3g}"]


def _complaint_row(model: str, hits: int, answers: int, rate: tuple[float, float, float]) -> list[str]:
    title = f"complaints per answer, {model}"
    return (
        [title, f"{hits:,} of {answers:,} answers", _percent(rate), ""]
        if answers
        else [title, f"{hits:,}", "", ""]
    )


def _percent(rate: tuple[float, float, float]) -> str:
    share, low, high = rate
    return f"{100 * share:.1f}% ({100 * low:.1f} to {100 * high:.1f})"

"""`mltag review`, `import-feedback`, `publish` and `serve-report`: work with the data of the service."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Final

import typer

from mltag_desktop.cli.command_inputs import (
    load_active_model,
    open_or_create_workspace,
    open_workspace,
)
from mltag_desktop.cli.commands.serve import StateFolder, state_folder
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, counted, progress, refuse_existing, write_json
from mltag_desktop.core.learning.workspace_models import predict_pending, record_base_model
from mltag_desktop.core.model.bundle import bundled, load_bundle
from mltag_desktop.core.model.library.installation import install, refuse_foreign
from mltag_desktop.core.model.prediction_cache import PredictionCache
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.serving.feedback_store import FILE, FeedbackStore
from mltag_desktop.core.serving.review_sync import import_feedback as flag
from mltag_desktop.core.serving.review_sync import review as sync
from mltag_desktop.core.serving.review_sync import to_cache, with_review
from mltag_desktop.core.serving.trial_results import Complaints, PairedWins, TrialResult, evaluate_trials
from mltag_desktop.core.workspace.views.served_answers import is_prepared, prepare
from mltag_desktop.core.workspace.workspace import Workspace as Document

_OF_SERVICE: Final = "the model of the service"
"""How the list of models names a model that was copied from the service."""


def review(
    workspace: Workspace,
    state: StateFolder = None,
    cache: Annotated[
        Path | None,
        typer.Option("--cache", metavar="FILE", help="Also write the decisions to this mltag predict cache."),
    ] = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Fetch texts to review into a workspace (created if missing) and send decisions back.

    With --cache and no service data, the decisions go to the cache only.
    """
    refuse_existing(json, force=force)
    folder = state_folder(state)
    printer, result = Printer(quiet=quiet, json_target=json), dict[str, int]()
    if cache is None or state is not None or (folder / FILE).exists():
        with (
            FeedbackStore.existing(folder) as feedback_store,
            _document(workspace, curator, feedback_store) as document,
        ):
            with progress("Reviewing", quiet=quiet) as bar:
                done = sync(SubProgress(bar, 0.0, 0.5), feedback_store, document)
                _predict(SubProgress(bar, 0.5, 1.0), document)
            result = {**asdict(done), "kept": len(feedback_store.doubts())}
        printer.result(f"{counted(done.added, 'text')} to review added to {workspace}")
        _tell_decisions(printer, "at the service", done.decided, done.withdrawn)
    if cache is not None:
        with open_workspace(workspace, curator, write=False) as document, PredictionCache.open(cache) as kept:
            fresh, gone = to_cache(SILENT, kept, document)
        result |= {"cache_decided": fresh, "cache_withdrawn": gone}
        _tell_decisions(printer, f"in {cache}", fresh, gone)
    write_json(json, result, force=force)


def _tell_decisions(printer: Printer, where: str, fresh: int, gone: int) -> None:
    printer.result(f"{counted(fresh, 'decision')} now valid {where}, {gone:,} withdrawn")


def import_feedback(
    workspace: Workspace,
    state: StateFolder = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Flag the records that users reported as wrong; running it again does not flag them twice."""
    refuse_existing(json, force=force)
    with (
        FeedbackStore.existing(state_folder(state)) as feedback_store,
        _document(workspace, curator, feedback_store) as document,
        progress("Importing feedback", quiet=quiet) as bar,
    ):
        done = flag(SubProgress(bar, 0.0, 0.5), feedback_store, document)
        _predict(SubProgress(bar, 0.5, 1.0), document)
    text = f"{done.flagged:,} flagged, {done.added:,} of them added; {done.known:,} already known"
    Printer(quiet=quiet, json_target=json).result(text)
    write_json(json, asdict(done), force=force)


def publish(
    workspace: Workspace,
    out: Annotated[Path, typer.Argument(metavar="BUNDLE", help="The folder watched by the service.")],
    quiet: Quiet = False,
) -> None:
    """Publish the workspace's active model to the folder a service watches; replaces the model there.

    The workspace's review thresholds and its policy for unsure predictions are published with it.
    """
    refuse_foreign(out)
    with open_workspace(workspace, write=False) as document:
        limits = document.thresholds
        model = with_review(load_active_model(document, bundled()), limits.below(), limits.unsure)
    install(model, out)
    Printer(quiet=quiet).result(f"Model {model.version} of {workspace} was published to {out}")


def serve_report(
    state: StateFolder = None, json: Json = None, force: Force = False, quiet: Quiet = False
) -> None:
    """Compare the candidate with the active model on service data, and report the evidence."""
    refuse_existing(json, force=force)
    with FeedbackStore.existing(state_folder(state)) as feedback_store:
        trials = evaluate_trials(feedback_store)
    printer = Printer(quiet=quiet, json_target=json)
    if not trials:
        printer.result("No trial has run yet: start mltag serve with --shadow or --canary.")
    for evaluated in trials:
        _show(printer, evaluated)
    write_json(json, {"trials": [evaluated.to_json() for evaluated in trials]}, force=force)


def _document(path: Path, curator: str | None, feedback_store: FeedbackStore) -> Document:
    """Open the workspace; a new one gets the tags of the service's model, with that model active.

    A workspace that `mltag review` has made follows the service when its model is replaced.
    """
    if path.exists():
        document = open_workspace(path, curator, write=True)
        if is_prepared(document.table) and feedback_store.bundle and _follows(document):
            _use_model(document, Path(feedback_store.bundle))
        return document
    model = load_bundle(Path(feedback_store.bundle)) if feedback_store.bundle else bundled()
    document = open_or_create_workspace(path, curator, model.tags)
    prepare(document.table)
    record_base_model(document)
    if feedback_store.bundle:
        _use_model(document, Path(feedback_store.bundle))
    return document


def _follows(document: Document) -> bool:
    """Return whether the active model came from the service; a curator may have promoted another one."""
    active = next((info for info in document.models.all() if info.active), None)
    return active is None or active.bundled or active.trained_on == _OF_SERVICE


def _use_model(document: Document, bundle: Path) -> None:
    version = load_bundle(bundle).version
    if version not in (document.models.base, document.models.active):
        document.models.add(bundle, None, _OF_SERVICE)
        document.models.promote(version)


def _predict(progress: Progress, document: Document) -> None:
    """Predict new records with the workspace's model, so that a decision can accept or correct something."""
    if document.models.active is not None:
        predict_pending(progress, document, load_active_model(document, bundled()).own)


def _show(printer: Printer, evaluated: TrialResult) -> None:
    trial = evaluated.trial
    shares = ", ".join(f"{share:g}" for share in evaluated.shares if share)
    share = f", share {shares}" if shares else ""
    printer.result(f"{trial.mode.capitalize()} {trial.candidate} compared with {trial.current}{share}")
    printer.result(evaluated.verdict)
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
    if evaluated.complaints is not None:
        rows += _complaint_rows(evaluated.complaints)
    printer.table(("", "counts", "share (interval)", needed), rows)
    if evaluated.feedback.evidence.draws:
        *row, _ = _contest_row("users preferred the candidate", evaluated.feedback)
        printer.table(("biased, not part of the verdict", "counts", "share (interval)"), [row])
        printer.note(f"Users' feedback on differing texts is biased: {evaluated.feedback_bias}.")
    waiting = evaluated.differing - evaluated.decisions.evidence.draws - evaluated.decisions.neither
    if waiting > 0 and not evaluated.suffices:
        texts = counted(waiting, "text")
        printer.result(f"{texts} with different predictions are undecided: mltag review WORKSPACE")
    for note in evaluated.notes:
        printer.note(note)


def _contest_row(title: str, contest: PairedWins) -> list[str]:
    seen = contest.evidence
    if not seen.draws:
        return [title, "none yet", "", ""]
    rate = seen.successes / seen.draws
    counts = f"{contest.candidate_right:,} of {seen.draws:,} texts"
    return [title, counts, _percent((rate, seen.low, seen.high)), f"{seen.e_value:.3g}"]


def _complaint_rows(found: Complaints) -> list[list[str]]:
    rows = [
        _rate_row(
            "complaints per answer, active model",
            found.current_complaints,
            found.current_answers,
            "answers",
            found.current_rate,
        ),
        _rate_row(
            "complaints per answer, candidate",
            found.candidate_complaints,
            found.candidate_answers,
            "answers",
            found.candidate_rate,
        ),
        _rate_row(
            "keys with a complaint, active model",
            found.current,
            found.current_keys,
            "keys",
            found.current_key_rate,
        ),
        _rate_row(
            "keys with a complaint, candidate",
            found.candidate,
            found.candidate_keys,
            "keys",
            found.candidate_key_rate,
        ),
    ]
    rows[-1][-1] = f"{found.evidence.e_value:.3g}"
    return rows


def _rate_row(title: str, hits: int, total: int, unit: str, rate: tuple[float, float, float]) -> list[str]:
    if not total:
        return [title, f"{hits:,}", "", ""]
    return [title, f"{hits:,} of {total:,} {unit}", _percent(rate), ""]


def _percent(rate: tuple[float, float, float]) -> str:
    share, low, high = rate
    return f"{100 * share:.1f}% ({100 * low:.1f} to {100 * high:.1f})"

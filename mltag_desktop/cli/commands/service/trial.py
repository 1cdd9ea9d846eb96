"""`mltag trial`: start, change and stop a trial of a candidate while the service runs."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from mltag_desktop.cli.commands.service.serve import StateFolder, state_folder
from mltag_desktop.cli.options import Json, Quiet
from mltag_desktop.cli.output import Printer, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled, load_bundle, read_manifest
from mltag_desktop.core.model.library.model_names import bundle_folder
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import TrialPlan

GROUP = typer.Typer(
    help="Try a candidate in a running service: start, change the share, stop, roll back.",
    no_args_is_help=True,
)
EQUAL_MODELS: Final = "Both are the same model now, so nothing is compared. End the trial: mltag trial stop"
_SHOWN: Final = 10
"""Changes that `mltag trial show` lists."""


@GROUP.command("start")
def start(
    candidate: Annotated[str, typer.Argument(metavar="MODEL", help="The candidate: a bundle or a name.")],
    shadow: Annotated[
        bool, typer.Option("--shadow", help="Compare its predictions, but never return them.")
    ] = False,
    share: Annotated[
        float, typer.Option("--share", min=0, max=1, help="Share of the keys that the candidate answers.")
    ] = 0.05,
    keep_worse: Annotated[
        bool, typer.Option("--keep-worse", help="Do not stop when the sequential test says worse.")
    ] = False,
    state: StateFolder = None,
    quiet: Quiet = False,
) -> None:
    """Start a trial; a running service takes it over within a second."""
    folder = bundle_folder(candidate).absolute()
    load_bundle(folder)  # a damaged bundle is refused here, not by the service
    with FeedbackStore.existing(state_folder(state)) as store:
        number, before = store.plan()
        plan = TrialPlan(
            str(folder),
            0.0 if shadow else share,
            running=True,
            stop_when_worse=not keep_worse,
            options=before.options,
        )
        _set(store, plan, "Started.", number)
    Printer(quiet=quiet).result(_plan_text(plan))


@GROUP.command("share")
def change_share(
    share: Annotated[
        float, typer.Argument(min=0, max=1, help="The new share of the keys; 0 makes a shadow model of it.")
    ],
    state: StateFolder = None,
    quiet: Quiet = False,
) -> None:
    """Change the share of the running trial."""
    with FeedbackStore.existing(state_folder(state)) as store:
        number, before = _running(store)
        plan = replace(before, share=share, back=number)
        _set(store, plan, f"Share set to {100 * share:g}%.", number)
    Printer(quiet=quiet).result(_plan_text(plan))


@GROUP.command("stop")
def stop(state: StateFolder = None, quiet: Quiet = False) -> None:
    """Stop the trial: the active model answers everything."""
    with FeedbackStore.existing(state_folder(state)) as store:
        number, before = _running(store)
        plan = replace(before, running=False, back=number)
        _set(store, plan, "Stopped.", number)
    Printer(quiet=quiet).result(_plan_text(plan))


@GROUP.command("rollback")
def rollback(state: StateFolder = None, quiet: Quiet = False) -> None:
    """Go back to the share before the last change; repeat to go back further."""
    with FeedbackStore.existing(state_folder(state)) as store:
        number, before = store.plan()
        if before.mode and not before.running and not before.back:
            raise MltagError("The trial has ended (mltag trial show).", "Start one: mltag trial start.")
        if not before.back:
            raise MltagError("There is no earlier share.", "End the trial with mltag trial stop.")
        plan = store.plan(before.back)[1]
        _set(store, plan, "Rolled back.", number)
    Printer(quiet=quiet).result(_plan_text(plan))


@GROUP.command("show")
def show(state: StateFolder = None, json: Json = None, quiet: Quiet = False) -> None:
    """Show the trial and its latest changes."""
    with FeedbackStore.existing(state_folder(state)) as store:
        _, plan = store.plan()
        changes = store.plan_changes()
        active = store.bundle
    printer = Printer(quiet=quiet, json_target=json)
    printer.result(_plan_text(plan))
    if has_equal_models(plan, active):
        printer.result(EQUAL_MODELS)
    printer.table(("time (UTC)", "change"), [[time[:19], reason] for time, reason in changes[-_SHOWN:]])
    content = {
        "mode": plan.mode,
        "running": plan.running,
        "candidate": plan.candidate,
        "share": plan.share,
        "changes": [{"time": time, "change": reason} for time, reason in changes],
    }
    write_json(json, content, force=False)


def has_equal_models(plan: TrialPlan, active: str) -> bool:
    """Return whether both models of a running trial are the same; `active` is the folder of the service."""
    version = _version(plan.candidate) if plan.running else None
    return version is not None and version == _version(active)


def _version(folder: str) -> object:
    """Return the version of the model in a folder, by default of the bundled model; None without a model."""
    try:
        return read_manifest(Path(folder))["version"] if folder else bundled().version
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


def _running(store: FeedbackStore) -> tuple[int, TrialPlan]:
    number, plan = store.plan()
    if not plan.running:
        raise MltagError("No trial is running.", "Start one with mltag trial start MODEL.")
    return number, plan


def _set(store: FeedbackStore, plan: TrialPlan, reason: str, number: int) -> None:
    if not store.set_plan(plan, reason, expected=number):
        raise MltagError(
            "The trial has just been changed by somebody else.", "Look at mltag trial show first."
        )

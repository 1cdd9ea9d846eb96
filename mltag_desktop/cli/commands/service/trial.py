"""`mltag trial`: start, change and stop a trial of a candidate while the service runs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from mltag_desktop.cli.commands.service.serve import StateFolder, state_folder
from mltag_desktop.cli.options import Json, Quiet, WrongUse
from mltag_desktop.cli.output import Printer, counted, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled, load_bundle, read_manifest
from mltag_desktop.core.model.library.model_names import bundle_folder
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import now
from mltag_desktop.core.serving.trial_plan import AB, CANARY, EVERYONE, SHADOW, TrialPlan

GROUP = typer.Typer(
    help="Try a candidate in a running service: start, change the share, stop, roll back.",
    no_args_is_help=True,
)
EQUAL_MODELS: Final = "Both are the same model now, so nothing is compared. End the trial: mltag trial stop"
_UNITS: Final = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_UNIT_NAMES: Final = {"s": "second", "m": "minute", "h": "hour", "d": "day"}
_SHOWN: Final = 10
"""Changes that `mltag trial show` lists."""
GroupName = Annotated[
    str, typer.Option("--group", metavar="NAME", help="Only the keys of this group (see mltag trial group).")
]


@GROUP.command("start")
def start(
    candidate: Annotated[str, typer.Argument(metavar="MODEL", help="The candidate: a bundle or a name.")],
    shadow: Annotated[
        bool, typer.Option("--shadow", help="Compare its predictions, but never return them.")
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="MODEL",
            help="A second candidate: each answers half of the share, and the two are compared.",
        ),
    ] = None,
    share: Annotated[
        float, typer.Option("--share", min=0, max=1, help="Share of the keys that the trial answers.")
    ] = 0.05,
    group: GroupName = EVERYONE,
    ramp: Annotated[
        str, typer.Option("--ramp", metavar="SHARES", help="Later shares, such as 0.2,0.5,1.")
    ] = "",
    every: Annotated[
        str, typer.Option("--every", metavar="TIME", help="Time between two shares: 30m, 24h, 7d.")
    ] = "24h",
    keep_worse: Annotated[
        bool, typer.Option("--keep-worse", help="Do not stop when the sequential test says worse.")
    ] = False,
    state: StateFolder = None,
    quiet: Quiet = False,
) -> None:
    """Start a trial; a running service takes it over within a second."""
    if shadow and (against is not None or ramp):
        raise WrongUse("--shadow goes with neither --against nor --ramp.")
    steps, seconds = _shares_in(ramp), _seconds_in(every)
    folder, rival = _checked(candidate), "" if against is None else _checked(against)
    if folder == rival:
        raise WrongUse("The two candidates are the same.")
    with FeedbackStore.existing(state_folder(state)) as store:
        number, before = store.plan()
        _require_group(before, group)
        plan = TrialPlan(
            mode=SHADOW if shadow else CANARY if against is None else AB,
            candidate=folder,
            rival=rival,
            shares={} if shadow else {group: share},
            groups=before.groups,
            running=True,
            ramp=steps,
            ramped=group,
            every=seconds,
            since=now(),
            stop_when_worse=not keep_worse,
            options=before.options,
        )
        _set(store, plan, "Started.", number)
    Printer(quiet=quiet).result(_plan_text(plan))


@GROUP.command("share")
def change_share(
    share: Annotated[float, typer.Argument(min=0, max=1, help="The new share of the keys.")],
    group: GroupName = EVERYONE,
    state: StateFolder = None,
    quiet: Quiet = False,
) -> None:
    """Change the share of the running trial, for everyone or for a group; this ends a ramp."""
    with FeedbackStore.existing(state_folder(state)) as store:
        number, before = _running(store)
        if not before.is_split:
            raise MltagError("A shadow model answers nothing.", "Start a canary: mltag trial start MODEL")
        _require_group(before, group)
        plan = replace(before.with_share(group, share, now(), number), ramp=())
        _set(store, plan, f"Share of {group} set to {_percent(share)}.", number)
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
        plan = replace(store.plan(before.back)[1], ramp=(), groups=before.groups, since=now())
        _set(store, plan, "Rolled back.", number)
    Printer(quiet=quiet).result(_plan_text(plan))


@GROUP.command("group")
def define_group(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the group, such as internal.")],
    keys: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="One key per line; one that ends with * stands for a beginning."),
    ],
    state: StateFolder = None,
    quiet: Quiet = False,
) -> None:
    """Name a group of keys, or replace its keys."""
    if name == EVERYONE:
        raise WrongUse(f"{EVERYONE} is the group of all other keys.")
    try:
        lines = keys.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise MltagError(
            f"{keys} could not be read.", "Use a UTF-8 text file with one key per line."
        ) from error
    found = tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))
    if not found:
        raise MltagError(f"{keys} contains no keys.", "Write one key per line.")
    with FeedbackStore.existing(state_folder(state)) as store:
        number, before = store.plan()
        plan = replace(before, groups={**before.groups, name: found})
        _set(store, plan, f"Group {name} defined, {counted(len(found), 'key')}.", number)
    Printer(quiet=quiet).result(f"Group {name} has {counted(len(found), 'key')}")


@GROUP.command("show")
def show(state: StateFolder = None, json: Json = None, quiet: Quiet = False) -> None:
    """Show the trial, its groups and its latest changes."""
    with FeedbackStore.existing(state_folder(state)) as store:
        _, plan = store.plan()
        changes = store.plan_changes()
        active = store.bundle
    printer = Printer(quiet=quiet, json_target=json)
    printer.result(_plan_text(plan))
    if has_equal_models(plan, active):
        printer.result(EQUAL_MODELS)
    for name, keys in plan.groups.items():
        printer.result(f"Group {name}: {counted(len(keys), 'key')}")
    printer.table(("time (UTC)", "change"), [[time[:19], reason] for time, reason in changes[-_SHOWN:]])
    content = {
        "mode": plan.mode,
        "running": plan.running,
        "candidate": plan.candidate,
        "against": plan.rival,
        "shares": dict(plan.shares),
        "groups": {name: len(keys) for name, keys in plan.groups.items()},
        "ramp": list(plan.ramp),
        "changes": [{"time": time, "change": reason} for time, reason in changes],
    }
    write_json(json, content, force=False)


def has_equal_models(plan: TrialPlan, active: str) -> bool:
    """Return whether both models of a running trial are the same; `active` is the folder of the service."""
    version = _version(plan.candidate) if plan.running else None
    return version is not None and version == _version(plan.rival or active)


def _version(folder: str) -> object:
    """Return the version of the model in a folder, by default of the bundled model; None without a model."""
    try:
        return read_manifest(Path(folder))["version"] if folder else bundled().version
    except (MltagError, KeyError):
        return None


def _plan_text(plan: TrialPlan) -> str:
    if not plan.mode:
        return "No trial has been started."
    models = f"{plan.candidate} against {plan.rival}" if plan.rival else plan.candidate
    if not plan.running:
        return f"The trial of {models} is stopped; the active model answers everything."
    if not plan.is_split:
        return f"Shadow: the predictions of {models} are compared, never returned."
    shares = ", ".join(f"{_percent(share)} of the keys of {group}" for group, share in plan.shares.items())
    steps = [_percent(each) for each in plan.ramp if each > plan.shares.get(plan.ramped, 0.0)]
    ramp = f"; then {', '.join(steps)} of {plan.ramped}, each after {_duration(plan.every)}" if steps else ""
    return f"{models} answers {shares}{ramp}."


def _duration(seconds: float) -> str:
    """Return a duration in the largest unit of which it is a whole number, such as "90 minutes"."""
    unit = next((unit for unit, each in reversed(_UNITS.items()) if not seconds % each), "s")
    number = seconds / _UNITS[unit]
    return f"{number:g} {_UNIT_NAMES[unit]}{'' if number == 1 else 's'}"


def _percent(share: float) -> str:
    return f"{100 * share:g}%"


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


def _require_group(plan: TrialPlan, group: str) -> None:
    if group != EVERYONE and group not in plan.groups:
        raise MltagError(f"There is no group {group}.", f"Define it: mltag trial group {group} FILE")


def _checked(name: str) -> str:
    folder = bundle_folder(name).absolute()
    load_bundle(folder)  # a damaged bundle is refused here, not by the service
    return str(folder)


def _shares_in(text: str) -> tuple[float, ...]:
    try:
        shares = tuple(float(part) for part in text.split(",")) if text else ()
    except ValueError:
        shares = (-1.0,)
    if any(not 0 < share <= 1 for share in shares) or list(shares) != sorted(set(shares)):
        raise WrongUse("--ramp needs rising shares between 0 and 1, such as 0.2,0.5,1.")
    return shares


def _seconds_in(text: str) -> float:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([smhd])", text)
    if found is None:
        raise WrongUse("--every needs a time such as 30m, 24h or 7d.")
    return float(found[1]) * _UNITS[found[2]]


__all__: Sequence[str] = ("GROUP",)

"""`mltag session`: the decisions of each day, their pace, and what more answers would add."""

from dataclasses import asdict
from typing import Annotated

import typer

from mltag_desktop.cli.command_inputs import open_workspace
from mltag_desktop.cli.options import Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, progress, refuse_existing, write_json
from mltag_desktop.core.workspace.decisions.curation_progress import daily_progress


def session(
    workspace: Workspace,
    gain: Annotated[
        bool, typer.Option("--gain", help="Also estimate what 50 more answers would add to the accuracy.")
    ] = False,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Show the decisions of each day, how often they confirmed the prediction, and the pace."""
    refuse_existing(json, force=force)
    printer = Printer(quiet=quiet, json_target=json)
    with open_workspace(workspace, write=False) as document, progress("Counting", quiet=quiet) as bar:
        days = daily_progress(document.journal.entries())
        found = None
        if gain:
            from mltag_desktop.core.learning.questions.answer_gain import estimate_gain  # loads the training
            from mltag_desktop.core.model.bundle import bundled

            found = estimate_gain(bar, document, bundled())
    if days:
        printer.table(
            ("day", "decided", "accepted", "corrected", "right", "per hour"),
            [
                [
                    day.day,
                    f"{day.decided:,}",
                    f"{day.accepted:,}",
                    f"{day.corrected:,}",
                    "" if day.right is None else f"{day.right:.0%}",
                    "" if day.per_hour is None else f"{day.per_hour:,.0f}",
                ]
                for day in days
            ],
        )
    else:
        printer.result("There are no decisions yet.")
    if found is not None:
        interval = f"{100 * found.low:.1f} to {100 * found.high:.1f}"
        if found.is_clear:
            words = (
                f"{found.more} more answers would add about {100 * found.gain:.1f} percentage points of"
                f" accuracy ({interval})."
            )
        else:
            words = (
                f"It is not clear that {found.more} more answers would add accuracy ({interval} percentage"
                " points)."
            )
        printer.result(f"{words} Estimated from {found.decisions:,} decisions.")
    write_json(
        json,
        {
            "days": [
                {
                    "day": day.day,
                    "decided": day.decided,
                    "accepted": day.accepted,
                    "corrected": day.corrected,
                    "per_hour": day.per_hour,
                }
                for day in days
            ],
            "gain": None if found is None else asdict(found),
        },
        force=force,
    )

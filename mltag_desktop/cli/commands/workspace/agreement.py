"""`mltag agreement`: compare the decisions of a whole team."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from mltag_desktop.cli.options import Force, Json, Quiet
from mltag_desktop.cli.output import Printer, counted, refuse_existing, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.export.shared_decisions import read_decisions
from mltag_desktop.core.workspace.export.team_agreement import team_agreement

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="Two or more files of mltag export-decisions, one per curator."),
]


def agreement(
    files: Files,
    known: Annotated[
        Path | None,
        typer.Option(
            "--known",
            metavar="FILE",
            help="A file of mltag export-decisions with known answers: how many did each curator give?",
        ),
    ] = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Compare the decisions of several curators: agreement of each pair, who differs, and the pace.

    Each curator has the name of the file. Imported decisions are left out.
    """
    refuse_existing(json, force=force)
    names = [file.stem for file in files]
    if len({*names}) < max(2, len(names)):
        raise MltagError(
            "Two or more files with different names are needed.", "Export one for each curator of the team."
        )
    found = team_agreement(
        {name: read_decisions(file) for name, file in zip(names, files, strict=True)},
        read_decisions(known) if known is not None else (),
    )
    printer = Printer(quiet=quiet, json_target=json)
    printer.table(
        ("curator", "decisions", "compared", "kappa", "per hour", "most frequent tag")
        + (("known answers",) if known is not None else ()),
        [
            (
                each.name,
                f"{each.decisions:,}",
                f"{each.compared:,}",
                _kappa(each.kappa),
                "" if each.per_hour is None else f"{each.per_hour:,.0f}",
                "" if each.main_tag is None else f"{each.main_tag} {each.main_share:.0%}",
                *((f"{each.right:,} of {each.checked:,}",) if known is not None else ()),
            )
            for each in found.members
        ],
    )
    printer.table(
        ("pair", "texts", "agreed", "kappa"),
        [
            (f"{each.one}, {each.other}", f"{each.texts:,}", f"{each.agreed:,}", _kappa(each.kappa))
            for each in found.pairs
        ],
    )
    printer.result(
        f"{counted(found.shared, 'text')} decided by all, {found.unanimous:,} of them with the same tag."
    )
    write_json(json, asdict(found), force=force)


def _kappa(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"

"""`mltag policy`: the policy of a workspace for unsure predictions and for promotions."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from mltag_desktop.cli.command_inputs import open_workspace
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace, WrongUse
from mltag_desktop.cli.output import Printer, refuse_existing, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.deciding_metric import Floor
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy
from mltag_desktop.core.evaluation.slices import LANGUAGE_MODEL_SLICE, SHORT_TEXT_SLICE
from mltag_desktop.core.learning.query_slices import stored_slices
from mltag_desktop.core.model.unsure_policy import UnsurePolicy
from mltag_desktop.core.workspace.decisions.review_thresholds import EVERYTHING
from mltag_desktop.core.workspace.workspace import Workspace as Document


class MetricName(StrEnum):
    """A metric that can decide a promotion."""

    F1 = "f1"
    PRECISION = "precision"
    RECALL = "recall"
    F_BETA = "f-beta"
    COST = "cost"


Unsure = Annotated[
    UnsurePolicy | None,
    typer.Option("--unsure", help="Unsure predictions in exports and in published models."),
]
Metric = Annotated[
    MetricName | None, typer.Option("--metric", help="The metric that decides a promotion. Default: f1.")
]
OfTag = Annotated[
    str, typer.Option("--of", metavar="TAG", help="The tag of the metric. Default: all records.")
]
Beta = Annotated[
    float,
    typer.Option("--beta", min=0.01, max=100, help="For f-beta: how much more recall counts than precision."),
]
Costs = Annotated[
    list[str] | None,
    typer.Option(
        "--cost",
        metavar="TAG:TAG=N",
        help="For cost: what it costs to predict the second tag for the first; repeatable. Default: 1.",
    ),
]
Floors = Annotated[
    list[str] | None,
    typer.Option(
        "--floor",
        metavar="METRIC:TAG=P",
        help="precision, recall or f1 that must not be lower, of a tag or (METRIC=P) of all; repeatable.",
    ),
]
Protect = Annotated[
    list[str] | None,
    typer.Option("--protect", metavar="TAG", help="A tag whose F1 must not get worse; repeatable."),
]
ProtectSlice = Annotated[
    list[str] | None,
    typer.Option("--protect-slice", metavar="SLICE", help="A slice that must not get worse; repeatable."),
]
ReviewBelow = Annotated[
    list[str] | None,
    typer.Option(
        "--review-below",
        metavar="[TAG=]P",
        help="The confidence below which predictions are to review, of a tag or of all; TAG= takes the one of"
        " all again. Repeatable.",
    ),
]
Reset = Annotated[
    bool, typer.Option("--reset", help="Set priorities back to F1, without floors and protection, first.")
]


def policy(
    workspace: Workspace,
    unsure: Unsure = None,
    review_below: ReviewBelow = None,
    metric: Metric = None,
    of: OfTag = "",
    beta: Beta = 2.0,
    cost: Costs = None,
    floor: Floors = None,
    protect: Protect = None,
    protect_slice: ProtectSlice = None,
    reset: Reset = False,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Show what a workspace reviews, what becomes of unsure predictions and what promotes, or change it.

    Exports and batches may be stricter than the policy, never looser. An option replaces what was set before.
    """
    refuse_existing(json, force=force)
    if of and metric is None:
        raise WrongUse("--of needs --metric.")
    priorities = [metric, cost, floor, protect, protect_slice]
    prioritises = reset or any(each is not None for each in priorities)
    writes = prioritises or unsure is not None or review_below is not None
    with open_workspace(workspace, curator, write=writes) as document:
        kept = PromotionPolicy.from_json(None if reset else document.preference("priority"))
        if metric is not None:
            kind = "f_beta" if metric is MetricName.F_BETA else metric.value
            if of:
                document.tag_set.check(of)
            kept = replace(kept, kind=kind, tag=of, beta=beta if metric is MetricName.F_BETA else 1.0)
        if cost is not None:
            kept = replace(kept, costs=tuple(_cost(words, document) for words in cost))
        if floor is not None:
            kept = replace(kept, floors=tuple(_floor(words, document) for words in floor))
        if protect is not None:
            for tag in protect:
                document.tag_set.check(tag)
            kept = replace(kept, protected=tuple(protect))
        if protect_slice is not None:
            _check_slices(protect_slice, document)
            kept = replace(kept, protected_slices=tuple(protect_slice))
        thresholds = None if review_below is None else _thresholds(document, review_below)
        if unsure is not None:  # nothing is stored before every option was read
            document.thresholds.set_unsure(unsure)
        if thresholds is not None:
            document.thresholds.set(*thresholds)
        if prioritises:
            document.set_preference("priority", kept.to_json())
        of_unsure = document.thresholds.unsure
        limits = document.thresholds.below()
        below = limits.default
    printer = Printer(quiet=quiet, json_target=json)
    printer.result(f"Unsure predictions (confidence below {below:.2f}): {of_unsure}")
    for tag, limit in limits.tags.items():
        printer.result(
            f"Review {tag} below {limit:.2f}" if limit <= 1 else f"Review all records tagged {tag}"
        )
    printer.result(f"Deciding metric of a promotion: {kept.words}")
    for true, given, each in kept.costs:
        printer.result(f"Cost of {given} for {true}: {each:g}")
    for each_floor in kept.floors:
        printer.result(f"Floor: {each_floor.metric.words} of at least {each_floor.least:g}")
    if kept.protected or kept.protected_slices:
        printer.result(f"Protected: {', '.join((*kept.protected, *kept.protected_slices))}")
    found = {
        "unsure": str(of_unsure),
        "review_below": round(below, 6),
        "review_below_of": {tag: round(limit, 6) for tag, limit in limits.tags.items()},
        "promotion": kept.to_json(),
    }
    write_json(json, found, force=force)


def _thresholds(document: Document, given: Sequence[str]) -> tuple[float | None, dict[str, float | None]]:
    """Return the thresholds in P, TAG=P and TAG=; a tag may contain an equals sign."""
    default: float | None = None
    tags: dict[str, float | None] = {}
    for words in given:
        tag, sign, number = words.rpartition("=")
        if not sign:
            default = _number(number, words, most=EVERYTHING)
        else:
            document.tag_set.check(tag)
            tags[tag] = _number(number, words, most=EVERYTHING) if number.strip() else None
    return default, tags


def _check_slices(given: Sequence[str], document: Document) -> None:
    """Raise `MltagError` for a slice that reports of the workspace do not have."""
    known = (*(each.name for each in stored_slices(document)), SHORT_TEXT_SLICE, LANGUAGE_MODEL_SLICE)
    for name in given:
        if name not in known:
            raise MltagError(
                f"The workspace has no slice {name}.",
                f"Choose one of {', '.join(known)}, or add one with mltag slices.",
            )


def _cost(words: str, document: Document) -> tuple[str, str, float]:
    """Return the cost in TAG:TAG=N; a tag may contain a colon."""
    pair, _, number = words.rpartition("=")
    names = {tag.name for tag in document.tag_set.tags}
    parts = pair.split(":")
    for place in range(1, len(parts)):
        true, given = ":".join(parts[:place]), ":".join(parts[place:])
        if true in names and given in names and true != given:
            return true, given, _number(number, words, most=1e9)
    raise MltagError(
        f"{words} is not a cost.", "Write it as TRUE:PREDICTED=5, with two tags of the workspace."
    )


def _floor(words: str, document: Document) -> Floor:
    """Return the floor in METRIC:TAG=P or METRIC=P."""
    name, _, number = words.rpartition("=")
    kind, _, tag = name.partition(":")
    if kind not in ("precision", "recall", "f1"):
        raise MltagError(f"{words} is not a floor.", "Write it as precision:TAG=0.95 or recall=0.9.")
    if tag:
        document.tag_set.check(tag)
    return Floor(kind, tag, _number(number, words, most=1.0))


def _number(text: str, words: str, *, most: float) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= most:
        raise MltagError(f"{words} has no valid number.", f"Write a number from 0 to {most:g}.")
    return number

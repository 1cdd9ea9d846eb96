"""`mltag policy` and `certify`: which records are reviewed, and what is proven about the others."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import numpy as np

from mltag_desktop.cli.command_inputs import Curated, splits
from mltag_desktop.cli.options import WrongUse, flag, group, option
from mltag_desktop.cli.output import STDOUT, Output, TextOutput, counted, csv_text
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.promotion_gate import Floor, PromotionPolicy
from mltag_desktop.core.evaluation.regressions import LANGUAGE_MODEL_SLICE, SHORT_TEXT_SLICE
from mltag_desktop.core.learning.certification import Proposal, propose
from mltag_desktop.core.learning.query_slices import stored_slices
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.workspace.decisions.certificates import (
    CertificationState,
    CheckState,
    cancel,
    certification_state,
    cut_words,
    finish,
    start,
)
from mltag_desktop.core.workspace.decisions.review_thresholds import EVERYTHING
from mltag_desktop.core.workspace.workspace import Workspace as Document


@group
class ReviewPolicy:
    """What is reviewed, and what becomes of unsure predictions."""

    unsure: UnsurePolicy | None = option("Unsure predictions in exports and in published models.")
    review_below: list[str] = option(
        "The confidence below which predictions are to review, of a tag or of all; TAG= takes the one of"
        " all again. Repeatable.",
        "[TAG=]P",
    )


@group
class Priorities:
    """What decides a promotion, and what must not get worse."""

    metric: Literal["f1", "precision", "recall", "f-beta", "cost"] | None = option(
        "The metric that decides a promotion. Default: f1."
    )
    of: str = option("The tag of the metric. Default: all records.", "TAG", default="")
    beta: float = option(
        "For f-beta: how much more recall counts than precision.", default=2.0, min=0.01, max=100
    )
    cost: list[str] = option(
        "For cost: what it costs to predict the second tag for the first; repeatable. Default: 1.",
        "TAG:TAG=N",
    )
    floor: list[str] = option(
        "precision, recall or f1 that must not be lower, of a tag or (METRIC=P) of all; repeatable.",
        "METRIC:TAG=P",
    )
    protect: list[str] = option("A tag whose F1 must not get worse; repeatable.", "TAG")
    protect_slice: list[str] = option("A slice that must not get worse; repeatable.", "SLICE")
    reset: bool = flag("Set priorities back to F1, without floors and protection, first.")

    @property
    def is_given(self) -> bool:
        """Whether an option changes the priorities."""
        given = (self.metric, self.cost, self.floor, self.protect, self.protect_slice)
        return self.reset or any(given)

    def applied(self, document: Document) -> PromotionPolicy:
        """Return the policy of a workspace with these changes; raises `MltagError` for unknown names."""
        kept = PromotionPolicy.from_json(None if self.reset else document.preference("priority"))
        if self.metric is not None:
            is_beta = self.metric == "f-beta"
            if self.of:
                document.tag_set.check(self.of)
            kind = "f_beta" if is_beta else self.metric
            kept = replace(kept, kind=kind, tag=self.of, beta=self.beta if is_beta else 1.0)
        if self.cost:
            kept = replace(kept, costs=tuple(_cost(words, document) for words in self.cost))
        if self.floor:
            kept = replace(kept, floors=tuple(_floor(words, document) for words in self.floor))
        if self.protect:
            for tag in self.protect:
                document.tag_set.check(tag)
            kept = replace(kept, protected=tuple(self.protect))
        if self.protect_slice:
            _check_slices(self.protect_slice, document)
            kept = replace(kept, protected_slices=tuple(self.protect_slice))
        return kept


def policy(*, at: Curated, review: ReviewPolicy, priorities: Priorities, output: Output) -> None:
    """Show what a workspace reviews, what becomes of unsure predictions and what promotes, or change it.

    Exports and batches may be stricter than the policy, never looser. An option replaces what was set before.
    """
    if priorities.of and priorities.metric is None:
        raise WrongUse("--of needs --metric.")
    below_given, unsure = review.review_below, review.unsure
    writes = priorities.is_given or unsure is not None or bool(below_given)
    with at.open(write=writes) as document:
        kept = priorities.applied(document)
        thresholds = _thresholds(document, below_given)
        if unsure is not None:  # nothing is stored before every option was read
            document.thresholds.set_unsure(unsure)
        if below_given:
            document.thresholds.set(*thresholds)
        if priorities.is_given:
            document.set_preference("priority", kept.to_json())
        of_unsure = document.thresholds.unsure
        limits = document.thresholds.below()
        below = limits.default
    output.result(f"Unsure predictions (confidence below {below:.2f}): {of_unsure}")
    for tag, limit in limits.tags.items():
        output.result(f"Review {tag} below {limit:.2f}" if limit <= 1 else f"Review all records tagged {tag}")
    output.result(f"Deciding metric of a promotion: {kept.words}")
    for true, given, each in kept.costs:
        output.result(f"Cost of {given} for {true}: {each:g}")
    for each_floor in kept.floors:
        output.result(f"Floor: {each_floor.metric.words} of at least {each_floor.least:g}")
    if kept.protected or kept.protected_slices:
        output.result(f"Protected: {', '.join((*kept.protected, *kept.protected_slices))}")
    found = {
        "unsure": str(of_unsure),
        "review_below": round(below, 6),
        "review_below_of": {tag: round(limit, 6) for tag, limit in limits.tags.items()},
        "promotion": kept.to_json(),
    }
    output.write(found)


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
    for true, given in splits(pair, ":"):
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


@group
class Certification:
    """What is done with the certification of a workspace."""

    allow: str | None = option("Start: the error rate to prove, such as 5% or 0.05.", "SHARE")
    checks: int | None = option("Most records to check. Default: 102 for 5%.", "N", min=1)
    dry_run: bool = flag("Show the proposed cut and start nothing.")
    finish: bool = flag("Issue the certificate, once it is proven.")
    cancel: bool = flag("End the certification without a certificate.")


@group
class ToCheck(TextOutput):
    """Where the records to check go."""

    out: Path | None = option("Write the records to check; - for stdout.", "CSV", allow_dash=True)


def certify(*, at: Curated, wanted: Certification, output: ToCheck) -> None:
    """Certify that few of the records above a confidence are wrong; without options, show the state.

    --allow starts, --out writes the records to check, `mltag decide --from` reads their tags, --finish ends.
    """
    allow, dry_run, out = wanted.allow, wanted.dry_run, output.out
    if (allow is not None) + wanted.finish + wanted.cancel > 1:
        raise WrongUse("Use one of --allow, --finish and --cancel.")
    if allow is None and (dry_run or wanted.checks is not None):
        raise WrongUse("--dry-run and --checks need --allow.")
    allowed = None if allow is None else _share(allow)
    writes = wanted.finish or wanted.cancel or (allowed is not None and not dry_run)
    with at.open(write=writes) as document:
        found: dict[str, Any] = {}
        if allowed is not None:
            with output.progress("Choosing a cut") as bar:
                proposal = propose(bar, document, allowed, wanted.checks)
            if not dry_run:
                start(document, proposal.plan)
            found = proposal_json(proposal)
            output.result(proposal_words(proposal))
        elif wanted.finish:
            finish(document)
        elif wanted.cancel:
            cancel(document)
        state = certification_state(document)
        if out is not None:
            output.write_out(_to_check(document, state))
    if not dry_run:
        output.result(state_words(state))
    if out not in (None, STDOUT) and state.checks is not None and state.checks.open:
        output.result(
            f"{counted(len(state.checks.open), 'record')} to check written to {out}."
            f" Fill in the column tag, then: mltag decide {at.workspace} --from {out}"
        )
    output.write(found | state_json(state))


def proposal_words(found: Proposal) -> str:
    """Return what a certification would do, as a sentence."""
    plan = found.plan
    existing = f", {plan.known:,} more exist already" if plan.known else ""
    cuts, records = str(cut_words(plan.cuts[0].cut)), f"{found.undecided[0]:,}"
    if plan.stricter:
        cuts, records = f"{cuts}, then down to {cut_words(plan.cut)}", f"{records} to {found.undecided[-1]:,}"
    return (
        f"Cut {cuts}: {records} of {counted(found.table, 'record')} would need no review."
        f" {found.fewest:,} to {counted(found.most, 'check')}{existing}."
    )


def proposal_json(found: Proposal) -> dict[str, Any]:
    """Return a proposal as JSON values; those outside `cuts` are about the strictest cut."""
    strictest = found.plan.cuts[0]
    return {
        "undecided": found.undecided[0],
        "table": found.table,
        "chance": found.chance,
        "fewest_checks": found.fewest,
        "most_checks": found.most,
        "needed": list(strictest.needed),
        "cut": strictest.cut,
        "allowed": found.plan.allowed,
        "cuts": [
            {"cut": each.cut, "undecided": undecided, "needed": list(each.needed)}
            for each, undecided in zip(found.plan.cuts, found.undecided, strict=True)
        ],
    }


def state_words(state: CertificationState) -> str:
    """Return the state of the certification as a sentence."""
    if state.running is not None and state.checks is not None:
        return (f"{state.void} The certification is void. " if state.void else "") + checks_words(
            state.running.allowed, state.checks
        )
    if state.certificate is None:
        return "Unverified: there is no certificate."
    if state.void:
        return f"Unverified: {state.void} Void: {state.certificate.sentence}"
    return str(state.certificate.sentence)


def checks_words(allowed: float, checks: CheckState) -> str:
    """Return how far the checks have come."""
    done = f"{checks.checked:,} checked, {checks.wrong:,} wrong"
    if checks.postponed:
        done += f" ({checks.postponed:,} of them skipped or unsure)"
    if checks.missing is None:
        return (
            f"{done}: too many to prove {allowed:.0%}. Use --cancel, then train with the corrected records or"
            " allow a larger error."
        )
    proven, coming = checks.proven_cut, checks.next_cut
    if proven is not None:
        done += (
            f": {allowed:.0%} is proven for {counted(proven.records, 'record')} above {cut_words(proven.cut)}"
        )
        if coming is None:
            return f"{done}. Use --finish."
        return (
            f"{done}; about {checks.missing:,} more may prove it for {counted(coming.records, 'record')}"
            f" above {cut_words(coming.cut)}. Check these, or use --finish."
        )
    return f"{done}; about {checks.missing:,} more to prove at most {allowed:.0%} wrong."


def state_json(state: CertificationState) -> dict[str, Any]:
    """Return the state of the certification as JSON values; record numbers count from 1."""
    checks = state.checks
    cut = state.running or state.certificate
    about = (checks.next_cut or checks.proven_cut if checks else None) or cut
    proven = checks.proven_cut if checks else None
    counted_checks = checks or state.certificate
    return {
        "state": _name(state),
        "void": str(state.void) or None,
        "allowed": cut.allowed if cut else None,
        "cut": about.cut if about else None,
        "records": about.records if about else None,
        "proven_cut": proven.cut if proven else None,
        "proven_records": proven.records if proven else None,
        "checked": counted_checks.checked if counted_checks else None,
        "wrong": counted_checks.wrong if counted_checks else None,
        "missing": checks.missing if checks else None,
        "to_check": [row + 1 for row in checks.open] if checks else [],
        "certificate": str(state.valid.sentence) if state.valid else None,
    }


def _name(state: CertificationState) -> str:
    if state.running is None or state.checks is None:
        return "none" if state.certificate is None else "void" if state.void else "certified"
    if state.void:
        return "void"
    return "failed" if state.checks.failed else "proven" if state.checks.proven else "running"


def _share(text: str) -> float:
    """Return an error rate that is written as 5% or 0.05."""
    word = text.strip()
    try:
        share = float(word.removesuffix("%")) / (100 if word.endswith("%") else 1)
    except ValueError:
        raise WrongUse(f"{text} is not an error rate. Write 5% or 0.05.") from None
    if not 0 < share <= 0.5:
        raise WrongUse(f"{text} is not between 0% and 50%. Write 5% or 0.05.")
    return share


def _to_check(document: Document, state: CertificationState) -> str:
    """Return the records to check as a table for `mltag decide --from`, once their tags are filled in.

    It does not tell what was predicted, so that nothing but the text decides.
    """
    if state.checks is None:
        raise MltagError("No certification is running.", "Start one with --allow 5%.")
    records = document.table.records(np.array(state.checks.open, np.int64))
    rows = [(record.row + 1, "", record.text) for record in records]
    return csv_text([("record", "tag", "text"), *rows])

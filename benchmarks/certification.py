"""Check the promise of certificates, and how many records they leave without review.

Tables of 5,000 records have confidences and errors like those of the bundled model on 420 labelled texts of
other sources (29 quantiles of the log odds, with the smoothed error rate at each). For each setting, 1,000
certifications are played: the program proposes the cuts and the checks, the checks are drawn at random, and
the certificate of the loosest proven cut is compared with the true errors. "Skipped" is the share of the
table that needs no review, 0 without a certificate. The same is played

- where the model is wrong 1.3 and 3 times as often at every confidence (`errors x`); with 1.3 times the
  errors an oracle leaves 68% without review, the setting of the goals for "skipped" (73% as measured),
- beside a queue that has already asked about 400 records, wrong ones thirty times as often, and with 60
  decided random checks (`queue`),
- with 60 decided random checks and every choice of the dialog for 5 and 10%: a draw is broken if one of the
  certificates is, as for a curator who knows these checks, and starts and cancels until a choice succeeds
  (`any choice`),

and with other methods on the same tables: the loosest cut with an observed error within the bound on checks
from the whole table (`observed`), a fixed-sequence test with a binomial bound on such checks (`sequence`),
and a test that may be looked at after every check and never ends (`betting`: a mixture over error rates
against the bound, Ville's inequality), at the proposed cut.

`python -m benchmarks certification` takes about ten minutes of one core.
"""

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom

from benchmarks.results import Goal, publish
from mltag_desktop.core.learning.certification import Pool, audit_order, audit_plan, count_known, fresh_plan
from mltag_desktop.core.learning.sampling_plan import CutProposal, propose_cut, usual_checks
from mltag_desktop.core.workspace.decisions.certificates import (
    Basis,
    CertificationPlan,
    CheckAnswer,
    count_checks,
)

LOG_ODDS: Final = (
    -0.78, -0.27, -0.01, 0.25, 0.44, 0.74, 1.01, 1.18, 1.53, 1.79, 2.24, 2.53, 2.83, 3.16, 3.6, 3.89, 4.26,
    4.62, 4.99, 5.37, 5.77, 6.18, 6.53, 6.86, 7.12, 7.66, 8.55, 9.27, 12.37,
)  # fmt: skip
ERRORS: Final = (
    0.5935, 0.5269, 0.4895, 0.4493, 0.4159, 0.3628, 0.3201, 0.2968, 0.2533, 0.2132, 0.1254, 0.0781, 0.0521,
    0.0487, 0.0576, 0.0569, 0.0463, 0.032, 0.0167, 0.0068, 0.0061, 0.0135, 0.0184, 0.017, 0.0126, 0.0033,
    0.0, 0.0, 0.0,
)  # fmt: skip
RECORDS: Final = 5_000
TABLES: Final = 4
DRAWS: Final = 250
CHECKS: Final = (60, 100, 200, 300)
ALLOWED: Final = (0.03, 0.05, 0.10)
LEVEL: Final = 0.045
"""The level of a first attempt."""
HARD: Final = 1.3
"""The setting in which an oracle may skip 68% of the table with 5% allowed."""
HARDER: Final = f"errors x {HARD:g}"
EFFORTS: Final = (0.65, 1.0, 2.0, 3.0)
"""The numbers of checks that the dialog offers, as multiples of the usual number."""
CHOICE_DRAWS: Final = 60
ORACLES: Final = 40
"""Tables over which the share of the oracle is averaged."""
BASIS: Final = Basis("model", (), "")

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Method = Callable[[np.random.Generator, Floats, Mask, float, int, float], tuple[float, float]]
"""Returns the cut and the number of records without review (0 without a proof); its last argument is the
proposed cut."""


def table(random: np.random.Generator, factor: float = 1.0) -> tuple[NDArray[np.float32], Mask]:
    """Return the confidence of each record and a mask of the right predictions."""
    odds = np.interp(random.random(RECORDS), np.linspace(0, 1, len(LOG_ODDS)), LOG_ODDS)
    errors = np.minimum(factor * np.interp(odds, LOG_ODDS, ERRORS), 0.9)
    return (1 / (1 + np.exp(-odds))).astype(np.float32), random.random(RECORDS) >= errors


def oracle(confidence: NDArray[np.float32], right: Mask, allowed: float) -> float:
    """Return the largest share of the table that has an error within the bound."""
    wrong = np.cumsum(~right[np.argsort(-confidence, kind="stable")]) / np.arange(1, len(right) + 1)
    return float(np.flatnonzero(wrong <= allowed)[-1] + 1) / len(right)


def certified(plan: CertificationPlan, right: Mask) -> float | None:
    """Return the cut of the certificate if all records of a plan are checked; None without one."""
    proven = count_checks(plan, right[list(plan.sample)].astype(np.int8)).proven_cut
    return None if proven is None else proven.cut


def fresh(
    random: np.random.Generator, factor: float, allowed: float, checks: int
) -> Iterator[tuple[float, bool]]:
    """Yield the share without review and whether the promise was broken, for each draw."""
    for _ in range(TABLES):
        confidence, right = table(random, factor)
        everything = np.ones(RECORDS, np.bool_)
        pool = Pool(confidence, everything, ~everything, everything, np.zeros(RECORDS, "V16"))
        found = propose_cut(confidence, allowed, checks, LEVEL)
        for _ in range(DRAWS):
            if found is None:
                yield 0.0, False
                continue
            plan = fresh_plan(pool, allowed, found.cuts, checks, LEVEL, BASIS, int(random.integers(1 << 60)))
            cut = certified(plan, right)
            if cut is None:
                yield 0.0, False
                continue
            above = confidence >= np.float32(cut)
            yield above.mean(), (~right)[above].mean() > allowed


def beside_queue(random: np.random.Generator, allowed: float, checks: int) -> Iterator[tuple[float, bool]]:
    """Yield the same for tables with decisions of a queue and random checks."""
    for _ in range(TABLES):
        confidence, right = table(random)
        for _ in range(DRAWS):
            digests = np.frombuffer(random.bytes(16 * RECORDS), "V16")
            first = digests.view(">u2").reshape(RECORDS, -1)[:, 0]
            audit = first < 0.05 * (1 << 16)
            order = np.argsort(digests.view(">u8").reshape(RECORDS, 2)[:, 0])
            undecided = np.ones(RECORDS, np.bool_)
            undecided[order[:60]] = False
            weight = np.where(audit, 0.0, 0.02 + 0.6 * ~right)
            undecided[random.choice(RECORDS, 400, replace=False, p=weight / weight.sum())] = False
            pool = Pool(confidence, undecided, audit, np.ones(RECORDS, np.bool_), digests)
            found = propose_cut(confidence[undecided], allowed, checks, LEVEL)
            if found is None:
                yield 0.0, False
                continue
            plan = _plan(pool, found, right, allowed, checks, random)
            cut = certified(plan, right)
            if cut is None:
                yield 0.0, False
                continue
            above = confidence >= np.float32(cut)
            meant = above & undecided if plan.known == 0 else above & (undecided | audit)
            yield (above & undecided).mean(), (~right)[meant].mean() > allowed


def any_choice(random: np.random.Generator, factor: float) -> Iterator[bool]:
    """Yield whether the promise of at least one choice is broken, for each draw of the known checks."""
    for _ in range(TABLES):
        confidence, right = table(random, factor)
        choices = [
            (allowed, checks, found)
            for allowed in (0.05, 0.10)
            for checks in (round(usual_checks(allowed) * effort) for effort in EFFORTS)
            if (found := propose_cut(confidence, allowed, checks, LEVEL)) is not None
        ]
        for _ in range(CHOICE_DRAWS):
            digests = np.frombuffer(random.bytes(16 * RECORDS), "V16")
            order = np.argsort(digests.view(">u8").reshape(RECORDS, 2)[:, 0])
            audit, undecided = np.zeros(RECORDS, np.bool_), np.ones(RECORDS, np.bool_)
            audit[order[: RECORDS // 20]] = True
            undecided[order[:60]] = False
            pool = Pool(confidence, undecided, audit, np.ones(RECORDS, np.bool_), digests)
            broken = False
            for allowed, checks, found in choices:
                plan = _plan(pool, found, right, allowed, checks, random)
                cut = certified(plan, right)
                if cut is not None:
                    above = confidence >= np.float32(cut)
                    meant = above & undecided if plan.known == 0 else above & (undecided | audit)
                    broken |= bool((~right)[meant].mean() > allowed)
            yield broken


def _plan(
    pool: Pool, found: CutProposal, right: Mask, allowed: float, checks: int, random: np.random.Generator
) -> CertificationPlan:
    plan = fresh_plan(pool, allowed, found.cuts, checks, LEVEL, BASIS, int(random.integers(1 << 60)))
    order = audit_order(pool, found.cuts[-1])
    known = count_known(np.where(pool.undecided, CheckAnswer.OPEN, right)[order.rows].astype(np.int8))
    counted = audit_plan(pool, order, allowed, found.cuts, checks, LEVEL, BASIS, known)
    return plan if counted is None or counted.first_proof > plan.first_proof else counted


def observed(
    random: np.random.Generator, confidence: Floats, right: Mask, allowed: float, checks: int, proposed: float
) -> tuple[float, float]:
    """Return the loosest cut whose observed error on checks from the whole table is within the bound."""
    rows = random.choice(RECORDS, checks, replace=False)
    rows = rows[np.argsort(-confidence[rows])]
    wrong = np.cumsum(~right[rows]) / np.arange(1, checks + 1)
    enough = np.flatnonzero(wrong <= allowed)
    if not len(enough):
        return 1.0, 0.0
    cut = float(confidence[rows[enough[-1]]])
    return cut, float((confidence >= cut).sum())


def sequence(
    random: np.random.Generator, confidence: Floats, right: Mask, allowed: float, checks: int, proposed: float
) -> tuple[float, float]:
    """Return the loosest cut of a fixed-sequence test with a binomial bound, on the same checks."""
    rows = random.choice(RECORDS, checks, replace=False)
    found, skipped = 1.0, 0.0
    for cut in np.quantile(confidence, np.linspace(0.6, 0.2, 9)).tolist():
        above = rows[confidence[rows] >= cut]
        if binom.cdf((~right[above]).sum(), len(above), allowed) > 0.05:
            break
        found, skipped = cut, float((confidence >= cut).sum())
    return found, skipped


def betting(
    random: np.random.Generator, confidence: Floats, right: Mask, allowed: float, checks: int, proposed: float
) -> tuple[float, float]:
    """Return the proposed cut if a mixture of bets proves it after any check."""
    above = np.flatnonzero(confidence >= np.float32(proposed))
    wrong = np.cumsum(~right[random.permutation(above)[:checks]])
    drawn = np.arange(1, len(wrong) + 1)
    wealth = np.mean(
        [
            np.exp(wrong * np.log(rate / allowed) + (drawn - wrong) * np.log((1 - rate) / (1 - allowed)))
            for rate in allowed * np.array([1e-9, 0.1, 0.2, 0.3, 0.4, 0.5])
        ],
        axis=0,
    )
    return proposed, float(len(above)) if (wealth >= 1 / LEVEL).any() else 0.0


def other(method: Method, allowed: float, checks: int) -> tuple[float, float]:
    """Return how often a method breaks the promise, and the mean share that it leaves without review."""
    random = np.random.default_rng(2)
    broken, skipped = 0, 0.0
    for _ in range(TABLES):
        confidence, right = table(random)
        found = propose_cut(confidence, allowed, checks, LEVEL)
        assert found is not None
        for _ in range(DRAWS):
            cut, records = method(random, confidence.astype(np.float64), right, allowed, checks, found.cut)
            above = confidence >= np.float32(cut)
            broken += bool(records) and float((~right)[above].mean()) > allowed
            skipped += records / RECORDS
    return broken / (TABLES * DRAWS), skipped / (TABLES * DRAWS)


def main() -> None:
    """Play all settings and publish the figures."""
    figures: dict[str, object] = {}
    goals = []
    for allowed in ALLOWED:
        for checks in CHECKS:
            name = f"{allowed:.0%}, {checks} checks"
            worlds = {"": fresh(np.random.default_rng(1), 1.0, allowed, checks)}
            if allowed == 0.05:
                worlds[f", {HARDER}"] = fresh(np.random.default_rng(1), HARD, allowed, checks)
            if checks in (100, 300):
                worlds[", errors x 3"] = fresh(np.random.default_rng(1), 3.0, allowed, checks)
                worlds[", queue"] = beside_queue(np.random.default_rng(1), allowed, checks)
            for world, draws in worlds.items():
                skipped, broken = np.array(list(draws), np.float64).mean(axis=0)
                figures[f"{name}{world}: skipped"] = float(skipped)
                figures[f"{name}{world}: broken"] = float(broken)
                goals.append(Goal(f"{name}{world}: broken", at_most=0.05))
    goals += [
        Goal(f"5%, {checks} checks, {HARDER}: skipped", at_least=least)
        for checks, least in ((100, 0.25), (200, 0.35), (300, 0.42))
    ]
    for factor in (2.0, 3.0, 4.0):
        name = f"any choice, errors x {factor:g}: broken"
        figures[name] = float(np.mean(list(any_choice(np.random.default_rng(1), factor))))
        goals.append(Goal(name, at_most=0.05))
    for factor in (1.0, HARD):
        random = np.random.default_rng(1)
        oracles = [oracle(*table(random, factor), 0.05) for _ in range(ORACLES)]
        figures[f"5%, errors x {factor:g}: oracle"] = float(np.mean(oracles))
    for method in (observed, sequence, betting):
        for checks in (100, 200, 300):
            broken, skipped = other(method, 0.05, checks)
            figures[f"5%, {checks} checks, {method.__name__}: skipped"] = skipped
            figures[f"5%, {checks} checks, {method.__name__}: broken"] = broken
    publish("certification", figures, goals)


if __name__ == "__main__":
    main()

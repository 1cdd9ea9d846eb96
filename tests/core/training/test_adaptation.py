import csv
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.query_strategies import ORDERS, UndecidedPool, margins, ordered
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.extraction import extract
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.training.adaptation import Adaptation, RowDecisions, adapt, area_under_curve, fit_gate
from tests.core.helpers import sample

DATA = Path(__file__).resolve().parents[4] / "shared" / "datasets" / "other_source.csv"


def agreed(rows: Iterable[int]) -> list[str]:
    """The bundled model's own answers for rows of the sample."""
    best = bundled().predict_features(sample()[1]).best
    return [bundled().tags[best[row]] for row in rows]


def test_adapting_leaves_the_base_as_it_was_and_agrees_where_all_agree() -> None:
    _, rows = sample()
    before = bundled().predict_features(rows)
    asked = np.arange(0, 40)
    adapted = adapt(bundled(), rows, RowDecisions(asked, agreed(asked)), Adaptation(checked=False))
    assert adapted.head is not None
    now = adapted.head.scores(rows).argmax(axis=1)
    assert (now == before.best)[before.confidence > 0.95].mean() > 0.95
    assert np.array_equal(bundled().predict_features(rows).probabilities, before.probabilities)


@pytest.mark.skipif(not DATA.exists(), reason="the labelled data are not at hand")
def test_adaptation_improves_another_table_after_forty_decisions() -> None:
    with DATA.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    rows = extract(bundled().vectors, [f"{row['title']} {row['description']}" for row in table])
    truth = np.array([bundled().tags.index(row["tag"]) for row in table])
    base = bundled().predict_features(rows)
    asked = np.argsort(margins(base.probabilities))[:40]
    adapted = adapt(bundled(), rows, RowDecisions(asked, [table[row]["tag"] for row in asked]))
    assert adapted.head is not None
    assert adapted.gate.strangeness > 0.8
    left = np.setdiff1d(np.arange(len(table)), asked)
    right = adapted.head.scores(rows).argmax(axis=1) == truth
    assert right[left].mean() > (base.best == truth)[left].mean() + 0.02


def test_a_new_tag_can_be_predicted() -> None:
    texts, _ = sample()
    cakes = [
        f"{word} cake baked in an oven with butter and sugar"
        for word in ("lemon", "plain", "dark", "sweet", "big")
    ]
    rows = extract(bundled().vectors, [*texts, *cakes])
    asked = np.array([*range(12), len(texts), len(texts) + 1, len(texts) + 2])
    adapted = adapt(bundled(), rows, RowDecisions(asked, [*agreed(range(12)), "baking", "baking", "baking"]))
    assert adapted.tags == (*bundled().tags, "baking")
    assert adapted.head is not None
    assert (adapted.head.scores(extract(bundled().vectors, cakes[-2:])).argmax(axis=1) == 4).all()


def test_a_better_base_is_not_adapted() -> None:
    """Random decisions for every third row are not informative: the base is better out of fold."""
    _, rows = sample()
    random = np.random.default_rng(1)
    asked = np.arange(120)
    tags = [
        right if row % 3 else str(random.choice(bundled().tags)) for row, right in enumerate(agreed(asked))
    ]
    adapted = adapt(bundled(), rows, RowDecisions(asked, tags))
    assert adapted.head is None
    assert "more accurate" in adapted.reason


def test_copies_of_a_decision_do_not_leak_into_its_fold() -> None:
    """Each decision occurs twice with a random tag: only a model that saw the copy could predict it."""
    _, rows = sample()
    twice = np.tile(np.arange(40), 2)
    tags = [str(tag) for tag in np.random.default_rng(3).choice(bundled().tags, 40)] * 2
    doubled = rows.take(np.concatenate([twice, np.arange(40, len(rows))]))
    right = []
    for digests in (None, twice.astype(np.uint64)):
        adapted = adapt(bundled(), doubled, RowDecisions(np.arange(80), tags, digests=digests))
        given = [adapted.tags[code] for code in adapted.left_out]
        right.append(np.mean([one == other for one, other in zip(given, tags, strict=True)]))
    assert right[0] > right[1] + 0.2


@pytest.mark.parametrize("count", [0, 1, 2])
def test_tables_of_hardly_any_rows(count: int) -> None:
    adapted = adapt(bundled(), sample()[1].take(np.arange(count)), RowDecisions(np.empty(0, np.intp), []))
    assert 0 <= adapted.gate.strangeness <= 1


def test_the_gate_uses_the_base_for_its_own_rows() -> None:
    own = bundled().base.features.vectors
    gate = fit_gate(
        own, extract(bundled().vectors, [f"cake {n} with {n} eggs" for n in range(100, 160)]).vectors
    )
    assert gate.strangeness > 0.9
    assert (gate.share(own) > 0.5).mean() <= 0.03
    assert fit_gate(own[::2], own[1::2]).strangeness < 0.65


def question(random: np.random.Generator, n: int = 60, k: int = 3) -> UndecidedPool:
    def chances() -> FloatArray:
        return random.dirichlet(np.ones(k), n).astype(np.float32)

    vectors = random.normal(size=(n, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return UndecidedPool(chances(), chances(), vectors, vectors[:2])


@pytest.mark.parametrize("order", ORDERS)
def test_each_strategy_returns_every_row_once(order: str) -> None:
    random = np.random.default_rng(5)
    for n in (0, 1, 60, 300):
        places = ordered(order, question(random, n), random)
        assert sorted(places.tolist()) == list(range(n))


def test_margin_asks_first_where_two_tags_are_close() -> None:
    random = np.random.default_rng(5)
    asked = question(random)
    first = ordered("margin", asked, random)
    assert (np.diff(margins(asked.probabilities)[first]) >= 0).all()
    assert margins(np.ones((4, 1), np.float32)).tolist() == [1, 1, 1, 1]


def test_coverage_does_not_ask_variants_of_one_question() -> None:
    """Twenty rows are one text, the least sure of all; coverage asks about it once in the first five."""
    random = np.random.default_rng(5)
    base = question(random)
    probabilities, vectors = base.probabilities.copy(), base.vectors.copy()
    probabilities[:20], vectors[:20] = 1 / 3, vectors[0]
    asked = UndecidedPool(probabilities, base.base, vectors, vectors[:0])
    assert (ordered("margin", asked, random)[:5] < 20).sum() == 5
    assert (ordered("coverage", asked, random)[:5] < 20).sum() == 1


def test_an_unknown_strategy_lists_the_known_ones() -> None:
    random = np.random.default_rng(5)
    with pytest.raises(MltagError, match="margin"):
        ordered("soup", question(random), random)


def test_area_under_the_curve_counts_pairs() -> None:
    inside, outside = np.array([3.0, 1.0, 2.0], np.float32), np.array([1.0, 0.0], np.float32)
    assert area_under_curve(inside, outside) == pytest.approx((2 + 1.5 + 2) / 6)
    assert area_under_curve(inside[:0], outside) == 0.5

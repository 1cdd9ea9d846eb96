import numpy as np

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.out_of_fold import LEAST, on_decisions
from mltag_desktop.core.training.training import Examples, train
from tests.core.helpers import base_model, make


def test_a_decision_is_never_predicted_by_its_own_model() -> None:
    """Tags drawn at random cannot be learned, so answers that were not leaked are right by chance only."""
    texts = make(90, seed=21).texts
    drawn = np.random.default_rng(3).choice(["bird", "cat", "dog"], 90)
    twice = Examples(texts + texts, (*map(str, drawn), *map(str, drawn)))
    base = base_model()
    found = on_decisions(SILENT, train(SILENT, twice, base=base), base)
    assert found is not None
    result, probabilities = found
    assert probabilities.shape == (180, 3)
    assert result.rows == 180
    assert result.f1_b < 0.6


def test_informative_decisions_improve_the_predictions() -> None:
    base = base_model()
    found = on_decisions(SILENT, train(SILENT, make(90, seed=22, words=1), base=base), base)
    assert found is not None
    result, _ = found
    assert result.f1_b > result.f1_a
    assert result.a == base.version


def test_few_decisions_are_not_evaluated() -> None:
    base = base_model()
    assert on_decisions(SILENT, train(SILENT, make(LEAST - 1, seed=23), base=base), base) is None


def test_a_new_tag_is_evaluated() -> None:
    rows = make(40, seed=24)
    base = base_model()
    renamed = Examples(rows.texts, tuple("fish" if tag == "dog" else tag for tag in rows.tags))
    found = on_decisions(SILENT, train(SILENT, renamed, base=base), base)
    assert found is not None
    assert found[0].rows == 40

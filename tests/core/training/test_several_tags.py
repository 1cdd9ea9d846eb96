"""Additional tags are trained one-vs-rest, with a threshold for each tag, and stored in the bundle."""

from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.model.bundle import bundled, load_bundle, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.calibration import fit_tag_thresholds
from mltag_desktop.core.training.training import Examples, train

WORDS = {"pets": "dog cat hamster", "food": "bread soup cheese", "music": "piano violin drum"}


def examples() -> Examples:
    """Texts about one topic, and about two."""
    generator, names = np.random.default_rng(0), [*WORDS]
    texts, tags, additional = [], [], []
    for number in range(150):
        first, second = generator.permutation(3)[:2]
        chosen = [names[first], names[second]] if number % 3 == 0 else [names[first]]
        words = [word for name in chosen for word in generator.permutation(WORDS[name].split())[:2]]
        texts.append(" ".join(["the", *words, f"n{number}"]))
        tags.append(chosen[0])
        additional.append(tuple(chosen[1:]))
    return Examples(tuple(texts), tuple(tags), None, tuple(additional))


@pytest.fixture(scope="module")
def model() -> LinearModel:
    return train(SILENT, examples(), vectors=bundled().vectors, jobs=1)


def test_texts_about_two_topics_get_both_tags(model: LinearModel) -> None:
    found = model.predict(["a dog and a cat", "bread with cheese and a piano violin", "drum piano"])
    names = [
        {found.tags[best], *more} for best, more in zip(found.best, found.additional_names(), strict=True)
    ]
    assert names == [{"pets"}, {"food", "music"}, {"music"}]


def test_the_thresholds_are_stored_with_the_model(model: LinearModel, tmp_path: Path) -> None:
    save_bundle(tmp_path / "bundle", model)
    again = load_bundle(tmp_path / "bundle")
    assert model.tag_thresholds is not None
    assert again.tag_thresholds is not None
    assert again.tag_thresholds.tolist() == model.tag_thresholds.tolist()
    assert again.version == model.version


def test_one_tag_per_text_gives_no_thresholds() -> None:
    single = examples()
    plain = train(SILENT, Examples(single.texts, single.tags), vectors=bundled().vectors, jobs=1)
    assert plain.tag_thresholds is None
    assert not plain.predict(single.texts[:5]).additional.any()


def test_a_threshold_has_the_best_f1_and_rare_tags_take_the_common_one() -> None:
    generator = np.random.default_rng(1)
    carried = np.zeros((400, 3), np.bool_)
    carried[:200, 0], carried[200:, 1] = True, True
    shares = np.where(carried, 0.5, 0.1).astype(np.float32) + generator.random((400, 3)).astype("f4") / 10
    limits = fit_tag_thresholds(shares, carried)
    assert ((limits > 0.2) & (limits < 0.5)).all()
    assert (shares >= limits)[:, :2].tolist() == carried[:, :2].tolist()

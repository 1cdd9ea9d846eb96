"""The most similar texts come first, and each is read once."""

import numpy as np

from mltag_desktop.core.learning.similar_records import SimilarTexts
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT

TEXTS = (
    "object detection in satellite images",
    "deploying machine learning models to production",
    "detecting ships on pictures from orbit",
    "named entities in historical letters",
)


def test_the_nearest_come_first_and_texts_are_read_once() -> None:
    similar = SimilarTexts(bundled().vectors)
    read: list[int] = []

    def texts_of(keys: np.ndarray) -> list[str]:
        read.extend(keys.tolist())
        return [TEXTS[key] for key in keys.tolist()]

    among = np.arange(4)
    found = similar.nearest(SILENT, "finding boats in aerial photographs", among, texts_of, 3)
    assert {each.key for each in found[:2]} == {0, 2}
    assert found[0].likeness >= found[1].likeness >= found[2].likeness
    assert similar.nearest(SILENT, TEXTS[3], among, texts_of, 1)[0].key == 3
    assert read == [0, 1, 2, 3]


def test_a_text_without_words_has_no_similar_text() -> None:
    similar = SimilarTexts(bundled().vectors)
    assert similar.nearest(SILENT, "…", np.array([0]), lambda keys: TEXTS[:1]) == ()
    assert similar.nearest(SILENT, "words", np.array([], np.int64), lambda keys: ()) == ()

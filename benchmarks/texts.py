"""Made-up texts that resemble real ones: titles and descriptions about machine learning."""

import random
from collections.abc import Iterator
from typing import Final

from mltag_desktop.core.filesystem import resource


def _list(words: str) -> list[str]:
    return words.split()


TOPICS: Final = {
    "natural-language-processing": _list(
        "language text translation transformer tokenizer sentiment summarization question answering "
        "dialogue corpus embedding sentence grammar parsing named entity speech transcript prompt "
        "document retrieval multilingual chatbot paraphrase word token attention pretraining intent "
        "topic semantics"
    ),
    "computer-vision": _list(
        "image pixel segmentation detection camera convolution object face pose depth video frame "
        "optical flow augmentation resolution texture scene tracking photograph render style transfer "
        "denoising visual bounding box keypoint stereo mask contour"
    ),
    "mlops": _list(
        "deployment pipeline monitoring registry serving container cluster drift experiment tracking "
        "versioning orchestration latency rollback feature store scheduler workflow inference "
        "endpoint kubernetes logging alert reproducible artifact dashboard canary throughput batch"
    ),
    "other": _list(
        "graph reinforcement agent reward forecasting series recommender clustering bayesian "
        "regression tabular optimization molecule protein market portfolio causal simulation game "
        "policy anomaly audio music robot genetic evolutionary kernel probability survey"
    ),
}

_COMMON: Final = _list(
    "the a of and to in for with on from by using how we this that is are your an can it as into "
    "learn build guide introduction simple fast practical deep model models data training "
    "learning network networks neural tutorial library tool tools framework python code open "
    "source new better understanding overview paper results method approach large small real "
    "world based across between step end example examples project collection set performance "
    "accuracy best practices quick review methods"
)
_SYLLABLES: Final = _list(
    "ba co di fe gra hu ki lo mer na ol pi qua re sto ti ul vex wi zo tron flow net lab kit ify"
)


def _names(count: int) -> list[str]:
    rng = random.Random(count)
    return ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(count)]


_NAMES: Final = _names(20_000)
_PIECES: Final = resource("model/pieces.txt").read_text(encoding="utf-8").split("\n")
_TAIL: Final = [piece for piece in _PIECES if piece.isascii() and piece.isalpha() and len(piece) > 3]
"""Complete words of the word-piece vocabulary, the most frequent first."""


def word_counts(rng: random.Random) -> tuple[int, int]:
    """Return random numbers of words for a title and a description."""
    return rng.randint(3, 9), max(4, min(60, round(rng.lognormvariate(2.9, 0.45))))


def records(count: int, seed: int = 0) -> Iterator[tuple[str, str, str]]:
    """Yield `count` tuples of title, description and tag; only a few very short ones repeat."""
    rng = random.Random(seed)
    tags = list(TOPICS)
    for _ in range(count):
        tag = rng.choices(tags, weights=(40, 37, 8, 15))[0]
        title_words, description_words = word_counts(rng)
        title = " ".join(_words(rng, tag, title_words)).capitalize()
        description = " ".join(_words(rng, tag, description_words)).capitalize()
        yield title, f"{description}.", tag


def texts(count: int, seed: int = 0) -> list[str]:
    """Return `count` texts, title and description joined by a blank."""
    return [f"{title} {description}" for title, description, _ in records(count, seed)]


def _words(rng: random.Random, tag: str, count: int) -> Iterator[str]:
    for _ in range(count):
        draw = rng.random()
        if draw < 0.55:  # function words at the front of the list are the most frequent, as in real text
            yield _COMMON[min(int(rng.expovariate(0.045)), len(_COMMON) - 1)]
        elif draw < 0.80:
            yield rng.choice(TOPICS[tag])
        elif draw < 0.85:
            yield rng.choice(TOPICS[rng.choice(list(TOPICS))])
        elif draw < 0.98:  # the long tail of English
            yield _TAIL[min(int(rng.paretovariate(0.35)) - 1, len(_TAIL) - 1)]
        else:  # names outside every vocabulary; a few are frequent, most are rare
            yield _NAMES[min(int(rng.paretovariate(0.6)) - 1, len(_NAMES) - 1)]

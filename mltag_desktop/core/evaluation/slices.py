"""Slices: named subsets of the rows that are evaluated separately."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import message

Mask = NDArray[np.bool_]

SHORT_WORDS: Final = 8
MAX_VALUES: Final = 20
SHORT_TEXT_SLICE: Final = "short_text"
LANGUAGE_MODEL_SLICE: Final = "nlp_llm"
_IN_WORDS: Final = {
    SHORT_TEXT_SLICE: message("Short texts (fewer than {short_words} words)", short_words=SHORT_WORDS),
    LANGUAGE_MODEL_SLICE: message("NLP about transformers, LLMs, BERT"),
}
_NLP_TAGS: Final = frozenset({"natural-language-processing", "nlp"})
_LANGUAGE_MODELS: Final = re.compile(
    r"\b(?:transformers?|llms?|(?:large )?language models?|gpt(?:-?\d(?:\.\d)?)?|chatgpt|bart|t5|xlnet|xlm"
    r"|llama|mistral|palm|electra|longformer|(?:ro|de|ca|distilro)bertas?"
    r"|(?:m|al|bio|sci|tiny|mobile|distil|camem|s|fin|col|clinical|fast|key|legal|k)?berts?|bertopic)\b",
    re.IGNORECASE,
)


def text_slices(texts: Sequence[str], tags: Sequence[str]) -> dict[str, Mask]:
    """Return the slice `short_text` (under 8 words) and, where an NLP tag exists, the slice `nlp_llm`.

    `tags` are the true tags of `texts`; `nlp_llm` holds the rows with an NLP tag that mention transformers,
    LLMs, BERT and similar models as whole words.
    """
    slices = {SHORT_TEXT_SLICE: np.array([len(text.split()) < SHORT_WORDS for text in texts], dtype=np.bool_)}
    if _NLP_TAGS & {tag.casefold() for tag in tags}:
        slices[LANGUAGE_MODEL_SLICE] = np.array(
            [
                tag.casefold() in _NLP_TAGS and _LANGUAGE_MODELS.search(text) is not None
                for text, tag in zip(texts, tags, strict=True)
            ],
            dtype=np.bool_,
        )
    return slices


def column_slices(column: str, values: Sequence[str]) -> dict[str, Mask]:
    """Return a slice `COLUMN=VALUE` for each of the 20 most frequent non-blank values."""
    counts = Counter(value for value in values if value.strip())
    frequent = sorted(counts, key=lambda value: (-counts[value], value))[:MAX_VALUES]
    cells = np.array(values, dtype=object)
    return {f"{column}={value}": np.asarray(cells == value, dtype=np.bool_) for value in frequent}


def slice_in_words(name: str) -> str:
    """Return the display name of a slice, for a slice of a column `COLUMN: VALUE`."""
    if name in _IN_WORDS:
        return _IN_WORDS[name]
    column, equals, value = name.partition("=")
    return f"{column}: {value}" if equals else name

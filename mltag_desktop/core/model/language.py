"""Detect the language of a text from its script and its function words.

Scripts are recognised by their letters (blocks of the Unicode Standard), languages of one script by their
most frequent function words; a word that several languages share counts less. In such a script, texts of
fewer than 40 letters have an unknown language, because a few function words do not tell languages apart, and
so have texts with fewer than two different function words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

_LOOKED_AT: Final = 600
_LEAST_LETTERS: Final = 40
_LEAST_OF_A_SCRIPT: Final = 4
_LEAST_WEIGHT: Final = 2.0
_LEAST_SHARE: Final = 0.06
"""Smallest share of function words in a text; in running text it is a third or more."""
_LEAST_LEAD: Final = 1.5
"""Smallest ratio of the score of the best language to that of the second."""
_LEAST_DIFFERENT: Final = 2
"""Smallest number of different function words: one that is repeated may be a name or a sign."""
_SHORT: Final = 200
"""Number of texts too short to tell their language that are read together."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W\d_](?!\w))?")
"""A word, with a single letter after an apostrophe: the "s" of "Alice's" is no Czech word."""

_SCRIPTS: Final = (
    ("el", 0x0370, 0x03FF), ("cyrillic", 0x0400, 0x052F), ("hy", 0x0530, 0x058F), ("he", 0x0590, 0x05FF),
    ("arabic", 0x0600, 0x077F), ("hi", 0x0900, 0x097F), ("bn", 0x0980, 0x09FF), ("ta", 0x0B80, 0x0BFF),
    ("th", 0x0E00, 0x0E7F), ("ka", 0x10A0, 0x10FF), ("ko", 0x1100, 0x11FF), ("latin", 0x1E00, 0x1EFF),
    ("el", 0x1F00, 0x1FFF), ("ja", 0x3040, 0x30FF), ("han", 0x3400, 0x4DBF), ("han", 0x4E00, 0x9FFF),
    ("ko", 0xAC00, 0xD7AF), ("han", 0xF900, 0xFAFF), ("ja", 0xFF66, 0xFF9D), ("han", 0x20000, 0x2FA1F),
)  # fmt: skip
_SMALL: Final = {
    "latin": {
        "en": "the of and to in is that for with as are this be by from or which have an on can we it not was"
              " were has but their its these using i you my me your do does did what how why when where will"
              " would could should if so there been am any into",
        "de": "der die und das ist von mit den für auf eine ein im nicht des dem sich werden als auch wird"
              " zu sind aus bei oder einer durch wie zur",
        "fr": "le la les des et est une dans pour que qui sur avec par du au ce sont plus pas aux cette nous"
              " en un ou leur être",
        "es": "el la los las que en y un una para con del por es se no como más al lo su este esta son entre"
              " o pero sobre",
        "it": "il la di che e un una per con del della dei le gli non si è in come sono nel alla più da anche"
              " questo lo",
        "pt": "o os a as que e um uma para com do da dos das em no na não por se mais como ao são foi este"
              " esta pelo",
        "nl": "de het een van en in is dat op te zijn voor met niet aan er ook als wordt worden door bij naar"
              " uit deze dit om",
        "sv": "och att det som en på är av för med den till inte om ett har de kan från eller vi var så",
        "da": "og at det som en på er af for med den til ikke om et har de kan fra eller vi var så",
        "pl": "w i na z do się że jest nie to o jak dla od po przez oraz są ale który które jako być",
        "cs": "a v na je se že z do pro to s jako o by které jsou ale od při nebo také který podle",
        "ro": "și de la în cu pe un o care din este pentru nu mai sau sunt prin ca al ale fi au",
        "hu": "a az és hogy nem egy is ez van meg de vagy csak mint volt ki el már lehet",
        "tr": "ve bir bu için ile da de olarak daha çok olan gibi en ne ya her kadar sonra ise",
        "fi": "ja on ei että se oli ovat joka myös mutta tai kun kuin niin ole sekä voi sen",
        "id": "yang dan di untuk dengan dari pada ini itu dalam adalah tidak ke akan juga atau oleh",
        "vi": "và của là có các một cho được trong với không những này để người từ khi đã",
    },
    "cyrillic": {
        "ru": "и в не на что с по это как для из к от или а при так также его все является быть",
        "uk": "і в не на що з по це як для та до від або але при так також його всі є бути у",
        "bg": "и в не на че с по това как за от или но при така също се да е са ще като",
    },
    "arabic": {
        "ar": "في من على إلى أن التي هذا هذه عن مع ما هو كان الذي لا أو",
        "fa": "در به از که این را با است برای آن یک های می شود",
        "ur": "کے میں کی ہے اور سے کا کو پر یہ نے ہیں",
    },
}  # fmt: skip
_WORDS: Final = {
    script: {language: frozenset(words.split()) for language, words in languages.items()}
    for script, languages in _SMALL.items()
}
_LANGUAGES: Final = {
    script: {
        word: tuple(language for language in languages if word in languages[language])
        for word in frozenset().union(*languages.values())
    }
    for script, languages in _WORDS.items()
}
"""By script and function word: the languages that have it."""


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's language; empty if it is unknown."""
    text = text[:_LOOKED_AT]
    script = "latin" if text.isascii() else script_of(text)
    if script == "han":
        return "zh"
    if script not in _WORDS:
        return script
    words = [word for word in _WORD.findall(text.lower()) if word.isalpha()]  # not v2, 1200w, alice's
    if sum(map(len, words)) < _LEAST_LETTERS:
        return ""
    languages = _LANGUAGES[script]
    small = Counter(filter(languages.__contains__, words))
    weights = dict.fromkeys(_WORDS[script], 0.0)
    for word, count in small.items():
        for language in languages[word]:
            weights[language] += count / len(languages[word])
    best, second = sorted(weights, key=weights.__getitem__, reverse=True)[:2]
    sure = weights[best] >= max(_LEAST_WEIGHT, _LEAST_SHARE * len(words), _LEAST_LEAD * weights[second])
    different = len(_WORDS[script][best].intersection(small))
    return best if sure and different >= _LEAST_DIFFERENT else ""


def are_english(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Return which texts are English; none, if fewer than half of them are.

    Texts too short to tell are read ten together, and count as most of these do.
    """
    found = [language_of(text) for text in texts]
    short = [text for text, language in zip(texts, found, strict=True) if not language]
    short = short[:: max(1, len(short) // _SHORT)]
    together = Counter(
        language_of(" ".join(text[:60] for text in short[at : at + 10])) for at in range(0, len(short), 10)
    )
    likely = together.most_common(1)[0][0] if together else ""
    english = np.array([(language or likely) == "en" for language in found], np.bool_)
    return english if english.any() and english.mean() >= 0.5 else np.zeros(len(texts), np.bool_)


def function_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the function words of the languages that at least a tenth of the texts with a language have."""
    counts = Counter(language_of(text) for text in texts)
    del counts[""]
    words = (
        languages[language]
        for languages in _WORDS.values()
        for language in languages
        if counts[language] and 10 * counts[language] >= counts.total()
    )
    return frozenset[str]().union(*words)


def script_of(text: str) -> str:
    """Return the script of most letters; empty for texts with few letters.

    A script that only one language uses is returned as that language. Japanese is distinguished from Chinese
    by its kana.
    """
    counts = Counter(_script(character) for character in text if character.isalpha())
    if counts.total() < _LEAST_OF_A_SCRIPT:
        return ""
    if counts["ja"] * 10 > counts["ja"] + counts["han"] > counts.total() // 2:
        return "ja"
    return counts.most_common(1)[0][0]


def _script(character: str) -> str:
    code = ord(character)
    if code < 0x0370:
        return "latin"
    return next((script for script, first, last in _SCRIPTS if first <= code <= last), "")

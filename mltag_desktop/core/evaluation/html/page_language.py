"""How a page is written: in English, or in a language that a front end has a catalogue for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.evaluation.regressions import Regression, RegressionKind
from mltag_desktop.core.evaluation.slices import slice_in_words
from mltag_desktop.core.messages import Message


def regression_name(regression: Regression) -> str:
    """Return the name of a regression, with the rows it was measured on where they are not the report's."""
    name = slice_in_words(regression.name) if regression.kind == RegressionKind.SLICE else regression.name
    return f"{name} on {regression.where}" if regression.where else name


def regression_words(regression: Regression) -> str:
    """Return a description of one regression, and whether noise may explain it."""
    if regression.kind == RegressionKind.BEHAVIOUR:
        return f"the behaviour test {regression.name} now fails"
    if regression.kind == RegressionKind.FLOOR and not regression.rows:
        return f"the {regression.name} has a floor of {regression.before:.3f} and cannot be measured"
    doubt = "" if regression.likely else " (perhaps by chance)"
    if regression.kind == RegressionKind.FLOOR:
        reached = f"is {regression.after:.3f}, below its floor of {regression.before:.3f}"
        return f"{regression_name(regression)} {reached}{doubt}"
    return f"{regression_name(regression)} from {regression.before:.3f} to {regression.after:.3f}{doubt}"


@dataclass(frozen=True)
class PageLanguage:
    """The language of a page; English without arguments."""

    code: str = "en"
    """ISO 639 code."""
    say: Callable[[str], str] = str
    """Translates a message or a sentence of core."""
    number: Callable[[str], str] = str
    """Gives a number that was formatted in English the separators of the language."""
    name_regression: Callable[[Regression], str] = regression_name
    """Names a regression."""
    describe_regression: Callable[[Regression], str] = regression_words
    """Describes a regression as a part of a sentence."""

    def text(self, template: str, /, **values: object) -> str:
        """Return a sentence with `values` in the places of `template`."""
        return self.say(Message(template, values))

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return one of two sentences by the number `n`."""
        return self.say(Message(many, {**values, "n": n}, one))

    def figure(self, value: float, spec: str = ",") -> str:
        """Format a number as `format` does."""
        return self.number(format(value, spec))


ENGLISH: Final = PageLanguage()

"""`mltag explain`: show how much each word contributes to a tag."""

import sys
from typing import Annotated, Any

import typer

from mltag_desktop.cli.options import Force, Json, Model, Quiet
from mltag_desktop.cli.output import STDIO, Printer, refuse_existing, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import some_of
from mltag_desktop.core.model.library.model_names import load_model
from mltag_desktop.core.model.types import Explanation


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The text; - for stdin.")],
    model: Model = None,
    tag: Annotated[
        str | None, typer.Option("--tag", help="Explain this tag instead of the predicted one.")
    ] = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Show which tag a text gets and why; the bias and the weights add up to the score."""
    refuse_existing(json, force=force)
    classifier = load_model(model)
    if tag is not None and tag not in classifier.tags:
        raise MltagError(f"The model has no tag “{tag}”.", f"Use one of: {some_of(classifier.tags)}.")
    content = sys.stdin.buffer.read().decode("utf-8", errors="replace") if text == STDIO else text
    why = classifier.explain(content, tag)
    _show(Printer(quiet=quiet, json_target=json), why)
    write_json(json, as_json(why), force=force)


def as_json(why: Explanation) -> dict[str, Any]:
    """Return the explanation as JSON values."""
    return {
        "tag": why.tag,
        "confidence": why.confidence,
        "probabilities": dict(why.probabilities),
        "score": why.score,
        "bias": why.bias,
        "pieces": [
            {"start": piece.start, "end": piece.end, "text": piece.text, "weight": piece.weight}
            for piece in why.pieces
        ],
    }


def _show(printer: Printer, why: Explanation) -> None:
    printer.result(f"{why.tag}  {why.confidence:.3f}")
    ranked = sorted(why.probabilities.items(), key=lambda item: -item[1])
    printer.table(("tag", "probability"), [[tag, f"{share:.3f}"] for tag, share in ranked[:10]])
    printer.result("")
    pieces = sorted(why.pieces, key=lambda piece: -abs(piece.weight))[:20]
    rows = [[piece.text or "(capitals, numbers, punctuation)", f"{piece.weight:+.3f}"] for piece in pieces]
    rest = sum(piece.weight for piece in why.pieces) - sum(piece.weight for piece in pieces)
    if len(why.pieces) > len(pieces):
        rows.append([f"{len(why.pieces) - len(pieces)} more", f"{rest:+.3f}"])
    printer.table(
        ("supports the tag", "weight"),
        [*rows, ["(bias)", f"{why.bias:+.3f}"], ["score", f"{why.score:+.3f}"]],
    )

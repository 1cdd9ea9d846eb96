"""Confusion and reliability as SVG, coloured by the page's own variables."""

from collections.abc import Sequence
from html import escape
from typing import Final

from mltag_desktop.core.evaluation.metrics import Bin, Figures, Interval
from mltag_desktop.core.figures import probability_words

MOST_TAGS: Final = 12
_CELL: Final = 42


def confusion_svg(model: Figures, title: str) -> str:
    """Draw the confusion matrix: rows are true tags, columns predicted ones, shaded by share of the row."""
    tags = model.tag_order
    label = 16 + int(6.4 * max((len(_short(tag)) for tag in tags), default=0))
    width, height = label + _CELL * len(tags) + 8, _CELL * len(tags) + int(0.7 * label) + 16
    parts = [_open(width, height, f"Confusion of {title}: rows are true tags, columns predicted ones")]
    for row, counts in enumerate(model.confusion):
        total = sum(counts)
        middle = row * _CELL + _CELL / 2
        parts.append(_text(label - 8, middle, _short(tags[row]), "end"))
        for column, count in enumerate(counts):
            share = count / total if total else 0.0
            kind = "hit" if row == column else "miss"
            x, y = label + column * _CELL, row * _CELL
            said = f"{count:,} of {total:,} with true tag {tags[row]} predicted as {tags[column]}"
            shade = 0.06 + 0.64 * share if count else 0.0
            parts.append(
                f'<rect x="{x + 1}" y="{y + 1}" width="{_CELL - 2}" height="{_CELL - 2}" rx="3" '
                f'class="{kind}" fill-opacity="{shade:.2f}"><title>{escape(said)}</title></rect>'
            )
            if count:
                parts.append(_text(x + _CELL / 2, middle, f"{count:,}", "middle"))
    foot = _CELL * len(tags) + 10
    for column, tag in enumerate(tags):
        at = label + column * _CELL + _CELL / 2
        parts.append(
            f'<text x="{at}" y="{foot}" text-anchor="end" transform="rotate(-40 {at} {foot})" '
            f'dominant-baseline="middle">{escape(_short(tag))}</text>'
        )
    return "".join([*parts, "</svg>"])


def reliability_svg(bins: Sequence[Bin], title: str) -> str:
    """Draw what was right against what was promised; a dot's area follows the number of rows."""
    side, left, top = 220.0, 34.0, 8.0
    most = max((part.rows for part in bins), default=0)
    parts = [
        _open(int(side + left + 12), int(side + top + 34), f"Reliability of {title}"),
        f'<rect x="{left}" y="{top}" width="{side}" height="{side}" class="frame"/>',
        f'<line x1="{left}" y1="{top + side}" x2="{left + side}" y2="{top}" class="even"/>',
    ]
    for tick in (0.0, 0.5, 1.0):
        parts.append(_text(left - 6, top + side * (1 - tick), f"{tick:.1f}", "end"))
        parts.append(_text(left + side * tick, top + side + 12, f"{tick:.1f}", "middle"))
    parts.append(_text(left + side / 2, top + side + 27, "confidence → share right ↑", "middle"))
    for part in bins:
        if not part.rows:
            continue
        x, (low, high) = left + side * part.confidence, part.interval
        said = f"{part.rows:,} rows: {probability_words(part.confidence)} promised, {part.accuracy:.2f} right"
        parts.append(
            f'<line x1="{x:.1f}" y1="{top + side * (1 - low):.1f}" x2="{x:.1f}" '
            f'y2="{top + side * (1 - high):.1f}" class="whisker"/>'
            f'<circle cx="{x:.1f}" cy="{top + side * (1 - part.accuracy):.1f}" '
            f'r="{2 + 6 * (part.rows / most) ** 0.5:.1f}" class="dot"><title>{escape(said)}</title></circle>'
        )
    return "".join([*parts, "</svg>"])


def interval_svg(value: float, interval: Interval, scale: Interval) -> str:
    """Draw a value and its interval on a small line from `scale`'s low to its high end."""
    width, low, high = 120.0, scale[0], max(scale[1], scale[0] + 1e-9)

    def place(at: float) -> float:
        return 4 + (width - 8) * (min(max(at, low), high) - low) / (high - low)

    return (
        f'<svg class="line" viewBox="0 0 {width:.0f} 14" width="{width:.0f}" height="14" aria-hidden="true">'
        f'<line x1="4" y1="7" x2="{width - 4:.0f}" y2="7" class="even"/>'
        f'<line x1="{place(interval[0]):.1f}" y1="7" x2="{place(interval[1]):.1f}" y2="7" class="span"/>'
        f'<circle cx="{place(value):.1f}" cy="7" r="3.5" class="dot"/></svg>'
    )


def _open(width: int, height: int, label: str) -> str:
    return (
        f'<svg role="img" aria-label="{escape(label)}" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">'
    )


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" dominant-baseline="middle">'
        f"{escape(words)}</text>"
    )


def _short(tag: str) -> str:
    return tag if len(tag) <= 24 else f"{tag[:23]}…"

"""Draw the charts of the report as SVG; colours come from the CSS variables of the page."""

import unicodedata
from collections.abc import Sequence
from html import escape
from typing import Final

from mltag_desktop.core.evaluation.html.page_language import PageLanguage
from mltag_desktop.core.evaluation.statistics.metrics import (
    ConfidenceBin,
    CurvePoint,
    Figures,
    Interval,
    working_point,
)
from mltag_desktop.core.messages import NumberText, message, message_plural, probability_words

MOST_TAGS: Final = 12
_CELL: Final = 42
_LETTER: Final = 7.2
"""Width of a letter in a wide font of 12 pixels, such as DejaVu Sans."""
_WIDE_LETTER: Final = 12.0
"""Width of a Chinese character, of kana or Hangul."""
_SIDE: Final = 220.0
_LEFT: Final = 34.0
_TOP: Final = 8.0


def confusion_svg(model: Figures, title: str, language: PageLanguage) -> str:
    """Draw the confusion matrix: rows are true tags, columns predicted tags, shaded by share of the row."""
    tags = model.tag_order
    label = 16 + int(max((_width(_short(tag)) for tag in tags), default=0))
    width, height = label + _CELL * len(tags) + 8, _CELL * len(tags) + int(0.7 * label) + 16
    label_of_all = message(
        "Confusion of {title}: rows are true tags, columns are predicted tags", title=title
    )
    parts = [_open(width, height, language.say(label_of_all))]
    for row, counts in enumerate(model.confusion):
        total = sum(counts)
        middle = row * _CELL + _CELL / 2
        parts.append(_text(label - 8, middle, _short(tags[row]), "end"))
        for column, count in enumerate(counts):
            share = count / total if total else 0.0
            kind = "hit" if row == column else "miss"
            x, y = label + column * _CELL, row * _CELL
            tooltip = language.say(
                message(
                    "{count:,} of {total:,} with true tag {true} predicted as {predicted}",
                    count=count,
                    total=total,
                    true=tags[row],
                    predicted=tags[column],
                )
            )
            shade = 0.06 + 0.64 * share if count else 0.0
            parts.append(
                f'<rect x="{x + 1}" y="{y + 1}" width="{_CELL - 2}" height="{_CELL - 2}" rx="3" '
                f'class="{kind}" fill-opacity="{shade:.2f}"><title>{escape(tooltip)}</title></rect>'
            )
            if count:
                parts.append(_text(x + _CELL / 2, middle, language.figure(count), "middle"))
    foot = _CELL * len(tags) + 10
    for column, tag in enumerate(tags):
        at = label + column * _CELL + _CELL / 2
        parts.append(
            f'<text x="{at}" y="{foot}" text-anchor="end" transform="rotate(-40 {at} {foot})" '
            f'dominant-baseline="middle">{escape(_short(tag))}</text>'
        )
    return "".join([*parts, "</svg>"])


def reliability_svg(bins: Sequence[ConfidenceBin], title: str, language: PageLanguage) -> str:
    """Draw accuracy against confidence; the size of a dot grows with the number of rows."""
    most = max((part.rows for part in bins), default=0)
    parts = _square_chart(
        language.say(message("Reliability of {title}", title=title)),
        language.say(message("confidence → share correct ↑")),
        language,
        diagonal=True,
    )
    for part in bins:
        if not part.rows:
            continue
        x, (low, high) = _x(part.confidence), part.interval
        tooltip = language.say(
            message_plural(
                "{n:,} row: {expected} expected, {accuracy:.2f} correct",
                "{n:,} rows: {expected} expected, {accuracy:.2f} correct",
                part.rows,
                expected=NumberText(probability_words(part.confidence)),
                accuracy=part.accuracy,
            )
        )
        parts.append(
            f'<line x1="{x:.1f}" y1="{_y(low):.1f}" x2="{x:.1f}" y2="{_y(high):.1f}" class="whisker"/>'
        )
        parts.append(
            _dot(part.confidence, part.accuracy, f"{2 + 6 * (part.rows / most) ** 0.5:.1f}", tooltip)
        )
    return "".join([*parts, "</svg>"])


def threshold_svg(points: Sequence[CurvePoint], title: str, language: PageLanguage) -> str:
    """Draw precision (solid line) and recall (dashed line) against the confidence threshold."""
    parts = _square_chart(
        language.say(message("Precision and recall by threshold, {title}", title=title)),
        language.say(message("threshold → — precision, - - recall ↑")),
        language,
    )
    parts.append(_curve([(point.threshold, point.precision) for point in points], "curve"))
    parts.append(_curve([(point.threshold, point.recall) for point in points], "curve second"))
    for point in points:
        tooltip = language.say(
            message_plural(
                "at {threshold:.2f} or above: precision {precision:.3f}, recall {recall:.3f},"
                " {n:,} prediction",
                "at {threshold:.2f} or above: precision {precision:.3f}, recall {recall:.3f},"
                " {n:,} predictions",
                point.rows,
                threshold=point.threshold,
                precision=point.precision,
                recall=point.recall,
            )
        )
        parts.append(_dot(point.threshold, point.precision, "3", tooltip))
    return "".join([*parts, "</svg>"])


def precision_recall_svg(
    points: Sequence[CurvePoint], threshold: float, title: str, language: PageLanguage
) -> str:
    """Draw precision against recall, with a mark at the review threshold."""
    parts = _square_chart(
        language.say(message("Precision against recall, {title}", title=title)),
        language.say(message("recall → precision ↑")),
        language,
    )
    parts.append(_curve([(point.recall, point.precision) for point in points], "curve"))
    at = working_point(points, threshold)
    if at is not None:
        words = language.say(
            message_plural(
                "review threshold {threshold:.2f}: precision {precision:.3f}, recall {recall:.3f},"
                " {n:,} prediction",
                "review threshold {threshold:.2f}: precision {precision:.3f}, recall {recall:.3f},"
                " {n:,} predictions",
                at.rows,
                threshold=threshold,
                precision=at.precision,
                recall=at.recall,
            )
        )
        parts.append(_dot(at.recall, at.precision, "5", words))
    return "".join([*parts, "</svg>"])


def versions_svg(points: Sequence[tuple[str, float, Interval]], language: PageLanguage) -> str:
    """Draw the F1 of each version with its interval, oldest first."""
    height, left, top, step = 180.0, 44.0, 8.0, 72.0
    low = min((interval[0] for _, _, interval in points), default=0.0)
    high = max((interval[1] for _, _, interval in points), default=1.0)
    span = max(high - low, 1e-9)

    def place(value: float) -> float:
        return top + height * (1 - (value - low) / span)

    width = left + step * len(points) + 8
    parts = [
        _open(int(width), int(height + top + 26), language.say(message("F1 by version"))),
        f'<rect x="{left}" y="{top}" width="{width - left - 8:.0f}" height="{height}" class="frame"/>',
        *(_text(left - 6, place(tick), language.figure(tick, ".3f"), "end") for tick in (low, high)),
    ]
    middles = [left + step * (number + 0.5) for number in range(len(points))]
    line = " ".join(f"{x:.1f},{place(f1):.1f}" for x, (_, f1, _) in zip(middles, points, strict=True))
    parts.append(f'<polyline points="{line}" class="curve"/>')
    for x, (name, f1, interval) in zip(middles, points, strict=True):
        tooltip = language.say(
            message(
                "{name}: {f1:.3f} ({low:.3f} to {high:.3f})",
                name=name,
                f1=f1,
                low=interval[0],
                high=interval[1],
            )
        )
        parts.append(
            f'<line x1="{x:.1f}" y1="{place(interval[0]):.1f}" x2="{x:.1f}" y2="{place(interval[1]):.1f}" '
            f'class="whisker"/><circle cx="{x:.1f}" cy="{place(f1):.1f}" r="4" class="dot">'
            f"<title>{escape(tooltip)}</title></circle>"
        )
        parts.append(_text(x, top + height + 14, name, "middle"))
    return "".join([*parts, "</svg>"])


def interval_svg(value: float, interval: Interval, scale: Interval) -> str:
    """Draw a value and its interval on a small horizontal line that spans `scale`."""
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


def _square_chart(title: str, axes: str, language: PageLanguage, *, diagonal: bool = False) -> list[str]:
    """Return the start of a square chart of shares: its frame, the figures of the axes and their names."""
    parts = [
        _open(int(_SIDE + _LEFT + 12), int(_SIDE + _TOP + 34), title),
        f'<rect x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}" class="frame"/>',
    ]
    if diagonal:
        parts.append(f'<line x1="{_LEFT}" y1="{_y(0)}" x2="{_x(1)}" y2="{_TOP}" class="even"/>')
    for tick in (0.0, 0.5, 1.0):
        figure = language.figure(tick, ".1f")
        parts += [_text(_LEFT - 6, _y(tick), figure, "end"), _text(_x(tick), _y(0) + 12, figure, "middle")]
    return [*parts, _text(_x(0.5), _y(0) + 27, axes, "middle")]


def _x(share: float) -> float:
    return _LEFT + _SIDE * share


def _y(share: float) -> float:
    return _TOP + _SIDE * (1 - share)


def _curve(shares: Sequence[tuple[float, float]], kind: str) -> str:
    places = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in shares)
    return f'<polyline points="{places}" class="{kind}"/>'


def _dot(x: float, y: float, radius: str, tooltip: str) -> str:
    return (
        f'<circle cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="{radius}" class="dot">'
        f"<title>{escape(tooltip)}</title></circle>"
    )


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" dominant-baseline="middle">'
        f"{escape(text)}</text>"
    )


def _width(text: str) -> float:
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return _LETTER * (len(text) - wide) + _WIDE_LETTER * wide


def _short(tag: str) -> str:
    return tag if len(tag) <= 24 else f"{tag[:23]}…"

"""What to look at before training, in lines that lead to the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mltag_desktop.core.guarding import Guards
from mltag_desktop.gui.panels.parts import counted
from mltag_desktop.gui.theme import GAP, Theme

_NAMED: Final = 3


@dataclass(frozen=True)
class Line:
    """One thing to look at; `rows` are the records that it is about, `named` says which these are."""

    words: str
    rows: tuple[int, ...] = ()
    named: str = ""
    warns: bool = True


def lines_of(guards: Guards) -> list[Line]:
    """Say in lines what `guards` found, what matters most first; what is only left out comes last."""
    lines: list[Line] = []
    if guards.contradictions:
        rows = tuple(row for one in guards.contradictions for row in one.rows)
        texts = counted(len(guards.contradictions), "text was", "texts were")
        lines.append(
            Line(f"{texts} decided differently in different records.", rows, "contradicting decisions")
        )
    if guards.doubts:
        first = guards.doubts[0]
        rows = tuple(doubt.row for doubt in guards.doubts)
        decisions = counted(len(rows), "decision looks", "decisions look")
        lines.append(
            Line(
                f"{decisions} doubtful beside the others: record {first.row + 1:,} is decided "
                f"{first.decided}, but looks like {first.likelier} ({first.confidence:.0%}).",
                rows,
                "decisions for a second look",
            )
        )
    for short in guards.shortages[:_NAMED]:
        have = counted(short.have, "decision")
        lines.append(Line(f"{short.tag} has {have}; {short.missing} more make it learnable."))
    if guards.without:
        rest = len(guards.without) - _NAMED
        named = ", ".join(guards.without[:_NAMED]) + (f" and {rest:,} more" if rest > 0 else "")
        none = "has no decision" if len(guards.without) == 1 else "have no decisions"
        lines.append(Line(f"{named} {none}: a candidate never answers with it."))
    if guards.in_holdout:
        left = counted(len(guards.in_holdout), "decision is", "decisions are")
        lines.append(
            Line(
                f"{left} left out: the same texts, or near copies, stand among the rows that models are "
                "judged on.",
                guards.in_holdout,
                "left out as rows that models are judged on",
                warns=False,
            )
        )
    if guards.in_audit:
        left = counted(len(guards.in_audit), "decision is", "decisions are")
        lines.append(
            Line(
                f"{left} left out as the audit set, which measures models in use.",
                guards.in_audit,
                "decisions of the audit set",
                warns=False,
            )
        )
    return lines


class GuardsView(QWidget):
    """Shows lines below each other; `records_requested(rows, words)` when one is followed."""

    records_requested = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[Line] = ()
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._label.setAccessibleName("What to look at before training")
        self._label.linkActivated.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP // 2, 0, 0)
        layout.addWidget(self._label)
        theme.changed.connect(self._draw)
        self.hide()

    def show_guards(self, guards: Guards) -> None:
        """Show what was found; nothing where all is well."""
        self._lines = lines_of(guards)
        self._draw()
        self.setVisible(bool(self._lines))

    @property
    def words(self) -> str:
        """What is shown, without its form."""
        return "\n".join(line.words for line in self._lines)

    @Slot()
    def _draw(self) -> None:
        colours = self._theme.colours
        palette = QPalette(self._label.palette())
        palette.setColor(QPalette.ColorRole.Link, colours.accent)
        self._label.setPalette(palette)
        shown = []
        for number, line in enumerate(self._lines):
            sign = "▲" if line.warns else "○"
            link = self._link(number, len(line.rows)) if line.rows else ""
            colour = colours.text.name() if line.warns else colours.muted.name()
            shown.append(f'<span style="color:{colour}">{sign}&nbsp; {escape(line.words)}</span>{link}')
        self._label.setText("<br>".join(shown))

    def _link(self, number: int, rows: int) -> str:
        shown = "it" if rows == 1 else "them"
        return f' <a href="{number}" style="color:{self._theme.colours.accent.name()}">Show {shown}</a>'

    @Slot(str)
    def _follow(self, link: str) -> None:
        line = self._lines[int(link)]
        self.records_requested.emit(list(line.rows), line.named)

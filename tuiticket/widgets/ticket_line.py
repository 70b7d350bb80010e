"""How one ticket of a list is drawn: few pieces, for each costs the terminal forty bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style

from tuiticket.cells import fit
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.model.ticket import ACTIVE, State
from tuiticket.queue_columns import CLOCK, Placed, Reader, Tone, laid_out, tone

MARK = "✓"
"""What stands before a marked ticket."""

UNREAD = "●"
"""What stands before the subject of a ticket with something unread."""

MARGIN = 2
"""Cells beside the columns: the cursor's bar at the left, the place in the list at the right."""

STYLES = (*Tone, "subject", "unread", "waiting", "marked", "quiet", "cursor")
"""The styles a line is drawn with; `cursor` is the ground under the others."""

_WAITING = frozenset({State.WAITING_CUSTOMER, State.WAITING_THIRD})


class TicketLine:
    """Draws tickets at one width, in one language."""

    def __init__(self, width: int, styles: Mapping[str, Style]) -> None:
        self.width = width
        self.columns: Sequence[Placed] = laid_out(width - MARGIN)
        self._styles = styles
        cursor = styles["cursor"]
        self._ground = Style(bgcolor=cursor.bgcolor, reverse=cursor.reverse)
        names = [placed.column.key for placed in self.columns]
        self._main_end = names.index("subject") + 1
        beside = self._main_end < len(self.columns)
        self._gap = " " if beside else ""
        widths = [placed.width for placed in self.columns[: self._main_end]]
        self.lit = sum(widths) + len(widths) + beside

    def clock(self, line: QueueLine, reader: Reader) -> str:
        """The text of the clock, to see whether it still reads the same."""
        return CLOCK.text(line, reader)

    @property
    def clock_width(self) -> int:
        """Cells from the left edge to the end of the clock."""
        return 1 + self.columns[0].width

    def draw(
        self, line: QueueLine, reader: Reader, edge: str, *, lit: bool, marked: bool = False
    ) -> list[Segment]:
        """The ticket's line; `lit` is the one under the cursor, `edge` ends it in one cell.

        The sign of a mark stands in the gap after the clock, that of an unread ticket before its
        subject.
        """
        texts = [fit(p.column.text(line, reader), p.width) for p in self.columns]
        clock = self._styles[tone(line, reader)]
        main = self._styles["marked" if marked else _main(line)]
        if lit:
            clock += self._ground
            main = main + self._ground if marked or line.unread else self._styles["cursor"]
        rest = " ".join(texts[self._main_end :])
        return [
            Segment(("▌" if lit else " ") + texts[0], clock),
            Segment(
                f"{MARK if marked else ' '}{' '.join(texts[1 : self._main_end - 1])}"
                f"{UNREAD if line.unread else ' '}{texts[self._main_end - 1]}{self._gap}",
                main,
            ),
            Segment(fit(rest, self.width - self.lit - 1) + edge, self._styles["quiet"]),
        ]

    def draw_unknown(self, number: int, edge: str, *, lit: bool) -> list[Segment]:
        """A line whose ticket is being read."""
        blank = " " * (self.columns[0].width + self.columns[1].width + 2)
        text = ("▌" if lit else " ") + blank + str(number)
        style = self._styles["cursor"] if lit else self._styles["quiet"]
        return [
            Segment(fit(text, self.lit), style),
            Segment(" " * (self.width - self.lit - 1) + edge, self._styles["quiet"]),
        ]


def _main(line: QueueLine) -> str:
    """What is unread stands out; what rests with somebody else, or for good, steps back."""
    if line.unread:
        return "unread"
    at_rest = line.state in _WAITING or line.state not in ACTIVE
    return "waiting" if at_rest else "subject"

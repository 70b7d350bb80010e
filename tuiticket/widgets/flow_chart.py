"""What came in and what was solved, hour by hour, as pairs of bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tuiticket.engine.model.flow import Flow
from tuiticket.i18n import _
from tuiticket.widgets.page import Line, Page, Piece, line

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_PAIR = 3
"""Cells of an hour, at the least: opened, solved, and a gap."""


class FlowChart(Page):
    """The hours of a day from `since` on; the left bar of a pair is opened, the right solved."""

    DEFAULT_CSS = """
    FlowChart {
        height: 9; padding: 0 1; border-top: solid $rule;
        overflow-y: hidden; scrollbar-gutter: auto;
    }
    """
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow()
        self._since: datetime | None = None
        self._zone = ZoneInfo("UTC")

    def show(self, flow: Flow, since: datetime, zone: ZoneInfo) -> None:
        """Show the flow of a day that began at `since`, its hours told in the shop's zone."""
        if (flow, since, zone) != (self._flow, self._since, self._zone):
            self._flow, self._since, self._zone = flow, since, zone
            self.renew()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """What it is, the bars, the hours below them."""
        if self._since is None:
            return
        opened, solved = self._flow.opened, self._flow.solved
        yield line(
            Piece(_("Today"), "strong"),
            Piece("  ▌" + _("{count} opened").format(count=sum(opened)), "title"),
            Piece("  ▐" + _("{count} solved").format(count=sum(solved)), "mine"),
        )
        pair = max(_PAIR, width // max(1, len(opened)))
        hours = min(len(opened), max(0, width) // pair)
        height = max(1, self.size.height - 2)
        most = max((*opened, *solved, 1))
        for row in range(height):
            level = height - 1 - row
            yield line(*self._bars(hours, pair, level, height, most))
        yield line(Piece("".join(self._hour(hour, pair) for hour in range(hours)), "quiet"))

    def _bars(self, hours: int, pair: int, level: int, height: int, most: int) -> Iterator[Piece]:
        """A line of the pairs, each so many cells wide with its gap."""
        bar = (pair - 1) // 2
        gap = " " * (pair - 2 * bar)
        for hour in range(hours):
            yield Piece(_part(self._flow.opened, hour, level, height, most) * bar, "title")
            yield Piece(_part(self._flow.solved, hour, level, height, most) * bar + gap, "mine")

    def _hour(self, number: int, pair: int) -> str:
        assert self._since is not None
        local = (self._since + timedelta(hours=number)).astimezone(self._zone)
        return (f"{local:%H}" if local.hour % 3 == 0 else "").ljust(pair)


def _part(counts: Sequence[int], hour: int, level: int, height: int, most: int) -> str:
    """What of a bar stands on one line of the chart, `level` lines above its foot."""
    eighths = round(counts[hour] * height * 8 / most) - level * 8
    if level == 0 and counts[hour]:
        eighths = max(1, eighths)
    return _EIGHTHS[max(0, min(8, eighths))]

"""The saved views in a row, each with its key and how many tickets it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

GAP = 2


class Tab(NamedTuple):
    """One view: the digit that shows it, if any, its name, whether it should better be empty.

    A `hidden` one is not offered here.
    """

    key: str
    label: str
    alarming: bool = False
    hidden: bool = False


class ViewTabs(Widget):
    """The views; the one shown is lit, and always in sight."""

    DEFAULT_CSS = """
    ViewTabs { width: 1fr; height: 1; color: $quiet; padding: 0 1; }
    """

    @dataclass
    class Picked(Message):
        """A view was clicked; `index` counts from 0."""

        index: int

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self.tabs = tabs
        self.offered = [index for index, tab in enumerate(tabs) if not tab.hidden]
        self.active = self.offered[0]
        self.counts: Mapping[int, str] = {}

    def offer(self, tabs: Sequence[Tab], active: int) -> None:
        """Offer these views, that one shown; how many tickets they hold is not known yet."""
        if [tab.label for tab in tabs] != [tab.label for tab in self.tabs]:
            self.counts = {}
        self.tabs, self.active = tabs, active
        self.offered = [index for index, tab in enumerate(tabs) if not tab.hidden]
        self.refresh()

    def beside(self, step: int) -> int:
        """The view offered so many steps after the one shown, round and round."""
        return self.offered[(self.offered.index(self.active) + step) % len(self.offered)]

    def light(self, index: int) -> None:
        """Show another view as the one shown."""
        if index != self.active:
            self.active = index
            self.refresh()

    def tell_counts(self, counts: Mapping[int, str]) -> None:
        """Say how many tickets each view holds."""
        if counts != self.counts:
            self.counts = counts
            self.refresh()

    def render(self) -> Content:
        """The tabs that fit; an arrow where there are more."""
        first, end = self._window()
        row = Content(" " * GAP).join(self._tab(index) for index in self.offered[first:end])
        more = " ›" if end < len(self.offered) else ""
        return Content.assemble("‹ " if first else "", row, more)

    def on_click(self, event: events.Click) -> None:
        """Find out which view was clicked."""
        first, end = self._window()
        x = event.get_content_offset_capture(self).x - (2 if first else 0)
        for index in self.offered[first:end]:
            width = cell_len(self._words(index))
            if 0 <= x < width:
                self.post_message(self.Picked(index))
            x -= width + GAP

    def _window(self) -> tuple[int, int]:
        """The first tab offered that fits and the one after the last, the active one among them."""
        widths = [cell_len(self._words(index)) + GAP for index in self.offered]
        active = self.offered.index(self.active)
        room = self.size.width
        if sum(widths) - GAP <= room:
            return 0, len(widths)
        room -= 2 * GAP
        first = 0
        while first < active and sum(widths[first : active + 1]) > room:
            first += 1
        end = first
        while end < len(widths) and sum(widths[first : end + 1]) <= room:
            end += 1
        return first, max(end, first + 1)

    def _words(self, index: int) -> str:
        tab = self.tabs[index]
        return f"{tab.key} {tab.label} {self.counts.get(index, '')}".strip()

    def _tab(self, index: int) -> Content:
        tab, count = self.tabs[index], self.counts.get(index, "")
        lit = index == self.active
        style = "bold $foreground" if lit else ""
        alarm = "$late" if tab.alarming and count not in {"", "0"} else style
        return Content.assemble(
            (f"{tab.key} " if tab.key else "", "$primary"),
            (tab.label, f"{style} underline" if lit else ""),
            (f" {count}" if count else "", alarm),
        )

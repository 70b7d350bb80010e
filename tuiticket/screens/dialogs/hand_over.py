"""Handing a ticket to another team: why, and until when its result is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tuiticket.engine.rules.durations import seconds_in
from tuiticket.i18n import _
from tuiticket.screens.dialogs.dialog import Dialog, words
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, line
from tuiticket.widgets.text_line import TextLine
from tuiticket.wording import duration


@dataclass(frozen=True, slots=True)
class Handover:
    """The reason, and in how many seconds of working time a result is wanted; None: as promised."""

    reason: str
    submit_by: int | None


class HandOver(Dialog[Handover]):
    """Two lines, the second of which may stay empty."""

    DEFAULT_CSS = """
    HandOver Input { margin: 0 0 1 0; }
    """

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = heading
        self.foot = _("enter: {verb} · tab: other line · esc leaves").format(verb=_("transfer"))
        self.reason, self.deadline = TextLine(), TextLine()

    def parts(self) -> Iterable[Widget]:
        """The questions with their lines, and what the deadline was understood as."""
        yield words(_("Why? The other team reads this first."))
        yield self.reason
        yield words(_("Result wanted within working time of … (empty: as promised)"))
        yield self.deadline
        yield Lines(self._understood)

    def on_mount(self) -> None:
        """Begin with the reason."""
        self.deadline.placeholder = "4h · 90m · 1h30m"
        self.reason.focus()

    @on(Input.Changed)
    def _typing(self) -> None:
        self.query_one(Lines).renew()

    @on(Input.Submitted)
    def _done(self) -> None:
        reason, wanted = self.reason.value.strip(), self.deadline.value.strip()
        seconds = seconds_in(wanted)
        if not reason:
            self.reason.focus()
        elif wanted and not seconds:
            self.deadline.focus()
        else:
            self.dismiss(Handover(reason, seconds))

    def _understood(self, _width: int) -> Iterator[Line]:
        wanted = self.deadline.value.strip()
        seconds = seconds_in(wanted)
        if seconds:
            yield line(Piece("= " + duration(seconds), "quiet"))
        elif wanted:
            yield line(Piece(_("Write it as 4h, 90m or 1h30m."), "late"))
        else:
            yield line()

"""Choosing a canned reply, seen as it will read on this very ticket."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from tuiticket.cells import drawable
from tuiticket.engine.model.canned import CannedReply
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.people import Agent
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.canned import VARIABLES, Filled, body_for, fill, values_for
from tuiticket.i18n import _, listed
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.widgets.choice_list import ChoiceList
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, line
from tuiticket.widgets.wrapping import wrap


@dataclass(frozen=True, slots=True)
class Offered:
    """A canned reply as it reads on a ticket."""

    reply: CannedReply
    filled: Filled


def offered(reading: Reading, dossier: Dossier, me: Agent) -> list[Offered]:
    """The canned replies of everybody and of the ticket's team, in their order, filled in."""
    values = values_for(dossier, me, reading.settings())
    language, team = dossier.ticket.language, dossier.ticket.team_id
    fitting = [one for one in reading.all(CannedReply) if one.team_id in (None, team)]
    fitting.sort(key=lambda one: (one.team_id is None, one.position, one.key))
    return [Offered(one, fill(body_for(one, language), values)) for one in fitting]


class PickCanned(Pick[str]):
    """The replies by name, below them the words of the one under the cursor. Gives its key."""

    DEFAULT_CSS = """
    PickCanned > Vertical { width: 84; height: 90%; max-height: 32; }
    PickCanned ChoiceList { height: 1fr; margin: 0 0 1 0; }
    PickCanned Lines { height: 2fr; border-top: solid $rule; overflow-y: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+down", "scroll(3)", show=False, priority=True),
        Binding("ctrl+up", "scroll(-3)", show=False, priority=True),
    ]

    def __init__(self, replies: Sequence[Offered]) -> None:
        options = [
            Option(
                one.reply.key,
                drawable(one.reply.name),
                one.reply.key,
                words=one.filled.text.partition("\n")[0],
            )
            for one in replies
        ]
        super().__init__(_("Canned replies"), options)
        self._replies: Mapping[str, Offered] = {one.reply.key: one for one in replies}

    def parts(self) -> Iterable[Widget]:
        """The list, and the words of what the cursor stands on."""
        yield from super().parts()
        yield Lines(self._words)

    @on(ChoiceList.Moved)
    def _moved(self) -> None:
        lines = self.query_one(Lines)
        lines.renew()
        lines.scroll_home(animate=False)

    def action_scroll(self, by: int) -> None:
        """Read on in the words below."""
        self.query_one(Lines).scroll_relative(y=by, animate=False)

    def _words(self, width: int) -> Iterator[Line]:
        chosen = self._replies.get(self.list.value or "")
        if chosen is None:
            return
        if chosen.filled.unfilled:
            yield from (line(Piece(row, "soon")) for row in wrap(missing(chosen.filled), width))
        yield from (line(row) for row in wrap(drawable(chosen.filled.text), width))


def missing(filled: Filled) -> str:
    """Which variables there was nothing for."""
    names = listed(map(_variable, filled.unfilled))
    return _("To be filled in by you: {names}").format(names=names)


def _variable(name: str) -> str:
    """A variable and what it stands for, as far as there is one of that name."""
    meaning = f" {_(VARIABLES[name])}" if name in VARIABLES else ""
    return f"{{{drawable(name)}}}{meaning}"

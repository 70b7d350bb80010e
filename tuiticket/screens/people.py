"""Who is here: the people of the desk, on shift or off, there or away, and what they carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from tuiticket.cells import drawable, fit
from tuiticket.engine.commands.people import SetAvailable
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.people import Agent, Membership, Role, Team
from tuiticket.engine.model.queue import Load
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.permissions import GRANTED, Permission
from tuiticket.engine.rules.shifts import on_shift
from tuiticket.event_words import name_of
from tuiticket.i18n import _, ngettext
from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.dialogs.ask import Ask
from tuiticket.screens.hints import hints
from tuiticket.widgets.choice_list import Choice, ChoiceList
from tuiticket.widgets.hint_line import Hint, HintLine
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, aside, line
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import label

NAME = 20
STANDING = 9
LOAD = 8
"""Cells of the columns with names, with whether somebody is there, and with what they carry."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody, their teams, whether it is their shift, and what they carry."""

    agent: Agent
    teams: tuple[Team, ...]
    on_shift: bool
    load: Load | None


class PeopleScreen(DeskScreen[None]):
    """Everybody who works at the desk, those who are there first."""

    DEFAULT_CSS = """
    PeopleScreen {
        & > ChoiceList { padding: 0 0 0 1; }
        & > .words { padding: 0 1; border-top: solid $rule; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.PEOPLE)]

    def __init__(self) -> None:
        super().__init__()
        self._people: Mapping[str, Colleague] = {}

    def compose(self) -> ComposeResult:
        """Heading, list, what one says of themselves, hints."""
        yield Lines(self._heading, classes="-heading")
        yield ChoiceList[str]()
        yield Lines(self._words, classes="words")
        yield HintLine(self._hints)

    def _hints(self) -> Sequence[Hint]:
        own = hints(self.host.keys, Context.PEOPLE)
        return [Hint("j k", _("up and down")), *own, Hint("esc", _("leave"))]

    @property
    def people(self) -> ChoiceList[str]:
        """The people by their logins."""
        return self.query_one(ChoiceList)

    @property
    def current(self) -> Colleague | None:
        """The one under the cursor."""
        return self._people.get(self.people.value or "")

    def desk_ready(self) -> None:
        """Read who there is, the cursor on oneself."""
        self.people.focus()
        self._load(at=self.me.login, opens=True)

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Read it again; any ticket handed on changes what people carry."""
        self._load(opens=bool(self.mine(events)))

    def language_changed(self) -> None:
        """Say everything again."""
        self._show(self._people, None)
        super().language_changed()

    def _load(self, at: str | None = None, *, opens: bool) -> None:
        now = self.now()
        self.read(
            lambda reading: _who_is_there(reading, now),
            lambda found: self._show(found, at),
            group="people",
            opens=opens,
        )

    def _show(self, found: Mapping[str, Colleague], at: str | None) -> None:
        self._people = found
        self.people.show((self._choice(one) for one in found.values()), at=at)
        for lines in self.query(Lines):
            lines.renew()

    def _choice(self, one: Colleague) -> Choice[str]:
        agent = one.agent
        sign, look, said = _standing(one)
        left = (
            Piece(f"{sign} ", look),
            Piece(fit(drawable(agent.name), NAME), "mine" if agent.id == self.me.id else ""),
            Piece(" "),
            Piece(fit(said, STANDING), look),
            Piece(f" {_carried(one):>{LOAD}} ", "late" if _full(one) else ""),
            Piece(" · ".join(drawable(name_of(team)) for team in one.teams), "quiet"),
        )
        return Choice(agent.login, left, Piece(label(agent.role), "quiet"))

    def _heading(self, width: int) -> Iterator[Line]:
        there = sum(one.agent.available and one.on_shift for one in self._people.values())
        count = ngettext("{count} is here", "{count} are here", there).format(count=there)
        yield aside((Piece(_("Who is here"), "title"),), Piece(count, "quiet"), width)
        titles = (
            Piece("  " + fit(_("who"), NAME + 1), "quiet"),
            Piece(fit(_("state"), STANDING), "quiet"),
            Piece(" " + " " * (LOAD - cell_len(_("load"))) + _("load") + " ", "quiet"),
            Piece(_("teams"), "quiet"),
        )
        yield aside(titles, Piece(_("role"), "quiet"), width)

    def _words(self, width: int) -> Iterator[Line]:
        one = self.current
        if one is None:
            return
        skills = ", ".join(f"{skill.key} {skill.level}" for skill in one.agent.skills)
        said = [drawable(one.agent.login), skills, drawable(one.agent.away_note)]
        for row in wrap(" · ".join(filter(None, said)), width):
            yield line(Piece(row, "quiet"))

    @on(ChoiceList.Moved)
    def _read_on(self) -> None:
        self.query_one(".words", Lines).renew()

    @on(ChoiceList.Chosen)
    def action_people_turn(self) -> None:
        """Say that who is there goes away, or that who is away is back."""
        one = self.current
        if one is None:
            return
        login, there = one.agent.login, one.agent.available
        if login != self.me.login and Permission.MANAGE_PEOPLE not in GRANTED[self.me.role]:
            self.host.complain(Refused(N_("Only a supervisor says that of others.")))
            return
        name = drawable(one.agent.name)
        if not there:
            self.act(
                SetAvailable(login=login, available=True),
                said=_("{name} is back").format(name=name),
            )
            return

        def away(note: str | None) -> None:
            if note is not None:
                self.act(
                    SetAvailable(login=login, available=False, note=note),
                    said=_("{name} is away").format(name=name),
                )

        question = _("What they must act on goes to others. Leave word, if there is any:")
        heading = _("{name} goes away").format(name=name)
        self.app.push_screen(Ask(heading, question, verb=_("away"), needed=False), away)

    def action_people_down(self) -> None:
        """To the next one."""
        self.people.move(1)

    def action_people_up(self) -> None:
        """To the one before."""
        self.people.move(-1)


def _standing(one: Colleague) -> tuple[str, str, str]:
    """The sign of whether somebody is there, its look, and the word."""
    if not one.agent.available:
        return "○", "soon", _("away")
    return ("●", "mine", _("here")) if one.on_shift else ("◌", "quiet", _("off shift"))


def _carried(one: Colleague) -> str:
    return f"{one.load.weighed if one.load else 0:g}/{one.agent.capacity}"


def _full(one: Colleague) -> bool:
    return one.load is not None and one.load.weighed >= one.agent.capacity


def _who_is_there(reading: Reading, now: datetime) -> dict[str, Colleague]:
    agents = [agent for agent in reading.all(Agent) if agent.role is not Role.MONITOR]
    loads = {load.agent_id: load for load in reading.loads([agent.id for agent in agents])}
    teams = {team.id: team for team in reading.all(Team)}
    member: dict[int, list[Team]] = {}
    for one in reading.all(Membership):
        member.setdefault(one.agent_id, []).append(teams[one.team_id])
    calendars = reading.calendars()
    people = [
        Colleague(
            agent,
            tuple(member.get(agent.id, ())),
            on_shift(agent, calendars, now),
            loads.get(agent.id),
        )
        for agent in agents
    ]
    people.sort(
        key=lambda one: (not one.agent.available, not one.on_shift, one.agent.name.casefold())
    )
    return {one.agent.login: one for one in people}

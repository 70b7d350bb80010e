"""The desk at a glance, beside the list of the wall board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from rich.cells import cell_len

from tuiticket.cells import fit
from tuiticket.engine.model.flow import Attainment, Flow
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.queue import Load, QueueLine
from tuiticket.engine.model.wave import Wave
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.event_words import name_of
from tuiticket.i18n import _
from tuiticket.queue_columns import Reader, Tone, clock, steady, tone
from tuiticket.wave_words import called
from tuiticket.widgets.page import BLANK, Line, Page, Piece, aside, line

BAR = 10
"""Cells of the bar that shows a load; full is the capacity."""

_LOOKS = {Tone.LATE: "late", Tone.SOON: "soon"}


@dataclass(frozen=True, slots=True)
class TeamStand:
    """A team's active tickets, those of them nobody owns, and those late."""

    team: Team
    active: int
    free: int
    late: int


@dataclass(frozen=True, slots=True)
class AgentStand:
    """What somebody carries, and whether their shift is on."""

    agent: Agent
    load: Load | None
    on_shift: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """How the desk stands: teams, agents, and the tickets due first, by the working hours.

    `late` are the numbers of all late tickets. `flow` is the day that began at `since`; `today` and
    `week` tell of the promises that came to their end in it, and in the seven days to now. `waves`
    are those that go on.
    """

    teams: tuple[TeamStand, ...] = ()
    agents: tuple[AgentStand, ...] = ()
    due: tuple[QueueLine, ...] = ()
    calendars: Calendars = field(default_factory=Calendars)
    late: frozenset[int] = frozenset()
    active: int = 0
    unanswered: int = 0
    free: int = 0
    since: datetime | None = None
    flow: Flow = field(default_factory=Flow)
    today: Attainment = field(default_factory=Attainment)
    week: Attainment = field(default_factory=Attainment)
    waves: tuple[Wave, ...] = ()


class BoardPanel(Page):
    """Teams, agents, and what is late or next to be."""

    DEFAULT_CSS = """
    BoardPanel { width: 46; padding: 0 1; border-left: solid $rule; scrollbar-gutter: auto; }
    .-narrow BoardPanel { width: 33; }
    """
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._standing = Standing()
        self._now: datetime | None = None

    def show(self, standing: Standing, now: datetime) -> None:
        """Show how the desk stands."""
        self._standing, self._now = standing, now
        self.renew()

    def second_passed(self, now: datetime) -> None:
        """Let the clocks move on."""
        self._now = now
        self.renew()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """Three parts, one below the other."""
        if self._now is None:
            return
        yield from _waves(self._standing.waves, width)
        yield from _teams(self._standing.teams, width)
        yield BLANK
        yield aside((Piece(_("Agents"), "title"),), Piece(_("acting + waiting"), "quiet"), width)
        yield from (_agent(stand, width) for stand in self._standing.agents)
        yield BLANK
        yield line(Piece(_("Promises kept"), "title"))
        yield _kept(_("today"), self._standing.today, width)
        yield _kept(_("in seven days"), self._standing.week, width)
        yield BLANK
        yield line(Piece(_("Late and next to be"), "title"))
        reader = Reader(self._now, calendars=self._standing.calendars)
        yield from (_due(ticket, reader, width) for ticket in self._standing.due)
        if not self._standing.due:
            yield line(Piece(_("none"), "quiet"))


def _waves(waves: tuple[Wave, ...], width: int) -> Iterator[Line]:
    """Sudden waves, before everything else."""
    if not waves:
        return
    yield line(Piece(_("Sudden waves"), "late"))
    for wave in waves:
        yield aside((Piece(called(wave)),), Piece(str(wave.tickets), "late"), width)
    yield BLANK


def _teams(stands: tuple[TeamStand, ...], width: int) -> Iterator[Line]:
    """The teams, their figures below what they count."""
    titles = (_("at work"), _("no owner"), _("late"))
    cells = [cell_len(title) + 2 for title in titles]
    names = width - sum(cells)
    over = "".join("  " + title for title in titles)
    yield line(Piece(fit(_("Teams"), names), "title"), Piece(over, "quiet"))
    for stand in stands:
        active, free, late = (
            f"{count:>{room}}"
            for count, room in zip((stand.active, stand.free, stand.late), cells, strict=True)
        )
        look = "late" if stand.late else "quiet"
        yield line(fit(name_of(stand.team), names), active, free, Piece(late, look))


def _agent(stand: AgentStand, width: int) -> Line:
    agent, load = stand.agent, stand.load
    acting, waiting = (load.acting, load.waiting) if load else (0, 0)
    share = load.weighed / agent.capacity if load else 0.0
    full = min(BAR, round(share * BAR))
    look = "late" if share > 1 else "soon" if share == 1 else "mine"
    if not agent.available:
        sign, name = Piece("○ ", "soon"), _("{login} away").format(login=agent.login)
    elif not stand.on_shift:
        sign, name = Piece("◌ ", "quiet"), _("{login} off").format(login=agent.login)
    else:
        sign, name = Piece("● ", "mine"), agent.login
    carried = f"{acting:>3} + {waiting:<2}"
    return line(
        sign,
        fit(name, width - BAR - len(carried) - 3),
        Piece("▰" * full, look),
        Piece("▱" * (BAR - full), "quiet"),
        " " + carried,
    )


def _kept(when: str, attainment: Attainment, width: int) -> Line:
    if attainment.percent is None:
        return aside((Piece(when),), Piece(_("none was due"), "quiet"), width)
    look = "late" if attainment.missed else "mine"
    told = _("{percent} % · {missed} missed").format(
        percent=attainment.percent, missed=attainment.missed
    )
    return aside((Piece(when),), Piece(told, look), width)


def _due(ticket: QueueLine, reader: Reader, width: int) -> Line:
    return line(
        Piece(fit(clock(ticket, reader), 9), _LOOKS.get(tone(ticket, reader), "")),
        Piece(f"{ticket.id} ", "quiet"),
        fit(steady(ticket.subject), max(0, width - 10 - len(str(ticket.id)))),
    )

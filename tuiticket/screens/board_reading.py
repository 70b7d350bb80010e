"""What the wall board asks of the desk: how the teams stand, who carries what, what is due next."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.wave import Wave
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.local_time import instant
from tuiticket.engine.rules.query import And, Field, Operator, Query, Sort, SortKey, parse
from tuiticket.engine.rules.routing import WORKERS
from tuiticket.engine.rules.shifts import on_shift
from tuiticket.engine.rules.views import MOST_COUNTED
from tuiticket.widgets.board_panel import AgentStand, Standing, TeamStand

NEXT_DUE = 12
"""Tickets told as due next."""

HOUR = 3600
WEEK = timedelta(days=7)

_ACTIVE = parse("state:active")
_FREE = parse("state:active owner:none")
_LATE = parse("is:late")
_UNANSWERED = parse("is:unanswered")


def standing(reading: Reading, now: datetime) -> Standing:
    """How the desk stands, the day beginning at the shop's midnight."""
    calendars, zone = reading.calendars(), ZoneInfo(reading.settings().zone)
    today = now.astimezone(zone).date()
    since, until = (instant(zone, day, 0) for day in (today, today + timedelta(days=1)))
    teams = tuple(_team(reading, team, now) for team in reading.all(Team))
    agents = [agent for agent in reading.all(Agent) if agent.role in WORKERS]
    loads = {load.agent_id: load for load in reading.loads([agent.id for agent in agents])}
    due = reading.queue(Query(_ACTIVE.where, (Sort(SortKey.DUE),)), None, now)
    return Standing(
        teams=teams,
        agents=tuple(
            AgentStand(agent, loads.get(agent.id), on_shift(agent, calendars, now))
            for agent in agents
        ),
        due=tuple(line for line in reading.lines(due[:NEXT_DUE]) if line.next_due_at),
        calendars=calendars,
        late=frozenset(reading.queue(_LATE, None, now)),
        active=reading.count(_ACTIVE, None, now, MOST_COUNTED),
        unanswered=reading.count(_UNANSWERED, None, now, MOST_COUNTED),
        free=reading.count(_FREE, None, now, MOST_COUNTED),
        since=since,
        flow=reading.flow(since, hours=int((until - since).total_seconds()) // HOUR),
        today=reading.attainment(since),
        week=reading.attainment(now - WEEK),
        waves=tuple(reading.find(Wave, over_at=None)),
    )


def _team(reading: Reading, team: Team, now: datetime) -> TeamStand:
    def count(what: Query) -> int:
        where = And((Field("team", Operator.IS, team.key), what.where))
        return reading.count(Query(where), None, now, MOST_COUNTED)

    return TeamStand(team, count(_ACTIVE), count(_FREE), count(_LATE))

"""What the wall board asks of the desk: how the teams stand, who carries what, what is due next."""

from __future__ import annotations

from datetime import datetime

from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.query import And, Field, Operator, Query, Sort, SortKey, parse
from tuiticket.engine.rules.routing import WORKERS
from tuiticket.engine.rules.views import MOST_COUNTED
from tuiticket.widgets.board_panel import AgentStand, Standing, TeamStand

NEXT_DUE = 12
"""Tickets told as due next."""

_ACTIVE = parse("state:active")
_FREE = parse("state:active owner:none")
_LATE = parse("is:late")


def standing(reading: Reading, now: datetime) -> Standing:
    """How the desk stands."""
    agents = [agent for agent in reading.all(Agent) if agent.role in WORKERS]
    loads = {load.agent_id: load for load in reading.loads([agent.id for agent in agents])}
    due = reading.queue(Query(_ACTIVE.where, (Sort(SortKey.DUE),)), None, now)
    return Standing(
        teams=tuple(_team(reading, team, now) for team in reading.all(Team)),
        agents=tuple(AgentStand(agent, loads.get(agent.id)) for agent in agents),
        due=tuple(line for line in reading.lines(due[:NEXT_DUE]) if line.next_due_at),
        calendars=reading.calendars(),
    )


def _team(reading: Reading, team: Team, now: datetime) -> TeamStand:
    def count(what: Query) -> int:
        where = And((Field("team", Operator.IS, team.key), what.where))
        return reading.count(Query(where), None, now, MOST_COUNTED)

    return TeamStand(team, count(_ACTIVE), count(_FREE), count(_LATE))

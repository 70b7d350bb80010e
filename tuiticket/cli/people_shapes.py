"""The JSON shapes of agents and teams, with the promises of `shapes`."""

from __future__ import annotations

from collections.abc import Sequence

from tuiticket.cli.shapes import Json
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.queue import Load


def agent(
    person: Agent, teams: Sequence[str], load: Load, calendar: str | None, *, on_shift: bool
) -> Json:
    """A member of the staff, with their teams and what they carry (waiting tickets weigh less).

    `skills` are levels by key, `calendar` holds the hours of their shift, if they keep one.
    """
    return {
        "login": person.login,
        "name": person.name,
        "role": person.role.value,
        "mail": person.mail,
        "available": person.available,
        "capacity": person.capacity,
        "load": load.weighed,
        "acting": load.acting,
        "waiting": load.waiting,
        "teams": list(teams),
        "skills": {skill.key: skill.level for skill in person.skills},
        "calendar": calendar,
        "on_shift": on_shift,
        "away_note": person.away_note,
    }


def team(group: Team, lead: str | None, sister: str | None, members: Sequence[str]) -> Json:
    """A team by its key, with logins and the key of the team that helps out."""
    return {
        "key": group.key,
        "name": group.name,
        "name_zh": group.name_zh,
        "automatic": group.automatic,
        "lead": lead,
        "sister": sister,
        "accept_seconds": group.accept_s,
        "overflow": list(group.overflow),
        "members": list(members),
    }

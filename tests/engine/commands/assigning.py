"""What tests of assignment ask of a desk, and do to it."""

from __future__ import annotations

from typing import Any

from tests.desks import Shop
from tuiticket.engine.commands.people import SetAvailable
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.setup import ChangeSettings
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.clock import Policy
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.people import Notice

TEAM = "after-sales"
"""Automatic; alice and bo are in it."""

SHIFT = ShopCalendar(key="days", zone="UTC", week=(((9 * 3600, 15 * 3600),),) * 7)
"""It is noon where a test begins."""

HOUR = 3600


def by_load(shop: Shop) -> Shop:
    """Let the desk hand out by load alone, with one policy: first response in an hour."""
    policy = Policy(name="All", position=0, first_response_s=HOUR, resolution_s=86400)
    shop.do(ChangeSettings(sticky=False), PutPolicy(policy=policy), by="ada")
    return shop


def owner(shop: Shop, number: int) -> str | None:
    agent = shop.dossier(number).owner
    return agent.login if agent else None


def told(shop: Shop, number: int, kind: str) -> list[Event]:
    return [event for event in shop.dossier(number).events if event.kind == kind]


def verdicts(event: Event) -> dict[str, str]:
    return {one["login"]: one["verdict"] for one in event.data["considered"]}


def notices(shop: Shop, number: int) -> set[tuple[str, str]]:
    logins = {agent.id: agent.login for agent in shop.dossier(number).agents}
    with shop.desk.reading() as reading:
        return {(logins[n.agent_id], n.about) for n in reading.find(Notice, ticket_id=number)}


def opened(shop: Shop, **fields: Any) -> int:
    return shop.open(by="chen", **({"team": TEAM, "contact": "a@example.cn"} | fields))


def away(shop: Shop, *logins: str) -> None:
    for login in logins:
        shop.do(SetAvailable(login=login, available=False), by=login)
